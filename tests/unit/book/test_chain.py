from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablebook.book.chain import (
    Moment,
    body_digest,
    canonical,
    genesis,
    microseconds,
    offset_minutes,
    read_entry,
    record_fingerprint,
    seal,
    stored_time,
)
from tablebook.domain.codes import Custody
from tablebook.domain.record import Draft, NoteTaken
from tablebook.errors import UserError
from tests.unit.book.story import MONDAY, ORIGIN, note

SALT = bytes(range(16))
MOMENT = Moment(MONDAY, 42)


def test_the_header_says_what_the_file_format_promises() -> None:
    sealed, _ = seal(note("28 is too many", "MR"), ORIGIN, 5, "ab" * 32, SALT, MOMENT)
    assert json.loads(sealed.header) == {
        "format": 1,
        "chain": ORIGIN,
        "seq": 5,
        "prev": "ab" * 32,
        "kind": "note-taken",
        "custody": "ours",
        "at_us": 1803913200000000,
        "at_offset_min": -360,
        "recorded_us": 1803913200000000,
        "recorded_offset_min": -360,
        "zone": "CST",
        "monotonic_ns": 42,
        "body_digest": hashlib.sha256(SALT + sealed.body).hexdigest() if sealed.body else "",
    }
    assert sealed.body == b'{"place":"7","text":"28 is too many","who":"MR"}'
    assert sealed.hash == hashlib.sha256(b"tablebook-entry-1\n" + sealed.header).hexdigest()


def test_what_is_stored_reads_back_as_the_entry_the_fold_was_given() -> None:
    draft = Draft(NoteTaken("§ 7.3 – “ñ” ½ 𝐀", "MR"), Custody.MEDIATION, MONDAY - timedelta(minutes=3))
    sealed, entry = seal(draft, ORIGIN, 2, genesis("b"), SALT, MOMENT)
    assert sealed.body is not None
    assert read_entry(sealed.hash, json.loads(sealed.header), json.loads(sealed.body)) == entry
    assert entry.at == MONDAY - timedelta(minutes=3)
    assert entry.recorded == MONDAY


def test_an_entry_whose_body_is_withheld_still_has_its_header() -> None:
    sealed, entry = seal(note("private"), ORIGIN, 2, genesis("b"), SALT, MOMENT)
    withheld = read_entry(sealed.hash, json.loads(sealed.header), None)
    assert withheld.body is None
    assert (withheld.id, withheld.kind, withheld.hash) == (entry.id, "note-taken", entry.hash)


def test_the_salt_keeps_equal_bodies_apart() -> None:
    assert body_digest(SALT, b"no") != body_digest(SALT[::-1], b"no")


@pytest.mark.parametrize("words", ["a\0b", "a\ud800b"])
def test_characters_that_cannot_be_kept_are_refused_in_a_sentence(words: str) -> None:
    with pytest.raises(UserError, match="cannot be kept"):
        canonical({"text": [words]})


def test_a_backslash_before_zeros_is_not_the_character_zero() -> None:
    assert json.loads(canonical("\\u0000")) == "\\u0000"


def test_nothing_of_the_plan_gets_into_the_record() -> None:
    with pytest.raises(ValueError, match="Plan"):
        seal(Draft(NoteTaken("our limit"), Custody.PLAN), ORIGIN, 2, genesis("b"), SALT, MOMENT)


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        microseconds(datetime(2027, 3, 1))  # noqa: DTZ001


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1)),  # noqa: DTZ001
    st.integers(-14 * 60, 14 * 60),
)
def test_a_moment_survives_being_stored(moment: datetime, offset: int) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=offset)))
    back = stored_time(microseconds(aware), offset_minutes(aware))
    assert back == aware
    assert back.utcoffset() == aware.utcoffset()


def test_the_fingerprint_does_not_depend_on_the_order_of_chains() -> None:
    heads = [("b", 3, "22"), ("a", 9, "11")]
    expected = hashlib.sha256(b"tablebook-record-1\na 9 11\nb 3 22\n").hexdigest()
    assert record_fingerprint(heads) == record_fingerprint(reversed(heads)) == expected


def test_each_book_begins_its_chains_elsewhere() -> None:
    assert genesis("one") != genesis("two")
    assert stored_time(0, 0) == datetime(1970, 1, 1, tzinfo=UTC)
