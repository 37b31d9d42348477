"""Round corners of a window without a frame, also where the screen cannot blend windows."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget


def cut_corners(window: QWidget, radius: float) -> None:
    """Leave the corners out of the window on X11: without a compositor they would be painted black there. Every other
    screen blends them, and a mask would only roughen their edge."""
    if QGuiApplication.platformName() == "xcb":
        window.setMask(rounded_region(window, radius))


def rounded_region(window: QWidget, radius: float) -> QRegion:
    """The window's ground with its four corners rounded."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(window.rect()), radius, radius)
    return QRegion(path.toFillPolygon().toPolygon())
