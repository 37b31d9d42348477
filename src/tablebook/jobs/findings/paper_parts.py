"""A paper's accepted and rejected reading as the parts of a pass: what it says now, and what it gives as old text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from tablebook.domain.contract import UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.instructions import has_instructions
from tablebook.domain.language import agreed_parts, compose, current_blocks, place_blocks, successor_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.text import Block, BlockKind, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.errors import UserError
from tablebook.jobs.amending_paper import Amended, amended
from tablebook.jobs.article_title import NewTitle, new_title, without_line
from tablebook.jobs.findings.alike_in_place import alike_in_place
from tablebook.jobs.findings.gap_signs import is_gap
from tablebook.jobs.findings.gap_words import words_as_gaps
from tablebook.jobs.findings.kept_closing import said_of_closing, with_closing
from tablebook.jobs.findings.kept_notes import said_of_notes, with_notes
from tablebook.jobs.findings.left_out_text import filled, opening_struck
from tablebook.jobs.findings.lost_paragraphs import lost_paragraphs, said_of
from tablebook.jobs.findings.old_beside_new import without_old
from tablebook.jobs.findings.only_struck import all_if_all, only_struck, strike, strikes_item, struck_sections
from tablebook.jobs.findings.orders_in_place import plain_orders
from tablebook.jobs.findings.points_in_place import InPlace, points_in_place, with_other_points
from tablebook.jobs.findings.remarks import Cleaned, known_words, stance_apart, without_remarks
from tablebook.jobs.findings.rows_that_stay import rows_that_stay
from tablebook.jobs.findings.shown_by_title import by_title, ever, titles_of
from tablebook.jobs.findings.stances import heads_apart, several_apart
from tablebook.jobs.findings.struck_in_place import struck_in_place
from tablebook.jobs.numbered_points import doubtful
from tablebook.jobs.place_text import left_out, moved_on_paper, opening_changed, parts_for
from tablebook.jobs.section_heads import by_its_title, counts_otherwise
from tablebook.jobs.section_openings import with_sections
from tablebook.jobs.struck_text import plainly_struck, reserved_words
from tablebook.jobs.targets import Target
from tablebook.redline.compare import compare

NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True)
class PaperParts:
    """What a paper says on one item: its parts, those of its old text (None: nothing on it is marked), what on it is no
    contract language, and how its clauses were read, in sentences. ``not_shown`` are paragraphs of the contract that
    the paper is without and does not strike."""

    target: Target
    parts: tuple[Part, ...]
    old: tuple[Part, ...] | None
    remarks: tuple[str, ...] = ()
    left_out: tuple[Block, ...] = ()
    said: tuple[str, ...] = ()
    not_shown: tuple[Part, ...] = ()


def paper_parts(
    state: Negotiation, target: Target, new: Sequence[Block], old: Sequence[Block] | None = None
) -> PaperParts:
    """The parts of a pass from both readings; without ``old`` nothing is known of what was marked."""
    if (clauses := amended(state, target.key, new)) is not None:
        return _amending(state, target, clauses, old)
    new = plainly_struck(state, target.key, plain_orders(state, target.key, stance_apart(new)))
    known = f"{known_words(state, target.key)}\n{reserved_words(with_sections(state, target.key, new))}"
    single = _by_itself(state, target, new, old, known)
    new, old = single.new, single.old
    base = current_blocks(state, target.key)
    was_shown = _shown(state, target.key, old, known, marked=True)[0] if old is not None else None
    shown, apart = _shown(state, target.key, new, known, marked=old is not None)
    shown = with_notes(base, filled(base, shown)) if old is None else filled(base, shown, was_shown)
    left = any(block.rows for block in base) and any(map(is_gap, shown))
    memo = target.unit is UnitKind.MOU
    now = without_remarks(shown, known, gaps_stay=not base or left, memo=memo)
    was = None if was_shown is None else without_remarks(filled(base, was_shown), known, memo=memo)
    titles = by_title(state, target.key, now, was)
    now = replace(now, blocks=titles.blocks, remarks=tuple(dict.fromkeys((*apart, *now.remarks))))
    if was is not None and not any(block.section for block in (*now.blocks, *was.blocks)):
        target = _section_meant(state, target, was.blocks)
    head = new_title(state, target, new, old)
    must = (was is None or not was.blocks) and not apart
    parts = _said(state, target, now, titles.silent, must=must, head=head.line if head else None)
    before: tuple[Part, ...] | None = None
    if was is not None:
        parts, before = _with_struck(state, target, parts, (now.blocks, was), titles.silent, head)
    parts, before, some = with_other_points(state, target.key, parts, before)
    typed = _some(_without_agreed(state, target, parts))
    key, kept = target.key, with_closing(state, target.key, typed, before)
    before = None if before is None else with_closing(state, key, _of_places(before, kept))
    lost = lost_paragraphs(state, key, kept, before)
    said = (*titles.said, *_doubtful(state, key, now.blocks, known), *_of_sections(state, key, kept, new, lost))
    said = (*((head.said,) if head else ()), *single.said, *some, *said, *said_of_closing(state, key, kept, typed))
    rest = without_line(left_out(state, target, now.blocks), head)
    return PaperParts(target, kept, before, now.remarks, rest, said, lost)


def _by_itself(
    state: Negotiation, target: Target, new: Sequence[Block], old: Sequence[Block] | None, known: str
) -> InPlace:
    """A paper's readings in which what it shows by itself stands in its place: points, and paragraphs without a number
    or beside their old words."""
    if old is not None:
        placed = points_in_place(state, target, new, old, known)
        return placed if placed.said else struck_in_place(state, target, new, old, known)
    placed = points_in_place(state, target, without_old(new, known), None, known)
    return placed if placed.said else alike_in_place(state, target, placed.new, known)


def _with_struck(
    state: Negotiation,
    target: Target,
    parts: tuple[Part, ...],
    texts: tuple[tuple[Block, ...], Cleaned],
    silent: Set[str],
    head: NewTitle | None,
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts with what a marked paper strikes, and those of its old text; ``texts`` are its new and its old one."""
    now, base = texts[0], current_blocks(state, target.key)
    was = replace(texts[1], blocks=_with_known_heads(state, target.key, texts[1].blocks, now))
    here = {part.place for part in parts} | silent
    if only_struck(state, target, without_line(now, head), was.blocks):
        here = set(silent)
        parts = (Part("", (head.line, *successor_blocks(state, target.key))),) if head else ()
    whole = any(not part.place for part in parts)
    before = _said(state, target, was, _silent(state, target.key, was), must=False, whole=whole)
    if not whole and any(not part.place for part in before):
        before = tuple(Part(number, text) for number, text in sections_of(before[0].blocks).items() if number)
    gone = struck_sections(state, target, now, was.blocks, here)
    parts = strike(parts, gone)
    if not parts and not silent and strikes_item(state, target, was.blocks):
        parts, before = (Part(target.place, deleted=True),), ()
    elif not whole and not target.place and opening_struck(base, was.blocks, now):
        parts, before = (Part("", _without_opening(base, parts)),), (Part("", base),)
    return (all_if_all(state, target, parts) if gone else parts), before


