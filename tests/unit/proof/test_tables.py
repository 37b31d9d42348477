"""What changed throughout a table is one finding; a single wrong cell stays one of its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.text import heading, paragraph, table
from tablebook.proof.prove import prove
from tablebook.proof.results import Finding, Kind, Source
from tests.unit.proof.small import CURRENT, SIGNED, proof_of, typed, with_block

HEAD = ("Step", "BA", "MA", "MA+30", "PhD")
STEPS, LANES = 9, 4
SCHEDULE = (
    HEAD,
    *((f"{step}", *(f"{40_000 + 1_111 * step + 5_003 * lane:,}" for lane in range(LANES))) for step in range(1, 10)),
)
OLD = with_block(SIGNED, 2, 0, heading("Salaries from July 1"), table(SCHEDULE))
NOW = with_block(CURRENT, 2, 0, heading("Salaries from July 1"), table(SCHEDULE))


def changed(*cells: tuple[int, int], by: int = 7) -> tuple[tuple[str, ...], ...]:
    rows = [list(row) for row in SCHEDULE]
    for row, column in cells:
        rows[row][column] = f"{int(rows[row][column].replace(',', '')) + by:,}"
    return tuple(map(tuple, rows))


def found_in(rows: tuple[tuple[str, ...], ...]) -> tuple[Finding, ...]:
    final = with_block(OLD, 2, 1, table(rows))
    return prove(NOW, OLD, typed(final), {("12", "12.1"): Source("E-2", "TA 12.1", 2)}, in_colour=True).findings


def words_in(found: tuple[Finding, ...], rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether each other cell is among the old and the new words of some finding."""
    return all(
        any(old in one.old and new in one.new for one in found)
        for was, now in zip(SCHEDULE, rows, strict=True)
        for old, new in zip(was, now, strict=True)
        if old != new
    )


@given(st.permutations(range(1, STEPS + 1)), st.lists(st.integers(1, LANES), min_size=1, max_size=STEPS))
def test_single_cells_are_told_each_by_itself(steps: list[int], lanes: list[int]) -> None:
    cells = [(step, lane) for step, lane in zip(steps, lanes, strict=False) if lanes.count(lane) < 7]
    rows = changed(*cells)
    found = found_in(rows)
    assert len(found) == len(cells)
    assert not any(one.cells for one in found)
    for row, column in cells:
        said = [one.sentence for one in found if one.old == SCHEDULE[row][column] and one.new == rows[row][column]]
        assert len(said) == 1
        assert f"row “{row}” and column “{HEAD[column]}”" in said[0]


@given(st.integers(1, STEPS), st.sets(st.integers(1, LANES), min_size=3))
def test_cells_of_one_row_are_one_finding_that_names_each(step: int, lanes: set[int]) -> None:
    rows = changed(*((step, lane) for lane in lanes))
    (one,) = found_in(rows)
    assert [cell.column for cell in one.cells] == [HEAD[lane] for lane in sorted(lanes)]
    assert all(f"{HEAD[lane]} “{rows[step][lane]}”, not “{SCHEDULE[step][lane]}”" in one.sentence for lane in lanes)
    assert f"row “{step}”: {len(lanes)} of 5 cells are not the way the current contract has them" in one.sentence


@given(st.sets(st.integers(1, LANES), min_size=1), st.sampled_from([7, 1_111, 5_003, 6_114]))
def test_a_raise_on_every_step_is_one_finding(lanes: set[int], by: int) -> None:
    """Also one by which each step gets what the next one had."""
    rows = changed(*((step, lane) for step in range(1, STEPS + 1) for lane in lanes), by=by)
    (one,) = found_in(rows)
    assert len(one.cells) == STEPS * len(lanes)
    assert words_in((one,), rows)
    assert one.kind is Kind.UNTRACED
    assert one.sentence == (
        f"Appendix A, table “Salaries from July 1”: {STEPS * len(lanes)} of {(STEPS + 1) * 5} cells in {STEPS} rows "
        "are not the way the current contract has them, and no TA changes that."
    )


def test_a_wrong_cell_beside_a_raise_is_told_by_itself() -> None:
    rows = changed(*((step, 1) for step in range(1, STEPS + 1)), (4, 3))
    whole, single = sorted(found_in(rows), key=lambda one: -len(one.cells))
    assert len(whole.cells) == STEPS
    assert (single.old, single.new) == (SCHEDULE[4][3], rows[4][3])


@given(st.sets(st.tuples(st.integers(1, STEPS), st.integers(1, LANES)), max_size=36))
def test_nothing_is_hidden(cells: set[tuple[int, int]]) -> None:
    rows = changed(*cells)
    assert words_in(found_in(rows), rows)


def test_rows_left_out_and_put_in_are_said_to_be_rows() -> None:
    (less,) = found_in((*SCHEDULE[:4], *SCHEDULE[6:]))
    assert "leaves out 2 rows" in less.sentence
    assert less.old.splitlines() == [" | ".join(row) for row in SCHEDULE[4:6]]
    (more,) = found_in((*SCHEDULE, ("10", "60,000", "61,000", "62,000", "63,000")))
    assert "has 1 row more" in more.sentence
    assert more.new == "10 | 60,000 | 61,000 | 62,000 | 63,000"


def test_another_table_in_its_place_is_no_heap_of_cells() -> None:
    rows = (("Lane", "First year", "Second year"), *((f"Level {n}", f"{70 + n}.25", f"{80 + n}.75") for n in range(8)))
    found = found_in(rows)
    assert len(found) == 1
    assert "has 9 rows" in found[0].sentence
    assert found[0].old.splitlines()[1] == " | ".join(SCHEDULE[1])
    assert found[0].new.splitlines()[1] == " | ".join(rows[1])


def test_every_cell_told_together_is_framed_in_the_text() -> None:
    rows = changed(*((step, 2) for step in range(1, STEPS + 1)))
    final = with_block(OLD, 2, 1, table(rows))
    lines = prove(NOW, OLD, typed(final), {}, in_colour=True).lines
    framed = [run.text.strip() for line in lines for run in line.runs if run.finding is not None]
    assert {row[2] for row in rows[1:]} <= set(framed)


def test_half_a_schedule_of_a_ta_is_one_finding_under_its_ta() -> None:
    signed = with_block(OLD, 2, 1, table(changed(*((step, lane) for step in range(1, 10) for lane in range(1, 5)))))
    half = with_block(OLD, 2, 1, table(changed(*((step, lane) for step in range(1, 10) for lane in range(1, 3)))))
    sources = {("Appendix A", ""): Source("U-1", "TA A")}
    (one,) = prove(OLD, signed, typed(half), sources).findings
    assert (one.kind, one.source) == (Kind.ALTERED, sources["Appendix A", ""])
    assert "cells in 9 rows are not the way TA A has them." in one.sentence
    assert SCHEDULE[5][3] in one.new


def test_a_paragraph_is_no_table() -> None:
    proof = proof_of(with_block(SIGNED, 0, 3, paragraph("Nobody is asked.")))
    assert not any(one.cells for one in proof.findings)
