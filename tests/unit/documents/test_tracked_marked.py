"""Papers of the book as Word files: both readings are exactly the two texts, whatever the passes were."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tablebook.documents.read import read_contract
from tablebook.documents.tracked.paper import NOTE, SIGNATURE, SIGNED, TITLE, Line, Original, WordPaper, word_file
from tablebook.domain.text import Block, BlockKind, paragraph, table
from tablebook.redline.layers import layers
from tablebook.redline.marks import Author, Redline
from tests.unit.documents import word_files as word
from tests.unit.documents.tracked_reading import read
from tests.unit.documents.tracked_rules import W, faults
from tests.unit.redline.test_exactness import chains

U1, E1, U2 = Author("union", "U-1"), Author("employer", "E-1"), Author("union", "U-2")
DATES = {U1: datetime(2027, 1, 26, 13, 5, tzinfo=UTC), E1: datetime(2027, 2, 9, 10, 38, tzinfo=UTC)}


def paper(redline: Redline) -> WordPaper:
    return WordPaper(
        "Article 12",
        (Line(TITLE, "Article 12"), *redline.blocks, Line(NOTE, "Text 1234")),
        ("The Union and The Board", "2027 agreement"),
        "Article 12",
        lambda author: author.party.capitalize(),
        lambda author: DATES.get(author, datetime(2027, 3, 1, tzinfo=UTC)),
    )


def _line(text: str) -> str:
    return re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", text)


def printed(blocks: Sequence[Block]) -> list[Any]:
    """What the paper must say, paragraphs without words left out."""
    found: list[Any] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            rows = [[_line(cell) for cell in row] for row in block.rows if row]
            found += [rows] if rows else []
        else:
            found.append(f"{block.label}\t{_line(block.text)}" if block.label else _line(block.text))
    return [one for one in found if one]


def said(data: bytes, accept: bool) -> list[Any]:
    found = []
    for one in read(data, accept).body[1:-1]:
        if isinstance(one, str):
            found.append(one)
        else:
            rows = [["".join(cell) for cell in row] for row in one]
            found.append([row for row in rows if row != [""] or len(rows) == 1])
    return [one for one in found if one]


def _rows(blocks: Sequence[Any]) -> list[Any]:
    """A table's row without cells has one empty cell in Word: rows of nothing are left out on both sides."""
    found = []
    for one in blocks:
        rows = one if isinstance(one, str) else [row for row in one if any(row)]
        found += [rows] if rows else []
    return found


@given(chains(4))
@settings(max_examples=150)
def test_both_readings_are_the_two_texts(texts: list[list[Block]]) -> None:
    authors = [Author("employer" if number % 2 else "union", f"#{number}") for number in range(1, len(texts))]
    redline = layers(texts[0], list(zip(authors, texts[1:], strict=True)))
    data = word_file(paper(redline))
    assert faults(data) == []
    assert _rows(said(data, True)) == _rows(printed(texts[-1]))
    assert _rows(said(data, False)) == _rows(printed(texts[0]))
    clean = word_file(paper(redline), clean=True)
    assert _rows(said(clean, True)) == _rows(said(clean, False)) == _rows(printed(texts[-1]))
    assert not {name for _, name, _ in changes(clean)}


def changes(data: bytes) -> list[tuple[str, str, str]]:
    root = etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))
    return [
        (one.tag[len(W) :], one.get(W + "author"), one.get(W + "date"))
        for one in root.iter(W + "ins", W + "del", W + "cellIns", W + "cellDel")
    ]


def test_an_offer_struck_by_the_other_is_both_at_once_with_their_names_and_dates() -> None:
    base = [paragraph("At most thirty students.")]
    redline = layers(
        base, [(U1, [paragraph("At most twenty students.")]), (E1, [paragraph("At most twenty-six students.")])]
    )
    found = changes(word_file(paper(redline)))
    assert ("del", "Union", "2027-01-26T13:05:00Z") in found
    assert ("ins", "Employer", "2027-02-09T10:38:00Z") in found
    at = found.index(("ins", "Union", "2027-01-26T13:05:00Z"))
    assert found[at + 1] == ("del", "Employer", "2027-02-09T10:38:00Z")


def test_who_replaces_an_offer_of_their_own_has_two_names() -> None:
    texts = [[paragraph(f"At most {number} students.")] for number in ("thirty", "twenty", "twenty-two")]
    found = changes(word_file(paper(layers(texts[0], [(U1, texts[1]), (U2, texts[2])]))))
    assert {name for kind, name, _ in found if kind == "ins"} == {"Union U-1", "Union"}


def test_what_moved_is_a_move() -> None:
    words = [
        paragraph(f"The {name} shall be told of each change within ten days.") for name in ("union", "board", "state")
    ]
    head, tail = paragraph("12.1 Notices"), paragraph("12.2 The end of it all")
    old, new = [head, *words, tail], [head, words[1], words[2], words[0], tail]
    data = word_file(paper(layers(old, [(U1, new)])))
    assert faults(data) == []
    text = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert text.count("<w:moveFrom ") == text.count("<w:moveTo ") == 2
    assert (said(data, True), said(data, False)) == (printed(new), printed(old))


