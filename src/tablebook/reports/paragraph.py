"""Marked and clean text as strips: paragraphs, headings and tables, with hanging labels and margin bars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tablebook.domain.text import Block, BlockKind
from tablebook.redline.marks import Author, Mark, MarkedBlock, MarkedRun
from tablebook.reports import fonts
from tablebook.reports.flow import Strip, tie_lines
from tablebook.reports.ink import Look, look_of, new_look
from tablebook.reports.lines import Line, Span, break_lines
from tablebook.reports.lists import Lists
from tablebook.reports.margin import Beside, bar_of, margin_words
from tablebook.reports.pen import Pen
from tablebook.reports.spoken import heard, start_tag, tag_of
from tablebook.reports.table import SIZES, table_strips
from tablebook.reports.tags import Tag, heading

_HANG, _LABEL_AT = 28.0, 10.0
_SENTENCE = re.compile(r"[.;,]\W*$")
_CAPTION = 6
"""Lines; more above a table are no caption of it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: size and line distance of its words, size of section heads, air between blocks,
    and the sizes that are tried for tables."""

    size: float = 12.0
    leading: float = 18.4
    head: float = 10.25
    air: float = 3.0
    tables: tuple[float, ...] = SIZES


ROOMY = Setting()
CLOSE = Setting(11.0, 15.6, 9.75, 1.5)


def clean(blocks: Iterable[Block]) -> list[MarkedBlock]:
    """Plain blocks as a redline without marks, so that both are drawn by the same hand."""
    return [
        MarkedBlock(
            block.kind,
            tuple(MarkedRun(run.text, bold=run.bold, italic=run.italic) for run in block.runs),
            block.label,
            section=block.section,
            level=block.level,
            rows=tuple(tuple((MarkedRun(cell),) if cell else () for cell in row) for row in block.rows),
        )
        for block in blocks
    ]


def text_strips(
    blocks: Sequence[MarkedBlock], width: float, wide: float, setting: Setting = ROOMY, level: int = 2
) -> list[Strip]:
    """A whole text. ``wide`` is the width of a page on its side, for tables that need it; ``level`` is that of an
    article's title among the headings of the paper, with its sections' below it."""
    strips: list[Strip] = []
    lists = Lists()
    below = 0  # where the last table ends
    above = ""
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            strips += _paragraph(block, width, setting, lists)
            above = "".join(run.text for run in block.runs)
            continue
        lists.end()
        if block.kind is BlockKind.TABLE:
            table = table_strips(block, width, wide, setting.tables)
            _tie_caption(strips, below, turned=any(strip.wide for strip in table) and not _SENTENCE.search(above))
            strips += table
            below = len(strips)
        else:
            strips += _heading(block, width, setting, level)
        above = ""
    return strips


def _tie_caption(strips: Sequence[Strip], below: int, *, turned: bool) -> None:
    """A table goes with the line above it ("2029–30"), which tells what its figures are: also to a page on its side,
    with the headings above that line, where it is no sentence (``turned``). A long paragraph stays: a page cannot be
    turned inside of it. ``below`` is where the table before ends."""
    if not strips:
        return
    strips[-1].keep = True
    if not turned:
        return
    start = len(strips)
    while start > below and strips[start - 1].keep:
        start -= 1
    if len(strips) - start <= _CAPTION and not (start > below and _goes_on(strips, start)):
        for strip in strips[start:]:
            strip.wide = True


def _goes_on(strips: Sequence[Strip], at: int) -> bool:
    """Whether a strip goes on with the paragraph of the one before."""
    return strips[at].block is not None and strips[at].block is strips[at - 1].block


def is_marked(block: MarkedBlock) -> bool:
    """Whether drawing the block puts a mark of the legend on the page."""
    return block.changed or block.fresh


def _font(run: MarkedRun) -> str:
    if run.bold:
        return fonts.SERIF_BOLD
    return fonts.SERIF_ITALIC if run.italic else fonts.SERIF


def run_spans(runs: Sequence[MarkedRun], font: str | None = None) -> list[Span]:
    """Marked runs as spans; ``font`` for all of them, or each by its own bold and italic."""
    return [
        Span(run.text, font or _font(run), look_of(run), (run.writer, run.striker), tag) for run, tag in heard(runs)
    ]


def label_spans(block: MarkedBlock, font: str, colour: str) -> list[Span]:
    """The printed label; where it changed, the old one struck and the new one underlined by who changed it."""
    fate = _common_fate(block.runs)
    if block.old_label is not None:
        author = block.margin_author or _first_author(block.runs) or Author("joint")
        new = new_look(author)
        old = Look("text", 0, new.under, new.lines, new.dotted)
        labels = [
            (block.old_label, old, tag_of(block.old_label, None, author)),
            (block.label, new, tag_of(block.label, author, None)),
        ]
        spans = [Span(text, font, look, tag=tag) for text, look, tag in labels if text]
        return spans[:1] + [span for rest in spans[1:] for span in (Span(" ", font), rest)]
    look = look_of(fate) if fate is not None else Look(colour)
    return [Span(block.label, font, look)] if block.label else []


def _start_spans(block: MarkedBlock) -> list[Span]:
    """A marked "¶" where a paragraph was split off or joined to the one above, and its words do not say so."""
    start = MarkedRun("¶", block.start.writer, block.start.striker)
    if start.mark is Mark.SAME:
        return []
    if all(run.mark is not Mark.SAME for run in block.runs if run.text.strip()):
        return []
    tag = start_tag(start.mark, start.striker or start.writer)
    return [Span("¶", fonts.SERIF, look_of(start), "start", tag), Span(" ", fonts.SERIF)]


def _first_author(runs: Sequence[MarkedRun]) -> Author | None:
    return next((author for run in runs for author in (run.striker, run.writer) if author is not None), None)


def _common_fate(runs: Sequence[MarkedRun]) -> MarkedRun | None:
    """The run whose marks all words share: a whole new or struck paragraph marks its label too."""
    spoken = [run for run in runs if run.text.strip()]
    if not spoken or any((run.writer, run.striker) != (spoken[0].writer, spoken[0].striker) for run in spoken):
        return None
    return spoken[0] if spoken[0].writer or spoken[0].striker else None


def _heading(block: MarkedBlock, width: float, setting: Setting, level: int) -> list[Strip]:
    title = block.level <= 1 and not block.section
    size = setting.head + (1.5 if title else 0)
    font = fonts.SANS_SEMIBOLD
    label = label_spans(block, font, "black")
    spans = [*label, Span("  ", font)] if label else []
    words = [
        Span(span.text, font, Look("black") if span.look == Look() else span.look, span.group, span.tag)
        for span in run_spans(block.runs, font)
    ]
    tag = heading(level if title else level + max(block.level - 1, 1), f"{block.label} {_standing(block.runs)}")
    lines = [_LineDraw(line, 0.0, size, tag) for line in break_lines([*spans, *words], width, size)]
    strips = _strips(block, lines, size, size * 1.5, width)
    strips[0].space = setting.air + (12 if title else 9.5)
    strips[0].opens = tag
    for strip in strips:
        strip.keep = True
    return strips


def _standing(runs: Sequence[MarkedRun]) -> str:
    """A heading as it stands now: without the words that are struck; where that is all of them, it says so."""
    standing = "".join(run.text for run in runs if run.striker is None)
    struck = "".join(run.text for run in runs)
    return standing if standing.strip() or not struck.strip() else f"{struck} (struck)"


def _paragraph(block: MarkedBlock, width: float, setting: Setting, lists: Lists) -> list[Strip]:
    size = setting.size
    level = min(max(block.level, 0), 6)
    label = label_spans(block, fonts.SERIF, "secondary" if level else "text")
    labels = break_lines(label, width / 2, size) if label else []
    wide = max((line.width for line in labels), default=0.0)
    left, hang = level * _HANG, (level - 1) * _HANG + _LABEL_AT
    indent = 0.0
    home: Tag | None = None
    named: Tag | None = None
    if not level:
        lists.end()
    elif label:
        named, home = lists.item(level, block.label)
    else:
        home = lists.home(level)
    if label and not level:
        hang, indent = 0.0, wide + 8
    elif label:
        left = max(left, hang + wide + 7)
    words = break_lines([*_start_spans(block), *run_spans(block.runs)], width - left, size, indent)
    tag = Tag("P", home)
    strips = _strips(
        block,
        [_LineDraw(line, left, size, tag) for line in words],
        size,
        setting.leading,
        width,
        [_LineDraw(line, hang, size, named or tag) for line in labels],
        home,
    )
    strips[0].space = setting.air
    tie_lines(strips)
    return strips


def _strips(
    block: MarkedBlock,
    lines: Sequence[_LineDraw],
    size: float,
    leading: float,
    width: float,
    labels: Sequence[_LineDraw] = (),
    home: Tag | None = None,
) -> list[Strip]:
    marked, bar, margin = is_marked(block), bar_of(block), margin_words(block)
    base = leading / 2 + 0.32 * size
    strips = []
    for index in range(max(len(lines), len(labels))):
        words = lines[index] if index < len(lines) else None
        label = labels[index] if index < len(labels) else None
        for draw in filter(None, (words, label)):
            draw.base = base
        beside = Beside(words, leading, width, base, bar, margin if index == 0 else (), home, label)
        strips.append(Strip(leading, beside, marked=marked, block=block))
    return strips


@dataclass(slots=True)
class _LineDraw:
    """Draws one line of a block: its words or its label."""

    line: Line
    left: float
    size: float
    tag: Tag
    base: float = 0.0

    def __call__(self, pen: Pen, x: float, top: float) -> None:
        pen.say(self.tag)
        self.line.draw(pen, x + self.left, top - self.base, self.size)
