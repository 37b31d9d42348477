"""One paper, received: the passes it makes, the page on which they are compared, and everything found in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.cautions import Caution
from tablebook.domain.dataclass import dataclass
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import Draft, NoteTaken, PackageOffered, TextPassed
from tablebook.jobs.changed import Changed, at_or_now
from tablebook.jobs.findings.look import Looked, look
from tablebook.jobs.findings.paper_parts import PaperParts
from tablebook.jobs.pass_text import pass_texts
from tablebook.jobs.redline_of import unit_head
from tablebook.redline.marks import Change, MarkedBlock


@dataclass(frozen=True, slots=True)
class Received:
    """All that a paper says, looked at. ``blocks`` are its items one below the other, each after the first under its
    name; findings and marked changes are counted in them."""

    looked: tuple[Looked, ...]
    blocks: tuple[MarkedBlock, ...] = ()
    changes: tuple[Change, ...] = ()
    findings: tuple[Caution, ...] = ()
    marked: tuple[Caution, ...] = ()

    @property
    def first(self) -> Looked:
        """The first item of the paper."""
        return self.looked[0]


def look_at(
    state: Negotiation, bodies: Sequence[TextPassed], papers: Sequence[PaperParts | None], at: datetime
) -> Received:
    """Look at every text of a paper before it is recorded."""
    looked = tuple(look(state, body, paper, at) for body, paper in zip(bodies, papers, strict=True))
    blocks: list[MarkedBlock] = []
    changes: list[Change] = []
    findings: list[Caution] = []
    marked: list[Caution] = []
    for number, one in enumerate(looked):
        if number:
            blocks.append(unit_head(state, one.article)) if one.article in state.items else None
        at_block = len(blocks)
        blocks.extend(one.redline.blocks)
        changes.extend(one.redline.changes)
        findings.extend(_moved(found, at_block) for found in one.findings)
        marked.extend(_moved(found, at_block) for found in one.marked)
    return Received(looked, tuple(blocks), tuple(changes), tuple(findings), tuple(marked))


def _moved(found: Caution, by: int) -> Caution:
    return replace(found, block=found.block + by) if found.block >= 0 else found


KEPT = {
    "not-marked": "Not marked on the paper",
    "misquoted": "Not marked on the paper",
    "nothing-marked": "Nothing marked on the paper",
    "regressive": "Takes back an offer",
    "changes-ta": "Changes a TA’d text",
    "struck-reference": "Dead reference",
    "dead-reference": "Dead reference",
    "number-differs": "Number in words and figure differ",
}
"""What of the findings stays attached to a recorded text, and how it begins."""


def kept_notes(state: Negotiation, body: TextPassed, findings: Sequence[Caution], at: datetime) -> tuple[Draft, ...]:
    """The findings of a text as notes of ours, one for each kind, to be recorded with it. The pass itself is shared;
    what we saw in it is not."""
    found: dict[str, list[Caution]] = {}
    for one in findings:
        if one.code in KEPT and one.article == body.article:
            found.setdefault(KEPT[one.code], []).append(one)
    drafts = []
    for begins, ones in found.items():
        said = " ".join(dict.fromkeys(place_first(one) for one in ones))
        place = ones[0].place if len(ones) == 1 else body.article
        note = NoteTaken(f"{body.label}, as received. {begins}. {said}", side=state.we, place=place or body.article)
        drafts.append(Draft(note, state.custody_here(), at))
    return tuple(drafts)


def receive_texts(
    book: Book,
    bodies: Sequence[TextPassed],
    findings: Sequence[Caution],
    *,
    package: PackageOffered | None = None,
    files: Mapping[str, bytes] | None = None,
    reasons: Sequence[tuple[str, str]] = (),
    at: datetime | None = None,
) -> Changed:
    """Record texts of the other side, all in one stroke with what was found in them and our ``reasons`` for taking
    them in spite of a warning."""
    when = at_or_now(book, at)
    notes = [draft for body in bodies for draft in kept_notes(book.negotiation, body, findings, when)]
    return pass_texts(book, bodies, package=package, files=files, notes=notes, reasons=reasons, at=when)


def place_first(one: Caution) -> str:
    """The sentence, with its place in front where it does not name it."""
    named = not one.place or one.place in one.sentence
    return one.sentence if named else f"{one.place}: {one.sentence}"
