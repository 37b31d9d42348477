"""Which marking means what on a paper: one button for each, pressed to say it means something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tablebook.documents.marked.paper import Key
from tablebook.redline.marks import Mark
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space

MEANINGS = {Mark.INSERTED: "new", Mark.DELETED: "taken out", Mark.SAME: "no change"}
NEXT = {Mark.INSERTED: Mark.DELETED, Mark.DELETED: Mark.SAME, Mark.SAME: Mark.INSERTED}
WHY = {
    "legend": "As the paper says itself.",
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
        self.shown: tuple[Key, ...] = ()
        self._row = space(QHBoxLayout(self), spacing=6)
        self.title = Label("Their marks", "small", "secondary")
        self.tracked = Label("", "small", "secondary")
        self._row.addWidget(self.title)
        self.others = Button("", "ellipsis", kind="ghost", size=28)
        self.others.setAccessibleName("Other looks on the paper, which mean no change")
        self.others.setToolTip("Other looks on the paper, which mean no change")
        self.others.clicked.connect(self._show_all)
        self._row.addWidget(self.others)
        self._row.addWidget(self.tracked)
        self._all = False
        self.setAccessibleName("Which marking means what")
        self.hide()

    def _show_all(self) -> None:
        self._all = True
        self.show_keys(self.keys)
        self.buttons[-1].setFocus()

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show what each marking means. What occurs nowhere is left out; what means nothing comes if asked."""
        self.keys = tuple(keys)
        there = [key for key in self.keys if key.words and key.why != "tracked"]
        self.tracked.setText("Tracked in Word" if any(key.why == "tracked" for key in self.keys) else "")
        self.tracked.setVisible(bool(self.tracked.text()))
        self.title.setVisible(bool(there))
        plain = [key for key in there if key.meaning is Mark.SAME and key.why == "proposed"]
        self.shown = tuple(key for key in there if self._all or key not in plain)
        self.others.setVisible(bool(plain) and not self._all)
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), -1)
        while len(self.buttons) > len(self.shown):
            button = self.buttons.pop()
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for at in range(len(self.buttons), len(self.shown)):
            button = Button("", size=28)
            button.clicked.connect(lambda _=False, at=at: self.flip(at))
            self._row.insertWidget(at + 1, button)
            self.buttons.append(button)
        for button, key in zip(self.buttons, self.shown, strict=True):
            _dress(button, key)
        if 0 <= focused < len(self.buttons):
            self.buttons[focused].setFocus()

    @property
    def tells(self) -> bool:
        """Whether there is anything to say about their marks."""
        return any(key.words for key in self.keys)

    def flip(self, at: int) -> None:
        """Let a marking mean the next thing: new, taken out, no change."""
        chosen = self.shown[at]
        flipped = replace(chosen, meaning=NEXT[chosen.meaning], why="hand")
        self.flipped.emit(tuple(flipped if key is chosen else key for key in self.keys))


def _dress(button: Button, key: Key) -> None:
    button.set_words(f"{key.name} = {MEANINGS[key.meaning]}")
    count = "1 word" if key.words == 1 else f"{key.words} words"
    button.setAccessibleName(f"{key.name} means {MEANINGS[key.meaning]}, {count}. {WHY.get(key.why, '')}".strip())
    button.setAccessibleDescription("Space changes what it means.")
    button.setToolTip(f"{WHY.get(key.why, '')} {count}. Press to change what it means.".strip())
