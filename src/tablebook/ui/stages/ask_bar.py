"""A line that asks for a few words in the place where they belong: words to find, the title of an article."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tablebook.ui.kit.button import Button
from tablebook.ui.kit.field import LineEdit
from tablebook.ui.kit.label import Label, Panel
from tablebook.ui.kit.spacing import space


class AskBar(Panel):
    """Enter does it, Esc puts the line away and nothing happens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.label = Label("", "body_medium")
        self.edit = LineEdit()
        self.button = Button("")
        self.cancel = Button("Close", "x", "ghost", key="Esc")
        self.note = Label("", "small", "attention")
        row = space(QHBoxLayout(self), (16, 8, 16, 8), 10)
        row.addWidget(self.label)
        row.addWidget(self.edit, 1)
        for part in (self.note, self.button, self.cancel):
            row.addWidget(part)
        self._act: Callable[[str], str] | None = None
        self._back: Callable[[], object] | None = None
        self.button.clicked.connect(self._do)
        self.edit.returnPressed.connect(self._do)
        self.edit.textEdited.connect(lambda _: self.note.setText(""))
        self.cancel.clicked.connect(self.put_away)
        self.hide()

    def ask(self, label: str, verb: str, act: Callable[[str], str], back: Callable[[], object], text: str = "") -> None:
        """Ask. `act` gets the words and gives back what is wrong, or "" and "done" to put the line away."""
        self._act, self._back = act, back
        self.label.setText(label)
        self.edit.setAccessibleName(label)
        self.edit.setText(text)
        self.button.set_words(verb)
        self.note.setText("")
        self.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def _do(self) -> None:
        if self._act is None:
            return
        answer = self._act(self.edit.text().strip())
        if answer == "done":
            self.put_away()
        else:
            self.note.setText(answer)

    def put_away(self) -> None:
        """Close the line and give the keyboard back."""
        self.hide()
        if self._back is not None:
            self._back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
