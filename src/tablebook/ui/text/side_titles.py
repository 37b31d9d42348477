"""The head of each text in a two-text view, and the controls above both."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tablebook.ui.kit.button import Button
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.label import Label, Panel
from tablebook.ui.kit.party import PartyMark, party_role
from tablebook.ui.theme import theme


@dataclass(frozen=True, slots=True)
class SideTitle:
    """Whose text it is, its label, and what else is to be said: "ours, passed 9 Mar 13:24"."""

    party: str
    label: str
    words: str = ""


class TitleBar(Panel):
    """The head of one text, 40 high; callers put their drop-down at its right end with `add`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.mark = PartyMark("union", 16)
        self.label = Label("", "body_bold")
        self.words = Label("", "small", "secondary")
        self._row = QHBoxLayout(self)
        for part in (self.mark, self.label, self.words):
            self._row.addWidget(part)
        self._row.addStretch(1)
        theme().changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(36), px(3), px(16), px(3))
        self._row.setSpacing(px(8))
        self.setMinimumHeight(px(40))

    def show_title(self, title: SideTitle) -> None:
        """Name another text."""
        self.mark.side = title.party
        self.mark.setVisible(bool(title.party))
        self.mark.update()
        self.label.setText(title.label)
        self.label.set_look(role=party_role(title.party) if title.party else "text")
        self.words.setText(title.words)

    def add(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._row.addWidget(widget)


class ChangeControls(QWidget):
    """ "Change 4 of 6", up and down, and whether same sections fold. It may stand wherever the view has room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = Label("", "body_bold")
        self.up = Button("", "chevron-up")
        self.down = Button("", "chevron-down", key="F3")
        self.fold = Check("Fold what is the same")
        self.fold.setChecked(True)
        self.up.setToolTip("Previous change (Shift+F3)")
        self.up.setAccessibleName("Previous change")
        self.down.setToolTip("Next change (F3)")
        self.down.setAccessibleName("Next change")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        for part in (self.count, self.up, self.down, self.fold):
            row.addWidget(part)
        row.insertSpacing(3, theme().px(8))

    def show_count(self, at: int, count: int) -> None:
        """Say which change is looked at."""
        text = "No changes" if not count else f"Change {at + 1} of {count}" if at >= 0 else f"{count} changes"
        self.count.setText(text if count != 1 or at >= 0 else "1 change")
        for button in (self.up, self.down):
            button.setEnabled(count > 0)
