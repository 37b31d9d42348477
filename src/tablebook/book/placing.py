"""Giving a finished file its name: all at once, never over another file, and on the disk when it is done."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

_BESIDE = ("", "-wal", "-shm", "-journal")


def part_path(target: Path) -> Path:
    """Where a file is made until it is whole: the same folder, so that naming it is one step."""
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def remove_part(part: Path) -> None:
    """Take away what is left of an unfinished file."""
    for beside in _BESIDE:
        # What cannot be removed must not hide why the work failed.
        with contextlib.suppress(OSError):
            part.with_name(part.name + beside).unlink(missing_ok=True)


def place(part: Path, target: Path) -> None:
    """Name the finished file. FileExistsError, and nothing changed, where the name is taken."""
    _sync(part)
    if sys.platform == "win32":
        part.rename(target)
        return
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        # Sticks (FAT) know no second name for a file: take the name first, then put the file in its place.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        part.replace(target)
    else:
        part.unlink()
    _sync(target.parent)


def free_path(wanted: Path) -> Path:
    """The path, or the first of "name (2)", "name (3)" ... that is not taken."""
    path, count = wanted, 2
    while path.exists():
        path, count = wanted.with_name(f"{wanted.stem} ({count}){wanted.suffix}"), count + 1
    return path


def _sync(path: Path) -> None:
    flags = os.O_RDONLY if sys.platform != "win32" else os.O_RDWR | getattr(os, "O_BINARY", 0)
    file = os.open(path, flags)
    try:
        os.fsync(file)
    finally:
        os.close(file)
