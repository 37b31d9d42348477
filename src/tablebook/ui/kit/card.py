"""A card: a page-coloured sheet with one line around it. Its tone, when it has one, is that of what it speaks about."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tablebook.ui.kit.painting import box
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme


class Card(QFrame):
    """Put widgets into `.body`. `fill` and `line` are colour roles."""

    def __init__(
        self,
        fill: str = "page",
        line: str = "strong",
        margins: tuple[int, int, int, int] = (14, 12, 14, 12),
        spacing: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._line, self._width = fill, line, 1.0
        self.body = space(QVBoxLayout(self), margins, spacing)
        theme().changed.connect(self.update)

    def set_outline(self, line: str, width: float = 1.0) -> None:
        """Take another outline, as the tone of a selected finding."""
        self._line, self._width = line, width
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet."""
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), theme().px(8), self._fill, self._line, self._width)
        painter.end()
