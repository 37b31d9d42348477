"""New tables have room for their longest words."""

from __future__ import annotations

import pytest

from tablebook.documents.tracked.names import W, make
from tablebook.documents.tracked.table_widths import PAGE, set_size, table_widths


@pytest.mark.parametrize("columns", [1, 2, 5, 8, 11])
def test_every_column_has_room_for_its_longest_word(columns: int) -> None:
    rows = [("Reimbursement", *[f"Step {n}" for n in range(1, columns)]), ("of it", *["10,473"] * (columns - 1))]
    widths, size = table_widths(rows)
    assert len(widths) == columns
    assert sum(widths) <= PAGE
    letter = (size or 24) * 10 * 0.62
    for width, longest in zip(widths, [13, *[6] * (columns - 1)], strict=True):
        assert width >= longest * letter + 200


def test_a_table_that_is_too_wide_at_any_size_still_fits_the_page() -> None:
    widths, size = table_widths([["Reimbursement"] * 20])
    assert (sum(widths) <= PAGE, size) == (True, 14)


def test_a_table_without_rows_has_one_column() -> None:
    assert table_widths([]) == ([PAGE], 0)


def test_the_size_is_written_once_before_what_stands_behind_it() -> None:
    table, run, look = make("tbl"), make("r"), make("rPr")
    look.extend((make("b"), make("sz", val="22"), make("u", val="single")))
    run.append(look)
    table.extend((run, make("r")))
    set_size(table, 16)
    assert [one.tag.removeprefix(W) for one in look] == ["b", "sz", "szCs", "u"]
    assert [one.get(W + "val") for one in table.iter(W + "sz")] == ["16", "16"]
