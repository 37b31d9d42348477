"""Where the system's file dialogs open: the person's documents, then the folder used last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from tablebook.ui.folders import ask_file, ask_folder, ask_target, start_folder
from tests.ui.frame.conftest import Table


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of documents of its own."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(folder))
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], list[str]]:
    """Let every dialog answer with this path; gives where they opened."""

    def answer(path: Path | None) -> list[str]:
        starts: list[str] = []

        def choose(_over: QWidget, _title: str, start: str, *_: Any) -> tuple[str, str]:
            starts.append(start)
            return (str(path) if path else ""), ""

        monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: choose(*given)[0])
        return starts

    return answer


def test_the_documents_first_then_the_folder_used_last(
    table: Table, documents: Path, asked: Callable[[Path | None], list[str]], tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    inside = QWidget(QWidget(table.window))
    starts = asked(stick / "theirs.pdf")
    assert ask_file(inside, "Theirs", "PDF (*.pdf)") == stick / "theirs.pdf"
    assert ask_target(inside, "Save", "ours.pdf", "PDF (*.pdf)", ".pdf") == stick / "theirs.pdf"
    assert starts == [str(documents), str(stick / "ours.pdf")]
    asked(None)
    assert ask_folder(inside, "Copy to") is None
    assert start_folder(inside) == str(stick), "what was not chosen is not remembered"
    (tmp_path / "pulled").mkdir()
    stick.rename(tmp_path / "gone")
    assert start_folder(inside) == str(documents), "the stick was pulled out"


def test_a_name_without_its_suffix_gets_it(
    table: Table, documents: Path, asked: Callable[[Path | None], list[str]]
) -> None:
    asked(documents / "Art. 12 of 9 March")
    made = ask_target(table.window, "Save", "ours.pdf", "PDF (*.pdf)", ".pdf")
    assert made == documents / "Art. 12 of 9 March.pdf"


def test_every_act_that_asks_for_a_file_begins_there(
    table: Table, documents: Path, asked: Callable[[Path | None], list[str]]
) -> None:
    starts = asked(None)
    table.window.acts.run("new")
    table.window.acts.run("copy")
    assert starts == [str(documents)] * 2
