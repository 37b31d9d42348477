"""What the papers of a vote may say: figures by place, the rule that decided, a board's roll call, the signing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tablebook.reports.sheets import Masthead, SignatureSide


@dataclass(frozen=True, slots=True)
class VoteFact:
    """A label and its value, in words."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A place and its figures in words, under the heads of the table; empty ones are lines to write on."""

    name: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The count by place. ``total`` stands below, where there is one."""

    heads: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    total: FigureRow | None = None


@dataclass(frozen=True, slots=True)
class TallySheet:
    """The paper at the count: what was asked, and a line for each place. Without a count its lines are blank."""

    masthead: Masthead
    title: str
    question: str
    facts: tuple[VoteFact, ...]
    table: FigureTable
    notes: tuple[str, ...]
    tellers: tuple[str, ...]
    made: datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class VoteRecord:
    """One vote as it was held. ``rule`` is what decided, ``certificate`` the sentence that certifies it; ``standing``
    says it where the vote no longer counts."""

    heading: str
    question: str
    facts: tuple[VoteFact, ...]
    table: FigureTable
    result: str
    rule: str
    certificate: str = ""
    notes: tuple[str, ...] = ()
    standing: str = ""


@dataclass(frozen=True, slots=True)
class VoteRecordSheet:
    """The whole record: who ratifies, each vote in order, the signing. ``leftovers`` is the signed line of the total TA
    that closed the rest."""

    masthead: Masthead
    title: str
    facts: tuple[VoteFact, ...]
    votes: tuple[VoteRecord, ...]
    made: datetime
    fingerprint: str
    leftovers: str = ""
    executed: str = ""
    signatures: tuple[SignatureSide, ...] = ()


VoteSheet = TallySheet | VoteRecordSheet
