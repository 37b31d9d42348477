"""The counter that is always in sight: how many articles stand in the way of a total TA."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.theme import theme


class UnresolvedCounter(QAbstractButton):
    """ "Unresolved 9" as word and ink pill; "All settled" in green at 0. Pressing it filters the list."""

    ring_radius = 11

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.settled, self.on = 0, False, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def set_number(self, number: int, anything_agreed: bool) -> None:
        """Count; 0 is settled only when something was agreed at all."""
        self.number, self.settled = number, number == 0 and anything_agreed
        self.setAccessibleName("All settled" if self.settled else f"Unresolved {number}")
        self.setAccessibleDescription("Filters the list")
        self.updateGeometry()
        self.update()

    def set_on(self, on: bool) -> None:
        """Show that the list is filtered by it."""
        self.on = on
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _pill(self) -> float:
        return max(theme().px(22), text_width(str(self.number), "small_strong") + theme().px(14))

    def sizeHint(self) -> QSize:
        """Word and pill, or the green words."""
        px = theme().px
        if self.settled:
            return QSize(round(text_width("All settled", "small_strong")) + px(16), px(28))
        return QSize(round(text_width("Unresolved", "small") + px(8) + self._pill()) + 1, px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Word, pill, number; a line under the word while it filters."""
        px, painter = theme().px, QPainter(self)
        rect = QRectF(self.rect())
        if self.settled:
            box(painter, rect.adjusted(0, px(3), 0, -px(3)), px(11), "ta_tint")
            line_of_text(painter, rect, "All settled", "small_strong", "ta", Qt.AlignmentFlag.AlignHCenter)
            painter.end()
            return
        style = "small_strong" if self.on else "small"
        line_of_text(painter, rect, "Unresolved", style, "text" if self.on else "secondary")
        width = self._pill()
        pill = QRectF(rect.right() - width, rect.center().y() - px(11), width, px(22))
        box(painter, pill, px(11), "ink")
        line_of_text(painter, pill, str(self.number), "small_strong", "on_ink", Qt.AlignmentFlag.AlignHCenter)
        painter.end()
