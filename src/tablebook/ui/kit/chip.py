"""A chip: icon and word on a small filled ground. One painting function for lists, one widget for everything else."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tablebook.ui import words
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.theme import theme

# tone -> (words and icon, ground)
TONES = {
    "neutral": ("secondary", "neutral"),
    "ink": ("on_ink", "ink"),
    "union": ("union", "union_tint"),
    "employer": ("employer", "employer_tint"),
    "ta": ("ta", "ta_tint"),
    "attention": ("attention", "attention_tint"),
    "problem": ("problem", "problem_tint"),
    "private": ("private", "private_tint"),
    "private_page": ("private", "page"),
    "page": ("text", "page"),
}


class ChipLook(NamedTuple):
    """What a chip says and in which tone."""

    text: str
    icon: str = ""
    tone: str = "neutral"
    height: int = 22


def chip_size(look: ChipLook) -> QSizeF:
    """The size a chip takes at the present text scale."""
    px = theme().px
    style = "small_strong" if look.tone == "ink" else "small_medium"
    icon = px(14) + px(5) if look.icon else 0
    return QSizeF(px(7) * 2 + icon + round(text_width(look.text, style) + 0.5), px(look.height))


def paint_chip(painter: QPainter, at: QPointF, look: ChipLook) -> float:
    """Draw a chip with its top left corner at `at`; gives back its width."""
    px = theme().px
    size = chip_size(look)
    rect = QRectF(at, size)
    words_role, ground = TONES[look.tone]
    box(painter, rect, px(5), fill=ground)
    left = rect.left() + px(7)
    if look.icon:
        paint_icon(painter, QRectF(left, rect.top(), px(14), rect.height()), look.icon, words_role)
        left += px(14) + px(5)
    style = "small_strong" if look.tone == "ink" else "small_medium"
    line_of_text(painter, QRectF(left, rect.top(), rect.right() - left, rect.height()), look.text, style, words_role)
    return size.width()


class Chip(QWidget):
    """A chip on its own. It says what is; it is not pressed."""

    def __init__(self, text: str, icon: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(ChipLook(text, icon, tone))
        follow(self)

    @classmethod
    def of_state(cls, code: str, extra: str = "") -> Chip:
        """The chip of an article's state, as "With them since 13:24"."""
        word = words.of(words.STATES, code)
        return cls(f"{word.text} {extra}".strip(), word.icon, word.tone)

    @classmethod
    def of_custody(cls, code: str) -> Chip:
        """The chip that says who may ever get a thing."""
        return cls(*words.of(words.CUSTODY, code))

    def set_look(self, look: ChipLook) -> None:
        """Say something else."""
        self.look = look
        self.setAccessibleName(look.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Just the chip."""
        return chip_size(self.look).toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        paint_chip(painter, QPointF(0, 0), self.look)
        painter.end()
