"""The last question: who we are, with whom, for which term. It sets sides and custody and cannot change later."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui.kit.button import Button
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import LineEdit
from tablebook.ui.kit.label import IconLine, Label, Panel
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.outline.parties import Found

KINDS = (
    ("successor", "Successor"),
    ("initial", "First contract"),
    ("reopener", "Reopener"),
    ("mid-term", "Mid-term"),
)
WAIT = "Doubts can wait, they stay listed"


class WhoRow(Panel):
    """Under the outline, beside the main act."""

    made = Signal()
    other_asked = Signal()

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.side = Segmented((("union", "Union", "union"), ("employer", "Employer", "employer")), name="We are")
        self.union = LineEdit(found.union)
        self.employer = LineEdit(found.employer)
        self.term = LineEdit(found.term)
        self.kind = DropDown(KINDS, "successor", name="Kind of negotiation")
        for edit, name in ((self.union, "Name of the union"), (self.employer, "Name of the employer"),
                           (self.term, "Term")):  # fmt: skip
            edit.setAccessibleName(name)
            edit.setPlaceholderText(name)
            edit.setCursorPosition(0)
            edit.textChanged.connect(lambda _, edit=edit: self._mended(edit))
        self._wrong = False
        self.note = IconLine("info", WAIT, "secondary", "small", wrap=True)
        self.other = Button("Choose another file", size=36)
        self.make = Button("Make the book", "check", "primary", key="Ctrl+Enter", size=36)
        self.make.clicked.connect(self.made)
        self.other.clicked.connect(self.other_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        self._column = space(QVBoxLayout(self), (20, 10, 20, 10), 8)
        self._names = space(QHBoxLayout(), spacing=10)
        self._names.addWidget(Label("We are", "body_bold"))
        self._names.addWidget(self.side)
        self._names.addWidget(self.union, 5)
        self._names.addWidget(Label("with", "body", "secondary"))
        self._names.addWidget(self.employer, 5)
        self._names.addWidget(self.kind)
        self._names.addWidget(self.term, 2)
        self._acts = space(QHBoxLayout(), spacing=10)
        self._acts.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        self._acts.addWidget(self.other)
        self._acts.addWidget(self.make)
        self._column.addLayout(self._names)
        self._column.addLayout(self._acts)

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the names take the first line alone."""
        for at, part in enumerate((self.kind, self.term)):
            (self._names if narrow else self._acts).removeWidget(part)
            if narrow:
                self._acts.insertWidget(at, part)
            else:
                self._names.insertWidget(5 + at, part, 2 * at)

    def _mended(self, edit: LineEdit) -> None:
        """A name is being changed: what was wrong with it is no longer said."""
        edit.set_tone("")
        if self._wrong:
            self.say(WAIT)

    def missing(self) -> str:
        """What is still to be typed, with its field marked and the keyboard on it; "" when all is there."""
        for edit, what in ((self.union, "union"), (self.employer, "employer")):
            if not edit.text().strip():
                edit.set_tone("wrong")
                edit.setFocus()
                return f"The {what} has no name. Both parties stand on every paper: type it as on the contract."
        if self._wrong:
            self.say(WAIT)
        return ""

    def say(self, words: str, wrong: bool = False) -> None:
        """A sentence beside the main act."""
        self._wrong = wrong
        self.note.set_line("circle-alert" if wrong else "info", words, "problem" if wrong else "secondary")
