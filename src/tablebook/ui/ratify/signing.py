"""Record that the ratified agreement was signed by both, with its signed copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tablebook.domain.codes import Party
from tablebook.domain.values import Signature
from tablebook.jobs.paper_codes import held_against
from tablebook.jobs.ratify.execute import execute
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.open_session_times import date_of, day_words
from tablebook.ui.dialogs.ta_paper import PaperBox
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.field import Field
from tablebook.ui.ratify.record_dialog import RecordDialog, even

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify


def show(stage: Ratify) -> None:
    """The signing; once it is recorded, a copy or a signature that came later."""
    if stage.desk.state.ratification.executed is not None:
        from tablebook.ui.ratify.signed_paper import LaterDialog

        LaterDialog(stage.desk, "", stage.window()).open()
        return
    SigningDialog(stage.desk, stage.window()).open()


class SigningDialog(RecordDialog):
    """Who signed for each party, and on which day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            "The agreement is signed",
            "Each party on its own date. The signed copy is kept as it came.",
            width=760,
            parent=parent,
        )
        today = day_words(desk.now().date())
        self.fields: dict[Party, tuple[WhoField, Field, Field]] = {}
        for party, said in ((Party.UNION, "For the union"), (Party.EMPLOYER, "For the employer")):
            who = WhoField(said, desk.state, party)
            title, day = Field("As", who.role(), name=f"{said}, as"), Field("On", today, name=f"{said}, on")
            self.fields[party] = who, title, day
            self.body.addLayout(even(who, title, day))
            day.changed.connect(self.check)
            who.changed.connect(self.check)
        self.effective = Field("In effect from", placeholder="1 July 2027")
        self.note = Field("Note")
        self.paper = PaperBox(lambda codes: held_against(desk.state, codes))
        self.paper.changed.connect(self.check)
        self.paper.changed.connect(self.grow)
        self.finished.connect(lambda _result: self.paper.stop())
        self.body.addLayout(even(self.effective, self.note))
        self.body.addWidget(self.paper)
        self.ready("Record the signing", "signature")

    def wrong(self) -> str:
        """Who or when is missing, or whether the paper is the agreement."""
        for who, _, day in self.fields.values():
            if not who.text():
                return "Name who signed for each party."
            if date_of(day.text(), self.desk.now().date()) is None:
                return f"“{day.text()}” is no date."
        return self.paper.pending

    def told(self) -> str:
        """What follows from it."""
        return "What was ratified is what is signed: nothing can change after this."

    def record(self) -> None:
        """Both signatures and the copy in one entry."""
        now, signed = self.desk.now(), []
        for party, (who, title, day) in self.fields.items():
            when = date_of(day.text(), now.date())
            assert when is not None
            at = now.replace(year=when.year, month=when.month, day=when.day)
            signed.append(Signature(party, who.text(), at.isoformat(), title.text()))
        last = max(one.at for one in signed)[:10]
        file = (self.paper.kept, self.paper.data) if self.paper.kept else None
        self.act(execute, signed, last, effective=self.effective.text(), note=self.note.text(), file=file)
