"""``tablebook pass``: papers that say in few words what they want. What is no language waits for a person, whatever it
is said like; what is plain is done; no words of the contract go in silence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.integration.cli.conftest import Cli, Writer
from tests.integration.cli.leaves import CONTRACT, agreed, assembled, confirm, leaves_book

LONGER = CONTRACT.replace(
    "personal leave a year.",
    "personal leave a year. They are asked for three (3) days ahead. No reason is given.",
).replace("granted for study.", "granted for:\n\n(a) study;\n\n(b) travel; and\n\n(c) research.")
SHOWN = "4.2 Personal Leave\n\n"


@pytest.mark.parametrize(
    "told",
    ["All references to “two (2) days” in this Article are changed to “three (3) days”.",
     "Wherever “teacher” appears in Article 4, substitute “employee”.",
     "4.2, new last sentence: “Half days may be taken.”",
     "New language in 4.2, after the first sentence: Half days may be taken.",
     "The following language shall be added to Article 4, Section 4.2: “Half days may be taken.”",
     "Section 4.3 shall be moved to Article 3.",
     "Switch the order of Sections 4.2 and 4.3.",
     f"{SHOWN}Three (3) days instead of two (2).",
     f"{SHOWN}Three (3) days instead of two (2); otherwise current language.",
     f"{SHOWN}1 day added.",
     f"{SHOWN}2 days → 3 days",
     f"{SHOWN}In the last sentence, after “reason” insert “or excuse”.",
     f"{SHOWN}Second sentence to read: They are asked for one (1) day ahead.",
     f"{SHOWN}Additional sentence: Half days may be taken.",
     f"{SHOWN}The Association proposes to increase personal leave to three (3) days.",
     f"{SHOWN}As is except that two (2) becomes three (3).",
     "4.2 shall be amended to include the following: “Half days may be taken.”",
     "Delete the last sentence of Section 4.2 and the last sentence of Section 4.3."],
)  # fmt: skip
def test_what_only_says_what_is_wanted_waits(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    before = assembled(cli, book)
    said = agreed(cli, book, "4", paper(f"ARTICLE 4 - LEAVES\n\n{told}"))
    assert confirm(cli, book) == 2
    assert assembled(cli, book, 1) == before
    assert "in place of the whole article" not in said


@pytest.mark.parametrize(
    "told",
    ["Personal leave goes from two to three days.",
     "Personal leave of three days rather than two days a year; a form is provided for the request.",
     "Three days a year, up from 2."],
)  # fmt: skip
def test_words_that_name_the_figure_they_change_wait(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    before = assembled(cli, book)
    agreed(cli, book, "4.2", paper(f"{SHOWN}{told}"))
    assert confirm(cli, book) == 2
    assert assembled(cli, book, 1) == before


def test_words_that_name_another_figure_are_language(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    agreed(cli, book, "4.2", paper(f"{SHOWN}A teacher may take three half days instead of one whole day of leave."))
    assert "three half days instead of one whole day" in assembled(cli, book)


@pytest.mark.parametrize(
    ("told", "come"),
    [("Amend 4.2 by striking “two (2)” and inserting “three (3)”.", "has three (3) days of personal leave"),
     ("In the second sentence of 4.2, change three (3) days to one (1) day.", "for one (1) day ahead. No reason"),
     (f"{SHOWN}Replace 3 with 1.", ""),
     (f"{SHOWN}Replace the second sentence with: They are asked for a day ahead.", "a year. They are asked for a day "),
     (f"{SHOWN}Same, except strike the last sentence.", "three (3) days ahead. 4.3"),
     ("Add to end of 4.3: The District may ask for proof.", "of the family. The District may ask for proof. 4.4"),
     ("4.1: Strike “ten (10)” insert “twelve (12)”.", "earns twelve (12) days"),
     ("Delete 4.5 and replace with: 4.5 Jury duty is paid.", "4.5 Jury Duty Jury duty is paid.")],
)  # fmt: skip
def test_what_is_told_plainly_is_worked_out(cli: Cli, paper: Writer, tmp_path: Path, told: str, come: str) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    before = assembled(cli, book)
    agreed(cli, book, "4", paper(f"ARTICLE 4 - LEAVES\n\n{told}"))
    assert confirm(cli, book) == (0 if come else 2)
    after = assembled(cli, book, 0 if come else 1)
    assert come in after
    assert (after == before) is not bool(come)


@pytest.mark.parametrize(
    ("shown", "stands"),
    [(f"{SHOWN}Each teacher has three (3) days of personal leave a year. (Rest of 4.2 as is)",
      "has three (3) days of personal leave a year. They are asked for three (3) days ahead. No reason is given. 4.3"),
     (f"{SHOWN}Each teacher has three (3) days of personal leave a year. [No other changes to this section.]",
      "has three (3) days of personal leave a year. They are asked for three (3) days ahead. No reason is given. 4.3"),
     (f"{SHOWN}Each teacher has three (3) days of personal leave a year. Remainder CCL.",
      "has three (3) days of personal leave a year. They are asked for three (3) days ahead. No reason is given. 4.3"),
     (f"{SHOWN}Each teacher has three (3) days of personal leave a year....",
      "has three (3) days of personal leave a year. They are asked for three (3) days ahead. No reason is given. 4.3"),
     (f"{SHOWN}[first sentence unchanged]\n\nThey are asked for one (1) day ahead.\n\n[third sentence unchanged]",
      "two (2) days of personal leave a year. They are asked for one (1) day ahead. No reason is given. 4.3"),
     (f"{SHOWN}* * *\n\nNo reason need be given.",
      "two (2) days of personal leave a year. They are asked for three (3) days ahead. No reason need be given. 4.3"),
     ("4.4 Study Leave\n\n* * *\n\n(b) travel abroad; and\n\n* * *",
      "granted for: (a) study; (b) travel abroad; and (c) research. 4.5"),
     ("ARTICLE 4: no change except new 4.6 as follows:\n\n4.6 Parental Leave\n\nSix weeks are granted.",
      "no loss of pay. 4.6 Parental Leave Six weeks are granted."),
     ("NEW Section 4.6. Parental leave of six weeks is granted.", "no loss of pay. 4.6 Parental leave of six weeks"),
     ("4.6 (NEW) Parental leave of six weeks is granted.", "no loss of pay. 4.6 Parental leave of six weeks"),
     (f"{SHOWN}Each teacher has three (3) days of personal leave a year. (NEW) They carry over.",
      "three (3) days of personal leave a year. They carry over.")],
)  # fmt: skip
def test_what_is_not_shown_stays_and_marks_of_the_paper_go(
    cli: Cli, paper: Writer, tmp_path: Path, shown: str, stands: str
) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    agreed(cli, book, "4", paper(shown))
    after = assembled(cli, book)
    assert stands in after
    assert "ARTICLE 4 - LEAVES Leave is granted" in after.replace("4. LEAVES", "4 - LEAVES")


@pytest.mark.parametrize(
    ("shown", "lost"),
    [("Leave is granted to teachers who ask for it.", "Each teacher earns ten (10) days"),
     (f"{SHOWN}Leave for personal reasons.", "Each teacher has two (2) days of personal")],
)  # fmt: skip
def test_little_in_the_place_of_much_is_a_line_of_ready(
    cli: Cli, paper: Writer, tmp_path: Path, shown: str, lost: str
) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    said = agreed(cli, book, "4", paper(shown))
    assert lost in said
    assert "no mark on the paper struck those words" in cli("ready", book).out


def test_a_written_result_that_drops_paragraphs_says_so(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    agreed(
        cli, book, "4", paper("ARTICLE 4 - LEAVES\n\nIn 4.4, “travel” shall be understood otherwise.\n\n4.4: amend.")
    )
    lines = [one for one in cli("ready", book, "--json").json["lines"] if not one["settled"]]
    number = next(i for i, one in enumerate(lines, 1) if one["act"] == "confirm-result")
    short = paper("4.4 Study Leave\n\nUnpaid leave of up to one year may be granted for:\n\n(b) travel abroad.")
    said = cli("settle", book, "--line", number, "--file", short, "--by", "Dana Marsh")
    assert said.code == 0, said.err
    assert "in the result is without “(a) study;”; “(c) research.”: those words go." in said.out
    assert "is without “(a) study;”; “(c) research.”" in cli("ready", book).out


def test_an_order_to_strike_and_insert_is_no_legend(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    told = "4.1 Sick Leave. Strike “ten (10)” and insert “twelve (12)”.\n\n4.6 No Strike. No new strike is called."
    agreed(cli, book, "4", paper(told))
    assert confirm(cli, book) == 0
    after = assembled(cli, book)
    assert "earns twelve (12) days" in after
    assert "4.6 No Strike No new strike is called." in after


def test_names_and_a_day_at_the_foot_are_asked_about(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    text = "4.5 Jury Duty\n\nA teacher called to jury duty suffers no loss of pay or leave."
    agreed(cli, book, "4", paper(f"{text}\n\nKaren Oyelaran\n\nBill Strand\n\nMarch 2, 2027"))
    asked = cli("ready", book).out
    for words in ("Karen Oyelaran", "Bill Strand", "March 2, 2027"):
        assert f"A remark was left in TA 4.5, 4.5: “{words}”" in asked


def test_a_number_that_is_signed_is_kept_and_a_schedule_is_one(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    for name, text in (
        ("New: Study Circles", "STUDY CIRCLES\n\nTeachers may form circles for study."),
        ("New: Safety", "ARTICLE 5\n\nSAFETY\n\nEach school has a plan for emergencies."),
        ("New: Schedule B Longevity", "SCHEDULE B\n\nLONGEVITY\n\nTwenty years of service are worth $900 a year."),
    ):
        said = cli("pass", book, "--article", name, "--from", "union", "--file", paper(text), "--label", "U-1")
        assert said.code == 0, said.err
        assert cli("agree", book, "--article", name, "--label", "U-1").code == 0
    after = assembled(cli, book)
    assert "ARTICLE 5. SAFETY Each school" in after
    assert "ARTICLE 6. STUDY CIRCLES Teachers may" in after
    assert "SCHEDULE B. LONGEVITY Twenty years" in after
    assert cli("proof", book, book.with_name("agreement.txt")).code == 0


def test_the_label_below_a_line_that_names_the_section_stands_once(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    lettered = re.sub(r"(?m)^\d\.(\d) .*\n\n", lambda found: f"{'ABCDE'[int(found[1]) - 1]}. ", CONTRACT)
    book = leaves_book(cli, tmp_path, contract=lettered)
    agreed(
        cli, book, "4.A", paper("ARTICLE 4, Section A\n\nA. Each teacher earns twelve (12) days of sick leave a year.")
    )
    after = assembled(cli, book)
    assert "otherwise. A. Each teacher earns twelve (12) days of sick leave a year. B. Each teacher has" in after


LETTERED = """ARTICLE 4 - LEAVES

