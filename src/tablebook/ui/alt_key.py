"""Alt by itself opens the menus, as elsewhere; Alt with a key, a click or another window does not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
OTHERS = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.WindowDeactivate)


class AltKey(QObject):
    """`alone` when Alt was pressed and released with nothing between. A shortcut takes its key away before the window
    sees it, so everything is watched, but only while Alt is held."""

    alone = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._alone = False

    def press(self) -> None:
        """Alt went down."""
        self._alone = True
        self._app().installEventFilter(self)

    def release(self) -> None:
        """Alt came up."""
        self._app().removeEventFilter(self)
        if self._alone:
            self._alone = False
            self.alone.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice what else happens; let everything through."""
        other_key = event.type() in KEYS and isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Alt
        if other_key or event.type() in OTHERS:
            self._alone = False
        return False

    def _app(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app
