"""Marks of PDF papers, however a program draws them, and what looks like a mark and is none."""

from __future__ import annotations

import io

import pypdf
import pytest
from pypdf.generic import NameObject, NumberObject
from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfbase.pdfmetrics import stringWidth

from tablebook.documents.pdf.marks import read_seen_pdf
from tests.unit.documents.marked_pages import STRIKE, Sheet, shown

LINE = [
    ("The class has ", ""),
    ("thirty-two (32)", "s"),
    (" ", ""),
    ("thirty (30)", "u"),
    (" pupils in ", ""),
    ("each grade", "ub"),
    (" and ", ""),
    ("red words", "r"),
    (" or ", ""),
    ("marked ones", "h"),
    (".", ""),
]


def assert_line(paper: object, times: int = 1) -> None:
    assert shown(paper, lambda look: look.strike == "single") == ["thirty-two (32)"] * times
    assert shown(paper, lambda look: look.underline == "single") == ["thirty (30)", "each grade"] * times
    assert shown(paper, lambda look: look.bold) == ["each grade"] * times
    assert shown(paper, lambda look: look.colour == "#c00000") == ["red words"] * times
    assert shown(paper, lambda look: look.highlight == "#ffff00") == ["marked ones"] * times


@pytest.mark.parametrize("how", ["bar", "stroke", "words", "dots"])
@pytest.mark.parametrize("size", [7, 11, 16])
@pytest.mark.parametrize("font", ["Helvetica", "Courier"])
def test_lines_mark_the_words_they_cover(how: str, size: int, font: str) -> None:
    sheet = Sheet()
    sheet.line(700, LINE, how=how, size=size, font=font, x=20 if size > 11 else 72)
    sheet.canvas.setPageSize((1000, 792))
    paper = sheet.read()
    assert_line(paper)
    assert paper.blocks[0].text.startswith(
        "The class has thirty-two (32) thirty (30) pupils in each grade and red words"
    )


def test_two_lines_are_a_double_strike_and_a_double_underline() -> None:
    sheet = Sheet()
    sheet.line(
        700, [("Old words ", ""), ("struck twice", "S"), (" and ", ""), ("underlined twice", "U"), (" end.", "")]
    )
    paper = sheet.read()
    assert shown(paper, lambda look: look.strike) == ["struck twice"]
    assert shown(paper, lambda look: look.strike == "double") == ["struck twice"]
    assert shown(paper, lambda look: look.underline == "double") == ["underlined twice"]


def test_a_part_of_a_word_is_marked_alone() -> None:
    sheet = Sheet()
    sheet.line(
        700, [("a class of thirty-", ""), ("two (32)", "s"), ("five (35)", "u"), (" pupil", ""), ("s", "us"), (".", "")]
    )
    paper = sheet.read()
    assert paper.blocks[0].text == "a class of thirty-two (32)five (35) pupils."
    assert shown(paper, lambda look: look.strike and not look.underline) == ["two (32)"]
    assert shown(paper, lambda look: look.underline and not look.strike) == ["five (35)"]
    assert shown(paper, lambda look: look.strike and look.underline) == ["s"]


def test_a_mark_that_runs_over_lines_and_pages_is_one_run() -> None:
    sheet = Sheet()
    for page in range(2):
        sheet.line(
            120, [("The first sentence of this page is plain and it fills a whole line of the paper so that all", "")]
        )
        sheet.line(
            106,
            [
                ("know its width; then ", ""),
                ("the struck words begin at the foot and they go on without a stop over", "s"),
            ],
        )
        sheet.canvas.showPage()
        sheet.line(
            740, [("the end of the page until here", "s"), (f" where part {page} of the sentence goes on plain.", "")]
        )
        sheet.canvas.showPage()
    struck = shown(sheet.read(), lambda look: look.strike)
    assert (
        struck
        == ["the struck words begin at the foot and they go on without a stop over the end of the page until here"] * 2
    )


def test_a_word_parted_at_the_line_end_is_one_again_and_keeps_its_mark() -> None:
    sheet = Sheet()
    sheet.line(
        720, [("Preparation time is used as the educator thinks best, and nobody shall be asked to give up", "")]
    )
    sheet.line(
        706,
        [
            ("any of the time that is set apart for it in the week. The district may shorten the ", ""),
            ("prepara-", "s"),
        ],
    )
    sheet.line(
        692,
        [
            ("tion time", "s"),
            (" relief", "u"),
            (" of a full-time educator on a day that ends early because of the weather.", ""),
        ],
    )
    paper = sheet.read()
    assert shown(paper, lambda look: look.strike) == ["preparation time"]
    assert "the preparation time relief of a full-time educator" in " ".join(block.text for block in paper.blocks)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [(0, 0, 612, 792), (30, 40, 600, 780)])
