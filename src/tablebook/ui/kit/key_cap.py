"""A key cap or tag ("Enter", "12.1"), and the pill that counts what is unresolved."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.theme import theme


def key_cap_size(text: str) -> QSizeF:
    """The size of a cap at the present text scale."""
    px = theme().px
    return QSizeF(max(round(text_width(text, "tag") + 0.5) + 2 * px(5), px(18)), px(17))


def paint_key_cap(painter: QPainter, at: QPointF, text: str) -> float:
    """Draw a cap with its top left corner at `at`; gives back its width."""
    rect = QRectF(at, key_cap_size(text))
    box(painter, rect, theme().px(4), line="strong")
    line_of_text(painter, rect, text, "tag", "secondary", Qt.AlignmentFlag.AlignHCenter)
    return rect.width()


class KeyCap(QWidget):
    """A key or a tag on its own."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def sizeHint(self) -> QSize:
        """Just the cap."""
        return key_cap_size(self.text).toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        paint_key_cap(painter, QPointF(0, 0), self.text)
        painter.end()


class CountPill(QWidget):
    """An ink pill with a number."""

    def __init__(self, number: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_number(number)
        follow(self)

    def set_number(self, number: int) -> None:
        """Count something else."""
        self.number = number
        self.setAccessibleName(str(number))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A circle for one digit, longer for more."""
        px = theme().px
        return QSize(max(px(22), round(text_width(str(self.number), "small_strong")) + px(14)), px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw pill and number."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, rect.height() / 2, fill="ink")
        line_of_text(painter, rect, str(self.number), "small_strong", "on_ink", Qt.AlignmentFlag.AlignHCenter)
        painter.end()
