"""Lucide icons in the colours of the theme, kept per colour, size and device pixel ratio."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from tablebook import paths
from tablebook.ui.theme import theme


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _drawn(name: str, color: str, px: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    pixmap = QPixmap(round(px * ratio), round(px * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _named(role: str | QColor) -> str:
    return (theme().color(role) if isinstance(role, str) else role).name()


def pixmap(name: str, role: str | QColor = "secondary", px: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon at `px` real pixels (already scaled) times the device pixel ratio."""
    return _drawn(name, _named(role), px, ratio)


def icon(name: str, role: str | QColor = "secondary", px: int = 16) -> QIcon:
    """A QIcon for actions and menus; `px` is at 100 % and scaled here."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, role, theme().px(px), ratio))
    return made


def paint_icon(painter: QPainter, rect: QRectF, name: str, role: str | QColor = "secondary") -> None:
    """Draw the icon in the middle of `rect`, as large as its shorter side, sharp on this device."""
    px = int(min(rect.width(), rect.height()))
    if px < 1:
        return
    ratio = painter.device().devicePixelRatio()
    at = QPointF(round(rect.center().x() - px / 2), round(rect.center().y() - px / 2))
    painter.drawPixmap(at, pixmap(name, role, px, ratio))
