"""What a draft would have to answer for, one sentence under it, with the ways out that can be taken here and now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.cautions import Caution
from tablebook.ui.kit.announce import announce
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import IconLine, Panel, Rule
from tablebook.ui.kit.spacing import space

ICONS = {"struck-reference": "unlink", "dead-reference": "unlink", "regressive": "trending-down", "exploding": "clock"}


class CautionBar(Panel):
    """Hidden while there is nothing to say. `condition_asked` and `cite_asked` name the section that is cited."""

    condition_asked = Signal(str)
    cite_asked = Signal(str, str)
    condition_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._cited, self._other = "", ""
        self.line = IconLine("unlink", "", "attention", "body_medium", wrap=True)
        self.add = Button("Add condition", "link")
        self.cite = Button("Cite")
        self.kept = IconLine("link", "", "attention", "body_medium", "text", wrap=True)
        self.drop = Button("Remove condition", "x", "ghost")
        column = space(QVBoxLayout(self), (0, 0, 0, 0), 0)
        column.addWidget(Rule())
        self._said = _row(self.line, self.add, self.cite)
        self._condition = _row(self.kept, self.drop)
        column.addWidget(self._said)
        column.addWidget(self._condition)
        self.add.clicked.connect(lambda: self.condition_asked.emit(self._cited))
        self.cite.clicked.connect(lambda: self.cite_asked.emit(self._cited, self._other))
        self.drop.clicked.connect(self.condition_dropped)
        self.hide()

    def show_cautions(self, found: Sequence[Caution], beside: str, condition: str) -> None:
        """Show the first caution and how many more there are; `beside` is the section that could be cited instead."""
        self._said.setVisible(bool(found))
        self._condition.setVisible(bool(condition))
        self.kept.set_line("link", f"Passed on condition: {condition}", "attention", "text")
        self.setVisible(bool(found or condition))
        if found:
            self._show(found[0], len(found) - 1, beside)

    def _show(self, first: Caution, more: int, beside: str) -> None:
        struck = first.code == "struck-reference"
        self._cited, self._other = (first.place, beside) if struck else ("", "")
        self.add.setVisible(struck)
        self.cite.setVisible(struck and bool(beside))
        self.cite.set_words(f"Cite {beside}")
        said = sentence(first, beside) + (f" {more} more to look at." if more else "")
        if said != self.line.label.text():
            self.line.set_line(ICONS.get(first.code, "triangle-alert"), said, "attention")
            announce(self, said)


def sentence(caution: Caution, beside: str = "") -> str:
    """What it is, and what to do."""
    if caution.code == "struck-reference":
        return f"{caution.sentence} Add a condition{f', or cite {beside}' if beside else ''}."
    place = f"{caution.place}: " if caution.place and caution.place not in caution.sentence else ""
    reason = " Passing it asks for the reason." if caution.asks_reason else ""
    return f"{place}{caution.sentence}{reason}"


def _row(line: QWidget, *buttons: QWidget) -> QWidget:
    part = QWidget()
    row = space(QHBoxLayout(part), (0, 8, 0, 8), 8)
    row.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
    for button in buttons:
        row.addWidget(button)
    return part
