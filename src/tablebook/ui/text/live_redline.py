"""Keeps a redline beside a draft: compares off the window's thread, shows the newest result, drops the rest."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from tablebook.domain.text import Block
from tablebook.redline.marks import MarkedBlock
from tablebook.ui.aside import Errand

Compare = Callable[[tuple[Block, ...]], Sequence[MarkedBlock]]
REST_MS = 10


class LiveRedline(QObject):
    """Feed it `update(blocks)` at every change; `ready` brings the redline of the newest text."""

    ready = Signal(tuple)

    def __init__(self, compare: Compare, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compare = compare
        self._thread: threading.Thread | None = None
        self._number = 0
        self._running = False
        self._waiting: tuple[Block, ...] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._start)

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
        errand = Errand(partial(_compared, self.compare, blocks), partial(self._finish, self._number))
        self._thread = errand.start("redline")

    def _finish(self, number: int, blocks: tuple[MarkedBlock, ...] | None, fault: Exception | None) -> None:
        self._running = False
        if number == self._number and blocks is not None:
            self.ready.emit(blocks)
        if self._waiting is not None:
            self._start()
        if fault is not None:  # for the crash dialog; the next key gets its redline all the same
            raise fault

    def wait(self) -> None:
        """Let what runs come to its end, before the window goes."""
        self._rest.stop()
        self._waiting = None
        if self._thread is not None:
            self._thread.join()


def _compared(compare: Compare, blocks: tuple[Block, ...]) -> tuple[MarkedBlock, ...]:
    return tuple(compare(blocks))
