"""Words that wrap between words, and inside one only where it is longer than the line; measured once per width."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from tablebook.ui.theme import theme


def _layout(text: str, style: str, width: float) -> tuple[QTextLayout, float]:
    layout = QTextLayout(text.replace("\n", "\u2028"), theme().font(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    leading = theme().px(19 if style == "words" else 17)
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, height + (leading - line.height()) / 2))
        height += leading
    layout.endLayout()
    return layout, height


@lru_cache(maxsize=4096)
def _height(text: str, style: str, width: int, scale: float) -> float:
    return _layout(text, style, width)[1]


def wrapped_height(text: str, style: str, width: float) -> float:
    """How high the words stand at a width."""
    return _height(text, style, int(width), theme().scale)


def paint_wrapped(painter: QPainter, rect: QRectF, text: str, style: str, role: str = "text") -> None:
    """Draw the words from the top left of `rect`, as wide as it is."""
    painter.setPen(theme().color(role))
    _layout(text, style, int(rect.width()))[0].draw(painter, rect.topLeft())
