"""The article list as frozen rows: whose turn it is, the last label, how much is TA'd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.negotiation import Item, Negotiation
from tablebook.domain.positions import SETTLED, Position
from tablebook.ui import words

ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex

ORDER = {UnitKind.PREAMBLE: 0, UnitKind.ARTICLE: 1, UnitKind.APPENDIX: 2, UnitKind.MOU: 3}

ALL, OURS, THEIRS, DONE, OPEN = "all", "ours", "theirs", "ta", "unresolved"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One row as it is painted. ``state`` is a key of words.STATES, ``extra`` what follows its word ("P-1")."""

    key: str
    number: str
    title: str
    name: str
    state: str
    extra: str = ""
    side: str = ""
    label: str = ""
    done: int = 0
    total: int = 0
    unresolved: bool = False
    sections: tuple[tuple[str, str], ...] = ()
    counted: bool = True
    """The words before Article 1 name the parties; they are shown, and are no article to be counted."""

    @property
    def muted(self) -> bool:
        """Rows that ask for nothing are drawn in quieter words."""
        return self.state in ("not-opened", "withdrawn")

    @property
    def spoken(self) -> str:
        """The row as a sentence for a screen reader."""
        state = words.of(words.STATES, self.state).text.lower()
        parts = [self.name, self.title if self.title != self.name else "", f"{state} {self.extra}".strip()]
        if self.label:
            parts.append(f"latest pass {self.side} {self.label}")
        if self.total:
            parts.append(f"{self.done} of {self.total} sections TA'd")
        return ", ".join(part for part in parts if part)


def row_of(item: Item, where: Position) -> ArticleRow:
    """The row of one article at its present position."""
    article = item.article
    title = article.title or article.name
    state, extra = str(where.state), ""
    if where.package and state in ("with-us", "with-them"):
        state, extra = "in-package", where.package
    partly = state not in SETTLED and 0 < len(where.agreed) < len(where.places)
    return ArticleRow(
        item.key,
        number_of(article),
        title,
        article.name,
        state,
        extra,
        str(where.last.body.party) if where.last else "",
        where.last.body.label if where.last else "",
        len(where.agreed) if partly else 0,
        len(where.places) if partly else 0,
        where.unresolved and bool(item.passes or item.held is not None),
        tuple((section.number, section.title) for section in article.sections),
        article.kind is not UnitKind.PREAMBLE,
    )


def number_of(article: Article) -> str:
    """What stands in the column of numbers: "12", "A" of an appendix, "MOU 1"."""
    if article.kind in (UnitKind.ARTICLE, UnitKind.APPENDIX):
        return article.number
    return article.name if article.number and article.kind is UnitKind.MOU else ""


def rows_of(state: Negotiation, positions: Mapping[str, Position]) -> tuple[ArticleRow, ...]:
    """Every unit's row: articles in the contract's order, new ones behind, then appendices, memoranda, the rest."""
    items = sorted(state.items.items(), key=lambda pair: ORDER.get(pair[1].article.kind, len(ORDER)))
    return tuple(row_of(item, positions[key]) for key, item in items if key in positions)


class ArticleModel(QAbstractListModel):
    """The rows. `apply` tells Qt only of rows that differ, so selection and scrolling stay."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ArticleRow, ...] = ()

    def apply(self, rows: Sequence[ArticleRow]) -> None:
        """Show these rows."""
        rows = tuple(rows)
        if [row.key for row in rows] != [row.key for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        old, self.rows = self.rows, rows
        for at, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many articles there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself under ROW, its title, its sentence."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {row.title}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def counts(self) -> dict[str, int]:
        """How many rows each filter shows."""
        rows = [row for row in self.rows if row.counted or row.unresolved or row.state in SETTLED]
        return {mode: sum(fits(row, mode) for row in rows) for mode in (ALL, OURS, THEIRS, DONE, OPEN)}


def fits(row: ArticleRow, mode: str) -> bool:
    """Whether a row is shown under a filter."""
    if mode == OURS:
        return row.state == "with-us"
    if mode == THEIRS:
        return row.state == "with-them"
    if mode == DONE:
        return row.state in SETTLED
    return row.unresolved if mode == OPEN else True


def found_section(row: ArticleRow, typed: str) -> str:
    """The number of the section that the typed words mean, or ""."""
    wanted = typed.casefold().strip()
    for number, title in row.sections:
        if wanted == number.casefold() or (len(wanted) > 2 and wanted in title.casefold()):
            return number
    return ""


def matches(row: ArticleRow, typed: str) -> bool:
    """Whether the typed words are in the row's number, title or section numbers and titles."""
    wanted = typed.casefold().strip()
    if not wanted:
        return True
    if wanted.replace("article", "").strip() == row.number.casefold() and row.number:
        return True
    if wanted in row.title.casefold() or wanted in row.name.casefold():
        return True
    return any(wanted in f"{number} {title}".casefold() for number, title in row.sections)


class ArticleFilter(QSortFilterProxyModel):
    """The rows that a filter and typed words let through; the chosen article always stays in sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode, self.typed = ALL, ""

    def ask(self, mode: str | None = None, typed: str | None = None) -> None:
        """Filter anew."""
        self.beginFilterChange()
        self.mode = self.mode if mode is None else mode
        self.typed = self.typed if typed is None else typed
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Qt asks for each row."""
        model = self.sourceModel()
        assert isinstance(model, ArticleModel)
        row = model.rows[source_row]
        return fits(row, self.mode) and matches(row, self.typed)
