"""``tablebook agree``: a TA binds one exact pass, a package is accepted whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tablebook.domain.codes import Custody, Party
from tablebook.domain.record import ReasonGiven
from tablebook.jobs import withdraw
from tablebook.jobs.open_book import open_book
from tests.integration.cli.conftest import Books, Cli, Writer

Article = Callable[[Path, str], dict[str, Any]]

PAPER = "12.1 Class size limits\n\nAt most {}.\n\n12.2 Relief when a limit is exceeded\n\nRelief number {}.\n"


@pytest.fixture
def passed(lakeview: Path, cli: Cli, paper: Writer) -> Path:
    """U-1 and E-1 on sections 12.1 and 12.2."""
    for party, number in (("union", 22), ("employer", 26)):
        file = paper(PAPER.format(number, number), f"{party}.txt")
        assert cli("pass", lakeview, "--article", "12", "--from", party, "--file", file).code == 0
    return lakeview


def test_a_ta_on_the_exact_pass(passed: Path, cli: Cli, article_of: Article) -> None:
    said = cli("agree", passed, "--article", "12", "--label", "U-1", "--at", "2026-03-02T18:05:00-06:00")
    assert (said.code, said.out) == (0, "TA 12 is recorded.\n")
    found = article_of(passed, "12")
    assert found["state"] == "ta"
    (ta,) = found["agreements"]
    assert (ta["label"], ta["at"], ta["sections"], ta["signed"]) == (
        "U-1",
        "2026-03-02T18:05:00-06:00",
        ["12.1", "12.2"],
        True,
    )
    assert [one["state"] for one in found["passes"]] == ["accepted", "standing"]


def test_with_one_signer_named_the_other_signature_is_missing(passed: Path, cli: Cli) -> None:
    done = cli("agree", passed, "--article", "12", "--label", "U-1", "--union-signer", "Maria Ortega")
    assert done.code == 0, done.err
    lines = cli("ready", passed, "--json").json["lines"]
    missing = [one["sentence"] for one in lines if one.get("act") == "add-signature"]
    assert missing == ["TA 12 is not signed for the employer."]


@pytest.mark.parametrize(
    "how", [("--article", "12", "--section", "12.1"), ("--article", "12.1")], ids=["--section", "in --article"]
)
def test_a_ta_on_one_section(passed: Path, cli: Cli, article_of: Article, how: tuple[str, ...]) -> None:
    assert cli("agree", passed, *how, "--label", "E-1").code == 0
    found = article_of(passed, "12")
    assert found["state"] == "part-ta"
    assert found["agreements"][0]["sections"] == ["12.1"]
    assert cli("status", passed, "--json").json["unresolved"] == ["12"]
    assert cli("agree", passed, "--article", "12", "--section", "12.2", "--label", "U-1").code == 0
    assert article_of(passed, "12")["state"] == "ta"


def test_sections_that_start_again_are_named_either_way(
    new_book: Books, cli: Cli, paper: Writer, article_of: Article
) -> None:
    book = new_book("lane")
    text = "Section 2. Health Insurance Plans\n\nThey pay.\n\nSection 3. Retirement Plan Enrollment\n\nAll enroll.\n"
    assert cli("pass", book, "--article", "4", "--from", "union", "--file", paper(text)).code == 0
    assert cli("agree", book, "--article", "4", "--label", "U-1", "--section", "4.2").code == 0
    assert cli("agree", book, "--article", "4", "--label", "U-1", "--section", "3").code == 0
    assert [one["sections"] for one in article_of(book, "4")["agreements"]] == [["2"], ["3"]]
    assert article_of(book, "4")["state"] == "ta"
    assert article_of(book, "2")["state"] == "not-opened"
    assert article_of(book, "3")["state"] == "not-opened"


def test_a_lettered_section_is_named_as_it_was_passed(
    cli: Cli, paper: Writer, article_of: Article, tmp_path: Path
) -> None:
    sections = [f"{letter}. Leave {letter}\n\nThe Board grants leave of kind {letter}.\n" for letter in "ABC"]
    units = [f"ARTICLE {n}\nSUBJECT {n}\n\n" + "\n".join(sections) for n in (1, 2)]
    book = tmp_path / "lettered.tablebook"
    made = ("--union", "Union", "--employer", "Board", "--we", "union")
    assert cli("new", book, "--contract", paper("\n".join(units), "contract.txt"), *made).code == 0
    file = paper("B. Leave B\n\nThe Board grants more leave.\n", "b.txt")
    assert cli("pass", book, "--article", "2.B", "--from", "union", "--file", file).code == 0
    assert cli("agree", book, "--article", "2.B", "--label", "U-1").code == 0
    assert [one["sections"] for one in article_of(book, "2")["agreements"]] == [["B"]]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--article", "12", "--label", "U-9"), "U-9"),
        (("--article", "12", "--label", "u-1"), "u-1"),
        (("--article", "8", "--label", "U-1"), "U-1"),
        (("--article", "12", "--label", "U-1", "--section", "12.5"), "12.5"),
        (("--article", "44", "--label", "U-1"), "44"),
        (("--article", "12", "--label", "U-1", "--at", "later"), "later"),
        (("--article", "12"), "--label"),
    ],
)
def test_what_is_no_pass_cannot_be_agreed(passed: Path, cli: Cli, arguments: tuple[str, ...], word: str) -> None:
    before = passed.read_bytes()
    said = cli("agree", passed, *arguments)
    assert said.is_refusal(), said
    assert word in said.err
    assert passed.read_bytes() == before


def test_agreeing_the_same_twice_is_seen(passed: Path, cli: Cli, article_of: Article) -> None:
    assert cli("agree", passed, "--article", "12", "--label", "U-1").code == 0
    before = passed.read_bytes()
    again = cli("agree", passed, "--article", "12", "--label", "U-1")
    assert again.is_refusal(), again
    assert "TA 12" in again.err
    assert passed.read_bytes() == before
    assert len(article_of(passed, "12")["agreements"]) == 1


def test_agreeing_other_words_is_warned_about(passed: Path, cli: Cli) -> None:
    assert cli("agree", passed, "--article", "12", "--label", "U-1").code == 0
    other = cli("agree", passed, "--article", "12", "--label", "E-1")
    assert other.code == 0
    assert "TA 12 settled other words" in other.err


def test_a_withdrawn_offer_is_warned_about(passed: Path, cli: Cli, article_of: Article) -> None:
    with open_book(passed) as book:
        withdraw.withdraw(book, Party.UNION, article="12", label="U-1", words="We take it back.")
        withdraw.withdraw(book, Party.EMPLOYER, article="12", label="E-1")
    assert article_of(passed, "12")["state"] == "withdrawn"
    assert cli("status", passed, "--json").json["unresolved"] == []
    said = cli("agree", passed, "--article", "12", "--label", "U-1")
    assert said.code == 0
    assert "withdrawn" in said.err


# Packages

TWO = "Article 12\n\n12.1 Class size limits\n\nAt most 25.\n\nArticle 8\n\n8.4 Lost preparation time\n\nIt is paid.\n"


@pytest.fixture
def package(passed: Path, cli: Cli, paper: Writer) -> Path:
    """The District's package EP-1 on 12.1 and 8.4, after its own E-1 on Article 12."""
    items = ("--article", "12", "--article", "8", "--from", "employer", "--kind", "package", "--label", "EP-1")
    said = cli("pass", passed, *items, "--file", paper(TWO, "package.txt"))
    assert said.code == 0, said.err
    return passed


