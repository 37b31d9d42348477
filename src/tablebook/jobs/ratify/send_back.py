"""Take an agreement that was not ratified back to the table, and compare what was voted on with what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.codes import Custody, Fate
from tablebook.domain.language import agreements_in_force
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.packets import SincePacket, differences, packet_texts
from tablebook.domain.record import Draft, SentBack, TaFate
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, record
from tablebook.redline.compare import compare
from tablebook.redline.marks import Redline


def send_back(
    book: Book,
    vote: str,
    reason: str,
    fates: Mapping[str, Fate],
    *,
    others: Fate = Fate.STANDS,
    rule: str = "",
    by: str = "",
    at: datetime | None = None,
) -> Changed:
    """Mark every TA as the local's rule says: those named, and all ``others``. The votes and the packet stay."""
    held = [one.body.label for one in agreements_in_force(book.negotiation)]
    for label in fates:
        if label not in held:
            raise UserError(f"{label} is not in force.", f"In force: {', '.join(held)}.", "Name a TA by its label.")
    marks = tuple(TaFate(label, fates.get(label, others)) for label in held)
    body = SentBack(vote, reason, marks, rule, by)
    counted = {fate: sum(1 for one in marks if one.fate is fate) for fate in Fate}
    said = ", ".join(
        f"{count} {'TA' if count == 1 else 'TAs'} {WORDS[fate]}" for fate, count in counted.items() if count
    )
    message = f"The agreement is back on the table: {said or 'no TA was in force'}."
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], message)


WORDS = {Fate.STANDS: "standing", Fate.REOPENS: "reopened", Fate.FALLS: "fallen"}


@dataclass(frozen=True, slots=True)
class PacketComparison:
    """Two packets: which TAs differ, and each article whose text does, with its redline from first to second."""

    first: int
    second: int
    tas: SincePacket
    articles: tuple[tuple[str, Redline], ...]


def compare_packets(state: Negotiation, first: int, second: int) -> PacketComparison:
    """What the second packet says otherwise than the first."""
    packets = state.ratification.packets
    for number in (first, second):
        if number not in packets:
            have = ", ".join(map(str, packets)) or "none"
            raise UserError(f"There is no packet {number}.", f"There are: {have}.", "Name two that were made.")
    one, other = packets[first][1], packets[second][1]
    before, after = packet_texts(state, one), packet_texts(state, other)
    changed = []
    for key in state.items:
        old = before.get(key) or (state.items[key].article.blocks if key in after and not state.items[key].new else ())
        new = after.get(key) or (state.items[key].article.blocks if key in before and not state.items[key].new else ())
        if old != new:
            changed.append((key, compare(old, new)))
    return PacketComparison(first, second, differences(one.texts, other.texts), tuple(changed))
