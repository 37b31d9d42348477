"""``tablebook pass`` of a memorandum that says in sentences what is changed: carried out, or refused, never dumped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.conftest import Cli, Writer, negotiation
from tests.integration.cli.leaves import agreed, assembled, leaves_book

MEMO = """MEMORANDUM OF AGREEMENT

The District and the Association agree to the following changes to the 2023-2026 Agreement:

{}

Maria Lopez ________ John Smith ________
"""
PERSONAL, STUDY = "two (2) days of personal leave a year.", "4.4 Study Leave"

CARRIED_OUT = {
    "1. Section 4.4, Study Leave, shall be deleted from the Agreement.": ("", STUDY),
    "1. Section 4.4 (Study Leave) is deleted.": ("", STUDY),
    '1. In Section 4.2, "two (2)" is replaced with "three (3)".': ("three (3) days of personal", "two (2)"),
    "1. In Article 4, Section 4.2, “two (2)” shall be replaced by “three (3)”.": ("three (3) days of per", "two (2)"),
    "1. In Section 4.2, strike “two (2)” and insert “three (3)”.": ("three (3) days of personal", "two (2)"),
    "1. The words “personal ” in Section 4.2 are deleted.": ("two (2) days of leave a year", "of personal"),
    "1. Effective July 1, 2026, replace “two (2)” with “three (3)” in Section 4.2.": ("three (3) days of p", "two (2)"),
    '1. Add the following sentence to the end of Section 4.2: "Unused days are paid."': (
        f"{PERSONAL} Unused days are paid. 4.3", "",
    ),
    "1. Add the following paragraph to the end of Section 4.2:\n\nUnused days are paid.": (
        f"{PERSONAL} Unused days are paid. 4.3", "",
    ),
    "1. Delete Section 4.4 and renumber Section 4.5 as 4.4.": ("of the family. 4.4 Jury Duty A teacher", "4.5"),
    '1. In Section 4.2, "two (2)" is replaced with "three (3)".\n\n2. Section 4.4 is deleted.': ("three (3) da", STUDY),
}  # fmt: skip


@pytest.mark.parametrize("words", CARRIED_OUT)
def test_a_sentence_is_carried_out_on_the_section_it_names(cli: Cli, paper: Writer, tmp_path: Path, words: str) -> None:
    book = leaves_book(cli, tmp_path)
    said = agreed(cli, book, "4", paper(MEMO.format(words)))
    assert words.split("\n")[0] in said or "Read as" in said
    after = assembled(cli, book)
    come, gone = CARRIED_OUT[words]
    assert come in after
    assert not gone or gone not in after
    assert "Maria Lopez" not in after
    assert "4.1 Sick Leave Each teacher earns ten (10) days of sick leave a year. 4.2 Personal Leave" in after


REFUSED = {
    '1. In Section 4.2, "ten (10)" is replaced with "three (3)".': "“ten (10)” stands nowhere in section 4.2.",
    "1. In Article 4, replace “leave” with “time off”.": "“leave” stands 4 times.",
    "1. Section 4.4, Jury Duty, is deleted.": "Article 4, Section 4.4 has another title.",
    "1. Section 4.4, Paragraph B, is deleted.": "Article 4, Section 4.4 has another title.",
    "1. In Section 4.2, the number of days goes up to three.": (
        "The memorandum speaks of Article 4, and what it changes there could not be read."
    ),
    "1. Personal leave under Article 4 is raised by one day.": "what it changes there could not be read",
    "1. Section 4.4 shall not be deleted.": "what it changes there could not be read",
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_read_is_refused_and_said(cli: Cli, paper: Writer, tmp_path: Path, words: str) -> None:
    book = leaves_book(cli, tmp_path)
    said = cli("pass", book, "--article", "4", "--from", "union", "--file", paper(MEMO.format(words)))
    assert said.is_refusal()
    assert REFUSED[words] in said.err
    assert "Type the text as it is to read" in said.err
    assert negotiation(book).passes == {}


REPLACED = """1. Article 2 shall be replaced in its entirety with the following:

ARTICLE 2 - SAVINGS

2.1 Invalid Provisions

An invalid provision has no effect.

2. The term of this MOA is three years."""


@pytest.mark.parametrize("item", [("--article", "2"), ("--all",)])
def test_an_article_s_new_text_ends_at_the_memorandum_s_next_clause(
    cli: Cli, paper: Writer, tmp_path: Path, item: tuple[str, ...]
) -> None:
    book = leaves_book(cli, tmp_path)
    said = cli("pass", book, *item, "--from", "union", "--file", paper(MEMO.format(REPLACED)), "--label", "U-1")
    assert said.code == 0, said.err
    assert "what the paper does not show is struck" in said.err
    assert cli("agree", book, "--article", "2", "--label", "U-1").code == 0
    after = assembled(cli, book)
    assert "2.1 Invalid Provisions An invalid provision has no effect. ARTICLE 3" in after
    assert "three years" not in after


def test_contract_language_on_what_the_parties_agree_is_no_memorandum(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    words = "The parties agree that the Memorandum of Understanding on leave adds to Section 4.1 one day."
    said = cli("pass", book, "--article", "4.2", "--from", "union", "--file", paper(words))
    assert said.code == 0, said.err
    (one,) = negotiation(book).passes_on("4")
    assert words in " ".join(block.text for block in one.body.parts[0].blocks)


def test_a_text_of_the_article_under_the_name_of_a_memorandum_is_its_text(
    cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    book = leaves_book(cli, tmp_path)
    text = "ARTICLE 4 - LEAVES\n\n4.2 Personal Leave\n\nEach teacher has three (3) days, beside those of Section 4.1."
    agreed(cli, book, "4", paper(MEMO.format(text)))
    assert "Each teacher has three (3) days, beside those of Section 4.1." in assembled(cli, book)
