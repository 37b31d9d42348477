"""Work on other threads, and the one way back into the window's.

A dialog may be closed while its work still runs. Two things would then end the program some time later, far from their
cause: a signal that another thread emits for an object that is just being deleted, and the last reference to a widget
going on another thread. So no thread touches an object of the window: what it has to say goes through one object that
lives as long as the program, and whatever leads back to a widget is let go in the window's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid


class Errand:
    """Something to do on another thread, and whom to tell in the window's: `told(answer, fault)`, one of them None."""

    __slots__ = ("_told", "_work", "answer", "fault")

    def __init__(self, work: Callable[[], Any], told: Callable[[Any, Exception | None], object]) -> None:
        self._work: Callable[[], Any] | None = work
        self._told: Callable[[Any, Exception | None], object] | None = told
        self.answer: Any = None
        self.fault: Exception | None = None

    def run(self) -> None:
        """Do it, on any thread. What fails is told, never lost."""
        assert self._work is not None
        try:
            self.answer = self._work()
        except Exception as fault:  # noqa: BLE001 - every fault is told in the window's thread
            self.fault = fault
        _POST.sent.emit(self._arrive)

    def start(self, name: str) -> threading.Thread:
        """Do it on a thread of its own, which the program waits for when it ends: it may be writing a file."""
        thread = threading.Thread(target=self.run, name=name)
        thread.start()
        return thread

    def _arrive(self) -> None:
        told, answer, fault = self._told, self.answer, self.fault
        self._work = self._told = self.answer = self.fault = None
        assert told is not None
        tell(told, answer, fault)


def in_window(told: Callable[..., object], *args: Any) -> None:
    """Call something in the window's thread, soon; from any thread."""
    _POST.sent.emit(partial(tell, told, *args))


def tell(told: Callable[..., object], *args: Any) -> None:
    """Call something in the window's thread, unless the object whose method it is is gone, as a closed dialog is."""
    owner = getattr(told.func if isinstance(told, partial) else told, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        told(*args)


class _Post(QObject):
    """Brings what comes from other threads into the thread that loaded this module, the window's."""

    sent = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, call: Callable[[], object]) -> None:
        call()


_POST = _Post()
