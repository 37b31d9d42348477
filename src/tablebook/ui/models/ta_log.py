"""The TA log as a table: every TA with what it binds, and what is still open below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tablebook.domain.language import in_force
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.text import short_code
from tablebook.ui import words
from tablebook.ui.pass_words import surname

Index = QModelIndex | QPersistentModelIndex
HEADS = ("TA", "Article", "Sections", "Accepts", "Signed", "By", "Standing", "Fingerprint")


@dataclass(frozen=True, slots=True)
class TaRow:
    """One agreed text of one TA."""

    cells: tuple[str, ...]
    article: str
    in_force: bool

    @property
    def spoken(self) -> str:
        """The row as a sentence."""
        return ", ".join(f"{head} {cell}" for head, cell in zip(HEADS, self.cells, strict=True) if cell)


def ta_rows(state: Negotiation, today: date) -> tuple[TaRow, ...]:
    """Every TA in the order they were signed, replaced and reopened ones included."""
    found = []
    for agreement in state.agreements.values():
        for text in agreement.body.texts:
            item = state.items.get(text.accepted.article)
            if item is None:
                continue
            places = ", ".join(place for place in text.places if place) or "whole"
            accepts = f"{text.accepted.label}{', as amended' if text.amended else ''}"
            by = ", ".join(dict.fromkeys(surname(one.name) for one in agreement.body.signatures))
            cells = (
                agreement.body.label, f"{item.article.name} {item.article.title}".strip(), places, accepts,
                words.moment(agreement.at, today), by, _standing(state, agreement), short_code(text.fingerprint),
            )  # fmt: skip
            found.append(TaRow(cells, item.key, in_force(state, agreement)))
    return tuple(found)


def _standing(state: Negotiation, agreement: Agreement) -> str:
    if agreement.superseded:
        return f"Replaced by {agreement.superseded}"
    if "" in agreement.reopened:
        return "Reopened"
    if agreement.reopened:
        return f"Reopened: {', '.join(agreement.reopened)}"
    return "In force" if in_force(state, agreement) else "Waits for its package"


class TaModel(QAbstractTableModel):
    """The rows as Qt sees them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[TaRow, ...] = ()

    def apply(self, rows: tuple[TaRow, ...]) -> None:
        """Show these rows."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many texts are agreed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as there are heads."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell, and the sentence of its row."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
