"""Back to the table after a vote that did not carry: each TA stands, reopens or falls, as the local's rule says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from tablebook.domain.codes import Fate
from tablebook.domain.language import agreements_in_force
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.phrases import listed
from tablebook.jobs.ratify.send_back import send_back
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.pass_form import row
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.ratify.record_dialog import RecordDialog

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

FATES = ((str(Fate.STANDS), "Stands"), (str(Fate.REOPENS), "Reopens"), (str(Fate.FALLS), "Falls"))


SAID = ((Fate.STANDS, "stands", "stand"), (Fate.REOPENS, "reopens", "reopen"), (Fate.FALLS, "falls", "fall"))


def show(stage: Ratify) -> None:
    """Ask what becomes of every TA."""
    SendBackDialog(stage.desk, stage.window()).open()


def _in_order(state: Negotiation) -> list[Agreement]:
    """The TAs in the order of the contract."""
    order = {key: at for at, key in enumerate(state.items)}
    return sorted(
        agreements_in_force(state),
        key=lambda one: min((order.get(text.accepted.article, len(order)) for text in one.body.texts), default=0),
    )


def _named(state: Negotiation, agreement: Agreement) -> str:
    """A TA by its label and what it is on: "TA 3: Article 3, Class Size"; a label that names it stands alone."""
    label = agreement.body.label
    units = [state.titled_unit(text.accepted.article) for text in agreement.body.texts]
    said = [unit for unit in units if unit.casefold() not in label.casefold()]
    return ": ".join((label, listed(said))) if said else label


class SendBackDialog(RecordDialog):
    """One choice for all, and another for those that differ. The votes and the packets stay in the record."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            "Back to the table",
            "A TA that stands keeps its text; one that reopens is open again; one that falls is "
            "gone. Votes and packets stay in the record.",
            parent=parent,
        )
        state = desk.state
        decided = [
            one for one in state.ratification.votes.values() if one.decided and one.turn == state.ratification.turn
        ]
        self.vote = decided[-1].body.vote if decided else ""
        self.reason = TextField("Why", lines=2)
        self.rule = Field("The rule", placeholder="Bylaw 9.5: all TAs stand but those named")
        self.by = WhoField("Recorded by", state, state.we)
        self.all = DropDown(FATES, str(Fate.STANDS), name="Every TA")
        self.own: dict[str, DropDown] = {}
        made = QWidget()
        grid = space(QGridLayout(made), spacing=6)
        grid.setColumnStretch(0, 1)
        for at, agreement in enumerate(_in_order(state)):
            label = agreement.body.label
            grid.addWidget(Label(_named(state, agreement), "body", wrap=True), at, 0)
            self.own[label] = DropDown((("", "As above"), *FATES), "", name=f"What becomes of {label}")
            grid.addWidget(self.own[label], at, 1)
        self.body.addWidget(self.reason)
        self.body.addLayout(row(Titled("Every TA", self.all), self.rule, self.by, stretch=1))
        self.body.addWidget(made)
        self.reason.changed.connect(self.check)
        for box in (self.all, *self.own.values()):
            box.changed.connect(self.check)
        self.ready("Send it back", "undo-2")

    def fates(self) -> dict[str, Fate]:
        """The TAs that differ from the rest."""
        return {label: Fate(box.value) for label, box in self.own.items() if box.value}

    def wrong(self) -> str:
        """What is missing."""
        if not self.vote:
            return "No vote was decided against it."
        return "" if self.reason.text() else "Say why it goes back."

    def told(self) -> str:
        """How many TAs end how."""
        own, rest = self.fates(), Fate(self.all.value)
        fates = [own.get(label, rest) for label in self.own]
        counted = [(fates.count(fate), one, many) for fate, one, many in SAID]
        return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counted if number)

    def record(self) -> None:
        """One entry that names every TA in force."""
        self.act(
            send_back,
            self.vote,
            self.reason.text(),
            self.fates(),
            others=Fate(self.all.value),
            rule=self.rule.text(),
            by=self.by.text(),
        )
