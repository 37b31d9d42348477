"""Dates that can hardly be meant."""

from __future__ import annotations

import pytest

from tablebook.domain.term_dates import doubtful_dates, term_years


@pytest.mark.parametrize(
    ("term", "years"),
    [
        ("2027–30", (2027, 2030)),
        ("2027-2030", (2027, 2030)),
        ("July 1, 2027 to June 30, 2030", (2027, 2030)),
        ("2027", (2027, 2027)),
        ("three years", None),
    ],
)
def test_the_years_of_a_term(term: str, years: tuple[int, int] | None) -> None:
    assert term_years(term) == years


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It is paid on July 1, 2028.", []),
        ("It is paid on July 1, 2031.", ["outside-term"]),
        ("It is paid on 1 July 2031.", ["outside-term"]),
        ("It is paid on 7/1/31.", ["outside-term"]),
        ("It is paid on 2031-07-01.", ["outside-term"]),
        ("until June 2035", ["outside-term"]),
        ("the school year 2030–31", []),
        ("the school year 2032–33", ["outside-term"]),
        ("Effective July 1, 2024, it is paid.", ["outside-term"]),
        ("Educators hired before July 1, 2009, keep it.", []),
        ("The schedule of 2026–27 is kept.", []),
        ("by October 15 of each year", []),
        ("by June 31 of each year", ["no-such-date"]),
        ("on February 30, 2028", ["no-such-date"]),
        ("by February 29", []),
        ("on 13/45/28", ["no-such-date"]),
        ("The ratio 3/4/5 may be used.", []),
    ],
)
def test_dates(text: str, codes: list[str]) -> None:
    assert [one.code for one in doubtful_dates(text, "2027–30")] == codes
