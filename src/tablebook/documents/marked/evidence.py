"""What is marked how often and where: the grounds on which a marking is given a meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import field, replace

from tablebook.documents.marked.markings import dress
from tablebook.documents.marked.paper import Look, SeenPaper
from tablebook.documents.marked.strips import Strip, beside, words_in
from tablebook.domain.dataclass import dataclass

_A_CONTRACT = 4000
"""Words; a text longer than this is hardly one proposal."""


@dataclass(slots=True)
class Found:
    """How one look occurs: words, runs, runs beside struck words, runs that are headings or only name something (a
    lead, a reference, a defined term), the longest run in words."""

    words: int = 0
    runs: int = 0
    beside: int = 0
    headed: int = 0
    longest: int = 0

    def add(self, text: str, *, struck_beside: bool = False, headed: bool = False) -> None:
        """Counts one more run."""
        count = words_in(text)
        self.words += count
        self.runs += 1
        self.beside += struck_beside
        self.headed += headed
        self.longest = max(self.longest, count)


@dataclass(slots=True)
class Evidence:
    """The looks of a paper's text: ``dressed`` of words that are not struck, ``struck`` with their dress, and the
    highlights put over either; ``tracked`` counts words by what Word tracked and who did it. ``pairs`` counts how often
    words in one dress stand right before words in another. ``passed`` says that the paper's head names a pass, so that
    something on it is likely to be new."""

    words: int = 0
    dressed: dict[Look, Found] = field(default_factory=dict)
    struck: dict[Look, Found] = field(default_factory=dict)
    highlighted: dict[str, Found] = field(default_factory=dict)
    tracked: dict[tuple[str, str], Found] = field(default_factory=dict)
    pairs: Counter[tuple[Look, Look]] = field(default_factory=Counter)
    italic: bool = False
    passed: bool = False

    def add_pair(self, first: Look, second: Look) -> None:
        """Counts words in one dress or highlight right before words in another, where neither are struck."""
        one, other = (replace(dress(look, italic=self.italic), highlight=look.highlight) for look in (first, second))
        if one != other and Look() not in (one, other) and not (first.strike or second.strike):
            self.pairs[one, other] += 1

    @property
    def struck_words(self) -> int:
        """How many words are struck."""
        return sum(found.words for found in self.struck.values())

    @property
    def finished(self) -> bool:
        """Whether it is a long text that passes nothing, with next to nothing struck: a contract, not a proposal."""
        return not self.passed and self.words > _A_CONTRACT and 500 * self.struck_words < self.words


def gathered(seen: SeenPaper, strips: Iterable[Strip], *, italic: bool, passed: bool) -> Evidence:
    """The evidence of these strips of a paper; ``italic`` where its legend speaks of italics. Tracked changes count
    wherever they are: in the header, in blanks, at the ends of paragraphs, in rows and cells."""
    strips = tuple(strips)
    found = Evidence(italic=italic or _italics_answer_strikes(strips), passed=passed)
    for look, text in _all_looks(seen):
        for kind, who in _changes(look):
            found.tracked.setdefault((kind, who), Found()).add(text)
    for strip, at, look in _runs(strips):
        text = strip.runs[at].text
        found.words += words_in(text)
        near = _struck_beside(strip, at)
        worn = dress(look, italic=found.italic)
        if look.strike:
            found.struck.setdefault(replace(worn, strike=look.strike), Found()).add(text)
        elif worn != Look():
            named = strip.heading or at in strip.naming
            found.dressed.setdefault(worn, Found()).add(text, struck_beside=near, headed=named)
        behind = beside(strip, at, 1)
        if behind >= 0:
            found.add_pair(look, strip.telling[behind])
        if look.highlight:
            bare = worn == Look() and not look.strike
            found.highlighted.setdefault(look.highlight, Found()).add(text, struck_beside=near and bare)
    return found


def _runs(strips: Iterable[Strip]) -> Iterator[tuple[Strip, int, Look]]:
    for strip in strips:
        for at, (run, look) in enumerate(zip(strip.runs, strip.telling, strict=True)):
            if run.text.strip():
                yield strip, at, look


def _all_looks(seen: SeenPaper) -> Iterator[tuple[Look, str]]:
    for block in seen.blocks:
        for run in (*block.runs, *(run for row in block.rows for cell in row for run in cell)):
            yield run.look, run.text
        for look in (block.mark_look, *block.row_looks, *(look for row in block.cell_looks for look in row)):
            yield look, ""


def _changes(look: Look) -> Iterator[tuple[str, str]]:
    if "inserted" in look.tracked:
        yield "inserted", look.author
    if "deleted" in look.tracked:
        yield "deleted", look.striker


def _struck_beside(strip: Strip, at: int) -> bool:
    """Whether the next words before or after, white space aside, are struck."""
    return any((near := beside(strip, at, step)) >= 0 and bool(strip.telling[near].strike) for step in (-1, 1))


def _italics_answer_strikes(strips: tuple[Strip, ...]) -> bool:
    """Whether italics stand beside struck words where no other dress does."""
    near = [look for strip, at, look in _runs(strips) if not look.strike and _struck_beside(strip, at)]
    dressed = [look for look in near if dress(look, italic=True) != Look()]
    return bool(dressed) and all(look.italic for look in dressed)
