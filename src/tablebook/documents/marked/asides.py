"""What stands on a paper and is no part of its text: lines to sign and to initial, the line that reserves rights, notes
to the reader, and the other side's assent written into the text. In both clean texts it would only be in the way.

Taken out is what its form alone makes certain; what might be language stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tablebook.documents.marked.paper import SeenBlock, SeenPaper
from tablebook.documents.marked.pieces import Piece, split_at
from tablebook.documents.marked.strips import Strip
from tablebook.documents.reading import Warning_
from tablebook.domain.remark_words import BRACKETED, NOTE_LINE, NOTED, TAG
from tablebook.domain.text import BlockKind

_RESERVES = re.compile(
    r"\breserves?\s+(?:the\s+|its\s+|all\s+)?rights?\s+to\b.{0,80}\b(?:add|change|modify|amend|withdraw)\b.{0,80}\b"
    r"(?:this|its|these|any|all|the)\s+(?:\w+\s+){0,3}?(?:counter|proposal|package|offer|response)"
    r"|\bthis\s+(?:\w+\s+){0,2}?(?:proposal|counter\w*|package|offer)\b.{0,80}"
    r"\b(?:subject to change|without prejudice)\b",
    re.I | re.S,
)
_NUMBERED = re.compile(r"\s*(?:(?i:article|section)\b|\(?[A-Z]?\d|\(?[A-Za-z][.)]\s)")
_LINE = re.compile(r"_{3,}|\s/\s?s\s?/\s|^/s/|:\s*/s/|\.{6,}")
_SIGNERS = re.compile(
    r"\b(?:for|the|by|of|and|on|to|at|agreed|approved|received|submitted|passed|accepted|tentative(?:ly)?|agreement|dated?|"
    r"time|signatures?|signed|sign|names?|print(?:ed)?|titles?|initial(?:s|ed)?|union|school|district|board|association|"
    r"federation|teachers|employer|management|college|university|city|county|local|team|chief|lead|negotiators?|chair|"
    r"chairperson|spokesperson|president|superintendent|director|education|page|\d{1,4}|am|pm|ta[’']?d)\b",
    re.I,
)
_NAME = re.compile(r"\b[A-Z][\w.’'-]*")
_FOR = re.compile(r"\s*(?:for\b|signed\b|agreed\b|dated?\b|by\s*:)", re.I)
_LONGEST_SIGNED = 40
_MOST_NAMES = 16


def beside_the_text(seen: SeenPaper, above: frozenset[int]) -> frozenset[int]:
    """The blocks that are lines to sign, notes to the reader, or reserve rights."""
    found = {
        index
        for index, block in enumerate(seen.blocks)
        if index not in above and block.text.strip() and (_signs(block) or _notes(block))
    }
    return frozenset(found | (_signed_end(seen) - above))


def _signed_end(seen: SeenPaper) -> set[int]:
    """The blocks at the end of a paper from its first line to sign on, or from "For the District" above it, where none
    but names and sides follow."""
    end: list[int] = []
    for index in range(len(seen.blocks) - 1, -1, -1):
        block = seen.blocks[index]
        if not (_signs(block) or _names(block)):
            break
        end.append(index)
    while end and not (_LINE.search(seen.blocks[end[-1]].text) or _FOR.match(seen.blocks[end[-1]].text)):
        end.pop()
    lined = any(_LINE.search(seen.blocks[index].text) for index in end)
    return {index for index in end if seen.blocks[index].text.strip()} if lined else set()


def _names(block: SeenBlock) -> bool:
    """Whether a block holds nothing but names, titles and blanks; an empty one does."""
    text = block.text.strip()
    if block.label or _NUMBERED.match(text) or (text.endswith((".", ";", ":")) and "_" not in text):
        return False
    words = re.findall(r"[^\W_]+", _SIGNERS.sub(" ", text))
    return len(words) <= _MOST_NAMES and all(word[0].isupper() for word in words)


def _notes(block: SeenBlock) -> bool:
    text = block.text.strip()
    if block.kind is BlockKind.TABLE or block.label or len(text.split()) > 90 or _NUMBERED.match(text):
        return False
    return bool(NOTE_LINE.match(text.lstrip("[(")) or _RESERVES.search(text))


def _signs(block: SeenBlock) -> bool:
    """Whether all of a block is lines to sign on with what is to be written there."""
    cells = ["".join(run.text for run in cell) for row in block.rows for cell in row] or [block.text]
    text = " ".join(cells)
    if not _LINE.search(text) or len(text.split()) > _LONGEST_SIGNED or block.label:
        return False
    rest = _SIGNERS.sub(" ", text)
    if not re.search(r"/\s?s\s?/", text) and not _SIGNERS.search(text) and not re.search(r"\b[A-Z]{2,7}\b", text):
        return False
    signed = bool(re.search(r"/\s?s\s?/", text))
    rest = (_NAME if signed else re.compile(r"\b[A-Z]{2,7}\b")).sub(" ", rest)
    return not any(map(str.isalpha, re.sub(r"/\s?s\s?/", " ", rest)))


def without_asides(strip: Strip, pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """The pieces with the remarks among the words shed, and the remarks. A paragraph that is nothing else stays, if it
    is short: "[Reserved]" may be language."""
    spans = list(_spans(strip.text))
    if not spans or any(piece.tracked for piece in pieces):
        return pieces, ()
    shed: list[Piece] = []
    at = 0
    for piece in split_at(pieces, [edge for span in spans for edge in span]):
        inside = any(start <= at and at + len(piece.text) <= stop for start, stop in spans)
        shed.append(replace(piece, sheds=piece.sheds or inside))
        at += len(piece.text)
    return tuple(shed), tuple(strip.text[start:stop].strip() for start, stop in spans)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (BRACKETED, NOTED, TAG):
        for match in pattern.finditer(text):
            yield match.span()


def told(blocks: Sequence[str], remarks: Sequence[str]) -> tuple[Warning_, ...]:
    """Says what was left out of the clean texts."""
    said = "; ".join(dict.fromkeys(" ".join(one.split()) for one in (*remarks, *blocks)))
    if not said:
        return ()
    said = said if len(said) <= 200 else said[:200].rsplit(" ", 1)[0] + " …"
    message = f"Notes and lines to sign are no part of the text and were left out of it: “{said}”."
    return (Warning_("remarks-left-out", None, message),)