def labels(article_of: Article, book: Path, number: str) -> str:
    return str(next(one["label"] for one in article_of(book, number)["passes"] if one["package"]))


def test_agreeing_a_member_accepts_the_package_whole(package: Path, cli: Cli, article_of: Article) -> None:
    said = cli("agree", package, "--article", "8", "--label", labels(article_of, package, "8"))
    assert (said.code, said.out) == (0, "Package EP-1 is accepted whole.\n")
    found = cli("status", package, "--json").json
    assert [one["state"] for one in found["packages"]] == ["accepted"]
    assert {number: len(article_of(package, number)["agreements"]) for number in ("8", "12")} == {"8": 1, "12": 1}


def test_a_package_is_never_accepted_in_part(package: Path, cli: Cli, article_of: Article) -> None:
    before = package.read_bytes()
    said = cli("agree", package, "--article", "8", "--label", labels(article_of, package, "8"), "--section", "8.4")
    assert said.is_refusal()
    assert package.read_bytes() == before


def test_a_no_to_a_package_lets_each_own_position_stand(package: Path, cli: Cli, article_of: Article) -> None:
    said = cli("pass", package, "--article", "12", "--from", "union", "--said", "no", "--responds-to", "EP-1")
    assert said.code == 0, said.err
    found = cli("status", package, "--json").json
    assert found["packages"][0]["state"] == "rejected"
    assert found["unresolved"] == ["12"], "Article 8 was only in the package"
    again = cli("agree", package, "--article", "8", "--label", labels(article_of, package, "8"))
    assert again.is_refusal()
    own = cli("agree", package, "--article", "12", "--label", "E-1")
    assert own.code == 0, own.err


