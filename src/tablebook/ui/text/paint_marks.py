"""The strokes of a redline on one piece of a line: one line is the union's, two the employer's, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tablebook.ui.text.geometry import Piece
from tablebook.ui.text.look import PageLook


def tint(painter: QPainter, piece: Piece, ground: QColor, bracketed: bool, look: PageLook) -> None:
    """The ground behind words that changed since the last pass; inside brackets it reaches to them."""
    left = look.px(3) if bracketed and piece.first else look.px(1.5)
    right = look.px(3) if bracketed and piece.last else look.px(1.5)
    top, foot = piece.baseline - look.px(15), piece.baseline + look.px(6.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    rect = QRectF(piece.left - left, top, piece.right - piece.left + left + right, foot - top)
    painter.drawRoundedRect(rect, look.px(2), look.px(2))


def underline(painter: QPainter, piece: Piece, color: QColor, count: int, look: PageLook, thick: float = 1.3) -> None:
    """One or two lines under the words, the second 3 px below the first."""
    painter.setPen(_pen(color, look.px(thick)))
    for number in range(count):
        y = piece.baseline + look.px(3 + 3 * number)
        painter.drawLine(QLineF(piece.left, y, piece.right, y))


def strike(painter: QPainter, piece: Piece, color: QColor, count: int, look: PageLook) -> None:
    """One or two lines through the words at 0.27 em."""
    painter.setPen(_pen(color, look.px(1.1)))
    middle = piece.baseline - look.book.pixelSize() * 0.27
    apart = look.px(1.8)
    for y in (middle,) if count == 1 else (middle - apart, middle + apart):
        painter.drawLine(QLineF(piece.left, y, piece.right, y))


def brackets(painter: QPainter, piece: Piece, color: QColor, look: PageLook) -> None:
    """An opening bracket at the first word of the span, a closing one at its last; none where a line only goes on."""
    painter.setPen(_pen(color, look.px(1.4)))
    top, foot, tick = piece.baseline - look.px(14), piece.baseline + look.px(5), look.px(3)
    for there, x, into in ((piece.first, piece.left - look.px(3), tick), (piece.last, piece.right + look.px(3), -tick)):
        if there:
            painter.drawPolyline([QPointF(x + into, top), QPointF(x, top), QPointF(x, foot), QPointF(x + into, foot)])


def dashes(painter: QPainter, piece: Piece, color: QColor, look: PageLook) -> None:
    """The dashed line under a reference to a place that no longer exists."""
    pen = _pen(color, look.px(1.3))
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    y = piece.baseline + look.px(4)
    painter.drawLine(QLineF(piece.left, y, piece.right, y))


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
