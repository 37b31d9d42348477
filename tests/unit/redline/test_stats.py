"""What changed, told in a few words."""

from __future__ import annotations

import pytest

from tablebook.domain.text import Block, heading, paragraph
from tablebook.redline.compare import compare
from tablebook.redline.stats import changed_sections, summary

WORDS = "The District shall keep number {} in good order at all times."


def _article(*numbers: int, label: str = "a.") -> list[Block]:
    found: list[Block] = []
    for place, number in enumerate(numbers, 1):
        found += [heading(f"Part {place}", f"3.{place}", section=f"3.{place}"), paragraph(WORDS.format(number), label)]
    return found


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (_article(1, 2, 3), "No changes"),
        (_article(9, 2, 3), "1 change in 3.1"),
        (_article(9, 2, 8), "2 changes in 3.1 and 3.3"),
        (_article(9, 8, 7), "3 changes in 3.1, 3.2 and 3.3"),
        (_article(1, 2, 3, label="(1)"), "3 labels changed"),
    ],
)
def test_summary(new: list[Block], told: str) -> None:
    assert summary(compare(_article(1, 2, 3), new)) == told


def test_many_sections_are_counted() -> None:
    assert summary(compare(_article(1, 2, 3, 4, 5), _article(9, 9, 9, 9, 9))) == "5 changes in 5 sections"


def test_what_stands_in_no_section_is_elsewhere() -> None:
    schedule = [heading("SALARIES", "APPENDIX A"), paragraph("Step 1 is paid $41,000 a year from the first of July.")]
    raised = [schedule[0], schedule[1].with_text(schedule[1].text.replace("41", "42"))]
    assert (
        summary(compare([*_article(1, 2), *schedule], [*_article(9, 2), *raised])) == "2 changes in 3.1 and elsewhere"
    )
    many = compare([*_article(1, 2, 3, 4, 5), *schedule], [*_article(9, 9, 9, 9, 9), *raised])
    assert summary(many) == "6 changes in 5 sections and elsewhere"
    assert summary(compare(schedule, raised)) == "1 change"


def test_a_changed_break_is_not_called_no_change() -> None:
    split = [paragraph("The first clause stands."), paragraph("The second one stands too.")]
    assert (
        summary(compare([paragraph("The first clause stands. The second one stands too.")], split))
        == "No words changed"
    )


def test_sections() -> None:
    redline = compare(_article(1, 2, 3), _article(9, 2, 8))
    assert changed_sections(redline) == ("3.1", "3.3")
