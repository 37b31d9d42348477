"""What a verb says: answers on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any


def say(text: str) -> None:
    """An answer for a person."""
    _out(lambda: sys.stdout.write(f"{text}\n"))


def say_json(data: Any) -> None:
    """The one JSON document that ``--json`` asks for."""
    _out(lambda: sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n"))


def said() -> None:
    """All of the answer is out."""
    _out(sys.stdout.flush)


def _out(write: Callable[[], object]) -> None:
    """Whoever read the answer may have gone; what is still to be said goes nowhere, and the work is finished."""
    try:
        write()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(text: str) -> None:
    """A message beside the answer."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def progress(what: str) -> Callable[[int, int], None] | None:
    """Shows how far long work is, where standard error is a terminal."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        end = "\n" if done >= of else ""
        sys.stderr.write(f"\r{what} {done} of {of}{end}")
        sys.stderr.flush()

    return show


def use_utf8() -> None:
    """Write UTF-8 wherever the output goes: a pipe on Windows would refuse “§” otherwise."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
