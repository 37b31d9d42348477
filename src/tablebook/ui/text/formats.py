"""Character and block formats of a page: book face, 25 px lines, colours by who wrote or struck the words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import MarkedBlock
from tablebook.ui.text.look import PARTIES, PageLook
from tablebook.ui.text.rows import Ink, ink_of

# Properties that keep what a font cannot: a head is semibold whether or not its words were marked bold.
BOLD = QTextFormat.Property.UserProperty + 1
ITALIC = QTextFormat.Property.UserProperty + 2
# The share of the page's letters that a table's letters have.
SHARE = QTextFormat.Property.UserProperty + 3
CELL_PAD = 6
FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class Formats:
    """The formats of one look, each made once."""

    def __init__(self, look: PageLook) -> None:
        self.look = look
        self._made: dict[tuple[object, ...], QTextCharFormat] = {}

    def words(
        self, ink: Ink, bold: bool = False, italic: bool = False, head: bool = False, air: bool = False
    ) -> QTextCharFormat:
        """The format of words in one ink; with `air` a bracket stands after them."""
        key = (ink.writer, ink.striker, ink.flag == "unmarked", bold, italic, head, air)
        if key not in self._made:
            self._made[key] = self._make(ink, bold, italic, head, air)
        return self._made[key]

    def _make(self, ink: Ink, bold: bool, italic: bool, head: bool, air: bool) -> QTextCharFormat:
        font = QFont(self.look.head if head else self.look.book)
        if bold and not head:
            font.setWeight(QFont.Weight.DemiBold)
        font.setItalic(italic)
        made = QTextCharFormat()
        made.setFont(font)
        if bold:
            made.setProperty(BOLD, True)
        if italic:
            made.setProperty(ITALIC, True)
        side = "" if ink.flag == "unmarked" else ink.writer or ink.striker
        made.setForeground(self.look.words(side) if side in PARTIES else self.look.color("text"))
        if air:
            made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            made.setFontLetterSpacing(self.look.px(4))
        return made

    def fold(self) -> QTextCharFormat:
        """The format of a closed fold's sentence."""
        made = QTextCharFormat()
        made.setFont(self.look.label)
        made.setForeground(self.look.color("secondary"))
        return made

    def filler(self) -> QTextBlockFormat:
        """The format of the empty block that Qt needs beside a table: one pixel high."""
        made = QTextBlockFormat()
        made.setLineHeight(1, FIXED_HEIGHT)
        return made

    def table(self) -> QTextTableFormat:
        """A table as wide as its cells ask for, with room for lines that `paint_grid` draws."""
        made = QTextTableFormat()
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_None)
        made.setCellPadding(self.look.px(CELL_PAD))
        made.setCellSpacing(0)
        made.setTopMargin(self.look.px(12))
        made.setBottomMargin(self.look.px(12))
        return made

    def cell(self, words: str) -> QTextBlockFormat:
        """A cell's paragraph; figures stand at the right."""
        made = QTextBlockFormat()
        made.setLineHeight(self.look.line - self.look.px(4), FIXED_HEIGHT)
        if is_figure(words):
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made

    def paragraph(self, block: MarkedBlock, indent: float, first: float) -> QTextBlockFormat:
        """A paragraph or heading at an indent, its first line moved for a label that runs in."""
        made = QTextBlockFormat()
        made.setLineHeight(self.look.line, FIXED_HEIGHT)
        made.setLeftMargin(indent)
        made.setTextIndent(first)
        if block.kind is BlockKind.HEADING:
            made.setHeadingLevel(min(max(block.level, 1), 6))
        return made


def percent_columns(count: int) -> list[QTextLength]:
    """Equal columns over the whole measure."""
    return [QTextLength(QTextLength.Type.PercentageLength, 100 / count)] * count


def is_figure(words: str) -> bool:
    """Whether a cell holds a number or a sum of money."""
    bare = words.strip().strip("$%()").replace(",", "").replace(".", "").replace(" ", "")
    return bool(bare) and bare.isdigit()


def label_font(block: MarkedBlock, look: PageLook) -> QFont:
    """Section numbers stand in the sans face of heads, list labels in the book face."""
    return look.head if runs_in(block) else look.book


def runs_in(block: MarkedBlock) -> bool:
    """Whether the label stands in the first line before the words (heads, sections), not in the hanging gutter."""
    return block.kind is BlockKind.HEADING or (bool(block.section) and block.level == 0)


def label_parts(block: MarkedBlock) -> list[tuple[str, Ink]]:
    """The printed label with its marks: the old one struck before the new one where it changed."""
    author = block.margin_author.party if block.margin_author else ""
    inks = {ink_of(run) for run in block.all_runs if run.text.strip()}
    actor = author or next((ink.actor for ink in inks if ink.actor), "joint")
    if block.old_label is not None and block.old_label != block.label:
        fresh = block.margin_author is not None
        struck = [(block.old_label, Ink(striker=actor, fresh=fresh))] if block.old_label else []
        return struck + ([(block.label, Ink(writer=actor, fresh=fresh))] if block.label else [])
    if not block.label:
        return []
    whole = inks.pop() if len(inks) == 1 else Ink()
    return [(block.label, Ink(whole.writer, whole.striker))]


def label_width(block: MarkedBlock, look: PageLook) -> float:
    """How wide the label is, old and new together."""
    metrics = QFontMetricsF(label_font(block, look))
    gap = look.px(5)
    widths = [metrics.horizontalAdvance(text) + gap for text, _ in label_parts(block)]
    return sum(widths) - gap if widths else 0.0