def test_a_withdrawn_package_cannot_be_accepted(package: Path, cli: Cli, article_of: Article) -> None:
    with open_book(package) as book:
        withdraw.withdraw(book, Party.EMPLOYER, package="EP-1", words="The package is withdrawn.")
    assert cli("status", package, "--json").json["packages"][0]["state"] == "withdrawn"
    assert cli("agree", package, "--article", "8", "--label", labels(article_of, package, "8")).is_refusal()


def test_accepting_a_package_that_ran_out_is_warned_about_and_the_reason_kept(
    passed: Path, cli: Cli, paper: Writer
) -> None:
    items = ("--article", "12", "--article", "8", "--from", "employer", "--kind", "package", "--label", "EP-1")
    until = ("--at", "2027-03-09T14:00", "--expires", "2027-03-09T16:30", "--expiry-reason", "The Board meets")
    assert cli("pass", passed, *items, *until, "--file", paper(TWO, "package.txt")).code == 0
    agree = ("agree", passed, "--article", "8", "--label", "EP-1", "--at", "2027-03-09T17:00")
    said = cli(*agree, "--reason", "They said it still stands")
    assert (said.code, said.out) == (0, "Package EP-1 is accepted whole.\n")
    assert "Note: Package EP-1 has run out." in said.err
    with open_book(passed, read_only=True) as book:
        signed = book.negotiation.agreements
        kept = [one for one in book.entries if isinstance(one.body, ReasonGiven)]
    assert [one.body.label for one in kept] == list(signed)
    assert {one.custody for one in kept} == {Custody.OURS}
    assert {(one.body.warning, one.body.reason) for one in kept} == {("expired", "They said it still stands")}


def test_a_package_that_quietly_reopens_a_ta_is_named_as_such(passed: Path, cli: Cli, paper: Writer) -> None:
    assert cli("agree", passed, "--article", "12", "--label", "E-1", "--section", "12.1").code == 0
    items = ("--article", "12", "--article", "8", "--from", "employer", "--kind", "package", "--label", "EP-1")
    said = cli("pass", passed, *items, "--file", paper(TWO, "package.txt"))
    assert said.code == 0
    assert "Note: Package EP-1 quietly re-opens TA 12.1." in said.err


CONDITION = "the union withdraws grievance 24-7"


@pytest.mark.parametrize(("said", "bound"), [((), CONDITION), (("--condition", "None"), "None")])
def test_an_offer_is_accepted_with_its_condition(
    lakeview: Path, cli: Cli, paper: Writer, said: tuple[str, ...], bound: str
) -> None:
    file = paper(PAPER.format(22, 2))
    passing = ("pass", lakeview, "--article", "12", "--from", "employer", "--file", file, "--condition", CONDITION)
    assert cli(*passing).code == 0
    assert cli("agree", lakeview, "--article", "12", "--label", "E-1", *said).code == 0
    with open_book(lakeview, read_only=True) as opened:
        (agreement,) = opened.negotiation.agreements.values()
    assert agreement.body.conditions == bound
    depends = f"TA 12 depends on: {CONDITION}." in cli("ready", lakeview).out
    assert depends is (not said)


def test_two_tas_that_clash_are_no_settled_text(passed: Path, cli: Cli) -> None:
    for label in ("U-1", "E-1"):
        assert cli("agree", passed, "--article", "12.1", "--label", label, "--reason", "both were signed").code == 0
    said = cli("status", passed).out
    assert "Not one text yet: TA 12.1 and TA 12.1 (2) say different things of section 12.1" in said
