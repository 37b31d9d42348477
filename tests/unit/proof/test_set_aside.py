"""Words that the reading of the final file set aside are there, where they stand in their place among all its lines."""

from __future__ import annotations

import pytest

from tablebook.domain.text import paragraph
from tablebook.proof.prove import prove
from tests.unit.proof.small import PAY, SIGNED, typed, with_block

NOTE = "REV: 2015, 2021"
WITH_NOTE = with_block(SIGNED, 1, 1, paragraph(PAY), paragraph(NOTE))
LINES = [block.printed for block in typed(SIGNED)]


def _lines(*put_in: str, behind: str) -> list[str]:
    at = next(n for n, line in enumerate(LINES) if behind in line)
    return [*LINES[: at + 1], *put_in, *LINES[at + 1 :]]


def test_a_short_line_that_stands_in_its_place_is_not_left_out() -> None:
    found = prove(WITH_NOTE, WITH_NOTE, typed(SIGNED), {}, lambda: _lines(NOTE, "Page 4", behind=PAY))
    assert (found.findings, found.set_aside) == ((), (NOTE,))


@pytest.mark.parametrize(
    "lines", [LINES, _lines(NOTE, behind="CLASS SIZE"), _lines("Page 4", NOTE, "Page 5", behind=PAY)]
)
def test_one_that_stands_elsewhere_is(lines: list[str]) -> None:
    (found,) = prove(WITH_NOTE, WITH_NOTE, typed(SIGNED), {}, lambda: lines).findings
    assert found.old == NOTE


def test_a_word_of_a_line_is_left_out_whatever_the_contents_say() -> None:
    final = typed(with_block(SIGNED, 1, 1, paragraph(PAY.replace(" monthly", ""))))
    (found,) = prove(SIGNED, SIGNED, final, {}, lambda: [PAY, *(block.printed for block in final)]).findings
    assert found.old == "monthly"
