"""The lines that a contract is signed on. They stand at the end of its last article in the outline, and what comes
behind that one, a new section or a new article, is printed before them."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator, Sequence

from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.signature_lines import BLANK, LineKind, line_kind, says_for_whom, side_named, signature_lines
from tablebook.domain.text import Block, BlockKind

_OPENS = re.compile(r"(?i)\W*(?:in witness whereof|(?:signed|executed|dated)\b.{0,40}\bthis\b.{0,24}\bday\b)")
"""How a contract begins to close."""
_SAYS_SO = re.compile(
    r"(?i)\W*the (?:parties|undersigned)\b.{0,40}\b(?:sign|signed|executed?|set their hands)\b.{0,40}\bthis agreement\b"
    r"|\W*(?:agreed\s+to\b|the (?:parties|undersigned)\b.{0,40}\b(?:agree|accept|approve)d?\b)[^.]*:\s*$"
)
"""The same where a line to sign follows at once; by itself it is language."""
_HEADS_ALL = re.compile(r"(?i)\W*(?:signatures?|signed|for the parties)\W*$")
_APPROVED = re.compile(
    r"(?i)\W*(?:tentatively\s+)?(?:approved|agreed(?:\s+to)?|accepted|adopted|signed)(?:\s+by)?\s*:\W*$"
)
"""Above names that are printed."""
_RATIFIED = re.compile(
    r"(?i)\W*(?:(?:this agreement (?:was|is)\s+)?(?:ratified|approved|adopted|accepted|signed|executed|dated)\b)"
    r"(?=.*\b(?:19|20)\d\d\b)[^:]{0,160}$"
)
"""“Ratified by the Association on May 3, 2023”, above the names."""
_NAMES_SIDE = re.compile(
    r"(?i)(?=[^.;:?!]*$)(?=.*\b(?:union|association|district|federation|board|education|local|council|university|college|"
    r"city|county|hospital|teachers)\b)"
)
_OF_MEMO = re.compile(r"(?i)\b(?:memorand\w+|mou|moa|letter)\b")
_LONGEST_HEAD = 8
LONGEST = 60
"""Lines at the end of an article among which those to sign are looked for."""
_SHORT = 16
"""Words: a longer line below the first one to sign is language, and none of what is signed."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks of one unit that are printed on end: from ``start``, up to and without ``end``."""

    unit: str
    start: int
    end: int


def ends_contract(contract: Contract, key: str) -> bool:
    """Whether a unit is the contract's last article or its very last unit: one of them has the lines that the contract
    is signed on."""
    units = contract.by_key
    last = next(reversed(units), None)
    return key in (last, next((one for one in reversed(units) if units[one].kind is UnitKind.ARTICLE), None))


def contract_closing(article: Article) -> tuple[Block, ...]:
    """The lines that the contract is signed on, at the end of the unit that it ends with. Below a schedule they are
    told from those of a form by the sentence that opens them, or by both sides that sign where nothing else is filled
    in; a memorandum is signed for itself."""
    close = closing_of(article.blocks)
    if article.kind is UnitKind.ARTICLE:
        return close
    if article.kind is not UnitKind.APPENDIX or not close:
        return ()
    above = article.blocks[: len(article.blocks) - len(close)]
    form = any(re.search(BLANK, block.printed) for block in above)
    both = sum(says_for_whom(part) for block in close for part in re.split(r"\s{3,}|\t", block.text)) > 1
    return close if any(map(opens, close)) or (both and not form) else ()


def memorandum_closing(units: Sequence[Article]) -> tuple[Block, ...]:
    """The lines that a contract is signed on where they stand behind its last memorandum: no other unit of it has any,
    and the sentence that opens them does not speak of a memorandum."""
    if not units or units[-1].kind is not UnitKind.MOU:
        return ()
    close = closing_of(units[-1].blocks)
    said = " ".join(block.text for block in close if opens(block))
    if not said or _OF_MEMO.search(said) or any(closing_of(one.blocks) for one in units[:-1]):
        return ()
    return close


