"""Where a paper leaves text out by "..." or "* * *", the contract's own words stay: the gap is filled with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind, Run, paragraph, same_words
from tablebook.jobs.findings.gap_signs import AT_START, DOTS_ALONE, DOTTED_LABEL, Shown, gaps, gaps_apart, words_of
from tablebook.jobs.findings.kept_notes import is_note
from tablebook.jobs.findings.shown_spots import SHORT, as_ended, spots_of

_DOTS = re.compile(DOTS_ALONE, re.S)


def filled(now: Sequence[Block], new: Sequence[Block], old: Sequence[Block] | None = None) -> tuple[Block, ...]:
    """The blocks of ``new``, a gap in a section filled with what ``now`` has there and ``old``, the paper's own old
    text, does not show. A gap between two sections needs nothing: a section that is not shown stays anyway."""
    new = [_opening_led(now, block) for block in new]
    known = frozenset(words_of(block) for block in now)
    apart = tuple(gaps_apart(new, known))
    if not now or not any(one.is_gap for one in apart):
        return tuple(new)
    before = tuple(gaps_apart([_opening_led(now, block) for block in old], known)) if old is not None else apart
    hidden = iter(_hidden(now, before if gaps(before) == gaps(apart) else apart))
    done: list[Block] = []
    joins = False
    for one in apart:
        if not one.is_gap:
            _add(done, (one.block,), joined=joins)
            joins = False
            continue
        found = next(hidden)
        _add(done, found.blocks, joined=found.goes_on)
        joins = found.leads_on
    return tuple(_without_loose_notes(done))


def _add(done: list[Block], blocks: Sequence[Block], *, joined: bool) -> None:
    """Put blocks behind others; ``joined``, the first of them goes on in the last paragraph."""
    own = blocks and not blocks[0].section and not blocks[0].label
    if joined and done and own and done[-1].kind is not BlockKind.TABLE:
        first, *blocks = blocks
        done[-1] = replace(done[-1], runs=(*done[-1].runs, Run(" "), *first.runs))
    done += blocks


def _without_loose_notes(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without footnotes that no word of theirs cites any more: a Word file has no place for them."""
    cited = " ".join(block.text for block in blocks)
    for block in blocks:
        if not is_note(block) or block.label in cited:
            yield block


def _opening_led(now: Sequence[Block], block: Block) -> Block:
    """The first paragraph of a section with the contract's words in the place of a gap that it begins with: up to the
    words that the paper goes on with, or all of them where those are new."""
    if not block.section or block.kind is not BlockKind.PARAGRAPH:
        return block
    start, dotted = AT_START.match(block.text), DOTTED_LABEL.fullmatch(block.label)
    here = next((one for one in now if one.section == block.section and one.kind is BlockKind.PARAGRAPH), None)
    if not (start or dotted) or here is None:
        return block
    block = replace(block, label=dotted[1]) if dotted else block
    words, own = same_words(here.text), block.text[start.end() if start else 0 :]
    at = as_ended(words.lower(), same_words(own).lower())
    if at is None and own[:1].islower():
        return block
    return block.with_text(f"{words[: len(words) if at is None else at].rstrip()} {own}")


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What a gap stands for; whether it begins inside a paragraph of the contract, and ends inside one."""

    blocks: tuple[Block, ...]
    goes_on: bool = False
    leads_on: bool = False


def _hidden(now: Sequence[Block], shown: Sequence[Shown]) -> list[_Hidden]:
    """For each gap, what ``now`` has between what is shown before it and what is shown behind it, in the section in
    which the gap stands. One that ran together with words which are nowhere in the section stays, to be looked at."""
    spots, spans, unsure = spots_of(now, shown)
    found: list[_Hidden] = []
    filled_to = (0, 0)
    for index, one in enumerate(shown):
        if not one.is_gap:
            continue
        start, stop = spans[index]
        after = one.after or index - 1 in unsure
        lost = (after and spots[index - 1] is None) or (one.before and spots[index + 1] is None)
        lost = lost or _of_rows(
            now[start:stop], [own for own, at in zip(shown, spans, strict=True) if at == (start, stop)]
        )
        if start == stop or lost:  # in a new section the contract has nothing to fill it with
            left = one.block if _DOTS.fullmatch(one.block.text) else paragraph("…")
            found.append(_Hidden((left,), after, one.before))
            continue
        before = [one for one in spots[:index] if one is not None and start <= one[0] < stop]
        behind = [one for one in spots[index + 1 :] if one is not None and start <= one[0] < stop]
        first = max((before[-1][0], before[-1][2]) if before else (start, 0), filled_to)
        last = (behind[0][0], behind[0][1]) if behind else (stop, 0)
        filled_to = max(last, filled_to)
        inside = bool(before) and first[0] < stop and first[1] < len(words_of(now[first[0]]))
        found.append(_Hidden(tuple(_between(now, first, last)), inside, bool(behind) and last[1] > 0))
    return found


def _of_rows(now: Sequence[Block], shown: Sequence[Shown]) -> bool:
    """Whether a gap stands for rows of a table of which the paper has others: which of them stay is not said."""
    if not any(block.rows for block in now):
        return False
    known = {words_of(block) for block in now}
    other = [one.block for one in shown if not one.is_gap and words_of(one.block) not in known]
    return any(block.rows or re.search(r"\d", block.text) for block in other if not block.section)


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


def opening_struck(now: Sequence[Block], old: Sequence[Block], new: Sequence[Block]) -> bool:
    """Whether a paper strikes what an article says before its first section: its old text shows all of it, its new text
    none."""
    first = next((index for index, block in enumerate(now) if block.section), 0)
    own = {words for block in now[:first] if len(words := words_of(block)) > SHORT}
    was, is_ = ({words_of(block) for block in blocks} for blocks in (old, new))
    return bool(own) and own <= was and not own & is_ and any(block.section for block in (*old, *new))
