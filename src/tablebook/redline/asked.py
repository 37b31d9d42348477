"""What was asked for beside what came of it: three texts of one place, told change by change.

Today's text is compared with the first proposal and with what was agreed. Changes of the two that lie on the same words
of today's text are one row, so that a row says: this is what stands, this was asked, this was got.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from tablebook.domain.dataclass import dataclass
from tablebook.domain.prose import is_prose
from tablebook.domain.text import Block, BlockKind
from tablebook.redline.sentences import sentence_edges
from tablebook.redline.tokens import BREAK, SENTENCE_ENDS, is_word, split
from tablebook.redline.words import Hunk, hunks

_NEAR = 6
"""Changes with fewer equal words than this between them are one row."""
_BESIDE = 22
"""So many words of a sentence are told on either side of what changes; a longer one is cut there at a clause."""
_STOPS = ".;:,?!…"
_SMALL = frozenset("a an and also of that the which".split())
"""Words that may come and go with the shape of a sentence. "Or", "not", "may", "any" are none: they say what holds."""


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

    @property
    def only_grammar(self) -> bool:
        """Whether nothing changes but small words and signs, of which no meaning hangs: an "and" that moves on."""
        return not self.figures and _meant(self.today) == _meant(self.asked) == _meant(self.got)


@dataclass(slots=True)
class _Chunk:
    """Words of today's text from ``start`` to ``end`` that the asked or the agreed text has otherwise; the changes
    themselves begin at ``first``. What is put in right at an edge belongs to it where it ``takes`` that edge; where a
    sentence is ``cut`` before or after, that is shown."""

    start: int
    end: int
    first: int
    takes: tuple[bool, bool] = (True, True)
    cut: tuple[bool, bool] = (False, False)


def threefold(today: Iterable[Block], asked: Iterable[Block], got: Iterable[Block]) -> tuple[Threefold, ...]:
    """The passages in which the three texts of one place are not the same, in order."""
    texts = _without_common_ends([list(text) for text in (today, asked, got)])
    (before, tables), (first, first_tables), (last, last_tables) = map(_tokens, texts)
    theirs = [_by_paragraph(before, other, hunks(before, other)) for other in (first, last)]
    chunks = _chunks(before, (first, theirs[0]), (last, theirs[1]))
    rows = [_row(before, chunk, (first, theirs[0]), (last, theirs[1])) for chunk in chunks]
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


def _tokens(blocks: Sequence[Block]) -> tuple[list[str], tuple[tuple[tuple[str, ...], ...], ...]]:
    """Words with their labels, a break between paragraphs, and the tables apart, each with the line that is its
    title."""
    tokens: list[str] = []
    tables = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind is BlockKind.TABLE:
            tables.append(block.rows)
        elif following and following.kind is BlockKind.TABLE and not is_prose(block.printed):
            tables.append(((block.printed,),))
        elif block.printed:
            tokens += [BREAK, *split(block.printed)]
    return tokens, tuple(tables)


def _shown(tables: Sequence[Sequence[Sequence[str]]]) -> str:
    """Tables as words that are the same when the tables are."""
    return "\n".join("\t".join(row) for table in tables for row in table)


def _by_paragraph(old: Sequence[str], new: Sequence[str], found: Sequence[Hunk]) -> list[Hunk]:
    """Changes over several paragraphs as one for each, where both texts have as many of them: points of a list."""
    out: list[Hunk] = []
    for a, b, c, d in found:
        olds = [a - 1, *(at for at in range(a, b) if old[at] == BREAK), b]
        news = [c - 1, *(at for at in range(c, d) if new[at] == BREAK), d]
        if len(olds) != len(news) or len(olds) < 3:
            out.append((a, b, c, d))
            continue
        for k in range(len(olds) - 1):
            piece = olds[k] + 1, olds[k + 1], news[k] + 1, news[k + 1]
            if old[piece[0] : piece[1]] != new[piece[2] : piece[3]]:
                out.append(piece)
    return out


def _chunks(today: Sequence[str], *others: tuple[Sequence[str], Sequence[Hunk]]) -> list[_Chunk]:
    """Stretches of today's text that one of the two changed, near ones joined, then widened to whole sentences."""
    found: list[_Chunk] = []
    for a, b, _, _ in sorted(one for _, changes in others for one in changes):
        if found and _words_between(today, found[-1].end, a) < _NEAR:
            found[-1].end = max(found[-1].end, b)
        else:
            found.append(_Chunk(a, b, a))
    edges = sentence_edges(today)
    for chunk in found:
        if not _whole_by_itself(today, chunk, edges, others):
            _widen(today, chunk, edges)
    return _apart(found)


def _apart(chunks: Sequence[_Chunk]) -> list[_Chunk]:
    """Chunks that came to overlap as one; where two only touch, what is put in between belongs to one of them."""
    out: list[_Chunk] = []
    for chunk in chunks:
        if out and chunk.start < out[-1].end:
            end, cut_after = max((out[-1].end, out[-1].cut[1]), (chunk.end, chunk.cut[1]))
            out[-1].end, out[-1].cut = end, (out[-1].cut[0], cut_after)
            continue
        if out and chunk.start == out[-1].end:
            mine = chunk.first == chunk.start
            out[-1].takes, chunk.takes = (out[-1].takes[0], not mine), (mine, True)
        out.append(chunk)
    return out


