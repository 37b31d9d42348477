"""Reading foreign files safely: the work is done in a child process with limits on time and memory."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from tablebook.documents import codec, sheets, squares
from tablebook.documents.marked.paper import ReadPaper
from tablebook.documents.reading import NoArticles, Reading, Warning_
from tablebook.documents.worker import OUT_OF_MEMORY
from tablebook.domain.text import Document
from tablebook.errors import UserError

MOST_SECONDS = 30.0
WORKER_VERB = "__worker__"

Progress = Callable[[int, int], None]


class Cancel(Protocol):
    """Anything that says whether a person gave up, such as a ``threading.Event``."""

    def is_set(self) -> bool:
        """Whether to stop."""


class ReadingStopped(UserError):  # noqa: N818 - what a person did is no error
    """A person stopped the reading; nothing was changed."""


def read_contract_safely(path: Path, cancel: Cancel | None = None, progress: Progress | None = None) -> Reading:
    """The contract in a file that somebody else wrote. ``progress`` is called with (page, pages)."""
    return codec.reading_from_plain(_asked({"verb": "contract", "path": str(path)}, path.name, cancel, progress))


def read_text_safely(path: Path, cancel: Cancel | None = None, progress: Progress | None = None) -> Document:
    """A paper that somebody else wrote, as blocks."""
    return read_text_with_warnings_safely(path, cancel, progress)[0]


def read_text_with_warnings_safely(
    path: Path, cancel: Cancel | None = None, progress: Progress | None = None
) -> tuple[Document, tuple[Warning_, ...]]:
    """A paper that somebody else wrote, as blocks, and what its clean reading leaves out."""
    return codec.document_from_plain(_asked({"verb": "text", "path": str(path)}, path.name, cancel, progress))


def read_paper_safely(path: Path, cancel: Cancel | None = None, progress: Progress | None = None) -> ReadPaper:
    """A marked proposal that somebody else wrote, read."""
    from tablebook.documents.marked.codec import paper_from_plain

    return paper_from_plain(_asked({"verb": "paper", "path": str(path)}, path.name, cancel, progress))


def asked(verb: str, path: Path) -> Any:
    """The worker's plain answer to one of its verbs about a file."""
    return _asked({"verb": verb, "path": str(path)}, path.name, None, None)


def tracked_safely(old: Path, new: Path, author: str, at: datetime, cancel: Cancel | None = None) -> bytes:
    """Two Word files as one: the old one with what makes it the new one as tracked changes of ``author``."""
    request = {"verb": "tracked", "path": str(old), "new": str(new), "author": author, "at": at.isoformat()}
    return base64.b64decode(_asked(request, f"{old.name} or {new.name}", cancel, None))


def page_sheet(path: Path, page: int, width: int, cancel: Cancel | None = None) -> sheets.PageSheet:
    """A page of a PDF (counted from 1), or a photo, as a PNG of the given width, with its words and their places."""
    request = {"verb": "sheet", "path": str(path), "page": page, "width": width}
    return sheets.sheet_from_plain(_asked(request, path.name, cancel, None))


def page_count(path: Path, cancel: Cancel | None = None) -> int:
    """How many pages a PDF has."""
    return int(_asked({"verb": "pages", "path": str(path)}, path.name, cancel, None))


def square_codes(path: Path, cancel: Cancel | None = None, progress: Progress | None = None) -> squares.SquareCodes:
    """The square codes on a photo or on the pages of a PDF."""
    return squares.codes_from_plain(_asked({"verb": "codes", "path": str(path)}, path.name, cancel, progress))


def file_lines(path: Path, cancel: Cancel | None = None) -> tuple[sheets.FileLine, ...]:
    """The lines of a file as they stand in it, page furniture and contents included."""
    return tuple(map(sheets.line_from_plain, _asked({"verb": "lines", "path": str(path)}, path.name, cancel, None)))


def _asked(request: dict[str, Any], name: str, cancel: Cancel | None, progress: Progress | None) -> Any:
    """The worker's answer. It is ended when time is up or a person stops it."""
    process = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    reader = threading.Thread(target=_pump, args=(process, json.dumps(request), answers), daemon=True)
    reader.start()
    try:
        return _awaited(process, answers, name, cancel, progress)
    finally:
        process.kill()
        process.wait()
        reader.join(5)
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # what the child did not take any more stands in the way of closing
                if pipe is not None:
                    pipe.close()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_VERB]
    return [sys.executable, "-m", "tablebook.documents.worker"]


# A child ends after one paper: giving memory back to the system after each page, and asking for it again, took a
# tenth of its time. Read by the C library of Linux; others do not know these names.
_KEPT_MEMORY = {"MALLOC_TRIM_THRESHOLD_": str(1 << 28), "MALLOC_MMAP_THRESHOLD_": str(1 << 25)}


def _environment() -> dict[str, str]:
    """The child finds the same package as its parent, also from a source tree."""
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, **_KEPT_MEMORY, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}


def _pump(process: subprocess.Popen[bytes], request: str, answers: queue.SimpleQueue[bytes]) -> None:
    """Writes the request and hands the answers over line by line; an empty line is the end."""
    if process.stdin is None or process.stdout is None:
        return
    try:
        process.stdin.write(request.encode("ascii") + b"\n")
        process.stdin.flush()
        for line in process.stdout:
            answers.put(line)
    except (OSError, ValueError):
        pass  # the child is gone; what it said so far counts
    answers.put(b"")


def _awaited(
    process: subprocess.Popen[bytes],
    answers: queue.SimpleQueue[bytes],
    name: str,
    cancel: Cancel | None,
    progress: Progress | None,
) -> Any:
    deadline = time.monotonic() + MOST_SECONDS
    while True:
        if cancel is not None and cancel.is_set():
            raise ReadingStopped("Reading was stopped.", f"{name} was not taken in.", "")
        if time.monotonic() > deadline:
            raise UserError(
                f"Reading {name} took too long.",
                f"It was stopped after {MOST_SECONDS:.0f} seconds.",
                "Choose another file.",
            )
        try:
            line = answers.get(timeout=0.05)
        except queue.Empty:
            continue
        if not line:
            raise _ended(process.wait(), name)
        answer = json.loads(line)
        if "progress" in answer:
            if progress is not None:
                progress(*answer["progress"])
        elif "error" in answer:
            raise (NoArticles if answer["class"] == NoArticles.__name__ else UserError)(*answer["error"])
        else:
            return answer["result"]


def _ended(code: int, name: str) -> UserError:
    """What the end of a worker without an answer means."""
    if code == OUT_OF_MEMORY:
        return UserError(
            f"{name} is too large to read.", "It needs more than 768 MB of memory.", "Choose another file."
        )
    return UserError(
        f"{name} cannot be read.",
        "The file is damaged or made in an unusual way.",
        "Open it in the program it was made with, save it under a new name, and choose that file.",
    )
