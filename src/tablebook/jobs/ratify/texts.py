"""Make signed texts ready: carry out instructions, answer blanks, settle clashes and disputes, agree on clean-ups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody
from tablebook.domain.conforming import conformed
from tablebook.domain.instructions import Proposed
from tablebook.domain.language import agreed_text, agreements_in_force
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.open_words import open_words
from tablebook.domain.record import (
    BlankAnswered,
    Body,
    ClashSettled,
    ConditionMet,
    ConformingAgreed,
    ConformingChange,
    DisputeSettled,
    Draft,
    LookedAt,
    PayerNamed,
    ResultConfirmed,
    TextDisputed,
)
from tablebook.domain.successor import assemble
from tablebook.domain.values import Attachment, Part, Signature
from tablebook.domain.waiting_texts import comes_to
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, record
from tablebook.jobs.ratify.vote import bytes_of


def _one(book: Book, body: Body, message: str, at: datetime | None) -> Changed:
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], message)


def propose_result(state: Negotiation, ta: str, article: str) -> Proposed | None:
    """What a TA's instructions on an article come to, for a person to look at; None where it has none."""
    return comes_to(state, article, signed_parts(state, ta, article))


def signed_parts(state: Negotiation, ta: str, article: str) -> tuple[Part, ...]:
    """The words of a TA on an article, as they were signed."""
    agreement = state.agreements.get(ta)
    if agreement is None:
        raise UserError(f"There is no {ta}.", "", "Name the TA by its label.")
    for text in agreement.body.texts:
        if text.accepted.article == article:
            return agreed_text(state, text)
    raise UserError(f"{ta} is not on {state.named_unit(article)}.", "", "Name an article that it is on.")


def confirm_result(
    book: Book,
    ta: str,
    article: str,
    result: Sequence[Part],
    *,
    instruction: str = "",
    by: str = "",
    with_them: str = "",
    not_shown: Sequence[Part] = (),
    at: datetime | None = None,
) -> Changed:
    """Confirm what the agreement says when a TA's instructions are carried out. The signed words stay."""
    body = ResultConfirmed(ta, article, instruction, tuple(result), by, with_them, tuple(not_shown))
    return _one(book, body, f"The result of {ta} is confirmed.", at)


def answer_blank(
    book: Book,
    ta: str,
    article: str,
    words: str,
    becomes: str,
    *,
    place: str = "",
    nth: int = 1,
    by: str = "",
    with_them: str = "",
    at: datetime | None = None,
) -> Changed:
    """Answer words left open in a signed text: put ``becomes`` in their stead, or nothing. Where other TAs in force
    restate the same open words in that place, they are answered in the same stroke."""
    state, when = book.negotiation, at_or_now(book, at)
    labels = [ta, *(other for other in _same_words_open(state, ta, article, place, words) if other != ta)]
    bodies = [BlankAnswered(label, article, words, becomes, place, nth, by, with_them) for label in labels]
    said = f"“{words}” in {ta} is answered."
    return record(book, [Draft(body, Custody.SHARED, when) for body in bodies], said)


def _same_words_open(state: Negotiation, ta: str, article: str, place: str, words: str) -> list[str]:
    found: dict[str, tuple[Part, ...]] = {}
    for agreement in agreements_in_force(state, article):
        for text in agreement.body.texts:
            parts = tuple(part for part in agreed_text(state, text) if part.place == place)
            if text.accepted.article == article and any(one.words == words for one in open_words(parts)):
                found[agreement.body.label] = parts
    return [label for label, parts in found.items() if parts == found.get(ta)]


def agree_conforming(
    book: Book,
    changes: Sequence[ConformingChange],
    initials: Sequence[Signature],
    *,
    label: str = "",
    supersedes: Sequence[str] = (),
    scan: tuple[Attachment, bytes] | None = None,
    at: datetime | None = None,
) -> Changed:
    """Record a list of conforming changes that both sides initialled: it counts as agreed. One that changes words which
    stand nowhere is refused. With ``supersedes`` it takes the place of lists before it, also where it has no changes
    left."""
    _refuse_not_there(book.negotiation, changes, supersedes)
    count = len(book.negotiation.ratification.conforming) + len(supersedes)
    name = label or (f"Conforming list {count + 1}" if count else "Conforming list")
    body = ConformingAgreed(name, tuple(changes), tuple(initials), tuple(supersedes), scan[0] if scan else None)
    drafts = [Draft(body, Custody.SHARED, at_or_now(book, at))]
    return record(book, drafts, f"{name} is recorded.", bytes_of(scan))


def _refuse_not_there(state: Negotiation, changes: Sequence[ConformingChange], supersedes: Sequence[str]) -> None:
    lists = {label: one for label, one in state.ratification.conforming.items() if label not in supersedes}
    built = assemble(replace(state, ratification=replace(state.ratification, conforming=lists)))
    for key in dict.fromkeys(one.article for one in changes):
        article = built.by_key[key].article if key in built.by_key else None
        here = [(key, one) for one in changes if one.article == key]
        found = conformed(article.title, article.blocks, here)[2] if article else ()
        for one in [each.change for each in found if not each.times] if article else [one for _, one in here]:
            where = f"section {one.place} of {state.named_unit(key)}" if one.place else state.named_unit(key)
            raise UserError(
                f"“{one.old}” does not stand in {where}.",
                "A conforming list changes words as they stand in the agreement.",
                "Type them as they stand there.",
            )


def settle_clash(
    book: Book,
    article: str,
    stands: str,
    gives_way: str,
    reason: str,
    *,
    place: str = "",
    by: str = "",
    at: datetime | None = None,
) -> Changed:
    """Record which of two TAs governs in a place of which they say different things."""
    body = ClashSettled(article, stands, gives_way, reason, place, by)
    return _one(book, body, f"{stands} governs {place or book.negotiation.named_unit(article)}.", at)


def dispute(
    book: Book, ta: str, ours: str, theirs: str, *, place: str = "", by: str = "", at: datetime | None = None
) -> Changed:
    """Record that each side says other words were agreed."""
    return _one(book, TextDisputed(ta, ours, theirs, place, by), f"The words of {ta} are disputed.", at)


def settle_dispute(
    book: Book, ta: str, words: str, *, place: str = "", by: str = "", at: datetime | None = None
) -> Changed:
    """Record how a dispute about a TA's words was settled."""
    return _one(book, DisputeSettled(ta, words, place, by), f"The words of {ta} are no longer disputed.", at)


def meet_condition(book: Book, ta: str, how: str, *, by: str = "", at: datetime | None = None) -> Changed:
    """Record that what a TA depends on has come about."""
    return _one(book, ConditionMet(ta, how, by), f"The condition of {ta} is met.", at)


def name_payer(
    book: Book, ta: str, payer: str, *, pay_by: str = "", note: str = "", at: datetime | None = None
) -> Changed:
    """Record who pays what a TA makes due, and by when."""
    return _one(book, PayerNamed(ta, payer, pay_by, note), f"{payer} pays what {ta} makes due.", at)


def let_stand(book: Book, line: str, seen: str, reason: str, *, by: str = "", at: datetime | None = None) -> Changed:
    """Record that somebody looked at a line of readiness and it stands as it is, as long as its words do. That is ours:
    the other side has no part in what we check."""
    body = LookedAt(line, seen, reason, by)
    return record(book, [Draft(body, Custody.OURS, at_or_now(book, at))], "Looked at.")
