"""How an edition lies on its pages: nothing cut off or parted, and page numbers told elsewhere are true."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import MarkedBlock, MarkedRun
from tablebook.reports.flow import Room, pages_of
from tablebook.reports.packet.by_page import parts_by_page
from tablebook.reports.packet.drawn import Drawer
from tablebook.reports.packet.faces import LARGE_PRINT
from tablebook.reports.packet.parts import Facts, Head, Say, Tone
from tablebook.reports.packet.sheet import Edition
from tablebook.reports.paragraph import text_strips
from tests.integration.packet.conftest import Ready, page_texts, printed


@pytest.mark.parametrize("page", ["letter", "a4"])
@pytest.mark.parametrize("edition", [Edition.MEMBERS, Edition.LARGE_PRINT])
def test_the_pages_that_are_told_are_those_that_are_printed(packet: Ready, edition: Edition, page: str) -> None:
    texts = page_texts(printed(packet.sheet, edition, page=page))
    numbers = {name: first for name, first, _ in parts_by_page(packet.sheet, edition, page=page)}
    assert numbers
    for name, first in numbers.items():
        (on,) = (text for text in texts if text.split("\n")[-1] and f"Page {first} of " in text)
        assert name in on, (name, first)


@pytest.mark.parametrize("language", ["en", "es"])
def test_large_print_cuts_no_word_at_the_head_and_foot(packet: Ready, language: str) -> None:
    """What is too wide for one line stands on two: large letters leave the head and the foot little room."""
    sheet = packet.sheet
    long = replace(sheet, masthead=replace(sheet.masthead, union="Federation of Teachers of Lakeview"))
    for text in page_texts(printed(long, Edition.LARGE_PRINT, language)):
        assert "Federation of Teachers of Lakeview" in text
        assert ("Ejemplo ficticio" if language == "es" else "Fictional sample") in text


def drawer() -> Drawer:
    shape = LARGE_PRINT.shape("letter")
    return Drawer(LARGE_PRINT, shape.text_width, shape.wide_width, "en")


def test_no_word_of_a_label_is_broken() -> None:
    """ "Recommendation" and "Recomendación" in large print."""
    (strip,) = drawer().strips([Facts((("Recommendation", "Yes"),))])
    assert len(strip.block[0].lines) == 1  # type: ignore[index]


def test_a_line_that_names_what_follows_stands_nearer_to_it() -> None:
    label = Say("TA 12.5, section 12.5", Tone.NOTE, tied=True)
    _, _, named, words = drawer().strips([Head("Article 12", 3), Say("Before it."), label, Say("After it.")])
    assert named.keep
    assert named.space > words.space


def test_a_table_goes_with_the_line_above_it() -> None:
    """ "2029–30" at the foot of a page tells nothing."""
    caption = MarkedBlock(BlockKind.PARAGRAPH, (MarkedRun("2029–30"),))
    cells = tuple(((MarkedRun(str(row)),), (MarkedRun("$50,000"),)) for row in range(3))
    table = MarkedBlock(BlockKind.TABLE, rows=cells)
    strips = text_strips([caption, table], 400, 600)
    tied = sum(strip.height + strip.space for strip in strips[:3])
    pages = pages_of([*text_strips([caption], 400, 600), *strips], Room(tied + 5, 600, 0))
    assert [len(page.placed) for page in pages][:2] == [1, 3]