def test_turned_and_cropped_pages_are_read_as_they_are_shown(turn: int, crop: tuple[int, ...]) -> None:
    sheet = Sheet()
    wide, high = 612, 792
    sheet.canvas.saveState()
    if turn == 90:
        sheet.canvas.translate(wide, 0)
    elif turn == 180:
        sheet.canvas.translate(wide, high)
    elif turn == 270:
        sheet.canvas.translate(0, high)
    sheet.canvas.rotate(turn)
    sheet.line(560, LINE, how="bar")
    sheet.line(500, LINE, how="stroke")
    sheet.canvas.restoreState()
    writer = pypdf.PdfWriter()
    page = pypdf.PdfReader(io.BytesIO(sheet.data())).pages[0]
    page[NameObject("/Rotate")] = NumberObject(turn)
    page.cropbox = pypdf.generic.RectangleObject(crop)
    writer.add_page(page)
    stream = io.BytesIO()
    writer.write(stream)
    assert_line(read_seen_pdf(stream.getvalue(), "turned.pdf"), 2)


def test_words_and_lines_inside_forms_count() -> None:
    sheet = Sheet()
    canvas = sheet.canvas
    canvas.beginForm("inner")
    sheet.line(0, LINE, x=0)
    canvas.endForm()
    canvas.beginForm("bar")
    canvas.rect(0, 0, 100, 0.7, stroke=0, fill=1)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(72, 700)
    canvas.scale(0.9, 0.9)
    canvas.doForm("inner")
    canvas.restoreState()
    sheet.line(650, [("Words of the page, struck from a form.", "")])
    canvas.saveState()
    canvas.translate(72 + stringWidth("Words of the page, ", "Helvetica", 11), 650 + STRIKE * 11)
    canvas.scale(stringWidth("struck", "Helvetica", 11) / 100, 1)
    canvas.doForm("bar")
    canvas.restoreState()
    assert shown(sheet.read(), lambda look: look.strike) == ["thirty-two (32)", "struck"]


def test_bold_is_seen_where_the_font_has_none() -> None:
    """Programs without a bold font stroke the letters' edges, or print them twice, a little aside."""
    sheet = Sheet()
    text = sheet.canvas.beginText(72, 700)
    text.setFont("Helvetica", 11)
    text.textOut("Plain, then ")
    text.setTextRenderMode(2)
    text.textOut("thickened")
    text.setTextRenderMode(0)
    text.textOut(" and plain.")
    sheet.canvas.drawText(text)
    at = 72 + stringWidth("Plain, then ", "Helvetica", 11)
    sheet.canvas.drawString(72, 660, "Plain, then ")
    sheet.canvas.drawString(at, 660, "printed twice")
    sheet.canvas.drawString(at + 0.3, 660, "printed twice")
    sheet.canvas.drawString(at + stringWidth("printed twice", "Helvetica", 11), 660, " and plain.")
    assert shown(sheet.read(), lambda look: look.bold) == ["thickened", "printed twice"]


def test_rules_frames_shades_and_lines_to_sign_on_mark_nothing() -> None:
    sheet = Sheet()
    canvas = sheet.canvas
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 720, "Dennis Nelson")
    canvas.line(72, 718, 300, 718)
    for row in range(4):
        y = 680 - 13.4 * row
        canvas.drawString(75, y, f"Step {row} of the schedule")
        canvas.drawString(250, y, f"{41000 + row * 911}")
        canvas.line(72, y - 2.4, 400, y - 2.4)
    for row in range(4):
        y = 600 - 14 * row
        canvas.rect(72, y - 2, 110, 14)
        canvas.drawString(73, y, "A full cell of words")
    canvas.line(60, 540, 60, 500)  # a change bar
    canvas.drawString(72, 520, "A paragraph beside a bar.")
    canvas.setFillColor(HexColor("#dddddd"))
    canvas.rect(68, 476, 300, 14, stroke=0, fill=1)
    canvas.setFillColor(black)
    canvas.drawString(72, 480, "A shaded row of a table")
    canvas.rect(66, 440, 250, 22)
    canvas.drawString(72, 448, "A framed remark")
    canvas.line(72, 120, 216, 120)
    canvas.drawString(72, 108, "1 A note at the foot")
    canvas.drawString(72, 400, "Name: ____________ Date: ________")
    sheet.line(370, [("__________________", "u"), (" for the union", "")])
    marked = shown(sheet.read(), lambda look: look.strike or look.underline or look.highlight or look.colour)
    assert marked == []


