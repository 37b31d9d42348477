"""What the status line says: the record's health and the last copy at the left, the next deadline at the right."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from tablebook.ui import words
from tablebook.ui.bridge import recorded_last
from tablebook.ui.desk import Desk
from tablebook.ui.kit.status_line import Part, StatusLine

if TYPE_CHECKING:
    from tablebook.jobs.keep_copy import KeptCopy
    from tablebook.jobs.next_deadline import Deadline

PROVE_AFTER_MS = 3000
MINUTE_MS = 60_000
OLD = timedelta(minutes=30)
SOON = 7


class Told(NamedTuple):
    """What the plan tells this line; read on the book's thread."""

    copy: KeptCopy | None
    copy_there: bool
    deadline: Deadline | None


class RecordLine(QObject):
    """`copy_asked` with the path of the last good copy, when the record cannot be trusted and that is what to open."""

    copy_asked = Signal(str)

    def __init__(self, desk: Desk, line: StatusLine) -> None:
        super().__init__(line)
        self.desk, self.line = desk, line
        self._last: datetime | None = None
        self._verified = -1
        self._fault = ""
        self._told = Told(None, False, None)
        self._asked: date | None = None
        self._prove = QTimer(self, singleShot=True, interval=PROVE_AFTER_MS)
        self._prove.timeout.connect(self.prove)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self.show)
        self._minute.start()
        line.acted.connect(self._open_copy)
        desk.bridge.recorded.connect(self.take_recorded)

    def take_book(self) -> None:
        """Another book: nothing is known of it yet."""
        self._verified, self._fault, self._told = -1, "", Told(None, False, None)
        self._last = recorded_last(self.desk.state)
        self.ask()
        self.show()
        self._prove.start()

    def take_recorded(self, when: datetime) -> None:
        """Only after the commit."""
        self._last = when
        self.show()
        self._prove.start()

    def ask(self) -> None:
        """Read the last copy and the deadlines again."""
        if self.desk.bridge.facts is not None:
            self._asked = self.desk.now().date()
            self.desk.bridge.run(_tell, self._asked, then=self._take)

    def _take(self, told: Told) -> None:
        self._told = told
        self.show()

    def prove(self) -> None:
        """When nothing was recorded for a while, prove the whole record again."""
        if self.desk.bridge.facts is not None:
            self.desk.bridge.run(lambda book: book.verify(), then=self.take_proof)

    def take_proof(self, found: Any) -> None:
        """Keep what the check found: how many entries hold, or the sentence about the first that does not."""
        self._fault = "" if found.ok else found.problems[0].sentence
        self._verified = found.entries if found.ok else -1
        self.show()

    def show(self) -> None:
        """Say what is known now. A new day asks for the deadlines anew: one that was met by then is not late."""
        now = self.desk.now()
        if self._asked not in (None, now.date()):
            self.ask()
        if self._fault:
            action = "Open the last good copy" if self._told.copy_there else ""
            self.line.set_record([Part(self._fault, "shield-alert", "problem", loud=True)], action)
        elif self.desk.bridge.facts is not None:
            self.line.set_record([*self._record(now.date()), backup_part(self._told.copy, now)])
        self.line.set_deadline(deadline_part(self._told.deadline, now.date()))

    def _record(self, today: date) -> list[Part]:
        if self._last is None:
            return []
        day = "" if self._last.date() == today else f"{words.short_day(self._last.date(), today)} "
        total = len(self.desk.state.entries)
        verified = " verified" if self._verified == total else ""
        return [
            Part(f"Recorded {day}{words.clock(self._last, seconds=True)}", "shield-check", "ta"),
            Part(words.count(total, "entry", "entries") + verified),
        ]

    def _open_copy(self) -> None:
        if self._told.copy is not None:
            self.copy_asked.emit(str(self._told.copy.path))


def backup_part(copy: KeptCopy | None, now: datetime) -> Part:
    """ "Backup 13:58 to USB"; amber when it is over half an hour old, or was never made."""
    if copy is None:
        return Part("No backup yet", "usb", "attention", loud=True)
    at = copy.at.astimezone(now.tzinfo)
    text = f"Backup {words.moment(at, now.date())} to {copy.place}"
    old = now - copy.at > OLD
    return Part(text, "usb", "attention" if old else "secondary", loud=old)


def deadline_part(deadline: Deadline | None, today: date) -> Part:
    """ "Sunshine posting due Fri 12 Mar · 3 days"; amber in its last week, red when it is over."""
    if deadline is None:
        return Part("")
    left = (deadline.due - today).days
    day = words.day(deadline.due, today)
    if left < 0:
        late = words.count(-left, "day")
        return Part(f"{deadline.what} was due {day} · {late} late", "calendar-clock", "problem", loud=True)
    when = {0: "today", 1: "tomorrow"}.get(left, words.count(left, "day"))
    near = left <= SOON
    role = "attention" if near else "secondary"
    return Part(f"{deadline.what} due {day} · {when}", "calendar-clock", role, loud=near)


def _tell(book: Any, today: date) -> Told:
    from tablebook.jobs.keep_copy import last_copy
    from tablebook.jobs.next_deadline import next_deadline

    copy = last_copy(book)
    return Told(copy, copy is not None and copy.path.is_file(), next_deadline(book, today))
