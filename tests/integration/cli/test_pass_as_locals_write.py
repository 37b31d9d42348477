"""Signed papers in the manners that locals write them in, from the pass to the assembled agreement: what they change
is changed, what they do not speak of stays, and what nobody could be sure of is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.conftest import Cli, Writer
from tests.integration.cli.leaves import CONTRACT, agreed, assembled, confirm, leaves_book

HEAD = "ARTICLE 4 - LEAVES\n\n"
THREE = "Each teacher has three (3) days of personal leave a year."
TWO = THREE.replace("three (3)", "two (2)")


def changed(cli: Cli, folder: Path, file: Path, article: str = "4") -> tuple[str, str, str]:
    """The agreement before and after a TA on this paper, and what passing it said."""
    book = leaves_book(cli, folder)
    before = assembled(cli, book)
    said = agreed(cli, book, article, file)
    return before, assembled(cli, book), said


@pytest.mark.parametrize(
    "text",
    [
        "Article 4, Section 4.2\n\n4.2 Personal Leave\n\n{}",
        HEAD + "Section 4.2 Personal Leave\n\n{}",
        HEAD + "4.2 PERSONAL LEAVE\n\n{}",
        HEAD + "Section 2. Personal Leave\n\n{} All other sections remain status quo.",
        HEAD + "4.2 Personal Leave\n\n{}\n\nTA'd 3/4/26 JS (MVEA) RM (Board)",
        HEAD + "4.2 Personal Leave\n\n{}\n\nTA 2/12/26 __JK__ __LM__",
        HEAD + "4.2 Personal Leave\n\n{}\n\nTA'd 3/4/26\n\nDistrict Initials: RB\n\nUnion Initials: KT",
        "ARTICLE 1 LEAVES\n\n1.1 Personal Leave\n\n{}",
        HEAD + "4.2 PERSONAL LEAVE (NEW LANGUAGE IN BOLD)\n\n{}",
        HEAD + "4.2 Personal Leave [changes are underlined]\n\n{}",
        "Article 4.2 - Personal Leave: {} All other articles: Status Quo",
        "Article 4.2 - Personal Leave: {} The rest of Article 4 is current language",
    ],
)
def test_the_section_alone_is_changed_under_the_contract_s_own_head(
    cli: Cli, paper: Writer, tmp_path: Path, text: str
) -> None:
    before, after, _ = changed(cli, tmp_path, paper(text.format(THREE)))
    assert after == before.replace(TWO, THREE)


@pytest.mark.parametrize("lead", ["4.2", "Art. 4.2", "Article 4.2 Personal Leave", "Art. 4, Sec. 4.2", "Art. 4, § 2"])
@pytest.mark.parametrize("heads", ["Art./Sec. | Current | Agreed", "Article | Current Language | Proposed"])
def test_a_table_of_both_languages_is_read_by_what_numbers_its_rows(
    cli: Cli, paper: Writer, tmp_path: Path, lead: str, heads: str
) -> None:
    book = leaves_book(cli, tmp_path)
    before = assembled(cli, book)
    pupils = "No class shall have more than twenty-four (24) students, also where Section 4.4 grants leave."
    rows = (f"| {heads} |", "|---|---|---|", f"| Art. 3.1 | {pupils} | No change |", f"| {lead} | {TWO} | {THREE} |")
    file = paper("\n".join(("Tentative Agreements", "", *rows, "")), "table.md")
    assert cli("pass", book, "--all", "--from", "union", "--file", file, "--label", "U-1").code == 0
    assert cli("agree", book, "--article", "4", "--label", "U-1").code == 0
    assert assembled(cli, book) == before.replace(TWO, THREE)


def test_a_section_told_by_its_title_is_said(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    text = f"ARTICLE 1 LEAVES\n\n1.1 Personal Leave\n\n{THREE}"
    assert "“1.1 Personal Leave” is read as Section 4.2 by its title." in changed(cli, tmp_path, paper(text))[2]


def test_a_new_section_is_headed_as_the_others_are(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    text = HEAD + "Section 4.6 Parental Leave (NEW)\n\nTwelve (12) weeks are granted."
    assert changed(cli, tmp_path, paper(text))[1].endswith("4.6 Parental Leave Twelve (12) weeks are granted.")


POINTS = ("(a) It is paid.", "(b) It may be split.", "(c) It may be saved.")


def with_points(cli: Cli, folder: Path) -> Path:
    """A book of the contract with three points in its Section 4.2."""
    own = "\n\n".join((TWO, *POINTS))
    return leaves_book(cli, folder, contract=CONTRACT.replace(TWO, own))


def open_lines(cli: Cli, book: Path, check: str) -> list[dict[str, str]]:
    lines = cli("ready", book, "--json").json["lines"]
    return [one for one in lines if one["check"] == check and not one["settled"]]


@pytest.mark.parametrize("head", ["", "Time Off"], ids=["a section", "an article under a new title"])
def test_words_that_a_clean_paper_does_not_show_are_a_line_to_settle(
    cli: Cli, paper: Writer, tmp_path: Path, head: str
) -> None:
    book = with_points(cli, tmp_path)
    shown = HEAD.replace("LEAVES", head.upper() or "LEAVES") + f"4.2 Personal Leave\n\n{TWO}\n\n(a) It is paid in full."
    said = agreed(cli, book, "4", paper(shown))
    lost = "“(b) It may be split.”; “(c) It may be saved.”"
    assert f"Section 4.2 on the paper is without {lost}: those words go." in said
    (line,) = open_lines(cli, book, "not-shown")
    assert f" is without {lost} of section 4.2 of Article 4: no mark" in line["sentence"]
    assert line["sentence"] in cli("assemble", book, "-o", tmp_path / "made.txt").err
    number = 1 + [one for one in cli("ready", book, "--json").json["lines"] if not one["settled"]].index(line)
    assert cli("settle", book, "--line", number, "--words", "they go, both sides say", "--by", "Dana Marsh").code == 0
    assert open_lines(cli, book, "not-shown") == []


def test_points_that_go_beside_one_in_other_words_are_a_line_too(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = with_points(cli, tmp_path)
    said = agreed(cli, book, "4", paper(f"{HEAD}4.2 Personal Leave\n\n(a) Nobody needs to give any reason."))
    assert f"without “{TWO}”; “(b) It may be split.”; “(c) It may be saved.”: those words go." in said
    assert len(open_lines(cli, book, "not-shown")) == 1


def test_words_that_a_paper_shows_changed_are_no_line(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = with_points(cli, tmp_path)
    shown = "\n\n".join((TWO, POINTS[0], "(b) It may be split in two.", POINTS[2]))
    agreed(cli, book, "4", paper(f"{HEAD}4.2 Personal Leave\n\n{shown}"))
    assert open_lines(cli, book, "not-shown") == []


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (f"Section 4.2 Personal Leave shall be amended to read:\n\n{THREE}", f"4.2 Personal Leave {THREE}"),
        (
            "Article 4, Section 4.2 Personal Leave - add new paragraph (a):\n\n(a) Half days may be taken.",
            f"4.2 Personal Leave {TWO} (a) Half days may be taken.",
        ),
        (
            f"{HEAD}4.2 Personal Leave\n\nAdd a new paragraph 1:\n\n1. Half days may be taken.",
            f"4.2 Personal Leave {TWO} 1. Half days may be taken.",
        ),
    ],
)
def test_what_a_paper_says_to_do_waits_and_keeps_the_rest(
    cli: Cli, paper: Writer, tmp_path: Path, text: str, result: str
) -> None:
    book = leaves_book(cli, tmp_path)
    before = assembled(cli, book)
    said = agreed(cli, book, "4", paper(text))
    assert "in place of the whole article" not in said
    assert assembled(cli, book, 1) == before
    assert confirm(cli, book) == 0
    assert assembled(cli, book) == before.replace(f"4.2 Personal Leave {TWO}", result)


def test_an_increase_that_is_only_told_changes_nothing(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    before = assembled(cli, book)
    text = "Article 4.1 - Increase sick leave from 10 to 12 days.\n\nArticle 4.2 - Increase personal leave from 2 to 3."
    assert "retitled" not in agreed(cli, book, "4", paper(text))
    assert assembled(cli, book, 1) == before


MOA = """MEMORANDUM OF AGREEMENT

