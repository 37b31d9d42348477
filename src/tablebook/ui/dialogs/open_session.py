"""Open a session: everything filled in from the last close and the roster; usually one look and Ctrl+Enter."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from tablebook.domain.codes import Party, SessionKind
from tablebook.domain.record import Team
from tablebook.errors import UserError
from tablebook.ui import words
from tablebook.ui.dialogs.open_session_roster import RosterCard
from tablebook.ui.dialogs.open_session_side import OpenSide
from tablebook.ui.dialogs.open_session_times import day_words, moment_of
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.label import IconLine, Label
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow

NARROW = 1000

KINDS = (("table", "At the table"), ("mediation", "With a mediator"), ("sidebar", "Sidebar"))
SENTENCES = {
    "table": ("notebook-pen", "Our notes are ours: evidence, not handed over."),
    "mediation": ("scale", "What is noted stays under mediation confidentiality: no export at all."),
    "sidebar": ("notebook-pen", "Our notes are ours. A sidebar is noted as such in the minutes."),
}


def show(window: MainWindow) -> object:
    """Show it over the window, or say which session is open."""
    state = window.desk.state
    if state.open_session is not None:
        window.say(f"Session {state.open_session} is open. Close it first.", "info")
        return None
    sheet = OpenSession(window)
    sheet.open()
    return sheet


class OpenSession(DialogShell):
    """Ctrl+Enter begins the session; Esc leaves everything as it was."""

    def __init__(self, window: MainWindow) -> None:
        desk = window.desk
        self.desk, self.window_behind = desk, window
        last = max(desk.state.sessions.values(), key=lambda one: one.number, default=None)
        number = (last.number if last else 0) + 1
        told = f" Session {last.number} is closed and cannot change." if last else ""
        super().__init__(
            f"Open session {number}",
            f"The clock starts and entries are stamped from now.{told}",
            cancel="Not yet",
            parent=window,
        )
        self.setObjectName("open-session")
        self._last = last
        self._narrow: bool | None = None
        self._make_facts(number)
        self._make_kind()
        self._make_roster()
        self.body.addStretch(1)
        self.side_part = OpenSide(desk, last)
        self.set_side(self.side_part, 352)
        desk.bridge.run(lambda book: book.plan.get("ground_rules"), then=self._show_rules)
        self.set_main(f"Begin session {number}").clicked.connect(self._begin)
        for field in (self.number, self.date, self.begins, self.place):
            field.changed.connect(self._tell)
        self.date.changed.connect(lambda _: self.begins.set_error(""))
        for card in self.cards.values():
            card.told.connect(self._tell)
        self._tell()

    def _tell(self, _typed: str = "") -> None:
        """At the foot: who is missing from the minutes if it began now, else that the record is safe."""
        if said := self._nobody():
            self.set_footer(said, "triangle-alert", "attention")
            return
        recorded = len(self.desk.state.entries)
        self.set_footer(f"{words.count(recorded, 'entry', 'entries')} recorded.", "shield-check", "ta")

    def _nobody(self) -> str:
        state = self.desk.state
        empty = [party for party, card in self.cards.items() if card.nobody]
        if not empty:
            return ""
        names = {state.we: "us", state.them: "them"}
        whom = "either side" if len(empty) > 1 else names[empty[0]]
        return f"Nobody is here for {whom} yet. It can begin all the same; the minutes name who was there."

    def _show_rules(self, kept: Any) -> None:
        self.side_part.show_rules(kept)
        # Lines that were just added count in the height only once the layout has shown them.
        QTimer.singleShot(0, self, self._place)

    # What it is made of

    def _make_facts(self, number: int) -> None:
        now = self.desk.now()
        self.number = Field("Session", str(number))
        self.date = Field("Date", day_words(now.date()))
        self.begins = Field("Begins", words.clock(now))
        self.place = Field("Place", self._usual_place(), placeholder="Where you meet")
        self.place.edit.setCursorPosition(0)
        ours = self.desk.state.teams.get(self.desk.state.we)
        people = [(person.name, person.name) for person in ours.people] if ours else []
        taker = self._last.body.note_taker if self._last else next(
            (p.name for p in (ours.people if ours else ()) if "note" in p.role), "")  # fmt: skip
        if taker and taker not in dict(people):
            people.insert(0, (taker, taker))
        self.taker_list = DropDown(people, taker, name="Note taker, ours") if people else None
        self.taker_typed = Field("Note taker, ours", placeholder="Name") if not people else None
        for field, width in ((self.number, 64), (self.date, 140), (self.begins, 84), (self.place, 150)):
            field.setMinimumWidth(theme().px(width))
        taker_box = self.taker_typed or Titled("Note taker, ours", self.taker_list or QWidget())
        self._facts = (self.number, self.date, self.begins, self.place, taker_box)
        self._grid = space(QGridLayout(), spacing=12)
        for at, part in enumerate(self._facts):
            self._grid.addWidget(part, 0, at)
        self.body.addLayout(self._grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines of fields and one roster under the other where room is short."""
        super().resizeEvent(event)
        narrow = self.width() / theme().scale < NARROW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for at, part in enumerate(self._facts):
            self._grid.removeWidget(part)
            row, column, span = (0, 2 * at, 2) if narrow and at < 3 else (1, 3 * (at - 3), 3) if narrow else (0, at, 1)
            self._grid.addWidget(part, row, column, 1, span)
        for column in range(6):
            self._grid.setColumnStretch(column, 1 if narrow else (1, 2, 1, 4, 4, 0)[column])
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._rosters.setDirection(way)

    def _usual_place(self) -> str:
        closed = self._last.closed if self._last else None
        return (closed.next_place if closed else "") or (self._last.body.place if self._last else "")

    def _make_kind(self) -> None:
        kind = str(self._last.body.kind) if self._last else "table"
        self.kind = Segmented(KINDS, kind, name="Kind")
        self.custody = IconLine("info", "", "secondary", wrap=True)
        self.kind.changed.connect(lambda _: self._tell_custody())
        row = space(QHBoxLayout(), spacing=14)
        row.addWidget(self.kind)
        row.addWidget(self.custody, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(Label("Kind", "small_medium", "secondary"))
        self.body.addLayout(row)
        self._tell_custody()

    def _tell_custody(self) -> None:
        icon, sentence = SENTENCES[self.kind.value]
        self.custody.set_line(icon, sentence, "attention" if self.kind.value == "mediation" else "secondary")

    def _make_roster(self) -> None:
        head = space(QHBoxLayout(), spacing=8)
        head.addWidget(Label("Who is here", "small_medium", "secondary"))
        head.addStretch(1)
        said = f"as in session {self._last.number}, change what differs" if self._last else (
            "type each name once, with initials for quick notes")  # fmt: skip
        head.addWidget(Label(said, "small", "tertiary"))
        self.body.addLayout(head)
        self._rosters = space(QBoxLayout(QBoxLayout.Direction.LeftToRight), spacing=12)
        self.cards: dict[Party, RosterCard] = {}
        state = self.desk.state
        present = dict(self._last.body.present) if self._last else {}
        order = [state.we, state.them]
        for party in order:
            team = state.teams.get(party) or Team(party, state.party_name(party))
            here = present.get(party)
            self.cards[party] = RosterCard(team, here)
            # A row that was just added counts in the height only once the layout has shown it.
            self.cards[party].grew.connect(lambda: QTimer.singleShot(0, self, self.grow))
            self._rosters.addWidget(self.cards[party], 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._rosters)

    # Beginning

    def _note_taker(self) -> str:
        return self.taker_typed.text() if self.taker_typed else self.taker_list.value if self.taker_list else ""

    def _begin(self) -> None:
        try:
            said = self._said()
        except UserError as error:
            self.set_footer(str(error), "circle-alert", "problem")
            return
        assert self.main is not None
        self.main.set_working("Beginning")

        def begun(_: object) -> None:
            self.accept()
            self.window_behind.negotiate.focus_entry()

        def failed(error: UserError) -> None:
            assert self.main is not None
            self.main.set_working("")
            self.set_footer(str(error), "circle-alert", "problem")

        self.desk.act(_open, said, then=begun, failed=failed)

    def _said(self) -> dict[str, Any]:
        """What was typed, or the first thing that is missing."""
        now: datetime = self.desk.now()
        for field in (self.number, self.date, self.begins, self.place):
            field.set_error("")
        if not self.number.text().isdigit():
            self.number.set_error("A whole number")
            self.number.setFocus()
            raise UserError("The session has no number.", "", "Type a whole number.")
        at = moment_of(self.date.text(), self.begins.text(), now)
        if at is None:
            self.begins.set_error("As 13:04")
            self.begins.setFocus()
            raise UserError("Date or time is not clear.", "", "Type the date as 9 Mar 2027 and the time as 13:04.")
        if not self.place.text():
            self.place.set_error("The minutes name it")
            self.place.setFocus()
            raise UserError("The session has no place.", "The minutes name it.", "Type where you meet.")
        for card in self.cards.values():
            card.take_line()
        typed_now = self.begins.text() == words.clock(now) and at.date() == now.date()
        return {
            "number": int(self.number.text()),
            "at": None if typed_now else at,
            "place": self.place.text(),
            "present": {party: card.present() for party, card in self.cards.items()},
            "absent": {party: card.absent() for party, card in self.cards.items()},
            "note_taker": self._note_taker(),
            "kind": SessionKind(self.kind.value),
            "agenda": self.side_part.agenda(),
            "teams": [card.team() for card in self.cards.values()],
            "changed": any(card.changed for card in self.cards.values()),
        }


def _open(book: Any, said: dict[str, Any]) -> Any:
    from tablebook.jobs.sessions import open_session, set_roster

    said = dict(said)
    teams, changed = said.pop("teams"), said.pop("changed")
    if changed:
        others = [team for party, team in book.negotiation.teams.items() if party not in {one.party for one in teams}]
        set_roster(book, [*teams, *others], at=said["at"])
    return open_session(book, **said)
