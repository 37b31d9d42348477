"""The sheet of a proposal: one pass, or all passes that were handed over on one paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tablebook.domain.codes import PassKind
from tablebook.domain.language import parts_fingerprint
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.phrases import listed
from tablebook.domain.text import short_code
from tablebook.domain.values import EntryId, Part
from tablebook.jobs.sheets.marked import as_pass, pass_marks
from tablebook.jobs.sheets.wording import (
    CHANNELS,
    FORMS,
    KINDS,
    PARTIES,
    clock,
    day,
    day_or_words,
    hands,
    heading,
    long_date,
    masthead,
    moment_or_words,
    pass_line,
    refs_words,
    short_name,
)
from tablebook.reports.sheets import ProposalItem, ProposalSheet


def proposal_sheet(state: Negotiation, entries: Sequence[EntryId], made: datetime) -> ProposalSheet:
    """The paper of these passes, handed over or only prepared. They are of one party and on one paper."""
    return sheet_of([as_pass(state, entry) for entry in entries], state, made)


def sheet_of(passes: Sequence[Pass], state: Negotiation, made: datetime) -> ProposalSheet:
    """The paper of texts that may not be in the record yet, for looking at before they are."""
    first = passes[0].body
    handed = passes[0].id in state.passes
    labels = list(dict.fromkeys(one.body.label for one in passes))
    session = state.sessions.get(passes[0].session or 0)
    package = state.packages.get(first.package) if first.package else None
    label = first.package or listed(labels)
    code = short_code(parts_fingerprint([part for one in passes for part in one.body.parts] or [Part(first.prose)]))
    channel = "" if first.channel == "table" else f", {CHANNELS[first.channel]}"
    return ProposalSheet(
        masthead(state),
        f"{PARTIES[first.party]} {'Package' if first.package else KINDS[first.kind]} {label}",
        first.party,
        tuple(_item(state, one) for one in passes),
        made,
        code,
        kind=FORMS[first.form] if len(passes) == 1 else "Package" if first.package else "",
        label=label,
        date=long_date(passes[0].at) if handed else "",
        time=clock(passes[0].at) if handed else "",
        session=f"Session {session.number}, {session.body.place}" if session else "",
        handed_by=first.handed_by,
        handed_to=f"{first.handed_to}{channel}",
        conditions=first.conditions,
        expiry=moment_or_words(first.expiry),
        expiry_reason=first.expiry_reason,
        effective=day_or_words(first.effective),
        terms=_terms(first.package, package.body.terms if package else ""),
        reservation=_reservation(state, passes[0]),
        hands=hands(state, dict.fromkeys(one.body.article for one in passes if one.body.article in state.items)),
    )


def _terms(label: str, terms: str) -> str:
    return terms or (
        "Offered as one package, all or nothing. If it is refused, each article’s own last position stands again."
        if label
        else ""
    )


def _item(state: Negotiation, one: Pass) -> ProposalItem:
    body = one.body
    earlier = [other for other in state.passes_on(body.article) if other.id != one.id and other.at <= one.at]
    return ProposalItem(
        heading(state, body.article, one.places) if body.article in state.items else body.title or body.article,
        FORMS[body.form],
        body.label,
        answers=refs_words(state, body.article, body.responds_to),
        effective=day_or_words(body.effective),
        conditions=body.conditions,
        passes=(*(pass_line(other) for other in earlier), pass_line(one, current=True)),
        blocks=pass_marks(state, one),
        prose=body.prose,
        not_part=_not_part(state, one),
        fingerprint=short_code(parts_fingerprint(body.parts)),
    )


def _not_part(state: Negotiation, one: Pass) -> str:
    if one.body.article not in state.items:
        return ""
    done = {p: label for p, label in _agreed_by(state, one).items() if p and p not in one.places}
    if not done:
        return ""
    dates = {day(state.agreements[label].at) for label in done.values()}
    noun, verb = ("Section", "was") if len(done) == 1 else ("Sections", "were")
    rest = "is" if len(done) == 1 else "are"
    when = f" on {listed(sorted(dates))}" if len(dates) == 1 else ""
    return f"{noun} {listed(list(done))} {verb} tentatively agreed{when} and {rest} not part of this proposal."


def _agreed_by(state: Negotiation, one: Pass) -> dict[str, str]:
    """Place to the TA that held when this was passed, so that the paper reads the same whenever it is printed again."""
    places: dict[str, str] = {}
    for label, agreement in state.agreements.items():
        follower = state.agreements.get(agreement.superseded)
        reopened = any(state.entries[entry].at <= one.at for entry in agreement.reopened_by)
        if agreement.at > one.at or reopened or (follower and follower.at <= one.at):
            continue
        for text in agreement.body.texts:
            if text.accepted.article == one.body.article:
                places.update((place, label) for place in text.places)
    return places


def _reservation(state: Negotiation, one: Pass) -> str:
    if one.body.kind is PassKind.REJECT:
        return ""
    name = short_name(state, one.body.party)
    return (
        f"The {name} reserves the right to add to, modify or withdraw this proposal. No agreement on this article is "
        "final until it is signed, and all tentative agreements are subject to ratification."
    )
