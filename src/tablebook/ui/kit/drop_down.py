"""A drop-down: its label in tertiary, the chosen value beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import box, line_of_text, text_width
from tablebook.ui.theme import theme


class DropDown(QComboBox):
    """One of several (key, words). `label` stands inside the box; `name` is what a screen reader says."""

    ring_radius = 6
    changed = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        value: str = "",
        label: str = "",
        name: str = "",
        size: int = 34,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.label, self.size_px = label, size
        self.setAccessibleName(name or label)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        self.set_choices(choices, value)
        self.activated.connect(lambda _at: self.changed.emit(self.value))
        theme().changed.connect(self._dress)
        self._dress()

    @property
    def value(self) -> str:
        """The key of what is chosen, or ""."""
        return self.currentData() or ""

    def set_value(self, key: str) -> None:
        """Choose without telling `changed`."""
        self.setCurrentIndex(self.findData(key))

    def set_choices(self, choices: Sequence[tuple[str, str]], value: str = "") -> None:
        """Offer something else; keeps what was chosen if it is still offered."""
        keep = value or self.value
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.setCurrentIndex(max(self.findData(keep), 0 if choices else -1))
        self.updateGeometry()

    def _dress(self) -> None:
        self.setFont(theme().font("body_medium"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the widest choice."""
        px = theme().px
        widest = max((text_width(self.itemText(at), "body_medium") for at in range(self.count())), default=px(60))
        label = text_width(self.label, "small") + px(7) if self.label else 0
        return QSize(round(widest + label) + px(9) + px(32), px(self.size_px))

    def minimumSizeHint(self) -> QSize:
        """May shrink when the widest choice is a long one; the words then end in dots, whole in the list."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme().px(140)), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a dialog must not change a choice it passes over."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, label, value, chevron."""
        px = theme().px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        on = self.isEnabled()
        fill = "neutral" if not on else "hover" if self.underMouse() else "page"
        box(painter, rect, px(6), fill, "strong" if on else "")
        left = float(px(9))
        if self.label:
            left += line_of_text(painter, rect.adjusted(left, 0, 0, 0), self.label, "small", "tertiary") + px(7)
        room = rect.width() - left - px(28)
        words = theme().metrics("body_medium").elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        line_of_text(painter, rect.adjusted(left, 0, 0, 0), words, "body_medium", "text" if on else "tertiary")
        paint_icon(painter, QRectF(rect.right() - px(24), 0, px(14), rect.height()), "chevron-down", "secondary")
        painter.end()
