"""Words in a signed text that are no contract language: a blank, an "[ok]", a note to the drafters, text left out.

They are found, never taken out by themselves: a person answers each, and the answer is put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from enum import StrEnum

from tablebook.domain.answered import spots
from tablebook.domain.dataclass import dataclass
from tablebook.domain.month_words import MONTH_LIKE
from tablebook.domain.remark_words import BRACKETED, NOTE_LINE, NOTED, TAG, bracketed
from tablebook.domain.signature_lines import LineKind, line_kind
from tablebook.domain.text import Block, BlockKind, same_words
from tablebook.domain.values import Part


class OpenKind(StrEnum):
    """What kind of words were left in a text."""

    BLANK = "blank"
    REMARK = "remark"
    NOTE = "note"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class OpenWords:
    """Words to be answered: the part they stand in, which of several alike (from 1), and the words around them."""

    kind: OpenKind
    place: str
    words: str
    nth: int
    around: str


_BLANK = re.compile(
    r"\ufffd+|_{2,}(?:\s*/\s*_{2,})*"
    r"|\[\s{0,12}\]|\(\s{2,12}\)|\[_+\]|\[\s*(?:\.{2,}|…)\s*\]"
    r"|\bTB[DN]\b|\bX{2,3}(?=[%/]|\s+percent)|(?<=\$)X+(?:[,.]X+)*\b|\?{2,}|\.{5,}|…\.+"
    r"|(?<!Article )(?<!Section )(?<!Appendix )\bX{2,4}\b(?=\s+(?:days?|hours?|weeks?|months?|years?|minutes)\b)"
    r"|\[[^\[\]]{1,60}\?\]|<\s*(?:insert|fill in|number|amount|date|name|tbd)\b[^<>]{0,60}>"
    r"|\[\s*(?:insert|fill in|number|amount|date|name|tbd|to be (?:determined|inserted|decided|agreed|supplied))"
    r"\b[^\[\]]{0,60}\]",
    re.I,
)
_NOTE_IN_BRACKETS = re.compile(
    r"\[\s*(?:notes?|n\.b\.|check|confirm|verify|todo|to do|question|comment|delete this|placeholder|see note|"
    r"language (?:to come|owed)|need(?:s|ed)?|ntd)\b[^\[\]]*\]|\(\s*(?:ntd|note to draft(?:er|ing))\b[^()]*\)",
    re.I,
)
_IN_BRACKETS = re.compile(r"\[(?=[^\[\]]*[^\W\d_]{2})[^\[\]]*\]")
"""Words in square brackets: contract language has none, and what a drafter means by them is not known."""
_NOTE_HEAD = re.compile(r"\s*(?:NOTE|Note)\s*:")
"""“NOTE: This restores what was lost in 2011.” may be language, and may be a remark."""
_LEFT_OUT = re.compile(r"(?=.*?(?:[.*–—-]\s*+){3}|.*?…)[\W_]++", re.S)
_DOTS = r"(?:…|\.\s?\.\s?\.|\*\s?\*\s?\*)"
_GAP_INSIDE = re.compile(rf"(?<=[^\W\d][.,;:)]\s|[^\W\d_]{{2}}\s){_DOTS}(?=\s+[^\W\d]|\s*$)|(?<=\d\s){_DOTS}\s*$")
"""Words left out inside a paragraph, and no row of dots before a figure."""
_GAP_AT_EDGE = re.compile(r"^\s*(?:…|\.{3})\s*(?=\w)|(?<=\w)(?:…|\.{3})\s*$")
"""“...Monday through Friday...”: words out of the middle of a sentence."""
_DAY = re.compile(rf"\s*(?:{MONTH_LIKE}\.?\s+\d{{1,2}},?\s+(?:19|20)\d\d|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})\s*")
_NAME = 5
"""Words of a name with its office."""
_MOST_NAMES = 6
_PERSON = re.compile(
    r"\s*(?!.*\b(?:Day|Days|Eve|Leave|Committee|Plan|Program|School|Schools|Board|Association|Union|District)\b)"
    r"[A-Z][\w’'-]+(?:\s+[A-Z]\.)?(?:\s+[A-Z][\w’'-]+){1,2}(?:\s*,\s*[A-Z][\w’' -]+)?\s*"
)
"""“Ellen Prescott”, “Tomas B. Wieland, Superintendent”; no “Memorial Day”."""
AROUND = 28
"""Letters shown on each side."""


def open_words(
    parts: Iterable[Part], known: str = "", standing: Container[Block] | None = None
) -> tuple[OpenWords, ...]:
    """All of them, in order. ``known`` is contract language (see :func:`same_words`): a form with blanks that the
    contract has already is left alone. ``standing`` are the blocks that count, where some of the text no longer holds;
    the others are only counted over."""
    return tuple(
        OpenWords(kind, part.place, words, _nth(part, index, start, words), _around(block, start, words))
        for part in parts
        for foot in (_names_below(part.blocks),)
        for index, block in enumerate(part.blocks)
        if not _is_known(block, known) and (standing is None or block in standing)
        for kind, start, words in (_whole(block) if index in foot else _in_block(block))
    )


def _names_below(blocks: Sequence[Block]) -> set[int]:
    """The last lines of a text where they are names with a day below them, or two and more under a sentence: who
    initialled the paper, and when. What follows a colon is a list."""
    end = len(blocks)
    dated = end > 2 and not blocks[-1].label and _DAY.fullmatch(blocks[-1].text) is not None
    start = end - dated
    while start and _is_name(blocks[start - 1], alone=not dated):
        start -= 1
    names = end - dated - start
    signed = names > 0 if dated else 1 < names <= _MOST_NAMES and start > 0 and blocks[start - 1].text.endswith(".")
    return set(range(start, end)) if signed else set()


def _is_name(block: Block, *, alone: bool) -> bool:
    """Whether a line is a name, with its office behind it or not; where it stands ``alone``, without a day below it, in
    the shape of a person's name."""
    plain = block.kind is BlockKind.PARAGRAPH and not block.label and not block.section
    shaped = plain and 2 <= len(block.text.split()) <= _NAME and (not alone or bool(_PERSON.fullmatch(block.text)))
    return shaped and line_kind(block.text) is LineKind.NAMES