def test_words_that_nobody_sees_are_left_out_and_said() -> None:
    sheet = Sheet()
    canvas = sheet.canvas
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 700, "The visible sentence.")
    canvas.setFillColor(white)
    canvas.drawString(72, 680, "a white ghost")
    canvas.setFillColor(HexColor("#223366"))
    canvas.rect(66, 634, 250, 18, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.drawString(72, 640, "White on a blue bar")
    text = canvas.beginText(72, 600)
    text.setTextRenderMode(3)
    text.textOut("without ink")
    canvas.drawText(text)
    paper = sheet.read()
    assert " ".join(block.text for block in paper.blocks) == "The visible sentence. White on a blue bar"
    assert [warning.code for warning in paper.warnings] == ["unseen-words"]
    assert "a white ghost without ink" in paper.warnings[0].message


def test_a_damaged_page_is_named_and_the_others_are_read() -> None:
    sheet = Sheet()
    for page in (1, 2, 3):
        sheet.line(700, [(f"Page {page} says ", ""), (f"old{page}", "s"), (".", "")])
        sheet.canvas.showPage()
    writer = pypdf.PdfWriter(io.BytesIO(sheet.data()))
    kids = writer.root_object["/Pages"]["/Kids"]
    kids[1] = NumberObject(0)
    stream = io.BytesIO()
    writer.write(stream)
    paper = read_seen_pdf(stream.getvalue(), "broken.pdf")
    assert [(warning.code, warning.page) for warning in paper.warnings] == [("page-damaged", 2)]
    assert shown(paper, lambda look: look.strike) == ["old1", "old3"]


def test_near_black_is_black_and_the_usual_colour_of_a_paper_is_none() -> None:
    sheet = Sheet()
    canvas = sheet.canvas
    canvas.setFont("Helvetica", 11)
    for y, colour, words in (
        (700, "#505050", "Most of this paper is set in a dark grey, as some word processors do,"),
        (686, "#505050", "and nobody has marked anything in these two lines of it at all."),
        (672, "#222222", "This was pasted in near-black."),
        (658, "#0000c0", "This one is blue."),
    ):
        canvas.setFillColor(HexColor(colour))
        canvas.drawString(72, y, words)
    assert shown(sheet.read(), lambda look: look.colour) == ["This one is blue."]


def test_cells_of_a_table_keep_their_marks() -> None:
    sheet = Sheet()
    for row, (step, old, new) in enumerate(
        (("1", "41,000", "42,000"), ("2", "43,500", "44,100"), ("3", "45,000", "46,000"))
    ):
        y = 700 - 15 * row
        sheet.line(y, [(f"Step {step}", "")])
        sheet.line(y, [(old, "s"), (" ", ""), (new, "u")], x=200)
        sheet.line(y, [("per year", "")], x=360)
    table = next(block for block in sheet.read().blocks if block.rows)
    assert ["".join(run.text for run in cell) for cell in table.rows[0]] == [
        "Step 1",
        "41,000 42,000",
        "per year",
    ]
    assert [run.text.strip() for row in table.rows for cell in row for run in cell if run.look.strike] == [
        "41,000",
        "43,500",
        "45,000",
    ]
    assert [run.text.strip() for row in table.rows for cell in row for run in cell if run.look.underline] == [
        "42,000",
        "44,100",
        "46,000",
    ]


def test_columns_are_read_one_after_the_other_with_their_marks() -> None:
    sheet = Sheet()
    for row in range(14):
        sheet.line(700 - 14 * row, [("left words of the column run ", ""), (f"old{row}", "s"), (" on", "")], x=60)
        sheet.line(700 - 14 * row, [("right words of the column run ", ""), (f"new{row}", "u"), (" on", "")], x=330)
    paper = sheet.read()
    text = " ".join(block.text for block in paper.blocks)
    assert text.index("old13") < text.index("new0")
    assert shown(paper, lambda look: look.strike) == [f"old{row}" for row in range(14)]
    assert shown(paper, lambda look: look.underline) == [f"new{row}" for row in range(14)]
