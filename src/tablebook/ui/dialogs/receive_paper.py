"""From what came over the table to the entries that will be recorded: words, file, or only what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tablebook.domain.cautions import Caution, cautions_for_pass
from tablebook.domain.codes import Channel, PassKind
from tablebook.domain.labels import next_label, next_package_label
from tablebook.domain.language import changed_places
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.record import PackageOffered, TextPassed
from tablebook.domain.text import Block, blocks_from_lines
from tablebook.domain.values import Attachment, PassRef
from tablebook.errors import UserError
from tablebook.jobs.pass_text import offer, package_of, pass_texts, spoken_kind
from tablebook.jobs.place_text import Target, find_target, parts_for, split_by_target, with_sections
from tablebook.jobs.redline_of import two_texts
from tablebook.jobs.sheets.marked import only_sections
from tablebook.redline.marks import Redline
from tablebook.ui.dialogs.pass_choice import draft_parts, seen_as_passed

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.jobs.changed import Changed


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything the screen says about what was received."""

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


def received_of(state: Negotiation, paper: Paper, at: datetime) -> tuple[tuple[TextPassed, ...], PackageOffered | None]:
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
        "transcribed": paper.typed_over,
        "paper": paper.file.digest if paper.file else "",
    }
    cut = split_by_target(state, paper.targets, paper.blocks) if paper.blocks else {}
    bodies = tuple(_one(state, paper, target, cut, refs, more) for target in paper.targets)
    if len(bodies) > 1 and not paper.file:
        bodies = tuple(replace(body, paper=f"{body.party} {at.isoformat()}") for body in bodies)
    if paper.package and len(bodies) > 1:
        label = paper.label or next_package_label(state, state.them)
        return package_of(label, bodies, handed_by=paper.handed_by, handed_to=paper.handed_to)
    return bodies, None


def _one(
    state: Negotiation,
    paper: Paper,
    target: Target,
    cut: dict[str, tuple[Block, ...]],
    refs: tuple[PassRef, ...],
    more: dict[str, Any],
) -> TextPassed:
    several = len(paper.targets) > 1
    label = "" if several and paper.package else paper.label
    label = label or next_label(state, target.key, state.them)
    own = tuple(ref for ref in refs if ref.article == target.key) if several else refs
    if paper.spoken:
        kind = spoken_kind(paper.spoken)
        return offer(state, target, state.them, (), kind=kind, label=label, prose=paper.spoken, spoken=True,
                     responds_to=own, **more)  # fmt: skip
    blocks = cut.get(target.key, ())
    if not blocks:
        raise UserError(
            f"The paper has no words for {target.title or target.key}.",
            "Its heading and its sections were not found.",
            "Name only the articles that are on it.",
        )
    pick = draft_parts if paper.typed_over else parts_for
    return offer(state, target, state.them, pick(state, target, blocks), label=label, responds_to=own, **more)


def base_of(state: Negotiation, key: str) -> Pass | None:
    """What a received text is compared with: what we passed last, else the other side's last; None: the contract."""
    texts = [one for one in state.passes_on(key) if one.has_text]
    ours = [one for one in texts if one.body.party is state.we]
    return ours[-1] if ours else texts[-1] if texts else None


def compared(state: Negotiation, bodies: Sequence[TextPassed], at: datetime) -> tuple[Redline, tuple[Caution, ...]]:
    """Every word of the first text against what we passed last, and what to look at in all of them."""
    after, passes = seen_as_passed(state, bodies, at)
    first = passes[0]
    base = base_of(state, first.body.article)
    redline = _on_paper(two_texts(after, first.body.article, base.id if base else "contract", first.id), first)
    found = (one for body in bodies for one in cautions_for_pass(state, body, at))
    return redline, tuple(dict.fromkeys(found))


def _on_paper(redline: Redline, one: Pass) -> Redline:
    """Only the sections that the paper holds: it says nothing about the others."""
    if "" in one.places or not one.body.parts:
        return redline
    places = set(one.places)
    changes = tuple(change for change in redline.changes if change.section in places or not change.section)
    return replace(redline, blocks=only_sections(redline.blocks, one.places), changes=changes)


def not_on_paper(state: Negotiation, body: TextPassed) -> tuple[str, ...]:
    """The sections of the text it answers that the paper leaves out, as a sentence."""
    base = base_of(state, body.article)
    if base is None or "" in base.places or not body.parts or body.parts[0].place == "":
        return ()
    here = {part.place for part in body.parts}
    missing = [place for place in changed_places(state, body.article, base.body.parts) if place not in here]
    return (f"Not on the paper: {', '.join(missing)}, which {base.body.label} would change.",) if missing else ()


def record_received(
    book: Book,
    bodies: tuple[TextPassed, ...],
    package: PackageOffered | None,
    data: bytes,
    at: datetime | None,
) -> Changed:
    """Record it, with the file as it came."""
    file = bodies[0].file
    return pass_texts(book, bodies, package=package, files={file.digest: data} if file else {}, at=at)


def kind_words(text: str) -> str:
    """What a spoken answer will be recorded as."""
    kind = spoken_kind(text)
    return {
        PassKind.CURRENT: "Recorded as: current contract language, only spoken.",
        PassKind.REJECT: "Recorded as: a no, only spoken. Their last offer stays what it was.",
    }.get(kind, "Recorded as: an idea in words, not language.")


def read_file(path: Path, cancel: Any, progress: Any) -> tuple[Attachment, bytes, tuple[Block, ...], tuple[str, ...]]:
    """A file as it came, its words, and what the reading left out. A scan has no words to read: it is kept all the
    same, and its words are typed. Slow: called off the window's thread."""
    from tablebook.documents.foreign import ReadingStopped, read_text_with_warnings_safely
    from tablebook.jobs.papers_received import attachment

    kept, data = attachment(path)
    try:
        document, warnings = read_text_with_warnings_safely(path, cancel, progress)
    except ReadingStopped:
        raise
    except UserError as error:
        return kept, data, (), (" ".join(part for part in (error.what, error.why) if part),)
    return kept, data, document.blocks, tuple(dict.fromkeys(one.message for one in warnings))
