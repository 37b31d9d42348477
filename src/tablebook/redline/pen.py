"""What a pen struck and wrote on a paper at its signing: its own words decide, nothing is compared.

Comparing the paper with the joint text would find other changes than were made: a short paragraph would count as
written anew, and a word that both texts have as untouched. A signed paper shows what the pen did and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind, section_spans, written_on
from tablebook.domain.values import PenEdit
from tablebook.redline.marks import Author
from tablebook.redline.weave import Atom, Cell, Segment, Weave
from tablebook.redline.weaving import joined_thread, segments_of, weave_pass

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stroke:
    """Letters ``start`` to ``end`` of a block, or of one cell of its table, struck, and the words written there. Each
    stroke counts on the text as the strokes before it left it."""

    block: int
    cell: Spot | None
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Pen:
    """The last, joint hand: the text with its edits, and the strokes that made it; without them it is compared."""

    author: Author
    blocks: tuple[Block, ...]
    strokes: tuple[Stroke, ...] = ()


def pen_of(author: Author, before: Sequence[Block], after: Sequence[Block], edits: Sequence[PenEdit]) -> Pen:
    """The hand that made ``after`` of ``before``. The strokes count only where they make exactly that text: a joint
    text may also have been typed whole."""
    blocks, strokes = list(before), []
    for edit in edits:
        stroke = _found(blocks, edit)
        if stroke is None:
            return Pen(author, tuple(after))
        blocks[stroke.block] = _with(blocks[stroke.block], stroke)
        strokes.append(stroke)
    same = [(block.label, block.text) for block in blocks] == [(block.label, block.text) for block in after]
    return Pen(author, tuple(after), tuple(strokes) if same else ())


def weave_pen(weave: Weave, pen: Pen) -> None:
    """Weave the pen's hand in. Afterwards the live reading is its text exactly."""
    if not pen.strokes:
        weave_pass(weave, pen.author, pen.blocks)
        return
    weave.authors.append(pen.author)
    head, groups = weave.groups()
    for stroke in pen.strokes:
        group = groups[stroke.block]
        first = group[0]
        if stroke.cell is not None:
            first.open()
            cell = _standing_cell(first, stroke.cell)
            cell.atoms = _struck(cell.atoms, stroke, weave.last)
        else:
            groups[stroke.block] = segments_of(_struck(joined_thread([group]), stroke, weave.last))
    for index, group in enumerate(groups):
        group[0].take(pen.blocks[index], index, weave.last)
    weave.segments = [*head, *(segment for group in groups for segment in group)]


def _found(blocks: Sequence[Block], edit: PenEdit) -> Stroke | None:
    """The one spot of an edit's words at its place."""
    spans = {number: range(start, end) for number, start, end in section_spans(tuple(blocks))}
    where = spans.get(edit.place) if edit.place else None
    hits = [
        Stroke(index, cell, start, start + len(edit.old), edit.new)
        for index in where or range(len(blocks))
        for cell, text in _texts(blocks[index])
        if edit.old and text.count(edit.old) == 1
        for start in (text.index(edit.old),)
    ]
    return hits[0] if len(hits) == 1 else None


def _texts(block: Block) -> list[tuple[Spot | None, str]]:
    if block.kind is not BlockKind.TABLE:
        return [(None, block.text)]
    return [((row, column), text) for row, cells in enumerate(block.rows) for column, text in enumerate(cells)]


def _with(block: Block, stroke: Stroke) -> Block:
    if stroke.cell is None:
        return written_on(block, stroke.start, stroke.end, stroke.words)
    rows = [list(cells) for cells in block.rows]
    row, column = stroke.cell
    text = rows[row][column]
    rows[row][column] = f"{text[: stroke.start]}{stroke.words}{text[stroke.end :]}"
    return replace(block, rows=tuple(map(tuple, rows)))


def _standing_cell(segment: Segment, at: Spot) -> Cell:
    assert segment.grid is not None
    row = [row for row in segment.grid.rows if row.alive][at[0]]
    cells = [row.cells[column] for column in segment.grid.columns if column in row.cells]
    return [cell for cell in cells if cell.alive][at[1]]


def _struck(thread: Sequence[Atom], stroke: Stroke, number: int) -> list[Atom]:
    """The thread with the stroke's letters struck, and its words behind the last of them."""
    out: list[Atom] = []
    place, written, last = 0, 0, None
    for atom in thread:
        if isinstance(atom, Segment) or not atom.alive:
            out.append(atom)
            continue
        start, end = max(stroke.start - place, 0), min(stroke.end - place, len(atom.text))
        place += len(atom.text)
        if start >= end:
            out.append(atom)
            continue
        before, struck, after = _cut(atom, start, end)
        out.extend(before)
        # What an earlier stroke of the same pen wrote was never there for anybody else: it is not shown as struck.
        if struck.events[0] != number:
            struck.end(number)
            out.append(struck)
        written, last = len(out), struck
        out.extend(after)
    if stroke.words and last is not None:
        out.insert(written, Atom(stroke.words, number, last.bold, last.italic))
    return out


def _cut(atom: Atom, start: int, end: int) -> tuple[list[Atom], Atom, list[Atom]]:
    """An atom's letters before, between and after; a pen may strike a part of a word."""
    pieces = [atom.text[:start], atom.text[start:end], atom.text[end:]]
    cut = [Atom(text, 0, atom.bold, atom.italic) for text in pieces]
    for piece in cut:
        piece.events = atom.events
    return [one for one in cut[:1] if one.text], cut[1], [one for one in cut[2:] if one.text]
