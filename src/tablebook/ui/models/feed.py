"""What happened in a session as frozen rows: notes, and dividers for what changed hands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tablebook.domain import record as r
from tablebook.domain.codes import Channel
from tablebook.domain.contract import UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.negotiation import BargainingSession, Negotiation
from tablebook.ui import words
from tablebook.ui.kit.party import NAMES
from tablebook.ui.pass_words import surname

ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One row. A divider has an icon and words; a note has a speaker, a kind, a place and words."""

    id: str
    time: str
    text: str
    divider: bool = False
    icon: str = ""
    side: str = ""
    who: str = ""
    sign: str = "gist"
    kind: str = ""
    place: str = ""
    private: bool = False

    @property
    def words(self) -> str:
        """What was said, in quotation marks where these are the exact words."""
        return f"“{self.text}”" if self.sign == "exact" and not self.divider else self.text

    @property
    def spoken(self) -> str:
        """The row as a sentence for a screen reader."""
        if self.divider:
            return f"{self.time}, {self.text}"
        side = NAMES.get(self.side, "").lower()
        place = f"section {self.place}" if self.place else ""
        private = "private" if self.private else ""
        return ", ".join(
            part for part in (self.time, self.who, side, private, self.kind.lower(), place, self.words) if part
        )


def paper_name(name: str) -> str:
    """A paper's name as it is spoken of: without folder and suffix."""
    return name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0] or name


def article_word(state: Negotiation, key: str) -> str:
    """ "Art 12", or the item's own name."""
    item = state.items.get(key)
    if item is None:
        return key
    article = item.article
    return f"Art {article.number}" if article.kind is UnitKind.ARTICLE and key == article.number else article.name


def feed_of(state: Negotiation, session: BargainingSession | None, now: datetime) -> tuple[FeedRow, ...]:
    """The rows of a session, oldest first; without a session, what was noted since the last one ended."""
    if session is not None:
        ids: Iterable[Any] = session.entries
    else:
        ended = max((s.ended for s in state.sessions.values() if s.ended), default=None)
        entries = reversed(state.entries.values())
        since = []
        for entry in entries:
            if ended is not None and entry.recorded <= ended and entry.id in state.session_of:
                break
            if entry.id not in state.session_of:
                since.append(entry.id)
        ids = reversed(since)
    rows: list[FeedRow] = []
    for entry_id in ids:
        for row in rows_for(state, state.entries[entry_id], now):
            _place(rows, state, state.entries[entry_id], row)
    return tuple(rows)


def _place(rows: list[FeedRow], state: Negotiation, entry: r.Entry, row: FeedRow) -> None:
    """A correction stands under what it corrects; everything else at the end."""
    if isinstance(entry.body, r.Corrected):
        for at, other in enumerate(rows):
            if other.id == entry.body.target:
                rows.insert(at + 1, row)
                return
    rows.append(row)


def rows_for(state: Negotiation, entry: r.Entry, now: datetime) -> tuple[FeedRow, ...]:
    """The row of one entry; none where the entry shows elsewhere or its body is withheld."""
    if isinstance(entry.body, r.NoteTaken):
        return (_note(entry, entry.body),)
    if isinstance(entry.body, r.Corrected):
        return (_correction(state, entry, entry.body),)
    if isinstance(entry.body, r.ReasonGiven):
        return (_reason(state, entry, entry.body),)
    told = _DIVIDERS.get(type(entry.body))
    found = told(state, entry, entry.body, now) if told else None
    if found is None:
        return ()
    icon, text = found
    return (FeedRow(entry.id, words.clock(entry.at), text, True, icon),)


def note_kind(body: r.NoteTaken) -> str:
    """ "Question"; what did not come across the table says how it came: "Gist, by e-mail"."""
    kind = words.of(words.SIGNS, body.sign).text
    if body.channel is Channel.TABLE:
        return kind
    how = words.of(words.CHANNELS, body.channel).text
    return f"{kind}, {how[:1].lower()}{how[1:]}"


def _note(entry: r.Entry, body: r.NoteTaken) -> FeedRow:
    kind = note_kind(body)
    side = str(body.side) if body.side else ""
    who = surname(body.who) or NAMES.get(side, "")
    return FeedRow(
        entry.id, words.clock(entry.at), body.text, side=side, who=who, sign=str(body.sign), kind=kind, place=body.place
    )


def _reason(state: Negotiation, entry: r.Entry, body: r.ReasonGiven) -> FeedRow:
    """A reason is a sentence of ours, to be read whole: it stands like a note, not on a divider's one line."""
    side = str(state.we)
    kind = f"Our reason at {body.label}"
    return FeedRow(entry.id, words.clock(entry.at), body.reason, side=side, who=NAMES[side], sign="reason", kind=kind)


def _correction(state: Negotiation, entry: r.Entry, body: r.Corrected) -> FeedRow:
    target = state.entries.get(body.target)
    place = getattr(target.body, "place", "") if target else ""
    number = state.number(body.target)
    typo = body.code == "typo"
    reason = "" if typo or body.reason in body.text else f" {body.reason}."
    kind = "Mended" if typo else f"Corrects {number}"
    author = surname(body.author) or body.author
    side = side_of(state, body.author)
    return FeedRow(
        entry.id,
        words.clock(entry.at),
        body.text + reason,
        side=side,
        who=author,
        sign="correction",
        kind=kind,
        place=place,
    )


