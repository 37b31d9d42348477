"""Challenged ballots: how many were set aside and why, and later what was decided about them. Never whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tablebook.domain.ratification import Vote
from tablebook.domain.vote_count import open_challenges
from tablebook.domain.vote_words import count_of_words
from tablebook.jobs.ratify.count import challenge_ballots, settle_challenge
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.pass_form import row
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.ratify.record_dialog import RecordDialog
from tablebook.ui.ratify.vote_steps import shown_vote

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

ASIDE, DECIDED = "aside", "decided"


def show(stage: Ratify) -> None:
    """The challenged ballots of the vote that is shown."""
    vote = shown_vote(stage.desk.state)
    if vote is None:
        stage.desk.say("No vote is set up yet.", "info")
        return
    ChallengesDialog(stage.desk, vote, stage.window()).open()


class ChallengesDialog(RecordDialog):
    """One place at a time. Where some are undecided it opens on the decision."""

    def __init__(self, desk: Desk, vote: Vote, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            f"Challenged ballots: {vote.body.vote}",
            "They are set aside unopened. Those that count are mixed in with the others of their place, which is then "
            "counted again: so nobody can tell how one of them voted.",
            width=820,
            parent=parent,
        )
        self.vote = vote
        self.places = vote.body.places or ("",)
        waiting = next((place for place in self.places if open_challenges(vote, place) > 0), None)
        self.what = Segmented(
            [(ASIDE, "Ballots were set aside"), (DECIDED, "It was decided")],
            ASIDE if waiting is None else DECIDED,
            name="What is recorded",
        )
        self.place = DropDown(
            [(place, place or "All together") for place in self.places], waiting or self.places[0], name="Place"
        )
        self.how_many = Field("How many were set aside")
        self.counted, self.not_counted = Field("How many count"), Field("How many do not")
        self.reason = TextField("Why", hint="never whose they are", lines=2)
        self.by = WhoField("Recorded by", desk.state, desk.state.we)
        self.body.addWidget(self.what)
        self.body.addLayout(row(Titled("Place", self.place), self.how_many, self.counted, self.not_counted))
        self.body.addWidget(self.reason)
        self.body.addWidget(self.by)
        for box in (self.what, self.place, self.how_many, self.counted, self.not_counted, self.reason):
            box.changed.connect(self.check)
        self.ready("Record it")

    @property
    def _decided(self) -> bool:
        return self.what.value == DECIDED

    def wrong(self) -> str:
        """What is missing, or no number."""
        self.how_many.setVisible(not self._decided)
        for box in (self.counted, self.not_counted):
            box.setVisible(self._decided)
        if self._decided:
            left = open_challenges(self.vote, self.place.value)
            if left < 1:
                return f"No ballot is undecided{f' at {self.place.value}' if self.place.value else ''}."
            numbers = [count_of_words(box.text()) for box in (self.counted, self.not_counted)]
            if None in numbers or not 0 < sum(number or 0 for number in numbers) <= left:
                return f"Type how many of the {left} count, and how many do not."
        elif not count_of_words(self.how_many.text()):
            return "Type how many were set aside."
        return "" if self.reason.text() else "Say why."

    def told(self) -> str:
        """What follows from it."""
        if self._decided and count_of_words(self.counted.text()):
            return "Mix them with the others and enter the count of that place again."
        return "Only the number and the reason are kept."

    def record(self) -> None:
        """The number and the reason."""
        place, reason, by = self.place.value, self.reason.text(), self.by.text()
        if self._decided:
            counted, rest = (count_of_words(box.text()) or 0 for box in (self.counted, self.not_counted))
            self.act(settle_challenge, self.vote.body.vote, counted, rest, reason, place=place, by=by)
        else:
            many = count_of_words(self.how_many.text()) or 0
            self.act(challenge_ballots, self.vote.body.vote, many, reason, place=place, by=by)
