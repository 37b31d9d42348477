"""The packet's card: what is saved from it, which packets can be printed, and what is said of an old one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tablebook.domain.codes import Fate
from tablebook.jobs.ratify.send_back import send_back
from tests.ui.ratify.conftest import FIRST_PACKET, THIRD_PACKET, TOTAL, Office

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


def test_the_preview_saves_the_web_page_in_spanish(office: At, tmp_path: Path) -> None:
    """By mouse and key there was the English page alone."""
    here = office(THIRD_PACKET)
    dialog = here.ask("preview")
    assert dialog.word.words == "Save as web page"
    dialog.paper.set_value("packet members es")
    dialog.paper.changed.emit("packet members es")
    assert (dialog.word.words, dialog.word.isEnabled()) == ("Save as web page", True)
    dialog.save_page_to(dialog.page, tmp_path / "paquete.html")
    here.until(lambda: "Saved as paquete.html." in here.said)
    words = (tmp_path / "paquete.html").read_text("utf-8")
    assert '<html lang="es">' in words
    assert "Acuerdo tentativo" in words


def test_what_is_no_packet_for_members_has_no_web_page(office: At) -> None:
    here = office(THIRD_PACKET)
    dialog = here.ask("preview")
    dialog.paper.set_value("packet board en")
    dialog.paper.changed.emit("packet board en")
    assert dialog.word.words == "Save as Word"
    assert not dialog.word.isEnabled()
    here.press("Esc")
    here.until(lambda: not dialog.isVisible())


def test_an_agreement_that_was_saved_is_not_told_to_have_failed(
    office: At, tmp_path: Path, asked_for: list[Path]
) -> None:
    here = office(TOTAL)
    dialog = here.ask("assemble")
    dialog.format.set_value(".md")
    asked_for += [tmp_path / "none" / "a.md", tmp_path / "a.md"]
    here.press("Ctrl+Return")
    here.until(lambda: "could not be saved as a.md" in dialog.line.label.text())
    here.press("Ctrl+Return")
    here.until(lambda: dialog.said)
    assert dialog.said[0].label.text() == "Saved a.md."
    assert dialog.line.label.text() == ""
    here.press("Esc")


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are chosen, one after the other."""
    targets: list[Path] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(targets.pop(0)), ""))
    return targets


def test_many_tas_that_changed_are_counted_and_all_are_named_behind_it(office: At) -> None:
    here = office(THIRD_PACKET)
    here.vote_against()
    here.act(send_back, "Members’ vote", "Class size", {}, others=Fate.FALLS)
    about = here.stage.packet.about
    assert "texts changed since" in about.label.text()
    assert "TA 14.3" not in about.label.text()
    assert "TA 14.3" in about.toolTip()
    assert about.accessibleDescription() == about.toolTip()


def test_an_earlier_packet_is_printed_marked_as_outdated(office: At, tmp_path: Path) -> None:
    here = office(THIRD_PACKET)
    dialog = here.ask("preview")
    said = [dialog.version.itemText(at) for at in range(dialog.version.count())]
    assert said == ["Packet 3, as it is now", "Packet 2, as made on 15 Apr", "Packet 1, as made on 15 Apr"]
    for number in ("1", "2", "now"):
        dialog.version.set_value(number)
        dialog.version.changed.emit(number)
        assert not dialog.main.isEnabled(), "nothing is printed before the pages are those that were chosen"
        here.until(lambda number=number: f"packet {3 if number == 'now' else number} " in dialog.chosen.name)
        here.until(lambda: not dialog.preview.work.busy)
        sheet = dialog.chosen.sheet()
        assert sheet.version == (3 if number == "now" else int(number))
        assert bool(sheet.outdated) is (number != "now")
        assert dialog.save.isEnabled()
    here.press("Esc")
    here.until(lambda: not dialog.isVisible())


def test_a_packet_is_printed_as_it_was_made_when_the_vote_changed_since(office: At) -> None:
    here = office(FIRST_PACKET)
    dialog = here.ask("preview")
    said = [dialog.version.itemText(at) for at in range(dialog.version.count())]
    assert said == ["As it is now, a draft", "Packet 1, as made on 15 Apr"]
    here.press("Esc")
    here.until(lambda: not dialog.isVisible())


def test_without_a_packet_there_is_no_choice_of_one(office: At) -> None:
    here = office(TOTAL)
    dialog = here.ask("preview")
    assert not dialog.versioned.isVisible()
    here.press("Esc")
    here.until(lambda: not dialog.isVisible())
