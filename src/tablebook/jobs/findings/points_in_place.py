"""Papers that show single points of a section, "A.2. Unused sick leave …" or "3.1(d) …": each is put into its section,
whose other points stay."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import field, replace

from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_words import is_instruction, is_order
from tablebook.domain.item_headings import item_heading
from tablebook.domain.language import current_blocks, place_blocks
from tablebook.domain.named_points import NamedPoint, named_point, with_whole_place
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.point_edits import is_next, point_at, with_next_point, with_points, with_some_points
from tablebook.domain.points import Path
from tablebook.domain.text import Block, BlockKind, sections_of, written_on
from tablebook.domain.values import Part
from tablebook.errors import UserError
from tablebook.jobs.findings.paper_lines import own_lines
from tablebook.jobs.findings.remarks import is_remark
from tablebook.jobs.section_openings import with_sections
from tablebook.jobs.targets import Target


@dataclass(frozen=True, slots=True)
class InPlace:
    """A paper's readings with single points in their sections, and what was put in where, in sentences."""

    new: tuple[Block, ...]
    old: tuple[Block, ...] | None
    said: tuple[str, ...] = ()


def points_in_place(
    state: Negotiation, target: Target, new: Sequence[Block], old: Sequence[Block] | None, known: str
) -> InPlace:
    """The readings with every point that is shown by itself in the section that it is of. A paper that says anywhere
    what to do is left as it is, and so is one of which not both readings have the same points."""
    as_is = InPlace(tuple(new), None if old is None else tuple(old))
    texts = sections_of(current_blocks(state, target.key))
    sections = {number: blocks for number, blocks in texts.items() if number} or texts
    done = _placed(state, target, new, sections, known)
    was = None if old is None else _placed(state, target, old, sections, known)
    if done is None or (old is not None and (was is None or was.said != done.said)):
        return as_is
    return InPlace(done.new, None if was is None else was.new, done.said)


def _placed(
    state: Negotiation, target: Target, blocks: Sequence[Block], sections: Mapping[str, Sequence[Block]], known: str
) -> InPlace | None:
    """One reading; None where no point is shown by itself, or not plainly."""
    read = _read(state, target, blocks, sections, own_lines(blocks, known, new=False))
    if target.path and read.points and not any(body for _, body in read.points) and not read.below:
        raise UserError("The paper changes nothing.", "It names a point and gives it no words.", "Type its words.")
    if not read.points or any(not _is_text(body) for _, body in read.points):
        return None
    if len({(one.section, one.path) for one, _ in read.points}) < len(read.points):
        return None  # it gives one point two texts
    if any(is_instruction(block.text) for block in (*read.above, *read.below) if not block.rows):
        return None
    texts = dict(sections)
    for one, body in read.points:
        merged = _with_one(texts[one.section], one, body)
        if merged is None:
            return None
        texts[one.section] = merged
    touched = dict.fromkeys(one.section for one, _ in read.points)
    if any(block.section in touched for block in read.below):
        return None
    said = tuple(_said(one) for one, _ in read.points)
    made = (block for number in touched for block in texts[number])
    return InPlace((*read.above, *made, *read.below, *read.own), None, said)


def _said(one: NamedPoint) -> str:
    where, new = f"Section {one.section}" if one.section else "The text", "the new " if one.new else ""
    point = ".".join(one.printed or one.path)
    return f"{where}: {new}point {point} has the words of the paper, and the other points stay."


@dataclass(slots=True)
class _Read:
    """A reading apart: what stands above its first point, its points, the sections that follow one, its own lines."""

    above: list[Block] = field(default_factory=list)
    points: list[tuple[NamedPoint, list[Block]]] = field(default_factory=list)
    below: list[Block] = field(default_factory=list)
    own: list[Block] = field(default_factory=list)


