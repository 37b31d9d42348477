"""The file's own page beside the outline, with a mark for each doubt on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from tablebook.ui.kit.painting import box
from tablebook.ui.outline.mark_item import MarkItem
from tablebook.ui.outline.page_file import LinesFile, PictureFile
from tablebook.ui.outline.paper import Paper
from tablebook.ui.outline.wishes import Wish
from tablebook.ui.theme import theme

PICTURED = (".pdf", ".png", ".jpg")
"""Files whose pages the child process can paint."""
WIDEST, AIR = 640, 22
STEP, LEAST, MOST = 1.25, 0.5, 5.0
NOTHING = Wish(-1)


class PageView(QGraphicsView):
    """`turned` when another page is shown, `chosen` names a doubt whose mark was pressed, `taken` takes the proposal,
    `left` gives the keyboard back."""

    turned = Signal()
    chosen = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self, path: Path, pages: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = PictureFile(path, self) if path.suffix.lower() in PICTURED else LinesFile(path, self)
        self.pages, self.page, self.span = pages, 1, range(0)
        self.paper: Paper | None = None
        self.marks: list[MarkItem] = []
        self.zoomed = 1.0
        self._focus, self._wishes = NOTHING, tuple[Wish, ...]()
        self._to_focus = False
        self._pressed = QPoint()
        self.sheet = QGraphicsScene(self)
        self.setScene(self.sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        # Always there: a page that fits only without the bar would else make it come and go.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("The file’s own page")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._bring)
        self.file.came.connect(self._bring)
        self.file.failed.connect(self._fail)
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setBackgroundBrush(theme().color("window"))
        self.viewport().update()
        self._fit.start()

    # What is shown

    def show_place(self, focus: Wish, wishes: Sequence[Wish]) -> None:
        """Show the page on which a place is, with the places of all doubts on it marked."""
        self._focus, self._wishes = focus, tuple(wishes)
        self._to_focus = True
        if isinstance(self.file, PictureFile) and focus.page:
            self.page = max(1, min(focus.page, self.pages))
        elif isinstance(self.file, LinesFile) and self.file.lines is not None:
            self._find_span()
        self._bring()

    def _find_span(self) -> None:
        if isinstance(self.file, LinesFile):
            place = self.file.place(self._focus)
            if place is not None or not len(self.span):
                self.span = self.file.span(place.start if place is not None else 0)
            self.page = self.file.page_of(self.span)

    def turn(self, by: int) -> None:
        """The next page, or the one before; what is looked at in the outline stays."""
        self._to_focus = False
        if isinstance(self.file, PictureFile):
            self.page = max(1, min(self.pages, self.page + by))
        elif self.file.lines is not None:
            self.span = self.file.turned(self.span, by)
            self.page = self.file.page_of(self.span)
        self._bring()
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    @property
    def pictured(self) -> bool:
        """Whether the file has pages that can be painted."""
        return isinstance(self.file, PictureFile)

    @property
    def told(self) -> str:
        """What is shown, in words."""
        if isinstance(self.file, PictureFile):
            return f"Page {self.page} of {self.pages}"
        if self.page:
            return f"Page {self.page} of {max(self.pages, self.file.pages)}"
        lines = len(self.file.lines or ())
        return f"Lines {self.span.start + 1} to {self.span.stop} of {lines:,}" if lines else ""

    def _bring(self) -> None:
        """Show what is here, and ask for what is not."""
        if not self.isVisible():
            return
        paper: Paper | None
        if isinstance(self.file, PictureFile):
            paper = self.file.paper(self.page, round(self._width() * self.devicePixelRatioF()))
        elif self.file.want():
            if not len(self.span):
                self._find_span()
            paper = self.file.paper(self.span)
        else:
            paper = None
        if paper is not None:
            self._lay(paper)
        if isinstance(self.file, PictureFile) and not self.file.busy:
            self.file.ahead(self._pages_near(), round(self._width() * self.devicePixelRatioF()))
        self.turned.emit()

    def _pages_near(self) -> list[int]:
        """The pages of the next doubts and of the one before."""
        count, at = len(self._wishes), max(0, self._focus.at)
        near = [self._wishes[(at + step) % count].page for step in (1, 2, -1)] if count else []
        return [page for page in near if page]

    def _lay(self, paper: Paper) -> None:
        """Put the paper on the scene at its scale, and the marks on it."""
        if paper is not self.paper:
            self._clear()
            self.paper = paper
            self.sheet.addItem(paper)
        scale = self._width() / paper.size.width()
        self.setTransform(QTransform.fromScale(scale, scale))
        gap = theme().px(AIR) / scale
        self.sheet.setSceneRect(paper.boundingRect().adjusted(-gap, -gap, gap, gap))
        self._mark(paper)
        self._tell()
        if self._to_focus:
            self._to_focus = False
            self._scroll_to_focus()

    def _clear(self) -> None:
        self.marks = []
        for item in self.sheet.items():
            self.sheet.removeItem(item)
        self.paper = None

    def _mark(self, paper: Paper) -> None:
        for item in self.marks:
            self.sheet.removeItem(item)
        self.marks, paper.tinted = [], QRectF()
        every = [wish for wish in self._wishes if wish.at != self._focus.at]
        for wish in (*every, self._focus):
            rects = self._rects(paper, wish)
            if rects or (wish.whole and wish.page == self.page):
                mark = MarkItem(wish, rects, paper.boundingRect(), wish is self._focus)
                self.marks.append(mark)
                self.sheet.addItem(mark)
                if mark.current and wish.at >= 0 and not wish.whole:
                    paper.tinted = mark.box
        paper.update()

    def _rects(self, paper: Paper, wish: Wish) -> list[QRectF]:
        if isinstance(self.file, LinesFile):
            place = self.file.place(wish)
            inside = place is not None and len(place) and place.start in self.span
            local = range(place.start - self.span.start, place.stop - self.span.start) if inside and place else range(0)
            return paper.rects(local)
        if wish.whole or wish.page not in (None, self.page):
            return []
        found = wish.found(paper.printed)
        return paper.rects(found) if found else []

    def _tell(self) -> None:
        there = [mark.wish.said for mark in self.marks if mark.wish.said]
        doubts = f". In doubt here: {' '.join(there)}" if there else ""
        self.setAccessibleName(f"{self.told}, the file’s own words{doubts}")

    def _scroll_to_focus(self) -> None:
        at = next((mark.box for mark in self.marks if mark.current and not mark.wish.whole), None)
        bar = self.verticalScrollBar()
        if at is None:
            bar.setValue(bar.minimum())
        else:
            top = self.mapFromScene(QPointF(0, at.top())).y()
            bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def _fail(self, words: str) -> None:
        self._clear()
        said = self.sheet.addText(words, theme().font("body"))
        said.setTextWidth(self.viewport().width() - 2 * theme().px(AIR))
        said.setDefaultTextColor(QColor(theme().color("problem")))
        self.setTransform(QTransform())
        self.sheet.setSceneRect(self.sheet.itemsBoundingRect())
        self.setAccessibleName(words)

    # Size

    def _width(self) -> float:
        """How wide the paper is shown, in pixels: as wide as there is room, until it is zoomed."""
        room = self.viewport().width() - 2 * theme().px(AIR) - 4  # no bar for a pixel's sake
        return max(120.0, min(theme().px(WIDEST), room)) * self.zoomed

    def zoom(self, step: int) -> None:
        """Larger or smaller; 0 goes back to the width of the pane."""
        middle = self.mapToScene(self.viewport().rect().center())
        self.zoomed = 1.0 if step == 0 else max(LEAST, min(MOST, self.zoomed * STEP**step))
        self._bring()
        self.centerOn(middle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._fit.start()

    def showEvent(self, event: QShowEvent) -> None:
        """What was not brought while nobody saw it comes now."""
        super().showEvent(event)
        self._fit.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits any longer."""
        super().hideEvent(event)
        self.file.stop()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The ring inside the edge: there is no room outside it."""
        if self.hasFocus():
            painter.resetTransform()
            box(painter, QRectF(self.viewport().rect()), 0, "", "ink", 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Mouse and keys

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.zoom(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a drag of the page."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Without a drag it chooses the mark under it."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            return
        point = self.mapToScene(at)
        for mark in sorted(self.marks, key=lambda mark: -mark.zValue()):
            if mark.wish.at >= 0 and mark.pressed_at(point):
                if mark.tag.contains(point):
                    self.taken.emit()
                else:
                    self.chosen.emit(mark.wish.at)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, turn, zoom; Enter takes the proposal, Esc gives the keyboard back; letters belong to the review."""
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        sizes = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif key in sizes:
            self.zoom(sizes[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif (key == Qt.Key.Key_PageDown and bar.value() == bar.maximum()) or (
            key == Qt.Key.Key_PageUp and bar.value() == bar.minimum()
        ):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
                     Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):  # fmt: skip
            super().keyPressEvent(event)
        else:
            event.ignore()
