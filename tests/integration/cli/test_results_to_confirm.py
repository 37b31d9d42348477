"""A signed text that says what to do: current language stands until a person has confirmed what it comes to."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tablebook.domain.language import agreement_fingerprint
from tablebook.domain.text import short_code
from tablebook.jobs.make_packet import not_written
from tablebook.jobs.sheets.packet import packet_sheet
from tablebook.reports.packet.parts import Facts
from tablebook.reports.packet.sections import one_text
from tablebook.reports.words import words_of
from tests.integration.cli.conftest import Cli, Writer, negotiation
from tests.integration.cli.leaves import CONTRACT, agreed, assembled, confirm, leaves_book

HEAD = "ARTICLE 4 - LEAVES\n\n"
ADDED = HEAD + "Add new Section 4.6:\n\n4.6 Parental Leave\n\nTwelve (12) weeks are granted."
DELETED = (
    HEAD + "Delete existing sections 4.3 to 4.5 and add the following:\n\n4.3 Mourning\n\nSix (6) days are granted."
)
REPLACED = HEAD + 'Section 4.2: Replace "two (2)" with "three (3)".'


@pytest.mark.parametrize(
    ("text", "gone", "come"),
    [
        (ADDED, "", "4.6 Parental Leave Twelve (12) weeks are granted."),
        (DELETED, "Bereavement", "4.3 Mourning Six (6) days are granted."),
        (REPLACED, "two (2) days", "Each teacher has three (3) days of personal leave a year."),
    ],
)
def test_nothing_of_it_is_in_the_agreement_before(
    cli: Cli, paper: Writer, tmp_path: Path, text: str, gone: str, come: str
) -> None:
    book = leaves_book(cli, tmp_path)
    before = assembled(cli, book)
    agreed(cli, book, "4", paper(text))
    assert assembled(cli, book, 1) == before
    said = cli("assemble", book, "-o", tmp_path / "a.docx", "--json")
    assert "says what to do with Article 4, not what it will say: it is as the current contract has it" in said.err
    assert not said.json["ready"]
    assert [one["article"] for one in said.json["waiting"]] == ["4"]
    assert "says what to do with Article 4" in cli("status", book).out
    assert confirm(cli, book) == 0
    after = assembled(cli, book)
    assert come in after
    assert not gone or gone not in after
    assert "4.1 Sick Leave Each teacher earns ten (10) days of sick leave a year." in after
    assert "Add new" not in after
    assert "Delete existing" not in after
    assert "Replace" not in after


def test_the_packet_and_the_proof_say_so(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "4", paper(ADDED))
    out = tmp_path / "a.docx"
    assert cli("assemble", book, "-o", out).code == 1
    proved = cli("proof", book, out)
    assert proved.code == 1, "the order is not carried out in it"
    assert (
        "says what to do with Article 4. What that comes to was worked out, and nobody has confirmed it" in proved.err
    )
    assert "TA 4" in proved.out
    sheet = packet_sheet(negotiation(book), datetime(2026, 3, 1, tzinfo=UTC))
    assert "Article 4 (TA 4)" in sheet.unclear
    assert [one.name for one in sheet.unchanged] == ["Article 1", "Article 2", "Article 3"]
    assert confirm(cli, book) == 0
    assert "Article 4 (TA 4)" not in packet_sheet(negotiation(book), datetime(2026, 3, 1, tzinfo=UTC)).unclear


def test_words_that_the_contract_has_already_are_no_instruction(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    file = tmp_path / "contract.txt"
    told = "Add the following days to each leave: two."
    file.write_text(CONTRACT.replace("of sick leave a year.", f"of sick leave a year.\n\n{told}"), encoding="utf-8")
    book = tmp_path / "own.tablebook"
    names = ("--union", "The Union", "--employer", "The Board")
    assert cli("new", book, "--contract", file, *names, "--we", "union").code == 0
    text = f"4.1 Sick Leave\n\nEach teacher earns twelve (12) days of sick leave a year.\n\n{told}"
    agreed(cli, book, "4", paper(HEAD + text))
    assert f"earns twelve (12) days of sick leave a year. {told}" in assembled(cli, book)


def test_a_new_section_under_a_number_that_is_taken_shifts_the_others(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    text = "4.3 Parental Leave\n\nTwelve (12) weeks are granted.\n\nRenumber remaining sections accordingly."
    agreed(cli, book, "4", paper(HEAD + text))
    assert confirm(cli, book) == 0
    after = assembled(cli, book)
    assert "4.3 Parental Leave Twelve (12) weeks are granted. 4.4 Bereavement Leave Up to five (5) days" in after
    assert "4.5 Study Leave Unpaid leave" in after
    assert "4.6 Jury Duty A teacher" in after
    said = cli("assemble", book, "-o", tmp_path / "a.docx").err
    assert "“Section 4.4” in Section 3.1 of Article 3, now “Section 4.5”" in said


SOUNDS = "Current language stays but grievances filed before July 1 follow the old procedure."
SICK = "4.1 Sick Leave\n\nEach teacher earns twelve (12) days of sick leave a year."
BOTH = f"{HEAD}{SICK}\n\n4.2 Personal Leave\n\n{SOUNDS}"


def settle_result(cli: Cli, book: Path, *more: object) -> str:
    """Settle the first result that waits; what was refused."""
    lines = [one for one in cli("ready", book, "--json").json["lines"] if not one["settled"]]
    number = next(i for i, one in enumerate(lines, 1) if one["act"] == "confirm-result")
    return cli("settle", book, "--line", number, "--by", "Dana Marsh", *more).err


def test_words_that_only_sound_like_an_instruction_are_taken_as_written(
    cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "4", paper(BOTH))
    assert "“as written”" in settle_result(cli, book, "--words", "as shown")
    assert assembled(cli, book, 1).count("twelve (12)") == 0
    assert settle_result(cli, book, "--words", "as written") == ""
    after = assembled(cli, book)
    assert f"4.2 Personal Leave {SOUNDS} 4.3 Bereavement Leave" in after
    assert "earns twelve (12) days" in after


@pytest.mark.parametrize("whole", [False, True])
def test_a_file_gives_some_sections_and_the_ta_has_the_others(
    cli: Cli, paper: Writer, tmp_path: Path, whole: bool
) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "4", paper(BOTH))
    text = "4.2 Personal Leave\n\nEach teacher has three (3) days of personal leave a year."
    file = paper(f"{HEAD}{SICK}\n\n{text}" if whole else f"{HEAD}{text}", "result.txt")
    assert settle_result(cli, book, "--file", file) == ""
    after = assembled(cli, book)
    assert "earns twelve (12) days of sick leave a year. 4.2 Personal Leave Each teacher has three (3) days" in after
    assert "4.3 Bereavement Leave" in after
    assert "Current language" not in after


def test_a_file_with_such_words_needs_a_person_to_say_that_they_are_meant(
    cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "4", paper(BOTH))
    file = paper(BOTH, "result.txt")
    assert "says what to do too" in settle_result(cli, book, "--file", file)
    assert settle_result(cli, book, "--file", file, "--words", "as written") == ""
    assert f"4.2 Personal Leave {SOUNDS}" in assembled(cli, book)


def test_the_packet_has_the_code_of_the_signed_sheet_and_says_what_became_of_its_words(
    cli: Cli, paper: Writer, tmp_path: Path
) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "4", paper(REPLACED))
    agreed(cli, book, "3", paper("3.1 Limits\n\nNo class shall have more than ____ students.", "three.txt"))
    assert confirm(cli, book) == 0
    lines = [one for one in cli("ready", book, "--json").json["lines"] if not one["settled"]]
    number = next(i for i, one in enumerate(lines, 1) if one["act"] == "answer-blank")
    assert cli("settle", book, "--line", number, "--words", "twenty-two (22)", "--by", "Dana Marsh").code == 0
    state = negotiation(book)
    sheet = packet_sheet(state, datetime(2026, 3, 1, tzinfo=UTC))
    told = {text.label: text for text in sheet.texts}
    for ta, text in told.items():
        assert text.fingerprint == short_code(agreement_fingerprint(state, state.agreements[ta].body))
    four, three = told["TA 4.2"], told["TA 3"]
    assert (four.since.confirmed, four.since.by) == (True, ("Dana Marsh",))
    assert three.since.answers == (("____", "twenty-two (22)"),)
    for language, words in (("en", "was filled in: “twenty-two (22)”"), ("es", "se completó: “twenty-two (22)”")):
        rows = [row for part in one_text(three, words_of(language)) if isinstance(part, Facts) for row in part.rows]
        assert any(words in value for _, value in rows), rows


def test_an_article_agreed_in_the_words_of_today_is_no_change(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "2", paper("ARTICLE 2 - SAVINGS\n\nCurrent contract language."))
    assert "plain words" not in "\n".join(
        line for line in cli("ready", book).out.splitlines() if not line.startswith("   ok")
    )
    sheet = packet_sheet(negotiation(book), datetime(2026, 3, 1, tzinfo=UTC))
    assert [(one.name, one.agreed) for one in sheet.unchanged] == [
        ("Article 1", False), ("Article 3", False), ("Article 4", False), ("Article 2", True),
    ]  # fmt: skip
    assert [text.same for text in sheet.texts] == [True]
    assert not any("plain words" in said for said in not_written(sheet))


def test_a_text_as_the_orders_have_it_is_no_change_that_nobody_signed(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "4", paper("4.2: change two (2) to three (3)."))
    (tmp_path / "other").mkdir()
    other = leaves_book(cli, tmp_path / "other")
    agreed(cli, other, "4", paper("4.2: change two (2) to three (3)."))
    assert confirm(cli, other) == 0
    assembled(cli, other)
    proved = cli("proof", book, other.with_name("agreement.txt"))
    assert proved.code == 0, proved.out
    assert "nobody has confirmed it" in proved.err


def test_a_proof_is_no_match_where_it_is_not_known_what_a_ta_comes_to(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "4", paper("Delete the last sentence of Section 4.2 and the last sentence of Section 4.3."))
    assembled(cli, book, 1)
    proved = cli("proof", book, book.with_name("agreement.txt"))
    assert proved.code == 1
    assert "cannot be proved in 1 place: what the TAs come to is not known there" in proved.err


def test_what_waits_is_shown_before_it_is_confirmed(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path)
    agreed(cli, book, "4", paper("4.2: change two (2) to three (3)."))
    lines = [one for one in cli("ready", book, "--json").json["lines"] if not one["settled"]]
    number = next(i for i, one in enumerate(lines, 1) if one["act"] == "confirm-result")
    said = cli("settle", book, "--line", number)
    assert said.code == 2
    assert "Nothing is confirmed yet. TA 4.2 comes to: “4.2 Personal Leave Each teacher has three (3) days" in said.err
