"""Stages whose own work comes when the table is done: each says in one line what it will hold."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.ui.desk import Desk
from tablebook.ui.kit.label import Label, Panel
from tablebook.ui.kit.spacing import space


class StageHead(QWidget):
    """A stage's name and the one line about it."""

    def __init__(self, title: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Label(line, "body", "secondary", wrap=True)
        column = space(QVBoxLayout(self), (32, 20, 32, 12), 4)
        column.addWidget(Label(title, "title"))
        column.addWidget(self.line)


class Resolve(Panel):
    """When the table does not settle it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        column = QVBoxLayout(self)
        column.addWidget(
            StageHead("Resolve", "Holds what follows an impasse: its dates, the last positions with the words said, "
                      "mediation, fact-finding.")
        )  # fmt: skip
        column.addStretch(1)


class Change(Panel):
    """The contract in force."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        column = QVBoxLayout(self)
        column.addWidget(
            StageHead("Change", "Holds what is agreed while the contract is in force: MOUs, side letters, "
                      "clarifications, reopeners.")
        )  # fmt: skip
        column.addStretch(1)
