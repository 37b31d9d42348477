"""``tablebook pass``: papers that show one point of a section, one sentence, or a paragraph without its number. What
they show takes its own place, and all else of the contract stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.conftest import Cli, Writer
from tests.integration.cli.leaves import CONTRACT, agreed, assembled, confirm, leaves_book
from tests.integration.cli.test_pass_as_said import LETTERED, LONGER
from tests.integration.cli.test_pass_marked import marked_docx

POINTS = LETTERED.replace(
    "No interest is due.", "No interest is due.\n\n3. Days may be used for:\n\na. illness;\n\nb. a doctor's visit."
)
ROMAN = f"""AGREEMENT

ARTICLE 1 - RECOGNITION

A. The District recognizes the Association.

B. It represents all teachers.

ARTICLE 2 - SAVINGS

A. If a provision is held invalid, it has no effect.

B. The parties shall meet within ten (10) days.

ARTICLE 3 - CLASS SIZE

A. No class shall have more than twenty-four (24) students.

B. Labs have fewer.

{POINTS}"""
PAID = "Days not used are paid twice a year."
OLD = "Days not used are paid at the end. No interest is due."


@pytest.mark.parametrize(
    "told",
    [f"B.2. {PAID}", f"B(2) {PAID}", f"Article 4, Section B.2\n\n{PAID}", f"4.B.2 {PAID}",
     f"Section B, Paragraph 2: {PAID}",
     f"B. Sick Leave\n\n2. {PAID}", f"Section B(2)\n\n{PAID}\n\nRationale: so do others.\n\nFor the Union ______"],
)  # fmt: skip
def test_a_point_takes_its_place_and_the_others_stay(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path, contract=ROMAN)
    before = assembled(cli, book)
    said = agreed(cli, book, "4", paper(f"ARTICLE 4 - LEAVES\n\n{told}\n"))
    assert assembled(cli, book) == before.replace(OLD, PAID)
    assert "stay" in said


@pytest.mark.parametrize(
    ("article", "told", "old", "new"),
    [("4.B.2", PAID, OLD, PAID),
     ("4", "B.3.b. a visit to a doctor.", "a doctor's visit.", "a visit to a doctor."),
     ("4", "Section B(3) Days may be taken for:", "Days may be used for:", "Days may be taken for:"),
     ("4", "B.4. Days may be given away.", "b. a doctor's visit.", "b. a doctor's visit. 4. Days may be given away."),
     ("4", "B(3)(c) a funeral.", "b. a doctor's visit.", "b. a doctor's visit. c. a funeral.")],
)  # fmt: skip
def test_deeper_and_new_points(
    cli: Cli, paper: Writer, tmp_path: Path, article: str, told: str, old: str, new: str
) -> None:
    book = leaves_book(cli, tmp_path, contract=ROMAN)
    before = assembled(cli, book)
    agreed(cli, book, article, paper(f"{told}\n"))
    assert assembled(cli, book) == before.replace(old, new)


def test_a_point_of_an_article_without_sections(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=CONTRACT[: CONTRACT.index("ARTICLE 4")] + POINTS)
    before = assembled(cli, book)
    agreed(cli, book, "4", paper(f"ARTICLE 4 - LEAVES\n\nB.2. {PAID}\n"))
    assert assembled(cli, book) == before.replace(OLD, PAID)


def test_a_sentence_that_speaks_of_a_point_is_none(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=ROMAN)
    said = agreed(cli, book, "4", paper("Section B.2 applies to all who work ten months.\n"))
    assert "has the words of the paper" not in said


@pytest.mark.parametrize("lines", [("[-They are asked for three (3) days ahead.-]",),
                                   ("4.2 Personal Leave", "[-They are asked for three (3) days ahead.-]")])  # fmt: skip
def test_one_struck_sentence_does_not_strike_the_article(cli: Cli, tmp_path: Path, lines: tuple[str, ...]) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    before = assembled(cli, book)
    said = agreed(cli, book, "4", marked_docx(tmp_path / "struck.docx", *lines))
    assert "go from Section 4.2. The rest of it stays." in said
    assert assembled(cli, book) == before.replace("They are asked for three (3) days ahead. ", "")


def test_a_struck_part_that_stands_nowhere_is_refused(cli: Cli, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    file = marked_docx(tmp_path / "struck.docx", "[-Leave is granted on the first Monday of May.-]")
    said = cli("pass", book, "--article", "4", "--from", "union", "--file", file, "--label", "U-1")
    assert said.code == 2
    assert "shows none of its words that stay" in said.err


def test_a_marked_point_takes_its_place(cli: Cli, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=ROMAN)
    before = assembled(cli, book)
    line = "B.2. Days not used are paid {+twice a year+}[-at the end-]. No interest is due."
    agreed(cli, book, "4", marked_docx(tmp_path / "marked.docx", line))
    assert assembled(cli, book) == before.replace("at the end", "twice a year")


def test_a_paragraph_without_a_number_stands_for_the_one_it_is_like(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    before = assembled(cli, book)
    told = "Up to six (6) days of paid leave are granted on the death of a member of the family."
    said = agreed(cli, book, "4", paper(f"{told}\n"))
    assert "it is read as the paragraph of Section 4.3 that it is most like" in said
    assert assembled(cli, book) == before.replace("Up to five (5) days", "Up to six (6) days")


@pytest.mark.parametrize(
    "told",
    ["Old: A teacher called to jury duty suffers no loss of pay.\nNew: {}",
     "Current language: A teacher called to jury duty suffers no loss of pay.\n\nProposed language: {}",
     "Current:\n\nA teacher called to jury duty suffers no loss of pay.\n\nProposed:\n\n{}"],
)  # fmt: skip
def test_the_old_words_beside_the_new_do_not_come_in(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path)
    before = assembled(cli, book)
    new = "A teacher called to jury duty keeps the fee."
    agreed(cli, book, "4.5", paper(told.format(new)))
    assert assembled(cli, book) == before.replace("A teacher called to jury duty suffers no loss of pay.", new)


def test_a_number_alone_keeps_its_title_and_a_former_number_is_no_language(
    cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    book = leaves_book(cli, tmp_path)
    before = assembled(cli, book)
    told = (
        "ARTICLE 4 - LEAVES\n\n4.3\n\nUp to six (6) days of paid leave are granted.\n\n"
        "4.5 Jury Duty (formerly 4.6)\n\nA teacher called to jury duty is paid.\n"
    )
    agreed(cli, book, "4", paper(told))
    after = assembled(cli, book)
    assert "4.3 Bereavement Leave Up to six (6) days of paid leave are granted. 4.4" in after
    assert "4.5 Jury Duty A teacher called to jury duty is paid." in after
    assert before[: before.index("4.3")] == after[: after.index("4.3")]


def test_what_the_balance_leaves_out_stays_within_a_paragraph(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    contract = CONTRACT.replace(
        "no loss of pay.", "no loss of pay. The fee is kept.\n\nA note is brought from the court."
    )
    book = leaves_book(cli, tmp_path, contract=contract)
    before = assembled(cli, book)
    told = "4.5 Jury Duty\n\nA teacher or nurse called to jury duty suffers no loss of pay."
    agreed(cli, book, "4.5", paper(f"{told}\n\n(Balance of section unchanged)"))
    assert assembled(cli, book) == before.replace("A teacher called to jury", "A teacher or nurse called to jury")


@pytest.mark.parametrize(
    "told",
    ["4.B.2 - change “the end” to “once”.", "Section 4.B(2) – Delete.", "Section 4.C – increase to 5 days.",
     "B. Sick Leave\n\n1. Each teacher earns ten (10) days of sick leave a year. They add up.\n\n2. Delete."],
)  # fmt: skip
def test_orders_that_begin_with_their_place_wait(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path, contract=ROMAN)
    before = assembled(cli, book)
    agreed(cli, book, "4", paper(f"ARTICLE 4 - LEAVES\n\n{told}\n"))
    assert confirm(cli, book) == 2
    assert assembled(cli, book, 1) == before


def test_a_bulletin_is_on_the_articles_that_it_names(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    told = (
        "WHAT WE AGREED\nArticle 2.2 - change ten (10) days to five (5) days\n"
        "Article 4.2 - change two (2) days to six (6) days\n"
    )
    items = ("--article", "2", "--article", "4")
    said = cli("pass", book, *items, "--from", "union", "--file", paper(told), "--label", "U-1")
    assert said.code == 0, said.err
    for article in ("2", "4"):
        assert cli("agree", book, "--article", article, "--label", "U-1").code == 0
    assert confirm(cli, book) == confirm(cli, book) == 0
    after = assembled(cli, book)
    assert "shall meet within five (5) days" in after
    assert "has six (6) days of personal leave" in after


def test_what_a_memorandum_says_of_itself_is_no_language_of_the_article(
    cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    book = leaves_book(cli, tmp_path)
    before = assembled(cli, book)
    agreed(cli, book, "4", paper(
        "Memorandum of Understanding\n\nArticle 4, Section 4.5 will be modified as follows:\n\n4.5 Jury Duty\n\n"
        "A teacher called to jury duty is paid.\n\nThe parties agree to memorialize this agreement in 2029.\n\n"
        "This MOU may be executed in two or more counterparts.\n\nBy signing below the parties acknowledge it.\n"
    ))  # fmt: skip
    assert assembled(cli, book) == before.replace("suffers no loss of pay", "is paid")


def test_a_new_lettered_section_is_headed_like_the_others(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    lettered = CONTRACT[: CONTRACT.index("ARTICLE 3")] + "ARTICLE 3 - LEAVES\n\n" + "\n\n".join(
        f"SECTION {letter} - {title}\n\nLeave is granted for {title.lower()}." for letter, title in
        (("C", "STUDY"), ("D", "TRAVEL"), ("E", "ILLNESS"))
    )  # fmt: skip
    book = leaves_book(cli, tmp_path, contract=lettered + "\n")
    agreed(cli, book, "3", paper("ARTICLE 3 - LEAVES\n\nSECTION F - BIRTH\n\nLeave is granted for a birth.\n"))
    assert "SECTION F - BIRTH Leave is granted for a birth." in assembled(cli, book)


def test_a_section_that_a_paper_counts_on_over_is_told(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    told = (
        "ARTICLE 4 - LEAVES\n\n4.1 Sick Leave\n\nEach teacher earns ten (10) days of sick leave a year.\n\n"
        "4.2 Study Leave\n\nUnpaid leave of up to one year may be granted for study.\n"
    )
    said = agreed(cli, book, "4", paper(told))
    assert "Section 4.4 stands on the paper as 4.2: it is struck under its old number." in said
    assert "Section 4.3 is not on the paper, which counts on over it: it stays. See that it should." in said
    after = assembled(cli, book)
    assert "4.2 Study Leave" in after
    assert "4.3 Bereavement Leave" in after
