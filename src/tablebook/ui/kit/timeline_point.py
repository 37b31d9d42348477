"""One point of the pass timeline: a button that is the party's mark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import box
from tablebook.ui.kit.party import paint_party_mark, party_role
from tablebook.ui.theme import theme

HALF = 7
KEYS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_Return: "show",
    Qt.Key.Key_Enter: "show",
    Qt.Key.Key_Space: "send",
}


class PointButton(QAbstractButton):
    """Mark of 14 with a ring when it is the shown pass; `noticed` when mouse or keyboard come to it, `left` after."""

    ring_radius = 14
    pressed_key = Signal(str)
    noticed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget, side: str, label: str, state: str) -> None:
        super().__init__(parent)
        self.side, self.state = side, state
        self._shown = False
        self.setText(label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_shown(self, shown: bool) -> None:
        """Ring or no ring."""
        self._shown = shown
        self.setAccessibleDescription("Shown" if shown else "")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the line which key was pressed; other keys go on to the window."""
        name = KEYS.get(Qt.Key(event.key()))
        if name == "show" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            name = "compare"
        if name is None or event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
            return
        self.pressed_key.emit(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say this pass."""
        super().focusInEvent(event)
        self.noticed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say the shown pass again."""
        super().focusOutEvent(event)
        self.left.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say this pass."""
        super().enterEvent(event)
        self.noticed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Say the shown pass again."""
        super().leaveEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark, hollow when withdrawn, with a clock when expired; ring when shown."""
        look = theme()
        px = look.px
        painter = QPainter(self)
        middle = QRectF(self.rect()).center()
        mark = QRectF(middle.x() - px(HALF), middle.y() - px(HALF), 2 * px(HALF), 2 * px(HALF))
        paint_party_mark(painter, mark, self.side, letter=False, hollow=self.state == "withdrawn")
        if self._shown:
            gap = px(3) + 1
            ring = mark.adjusted(-gap, -gap, gap, gap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color(party_role(self.side)), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = 3 if self.side == "employer" else ring.width() / 2
            painter.drawRoundedRect(ring, radius, radius)
        if self.state == "expired":
            badge = QRectF(mark.right() - px(4), mark.top() - px(5), px(12), px(12))
            box(painter, badge, badge.width() / 2, "window")
            paint_icon(painter, badge, "clock", "attention")
        painter.end()
