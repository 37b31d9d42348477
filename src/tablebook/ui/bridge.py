"""The bridge between the window and the one thread that owns the book. Only frozen values cross it.

The window never waits: it asks for a job and is told what changed. Everything heavy (storage, papers) is imported on
the book's thread, after the window has been painted.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from tablebook.errors import UserError
from tablebook.ui.aside import Errand, tell

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.clock import Clock
    from tablebook.domain.negotiation import Negotiation
    from tablebook.domain.positions import Position

Told = Callable[[Any], object]


class BookFacts(NamedTuple):
    """What the window needs to know of an opened book beside its negotiation."""

    path: Path
    origin: str
    read_only_reason: str
    warnings: tuple[str, ...]
    positions: dict[str, Position]


class _Answer(NamedTuple):
    """What came of a job, and the record as it stands after it, where it was changed."""

    result: Any
    state: Negotiation | None


class Bridge(QObject):
    """One thread, one book, one queue. All signals and callbacks arrive in the window's thread."""

    opened = Signal(object)
    """BookFacts, when the book is open and `state` is set."""
    changed = Signal(object)
    """Changed, once per job, after `state` was renewed."""
    recorded = Signal(object)
    """datetime of the commit of the last entry."""
    refused = Signal(object)
    """UserError of a job whose caller did not take it."""
    left = Signal()
    """The book was closed in good order."""
    crashed = Signal(object)
    """Any other exception: a fault of the program."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = self._real_clock = clock
        self.state: Negotiation | None = None
        self.facts: BookFacts | None = None
        self._book: Book | None = None
        self._queue: queue.Queue[Errand | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._closed = False
        self.destroyed.connect(partial(self._queue.put, None))

    # Asking, in the window's thread

    def open(self, path: Path, failed: Callable[[UserError], object] | None = None) -> None:
        """Open a book; `opened` says when it is there."""
        self._put(partial(self._open, path), self._tell_opened, failed)

    def run(
        self,
        job: Callable[..., Any],
        *args: Any,
        then: Told | None = None,
        failed: Callable[[UserError], object] | None = None,
        **kwargs: Any,
    ) -> None:
        """Call `job(book, *args, **kwargs)` on the book's thread; `then` gets its result, `failed` its UserError."""
        self._put(partial(self._on_book, job, args, kwargs), then, failed)

    def aside(
        self, work: Callable[[], Any], then: Told | None = None, failed: Callable[[UserError], object] | None = None
    ) -> None:
        """Call something that needs no book on the same thread: a heavy import, making the sample."""
        self._put(lambda: _Answer(work(), None), then, failed)

    def leave(self) -> None:
        """Close the book; the thread waits for the next one."""
        self.facts = None
        self.state = None
        self._put(self._leave, None, None)
        self.left.emit()

    def close(self) -> None:
        """Finish what was asked, close the book, end the thread. What is asked after this goes nowhere."""
        self._closed = True
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None
        self.left.emit()

    def _put(
        self, work: Callable[[], _Answer], then: Told | None, failed: Callable[[UserError], object] | None
    ) -> None:
        if self._closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="book", daemon=True)
            self._thread.start()
        self._queue.put(Errand(work, partial(self._take, then, failed)))

    # Answering, in the window's thread

    def _take(
        self,
        then: Told | None,
        failed: Callable[[UserError], object] | None,
        answer: _Answer | None,
        fault: Exception | None,
    ) -> None:
        if isinstance(fault, UserError):
            if failed is not None:
                tell(failed, fault)
            else:
                self.refused.emit(fault)
            return
        if answer is None:
            self.crashed.emit(fault)
            return
        if answer.state is not None:
            self.state = answer.state
            self._tell_changed(answer.result)
        if then is not None:
            tell(then, answer.result)

    def _tell_changed(self, changed: Any) -> None:
        if not is_change(changed):
            return
        last = self.state.entries.get(changed.entries[-1]) if self.state and changed.entries else None
        if last is not None:
            self.recorded.emit(last.recorded)
        self.changed.emit(changed)

    def _tell_opened(self, facts: BookFacts) -> None:
        self.facts = facts
        self.opened.emit(facts)

    # Working, in the book's thread

    def _work(self) -> None:
        while (errand := self._queue.get()) is not None:
            errand.run()
        self._leave()

    def _leave(self) -> _Answer:
        if self._book is not None:
            self._book.close()
            self._book = None
        return _Answer(None, None)

    def _on_book(self, job: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> _Answer:
        if self._book is None:
            raise UserError("No book is open.", "", "Open a book first.")
        result = job(self._book, *args, **kwargs)
        return _Answer(result, self._book.negotiation.clone() if is_change(result) else None)

    def _open(self, path: Path) -> _Answer:
        from tablebook.domain.positions import positions
        from tablebook.jobs.open_book import open_book

        book = self._book
        if book is None or book.path.resolve() != path.resolve():
            # A book that cannot be opened leaves the one that is open as it was.
            book = open_book(path, clock=self._real_clock)
            self._leave()
            self._book, self.clock = book, book.clock
        found = positions(book.negotiation, self.clock.now())
        facts = BookFacts(path, book.origin, book.read_only_reason, tuple(book.warnings), found)
        return _Answer(facts, book.negotiation.clone())


def is_change(result: Any) -> bool:
    """Whether a job gave back a Changed. Its class is not imported here: first paint must not load the storage."""
    return hasattr(result, "articles") and hasattr(result, "packages") and hasattr(result, "message")


def recorded_last(state: Negotiation) -> datetime | None:
    """When the last entry of a record was written down."""
    return max((entry.recorded for entry in state.entries.values()), default=None)
