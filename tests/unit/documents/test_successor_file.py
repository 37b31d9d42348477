"""The successor in small Word files: what a changed paragraph keeps, and what a struck one leaves behind."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from tablebook.documents.read import read_contract
from tablebook.documents.successor.places import NotPlacedError
from tablebook.documents.successor.write import InOwnFile, in_own_file, tracked_file
from tablebook.domain.contract import Article, Contract
from tablebook.domain.text import Block, heading, paragraph, sections_of, table
from tests.unit.documents.tracked_reading import read
from tests.unit.documents.tracked_rules import faults
from tests.unit.documents.word_files import NAMES, field, p, r, tbl, word_file

BOLD = "<w:b/>"
LONG = "Every employee shall have a day of rest in each week, and no one shall work more than ten days without one."
NUMBERING = (
    f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def head(number: int, title: str) -> str:
    return p(r(f"ARTICLE {number}", BOLD), properties='<w:jc w:val="center"/>') + p(
        r(title, BOLD), properties='<w:jc w:val="center"/>'
    )


def run_in(number: str, title: str, words: str) -> str:
    """A section whose title runs into its text: "1.1 Scope. The District …"."""
    return p(r(f"{number}\u00a0{title}.", BOLD), r(f"  {words}"))


def counted(words: str, level: int = 0) -> str:
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def contract(*first: str, numbering: str = "") -> bytes:
    """A contract of three articles, of which the first says what is given."""
    body = [head(1, "SCOPE"), *first, head(2, "HOURS"), run_in("2.1", "Week", LONG), run_in("2.2", "Day", LONG)]
    body += [
        head(3, "PAY"),
        run_in("3.1", "Rates", LONG),
        tbl(("Step", "BA"), ("1", "$50,000"), ("2", "$51,000")),
        p(""),
    ]
    return word_file("".join(body), **({"numbering": numbering} if numbering else {}))


def taken(data: bytes, folder: Path) -> Contract:
    path = folder / "c.docx"
    path.write_bytes(data)
    return read_contract(path).contract


def written(data: bytes, folder: Path, key: str, blocks: tuple[Block, ...]) -> tuple[InOwnFile, Contract]:
    """The contract with one article's text changed, and how the new file reads."""
    base = taken(data, folder)
    changed = {**base.by_key}
    old = changed[key]
    changed[key] = Article(old.kind, old.number, old.title, blocks, old.page)
    found = in_own_file(data, base.by_key, list(changed.items()))
    assert found.wrong == ()
    assert faults(found.data) == []
    now = taken(found.data, folder)
    assert [(b.label, b.rows or b.text) for b in now.by_key[key].blocks] == [
        (b.label, b.rows or b.text) for b in blocks
    ]
    for other in base.by_key:
        assert other == key or [b.printed for b in now.by_key[other].blocks] == [
            b.printed for b in base.by_key[other].blocks
        ]
    return found, now


def xml(found: InOwnFile) -> str:
    return zipfile.ZipFile(BytesIO(found.data)).read("word/document.xml").decode()


def test_a_title_that_runs_into_its_text_goes_on_doing_so(tmp_path: Path) -> None:
    data = contract(run_in("1.1", "Scope", LONG), run_in("1.2", "Term", LONG))
    old = taken(data, tmp_path).by_key["1"].blocks
    assert [b.text for b in old[:2]] == ["Scope", LONG]
    new = (
        heading("Reach", "1.3", section="1.3", level=2),
        paragraph("It reaches all employees of the District, wherever they work."),
    )
    found, _ = written(data, tmp_path, "1", (old[0], paragraph(LONG.replace("ten", "six")), *old[2:], *new))
    assert "1.3\u00a0Reach." in xml(found).replace(
        '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">', ""
    )


def test_a_new_article_sets_titles_as_the_others_do(tmp_path: Path) -> None:
    """In front of their text, in bold type, with their full stops."""
    data = contract(run_in("1.1", "Scope", LONG), run_in("1.2", "Term", LONG))
    base = taken(data, tmp_path).by_key
    blocks = (heading("Committee", "4.1", section="4.1", level=2), paragraph("Each school has a safety committee."))
    new = Article(base["3"].kind, "4", "SAFETY", blocks)
    found = in_own_file(data, base, [*base.items(), ("n", new)])
    assert found.wrong == ()
    (made,) = [one for one in etree.fromstring(xml(found).encode()).iter("{*}p") if "safety" in "".join(one.itertext())]
    words = [("".join(run.itertext()), run.find("{*}rPr/{*}b") is not None) for run in made.iter("{*}r")]
    bold, rest = ("".join(text for text, is_bold in words if is_bold is wanted) for wanted in (True, False))
    assert (bold.replace("\u00a0", " "), rest.strip()) == ("4.1 Committee.", "Each school has a safety committee.")


