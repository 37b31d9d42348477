"""The page all text views share: paper, paddings, book face, our marks painted around Qt's own words."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTextEdit, QWidget

from tablebook.ui.text.fit_tables import fit_tables
from tablebook.ui.text.geometry import row_rect
from tablebook.ui.text.look import PageLook, page_look
from tablebook.ui.text.paint import paint_above, paint_below, visible
from tablebook.ui.text.rows import Placed
from tablebook.ui.text.spacing import space
from tablebook.ui.theme import theme

SCROLL_MS = 150


class TextPage(QTextEdit):
    """Paper with text on it. Subclasses say what stands there; this class keeps paddings, look and painting."""

    def __init__(self, kind: str = "page", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.edge = "line"
        self.read_marks = True
        self.spare_right = 0
        self.look: PageLook = page_look(kind)
        self.placed: list[Placed] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setAcceptRichText(False)
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setDuration(SCROLL_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._wear()
        theme().changed.connect(self.renew_look)

    def set_edge(self, role: str) -> None:
        """The colour of the page's edge: "line", or "private" while a draft is in the plan."""
        self.edge = role
        self.viewport().update()

    @property
    def text_width(self) -> float:
        """The measure: how wide the words run."""
        frame = self.document().rootFrame().frameFormat()
        return max(1.0, self.viewport().width() - frame.leftMargin() - frame.rightMargin())

    def renew_look(self) -> None:
        """Take colours and sizes of the theme again and lay the text out anew."""
        self.look = page_look(self.kind)
        self._wear()
        self.rebuild()

    def rebuild(self) -> None:
        """Write the text again in the present look; subclasses do it."""
        raise NotImplementedError

    def _wear(self) -> None:
        palette = self.palette()
        for role, name in (
            (QPalette.ColorRole.Base, "page"), (QPalette.ColorRole.Text, "text"),
            (QPalette.ColorRole.Highlight, "ink"), (QPalette.ColorRole.HighlightedText, "on_ink"),
        ):  # fmt: skip
            palette.setColor(role, self.look.color(name))
        self.setPalette(palette)
        # A style sheet was read again with the new colours; it had given the viewport the old ones as its own.
        self.viewport().setPalette(palette)
        self.setCursorWidth(max(1, round(self.look.px(1.5))))

    def lay_out(self) -> None:
        """Set paddings for the present width (a measure never over 80 characters) and the room between rows."""
        look = self.look
        right = look.right + self.spare_right
        free = max(0, self.viewport().width() - look.left - right - look.measure)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        wanted = (look.left + free // 2, right + free - free // 2, look.top, look.top + look.line)
        if (shape.leftMargin(), shape.rightMargin(), shape.topMargin(), shape.bottomMargin()) != wanted:
            shape.setLeftMargin(wanted[0])
            shape.setRightMargin(wanted[1])
            shape.setTopMargin(wanted[2])
            shape.setBottomMargin(wanted[3])
            frame.setFrameFormat(shape)
        fit_tables(self.document(), self.placed, look, self.text_width)
        space(self.document(), self.placed, look, self.text_width)
        self.viewport().update()

    def row_rect(self, at: int) -> QRectF:
        """The room of a row in page coordinates."""
        return row_rect(self.document(), self.placed[at], self.look, self.text_width)

    def scroll_to(self, top: float, bottom: float) -> None:
        """Bring a stretch of the page into view, gliding unless motion is not wanted."""
        bar, air = self.verticalScrollBar(), self.look.line * 2
        low, high = bar.value(), bar.value() + self.viewport().height()
        if low + air <= top and bottom + air <= high:
            return
        target = int(min(max(top - self.viewport().height() / 3, bar.minimum()), bar.maximum()))
        self._glide.stop()
        if theme().reduced_motion or not self.isVisible():
            bar.setValue(target)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(target)
        self._glide.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure readable at every width."""
        super().resizeEvent(event)
        self.lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt moves what is painted and paints only what comes into view; the page's edge must not move with it."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tints and bars, then the words, then lines and brackets."""
        shift = self.verticalScrollBar().value()
        clip = QRectF(event.rect()).translated(0, shift)
        shown = visible(self.document(), self.placed, self.look, clip)
        self._layer(shift, shown, below=True)
        super().paintEvent(event)
        self._layer(shift, shown, below=False)

    def _layer(self, shift: int, shown: list[Placed], below: bool) -> None:
        painter = QPainter(self.viewport())
        if below:
            # Qt fills with the palette it resolved when the style was last set, and a theme may have changed since.
            painter.fillRect(self.viewport().rect(), self.look.color("page"))
        painter.translate(-self.horizontalScrollBar().value(), -shift)
        layer = paint_below if below else paint_above
        layer(painter, self.document(), shown, self.look, self.text_width)
        if not below:
            self.paint_over(painter)
            painter.resetTransform()
            painter.setPen(QPen(self.look.color(self.edge), 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """What a subclass draws over everything, in page coordinates."""
