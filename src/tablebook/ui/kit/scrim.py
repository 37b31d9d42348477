"""The shade over the window while a dialog is open, so that eyes and mouse stay with the dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

SHADE = QColor(0, 0, 0, 102)


class Scrim(QWidget):
    """Covers `over` wholly and follows its size."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the window."""
        over = self.parentWidget()
        if over is not None and watched is over and event.type() == QEvent.Type.Resize:
            self.setGeometry(over.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shade what is behind."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), SHADE)
        painter.end()
