"""Word's tracked changes: both readings are what Word gives when all is accepted, and when all is refused."""

from __future__ import annotations

import pytest

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.marked.paper import ReadPaper
from tablebook.documents.word.lines import read_docx
from tablebook.documents.word.marks import read_seen_docx
from tablebook.redline.marks import Mark
from tests.unit.documents.word import (
    BOLD,
    GONE_MARK,
    NEW_MARK,
    STRUCK,
    UNDER,
    WHO,
    cell,
    gone,
    ins,
    p,
    r,
    row,
    table,
    word,
)

OTHER = 'w:id="2" w:author="Chen" w:date="2027-03-09T09:00:00Z"'
FORMATTED = f"<w:pPrChange {WHO}><w:pPr/></w:pPrChange>"
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="8.%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def read(body: str, **parts: str) -> ReadPaper:
    return read_marked(read_seen_docx(word(body, **parts), "paper.docx"))


def both(body: str, **parts: str) -> tuple[list[str], list[str]]:
    paper = read(body, **parts)
    return paper.accepted_text.split("\n"), paper.rejected_text.split("\n")


CASES = {
    "words": (p("We meet in ", gone("six"), ins("ten"), " days."), ["We meet in ten days."], ["We meet in six days."]),
    "blanks are exact": (p("one ", gone("two "), " three"), ["one  three"], ["one two  three"]),
    "new paragraph": (p("A.") + p(ins("B."), mark=NEW_MARK) + p("C."), ["A.", "B.", "C."], ["A.", "C."]),
    "paragraph gone": (p("A.") + p(gone("B."), mark=GONE_MARK) + p("C."), ["A.", "C."], ["A.", "B.", "C."]),
    "joined": (p("We meet ", mark=GONE_MARK) + p("at noon."), ["We meet at noon."], ["We meet ", "at noon."]),
    "split": (p("We meet.", mark=NEW_MARK) + p(" At noon."), ["We meet.", " At noon."], ["We meet. At noon."]),
    "three joined": (
        p("a ", mark=GONE_MARK) + p("b ", mark=GONE_MARK) + p("c"),
        ["a b c"],
        ["a ", "b ", "c"],
    ),
    "new words taken out again": (
        p("Pay is ", ins(gone("$40", who=OTHER)), gone("$30"), ins("$35"), "."),
        ["Pay is $35."],
        ["Pay is $30."],
    ),
    "new paragraph taken out again": (
        p("A.") + p(ins(gone("B.", who=OTHER)), mark=NEW_MARK + GONE_MARK) + p("C."),
        ["A.", "C."],
        ["A.", "C."],
    ),
    "moved": (
        p(gone("Moved.", tag="moveFrom"), mark=f"<w:moveFrom {WHO}/>")
        + p("Stays.")
        + p(ins("Moved.", tag="moveTo"), mark=f"<w:moveTo {WHO}/>")
        + p("End."),
        ["Stays.", "Moved.", "End."],
        ["Moved.", "Stays.", "End."],
    ),
    "moved in a line": (
        p(gone("first ", tag="moveFrom"), "second", ins(" first", tag="moveTo")),
        ["second first"],
        ["first second"],
    ),
    "in a link": (
        p("See ", f"<w:hyperlink>{gone('here')}{ins('there')}</w:hyperlink>", "."),
        ["See there."],
        ["See here."],
    ),
    "link put in": (p("See ", ins(f"<w:hyperlink>{r('us')}</w:hyperlink>"), "."), ["See us."], ["See ."]),
    "in a control": (
        p(f"<w:sdt><w:sdtContent>{gone('old')}{ins('new')}</w:sdtContent></w:sdt>", " words"),
        ["new words"],
        ["old words"],
    ),
    "control with a paragraph": (
        p("A.") + f"<w:sdt><w:sdtContent>{p(ins('B.'), mark=NEW_MARK)}</w:sdtContent></w:sdt>" + p("C."),
        ["A.", "B.", "C."],
        ["A.", "C."],
    ),
    "tab and break": (
        p("a", gone("<w:r><w:tab/></w:r>"), ins("<w:r><w:br/></w:r>"), "b"),
        ["a", "b"],
        ["a\tb"],
    ),
    "field taken out": (
        p(
            "See ",
            gone(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> REF x </w:delInstrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>8.4</w:delText></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            ins("8.3"),
        ),
        ["See 8.3"],
        ["See 8.4"],
    ),
    "formatting alone": (
        p(r("same", f"<w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>"), props=FORMATTED),
        ["same"],
        ["same"],
    ),
    "row put in and row taken out": (
        table(row("a", "b"), row("new", "1", props=f"<w:ins {WHO}/>"), row("old", "2", props=f"<w:del {WHO}/>")),
        ["a\tb", "new\t1"],
        ["a\tb", "old\t2"],
    ),
    "words in a cell": (
        table(row("Step 1", p(gone("$40"), ins("$42")))),
        ["Step 1\t$42"],
        ["Step 1\t$40"],
    ),
    "cell put in and cell taken out": (
        table(
            row("a", cell("new", f"<w:cellIns {WHO}/>"), cell("old", f"<w:cellDel {WHO}/>")),
        ),
        ["a\tnew"],
        ["a\told"],
    ),
    "paragraph in a cell": (
        table(row("x", p("one", mark=NEW_MARK) + p(ins("two")))),
        ["x\tone two"],
        ["x\tone"],
    ),
    "before a table": (
        p("Words stay.", mark=GONE_MARK) + table(row("a", "b")) + p("End."),
        ["Words stay.", "a\tb", "End."],
        ["Words stay.", "a\tb", "End."],
    ),
    "whole table new": (
        p("A.") + table(row(p(ins("x")), p(ins("y")), props=f"<w:ins {WHO}/>")) + p("B."),
        ["A.", "x\ty", "B."],
        ["A.", "B."],
    ),
    "empty paragraph put in": (p("A.") + p(mark=NEW_MARK) + p("B."), ["A.", "B."], ["A.", "B."]),
    "last paragraph new": (p("A.", mark=NEW_MARK) + p(ins("B.")), ["A.", "B."], ["A."]),
    "permissions and bookmarks": (
        p('<w:permStart w:id="1"/>', "a", '<w:permEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="x"/>'),
        ["a"],
        ["a"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_both_readings(name: str) -> None:
    body, accepted, rejected = CASES[name]
    assert both(body) == (accepted, rejected)


@pytest.mark.parametrize("name", CASES)
def test_every_printed_word_stays_in_sight(name: str) -> None:
    paper = read(CASES[name][0])
    for seen, marked in zip(paper.seen.blocks, paper.blocks, strict=True):
        printed = [run.text for run in seen.runs] or [run.text for cells in seen.rows for c in cells for run in c]
        assert "".join(run.text for run in marked.all_runs) == "".join(printed)


def test_notes_go_and_come_with_what_cites_them() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{p("A note ", gone("old", who=OTHER), ins("new"))}</w:footnote>'
    assert both(p("Text", reference) + p("More"), footnotes=notes) == (
        ["Text[2]", "[2] A note new", "More"],
        ["Text[2]", "[2] A note old", "More"],
    )
    assert both(p("Text", gone(reference)) + p("More"), footnotes=notes) == (
        ["Text", "More"],
        ["Text[2]", "[2] A note old", "More"],
    )
    assert both(p("We ", ins(reference), mark=GONE_MARK) + p("meet."), footnotes=notes)[0] == [
        "We [2]meet.",
        "[2] A note new",
    ]


def test_words_in_a_text_box_are_tracked_too() -> None:
    inner = p(gone("old"), ins("new"))
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert both(p(box, "Text of the paper goes on.")) == (
        ["new", "Text of the paper goes on."],
        ["old", "Text of the paper goes on."],
    )


NUMBERED = (
    p("One.", props=LISTED)
    + p(gone("Two."), props=LISTED, mark=GONE_MARK)
    + p(ins("New."), props=LISTED, mark=NEW_MARK)
    + p(ins("Newer."), props=LISTED, mark=NEW_MARK)
    + p("Three.", props=LISTED)
)


def test_numbers_are_those_of_each_reading() -> None:
    assert both(NUMBERED, numbering=NUMBERING) == (
        ["8.1 One.", "8.2 New.", "8.3 Newer.", "8.4 Three."],
        ["8.1 One.", "8.2 Two.", "8.3 Three."],
    )
    last = read(NUMBERED, numbering=NUMBERING).blocks[-1]
    assert (last.label, last.old_label) == ("8.4", "8.3")


def test_a_number_that_was_put_before_a_paragraph_is_not_in_the_old_text() -> None:
    fresh = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {WHO}/></w:numPr>'
    changed = f"{LISTED}<w:pPrChange {WHO}><w:pPr/></w:pPrChange>"
    for props in (fresh, changed):
        body = p("One.", props=props) + p("Two.", props=LISTED)
        assert both(body, numbering=NUMBERING) == (["8.1 One.", "8.2 Two."], ["One.", "8.1 Two."])


def test_who_changed_what_is_kept() -> None:
    paper = read(p("Pay is ", ins(gone("$40", who=OTHER)), ins("$35"), gone("$30", who=OTHER), "."))
    marks = [
        (run.text, run.mark, run.writer and run.writer.label, run.striker and run.striker.label)
        for run in paper.blocks[0].runs
    ]
    assert marks == [
        ("Pay is ", Mark.SAME, None, None),
        ("$40", Mark.DELETED, "Kessler", "Chen"),
        ("$35", Mark.INSERTED, "Kessler", None),
        ("$30", Mark.DELETED, None, "Chen"),
        (".", Mark.SAME, None, None),
    ]
    assert {(key.name, key.meaning, key.why, key.words) for key in paper.keys} == {
        ("tracked as inserted by Kessler", Mark.INSERTED, "tracked", 2),
        ("tracked as deleted by Chen", Mark.DELETED, "tracked", 2),
    }


def test_breaks_of_paragraphs_are_marked_where_they_begin() -> None:
    split = read(p("We meet.", mark=NEW_MARK) + p("At noon.")).blocks
    joined = read(p("We meet ", mark=GONE_MARK) + p("at noon.")).blocks
    assert [block.start.mark for block in split] == [Mark.SAME, Mark.INSERTED]
    assert [block.start.mark for block in joined] == [Mark.SAME, Mark.DELETED]


def test_a_paragraph_that_word_tracked_as_moved_says_so() -> None:
    assert [block.moved for block in read(CASES["moved"][0]).blocks] == [True, False, True, False]


def test_a_header_that_is_tracked_itself_reads_as_it_stands() -> None:
    head = p("District Counter ", gone("2, 3/2/27"), ins("3, 3/9/27"), " 2:31 pm")
    paper = read(head + p("Article 8") + p("The days are ", gone("two"), ins("three"), "."))
    assert [(line.text, line.label, line.date) for line in paper.header] == [
        ("District Counter 3, 3/9/27 2:31 pm", "Counter 3", "2027-03-09")
    ]
    assert paper.accepted_text == "District Counter 3, 3/9/27 2:31 pm\nArticle 8\nThe days are three."
    assert [block.text for block in paper.accepted.blocks][-1] == "The days are three."
    assert not any("Counter" in block.text for block in paper.accepted.blocks)


def test_marks_by_hand_beside_tracked_ones_stay_as_word_leaves_them() -> None:
    paper = read(p("Pay ", r("old", STRUCK), r(" fresh", UNDER), " is ", gone("$30"), ins("$35", BOLD), "."))
    assert paper.accepted_text == "Pay old fresh is $35."
    assert paper.rejected_text == "Pay old fresh is $30."
    assert [warning.code for warning in paper.warnings] == ["struck-beside-tracked"]
    assert {key.name: key.meaning for key in paper.keys if key.why != "tracked"} == {
        "struck": Mark.SAME, "underlined": Mark.SAME, "bold": Mark.SAME,
    }  # fmt: skip


def test_a_legend_speaks_for_marks_by_hand_also_beside_tracked_ones() -> None:
    legend = p("Struck words are deleted, underlined words are added.")
    paper = read(legend + p("Pay ", r("old", STRUCK), " ", r("fresh", UNDER), " is ", gone("$30"), ins("$35"), "."))
    assert paper.accepted_text == "Pay fresh is $35."
    assert paper.rejected_text == "Pay old is $30."


@pytest.mark.parametrize("name", CASES)
def test_the_clean_reading_of_any_word_file_says_the_same(name: str) -> None:
    """Papers are also read without their marks, for comparing; that reading accepts what Word tracked."""
    body, accepted, _ = CASES[name]
    lines = [row for line in read_docx(word(body), "paper.docx").lines for row in line.rows or [(line.printed,)]]
    assert [" ".join("\t".join(row).split()) for row in lines] == [" ".join(line.split()) for line in accepted]
