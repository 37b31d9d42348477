"""Beside what is open: the session's facts, counts and fingerprint, and two prints that never mix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui import words
from tablebook.ui.dialogs.open_session_times import day_words
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.chip import Chip
from tablebook.ui.kit.label import IconLine, Label
from tablebook.ui.kit.spacing import space

if TYPE_CHECKING:
    from tablebook.jobs.session_review import SessionReview
    from tablebook.ui.main_window import MainWindow

PRINTS = (
    ("minutes", "Minutes, ours", "ours", "All entries with who said what. Evidence, and stays with us.", "ours"),
    ("joint", "Minutes, joint", "shared",
     "What both can sign: who was here, caucuses, papers exchanged, TAs, next date. No notes.", "joint"),
)  # fmt: skip


class CloseSide(QWidget):
    """Counts are those of the record as it stands; they change as places are closed."""

    def __init__(self, window: MainWindow, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.window_behind, self.number = window, number
        session = window.desk.state.sessions[number]
        began, now = session.began, window.desk.now()
        column = space(QVBoxLayout(self), spacing=10)
        column.addWidget(Label(f"Session {number}", "panel_title"))
        told = f"{day_words(began.date())}, {words.clock(began)} to {words.clock(now)}, {session.body.place}"
        column.addWidget(Label(told, "body", "secondary", wrap=True))
        self.code = Label("", "panel_title")
        self._counts: dict[str, tuple[Label, Label]] = {}
        row = space(QHBoxLayout(), spacing=8)
        for key in ("entries", "passes", "caucuses", "corrections"):
            card = Card(margins=(10, 8, 10, 8), spacing=0, line="line")
            self._counts[key] = (Label("", "panel_title"), Label("", "small", "secondary", wrap=True))
            card.body.addWidget(self._counts[key][0])
            card.body.addWidget(self._counts[key][1])
            row.addWidget(card, 3 if key == "entries" else 2)
        column.addLayout(row)
        column.addWidget(self._fingerprint())
        for print_ in PRINTS:
            column.addWidget(self._print(*print_))
        column.addStretch(1)
        self.note = IconLine("info", "", "secondary", "small", wrap=True)
        column.addWidget(self.note)

    def _fingerprint(self) -> Card:
        card = Card(line="line", spacing=2)
        head = space(QHBoxLayout(), spacing=8)
        head.addWidget(Label("Fingerprint of the entries", "small", "secondary"))
        head.addStretch(1)
        copy = Button("Copy", "copy", "ghost", size=28)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.code.text()))
        head.addWidget(copy)
        card.body.addLayout(head)
        foot = space(QHBoxLayout(), spacing=8)
        foot.addWidget(self.code)
        foot.addStretch(1)
        foot.addWidget(Label("printed on every page", "small", "tertiary"))
        card.body.addLayout(foot)
        return card

    def _print(self, kind: str, title: str, custody: str, text: str, verb: str) -> Card:
        card = Card(line="strong")
        head = space(QHBoxLayout(), spacing=8)
        head.addWidget(IconLine("notebook-pen" if custody == "ours" else "handshake", title, "secondary", "body_bold",
                                "text"), 1)  # fmt: skip
        head.addWidget(Chip.of_custody(custody), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.body.addWidget(Label(text, "small", "secondary", wrap=True))
        acts = space(QHBoxLayout(), (0, 4, 0, 0), 8)
        button = Button(f"Print {verb}", "printer", size=28)
        button.clicked.connect(lambda: self._open_print(kind))
        acts.addWidget(button)
        acts.addStretch(1)
        card.body.addLayout(acts)
        return card

    def show_review(self, found: SessionReview) -> None:
        """The counts as they are now."""
        from tablebook.domain.text import short_code
        from tablebook.jobs.sheets.minutes import session_fingerprint

        state = self.window_behind.desk.state
        span = f"entries, {found.first} to {found.last}"
        told = {
            "entries": (found.entries, span),
            "passes": (found.passes, "pass" if found.passes == 1 else "passes"),
            "caucuses": (found.caucuses, "caucus" if found.caucuses == 1 else "caucuses"),
            "corrections": (found.corrections, "correction" if found.corrections == 1 else "corrections"),
        }
        for key, (count, name) in told.items():
            self._counts[key][0].setText(str(count))
            self._counts[key][1].setText(name)
        self.code.setText(short_code(session_fingerprint(state, self.number)))
        following = len(state.entries) + 1
        self.note.set_line("info", f"Closing adds entry {following}. What stays open is kept under “Owed” and comes up "
                           f"when session {self.number + 1} opens.", "secondary")  # fmt: skip

    # Prints

    def _open_print(self, kind: str) -> None:
        """The very pages, to print or to save; nothing of the session changes by it."""
        from tablebook.ui.dialogs.print_choice import PaperChoice
        from tablebook.ui.dialogs.print_paper import PrintDialog

        desk, state, now = self.window_behind.desk, self.window_behind.desk.state, self.window_behind.desk.now()

        def sheet() -> Any:
            from tablebook.jobs.sheets.minutes import joint_minutes_sheet, minutes_sheet

            return (minutes_sheet if kind == "minutes" else joint_minutes_sheet)(state, self.number, now)

        custody, whose = ("ours", "ours") if kind == "minutes" else ("shared", "joint")
        name = f"Session {self.number} minutes, {whose}"
        PrintDialog(desk, [PaperChoice(kind, name, name, custody, sheet)], parent=self.window()).open()
