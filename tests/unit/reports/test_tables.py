"""Salary schedules on paper."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from tablebook.domain.text import BlockKind, table
from tablebook.redline.marks import MarkedBlock, MarkedRun
from tests.unit.reports import class_size, printed
from tests.unit.reports.class_size import U4


def schedule(steps: int, lanes: int, changed: bool = False) -> MarkedBlock:
    """A salary schedule with a head row; every third cell new where changed."""
    head = tuple((MarkedRun("Step" if lane == 0 else f"BA+{lane * 15}"),) for lane in range(lanes))
    rows = [head]
    for step in range(1, steps + 1):
        row = [(MarkedRun(f"s{step}"),)]
        for lane in range(1, lanes):
            old, new = f"${40_000 + 700 * step + lane:,}", f"${41_000 + 700 * step + lane:,}"
            if changed and (step + lane) % 3 == 0:
                row.append((MarkedRun(old, None, U4, True), MarkedRun(" "), MarkedRun(new, U4, None, True)))
            else:
                row.append((MarkedRun(old),))
        rows.append(tuple(row))
    return MarkedBlock(BlockKind.TABLE, rows=tuple(rows), margin_author=U4 if changed else None, fresh=changed)


def _pdf(*blocks: MarkedBlock) -> bytes:
    return printed.pdf(replace(class_size.redline(), blocks=blocks))


def _cells(block: MarkedBlock) -> set[str]:
    return {run.text for row in block.rows for cell in row for run in cell if run.text.strip()}


@pytest.mark.parametrize("lanes", [2, 7, 14, 24, 60])
def test_every_cell_of_300_rows_is_printed(lanes: int) -> None:
    block = schedule(300, lanes, changed=True)
    assert _cells(block) <= set(printed.words(_pdf(block)).split())


def test_a_figure_and_the_one_in_its_stead_are_two() -> None:
    cell = (MarkedRun("$50,000", None, U4), MarkedRun("$51,000", U4))
    block = MarkedBlock(BlockKind.TABLE, rows=(((MarkedRun("Step"),), (MarkedRun("BA"),)), ((MarkedRun("1"),), cell)))
    assert "$50,000 $51,000" in printed.words(_pdf(block))
    typed = (MarkedRun("51"), MarkedRun(",5", U4), MarkedRun("00"))
    block = MarkedBlock(BlockKind.TABLE, rows=(((MarkedRun("Step"),),), (typed,)))
    assert "51,500" in printed.words(_pdf(block))


def test_the_head_row_stands_on_each_page() -> None:
    pages = printed.pages(_pdf(schedule(300, 6)))
    assert len(pages) > 5
    assert all("Step BA+15 BA+30" in " ".join(page.split()) for page in pages)


@pytest.mark.parametrize("above", range(19, 26))
def test_no_row_of_a_table_stands_alone_on_its_page(above: int) -> None:
    lines = [class_size.para(f"Line {number}.") for number in range(above)]
    pages = printed.pages(_pdf(*lines, schedule(9, 3), class_size.para("After.")))
    rows = [len(re.findall(r"\bs\d\b", page)) for page in pages]
    assert sum(rows) == 9
    assert 1 not in rows


def test_a_table_that_fits_stays_upright_and_a_wide_one_lies_on_its_side() -> None:
    def sizes(lanes: int) -> set[bool]:
        document = pypdfium2.PdfDocument(_pdf(schedule(30, lanes)))
        return {page.get_width() > page.get_height() for page in document}

    assert sizes(8) == {False}
    assert True in sizes(22)


def test_after_a_wide_table_pages_are_upright_again() -> None:
    data = _pdf(class_size.para("Before."), schedule(5, 22), class_size.para("After."))
    document = pypdfium2.PdfDocument(data)
    assert [page.get_width() > page.get_height() for page in document] == [False, True, False]


def test_a_caption_goes_with_its_table_to_a_page_on_its_side() -> None:
    long = class_size.para("A line of a longer text. " * 30)
    for caption in ("2029–30", "Salary schedule, 2029–30:"):
        pages = printed.pages(_pdf(long, class_size.para(caption), schedule(5, 22), class_size.para("After.")))
        assert [caption in page for page in pages] == [False, True, False]
        assert "s1" in pages[1]


def test_each_part_of_a_table_too_wide_for_any_page_begins_with_the_first_column() -> None:
    pages = printed.pages(_pdf(schedule(4, 60)))
    parts = [page for page in pages if "BA+" in page]
    found = " ".join(" ".join(pages).split())
    assert found.count("Step") >= 3
    assert found.count("s4") == found.count("Step")
    assert parts


def test_rows_that_changed_have_a_bar_and_others_none() -> None:
    block = schedule(6, 2, changed=True)  # steps 2 and 5
    bars = [line for line in printed.drawn_lines(_pdf(block)) if line.x1 < 60]
    assert len(bars) == 2


def test_short_rows_and_empty_cells_keep_their_columns() -> None:
    rows = (
        ((MarkedRun("Step"),), (MarkedRun("BA"),), (MarkedRun("MA"),)),
        ((MarkedRun("one"),),),
        ((), (), (MarkedRun("last"),)),
    )
    found = printed.words(_pdf(MarkedBlock(BlockKind.TABLE, rows=rows)))
    assert all(word in found for word in ("Step", "one", "last"))


def test_long_words_in_cells_wrap_in_their_column() -> None:
    cell = "The stipend is paid in ten equal parts, and stops in the month after the duty ends. " * 160
    rows = (((MarkedRun("Duty"),), (MarkedRun("Rule"),)), ((MarkedRun("Coach"),), (MarkedRun(cell),)))
    pages = printed.pages(_pdf(MarkedBlock(BlockKind.TABLE, rows=rows)))
    assert len(pages) > 1
    assert " ".join(pages).count("stipend") == 160


def test_a_clean_table_of_a_ta_is_printed() -> None:
    text = replace(class_size.agreed_text(), clean=(table((("Step", "BA"), ("1", "$48,210"), ("2", ""))),))
    found = printed.words(printed.pdf(replace(class_size.ta_sheet(), texts=(text,))))
    assert "Step BA 1 $48,210 2" in found