def test_a_typed_label_behind_blanks_is_written_over(tmp_path: Path) -> None:
    data = contract(p(f"1.1 {LONG}"), p("    a.  one thing of some length"), p("    b.  another thing of some length"))
    old = taken(data, tmp_path).by_key["1"].blocks
    assert [b.label for b in old] == ["1.1", "a.", "b."]
    written(data, tmp_path, "1", (*old, paragraph("what is said nowhere else", "c.", level=1)))


def test_words_that_stay_keep_their_look_and_new_ones_take_that_of_their_place(tmp_path: Path) -> None:
    data = contract(
        p(r("1.1 The "), r("Union", '<w:u w:val="single"/>'), r(f" acts for all. {LONG}")), run_in("1.2", "Term", LONG)
    )
    old = taken(data, tmp_path).by_key["1"].blocks
    found, _ = written(
        data, tmp_path, "1", (paragraph(old[0].text.replace("all.", "all employees."), "1.1", section="1.1"), *old[1:])
    )
    assert '<w:u w:val="single"/></w:rPr><w:t xml:space="preserve">Union</w:t>' in xml(found)


def test_a_field_in_a_changed_paragraph_becomes_its_words_and_is_named(tmp_path: Path) -> None:
    data = contract(p("1.1 As said in Section ", field("REF x", "2.1"), f". {LONG}"), p(f"1.2 {LONG}"))
    old = taken(data, tmp_path).by_key["1"].blocks
    found, _ = written(
        data, tmp_path, "1", (paragraph(old[0].text.replace("rest", "full rest"), "1.1", section="1.1"), *old[1:])
    )
    assert found.fields == ("1",)
    assert "fldChar" not in xml(found)


def test_a_section_of_pages_and_a_bookmark_outlive_the_paragraph_they_stand_in(tmp_path: Path) -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="kept"/><w:bookmarkEnd w:id="7"/>'
    page = '<w:sectPr><w:pgSz w:w="15840" w:h="12240"/></w:sectPr>'
    data = contract(p(f"1.1 {LONG}"), p(mark, f"1.2 {LONG}"), p("1.3 ", LONG, properties=page), p(f"1.4 {LONG}"))
    old = taken(data, tmp_path).by_key["1"].blocks
    found, _ = written(data, tmp_path, "1", (old[0], old[3]))
    assert 'w:name="kept"' in xml(found)
    assert 'w:w="15840"' in xml(found)


def first_pages(data: bytes) -> str:
    """The words of the first section of a file."""
    words: list[str] = []
    body = etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))[0]
    for block in body:
        words += block.itertext("{*}t")
        if block.find("{*}pPr/{*}sectPr") is not None:
            break
    return " ".join(words)


NEW = paragraph(f"{LONG} Always.", "1.2", section="1.2")


@pytest.mark.parametrize("new", [(NEW,), (table([["Step", "BA"], ["1", "2"]]),), (NEW, paragraph("Last.")), ()])
def test_what_comes_at_the_end_of_a_section_of_pages_stands_in_that_section(
    new: tuple[Block, ...], tmp_path: Path
) -> None:
    """A paragraph, a table, two paragraphs, or an article."""
    data = contract(p("1.1 ", LONG, properties='<w:sectPr><w:pgSz w:w="15840" w:h="12240"/></w:sectPr>'))
    base = taken(data, tmp_path).by_key
    first = Article(base["1"].kind, "1", "SCOPE", (*base["1"].blocks, *new))
    more = Article(base["1"].kind, "1A", "SAFETY", (NEW,))
    order = [("1", first), *([] if new else [("new", more)]), ("2", base["2"]), ("3", base["3"])]
    found = in_own_file(data, base, order)
    assert found.wrong == ()
    said = first_pages(found.data)
    assert said.startswith(first_pages(data))
    assert said.endswith(new[-1].rows[-1][-1] if new and new[-1].rows else new[-1].text if new else NEW.text)
    marked = tracked_file(data, found, lambda units: ("TAs", datetime(2027, 3, 1, tzinfo=UTC)))
    assert faults(found.data) == faults(marked) == []
    assert read(marked, accept=True) == read(found.data, accept=True)
    assert read(marked, accept=False) == read(data, accept=False)
    if not any(one.rows for one in new):
        assert "<w:del " not in zipfile.ZipFile(BytesIO(marked)).read("word/document.xml").decode()


def widths(data: bytes, gone: str) -> list[str]:
    """How wide the pages of each section are in one reading of a file: the other's ends of paragraphs are ``gone``."""
    body = etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))[0]
    ends = [
        one
        for one in body.iter("{*}pPr")
        if one.find("{*}sectPr") is not None and one.find(f"{{*}}rPr/{{*}}{gone}") is None
    ]
    return [size.get(next(iter(size.attrib))) for one in ends for size in one.iter("{*}pgSz")]


