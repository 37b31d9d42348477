"""A change in a few words: figures with what they are figures of, clauses that begin where a clause begins."""

from __future__ import annotations

import pytest

from tablebook.redline.asked_short import in_short

CASES = (
    (
        "It may speak for sixty (60) minutes of paid time on that day, in a room set aside for it.",
        "It may speak for thirty (30) minutes on that day, in a room set aside for it.",
        "60 minutes of paid time",
        "30 minutes",
    ),
    (
        "It shall last not more than forty-five (45) minutes, and shall end within the day.",
        "It shall last not more than sixty (60) minutes, and shall end within the day.",
        "not more than 45 minutes",
        "not more than 60 minutes",
    ),
    (
        "Every educator is evaluated every fourth (4th) year.",
        "Every educator is evaluated every third (3rd) year if the last two (2) evaluations were good.",
        "every 4th year",
        "every 3rd year …",
    ),
    (
        "In kindergarten through grade 3 the District shall give no test.",
        "In kindergarten through grade 2 the District shall give no test.",
        "In kindergarten through grade 3",
        "In kindergarten through grade 2",
    ),
    ("a. Kindergarten: twenty (20)", "a. Kindergarten: twenty-two (22)", "Kindergarten: 20", "Kindergarten: 22"),
    (
        "From August 2027 each building shall have a nurse.",
        "By July 1, 2028, each building shall have a nurse.",
        "From August 2027",
        "By July 1, 2028",
    ),
    (
        "The schedule shall be increased by five percent (5.0%), and the next by four percent (4.0%).",
        "The schedule shall be increased by four percent (4.0%), and the next by three percent (3.0%).",
        "5.0%, 4.0%",
        "4.0%, 3.0%",
    ),
    (
        "and shall be paid seventy-five dollars ($75) for each overnight stay.",
        "and shall be paid sixty dollars ($60) for each overnight stay.",
        "$75 for each overnight stay",
        "$60 for each overnight stay",
    ),
    (
        "An educator shall have a representative at every meeting that may lead to discipline.",
        "An educator shall, on request, have a representative at any meeting that may lead to discipline.",
        "An educator shall have a representative at every meeting …",
        "An educator shall, on request, have a representative …",
    ),
    ("b. two (2) days for training set by the District;", "b. four (4) days for training set by the District;",
     "2 days for training", "4 days for training"),
    (
        "The employer pays 100% of the premium.",
        "The employer pays 85% of the premium up to $900 per month.",
        "100% of the premium",
        "85% of the premium …",
    ),
    (
        "Prep is not less than 60 minutes a day, uninterrupted.",
        "Prep is not less than 50 minutes a day.",
        "not less than 60 minutes a day …",
        "not less than 50 minutes a day",
    ),
    ("Pilot of schools / Two sites open in August.", "", "Pilot of schools", ""),
    ("Section 1. The District shares nothing.", "", "The District shares nothing", ""),
    ("Section 7 of the Act governs.", "", "Section 7 of the Act governs", ""),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "got", "short_asked", "short_got"), CASES)
def test_both_columns_can_be_understood(asked: str, got: str, short_asked: str, short_got: str) -> None:
    assert in_short(asked, got) == short_asked
    assert in_short(got, asked) == short_got
