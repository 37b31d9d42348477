"""What changed throughout a table is one finding; a single wrong cell stays one of its own."""

from __future__ import annotations

from dataclasses import replace

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


BENEFITS = (
    ("Medical", "The employer pays $500 per month for each employee only"),
    ("Dental", "The employer pays $50 per month for each employee"),
    ("Vision", "The employer pays $20 per month"),
)


@given(st.integers(0, 2), st.data())
def test_words_put_into_or_left_out_of_a_row_are_told(row: int, data: st.DataObject) -> None:
    """Also in the first, which may be no head."""
    words = BENEFITS[row][1].split()
    at = data.draw(st.integers(0, len(words)))
    with_more = " ".join((*words[:at], "never", *words[at:]))
    rows = [list(one) for one in BENEFITS]
    rows[row][1] = with_more
    less, more = with_block(OLD, 2, 1, table(BENEFITS)), with_block(OLD, 2, 1, table(rows))
    now, then = (with_block(NOW, 2, 1, table(one)) for one in (BENEFITS, rows))
    (one,) = prove(now, less, typed(more), {}).findings
    assert (one.old, one.new) == ("", "never")
    (one,) = prove(then, more, typed(less), {}).findings
    assert (one.old, one.new) == ("never", "")


@given(st.integers(0, STEPS))
def test_a_whole_row_is_told_also_the_first(row: int) -> None:
    left = (*SCHEDULE[:row], *SCHEDULE[row + 1 :])
    found = found_in(left)
    assert [one.old.replace(" | ", " ") for one in found] == [" ".join(SCHEDULE[row])]
    both = with_block(OLD, 2, 1, table(left)), with_block(NOW, 2, 1, table(left))
    (one,) = prove(both[1], both[0], typed(OLD), {}).findings
    assert one.new.replace(" | ", " ") == " ".join(SCHEDULE[row])


def test_the_head_of_another_table_is_told() -> None:
    """Though the table before has the same: only what is printed again inside of a table is no words of its own."""
    twice = [heading("Salaries from July 1"), table(SCHEDULE), heading("Salaries of aides"), table(SCHEDULE[:4])]
    now, old = (with_block(one, 2, 0, *twice) for one in (CURRENT, SIGNED))
    final = with_block(SIGNED, 2, 0, *twice[:3], table(SCHEDULE[1:4]))
    (one,) = prove(now, old, typed(final), {}).findings
    assert one.old.replace(" | ", " ") == " ".join(HEAD)


@given(st.integers(2, STEPS), st.booleans())
def test_a_head_that_a_page_prints_again_is_not_told(row: int, as_table: bool) -> None:
    """Whether the pages were read as two tables or as lines."""
    rest = [HEAD, *SCHEDULE[row:]]
    again = [table(rest)] if as_table else [paragraph(cell) for one in rest for cell in one]
    blocks = [heading("Salaries from July 1"), replace(table(SCHEDULE[:row]), page=7)]
    final = with_block(SIGNED, 2, 0, *blocks, *(replace(one, page=8) for one in again))
    assert prove(NOW, OLD, typed(final), {}).findings == ()


def test_a_new_table_is_not_told_as_rows_of_the_one_before() -> None:
    new = (("Coach", "Stipend", "Season"), ("Football", "5,400", "Fall"), ("Track", "4,100", "Spring"))
    final = with_block(OLD, 2, 1, table(SCHEDULE), table(new))
    (one,) = prove(NOW, OLD, typed(final), {}).findings
    assert one.new == "Coach | Stipend | Season\nFootball | 5,400 | Fall\nTrack | 4,100 | Spring"
    assert "Salaries from July 1" not in one.sentence
    assert "rows" not in one.sentence


def test_a_table_above_the_first_words_is_said() -> None:
    found = prove(CURRENT, CURRENT, [table(SCHEDULE), *typed(CURRENT)], {})
    assert found.above.startswith("Step BA MA")


def test_two_cells_that_changed_places_are_told_whole_where_one_has_a_sign_of_money() -> None:
    rows = (("Position", "Stipend", "Units"), ("Coach", "$1,253", "2.5"), ("Chair", "$2,100", "4.0"))
    swapped = (rows[0], ("Coach", "2.5", "$1,253"), rows[2])
    one, other = (with_block(SIGNED, 2, 0, table(some)) for some in (rows, swapped))
    found = prove(one, one, typed(other), {}).findings
    assert [(each.old, each.new) for each in found] == [("$1,253", "2.5"), ("2.5", "$1,253")]


LABELS = ("Football Coach, varsity", "Volleyball Coach, varsity", "Band Director", "Yearbook Adviser, all")
PAID = (("Assignment", "Level 1", "Level 2"), *((label, f"{n + 4}.5", f"{n + 7}.25") for n, label in enumerate(LABELS)))


def in_lines(rows: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """A table as the words of a page come, line by line, with the second line of each label below its figures."""
    found = []
    for label, *cells in rows:
        first, _, rest = label.partition(" ")
        found += [" ".join((first, *cells)), *([rest] if rest else [])]
    return tuple(found)


def told(*rows: tuple[str, ...]) -> list[str]:
    """What is told of a page with these rows."""
    old, now = (with_block(one, 2, 0, heading("Extra duty"), table(PAID)) for one in (SIGNED, CURRENT))
    final = with_block(old, 2, 1, *map(paragraph, in_lines((PAID[0], *rows))))
    return [one.sentence for one in prove(now, old, typed(final), {}).findings]


def test_labels_set_in_several_lines_are_no_change() -> None:
    assert told(*PAID[1:]) == []


@given(st.integers(1, len(LABELS)), st.integers(1, len(LABELS)), st.integers(1, 2))
def test_figures_that_changed_rows_are_told_though_labels_are_set_in_lines(one: int, other: int, column: int) -> None:
    rows = [list(row) for row in PAID]
    rows[one][column], rows[other][column] = rows[other][column], rows[one][column]
    assert (told(*map(tuple, rows[1:])) != []) is (one != other)


@given(st.integers(1, len(LABELS)), st.integers(1, len(LABELS)))
def test_labels_that_changed_rows_are_told_though_they_are_set_in_lines(one: int, other: int) -> None:
    rows = [list(row) for row in PAID]
    rows[one][0], rows[other][0] = rows[other][0], rows[one][0]
    assert (told(*map(tuple, rows[1:])) != []) is (one != other)


def test_a_row_in_another_place_is_told_though_its_label_is_set_in_lines() -> None:
    _, first, second, *rest = PAID
    assert told(second, first, *rest) != []
