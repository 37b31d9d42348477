"""The table of contents of the successor, in the ways that Word writes them and people type them."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from tablebook.documents.read import read_contract
from tablebook.documents.successor.entries import Said, copied_entry
from tablebook.documents.successor.letters import Letters
from tablebook.documents.successor.write import InOwnFile, in_own_file, tracked_file
from tablebook.documents.word.parts import Styles
from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.text import paragraph
from tests.unit.documents.settled import told
from tests.unit.documents.tracked_rules import faults
from tests.unit.documents.word_files import NAMES, field, p, r, word_file

TITLES = ("Recognition", "Hours of Work", "Leaves of Absence", "Grievance Procedure", "Wages and Salaries", "Duration")
WORDS = (
    "The District and the Association agree that every employee of the bargaining unit shall be paid for all hours "
    "worked under this contract, and that no employee shall lose pay while the matter is decided."
)
STYLES = (
    f'<w:styles {NAMES}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl '
    'w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/></w:style>'
    "</w:styles>"
)
BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
TAB = "<w:r><w:tab/></w:r>"
AT = datetime(2027, 6, 1, tzinfo=UTC)


def heading(number: int, title: str) -> str:
    mark = f'<w:bookmarkStart w:id="{number}" w:name="_Toc10000{number}"/>'
    words = r(f"Article {number}. {title}")
    return p(mark, words, f'<w:bookmarkEnd w:id="{number}"/>', properties='<w:pStyle w:val="Heading1"/>')


def entry(number: int, title: str, before: str = "", behind: str = "") -> str:
    page = field(f"PAGEREF _Toc10000{number} \\h", str(number + 2))
    link = f'<w:hyperlink w:anchor="_Toc10000{number}">{r(f"Article {number}. {title}")}{TAB}{page}</w:hyperlink>'
    return p(*filter(None, (before, link, behind)), properties='<w:pStyle w:val="TOC1"/>')


def plain(number: int, title: str, before: str = "", behind: str = "") -> str:
    """An entry without links, its page as words."""
    words = r(f"Article {number}. {title}") + TAB + r(str(number + 2))
    return p(*filter(None, (before, words, behind)), properties='<w:pStyle w:val="TOC1"/>')


def contents(way: str) -> str:
    shape = plain if way == "plain" else entry
    rows = list(enumerate(TITLES, 1))
    if way == "typed":
        return p("CONTENTS") + "".join(p(f"Article {n}. {t} ........ {n + 2}") for n, t in rows)
    last = "" if way == "in a control" else END
    inside = "".join(
        shape(n, t, BEGIN if n == 1 else "", last if n == len(rows) else "") for n, t in rows
    )  # fmt: skip
    if way == "in a control":
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        inside = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{inside}{p(END)}</w:sdtContent></w:sdt>"
    return inside


def contract(way: str) -> bytes:
    body = "".join(heading(n, t) + p(f"{n}.1 {WORDS}") + p(f"{n}.2 {WORDS}") for n, t in enumerate(TITLES, 1))
    return word_file(p("AGREEMENT") + contents(way) + body, styles=STYLES)


def assembled(data: bytes, folder: Path, **what: Article | None) -> InOwnFile:
    path = folder / "c.docx"
    path.write_bytes(data)
    base = read_contract(path).contract
    order = [(key, what.get(f"a{key}", one)) for key, one in base.by_key.items()]
    order += [("new", what["new"])] if what.get("new") else []
    found = in_own_file(data, base.by_key, order)
    assert found.wrong == ()
    assert faults(found.data) == []
    path.write_bytes(found.data)
    units = [(one.number, one.title) for one in read_contract(path).contract.articles]
    assert units == [(one.number, one.title) for _, one in order if one is not None]
    marked = tracked_file(data, found, lambda units: (", ".join(units) or "TAs", AT))
    assert faults(marked) == []
    assert told(marked, accept=True) == told(found.data, accept=True)
    assert told(marked, accept=False) == told(data, accept=False)
    assert "w:dirty" not in xml(marked)
    return found


def xml(data: bytes) -> str:
    return zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()


def lines(data: bytes) -> list[str]:
    """The contents as they print: the words before the first heading of the text, without the signs of fields."""
    found = [
        one for one in told(data, accept=True)[0] if one.startswith(("Article", "{", "<", *"123456")) or ".." in one
    ]
    cleared = [re.sub(r"<to [^>]*>|\{[^|{}]*\||[{}]", "", one) for one in found]
    return [one for one in cleared if "\t" in one or "...." in one]


def base(data: bytes, folder: Path) -> dict[str, Article]:
    path = folder / "b.docx"
    path.write_bytes(data)
    return read_contract(path).contract.by_key


NEW = Article(UnitKind.ARTICLE, "7", "Recess and Play", (paragraph(f"The Association says: {WORDS}"),))
WAYS = ("plain", "linked", "in a control", "typed")


@pytest.mark.parametrize("way", WAYS)
def test_entries_come_go_and_are_renamed(way: str, tmp_path: Path) -> None:
    data = contract(way)
    hours = replace(base(data, tmp_path)["2"], title="Hours and Workload")
    found = assembled(data, tmp_path, a2=hours, a3=None, new=NEW)
    gap = " ........ " if way == "typed" else "\t"
    wanted = [
        f"Article 1. Recognition{gap}3",
        f"Article 2. Hours and Workload{gap}4",
        f"Article 4. Grievance Procedure{gap}6",
        f"Article 5. Wages and Salaries{gap}7",
        f"Article 6. Duration{gap}8",
        f"Article 7. Recess and Play{gap.rstrip(' ')}",
    ]
    assert lines(found.data) == wanted
    assert found.contents is not None
    assert (found.contents.made, found.contents.changed, found.contents.left) == (way != "typed", True, False)
    assert found.contents.pageless == ("Article 7. Recess and Play",)
    assert xml(found.data).count("w:dirty") == (way != "typed")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("gone", ["1", "6"])
def test_the_field_outlives_its_first_and_its_last_entry(way: str, gone: str, tmp_path: Path) -> None:
    found = assembled(contract(way), tmp_path, **{f"a{gone}": None})
    said = lines(found.data)
    assert len(said) == 5
    assert not any(one.startswith(f"Article {gone}.") for one in said)
    if way != "typed":
        words = xml(found.data)
        assert words.index("TOC \\o") < words.index("Article 2.")
        signs = re.findall('fldCharType="(begin|end)"', words)
        assert signs.count("begin") == signs.count("end")


@pytest.mark.parametrize("way", ["plain", "linked", "typed"])
def test_a_last_entry_that_comes_stands_in_the_section_of_pages_of_the_contents(way: str, tmp_path: Path) -> None:
    page = '<w:sectPr><w:pgSz w:w="15840" w:h="12240"/></w:sectPr>'
    before, words = contents(way).rsplit("<w:p>", 1)
    properties, _, rest = words.rpartition("</w:pPr>")
    last = f"<w:p>{properties or '<w:pPr>'}{page}</w:pPr>{rest}"
    body = "".join(heading(n, t) + p(f"{n}.1 {WORDS}") + p(f"{n}.2 {WORDS}") for n, t in enumerate(TITLES, 1))
    found = assembled(word_file(p("AGREEMENT") + before + last + body, styles=STYLES), tmp_path, new=NEW)
    assert found.contents is not None
    assert found.contents.changed
    root = etree.fromstring(xml(found.data).encode())
    (ends,) = [one for one in root.iter("{*}p") if one.find("{*}pPr/{*}sectPr") is not None]
    assert "Recess and Play" in "".join(ends.itertext())


def test_links_that_stay_are_kept_and_a_new_one_leads_to_its_heading(tmp_path: Path) -> None:
    words = xml(assembled(contract("linked"), tmp_path, new=NEW).data)
    anchors = re.findall('w:anchor="([^"]+)"', words)
    assert anchors[:6] == [f"_Toc10000{n}" for n in range(1, 7)]
    assert re.findall(r"PAGEREF (\S+)", words) == anchors
    assert len(set(anchors)) == 7
    mark = words.index(f'<w:bookmarkStart w:id="7" w:name="{anchors[6]}"')
    assert mark < words.rindex("Recess and Play")


@pytest.mark.parametrize("way", WAYS)
def test_other_words_alone_leave_the_entries_and_ask_word_for_the_pages(way: str, tmp_path: Path) -> None:
    data = contract(way)
    one = base(data, tmp_path)["4"]
    said = replace(one.blocks[1], runs=paragraph(one.blocks[1].text.replace("paid", "fully paid")).runs)
    found = assembled(data, tmp_path, a4=replace(one, blocks=(one.blocks[0], said)))
    assert lines(found.data) == lines(data)
    assert found.contents is not None
    assert not found.contents.changed
    assert ("w:dirty" in xml(found.data)) is (way != "typed")


def test_without_a_change_nothing_is_touched(tmp_path: Path) -> None:
    found = assembled(contract("linked"), tmp_path)
    assert found.contents is None
    assert "w:dirty" not in xml(found.data)


def test_contents_whose_shape_is_not_clear_are_left_and_named(tmp_path: Path) -> None:
    data = contract("linked")
    odd = word_file(
        xml_body(data).replace(r("Article 3. Leaves of Absence") + TAB, r("Time away from work") + TAB, 1),
        styles=STYLES,
    )
    one = base(odd, tmp_path)["3"]
    found = assembled(odd, tmp_path, a3=replace(one, title="Leaves"))
    assert found.contents is not None
    assert found.contents.left
    assert "Time away from work" in xml(found.data)


PARTS = ("Purpose", "Procedure")


def in_sections() -> bytes:
    """A contract whose contents name its sections too."""
    rows = list(enumerate(TITLES, 1))
    deep = '<w:pStyle w:val="TOC2"/>'
    inside, body = "", ""
    for n, title in rows:
        inside += entry(n, title, BEGIN if n == 1 else "")
        body += heading(n, title)
        for m, part in enumerate(PARTS, 1):
            page = field(f"PAGEREF _Toc2{n}{m} \\h", str(n + 2))
            last = END if (n, m) == (len(rows), len(PARTS)) else ""
            link = f'<w:hyperlink w:anchor="_Toc2{n}{m}">{r(f"{n}.{m} {part}")}{TAB}{page}</w:hyperlink>'
            inside += p(*filter(None, (link, last)), properties=deep)
            mark = f'<w:bookmarkStart w:id="{n}0{m}" w:name="_Toc2{n}{m}"/>'
            words = (mark, r(f"{n}.{m} {part}"), f'<w:bookmarkEnd w:id="{n}0{m}"/>')
            body += p(*words, properties='<w:pStyle w:val="Heading2"/>') + p(WORDS)
    return word_file(p("AGREEMENT") + inside + body, styles=STYLES)


def test_entries_of_sections_come_go_and_are_renamed(tmp_path: Path) -> None:
    data = in_sections()
    known = base(data, tmp_path)
    purpose, first, procedure, second = known["4"].blocks
    renamed = replace(purpose, runs=paragraph("Aim").runs)
    new = replace(procedure, label="4.3", section="4.3", runs=paragraph("Appeal").runs)
    more = replace(known["4"], blocks=(renamed, first, procedure, second, new, second))
    less = replace(known["5"], blocks=known["5"].blocks[:2])
    found = assembled(data, tmp_path, a3=None, a4=more, a5=less)
    assert lines(found.data) == [
        "Article 1. Recognition\t3", "1.1 Purpose\t3", "1.2 Procedure\t3",
        "Article 2. Hours of Work\t4", "2.1 Purpose\t4", "2.2 Procedure\t4",
        "Article 4. Grievance Procedure\t6", "4.1 Aim\t6", "4.2 Procedure\t6", "4.3 Appeal\t",
        "Article 5. Wages and Salaries\t7", "5.1 Purpose\t7",
        "Article 6. Duration\t8", "6.1 Purpose\t8", "6.2 Procedure\t8",
    ]  # fmt: skip
    assert found.contents is not None
    assert found.contents.pageless == ("4.3 Appeal",)


@pytest.mark.parametrize("look", ["TOCHeading", "TOC1", ""])
def test_a_group_of_entries_outlives_the_article_above_it(look: str, tmp_path: Path) -> None:
    """ "APPENDICES" in a style of its own: nothing says that it stands under the article."""
    group = p("APPENDICES", properties=f'<w:pStyle w:val="{look}"/>')
    last = entry(6, TITLES[5], "", END)
    body = xml_body(contract("linked")).replace(last, f"{entry(6, TITLES[5])}{group}{p(END)}")
    found = assembled(word_file(body, styles=STYLES), tmp_path, a6=None)
    assert found.contents is not None
    assert found.contents.changed
    assert "Duration" not in xml(found.data)
    assert "APPENDICES" in xml(found.data)


@pytest.mark.parametrize(
    ("model", "old", "new", "made"),
    [
        ("MOU 3", Said("3", ""), Said("4", ""), "MOU 4"),
        ("Side Letter 3 ..... 41", Said("3", ""), Said("4", ""), "Side Letter 4 ....."),
        ("Article 20", Said("20", ""), Said("21", ""), "Article 21"),
        ("Appendix A Salary ..... 12", Said("A", "Salary"), Said("C", "Salary 2"), "Appendix C Salary 2 ....."),
        ("Appendix A Salary", Said("A", "Salary"), Said("C", "Salary Schedule 2"), "Appendix C Salary Schedule 2"),
        ("Article 5 Art ... 7", Said("5", "Art"), Said("6", "Music"), "Article 6 Music ..."),
    ],
)
def test_a_new_entry_has_its_number_and_no_page(model: str, old: Said, new: Said, made: str) -> None:
    element = etree.fromstring(f"<w:p {NAMES}>{r(model)}</w:p>")
    found = copied_entry(element, old, new, "", Styles(None))
    assert found is not None
    assert Letters(found, Styles(None)).text == made


def xml_body(data: bytes) -> str:
    """What stands in the body of a file made here."""
    words = xml(data)
    return words[words.index("<w:body>") + 8 : words.index("<w:sectPr>")]
