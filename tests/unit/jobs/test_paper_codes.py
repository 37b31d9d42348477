"""The square code is read off photos and scans of our own sheets, and says whose sheet a signed paper is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tablebook.book import Book
from tablebook.documents.foreign import square_codes
from tablebook.domain.language import agreement_fingerprint
from tablebook.domain.record import ScanAttached
from tablebook.domain.values import PenEdit
from tablebook.errors import UserError
from tablebook.jobs.open_book import open_book
from tablebook.jobs.paper_codes import CodeCheck, Standing, check_paper, held_against, read_codes, tas_of
from tablebook.jobs.print_paper import paper_bytes
from tablebook.jobs.prove import prove_file
from tablebook.jobs.ratify.papers import keep_signed
from tablebook.jobs.sheets.agreement import ta_sheet
from tests.unit.documents.photos import photo
from tests.unit.reports.square import page_picture

Sheet = Callable[..., Image.Image]


@pytest.fixture(scope="module")
def sheet(sample: Book) -> Sheet:
    """The first page of a TA's sheet as printed; its code is another where the sheet is told so."""

    def printed(ta: str, page: int = 0, **other: Any) -> Image.Image:
        agreement = sample.negotiation.agreements[ta]
        made = replace(ta_sheet(sample.negotiation, agreement.body, agreement.at), **other)
        return page_picture(paper_bytes(made), page, 250)

    return printed


def _kept(folder: Path, data: bytes, name: str = "signed.jpg") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _scan(folder: Path, *pages: Image.Image) -> Path:
    stream = BytesIO()
    pages[0].save(stream, "PDF", save_all=True, append_images=pages[1:], resolution=250)
    return _kept(folder, stream.getvalue(), "scan.pdf")


@pytest.mark.parametrize(
    "taken",
    [
        {},
        {"width": 900},
        {"turned": 17},
        {"turned": 90},
        {"turned": 203},
        {"slant": 0.2},
        {"blur": 1.5},
        {"grain": 40},
        {"shade": 0.8},
        {"quality": 10},
        {"width": 3600, "turned": 8, "slant": 0.1, "blur": 1.5, "grain": 15, "shade": 0.6, "quality": 60},
    ],
    ids=str,
)
def test_a_photo_is_read(sample: Book, sheet: Sheet, tmp_path: Path, taken: dict[str, Any]) -> None:
    (found,) = square_codes(_kept(tmp_path, photo(sheet("TA 12"), **taken))).codes
    agreement = sample.negotiation.agreements["TA 12"]
    assert found.words == ta_sheet(sample.negotiation, agreement.body, agreement.at).code


def test_its_own_sheet_is_told_by_its_text(sample: Book, sheet: Sheet, tmp_path: Path) -> None:
    check = check_paper(sample.negotiation, _kept(tmp_path, photo(sheet("TA 9"))), "TA 9")
    assert check.words == "The code on this paper is that of E-1, Article 9: the text that was agreed."
    assert (check.strange, check.weight) == (False, "same")


def test_another_tas_sheet_is_a_finding(sample: Book, sheet: Sheet, tmp_path: Path) -> None:
    path = _kept(tmp_path, photo(sheet("TA 9")))
    check = check_paper(sample.negotiation, path, "TA 12")
    assert check.strange
    assert check.others == ("TA 9",)
    assert check.finding is not None
    assert check.finding.what == "signed.jpg is the sheet of TA 9, not of TA 12."
    assert check.finding.why == "The code on this paper is that of TA 9, E-1, Article 9."
    entries = len(sample.negotiation.entries)
    with pytest.raises(UserError) as refused:
        keep_signed(sample, path, "TA 12")
    assert refused.value.what == check.finding.what
    assert len(sample.negotiation.entries) == entries
    assert tas_of(sample.negotiation, read_codes(path)) == ("TA 9",)


def test_another_text_of_the_same_ta_is_said(sample: Book, sheet: Sheet, tmp_path: Path) -> None:
    code = "tablebook ta TA 9 " + "0123456789abcdef" * 2
    check = check_paper(sample.negotiation, _kept(tmp_path, photo(sheet("TA 9", code=code))), "TA 9")
    assert [one.standing for one in check.said] == [Standing.OTHER_TEXT]
    assert "printed with another text than the one agreed: fingerprint 0123 4567, not " in check.words
    assert (check.strange, check.weight) == (False, "look")


def test_a_ta_of_another_book_is_a_finding(sample: Book, sheet: Sheet, tmp_path: Path) -> None:
    code = "tablebook ta TA 99 " + "0123456789abcdef" * 2
    path = _kept(tmp_path, photo(sheet("TA 9", code=code)))
    check = check_paper(sample.negotiation, path, "TA 9")
    assert check.strange
    assert check.others == ()
    assert check.words.endswith("names TA 99, fingerprint 0123 4567: this book has no such TA.")
    with pytest.raises(UserError, match="It names TA 99"):
        tas_of(sample.negotiation, read_codes(path))


