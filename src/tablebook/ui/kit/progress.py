"""TA progress: one cell per section, filled when it is TA'd, with the count in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.theme import theme

MOST_CELLS = 8
ROOM_FOR_CELLS = 1.2


def ta_text(done: int, total: int) -> str:
    """ "TA 2/5", or the number alone when the text is large."""
    return f"TA {done}/{total}" if theme().scale <= ROOM_FOR_CELLS else f"{done}/{total}"


def _cells(total: int) -> int:
    """How many cells are drawn: none at large text, and none when they would be too many to count at a glance."""
    return total if theme().scale <= ROOM_FOR_CELLS and total <= MOST_CELLS else 0


def ta_width(done: int, total: int) -> float:
    """The width that text and cells take."""
    px = theme().px
    cells = _cells(total)
    return text_width(ta_text(done, total), "small_medium") + (px(6) + cells * px(9) - px(2) if cells else 0)


def paint_ta_cells(painter: QPainter, rect: QRectF, done: int, total: int) -> float:
    """Draw text and cells against the right edge of `rect`; gives back the width used."""
    px = theme().px
    width = ta_width(done, total)
    left = rect.right() - width
    left += line_of_text(
        painter, QRectF(left, rect.top(), width, rect.height()), ta_text(done, total), "small_medium", "ta"
    )
    left += px(6)
    top = rect.center().y() - px(5) / 2
    for at in range(_cells(total)):
        cell = QRectF(left + at * px(9), top, px(7), px(5))
        if at < done:
            box(painter, cell, px(2), fill="ta")
        else:
            box(painter, cell, px(2), line="control")
    return width


class TaProgress(QWidget):
    """The same as a widget."""

    def __init__(self, done: int, total: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.done, self.total = done, total
        self.setAccessibleName(f"{done} of {total} sections TA’d")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def sizeHint(self) -> QSize:
        """One line of small text."""
        return QSize(round(ta_width(self.done, self.total) + 1), theme().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw text and cells."""
        painter = QPainter(self)
        paint_ta_cells(painter, QRectF(self.rect()), self.done, self.total)
        painter.end()