def _of_places(parts: Sequence[Part], others: Sequence[Part]) -> tuple[Part, ...]:
    """The parts in the places of others."""
    places = {part.place for part in others}
    return tuple(part for part in parts if part.place in places)


def _some(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts; refused where a paper has none."""
    if not parts:
        raise UserError(
            "The paper changes nothing.",
            "All it holds is agreed as it stands, or says that there is no answer.",
            "Record what was said instead.",
        )
    return parts


def _without_opening(base: tuple[Block, ...], parts: Sequence[Part]) -> tuple[Block, ...]:
    """The item with these parts, from its first section on."""
    text = compose(base, parts)
    return text[next((index for index, block in enumerate(text) if block.section), len(text)) :]


def _of_sections(
    state: Negotiation, key: str, parts: Sequence[Part], blocks: Sequence[Block], lost: Sequence[Part]
) -> tuple[str, ...]:
    """What to say of sections: told by their titles, under other numbers, and without what they ``lost``."""
    stays = said_of_notes(parts, blocks)
    counted = (*_counted_anew(state, key, blocks), *_counted_otherwise(state, key, parts))
    return (*counted, *_moved(state, key, parts), *stays, *said_of(state, key, lost))


def _counted_otherwise(state: Negotiation, key: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """What to say of new sections with figures where the item's have letters: they may be meant for those."""
    item = state.items.get(key)
    known = [one.number for one in item.article.sections] if item and not item.new else []
    new = [part.place for part in parts if part.new and counts_otherwise(part.place, known)]
    if not new:
        return ()
    some = f"Section {new[0]} of the paper comes" if len(new) == 1 else f"Sections {listed(new)} of the paper come"
    article = state.items[key].article.name
    return (f"{some} in as new: the sections of {article} are counted {known[0]} to {known[-1]}. See what is meant.",)


def _moved(state: Negotiation, key: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """What to say of sections that stand on the paper under other numbers."""
    struck = {part.place for part in parts if part.deleted}
    moved = {old: new for old, new in moved_on_paper(state, key, parts).items() if old in struck}
    said = [
        f"Section {old} stands on the paper as {new}: it is struck under its old number." for old, new in moved.items()
    ]
    order = list(sections_of(current_blocks(state, key)))
    between = {one for old, new in moved.items() if new in order for one in order[order.index(new) : order.index(old)]}
    stay = [one for one in order if one in between and one not in {part.place for part in parts}]
    said += [
        f"Section {one} is not on the paper, which counts on over it: it stays. See that it should." for one in stay
    ]
    return tuple(said)


def _shown(
    state: Negotiation, key: str, blocks: Sequence[Block], known: str, marked: bool
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """A reading of the paper with its sections marked and what it says of them apart, and the lines that it had only to
    say that something stays. A new item has nothing that could stay."""
    item = state.items.get(key)
    sections = {one.number: one for one in item.article.sections} if item else {}
    several = several_apart(blocks, key, sections, known)
    shown = with_sections(state, key, several.blocks)
    if item is None or item.new:
        return shown, several.remarks
    titles = {one.section: titles_of(state, key, one.section) for one in shown if one.section}
    rows = rows_that_stay(heads_apart(shown, titles), current_blocks(state, key), known)
    parts = words_as_gaps(rows.blocks, known, marked=marked)
    return parts.blocks, (*several.remarks, *rows.remarks, *parts.remarks)


def _counted_anew(state: Negotiation, key: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """What to say of sections that are told by their titles, because the paper counts another article's."""
    item = state.items.get(key)
    sections = {one.number: one for one in item.article.sections} if item and not item.new else {}
    said = []
    for block in blocks:
        number, _, title = (block.section, "", block.text) if block.section else block.printed.partition(" ")
        if found := by_its_title(number, title, key, sections):
            said.append(f"“{number} {title.strip()}” is read as Section {found} by its title. See that it is.")
    return tuple(said)


def _doubtful(state: Negotiation, key: str, blocks: Sequence[Block], known: str) -> tuple[str, ...]:
    item = state.items.get(key)
    return doubtful(blocks, {one.number: one for one in item.article.sections}, known) if item and not item.new else ()


def _amending(state: Negotiation, target: Target, clauses: Amended, old: Sequence[Block] | None) -> PaperParts:
    """The parts of a memorandum whose clauses change the item."""
    places = [place for place in sections_of(clauses.blocks) if place]
    if target.place and places and target.place not in places:
        article = state.items[target.key].article.name
        raise UserError(
            f"The paper changes {article}, Section{'s' if len(places) > 1 else ''} {listed(places)}.",
            f"It says nothing of Section {target.place}.",
            f"Name {article} alone, or the section that it changes.",
        )
    was = amended(state, target.key, old) if old is not None else None
    read = paper_parts(state, target, clauses.blocks, None if was is None else was.blocks)
    return replace(read, said=(*clauses.said, *read.said), left_out=(*clauses.outside, *read.left_out))


def _section_meant(state: Negotiation, target: Target, old: Sequence[Block]) -> Target:
    """The section that a paper without numbers is on: the one whose words its old text holds nearly all."""
    item = state.items.get(target.key)
    if target.place or item is None or len(item.article.sections) < 2:
        return target
    words = Counter(_plain_words(old))
    best, most = "", 0.0
    for section in item.article.sections:
        own = Counter(_plain_words(_body_of(_ever_last(state, target.key, section.number))))
        alike = 2 * (words & own).total() / ((words.total() + own.total()) or 1)
        best, most = (section.number, alike) if alike > most else (best, most)
    return replace(target, place=best) if most >= NEARLY_ALL else target


def _plain_words(blocks: Sequence[Block]) -> list[str]:
    return same_words(" ".join(block.text for block in blocks)).casefold().split()


def _body_of(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.kind is not BlockKind.HEADING)


def _ever_last(state: Negotiation, key: str, number: str) -> tuple[Block, ...]:
    """A section as it was passed last, else as the contract has it."""
    passed = [part.blocks for one in state.passes_on(key) for part in one.body.parts if part.place == number]
    return next((blocks for blocks in reversed(passed) if blocks), place_blocks(state, key, number))


def _with_known_heads(
    state: Negotiation, key: str, old: tuple[Block, ...], new: tuple[Block, ...]
) -> tuple[Block, ...]:
    """The old text with the heads of sections that it lacks, where the book has a section with that very head: bold
    type or a rule under a head is no claim that the section is new."""
    missing = {block.section for block in new if block.section} - {block.section for block in old if block.section}
    all_of = {number: ever(state, key, number) for number in missing}
    heads = {(number, same_words(blocks[0].text).casefold()) for number, blocks in all_of.items() if blocks}
    if not heads:
        return old
    found: list[Block] = []
    taken: set[int] = set()
    for each in compare(old, new, ignore_typography=True).blocks:
        if each.old_index is not None:
            if each.old_index not in taken:
                taken.add(each.old_index)
                found.append(old[each.old_index])
        elif each.new_index is not None:
            block = new[each.new_index]
            if block.section and (block.section, same_words(block.text).casefold()) in heads:
                found.append(block)
    # What the comparison did not place keeps its words all the same.
    return tuple(found) if len(taken) == len(old) else old


def _said(
    state: Negotiation,
    target: Target,
    text: Cleaned,
    silent: Set[str],
    *,
    must: bool = True,
    whole: bool = False,
    head: Block | None = None,
) -> tuple[Part, ...]:
    """The parts of a cleaned text; a section of which it says only that nothing is said is none, and one of which it
    says "current language" has the contract's words."""
    if silent and head is None and not any(block.section for block in text.blocks):
        told = has_instructions([Part("", tuple(text.blocks))])
        if not told and not opening_changed(state, target, text.blocks):
            return ()
    try:
        found = parts_for(state, target, text.blocks, whole=whole, head=head)
    except UserError:
        current = place_blocks(state, target.key, target.place)
        if text.current and current:  # "Article 9: current contract language", and no more
            return (Part(target.place, current),)
        if must:
            raise
        return ()
    kept = []
    for part in found:
        current = place_blocks(state, target.key, part.place)
        if part.place in text.current and current and part.place in silent:
            kept.append(Part(part.place, current))
        elif part.place not in silent or part.deleted:
            kept.append(part)
    return tuple(kept)


def _silent(state: Negotiation, key: str, text: Cleaned) -> set[str]:
    """The sections of which nothing is left but their title, where the contract or a pass has more of them."""
    found = set()
    for number, blocks in sections_of(text.blocks).items():
        said = ever(state, key, number) if number and text.remarks else ()
        titles = {same_words(block.text).casefold() for block in said if block.kind is BlockKind.HEADING} | {""}
        more = any(same_words(block.text).casefold() not in titles for block in said)
        if more and all(same_words(block.text).casefold() in titles for block in blocks):
            found.add(number)
    return found


def _without_agreed(state: Negotiation, target: Target, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts without the sections that are TA'd, where the paper only shows their agreed words again."""
    if target.place or len(parts) < 2:
        return parts
    agreed = {part.place: _words(part) for part in agreed_parts(state, target.key)}
    return tuple(part for part in parts if part.deleted or agreed.get(part.place) != _words(part))


def _words(part: Part) -> str:
    return same_words(" ".join(block.printed for block in part.blocks))
