"""The total TA: one signed line closes what is left, and everything counts as settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tablebook.domain.codes import Party
from tablebook.domain.leftovers import leftovers
from tablebook.domain.ready_line import ReadyLine
from tablebook.domain.values import Signature
from tablebook.jobs.agree import settle as record_total
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.label import IconLine
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.ratify.record_dialog import RecordDialog, even

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Ask for the line as it was signed, and by whom."""
    TotalDialog(stage.desk, stage.window()).open()


class TotalDialog(RecordDialog):
    """The line that closes the rest, and who signed it for each side."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            "Total tentative agreement",
            "Nothing is open any more. One line, signed by both sides, closes the rest.",
            620,
            parent,
        )
        left = leftovers(desk.state)
        self.words = TextField("The line as it was signed", left.line, lines=3)
        self.who = {
            party: WhoField(f"Signed for the {party} by", desk.state, party, likely=False)
            for party in (Party.UNION, Party.EMPLOYER)
        }
        self.body.addWidget(self.words)
        self.body.addLayout(even(*self.who.values()))
        told = f"Counted: {left.counted}. The sheet to sign is “Total TA” in Print (Ctrl+P)."
        self.body.addWidget(IconLine("info", told, "secondary", wrap=True))
        self.words.changed.connect(self.check)
        for box in self.who.values():
            box.changed.connect(self.check)
        self.ready("Record the total TA", "badge-check")

    def wrong(self) -> str:
        """What is missing."""
        if not self.words.text():
            return "Type the line that was signed."
        missing = next((party for party, box in self.who.items() if not box.text()), None)
        return f"Name who signed for the {missing}." if missing else ""

    def record(self) -> None:
        """The line with both signatures, dated now."""
        now = self.desk.now().isoformat()
        signed = [Signature(party, box.text(), now, box.role()) for party, box in self.who.items()]
        self.act(record_total, self.words.text(), signatures=signed)
