"""What the Ratify stage shows, gathered in one go: what stands in the way, the packet, and each TA in the agreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tablebook.domain.codes import State
from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.language import agreements_in_force
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.packets import SincePacket, since_packet
from tablebook.domain.positions import position
from tablebook.domain.readiness import in_the_way, readiness
from tablebook.domain.ready_line import Check, ReadyLine
from tablebook.domain.successor import Successor, assemble
from tablebook.domain.text import Block, heading
from tablebook.jobs.prove import items_by_key, prove_blocks
from tablebook.proof.results import Finding

AGREED = (State.TA, State.RATIFIED, State.APPROVED, State.EXECUTED)


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """The lines of one check as one row: the first that is open, else the first. ``more`` sentences follow it."""

    check: Check
    settled: bool
    blocks: bool
    line: ReadyLine
    more: tuple[ReadyLine, ...] = ()

    @property
    def open(self) -> tuple[ReadyLine, ...]:
        """The lines that are not settled."""
        return tuple(one for one in (self.line, *self.more) if not one.settled)


@dataclass(frozen=True, slots=True)
class TracedRow:
    """One text of one TA and the agreement as it is assembled: how many words it has there, and what differs."""

    agreement: str
    article: str
    words: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class RatificationView:
    """``counts`` are TA'd, withdrawn, deferred and unchanged articles; ``sheets`` the TAs in force, each on a sheet of
    its own; ``signatures`` and ``scans`` those on record. ``since`` is what changed since the last packet, ``lines``
    are those of readiness one by one; ``signed``: the agreement is executed, and no vote waits."""

    rows: tuple[ReadyRow, ...]
    traced: tuple[TracedRow, ...]
    counts: tuple[int, int, int, int]
    sheets: int
    signatures: int
    scans: int
    since: SincePacket
    lines: tuple[ReadyLine, ...] = ()
    signed: bool = False

    @property
    def in_the_way(self) -> tuple[ReadyRow, ...]:
        """The rows that the vote should wait for."""
        return tuple(row for row in self.rows if not row.settled and row.blocks)

    @property
    def lines_in_the_way(self) -> tuple[ReadyLine, ...]:
        """The same line by line, as they are counted wherever their number is told."""
        return in_the_way(self.lines)


def ratification_view(state: Negotiation, now: datetime) -> RatificationView:
    """Look at the whole: takes as long as assembling and proving the agreement, so it is done off the window, and off
    the book's own thread, where recording must not wait for it."""
    successor = assemble(state)
    lines = readiness(state, now, successor)
    packet = state.ratification.latest_packet
    signed = agreements_in_force(state)
    return RatificationView(
        tuple(_rows(lines)),
        tuple(_traced(state, successor)),
        _counts(state),
        len(signed),
        sum(len(one.signatures) for one in signed),
        sum(bool(one.papers) for one in signed),
        since_packet(state, packet) if packet else SincePacket(),
        lines,
        state.ratification.executed is not None,
    )


def _rows(lines: Iterable[ReadyLine]) -> Iterable[ReadyRow]:
    by_check: dict[Check, list[ReadyLine]] = {}
    for line in lines:
        by_check.setdefault(line.check, []).append(line)
    for check, some in by_check.items():
        left = [one for one in some if not one.settled]
        first = next((one for one in left if one.blocks), left[0] if left else some[0])
        rest = tuple(one for one in some if one is not first)
        yield ReadyRow(check, not left, any(one.blocks for one in left), first, rest)


def _traced(state: Negotiation, successor: Successor) -> Iterable[TracedRow]:
    """Each TA's articles with the words they have in the assembled text, proved against what was signed."""
    blocks = tuple(block for one in successor.contract.articles for block in (_head(one), *one.blocks))
    found = prove_blocks(state, successor, blocks)
    items = items_by_key(successor)
    for agreement in agreements_in_force(state):
        label = agreement.body.label
        for key in dict.fromkeys(text.accepted.article for text in agreement.body.texts):
            unit = successor.by_key.get(key)
            if unit is None:
                continue
            words = sum(
                len(block.text.split()) for piece in unit.pieces if piece.agreement == label for block in piece.blocks
            )
            wrong = tuple(
                one
                for one in found.findings
                if items.get(one.place.unit, one.place.unit) == key
                and one.source is not None
                and one.source.ta == label
            )
            yield TracedRow(label, key, words, wrong)


def _head(unit: Article) -> Block:
    return heading(unit.title, "" if unit.title == unit.name else unit.name)


def _counts(state: Negotiation) -> tuple[int, int, int, int]:
    stands = [position(state, key).state for key, item in state.items.items() if item.article.kind is UnitKind.ARTICLE]
    agreed = sum(one in AGREED for one in stands)
    withdrawn, deferred = stands.count(State.WITHDRAWN), stands.count(State.DEFERRED)
    return agreed, withdrawn, deferred, stands.count(State.NOT_OPENED)
