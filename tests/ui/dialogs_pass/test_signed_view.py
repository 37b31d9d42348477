"""The signed paper of a TA is looked at as it was kept; a hostile picture harms nothing."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tablebook.documents.foreign import page_sheet
from tablebook.errors import UserError
from tablebook.jobs.papers_received import attachment
from tablebook.jobs.print_paper import paper_bytes
from tablebook.jobs.ratify.papers import attach_scan
from tablebook.jobs.sheets.agreement import ta_sheet
from tablebook.jobs.signed_papers import papers_on, signed_papers
from tablebook.ui.dialogs.signed_view import SignedView
from tests.ui.dialogs_pass.conftest import Table

AFTER_SOME_TAS = "2027-04-14T09:00"


def photo(kind: str = "PNG", size: tuple[int, int] = (850, 1100)) -> bytes:
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).line((100, size[1] - 100, size[0] - 100, size[1] - 100), "black", 6)
    stream = BytesIO()
    picture.save(stream, kind)
    return stream.getvalue()


def kept(table: Table, folder: Path, name: str, data: bytes, ta: str = "TA 12") -> None:
    path = folder / name
    path.write_bytes(data)
    table.ask(attach_scan, attachment(path), ta)


def _view(table: Table, ta: str = "TA 12") -> SignedView:
    dialog = SignedView(table.desk, signed_papers(table.desk.state, ta), table.window)
    table.over(dialog)
    return dialog


@pytest.mark.parametrize(("name", "kind"), [("photo.png", "PNG"), ("photo.jpeg", "JPEG"), ("no ending", "PNG")])
def test_a_photo_is_shown_with_its_fingerprint(
    table_at: Callable[..., Table], tmp_path: Path, name: str, kind: str
) -> None:
    table = table_at(AFTER_SOME_TAS)
    kept(table, tmp_path, name, photo(kind))
    (paper,) = papers_on(table.desk.state, "12")
    dialog = _view(table)
    table.until(lambda: dialog.page is not None and dialog.page.paper is not None)
    assert dialog.page is not None
    assert dialog.page.told == "Page 1 of 1"
    assert paper.file.digest[:16] in dialog.facts.text()
    assert name in dialog.subtitle.text()
    before = dialog.page.transform().m11()
    table.press("+")
    assert dialog.page.transform().m11() > before
    laid = dialog.path
    dialog.reject()
    assert laid is not None
    table.until(lambda: not laid.exists())


def test_the_pages_of_a_pdf_are_turned(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at(AFTER_SOME_TAS)
    agreement = table.desk.state.agreements["TA 12"]
    kept(table, tmp_path, "signed.pdf", paper_bytes(ta_sheet(table.desk.state, agreement.body, agreement.at)))
    dialog = _view(table)
    table.until(lambda: dialog.page is not None and dialog.page.paper is not None)
    assert dialog.page is not None
    assert dialog.page.told.startswith("Page 1 of ")
    dialog.forth.click()
    assert dialog.where.text().startswith("Page 2 of ")
    dialog.reject()


def test_what_cannot_be_shown_is_offered_to_another_program(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at(AFTER_SOME_TAS)
    kept(table, tmp_path, "photo.heic", b"\0\0\0\x18ftypheic" + bytes(400))
    dialog = _view(table)
    table.until(lambda: "cannot be shown here" in dialog.told.label.text())
    assert dialog.page is None
    assert dialog.elsewhere.isEnabled()
    assert dialog.path is not None
    assert dialog.path.suffix == ".heic"
    dialog.reject()


def test_several_papers_are_chosen_from(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at(AFTER_SOME_TAS)
    kept(table, tmp_path, "first.png", photo())
    kept(table, tmp_path, "second.png", photo(size=(400, 300)))
    dialog = _view(table)
    assert dialog.choice.isVisibleTo(dialog)
    table.until(lambda: dialog.page is not None and dialog.page.paper is not None)
    dialog.choice.set_value("1")
    dialog.choice.changed.emit("1")
    assert "second.png" in dialog.choice.currentText()
    table.until(lambda: dialog.page is not None and dialog.page.paper is not None)
    dialog.reject()


def _broken() -> dict[str, bytes]:
    whole = photo()
    bomb = bytearray(whole)
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    return {
        "cut": whole[:200],
        "noise": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        "bomb": bytes(bomb),
        "jpeg": b"\xff\xd8\xff\xe0" + b"\xff" * 5000,
    }


@pytest.mark.parametrize("name", _broken())
def test_a_hostile_picture_is_told_and_harms_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.png"
    path.write_bytes(_broken()[name])
    with pytest.raises(UserError, match=r"cannot be shown|cannot be read|too large"):
        page_sheet(path, 1, 600)


def test_the_window_stands_a_hostile_picture(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at(AFTER_SOME_TAS)
    kept(table, tmp_path, "bomb.png", _broken()["bomb"])
    dialog = _view(table)
    table.until(lambda: "cannot be shown" in dialog.told.label.text())
    dialog.reject()
