"""Fusion, quietened: palette, body font and a small sheet made from the tokens, and the box of a text field.

The parts of the kit paint themselves. A style written in Python would be called for every measure of every widget.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication

from tablebook.ui.theme import Theme, theme


def draw_field(painter: QPainter, rect: QRectF, tone: str) -> None:
    """The rounded box that text is typed in: control outline, 2 px ink in focus, red when wrong, filled when frozen."""
    look = theme()
    width = 2.0 if tone == "focus" else 1.0
    role = {"rest": "control", "focus": "ink", "wrong": "problem", "frozen": "neutral"}[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color(role), width))
    painter.setBrush(look.color("neutral" if tone == "frozen" else "page"))
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), look.px(6), look.px(6))
    painter.restore()


def palette(look: Theme) -> QPalette:
    """The tokens in the roles that Qt's own widgets ask for."""
    made = QPalette()
    roles = {
        "Window": "window", "WindowText": "text", "Base": "page", "AlternateBase": "panel", "Text": "text",
        "Button": "page", "ButtonText": "text", "BrightText": "on_ink", "ToolTipBase": "ink", "ToolTipText": "on_ink",
        "Highlight": "ink", "HighlightedText": "on_ink", "PlaceholderText": "tertiary", "Link": "ink",
        "LinkVisited": "ink", "Light": "page", "Midlight": "hover", "Mid": "strong", "Dark": "control",
        "Shadow": "strong", "Accent": "ink",
    }  # fmt: skip
    for qt_role, token in roles.items():
        made.setColor(getattr(QPalette.ColorRole, qt_role), look.color(token))
    for qt_role in ("WindowText", "Text", "ButtonText"):
        made.setColor(QPalette.ColorGroup.Disabled, getattr(QPalette.ColorRole, qt_role), look.color("tertiary"))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, look.color("neutral"))
    return made


def sheet(look: Theme) -> str:
    """Radius and padding of the few Qt widgets we do not paint ourselves."""
    t, px = look.tokens, look.px
    return f"""
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: {px(10)}px; }} QScrollBar:horizontal {{ height: {px(10)}px; }}
QScrollBar::handle {{ background: {t.strong}; border-radius: {px(2)}px; margin: {px(3)}px; }}
QScrollBar::handle:hover {{ background: {t.control}; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}px; }} QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {t.ink}; color: {t.on_ink}; border: none; padding: {px(4)}px {px(8)}px; }}
QMenu {{ background: {t.page}; border: 1px solid {t.strong}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(6)}px {px(24)}px {px(6)}px {px(12)}px; border-radius: {px(4)}px; }}
QMenu::item:selected {{ background: {t.hover}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.tertiary}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px {px(8)}px; }}
QHeaderView::section {{ background: {t.panel}; color: {t.secondary}; border: none;
  border-bottom: 1px solid {t.line}; padding: {px(6)}px {px(10)}px; }}
QSplitter::handle {{ background: {t.line}; }}
LineEdit, _Lines {{ background: transparent; border: none; }}
QAbstractItemView {{ outline: none; border: none; }}
QComboBox QAbstractItemView {{ background: {t.page}; border: 1px solid {t.strong}; padding: {px(3)}px;
  selection-background-color: {t.hover}; selection-color: {t.text}; }}
QComboBox QAbstractItemView::item {{ min-height: {px(30)}px; padding: 0 {px(6)}px; border-radius: {px(4)}px; }}
"""


def dress(app: QApplication, look: Theme) -> None:
    """Give the whole application the palette, the body font and the sheet of this theme."""
    app.setPalette(palette(look))
    app.setFont(look.font("body"))
    app.setStyleSheet(sheet(look))
