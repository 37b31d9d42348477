"""Words of a section that a clean paper does not show: it may mean that they go, or only what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from tablebook.domain.closing_lines import above_closing
from tablebook.domain.language import closing, current_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.not_shown import words_of
from tablebook.domain.text import Block, BlockKind, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.domain.waiting_texts import says_what_to_do
from tablebook.jobs.findings.kept_notes import is_note
from tablebook.redline.compare import compare

_SHORTER = 0.6
"""Of the contract's words; a text that is shorter and has few of them may show only what it changes."""
_KEPT = 0.5
_HARDLY = 0.25
"""Of the contract's words; whatever has no more of them than this is another text."""
_FEWEST = 12
"""Words; of fewer, nobody can tell."""
_FEW = 5
"""Words; a line of so few may stand in many places."""


def lost_paragraphs(
    state: Negotiation, key: str, parts: Sequence[Part], old: Sequence[Part] | None = None
) -> tuple[Part, ...]:
    """By section, the contract's paragraphs that the text is without, where it keeps others of that section, or has
    little in the place of much ("8.2 Extra Duty: $28.00 becomes $30.00."). Nothing marks them as struck. A marked paper
    strikes what its ``old`` text has: those are lost that it has in neither."""
    if says_what_to_do(state, key, parts):
        return ()
    if old is not None:
        new = lost_paragraphs(state, key, parts)
        before = {part.place: part.blocks for part in lost_paragraphs(state, key, old)} if new else {}
        both = (Part(one.place, tuple(b for b in one.blocks if b in before.get(one.place, ()))) for one in new)
        return tuple(part for part in both if part.blocks)
    return missing_in(state, key, parts)


def missing_in(state: Negotiation, key: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The same of a text whatever it says."""
    found = [
        Part(place, _gone(now, new))
        for part in parts
        if not part.deleted
        for place, now, new in _sections(state, key, part)
    ]
    there = {same_words(block.text) for part in parts for block in part.blocks}
    moved = {words for words in there if len(words.split()) > _FEW}  # under another number they are not lost
    found = [Part(one.place, tuple(b for b in one.blocks if same_words(b.text) not in moved)) for one in found]
    return tuple(part for part in found if part.blocks)


def _gone(now: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
    whole = _all_sections(now, new)
    if not whole and (lost := tuple(_lost(now, new))):
        return lost
    if whole or _little(now, new):
        kept = {same_words(block.text) for block in new}
        return tuple(block for block in _body(now) if same_words(block.text) not in kept)
    return tuple(_tables(now, new))


def said_of(state: Negotiation, key: str, lost: Sequence[Part], where: str = "on the paper") -> tuple[str, ...]:
    """The same in sentences, for who passes the paper."""
    name = state.items[key].article.name if key in state.items else key
    return tuple(
        f"{f'Section {part.place}' if part.place else name} {where} is without {words_of(part)}: those words go. "
        "See that they should."
        for part in lost
    )


def _sections(state: Negotiation, key: str, part: Part) -> Iterator[tuple[str, tuple[Block, ...], tuple[Block, ...]]]:
    """Each section that the contract and the part both have, with the words of each; an article without sections is
    one text, and so is one in whose place a text without sections stands."""
    close = closing(state, key)
    whole, own = above_closing(current_blocks(state, key), close), above_closing(part.blocks, close)
    if part.place or not all(any(block.section for block in blocks) for blocks in (whole, own)):
        yield part.place, above_closing(place_blocks(state, key, part.place), close), own
        return
    now = sections_of(whole)
    for place, blocks in sections_of(own).items():
        if place in now:
            yield place, now[place], blocks


def _body(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks but headings."""
    return (block for block in blocks if block.kind is not BlockKind.HEADING)


def _little(now: Sequence[Block], new: Sequence[Block]) -> bool:
    """Whether few words, most of them others, stand in the place of many, or any that keep hardly one."""
    old, own = ([word for one in _body(blocks) for word in same_words(one.text).split()] for blocks in (now, new))
    if len(old) < _FEWEST or not own or any(block.rows for block in (*now, *new)):
        return False
    pairs = SequenceMatcher(None, old, own, autojunk=False).get_matching_blocks()
    short = len(own) <= _SHORTER * len(old)
    return sum(pair.size for pair in pairs) < (_KEPT if short else _HARDLY) * len(old)


def _all_sections(now: Sequence[Block], new: Sequence[Block]) -> bool:
    """Whether a text without sections stands in the place of several."""
    return sum(bool(block.section) for block in now) > 1 and not any(block.section for block in new)


def _tables(now: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """The tables, where the new words are no table and have few of their cells."""
    own = {word for one in _body(new) for word in same_words(one.text).split()}
    for block in now if own and not any(one.rows for one in new) else ():
        cells = same_words(block.text).split() if block.rows else []
        if sum(word in own for word in cells) < _KEPT * len(cells):
            yield block


def _lost(now: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs that have none of the new ones in their stead, where another one stays; and any footnote."""
    blocks = compare(now, new, ignore_typography=True).blocks
    shown, had = _labels(new), _labels(now)
    counts_on = not shown.isdisjoint(had) or bool(shown and had)
    stays = counts_on or any(
        now[one.old_index].kind is not BlockKind.HEADING
        for one in blocks
        if one.old_index is not None and one.new_index is not None
    )
    for paired, group in groupby(blocks, lambda one: one.old_index is not None and one.new_index is not None):
        run = [] if paired else list(group)
        gone = [now[one.old_index] for one in run if one.old_index is not None]
        if len(gone) < len(run):  # other words stand there: only a point that those do not count is missed
            own = [new[one.new_index] for one in run if one.new_index is not None]
            spare = _unlike(gone, own) if len(gone) > len(own) else []
            gone = [b for b in gone if b in spare or is_note(b) or (counts_on and _labels([b]) - shown)]
        yield from (block for block in gone if stays or is_note(block))


def _unlike(gone: Sequence[Block], own: Sequence[Block]) -> list[Block]:
    """Those that are more than the paragraphs in their stead, the least like any of these."""
    words = [same_words(block.text).split() for block in own]

    def like(block: Block) -> float:
        text = same_words(block.text).split()
        return max(SequenceMatcher(None, text, one, autojunk=False).ratio() for one in words)

    bodies = [block for block in gone if block.kind is not BlockKind.HEADING]
    return sorted(bodies, key=like)[: max(0, len(bodies) - len(own))]


def _labels(blocks: Sequence[Block]) -> set[str]:
    """The labels of points: "(a)", "2."; not the numbers of sections."""
    return {
        block.label for block in blocks if block.label and not block.section and block.kind is not BlockKind.HEADING
    }
