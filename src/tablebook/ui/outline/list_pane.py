"""The left pane of the review: how much was read, the filter, the outline."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.contract import UnitKind
from tablebook.ui import words
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import Label, Panel, Rule
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.outline.rows import outline_rows
from tablebook.ui.outline.steps import Stand
from tablebook.ui.outline.tree import OutlineTree
from tablebook.ui.outline.ways import Way


class ListPane(Panel):
    """`changed` asks for the rows anew: another filter, or all of it open."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.count = Label("", "small", "secondary")
        self.filter = Segmented((("all", "All"), ("doubt", "In doubt")), name="Filter")
        self.open = Button("Open all", "list", "ghost", size=28)
        self.tree = OutlineTree()
        self._open_all = False
        self._block = -1
        column = space(QVBoxLayout(self), (0, 10, 0, 0), 6)
        head = space(QHBoxLayout(), (16, 0, 12, 0), 8)
        head.addWidget(Label("Outline", "body_bold"))
        head.addStretch(1)
        head.addWidget(self.count)
        tools = space(QHBoxLayout(), (12, 0, 8, 0), 8)
        tools.addWidget(self.filter)
        tools.addStretch(1)
        tools.addWidget(self.open)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(Rule())
        column.addWidget(self.tree, 1)
        self.filter.changed.connect(lambda _: self.changed.emit())
        self.open.clicked.connect(self.open_all)

    def open_all(self) -> None:
        """Show every article, or fold the quiet ones again."""
        self._open_all = not self._open_all
        self.open.set_words("Fold" if self._open_all else "Open all")
        self.changed.emit()

    def mark(self, position: int) -> None:
        """Another unit is chosen; nothing else changed."""
        self._block = self.tree.row.block if self.tree.row else -1
        self.tree.viewport().update()

    def show_stand(self, stand: Stand, way: Way | None, block: int = -1) -> None:
        """Show the outline as it is now, with the keyboard on the chosen unit or on its section at this block."""
        units = stand.reading.articles
        articles = sum(1 for unit in units if unit.kind is UnitKind.ARTICLE)
        others = sum(1 for unit in units if unit.kind in (UnitKind.APPENDIX, UnitKind.MOU))
        self.count.setText(", ".join(part for part in (
            words.count(articles, "article"), f"{others} appended" if others else "") if part))  # fmt: skip
        self.filter.set_text("doubt", f"In doubt {len(stand.doubts)}")
        rows = outline_rows(stand, only_doubts=self.filter.value == "doubt", open_all=self._open_all, way=way)
        opened = {stand.chosen} | ({way.position} if way is not None else set())
        self.tree.show_rows(rows, opened, (stand.chosen, block))
