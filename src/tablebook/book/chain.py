"""The Record's chain: how an entry becomes exact bytes, what is hashed, and how bytes become an entry again.

``docs/file-format.md`` says the same in words, so that the record can be checked without this program.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from tablebook.clock import zone_name
from tablebook.domain.codes import Custody
from tablebook.domain.dataclass import dataclass
from tablebook.domain.plain import reader, to_plain
from tablebook.domain.record import KIND_OF, KINDS, Draft, Entry
from tablebook.domain.text import refuse_unstorable
from tablebook.errors import UserError

FORMAT = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MINUTE = timedelta(minutes=1)
_CUSTODY = {custody.value: custody for custody in Custody}


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry as it is stored: the exact header and body, the salt, and the header's hash."""

    chain: str
    seq: int
    hash: str
    header: bytes
    salt: bytes | None
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is recorded: the clock's time and its monotonic count."""

    now: datetime
    monotonic_ns: int


def canonical(value: Any) -> bytes:
    """JSON in one way only: sorted keys, no spaces, UTF-8. What no database and no paper can hold is refused."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    try:
        if "\\u0000" in text:
            _refuse_in(value)
        return text.encode("utf-8")
    except UnicodeEncodeError:
        _refuse_in(value)
        raise


def _refuse_in(value: Any) -> None:
    if isinstance(value, str):
        try:
            refuse_unstorable(value)
        except ValueError as error:
            raise UserError(
                "The text has a character that cannot be kept.", f"{error}.".capitalize(), "Take it out."
            ) from error
    elif isinstance(value, dict):
        for key, part in value.items():
            _refuse_in(key)
            _refuse_in(part)
    elif isinstance(value, list):
        for part in value:
            _refuse_in(part)


def genesis(book: str) -> str:
    """What the first entry of every chain of this book names as the one before it."""
    return hashlib.sha256(b"tablebook-book-1\n" + book.encode()).hexdigest()


def header_hash(header: bytes) -> str:
    """An entry's hash: over its header alone, so that it holds when the body is withheld."""
    return hashlib.sha256(b"tablebook-entry-1\n" + header).hexdigest()


def body_digest(salt: bytes, body: bytes) -> str:
    """What the header says of the body. The salt keeps a withheld short body from being guessed."""
    return hashlib.sha256(salt + body).hexdigest()


def seal(draft: Draft, chain: str, seq: int, prev: str, salt: bytes, moment: Moment) -> tuple[Sealed, Entry]:
    """The draft as it will be stored, and as the fold sees it. The custody Plan has no place in the Record."""
    if draft.custody is Custody.PLAN:
        raise ValueError("what belongs to the Plan is not recorded")
    at = draft.at or moment.now
    kind = KIND_OF[type(draft.body)]
    body = canonical(to_plain(draft.body))
    header = canonical(
        {
            "format": FORMAT,
            "chain": chain,
            "seq": seq,
            "prev": prev,
            "kind": kind,
            "custody": draft.custody.value,
            "at_us": microseconds(at),
            "at_offset_min": offset_minutes(at),
            "recorded_us": microseconds(moment.now),
            "recorded_offset_min": offset_minutes(moment.now),
            "zone": zone_name(moment.now),
            "monotonic_ns": moment.monotonic_ns,
            "body_digest": body_digest(salt, body),
        }
    )
    digest = header_hash(header)
    recorded = stored_time(microseconds(moment.now), offset_minutes(moment.now))
    happened = stored_time(microseconds(at), offset_minutes(at))
    entry = Entry(chain, seq, happened, recorded, draft.custody, kind, draft.body, digest)
    return Sealed(chain, seq, digest, header, salt, body), entry


def read_entry(digest: str, head: dict[str, Any], body: Any) -> Entry:
    """The entry that a parsed header and body say. KeyError, TypeError or ValueError where they say none."""
    kind = head["kind"]
    at_us, recorded_us = head["at_us"], head["recorded_us"]
    at = stored_time(at_us, head["at_offset_min"])
    same = at_us == recorded_us and head["at_offset_min"] == head["recorded_offset_min"]
    return Entry(
        head["chain"],
        head["seq"],
        at,
        at if same else stored_time(recorded_us, head["recorded_offset_min"]),
        _CUSTODY[head["custody"]],
        kind,
        None if body is None else _reader_of(kind)(body),
        digest,
    )


@functools.cache
def _reader_of(kind: str) -> Callable[[Any], Any]:
    cls: type = KINDS[kind]
    return reader(cls)


def record_fingerprint(heads: Iterable[tuple[str, int, str]]) -> str:
    """One code for the whole Record: SHA-256 over the last (chain, sequence, hash) of every chain, sorted."""
    lines = "".join(f"{chain} {seq} {digest}\n" for chain, seq, digest in sorted(heads))
    return hashlib.sha256(b"tablebook-record-1\n" + lines.encode()).hexdigest()


def microseconds(moment: datetime) -> int:
    """Microseconds of UTC since 1970. A moment without an offset is a fault of the caller."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no offset from UTC")
    return (moment - _EPOCH) // _MICROSECOND


def offset_minutes(moment: datetime) -> int:
    """The moment's offset from UTC, in whole minutes."""
    return (moment.utcoffset() or timedelta()) // _MINUTE


def stored_time(us: int, offset_min: int) -> datetime:
    """The inverse of :func:`microseconds` and :func:`offset_minutes`."""
    return _epoch_in(offset_min) + timedelta(microseconds=us)


@functools.cache
def _epoch_in(offset_min: int) -> datetime:
    return _EPOCH.astimezone(timezone(timedelta(minutes=offset_min)))
