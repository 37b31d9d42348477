"""The packet's card: what is saved from it, which packets can be printed, and what is said of an old one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tablebook.domain.codes import Fate
from tablebook.jobs.ratify.send_back import send_back
from tests.ui.ratify.conftest import THIRD_PACKET, Office

At = Callable[..., Office]


def test_a_web_page_that_cannot_be_written_says_why(
    office: At, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = office(THIRD_PACKET)
    taken = tmp_path / "no folder"
    taken.write_text("a file")
    targets = [taken / "packet.html", tmp_path / "packet.html"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(targets.pop(0)), ""))
    faults: list[object] = []
    here.window.bridge.crashed.connect(faults.append)
    here.stage.ask("web")
    here.until(lambda: here.refused or faults)
    assert not faults
    assert "could not be saved as packet.html" in str(here.refused[0])
    assert "Choose another folder" in str(here.refused[0])
    here.stage.ask("web")
    here.until(lambda: "Saved packet.html." in here.said)
    assert (tmp_path / "packet.html").read_text("utf-8").startswith("<!")


def test_many_tas_that_changed_are_counted_and_all_are_named_behind_it(office: At) -> None:
    here = office(THIRD_PACKET)
    here.vote_against()
    here.act(send_back, "Members’ vote", "Class size", {}, others=Fate.FALLS)
    about = here.stage.packet.about
    assert "TAs changed since" in about.label.text()
    assert "TA 14.3" not in about.label.text()
    assert "TA 14.3" in about.toolTip()
    assert about.accessibleDescription() == about.toolTip()
