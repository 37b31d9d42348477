"""How long this machine makes a program wait: the measure for what "within a second" can mean on it."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path


class Beat:
    """Again and again a little work and a commit to the disk, as a program does that keeps what is typed.

    On a quiet machine a beat takes some milliseconds. ``longest`` is the most that one took since it was asked last:
    a program beside it may have had to wait as long at each of its own steps.
    """

    PAUSE, WORK = 0.02, 20_000

    def __init__(self, folder: Path) -> None:
        self._file = folder / "beat.sqlite"
        self._longest = 0.0
        self._began = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._go_on, daemon=True)

    def __enter__(self) -> Beat:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def longest(self) -> float:
        """The seconds that the longest beat took since the last asking, one that still goes on included."""
        longest, self._longest = self._longest, 0.0
        return max(longest, time.monotonic() - self._began if self._began else 0.0)

    def _go_on(self) -> None:
        base = sqlite3.connect(self._file, isolation_level=None)
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=FULL")
        base.execute("CREATE TABLE beat (number INTEGER)")
        while not self._over.is_set():
            self._began = time.monotonic()
            sum(range(self.WORK))
            base.execute("INSERT INTO beat VALUES (1)")
            self._over.wait(self.PAUSE)
            self._longest = max(self._longest, time.monotonic() - self._began - self.PAUSE)
            self._began = 0.0
        base.close()
