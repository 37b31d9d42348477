"""What still stands in the way of the vote: line by line, each with the act that settles it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from tablebook.domain import ready_texts
from tablebook.domain.codes import Party
from tablebook.domain.language import agreements_in_force, changes_nothing
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.packets import is_stale, members_vote_of, since_packet, summary_of
from tablebook.domain.phrases import listed
from tablebook.domain.positions import position, unresolved
from tablebook.domain.ready_line import Act, Check, ReadyLine
from tablebook.domain.rules_ratification import BODIES
from tablebook.domain.successor import Successor, assemble

ALL_WELL = {
    Check.ARTICLES: "Every article is settled.",
    Check.SIGNATURES: "Every TA is signed by both.",
    Check.SCANS: "Every signed TA is kept as a scan or photo.",
    Check.CONDITIONS: "No TA depends on anything.",
    Check.CLASHES: "No two TAs say different things of one place.",
    Check.LAPSED: "Nothing that was settled fell out when a TA was replaced.",
    Check.DISPUTES: "No text is disputed.",
    Check.INSTRUCTIONS: "Every TA says what the agreement will say.",
    Check.NOT_SHOWN: "No contract words go that a paper did not show.",
    Check.OPEN_WORDS: "No blank, remark or note is left in a signed text.",
    Check.REFERENCES: "Every reference leads where it should.",
    Check.CONFORMING: "Every conforming change finds its words.",
    Check.DATES: "Every date lies inside the term, and none tells of the last contract.",
    Check.PAYERS: "Everything that becomes due has a payer.",
    Check.APPENDICES: "No appendix changes.",
    Check.SUMMARIES: "Every TA has its plain words.",
}
"""What a check says where it found nothing to list."""

Lines = Iterator[ReadyLine]


def readiness(
    state: Negotiation, now: datetime | None = None, successor: Successor | None = None
) -> tuple[ReadyLine, ...]:
    """Every line, settled or not, in order; once the agreement is signed, none of them blocks. ``successor`` is the
    assembled agreement where the caller has it."""
    built = successor if successor is not None else assemble(state)
    found: list[ReadyLine] = []
    for check, lines in _checks(state, built, now):
        some = [_looked_at(state, line) for line in lines]
        found.extend(some or ([ReadyLine(check, True, ALL_WELL[check])] if check in ALL_WELL else []))
    return tuple(found) if state.ratification.executed is None else tuple(map(_after_the_signing, found))


STILL = (
    Act.ADD_SIGNATURE, Act.ATTACH_SCAN, Act.CONDITION_MET, Act.SETTLE_DISPUTE, Act.NAME_PAYER, Act.LOOK_AT,
    Act.GIVE_NOTICE,
)  # fmt: skip
"""What can be put to the files when the agreement is signed; the other acts prepare a vote that is over."""


def _after_the_signing(line: ReadyLine) -> ReadyLine:
    """Nothing is in the way of a vote that was held. What is open then is what the files lack."""
    if line.settled:
        return line
    return replace(line, blocks=False, act=line.act if line.act in STILL else None)


def in_the_way(lines: tuple[ReadyLine, ...]) -> tuple[ReadyLine, ...]:
    """The lines that the vote should wait for."""
    return tuple(line for line in lines if not line.settled and line.blocks)


def _checks(state: Negotiation, built: Successor, now: datetime | None) -> Iterator[tuple[Check, Lines]]:
    yield Check.ARTICLES, _articles(state, now)
    yield Check.SIGNATURES, _signatures(state)
    yield Check.SCANS, _scans(state)
    texts: tuple[tuple[Check, Callable[[Negotiation, Successor], Iterable[ReadyLine]]], ...] = (
        (Check.CONDITIONS, ready_texts.conditions),
        (Check.CLASHES, ready_texts.clashes),
        (Check.LAPSED, ready_texts.lapsed),
        (Check.DISPUTES, ready_texts.disputes),
        (Check.INSTRUCTIONS, ready_texts.told),
        (Check.NOT_SHOWN, ready_texts.without_words),
        (Check.OPEN_WORDS, ready_texts.left_open),
        (Check.REFERENCES, ready_texts.references),
        (Check.CONFORMING, ready_texts.conforming),
        (Check.DATES, lambda now, made: (*ready_texts.dates(now, made), *ready_texts.old_dates(now, made))),
        (Check.PAYERS, ready_texts.payers),
        (Check.APPENDICES, ready_texts.appendices),
    )
    for check, find in texts:
        yield check, iter(find(state, built))
    yield Check.SUMMARIES, _summaries(state)
    yield Check.PACKET, _packet(state)
    yield Check.VOTE, _vote(state)
    yield Check.NOTICE, _notice(state, now)


def _looked_at(state: Negotiation, line: ReadyLine) -> ReadyLine:
    """A line that somebody looked at and let stand, as long as it is about the same words."""
    looked = state.ratification.stands(line.key, line.seen) if line.may_stand else None
    if looked is None:
        return line
    by = f" ({looked.by})" if looked.by else ""
    return replace(line, settled=True, sentence=f"{line.sentence} Looked at{by}: {looked.reason}")


def _articles(state: Negotiation, now: datetime | None) -> Lines:
    for key in unresolved(state, now):
        said = f"{_open_part(state, key, now)} is neither agreed nor withdrawn."
        yield ReadyLine(Check.ARTICLES, False, said, Act.SETTLE_ARTICLE, key)
    if state.settled is None and not unresolved(state, now):
        yield ReadyLine(
            Check.ARTICLES, False, "Every article is settled, and the total TA is not signed.", Act.TOTAL_TA
        )


def _open_part(state: Negotiation, key: str, now: datetime | None) -> str:
    """What is open of an item: the one section that is, where others are agreed; else the item, with those named."""
    name, found = state.named_unit(key), position(state, key, now)
    places = [place for place in found.open_places if place] if found.agreed else []
    if len(places) == 1:
        return f"Section {places[0]} of {name}"
    return f"{name} (Sections {listed(places)})" if places else name


SIDES = {Party.UNION: "the union", Party.EMPLOYER: "the employer"}


def missing_signatures(agreement: Agreement) -> tuple[Party, ...]:
    """The sides that have not signed a TA."""
    signed = {one.party for one in agreement.signatures if one.name.strip() or one.at}
    return tuple(party for party in SIDES if party not in signed)


def _signatures(state: Negotiation) -> Lines:
    for agreement in agreements_in_force(state):
        for party in missing_signatures(agreement):
            said = f"{agreement.body.label} is not signed for {SIDES[party]}."
            article = agreement.body.texts[0].accepted.article
            yield ReadyLine(Check.SIGNATURES, False, said, Act.ADD_SIGNATURE, article, str(party), agreement.body.label)


def _scans(state: Negotiation) -> Lines:
    for agreement in agreements_in_force(state):
        if not agreement.papers:
            article = agreement.body.texts[0].accepted.article
            said = f"No signed paper is kept with {agreement.body.label}."
            yield ReadyLine(
                Check.SCANS, False, said, Act.ATTACH_SCAN, article, agreement=agreement.body.label, blocks=False
            )


def _summaries(state: Negotiation) -> Lines:
    for agreement in agreements_in_force(state):
        label, article = agreement.body.label, agreement.body.texts[0].accepted.article
        if summary_of(state, label) is None and not changes_nothing(state, agreement):
            said = f"{label} has no plain words beside it."
            yield ReadyLine(Check.SUMMARIES, False, said, Act.WRITE_SUMMARY, article, agreement=label, blocks=False)
        for (of, language), (_, one) in state.ratification.summaries.items():
            if of == label and is_stale(state, one):
                what = "The plain words" if language == "en" else f"The words in translation ({language})"
                said = f"{what} beside {label} were made from another text than it has now."
                yield ReadyLine(Check.SUMMARIES, False, said, Act.WRITE_SUMMARY, article, agreement=label, old=language)


def _packet(state: Negotiation) -> Lines:
    packet = state.ratification.latest_packet
    if packet is None:
        yield ReadyLine(Check.PACKET, False, "No packet is made yet.", Act.MAKE_PACKET)
        return
    since = since_packet(state, packet)
    outdated = f"Packet {packet.number} is outdated: {since.named} changed since."
    name = "" if since else _not_told(state, packet.number)
    said = outdated if since else f"Packet {packet.number} is made."
    if name:
        said = f"Packet {packet.number} was made before {name} was set up: it does not say when and where."
    yield ReadyLine(Check.PACKET, not since and not name, said, Act.MAKE_PACKET, blocks=bool(since))


def _not_told(state: Negotiation, packet: int) -> str:
    """The vote that is still to be decided and was set up only when the packet was made."""
    name, made = members_vote_of(state), state.ratification.packets[packet][0]
    vote = state.ratification.votes.get(name)
    if vote is None or vote.decided or vote.body.practice:
        return ""
    return name if state.number(vote.id) > state.number(made) else ""


def _vote(state: Negotiation) -> Lines:
    now = state.ratification
    for body in now.bodies:
        votes = now.votes_of(body)
        said = f"{votes[-1].body.vote} is set up." if votes else f"No vote of {BODIES[body]} is set up."
        yield ReadyLine(Check.VOTE, bool(votes), said, Act.SET_UP_VOTE, place=str(body), blocks=body != "board")


def _notice(state: Negotiation, now: datetime | None) -> Lines:
    name = members_vote_of(state)
    if not name:
        return
    vote = state.ratification.votes[name]
    due = vote.body.notice_due
    if vote.notices:
        given = vote.notices[-1].day
        late = f", after it was due on {due}" if due and given > due else ""
        yield ReadyLine(Check.NOTICE, True, f"Notice of {name} was given on {given}{late}.", Act.GIVE_NOTICE)
    elif due:
        over = now is not None and now.date().isoformat() > due
        said = f"Notice of {name} {'was' if over else 'is'} due on {due}."
        yield ReadyLine(Check.NOTICE, False, said, Act.GIVE_NOTICE)
    else:
        yield ReadyLine(Check.NOTICE, False, f"Notice of {name} is not given.", Act.GIVE_NOTICE)
