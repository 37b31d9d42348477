"""Keeps a redline beside a draft: compares off the window's thread, shows the newest result, drops the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from tablebook.domain.text import Block
from tablebook.redline.marks import MarkedBlock

Compare = Callable[[tuple[Block, ...]], Sequence[MarkedBlock]]
REST_MS = 10


class _Job(QRunnable):
    """One comparison on a thread of the pool."""

    def __init__(self, number: int, blocks: tuple[Block, ...], compare: Compare, done: Signal) -> None:
        super().__init__()
        self._number, self._blocks, self._compare, self._done = number, blocks, compare, done

    def run(self) -> None:
        """Compare and hand the result over; only frozen values cross."""
        made: tuple[MarkedBlock, ...] | None = None
        try:
            made = tuple(self._compare(self._blocks))
        finally:
            # Also after a fault, which goes on to the crash dialog: the next key must get its redline.
            self._done.emit(self._number, made)  # type: ignore[attr-defined]


class LiveRedline(QObject):
    """Feed it `update(blocks)` at every change; `ready` brings the redline of the newest text."""

    ready = Signal(tuple)
    _done = Signal(int, object)

    def __init__(self, compare: Compare, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compare = compare
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._running = False
        self._waiting: tuple[Block, ...] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._start)
        self._done.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def set_compare(self, compare: Compare) -> None:
        """Compare with another base; what is under way is dropped."""
        self.compare = compare
        self._number += 1

    def update(self, blocks: tuple[Block, ...]) -> None:
        """The draft is now this."""
        self._waiting = blocks
        self._rest.start()

    def _start(self) -> None:
        if self._running or self._waiting is None:
            return
        self._number += 1
        self._running = True
        blocks, self._waiting = self._waiting, None
        self._pool.start(_Job(self._number, blocks, self.compare, self._done))  # type: ignore[arg-type]

    def _finish(self, number: int, blocks: tuple[MarkedBlock, ...] | None) -> None:
        self._running = False
        if number == self._number and blocks is not None:
            self.ready.emit(blocks)
        if self._waiting is not None:
            self._start()

    def wait(self) -> None:
        """Let what runs come to its end, before the window goes."""
        self._rest.stop()
        self._waiting = None
        self._pool.waitForDone()