def _whole(block: Block) -> Iterator[tuple[OpenKind, int, str]]:
    yield OpenKind.REMARK, block.text.index(block.text.strip()), block.text.strip()


def _nth(part: Part, index: int, start: int, words: str) -> int:
    before = sum(len(spots(block.text, words)) for block in part.blocks[:index])
    return before + sum(at < start for at in spots(part.blocks[index].text, words)) + 1


def _is_known(block: Block, known: str) -> bool:
    return bool(known) and bool(block.text.strip()) and same_words(block.text) in known


def _in_block(block: Block) -> Iterator[tuple[OpenKind, int, str]]:
    text = block.text
    if block.kind is BlockKind.PARAGRAPH and text.strip():
        if _LEFT_OUT.fullmatch(text):
            yield OpenKind.LEFT_OUT, text.index(text.strip()), text.strip()
            return
        if NOTE_LINE.match(text) or _NOTE_HEAD.match(text):
            yield OpenKind.NOTE, text.index(text.strip()), text.strip()
            return
    taken: list[tuple[int, int]] = []
    for kind, pattern in (
        (OpenKind.REMARK, BRACKETED), (OpenKind.NOTE, NOTED), (OpenKind.NOTE, _NOTE_IN_BRACKETS),
        (OpenKind.REMARK, TAG), (OpenKind.LEFT_OUT, _GAP_INSIDE), (OpenKind.LEFT_OUT, _GAP_AT_EDGE),
        (OpenKind.BLANK, _BLANK),
        (OpenKind.NOTE, _IN_BRACKETS),
    ):  # fmt: skip
        for match in sorted(bracketed(text), key=re.Match.start) if pattern is BRACKETED else pattern.finditer(text):
            words = match[0].strip(" \t\n,;–—") if pattern is TAG else match[0].strip()
            start = text.index(words, match.start())
            if words and not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append((start, start + len(words)))
                yield kind, start, words


def _around(block: Block, start: int, words: str) -> str:
    text, end = block.text, start + len(words)
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    left = text.rfind(" ", 0, left) + 1 if left else 0
    right = next((at for at in range(right, len(text)) if text[at].isspace()), len(text))
    return f"{'… ' if left else ''}{' '.join(text[left:right].split())}{' …' if right < len(text) else ''}"