def test_a_sheet_signed_with_pen_edits_has_the_code_of_the_text_before(
    sample: Book, sheet: Sheet, tmp_path: Path
) -> None:
    state = sample.negotiation
    body = state.agreements["TA 9"].body
    (text,) = body.texts
    amended = replace(text, amended=(replace(state.named(text.accepted).body.parts[0], blocks=()),))  # type: ignore[union-attr]
    edited = replace(body, texts=(replace(amended, edits=(PenEdit("9.1", "old", "new"),)),))
    assert agreement_fingerprint(state, edited) != agreement_fingerprint(state, body)
    check = held_against(state, read_codes(_kept(tmp_path, photo(sheet("TA 9")))), edited)
    assert [one.standing for one in check.said] == [Standing.BEFORE_EDITS]
    assert "before its pen edit: see that the paper has them." in check.words
    assert not check.strange


def test_several_sheets_in_one_scan_are_each_told(sample: Book, sheet: Sheet, tmp_path: Path) -> None:
    scan = _scan(tmp_path, sheet("TA 12"), sheet("TA 12", 1), sheet("TA 9"))
    check = check_paper(sample.negotiation, scan, "TA 12")
    assert [(one.standing, one.ta, one.pages) for one in check.said] == [
        (Standing.SAME, "TA 12", (1,)),
        (Standing.OTHER_TA, "TA 9", (3,)),
    ]
    assert not check.strange
    assert check.weight == "look"
    assert "The code on page 3 is that of TA 9" in check.words


def test_the_executed_agreement_is_no_ta_sheet(sample: Book, sheet: Sheet, tmp_path: Path) -> None:
    assert check_paper(sample.negotiation, _scan(tmp_path, sheet("TA 12"))).strange
    assert not check_paper(sample.negotiation, _scan(tmp_path, sheet("TA 12", 1), sheet("TA 12"))).strange


@pytest.mark.parametrize("kind", ["empty", "second page"])
def test_no_code_is_one_quiet_line(sample: Book, sheet: Sheet, tmp_path: Path, kind: str) -> None:
    picture = sheet("TA 12", 1) if kind == "second page" else Image.new("L", (600, 800), 255)
    check = check_paper(sample.negotiation, _kept(tmp_path, photo(picture)), "TA 12")
    quiet = "No square code of a TA sheet was found on it, so nothing was compared."
    assert check == CodeCheck("TA 12", "signed.jpg", (), quiet)
    assert (check.strange, check.weight) == (False, "")


def _hostile() -> dict[str, bytes]:
    stream = BytesIO()
    Image.new("L", (40, 40)).save(stream, "PNG")
    bomb = bytearray(stream.getvalue())
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    return {
        "bomb": bytes(bomb),
        "cut": stream.getvalue()[:45],
        "jpeg": b"\xff\xd8\xff\xe0" + b"\xff" * 5000,
        "pdf": b"%PDF-1.4 a scan",
        "text": b"Signed by both, believe me.",
        "heic": b"\0\0\0\x18ftypheic" + bytes(400),
    }


@pytest.mark.parametrize("kind", _hostile())
def test_a_file_that_cannot_be_looked_at_is_kept_only_when_it_is_meant(sample: Book, tmp_path: Path, kind: str) -> None:
    check = check_paper(sample.negotiation, _kept(tmp_path, _hostile()[kind], "strange"), "TA 12")
    assert check.quiet.startswith("No square code was looked for")
    if kind == "heic":  # a photo that can be shown elsewhere
        assert not check.strange
        return
    assert check.finding is not None
    assert check.finding.what == "strange cannot be looked at."
    assert check.finding.todo == "Choose another copy, or keep this one with TA 12 nonetheless."


def test_proof_knows_the_ta_by_the_code_and_says_what_it_did_not_compare(
    sample: Book, sheet: Sheet, tmp_path: Path
) -> None:
    for path in (_kept(tmp_path, photo(sheet("TA 12"))), _scan(tmp_path, sheet("TA 12"))):
        found = prove_file(sample, path)
        assert found.matches
        assert not found.worded
        assert found.code is not None
        assert found.code.ta == "TA 12"
        assert "The words on a picture cannot be read: they were not compared." in found.notes
    code = "tablebook ta TA 9 " + "0123456789abcdef" * 2
    both = prove_file(sample, _scan(tmp_path, sheet("TA 12"), sheet("TA 9", code=code)))
    assert not both.matches
    assert any("is that of TA 12 on record" in note for note in both.notes)


def test_a_scan_of_two_sheets_is_kept_with_both(told: Callable[[str], Path], sheet: Sheet, tmp_path: Path) -> None:
    path = _scan(tmp_path, sheet("TA 12"), sheet("TA 9"))
    with open_book(Path(shutil.copy(told("2027-04-14T23:50"), tmp_path / "book.tablebook"))) as book:
        assert tas_of(book.negotiation, read_codes(path)) == ("TA 12", "TA 9")
        before = len(book.negotiation.entries)
        done = keep_signed(book, path)
        assert done.message.startswith("scan.pdf is kept with TA 12 and TA 9.")
        added = [one.body for one in list(book.negotiation.entries.values())[before:]]
        assert [one.agreement for one in added if isinstance(one, ScanAttached)] == ["TA 12", "TA 9"]
