"""The wrong sheet is noticed before it is recorded: the dialog says whose it is and waits for a choice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tablebook.domain.record import Executed, ScanAttached
from tablebook.jobs.assemble import save_agreement
from tablebook.jobs.print_paper import paper_bytes
from tablebook.jobs.sheets.agreement import ta_sheet
from tablebook.ui.ratify.signed_paper import LaterDialog
from tests.scans import typed
from tests.ui.ratify.conftest import APPROVED, TOTAL, Office, texts_of
from tests.ui.ratify.test_vote_dialogs import ready
from tests.unit.documents.photos import photo
from tests.unit.reports.square import page_picture

At = Callable[..., Office]


def _take(here: Office, dialog: Any, folder: Path, sheet_of: str) -> None:
    """Give a dialog the photo of a TA's sheet, and let its code be read."""
    agreement = here.desk.state.agreements[sheet_of]
    printed = paper_bytes(ta_sheet(here.desk.state, agreement.body, agreement.at))
    path = folder / "signed.jpg"
    path.write_bytes(photo(page_picture(printed), turned=5))
    dialog.paper.take(path)
    here.until(lambda: dialog.paper.check is not None)


def _dialog(here: Office, folder: Path, sheet_of: str, ta: str = "TA 12") -> Any:
    LaterDialog(here.desk, ta, here.window).open()
    dialog = here.dialog()
    _take(here, dialog, folder, sheet_of)
    return dialog


def test_the_right_sheet_is_said_to_be_right(office: At, tmp_path: Path) -> None:
    here = office(TOTAL)
    before, dialog = here.entries(), _dialog(here, tmp_path, "TA 12")
    assert "Article 12: the text that was agreed." in dialog.paper.code.label.text()
    assert dialog.paper.places == {}
    here.press("Ctrl+Return")
    assert here.recorded(dialog, before, ScanAttached).agreement == "TA 12"


@pytest.mark.parametrize(("place", "kept"), [("TA 9", "TA 9"), ("", "TA 12")])
def test_the_wrong_sheet_waits_for_a_choice(office: At, tmp_path: Path, place: str, kept: str) -> None:
    here = office(TOTAL)
    before, dialog = here.entries(), _dialog(here, tmp_path, "TA 9")
    assert "signed.jpg is the sheet of TA 9, not of TA 12." in dialog.paper.code.label.text()
    assert ready(dialog) == "Say where this paper is to be kept."
    here.press("Ctrl+Return")
    assert here.entries() == before
    dialog.paper.places[place].click()
    assert ready(dialog) == ""
    here.press("Ctrl+Return")
    assert here.recorded(dialog, before, ScanAttached).agreement == kept


def test_a_tas_sheet_is_not_taken_for_the_agreement(office: At, tmp_path: Path) -> None:
    here = office(APPROVED)
    before, dialog = here.entries(), here.ask("executed")
    assert ready(dialog) == ""
    _take(here, dialog, tmp_path, "TA 9")
    assert "TA 9" in dialog.paper.code.label.text()
    assert ready(dialog) != ""
    here.press("Ctrl+Return")
    assert here.entries() == before
    dialog.paper.places[""].click()
    assert ready(dialog) == ""
    here.press("Ctrl+Return")
    here.recorded(dialog, before, Executed)


@pytest.mark.parametrize("other", [True, False])
def test_a_copy_that_reads_otherwise_is_kept_with_a_reason(office: At, tmp_path: Path, other: bool) -> None:
    here = office(APPROVED)
    copy, text = tmp_path / "Signed agreement.pdf", tmp_path / "text.txt"
    saved: list[object] = []
    here.desk.bridge.run(save_agreement, text if other else copy, then=saved.append)
    here.until(lambda: saved)
    if other:
        copy.write_bytes(typed(text.read_text("utf-8").replace("kindergarten", "playgroup", 1)))
    dialog = here.ask("executed")
    dialog.paper.take(copy)
    assert ready(dialog) != ""
    here.until(lambda: dialog.paper.check is not None and not dialog.comparing)
    assert ("playgroup" in texts_of(dialog.reasons)) is other
    assert (ready(dialog) != "") is other


@pytest.mark.parametrize("both", [True, False])
def test_a_scan_of_two_sheets_may_be_kept_with_both(office: At, tmp_path: Path, both: bool) -> None:
    here = office(TOTAL)
    path = tmp_path / "both.pdf"
    pages = [page_picture(paper_bytes(ta_sheet(here.desk.state, one.body, one.at)), 0, 200)
             for label in ("TA 12", "TA 9") for one in (here.desk.state.agreements[label],)]  # fmt: skip
    pages[0].save(path, "PDF", save_all=True, append_images=pages[1:], resolution=200)
    LaterDialog(here.desk, "TA 12", here.window).open()
    dialog = here.dialog()
    dialog.paper.take(path)
    here.until(lambda: dialog.paper.check is not None)
    assert dialog.paper.too.isVisible()
    assert dialog.paper.too.text() == "Keep it with TA 9 too"
    dialog.paper.too.setChecked(both)
    before = here.entries()
    here.press("Ctrl+Return")
    here.recorded(dialog, before, ScanAttached)
    kept = [one.body.agreement for one in list(here.desk.state.entries.values())[before:]]
    assert kept == (["TA 12", "TA 9"] if both else ["TA 12"])
