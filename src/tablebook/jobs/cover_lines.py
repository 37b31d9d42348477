"""Lines of a packet of signed papers that belong to no text: the cover of each paper, the lines that sign it, and the
footer that names it on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.domain.month_words import MONTH_LIKE
from tablebook.domain.signature_lines import signature_lines
from tablebook.domain.text import Block, BlockKind, same_words

_NAMES_PAPER = re.compile(
    r"[\W_]*(?:total\s+|final\s+)?tentative\s+agreements?\b[\W_]*(?:[A-Z]{1,3}|\d{1,3})?[\W_]*", re.I
)
_BETWEEN = re.compile(
    r"[\W_]*(?:(?:tentative\s+agreement\s+)?between(?:\s+the)?|and|&|by\s+and\s+between|the|to|from|proposal|"
    r"counter\s*proposal)[\W_]*",
    re.I,
)
_COVER_BEGINS = re.compile(r"[\W_]*(?:tentative\s+agreement\s+)?between(?:\s+the)?[\W_]*", re.I)
_PARTY = re.compile(
    r"\b(?:district|association|union|federation|board|schools?|college|university|city|county|teachers|local|education|"
    r"state|authority|department)\b",
    re.I,
)
_DATE = re.compile(
    rf"[\W_]*(?:{MONTH_LIKE}\.?\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]"
    r"\d{2,4})(?:\W+\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?)?[\W_]*",
    re.I,
)
_LONGEST = 16


def names_paper(words: str) -> bool:
    """Whether a line is the footer or the cover's title: "Tentative Agreement F"."""
    return bool(_NAMES_PAPER.fullmatch(same_words(words)))


def begins_cover(words: str) -> bool:
    """Whether a line is the "between" of a cover: what stands above it is at its end."""
    return bool(_COVER_BEGINS.fullmatch(same_words(words)))


def without_cover(blocks: Sequence[Block], parties: tuple[str, str]) -> tuple[Block, ...]:
    """The text under one heading, without the footers in it and the cover of the next. The lines that sign it stay:
    its foot is looked at with the words of the contract at hand."""
    kept = list(blocks)
    while kept and _covered(kept, parties):
        pass
    return tuple(block for block in kept if not _NAMES_PAPER.fullmatch(same_words(block.printed)))


def without_signers(blocks: Sequence[Block], parties: tuple[str, str]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The text of a paper that another one follows, without its cover lines, and the lines that signed it."""
    kept, signed = list(blocks), list[Block]()
    while kept and ((gone := _signed_off(kept)) or _covered(kept, parties)):
        signed[:0] = gone
    return without_cover(kept, parties), tuple(signed)


def _covered(kept: list[Block], parties: tuple[str, str]) -> bool:
    """Take a cover off the end; whether there was one."""
    end = len(kept)
    while end and _cover(kept[end - 1], parties):
        end -= 1
    gone = [same_words(block.printed) for block in kept[end:]]
    if not any(_NAMES_PAPER.fullmatch(words) or _BETWEEN.fullmatch(words) for words in gone):
        return False
    del kept[end:]
    return True


def _signed_off(kept: list[Block]) -> list[Block]:
    """Take the lines to sign, and the names under them, off the end, and give them back."""
    lines = [None if block.section or block.label else _cells(block) for block in kept]
    signed = signature_lines(lines)
    start = len(kept)
    while start and (start - 1 in signed or (not kept[start - 1].section and not kept[start - 1].text.strip())):
        start -= 1
    gone = kept[start:]
    del kept[start:]
    return gone


def _cells(block: Block) -> str:
    return " ".join(cell for row in block.rows for cell in row) or block.text


def _cover(block: Block, parties: tuple[str, str]) -> bool:
    text = same_words(block.printed)
    if not text:
        return True
    if not _short(block) or block.section:
        return False
    if any(pattern.fullmatch(text) for pattern in (_NAMES_PAPER, _BETWEEN, _DATE)):
        return True
    named = any(name and name.casefold() in text.casefold() for name in parties)
    titled = block.kind is BlockKind.HEADING or text.isupper() or text.istitle()
    return named or (titled and bool(_PARTY.search(text)) and not re.match(r"[\W_]*\d", text))


def _short(block: Block) -> bool:
    return not block.rows and len(block.printed.split()) <= _LONGEST
