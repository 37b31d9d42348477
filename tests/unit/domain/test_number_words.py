"""Numbers written twice, in words and in figures."""

from __future__ import annotations

import pytest

from tablebook.domain.number_words import contradictions, number_twice


@pytest.mark.parametrize(
    "text",
    [
        "ten (12)", "thirty-two (35)", "twenty percent (25%)", "five dollars ($6)", "twentieth (21st)",
        "one hundred fifty (105)", "two and one-half (2.25)", "one hundred and fifty (115)", "fifty percent ($50)",
        "12 (ten)", "$6 (five dollars)", "one thousand two hundred dollars ($1,250)", "three-fourths (2/3)",
        "Twenty-Five (52) days", "two thousand twenty-seven (2026)", "thirty–two (33)", "thirty-first (30th)",
        "seventy-five cents ($0.80)", "ten cents ($10)", "five cents (6¢)",
        "one-half of one percent (0.6%)", "twenty-five hundred dollars ($2,000)", "forty five (46)",
    ],
)  # fmt: skip
def test_what_contradicts_itself(text: str) -> None:
    found = list(contradictions(f"The District shall grant {text} to each educator."))
    assert [one.text for one in found] == [text.removesuffix(" days")]


@pytest.mark.parametrize(
    "text",
    [
        "two (2)", "thirty-two (32)", "twenty percent (20%)", "five dollars ($5)", "five dollars (5)",
        "twentieth (20th)", "two and one-half (2.5)", "two and one-half (2 1/2)", "two and one-half (2½)",
        "one-half (1/2)", "one third (1/3)", "one hundred third (103rd)", "Section (3)", "the one (a)", "first (1st)",
        "twelve hundred (1200)", "two hundred and fifty (250)", "one hundred percent (100%)", "a half (1/2)",
        "one and one-half (1-1/2)", "time and one-half (1-1/2)", "grade one (2nd semester)", "five, ten (10)",
        "one dollar and seventy cents ($1.70)", "two-point five (2.5%)", "a four/ten (4/10) schedule",
        "one-half of one percent (0.5%)", "2 (two)", "one of two (2)", "thirty (30) or thirty-five (35)",
        "seventy-five cents ($0.75)", "$0.30 (thirty cents)", "five cents (5¢)", "fifty cents ($.50)",
        "Sections 3 (three parts) and 4", "zero (0)", "six (6)-month",
    ],
)  # fmt: skip
def test_what_says_the_same_twice_or_is_no_number(text: str) -> None:
    assert list(contradictions(f"The District shall grant {text} to each educator.")) == []


def test_places_are_those_of_the_text() -> None:
    text = "In two (2) years, or after ten (12) days, a stipend of five dollars ($6) is paid."
    found = list(contradictions(text))
    assert [text[one.start : one.end] for one in found] == ["ten (12)", "five dollars ($6)"]
    assert [(one.words, one.figure) for one in found] == [("ten", "12"), ("five dollars", "$6")]


def test_the_figure_of_a_number_written_twice() -> None:
    assert number_twice("twenty-eight (28)") == "28"
    assert number_twice("thirty-five dollars ($35)") == "$35"
    assert number_twice("tenth (10th)") == "10th"
    assert number_twice("Grades 1 to 3: ten (10)") == ""
    assert number_twice("the Board (Board)") == ""
