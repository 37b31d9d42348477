"""Corrections of an outline are kept by the file they were made to, privately, and not for ever."""

from __future__ import annotations

import json
import os
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tablebook.documents.contract.corrections import Correction
from tablebook.jobs import keep_corrections
from tablebook.jobs.keep_corrections import KeptCorrections, digest_of

NOW = datetime(2027, 2, 2, 9, tzinfo=UTC)
STEPS = (
    Correction("Rename", "rename", (2, "Leave – “paid”"), 2),
    Correction("Mark", "mark", (3, "appendix"), 3),
    Correction("Leave as it is", "leave", ("section-gap", "Section F comes after a gap."), 0),
)


def kept(folder: Path, digest: str = "a" * 64, name: str = "c.pdf") -> KeptCorrections:
    return KeptCorrections(digest, name, folder)


def test_what_was_kept_is_there_for_the_same_file_alone(tmp_path: Path) -> None:
    kept(tmp_path).keep(STEPS, "reading", NOW)
    found = kept(tmp_path).recall()
    assert found is not None
    assert (found.steps, found.reading, found.when, found.name) == (STEPS, "reading", NOW, "c.pdf")
    assert kept(tmp_path, "b" * 64).recall() is None


def test_another_edition_under_the_same_name_is_known_but_not_taken_for_it(tmp_path: Path) -> None:
    kept(tmp_path).keep(STEPS, "reading", NOW)
    kept(tmp_path, "c" * 64).keep(STEPS[:1], "reading", NOW + timedelta(days=1))
    other = kept(tmp_path, "b" * 64).earlier()
    assert other is not None
    assert other.steps == STEPS[:1], "the newest"
    assert kept(tmp_path, "b" * 64, "d.pdf").earlier() is None


def test_no_steps_and_a_made_book_leave_nothing_behind(tmp_path: Path) -> None:
    one = kept(tmp_path)
    one.keep(STEPS, "reading", NOW)
    one.keep((), "reading", NOW)
    assert list(tmp_path.iterdir()) == []
    one.keep(STEPS, "reading", NOW)
    one.forget()
    one.forget()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a person's folders apart by their owner")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    kept(tmp_path / "corrections").keep(STEPS, "reading", NOW)
    (file,) = (tmp_path / "corrections").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_what_is_old_or_too_many_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep_corrections, "MOST_FILES", 3)
    for days in range(5):
        kept(tmp_path, str(days) * 64).keep(STEPS, "reading", NOW - timedelta(days=days))
    kept(tmp_path).tidy(NOW)
    assert [path.name[0] for path in sorted(tmp_path.iterdir())] == ["0", "1", "2"]
    kept(tmp_path).tidy(NOW + keep_corrections.LONGEST - timedelta(hours=1))
    assert [path.name[0] for path in sorted(tmp_path.iterdir())] == ["0"]


def test_a_half_written_file_of_a_stopped_program_goes_with_time(tmp_path: Path) -> None:
    part = tmp_path / f"{'a' * 64}.1.part"
    part.write_text("{", "utf-8")
    assert kept(tmp_path).recall() is None
    os.utime(part, (NOW.timestamp(), NOW.timestamp()))
    kept(tmp_path).tidy(NOW)
    assert part.exists(), "it may be another window's that is being written"
    kept(tmp_path).tidy(NOW + keep_corrections.LONGEST + timedelta(days=1))
    assert not part.exists()


GOOD = {"format": 1, "name": "c", "when": NOW.isoformat(), "reading": "r", "steps": [["a", "leave", ["b", "c"], 0]]}


def test_a_file_as_it_should_be_is_read(tmp_path: Path) -> None:
    (tmp_path / f"{'a' * 64}.json").write_text(json.dumps(GOOD), "utf-8")
    assert kept(tmp_path).recall() is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        json.dumps({**GOOD, "format": 2}),
        json.dumps({**GOOD, "when": "yesterday"}),
        json.dumps({**GOOD, "steps": []}),
        json.dumps({**GOOD, "steps": [["a", "exec", [], 0]]}),
        json.dumps({**GOOD, "steps": [["a", "leave", [[]], 0]]}),
        json.dumps({**GOOD, "steps": 7}),
    ],
)
def test_a_file_that_is_not_ours_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / f"{'a' * 64}.json").write_text(text, "utf-8")
    assert kept(tmp_path).recall() is None
    assert kept(tmp_path, "b" * 64, "c").earlier() is None


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    with pytest.raises(OSError, match="taken"):
        kept(tmp_path / "taken").keep(STEPS, "reading", NOW)


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes(b"abc")
    assert digest_of(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest_of(tmp_path / "none") == ""
    without = KeptCorrections("", "none", tmp_path)
    without.keep(STEPS, "reading", NOW)
    assert without.recall() is None
    assert [one.name for one in tmp_path.iterdir()] == ["c.txt"]
