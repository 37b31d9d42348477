"""Which marking means what on a paper: one button for each, pressed to say it means something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tablebook.documents.marked_paper import Key
from tablebook.redline.marks import Mark
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space

MEANINGS = {Mark.INSERTED: "new", Mark.DELETED: "struck", Mark.SAME: "no change"}
NEXT = {Mark.INSERTED: Mark.DELETED, Mark.DELETED: Mark.SAME, Mark.SAME: Mark.INSERTED}
WHY = {
    "legend": "As the paper says itself.",
    "tracked": "Tracked by Word.",
    "proposed": "Worked out from the paper.",
    "hand": "As you chose.",
}


class KeyLine(QWidget):
    """`flipped` gives all keys anew when one means something else."""

    flipped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: tuple[Key, ...] = ()
        self.buttons: list[Button] = []
        self._row = space(QHBoxLayout(self), spacing=6)
        self._row.addWidget(Label("Their marks", "small", "secondary"))
        self.setAccessibleName("Which marking means what")
        self.hide()

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show what each marking means; one that occurs nowhere is left out."""
        self.keys = tuple(keys)
        shown = [key for key in self.keys if key.words]
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), -1)
        while len(self.buttons) > len(shown):
            button = self.buttons.pop()
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for at in range(len(self.buttons), len(shown)):
            button = Button("", size=28)
            button.clicked.connect(lambda _=False, at=at: self.flip(at))
            self._row.addWidget(button)
            self.buttons.append(button)
        for button, key in zip(self.buttons, shown, strict=True):
            _dress(button, key)
        if 0 <= focused < len(self.buttons):
            self.buttons[focused].setFocus()
        self.setVisible(bool(shown))

    def flip(self, at: int) -> None:
        """Let a marking mean the next thing: new, struck, no change."""
        shown = [key for key in self.keys if key.words]
        chosen = shown[at]
        flipped = replace(chosen, meaning=NEXT[chosen.meaning], why="hand")
        self.flipped.emit(tuple(flipped if key is chosen else key for key in self.keys))


def _dress(button: Button, key: Key) -> None:
    button.set_words(f"{key.name} = {MEANINGS[key.meaning]}")
    count = "1 word" if key.words == 1 else f"{key.words} words"
    button.setAccessibleName(f"{key.name} means {MEANINGS[key.meaning]}, {count}. {WHY.get(key.why, '')}".strip())
    button.setAccessibleDescription("Space changes what it means.")
    button.setToolTip(f"{WHY.get(key.why, '')} {count}. Press to change what it means.".strip())
