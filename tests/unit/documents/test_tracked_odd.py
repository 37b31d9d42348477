"""What thousands of files showed: notes that lead nowhere, parts that are missing, first pages, last breaks."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from tablebook.documents.tracked.package import WordFile
from tests.unit.documents.settled import told
from tests.unit.documents.test_tracked_compare import body_of, compared, holds
from tests.unit.documents.tracked_rules import faults
from tests.unit.documents.word_files import NAMES, PAGE, note, notes, p, picture, r, rel, tbl, word_file

FIRST = '<w:headerReference w:type="{}" r:id="header1"/>'
HEAD = f"<w:hdr {NAMES}>{p('Tentative agreement')}</w:hdr>"
SWITCH = '<w:titlePg/><w:docGrid w:linePitch="360"/>'
CLOSE = "</w:sectPr>"


def with_head(kind: str, switch: str) -> bytes:
    page = PAGE.replace("<w:pgSz", f"{FIRST.format(kind)}<w:pgSz").replace(CLOSE, f"{switch}{CLOSE}")
    return word_file(p("Words."), page=page, header1=HEAD)


@pytest.mark.parametrize(("kind", "switch"), [("first", SWITCH), ("even", ""), ("default", "")])
def test_heads_of_every_kind_come_and_go(kind: str, switch: str) -> None:
    plain, headed = word_file(p("Words.")), with_head(kind, switch)
    for old, new, prints in ((plain, headed, True), (headed, plain, False)):
        data = holds(old, new)
        for accept, shown in ((True, prints), (False, not prints)):
            (heads,) = told(data, accept)[1]
            assert heads.get(f"headerReference {kind}", [""]) == (["Tentative agreement"] if shown else [""])


def test_the_switch_of_a_first_page_is_tracked() -> None:
    body = body_of(compared(word_file(p("Words.")), with_head("first", SWITCH)))
    found = re.search(r"<w:sectPr>(.*)<w:sectPrChange [^>]*><w:sectPr>(.*)</w:sectPr></w:sectPrChange>", body)
    assert found is not None
    now, before = found.groups()
    assert "<w:titlePg/>" in now
    assert "titlePg" not in before
    assert "pgSz" in before
    assert "headerReference" not in before
    body = body_of(compared(with_head("first", SWITCH), word_file(p("Words."))))
    assert body.index("sectPrChange") < body.index("<w:titlePg/>")
    assert body.count("titlePg") == 1


def test_a_note_that_leads_nowhere_leads_to_no_other() -> None:
    lost = word_file(
        p("one", note("footnote", 7)) + p("two", note("footnote", 1)), footnotes=notes("footnote", "Kept.")
    )
    more = word_file(
        p("one", note("footnote", 7)) + p("two", note("footnote", 1)) + p("three", note("footnote", 2)),
        footnotes=notes("footnote", "Kept.", "New."),
    )
    data = compared(lost, more)
    for accept, side in ((True, more), (False, lost)):
        assert told(data, accept)[0] == told(side, accept=True)[0]
    assert told(data, accept=True)[0][0] == "one[footnote []]"


def test_notes_that_come_do_not_take_the_number_of_one_that_is_missing() -> None:
    plain = word_file(p("one"))
    lost = word_file(
        p("one", note("footnote", 9)) + p("two", note("footnote", 1)), footnotes=notes("footnote", "Kept.")
    )
    assert told(compared(plain, lost), accept=True)[0] == told(lost, accept=True)[0]


def test_what_comes_does_not_take_the_place_of_a_missing_picture() -> None:
    old = word_file(p("one", picture("pic")) + p("two"), rels=rel("pic", "image", "media/image1.png"))
    new = word_file(
        p("one") + p("two", picture("pic")),
        rels=rel("pic", "image", "media/image1.png"),
        media={"media/image1.png": b"\x89PNG of the new file"},
    )
    data = compared(old, new)
    assert "word/media/image1.png" not in zipfile.ZipFile(BytesIO(data)).namelist()
    for accept, side in ((True, new), (False, old)):
        assert told(data, accept)[0] == told(side, accept=True)[0]


def test_a_link_into_the_file_itself_stays_one() -> None:
    file = word_file(p("one"), rels=rel("here", "hyperlink", "#mark"))
    kept = WordFile(WordFile(file, "a").to_bytes(), "b")
    assert kept.rels(kept.main)["here"].target == "#mark"
    assert b'Target="#mark"' in zipfile.ZipFile(BytesIO(kept.to_bytes())).read("word/_rels/document.xml.rels")


def test_a_bookmark_that_begins_in_a_moved_heading_keeps_both_ends() -> None:
    moved = '<w:rPr><w:moveFrom w:id="5" w:author="A"/></w:rPr>'
    start, end = '<w:bookmarkStart w:id="1" w:name="_Toc1"/>', '<w:bookmarkEnd w:id="1"/>'
    control = f"<w:sdt><w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>"
    old = word_file(p(start, properties=moved) + control + p("Words.", end))
    data = compared(old, word_file(p("Contents") + p("Other words.")))
    assert faults(data) == []
    gone = word_file(p('<w:del w:id="2" w:author="A">', start, r("x"), "</w:del>") + p("Words.", end))
    assert faults(compared(gone, word_file(p("Words.") + p("More.")))) == []


def test_a_break_at_the_very_end_of_a_file() -> None:
    marks = ('<w:bookmarkStart w:id="3" w:name="m"/>', '<w:bookmarkEnd w:id="3"/>')
    section = "<w:sectPr><w:pgSz w:w='1' w:h='1'/></w:sectPr>"
    broken = word_file(p("one") + marks[0] + p("two", properties=section) + marks[1])
    plain = word_file(p("one") + p("two"))
    for old, new in ((plain, broken), (broken, plain)):
        data = compared(old, new)
        for accept, side in ((True, new), (False, old)):
            empty = [""] if side is broken else []
            assert told(data, accept)[0] == told(side, accept=True)[0] + empty
            assert len(told(data, accept)[1]) == len(told(side, accept=True)[1])


def test_a_table_inside_a_paragraph_keeps_its_words() -> None:
    inner = tbl(["inner"])
    old = word_file(p("before", inner, r("behind")) + p("last"))
    data = compared(old, word_file(p("before", inner.replace("inner", "other"), r("behind")) + p("last")))
    assert faults(data) == []
    cut = ("1", "")
    assert told(data, accept=False)[0] == ["before", [[(cut, ["inner"])]], "behind", "last"]
    assert told(data, accept=True)[0] == ["before", [[(cut, ["other"])]], "behind", "last"]
