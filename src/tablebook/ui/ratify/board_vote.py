"""Record the board's vote: the motion, who moved it, and the answer of each member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from tablebook.domain.codes import Party, RollCall
from tablebook.domain.voting import RollCallAnswer
from tablebook.jobs.ratify.board import board_votes
from tablebook.ui.desk import Desk
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, LineEdit
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.ratify.record_dialog import RecordDialog, even

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

ANSWERS = (
    (RollCall.YES, "Yes"),
    (RollCall.NO, "No"),
    (RollCall.ABSTAIN, "Abstains"),
    (RollCall.RECUSED, "Recused"),
    (RollCall.ABSENT, "Absent"),
)
SEATS = 7
"""So many rows stand there at first; one more comes when the last is filled."""


def show(stage: Ratify) -> None:
    """The roll call on the agreement."""
    BoardDialog(stage.desk, stage.window()).open()


class BoardDialog(RecordDialog):
    """A board votes in the open: each answer is kept with its name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            "The board’s vote",
            "By roll call. What it would have otherwise is kept in its own words.",
            parent=parent,
        )
        union = desk.state.party_name(Party.UNION)
        made = desk.state.made
        term = f"{made.term} " if made and made.term else ""
        self.motion = Field("Motion", f"To approve the {term}agreement with the {union}")
        self.moved, self.seconded = Field("Moved by"), Field("Seconded by")
        self.recorded = Field("Recorded by")
        self.changes = TextField("What it would have otherwise", hint="only if it changes or refuses text", lines=2)
        self.rows: list[tuple[LineEdit, DropDown]] = []
        self._holder = QWidget()
        self._grid = space(QGridLayout(self._holder), spacing=6)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(Label("Member of the board", "small_medium", "secondary"), 0, 0)
        self._grid.addWidget(Label("Answer", "small_medium", "secondary"), 0, 1)
        for _ in range(SEATS):
            self._add_row()
        self.body.addWidget(self.motion)
        self.body.addLayout(even(self.moved, self.seconded, self.recorded))
        self.body.addWidget(self._holder)
        self.body.addWidget(self.changes)
        self.motion.changed.connect(self.check)
        self.ready("Record the board’s vote", "gavel")

    def _add_row(self) -> None:
        at = len(self.rows) + 1
        name, answer = LineEdit(), DropDown([(str(key), said) for key, said in ANSWERS], "yes", name=f"Answer {at}")
        name.setAccessibleName(f"Member {at}")
        name.setPlaceholderText("Name")
        name.textChanged.connect(lambda _: self._typed())
        answer.changed.connect(self.check)
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(answer, at, 1)
        self.rows.append((name, answer))

    def _typed(self) -> None:
        if self.rows[-1][0].text().strip():
            self._add_row()
            self.grow()
        self.check()

    def roll_call(self) -> tuple[RollCallAnswer, ...]:
        """Everybody named, with the answer."""
        return tuple(
            RollCallAnswer(name.text().strip(), RollCall(answer.value))
            for name, answer in self.rows
            if name.text().strip()
        )

    def wrong(self) -> str:
        """What is missing."""
        if not self.motion.text():
            return "Type the motion."
        return "" if self.roll_call() else "Name who was called."

    def told(self) -> str:
        """The answers so far, counted."""
        called = self.roll_call()
        counts = ((said.lower(), sum(one.answer is key for one in called)) for key, said in ANSWERS)
        return ", ".join(f"{number} {said}" for said, number in counts if number)

    def record(self) -> None:
        """The whole roll call in one entry."""
        self.act(
            board_votes,
            self.motion.text(),
            self.roll_call(),
            moved_by=self.moved.text(),
            seconded_by=self.seconded.text(),
            changes=self.changes.text(),
            recorded_by=self.recorded.text(),
        )
