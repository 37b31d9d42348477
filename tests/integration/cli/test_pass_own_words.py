"""``tablebook pass``: papers in a local's own words, from the paper to the agreement: what is told to do there is done
when a person has confirmed it, and what is left out stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.conftest import Cli, Writer
from tests.integration.cli.leaves import CONTRACT, agreed, assembled, confirm, leaves_book

TWO = "4.2 Personal Leave Each teacher has two (2) days of personal leave a year."
LONGER = CONTRACT.replace("personal leave a year.", "personal leave a year. They are asked for three (3) days ahead.")
TOLD = {
    "Article 4, Section 4.3 is deleted in its entirety.": ("", "Bereavement"),
    "4.3 is deleted.": ("", "Bereavement"),
    "4.3 Bereavement Leave is deleted. Renumber the remaining sections.": (
        "4.3 Study Leave Unpaid leave", "Bereavement"),
    "Section 4.2: strike the last sentence.": (f"{TWO} 4.3", "three (3) days ahead"),
    "Strike the last sentence of 4.2 and add: They are asked for one (1) day ahead.": (
        f"{TWO} They are asked for one (1) day ahead. 4.3", "three (3) days ahead"),
    "4.2: change two (2) to four (4).": ("has four (4) days of personal leave", "has two (2) days"),
    "Change two (2) to four (4) in 4.2.": ("has four (4) days of personal leave", "has two (2) days"),
    "4.1: increase from ten (10) to twelve (12) days of sick leave.": (
        "earns twelve (12) days of sick leave a year.", "ten (10) days of"),
    "4.2 shall be amended to read: Each teacher has five (5) days.": (
        "4.2 Personal Leave Each teacher has five (5) days. 4.3", "two (2) days of personal"),
    "In 4.5, add the following:\n\n(a) also as a witness.": ("no loss of pay. (a) also as a witness.", "Add"),
}  # fmt: skip


@pytest.mark.parametrize("told", TOLD)
def test_what_is_told_to_do_is_done(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    agreed(cli, book, "4", paper(f"ARTICLE 4 - LEAVES\n\n{told}"))
    if "confirm-result" in cli("ready", book).out:  # a section that goes is struck at once
        assert confirm(cli, book) == 0
    after = assembled(cli, book)
    come, gone = TOLD[told]
    assert come in after
    assert gone not in after.partition("ARTICLE 4")[2]
    assert "4.1 Sick Leave Each teacher earns" in after


@pytest.mark.parametrize(
    "told",
    ["Article 4, 4.2: move the second sentence to 4.1.",
     "4.2 Personal Leave\n\nIncrease to three (3) days.",
     "4.2 Add: They carry over.",
     "Delete paragraph 2 of Section 4.2.",
     "4.2: Substitute “four (4)” for “two (2)”.",
     "4.4: Increase study leave to two years.",
     "4.2 No change. Renumber as 4.3.",
     "Section 4.3 is deleted effective July 1, 2027.",
     "Add new 4.6 Parental Leave\n\nTwelve weeks are granted.",
     "The parties agree that Article 4 shall remain current contract language except that Section 4.3 is deleted."],
)  # fmt: skip
def test_what_cannot_be_done_waits_for_a_person(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    before = assembled(cli, book)
    agreed(cli, book, "4", paper(f"ARTICLE 4 - LEAVES\n\n{told}"))
    assert confirm(cli, book) == 2
    assert assembled(cli, book, 1) == before


@pytest.mark.parametrize(
    ("shown", "stands"),
    [
        ("4.2 Personal Leave\n\nEach teacher has three (3) days of personal leave a year. …",
         "three (3) days of personal leave a year. They are asked for three (3) days ahead. 4.3"),
        ("4.2 Personal Leave\n\n… They are asked for one (1) day ahead.",
         "has two (2) days of personal leave a year. They are asked for one (1) day ahead. 4.3"),
        ("4.2 Personal Leave\n\nEach teacher has three (3) days of personal leave a year. [rest of section unchanged]",
         "three (3) days of personal leave a year. They are asked for three (3) days ahead. 4.3"),
        ("4.2 Personal Leave\n\nEach teacher has three (3) days of personal leave a year.\n\n[balance: CCL]",
         "three (3) days of personal leave a year. They are asked for three (3) days ahead. 4.3"),
    ],
)  # fmt: skip
def test_what_is_left_out_stays(cli: Cli, paper: Writer, tmp_path: Path, shown: str, stands: str) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    agreed(cli, book, "4", paper(f"ARTICLE 4 - LEAVES\n\n{shown}"))
    assert stands in assembled(cli, book)


def test_nobody_knows_what_a_gap_leaves_out_where_the_words_before_it_are_new(
    cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    agreed(cli, book, "4", paper("4.2 Personal Leave\n\nEach teacher may take a day of leave for a good cause …"))
    assert "Text was left out in TA 4.2" in cli("ready", book).out


def test_points_that_go_on_do_not_strike_the_others_in_silence(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    listed = CONTRACT.replace("granted for study.", "granted for:\n\n(a) study;\n\n(b) travel;\n\n(c) research.")
    book = leaves_book(cli, tmp_path, contract=listed)
    said = agreed(cli, book, "4", paper("4.4 Study Leave\n\n(d) service abroad."))
    assert "(a) study;" in said
    assert "no mark on the paper struck those words" in cli("ready", book).out


def test_a_paper_counts_sections_by_the_number_of_their_article(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    roman = CONTRACT
    for number, name in enumerate(("I", "II", "III", "IV"), 1):
        roman = roman.replace(f"ARTICLE {number} ", f"ARTICLE {name} ").replace(f"\n{number}.", "\nSection ")
    book = leaves_book(cli, tmp_path, contract=roman)
    agreed(cli, book, "IV", paper("4.2 Personal Leave\n\nEach teacher has three (3) days of personal leave a year."))
    after = assembled_roman(cli, book)
    assert "Section 2 Personal Leave Each teacher has three (3) days of personal leave a year. Section 3" in after
    assert after.count("Personal Leave") == 1


def assembled_roman(cli: Cli, book: Path) -> str:
    out = book.with_name("roman.txt")
    assert cli("assemble", book, "-o", out).code == 0
    return " ".join(out.read_text("utf-8").split())
