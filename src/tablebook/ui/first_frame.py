"""The first thing on the screen: surfaces and lines where everything will stand. It needs no part of the kit, so the
window is there at once and is filled while somebody looks at it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from tablebook.ui.tokens import DARK, LIGHT

BAR, STATUS, LEFT, RIGHT = 52, 30, 300, 352
HALF = 755 / 1440
TITLE_BAR = 40


def is_dark(theme: str) -> bool:
    """Whether the chosen theme, or the system's palette, is a dark one."""
    if theme == "auto":
        return QGuiApplication.palette().window().color().lightness() < 128
    return theme == "dark"


def paint_first_frame(window: QWidget, theme: str, scale: float, book: bool) -> None:
    """Draw the surfaces of an open book, or of the first page."""
    tokens = DARK if is_dark(theme) else LIGHT
    painter = QPainter(window)
    width, height = window.width(), window.height()
    painter.fillRect(0, 0, width, height, QColor(tokens.window))
    if not book:
        painter.fillRect(0, 0, round(width * HALF), height, QColor(tokens.panel))
        painter.end()
        return
    bar, status, effective = round(BAR * scale), round(STATUS * scale), width / scale
    left = round(LEFT * scale)
    right = round(RIGHT * scale) if effective >= 1280 else 0
    for x, y, w, h in (
        (0, 0, width, bar),
        (0, height - status, width, status),
        (0, bar, left, height - bar),
        (width - right, bar, right, height - bar),
    ):
        painter.fillRect(x, y, w, h, QColor(tokens.panel))
    line = QColor(tokens.line)
    painter.fillRect(0, bar, width, 1, line)
    painter.fillRect(left, bar, 1, height - bar - status, line)
    painter.fillRect(0, height - status, width, 1, line)
    painter.end()


def fill_small_screen(window: QWidget) -> None:
    """Fill a screen that has no room for the window and a title bar: nothing hangs over an edge."""
    room = window.screen().availableSize()
    if room.width() < window.width() or room.height() < window.height() + TITLE_BAR:
        window.resize(room * 0.9)
        window.setWindowState(Qt.WindowState.WindowMaximized)
