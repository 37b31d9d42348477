"""Where a paper leaves text out by "..." or "* * *", the contract's own words stay: the gap is filled with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tablebook.domain.text import Block, BlockKind, same_words

GAP = re.compile(
    r"[\W_]*(?:(?:[.*_–—-]\s*){3,}|…|\[?\(?\s*(?:text|language|balance|remainder)\s+(?:omitted|unchanged)\s*\)?\]?)[\W_]*",
    re.I,
)
ALIKE = 0.6


def filled(now: Sequence[Block], new: Sequence[Block], old: Sequence[Block] | None = None) -> tuple[Block, ...]:
    """The blocks of ``new``, a gap in a section filled with what ``now`` has there and ``old``, the paper's own old
    text, does not show. A gap between two sections needs nothing: a section that is not shown stays anyway."""
    shown = [block for block in new if not _is_gap(block)]
    if len(shown) == len(new) or not now:
        return tuple(new)
    before = old if old is not None and _gaps(old) == _gaps(new) else new
    hidden = _hidden(now, before)
    done: list[Block] = []
    gap = 0
    for block in new:
        if _is_gap(block):
            done += hidden[gap] if gap < len(hidden) else ()
            gap += 1
        else:
            done.append(block)
    return tuple(done)


def _is_gap(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE and bool(block.printed.strip()) and bool(GAP.fullmatch(block.printed))


def _gaps(blocks: Sequence[Block]) -> int:
    return sum(map(_is_gap, blocks))


def _hidden(now: Sequence[Block], shown: Sequence[Block]) -> list[tuple[Block, ...]]:
    """For each gap, the blocks of ``now`` between what is shown before it and what is shown behind it, to the end of
    the section in which the gap stands."""
    places = _places(now, shown)
    found: list[tuple[Block, ...]] = []
    for index, block in enumerate(shown):
        if not _is_gap(block):
            continue
        before = next((places[i] for i in range(index - 1, -1, -1) if places[i] is not None), None)
        behind = next((places[i] for i in range(index + 1, len(shown)) if places[i] is not None), None)
        start = -1 if before is None else before
        stop = len(now) if behind is None else behind
        inside = now[start + 1 : stop]
        opening = next((i for i, one in enumerate(inside) if one.section), len(inside))
        found.append(tuple(replace(one) for one in inside[:opening]))
    return found


def _places(now: Sequence[Block], shown: Sequence[Block]) -> list[int | None]:
    """Where each shown block stands in ``now``, in its order; None where it is new, or a gap."""
    words = [_words(block) for block in now]
    places: list[int | None] = []
    last = -1
    for block in shown:
        place = None if _is_gap(block) else _find(words, now, block, last)
        places.append(place)
        last = last if place is None else place
    return places


def _find(words: Sequence[str], now: Sequence[Block], block: Block, after: int) -> int | None:
    own = _words(block)
    if block.section:
        return next((i for i in range(after + 1, len(now)) if now[i].section == block.section), None)
    if not own:
        return None
    for i in range(after + 1, len(now)):
        if words[i] == own:
            return i
    best, most = None, ALIKE
    for i in range(after + 1, len(now)):
        match = SequenceMatcher(None, words[i], own, autojunk=False)
        if match.real_quick_ratio() > most and match.quick_ratio() > most and (alike := match.ratio()) > most:
            best, most = i, alike
    return best


def _words(block: Block) -> str:
    return same_words(block.printed).casefold()
