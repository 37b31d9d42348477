"""The marks of a redline on paper: their lines, colours, brackets, bars, and the legend."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Author, Fate, MarkedBlock, MarkedRun
from tablebook.reports import fonts
from tablebook.reports.lines import break_lines
from tablebook.reports.paragraph import run_spans
from tests.unit.reports import class_size, printed
from tests.unit.reports.class_size import E1, U1, para

UNION, EMPLOYER = (0x1B, 0x5A, 0xA6), (0x98, 0x43, 0x0F)
JOINT = Author("joint", "Joint 1")
LEGEND_TOP = 125  # points from the bottom; what is drawn below is the legend and the footer


def _marks(*blocks: MarkedBlock, colour: bool = True) -> list[printed.Drawn]:
    """The lines among the words: neither rules across the page, nor the legend, nor the footer."""
    sheet = replace(class_size.redline(), blocks=blocks)
    lines = printed.drawn_lines(printed.pdf(sheet, colour=colour))
    return [line for line in lines if line.y0 > LEGEND_TOP and line.x1 - line.x0 < 400]


@pytest.mark.parametrize(
    ("run", "lines", "colour"),
    [
        (MarkedRun("new words", U1), 1, UNION),
        (MarkedRun("new words", E1), 2, EMPLOYER),
        (MarkedRun("new words", None, U1), 1, UNION),
        (MarkedRun("new words", None, E1), 2, EMPLOYER),
        (MarkedRun("same words"), 0, None),
    ],
)
def test_the_union_draws_one_line_and_the_employer_two(run: MarkedRun, lines: int, colour: object) -> None:
    found = _marks(para("Before ", run, " after."))
    assert len(found) == lines
    assert {line.colour for line in found} == ({colour} if lines else set())


def test_a_struck_line_stands_higher_than_a_line_under_new_words() -> None:
    (new,), (struck,) = _marks(para(MarkedRun("x", U1))), _marks(para(MarkedRun("x", None, U1)))
    assert struck.y0 > new.y1


def test_an_offer_struck_by_the_other_side_has_its_brackets_and_line_in_the_strikers_colour() -> None:
    found = _marks(para("shall ", MarkedRun("may", E1, U1), " meet."))
    assert len(found) == 1 + 6  # the line, and three strokes for each bracket
    assert {line.colour for line in found} == {UNION}
    data = printed.pdf(replace(class_size.redline(), blocks=(para(MarkedRun("may", E1, U1)),)))
    assert EMPLOYER in printed.text_colours(data)


def test_brackets_open_and_close_once_around_words_over_several_lines() -> None:
    found = _marks(para(MarkedRun("many words of an offer " * 30, E1, U1)))
    uprights = [line for line in found if line.y1 - line.y0 > 8]
    assert len(uprights) == 2
    assert uprights[0].y0 > uprights[1].y0


def test_two_struck_offers_side_by_side_have_brackets_of_their_own() -> None:
    first, second = MarkedRun("ten (10) ", E1, U1), MarkedRun("twelve (12)", Author("employer", "E-2"), U1)
    assert len([line for line in _marks(para(first, second)) if line.y1 - line.y0 > 8]) == 4


def test_one_struck_offer_with_words_in_bold_has_one_pair_of_brackets() -> None:
    runs = MarkedRun("ten ", E1, U1), MarkedRun("(10)", E1, U1, bold=True)
    assert len([line for line in _marks(para(*runs)) if line.y1 - line.y0 > 8]) == 2


def test_what_belongs_to_neither_side_is_dotted_and_in_text_colour() -> None:
    joint = _marks(para(MarkedRun("written by both", JOINT)))
    assert {line.colour for line in joint} == {(0x1D, 0x21, 0x26)}
    data = printed.pdf(replace(class_size.redline(), blocks=(para(MarkedRun("written by both", JOINT)),)))
    assert "Both or neither: dotted." in printed.words(data)


def test_a_bar_stands_beside_what_changed_since_the_last_pass_and_only_there() -> None:
    left = [line for line in _marks(para("One."), para("Two.", changed=U1), para("Three.")) if line.x1 < 60]
    assert [line.colour for line in left] == [UNION]
    two = [line for line in _marks(para("Two.", changed=E1)) if line.x1 < 60]
    assert [line.colour for line in two] == [EMPLOYER, EMPLOYER]
    both = [line for line in _marks(para("Two.", changed=JOINT)) if line.x1 < 60]
    assert [line.colour for line in both] == [(0x8C, 0x89, 0x82)]


def test_an_older_change_has_its_label_but_no_bar() -> None:
    block = replace(para("Words.", changed=U1), fresh=False)
    assert [line for line in _marks(block) if line.x1 < 60] == []
    assert "U-1" in printed.words(printed.pdf(replace(class_size.redline(), blocks=(block,))))


def test_a_changed_label_shows_both() -> None:
    block = MarkedBlock(BlockKind.PARAGRAPH, (MarkedRun("Words."),), "7.5", old_label="7.4", margin_author=U1)
    data = printed.pdf(replace(class_size.redline(), blocks=(block,)))
    assert "7.4 7.5 Words." in printed.words(data)
    assert len(_marks(block)) == 2


def test_a_new_paragraph_marks_its_label_like_its_words() -> None:
    block = MarkedBlock(BlockKind.PARAGRAPH, (MarkedRun("Words.", U1),), "e.", level=1)
    assert len(_marks(block)) == 2


@pytest.mark.parametrize("fate", [Fate(U1), Fate(None, U1)])
def test_a_split_or_joined_paragraph_has_a_marked_sign(fate: Fate) -> None:
    block = MarkedBlock(BlockKind.PARAGRAPH, (MarkedRun("Same words."),), start=fate)
    assert len(_marks(block)) == 1
    assert "¶ Same words." in printed.words(printed.pdf(replace(class_size.redline(), blocks=(block,))))


def test_a_block_that_moved_says_so_in_the_margin() -> None:
    block = replace(para("Words.", changed=U1), moved=True)
    assert "moved" in printed.words(printed.pdf(replace(class_size.redline(), blocks=(block,))))


def test_a_long_label_in_the_margin_stays_on_the_page() -> None:
    block = para("Words.", changed=Author("union", "UESF 2/7 2:27pm second corrected counter to the District"))
    data = printed.pdf(replace(class_size.redline(), blocks=(block,)))
    assert "UESF 2/7" in printed.words(data)
    assert "…" in printed.words(data)


def test_marked_spaces_at_the_ends_of_words_draw_nothing() -> None:
    assert _marks(para("a", MarkedRun("  ", U1), "b")) == []
    (wide,) = _marks(para("a", MarkedRun(" word ", U1), "b"))
    (bare,) = _marks(para("a ", MarkedRun("word", U1), " b"))
    assert wide.x1 - wide.x0 == pytest.approx(bare.x1 - bare.x0, abs=0.01)


def test_union_and_employer_are_told_apart_without_colour() -> None:
    union = _marks(para(MarkedRun("new", U1), changed=U1), colour=False)
    employer = _marks(para(MarkedRun("new", E1), changed=E1), colour=False)
    assert (len(union), len(employer)) == (2, 4)


def test_the_legend_stands_on_each_page_with_marks_and_on_no_other() -> None:
    plain = tuple(para("Words without any mark. " * 20) for _ in range(12))
    sheet = replace(class_size.redline(), blocks=(*plain, *class_size.u4_blocks()))
    pages = printed.pages(printed.pdf(sheet))
    assert len(pages) > 2
    assert ["Union: one line." in page for page in pages] == ["Class size limits" in page for page in pages]


def test_the_legend_says_only_what_is_on_the_paper_and_against_what() -> None:
    sheet = replace(class_size.redline(), blocks=(para(MarkedRun("new", U1)),), base="union pass U-3")
    found = printed.words(printed.pdf(sheet))
    assert "new Union Union: one line. Underlined is new since union pass U-3" in found
    assert "Employer:" not in found
    assert "changed since" not in found


def test_a_paper_without_marks_has_no_legend() -> None:
    found = printed.words(printed.pdf(replace(class_size.redline(), blocks=(para("Words."),))))
    assert "Underlined" not in found


def test_an_offer_struck_is_in_the_legend_even_in_a_table() -> None:
    rows = (((MarkedRun("Step"),),), ((MarkedRun("1", E1, U1),),))
    sheet = replace(class_size.redline(), blocks=(MarkedBlock(BlockKind.TABLE, rows=rows),))
    assert "offered then struck" in printed.words(printed.pdf(sheet))


def test_the_air_behind_a_closing_bracket_moves_what_follows() -> None:
    fonts.ready()
    runs = [MarkedRun("a reasonable effort to ", Author("employer", "E-1"), Author("union", "U-3")), MarkedRun("keep")]
    (line,) = break_lines(run_spans(runs), 400, 11.5)
    for part in line.parts:
        natural = fonts.width(part.text, part.span.font, 11.5)
        assert part.x1 - part.x0 == pytest.approx(natural), f"{part.text!r} has more room than its words"
    closing, after = line.parts[0], line.parts[-1]
    assert closing.closes
    assert after.x0 - closing.mark1 > fonts.width(" ", after.span.font, 11.5)


def test_words_written_right_behind_struck_ones_do_not_run_into_them() -> None:
    fonts.ready()
    struck, written = MarkedRun("fifteenth day", None, U1), MarkedRun("tenth day", U1)
    for pair in ([struck, written], [written, struck]):
        (line,) = break_lines(run_spans([*pair, MarkedRun(" of")]), 400, 11.5)
        marked = [part for part in line.parts if part.span.look.through or part.span.look.under]
        assert marked[1].x0 - marked[0].x1 > 1
        assert not any(part.opens or part.closes for part in line.parts)


def test_a_new_paragraph_of_which_words_were_struck_again_needs_no_sign() -> None:
    runs = (MarkedRun("Kept, "), MarkedRun("not kept", U1, E1))
    new = MarkedBlock(BlockKind.PARAGRAPH, (MarkedRun("Kept, ", U1), runs[1]), start=Fate(U1))
    assert "¶" not in printed.words(printed.pdf(replace(class_size.redline(), blocks=(new,))))
    split = MarkedBlock(BlockKind.PARAGRAPH, runs, start=Fate(U1))
    assert "¶" in printed.words(printed.pdf(replace(class_size.redline(), blocks=(split,))))
