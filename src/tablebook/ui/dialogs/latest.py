"""Work off the window's thread of which only the newest answer counts: a preview, a comparison, a paper being made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from tablebook.errors import UserError

Work = Callable[[], Any]


class _Job(QRunnable):
    """One piece of work on a thread of the pool."""

    def __init__(self, number: int, work: Work, told: Callable[[int, Any, Any], None]) -> None:
        super().__init__()
        self._number, self._work, self._told = number, work, told

    def run(self) -> None:
        """Do it and hand the outcome over; what fails is told, never lost."""
        try:
            self._told(self._number, self._work(), None)
        except Exception as error:  # noqa: BLE001 - told in the window's thread
            self._told(self._number, None, error)


class Latest(QObject):
    """`ask(work)` after a short rest calls `work()` aside; `ready` brings the newest result, `failed` what it raised.

    Work that was asked before and is not the newest is dropped, also when it is done already.
    """

    ready = Signal(object)
    failed = Signal(object)
    _done = Signal(int, object, object)

    def __init__(self, rest_ms: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._running = False
        self._waiting: Work | None = None
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._start)
        self._done.connect(self._finish, Qt.ConnectionType.QueuedConnection)

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
        self._pool.start(_Job(self._number, work, self._done.emit))

    def _finish(self, number: int, result: Any, error: Any) -> None:
        self._running = False
        if number == self._number:
            if error is None:
                self.ready.emit(result)
            elif isinstance(error, UserError):
                self.failed.emit(error)
            else:
                raise error
        if self._waiting is not None:
            self._start()

    def wait(self) -> None:
        """Let what runs come to its end, before the window goes."""
        self.drop()
        self._pool.waitForDone()
