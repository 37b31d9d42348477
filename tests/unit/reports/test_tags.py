"""Every paper is read back by its tags alone: what is heard is what the sheet says, in order, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Author, MarkedBlock, MarkedRun
from tests.unit.reports import class_size, printed
from tests.unit.reports.tagged import ARTIFACT, Element, Tagged
from tests.unit.reports.test_papers import SHEETS, as_long, with_everything
from tests.unit.reports.test_tables import schedule

PAPERS = {
    **SHEETS,
    **{f"long {name}": as_long(with_everything(sheet)) for name, sheet in SHEETS.items()},
    "schedule": replace(
        class_size.redline(), blocks=(*class_size.u4_blocks(), schedule(60, 12, changed=True), class_size.para("End."))
    ),
    "wide schedules": replace(
        class_size.redline(),
        blocks=(*class_size.u4_blocks(), schedule(12, 25), schedule(12, 60, changed=True)),
    ),
}


@pytest.fixture(scope="module", params=PAPERS, ids=str)
def paper(request: pytest.FixtureRequest) -> Tagged:
    return Tagged(printed.pdf(PAPERS[request.param]))


def test_all_that_is_drawn_belongs_to_a_tag_or_is_an_ornament(paper: Tagged) -> None:
    for pieces in paper.pieces:
        assert pieces
        assert all(piece.owner is not None for piece in pieces)
        assert any(piece.owner == ARTIFACT and piece.words for piece in pieces)


def test_every_word_is_heard_once_in_the_order_in_which_it_is_drawn(paper: Tagged) -> None:
    margins = {place for one in paper.of("P") if _beside(one) for place in one.contents()}
    heard = list(paper.root.contents())
    assert sorted(heard) == sorted(paper.words)
    assert [place for place in heard if place not in margins] == sorted(set(paper.words) - margins)


def test_every_page_knows_the_tags_of_its_words(paper: Tagged) -> None:
    owners = paper.owners()
    elements = {one.entry.indirect_reference.idnum: one for one in paper.root.walk()}
    for index, page in enumerate(paper.reader.pages):
        assert page["/Tabs"] == "/S"
        tags = owners[page["/StructParents"]]
        numbers = [number for at, number in paper.words if at == index]
        assert len(tags) == len(numbers)
        assert all((index, number) in elements[tags[number].indirect_reference.idnum].kids for number in numbers)


def test_every_tag_has_its_parent(paper: Tagged) -> None:
    for one in paper.root.walk():
        for kid in one.kids:
            if isinstance(kid, Element):
                assert kid.entry["/P"].indirect_reference == one.entry.indirect_reference


def test_the_file_says_its_language_and_shows_its_title(paper: Tagged) -> None:
    assert paper.catalog["/Lang"] == "en-US"
    assert paper.catalog["/MarkInfo"]["/Marked"]
    assert paper.catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    about = paper.reader.xmp_metadata
    assert about is not None
    assert about.dc_title["x-default"] == paper.reader.metadata.title  # type: ignore[union-attr]
    assert about.dc_language == ["en-US"]


def test_headings_begin_with_one_leave_no_level_out_and_are_the_bookmarks(paper: Tagged) -> None:
    headings = paper.of("H1", "H2", "H3", "H4", "H5", "H6")
    levels = [int(one.kind[1]) for one in headings]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    marks = list(_bookmarks(paper.reader.outline))
    assert [level for level, _ in marks] == levels
    for (_, mark), one in zip(marks, headings, strict=True):
        page, _number = next(one.contents())
        assert paper.reader.get_destination_page_number(mark) == page
        assert mark.title == one.entry["/T"]
        assert _squeezed(mark.title) == _squeezed(_standing(paper, one))


def test_every_table_is_regular_with_heads_that_say_what_they_head(paper: Tagged) -> None:
    for table in paper.of("Table"):
        rows = _kids(table)
        assert {row.kind for row in rows} == {"TR"}
        widths = {sum(int(cell.attribute("/ColSpan") or 1) for cell in _kids(row)) for row in rows}
        assert len(widths) == 1
        assert {cell.kind for cell in _kids(rows[0])} == {"TH"}
        assert {cell.attribute("/Scope") for cell in _kids(rows[0])} == {"/Column"}
        assert {cell.kind for row in rows[1:] for cell in _kids(row)} == {"TD"}


def test_every_list_is_made_of_items_with_a_label_and_a_body(paper: Tagged) -> None:
    for outer in paper.of("L"):
        assert {item.kind for item in _kids(outer)} == {"LI"}
        assert all([part.kind for part in _kids(item)] == ["Lbl", "LBody"] for item in _kids(outer))


@pytest.mark.parametrize("name", ["redline", "long redline", "schedule"])
def test_the_whole_text_is_heard_in_the_order_of_the_sheet(name: str) -> None:
    sheet = PAPERS[name]
    assert _squeezed(_said(sheet.blocks)) in _squeezed(_plain(Tagged(printed.pdf(sheet))))  # type: ignore[union-attr]


def test_a_paragraph_over_two_pages_is_one() -> None:
    words = " ".join(f"word{number}" for number in range(600))
    paper = Tagged(printed.pdf(replace(class_size.redline(), blocks=(class_size.para(words),))))
    last = paper.of("P")[-1]
    assert {page for page, _ in last.contents()} == {0, 1}
    assert paper.text(last) == words


def test_a_table_over_pages_is_one_and_its_head_is_heard_once() -> None:
    paper = Tagged(printed.pdf(replace(class_size.redline(), blocks=(schedule(90, 4),))))
    (table,) = paper.of("Table")
    assert len({page for page, _ in table.contents()}) > 1
    assert len(_kids(table)) == 91
    again = [piece.words for piece in paper.pieces[1] if piece.owner == ARTIFACT]
    assert _squeezed(paper.text(_kids(table)[0])) in _squeezed("".join(again))


def test_marks_are_heard_and_their_words_are_still_there() -> None:
    blocks = (
        class_size.para(
            "Within ",
            class_size.struck("ten", class_size.E3, class_size.U4),
            " ",
            class_size.struck("nine", class_size.U1),
            class_size.new(" five", class_size.U4),
            " days.",
            changed=class_size.U4,
        ),
    )
    paper = Tagged(printed.pdf(replace(class_size.redline(), blocks=blocks)))
    words, margin = paper.of("P")[-2:]
    assert paper.heard(margin) == "Changed since the last pass, U-4"
    assert paper.text(words) == "Within ten nine five days."
    assert paper.heard(words) == (
        "Within  offered, Union U-4, then struck, Employer E-3: ten, end of struck   "
        "struck, Union U-1: nine, end of struck  new, Union U-4: five, end of new  days."
    )
    kinds = [one.attribute("/TextDecorationType") for one in words.walk() if one.kind == "Span"]
    assert kinds == ["/LineThrough", "/LineThrough", "/Underline"]


def test_deeper_items_stand_in_the_item_above_them() -> None:
    labels = (("(a)", 1), ("(1)", 2), ("(2)", 2), ("(b)", 1))
    blocks = tuple(
        MarkedBlock(BlockKind.PARAGRAPH, (MarkedRun(f"Words {label}"),), label, level=level) for label, level in labels
    )
    paper = Tagged(printed.pdf(replace(class_size.redline(), blocks=blocks)))
    outer, inner = [one for one in paper.of("L") if one.attribute("/ListNumbering")]
    assert [paper.text(_kids(item)[0]) for item in _kids(outer)] == ["(a)", "(b)"]
    assert [paper.text(_kids(item)[0]) for item in _kids(inner)] == ["(1)", "(2)"]
    assert inner in list(_kids(outer)[0].walk())


def test_the_mark_of_a_party_in_minutes_is_heard_as_its_name() -> None:
    paper = Tagged(printed.pdf(class_size.minutes()))
    assert {one.spoken for one in paper.of("Span")} == {"Union", "Employer"}


def test_words_are_found_over_the_end_of_a_line_also_where_something_stands_in_the_margin() -> None:
    paper = pypdfium2.PdfDocument(printed.pdf(class_size.redline()))[0].get_textpage()
    for words in ("to keep the number of students in", "limits after the twentieth", "twenty-five (25)"):
        assert paper.search(words).get_next() is not None, words


def test_the_characters_of_contracts_can_be_copied() -> None:
    words = "§ 12 – and — “quoted” • ½ ☐ Peña office, affluent, fly"
    paper = Tagged(printed.pdf(replace(class_size.redline(), blocks=(class_size.para(words),))))
    assert paper.text(paper.of("P")[-1]) == words
    assert words in printed.words(printed.pdf(replace(class_size.redline(), blocks=(class_size.para(words),))))


_AUTHORS = st.sampled_from([None, None, None, Author("union", "U-1"), Author("employer", "E-2"), Author("joint")])
_WORDS = st.lists(st.sampled_from("the of shall § 12.1 – “days” (20) Peña a-b office fly".split()), min_size=1)
_RUNS = st.lists(
    st.builds(MarkedRun, _WORDS.map(lambda words: " ".join(words) + " "), _AUTHORS, _AUTHORS, bold=st.booleans()),
    min_size=1,
    max_size=4,
).map(tuple)
_PARAGRAPHS = st.builds(
    MarkedBlock,
    st.just(BlockKind.PARAGRAPH),
    _RUNS,
    st.sampled_from(["", "(a)", "1.", "•", "12.4"]),
    level=st.integers(0, 4),
    margin_author=_AUTHORS,
    fresh=st.booleans(),
)
_HEADINGS = st.builds(
    MarkedBlock,
    st.just(BlockKind.HEADING),
    _RUNS,
    st.sampled_from(["", "12.1"]),
    section=st.sampled_from(["", "12.1"]),
    level=st.integers(0, 4),
)
_TABLES = st.builds(
    MarkedBlock,
    st.just(BlockKind.TABLE),
    rows=st.lists(
        st.lists(st.one_of(st.just(()), _RUNS), min_size=3, max_size=3).map(tuple), min_size=2, max_size=5
    ).map(tuple),
)


@settings(max_examples=40)
@given(st.lists(st.one_of(_PARAGRAPHS, _PARAGRAPHS, _HEADINGS, _TABLES), min_size=1, max_size=12).map(tuple))
def test_any_text_is_heard_whole_and_in_order(blocks: tuple[MarkedBlock, ...]) -> None:
    paper = Tagged(printed.pdf(replace(class_size.redline(), blocks=blocks)))
    assert _squeezed(_said(blocks)) in _squeezed(_plain(paper))
    assert sorted(paper.root.contents()) == sorted(paper.words)
    assert all(piece.owner is not None for pieces in paper.pieces for piece in pieces)


def _kids(element: Element) -> list[Element]:
    return [kid for kid in element.kids if isinstance(kid, Element)]


def _beside(element: Element) -> bool:
    """Whether it is what stands in the margin beside a block."""
    return any(kid.spoken.startswith("Changed") for kid in _kids(element))


def _bookmarks(outline: Sequence[Any], level: int = 1) -> Iterator[tuple[int, Any]]:
    for one in outline:
        if isinstance(one, list):
            yield from _bookmarks(one, level + 1)
        else:
            yield level, one


def _standing(paper: Tagged, element: Element) -> str:
    """The words of an element without those that are struck."""
    if element.attribute("/TextDecorationType") == "/LineThrough":
        return ""
    return "".join(_standing(paper, kid) if isinstance(kid, Element) else paper.words[kid] for kid in element.kids)


def _plain(paper: Tagged) -> str:
    """All words in reading order, without those in the margins."""

    def said(element: Element) -> str:
        if _beside(element):
            return ""
        return "".join(said(kid) if isinstance(kid, Element) else paper.words[kid] for kid in element.kids)

    return said(paper.root)


def _said(blocks: Sequence[MarkedBlock]) -> str:
    return "".join(block.label + "".join(run.text for run in block.all_runs) for block in blocks)


def _squeezed(words: str) -> str:
    return "".join(words.split())
