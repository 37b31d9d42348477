"""The one door to a negotiation: everything that reads or writes it goes through :class:`Book`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

from tablebook.book import backup, entries, opening, search
from tablebook.book.access import Access
from tablebook.book.chain import Moment, Sealed, genesis, record_fingerprint, seal
from tablebook.book.connection import value_of
from tablebook.book.faults import spoken
from tablebook.book.making import make_file
from tablebook.book.places import warnings_for
from tablebook.book.plan import Plan
from tablebook.book.plan_search import find_in_plan
from tablebook.book.reader import Reader
from tablebook.book.verification import Verification, verify_rows
from tablebook.clock import Clock
from tablebook.domain import fold, rules
from tablebook.domain.codes import Party
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import BookMade, Draft, Entry
from tablebook.errors import StorageError, UserError
from tablebook.ids import Ids


class Book:
    """One negotiation's file, open. Used by one thread at a time; what it gives out may go to any thread.

    ``path`` is where it lies and ``warnings`` what a person should know about that place; ``origin`` is whose chain is
    written, ``clock`` what tells the time; ``negotiation`` is what the Record says now, ``entries`` the Record in its
    one order, ``plan`` what is ours alone. ``read_only_reason`` is a sentence where the book may not be written, else
    empty.
    """

    def __init__(self, path: Path, opened: opening.Opened, clock: Clock, ids: Ids, origin: str) -> None:
        self.path, self.origin = path, origin
        self.clock, self._ids, self._lock = clock, ids, opened.lock
        self.read_only_reason = opened.reason
        with entries.no_collection():
            with spoken(path):
                self._id = entries.book_id(opened.db, path)
                found = entries.read_all(opened.db, self._id, path)
            self.negotiation: Negotiation = fold.fold(found)
        self._access = Access(opened.db, self._id, path, clock, ids, opened.reason)
        self.entries: list[Entry] = list(self.negotiation.entries.values())
        self._latest = max((entry.recorded for entry in self.entries), default=None)
        self._several = len({entry.chain for entry in self.entries} | {origin}) > 1
        self.plan = Plan(self._access)
        self.warnings: tuple[str, ...] = warnings_for(path)
        self._keep_search()

    # Opening and closing

    @classmethod
    def create(
        cls, path: Path, made: BookMade, clock: Clock, ids: Ids, source_file: bytes | None = None, *, origin: str
    ) -> Book:
        """Make a new book and open it. A failure leaves nothing behind, and no file is ever replaced."""
        refuse(rules.refusals(Negotiation(), Draft(made)))
        make_file(path, made, clock, ids, origin, source_file)
        return cls.open(path, clock, ids, origin=origin)

    @classmethod
    def open(cls, path: Path, clock: Clock, ids: Ids, *, origin: str, read_only: bool = False) -> Book:
        """Open a book. Where it may not be written, it opens for reading and ``read_only_reason`` says why."""
        opened = opening.open_file(path, clock.now(), read_only)
        try:
            return cls(path, opened, clock, ids, origin)
        except BaseException:
            opened.db.close()
            if opened.lock:
                opened.lock.release()
            raise

    @property
    def read_only(self) -> bool:
        """Whether the book is open for reading only."""
        return bool(self.read_only_reason)

    def close(self) -> None:
        """Close the file and give the right to write back. Closing twice does nothing more."""
        self._access.db.close()
        if self._lock:
            self._lock.release()
            self._lock = None
        elif self.read_only_reason:
            opening.tidy(self.path)

    def __enter__(self) -> Book:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # The Record

    @property
    def we(self) -> Party:
        """The side that owns the book."""
        return self.negotiation.we

    @property
    def fingerprint(self) -> str:
        """What stands for the whole Record, for a paper's foot. Not a proof: that is :meth:`verify`."""
        heads = {entry.chain: entry for entry in sorted(self.entries, key=lambda entry: entry.seq)}
        return record_fingerprint((chain, head.seq, head.hash) for chain, head in heads.items())

    def record(self, drafts: Sequence[Draft], attachments: Mapping[str, bytes] | None = None) -> tuple[Entry, ...]:
        """Append entries, all or none, and give them back once they are on the disk.

        UserError with the rule's sentence where one is not allowed; StorageError where the disk failed. In both cases
        nothing has changed. ``attachments`` are the files that the entries name, by SHA-256 (hex).
        """
        self._access.refuse_if_read_only()
        after = self.negotiation.clone()
        moment = Moment(self.clock.now(), self.clock.monotonic_ns())
        given = attachments or {}
        with self._access.writing() as db:
            seq, prev = self._head()
            sealed: list[Sealed] = []
            made: list[Entry] = []
            for draft in drafts:
                refuse(rules.refusals(after, draft))
                self._refuse_missing_files(draft, given)
                one, entry = seal(draft, self.origin, seq + 1, prev, self._ids.salt(), moment)
                fold.apply(after, entry)
                seq, prev = one.seq, one.hash
                sealed.append(one)
                made.append(entry)
            refuse(rules.whole_packages(after))
            entries.attach(db, self._id, given)
            entries.append(db, self._id, sealed, made)
        self._take(after, made)
        return tuple(made)

    def _head(self) -> tuple[int, str]:
        """The last entry of our chain as the file has it; it must be the one we know."""
        row = self._access.db.execute(entries.HEAD, (self._id, self.origin)).fetchone()
        seq, digest = row or (0, genesis(self._id))
        known = next((entry for entry in reversed(self.entries) if entry.chain == self.origin), None)
        if (known.seq if known else 0) != seq:
            raise StorageError(
                "The file was changed by something else while it was open.",
                "It does not end where this window's record ends. This step was not recorded.",
                "Close the book and open it again.",
            )
        return seq, digest

    def _refuse_missing_files(self, draft: Draft, given: Mapping[str, bytes]) -> None:
        for file in entries.attachments_in(draft.body):
            if file.digest not in given and not entries.has_attachment(self._access.db, self._id, file.digest):
                raise ValueError(f"the entry names the file {file.name}, whose bytes were not given")

    def _take(self, after: Negotiation, made: Sequence[Entry]) -> None:
        """Show what is on the disk now. Where the clock stands behind another origin's, the order is found anew."""
        behind = self._several and made and self._latest is not None and made[0].recorded <= self._latest
        if behind:
            self.negotiation = fold.fold((*self.entries, *made))
            self.entries = list(self.negotiation.entries.values())
        else:
            self.negotiation = after
            self.entries.extend(made)
        self._latest = max((self._latest, *(entry.recorded for entry in made)), default=None, key=_time)

    def attachment(self, digest: str) -> bytes:
        """A kept file, byte for byte. KeyError where there is none under this SHA-256."""
        with self._access.reading() as db:
            content = entries.attached(db, self._id, digest)
        if content is None:
            raise KeyError(digest)
        return content

    def verify(self, against: str | None = None) -> Verification:
        """Prove the Record whole, from the file. ``against`` is a fingerprint noted earlier, or its first digits."""
        return verify_rows(self._access.db, self._id, self.path, against)

    # Finding, keeping

    def search(self, text: str, limit: int = 50, *, include_plan: bool = False) -> tuple[search.SearchHit, ...]:
        """Where these words stand in the Record, best first; what is ours alone comes first where it is included."""
        with self._access.reading() as db:
            private = find_in_plan(self.plan, text, limit) if include_plan else ()
            return (*private, *search.find(db, self._id, text, limit))[:limit]

    def reader(self) -> Reader:
        """A second connection that only reads, for searching in another thread. The caller closes it."""
        db = opening.read(self.path)
        if self._search_aside:
            search.rebuild(db, self.entries, "temp.")
        return Reader(self.path, db, self._id)

    def backup(self, folder: Path) -> Path:
        """Copy the whole book, the Plan included, into a folder; the copy is proved before it gets its name."""
        return backup.copy_to(self._access.db, self.path, folder, self.clock.now())

    def rest(self) -> None:
        """Bring what was recorded into the main file. Called when nobody types; it never waits for a reader."""
        if not self.read_only:
            with self._access.reading() as db:
                value_of(db, "wal_checkpoint(PASSIVE)")

    def _keep_search(self) -> None:
        with self._access.reading() as db:
            stale = not search.matches(db, self.entries)
            self._search_aside = stale and self.read_only
            if stale:
                search.rebuild(db, self.entries, "temp." if self.read_only else "")


def refuse(refusals: Sequence[rules.Refusal]) -> None:
    """Raise the first refusal as the sentence it is."""
    for refusal in refusals:
        raise UserError(refusal.what, refusal.why, refusal.todo)


def _time(moment: datetime | None) -> float:
    return moment.timestamp() if moment else float("-inf")


def verify_file(path: Path, against: str | None = None) -> Verification:
    """Prove a book's Record whole without opening the book: nothing is folded, and nothing is written."""
    opening.look_at(path)
    db = opening.read(path)
    try:
        with spoken(path):
            return verify_rows(db, entries.book_id(db, path), path, against)
    finally:
        db.close()
        opening.tidy(path)
