from __future__ import annotations

from datetime import date, datetime, time

import pytest

from tablebook import paths
from tablebook.domain import codes
from tablebook.ui import words
from tablebook.ui.kit.chip import TONES

TODAY = date(2027, 3, 9)
TABLES = [words.STATES, words.SIGNS, words.CUSTODY, words.PASS_KINDS, words.FORMS, words.PASS_STATES, words.CHANNELS,
          words.PARTIES]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "code"),
    [(words.STATES, codes.State), (words.SIGNS, codes.Sign), (words.CUSTODY, codes.Custody),
     (words.PASS_KINDS, codes.PassKind), (words.FORMS, codes.Form), (words.PASS_STATES, codes.PassState),
     (words.CHANNELS, codes.Channel), (words.PARTIES, codes.Party)],
)  # fmt: skip
def test_every_stored_code_has_a_word(table: dict[str, words.Word], code: type[codes.State]) -> None:
    assert {one.value for one in code} <= set(table)


def test_every_icon_is_shipped_and_every_tone_known() -> None:
    folder = paths.resources() / "icons"
    for table in TABLES:
        for word in table.values():
            assert not word.icon or (folder / f"{word.icon}.svg").is_file(), word
            assert word.tone in TONES


def test_a_code_of_a_newer_book_is_shown_as_it_is() -> None:
    assert words.of(words.STATES, "sent-back").text == "Sent back"


@pytest.mark.parametrize(
    ("when", "shown"),
    [(date(2027, 3, 9), "Tue 9 Mar"), (date(2026, 11, 14), "Sat 14 Nov 2026")],
)
def test_days(when: date, shown: str) -> None:
    assert words.day(when, TODAY) == shown


def test_moments_counts_and_durations() -> None:
    assert words.clock(time(14, 2, 11)) == "14:02"
    assert words.clock(datetime(2027, 3, 9, 14, 2, 11), seconds=True) == "14:02:11"  # noqa: DTZ001
    assert words.moment(datetime(2027, 3, 9, 14, 2), TODAY) == "14:02"  # noqa: DTZ001
    assert words.moment(datetime(2027, 3, 2, 15, 20), TODAY) == "2 Mar 15:20"  # noqa: DTZ001
    assert [words.count(n, "change") for n in (0, 1, 5)] == ["0 changes", "1 change", "5 changes"]
    assert words.count(2, "copy", "copies") == "2 copies"
    assert [words.duration(n) for n in (0, 4, 60, 78)] == ["0 min", "4 min", "1 h", "1 h 18 min"]
