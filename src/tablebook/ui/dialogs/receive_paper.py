"""From what came over the table to the entries that will be recorded: words, file, or only what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tablebook.domain.cautions import Caution
from tablebook.domain.codes import Channel, PassKind
from tablebook.domain.labels import next_label, next_package_label
from tablebook.domain.language import changed_places
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import shorten
from tablebook.domain.record import PackageOffered, TextPassed
from tablebook.domain.text import Block, blocks_from_lines
from tablebook.domain.values import Attachment, PassRef
from tablebook.errors import UserError
from tablebook.jobs.findings.paper_parts import PaperParts, paper_parts
from tablebook.jobs.findings.received import Received, look_at, receive_texts
from tablebook.jobs.paper_items import split_by_target
from tablebook.jobs.pass_paper import taken_whole
from tablebook.jobs.pass_text import offer, package_of, spoken_kind
from tablebook.jobs.section_openings import with_sections
from tablebook.jobs.targets import Target, find_target
from tablebook.ui.dialogs.pass_choice import draft_parts

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.jobs.changed import Changed
    from tablebook.jobs.received_file import ReceivedFile


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything the screen says about what was received. ``old`` is the text before its changes where its marks are
    known, ``nothing_marked`` says that they were looked for and there are none, ``mended`` that its words were put
    right by hand, ``concept`` that it is an offer in prose and no language."""

    targets: tuple[Target, ...]
    label: str = ""
    blocks: tuple[Block, ...] = ()
    spoken: str = ""
    typed_over: bool = False
    handed_by: str = ""
    handed_to: str = ""
    channel: Channel = Channel.TABLE
    answers: tuple[str, ...] = ()
    corrects: str = ""
    package: bool = False
    file: Attachment | None = None
    old: tuple[Block, ...] | None = None
    nothing_marked: bool = False
    mended: bool = False
    concept: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """The passes that a paper makes, how each was read, and the package that they are offered in; ``papers`` are the
    readings of those that could carry marks."""

    bodies: tuple[TextPassed, ...]
    papers: tuple[PaperParts | None, ...]
    package: PackageOffered | None = None
    read: tuple[PaperParts, ...] = ()


def targets_of(state: Negotiation, typed: str) -> tuple[Target, ...]:
    """ "12", "12, 13 and Appendix A", "MOU Later start": the items that are on the paper."""
    names = [part.strip() for part in typed.replace(" and ", ",").split(",") if part.strip()]
    found = tuple(dict.fromkeys(find_target(state, name) for name in names))
    if not found:
        raise UserError("No article is named.", "", "Type its number.")
    return found


def pasted_blocks(state: Negotiation, targets: Sequence[Target], text: str) -> tuple[Block, ...]:
    """Pasted lines as blocks, with the sections of the named items opened where their numbers stand."""
    blocks = blocks_from_lines(text)
    for target in targets:
        blocks = with_sections(state, target.key, blocks)
    return blocks


def received_of(state: Negotiation, paper: Paper, at: datetime) -> Made:
    """The passes of the other side that this paper makes, and the package it offers, if it does."""
    refs = tuple(
        PassRef(one.body.article, one.body.label, one.body.party)
        for one in state.passes.values()
        if one.id in paper.answers
    )
    more: dict[str, Any] = {
        "handed_by": paper.handed_by,
        "handed_to": paper.handed_to,
        "channel": paper.channel,
        "file": paper.file,
        "corrects": paper.corrects,
        "transcribed": paper.typed_over or paper.mended,
        "paper": paper.file.digest if paper.file else "",
    }
    cut = split_by_target(state, paper.targets, paper.blocks, paper.old or ()) if paper.blocks else {}
    old = split_by_target(state, paper.targets, paper.old, paper.blocks) if paper.old is not None else {}
    made = [_one(state, paper, target, cut, old, refs, more) for target in paper.targets]
    bodies, read = tuple(body for body, _ in made), tuple(parts for _, parts in made if parts)
    marked = paper.old is not None or paper.nothing_marked
    papers = tuple(parts if marked else None for _, parts in made)
    if len(bodies) > 1 and not paper.file:
        bodies = tuple(replace(body, paper=f"{body.party} {at.isoformat()}") for body in bodies)
    if paper.package and len(bodies) > 1:
        label = paper.label or next_package_label(state, state.them)
        bodies, package = package_of(label, bodies, handed_by=paper.handed_by, handed_to=paper.handed_to)
        return Made(bodies, papers, package, read)
    return Made(bodies, papers, read=read)


