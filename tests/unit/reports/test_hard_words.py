"""Words that break lesser papers: no word is dropped, nothing hangs, no markup of a person is obeyed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import MarkedBlock, MarkedRun
from tablebook.reports import fonts
from tablebook.reports.lines import Span, break_lines
from tests.unit.reports import class_size, printed
from tests.unit.reports.class_size import para


def _read(*blocks: MarkedBlock) -> str:
    return printed.words(printed.pdf(replace(class_size.redline(), blocks=blocks)))


@pytest.mark.parametrize("style", [{}, {"bold": True}, {"italic": True}], ids=["plain", "bold", "italic"])
def test_the_signs_of_contracts_are_printed(style: dict[str, bool]) -> None:
    assert "§ – — “ ” • ½ ☐ ñ ’ € ≥ −" in _read(para(MarkedRun("§ – — “ ” • ½ ☐ ñ ’ € ≥ −", **style)))


def test_the_signs_of_contracts_are_printed_in_headings_too() -> None:
    assert "§ 4 ☐ ½ Señor" in _read(class_size.head("§ 4", "☐ ½ Señor"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a \U0001f600 b", "a ‹U+1F600› b"),
        ("مرحبا", "‹U+0645 U+0631 U+062D U+0628 U+0627›"),
        ("a\x07b", "a‹U+0007›b"),
        ("a\ud800b", "a‹U+D800›b"),
        ("man\u0303ana", "mañana"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("a\u202eb", "ab"),
        ("a\u3000b", "a b"),
        ("a\r\nb\u2028c", "a\nb\nc"),
    ],
)
def test_a_character_without_a_glyph_becomes_its_code_and_one_without_a_shape_goes(text: str, shown: str) -> None:
    assert fonts.drawable(text) == shown


def test_markup_is_printed_as_it_was_typed() -> None:
    words = "<b>bold</b> <font size=40> &lt; &#65; <img src='file:///etc/passwd'/> %s {0} \\n (paren"
    assert words in _read(para(words))


def test_every_letter_of_a_very_long_word_is_printed() -> None:
    word = "".join(chr(ord("a") + index % 26) for index in range(20_000))
    found = _read(para("Before ", MarkedRun(word, class_size.U1), " after."))
    # Footers and headers stand between the pages, so the letters are counted line by line.
    letters = "".join(part for part in found.split() if len(part) > 40)
    assert letters in word
    assert len(letters) > 19_900
    assert "after." in found


def test_a_word_of_200_000_characters_is_no_trouble_anywhere() -> None:
    giant = "x" * 200_000
    rows = (((MarkedRun("Step"),), (MarkedRun("Pay"),)), ((MarkedRun(giant),), (MarkedRun("1"),)))
    table = MarkedBlock(BlockKind.TABLE, rows=rows)
    data = printed.pdf(replace(class_size.redline(), blocks=(para(giant), table), heading=giant[:10_000]))
    assert data.count(b"/Type /Page\n") > 70
    summary = replace(class_size.ta_summary(), rows=(class_size.ta_row(giant[:5_000], giant[:5_000]),))
    assert printed.pdf(summary)


def test_names_of_10_000_characters_are_cut_in_the_header_and_whole_on_the_page() -> None:
    name = "Local " + "N" * 9_990 + " End"
    masthead = replace(class_size.MASTHEAD, union=name)
    for sheet in (class_size.proposal(), class_size.ta_sheet(), class_size.minutes(), class_size.ta_summary()):
        pages = printed.pages(printed.pdf(replace(sheet, masthead=masthead)))
        assert "…" in pages[0]
        assert "End and Lakeview School District" in " ".join(" ".join(pages).split())


def test_lines_break_at_spaces_and_never_in_a_number_written_out() -> None:
    lines = break_lines([Span("twenty-three students shall be twenty-three", fonts.SERIF)], 90, 12)
    assert ["".join(part.text for part in line.parts) for line in lines] == [
        "twenty-three ",
        "students shall be ",
        "twenty-three",
    ]


def test_a_long_compound_may_break_after_its_hyphen() -> None:
    lines = break_lines([Span("aaaaaaaaaaaaaa-bbbbbbbbbbbb", fonts.SERIF)], 110, 12)
    assert ["".join(part.text for part in line.parts) for line in lines] == ["aaaaaaaaaaaaaa-", "bbbbbbbbbbbb"]


def test_words_touching_without_a_space_stay_together_over_marks() -> None:
    spans = [Span("of the school", fonts.SERIF), Span(":", fonts.SERIF_BOLD)]
    width = fonts.width("of the school", fonts.SERIF, 12) + 1
    lines = break_lines(spans, width, 12)
    assert ["".join(part.text for part in line.parts) for line in lines] == ["of the ", "school:"]


def test_no_break_spaces_hold_and_newlines_break() -> None:
    lines = break_lines([Span("a\u00a0b c\nd\n\ne", fonts.SERIF)], 300, 12)
    assert ["".join(part.text for part in line.parts) for line in lines] == ["a\u00a0b c ", "d ", "", "e"]


def test_no_line_is_wider_than_asked() -> None:
    spans = [Span("word " * 50, fonts.SERIF), Span("unbroken" * 40, fonts.SANS), Span(" \U0001f600" * 9, fonts.SERIF)]
    assert all(line.width <= 200.01 for line in break_lines(spans, 200, 11, indent=60))


def test_an_empty_block_is_an_empty_line() -> None:
    assert _read(para(""), para(), MarkedBlock(BlockKind.TABLE), class_size.head("", ""), para("End."))
