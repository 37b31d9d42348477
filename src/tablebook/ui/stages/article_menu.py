"""The menu of an article: what can be done with it, each act with its key, and why not where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tablebook.ui.actions import BY_ID
from tablebook.ui.kit.icons import icon

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow

MENU = (
    ("draft", "pass", "receive", "agree"),
    ("hold", "defer", "withdraw", "reject", "reopen"),
    ("history", "signed-paper", "print"),
)


def article_menu(window: MainWindow, parent: QWidget) -> QMenu:
    """The acts on the chosen article, in the order of a negotiation."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for group in MENU:
        if menu.actions():
            menu.addSeparator()
        for name in group:
            if not window.acts.has(name):
                continue
            act, reason = BY_ID[name], window.acts.reason(name)
            # The key is only told here: the window's own action has it, and two would take it from each other.
            key = QKeySequence(act.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if act.keys else ""
            entry = menu.addAction(f"{act.title}\t{key}")
            if act.icon:
                entry.setIcon(icon(act.icon))
            entry.setObjectName(name)
            entry.setEnabled(not reason)
            entry.setToolTip(reason)
            entry.triggered.connect(lambda _=False, name=name: window.acts.run(name))
    return menu


def show_article_menu(parent: QWidget, at: QPoint) -> None:
    """Open it at a place of `parent`; it goes away with its last word."""
    from tablebook.ui.main_window import MainWindow

    window = parent.window()
    if isinstance(window, MainWindow):
        menu = article_menu(window, parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(parent.mapToGlobal(at))
