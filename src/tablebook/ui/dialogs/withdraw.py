"""Take back an offer of ours in words, or record that they took back theirs; and the no to an offer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tablebook.domain.codes import Party, PassState
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.positions import open_packages
from tablebook.domain.values import EntryId
from tablebook.jobs import withdraw as job
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.reason import Ask, ReasonDialog

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.main_window import MainWindow

PACKAGE = "package:"
ENDED = (PassState.WITHDRAWN, PassState.ACCEPTED, PassState.REJECTED)


def show(window: MainWindow) -> None:
    """Open it on the chosen article, or say that no offer stands there."""
    desk = window.desk
    if not offers(desk.state, desk.article):
        window.say("No offer stands on this article.", "info")
        return
    withdraw_dialog(desk, desk.article, window).open()


def offers(state: Negotiation, key: str) -> tuple[tuple[str, str], ...]:
    """The offers on an article that have not ended, the newest first; packages whole."""
    packages = tuple(
        (f"{PACKAGE}{one.body.label}", f"Package {one.body.label}")
        for one in reversed(open_packages(state))
        if any(ref.article == key for ref in one.body.members)
    )
    passes = tuple(
        (str(one.id), f"{words.of(words.PARTIES, one.body.party).text} {one.body.label}")
        for one in reversed(state.passes_on(key))
        if one.state not in ENDED and not one.body.package
    )
    return (*packages, *passes)


def withdraw_dialog(desk: Desk, key: str, parent: QWidget | None = None) -> ReasonDialog:
    """Whose offer it is says who may withdraw it."""
    name = desk.state.items[key].article.name
    asks = _asks(desk.state, "Withdrawn by", offers(desk.state, key))
    return ReasonDialog(desk, f"Withdraw an offer, {name}", "Only the party that passed it may withdraw it.", asks,
                        "Record the withdrawal", partial(_withdraw, key=key), "undo-2",
                        "Each article’s own last position then stands again.", parent)  # fmt: skip


def reject_dialog(desk: Desk, key: str, parent: QWidget | None = None) -> ReasonDialog:
    """A no to an offer of the other side, in words."""
    name = desk.state.items[key].article.name
    asks = _asks(desk.state, "Said by", offers(desk.state, key))
    return ReasonDialog(desk, f"Reject an offer, {name}", "A no is said to the other side’s offer.", asks,
                        "Record the no", partial(_reject, key=key), "ban",
                        "A counter is no rejection: an offer without a condition can still be accepted after one.",
                        parent)  # fmt: skip


def _asks(state: Negotiation, by: str, found: tuple[tuple[str, str], ...]) -> list[Ask]:
    return [
        Ask("offer", "Offer", "one of", choices=found),
        Ask("by", by, "who", party=state.we, value=""),
        Ask("words", "The words said", "lines", hint="as they were said"),
        Ask("reason", "Reason", needed="Give the reason; it is kept.", hint="kept with the entry"),
    ]


def _named(state: Negotiation, key: str, offer: str) -> tuple[Party, dict[str, str]]:
    """Whose offer it is, and how the entry names it."""
    if offer.startswith(PACKAGE):
        label = offer.removeprefix(PACKAGE)
        return state.packages[label].body.party, {"package": label}
    one = state.passes[EntryId(offer)]
    return one.body.party, {"article": key, "label": one.body.label}


def _withdraw(book: Book, key: str, offer: str, by: str, words: str, reason: str) -> Any:
    party, name = _named(book.negotiation, key, offer)
    return job.withdraw(book, party, by=by, words=words, reason=reason, **name)  # type: ignore[arg-type]


def _reject(book: Book, key: str, offer: str, by: str, words: str, reason: str) -> Any:
    party, name = _named(book.negotiation, key, offer)
    return job.reject(book, party.other, by=by, words=words, reason=reason, **name)  # type: ignore[arg-type]
