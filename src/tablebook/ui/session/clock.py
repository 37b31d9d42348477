"""The clock block: session, room, time, and whether both sides are at the table."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.chip import Chip
from tablebook.ui.kit.label import IconLine, Label, Panel
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.session.clock_words import attendance, caucus_lines, names_present, place_line, table_line

TABLE, CAUCUS = "table", "caucus"


class TimeLabel(Label):
    """The time of day by the book's clock. It is asked for, never announced."""

    def __init__(self, desk: Desk, style: str = "clock", parent: QWidget | None = None) -> None:
        super().__init__("", style, parent=parent)
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.renew)
        self._timer.start()
        self.renew()

    def renew(self) -> None:
        """Show the minute it is now."""
        text = words.clock(self._desk.now())
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)


class TableSwitch(Segmented):
    """At table, or in caucus. It shows what the record says; changing it asks for the act."""

    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__([(TABLE, "At table"), (CAUCUS, "Caucus")], name="At table or in caucus", parent=parent)
        self._desk = desk
        self.changed.connect(self._ask)

    def _ask(self, wanted: str) -> None:
        running = self._desk.state.caucus is not None
        if (wanted == CAUCUS) != running:
            self.asked.emit()
        self.renew()

    def renew(self) -> None:
        """Show what the record says."""
        self.set_value(CAUCUS if self._desk.state.caucus is not None else TABLE)


class ClockBlock(Panel):
    """Turns plum while our caucus runs; without a session it offers to open one."""

    caucus_asked = Signal()
    open_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.desk = desk
        self.title = Label("", "body_bold")
        self.people = IconLine("users", "", "secondary", "small_medium")
        self.private = Chip("Private", "lock", "private_page")
        self.place = Label("", "small", "secondary", wrap=True)
        self.time = TimeLabel(desk)
        self.switch = TableSwitch(desk)
        self.open = Button("Open session", "calendar")
        self.line = Label("", "small", "secondary", wrap=True)
        self._build()
        self.switch.asked.connect(self.caucus_asked)
        self.open.clicked.connect(self.open_asked)
        self._minute = ""
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _build(self) -> None:
        column = space(QVBoxLayout(self), (16, 8, 16, 10), 2)
        first = space(QHBoxLayout(), spacing=8)
        first.addWidget(self.title, 1)
        first.addWidget(self.people)
        first.addWidget(self.private)
        middle = space(QHBoxLayout(), spacing=8)
        middle.addWidget(self.time, 1)
        middle.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        middle.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (first, middle):
            column.addLayout(part)
        column.insertWidget(1, self.place)
        column.addWidget(self.line)

    def _tick(self) -> None:
        """Every second the clock is asked; only a new minute is drawn."""
        minute = words.clock(self.desk.now())
        if minute != self._minute:
            self._minute = minute
            self.renew()

    def renew(self) -> None:
        """Say what the record says now."""
        state, now = self.desk.state, self.desk.now()
        session = state.sessions.get(state.open_session) if state.open_session is not None else None
        ours = self.desk.our_caucus
        self.set_role("private_tint" if ours else "panel")
        self.title.set_look(role="private" if ours else "text")
        self.private.setVisible(ours)
        self.people.setVisible(session is not None and not ours)
        self.switch.setVisible(session is not None)
        self.open.setVisible(session is None)
        reading = "" if self.desk.writable else "This book is open for reading only."
        self.open.set_reason(reading)
        self.switch.setEnabled(not reading)
        self.switch.setToolTip(reading)
        self.switch.renew()
        self.time.renew()
        if session is None:
            self.title.setText("No session open")
            self.place.setText("What comes by e-mail, by phone or in a sidebar can be noted all the same.")
            self.line.setText("")
            return
        self.people.set_line("users", attendance(state, session))
        self.people.setToolTip(names_present(state, session))
        self.people.setAccessibleName(f"{attendance(state, session)}. {names_present(state, session)}")
        if state.caucus is not None:
            self.title.setText("Our caucus" if ours else "Their caucus")
            first, second = caucus_lines(state, session, now)
        else:
            self.title.setText(f"Session {session.number}")
            first, second = place_line(session, now), table_line(session, now)
        self.place.setText(first)
        self.line.setText(second)
