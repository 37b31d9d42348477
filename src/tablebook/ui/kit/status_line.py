"""The line at the very bottom: how safe the record is, and the next deadline. Always in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tablebook.ui.kit.announce import announce
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import follow, line_of_text, text_width
from tablebook.ui.theme import theme


class Part(NamedTuple):
    """One thing the line says. `role` colours the icon; `loud` colours the words too and sets them in 600."""

    text: str
    icon: str = ""
    role: str = "secondary"
    loud: bool = False


class StatusLine(QWidget):
    """Painted in one piece: what does not fit drops from the end of the left side, never the deadline."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left: list[Part] = []
        self.right = Part("")
        self.button = Button("", size=24, parent=self)
        self.button.hide()
        self.button.clicked.connect(self.acted)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self)

    def set_record(self, parts: Sequence[Part], action: str = "") -> None:
        """The left side. With `action` a button follows the first part, for a check that failed."""
        self.left = list(parts)
        self.button.set_words(action)
        self.button.setVisible(bool(action))
        if action and parts:
            announce(self, parts[0].text, urgent=True)
        self._tell()

    def set_deadline(self, part: Part) -> None:
        """The right side."""
        self.right = part
        self._tell()

    def _tell(self) -> None:
        said = [part.text for part in [*self.left, self.right] if part.text]
        self.setAccessibleName(". ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """30 high."""
        return QSize(theme().px(400), theme().px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line, left parts as far as they fit, deadline."""
        px = theme().px
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("panel"))
        painter.fillRect(0, 0, self.width(), 1, theme().color("line"))
        end = self.width() - px(16)
        if self.right.text:
            first = _width(self.left[0]) + px(32) if self.left else 0
            right = _shortened(self.right, end - px(16) - first)
            end -= round(_width(right))
            self._paint_part(painter, end, right)
        left = px(16)
        for at, part in enumerate(self.left):
            dot = px(20) if at else 0
            if at and left + dot + _width(part) > end - px(16):
                break
            if at:
                line_of_text(painter, self._spot(left, dot), "·", "small", "tertiary", Qt.AlignmentFlag.AlignHCenter)
            left = self._paint_part(painter, left + dot, part)
            if at == 0 and not self.button.isHidden():
                hint = self.button.sizeHint()
                self.button.setGeometry(
                    left + px(12), (self.height() - hint.height()) // 2, hint.width(), hint.height()
                )
                left += px(12) + hint.width()
        painter.end()

    def _spot(self, left: float, width: float) -> QRectF:
        return QRectF(left, 1, width, self.height() - 1)

    def _paint_part(self, painter: QPainter, left: int, part: Part) -> int:
        px = theme().px
        if part.icon:
            paint_icon(painter, self._spot(left, px(14)), part.icon, part.role)
            left += px(14) + px(6)
        style, role = ("small_medium", part.role) if part.loud else ("small", "secondary")
        return left + round(line_of_text(painter, self._spot(left, self.width()), part.text, style, role))


def _width(part: Part) -> float:
    px = theme().px
    return (px(14) + px(6) if part.icon else 0) + text_width(part.text, "small_medium" if part.loud else "small")


def _shortened(part: Part, room: float) -> Part:
    """The part with its words cut to the room there is; they are whole in what is read aloud."""
    if _width(part) <= room:
        return part
    style = "small_medium" if part.loud else "small"
    words = room - (_width(part) - text_width(part.text, style))
    text = theme().metrics(style).elidedText(part.text, Qt.TextElideMode.ElideRight, max(words, 0))
    return part._replace(text=text)
