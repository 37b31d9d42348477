"""Lines of a file as a sheet of paper, for files that are no pictures of pages: Word, text, Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from tablebook.documents.contract.places import Printed
from tablebook.documents.sheets import FileLine
from tablebook.ui import typefaces
from tablebook.ui.outline.paper import Paper
from tablebook.ui.tokens import LIGHT

LETTER_WIDTH, LEAST_HEIGHT, MARGIN = 612.0, 400.0, 66.0
BODY = 13


class LinesPaper(Paper):
    """Lines of a file in the face of a contract."""

    def __init__(self, lines: Sequence[FileLine]) -> None:
        self._document = QTextDocument()
        self._places: list[QTextFrame | int] = []
        self._write(lines)
        height = max(LEAST_HEIGHT, self._document.size().height())
        super().__init__(QSizeF(LETTER_WIDTH, height), Printed([line.words for line in lines]))

    def _write(self, lines: Sequence[FileLine]) -> None:
        document = self._document
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(typefaces.make(typefaces.STYLES["contract"], BODY))
        frame = document.rootFrame().frameFormat()
        frame.setMargin(MARGIN)
        document.rootFrame().setFrameFormat(frame)
        document.setTextWidth(LETTER_WIDTH)
        cursor = QTextCursor(document)
        left = min((line.indent for line in lines if not line.centred), default=0.0)
        for line in lines:
            self._line(cursor, line, left)

    def _line(self, cursor: QTextCursor, line: FileLine, left: float) -> None:
        look = QTextBlockFormat()
        look.setTopMargin(7.0 * min(line.gap, 1.5) if line.gap else (6.0 if line.head else 1.5))
        look.setLineHeight(135, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
        look.setLeftMargin(0 if line.centred else min(5.0 * max(0.0, line.indent - left), 120.0))
        if line.centred:
            look.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        letters = QTextCharFormat()
        letters.setForeground(QColor(LIGHT.text))
        letters.setFontWeight(QFont.Weight.DemiBold if line.head else QFont.Weight.Normal)
        if self._places:
            cursor.insertBlock(look, letters)
        else:
            cursor.setBlockFormat(look)
        if line.rows:
            self._table(cursor, line, letters)
            return
        self._places.append(cursor.block().blockNumber())
        cursor.insertText(line.text, letters)

    def _table(self, cursor: QTextCursor, line: FileLine, letters: QTextCharFormat) -> None:
        columns = max(len(row) for row in line.rows)
        look = QTextTableFormat()
        look.setCellPadding(2)
        look.setCellSpacing(0)
        look.setBorderCollapse(True)
        look.setBorder(1)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setBorderBrush(QColor(LIGHT.strong))
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        grid = cursor.insertTable(len(line.rows), max(1, columns), look)
        letters.setProperty(QTextCharFormat.Property.FontPixelSize, BODY - 3)
        for at, row in enumerate(line.rows):
            for column, words in enumerate(row):
                grid.cellAt(at, column).firstCursorPosition().insertText(words, letters)
        self._places.append(grid)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def rects(self, found: range) -> list[QRectF]:
        """The boxes of lines by their number on this sheet."""
        return [self._rect(self._places[at]) for at in found if 0 <= at < len(self._places)]

    def _rect(self, place: QTextFrame | int) -> QRectF:
        layout = self._document.documentLayout()
        if not isinstance(place, int):
            return layout.frameBoundingRect(place)
        block = self._document.findBlockByNumber(place)
        box = layout.blockBoundingRect(block)
        printed = block.layout()
        words = QRectF()
        for at in range(printed.lineCount()):
            words = words.united(printed.lineAt(at).naturalTextRect())
        return words.translated(box.topLeft()) if printed.lineCount() else box

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """The words in dark ink on paper."""
        super().paint(painter, option, widget)
        self._document.drawContents(painter, self.boundingRect())
