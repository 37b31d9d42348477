"""Sections of which a paper shows no more than the title: their words stay, unless the paper strikes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_words import is_order
from tablebook.domain.language import current_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed, shorten
from tablebook.domain.text import Block, BlockKind, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.jobs.findings.remarks import Cleaned
from tablebook.jobs.struck_text import or_struck


@dataclass(frozen=True, slots=True)
class ByTitle:
    """The paper's blocks, the sections of which it says nothing, and what to say of those read so."""

    blocks: tuple[Block, ...]
    silent: frozenset[str] = frozenset()
    said: tuple[str, ...] = ()


def ever(state: Negotiation, key: str, number: str) -> tuple[Block, ...]:
    """All that a section ever said: in the contract, and in every pass."""
    passed = (part.blocks for one in state.passes_on(key) for part in one.body.parts if part.place == number)
    return (*sections_of(current_blocks(state, key)).get(number, ()), *(block for part in passed for block in part))


def titles_of(state: Negotiation, key: str, number: str) -> tuple[str, ...]:
    """The titles that a section ever had."""
    found = (block.text.strip() for block in ever(state, key, number) if block.kind is BlockKind.HEADING)
    return tuple(dict.fromkeys(title for title in found if title))


def by_title(state: Negotiation, key: str, now: Cleaned, was: Cleaned | None) -> ByTitle:
    """Look for them; ``was`` is the text before the paper's changes, where it is marked. A section with a remark on it
    says itself why no more is shown; one that says "current language" has the contract's words."""
    before = sections_of(was.blocks) if was is not None else {}
    done: list[Block] = []
    silent: list[str] = []
    shown: list[str] = []
    said: list[str] = []
    for number, text in sections_of(now.blocks).items():
        read = _Read(state, key, number, text, before.get(number, ()))
        if not number or not read.has_more or (read.struck and number not in now.told):
            done += text
        elif read.only_title:
            current = place_blocks(state, key, number) if number in now.current else ()
            done += current
            silent += [] if current else [number]
            shown += [] if number in now.told else [number]
            if read.strikes_contract and not current:
                said.append(
                    f"Section {number}: the paper strikes its words and has a remark on it. It is left as it is. "
                    "Look whether it goes."
                )
        elif len(text) > 1 or text[0].kind is not BlockKind.HEADING or read.struck or _goes(state, key, number, text):
            done += text
        elif _tells(text[0].text) or (read.goes_on and re.search(r"\d", text[0].text)):
            done.append(replace(text[0], kind=BlockKind.PARAGRAPH, level=0))  # its words, and no title
        elif read.goes_on or not read.titled:
            silent.append(number)
            said.append(
                f"“{shorten(text[0].printed, 70)}” has no text below it. Section {number} stays as it is. "
                "Look whether more is meant."
            )
        else:
            done += [*text, *place_blocks(state, key, number)[1:]]
            said.append(f"Section {number} has a new title and no text on the paper: its words stay under it.")
    return ByTitle(tuple(done), frozenset(silent), (*_said(shown), *said))


def _goes(state: Negotiation, key: str, number: str, text: tuple[Block, ...]) -> bool:
    """Whether the paper says behind the title that the section goes ("4.3 Bereavement Leave – Deleted")."""
    return or_struck(state, key, Part(number, text)).deleted


def _tells(title: str) -> bool:
    """Whether a title is none, but what becomes of a line of the section: "Line 1: three (3) > four (4)"."""
    return is_order(title) or re.search(r"[^\W\d_].*(?::.*\d|\d.*;|=)", title) is not None


def _said(numbers: Sequence[str]) -> tuple[str, ...]:
    if not numbers:
        return ()
    if len(numbers) == 1:
        return (f"Of Section {numbers[0]} the paper shows the title only: it stays as it is.",)
    return (f"Of Sections {listed(numbers)} the paper shows the titles only: they stay as they are.",)


def _bare(text: str) -> str:
    return same_words(text).strip(" .:–—-").casefold()


class _Read:
    """One section as a paper shows it, beside what the book knows of it."""

    def __init__(
        self, state: Negotiation, key: str, number: str, text: Sequence[Block], before: Sequence[Block]
    ) -> None:
        self._text = text
        self._now = place_blocks(state, key, number) if number else ()
        self._titles = set(map(_bare, titles_of(state, key, number)))
        self._before = [block for block in before if not self._is_title(block)]
        self.has_more = any(not self._is_title(block) for block in ever(state, key, number))

    def _is_title(self, block: Block) -> bool:
        return block.kind is not BlockKind.TABLE and _bare(block.text) in {"", *self._titles}

    @property
    def struck(self) -> bool:
        """Whether the text before the paper's changes has more than the title."""
        return bool(self._before)

    @property
    def strikes_contract(self) -> bool:
        """Whether what is struck is the contract's."""
        own = {same_words(block.text) for block in self._now}
        return any(same_words(block.text) in own for block in self._before)

    @property
    def titled(self) -> bool:
        """Whether the contract's section has a title on a line of its own."""
        return bool(self._now) and self._now[0].kind is BlockKind.HEADING and bool(self._now[0].text.strip())

    @property
    def goes_on(self) -> bool:
        """Whether the paper's head is a known title with more words behind it."""
        return any(title and _bare(self._text[0].text).startswith(title) for title in self._titles)

    @property
    def only_title(self) -> bool:
        """Whether no more is shown than the title, or the first words of a section that runs on behind its title."""
        if all(map(self._is_title, self._text)):
            return True
        words = _bare(self._text[0].text)
        opening = same_words(self._now[0].text).casefold() if self._now else ""
        behind = opening[len(words) :].lstrip() if opening.startswith(words) else ""
        runs_on = behind[:1] in tuple(".:–—-") and bool(behind.strip(" .:–—-"))
        return len(self._text) == 1 and bool(words) and runs_on
