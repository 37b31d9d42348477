"""A pen's strokes at the signing: its own words decide, and nothing else is drawn as changed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.text import Block, BlockKind, Run, paragraph, table
from tablebook.domain.values import Part, PenEdit
from tablebook.jobs.agree import amend
from tablebook.redline.layers import layers
from tablebook.redline.marks import Author, Redline
from tablebook.redline.pen import pen_of
from tablebook.redline.readings import accepted, rejected

UNION, JOINT = Author("union", "U-1"), Author("joint", "TA 2")


def drawn(base: Sequence[Block], passed: Sequence[Block], *edits: tuple[str, str], place: str = "") -> Redline:
    pen = [PenEdit(place, old, new) for old, new in edits]
    signed = amend(Part(place, tuple(passed)), pen).blocks
    redline = layers(base, [(UNION, passed)], pen_of(JOINT, passed, signed, pen))
    assert [block.printed for block in accepted(redline)] == [block.printed for block in signed]
    assert [block.text for block in rejected(redline)] == [block.text for block in base]
    return redline


def by_pen(redline: Redline) -> tuple[str, str]:
    runs = [run for block in redline.blocks for run in block.all_runs]
    struck = "".join(run.text for run in runs if run.striker == JOINT)
    written = "".join(run.text for run in runs if run.writer == JOINT)
    return struck, written


@pytest.mark.parametrize(
    ("contract", "passed", "old", "new"),
    [
        # Two words of a list: compared, they would count as written anew, the word nobody touched among them.
        ("Direct teachers.", "Direct teachers.XYZ", "teachers.XYZ", "teachers or aides."),
        ("Direct teachers.", "Direct teachers.", "teachers.", "teachers or aides."),
        ("Pay.", "Pay each month.", "each month", "weekly, in arrears, by transfer to a bank of their own choice"),
        ("Within ten (10) days.", "Within five (5) days.", "five (5)", "ten (10)"),
        ("One two three four five.", "One two three four five.", "two three four", "three two four"),
        ("The Board shall meet.", "The Board shall meet.", "shall", "may"),
        ("Nurses and counselors.", "Nurses, librarians and counselors.", ", librarians", ""),
        ("Bargaining-unit members.", "Bargaining-unit members.", "unit mem", "group num"),
    ],
)
def test_the_pens_words_and_no_others(contract: str, passed: str, old: str, new: str) -> None:
    redline = drawn([paragraph(contract, "1.")], [paragraph(passed, "1.")], (old, new))
    assert by_pen(redline) == (old, new)


def test_two_edits_of_one_paragraph() -> None:
    text = [paragraph("Pay is due on May 1 of the year, or June 1.")]
    redline = drawn(text, text, ("May 1", "the first day of May"), ("or June 1", "or July 1"))
    assert by_pen(redline) == ("May 1or June 1", "the first day of Mayor July 1")


def test_an_edit_of_words_that_the_pen_wrote_leaves_no_stroke_of_its_own_words() -> None:
    text = [paragraph("Ten days of leave.")]
    redline = drawn(text, text, ("Ten", "Twelve working"), ("Twelve", "Eleven"))
    assert by_pen(redline) == ("Ten", "Eleven working")


def test_an_edit_over_words_of_more_than_one_hand() -> None:
    redline = drawn([paragraph("Ten days of leave.")], [paragraph("Ten paid days of leave.")], ("paid days", "weeks"))
    assert by_pen(redline) == ("paid days", "weeks")


def test_a_cell_of_a_salary_table() -> None:
    grid = [table([["Step", "BA"], ["1", "$50,000 a year"]])]
    redline = drawn(grid, grid, ("$50,000 a year", "$51,000"))
    assert by_pen(redline) == ("$50,000 a year", "$51,000")


def test_an_edit_counts_in_its_own_section() -> None:
    text = [paragraph("Ten days.", "1.1", section="1.1"), paragraph("Ten weeks.", "1.2", section="1.2")]
    signed = [text[0], paragraph("Six weeks.", "1.2", section="1.2")]
    pen = pen_of(JOINT, text, signed, [PenEdit("1.2", "Ten", "Six")])
    assert [(stroke.block, stroke.words) for stroke in pen.strokes] == [(1, "Six")]


def test_a_joint_text_that_its_edits_do_not_make_is_compared() -> None:
    text, signed = [paragraph("Ten days of leave a year.")], [paragraph("Twelve days of leave a year.")]
    pen = pen_of(JOINT, text, signed, [PenEdit("", "Ten", "Eleven")])
    assert not pen.strokes
    assert [part.strip() for part in by_pen(layers(text, [], pen))] == ["Ten", "Twelve"]


def test_what_the_pen_leaves_keeps_its_style() -> None:
    text = Block(BlockKind.PARAGRAPH, runs=(Run("Leave. ", bold=True), Run("Ten days a year.")))
    edited = amend(Part("", (text,)), [PenEdit("", "Ten", "Twelve")]).blocks[0]
    assert edited.runs == (Run("Leave. ", bold=True), Run("Twelve days a year."))


WORDS = st.lists(st.sampled_from(["leave", "pay", "days", "ten", "(10)", "the", "of", "Board,", "shall.", "two"]),
                 min_size=1, max_size=9)  # fmt: skip


@given(WORDS, WORDS, WORDS, st.data())
def test_any_edit_is_drawn_as_it_was_written(
    contract: list[str], passed: list[str], new: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(passed) - 1))
    old = passed[start : start + data.draw(st.integers(1, 4))]
    passed[start] = f"Then {passed[start]}"  # found once
    words = " ".join([passed[start], *old[1:]])
    redline = drawn([paragraph(" ".join(contract))], [paragraph(" ".join(passed))], (words, " ".join(new)))
    assert by_pen(redline) == (words, " ".join(new))
