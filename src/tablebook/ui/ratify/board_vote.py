"""Record the board's vote: the motion, who moved it, and the answer of each member."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from tablebook.domain.cautions import Caution
from tablebook.domain.codes import BoardOutcome, Party, Ratifier, RollCall
from tablebook.domain.vote_cautions import cautions_for_vote
from tablebook.domain.vote_count import board_result
from tablebook.domain.vote_words import count_of_words, quorum_of_words
from tablebook.domain.voting import BoardVoted, Quorum, RollCallAnswer, VoteSet
from tablebook.jobs.ratify.board import board_votes
from tablebook.jobs.ratify.vote import next_name
from tablebook.ui.desk import Desk
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, LineEdit
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.ratify.record_dialog import RecordDialog, even
from tablebook.ui.ratify.vote_rules import quorum_words

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

NOT_SAID = ""
ANSWERS = (
    (RollCall.YES, "Yes"),
    (RollCall.NO, "No"),
    (RollCall.ABSTAIN, "Abstains"),
    (RollCall.RECUSED, "Recused"),
    (RollCall.ABSENT, "Absent"),
)
MOST_SEATS = 500
ROWS = 7
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
        waiting = [one.body for one in desk.state.ratification.votes_of(Ratifier.BOARD) if not one.decided]
        self.set_up = waiting[-1] if waiting else None
        self.seats = Field("Seats on the board", str(self.set_up.eligible) if self.set_up else "", placeholder="7")
        quorum = (quorum_words(self.set_up.quorum, self.set_up.eligible) or "none") if self.set_up else "more than half"
        self.quorum = Field("Quorum", quorum, hint="members present", placeholder="more than half, 4, none")
        for box in (self.seats, self.quorum):
            box.setEnabled(self.set_up is None)
        self.moved, self.seconded = Field("Moved by"), Field("Seconded by")
        self.recorded = Field("Recorded by")
        self.changes = TextField("What it would have otherwise", hint="only if it changes or refuses text", lines=2)
        self.rows: list[tuple[LineEdit, DropDown]] = []
        self._holder = QWidget()
        self._grid = space(QGridLayout(self._holder), spacing=6)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(Label("Member of the board", "small_medium", "secondary"), 0, 0)
        self._grid.addWidget(Label("Answer", "small_medium", "secondary"), 0, 1)
        for _ in range(ROWS):
            self._add_row()
        self.body.addWidget(self.motion)
        self.body.addLayout(even(self.moved, self.seconded, self.recorded))
        self.body.addLayout(even(self.seats, self.quorum))
        self.body.addWidget(self._holder)
        self.body.addWidget(self.changes)
        for field in (self.motion, self.seats, self.quorum, self.changes):
            field.changed.connect(self.check)
        self.ready("Record the board’s vote", "gavel")

    def _add_row(self) -> None:
        at = len(self.rows) + 1
        name, answer = (
            LineEdit(),
            DropDown(
                [(NOT_SAID, "Choose"), *((str(key), said) for key, said in ANSWERS)],
                NOT_SAID,
                name=f"Answer {at}",
            ),
        )
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

    @property
    def _called(self) -> list[tuple[str, str]]:
        """Everybody named, with what was answered, "" where that is not said yet."""
        return [(said, answer.value) for name, answer in self.rows if (said := name.text().strip())]

    def roll_call(self) -> tuple[RollCallAnswer, ...]:
        """Everybody named, with the answer; when nothing is wrong."""
        return tuple(RollCallAnswer(name, RollCall(answer)) for name, answer in self._called)

    def wrong(self) -> str:
        """What is missing."""
        if not self.motion.text():
            return "Type the motion."
        seats, called = count_of_words(self.seats.text()) or 0, self._called
        if not 0 < seats <= MOST_SEATS:
            return "Count the seats on the board."
        if quorum_of_words(self.quorum.text()) is None:
            return "Type the quorum as a number, a share, or none."
        if not called:
            return "Name who was called."
        names = [name.casefold() for name, _ in called]
        if twice := next((name for name, _ in called if names.count(name.casefold()) > 1), ""):
            return f"{twice} is named twice."
        if silent := next((name for name, answer in called if answer == NOT_SAID), ""):
            return f"What did {silent} answer?"
        return f"{len(called)} are named; the board has {seats} seats." if len(called) > seats else ""

    def told(self) -> str:
        """The answers counted, and what they decide."""
        called = self.roll_call()
        counts = ((said.lower(), sum(one.answer is key for one in called)) for key, said in ANSWERS)
        answered = ", ".join(f"{number} {said}" for said, number in counts if number)
        body = BoardVoted("", self.motion.text(), called, BoardOutcome.APPROVED, "", changes=self.changes.text())
        return f"{answered}. {board_result(self._setup(), body)[1]}"

    def _setup(self) -> VoteSet:
        """The vote as it was set up, or as it is set up with this."""
        if self.set_up is not None:
            return self.set_up
        quorum = quorum_of_words(self.quorum.text()) or Quorum()
        seats = count_of_words(self.seats.text()) or 0
        return VoteSet("", Ratifier.BOARD, self.motion.text(), seats, quorum=quorum)

    def cautions(self) -> tuple[Caution, ...]:
        """What deserves a second look: a board that votes out of its turn."""
        name = self.set_up.vote if self.set_up else next_name(self.desk.state, Ratifier.BOARD)
        setup = replace(self._setup(), vote=name)
        said = () if self.set_up else cautions_for_vote(self.desk.state, setup, self.desk.now())
        body = BoardVoted(name, self.motion.text(), self.roll_call(), BoardOutcome.APPROVED, "")
        return (*said, *cautions_for_vote(self.desk.state, body, self.desk.now()))

    def record(self) -> None:
        """The whole roll call in one entry."""
        self.act(
            board_votes,
            self.motion.text(),
            self.roll_call(),
            seats=self._setup().eligible,
            quorum=self._setup().quorum,
            reasons=self.reasons.reasons,
            moved_by=self.moved.text(),
            seconded_by=self.seconded.text(),
            changes=self.changes.text(),
            recorded_by=self.recorded.text(),
        )
