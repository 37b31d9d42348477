"""One writer at a time, held by the operating system, so that a crashed process leaves no lock behind."""

from __future__ import annotations

import errno
import json
import os
import platform
import sys
from datetime import datetime
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 1 << 30
"""Windows locks bytes, and locked ones cannot be read: so the one byte locked is far behind the words."""


_TAKEN = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What the systems answer when another has the lock; anything else means that locks do not work here."""


class InUseError(Exception):
    """Somebody else writes to this book; ``holder`` says who, as far as is known."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


def lock_path(book: Path) -> Path:
    """The side file that carries the lock."""
    return book.with_name(f".{book.name}.lock")


class WriterLock:
    """The right to write to one book. Taken when made; :exc:`InUseError` when another has it, OSError when the folder
    cannot be written to."""

    def __init__(self, book: Path, since: datetime | None = None) -> None:
        self._path = lock_path(book)
        self._file = self._take()
        holder = {"computer": platform.node(), "since": since.isoformat() if since else ""}
        words = json.dumps(holder)
        os.ftruncate(self._file, 0)
        os.write(self._file, words.encode())

    def _take(self) -> int:
        while True:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            try:
                _lock(file)
            except OSError as error:
                os.close(file)
                if error.errno in _TAKEN:
                    raise InUseError(_holder(self._path)) from error
                raise
            if self._is_current(file):
                return file
            # The one before us removed the file between our opening and our locking it: take the new one.
            os.close(file)

    def _is_current(self, file: int) -> bool:
        try:
            there, ours = self._path.stat(), os.fstat(file)
        except FileNotFoundError:
            return False
        return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)

    def release(self) -> None:
        """Give the right back and take the side file away."""
        if self._file < 0:
            return
        file, self._file = self._file, -1
        if sys.platform == "win32":
            os.close(file)
        try:
            self._path.unlink()
        except OSError:
            # An unlocked side file that stays does no harm: the next start locks it again.
            pass
        if sys.platform != "win32":
            os.close(file)


def _lock(file: int) -> None:
    if sys.platform == "win32":
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(path: Path) -> str:
    """Who has it, for the banner: "on MARIAS-LAPTOP since 13:05"; empty when the side file does not tell."""
    try:
        told = json.loads(path.read_text("utf-8"))
        return f"on {told['computer']} since {datetime.fromisoformat(told['since']):%H:%M}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
