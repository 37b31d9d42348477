"""Each agreed text as a row: what was accepted, who signed when, and whether the assembled agreement has its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tablebook.domain.codes import Fate
from tablebook.domain.language import in_force
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.text import short_code
from tablebook.jobs.ratification_view import TracedRow
from tablebook.ui import words
from tablebook.ui.pass_words import surname

Index = QModelIndex | QPersistentModelIndex
HEADS = ("Article", "TA", "Accepted pass", "Signed", "By", "Fingerprint", "Assembled text")
PASS, LAST = HEADS.index("Accepted pass"), len(HEADS) - 1
ROW = Qt.ItemDataRole.UserRole + 1


class Standing(StrEnum):
    """How a text stands to the assembled agreement."""

    SAME = "same"
    DIFFERS = "differs"
    LOOKING = "looking"
    REPLACED = "replaced"
    REOPENED = "reopened"
    FELL = "fell"
    WAITS = "waits"


GONE = (Standing.REPLACED, Standing.REOPENED, Standing.FELL, Standing.WAITS)
"""The standings of a TA that is not in force."""


@dataclass(frozen=True, slots=True)
class Traced:
    """One agreed text of one TA. ``party`` is whose pass was accepted; ``holds``: the TA is in force. ``papers`` counts
    the signed ones that are kept."""

    cells: tuple[str, ...]
    agreement: str
    article: str
    party: str
    standing: Standing
    papers: int = 0

    @property
    def holds(self) -> bool:
        """Whether the TA is in force."""
        return self.standing not in GONE

    @property
    def differs(self) -> bool:
        """Whether the assembled text does not have its words."""
        return self.standing is Standing.DIFFERS

    @property
    def spoken(self) -> str:
        """The row as a sentence."""
        return ", ".join(f"{head} {cell}" for head, cell in zip(HEADS, self.cells, strict=True) if cell)


def traced_rows(state: Negotiation, today: date, found: tuple[TracedRow, ...]) -> tuple[Traced, ...]:
    """Every agreed text, those that differ first; TAs that do not hold last."""
    proved = {(one.agreement, one.article): one for one in found}
    rows = []
    for agreement in state.agreements.values():
        for text in agreement.body.texts:
            item = state.items.get(text.accepted.article)
            if item is None:
                continue
            holds = in_force(state, agreement)
            said, standing = _assembled(state, agreement, proved.get((agreement.body.label, item.key)), holds)
            known = text.accepted.party or _party(state, item.key, text.accepted.label)
            by = ", ".join(dict.fromkeys(surname(one.name) for one in agreement.signatures if one.name))
            accepts = f"{text.accepted.label}{', as amended' if text.amended else ''}"
            cells = (
                f"{item.article.name}, {item.article.title}".strip(", "), agreement.body.label, accepts,
                words.moment(agreement.at, today), by, short_code(text.fingerprint), said,
            )  # fmt: skip
            kept = len(agreement.papers)
            rows.append(Traced(cells, agreement.body.label, item.key, str(known), standing, kept))
    return tuple(sorted(rows, key=lambda row: (not row.holds, not row.differs)))


def _party(state: Negotiation, key: str, label: str) -> str:
    found = state.find_pass(key, label)
    return str(found.body.party) if found is not None else ""


def _assembled(state: Negotiation, agreement: Agreement, row: TracedRow | None, holds: bool) -> tuple[str, Standing]:
    if not holds:
        return _gone(agreement)
    if row is None:
        return "Looking", Standing.LOOKING
    if row.findings:
        return f"{words.count(len(row.findings), 'place')} differ: {row.findings[0].sentence}", Standing.DIFFERS
    return f"Same, {row.words:,} words", Standing.SAME


def _gone(agreement: Agreement) -> tuple[str, Standing]:
    """What became of a TA that does not hold."""
    if agreement.superseded:
        return f"Replaced by {agreement.superseded}", Standing.REPLACED
    if agreement.fate is Fate.FALLS:
        return "Fell", Standing.FELL
    if agreement.reopened:
        return "Reopened", Standing.REOPENED
    return "Waits for its package", Standing.WAITS


class TracedModel(QAbstractTableModel):
    """The rows as Qt sees them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[Traced, ...] = ()
        self.rows: tuple[Traced, ...] = ()
        self.only_differing = False

    def apply(self, rows: tuple[Traced, ...], only_differing: bool) -> None:
        """Show these rows, or those of them that differ."""
        self.all, self.only_differing = rows, only_differing
        shown = tuple(row for row in rows if row.differs) if only_differing else rows
        if shown != self.rows:
            self.beginResetModel()
            self.rows = shown
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many texts are shown."""
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
        """A cell, the sentence of its row, and the row."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == ROW:
            return row
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
