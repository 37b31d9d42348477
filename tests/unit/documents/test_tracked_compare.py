"""Two Word files as one: all accepted it is the new one, all rejected the old one, and it keeps the standard."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablebook.documents.tracked.compare import compare_docx
from tablebook.documents.tracked.package import WordFile
from tablebook.domain.text import Block
from tablebook.errors import UserError
from tests.unit.documents.tracked_reading import read
from tests.unit.documents.tracked_rules import faults
from tests.unit.documents.word_files import (
    NAMES,
    PAGE,
    box,
    field,
    from_blocks,
    note,
    notes,
    p,
    picture,
    r,
    rel,
    tbl,
    tc,
    word_file,
)  # fmt: skip
from tests.unit.redline.test_exactness import chains

AT = datetime(2027, 3, 9, 15, 10, tzinfo=UTC)


def compared(old: bytes, new: bytes) -> bytes:
    return compare_docx(WordFile(old, "old.docx"), WordFile(new, "new.docx"), "Union", AT)


def holds(old: bytes, new: bytes) -> bytes:
    """The proof for two files; what it gives back can be looked at more closely."""
    data = compared(old, new)
    accepted, rejected = read(data, True), read(data, False)
    assert accepted.body == read(new, True).body
    assert rejected.body == read(old, True).body
    assert (accepted.adrift, rejected.adrift) == (0, 0)
    assert faults(data) == []
    return data


def body_of(data: bytes) -> str:
    return zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()


LONG = "The District shall make every reasonable effort to keep classes small in all grades."
OTHER = "Caseloads of school psychologists shall be reported to the Association each year."
SPAN = tc("Both years", '<w:gridSpan w:val="2"/>')
MATH = "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"
LINK = '<w:hyperlink w:anchor="{}">{}</w:hyperlink>'
CONTROL = "<w:sdt><w:sdtPr><w:id w:val='7'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
INS = '<w:ins w:id="1" w:author="A" w:date="2020-01-01T00:00:00Z">{}</w:ins>'
DEL = '<w:del w:id="2" w:author="A" w:date="2020-01-01T00:00:00Z"><w:r><w:delText>gone </w:delText></w:r></w:del>'
ENDED = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
BEGUN = field("TOC", "a").removesuffix(ENDED)
SECT = '<w:sectPr><w:pgSz w:w="15840" w:h="12240"/></w:sectPr>'
MARK = '<w:rPr><w:del w:id="3" w:author="A" w:date="2020-01-01T00:00:00Z"/></w:rPr>'

PAIRS = {
    "the same": (p(LONG), p(LONG)),
    "a word": (p(LONG), p(LONG.replace("small", "large"))),
    "words at both ends": (p("a " + LONG), p(LONG + " z")),
    "a look inside a word": (p(r("hel"), r("lo", "<w:b/>")), p(r("hello there"))),
    "another look": (p(LONG), p(r(LONG, "<w:i/>"))),
    "a paragraph at the end": (p("one"), p("one") + p("two")),
    "no paragraph at the end": (p("one") + p("two") + p("three"), p("one")),
    "other paragraphs at the end": (p("one") + p(LONG), p("one") + p(OTHER) + p("x y z")),
    "nothing at all": (p("one") + p("two"), ""),
    "from nothing": ("", p("one") + p("two")),
    "parted": (p(LONG), p(LONG[:40]) + p(LONG[40:])),
    "joined": (p(LONG[:40]) + p(LONG[40:]), p(LONG)),
    "moved": (p(OTHER) + p(LONG) + p("a b c") + p("d e f"), p(LONG) + p("a b c") + p(OTHER) + p("d e f")),
    "moved to the end": (p(OTHER) + p(LONG) + p("a b c"), p(LONG) + p("a b c") + p(OTHER)),
    "moved to the end from the start": (p(OTHER) + p(LONG), p(LONG) + p(OTHER)),
    "empty paragraphs": (p() + p() + p("x"), p() + p("x") + p() + p()),
    "signs": (p("a", "<w:r><w:tab/></w:r>", "b"), p("a", '<w:r><w:br/><w:sym w:font="W" w:char="F0B7"/></w:r>', "b")),
    "a cell": (tbl(["Step", "BA"], ["1", "50,000"]), tbl(["Step", "BA"], ["1", "51,000"])) ,
    "a row comes": (tbl(["Step", "BA"], ["1", "50"]), tbl(["Step", "BA"], ["0", "49"], ["1", "50"])),
    "a row goes": (tbl(["Step", "BA"], ["1", "50"], ["2", "52"]), tbl(["Step", "BA"], ["2", "52"])),
    "a column comes": (tbl(["Step", "BA"], ["1", "50"]), tbl(["Step", "BA", "MA"], ["1", "50", "60"])),
    "a column goes": (tbl(["Step", "BA", "MA"], ["1", "50", "60"]), tbl(["Step", "MA"], ["1", "60"])),
    "cells merged": (tbl(["a", "b"], ["c", "d"]), tbl(["a", "b"], ["c", "d"]).replace(tc("a") + tc("b"), SPAN)),
    "a table comes": (p("x") + p("y"), p("x") + tbl(["1"]) + p("y")),
    "a table goes": (p("x") + tbl(["1"]) + p("y"), p("x") + p("y")),
    "a table goes with what is before": (p("x") + p(LONG) + tbl(["1"]) + p("y"), p("x") + p("y")),
    "a table comes at the end": (p("x"), p("x") + tbl(["1"]) + p()),
    "a table goes at the end": (p("x") + tbl(["1"]) + p(), p("x")),
    "another table": (p("x") + tbl(["1", "2"]) + p("y"), p("x") + tbl(["a"], ["b"]) + p("y")),
    "a table in a cell": (tbl([tbl(["1", "2"]) + p("x")]), tbl([tbl(["1", "3"], ["4", "5"]) + p("x y")])),
    "two paragraphs in a cell": (tbl([p("a") + p("b")]), tbl([p("a")])),
    "a paragraph between tables": (tbl(["1"]) + p("x") + tbl(["2"]), tbl(["1"]) + p("x") + p("y") + tbl(["2"])),
    "a field": (p("of ", field("PAGE", "1")), p("of ", field("NUMPAGES", "12"), " pages")),
    "a simple field": (p('<w:fldSimple w:instr="DATE">' + r("May 1") + "</w:fldSimple>"), p("none")),
    "a field over paragraphs": (
        p(BEGUN) + p("b", ENDED),
        p(BEGUN) + p("c") + p("b", ENDED),
    ),
    "a link": (p("see ", LINK.format("x", r("Section 8"))), p("see ", LINK.format("x", r("Section 9 below")))),
    "a link elsewhere": (p("see ", LINK.format("x", r("Section 8"))), p("see ", LINK.format("y", r("Section 8")))),
    "a formula": (p("so ", MATH.format("a+b"), " is"), p("so ", MATH.format("a-b"), " is")),
    "a box": (p("see ", box("old words")), p("see ", box("new words"))),
    "a control round words": (p("a ", CONTROL.format(r("b c d"))), p("a ", CONTROL.format(r("b x d")))),
    "a control round paragraphs": (CONTROL.format(p("a") + p(LONG)), CONTROL.format(p("a") + p(LONG + " More."))),
    "a control gone": (CONTROL.format(p("a") + p("b")) + p("c"), p("c")),
    "a control new": (p("c"), p("c") + CONTROL.format(p("a") + p("b")) + p("d")),
    "bookmarks": (
        p('<w:bookmarkStart w:id="0" w:name="a"/>', LONG, '<w:bookmarkEnd w:id="0"/>'),
        p('<w:bookmarkStart w:id="0" w:name="b"/>', LONG, '<w:bookmarkEnd w:id="0"/>') + p("x"),
    ),
    "a section comes": (p("one") + p("two") + p("three"), p("one") + p("x", properties=SECT) + p("two") + p("three")),
    "a section goes": (p("one") + p("x", properties=SECT) + p("two") + p("three"), p("one") + p("two") + p("three")),
    "sections among words": (
        p("one") + p("two") + p("three"),
        p("one") + p("x", properties=SECT) + p("two and words") + p("y", properties=SECT) + p("three"),
    ),
    "paragraphs come at the end of a section": (
        p("one") + p("two", properties=SECT) + p("three"),
        p("one") + p("two and words") + p("x") + p("y", properties=SECT) + p("three"),
    ),
    "changes of before": (
        p("a ", INS.format(r("new ")), DEL, "b") + p("c", properties=MARK) + p("d"), p("a new b x") + p("c d")
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair(name: str) -> None:
    old, new = (word_file(body) for body in PAIRS[name])
    holds(old, new)
    holds(new, old)


def test_what_is_the_same_stays_as_it_was() -> None:
    body = p(r("x", "<w:b/>"), properties='<w:jc w:val="center"/>') + tbl(["1"])
    assert not re.search("w:(ins|del|rPrChange|pPrChange|moveTo)", body_of(holds(word_file(body), word_file(body))))


def test_a_move_is_told_as_one() -> None:
    old, new = (word_file(body) for body in PAIRS["moved"])
    text = body_of(holds(old, new))
    assert text.count("<w:moveFrom ") == text.count("<w:moveTo ") == 2
    assert not re.search("<w:(ins|del) ", text)


def test_columns_and_rows_have_their_own_marks() -> None:
    assert "<w:cellIns " in body_of(compared(*map(word_file, PAIRS["a column comes"])))
    gone = body_of(compared(*map(word_file, PAIRS["a column goes"])))
    assert (len(re.findall("<w:trPr><w:del ", gone)), len(re.findall("<w:trPr><w:ins ", gone))) == (2, 2)
    assert re.search("<w:trPr><w:ins ", body_of(compared(*map(word_file, PAIRS["a row comes"]))))


def test_each_change_has_author_and_date() -> None:
    text = body_of(compared(*map(word_file, PAIRS["a word"])))
    assert 'w:author="Union"' in text
    assert 'w:date="2027-03-09T15:10:00Z"' in text


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_stay_come_go_and_change(kind: str) -> None:
    none = word_file(p("one") + p("two"))
    one = word_file(p("one", note(kind, 1)) + p("two"), **{f"{kind}s": notes(kind, "First words.")})
    other = word_file(p("one", note(kind, 1)) + p("two", note(kind, 2)),
                      **{f"{kind}s": notes(kind, "First other words.", "Second.")})  # fmt: skip
    for old, new in ((none, one), (one, none), (one, other), (other, one), (other, none), (none, other)):
        holds(old, new)


def test_pictures_and_links_come_with_what_they_lead_to() -> None:
    rels = rel("rId1", "image", "media/a.png") + rel("rId2", "hyperlink", "mailto:someone", True)
    link = '<w:hyperlink r:id="rId2">' + r("write") + "</w:hyperlink>"
    new = word_file(p("x ", picture("rId1"), link), rels=rels, media={"media/a.png": b"new picture"})
    old = word_file(p("x ", picture("rId1")), rels=rels, media={"media/a.png": b"an old picture"})
    for one, other in ((old, new), (new, old), (word_file(p("x ")), new)):
        holds(one, other)


def test_the_same_picture_under_another_name_is_the_same() -> None:
    files = [
        word_file(
            p(text, picture(one, number)), rels=rel(one, "image", f"media/{one}.png"), media={f"media/{one}.png": b"it"}
        )
        for text, one, number in (("x ", "rId1", 1), ("x y ", "rId8", 4))
    ]
    text = body_of(holds(*files))
    assert (text.count("<w:ins "), text.count("<w:del ")) == (1, 0)


STYLES = f'<w:styles {NAMES}><w:style w:type="paragraph" w:styleId="{{0}}"><w:name w:val="{{1}}"/></w:style></w:styles>'
LIST = (
    f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="{{}}"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_a_new_paragraph_brings_its_style_or_finds_it_by_name() -> None:
    new = word_file(p("a") + p("b", properties='<w:pStyle w:val="S2"/>'), styles=STYLES.format("S2", "Clause"))
    data = holds(word_file(p("a"), styles=STYLES.format("S1", "clause")), new)
    assert 'w:pStyle w:val="S1"' in body_of(data)
    for plain in (
        word_file(p("a")),
        word_file(p("a"), styles=STYLES.format("S2", "Other").replace("paragraph", "table")),
    ):
        data = holds(plain, new)
        styles = zipfile.ZipFile(BytesIO(data)).read("word/styles.xml").decode()
        used = re.search('w:pStyle w:val="([^"]+)"', body_of(data))
        assert used
        assert f'w:styleId="{used[1]}"' in styles
        assert "Clause" in styles


def test_a_new_paragraph_stands_in_the_list_of_its_neighbours_or_brings_its_own() -> None:
    new = word_file(p("a", properties=IN_LIST) + p("b", properties=IN_LIST), numbering=LIST.format("decimal"))
    same = holds(word_file(p("a", properties=IN_LIST), numbering=LIST.format("lowerLetter")), new)
    assert body_of(same).count('w:numId w:val="1"') == 2
    brought = holds(word_file(p("a"), numbering=LIST.format("lowerLetter")), new)
    assert 'w:numId w:val="2"' in body_of(brought)
    assert 'w:val="decimal"' in zipfile.ZipFile(BytesIO(brought)).read("word/numbering.xml").decode()
    assert (
        'w:val="decimal"' in zipfile.ZipFile(BytesIO(holds(word_file(p("a")), new))).read("word/numbering.xml").decode()
    )


def test_headers_are_compared_where_both_have_them_and_come_where_one_has_none() -> None:
    page = PAGE.replace("<w:pgSz", '<w:headerReference w:type="default" r:id="header1"/><w:pgSz')
    files = [
        word_file(p("x"), page=page, header1=f"<w:hdr {NAMES}>{p(words)}</w:hdr>") for words in ("Draft 1", "Draft 2")
    ]
    data = holds(*files)
    assert (read(data, True).heads, read(data, False).heads) == (read(files[1], True).heads, read(files[0], True).heads)
    data = holds(word_file(p("x")), files[1])
    assert read(data, True).heads == [["header", ["Draft 2"]]]
    assert read(data, False).heads == [["header", [""]]]


@given(chains(1))
@settings(max_examples=100)
def test_any_edited_file(texts: list[list[Block]]) -> None:
    holds(*[from_blocks([_writable(block) for block in blocks]) for blocks in texts])


def _writable(block: Block) -> Block:
    """Words that XML can hold."""
    return block if block.rows else block.with_text(re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", block.text))


@given(st.data())
@settings(max_examples=12)
def test_the_sample_contract_edited_in_many_ways(sample_folder: Path, data: st.DataObject) -> None:
    source = (sample_folder / "contract.docx").read_bytes()
    document = docx.Document(BytesIO(source))
    for _ in range(data.draw(st.integers(1, 6))):
        paragraphs = document.paragraphs
        at = data.draw(st.integers(0, len(paragraphs) - 2))
        one = paragraphs[at]
        act = data.draw(st.sampled_from(["words", "drop", "add", "move", "bold", "row", "cell"]))
        if act == "words":
            one.text = " ".join([*one.text.split(" ")[data.draw(st.integers(0, 2)) :], "and", "more"])
        elif act == "drop" and one._p.find(".//{*}sectPr") is None:
            one._p.getparent().remove(one._p)
        elif act == "add":
            one.insert_paragraph_before("A new clause stands here.", data.draw(st.sampled_from(["Heading 1", None])))
        elif act == "move" and one._p.find(".//{*}sectPr") is None:
            paragraphs[data.draw(st.integers(0, len(paragraphs) - 2))]._p.addnext(one._p)
        elif act == "bold":
            for run in one.runs:
                run.bold = True
        elif act == "row" and document.tables:
            document.tables[0].add_row().cells[0].text = "new"
        elif document.tables:
            document.tables[-1].rows[-1].cells[-1].text = "$1,234"
    buffer = BytesIO()
    document.save(buffer)
    holds(source, buffer.getvalue())


def test_real_papers_against_each_other(shared_data: Path) -> None:
    papers = sorted((shared_data / "sf-feb5").glob("*.docx"))
    assert len(papers) == 3
    for old in papers:
        for new in papers:
            holds(old.read_bytes(), new.read_bytes())


@pytest.mark.parametrize("data", [b"PK\x03\x04 no package", word_file(p("x"))[:200]])
def test_a_damaged_file_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError):
        compared(data, word_file(p("x")))


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_stand_and_count_as_the_body_speaks_of_them(kind: str) -> None:
    old = word_file(p("a") + p("b", note(kind, 1)), **{f"{kind}s": notes(kind, "Of old.", "Of nowhere.")})
    new = word_file(p("new", note(kind, 1), " words") + p("a"), **{f"{kind}s": notes(kind, "Of new.")})
    data = holds(old, new)
    part = zipfile.ZipFile(BytesIO(data)).read(f"word/{kind}s.xml").decode()
    assert re.findall(rf'<w:{kind} w:id="(\d+)"', part) == ["1", "2", "3"]
    assert re.findall("Of (new|old|nowhere)", part) == ["new", "old", "nowhere"]
    assert re.findall(rf'{kind}Reference w:id="(\d+)"', body_of(data)) == ["1", "2"]


def test_words_in_a_box_are_tracked_in_the_box_in_both_its_forms() -> None:
    old = word_file(p("see ", box("old words")) + p(box("kept")))
    new = word_file(p("see ", box("new words")) + p(box("kept")))
    text = body_of(holds(old, new))
    assert text.count("<mc:AlternateContent") == 2
    assert re.findall("<w:delText[^>]*>([^<]*)<", text) == ["old ", "old "]
    assert re.findall("<w:ins [^>]*><w:r><w:t[^>]*>([^<]*)<", text) == ["new ", "new "]


def test_a_box_that_goes_is_not_taken_for_the_one_that_stays() -> None:
    old, new = word_file(p(box("first"), box("second"), "x")), word_file(p(box("second"), "x"))
    text = body_of(holds(old, new))
    assert len(re.findall("<w:(?:ins|del) ", text)) == 1
