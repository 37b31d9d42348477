"""Record that those who may vote were told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tablebook.domain.cautions import Caution
from tablebook.domain.packets import members_vote_of
from tablebook.domain.ready_line import ReadyLine
from tablebook.domain.record import NoticeGiven
from tablebook.domain.vote_cautions import cautions_for_vote
from tablebook.jobs.ratify.vote import give_notice
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.open_session_times import date_of, day_words
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.field import Field
from tablebook.ui.ratify.record_dialog import RecordDialog, even

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Ask for the day and the way."""
    NoticeDialog(stage.desk, line, stage.view.lines if stage.view else (), stage.window()).open()


class NoticeDialog(RecordDialog):
    """On which day, and how. ``lines`` are those of readiness."""

    def __init__(
        self, desk: Desk, line: ReadyLine, lines: tuple[ReadyLine, ...], parent: QWidget | None = None
    ) -> None:
        self.vote, self._lines = members_vote_of(desk.state), lines
        super().__init__(desk, f"Notice of {self.vote}", line.sentence, width=620, parent=parent)
        self.day = Field("Given on", day_words(desk.now().date()))
        self.by = WhoField("Given by", desk.state, desk.state.we)
        self.how = Field("How", hint="mailed and posted, read at the meeting")
        self.body.addLayout(even(self.day, self.by))
        self.body.addWidget(self.how)
        self.day.changed.connect(self.check)
        self.ready("Record the notice", "megaphone")

    def wrong(self) -> str:
        """What is no day, or is one to come."""
        today = self.desk.now().date()
        day = date_of(self.day.text(), today) if self.day.text() else None
        if day is None:
            return "Type the day as 19 Apr 2027."
        return f"{day_words(day)} is still to come. Record the notice when it is given." if day > today else ""

    def _day(self) -> str:
        day = date_of(self.day.text(), self.desk.now().date())
        assert day is not None
        return day.isoformat()

    def cautions(self) -> tuple[Caution, ...]:
        """A late notice, or lines that are still open."""
        body = NoticeGiven(self.vote, self._day(), self.how.text(), self.by.text())
        return cautions_for_vote(self.desk.state, body, self.desk.now(), self._lines)

    def record(self) -> None:
        """The notice with its day."""
        self.act(
            give_notice, self.vote, self._day(), how=self.how.text(), by=self.by.text(), reasons=self.reasons.reasons
        )
