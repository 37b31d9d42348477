"""What deserves a second look, each with the line in which the reason is kept. One view, no second dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.cautions import Caution
from tablebook.ui.kit.field import Field
from tablebook.ui.kit.finding import FindingCard
from tablebook.ui.kit.spacing import space

TITLES = {
    "label-again": "They used this label before",
    "label-skips": "The label skips a number",
    "out-of-order": "Out of order",
    "exploding": "Runs out without a reason",
    "already-expired": "Runs out before it is handed over",
    "changes-ta": "Changes a TA’d text",
    "new-subject": "A new subject",
    "dead-reference": "Points to nothing",
    "struck-reference": "Points to a section that is being struck",
    "outside-term": "A date outside the term",
    "no-such-date": "A date that is in no calendar",
    "number-differs": "Words and figure differ",
    "marked-same": "Marked, and nothing is changed",
    "nothing-marked": "Nothing on the paper is marked",
    "regressive": "Takes back an offer (regressive)",
    "withdrawn": "The offer was withdrawn",
    "replaced": "The offer was replaced",
    "expired": "The offer has run out",
    "held": "The article is held",
    "not-ready": "Lines are open",
    "no-notice": "No notice is recorded",
    "notice-late": "The notice is late",
    "counted-early": "The vote is still open",
    "few-ballots": "So few ballots are no secret",
    "all-alike": "All voted alike, which is no secret",
    "no-quorum": "No quorum is asked",
    "far-away": "Far from now",
    "packet-outdated": "The packet is outdated",
    "out-of-turn": "Out of turn",
    "changed-since-vote": "Changed since the vote",
    "signed-early": "Signed before the vote",
    "copy-differs": "The copy reads otherwise",
    "changes-figure": "A figure changes",
}
ICONS = {
    "regressive": "trending-down",
    "dead-reference": "unlink",
    "struck-reference": "unlink",
    "outside-term": "calendar",
    "no-such-date": "calendar",
    "number-differs": "hash",
    "exploding": "clock",
    "already-expired": "clock",
    "expired": "clock",
    "changes-ta": "lock-open",
    "held": "circle-pause",
}


def said(caution: Caution) -> str:
    """The sentence with its place in front: "12.1b: E-2 offered 25. This says 26."."""
    return f"{caution.place}: {caution.sentence}" if caution.place else caution.sentence


class ReasonBox(QWidget):
    """The cautions of one act. `needed` names what still has no reason, `reasons` gives (code, reason) to be kept."""

    changed = Signal()

    def __init__(self, ask: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._cautions: tuple[Caution, ...] = ()
        self._typed: dict[str, str] = {}
        self.cards: list[FindingCard] = []
        self.fields: dict[str, Field] = {}
        self._column = space(QVBoxLayout(self), spacing=8)
        self.hide()

    def show_cautions(self, cautions: Sequence[Caution]) -> None:
        """Show these; reasons typed before stay with their code."""
        if tuple(cautions) == self._cautions:
            return
        self._cautions = tuple(cautions)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards, self.fields = [], {}
        for code in dict.fromkeys(one.code for one in self._cautions):
            self._add(code, [one for one in self._cautions if one.code == code])
        self.setVisible(bool(self.cards))

    def _add(self, code: str, found: list[Caution]) -> None:
        text = " ".join(said(one) for one in found)
        card = FindingCard(TITLES.get(code, code.replace("-", " ").capitalize()), text, ICONS.get(code, "circle-alert"),
                           "attention")  # fmt: skip
        card.acts.setContentsMargins(0, 0, 0, 0)
        if self._ask and code != "exploding" and any(one.asks_reason for one in found):
            field = Field("Reason", self._typed.get(code, ""), "kept with the entry", name=f"Reason. {text}")
            field.changed.connect(lambda words, code=code: self._keep(code, words))
            card.body.addWidget(field)
            self.fields[code] = field
        self._column.addWidget(card)
        self.cards.append(card)

    def _keep(self, code: str, words: str) -> None:
        self._typed[code] = words
        self.changed.emit()

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What is shown."""
        return self._cautions

    @property
    def needed(self) -> str:
        """Which caution still needs its reason, as a title; "" when none does."""
        missing = next((code for code, field in self.fields.items() if not field.text()), "")
        return TITLES.get(missing, missing)

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """The reasons given, by code."""
        return tuple((code, field.text()) for code, field in self.fields.items() if field.text())
