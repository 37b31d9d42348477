"""One key hides everything private. The cover is painted before the key handler does anything else.

Each window of the program gets a cover of its own inside it, which needs no new surface and so is there at once; then
each screen gets one over all windows, so that not even the outline of a dialog can be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from tablebook.domain.dataclass import dataclass
from tablebook.ui import words
from tablebook.ui.kit.announce import announce
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import line_of_text, text_width
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow

CLOCK_PX = 112
NAME = "Tablebook"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


def is_private_key(event: QKeyEvent) -> bool:
    """F9, or Ctrl and the full stop."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return (event.key() == Qt.Key.Key_F9 and held == Qt.KeyboardModifier.NoModifier) or (
        event.key() == Qt.Key.Key_Period and held == Qt.KeyboardModifier.ControlModifier
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a cover says: the time, the day with the session, and that the record is safe."""

    clock: str
    day: str
    record: str


class Cover(QWidget):
    """Paints the clock and nothing to infer. Takes every key; only the private key means something."""

    def __init__(self, tell: Callable[[], Shown], back: Callable[[], object], over: QWidget | None) -> None:
        flags = Qt.WindowType.Widget if over is not None else (
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)  # fmt: skip
        super().__init__(over, flags)
        self._tell, self._back = tell, back
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(NAME)
        self.setAccessibleName("Private. Press F9 to return.")

    def event(self, event: QEvent) -> bool:
        """No shortcut of the windows behind is reached from here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The private key returns; Esc and all others do nothing."""
        if is_private_key(event) and not event.isAutoRepeat():
            self._back()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The clock in the middle, two lines under it, the way back at the bottom."""
        look, shown = theme(), self._tell()
        px = look.px
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("window"))
        large = min(px(CLOCK_PX), max(self.height() // 4, 12))
        painter.setFont(look.font("clock", round(large / look.scale)))
        painter.setPen(look.color("text"))
        middle = QRectF(0, self.height() * 0.41 - large / 2, self.width(), large * 1.2)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, shown.clock)
        centre = Qt.AlignmentFlag.AlignHCenter
        below = QRectF(0, middle.bottom() + px(16), self.width(), px(28))
        line_of_text(painter, below, shown.day, "lead", "secondary", centre)
        if shown.record:
            width = text_width(shown.record, "body") + px(24)
            at = QRectF((self.width() - width) / 2, below.bottom() + px(44), width, px(24))
            paint_icon(painter, QRectF(at.left(), at.top(), px(16), at.height()), "shield-check", "ta")
            line_of_text(painter, at.adjusted(px(24), 0, 0, 0), shown.record, "body", "secondary")
        foot = QRectF(0, self.height() - px(72), self.width(), px(24))
        line_of_text(painter, foot, "Press F9 to return", "body", "secondary", centre)
        painter.end()


class Privacy(QObject):
    """The covers of one program. Recording, the clock and a caucus go on behind them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.covers: list[Cover] = []
        self._titles: list[tuple[QWidget, str]] = []
        self._focus: QWidget | None = None
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._renew)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    @property
    def on(self) -> bool:
        """Whether everything private is hidden."""
        return bool(self.covers)

    def toggle(self) -> None:
        """Hide everything at once, or show it again."""
        self._uncover() if self.on else self._cover()

    def _cover(self) -> None:
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top.isWindow()]
        for top in tops:  # first of all: what stands on the screen is painted over
            cover = Cover(self._shown, self.toggle, top)
            cover.setGeometry(top.rect())
            cover.show()
            cover.raise_()
            cover.repaint()
            top.installEventFilter(self)
            self.covers.append(cover)
        self._focus = QApplication.focusWidget()
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        QToolTip.hideText()
        self._over_screens()
        self._titles = [(top, top.windowTitle()) for top in tops]
        for top in tops:
            top.setWindowTitle(NAME)
        self._tick.start()
        announce(self.covers[0], "Private is on. Everything is hidden.", True)

    def _over_screens(self) -> None:
        for screen in QGuiApplication.screens():
            cover = Cover(self._shown, self.toggle, None)
            cover.setGeometry(screen.geometry())
            cover.show()
            cover.raise_()
            self.covers.append(cover)
        self.covers[-1].activateWindow()
        self.covers[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _uncover(self) -> None:
        self._tick.stop()
        covers, self.covers = self.covers, []
        for cover in covers:
            cover.hide()
            cover.deleteLater()
        for top, title in self._titles:
            top.removeEventFilter(self)
            if top.windowTitle() == NAME:
                top.setWindowTitle(title)
        self._titles = []
        focus, self._focus = self._focus, None
        modal = QApplication.activeModalWidget()
        (modal or self._window).activateWindow()
        if focus is not None and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._window, "Private is off.")

    def _renew(self) -> None:
        for cover in self.covers:
            cover.update()

    def _shown(self) -> Shown:
        desk = self._window.desk
        now: datetime = desk.now()
        number = desk.state.open_session
        day = f"{DAYS[now.weekday()]} {now.day} {MONTHS[now.month - 1]} {now.year}"
        entries = len(desk.state.entries)
        record = f"The record is safe. {words.count(entries, 'entry', 'entries')}." if entries else ""
        return Shown(words.clock(now), f"Session {number}, {day}" if number is not None else day, record)

    # The key, in whatever window of the program has the keyboard

    def _watch(self, handle: QWindow | None) -> None:
        """A window-modal dialog shuts out the shortcuts of the window behind it; its keys are looked at first."""
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The private key before anything else; covers grow with their windows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QWindow) and isinstance(event, QKeyEvent):
            if is_private_key(event) and not event.isAutoRepeat():
                self.toggle()
                return True
        elif event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            for cover in self.covers:
                if cover.parentWidget() is watched:
                    cover.setGeometry(watched.rect())
        return False


def privacy(window: MainWindow) -> Privacy:
    """The covers of a window's program, made when they are first asked for."""
    made = getattr(window, "privacy_cover", None)
    if made is None:
        made = window.privacy_cover = Privacy(window)  # type: ignore[attr-defined]
    assert isinstance(made, Privacy)
    return made
