"""Who is here, for one party: a box for each, absence by name, and a line in which a new name is typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.values import Person, Team
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.field import LineEdit
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.party import PartyMark, party_role
from tablebook.ui.kit.spacing import space

GUEST = "guest"


def person_of(typed: str, taken: Sequence[str] = ()) -> Person | None:
    """ "Dana Marsh, chief, DM": name, role and initials in one line; initials are made where none are typed."""
    parts = [part.strip() for part in typed.split(",")]
    if not parts[0]:
        return None
    name, rest = " ".join(parts[0].split()), [part for part in parts[1:] if part]
    # The last one: in "Paul Ortiz, HR, PO" the role is written in capitals too.
    initials = next((part for part in reversed(rest) if re.fullmatch(r"[A-Z]{1,4}", part)), "")
    role = ", ".join(part for part in rest if part != initials)
    made = initials or "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isalpha()).upper()
    initials, count = made, 2
    while initials in taken:  # two people with the same initials could not be told apart in a note
        initials, count = f"{made}{count}", count + 1
    return Person(name, role, initials)


class _AddLine(LineEdit):
    """Enter adds a person; an empty Enter does nothing."""

    added = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is ours, with Ctrl it belongs to the dialog."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.added.emit(self.text())
        else:
            super().keyPressEvent(event)


class _Row(QWidget):
    """One person: box, name, role, and "absent" where the box is empty."""

    told = Signal()

    def __init__(self, person: Person, here: bool) -> None:
        super().__init__()
        self.person = person
        self.box = Check(person.name, here)
        self.role = Label(person.role, "small", "secondary", wrap=True)
        self.away = Label("", "small_strong", "attention")
        row = space(QHBoxLayout(self), spacing=8)
        row.addWidget(self.box)
        row.addWidget(self.role, 1)
        row.addWidget(self.away)
        row.addWidget(Label(person.initials, "small", "tertiary"))
        self.box.toggled.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        self.away.setText("" if self.box.isChecked() else "absent")
        spoken = ", ".join(part for part in (self.person.name, self.person.role, self.away.text()) if part)
        self.box.setAccessibleName(spoken)
        self.told.emit()


class RosterCard(Card):
    """A party's people. `changed` says whether the roster is another than it was."""

    grew = Signal()
    told = Signal()
    """Somebody came, or is not here after all."""

    def __init__(self, team: Team, here: Sequence[str] | None, parent: QWidget | None = None) -> None:
        super().__init__(spacing=2, parent=parent)
        self._team = team
        self.changed = False
        self.count = Label("", "small", "secondary")
        head = space(QHBoxLayout(), spacing=8)
        head.addWidget(PartyMark(str(team.party), 16))
        head.addWidget(Label(team.short or team.name, "body_bold", party_role(str(team.party)), wrap=True), 1)
        head.addWidget(self.count)
        self.body.addLayout(head)
        self._rows: list[_Row] = []
        self._people = space(QVBoxLayout(), spacing=0)
        self.body.addLayout(self._people)
        for person in team.people:
            self._add(person, here is None or person.name in here)
        for name in here or ():
            if name not in {person.name for person in team.people}:
                self._add(Person(name, GUEST), True)
        self.line = _AddLine("", lead="plus", height=30)
        self.line.setPlaceholderText("Add a name, role, initials" if not team.people else "Add a person or a guest")
        self.line.setAccessibleName(f"Add a person to {team.name}: name, role, initials")
        self.line.added.connect(lambda _: self.take_line())
        self.line.textChanged.connect(lambda _: self.told.emit())
        self.body.addWidget(self.line)
        self._tell()

    def _add(self, person: Person, here: bool) -> None:
        row = _Row(person, here)
        row.told.connect(self._tell)
        self._rows.append(row)
        self._people.addWidget(row)

    def _tell(self) -> None:
        here = sum(row.box.isChecked() for row in self._rows)
        self.count.setText(f"{here} of {len(self._rows)}" if self._rows else "nobody yet")
        self.told.emit()

    def take_line(self) -> None:
        """Add whoever stands in the line; a guest is here today and not on the roster."""
        person = person_of(self.line.text(), [row.person.initials for row in self._rows])
        self.line.clear()
        if person is None or person.name in {row.person.name for row in self._rows}:
            return
        self.changed = self.changed or GUEST not in person.role
        self._add(person, True)
        self._tell()
        self.grew.emit()

    @property
    def nobody(self) -> bool:
        """Whether nobody is here; whoever is typed in the line and not yet added is."""
        return not self.present() and not self.line.text().strip()

    def present(self) -> tuple[str, ...]:
        """The names of those who are here."""
        return tuple(row.person.name for row in self._rows if row.box.isChecked())

    def absent(self) -> tuple[str, ...]:
        """The names of those who are on the roster and not here."""
        return tuple(row.person.name for row in self._rows if not row.box.isChecked() and GUEST not in row.person.role)

    def team(self) -> Team:
        """The roster as it is now."""
        people = tuple(row.person for row in self._rows if GUEST not in row.person.role)
        return Team(self._team.party, self._team.name, people, self._team.short)