The District and the Association are parties to an Agreement.

The parties agree to the following modification of Article 4 – Leaves, Section 4.2 – Personal Leave of the current CBA:

"Section 4.2 Personal Leave. {}"

The rest of the language in Article 4 is unchanged.

This MOA is effective upon signing.
"""


def test_the_following_modification_of_a_section(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    before, after, _ = changed(cli, tmp_path, paper(MOA.format(THREE)))
    assert after == before.replace(TWO, THREE)


@pytest.mark.parametrize(
    "told", ["Article 4, C, 2 is amended to read:", "Article 4, Section 4.3, paragraph 7 is amended to read:"]
)
def test_a_part_that_is_not_found_never_takes_the_whole(cli: Cli, paper: Writer, tmp_path: Path, told: str) -> None:
    book = leaves_book(cli, tmp_path)
    text = f"MEMORANDUM OF AGREEMENT\n\n{told}\n\nIt is paid."
    said = cli("pass", book, "--article", "4", "--from", "union", "--file", paper(text))
    assert said.is_refusal()
    assert "names a part of Article 4" in said.err


SCHEDULE = """
APPENDIX A
SALARY SCHEDULE

Step    BA       MA
1       42,000   46,000
2       43,000   47,200
3       44,100   48,500
"""
EXTRA = """
APPENDIX A - EXTRA DUTY PAY

Football $5,000

Track $3,000

