"""Who ratifies: the members, all in the unit, the board, in any order, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tablebook.domain.codes import Ratifier
from tablebook.jobs.ratify.vote import set_ratifiers
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.pass_form import row
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.ratify.record_dialog import RecordDialog

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

BODIES = (
    ("", "Nobody"),
    (str(Ratifier.MEMBERS), "The members"),
    (str(Ratifier.UNIT), "All in the unit"),
    (str(Ratifier.BOARD), "The board"),
)
TURNS = ("First", "Then", "After that")


def show(stage: Ratify) -> None:
    """Ask who ratifies, as it stands now."""
    RatifiersDialog(stage.desk, stage.window()).open()


class RatifiersDialog(RecordDialog):
    """Each place in the order names one body, or nobody."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            "Who ratifies",
            "The agreement binds when each of them has voted for it and it is signed.",
            width=760,
            parent=parent,
        )
        now = desk.state.ratification
        held = [str(body) for body in now.bodies] + ["", "", ""]
        self.turns = [DropDown(BODIES, held[at], name=f"{turn} it is ratified by") for at, turn in enumerate(TURNS)]
        self.words = Field("The rule", now.words, placeholder="Bylaw 9.1 and the policy of the Board")
        self.body.addLayout(row(*(Titled(turn, box) for turn, box in zip(TURNS, self.turns, strict=True))))
        self.body.addWidget(self.words)
        for box in self.turns:
            box.changed.connect(self.check)
        self.words.changed.connect(self.check)
        self.ready("Set who ratifies")

    def bodies(self) -> tuple[Ratifier, ...]:
        """Those named, in their order."""
        return tuple(Ratifier(box.value) for box in self.turns if box.value)

    def wrong(self) -> str:
        """A body named twice, or nothing that is new."""
        bodies, now = self.bodies(), self.desk.state.ratification
        if len(set(bodies)) != len(bodies):
            return "Each of them ratifies once."
        if bodies == now.bodies and self.words.text() == now.words:
            return "This is how it stands."
        return ""

    def told(self) -> str:
        """What follows from it."""
        if not self.bodies():
            return "Nobody votes: the agreement binds when it is signed."
        names = dict(BODIES)
        return "It is ratified by " + ", then ".join(names[str(one)].lower() for one in self.bodies()) + "."

    def record(self) -> None:
        """The order and its rule in one entry."""
        self.act(set_ratifiers, self.bodies(), self.words.text())