A. A leave is asked for in writing.

B. Sick Leave

1. Each teacher earns ten (10) days of sick leave a year. They add up.

2. Days not used are paid at the end. No interest is due.

C. A teacher called to jury duty suffers no loss of pay.
"""


@pytest.mark.parametrize(
    "told",
    ['B.1: strike "ten (10)" and insert "twelve (12)"\nB.2: delete the final sentence\nC: no change',
     "B.2: delete the final sentence",
     "IV.B: add “3. Days may be given to another teacher.”"],
)  # fmt: skip
def test_orders_on_lettered_sections_wait(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    contract = CONTRACT[: CONTRACT.index("ARTICLE 4")] + LETTERED
    book = leaves_book(cli, tmp_path, contract=contract)
    before = assembled(cli, book)
    agreed(cli, book, "4", paper(f"Article 4\n{told}\n"))
    assert confirm(cli, book) == 2
    assert assembled(cli, book, 1) == before


def test_a_new_sentence_told_of_by_its_place_waits(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=LONGER)
    before = assembled(cli, book)
    agreed(cli, book, "4.2", paper("4.2, new third sentence: Half days may be taken."))
    assert confirm(cli, book) == 2
    assert assembled(cli, book, 1) == before


@pytest.mark.parametrize("head", ["Article 3, 3.1: ", "Article 3\n\n3.1: ", "Article 3: 3.1: "])
def test_a_package_of_orders_is_on_the_articles_that_they_name(
    cli: Cli, paper: Writer, tmp_path: Path, head: str
) -> None:
    book = leaves_book(cli, tmp_path)
    before = assembled(cli, book)
    orders = (f'{head}strike "twenty-four (24)" and insert "twenty (20)".', 'Article 4, 4.1: change "ten" to "nine".')
    items = ("--article", "3", "--article", "4")
    said = cli("pass", book, *items, "--from", "union", "--file", paper("\n\n".join(orders)), "--label", "U-1")
    assert said.code == 0, said.err
    assert "retitled" not in said.err
    for article in ("3", "4"):
        assert cli("agree", book, "--article", article, "--label", "U-1").code == 0
    lines = cli("ready", book, "--json").json["lines"]
    assert [one["article"] for one in lines if one.get("act") == "confirm-result"] == ["3", "4"]
    assert assembled(cli, book, 1) == before


TABLE = CONTRACT.replace(
    "4.5 Jury Duty", "4.5 Pay\n\nYears   Days\n0-4     8\n5-9     10\n10-14   12\n15-19   14\n\n4.6 Jury Duty"
)


def test_a_table_does_not_go_in_silence_for_a_line_of_words(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=TABLE)
    said = agreed(cli, book, "4.5", paper("4.5 Pay\n\n5 to 9 years: 11 days a month; 10 to 14 years: 13 days."))
    assert "is without the table “Years Days 0-4 8 5-9 10" in said
    waiting = [one["sentence"] for one in cli("ready", book, "--json").json["lines"] if one.get("act") == "look-at"]
    assert len(waiting) == 1
    assert "the table “Years Days" in waiting[0]


def test_an_article_deleted_in_a_sentence_that_says_more_waits(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    before = assembled(cli, book)
    agreed(cli, book, "2", paper("Article 2 shall be deleted and the remaining articles renumbered."))
    assert confirm(cli, book) == 2
    assert assembled(cli, book, 1) == before
