"""A bare "3." or "C." at the start of a line: a section of the contract, the next new one, or a point of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from tablebook.domain.contract import Section
from tablebook.domain.text import Block, BlockKind, same_words

_ALIKE = 0.5
"""So much of the words of a section and of a line must be the same for the line to be that section."""
_LONGEST = 80


def place_of(label: str) -> int:
    """The place of "3" or "C" among its like; 0 for any other."""
    if label.isdigit():
        return int(label)
    return ord(label) - ord("A") + 1 if len(label) == 1 and "A" <= label <= "Z" else 0


def like_title(words: str) -> bool:
    """Whether words can be the title of a section, and are no sentence and no point of a list."""
    return bool(words) and words[0].isupper() and len(words) <= _LONGEST and words[-1] not in ".;:,"


def resembles(section: Section, words: str) -> bool:
    """Whether a line has the words with which a section begins, or most of its text."""
    texts = [same_words(block.text).casefold().split() for block in section.blocks if block.text.strip()]
    own = same_words(words).casefold().split()
    every = [word for text in texts for word in text]
    return any(_same(text, own) for text in (*texts[:2], every))


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return bool(one and other) and matcher.ratio() >= _ALIKE


class Points:
    """The list that a paper has open at one place: its points count on from its first."""

    def __init__(self) -> None:
        self._digits, self._last = False, 0

    def close(self) -> None:
        """A section begins: the list is at its end."""
        self._last = 0

    def takes(self, label: str, before: Block | None, *, inside: bool) -> bool:
        """Whether a label goes on with the list, or begins one: at 1 or A, behind a colon or ``inside`` a section."""
        place = place_of(label)
        goes_on = self._last and label.isdigit() is self._digits and place == self._last + 1
        begins = place == 1 and (inside or (before is not None and before.text.rstrip().endswith(":")))
        if goes_on or begins:
            self._digits, self._last = label.isdigit(), place
        return bool(goes_on or begins)


def next_new(label: str, numbers: Iterable[str]) -> bool:
    """Whether a label is the one after the last of an item's sections, counted as they are."""
    own = list(numbers)
    alike = bool(own) and all(place_of(one) and one.isdigit() is label.isdigit() for one in own)
    return alike and place_of(label) == max(map(place_of, own)) + 1


def doubtful(blocks: Sequence[Block], sections: Mapping[str, Section], known: str) -> tuple[str, ...]:
    """What to say of bare numbers that could be read otherwise: a point that has the number of a later section, and a
    section that is nothing like the contract's. Words that the book knows are in no doubt."""
    if any(one.blocks[0].label.strip(".) ") != number for number, one in sections.items()):
        return ()  # "Section 3." is never a point
    said: list[str] = []
    order, last, now = list(sections), -1, ""
    for index, block in enumerate(blocks):
        number = block.label.strip(".) ")
        bare = place_of(number) > 0 and number in sections and same_words(block.text) not in known
        if block.section:
            now = block.section
            last = order.index(now) if now in sections else last
            after = blocks[index + 1] if index + 1 < len(blocks) and not blocks[index + 1].section else None
            texts = [block.text, *([after.text] if after is not None else [])]
            if bare and now == number and any(texts) and not any(resembles(sections[now], one) for one in texts if one):
                said.append(
                    f"“{block.printed[:60]}” is read as Section {now}, which has other words in the contract. "
                    "Look whether it is that section."
                )
        elif bare and now and block.kind is not BlockKind.TABLE and order.index(number) > last:
            said.append(
                f"“{block.printed[:60]}” is read as a point of Section {now}, not as Section {number}. "
                "Look whether it is one."
            )
    return tuple(said)