def side_of(state: Negotiation, name: str) -> str:
    """The party somebody sits with; ours where the roster does not know them, since they write in our book."""
    for team in state.teams.values():
        if any(person.name == name for person in team.people):
            return str(team.party)
    return str(state.we)


def side_word(state: Negotiation, party: Any) -> str:
    """ "us" or "them"; other parties by what they are."""
    if party is state.we:
        return "us"
    return "them" if party is state.them else NAMES.get(str(party), str(party)).lower()


def _caucus(state: Negotiation, entry: r.Entry, body: Any, now: datetime) -> tuple[str, str]:
    session = state.sessions.get(state.session_of.get(entry.id, -1))
    caucus = next((c for c in (session.caucuses if session else ()) if c.out == entry.at and c.by is body.by), None)
    if caucus is not None and caucus.back is not None:
        length = words.duration(int((caucus.back - caucus.out).total_seconds() // 60))
    else:
        length = f"promised back {body.promised_back}" if body.promised_back else "still out"
    return "door-open", f"Caucus, {side_word(state, body.by)} · {length}"


def _passed(state: Negotiation, entry: r.Entry, body: Any, now: datetime) -> tuple[str, str]:
    verb = "passed" if body.party is state.we else "received" if body.party is state.them else "written"
    return (
        "send" if body.party is state.we else "inbox"
    ), f"{body.label} {verb} on {article_word(state, body.article)}"


def _about(state: Negotiation, body: Any) -> str:
    return body.package or f"{body.label} on {article_word(state, body.article)}"


def _articles(state: Negotiation, keys: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(article_word(state, key) for key in keys))


_Told = Callable[[Negotiation, r.Entry, Any, datetime], tuple[str, str] | None]
_DIVIDERS: dict[type[Any], _Told] = {
    r.TextPassed: _passed,
    r.CaucusCalled: _caucus,
    r.TextPrepared: lambda s, e, b, n: ("file-text", f"{b.label} prepared on {article_word(s, b.article)}"),
    r.PreparedVoided: lambda s, e, b, n: ("ban", "A prepared text was voided"),
    r.PackageOffered: lambda s, e, b, n: (
        "package",
        f"{b.label} offered: {_articles(s, (m.article for m in b.members))}",
    ),
    r.PassWithdrawn: lambda s, e, b, n: ("undo-2", f"{_about(s, b)} withdrawn"),
    r.PassRejected: lambda s, e, b, n: ("ban", f"{_about(s, b)} rejected"),
    r.ArticleHeld: lambda s, e, b, n: ("circle-pause", f"{article_word(s, b.article)} held"),
    r.ArticleDeferred: lambda s, e, b, n: ("clock", f"{article_word(s, b.article)} deferred to {b.to}"),
    r.ArticleResumed: lambda s, e, b, n: ("rotate-ccw", f"{article_word(s, b.article)} taken up again"),
    r.Agreed: lambda s, e, b, n: ("circle-check", f"{b.label} signed"),
    r.AgreementReopened: lambda s, e, b, n: ("lock-open", f"{b.agreement} reopened"),
    r.AllAgreed: lambda s, e, b, n: ("badge-check", "Total TA"),
    r.PaperReceived: lambda s, e, b, n: ("paperclip", f"{paper_name(b.name)} {'refused' if b.refused else 'received'}"),
    r.InformationRequested: lambda s, e, b, n: ("message-circle-question-mark", f"{b.label} asked"),
    r.InformationGiven: lambda s, e, b, n: ("reply", f"{b.label} answered"),
    r.PromiseKept: lambda s, e, b, n: ("hand", "A promise was kept"),
    r.SignatureAdded: lambda s, e, b, n: (
        "circle-check",
        f"{b.agreement or 'The agreement'} signed by {b.signature.name}",
    ),
    r.ScanAttached: lambda s, e, b, n: ("paperclip", f"The signed {b.agreement or 'agreement'} kept"),
    r.ConformingAgreed: lambda s, e, b, n: ("circle-check", f"{b.label} initialled"),
    r.TextDisputed: lambda s, e, b, n: ("circle-alert", f"The words of {b.agreement} disputed"),
    r.DisputeSettled: lambda s, e, b, n: ("circle-check", f"The words of {b.agreement} settled"),
}


def private_rows(notes: Sequence[Any], since: datetime | None) -> tuple[FeedRow, ...]:
    """Our own notes of this caucus (or all, without a moment) as rows."""
    kept = [note for note in notes if since is None or note.at >= since]
    return tuple(
        FeedRow(f"plan:{n.id}", words.clock(n.at), n.text, who=surname(n.who), place=n.place, private=True)
        for n in kept
    )


class FeedModel(QAbstractListModel):
    """The rows. What is already there stays; new rows are added at the end, so that scrolling stays calm."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[FeedRow, ...] = ()

    def apply(self, rows: Sequence[FeedRow]) -> None:
        """Show these rows."""
        rows = tuple(rows)
        old = self.rows
        if rows == old:
            return
        if rows[: len(old)] == old:
            self.beginInsertRows(QModelIndex(), len(old), len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its words, its sentence."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole and row.divider:
            return row.text  # a divider has one line, and a long one is cut at its end
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
