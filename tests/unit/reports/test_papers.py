"""Each paper is printed, read back with another library, and must carry every word of its sheet."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from tablebook.reports.sheets import PassLine, PenEditLine, Sheet, SignatureSide, Signed
from tests.unit.reports import class_size, printed

GOLDEN = Path(__file__).parent / "golden"
SHEETS = {
    "proposal": class_size.proposal(),
    "ta_sheet": class_size.ta_sheet(),
    "ta_summary": class_size.ta_summary(),
    "minutes": class_size.minutes(),
    "joint_minutes": class_size.joint_minutes(),
    "redline": class_size.redline(),
}
# Codes that are drawn as marks, not as words; short names that stand inside other words on the sheet.
DRAWN = frozenset({"party", "made", "code", "union_short", "employer_short", "called_by"})


@pytest.fixture(params=SHEETS, ids=str)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    return SHEETS[request.param]


@pytest.mark.parametrize("name", SHEETS)
def test_a_paper_reads_as_it_was_approved(name: str) -> None:
    """Set GOLDEN=write to approve a new wording, and look at the difference."""
    text = "\n\f\n".join(printed.pages(printed.pdf(SHEETS[name]))) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_every_field_of_words_is_printed(sheet: Sheet) -> None:
    full = printed.filled(with_everything(sheet), count(1), DRAWN)
    found = printed.words(printed.pdf(full))
    assert [marker for marker in printed.markers(full) if marker not in found] == []


def test_every_item_of_several_is_printed_with_all_its_fields() -> None:
    proposal, agreement = with_everything(class_size.proposal()), with_everything(class_size.ta_sheet())
    for sheet in (replace(proposal, items=proposal.items * 2), replace(agreement, texts=agreement.texts * 2)):
        full = printed.filled(sheet, count(1), DRAWN)
        found = printed.words(printed.pdf(full))
        assert [marker for marker in printed.markers(full) if marker not in found] == []


def test_every_page_says_which_of_how_many(sheet: Sheet) -> None:
    pages = printed.pages(printed.pdf(as_long(sheet)))
    assert len(pages) > 1
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, start=1))


def test_every_page_has_the_parties_and_the_fingerprint(sheet: Sheet) -> None:
    for page in printed.pages(printed.pdf(as_long(sheet))):
        assert sheet.masthead.parties in page
        assert sheet.fingerprint in page


def test_all_typefaces_are_in_the_file(sheet: Sheet) -> None:
    found = printed.fonts(printed.pdf(sheet))
    assert found
    assert all(found.values()), found


def test_a_made_up_negotiation_says_so_on_each_page_and_a_real_one_does_not(sheet: Sheet) -> None:
    assert all("Fictional sample" in page for page in printed.pages(printed.pdf(as_long(sheet))))
    real = replace(sheet, masthead=replace(sheet.masthead, fictional=False))
    assert "Fictional" not in printed.words(printed.pdf(real))


def test_the_same_sheet_gives_the_same_bytes_in_any_process() -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]; from tests.unit.reports import class_size, printed;"
        "made = [getattr(class_size, name)() for name in sorted("
        "('proposal', 'ta_sheet', 'ta_summary', 'minutes', 'joint_minutes', 'redline'))];"
        "print([hashlib.sha256(printed.pdf(sheet)).hexdigest() for sheet in made])"
    )
    root = Path(__file__).parents[3]
    outcomes = [
        subprocess.run(
            [sys.executable, "-c", code, str(root), str(root / "src")],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert len(outcomes[0]) > 6 * 64
    assert outcomes[0] == outcomes[1]


def test_the_file_says_what_it_is_and_when_it_was_made(sheet: Sheet) -> None:
    from io import BytesIO

    about = PdfReader(BytesIO(printed.pdf(sheet))).metadata
    assert about is not None
    assert about.creation_date == sheet.made
    assert about.author == sheet.masthead.parties
    assert about.title


def test_letter_is_the_usual_page_and_a4_can_be_asked_for(sheet: Sheet) -> None:
    assert _size(printed.pdf(sheet)) == (612, 792)
    assert _size(printed.pdf(sheet, page="a4")) == (595, 842)


def test_black_and_white_has_no_colour_and_no_faint_grey(sheet: Sheet) -> None:
    data = printed.pdf(sheet, colour=False)
    colours = printed.text_colours(data) | {line.colour for line in printed.drawn_lines(data)}
    assert all(max(colour) - min(colour) <= 8 for colour in colours)
    assert all(max(colour) <= 0x8C for colour in colours - {(255, 255, 255)})


def test_nothing_is_lost_in_black_and_white(sheet: Sheet) -> None:
    colour, grey = printed.pdf(sheet), printed.pdf(sheet, colour=False)
    assert printed.words(colour) == printed.words(grey)
    assert len(printed.drawn_lines(colour)) == len(printed.drawn_lines(grey))


def _size(data: bytes) -> tuple[int, int]:
    width, height = pypdfium2.PdfDocument(data)[0].get_size()
    return round(width), round(height)


def with_everything(sheet: Sheet) -> Sheet:
    """The sheet with something in each of its lists."""
    if hasattr(sheet, "signatures"):
        both = (Signed("x"), Signed("y"))
        sides = [SignatureSide(side.party, side.heading, both) for side in class_size.sides()]
        sheet = replace(sheet, signatures=tuple(sides))
    if hasattr(sheet, "texts"):
        sheet = replace(sheet, texts=tuple(replace(text, edits=(PenEditLine("x", "x"),)) for text in sheet.texts))
    if hasattr(sheet, "facts"):
        facts = replace(sheet.facts, agreements=("x",), requests=("x",))
        sheet = replace(sheet, facts=facts)
    if hasattr(sheet, "notes"):
        sheet = replace(sheet, notes=("x", "y"), passes=(PassLine("x"), PassLine("y", True)))
    return sheet


def as_long(sheet: Sheet) -> Sheet:
    """The same sheet with so much on it that it needs several pages."""
    if hasattr(sheet, "blocks"):
        return replace(sheet, blocks=sheet.blocks * 4)
    if hasattr(sheet, "items"):
        return replace(sheet, items=tuple(replace(item, blocks=item.blocks * 4) for item in sheet.items))
    if hasattr(sheet, "rows"):
        return replace(sheet, rows=sheet.rows * 10)
    if hasattr(sheet, "groups"):
        return replace(sheet, groups=sheet.groups * 8)
    if hasattr(sheet, "facts"):
        return replace(sheet, corrections=sheet.corrections * 60)
    return sheet
