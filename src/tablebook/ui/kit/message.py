"""The short message at the bottom centre: what was done, and one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tablebook.ui.kit.announce import announce
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import Icon, Label
from tablebook.ui.kit.painting import box, text_width
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme

SECONDS = 6
HEIGHT = 40
ABOVE_BOTTOM = 46


class MessageBar(QFrame):
    """One message at a time over the bottom of `over`. It goes after six seconds, but never while it has the focus."""

    def __init__(self, over: QWidget, above: int = ABOVE_BOTTOM) -> None:
        super().__init__(over)
        self._above = above
        self._act: Callable[[], object] | None = None
        self.icon = Icon("", "ta", 16)
        self.label = Label("", "body_medium", wrap=True)
        self.button = Button("", kind="plain", size=30)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SECONDS * 1000)
        self.timer.timeout.connect(self._time_is_up)
        row = space(QHBoxLayout(self), (14, 4, 6, 4), 10)
        row.addWidget(self.icon)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._press)
        self.button.installEventFilter(self)
        over.installEventFilter(self)
        theme().changed.connect(self._place)
        self.hide()

    def show_message(
        self,
        text: str,
        icon: str = "circle-check",
        role: str = "ta",
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Say it, read it aloud, and offer `action` (a verb) if there is one."""
        self._act = act
        self.icon.set_icon(icon, role)
        self.icon.setVisible(bool(icon))
        self.label.setText(text)
        self.button.set_words(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        self.timer.start()
        announce(self, text)

    def _press(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _time_is_up(self) -> None:
        if (self.button.isVisible() and self.button.hasFocus()) or self.underMouse():
            self.timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        over, px = self.parentWidget(), theme().px
        if over is None or not self.isVisibleTo(over):
            return
        beside = px(14 + 6 + 8) + (px(26) if not self.icon.isHidden() else 0)
        beside += px(10) + self.button.sizeHint().width() if not self.button.isHidden() else 0
        words = round(text_width(self.label.text(), "body_medium")) + px(4)
        width = min(max(words + beside, px(340)), over.width() - (2 * px(16) if over.width() > px(480) else 0))
        height = max(px(HEIGHT), self.label.heightForWidth(max(width - beside, px(60))) + px(16))
        self.setGeometry((over.width() - width) // 2, over.height() - px(self._above) - height, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom centre as the window changes; start the time again when the focus leaves."""
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.button and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.timer.start()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc sends it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sheet over the window."""
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), theme().px(8), "page", "strong")
        painter.end()
