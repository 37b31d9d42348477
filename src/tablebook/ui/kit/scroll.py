"""A scroll area without a frame, on the ground of what is behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Scrolls up and down; its content takes the width there is. What gets the keyboard is scrolled into sight.

    `name` is what a screen reader says. It is a stop of the Tab key only where it scrolls and holds nothing that is
    one: words alone are read by the arrows.
    """

    ring_radius = 4
    stops = Signal()
    """It became a stop of the Tab key, or is none any more: only a stop can be put into an order."""

    def __init__(self, content: QWidget, parent: QWidget | None = None, name: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._renew_focus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never narrower than the content can be."""
        content = self.widget()
        if event.type() == QEvent.Type.LayoutRequest and content is not None and watched is content:
            self._renew_focus()
            self.setMinimumWidth(content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        return super().eventFilter(watched, event)

    def _renew_focus(self) -> None:
        content, scrolls = self.widget(), self.verticalScrollBar().maximum() > 0
        policy = Qt.FocusPolicy.NoFocus
        if content is not None and scrolls and not any(map(_is_stop, content.findChildren(QWidget))):
            policy = Qt.FocusPolicy.StrongFocus
        if policy != self.focusPolicy():
            self.setFocusPolicy(policy)
            self.stops.emit()

    def _show_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            if now.height() > self.viewport().height():  # Qt would show its middle
                self.ensureVisible(0, now.mapTo(content, now.rect().topLeft()).y(), 0, 24)
            else:
                self.ensureWidgetVisible(now, 8, 24)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and not widget.isHidden()
