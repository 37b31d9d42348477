"""Shapes of headings that districts and counties print, each in a few invented lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.documents.read import read_contract

FILL = (
    "The District shall give the Association notice in writing before a change takes effect, and the parties agree to "
    "meet on it. Each employee shall receive a copy of this Agreement."
)


def _outline(tmp_path: Path, text: str, name: str = "contract.txt") -> list[tuple[str, str, list[tuple[str, str]]]]:
    path = tmp_path / name
    path.write_text(text.replace("…", FILL), encoding="utf-8")
    return [
        (article.number, article.title, [(section.number, section.title) for section in article.sections])
        for article in read_contract(path).contract.articles
        if article.kind == "article"
    ]


def test_numbers_with_colons(tmp_path: Path) -> None:
    found = _outline(
        tmp_path,
        "ARTICLE 1\n\nRECOGNITION\n\n1:01     Unit.\n\n…\n\n1:01.01  Definitions\n\n…\n\n1:02     Dues\n\n…\n\n"
        "3:30 p.m. is the end of the day.\n\nARTICLE 2\n\nSTEWARDS\n\n2:01 …\n\n2:01 .02 …\n\n2:02 …\n",
    )
    assert found[0] == ("1", "RECOGNITION", [("1:01", "Unit"), ("1:02", "Dues")])
    assert [number for number, _ in found[1][2]] == ["2:01", "2:02"]


def test_sections_by_word_with_colons(tmp_path: Path) -> None:
    found = _outline(
        tmp_path,
        "ARTICLE I: RECOGNITION\n\nSection1:1\n…\n\nSection 1:2 - Scope\n…\n\nARTICLE II: APPEALS\n\n"
        "Section 2:1- Steps\n…\n\nSection 2:2 - Hearing\n…\n",
    )
    assert found[0][2] == [("1:1", ""), ("1:2", "Scope")]
    assert found[1][2] == [("2:1", "Steps"), ("2:2", "Hearing")]


def test_sections_counted_by_hundreds(tmp_path: Path) -> None:
    found = _outline(
        tmp_path,
        "ARTICLE 1 - BARGAINING\n\n101 UNIT\n\n…\n\n102 PROCEDURE\n\nA. …\n\nARTICLE 2 - LEAVES\n\n"
        "201 SICK LEAVE\n\n…\n\n202 ASSAULT LEAVE\n\n504 Main Street is the office. …\n",
    )
    assert found[0][2] == [("101", "UNIT"), ("102", "PROCEDURE")]
    assert found[1][2] == [("201", "SICK LEAVE"), ("202", "ASSAULT LEAVE")]


def test_commas_read_for_full_stops(tmp_path: Path) -> None:
    found = _outline(
        tmp_path,
        "ARTICLE 6 - HOLIDAYS\n\nSection 1, Days. The following days are paid. …\n\nSection.2. …\n\n"
        "Section 3, Pay. As stated in\nSection 4, Article 9, each employee is paid. …\n",
    )
    assert found[0][2] == [("1", "Days"), ("2", ""), ("3", "Pay")]


def test_compound_numbers_that_are_not_the_articles_own(tmp_path: Path) -> None:
    found = _outline(
        tmp_path,
        "ARTICLE 6 DUES\n\n…\n\nARTICLE 7 LEAVES\n\nSection 1.0 Sick Leave. …\n\nSection 1.1. Accrual. …\n\n"
        "Section 1.2. Scope. …\n\nSection 2.0 Vacation. …\n\nSection 2.1 Accrual. …\n",
    )
    assert [number for number, _ in found[1][2]] == ["1.0", "1.1", "1.2", "2.0", "2.1"]


def test_letters_under_a_heading_without_empty_lines(tmp_path: Path) -> None:
    found = _outline(
        tmp_path,
        "ARTICLE I\nTERMS\nA. …\nB. …\nC. …\nARTICLE II\nDUES\nA. …\nB. …\nARTICLE III\nTERM\n…\n",
    )
    assert [[number for number, _ in sections] for _, _, sections in found] == [["A", "B", "C"], ["A", "B"], []]


def test_a_list_in_one_article_is_not_its_sections(tmp_path: Path) -> None:
    found = _outline(
        tmp_path,
        "ARTICLE 1 – UNIT\n\nSection 1.1 Who.\n\n…\n\nSection 1.2 Terms.\n\n…\n\nARTICLE 2 – RIGHTS\n\n…\n\n"
        "A. To set the services.\n\nB. To set the budget of the District.\n\nC. …\n\nARTICLE 3 – DUES\n\n"
        "Section 3.1 Amount.\n\n…\n",
    )
    assert [len(sections) for _, _, sections in found] == [2, 0, 1]


def test_figures_before_titles_count_sections_and_before_sentences_do_not(tmp_path: Path) -> None:
    found = _outline(
        tmp_path,
        "ARTICLE 1 - RIGHTS\n\n…\n  1.  The services that are rendered.\n\n  2.  …\n\n  3.  …\n\nARTICLE 2 - HOURS\n"
        "1.    Regular Hours.\n…\n\n2.    Work Week.\n…\n\nARTICLE 3 - LEAVE\n1.    Accrual.\n…\n\n2.    Notice.\n…\n",
    )
    assert [len(sections) for _, _, sections in found] == [0, 2, 2]


@pytest.mark.parametrize("space", ["\n\n", "\n"])
def test_numbered_titles_that_nothing_else_sets_apart(tmp_path: Path, space: str) -> None:
    titles = ("Recognition", "Work day", "Wages and pay", "Class size", "Sick leave")
    body = "\n\n".join(
        f"{number}. {title}{space}{FILL}\n{FILL}\n\n  1. a first item of a list\n  2. a second item"
        for number, title in enumerate(titles, 1)
    )
    found = _outline(tmp_path, f"AGREEMENT OF THE BOARD AND THE ASSOCIATION\n\n{body}\n")
    assert [(number, title) for number, title, _ in found] == [(str(n), title) for n, title in enumerate(titles, 1)]


def test_many_short_articles_in_markdown(tmp_path: Path) -> None:
    body = "\n\n".join(
        f"## {number}. Point {word}\n\nThe Association and the District agree to this, and it stands for teachers."
        for number, word in enumerate("One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split() * 2, 1)
    )
    found = _outline(tmp_path, f"# Agreement\n\n{body}\n", "contract.md")
    assert len(found) == 24


def test_a_short_sentence_is_no_second_line_of_a_title(tmp_path: Path) -> None:
    found = _outline(tmp_path, "ARTICLE 1. Pay\nPay rises by 3%.\n\nARTICLE 2. Term\nThis agreement ends in June.\n")
    assert [title for _, title, _ in found] == ["Pay", "Term"]
