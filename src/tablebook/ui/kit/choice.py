"""Boxes and circles to tick."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.theme import theme

MARK = 16


def _size(button: QAbstractButton, words: str) -> QSize:
    px = theme().px
    return QSize(px(MARK) + px(9) + round(text_width(words, "body") + 1) + px(2), px(28))


def _mark_rect(button: QAbstractButton) -> QRectF:
    px = theme().px(MARK)
    return QRectF(1, (button.height() - px) / 2, px, px)


def _paint_words(painter: QPainter, button: QAbstractButton, words: str) -> None:
    left = theme().px(MARK) + theme().px(9)
    role = "text" if button.isEnabled() else "tertiary"
    line_of_text(painter, QRectF(button.rect()).adjusted(left, 0, 0, 0), words, "body", role)


def paint_check(painter: QPainter, rect: QRectF, on: bool, enabled: bool = True) -> None:
    """The box alone, for rows of lists."""
    radius = rect.width() / 4
    if not on:
        box(painter, rect, radius, "page" if enabled else "neutral", "control" if enabled else "strong", 1.5)
        return
    box(painter, rect, radius, "ink" if enabled else "control")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(theme().color("on_ink"), rect.width() / 8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    )
    ticks = ((0.25, 0.52), (0.43, 0.70), (0.76, 0.32))
    points = [QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()) for x, y in ticks]
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


class Check(QCheckBox):
    """A box that is on or off."""

    ring_radius = 4

    def __init__(self, text: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.words = text
        self.setAccessibleName(text)
        self.setChecked(on)
        follow(self)

    def set_words(self, text: str) -> None:
        """Say something else."""
        self.words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Box and words, 28 high at least."""
        return _size(self, self.words)

    def hitButton(self, pos: QPoint) -> bool:
        """The words are part of the target."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box and words."""
        painter = QPainter(self)
        paint_check(painter, _mark_rect(self), self.isChecked(), self.isEnabled())
        _paint_words(painter, self, self.words)
        painter.end()


class Radio(QRadioButton):
    """One of several that exclude each other within the same parent."""

    ring_radius = 4

    def __init__(self, text: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.words = text
        self.setAccessibleName(text)
        self.setChecked(on)
        follow(self)

    def sizeHint(self) -> QSize:
        """Circle and words, 28 high at least."""
        return _size(self, self.words)

    def hitButton(self, pos: QPoint) -> bool:
        """The words are part of the target."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle, dot when chosen, words."""
        painter = QPainter(self)
        rect = _mark_rect(self)
        half = rect.width() / 2
        on = self.isChecked()
        box(painter, rect, half, "page", ("ink" if on else "control") if self.isEnabled() else "strong", 1.5)
        if on:
            dot = rect.adjusted(half / 2, half / 2, -half / 2, -half / 2)
            box(painter, dot, dot.width() / 2, "ink" if self.isEnabled() else "control")
        _paint_words(painter, self, self.words)
        painter.end()
