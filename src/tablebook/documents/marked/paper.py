"""A paper with its markings as they look on the page, and what each of them means.

What is *seen* (struck, underlined, bold, coloured, tracked by Word) is kept apart from what it *means* (same, inserted,
deleted), because a person may flip the meaning and read the same paper again.
"""

from __future__ import annotations

from tablebook.documents.reading import Warning_
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import BlockKind, Document
from tablebook.redline.marks import Mark, MarkedBlock


@dataclass(frozen=True, slots=True)
class Look:
    """How words look. ``strike`` and ``underline`` are "", "single" or "double". ``colour`` and ``highlight`` are
    "#rrggbb", "" for the paper's usual ones. ``tracked`` is what Word recorded: "", "inserted", "deleted", or
    "inserted-deleted" for words that one put in and another took out; ``author``, ``at`` and ``striker`` as Word kept
    them. ``moved`` says that Word tracked it as one half of a move."""

    strike: str = ""
    underline: str = ""
    bold: bool = False
    italic: bool = False
    colour: str = ""
    highlight: str = ""
    tracked: str = ""
    author: str = ""
    at: str = ""
    striker: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class SeenRun:
    """Words in one look, all of them as printed, zero-width characters off."""

    text: str
    look: Look = Look()


@dataclass(frozen=True, slots=True)
class SeenBlock:
    """One paragraph, heading or table of the paper, with all its words.

    ``rows`` are a table's cells, each a tuple of runs. ``label`` is a printed number that is no part of the runs
    (Word's automatic ones). ``mark_look`` is the look of the paragraph's end: tracked "inserted" where the break after
    it is new, "deleted" where this paragraph and the next are joined when the change is accepted. ``row_looks`` say
    the same of a table's rows, ``cell_looks`` of its cells. ``old_label`` is the label without the tracked changes,
    None where it is the same. ``centred`` says how the paragraph stands. ``box`` is (left, top, right, bottom) in
    points on ``page``, where known.
    """

    runs: tuple[SeenRun, ...] = ()
    kind: BlockKind = BlockKind.PARAGRAPH
    label: str = ""
    section: str = ""
    level: int = 0
    rows: tuple[tuple[tuple[SeenRun, ...], ...], ...] = ()
    row_looks: tuple[Look, ...] = ()
    cell_looks: tuple[tuple[Look, ...], ...] = ()
    mark_look: Look = Look()
    page: int | None = None
    source: int = -1
    old_label: str | None = None
    centred: bool = False
    box: tuple[float, float, float, float] | None = None

    @property
    def text(self) -> str:
        """All printed words, old and new; a table's cells by tabs, its rows by newlines."""
        if self.rows:
            return "\n".join("\t".join("".join(run.text for run in cell) for cell in row) for row in self.rows)
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Key:
    """What one marking means on this paper. ``name`` is the marking in words ("bold", "struck in red"), ``look`` its
    telling features, ``meaning`` what it says, ``party`` whose it is where the paper tells. ``why`` is "legend" where
    the paper says so itself, "tracked" for Word's own changes, "proposed" where it was worked out, "hand" where a
    person chose; ``reason`` says it in a sentence. ``words`` counts the words marked so. ``sign`` is for markings that
    are characters and no look: "[]" for words in brackets, "caps" for words in capitals."""

    name: str
    look: Look
    meaning: Mark
    why: str = "proposed"
    party: str = ""
    words: int = 0
    reason: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class SeenPaper:
    """A paper as it looks, before anybody says what its markings mean. ``page_heads`` are lines of Word's page header
    or of every page's top, without repeats."""

    name: str
    blocks: tuple[SeenBlock, ...]
    pages: int | None = None
    page_heads: tuple[str, ...] = ()
    warnings: tuple[Warning_, ...] = ()


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One line of the stack above a proposal, oldest pass where it says so. ``party`` is "union", "employer" or "";
    ``date`` and ``time`` are ISO where they can be read, else ""."""

    text: str
    party: str = ""
    label: str = ""
    date: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A marked paper, read. ``blocks`` carry every word with its fate, one for each block that is seen, ``colours`` the
    colour of each of their runs. ``accepted`` and ``rejected`` are the two clean texts it holds, with their sections
    found, ``accepted_text`` and ``rejected_text`` the same as printed, a paragraph a line; header and legend are in
    neither. ``above`` are the positions of the blocks that are header or legend. ``party`` is who passes it: "union",
    "employer" or ""."""

    seen: SeenPaper
    keys: tuple[Key, ...]
    header: tuple[HeaderLine, ...]
    party: str
    blocks: tuple[MarkedBlock, ...]
    colours: tuple[tuple[str, ...], ...]
    accepted: Document
    rejected: Document
    accepted_text: str = ""
    rejected_text: str = ""
    articles: tuple[str, ...] = ()
    above: frozenset[int] = frozenset()
    warnings: tuple[Warning_, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether anything on it is marked at all, or an old text set beside the new one."""
        return self.accepted_text != self.rejected_text or any(
            key.meaning is not Mark.SAME and key.words for key in self.keys
        )
