"""Texts being drafted, with their steps back and forward, which survive a restart."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from tablebook.book.access import Access
from tablebook.book.chain import canonical, microseconds, offset_minutes, stored_time
from tablebook.book.connection import Db
from tablebook.domain.dataclass import dataclass
from tablebook.domain.plain import from_plain, to_plain
from tablebook.domain.text import Block

MOST_STEPS = 200
"""Steps kept per article and way; the oldest is forgotten first."""

_UNDO, _REDO = "undo", "redo"


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """The text being drafted for an article. ``base`` is the label of the pass it started from, "" for the contract."""

    article: str
    blocks: tuple[Block, ...]
    base: str
    updated: datetime
    can_undo: bool = False
    can_redo: bool = False


class Drafts:
    """The drafts of one book, one per article."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def draft(self, article: str) -> PlanDraft | None:
        """The article's draft, or None where nothing is being drafted."""
        with self._access.reading() as db:
            return self._read(db, article)

    def drafts(self) -> tuple[PlanDraft, ...]:
        """Every draft, the last touched first."""
        with self._access.reading() as db:
            rows = db.execute(
                "SELECT article FROM plan_draft WHERE book = ? ORDER BY updated_us DESC, article", (self._access.book,)
            ).fetchall()
            found = (self._read(db, article) for (article,) in rows)
            return tuple(draft for draft in found if draft)

    def save_draft(self, article: str, blocks: Iterable[Block], base: str = "", *, step: bool = False) -> PlanDraft:
        """Keep the text as it is now. With ``step``, the text before it becomes one step back, and the steps forward
        are forgotten."""
        text = canonical([to_plain(block) for block in blocks]).decode()
        with self._access.writing() as db:
            if step and (before := self._stored(db, article)) and before != (text, base):
                self._forget(db, article, _REDO)
                self._push(db, article, _UNDO, before)
            self._store(db, article, text, base)
            saved = self._read(db, article)
        assert saved is not None
        return saved

    def undo(self, article: str) -> PlanDraft | None:
        """One step back; None where there is none."""
        return self._move(article, _UNDO, _REDO)

    def redo(self, article: str) -> PlanDraft | None:
        """One step forward; None where there is none."""
        return self._move(article, _REDO, _UNDO)

    def discard_draft(self, article: str) -> None:
        """Take the draft and its steps away."""
        with self._access.writing() as db:
            db.execute("DELETE FROM plan_draft WHERE book = ? AND article = ?", (self._access.book, article))
            self._forget(db, article, _UNDO)
            self._forget(db, article, _REDO)

    def _move(self, article: str, taken: str, given: str) -> PlanDraft | None:
        with self._access.writing() as db:
            key = (self._access.book, article, taken)
            row = db.execute(
                "SELECT depth, blocks, base FROM plan_step WHERE book = ? AND article = ? AND way = ?"
                " ORDER BY depth DESC LIMIT 1",
                key,
            ).fetchone()
            now = self._stored(db, article)
            if row is None or now is None:
                return None
            depth, blocks, base = row
            db.execute("DELETE FROM plan_step WHERE book = ? AND article = ? AND way = ? AND depth = ?", (*key, depth))
            self._push(db, article, given, now)
            self._store(db, article, blocks, base)
            return self._read(db, article)

    def _read(self, db: Db, article: str) -> PlanDraft | None:
        key = (self._access.book, article)
        row = db.execute(
            "SELECT blocks, base, updated_us, updated_offset_min,"
            " EXISTS (SELECT 1 FROM plan_step s WHERE s.book = d.book AND s.article = d.article AND way = 'undo'),"
            " EXISTS (SELECT 1 FROM plan_step s WHERE s.book = d.book AND s.article = d.article AND way = 'redo')"
            " FROM plan_draft d WHERE book = ? AND article = ?",
            key,
        ).fetchone()
        if row is None:
            return None
        blocks = tuple(from_plain(Block, plain) for plain in json.loads(row[0]))
        return PlanDraft(article, blocks, row[1], stored_time(row[2], row[3]), bool(row[4]), bool(row[5]))

    def _stored(self, db: Db, article: str) -> tuple[str, str] | None:
        row = db.execute(
            "SELECT blocks, base FROM plan_draft WHERE book = ? AND article = ?", (self._access.book, article)
        ).fetchone()
        return None if row is None else (row[0], row[1])

    def _store(self, db: Db, article: str, blocks: str, base: str) -> None:
        now = self._access.clock.now()
        db.execute(
            "INSERT INTO plan_draft (book, article, blocks, base, updated_us, updated_offset_min)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (book, article) DO UPDATE SET blocks = excluded.blocks,"
            " base = excluded.base, updated_us = excluded.updated_us, updated_offset_min = excluded.updated_offset_min",
            (self._access.book, article, blocks, base, microseconds(now), offset_minutes(now)),
        )

    def _push(self, db: Db, article: str, way: str, text: tuple[str, str]) -> None:
        key = (self._access.book, article, way)
        (top,) = db.execute(
            "SELECT coalesce(max(depth), 0) FROM plan_step WHERE book = ? AND article = ? AND way = ?", key
        ).fetchone()
        db.execute(
            "INSERT INTO plan_step (book, article, way, depth, blocks, base) VALUES (?, ?, ?, ?, ?, ?)",
            (*key, top + 1, *text),
        )
        db.execute(
            "DELETE FROM plan_step WHERE book = ? AND article = ? AND way = ? AND depth <= ?",
            (*key, top + 1 - MOST_STEPS),
        )

    def _forget(self, db: Db, article: str, way: str) -> None:
        db.execute(
            "DELETE FROM plan_step WHERE book = ? AND article = ? AND way = ?", (self._access.book, article, way)
        )
