"""``tablebook pass``: papers that show a point or a paragraph by itself, where its place is not plain, or where what
looks like its name is none. Nothing of the contract or of the paper is lost or doubled in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.conftest import Cli, Writer
from tests.integration.cli.leaves import agreed, assembled, leaves_book
from tests.integration.cli.test_pass_marked import marked_docx

CONTRACT = """AGREEMENT

ARTICLE 1 - RECOGNITION

1.1 Unit

The District recognizes the Association as the representative of all teachers.

ARTICLE 2 - GRIEVANCES

2.1 Steps

A grievance goes through these steps.

1. The principal hears the grievance.

2. The superintendent hears the appeal:

(1) within six days of the appeal;

(2) in the central office.

3. The board decides.

2.2 Two Lists

The following have leave:

(a) teachers with four years;

(b) volunteers.

The following have no leave:

(a) substitutes;

(b) aides.

2.3 Days

A teacher may take:

(a) three days for illness;

(b) two days for family.

ARTICLE 3 - CLASS SIZE

3.1 Limits

No class has more than thirty (30) students in any of the schools of the district.

3.2 Labs

Labs have no more than twenty (20) students in any of the schools of the district.
"""


@pytest.mark.parametrize("told", ["2.2(b) nurses with three years.", "2.2(a) long-term substitutes;"])
def test_two_points_of_one_name_are_left_for_a_person(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    said = agreed(cli, book, "2", paper(f"{told}\n"))
    assert "has the words of the paper" not in said
    assert "those words go" in said
    assert assembled(cli, book).count("nurses with three years") < 2


def test_points_of_an_inner_list_stay_in_it(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    before = assembled(cli, book)
    told = "2.1(2)(1) within nine days of the appeal;\n\n(2) in the office of the board."
    agreed(cli, book, "2", paper(f"{told}\n"))
    after = before.replace("within six days", "within nine days").replace(
        "the central office", "the office of the board"
    )
    assert assembled(cli, book) == after


@pytest.mark.parametrize(
    "told",
    ["2.3(a) four days for illness.\n\n2.3(a) five days for illness.",
     "2.3(a) four days for illness.\n\n(b) three days for family.\n\n(b) one day for court."],
)  # fmt: skip
def test_two_texts_for_one_point_are_never_lost(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    agreed(cli, book, "2", paper(f"{told}\n"))
    after = assembled(cli, book)
    for line in told.split("\n\n"):
        assert line.partition(") ")[2].rstrip(".") in after


def test_new_points_count_on_from_each_other(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    before = assembled(cli, book)
    agreed(cli, book, "2", paper("2.3(c) one day for court;\n\n2.3(d) one day for moving.\n"))
    last = "(b) two days for family."
    assert assembled(cli, book) == before.replace(last, f"{last} (c) one day for court; (d) one day for moving.")


@pytest.mark.parametrize(
    "told",
    ["2.1(1) and (2) apply to nurses too.", "2.3(a) applies to all nurses as well.", "Section 2.3(a) and its list."],
)  # fmt: skip
def test_a_sentence_about_a_point_is_not_its_text(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    said = agreed(cli, book, "2", paper(f"{told}\n"))
    assert "has the words of the paper" not in said


def test_a_point_s_own_list_keeps_its_labels(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    told = "2.3(a) four days for illness:\n\n1. A (sick) day each week;\n\n2. A (well) day each month."
    agreed(cli, book, "2", paper(f"{told}\n"))
    assert "(a) four days for illness: 1. A (sick) day each week; 2. A (well) day each month. (b)" in assembled(
        cli, book
    )


def test_the_name_of_a_point_alone_is_refused(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    said = cli("pass", book, "--article", "2.3(a)", "--from", "union", "--file", paper("2.3(a)\n"), "--label", "U-1")
    assert said.code == 2
    assert "It names a point and gives it no words." in said.err


def test_the_heading_of_a_paper_without_numbers_is_no_language(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    before = assembled(cli, book)
    told = "Labs have no more than eighteen (18) students in any of the schools of the district."
    agreed(cli, book, "3", paper(f"ARTICLE 3 - CLASS SIZE\n\n{told}\n"))
    assert assembled(cli, book) == before.replace("twenty (20)", "eighteen (18)")


def test_another_rule_in_like_words_takes_no_paragraph_s_place_in_silence(
    cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    told = "Art rooms have no more than twenty-two (22) students in any of the schools of the district."
    said = agreed(cli, book, "3", paper(f"ARTICLE 3 - CLASS SIZE\n\n{told}\n"))
    assert "that it is most like" not in said
    assert "those words go" in said


def test_new_words_keep_their_own_quotation_marks(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    old = "Labs have no more than twenty (20) students in any of the schools of the district."
    new = "A lab with more than twenty students is called “large”"
    agreed(cli, book, "3.2", paper(f"Old: {old}\nNew: {new}\n"))
    assert new in assembled(cli, book)


def test_from_and_to_are_language(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    agreed(cli, book, "2", paper("2.4 Hearing\n\nFrom: the principal To: the superintendent\n"))
    assert "From: the principal To: the superintendent" in assembled(cli, book)


def test_a_struck_point_leaves_nothing_behind(cli: Cli, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT)
    before = assembled(cli, book)
    agreed(cli, book, "2", marked_docx(tmp_path / "struck.docx", "2.3", "[-three days for illness-]"))
    assert assembled(cli, book) == before.replace("(a) three days for illness; ", "")


def test_a_contract_that_is_a_memorandum_speaks_of_itself(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    old = "The provisions of this MOU prevail over the rules of the District for ten (10) days."
    book = leaves_book(cli, tmp_path, contract=CONTRACT.replace("The board decides.", f"The board decides.\n\n{old}"))
    before = assembled(cli, book)
    told = CONTRACT[CONTRACT.index("2.1 Steps") : CONTRACT.index("2.2")].replace(
        "The board decides.", f"The board decides.\n\n{old.replace('ten (10)', 'twenty (20)')}"
    )
    agreed(cli, book, "2", paper(f"ARTICLE 2 - GRIEVANCES\n\n{told}\n"))
    assert assembled(cli, book) == before.replace("ten (10) days", "twenty (20) days")


def test_a_point_that_is_struck_beside_another_stays_struck(cli: Cli, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT.replace("family.", "family;\n\n(c) one day for court."))
    lines = ("2.3 Days", "(b) [-two-]{+four+} days for family;", "[-(c) one day for court.-]")
    said = agreed(cli, book, "2", marked_docx(tmp_path / "struck.docx", *lines))
    after = assembled(cli, book)
    assert "(b) four days for family;" in after
    assert "one day for court" not in after
    assert "without “" in said, "what it does not show is told"
