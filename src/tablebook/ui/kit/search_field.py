"""A field to find things with: a lens in the box, Esc empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tablebook.ui.kit.field import LineEdit


class SearchField(LineEdit):
    """Tells `searched` with every change and `entered` on Enter; Down asks for the list with `left_down`."""

    searched = Signal(str)
    entered = Signal(str)
    left_down = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__("", lead="search", height=32, parent=parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.textChanged.connect(lambda text: self.searched.emit(text.strip()))
        self.returnPressed.connect(lambda: self.entered.emit(self.text().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties first; only an empty field lets it through. Down goes to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
            return
        super().keyPressEvent(event)
