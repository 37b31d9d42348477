"""Weaving a pass into the thread: whole paragraphs first, then the words inside those that changed."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.domain.text import Block, BlockKind
from tablebook.redline.align import align
from tablebook.redline.grid import rewrite_grid
from tablebook.redline.likeness import Item, item_of, item_of_block
from tablebook.redline.marks import Author
from tablebook.redline.restoring import restorations, restore
from tablebook.redline.rewrite import rewrite, rewrite_untouched
from tablebook.redline.tokens import BREAK, Token, tokens_of
from tablebook.redline.weave import Atom, Segment, Weave


def weave_pass(weave: Weave, author: Author, blocks: Sequence[Block]) -> None:
    """Weave one pass in. Afterwards the live reading is ``blocks`` exactly."""
    weave.authors.append(author)
    head, groups = weave.groups()
    old = [_item(group, weave) for group in groups]
    new = [item_of_block(block, weave.fold) for block in blocks]
    out: list[Segment] = list(head)
    i = j = 0
    keys = [[item.key + item.kind for item in items] for items in (old, new)]
    for found in tuple(restorations(weave, head, groups, keys[0], keys[1], blocks)):
        if found.a:
            # What stays above it is paired as it was found, so that it is known what ends the text woven so far.
            above = found.a - 1
            _weave_part(weave, out, groups[i:above], old[i:above], range(j, found.c - 1), blocks, new)
            out.extend(_paired(weave, groups[above : found.a], range(found.c - 1, found.c), blocks))
        del out[len(out) - found.before :]
        restore(found, blocks, weave.last)
        out.extend(found.segments)
        i, j = found.b, found.d
    _weave_part(weave, out, groups[i:], old[i:], range(j, len(blocks)), blocks, new)
    weave.segments = out


def _weave_part(
    weave: Weave, out: list[Segment], groups: Sequence[list[Segment]], old: Sequence[Item], places: range,
    blocks: Sequence[Block], new: Sequence[Item],
) -> None:  # fmt: skip
    """Weave the blocks at some places into the paragraphs of some groups, below what is woven already."""
    start = places.start
    found = align(old, new[start : places.stop])
    i, j = 0, start
    for a, b, c, d in (*found.spans, (len(groups), len(groups), len(places), len(places))):
        for group in groups[i:a]:
            for segment in group:
                if segment.has_life:
                    _strike(segment, weave.last)
            out.extend(group)
        out.extend(_inserted(weave, _cut_tail(out), range(j, c + start), blocks, new))
        if a < b:
            out.extend(_paired(weave, groups[a:b], range(c + start, d + start), blocks))
        i, j = b, d + start
    standing = {segment.new_index: segment for segment in out if segment.events == (weave.last,)}
    for old_number, new_number in found.moved:
        if new_number + start in standing:
            weave.moves += 1
            groups[old_number][0].move = standing[new_number + start].move = weave.moves


def _item(group: Sequence[Segment], weave: Weave) -> Item:
    first = group[0]
    text = first.live_text() if len(group) == 1 else "".join(segment.live_text() for segment in group)
    return item_of(first.block.label, text, first.block.section, first.block.kind, weave.fold)


def _strike(segment: Segment, number: int) -> None:
    if segment.alive:
        segment.end_all(number)
        segment.new_index = None
        return
    for thread in segment.threads():
        if thread.alive:
            thread.end(number)


def _paired(weave: Weave, groups: Sequence[list[Segment]], places: range, blocks: Sequence[Block]) -> list[Segment]:
    """The same paragraph in both texts, or one that was split, or some that were joined."""
    first, block = groups[0][0], blocks[places.start]
    single = len(groups) == 1 and len(places) == 1
    if single and block.kind is BlockKind.TABLE:
        first.open()
        assert first.grid is not None
        if first.block.rows != block.rows:
            rewrite_grid(first.grid, block.rows, weave.last, weave.fold)
        first.take(block, places.start, weave.last)
        return groups[0]
    if single and "".join(segment.live_text() for segment in groups[0]) == block.text:
        untouched = first.atoms is None or first.block.runs == block.runs
        first.take(block, places.start, weave.last)
        if untouched:
            return groups[0]
    if single and len(groups[0]) == 1 and first.atoms is None and max(len(first.block.runs), len(block.runs)) < 2:
        rewrite_untouched(first, block, weave.last, weave.fold, weave.glue)
        first.take(block, places.start, weave.last)
        return groups[0]
    tokens = [token for place in places for token in _tokens(blocks[place], place)]
    return segments_of(rewrite(joined_thread(groups), tokens, weave.last, weave.fold, weave.glue))


def _tokens(block: Block, index: int) -> list[Token]:
    return [Token(BREAK, block=block, index=index), *tokens_of(block)]


def joined_thread(groups: Sequence[list[Segment]]) -> list[Atom]:
    """Some paragraphs as one thread, with their beginnings in it."""
    thread: list[Atom] = []
    for segment in (segment for group in groups for segment in group):
        segment.open()
        thread.append(segment)
        thread.extend(segment.atoms or ())
    return thread


def segments_of(thread: Sequence[Atom]) -> list[Segment]:
    """The thread cut at its paragraph beginnings again."""
    out: list[Segment] = []
    for atom in thread:
        if isinstance(atom, Segment):
            if atom.grid is None:
                atom.atoms = []
            out.append(atom)
        else:
            atoms = out[-1].atoms
            assert atoms is not None
            atoms.append(atom)
    return out


def _cut_tail(out: list[Segment]) -> list[Segment]:
    """Take off what is struck at the end: paragraphs among which an inserted one may turn out to be a returning one."""
    start = len(out)
    while start and not out[start - 1].has_life:
        start -= 1
    tail = out[start:]
    del out[start:]
    return tail


def _inserted(
    weave: Weave, tail: list[Segment], places: range, blocks: Sequence[Block], items: Sequence[Item]
) -> list[Segment]:
    """Blocks that have no partner: an earlier struck one that comes back, or new."""
    number = weave.last
    if not places:
        return tail
    keys = {items[place].key for place in places}
    known = [_item_once(segment, keys, weave) for segment in tail]
    dead_before = [at for at, segment in enumerate(tail) if segment.events[-1] < number]
    found = align([known[at] for at in dead_before], [items[place] for place in places])
    out: list[Segment] = []
    done, place = 0, places.start
    for a, b, c, d in found.spans:
        if (b - a, d - c) != (1, 1):
            continue
        at = dead_before[a]
        out.extend(tail[done:at])
        out.extend(Segment(blocks[new], number, new) for new in range(place, places.start + c))
        out.append(_returned(tail[at], blocks[places.start + c], places.start + c, weave))
        done, place = at + 1, places.start + d
    out.extend(tail[done:])
    out.extend(Segment(blocks[new], number, new) for new in range(place, places.stop))
    return out


def _item_once(segment: Segment, wanted: set[str], weave: Weave) -> Item:
    """A struck paragraph by its wording in the contract where that is wanted now, else by its last wording."""
    block = segment.block
    last = segment.events[-1] - 1
    for version in (0, last):
        text = segment.text_at(version)
        if version == last or (segment.ours and weave.fold(text) in wanted):
            return item_of(block.label, text, block.section, block.kind, weave.fold)
    raise AssertionError("a struck paragraph has a last wording")


def _returned(segment: Segment, block: Block, index: int, weave: Weave) -> Segment:
    segment.open()
    segment.move = 0
    segment.revive(weave.last)
    if segment.grid is not None:
        rewrite_grid(segment.grid, block.rows, weave.last, weave.fold)
        segment.take(block, index, weave.last)
        return segment
    tokens = _tokens(block, index)
    return segments_of(rewrite([segment, *(segment.atoms or ())], tokens, weave.last, weave.fold, weave.glue))[0]
