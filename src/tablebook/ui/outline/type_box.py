"""Lines to type the words of a page that is a picture, below the page itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import Label, Panel, Rule
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.text_field import TextField

CTRL = Qt.KeyboardModifier.ControlModifier


class TypeBox(Panel):
    """Ctrl+Enter puts the words in, Esc puts the box away; what was typed stays in it until then. `left` gives the
    keyboard back."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.label = Label("", "body_medium", wrap=True)
        self.field = TextField(lines=4, name="Words of the page")
        self.put = Button("Put them in", "check", key="Ctrl+Enter")
        self.close_button = Button("Close", "x", "ghost", key="Esc")
        column = space(QVBoxLayout(self), (0, 0, 0, 0), 0)
        column.addWidget(Rule())
        inner = space(QVBoxLayout(), (16, 8, 16, 8), 6)
        row = space(QHBoxLayout(), spacing=8)
        row.addWidget(self.label, 1)
        row.addWidget(self.put)
        row.addWidget(self.close_button)
        inner.addLayout(row)
        inner.addWidget(self.field)
        column.addLayout(inner)
        self._page = 0
        self._act: Callable[[str], str] = lambda _: ""
        self.put.clicked.connect(self._put)
        self.close_button.clicked.connect(self._close)
        self.field.edit.installEventFilter(self)
        self.hide()

    def ask(self, page: int, act: Callable[[str], str]) -> None:
        """Ask for the words of a page. `act` puts them in and gives back what is wrong, or ""."""
        if page != self._page:
            self.field.set_text("")
        self._page, self._act = page, act
        self.label.setText(f"The words of page {page}, a paragraph a line, headings as printed")
        self.field.set_error("")
        self.show()
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_to(self, page: int | None) -> None:
        """Another page is looked at: the box goes, and what was typed stays in it for its own page."""
        if self.isVisible() and page != self._page:
            self._close()

    def _put(self) -> None:
        wrong = self._act(self.field.text())
        self.field.set_error(wrong)
        if not wrong:
            self.field.set_text("")
            self._close()

    def _close(self) -> None:
        self.hide()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Two keys of the lines are ours, also where the window knows them."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            put = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(event.modifiers() & CTRL)
            if put or event.key() == Qt.Key.Key_Escape:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._put() if put else self._close()
                return True
        return super().eventFilter(watched, event)
