"""Three texts in one thread: what a paper started from, what it gives as the old text, and what it says now. Where the
first two differ, something was changed without a mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from enum import StrEnum

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block
from tablebook.redline.drawn import drawn
from tablebook.redline.marks import Author, MarkedBlock, MarkedRun
from tablebook.redline.tokens import count_words, typography_aside
from tablebook.redline.weave import weave_of
from tablebook.redline.weaving import weave_pass

# Each as a party of its own: then a word that the one brought and the other struck is still shown.
_QUIET, _MARKED = Author("quiet"), Author("marked")
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-"})


class Fate(StrEnum):
    """What became of words between the text that was started from, the paper's old text and its new one."""

    SAME = "same"
    LEFT_OUT = "left out"
    """Gone from the old text already: left out without a mark."""
    ADDED = "added"
    """In both texts of the paper and not in what it started from: added without a mark."""
    MISQUOTED = "misquoted"
    """Struck by the paper, and never there."""
    AGAIN = "again"
    """Marked as new, and there before."""
    STRUCK = "struck"
    NEW = "new"


QUIET = frozenset({Fate.LEFT_OUT, Fate.ADDED, Fate.MISQUOTED, Fate.AGAIN})


@dataclass(slots=True)
class Stretch:
    """Neighbouring words that are not the same, by fate; ``start`` and ``end`` are positions in the paper's new words
    of the block, ``before`` and ``after`` the unchanged words around."""

    words: dict[Fate, str] = field(default_factory=dict)
    start: int = 0
    end: int = 0
    before: str = ""
    after: str = ""

    def of(self, *fates: Fate) -> str:
        """The words of these fates, in one line."""
        return " ".join(" ".join(self.words.get(fate, "") for fate in fates).split())

    def holds(self, *fates: Fate) -> bool:
        """Whether it has any words of these fates."""
        return any(self.words.get(fate, "").strip() for fate in fates)


def folded(text: str) -> str:
    """Text for comparing: kinds of quote, dash and space count as the same."""
    return typography_aside(text).translate(_DASHES)


def threaded(base: Sequence[Block], old: Sequence[Block], new: Sequence[Block]) -> tuple[MarkedBlock, ...]:
    """The three texts woven together."""
    weave = weave_of(_even(base), folded, 0)
    weave_pass(weave, _QUIET, _even(old))
    weave_pass(weave, _MARKED, _even(new))
    return drawn(weave)


def even_dashes(text: str) -> str:
    """Long dashes as short ones: a word with the one is cut in three, with the other it is whole."""
    return text.translate(_DASHES)


def _even(blocks: Sequence[Block]) -> list[Block]:
    return [
        replace(
            block,
            runs=tuple(replace(run, text=even_dashes(run.text)) for run in block.runs),
            rows=tuple(tuple(map(even_dashes, row)) for row in block.rows),
        )
        for block in blocks
    ]


def marked_words(block: MarkedBlock) -> str:
    """The words of a block that the paper marks as new, folded."""
    return folded("".join(run.text for run in block.all_runs if fate_of(run) is Fate.NEW))


def fate_of(run: MarkedRun) -> Fate:
    """What became of the words of a woven run."""
    if run.writer is None and run.striker is None:
        return Fate.AGAIN if run.fresh else Fate.SAME
    if run.writer is None:
        return Fate.LEFT_OUT if run.striker == _QUIET else Fate.STRUCK
    if run.writer == _MARKED:
        return Fate.NEW
    return Fate.ADDED if run.striker is None else Fate.MISQUOTED


def lines_of(block: MarkedBlock) -> Iterator[tuple[MarkedRun, ...]]:
    """The words that are compared as one: a paragraph, each cell of a table, or a table of one fate."""
    for_itself = {fate_of(run) for run in block.all_runs}
    if block.rows and len(for_itself) == 1 and Fate.SAME not in for_itself:
        spaced = (replace(run, text=f"{run.text} ") for run in block.all_runs)
        yield tuple(spaced)
    elif block.rows:
        yield from (cell for row in block.rows for cell in row)
    else:
        yield block.runs


def stretches(runs: Iterable[MarkedRun], *, islands: int = 0) -> Iterator[Stretch]:
    """The stretches of a line. Up to so many unchanged words between two changes join them."""
    found: Stretch | None = None
    gap, at, same = "", 0, ""
    for run in runs:
        fate = fate_of(run)
        if fate is Fate.SAME:
            if found is not None:
                gap += run.text
                found.after = found.after or (gap if run.text.strip() else "")
                if count_words(gap) > islands or (gap.strip() and not islands):
                    yield found
                    found = None
            same = run.text if run.text.strip() else same + run.text
            at += len(run.text)
            continue
        if found is None:
            found = Stretch(start=at, before=same)
        elif gap:
            for each in list(found.words):
                found.words[each] += gap
        gap = ""
        found.words[fate] = found.words.get(fate, "") + run.text
        at += len(run.text) if run.striker is None else 0
        found.end = at
        found.after = ""
    if found is not None:
        yield found
