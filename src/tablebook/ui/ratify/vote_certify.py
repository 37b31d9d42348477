"""Certify the count: the result is worked out by the rule, and whoever certifies it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tablebook.domain.cautions import Caution
from tablebook.domain.ratification import Vote
from tablebook.domain.ready_line import ReadyLine
from tablebook.domain.record import VoteCertified
from tablebook.domain.vote_cautions import cautions_for_vote
from tablebook.domain.vote_count import count, result, tallies
from tablebook.jobs.ratify.count import certify
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.ratify.record_dialog import RecordDialog
from tablebook.ui.ratify.vote_steps import shown_vote

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify


def show(stage: Ratify) -> None:
    """Show what the count decides, and by which rule."""
    vote = shown_vote(stage.desk.state)
    if vote is None or not tallies(vote):
        stage.desk.say("Nothing is counted yet.", "info")
        return
    CertifyDialog(stage.desk, vote, stage.view.lines if stage.view else (), stage.window()).open()


class CertifyDialog(RecordDialog):
    """The result with its rule, and who certifies it. ``lines`` are those of readiness."""

    def __init__(self, desk: Desk, vote: Vote, lines: tuple[ReadyLine, ...], parent: QWidget | None = None) -> None:
        self.vote, self.decided, self._lines = vote, result(vote.body, count(vote)), lines
        super().__init__(desk, f"Certify: {vote.body.vote}", self.decided.rule, width=620, parent=parent)
        self.by = WhoField("Certified by", desk.state, desk.state.we, likely=False)
        self.note = TextField("Note", lines=3)
        self.body.addWidget(self.by)
        self.body.addWidget(self.note)
        self.by.changed.connect(self.check)
        self.ready("Certify the count", "signature")

    def wrong(self) -> str:
        """Who is missing."""
        return "" if self.by.text() else "Name who certifies it."

    def told(self) -> str:
        """What can still change the count."""
        return "After this only a correction with its reason can change the count."

    def cautions(self) -> tuple[Caution, ...]:
        """What was not done before the count."""
        body = VoteCertified(self.vote.body.vote, self.by.text(), self.decided.outcome, self.decided.rule)
        return cautions_for_vote(self.desk.state, body, self.desk.now(), self._lines)

    def record(self) -> None:
        """The result as it is worked out from the counts."""
        self.act(certify, self.vote.body.vote, self.by.text(), note=self.note.text(), reasons=self.reasons.reasons,
                 icon="circle-check" if self.decided.carried else "info")  # fmt: skip
