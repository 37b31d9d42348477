"""Markdown: what is style, and what is a blank that somebody has to fill in."""

from __future__ import annotations

import pytest

from tablebook.documents.markdown import read_markdown


def words(text: str) -> str:
    (line,) = read_markdown(text.encode()).lines
    return line.text


@pytest.mark.parametrize(
    "text",
    [
        "paid an added $0.75 an hour, beginning ____________, 2027", "within __ days", "by __/__/2027", "$____ a day",
        "in ____% of the cases", "an amount (___) to be set", "from ______ to ______",
    ],
)  # fmt: skip
def test_a_blank_is_kept_as_it_stands(text: str) -> None:
    """It was lost as a style: the TA then said "beginning , 2027", and nothing asked for the date."""
    assert words(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The __District__ shall", "The District shall"), ("A ___new___ rule.", "A new rule."),
        ("an _old_ rule", "an old rule"), ("__Term.__ Three years", "Term. Three years"),
    ],
)  # fmt: skip
def test_style_is_no_word(text: str, said: str) -> None:
    assert words(text) == said
