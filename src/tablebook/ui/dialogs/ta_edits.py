"""Pen edits as they are written on the paper: from, to, and whose initials stand beside each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.codes import Party
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.values import PenEdit
from tablebook.ui.dialogs.who_box import people_of
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.field import Field
from tablebook.ui.kit.label import Icon, Label
from tablebook.ui.kit.spacing import space

SIDES = (Party.UNION, Party.EMPLOYER)


def initials_of(state: Negotiation, party: Party) -> str:
    """Whose initials: those of the first person of the roster, else the party's letter."""
    people = people_of(state, party)
    return (people[0].initials if people else "") or {"union": "U", "employer": "E"}[party]


class EditRow(QWidget):
    """One edit."""

    changed = Signal()

    def __init__(self, state: Negotiation, number: int) -> None:
        super().__init__()
        self.old = Field("", name=f"Edit {number}, struck words", placeholder="words that are struck")
        self.new = Field("", name=f"Edit {number}, written words", placeholder="words that are written")
        self.initials = {party: Check(initials_of(state, party), on=True) for party in SIDES}
        row = space(QHBoxLayout(self), spacing=8)
        row.addWidget(Label(f"edit {number}", "small", "secondary"))
        row.addWidget(self.old, 2)
        row.addWidget(Icon("arrow-right", "secondary", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.new, 3)
        for party, check in self.initials.items():
            check.setAccessibleName(f"Edit {number}, initials {check.words} of the {party}")
            row.addWidget(check)
            check.toggled.connect(self.changed)
        for field in (self.old, self.new):
            field.changed.connect(self.changed)

    @property
    def edit(self) -> PenEdit | None:
        """The edit; None while nothing is struck."""
        if not self.old.text():
            return None
        signed = tuple(party for party, check in self.initials.items() if check.isChecked())
        return PenEdit("", self.old.text(), self.new.text(), signed)


class PenEdits(QWidget):
    """As many edits as there are on the paper."""

    changed = Signal()

    def __init__(self, state: Negotiation) -> None:
        super().__init__()
        self._state = state
        self.rows: list[EditRow] = []
        self.add_button = Button("Add an edit", "plus", kind="ghost", size=28)
        self.add_button.clicked.connect(self._more)
        self._column = space(QVBoxLayout(self), spacing=6)
        head = space(QHBoxLayout(), spacing=8)
        head.addWidget(Label("Pen edits, as written on the paper", "small_medium", "secondary"))
        head.addStretch(1)
        head.addWidget(Label("initials beside the edit", "small", "tertiary"))
        self._column.addLayout(head)
        self._column.addWidget(self.add_button)
        self.add()

    def add(self) -> EditRow:
        """One more line."""
        row = EditRow(self._state, len(self.rows) + 1)
        row.changed.connect(self.changed)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows), row)
        return row

    def _more(self) -> None:
        self.add().old.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @property
    def edits(self) -> tuple[PenEdit, ...]:
        """The edits that are typed."""
        return tuple(edit for row in self.rows if (edit := row.edit) is not None)

    def uneven(self) -> bool:
        """Whether one side initialed more edits than the other."""
        counts = {party: sum(party in edit.initials for edit in self.edits) for party in SIDES}
        return counts[Party.UNION] != counts[Party.EMPLOYER]

    def without_initials(self) -> int:
        """The number of the first edit that nobody initialed; 0 where there is none."""
        return next((n for n, edit in enumerate(self.edits, start=1) if not edit.initials), 0)
