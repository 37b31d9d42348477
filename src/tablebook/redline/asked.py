"""What was asked for beside what came of it: three texts of one place, told change by change.

Today's text is compared with the first proposal and with what was agreed. Changes of the two that lie on the same words
of today's text are one row, so that a row says: this is what stands, this was asked, this was got.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind
from tablebook.redline.tokens import BREAK, SENTENCE_ENDS, is_gap, is_word, split
from tablebook.redline.words import Hunk, hunks

_NEAR = 6
"""Changes with fewer equal words than this between them are one row."""
_AROUND = 3
"""So many words of today's text on either side say where a change stands."""
_TABLE = "\0table"
"""Stands for a table among tokens: figures are read in the schedule itself, not cell by cell."""


class Outcome(StrEnum):
    """What became of what was asked."""

    FULL = "full"
    PART = "part"
    NONE = "none"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Threefold:
    """One passage as it stands today, as it was asked for, and as it was agreed; empty where it has no words there.
    ``figures`` says that a table changes here, whose figures are not told."""

    today: str
    asked: str
    got: str
    figures: bool = False

    @property
    def outcome(self) -> Outcome:
        """All of it, none of it, something else, or nothing that we had asked for."""
        if self.asked == self.got:
            return Outcome.FULL
        if self.got == self.today:
            return Outcome.NONE
        return Outcome.THEIRS if self.asked == self.today else Outcome.PART


@dataclass(slots=True)
class _Chunk:
    """Words of today's text from ``start`` to ``end`` that the asked or the agreed text has otherwise."""

    start: int
    end: int


def threefold(today: Iterable[Block], asked: Iterable[Block], got: Iterable[Block]) -> tuple[Threefold, ...]:
    """The passages in which the three texts of one place are not the same, in order."""
    texts = _without_common_ends([list(text) for text in (today, asked, got)])
    (before, tables), (first, first_tables), (last, last_tables) = map(_tokens, texts)
    theirs = hunks(before, first), hunks(before, last)
    rows = [_row(before, chunk, (first, theirs[0]), (last, theirs[1])) for chunk in _chunks(before, *theirs)]
    if not tables == first_tables == last_tables:
        rows.append(Threefold(_shown(tables), _shown(first_tables), _shown(last_tables), figures=True))
    return tuple(row for row in rows if not row.today == row.asked == row.got)


def _without_common_ends(texts: list[list[Block]]) -> list[list[Block]]:
    """The texts without the paragraphs that all three begin and end with: a section's heading, most of all."""
    while all(texts) and len({text[0].printed for text in texts}) == 1 and texts[0][0].kind is not BlockKind.TABLE:
        texts = [text[1:] for text in texts]
    while all(texts) and len({text[-1].printed for text in texts}) == 1 and texts[0][-1].kind is not BlockKind.TABLE:
        texts = [text[:-1] for text in texts]
    return texts


def _tokens(blocks: Iterable[Block]) -> tuple[list[str], tuple[tuple[tuple[str, ...], ...], ...]]:
    """Words with their labels, a break between paragraphs, and the tables apart."""
    tokens: list[str] = []
    tables = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            tables.append(block.rows)
        elif block.printed:
            tokens += [BREAK, *split(block.printed)]
    return tokens, tuple(tables)


def _shown(tables: Sequence[Sequence[Sequence[str]]]) -> str:
    """Tables as words that are the same when the tables are."""
    return "\n".join("\t".join(row) for table in tables for row in table)


def _chunks(today: Sequence[str], asked: Sequence[Hunk], got: Sequence[Hunk]) -> list[_Chunk]:
    """Stretches of today's text that one of the two changed, near ones joined, then widened by a few words."""
    found: list[_Chunk] = []
    for a, b, _, _ in sorted((*asked, *got)):
        if found and _words_between(today, found[-1].end, a) < _NEAR:
            found[-1].end = max(found[-1].end, b)
        else:
            found.append(_Chunk(a, b))
    for index, chunk in enumerate(found):
        least = found[index - 1].end if index else 0
        most = found[index + 1].start if index + 1 < len(found) else len(today)
        opens = chunk.start == 0 or today[chunk.start - 1] == BREAK or today[chunk.start - 1] in SENTENCE_ENDS
        if chunk.start < chunk.end or not opens:  # a whole sentence put in says by itself what it is about
            chunk.start = _back(today, chunk.start, least)
            chunk.end = _on(today, chunk.end, most)
    return found


def _words_between(tokens: Sequence[str], start: int, end: int) -> int:
    if end > start and any(token == BREAK for token in tokens[start:end]):
        return _NEAR
    return sum(map(is_word, tokens[start:end]))


def _back(tokens: Sequence[str], start: int, least: int) -> int:
    words, at = 0, start
    while at > least and words < _AROUND:
        token = tokens[at - 1]
        if token == BREAK or token in SENTENCE_ENDS:
            break
        words += is_word(token)
        at -= 1
    while at < start and is_gap(tokens[at]):
        at += 1
    return at


def _on(tokens: Sequence[str], end: int, most: int) -> int:
    words = 0
    while end < most and words < _AROUND and (not end or tokens[end - 1] != BREAK):
        if tokens[end] == BREAK:
            break
        words += is_word(tokens[end])
        end += 1
        if tokens[end - 1] in SENTENCE_ENDS:
            break
    return end


def _row(
    today: Sequence[str],
    chunk: _Chunk,
    asked: tuple[Sequence[str], Sequence[Hunk]],
    got: tuple[Sequence[str], Sequence[Hunk]],
) -> Threefold:
    stands = _said(today[chunk.start : chunk.end])
    return Threefold(stands, _said(_span(chunk, *asked)), _said(_span(chunk, *got)))


def _span(chunk: _Chunk, tokens: Sequence[str], found: Sequence[Hunk]) -> Sequence[str]:
    """The words that another text has for a stretch of today's."""
    return tokens[_at(chunk.start, found, last=False) : _at(chunk.end, found, last=True)]


def _at(place: int, found: Sequence[Hunk], last: bool) -> int:
    """Where a place of today's text is in the other one. What is put in right there belongs to the stretch, whether
    it begins or ends there."""
    shift = 0
    for a, b, c, d in found:
        if b < place or (b == place and (last or a < b)):
            shift = (d - c) - (b - a) + shift
        elif a < place:
            raise ValueError("a change reaches over the edge of its stretch")
    return place + shift


def _said(tokens: Sequence[str]) -> str:
    return " ".join("".join(" " if token == BREAK else token for token in tokens).split())


def cut(text: str, most: int) -> str:
    """At most so many words, with "…" where some are left out."""
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most])} …"


_SPELLED = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|thousand|half|and|first|second|third|\w+th|\w+ths|percent|dollars)[ -])+"
    r"\((\$?\d[\d,.]*%?(?:st|nd|rd|th)?)\)",
    re.IGNORECASE,
)


def figures_only(text: str) -> str:
    """ "forty-five (45) days" as "45 days": short, for where there is little room."""
    return _SPELLED.sub(r"\1", text)
