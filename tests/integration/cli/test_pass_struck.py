"""``tablebook pass`` of a paper that says in a sentence that a section or an article goes, or is reserved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.conftest import Cli, Writer, negotiation
from tests.integration.cli.leaves import agreed, assembled, leaves_book

HEAD = "ARTICLE 4 - LEAVES\n\n"
SECTIONS = [
    "Section 4.4 (Study Leave) is deleted.", "Section 4.4, Study Leave, is deleted in its entirety.",
    "Section 4.4 – Study Leave – shall be deleted from the Agreement.", "Delete Section 4.4 (Study Leave).",
    "The parties agree to delete Section 4.4, Study Leave.",
    "The District and the Association agree that Section 4.4 is deleted.",
    "4.4 Study Leave\n\nThis section is removed from the contract.",
]  # fmt: skip
ARTICLES = [
    "Article 2 (Savings) is deleted in its entirety.", "The parties agree to delete Article 2, Savings.",
    "ARTICLE 2 - SAVINGS\n\nThis article is deleted from the Agreement.", "Delete Article 2 (Savings).",
]  # fmt: skip


@pytest.mark.parametrize("words", SECTIONS)
def test_a_section_goes_that_is_named_by_its_own_title(cli: Cli, paper: Writer, tmp_path: Path, words: str) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "4", paper(HEAD + words))
    (one,) = negotiation(book).passes_on("4")
    assert [(part.place, part.deleted) for part in one.body.parts] == [("4.4", True)]
    after = assembled(cli, book)
    assert "a member of the family. 4.5 Jury Duty" in after


@pytest.mark.parametrize("words", ARTICLES)
def test_an_article_goes_that_is_named_by_its_own_title(cli: Cli, paper: Writer, tmp_path: Path, words: str) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "2", paper(words))
    assert "counselors and nurses. ARTICLE 3" in assembled(cli, book)


def test_another_title_is_asked_about(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    file = paper(HEAD + "Section 4.4 (Jury Duty) is deleted.")
    said = cli("pass", book, "--article", "4", "--from", "union", "--file", file)
    assert said.is_refusal()
    assert "names 4.4 by another title. 4.4 is “Study Leave” in the contract." in said.err
    assert negotiation(book).passes == {}


def test_a_point_and_more_than_the_going_are_not_taken_for_a_title(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    words = "4.4 Study Leave\n\nUnpaid leave may be granted; Section 4.5 (Jury Duty) is deleted for substitutes."
    agreed(cli, book, "4", paper(HEAD + words))
    after = assembled(cli, book)
    assert "is deleted for substitutes. 4.5 Jury Duty A teacher called" in after


@pytest.mark.parametrize("word", ["RESERVED", "[Reserved]", "Reserved."])
def test_a_section_that_is_reserved_keeps_its_heading(cli: Cli, paper: Writer, tmp_path: Path, word: str) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "4", paper(f"{HEAD}4.4 Study Leave\n\n{word}"))
    assert f"4.4 Study Leave {word} 4.5 Jury Duty" in assembled(cli, book)
