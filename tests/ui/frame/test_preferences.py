"""Choices are kept, only where they differ, and a broken file never stops a start."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tablebook.preferences import FILE, SETTINGS, Preferences, RecentBook


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    kept["theme"] = "dark"
    kept["text_scale"] = 1.5
    kept["text_scale"] = 1.0
    assert json.loads((tmp_path / FILE).read_text("utf-8")) == {"theme": "dark"}
    assert Preferences(tmp_path)["theme"] == "dark"
    assert Preferences(tmp_path)["text_scale"] == 1.0


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"theme": 7, "text_scale": "big", "unknown": 1}', '{"recent": [3, {}]}']
)
def test_a_broken_file_counts_as_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    kept = Preferences(tmp_path)
    assert {setting.key: kept[setting.key] for setting in SETTINGS if setting.kind != "hidden"} == {
        setting.key: setting.default for setting in SETTINGS if setting.kind != "hidden"
    }
    assert kept.recent() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="a file in the place of the folder stands for one without rights")
def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("in the way", "utf-8")
    kept = Preferences(tmp_path / "folder")
    kept["theme"] = "dark"
    assert kept["theme"] == "dark"


def test_recent_books_are_few_and_the_last_comes_first(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    for number in range(12):
        kept.remember(RecentBook(f"/books/{number}.tablebook", f"Book {number}"))
    kept.remember(RecentBook("/books/7.tablebook", "Book 7"))
    again = Preferences(tmp_path).recent()
    assert [book.title for book in again[:3]] == ["Book 7", "Book 11", "Book 10"]
    assert len(again) == 8


def test_a_change_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    kept = Preferences(tmp_path)
    kept.on_change(told.append)
    kept["paper"] = "a4"
    kept["paper"] = "a4"
    assert told == ["paper"]
