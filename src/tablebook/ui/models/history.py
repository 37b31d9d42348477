"""Everything that was passed, signed, said and filed about one article, as frozen rows under day heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tablebook.domain import record as r
from tablebook.domain.codes import PassKind
from tablebook.domain.language import changed_places
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import short_code
from tablebook.ui import words
from tablebook.ui.kit.party import NAMES
from tablebook.ui.models.feed import note_kind, paper_name, side_of
from tablebook.ui.pass_words import places_words, surname

ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex

PASSES, TAS, NOTES, EXACT, PAPERS = "passes", "tas", "notes", "exact", "papers"
FILTERS = (
    ("all", "All"),
    (PASSES, "Passes"),
    (TAS, "TAs"),
    (NOTES, "Notes"),
    (EXACT, "Exact words"),
    (PAPERS, "Documents"),
)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One entry, or the head of a session. ``mark`` is what stands on the spine: pass, note, ta, paper or other."""

    id: str
    kinds: tuple[str, ...] = ()
    head: str = ""
    time: str = ""
    mark: str = "note"
    side: str = ""
    title: str = ""
    kind: str = ""
    text: str = ""
    exact: bool = False
    tone: str = ""
    places: tuple[str, ...] = ()
    number: int = 0

    @property
    def words(self) -> str:
        """The words as they are shown."""
        return f"“{self.text}”" if self.exact else self.text

    @property
    def spoken(self) -> str:
        """The row as a sentence for a screen reader."""
        if self.head:
            return self.head
        places = places_words(self.places)
        side = NAMES.get(self.side, "").lower()
        parts = (
            self.time,
            self.title,
            side,
            self.kind,
            places and f"section {places}",
            self.words,
            f"entry {self.number}",
        )
        return ", ".join(part for part in parts if part)


class PlaceIndex:
    """Which article a place as noted ("12", "12.1", "12.1a") belongs to; built once, asked for every note."""

    def __init__(self, state: Negotiation) -> None:
        self._homes = {}
        for key, item in state.items.items():
            self._homes[key.lower()] = key
            for section in item.article.sections:
                self._homes.setdefault(section.number.lower(), key)

    def article(self, place: str) -> str:
        """The article's key, or ""."""
        wanted = place.lower().strip()
        while wanted:
            if wanted in self._homes:
                return self._homes[wanted]
            shorter = re.sub(r"(?:[a-z]|\(\w+\)|\.\w+|\d)$", "", wanted)
            if shorter == wanted:
                return ""
            wanted = shorter if not shorter.isdigit() or "." not in wanted else wanted.partition(".")[0]
        return ""


def history_of(state: Negotiation, key: str, today: date, newest_first: bool = True) -> tuple[HistoryRow, ...]:
    """All rows about an article by session; corrections count where what they correct counts."""
    homes = PlaceIndex(state)
    about: set[str] = set()
    found: list[tuple[r.Entry, HistoryRow]] = []
    for entry in state.entries.values():
        if not _is_about(state, homes, entry, key, about):
            continue
        row = _row(state, entry, key)
        if row is not None:
            about.add(entry.id)
            found.append((entry, row))
    if newest_first:
        found.reverse()
    return tuple(_with_heads(state, found, today))


def _with_heads(state: Negotiation, found: Sequence[tuple[r.Entry, HistoryRow]], today: date) -> Iterator[HistoryRow]:
    last = ""
    for entry, row in found:
        number = state.session_of.get(entry.id)
        day = words.day(entry.at.date(), today)
        year = f" {entry.at.year}" if entry.at.year == today.year else ""
        head = f"Session {number}, {day}{year}" if number is not None else f"Between sessions, {day}{year}"
        if head != last:
            yield HistoryRow(f"head:{head}", head=head)
            last = head
        yield row


def _is_about(state: Negotiation, homes: PlaceIndex, entry: r.Entry, key: str, about: set[str]) -> bool:
    body = entry.body
    if isinstance(body, r.NoteTaken):
        return bool(body.place) and homes.article(body.place) == key
    if isinstance(body, r.Corrected):
        return body.target in about
    if isinstance(body, r.PackageOffered):
        return any(ref.article == key for ref in body.members)
    if isinstance(body, r.Agreed):
        return any(text.accepted.article == key for text in body.texts)
    if isinstance(body, r.AgreementReopened):
        return body.agreement in state.items[key].agreements
    if isinstance(body, r.ReasonGiven):
        return key in body.articles
    if isinstance(body, r.PaperReceived):
        return any(ref.article == key for ref in body.about)
    if isinstance(body, r.PassWithdrawn | r.PassRejected) and body.package:
        package = state.packages.get(body.package)
        return package is not None and any(ref.article == key for ref in package.body.members)
    return getattr(body, "article", None) == key


def _row(state: Negotiation, entry: r.Entry, key: str) -> HistoryRow | None:
    told = _ROWS.get(type(entry.body))
    return told(state, entry, entry.body, key) if told else None


def _made(state: Negotiation, entry: r.Entry, kinds: tuple[str, ...], **more: Any) -> HistoryRow:
    return HistoryRow(entry.id, kinds, time=words.clock(entry.at), number=state.number(entry.id), **more)


