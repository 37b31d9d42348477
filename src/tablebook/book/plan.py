"""The Plan of a book: ours alone, freely edited, in tables apart from the Record. Each call is on disk when it
returns."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from tablebook.book.chain import canonical, microseconds, offset_minutes, stored_time
from tablebook.book.drafts import Drafts
from tablebook.domain.dataclass import dataclass
from tablebook.domain.plain import from_plain, to_plain

_NOTE_LINE = "note-line"


@dataclass(frozen=True, slots=True)
class Limit:
    """How far we go on one thing, in words: ("class size", "31 at most")."""

    name: str
    limit: str


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """Why we want it, how much, and how far we go, for one article."""

    article: str
    rationale: str = ""
    priority: str = ""
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class PrivateNote:
    """What was said among ourselves, in a caucus or between sessions."""

    id: str
    at: datetime
    text: str
    who: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """The half-typed note, and when its first key was pressed."""

    text: str = ""
    first_key_at: datetime | None = None


class Plan(Drafts):
    """What only our team may ever see: the drafts, and what is below."""

    # The half-typed note

    def note_line(self) -> NoteLine:
        """The note as it was left; empty where nothing was being typed."""
        kept = self.get(_NOTE_LINE) or {}
        at = kept.get("first_key_at")
        return NoteLine(kept.get("text", ""), datetime.fromisoformat(at) if at else None)

    def save_note_line(self, text: str, first_key_at: datetime | None = None) -> None:
        """Keep the half-typed note; an empty text forgets it."""
        at = first_key_at.isoformat() if first_key_at else None
        self.put(_NOTE_LINE, {"text": text, "first_key_at": at} if text else None)

    # What was said among ourselves

    def private_notes(self) -> tuple[PrivateNote, ...]:
        """Our own notes, oldest first."""
        with self._access.reading() as db:
            rows = db.execute(
                "SELECT id, at_us, at_offset_min, text, who, place FROM plan_note WHERE book = ? ORDER BY at_us, id",
                (self._access.book,),
            ).fetchall()
        return tuple(PrivateNote(row[0], stored_time(row[1], row[2]), *row[3:]) for row in rows)

    def add_private_note(self, at: datetime, who: str, text: str, place: str = "") -> PrivateNote:
        """Note something that stays among ourselves. ``at`` is the time of the first key."""
        note = PrivateNote(self._access.ids.new(), at, text, who, place)
        canonical([text, who, place])
        with self._access.writing() as db:
            db.execute(
                "INSERT INTO plan_note (book, id, at_us, at_offset_min, who, place, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (self._access.book, note.id, microseconds(at), offset_minutes(at), who, place, text),
            )
        return note

    def change_private_note(self, note: str, text: str) -> None:
        """Give the private note with this id other words."""
        canonical(text)
        with self._access.writing() as db:
            db.execute("UPDATE plan_note SET text = ? WHERE book = ? AND id = ?", (text, self._access.book, note))

    def remove_private_note(self, note: str) -> None:
        """Take the private note with this id away."""
        with self._access.writing() as db:
            db.execute("DELETE FROM plan_note WHERE book = ? AND id = ?", (self._access.book, note))

    # Why, how much, how far

    def article(self, article: str) -> ArticlePlan:
        """What is planned for an article; empty fields where nothing is."""
        with self._access.reading() as db:
            row = db.execute(
                "SELECT rationale, priority, limits FROM plan_article WHERE book = ? AND article = ?",
                (self._access.book, article),
            ).fetchone()
        return _article_plan(article, *row) if row else ArticlePlan(article)

    def articles(self) -> tuple[ArticlePlan, ...]:
        """Every article with something planned."""
        with self._access.reading() as db:
            rows = db.execute(
                "SELECT article, rationale, priority, limits FROM plan_article WHERE book = ? ORDER BY article",
                (self._access.book,),
            ).fetchall()
        return tuple(_article_plan(*row) for row in rows)

    def save_article(self, plan: ArticlePlan) -> None:
        """Keep what is planned for an article, in place of what was."""
        canonical(to_plain(plan))
        limits = canonical(to_plain(plan.limits)).decode()
        with self._access.writing() as db:
            db.execute(
                "INSERT INTO plan_article (book, article, rationale, priority, limits) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (book, article) DO UPDATE SET rationale = excluded.rationale,"
                " priority = excluded.priority, limits = excluded.limits",
                (self._access.book, plan.article, plan.rationale, plan.priority, limits),
            )

    # Anything else that belongs to this book alone

    def get(self, key: str) -> Any:
        """The JSON value under a key (a label style, the doubts of the reading), or None."""
        with self._access.reading() as db:
            row = db.execute(
                "SELECT value FROM plan_value WHERE book = ? AND key = ?", (self._access.book, key)
            ).fetchone()
        return json.loads(row[0]) if row else None

    def put(self, key: str, value: Any) -> None:
        """Keep a JSON value under a key; None takes it away."""
        text = canonical(value).decode()
        with self._access.writing() as db:
            if value is None:
                db.execute("DELETE FROM plan_value WHERE book = ? AND key = ?", (self._access.book, key))
                return
            db.execute(
                "INSERT INTO plan_value (book, key, value) VALUES (?, ?, ?)"
                " ON CONFLICT (book, key) DO UPDATE SET value = excluded.value",
                (self._access.book, key, text),
            )


def _article_plan(article: str, rationale: str, priority: str, limits: str) -> ArticlePlan:
    return ArticlePlan(article, rationale, priority, tuple(from_plain(Limit, limit) for limit in json.loads(limits)))
