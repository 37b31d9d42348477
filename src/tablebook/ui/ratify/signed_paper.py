"""What came later to a TA, or to the executed agreement: its signed paper, a signature on another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tablebook.domain.codes import Party
from tablebook.domain.ready_line import Act, ReadyLine
from tablebook.domain.values import Signature
from tablebook.jobs.paper_codes import held_against_ta
from tablebook.jobs.ratify.papers import add_signature, attach_scan
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.open_session_times import date_of, day_words
from tablebook.ui.dialogs.ta_paper import PaperBox
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.field import Field
from tablebook.ui.ratify.record_dialog import RecordDialog, even

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

SIDES = {Party.UNION: "the union", Party.EMPLOYER: "the employer"}


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Ask for the paper, or for the signature that is missing."""
    missing = Party(line.place) if line.act is Act.ADD_SIGNATURE and line.place else None
    LaterDialog(stage.desk, line.agreement, stage.window(), missing).open()


class LaterDialog(RecordDialog):
    """The paper is kept byte for byte beside what is on record; a signature is added to those that are there."""

    def __init__(self, desk: Desk, ta: str, parent: QWidget | None = None, missing: Party | None = None) -> None:
        super().__init__(
            desk,
            f"Signed: {ta or 'the agreement'}",
            "Kept beside it. What was recorded stays as it is.",
            width=720,
            parent=parent,
        )
        self.ta = ta
        self.paper = PaperBox(lambda codes: held_against_ta(desk.state, codes, ta), may_move=True)
        self.signs = {
            party: Check(f"It was signed for {said} later", party is missing) for party, said in SIDES.items()
        }
        self.who = {
            party: WhoField("Signed by", desk.state, party, f"Signed for {said} by") for party, said in SIDES.items()
        }
        self.days = {
            party: Field("On", day_words(desk.now().date()), name=f"Signed for {said} on")
            for party, said in SIDES.items()
        }
        self.body.addWidget(self.paper)
        self._lines: dict[Party, QWidget] = {}
        for party, box in self.signs.items():
            self.body.addWidget(box)
            line = QWidget()
            line.setLayout(even(self.who[party], self.days[party]))
            self._lines[party] = line
            self.body.addWidget(line)
            box.toggled.connect(self.check)
            self.who[party].changed.connect(self.check)
            self.days[party].changed.connect(self.check)
        self.paper.changed.connect(self.check)
        self.paper.changed.connect(self.grow)
        self.finished.connect(lambda _result: self.paper.stop())
        self.ready("Record it")

    @property
    def _asked(self) -> list[Party]:
        return [party for party, box in self.signs.items() if box.isChecked()]

    def wrong(self) -> str:
        """What is missing."""
        asked = self._asked
        for party, line in self._lines.items():
            line.setVisible(party in asked)
        for party in asked:
            if not self.who[party].text():
                return f"Name who signed for {SIDES[party]}."
            if date_of(self.days[party].text(), self.desk.now().date()) is None:
                return f"“{self.days[party].text()}” is no date."
        if self.paper.pending:
            return self.paper.pending
        return "" if asked or self.paper.kept else "Choose the paper, or say who signed later."

    def record(self) -> None:
        """Each signature, then the paper."""
        now, asked = self.desk.now(), self._asked
        for party in asked:
            when = date_of(self.days[party].text(), now.date())
            assert when is not None
            at = now.replace(year=when.year, month=when.month, day=when.day)
            one = Signature(party, self.who[party].text(), at.isoformat(), self.who[party].role())
            self.act(add_signature, one, self.ta, last=not self.paper.kept and party is asked[-1])
        if self.paper.kept:
            self.act(attach_scan, (self.paper.kept, self.paper.data), self.paper.instead or self.ta, self.paper.also)
