"""An article's state in a row: "With us" asks for work and is a filled chip, the others a quiet icon and word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from tablebook.ui import words
from tablebook.ui.kit.chip import TONES, ChipLook, chip_size, paint_chip
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import line_of_text
from tablebook.ui.theme import theme


def state_text(code: str, extra: str = "") -> str:
    """The word of a state with what belongs to it, as "In package P-1"."""
    return f"{words.of(words.STATES, code).text} {extra}".strip()


def paint_state(painter: QPainter, rect: QRectF, code: str, extra: str = "") -> float:
    """Draw the state from the left of `rect`, vertically centred; gives back the width used."""
    px = theme().px
    word = words.of(words.STATES, code)
    text = state_text(code, extra)
    if word.tone == "ink":
        look = ChipLook(text, word.icon, "ink", height=19)
        top = rect.center().y() - chip_size(look).height() / 2
        return paint_chip(painter, QPointF(rect.left() - px(3), top), look) - px(3)
    role = TONES[word.tone][0]
    paint_icon(painter, QRectF(rect.left(), rect.top(), px(14), rect.height()), word.icon or "circle-dashed", role)
    gap = px(14) + px(4)
    return gap + line_of_text(painter, rect.adjusted(gap, 0, 0, 0), text, "small_medium", role)
