"""The lines that a contract is signed on. They stand at the end of its last article in the outline, and what comes
behind that one, a new section or a new article, is printed before them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.signature_lines import signature_lines
from tablebook.domain.text import Block, BlockKind

_OPENS = re.compile(r"(?i)\W*(?:in witness whereof|(?:signed|executed|dated)\b.{0,40}\bthis\b)")
"""How a contract begins to close."""
LONGEST = 24
"""Lines at the end of an article among which those to sign are looked for."""
_SHORT = 16
"""Words: a longer line below the first one to sign is language, and none of what is signed."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks of one unit that are printed on end: from ``start``, up to and without ``end``."""

    unit: str
    start: int
    end: int


def closing_of(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The lines to sign at the end of an article's text; none where it is nothing else."""
    start = closing_start(blocks)
    return tuple(blocks[start:]) if start else ()


def closing_at(blocks: Sequence[Block], close: Sequence[Block]) -> int | None:
    """Where these lines to sign begin in a text that has them on end; None where it does not, or there are none."""
    if not close:
        return None
    size = len(close)
    return next((at for at in range(len(blocks) - size + 1) if tuple(blocks[at : at + size]) == tuple(close)), None)


def above_closing(blocks: Sequence[Block], close: Sequence[Block]) -> tuple[Block, ...]:
    """A text without the contract's lines to sign, which a text passed in their place keeps: on a paper with lines to
    sign of its own somebody would sign there."""
    at = closing_at(blocks, close)
    return tuple(blocks) if at is None else (*blocks[:at], *blocks[at + len(close) :])


def closing_start(blocks: Sequence[Block]) -> int:
    """Where the lines to sign begin at the end of an article; its length where it has none."""
    first = max(0, len(blocks) - LONGEST)
    return first + first_to_sign([_line(block) for block in blocks[first:]], _SHORT)


def first_to_sign(lines: Sequence[str | None], longest: int = sys.maxsize) -> int:
    """Which of the last lines of an article is the first to sign; their number where none is, or where language (None,
    or a line of more than ``longest`` words) stands below it."""
    to_sign = signature_lines(lines)
    at = next((n for n, line in enumerate(lines) if n in to_sign or (line and _OPENS.match(line))), len(lines))
    below = [line for n, line in enumerate(lines) if n > at and n not in to_sign]
    return len(lines) if any(line is None or len(line.split()) > longest for line in below) else at


def _line(block: Block) -> str | None:
    """A block as a line that may be one to sign; None for what is language whatever it says."""
    if block.kind is BlockKind.HEADING or block.label or block.section:
        return None
    return " ".join(cell for row in block.rows for cell in row) if block.rows else block.text


def in_print(units: Sequence[tuple[str, Article | None, bool]]) -> Iterator[Stretch]:
    """The stretches of units (each with whether it is new) in the order of print: the new articles behind the last one
    of the contract stand before the lines that it is signed on."""
    standing = [key for key, article, new in units if article and not new and article.kind is UnitKind.ARTICLE]
    waiting: Stretch | None = None
    for key, article, new in units:
        if article is None:
            continue
        if waiting and not (new and article.kind is UnitKind.ARTICLE):
            yield waiting
            waiting = None
        end = len(article.blocks)
        close = closing_start(article.blocks) if standing and key == standing[-1] else end
        yield Stretch(key, 0, close or end)
        waiting = Stretch(key, close, end) if 0 < close < end else waiting
    if waiting:
        yield waiting
