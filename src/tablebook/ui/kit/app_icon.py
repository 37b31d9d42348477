"""The mark of the program: an open book whose left page has one line, the right page two."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from tablebook.ui.tokens import LIGHT

# (left, top, width, height) on a grid of 56
PAGES = ((9.5, 13.5, 17.8, 29), (28.7, 13.5, 17.8, 29))
UNION_LINES = ((13, 20, 10.5, 2.6), (13, 32.4, 6.5, 2.6))
EMPLOYER_LINES = ((32, 19.6, 10.5, 1.7), (32, 23.2, 10.5, 1.7), (32, 32, 7, 1.7), (32, 35.6, 7, 1.7))


def paint_app_icon(painter: QPainter, rect: QRectF) -> None:
    """Draw the mark into a square. It is the same in light and dark, as an icon is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 56, rect.height() / 56)
    painter.setBrush(QColor(LIGHT.ink))
    painter.drawRoundedRect(QRectF(0, 0, 56, 56), 12, 12)
    for shapes, color, radius in (
        (PAGES, LIGHT.page, 3),
        (UNION_LINES, LIGHT.union, 0),
        (EMPLOYER_LINES, LIGHT.employer, 0),
    ):
        painter.setBrush(QColor(color))
        for shape in shapes:
            painter.drawRoundedRect(QRectF(*shape), radius, radius)
    painter.restore()


def app_icon() -> QIcon:
    """The icon of windows and the task bar."""
    made = QIcon()
    for size in (16, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_app_icon(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(pixmap)
    return made
