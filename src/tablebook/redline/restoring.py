"""A stretch of paragraphs that a pass brings back word for word as the contract or an earlier pass had it.

Its words are those of old: current language is plain again, an offer has its first writer. Comparing it with what was
just passed would find chance likenesses instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind
from tablebook.redline.anchors import equal_pairs
from tablebook.redline.rewrite import in_order
from tablebook.redline.tokens import tokens_of
from tablebook.redline.weave import Atom, Grid, Segment, Weave


@dataclass(frozen=True, slots=True)
class Restoration:
    """The live paragraphs old[a:b] go and the blocks new[c:d] stand: those of ``version``, woven in ``segments``. Of
    these the first ``before`` follow the last live paragraph before."""

    a: int
    b: int
    c: int
    d: int
    version: int
    segments: tuple[Segment, ...]
    before: int


def restorations(
    weave: Weave, head: Sequence[Segment], groups: Sequence[Sequence[Segment]], live: Sequence[str],
    new: Sequence[str], blocks: Sequence[Block],
) -> Iterator[Restoration]:  # fmt: skip
    """What of a pass is no new wording, between paragraphs (``live`` and ``new``, as texts) that stay the same."""
    if weave.last < 2:
        return
    i = j = 0
    for a, c in (*equal_pairs(live, new), (len(live), len(new))):
        if j < c:
            tail = _tail(groups[i - 1] if i else head)
            segments = (*tail, *(segment for group in groups[i:a] for segment in group))
            version = _version(weave, segments, blocks[j:c])
            if version is not None:
                yield Restoration(i, a, j, c, version, segments, len(tail))
        i, j = a + 1, c + 1


def restore(found: Restoration, blocks: Sequence[Block], number: int) -> None:
    """Let all stand that stood in that version, and nothing else."""
    place = found.c
    for segment in found.segments:
        for thread in (segment, *segment.threads()):
            if thread.alive != thread.alive_at(found.version):
                thread.end(number)
        if not segment.alive:
            segment.move, segment.new_index = 0, None
            continue
        segment.move = 0
        segment.take(blocks[place], place, number)
        place += 1
    _style(found.segments, blocks[found.c : found.d])
    for segment in found.segments:
        if segment.atoms:
            segment.atoms = _ordered(segment.atoms, number)


def _ordered(atoms: Sequence[Atom], number: int) -> list[Atom]:
    """Between words that stay, what was struck stands before what stands."""
    out: list[Atom] = []
    for stays, stretch in groupby(atoms, lambda atom: atom.alive and atom.events[-1] < number):
        together = list(stretch)
        out.extend(together if stays else in_order(together, number))
    return out


def _tail(group: Sequence[Segment]) -> Sequence[Segment]:
    """What is struck at the end of a group, below its last words that stand."""
    start = len(group)
    while start and not group[start - 1].has_life:
        start -= 1
    return group[start:]


def _version(weave: Weave, segments: Sequence[Segment], blocks: Sequence[Block]) -> int | None:
    """The version whose words these blocks are: the contract first, then the latest pass."""
    for segment in segments:
        segment.open()
    wanted = [_words_of(block) for block in blocks]
    versions = (0, *range(weave.last - 2, 0, -1))
    return next((version for version in versions if _at(segments, version) == wanted), None)


_Words = tuple[bool, list[str], list[list[str]]]


def _words_of(block: Block) -> _Words:
    if block.kind is BlockKind.TABLE:
        return True, [], [list(row) for row in block.rows]
    return False, [token.text for token in tokens_of(block)], []


def _at(segments: Sequence[Segment], version: int) -> list[_Words] | None:
    """The paragraphs and tables of a version; None where it has words here that belong to a paragraph above."""
    found: list[_Words] = []
    for segment in segments:
        words = [atom.text for atom in segment.atoms or () if atom.alive_at(version)]
        if segment.alive_at(version):
            found.append((segment.grid is not None, [], _rows(segment.grid, version) if segment.grid else []))
        elif words and not found:
            return None
        if words:
            found[-1][1].extend(words)
    return found


def _rows(grid: Grid, version: int) -> list[list[str]]:
    return [
        [
            "".join(atom.text for atom in row.cells[column].atoms if atom.alive_at(version))
            for column in grid.columns
            if column in row.cells and row.cells[column].alive_at(version)
        ]
        for row in grid.rows
        if row.alive_at(version)
    ]


def _style(segments: Sequence[Segment], blocks: Sequence[Block]) -> None:
    """Words stand in the style that the new pass gives them."""
    words: list[Atom] = [atom for segment in segments for atom in segment.atoms or () if atom.alive]
    tokens = [token for block in blocks if block.kind is not BlockKind.TABLE for token in tokens_of(block)]
    for atom, token in zip(words, tokens, strict=True):
        atom.bold, atom.italic = token.bold, token.italic
