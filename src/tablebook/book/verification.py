"""The proof that a Record is whole: every header, every link, every body and every attachment, from the file itself.

It reads rows and never folds, so it also works on a book that can no longer be opened.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import islice, product
from math import prod
from pathlib import Path
from typing import Any

from tablebook.book.chain import body_digest, genesis, header_hash, record_fingerprint
from tablebook.book.connection import Db, DriverError
from tablebook.book.faults import damaged
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import short_code

_ROWS = """
SELECT CAST(chain AS TEXT), seq, hash, CAST(header AS BLOB), salt, CAST(body AS BLOB) FROM entry WHERE book = ?
ORDER BY chain, seq
"""
_CHUNK = 1 << 20
_LEAST_DIGITS = 8
_MOST_MOMENTS = 600_000
"""How many moments of a joined Record are tried: about three seconds of hashing, two chains of 770 entries each."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was recorded. ``entry`` is empty where it is not about one entry."""

    code: str
    entry: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What the proof found. ``fingerprint`` stands for the whole Record; ``short`` is its form read aloud."""

    ok: bool
    entries: int
    withheld: int
    fingerprint: str
    problems: tuple[Problem, ...]

    @property
    def short(self) -> str:
        """The two groups of four that are printed and read aloud."""
        return short_code(self.fingerprint)


@dataclass(slots=True)
class _Walk:
    """Where the walk over the chains is."""

    entries: int = 0
    withheld: int = 0
    heads: dict[str, tuple[int, str]] = field(default_factory=dict)


def verify_rows(db: Db, book: str, path: Path, against: str | None = None) -> Verification:
    """Walk all chains of an open file. ``against`` is a fingerprint noted earlier, whole or its first digits."""
    walk = _Walk()
    problems: list[Problem] = []
    for part in (_file(db), _chains(db, book, walk), _attachments(db, book)):
        try:
            problems.extend(part)
        except DriverError as error:
            # What could be read up to here counts, and the other parts are still looked at.
            problems.append(Problem("damaged", "", f"{damaged(path).what} The storage says: {error}."))
    fingerprint = _fingerprint(walk.heads)
    if against is not None:
        problems += _against(db, book, against, fingerprint)
    return Verification(not problems, walk.entries, walk.withheld, fingerprint, tuple(problems))


def _fingerprint(heads: dict[str, tuple[int, str]]) -> str:
    return record_fingerprint((chain, seq, digest) for chain, (seq, digest) in heads.items())


def _file(db: Db) -> Iterator[Problem]:
    for (finding,) in db.execute("PRAGMA quick_check(20)"):
        if finding != "ok":
            yield Problem("damaged", "", f"The file is damaged: {finding}.")


def _chains(db: Db, book: str, walk: _Walk) -> Iterator[Problem]:
    for chain, seq, digest, header, salt, body in db.execute(_ROWS, (book,)):
        walk.entries += 1
        walk.withheld += body is None
        before = walk.heads.get(chain, (0, genesis(book)))
        yield from _entry(f"{chain}:{seq}", (chain, seq), before, digest, header, salt, body)
        # What the header really says goes into the fingerprint, not what a column claims.
        walk.heads[chain] = (seq, header_hash(header or b""))


def _entry(
    name: str,
    place: tuple[str, int],
    before: tuple[int, str],
    digest: Any,
    header: bytes | None,
    salt: Any,
    body: bytes | None,
) -> Iterator[Problem]:
    seq = place[1]
    if seq != before[0] + 1:
        yield Problem("gap", name, f"Between entry {before[0]} and entry {seq} of this chain something is missing.")
    try:
        head = json.loads(header or b"")
        said = {key: head[key] for key in ("chain", "seq", "prev", "body_digest")}
    except (ValueError, KeyError, TypeError):
        yield Problem("header", name, f"The header of entry {name} cannot be read.")
        return
    if header_hash(header or b"") != digest:
        yield Problem("header", name, f"The header of entry {name} was changed after it was recorded.")
    if (said["chain"], said["seq"]) != place:
        yield Problem("header", name, f"Entry {name} stands in another's place.")
    if said["prev"] != before[1] and seq == before[0] + 1:
        yield Problem("link", name, f"Entry {name} does not follow from the entry before it: one of them was changed.")
    if body is not None and (not isinstance(salt, bytes) or body_digest(salt, body) != said["body_digest"]):
        yield Problem("body", name, f"The words of entry {name} were changed after they were recorded.")


def _attachments(db: Db, book: str) -> Iterator[Problem]:
    rows = db.execute("SELECT rowid, CAST(digest AS TEXT) FROM attachment WHERE book = ?", (book,)).fetchall()
    kept = set()
    for row, digest in rows:
        kept.add(digest)
        if _blob_digest(db, row) != digest:
            yield Problem("attachment", "", f"The attached file {digest[:8]} was changed after it was recorded.")
    for name, digest in _named_files(db, book):
        if digest not in kept:
            yield Problem("attachment", name, f"The file that entry {name} names is missing.")


def _blob_digest(db: Db, row: int) -> str:
    """Piece by piece: a scan of 200 MB need not be held in memory."""
    digest = hashlib.sha256()
    (size,) = db.execute("SELECT length(CAST(content AS BLOB)) FROM attachment WHERE rowid = ?", (row,)).fetchone()
    for start in range(1, size + 1, _CHUNK):
        (piece,) = db.execute(
            "SELECT substr(CAST(content AS BLOB), ?, ?) FROM attachment WHERE rowid = ?", (start, _CHUNK, row)
        ).fetchone()
        digest.update(piece)
    return digest.hexdigest()


def _named_files(db: Db, book: str) -> Iterator[tuple[str, str]]:
    rows = db.execute(
        "SELECT chain || ':' || seq, CAST(body AS BLOB) FROM entry WHERE book = ? AND body LIKE '%\"digest\":%'",
        (book,),
    )
    for name, body in rows:
        try:
            said = json.loads(body)
            files = [said.get(field) for field in ("file", "scan", "source")]
        except (ValueError, AttributeError):
            continue
        yield from ((name, str(one["digest"])) for one in files if isinstance(one, dict) and "digest" in one)


def _against(db: Db, book: str, against: str, now: str) -> list[Problem]:
    """Whether the noted fingerprint is that of the Record now, or of any earlier moment of it.

    Entries are taken in the order they came into this file, so a Record that has only grown still knows every
    fingerprint it ever had; one that lost its end, or was written anew, does not. Of a joined Record also the moments
    on the other laptops count.
    """
    wanted = "".join(against.split()).lower()
    if len(wanted) < _LEAST_DIGITS or set(wanted) - set("0123456789abcdef"):
        return [Problem("against", "", f"“{against}” is no fingerprint: that has 8 digits or more, 0 to 9 and A to F.")]
    if now.startswith(wanted):
        return []
    heads: dict[str, tuple[int, str]] = {}
    chains: dict[str, list[tuple[int, str]]] = {}
    try:
        for chain, seq, header in db.execute(
            "SELECT CAST(chain AS TEXT), seq, CAST(header AS BLOB) FROM entry WHERE book = ? ORDER BY rowid", (book,)
        ):
            heads[chain] = (seq, header_hash(header or b""))
            chains.setdefault(chain, []).append(heads[chain])
            if _fingerprint(heads).startswith(wanted):
                return []
    except DriverError:
        pass
    if any(code.startswith(wanted) for code in _elsewhere(chains)):
        return []
    return [
        Problem(
            "against",
            "",
            "The Record does not contain what that fingerprint stands for: entries were taken away or written anew.",
        )
    ]


def _elsewhere(chains: dict[str, list[tuple[int, str]]]) -> Iterator[str]:
    """The fingerprints that a joined Record may have had on another laptop: any beginning of each chain beside any of
    the others. Where that were too many to try, only those with whole chains or none of them."""
    if len(chains) < 2:
        return
    lengths: list[Sequence[int]] = [range(len(links) + 1) for links in chains.values()]
    if prod(map(len, lengths)) > _MOST_MOMENTS:
        lengths = [(0, len(links)) for links in chains.values()]
    for counts in islice(product(*lengths), _MOST_MOMENTS):
        yield _fingerprint({chain: chains[chain][n - 1] for chain, n in zip(chains, counts, strict=True) if n})