def test_rows_and_columns_come_and_go() -> None:
    old = [table([["Step", "BA"], ["1", "50,000"], ["2", "51,000"]])]
    new = [table([["Step", "BA", "MA"], ["1", "50,000", "55,000"], ["3", "52,000", "57,000"]])]
    data = word_file(paper(layers(old, [(U1, new)])))
    kinds = {kind for kind, _, _ in changes(data)}
    assert "cellIns" in kinds
    assert (said(data, True), said(data, False)) == (printed(new), printed(old))


def test_in_the_contracts_own_file(sample_folder: Path, tmp_path: Path) -> None:
    """Its styles, headers and page; labels as printed, though only one article is on the paper."""
    source = sample_folder / "contract.docx"
    reading = read_contract(source)
    blocks = tuple(block for article in reading.articles for block in article.blocks)
    article = next(one for one in reading.articles if one.number == "12")
    new = [*article.blocks[:3], paragraph("A new sentence stands here.", "z.", level=1), *article.blocks[3:]]
    redline = layers(article.blocks, [(U1, new)])
    original = Original(source.read_bytes(), blocks)
    data = word_file(paper(redline), original)
    assert faults(data) == []
    assert said(data, True) == printed(new)
    assert said(data, False) == printed(article.blocks)
    path = tmp_path / "own.docx"
    path.write_bytes(data)
    theirs, ours = docx.Document(str(source)), docx.Document(str(path))
    assert ours.sections[-1].page_width == theirs.sections[-1].page_width
    assert {style.name for style in ours.styles} == {style.name for style in theirs.styles}
    used = {one.style.name for one in ours.paragraphs if one.style is not None}
    assert used & {one.style.name for one in theirs.paragraphs if one.style is not None} - {"Normal"}


def test_the_page_is_that_of_most_of_the_contract() -> None:
    """A contract may begin with a cover and end with a wide schedule; its header is said once, in the first section."""
    cover = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:pgSz w:w="1" w:h="1"/></w:sectPr>'
    text = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
    body = word.p("Cover", properties=cover) + word.p("a") * 9 + word.p("b", properties=text) + word.p("Schedule")
    wide = '<w:sectPr><w:pgSz w:w="15840" w:h="12240"/></w:sectPr>'
    source = word.word_file(body, page=wide, header1=f"<w:hdr {word.NAMES}>{word.p('Local 7')}</w:hdr>")
    data = word_file(paper(layers([paragraph("a")], [(U1, [paragraph("b")])])), Original(source, ()))
    assert faults(data) == []
    (section,) = docx.Document(BytesIO(data)).sections
    assert section.page_width is not None
    assert section.page_width.twips == 12240
    assert section.header.paragraphs[0].text == "Local 7"


def test_no_name_of_a_person_or_computer_is_in_it(sample_folder: Path) -> None:
    source = sample_folder / "contract.docx"
    named = docx.Document(str(source))
    named.core_properties.author = "ZQAUTHOR"
    named.core_properties.last_modified_by = "ZQEDITOR"
    settings = named.part._settings_part
    template = settings.relate_to("file:///C:/Users/ZQUSER/Normal.dotm", f"{word.OFFICE}/attachedTemplate", True)
    named.settings.element.insert(0, parse_xml(f'<w:attachedTemplate {word.NAMES} r:id="{template}"/>'))
    buffer = BytesIO()
    named.save(buffer)
    redline = layers([paragraph("a")], [(U1, [paragraph("b")])])
    for data in (word_file(paper(redline)), word_file(paper(redline), Original(buffer.getvalue(), ()))):
        parts = zipfile.ZipFile(BytesIO(data))
        text = b"".join(parts.read(name) for name in parts.namelist())
        assert b"ZQ" not in text
        assert {info.date_time for info in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}


@given(st.text(max_size=20))
@settings(max_examples=60)
def test_any_words_can_be_written(words: str) -> None:
    redline = layers([paragraph("old")], [(U1, [paragraph(words)])])
    assert "".join(map(str, said(word_file(paper(redline)), True))) == _line(words)


def test_signatures_are_on_a_page_with_the_end_of_the_text(sample_folder: Path) -> None:
    blocks = (paragraph("The first words."), paragraph("The last words."))
    plain = paper(layers(blocks, [(U1, blocks)]))
    below = (Line(SIGNATURE, "For the Union"), Line(SIGNED, "Signed ____"), Line(NOTE, "Text 1234"))
    signed = replace(plain, content=(*plain.content[:-1], *below))
    source = (sample_folder / "contract.docx").read_bytes()
    for original in (None, Original(source, ())):
        data = word_file(signed, original)
        assert faults(data) == []
        kept = {
            one.text: one._p.find(f"{W}pPr/{W}keepNext") is not None for one in docx.Document(BytesIO(data)).paragraphs
        }
        assert [words for words, together in kept.items() if together] == [
            "The last words.", "For the Union", "Signed ____"
        ]  # fmt: skip