def test_sections_of_pages_are_those_of_either_reading_where_an_article_goes_and_paragraphs_come(
    tmp_path: Path,
) -> None:
    pages = [f'<w:sectPr><w:pgSz w:w="{width}" w:h="12240"/></w:sectPr>' for width in (3000, 4000)]
    body = [head(1, "SCOPE"), p("1.1 ", LONG), head(2, "HOURS"), p("2.1 ", LONG, properties=pages[0])]
    body += [p("2.2 ", LONG, properties=pages[1]), head(3, "PAY"), run_in("3.1", "Rates", LONG), p("")]
    data = word_file("".join(body))
    base = taken(data, tmp_path).by_key
    new = [paragraph(f"The parties agree to {what} in all schools.", f"1.{at}") for at, what in enumerate("abc", 2)]
    first = Article(base["1"].kind, "1", "SCOPE", (*base["1"].blocks, *new))
    found = in_own_file(data, base, [("1", first), ("2", None), ("3", base["3"])])
    marked = tracked_file(data, found, lambda units: ("TAs", datetime(2027, 3, 1, tzinfo=UTC)))
    assert widths(marked, "del") == widths(found.data, "del") == ["3000", "4000"]
    assert widths(marked, "ins") == widths(data, "ins") == ["3000", "4000"]
    assert read(marked, accept=True) == read(found.data, accept=True)
    assert read(marked, accept=False) == read(data, accept=False)


def test_points_that_word_counts_are_counted_on_where_a_new_one_stands_at_its_level(tmp_path: Path) -> None:
    data = contract(
        counted(LONG), counted("one thing", 1), counted("another thing", 1), counted(LONG), numbering=NUMBERING
    )
    old = taken(data, tmp_path).by_key["1"].blocks
    assert [b.label for b in old] == ["1.", "(a)", "(b)", "2."]
    found, _ = written(data, tmp_path, "1", (*old[:3], paragraph("a third thing", "(c)", level=2), old[3]))
    assert found.literal == ()
    assert xml(found).count("<w:numId") == 5


def test_labels_that_word_would_count_otherwise_are_typed_in_and_named(tmp_path: Path) -> None:
    data = contract(
        counted(LONG), counted("one thing", 1), counted("another thing", 1), counted(LONG), numbering=NUMBERING
    )
    old = taken(data, tmp_path).by_key["1"].blocks
    found, _ = written(data, tmp_path, "1", (old[0], old[2], old[3]))
    assert found.literal == ("1",)
    assert xml(found).count('<w:numId w:val="1"/>') == 2


@pytest.mark.parametrize(
    "rows",
    [
        (("Step", "BA"), ("1", "$52,000"), ("2", "$53,000")),
        (("Step", "BA"), ("1", "$50,000"), ("2", "$51,000"), ("3", "$52,000")),
        (("Step", "BA"), ("2", "$51,000")),
        (("Step", "BA", "MA"), ("1", "$50,000", "$55,000"), ("2", "$51,000", "$56,000")),
    ],
)
def test_the_cells_rows_and_columns_of_a_schedule(rows: tuple[tuple[str, ...], ...], tmp_path: Path) -> None:
    data = contract(p(f"1.1 {LONG}"), p(f"1.2 {LONG}"))
    old = taken(data, tmp_path).by_key["3"].blocks
    written(data, tmp_path, "3", (*old[:-1], table(rows)))


def test_what_people_noted_beside_the_text_is_not_sent_along(tmp_path: Path) -> None:
    noted = '<w:commentRangeStart w:id="3"/>', "1.1 ", LONG, '<w:commentRangeEnd w:id="3"/>'
    data = contract(p(*noted, '<w:r><w:commentReference w:id="3"/></w:r>'), p(f"1.2 {LONG}"))
    old = taken(data, tmp_path).by_key["1"].blocks
    found, _ = written(data, tmp_path, "1", (old[0], paragraph(LONG.replace("ten", "six"), "1.2", section="1.2")))
    assert "comment" not in xml(found)


def test_headers_and_everything_else_of_the_file_stay(tmp_path: Path) -> None:
    source = contract(p(f"1.1 {LONG}"), p(f"1.2 {LONG}"))
    base = taken(source, tmp_path)
    assert read(in_own_file(source, base.by_key, list(base.by_key.items())).data, True) == read(source, True)


def test_a_book_that_does_not_know_its_places_says_so(tmp_path: Path) -> None:
    source = contract(p(f"1.1 {LONG}"), p(f"1.2 {LONG}"))
    base = taken(source, tmp_path)
    shuffled = {key: base.by_key[key] for key in reversed(base.by_key)}
    with pytest.raises(NotPlacedError):
        in_own_file(source, shuffled, list(shuffled.items()))
    assert sections_of(base.by_key["1"].blocks)