Tennis $2,000
"""
MENTORS = """
MEMORANDUM OF UNDERSTANDING
Mentor Teachers

Each new teacher is assigned a mentor for one year.
"""


def appended(cli: Cli, folder: Path, more: str) -> Path:
    file, book = folder / "longer.txt", folder / "longer.tablebook"
    file.write_text(CONTRACT + more, encoding="utf-8")
    names = ("--union", "Maple Valley Education Association", "--employer", "Maple Valley School District")
    assert cli("new", book, "--contract", file, *names, "--we", "union").code == 0
    return book


def test_a_percentage_is_no_schedule(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = appended(cli, tmp_path, SCHEDULE)
    text = "APPENDIX A\nSALARY SCHEDULE\n\nThe salary schedule shall be increased by 4% for 2026-27."
    said = cli("pass", book, "--article", "Appendix A", "--from", "union", "--file", paper(text))
    assert said.is_refusal()
    assert "The paper has no schedule for Appendix A, where the contract has a table." in said.err


@pytest.mark.parametrize("stands", ["Track (no change)", "Track – same", "Track: Status Quo", "Track [CCL]"])
@pytest.mark.parametrize("apart", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_the_rows_of_a_list_that_stay_keep_their_amounts(
    cli: Cli, paper: Writer, tmp_path: Path, stands: str, apart: str
) -> None:
    book = appended(cli, tmp_path, EXTRA)
    rows = apart.join(("Football $5,500", stands, "Tennis $2,200"))
    said = agreed(cli, book, "Appendix A", paper(f"APPENDIX A - EXTRA DUTY PAY\n\n{rows}"))
    assert f"Not taken into the text: “{stands}”." in said
    assert assembled(cli, book).endswith("EXTRA DUTY PAY Football $5,500 Track $3,000 Tennis $2,200")
    lines = book.with_name("agreement.txt").read_text("utf-8").split("\n\n")
    assert [line.strip() for line in lines[-3:]] == ["Football $5,500", "Track $3,000", "Tennis $2,200"]


@pytest.mark.parametrize("text", ["The Mentor Teachers MOU is deleted.", "MOU – Mentor Teachers shall be deleted."])
def test_a_memorandum_goes_by_its_title(cli: Cli, paper: Writer, tmp_path: Path, text: str) -> None:
    book = appended(cli, tmp_path, MENTORS)
    before = assembled(cli, book)
    agreed(cli, book, "MOU Mentor Teachers", paper(text))
    assert "mentor" in before.lower()
    assert "mentor" not in assembled(cli, book).lower()


def test_a_new_article_without_a_number_is_headed_once(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    text = "NEW ARTICLE – UNIFORMS\n\n1. Two (2) uniforms are issued.\n\n(To be placed after Article 3)"
    said = cli("pass", book, "--all", "--from", "union", "--file", paper(text), "--label", "U-1")
    assert "“(To be placed after Article 3)”" in said.err
    assert cli("agree", book, "--article", "New: UNIFORMS", "--label", "U-1").code == 0
    assert assembled(cli, book).endswith("ARTICLE 5. UNIFORMS 1. Two (2) uniforms are issued.")


def test_section_three_colon_delete(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    before, after, _ = changed(cli, tmp_path, paper(HEAD + "Section 4.4 (Study Leave): Delete."))
    assert after == before.replace("4.4 Study Leave Unpaid leave of up to one year may be granted for study. ", "")


CAUSE = "ARTICLE 4 - JUST CAUSE\n\n4.1 Discipline\n\nNo employee is disciplined or discharged without just cause."


def test_another_article_under_a_known_number_is_for_a_person(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    said = cli("pass", book, "--all", "--from", "union", "--file", paper(CAUSE))
    assert said.is_refusal()
    assert "it has the number of 4, which is “LEAVES”, and nothing of its text." in said.err
    longer = paper(f"{CAUSE}\n\nARTICLE 3 - CLASS SIZE\n\n3.1 Limits\n\nNo class shall have more than twenty (20).")
    said = cli("pass", book, "--all", "--from", "union", "--file", longer, "--label", "U-1")
    assert "Left for you: “ARTICLE 4 - JUST CAUSE”: it has the number of 4" in said.err
    assert cli("agree", book, "--article", "3", "--label", "U-1").code == 0
    after = assembled(cli, book)
    assert "Each teacher earns ten (10) days of sick leave a year." in after
    assert "No class shall have more than twenty (20)." in after
    assert "just cause" not in after


def test_an_article_under_a_new_title_is_its_own_by_its_sections(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    text = f"ARTICLE 4 - TIME AWAY FROM WORK\n\n4.2 Personal Leave\n\n{THREE}"
    assert "retitled" in cli("pass", book, "--all", "--from", "union", "--file", paper(text), "--label", "U-1").err
    assert cli("agree", book, "--article", "4", "--label", "U-1").code == 0
    assert f"4.2 Personal Leave {THREE}" in assembled(cli, book)