def closing_of(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The lines to sign at the end of an article's text; none where it is nothing else."""
    start = closing_start(blocks)
    return tuple(blocks[start:]) if start else ()


def opens(block: Block) -> bool:
    """Whether a paragraph is the sentence with which a contract begins to close."""
    return any(one.match(block.text) for one in (_OPENS, _SAYS_SO))


def closing_at(blocks: Sequence[Block], close: Sequence[Block]) -> int | None:
    """Where these lines to sign begin in a text that has them on end; None where it does not, or there are none."""
    if not close:
        return None
    size = len(close)
    starts = reversed(range(len(blocks) - size + 1))
    return next((at for at in starts if tuple(blocks[at : at + size]) == tuple(close)), None)


def above_closing(blocks: Sequence[Block], close: Sequence[Block]) -> tuple[Block, ...]:
    """A text without the contract's lines to sign, which a text passed in their place keeps: on a paper with lines to
    sign of its own somebody would sign there."""
    at = closing_at(blocks, close)
    return tuple(blocks) if at is None else (*blocks[:at], *blocks[at + len(close) :])


def closing_start(blocks: Sequence[Block]) -> int:
    """Where the lines to sign begin at the end of an article; its length where it has none."""
    first = max(0, len(blocks) - LONGEST)
    lines = [_line(block) for block in blocks[first:]]
    language = {n for n, line in enumerate(lines) if line is None}
    texts = [block.text if line is None else line for line, block in zip(lines, blocks[first:], strict=True)]
    return first + first_to_sign(texts, language, _SHORT)


def first_to_sign(lines: Sequence[str], language: Collection[int] = (), longest: int = sys.maxsize) -> int:
    """Which of the last lines of an article is the first to sign; their number where none is, or where language (at
    these positions, or a line of more than ``longest`` words) stands below it."""
    free = [None if n in language else line for n, line in enumerate(lines)]
    to_sign = signature_lines(free)
    at = next((n for n, line in enumerate(free) if n in to_sign or (line and _OPENS.match(line))), len(lines))
    if at == len(lines):
        return _first_in_print(free)
    if at in to_sign:
        at = _first_head(lines, free, at)
    elif at and _HEADS_ALL.match(free[at - 1] or ""):
        at -= 1
    at -= 0 < at < len(lines) and _SAYS_SO.match(free[at - 1] or "") is not None
    below = [line for n, line in enumerate(free) if n > at and n not in to_sign]
    return len(lines) if any(line is None or len(line.split()) > longest for line in below) else at


def _first_in_print(free: Sequence[str | None]) -> int:
    """The same where nobody signs: the names are printed, under who they sign for, or under "APPROVED:"; with the lines
    above them that say who ratified the agreement."""
    kept = len(free)
    start = kept
    while start and _in_closing(free[start - 1]):
        start -= 1
    while start < kept and line_kind(free[start] or "") is LineKind.NAMES and not _heads_side(free[start]):
        start += 1  # a name that nothing stands above is language
    run = [line or "" for line in free[start:]]
    heads = {side_named(line) for line in run if _heads_side(line)} - {""}
    names = [line for line in run if line_kind(line) is LineKind.NAMES and not _heads_side(line)]
    if len(names) < 2 or not (len(heads) > 1 or _APPROVED.match(run[0])):
        return kept
    above = free[start - 1] if start else None
    if above is not None and above.rstrip().endswith(":") and not _SAYS_SO.match(above):
        return kept
    while start and _RATIFIED.match(free[start - 1] or ""):
        start -= 1
    return start


def _in_closing(line: str | None) -> bool:
    if line is None:
        return False
    return line_kind(line) in (LineKind.NAMES, LineKind.DATE) or _heads_side(line) or _APPROVED.match(line) is not None


def _heads_side(line: str | None) -> bool:
    """Whether a line says no more than for whom the names below it sign."""
    said = line is not None and len(line.split()) <= _LONGEST_HEAD and (says_for_whom(line) or line.isupper())
    return said and bool(side_named(line or ""))


def _first_head(lines: Sequence[str], free: Sequence[str | None], at: int) -> int:
    """Where the heads begin of the first line to sign: "Signatures", and the names of the sides that sign in that line,
    one for each of its blanks. More of them are a list that the language ends with, and so are those below a line that
    leads to them ("Members of the committee come from:")."""
    side = at
    while side and _is_side(free[side - 1]):
        side -= 1
    above = lines[side - 1] if side else ""
    leads = above.rstrip().endswith(":") and not _SAYS_SO.match(above)
    most = 1 if says_for_whom(lines[at]) else max(1, len(re.findall(BLANK, lines[at])))
    at = side if not leads and at - side <= most else at
    return at - (at > 0 and _HEADS_ALL.match(free[at - 1] or "") is not None)


def _is_side(line: str | None) -> bool:
    return line is not None and len(line.split()) <= _LONGEST_HEAD and _NAMES_SIDE.match(line) is not None


def _line(block: Block) -> str | None:
    """A block as a line that may be one to sign; None for what is language whatever it says. A table is one where its
    rows are, and told by the first of them; a party's name in capitals was read as a heading."""
    if block.label or block.section:
        return None
    if block.kind is BlockKind.HEADING:
        words = block.text.rstrip(" :")
        return block.text if _is_side(words) or _HEADS_ALL.match(words) or _APPROVED.match(block.text) else None
    if not block.rows:
        return block.text
    rows = ["    ".join(row) for row in block.rows]
    to_sign = signature_lines(rows)
    return rows[min(to_sign)] if to_sign and all(len(row.split()) <= _SHORT for row in rows) else None


def in_print(units: Sequence[tuple[str, Article | None, bool]]) -> Iterator[Stretch]:
    """The stretches of units (each with whether it is new, or struck) in the order of print: such articles behind the
    last one of the contract stand before the lines that it is signed on, and so does all behind its last memorandum
    where they stand there."""
    standing = [key for key, article, new in units if article and not new and article.kind is UnitKind.ARTICLE]
    old = [(key, article) for key, article, new in units if article and not new]
    memo = old[-1][0] if old and memorandum_closing([article for _, article in old]) else ""
    waiting: Stretch | None = None
    for key, article, new in units:
        if article is None:
            continue
        if waiting and not (new and (waiting.unit == memo or article.kind is UnitKind.ARTICLE)):
            yield waiting
            waiting = None
        end = len(article.blocks)
        close = closing_start(article.blocks) if key == memo or (standing and key == standing[-1]) else end
        yield Stretch(key, 0, close or end)
        waiting = Stretch(key, close, end) if 0 < close < end else waiting
    if waiting:
        yield waiting
