"""The contract's footnotes in paragraphs that a paper has typed anew: nobody types a note's sign into a paper, and the
note would go with it. It stays where the words around its sign stay; elsewhere its words are missed as others are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tablebook.domain.dataclass import dataclass
from tablebook.domain.phrases import shorten
from tablebook.domain.text import Block, BlockKind, sections_of, written_on
from tablebook.domain.values import Part

_SIGN = re.compile(r"\[\d+\]")
_BEFORE, _AFTER = 4, 2
"""Words on both sides of a sign by which its place is known; fewer only where the paragraph begins or ends there."""
_FEWEST = 2
_QUOTES = (('[“”"]', re.compile('[“”"]')), ("[‘’']", re.compile("[‘’']")), ("[-–—]", re.compile(r"\\?[-–—]")))


@dataclass(frozen=True, slots=True)
class _Note:
    """A footnote of the contract, and where its sign stands between other words."""

    block: Block
    place: re.Pattern[str]


def is_note(block: Block) -> bool:
    """Whether a block is a footnote, as the reader has it behind its paragraph."""
    return bool(_SIGN.fullmatch(block.label))


def with_notes(now: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
    """The paper's blocks with the contract's notes, each in its section behind the paragraph that has its sign. A paper
    with notes of its own has them as it counts them."""
    if any(_SIGN.search(block.text) or is_note(block) for block in new):
        return tuple(new)
    notes = {place: list(_notes(blocks)) for place, blocks in sections_of(tuple(now)).items()}
    if not any(notes.values()):
        return tuple(new)
    done: list[Block] = []
    section = ""
    for block in new:
        section = block.section or section
        done += _noted(block, notes.get(section, ()), new)
    return tuple(done)


def said_of_notes(parts: Sequence[Part], new: Sequence[Block]) -> tuple[str, ...]:
    """What to say of the notes that sections have from the contract, where the paper's own blocks have none."""
    if any(is_note(block) for block in new):
        return ()
    return tuple(
        f"Section {part.place} keeps the contract's footnote “{shorten(block.text, 60)}”."
        for part in parts
        if part.place
        for block in part.blocks
        if is_note(block)
    )


def _notes(blocks: Sequence[Block]) -> Iterator[_Note]:
    by_label = {block.label: block for block in blocks if is_note(block)}
    for block in blocks:
        for sign in _SIGN.finditer(block.text) if block.kind is BlockKind.PARAGRAPH else ():
            place = _place(block.text[: sign.start()], block.text[sign.end() :])
            if sign[0] in by_label and place is not None:
                yield _Note(by_label[sign[0]], place)


def _place(before: str, after: str) -> re.Pattern[str] | None:
    """The words on both sides of a sign as a pattern; None where too few stand before it."""
    near = _SIGN.sub("", before).split()[-_BEFORE:]
    if len(near) < _FEWEST:
        return None
    first, then = (r"\s+".join(map(_as_typed, words)) for words in (near, _SIGN.sub("", after).split()[:_AFTER]))
    apart = r"\s+" if after[:1].isspace() else ""
    return re.compile(rf"(?<!\w){first}(?={apart}{then})(?!\w)" if then else rf"(?<!\w){first}(?!\w)")


def _as_typed(word: str) -> str:
    word = re.escape(word)
    for every, sign in _QUOTES:
        word = sign.sub(every, word)
    return word


def _noted(block: Block, notes: Sequence[_Note], blocks: Sequence[Block]) -> Iterator[Block]:
    """One of the paper's paragraphs with the signs of the notes whose place it has, and no other paragraph, and the
    notes behind it."""
    typed, found = block, list[Block]()
    for note in notes if block.kind is BlockKind.PARAGRAPH else ():
        hits = list(note.place.finditer(block.text))
        if len(hits) == 1 and not any(note.place.search(one.text) for one in blocks if one is not typed):
            at = hits[0].end()
            # Written over the letter before it, as a sign at the very end belongs to the last run.
            block = written_on(block, at - 1, at, f"{block.text[at - 1]}{note.block.label}")
            found.append(note.block)
    yield block
    yield from found
