"""The small field over a printed label: F2 opens it, Enter takes the new label, Esc leaves the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.text.page import TextPage


class LabelBox(QLineEdit):
    """Lives until Enter, Esc or the loss of focus; what is typed is taken except on Esc."""

    chosen = Signal(int, str)

    def __init__(self, page: TextPage, row: int, label: str) -> None:
        super().__init__(label, page.viewport())
        self._page, self._row, self._old, self._over = page, row, label, False
        self.setAccessibleName("Printed label")
        self.setMaxLength(40)
        self.setFont(theme().font("body"))
        rect = page.row_rect(row)
        px = theme().px
        top = QPoint(round(rect.left() - px(14)), round(rect.top() - px(5) - page.verticalScrollBar().value()))
        self.setGeometry(max(2, top.x()), top.y(), px(96), px(30))
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self._end(self._old)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Clicking elsewhere takes what was typed."""
        super().focusOutEvent(event)
        self._end(self.text().strip(), refocus=False)

    def _end(self, label: str, refocus: bool = True) -> None:
        if self._over:
            return
        self._over = True
        if refocus:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()
        if label != self._old:
            self.chosen.emit(self._row, label)
