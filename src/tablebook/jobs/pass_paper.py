"""Record one paper as passed: on one item or several, alone or as a package; or an answer that was only said."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.domain.cautions import Caution
from tablebook.domain.codes import Channel, Party, PassKind
from tablebook.domain.contract import UnitKind
from tablebook.domain.labels import next_package_label
from tablebook.domain.language import place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.own_heading import own_heading
from tablebook.domain.phrases import shorten
from tablebook.domain.record import PackageOffered, TextPassed
from tablebook.domain.text import Block, paragraph
from tablebook.domain.values import Part, PassRef
from tablebook.domain.waiting_texts import says_what_to_do
from tablebook.errors import UserError
from tablebook.jobs import pass_text
from tablebook.jobs.changed import Changed, at_or_now
from tablebook.jobs.findings.paper_parts import PaperParts
from tablebook.jobs.findings.received import look_at, receive_texts
from tablebook.jobs.paper_texts import Placed, found_items, texts_on, without_paper
from tablebook.jobs.received_file import ReceivedFile, read_received
from tablebook.jobs.targets import Target


@dataclass(frozen=True, slots=True)
class Paper:
    """What is said of a paper beside its text. ``items`` are places as a person writes them ("7", "7.3")."""

    items: tuple[str, ...]
    party: Party
    read: ReceivedFile | None
    said: str = ""
    label: str = ""
    responds_to: tuple[str, ...] = ()
    kind: PassKind | None = None
    channel: Channel = Channel.TABLE
    conditions: str = ""
    expiry: str = ""
    expiry_reason: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Passed:
    """What was recorded, and the sentences that deserve a second look."""

    changed: Changed
    cautions: tuple[str, ...]


def read_paper(path: Path, progress: Callable[[int, int], None] | None = None) -> ReceivedFile:
    """Read a paper in the child process and keep its file for the record."""
    return read_received(path, progress=progress)


def all_items(state: Negotiation, paper: Paper) -> tuple[Paper, tuple[str, ...]]:
    """The paper with every item that is on it, and what of it no item could be recorded of, in sentences."""
    if paper.read is None:
        return paper, ()
    listing = found_items(state, paper.read, paper.party)
    items = tuple(one.words for one in listing.items if one.parts)
    if not items:
        why = [one for one in listing.left if listing.items]
        raise UserError(
            "No item of the contract was found on the paper.",
            " ".join(why) or "No heading on it names an article, an appendix or a memorandum.",
            "Name what it is on with --article.",
        )
    return replace(paper, items=items), listing.left


def pass_paper(book: Book, paper: Paper, at: datetime | None = None) -> Passed:
    """Record the paper on all its items in one stroke; as a package they are accepted whole or not at all."""
    if paper.read is None and not paper.said.strip():
        raise UserError(
            "The pass has no text.",
            "A pass needs the words that were handed over or said.",
            "Give a file, or what was said.",
        )
    if paper.read is not None and paper.said.strip():
        raise UserError(
            "The pass has both a file and spoken words.", "It was handed over or only said.", "Give one of them."
        )
    state, when = book.negotiation, at_or_now(book, at)
    targets = _targets(state, paper)
    for target, parts, _, _ in targets:
        _refuse_empty(state, target, parts)
        _refuse_raise(state, target, parts)
    bodies = [_body(state, paper, target, parts, read) for target, parts, _, read in targets]
    label = (paper.label or next_package_label(state, paper.party)) if paper.kind is PassKind.PACKAGE else ""
    bodies = [replace(body, package=label) for body in bodies]
    remarks = [taken_whole(state, body) for body in bodies if len(body.parts) == 1]
    remarks += [said for _, _, _, read in targets if read for said in read.said]
    remarks += [header_left_out(paper.read, target) for target, *_ in targets if paper.read]
    remarks += [_left_out(text, read.remarks if read else ()) for _, _, text, read in targets]
    found = _looked_at(state, paper, bodies, [read for _, _, _, read in targets], when)
    cautions = [caution for body in bodies for caution in pass_text.cautions(book, body, when)]
    asked = dict.fromkeys(each.code for each in cautions if each.asks_reason)
    reasons = tuple((code, paper.reason) for code in asked) if paper.reason else ()
    package = _package(state, paper, label, bodies) if label else None
    files = {paper.read.kept.digest: paper.read.data} if paper.read else {}
    from_them = found if paper.party is state.them else ()
    changed = receive_texts(book, bodies, from_them, package=package, files=files, reasons=reasons, at=when)
    quiet = [one.sentence for one in found if one.code in MARKS]
    said = tuple(dict.fromkeys((*quiet, *(caution.sentence for caution in cautions))))
    return Passed(changed, (*(paper.read.left_out if paper.read else ()), *dict.fromkeys(filter(None, remarks)), *said))


def _refuse_empty(state: Negotiation, target: Target, parts: Sequence[Part]) -> None:
    """Refuse a new unit of which the paper has the heading alone: agreed so, it would be in no agreement."""
    if target.key in state.items or not parts or any(part.deleted or part.place for part in parts):
        return
    blocks = tuple(block for part in parts for block in part.blocks)
    heading = own_heading(target.unit, blocks)
    if any(block.printed.strip() for block in blocks[heading.blocks if heading else 0 :]):
        return
    raise UserError(
        f"The paper has no text for {target.key}.",
        "Only its heading was found, so there is nothing to agree on.",
        "Type the text, or pass a file that has it.",
    )


_RAISE = re.compile(r"\d\s*%|\bpercent\b", re.I)


def _refuse_raise(state: Negotiation, target: Target, parts: Sequence[Part]) -> None:
    """Refuse a percentage in the place of a schedule: agreed so, the table would be gone and no new one be there."""
    for part in parts:
        now = place_blocks(state, target.key, part.place)
        tables = [any(block.rows for block in blocks) for blocks in (now, part.blocks)]
        told = next((block.printed for block in part.blocks if _RAISE.search(block.text)), "")
        if tables == [True, False] and told and not says_what_to_do(state, target.key, (part,)):
            name = state.items[target.key].article.name
            raise UserError(
                f"The paper has no schedule for {name}, where the contract has a table.",
                f"It says “{shorten(told, 120)}”.",
                "Pass the new schedule; or pass these words on the article that they belong to.",
            )


def _looked_at(
    state: Negotiation, paper: Paper, bodies: Sequence[TextPassed], read: Sequence[PaperParts | None], at: datetime
) -> tuple[Caution, ...]:
    """What is found in a paper that carries marks."""
    if paper.read is None or all(one is None or one.old is None for one in read):
        return ()
    return look_at(state, bodies, read, at).findings


def _package(state: Negotiation, paper: Paper, label: str, bodies: Sequence[TextPassed]) -> PackageOffered:
    """The offer of these texts together; it answers what they answer, and any package that the labels name."""
    _, package = pass_text.package_of(label, bodies)
    answers = tuple(PassRef("", one) for one in paper.responds_to if one in state.packages)
    return replace(
        package,
        responds_to=(*package.responds_to, *answers),
        expiry=paper.expiry,
        expiry_reason=paper.expiry_reason,
    )


def taken_whole(state: Negotiation, body: TextPassed) -> str:
    """What to say where a text without section numbers replaces an article that has sections."""
    item, part = state.items.get(body.article), body.parts[0]
    if item is None or part.place or part.deleted or len(item.article.sections) < 2 or body.kind is PassKind.CURRENT:
        return ""
    if any(block.section for block in part.blocks) or says_what_to_do(state, body.article, (part,)):
        return ""
    return f"The text names no section of {item.article.name}. It stands in place of the whole article."


def header_left_out(read: ReceivedFile, target: Target) -> str:
    """What to say of the lines above a memorandum that were taken for the header of the paper: they may be its own."""
    lines = read.paper.header if read.paper is not None and target.unit is UnitKind.MOU else ()
    return _left_out(tuple(paragraph(line.text) for line in lines), ())


def _left_out(blocks: tuple[Block, ...], remarks: Sequence[str]) -> str:
    """What to say where a part of the paper is no part of the text passed, such as its header, or a remark."""
    lines = [*remarks, " ".join(shorten(" ".join(block.printed.split()), 160) for block in blocks)]
    said = "; ".join(f"“{line}”" for line in lines if line.strip())
    return f"Not taken into the text: {said}." if said else ""


MARKS = ("not-marked", "misquoted", "marked-same")
"""Findings about what a paper marks and does not mark; the others are cautions of every pass."""


def _targets(state: Negotiation, paper: Paper) -> list[Placed]:
    """Each item of the paper once, with its parts and what of the paper is left out."""
    if paper.read is None or paper.kind is PassKind.CONCEPT:
        return without_paper(state, paper.items, current=paper.read is None)
    return texts_on(state, paper.items, paper.party, paper.read)


def _body(
    state: Negotiation, paper: Paper, target: Target, parts: tuple[Part, ...], read: PaperParts | None
) -> TextPassed:
    spoken = paper.read is None
    kind = paper.kind or (pass_text.spoken_kind(paper.said) if spoken else None)
    if spoken and kind in (PassKind.PROPOSAL, PassKind.COUNTER, PassKind.FINAL, PassKind.PACKAGE):
        # Words without a paper are an offer in prose: there is no text yet that could be agreed.
        kind = PassKind.CONCEPT
    if spoken and kind is not PassKind.CURRENT:
        parts = ()
    if kind is PassKind.PACKAGE:
        kind = pass_text.kind_here(state, target.key)
    return pass_text.offer(
        state,
        target,
        paper.party,
        parts,
        kind=kind,
        label=paper.label,
        prose=paper.read.document.text if paper.read and kind is PassKind.CONCEPT else paper.said.strip(),
        spoken=spoken,
        responds_to=_refs(state, paper, target.key),
        channel=paper.channel,
        conditions=paper.conditions,
        expiry=paper.expiry,
        expiry_reason=paper.expiry_reason,
        file=paper.read.kept if paper.read else None,
        not_shown=read.not_shown if read else (),
        paper=paper.read.kept.digest if paper.read and len(paper.items) > 1 else "",
    )


def _refs(state: Negotiation, paper: Paper, key: str) -> tuple[PassRef, ...]:
    """The passes that the labels name on this item; a label of another item's pass is looked for there."""
    refs = []
    for label in paper.responds_to:
        here = state.find_pass(key, label, paper.party.other) or state.find_pass(key, label)
        other = here or next((one for one in state.passes.values() if one.body.label == label), None)
        if other is not None:
            if here is not None or len(paper.items) == 1:
                refs.append(PassRef(other.body.article, label, other.body.party))
        elif label in state.packages:
            refs.append(PassRef("", label, state.packages[label].body.party))
        else:
            raise UserError(
                f"There is no pass {label} to answer.", "Nothing was recorded.", "Name the label printed on the paper."
            )
    return tuple(refs)
