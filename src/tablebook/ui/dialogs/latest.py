"""Work off the window's thread of which only the newest answer counts: a preview, a comparison, a paper being made."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from tablebook.errors import UserError
from tablebook.ui.aside import Errand

Work = Callable[[], Any]


class Latest(QObject):
    """`ask(work)` after a short rest calls `work()` aside; `ready` brings the newest result, `failed` what it raised.

    Work that was asked before and is not the newest is dropped, also when it is done already.
    """

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, rest_ms: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._number = 0
        self._running = False
        self._waiting: Work | None = None
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._start)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._running or self._waiting is not None

    def ask(self, work: Work) -> None:
        """The newest wish."""
        self._number += 1
        self._waiting = work
        self._rest.start()

    def drop(self) -> None:
        """Forget what was asked; no answer will come."""
        self._number += 1
        self._waiting = None
        self._rest.stop()

    def _start(self) -> None:
        if self._running or self._waiting is None:
            return
        self._running = True
        work, self._waiting = self._waiting, None
        self._thread = Errand(work, partial(self._finish, self._number)).start("latest")

    def _finish(self, number: int, result: Any, error: Exception | None) -> None:
        self._running = False
        if number != self._number:
            self._start()
        elif error is None:
            self.ready.emit(result)
        elif isinstance(error, UserError):
            self.failed.emit(error)
        else:
            raise error

    def wait(self) -> None:
        """Let what runs come to its end, before the window goes."""
        self.drop()
        if self._thread is not None:
            self._thread.join()
