"""Record that the ratified agreement was signed by both, with its signed copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tablebook.domain.cautions import Caution
from tablebook.domain.codes import Party
from tablebook.domain.record import Executed
from tablebook.domain.values import Signature
from tablebook.domain.vote_cautions import cautions_for_vote
from tablebook.errors import UserError
from tablebook.jobs.paper_codes import held_against
from tablebook.jobs.ratify.execute import execute
from tablebook.jobs.ratify.signed_copy import copy_differs
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.open_session_times import date_of, day_words
from tablebook.ui.dialogs.ta_paper import PaperBox
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.field import Field
from tablebook.ui.ratify.record_dialog import RecordDialog, even

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify


FAR = 10
"""Years from today in which an agreement may take effect."""


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
        self.effective.changed.connect(self.check)
        self.note = Field("Note")
        self.paper = PaperBox(lambda codes: held_against(desk.state, codes))
        self.paper.changed.connect(self._compare)
        self.paper.changed.connect(self.check)
        self.paper.changed.connect(self.grow)
        self._compared: Path | None = None
        self._differs: UserError | None = None
        self.comparing = False
        self.finished.connect(lambda _result: self.paper.stop())
        self.body.addLayout(even(self.effective, self.note))
        self.body.addWidget(self.paper)
        self.ready("Record the signing", "signature")

    def wrong(self) -> str:
        """Who or when is missing, or whether the paper is the agreement."""
        today = self.desk.now().date()
        for who, _, day in self.fields.values():
            if not who.text():
                return "Name who signed for each party."
            when = date_of(day.text(), today)
            if when is None:
                return f"“{day.text()}” is no date."
            if when > today:
                return f"{day_words(when)} is still to come. Record the signing when both have signed."
        comparing = "The copy is being compared with what was ratified." if self.comparing else ""
        return self._effective_wrong() or self.paper.pending or comparing

    def _compare(self) -> None:
        """Hold a new copy against the agreement, off the window."""
        path = self.paper.path
        if path is None or path == self._compared:
            return
        self._compared, self._differs, self.comparing = path, None, True

        def done(differs: Any) -> None:
            if path == self._compared:
                self._differs, self.comparing = differs, False
                self.check()

        self.desk.bridge.run(copy_differs, path, then=done, failed=done)

    def _effective_wrong(self) -> str:
        """Why the day from which it is in effect is none; it may be words, but a date must be one of these years."""
        typed, today = self.effective.text(), self.desk.now().date()
        found = date_of(typed, today) if typed else today
        if found is None:
            return f"“{typed}” is no date."
        return f"{day_words(found)} is no day of this agreement." if abs(found.year - today.year) > FAR else ""

    def cautions(self) -> tuple[Caution, ...]:
        """What reads otherwise than what was voted on."""
        signed = self._signatures()
        body = Executed(max(one.at for one in signed)[:10], signed)
        found = cautions_for_vote(self.desk.state, body, self.desk.now())
        if self._differs is None:
            return found
        return (*found, Caution("copy-differs", f"{self._differs.what} {self._differs.why}".strip()))

    def told(self) -> str:
        """What follows from it."""
        return "What was ratified is what is signed: nothing can change after this."

    def record(self) -> None:
        """Both signatures and the copy in one entry."""
        signed = self._signatures()
        last = max(one.at for one in signed)[:10]
        typed, today = self.effective.text(), self.desk.now().date()
        effective = day.isoformat() if typed and (day := date_of(typed, today)) else ""
        file = (self.paper.kept, self.paper.data) if self.paper.kept else None
        self.act(
            execute, signed, last, effective=effective, note=self.note.text(), file=file, reasons=self.reasons.reasons
        )

    def _signatures(self) -> tuple[Signature, ...]:
        """Both signatures with their days; when nothing is wrong."""
        now, signed = self.desk.now(), []
        for party, (who, title, day) in self.fields.items():
            when = date_of(day.text(), now.date())
            assert when is not None
            at = now.replace(year=when.year, month=when.month, day=when.day)
            signed.append(Signature(party, who.text(), at.isoformat(), title.text()))
        return tuple(signed)
