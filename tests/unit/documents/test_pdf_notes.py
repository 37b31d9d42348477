"""What somebody put on a PDF in a viewer: markers, lines, typed notes, drawings; and links."""

from __future__ import annotations

import io

import pypdf
from pypdf.annotations import Ellipse, FreeText, Highlight, Line
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject
from reportlab.lib.colors import HexColor, black
from reportlab.pdfbase.pdfmetrics import stringWidth

from tablebook.documents.pdf.marks import read_seen_pdf
from tests.unit.documents.marked_pages import Sheet, runs, shown


def noted(kind: str, words: str, colour: tuple[float, float, float] | None = None) -> bytes:
    """A page with one sentence in which ``words`` have a note of a viewer on them."""
    sentence = "The employer shall grant ten days of leave."
    sheet = Sheet()
    sheet.line(700, [(sentence, "")])
    left = 72 + stringWidth(sentence[: sentence.index(words)], "Helvetica", 11)
    right = left + stringWidth(words, "Helvetica", 11)
    quad = ArrayObject([FloatObject(place) for place in (left, 709, right, 709, left, 697, right, 697)])
    note = Highlight(rect=(left, 697, right, 709), quad_points=quad)
    note[NameObject("/Subtype")] = NameObject(f"/{kind}")
    note.pop("/C", None)
    if colour:
        note[NameObject("/C")] = ArrayObject([FloatObject(part) for part in colour])
    writer = pypdf.PdfWriter(io.BytesIO(sheet.data()))
    writer.add_annotation(0, note)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_notes_of_a_viewer_mark_words() -> None:
    struck = read_seen_pdf(noted("StrikeOut", "ten days", (1, 0, 0)), "struck.pdf")
    assert [(run.text.strip(), run.look.colour) for run in runs(struck) if run.look.strike] == [("ten days", "#ff0000")]
    for kind in ("Underline", "Squiggly"):
        lined = read_seen_pdf(noted(kind, "of leave"), "lined.pdf")
        assert shown(lined, lambda look: look.underline) == ["of leave"]
    coloured = read_seen_pdf(noted("Highlight", "employer", (0.6, 1, 0.6)), "coloured.pdf")
    assert shown(coloured, lambda look: look.highlight == "#99ff99") == ["employer"]
    inked = read_seen_pdf(noted("Ink", "ten days"), "inked.pdf")
    assert shown(inked, lambda look: look.strike or look.underline or look.highlight) == []


def with_notes(*notes: DictionaryObject) -> bytes:
    sheet = Sheet()
    sheet.line(700, [("The employer shall grant ten days of leave.", "")])
    writer = pypdf.PdfWriter(io.BytesIO(sheet.data()))
    for note in notes:
        writer.add_annotation(0, note)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_line_drawn_in_a_viewer_strikes_what_it_crosses() -> None:
    left = 72 + stringWidth("The employer shall grant ", "Helvetica", 11)
    right = left + stringWidth("ten days", "Helvetica", 11)
    paper = read_seen_pdf(
        with_notes(Line(p1=(left, 703), p2=(right, 703.4), rect=(left, 700, right, 706))), "lined.pdf"
    )
    assert shown(paper, lambda look: look.strike) == ["ten days"]


def test_typed_notes_and_drawings_are_told_and_no_part_of_the_text() -> None:
    ink = Ellipse(rect=(100, 695, 160, 712))
    paper = read_seen_pdf(with_notes(FreeText(text="twelve days", rect=(200, 720, 300, 740)), ink), "noted.pdf")
    assert [(warning.code, warning.page) for warning in paper.warnings] == [("notes-on-page", 1), ("drawn-on-page", 1)]
    assert "twelve days" in paper.warnings[0].message
    assert paper.blocks[0].text == "The employer shall grant ten days of leave."


def test_a_marker_with_round_ends_is_a_highlight() -> None:
    """So viewers draw it when notes are printed into the page: over the words, with curves at both ends."""
    sheet = Sheet()
    sheet.line(700, [("The employer shall grant ten days of leave.", "")])
    left = 72 + stringWidth("The employer shall grant ", "Helvetica", 11)
    right = left + stringWidth("ten days", "Helvetica", 11)
    path = sheet.canvas.beginPath()
    path.moveTo(left, 697)
    path.curveTo(left - 1.5, 700, left - 1.5, 706, left, 709)
    path.lineTo(right, 709)
    path.curveTo(right + 1.5, 706, right + 1.5, 700, right, 697)
    sheet.canvas.setFillColor(HexColor("#ffff00"))
    sheet.canvas.setFillAlpha(0.4)
    sheet.canvas.drawPath(path, stroke=0, fill=1)
    assert shown(sheet.read(), lambda look: look.highlight == "#ffff00") == ["ten days"]


def test_a_link_is_no_insertion_and_an_inserted_sentence_with_a_link_is_one() -> None:
    sheet = Sheet()
    canvas = sheet.canvas
    for y, around in ((700, ""), (660, "u")):
        x = 72.0
        for text, marks in (("See the ", around), ("policy page", "u"), (" of the board.", around)):
            canvas.setFillColor(HexColor("#0563c1") if text == "policy page" else black)
            wide = stringWidth(text, "Helvetica", 11)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(x, y, text)
            if "u" in marks:
                canvas.rect(x, y - 1.6, wide, 0.6, stroke=0, fill=1)
            if text == "policy page":
                canvas.linkURL("https://example.org/policy", (x, y - 3, x + wide, y + 10))
            x += wide
    paper = sheet.read()
    assert shown(paper, lambda look: look.colour) == []
    assert " ".join(shown(paper, lambda look: look.underline)) == "See the policy page of the board."
