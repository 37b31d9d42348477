"""The few strokes all parts share: a rounded box and a line of text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from tablebook.ui.theme import theme


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str = "",
    line: str = "",
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded box that lies wholly inside `rect`; colours are roles, "" leaves that part out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(Qt.PenStyle.NoPen)
    if line:
        pen = QPen(theme().color(line), width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        rect = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(pen)
    painter.setBrush(theme().color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def line_of_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    style: str = "body",
    role: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """One line, vertically centred in `rect`; gives back the width of the words."""
    painter.setFont(theme().font(style))
    painter.setPen(theme().color(role))
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)
    return text_width(text, style)


def text_width(text: str, style: str = "body") -> float:
    """How wide a line of words is in a style."""
    return theme().width(text, style)


def follow(widget: QWidget) -> None:
    """Measure and paint the widget again whenever colours or the text scale change."""
    look = theme()
    look.changed.connect(widget.updateGeometry)
    look.changed.connect(widget.update)