def _pass(state: Negotiation, entry: r.Entry, body: Any, key: str) -> HistoryRow:
    answers = ", ".join(ref.label for ref in body.responds_to)
    places = changed_places(state, key, body.parts) if body.kind is not PassKind.CONCEPT else ()
    verb = "received" if body.party is state.them else "passed"
    text = body.prose or (
        f"Changes {places_words(places)}" if any(places) else words.of(words.PASS_KINDS, body.kind).text
    )
    return _made(
        state, entry, (PASSES,), mark="pass", side=str(body.party), title=body.label,
        kind=f"{verb}, answers {answers}" if answers else verb, text=text, places=tuple(p for p in places if p),
    )  # fmt: skip


def _note(state: Negotiation, entry: r.Entry, body: Any, key: str) -> HistoryRow:
    exact = body.sign == "exact"
    side = str(body.side) if body.side else ""
    return _made(
        state, entry, (NOTES, EXACT) if exact else (NOTES,), side=side, exact=exact, text=body.text,
        title=surname(body.who) or NAMES.get(side, "Note"), kind=note_kind(body),
        tone="attention" if body.sign in ("what-if", "promise") else "", places=(body.place,),
    )  # fmt: skip


def _correction(state: Negotiation, entry: r.Entry, body: Any, key: str) -> HistoryRow:
    number = state.number(body.target)
    kind = f"mended {number}" if body.code == "typo" else f"corrects {number}: {body.reason}"
    return _made(state, entry, (NOTES,), side=side_of(state, body.author), title=surname(body.author) or body.author,
                 kind=kind, text=body.text)  # fmt: skip


def _ta(state: Negotiation, entry: r.Entry, body: Any, key: str) -> HistoryRow:
    text = next(text for text in body.texts if text.accepted.article == key)
    signers = ", ".join(dict.fromkeys(surname(one.name) for one in body.signatures if one.name))
    how = "as amended" if text.amended else "as passed"
    return _made(
        state, entry, (TAS,), mark="ta", title=body.label, kind=f"signed {signers}".strip(), tone="ta",
        text=f"Accepts {text.accepted.label} {how}. Fingerprint {short_code(text.fingerprint)}",
        places=tuple(place for place in text.places if place),
    )  # fmt: skip


def _paper(state: Negotiation, entry: r.Entry, body: Any, key: str) -> HistoryRow:
    pages = f", {words.count(body.pages, 'page')}" if body.pages else ""
    return _made(state, entry, (PAPERS,), mark="paper", side=str(body.party), title=paper_name(body.name),
                 kind="document", text=f"{body.note or body.answers}{pages}".strip(", "))  # fmt: skip


def _other(mark: str, title: str) -> Any:
    def told(state: Negotiation, entry: r.Entry, body: Any, key: str) -> HistoryRow:
        name = getattr(body, "package", "") or getattr(body, "label", "") or getattr(body, "agreement", "")
        said = getattr(body, "words", "") or getattr(body, "terms", "")
        reason = getattr(body, "reason", "")
        return _made(
            state, entry, (PASSES,), mark=mark, side=str(getattr(body, "party", "") or ""), title=name or title,
            kind=title.lower() if name else "", text=". ".join(part.rstrip(".") for part in (said, reason) if part),
            places=tuple(getattr(body, "places", ())),
        )  # fmt: skip

    return told


def _deferred(state: Negotiation, entry: r.Entry, body: r.ArticleDeferred, key: str) -> HistoryRow:
    return _made(state, entry, (PASSES,), mark="clock", title="Deferred", kind=f"to {body.to}", text=body.reason)


_ROWS: dict[type[Any], Any] = {
    r.TextPassed: _pass,
    r.NoteTaken: _note,
    r.Corrected: _correction,
    r.Agreed: _ta,
    r.PaperReceived: _paper,
    r.TextPrepared: _other("other", "Prepared"),
    r.PackageOffered: _other("package", "Offered as a package"),
    r.PassWithdrawn: _other("undo-2", "Withdrawn"),
    r.PassRejected: _other("ban", "Rejected"),
    r.ArticleHeld: _other("circle-pause", "Held"),
    r.ArticleDeferred: _deferred,
    r.ArticleResumed: _other("rotate-ccw", "Off hold"),
    r.AgreementReopened: _other("lock-open", "Reopened"),
    r.ReasonGiven: _other("other", "Our reason"),
}


def kept_rows(rows: Sequence[HistoryRow], kind: str, section: str, typed: str) -> tuple[HistoryRow, ...]:
    """The rows that a filter, a section and typed words let through, with the heads that still have rows."""
    wanted = typed.casefold().strip()
    found: list[HistoryRow] = []
    for row in rows:
        if row.head:
            if found and found[-1].head:
                found.pop()
            found.append(row)
        elif _lets(row, kind, section, wanted):
            found.append(row)
    if found and found[-1].head:
        found.pop()
    return tuple(found)


def _lets(row: HistoryRow, kind: str, section: str, wanted: str) -> bool:
    if kind != "all" and kind not in row.kinds:
        return False
    if section and not any(
        place == section or re.fullmatch(re.escape(section) + r"\D\w*", place) for place in row.places
    ):
        return False
    said = f"{row.title} {row.kind} {row.text} {' '.join(row.places)}".casefold()
    return not wanted or wanted in said


class HistoryModel(QAbstractListModel):
    """The rows as Qt sees them; heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[HistoryRow, ...] = ()

    def apply(self, rows: Sequence[HistoryRow]) -> None:
        """Show these rows."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are read, not chosen."""
        if 0 <= index.row() < len(self.rows) and self.rows[index.row()].head:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its words, its sentence."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.head or row.words
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
