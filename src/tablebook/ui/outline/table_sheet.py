"""A table of the contract, typed in cell by cell. Every cell is one step that can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from tablebook.domain.text import Block
from tablebook.ui.theme import theme


class TableSheet(QTableWidget):
    """Arrows move, typing or F2 edits a cell, Enter keeps it, Esc goes back to the words."""

    cell_typed = Signal(int, int, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Table, cell by cell")
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setEditTriggers(
            QTableWidget.EditTrigger.AnyKeyPressed
            | QTableWidget.EditTrigger.EditKeyPressed
            | QTableWidget.EditTrigger.DoubleClicked
        )
        self.setTabKeyNavigation(True)
        self.cellChanged.connect(self._changed)
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setStyleSheet(f"QTableWidget::item {{ padding: 0 {theme().px(8)}px; }}")
        self.setFont(theme().font("body_tabular"))
        self.verticalHeader().setDefaultSectionSize(theme().px(30))

    def show_block(self, block: Block) -> None:
        """Show the cells of a table."""
        self.blockSignals(True)
        self.clear()
        self.setRowCount(len(block.rows))
        self.setColumnCount(max((len(row) for row in block.rows), default=0))
        for y, row in enumerate(block.rows):
            for x, cell in enumerate(row):
                self.setItem(y, x, QTableWidgetItem(cell))
        self.resizeColumnsToContents()
        self.blockSignals(False)
        if self.currentRow() < 0 and block.rows:
            self.setCurrentCell(0, 0)

    def _changed(self, row: int, column: int) -> None:
        cell = self.item(row, column)
        self.cell_typed.emit(row, column, cell.text() if cell is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the table; Ctrl+Z belongs to the review."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        else:
            super().keyPressEvent(event)
