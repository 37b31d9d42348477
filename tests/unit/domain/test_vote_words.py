"""The rules of a vote as they are typed: what is understood, and that half of a rule is not."""

from __future__ import annotations

import pytest

from tablebook.domain.codes import CountedFrom
from tablebook.domain.vote_count import needed_of, quorum_of
from tablebook.domain.vote_words import count_of_words, quorum_of_words, threshold_of_words


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("half", 226), ("half of those eligible", 226), ("1/2", 226), ("50 %", 226), ("50 percent", 226),
        ("half plus one", 227), ("Half + 1", 227), ("50 % + 1", 227), ("50% plus 1", 227), ("more than half", 227),
        ("a majority", 227), ("Majority of the active members", 227), ("a simple majority", 227),
        ("a third", 151), ("1/3 of members", 151), ("two-thirds of the membership", 302), ("two thirds", 302),
        ("three quarters", 339), ("at least 10 %", 46), ("226", 226), ("1,0", 10), ("25 members", 25), ("", 0),
        ("none", 0), ("No quorum", 0),
    ],
)  # fmt: skip
def test_a_quorum_in_words_is_a_number_of_ballots(typed: str, number: int) -> None:
    found = quorum_of_words(typed)
    assert found is not None
    assert quorum_of(found, 452) == number


@pytest.mark.parametrize(
    "typed",
    [
        "25 members or 10 %", "10 % or 25 members", "half, but at least 25", "half of the executive board",
        "half of 452", "a majority plus one", "more than a majority", "-1/2", "3/2", "0 %", "101 %", "some", "twenty",
        "²", "452²", "half half", "half of the members and the board", "9" * 5000,
    ],
)  # fmt: skip
def test_half_a_rule_is_no_quorum(typed: str) -> None:
    assert quorum_of_words(typed) is None


@pytest.mark.parametrize(
    ("typed", "needed"),
    [
        ("60 %", 60), ("more than 60 %", 61), ("at least 3/7", 43), ("3/7", 43), ("majority", 51), ("a majority", 51),
        ("half", 50), ("half plus one", 51), ("two thirds", 67), ("no less than two thirds", 67),
    ],
)  # fmt: skip
def test_a_threshold_in_words(typed: str, needed: int) -> None:
    found = threshold_of_words(typed, CountedFrom.CAST)
    assert found is not None
    assert needed_of(found, 100) == needed


@pytest.mark.parametrize("typed", ["-1/2", "60 % of eligible", "more than 100 %", "three in five", "most", ""])
def test_what_is_no_threshold(typed: str) -> None:
    assert threshold_of_words(typed) is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [("452", 452), ("1,206", 1206), ("", 0), ("452²", None), ("-5", None), ("4.5", None), ("9" * 20, None)],
)
def test_a_count(typed: str, number: int | None) -> None:
    assert count_of_words(typed) == number
