"""Where a paper leaves text out by "..." or "* * *", the contract's own words stay: the gap is filled with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tablebook.domain.item_headings import item_heading
from tablebook.domain.text import Block, BlockKind, paragraph, same_words, written_on
from tablebook.jobs.findings.kept_notes import is_note

DOTS_ALONE = r"(?=.*?(?:[.*_–—-]\s*+){3}|.*?…)[\W_]++"
"""A pattern, with ``re.S``, of "..." and "* * *": text that stays is not shown."""
GAP = re.compile(
    rf"{DOTS_ALONE}"
    r"|[\W_]*+(?:text|language|balance|remainder)\s+(?:omitted|unchanged)[\W_]*",
    re.I | re.S,
)
ALIKE = 0.5
"""Words; letters alone are alike in all English."""
SHORT = 24
"""Letters; words as few as these stand in many paragraphs."""


Spot = tuple[int, int, int]
"""A block of the contract, and the letters of its words between which something stands."""


def filled(now: Sequence[Block], new: Sequence[Block], old: Sequence[Block] | None = None) -> tuple[Block, ...]:
    """The blocks of ``new``, a gap in a section filled with what ``now`` has there and ``old``, the paper's own old
    text, does not show. A gap between two sections needs nothing: a section that is not shown stays anyway."""
    apart = tuple(_gaps_apart(new))
    if not now or not any(map(_is_gap, apart)):
        return tuple(new)
    before = tuple(_gaps_apart(old)) if old is not None else apart
    hidden = _hidden(now, before if _gaps(before) == _gaps(apart) else apart)
    done: list[Block] = []
    gap = 0
    for block in apart:
        if _is_gap(block):
            done += hidden[gap]
            gap += 1
        else:
            done.append(block)
    return tuple(_without_loose_notes(done))


def _without_loose_notes(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without footnotes that no word of theirs cites any more: a Word file has no place for them."""
    cited = " ".join(block.text for block in blocks)
    for block in blocks:
        if not is_note(block) or block.label in cited:
            yield block


_DOTS = r"(?:…|\.(?:\s?\.){2,})"
_AT_END = re.compile(rf"(?:\s+(?:\*\s*){{3,}}|(?<=[.;:])\s+{_DOTS})\s*$")
_AT_START = re.compile(rf"^\s*(?:(?:\*\s*){{3,}}|{_DOTS})\s+(?=\w)")


def _gaps_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a gap that ran together with a paragraph apart from it."""
    for block in blocks:
        text = block.text
        start, end = _AT_START.match(text), _AT_END.search(text)
        if block.kind is BlockKind.TABLE or not (start or end) or _is_gap(block):
            yield block
            continue
        first, last = start.end() if start else 0, end.start() if end else len(text)
        if start:
            yield paragraph(start[0].strip())
        yield written_on(written_on(block, last, len(text), ""), 0, first, "")
        if end:
            yield paragraph(end[0].strip())


def _is_gap(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE and bool(block.printed.strip()) and bool(GAP.fullmatch(block.printed))


def _gaps(blocks: Sequence[Block]) -> int:
    return sum(map(_is_gap, blocks))


def _hidden(now: Sequence[Block], shown: Sequence[Block]) -> list[tuple[Block, ...]]:
    """For each gap, what ``now`` has between what is shown before it and what is shown behind it, in the section in
    which the gap stands."""
    spots, spans = _spots(now, shown)
    found: list[tuple[Block, ...]] = []
    for index, block in enumerate(shown):
        if not _is_gap(block):
            continue
        start, stop = spans[index]
        if start == stop:  # a new section: the contract has nothing to fill it with
            found.append((block,))
            continue
        before = [one for one in spots[:index] if one is not None and start <= one[0] < stop]
        behind = [one for one in spots[index + 1 :] if one is not None and start <= one[0] < stop]
        first = (before[-1][0], before[-1][2]) if before else (start, 0)
        last = (behind[0][0], behind[0][1]) if behind else (stop, 0)
        found.append(tuple(_between(now, first, last)))
    return found


def _between(now: Sequence[Block], first: tuple[int, int], last: tuple[int, int]) -> Iterator[Block]:
    """What stands from one letter to another, whole blocks as they are."""
    for index in range(first[0], min(last[0] + 1, len(now))):
        words = same_words(now[index].printed)
        start = first[1] if index == first[0] else 0
        stop = last[1] if index == last[0] else len(words)
        if (start, stop) == (0, len(words)):
            yield now[index]
        elif part := words[start:stop].strip():
            yield paragraph(part)


def _spots(now: Sequence[Block], shown: Sequence[Block]) -> tuple[list[Spot | None], list[tuple[int, int]]]:
    """Where each shown block stands in ``now`` (None where it is new, or a gap), and the section it belongs to there,
    as the positions where that begins and ends."""
    words = [_words(block) for block in now]
    openings = [index for index, block in enumerate(now) if block.section]
    span = (0, openings[0] if openings else len(now))
    spots: list[Spot | None] = []
    spans: list[tuple[int, int]] = []
    last = 0
    so_far: Spot = (0, 0, 0)
    for block in shown:
        spot: Spot | None = None
        if block.section:
            place = next((i for i in openings if i >= last and now[i].section == block.section), None)
            start = last if place is None else place
            span = (start, start) if place is None else (start, next((i for i in openings if i > start), len(now)))
            spot = None if place is None else _opening(words[place], _words(block), place)
        elif not _is_gap(block) and item_heading(block.printed) is None:
            spot = _goes_on(words, _words(block), so_far) or _find(words, _words(block), max(last, span[0]), span[1])
        last = last if spot is None else spot[0]
        so_far = spot or so_far
        spots.append(spot)
        spans.append(span)
    return spots, spans


def _opening(words: str, own: str, place: int) -> Spot:
    """A section's first block; the paper may show only its beginning."""
    return place, 0, len(own) if words.startswith(own) else len(words)


def _goes_on(words: Sequence[str], own: str, so_far: Spot) -> Spot | None:
    """The rest of a paragraph that the paper prints as two."""
    index, _, end = so_far
    rest = words[index][end:] if index < len(words) else ""
    at = len(rest) - len(rest.lstrip())
    return (index, end + at, end + at + len(own)) if own and end and rest[at:].startswith(own) else None


def _find(words: Sequence[str], own: str, first: int, end: int) -> Spot | None:
    """The block that has these words, or holds them in one of its lines, or is most like them."""
    if not own:
        return None
    for i in range(first, end):
        if words[i] == own or (len(own) > SHORT and own in words[i]):
            at = words[i].index(own)
            return i, at, at + len(own)
    best, most = None, ALIKE
    for i in range(first, end):
        alike = SequenceMatcher(None, words[i].split(), own.split(), autojunk=False).ratio()
        if alike > most:
            best, most = i, alike
    return None if best is None else (best, 0, len(words[best]))


def _words(block: Block) -> str:
    return same_words(block.printed).lower()


def opening_struck(now: Sequence[Block], old: Sequence[Block], new: Sequence[Block]) -> bool:
    """Whether a paper strikes what an article says before its first section: its old text shows all of it, its new text
    none."""
    first = next((index for index, block in enumerate(now) if block.section), 0)
    own = {words for block in now[:first] if len(words := _words(block)) > SHORT}
    was, is_ = ({_words(block) for block in blocks} for blocks in (old, new))
    return bool(own) and own <= was and not own & is_ and any(block.section for block in (*old, *new))
