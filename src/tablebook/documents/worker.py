"""The child process that reads foreign files: it may crash, hang or swell without harm to the program.

A request is one JSON line on standard input; answers are JSON lines on standard output: progress, then the result or
an error for people. Run as ``python -m tablebook.documents.worker``, or by the packaged program's hidden verb.
"""

from __future__ import annotations

import base64
import gc
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from tablebook.documents.memory import held_memory, limit_address_space
from tablebook.errors import UserError

MOST_MEMORY = 768 * 1024 * 1024
OUT_OF_MEMORY = 77


def main(stdin: BinaryIO | None = None, stdout: BinaryIO | None = None) -> int:
    """Reads one request, answers it, and gives the exit code."""
    limit_address_space(MOST_MEMORY + 512 * 1024 * 1024)
    threading.Thread(target=_watch_memory, args=(MOST_MEMORY,), daemon=True).start()
    gc.disable()  # one paper is read and the process ends: looking for garbage on the way takes a tenth of the time
    out = stdout or sys.stdout.buffer
    request = json.loads((stdin or sys.stdin.buffer).readline())

    def say(answer: dict[str, Any]) -> None:
        out.write(json.dumps(answer, ensure_ascii=True).encode("ascii") + b"\n")
        out.flush()

    try:
        say({"result": answer_to(request, _steady(say))})
    except UserError as error:
        say({"error": [error.what, error.why, error.todo], "class": type(error).__name__})
    except (MemoryError, RecursionError):
        return OUT_OF_MEMORY
    return 0


def answer_to(request: dict[str, Any], progress: Callable[[int, int], None]) -> Any:
    """The result of one request as plain values."""
    from tablebook.documents import codec, read, sheets

    path = Path(request["path"])
    if request["verb"] == "contract":
        return codec.reading_to_plain(read.read_contract(path, progress))
    if request["verb"] == "text":
        return codec.document_to_plain(*read.read_text_with_warnings(path, progress))
    if request["verb"] == "paper":
        from tablebook.documents.marked.codec import paper_to_plain
        from tablebook.documents.marked.read import read_paper

        return paper_to_plain(read_paper(path, progress))
    if request["verb"] == "tracked":
        from tablebook.documents.tracked.compare import compare_files

        return base64.b64encode(compare_files(path, Path(request["new"]), request["author"], request["at"])).decode(
            "ascii"
        )
    if request["verb"] == "sheet":
        return sheets.sheet_to_plain(_sheet(path, int(request["page"]), int(request["width"])))
    if request["verb"] == "pages":
        from tablebook.documents.pdf.pages import opened_pdf

        return len(opened_pdf(path.read_bytes(), path.name))
    if request["verb"] == "codes":
        from tablebook.documents import squares

        return squares.codes_to_plain(squares.square_codes(path.read_bytes(), path.name, progress))
    if request["verb"] == "lines":
        return [sheets.file_line(line) for line in read.read_source(path, progress).lines]
    raise ValueError(f"no such verb: {request['verb']}")


def _sheet(path: Path, page: int, width: int) -> Any:
    from tablebook.documents.file_kinds import shown_ending

    data = path.read_bytes()
    if shown_ending(data) in ("", ".pdf"):
        from tablebook.documents.pdf.pages import page_sheet

        return page_sheet(data, path.name, page, width)
    from tablebook.documents.pictures import picture_sheet

    return picture_sheet(data, path.name, width)


def _steady(say: Callable[[dict[str, Any]], None]) -> Callable[[int, int], None]:
    """Progress said at most twenty times a second."""
    last = [0.0]

    def progress(page: int, pages: int) -> None:
        now = time.monotonic()
        if now - last[0] > 0.05 or page == pages:
            last[0] = now
            say({"progress": [page, pages]})

    return progress


def _watch_memory(most: int) -> None:
    """Ends the process as soon as it holds more memory than a paper can need."""
    pause = threading.Event()
    while not pause.wait(0.05):
        if held_memory() > most:
            os._exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    sys.exit(main())
