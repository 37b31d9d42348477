"""The file's own page as a picture, made off the window's thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.theme import theme

USUAL, LEAST, MOST = 640, 320, 1600


class PageView(QGraphicsView):
    """Shows one page of a PDF; + and - make it larger and smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = QGraphicsScene(self)
        self.setScene(self.sheet)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.path: Path | None = None
        self.page, self.width_px = 1, USUAL
        self._latest = Latest(30, self)
        self._latest.ready.connect(self._take)
        self._latest.failed.connect(self._fail)
        theme().changed.connect(self._ground)
        self._ground()

    def _ground(self) -> None:
        self.setBackgroundBrush(theme().color("window"))

    def show_page(self, path: Path, page: int) -> None:
        """Bring a page; what stands there stays until it has come."""
        if (path, page) == (self.path, self.page) and self.sheet.items():
            return
        self.path, self.page = path, page
        self._ask()

    def _ask(self) -> None:
        path, page = self.path, self.page
        room = self.viewport().width() - theme().px(44)
        width = (
            min(theme().px(self.width_px), room) if self.width_px == USUAL and room > 200 else theme().px(self.width_px)
        )
        if path is None:
            return
        ratio = self.devicePixelRatioF()
        self.setAccessibleName(f"Page {page}, the file's own page")
        self._latest.ask(lambda: _picture(path, page, round(width * ratio)))

    def _take(self, png: bytes) -> None:
        pixmap = QPixmap()
        pixmap.loadFromData(png)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.clear()
        shown = self.sheet.addPixmap(pixmap)
        self.sheet.addRect(QRectF(shown.boundingRect()), theme().color("strong"))
        gap = theme().px(20)
        self.sheet.setSceneRect(shown.boundingRect().adjusted(-gap, -gap, gap, gap))
        self.verticalScrollBar().setValue(0)

    def _fail(self, error: Exception) -> None:
        self.sheet.clear()
        words = self.sheet.addText(str(error), theme().font("body"))
        words.setDefaultTextColor(QColor(theme().color("problem")))

    def zoom(self, step: int) -> None:
        """Larger or smaller."""
        self.width_px = max(LEAST, min(MOST, round(self.width_px * (1.25 if step > 0 else 0.8))))
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus; letters belong to the review."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoom(1 if event.key() == Qt.Key.Key_Plus else -1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()


def _picture(path: Path, page: int, width: int) -> bytes:
    from tablebook.documents.foreign import page_picture

    return page_picture(path, page, width)
