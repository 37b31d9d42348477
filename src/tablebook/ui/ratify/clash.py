"""Two TAs that say different things of one place: a person says which of them governs there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.claims import Claim, Clash
from tablebook.domain.phrases import listed
from tablebook.domain.ready_line import ReadyLine
from tablebook.domain.successor import assemble
from tablebook.jobs.ratify.texts import settle_clash
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.reason import Ask, ReasonDialog
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.ratify.stage import Ratify


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Find the clash off the window, then show what each TA says."""

    def found(clash: Any) -> None:
        if clash is not None:
            ClashDialog(stage.desk, clash, stage.window()).open()

    stage.desk.bridge.run(_clash, line.article, line.place, then=found)


def _clash(book: Book, article: str, place: str) -> Clash | None:
    clashes = assemble(book.negotiation).clashes
    return next((one for one in clashes if (one.unit, one.place) == (article, place)), None)


class ClashDialog(ReasonDialog):
    """What each TA says, as it was signed; which one governs, and why."""

    def __init__(self, desk: Desk, clash: Clash, parent: QWidget | None = None) -> None:
        labels = list(dict.fromkeys(claim.agreement for claim in clash.sides))
        name = desk.state.named_unit(clash.unit)
        where = f"{name}, {clash.place}" if clash.place else name
        super().__init__(
            desk,
            f"{listed(labels)} say different things of {where}",
            "Neither is taken by its date: both were signed. Until one governs, the current language stands.",
            [
                Ask("stands", "Governs here", "one of", value=labels[-1], choices=tuple((one, one) for one in labels)),
                Ask("reason", "Why", "lines", needed="Say why it governs."),
                Ask("by", "Recorded by", "who", party=desk.state.we),
            ],
            "Settle it",
            partial(_settle, clash=clash, labels=tuple(labels)),
            "check",
            parent=parent,
        )
        for at, claim in enumerate(clash.sides):
            self.body.insertWidget(at, _said(claim))


def _said(claim: Claim) -> QWidget:
    card = Card(spacing=4)
    card.body.addWidget(Label(claim.agreement, "body_bold"))
    if claim.deleted:
        card.body.addWidget(Label("Strikes it.", "body", "secondary"))
    words = QWidget()
    column = space(QVBoxLayout(words), spacing=4)
    for block in claim.blocks:
        column.addWidget(Label(block.printed, "contract", wrap=True))
    card.body.addWidget(words)
    return card


def _settle(book: Book, clash: Clash, labels: tuple[str, ...], stands: str, reason: str, by: str) -> Any:
    others = [label for label in labels if label != stands]
    done = None
    for other in others:
        done = settle_clash(book, clash.unit, stands, other, reason, place=clash.place, by=by)
    return done
