"""Packets and summaries against the texts they were made from: what changed since, and what is out of date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tablebook.domain.codes import Ratifier
from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import (
    agreements_in_force,
    binding_text,
    held_parts,
    parts_fingerprint,
    with_parts,
)
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.packet_words import words_fingerprint
from tablebook.domain.phrases import listed
from tablebook.domain.record import PacketMade, PacketTa, SummaryWritten
from tablebook.domain.term_dates import only_days
from tablebook.domain.text import Block
from tablebook.domain.values import Part


def ta_parts(state: Negotiation, label: str) -> tuple[tuple[str, Part], ...]:
    """What a TA makes the agreement say, without what was reopened: each part with the article it is in."""
    agreement = state.agreements[label]
    return tuple(
        (text.accepted.article, part) for text in agreement.body.texts for part in held_parts(state, agreement, text)
    )


def _parts_then(state: Negotiation, one: PacketTa) -> tuple[tuple[str, Part], ...]:
    """What a TA said in a packet; what was reopened since stood in it."""
    if ta_fingerprint(state, one.agreement) == one.fingerprint:
        return ta_parts(state, one.agreement)
    agreement = state.agreements[one.agreement]
    return tuple(
        (text.accepted.article, part) for text in agreement.body.texts for part in binding_text(state, agreement, text)
    )


def ta_fingerprint(state: Negotiation, label: str) -> str:
    """The fingerprint of all that a TA makes the agreement say; it changes when a blank in it is answered."""
    return parts_fingerprint(part for _, part in ta_parts(state, label))


def tas_now(state: Negotiation) -> tuple[PacketTa, ...]:
    """Every TA in force as a packet made now would hold it."""
    labels = [one.body.label for one in agreements_in_force(state)]
    return tuple(PacketTa(label, ta_fingerprint(state, label)) for label in labels)


def conforming_now(state: Negotiation) -> tuple[PacketTa, ...]:
    """Every conforming list that holds, as a packet made now would have it."""
    found = []
    for label, (_, body) in state.ratification.conforming.items():
        said = (f"{one.article} {one.place}: {one.old} > {one.new}" for one in body.changes)
        found.append(PacketTa(label, words_fingerprint("\n".join(said))))
    return tuple(found)


_NAMED = 5
"""So many TAs are named in one line."""


@dataclass(frozen=True, slots=True)
class SincePacket:
    """What is different from a packet, by the labels of TAs and of conforming lists."""

    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.labels)

    @property
    def labels(self) -> tuple[str, ...]:
        """Everything that is different."""
        return (*self.changed, *self.new, *self.gone)

    @property
    def named(self) -> str:
        """They by their labels, or where they are many, how many."""
        return ", ".join(self.labels) if len(self.labels) <= _NAMED else f"{len(self.labels)} texts"


def since_packet(state: Negotiation, packet: PacketMade) -> SincePacket:
    """What makes this packet outdated; nothing while it holds just the texts that hold now."""
    return differences(packet.texts, (*tas_now(state), *conforming_now(state)))


def reworded_since(state: Negotiation, packet: PacketMade) -> tuple[str, ...]:
    """The TAs that read otherwise than in a packet by more than days put into their blanks since."""
    old = {one.agreement: one.fingerprint for one in packet.tas}
    return tuple(
        label
        for label in differences(packet.tas, tas_now(state)).changed
        if not any(old[label] == before for before in _without_answers(state, label))
    )


def read_otherwise(labels: tuple[str, ...], number: int) -> str:
    """That these TAs have other words now than in the packet that was voted on."""
    reads = "reads" if len(labels) == 1 else "read"
    return f"{listed(labels)} {reads} otherwise now than in packet {number}, which was voted on."


def _without_answers(state: Negotiation, label: str) -> Iterator[str]:
    """The fingerprints that a TA had before days were put into its blanks, such as that of its ratification."""
    answers = state.ratification.answers.get(label, ())
    for count in reversed(range(len(answers))):
        if not only_days(answers[count].becomes):
            return
        then = {**state.ratification.answers, label: answers[:count]}
        yield ta_fingerprint(replace(state, ratification=replace(state.ratification, answers=then)), label)


def differences(before: Iterable[PacketTa], after: Iterable[PacketTa]) -> SincePacket:
    """Which texts one packet holds otherwise than another."""
    old = {one.agreement: one.fingerprint for one in before}
    new = {one.agreement: one.fingerprint for one in after}
    return SincePacket(
        tuple(label for label in new if label in old and old[label] != new[label]),
        tuple(label for label in new if label not in old),
        tuple(label for label in old if label not in new),
    )


def packet_texts(state: Negotiation, packet: PacketMade) -> dict[str, tuple[Block, ...]]:
    """Each article a packet's TAs speak of, as they make it read. A text answered since reads as it does now."""
    parts: dict[str, list[Part]] = {}
    for one in packet.tas:
        if one.agreement in state.agreements:
            for article, part in _parts_then(state, one):
                parts.setdefault(article, []).append(part)
    return {article: with_parts(state, article, some) for article, some in parts.items()}


def summary_source(state: Negotiation, label: str, language: str = "en") -> str:
    """The fingerprint that a summary made now would be made from: the TA's text, or the English words translated."""
    if language == "en":
        return ta_fingerprint(state, label)
    english = state.ratification.summaries.get((label, "en"))
    return words_fingerprint(english[1].text) if english else ""


def summary_of(state: Negotiation, label: str, language: str = "en") -> SummaryWritten | None:
    """The plain words beside a TA in a language, if there are any."""
    found = state.ratification.summaries.get((label, language))
    return found[1] if found else None


def is_stale(state: Negotiation, summary: SummaryWritten) -> bool:
    """Whether what it was written or translated from has changed since; a translation is stale with its English."""
    if summary.made_from != summary_source(state, summary.agreement, summary.language):
        return True
    english = summary_of(state, summary.agreement) if summary.language != "en" else None
    return english is not None and is_stale(state, english)


def members_vote_of(state: Negotiation) -> str:
    """The name of the latest vote by ballots; "" where none is set up."""
    votes = [v for body in (Ratifier.MEMBERS, Ratifier.UNIT) for v in state.ratification.votes_of(body)]
    return max(votes, key=lambda vote: vote.at).body.vote if votes else ""
