"""The focus ring: 2 px of ink, 2 px outside whatever has the keyboard. A widget asks for it with `ring_radius`."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from tablebook.ui.theme import theme

GAP = 2
WIDTH = 2
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class FocusRing(QWidget):
    """The ring itself, lying over the window or over the scrolled page its widget is on. It takes no mouse."""

    def __init__(self, around: QWidget) -> None:
        frame, chain = _frame_of(around)
        super().__init__(frame)
        self._around, self._chain = around, chain
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        for widget in chain:
            widget.installEventFilter(self)
        theme().changed.connect(self._place)
        self._place()

    def end(self) -> None:
        """Take the ring away."""
        for widget in self._chain:
            if isValid(widget):
                widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the widget through layouts, scrolling and hiding."""
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        frame = self.parentWidget()
        if frame is None or not isValid(self._around) or not self._around.isVisibleTo(frame):
            self.hide()
            return
        out = GAP + WIDTH
        spot = self._around.rect().translated(self._around.mapTo(frame, QPoint(0, 0)))
        self.setGeometry(spot.adjusted(-out, -out, out, out))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring with the corner of the widget it surrounds."""
        inset = WIDTH / 2
        radius = theme().px(getattr(self._around, "ring_radius", 6)) + GAP + inset
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("ink"), WIDTH))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.end()


def _frame_of(widget: QWidget) -> tuple[QWidget, list[QWidget]]:
    """What the ring lies on, and every widget on the way there whose moves it has to follow."""
    chain = [widget]
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            break
        chain.append(parent)
        parent = parent.parentWidget()
    return parent if parent is not None else widget, chain


class _Follower(QObject):
    """Moves one ring to whichever widget of the kit has the keyboard."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._move)

    def _move(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):  # a closed dialog takes its ring with it
            self._ring.end()
        self._ring = None
        if now is not None and getattr(now, "ring_radius", None) is not None:
            self._ring = FocusRing(now)


def install(app: QApplication) -> None:
    """Show the ring wherever the keyboard goes in this application; once is enough."""
    if not app.property("tablebookFocus"):
        app.setProperty("tablebookFocus", True)
        _Follower(app)