def _read(
    state: Negotiation,
    target: Target,
    blocks: Sequence[Block],
    sections: Mapping[str, Sequence[Block]],
    own: Container[int],
) -> _Read:
    read = _Read()
    inside = bool(target.path)
    if target.path:
        there = point_at(sections.get(target.place, ()), target.path) is not None
        read.points.append((NamedPoint(target.place, target.path, 0, new=not there), []))
    known = dict(sections)
    for at, block in enumerate(blocks):
        whole = with_whole_place(block)
        words = "" if block.kind is BlockKind.TABLE else whole.printed
        if at in own:
            read.own.append(block)
        elif named := named_point(words, target.key, known):
            if read.points and not read.points[-1][1]:  # "Section A.2" again, in the paper that is said to be on it
                read.points.pop()
            rest = _behind(whole, named.skip)
            if named.new:  # the next one counts on from it
                known[named.section] = with_next_point(known[named.section], (rest,), named.path)
            read.points.append((named, [rest] if rest.text.strip() else []))
            inside = True
        elif marked := _opens(state, target, block):
            inside = False
            (read.below if read.points else read.above).extend(marked)
        elif inside and (read.points[0][1] or item_heading(block.printed) is None):
            read.points[-1][1].append(block)
        else:
            (read.below if read.points and not inside else read.above).append(block)
    return read


def _opens(state: Negotiation, target: Target, block: Block) -> tuple[Block, ...]:
    """A block as what opens a section; none where it opens none."""
    marked = with_sections(state, target.key, [block])
    return marked if any(one.section for one in marked) else ()


def _behind(block: Block, skip: int) -> Block:
    """A block without what names its point."""
    past = skip - (len(block.printed) - len(block.text))
    bare = replace(block, label="", section="", kind=BlockKind.PARAGRAPH, level=0)
    return written_on(bare, 0, past, "") if past >= 0 else bare


def _is_text(body: Sequence[Block]) -> bool:
    """Whether a point has words below its name, and none that tell what becomes of it."""
    words = [one.text for one in body if not one.rows]
    return bool(body) and not any(is_instruction(one) or is_order(one) or is_remark(one) for one in words)


def _with_one(section: Sequence[Block], named: NamedPoint, body: list[Block]) -> tuple[Block, ...] | None:
    if named.new and point_at(section, named.path) is None:
        return with_next_point(section, body, named.path) if is_next(section, named.path) else None
    first, *rest = _with_inner(section, named.path, body)
    point = point_at(section, named.path)
    label = section[point.start].label if point else ""
    return with_points(section, [first if first.label else replace(first, label=label), *rest], named.path)


def _with_inner(section: Sequence[Block], path: Path, body: list[Block]) -> list[Block]:
    """The words of a point that lead on to others ("may be used for:"), with those that it has."""
    found = point_at(section, path)
    leads = len(body) == 1 and body[0].text.rstrip().endswith(":")
    return [*body, *section[found.start + 1 : found.end]] if found and leads else body


def with_other_points(
    state: Negotiation, key: str, parts: tuple[Part, ...], old: tuple[Part, ...] | None
) -> tuple[tuple[Part, ...], tuple[Part, ...] | None, tuple[str, ...]]:
    """Parts, and those of the old text, in which a list that does not begin with its first point has the others as the
    contract has them, and what to say of it: who strikes a first point counts the others anew."""
    places = [one.place for one in parts if _some_only(state, key, one) is not None]
    if old is not None:
        shown = {one.place: _names(one) for one in parts}
        places = [
            one.place
            for one in old
            if one.place in places and _some_only(state, key, one) and _names(one) == shown[one.place]
        ]  # of a point that is struck whole nothing may come back

    def whole(part: Part) -> Part:
        made = _some_only(state, key, part) if part.place in places else None
        return part if made is None else replace(part, blocks=made)

    said = tuple(f"Of Section {place} the paper shows some points only: the others stay." for place in places)
    return tuple(map(whole, parts)), None if old is None else tuple(map(whole, old)), said


def _names(part: Part) -> list[str]:
    return [block.label for block in part.blocks if block.label and not block.section]


def _some_only(state: Negotiation, key: str, part: Part) -> tuple[Block, ...] | None:
    """A section with all its points, of which a part shows some; None where it may show all that there is to be."""
    if part.deleted or not part.place:
        return None
    return with_some_points(place_blocks(state, key, part.place), part.blocks)
