"""Tables of contents in their several forms, told from lists in the text."""

from __future__ import annotations

import pytest

from tablebook.documents.contract.contents import split_contents
from tablebook.documents.plain import read_plain

TITLES = ("Recognition", "Definitions", "Class Size", "Leaves of Absence", "Salaries", "Transfers", "Duration")
PROSE = "The District shall give each unit member written notice of the assignment before the first day of June.\n"


def body_of(entry: str) -> str:
    parts = [f"ARTICLE {n}\n\n{title.upper()}\n\n{PROSE * 6}" for n, title in enumerate(TITLES, 1)]
    front = [entry.format(n=n, t=title, p=3 * n) for n, title in enumerate(TITLES, 1)]
    return "AGREEMENT\n\nTABLE OF CONTENTS\n" + "\n".join(front) + "\n\n" + "\n".join(parts)


@pytest.mark.parametrize(
    "entry",
    [
        "ARTICLE {n} {t} ........ {p}",
        "ARTICLE {n} {t} . . . . . . {p}",
        "{n}      {t}                      {p}",
        "Article {n}: {t}           Page {p}",
        "{t} {p}",
        "ARTICLE {n} {t}  {p}-{p}",
        "Article {n} {t}",
    ],
)
def test_contents_are_taken_out(entry: str) -> None:
    body, contents = split_contents(read_plain(body_of(entry).encode()).lines)
    assert [line.text for line in body if line.text.startswith("ARTICLE")] == [f"ARTICLE {n}" for n in range(1, 8)]
    assert sum(any(title in line.text for title in TITLES) for line in contents) == 7


def test_a_list_of_articles_in_the_text_is_no_contents() -> None:
    text = body_of("") + "\nThe following articles are open:\n" + "\n".join(f"Article {n}" for n in range(1, 6))
    _, contents = split_contents(read_plain(text.encode()).lines)
    assert contents == ()


def test_a_table_of_figures_is_no_contents() -> None:
    rows = "\n".join(f"Step {n}    $4{n},100    $4{n},900    $5{n},200" for n in range(1, 9))
    _, contents = split_contents(read_plain(f"SALARIES\n{rows}\n{PROSE * 4}".encode()).lines)
    assert contents == ()


@pytest.mark.parametrize("sentence", ["One sentence here.", "Rate {n}", "As agreed on page {n}", "{t} is {n}"])
def test_articles_of_one_short_sentence_are_no_contents(sentence: str) -> None:
    numbers = range(1, 60)
    parts = [
        f"## Article {n}. {TITLES[n % 7]} {n}\n\n{sentence.format(n=n, t=TITLES[n % 7].lower())}\n" for n in numbers
    ]
    body, contents = split_contents(read_plain(("AGREEMENT\n\n" + "\n".join(parts)).replace("## ", "").encode()).lines)
    assert contents == ()
    assert sum(line.text.startswith("Article") for line in body) == 59


@pytest.mark.parametrize("unit", [" hours monthly", ""])
def test_a_list_with_dotted_lines_is_no_contents(unit: str) -> None:
    """Four lines that lead to hours and to no page, and that nothing says again."""
    lines = [
        "ARTICLE 1 – RECOGNITION", "", "The Board recognizes the Union for all its teachers.", "",
        "ARTICLE 2 – VACATION", "", "Employees earn vacation in this way:", "",
        f"1 to 60 months ................ 14{unit}",
        f"61 to 120 months .............. 16{unit}",
        f"121 to 180 months ............. 18{unit}",
        f"181 months and more ........... 20{unit}", "",
        *(f"Paragraph {n} says something else that is of no matter here." for n in range(40)),
    ]  # fmt: skip
    body, contents = split_contents(read_plain("\n".join(lines).encode()).lines)
    assert contents == ()
    assert any("61 to 120 months" in line.said for line in body)
