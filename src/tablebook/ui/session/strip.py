"""The note strip: what stays of the session when the text needs the width."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui.desk import Desk
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.label import Label, Panel, Rule
from tablebook.ui.kit.spacing import space
from tablebook.ui.models.feed import feed_of
from tablebook.ui.session.clock import TableSwitch, TimeLabel
from tablebook.ui.session.entry_line import EntryLine
from tablebook.ui.theme import theme

SWITCH_FROM, TIME_FROM = 520, 720


class NoteStrip(Panel):
    """Clock, switch, entry line, and how many notes there are."""

    caucus_asked = Signal()
    open_asked = Signal()
    notes_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.desk = desk
        self.time = TimeLabel(desk, "clock_small")
        self.switch = TableSwitch(desk)
        self.open = Button("Open session", "calendar")
        self.notes = Button("Notes", "panel-right-open", key="Alt+3")
        self.told = Label("", "small", "attention", wrap=True)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addWidget(self.told)
        self.row = space(QHBoxLayout(), (24, 7, 24, 7), 12)
        self.row.addWidget(self.time)
        self.row.addWidget(self.switch)
        self.row.addWidget(self.open)
        self.row.addWidget(self.notes)
        column.addLayout(self.row)
        self.switch.asked.connect(self.caucus_asked)
        self.notes.clicked.connect(self.notes_asked)
        self.open.clicked.connect(self.open_asked)
        desk.changed.connect(lambda _: self.renew())

    def take_entry(self, entry: EntryLine, channel: DropDown) -> None:
        """The entry line stands here while the panel is folded, and between sessions how a note reached us."""
        self.row.insertWidget(3, channel)
        self.row.insertWidget(4, entry, 1)
        self.renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The entry line keeps its room; the Caucus button of the bar says the same as the switch."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        in_session = self.desk.state.open_session is not None
        room = self.width() >= theme().px(SWITCH_FROM)
        self.switch.setVisible(in_session and room)
        self.open.setVisible(not in_session and self.desk.writable)
        self.time.setVisible(in_session or self.width() >= theme().px(TIME_FROM))

    def tell(self, sentence: str) -> None:
        """A sentence above the line."""
        self.told.setText(sentence)
        self.told.setContentsMargins(24, 6, 24, 0)
        self.told.setVisible(bool(sentence))

    def renew(self) -> None:
        """Count the notes of this session, or those since the last one."""
        state = self.desk.state
        session = state.sessions.get(state.open_session) if state.open_session is not None else None
        rows = feed_of(state, session, self.desk.now())
        count = sum(not row.divider and row.sign not in ("correction", "reason") for row in rows)
        self.notes.set_words(f"Notes {count}")
        self._fit()
        self.switch.renew()
        self.set_role("private_tint" if self.desk.our_caucus else "panel")