def _one(
    state: Negotiation,
    paper: Paper,
    target: Target,
    cut: dict[str, tuple[Block, ...]],
    old: dict[str, tuple[Block, ...]],
    refs: tuple[PassRef, ...],
    more: dict[str, Any],
) -> tuple[TextPassed, PaperParts | None]:
    several = len(paper.targets) > 1
    label = "" if several and paper.package else paper.label
    label = label or next_label(state, target.key, state.them)
    own = tuple(ref for ref in refs if ref.article == target.key) if several else refs
    if paper.spoken:
        kind = spoken_kind(paper.spoken)
        return offer(state, target, state.them, (), kind=kind, label=label, prose=paper.spoken, spoken=True,
                     responds_to=own, **more), None  # fmt: skip
    blocks = cut.get(target.key, ())
    if paper.concept and blocks:
        prose = "\n".join(block.printed for block in blocks)
        return offer(state, target, state.them, (), kind=PassKind.CONCEPT, label=label, prose=prose, responds_to=own,
                     **more), None  # fmt: skip
    if not blocks:
        raise UserError(
            f"The paper has no words for {target.title or target.key}.",
            "Its heading and its sections were not found.",
            "Name only the articles that are on it.",
        )
    if paper.typed_over:
        parts = draft_parts(state, target, blocks)
        return offer(state, target, state.them, parts, label=label, responds_to=own, **more), None
    read = paper_parts(state, target, blocks, old.get(target.key))
    body = offer(state, target, state.them, read.parts, label=label, responds_to=own, not_shown=read.not_shown, **more)
    return body, read


def fitted_keys(state: Negotiation, typed: str, came: ReceivedFile) -> ReceivedFile:
    """The paper with its doubtful markings read by the text it started from. Called off the window's thread."""
    from tablebook.jobs.findings.keys import fitted

    return fitted(state, targets_of(state, typed), state.them, came)


def looked_at(state: Negotiation, made: Made, at: datetime) -> Received:
    """Every word of every text against what it started from, and what to look at. Called off the window's thread."""
    return look_at(state, made.bodies, made.papers, at)


def not_on_paper(state: Negotiation, body: TextPassed) -> tuple[str, ...]:
    """The sections of the text it answers that the paper leaves out, as a sentence."""
    passes = [one for one in state.passes_on(body.article) if one.has_text and one.body.party is not body.party]
    base = passes[-1] if passes else None
    if base is None or "" in base.places or not body.parts or body.parts[0].place == "":
        return ()
    here = {part.place for part in body.parts}
    missing = [place for place in changed_places(state, body.article, base.body.parts) if place not in here]
    return (f"Not on the paper: {', '.join(missing)}, which {base.body.label} would change.",) if missing else ()


def not_in_text(state: Negotiation, made: Made) -> tuple[str, ...]:
    """What a person should know of the reading: how a memorandum's clauses were read, a text that stands in place of a
    whole article, and what on the paper is no contract language (remarks, lines to sign on, attachments)."""
    whole = (taken_whole(state, body) for body in made.bodies if len(body.parts) == 1)
    said = [
        words
        for paper in made.read
        for words in (*paper.remarks, *(block.printed for block in paper.left_out))
        if words.strip()
    ]
    told = shorten(" · ".join(dict.fromkeys(said)), 220)
    clauses = (told for paper in made.read for told in paper.said)
    return (*clauses, *filter(None, whole), *((f"Not taken into the text: {told}",) if said else ()))


def record_received(book: Book, made: Made, findings: Sequence[Caution], data: bytes, at: datetime | None) -> Changed:
    """Record it, with the file as it came, and with what was found in it as notes of ours."""
    file = made.bodies[0].file
    files = {file.digest: data} if file else {}
    return receive_texts(book, made.bodies, findings, package=made.package, files=files, at=at)


def kind_words(text: str) -> str:
    """What a spoken answer will be recorded as."""
    kind = spoken_kind(text)
    return {
        PassKind.CURRENT: "Recorded as: current contract language, only spoken.",
        PassKind.REJECT: "Recorded as: a no, only spoken. Their last offer stays what it was.",
    }.get(kind, "Recorded as: an idea in words, not language.")
