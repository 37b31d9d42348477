"""Tables of the contract's own file with merged cells: what is printed is what was signed, and merges stay."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from tablebook.documents.successor.write import in_own_file, tracked_file
from tablebook.domain.text import table
from tests.unit.documents.test_successor_file import LONG, head, taken
from tests.unit.documents.tracked_reading import read
from tests.unit.documents.tracked_rules import faults
from tests.unit.documents.word_files import p, tc, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOWN = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"
Rows = tuple[tuple[str, ...], ...]
SCHEDULE: Rows = (
    ("Schedule", "", ""),
    ("Tier 1", "1", "$40,000"),
    ("", "2", "$41,000"),
    ("Tier 2", "3", "$42,000"),
    ("", "4", "$43,000"),
)


def wide(words: str, span: int) -> str:
    return tc(words, f'<w:gridSpan w:val="{span}"/>')


def contract() -> bytes:
    """An article, and a schedule with a title over all its columns and tiers merged downwards."""
    rows = [
        wide("Schedule", 3),
        *(tc(a, DOWN if a else ON) + tc(b) + tc(c) for a, b, c in SCHEDULE[1:]),
    ]
    inside = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="3000"/>' * 3
    schedule = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"
    return word_file(head(1, "TERM") + p(f"1.1 {LONG}") + head(2, "PAY") + p(f"2.1 {LONG}") + schedule + p(""))


def written(rows: Rows, folder: Path) -> etree._Element:
    """The table of the successor with these rows; all that is promised of the file holds."""
    data = contract()
    base = taken(data, folder).by_key
    assert base["2"].blocks[-1].rows == SCHEDULE
    new = replace(base["2"], blocks=(*base["2"].blocks[:-1], table(rows)))
    found = in_own_file(data, base, [("1", base["1"]), ("2", new)])
    assert found.wrong == ()
    assert taken(found.data, folder).by_key["2"].blocks[-1].rows == rows
    marked = tracked_file(data, found, lambda units: ("TAs", datetime(2027, 3, 1, tzinfo=UTC)))
    assert faults(found.data) == faults(marked) == []
    assert read(marked, accept=True) == read(found.data, accept=True)
    assert read(marked, accept=False) == read(data, accept=False)
    root = etree.fromstring(zipfile.ZipFile(BytesIO(found.data)).read("word/document.xml"))
    return next(root.iter(W + "tbl"))


def merges(made: etree._Element) -> list[list[tuple[str, str]]]:
    """How many columns each cell takes up, and whether it begins or goes on with a merged one."""
    found = []
    for row in made.iter(W + "tr"):
        cells = []
        for cell in row.iter(W + "tc"):
            span, down = (cell.find(f"{W}tcPr/{W}{name}") for name in ("gridSpan", "vMerge"))
            cells.append(
                (
                    span.get(W + "val") if span is not None else "1",
                    "" if down is None else down.get(W + "val") or "continue",
                )
            )
        found.append(cells)
    return found


@pytest.mark.parametrize("more", [(("Tier 3", "5", "$44,000"),), (("Tier 3", "5", "$44,000"), ("", "6", "$45,000"))])
def test_a_row_with_words_below_a_merged_cell_begins_a_cell_of_its_own(more: Rows, tmp_path: Path) -> None:
    made = written((*SCHEDULE, *more), tmp_path)
    assert [row[0][1] for row in merges(made)[-2:]] == (
        ["continue", "restart"] if len(more) == 1 else ["restart", "continue"]
    )


def test_words_that_come_into_a_covered_cell_are_printed(tmp_path: Path) -> None:
    made = written((*SCHEDULE[:2], ("Tier 1a", "2", "$41,000"), *SCHEDULE[3:]), tmp_path)
    assert [row[0][1] for row in merges(made)[1:]] == ["restart", "restart", "restart", "continue"]


TITLE = [("3", "")]
ROW = [("1", "restart"), ("1", ""), ("1", "")], [("1", "continue"), ("1", ""), ("1", "")]
DOCTORS = ("$50,000", "$51,000", "$52,000", "$53,000")


def test_a_column_that_comes_leaves_merged_cells_and_a_title_goes_on_over_all(tmp_path: Path) -> None:
    rows = ((*SCHEDULE[0], ""), *((*row, pay) for row, pay in zip(SCHEDULE[1:], DOCTORS, strict=True)))
    made = written(rows, tmp_path)
    assert merges(made) == [[("4", "")], *([*ROW[at % 2], ("1", "")] for at in range(4))]
    assert [int(one.get(W + "w") or "") for one in made.iter(W + "gridCol")] == [2250] * 4


def test_a_column_that_comes_first_stands_below_the_title_too(tmp_path: Path) -> None:
    rows = (("Schedule", "", "", ""), *((code, *row) for code, row in zip("ABCD", SCHEDULE[1:], strict=True)))
    made = written(rows, tmp_path)
    assert merges(made) == [[("4", "")], *([("1", ""), *ROW[at % 2]] for at in range(4))]


def test_a_column_that_goes_leaves_merged_cells(tmp_path: Path) -> None:
    made = written(tuple((row[0], row[2]) for row in SCHEDULE), tmp_path)
    assert merges(made) == [[("2", "")], *([ROW[at % 2][0], ("1", "")] for at in range(4))]


def test_a_column_and_a_row_come_while_all_pay_changes(tmp_path: Path) -> None:
    rows: Rows = (
        ("Schedule 2027", "", "", ""),
        ("Tier 1", "1", "$60,000", "$70,000"),
        ("", "2", "$61,000", "$71,000"),
        ("Tier 2", "3", "$62,000", "$72,000"),
        ("", "4", "$63,000", "$73,000"),
        ("Tier 3", "5", "$64,000", "$74,000"),
    )
    made = written(rows, tmp_path)
    assert merges(made)[0] == [("4", "")]
    assert [row[0][1] for row in merges(made)[1:]] == ["restart", "continue", "restart", "continue", "restart"]


def test_words_where_a_wide_cell_stood_have_a_cell_of_their_own(tmp_path: Path) -> None:
    made = written((("Schedule", "", "2027"), *SCHEDULE[1:]), tmp_path)
    assert merges(made)[0] == [("2", ""), ("1", "")]
    made = written((("Schedule", "", "", "2027"), *((*row, "1") for row in SCHEDULE[1:])), tmp_path)
    assert merges(made)[0] == [("3", ""), ("1", "")]


@pytest.mark.parametrize("columns", [(1, 2), (0, 1), (2,), (2, 1, 0), (0, 0, 1, 1, 2, 2)])
def test_whatever_columns_come_and_go_the_words_are_those_that_were_signed(
    columns: tuple[int, ...], tmp_path: Path
) -> None:
    written(tuple(tuple(f"{row[at]}{step}" for step, at in enumerate(columns)) for row in SCHEDULE), tmp_path)
