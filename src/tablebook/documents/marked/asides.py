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
from tablebook.domain.note_lines import note_lines, opens_note
from tablebook.domain.phrases import shorten
from tablebook.domain.remark_words import NOTED, TAG, bracketed
from tablebook.domain.signature_lines import signature_lines
from tablebook.domain.text import BlockKind

_RESERVES = re.compile(
    r"(?<!either party )(?<!each party )(?<!parties )\breserves?\s+(?:the\s+|its\s+|all\s+)?rights?\s+to\b.{0,80}"
    r"\b(?:add|change|modify|amend|withdraw)\b.{0,80}\b"
    r"(?:this|its|these|any|all|the)\s+(?:\w+\s+){0,3}?(?:counter|proposal|package|offer|response)"
    r"|\bthis\s+(?:\w+\s+){0,2}?(?:proposal|counter\w*|package|offer)\b.{0,80}"
    r"\b(?:subject to change|without prejudice)\b",
    re.I | re.S,
)
_MOST_SAID = 160
"""Letters of each line: every one is told, none goes silently."""
_NUMBERED = re.compile(r"\s*(?:(?i:article|section)\b|\(?[A-Z]?\d|\(?[A-Za-z][.)]\s)")


def beside_the_text(seen: SeenPaper, above: frozenset[int]) -> frozenset[int]:
    """The blocks that are lines to sign, notes to the reader, or reserve rights."""
    signed = signature_lines([None if index in above else _line(block) for index, block in enumerate(seen.blocks)])
    noted = note_lines([None if index in above else _noted(block) for index, block in enumerate(seen.blocks)])
    kept = {
        index
        for index, block in enumerate(seen.blocks)
        if index not in above and block.text.strip() and _reserves(block)
    }
    return signed | {index for index in noted if seen.blocks[index].text.strip()} | kept


def _line(block: SeenBlock) -> str | None:
    """A block as one line that may be one to sign; a labelled one is language."""
    if block.label:
        return None
    return " ".join("".join(run.text for run in cell) for row in block.rows for cell in row) or block.text


def _noted(block: SeenBlock) -> str | None:
    """A block as a line that may be a note, or go on with one."""
    text = block.text.strip()
    headed = block.kind is BlockKind.HEADING and not opens_note(text)
    return None if block.rows or block.label or headed or _NUMBERED.match(text) else text


def _reserves(block: SeenBlock) -> bool:
    text = block.text.strip()
    if block.kind is BlockKind.TABLE or block.label or len(text.split()) > 90 or _NUMBERED.match(text):
        return False
    return bool(_RESERVES.search(text))


def without_asides(strip: Strip, pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """The pieces with the remarks among the words shed, and the remarks. A paragraph that is nothing else stays, if it
    is short: "[Reserved]" may be language."""
    spans = sorted(_spans(strip.text))
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
    yield from (match.span() for match in bracketed(text))
    for pattern in (NOTED, TAG):
        for match in pattern.finditer(text):
            yield match.span()


def told(blocks: Sequence[str], remarks: Sequence[str]) -> tuple[Warning_, ...]:
    """Says what was left out of the clean texts."""
    said = "; ".join(dict.fromkeys(shorten(one, _MOST_SAID) for one in (*remarks, *blocks)))
    if not said:
        return ()
    message = f"Notes and lines to sign are no part of the text and were left out of it: “{said}”."
    return (Warning_("remarks-left-out", None, message),)