def _whole_by_itself(
    today: Sequence[str], chunk: _Chunk, edges: Sequence[int], others: Sequence[tuple[Sequence[str], Sequence[Hunk]]]
) -> bool:
    """Whether whole sentences are put in between two others: they say by themselves what they are about."""
    if chunk.start < chunk.end or chunk.start not in edges:
        return False
    opens = _opens(today, chunk.start)
    put_in = [list(_span(chunk, *other)) for other in others]
    return all(not any(map(is_word, words)) or _is_sentence(words, opens) for words in put_in)


def _opens(today: Sequence[str], place: int) -> bool:
    """Whether a sentence or paragraph begins here, so that what is put in belongs to what follows."""
    return place == 0 or today[place - 1] == BREAK or today[place - 1] in SENTENCE_ENDS


def _is_sentence(tokens: Sequence[str], opens: bool) -> bool:
    said = [token for token in tokens if not token.isspace()]
    return said[0] == BREAK or (opens and (said[-1] in SENTENCE_ENDS or said[-1] == BREAK))


def _widen(today: Sequence[str], chunk: _Chunk, edges: Sequence[int]) -> None:
    """To the sentence that the change is in; of a long one only to a clause, as many words as can be read at once."""
    low, high = chunk.start, chunk.end
    if low == high:  # words put in at the edge of a sentence belong to the one that they go on with
        low, high = (low, min(high + 1, len(today))) if _opens(today, low) else (max(low - 1, 0), high)
    start = max(edge for edge in edges if edge <= low)
    end = min(edge for edge in edges if edge >= high)
    near = _far(today, chunk.start, start, -1), _far(today, chunk.end, end, 1)
    chunk.cut = (near[0] > start, near[1] < end)
    chunk.start, chunk.end = near


def _far(tokens: Sequence[str], place: int, bound: int, way: int) -> int:
    """The bound, or where it is too far the farthest comma on the way, or the farthest word."""
    words, at, comma = 0, place, None
    while at != bound and words < _BESIDE:
        here = at - 1 if way < 0 else at
        if tokens[here] == "," and words:
            comma = at if way < 0 else at + 1
        words += is_word(tokens[here])
        at += way
    if at == bound or not any(map(is_word, tokens[min(at, bound) : max(at, bound)])):
        return bound
    return at if comma is None else comma


def _words_between(tokens: Sequence[str], start: int, end: int) -> int:
    if end > start and any(token == BREAK for token in tokens[start:end]):
        return _NEAR
    return sum(map(is_word, tokens[start:end]))


def _row(
    today: Sequence[str],
    chunk: _Chunk,
    asked: tuple[Sequence[str], Sequence[Hunk]],
    got: tuple[Sequence[str], Sequence[Hunk]],
) -> Threefold:
    stands = _said(today[chunk.start : chunk.end], chunk.cut)
    return Threefold(stands, _said(_span(chunk, *asked), chunk.cut), _said(_span(chunk, *got), chunk.cut))


def _span(chunk: _Chunk, tokens: Sequence[str], found: Sequence[Hunk]) -> Sequence[str]:
    """The words that another text has for a stretch of today's."""
    start, end = chunk.takes
    return tokens[_at(chunk.start, found, last=not start) : _at(chunk.end, found, last=end)]


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


def _said(tokens: Sequence[str], where_cut: tuple[bool, bool] = (False, False)) -> str:
    """The words on one line. A heading or point that ends in no sign is parted from what follows as in a quotation."""
    lines = " ".join("".join("\n" if token == BREAK else token for token in tokens).split(" ")).split("\n")
    said = ""
    for line in filter(None, (" ".join(line.split()) for line in lines)):
        said += f"{'' if not said else ' ' if said[-1] in _STOPS else ' / '}{line}"
    before, after = where_cut
    return f"{'… ' if before else ''}{said}{' …' if after else ''}" if said else ""


def cut(text: str, most: int) -> str:
    """At most so many words, with "…" where some are left out: at the end of a clause, where one is near."""
    words = text.split()
    if len(words) <= most:
        return text
    short = words[:most]
    ends = [at for at, word in enumerate(short, 1) if at > most * 0.7 and word[-1] in ",;:."]
    return f"{' '.join(short[: ends[-1]] if ends else short)} …"


_SPELLED = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|thousand|half|and|first|second|third|\w+th|\w+ths|percent|dollars)[ -])+"
    r"\((\$?\d[\d,.]*%?(?:st|nd|rd|th)?)\)",
    re.IGNORECASE,
)


def figures_only(text: str) -> str:
    """ "forty-five (45) days" as "45 days": short, for where there is little room."""
    return _SPELLED.sub(r"\1", text)


def _meant(text: str) -> tuple[str, ...]:
    return tuple(one for one in map(str.lower, split(text)) if is_word(one) and one not in _SMALL)
