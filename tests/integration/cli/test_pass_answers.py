"""``tablebook pass``: answers that were only said, labels, times, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tablebook.jobs.open_book import open_book
from tests.integration.cli.conftest import Cli, Writer, last_pass, passed
from tests.unit.domain.table_talk import as_passed

Article = Callable[[Path, str], dict[str, Any]]


# An answer that was only said


@pytest.mark.parametrize("words", ["current language", "Current contract language.", "status quo", "CCL"])
def test_current_language_is_said(lakeview: Path, cli: Cli, words: str) -> None:
    assert cli("pass", lakeview, "--article", "12", "--from", "employer", "--said", words).code == 0
    state, one = last_pass(lakeview, "12")
    assert (one.body.kind, one.body.spoken, one.body.file) == ("current", True, None)
    assert as_passed(state, one) == state.items["12"].article.blocks


def test_current_language_of_several_sections(lakeview: Path, cli: Cli) -> None:
    names = ("--article", "12.2", "--article", "12.4")
    assert cli("pass", lakeview, *names, "--from", "employer", "--said", "current language").code == 0
    state, one = last_pass(lakeview, "12")
    assert one.places == ("12.2", "12.4")
    assert as_passed(state, one) == state.items["12"].article.blocks


def test_no_is_said_and_ends_the_offer(lakeview: Path, cli: Cli, paper: Writer) -> None:
    passed(cli, lakeview, "12.1", paper("At most 22."))
    said = cli("pass", lakeview, "--article", "12", "--from", "employer", "--said", "no", "--responds-to", "U-1")
    assert said.code == 0, said.err
    state, one = last_pass(lakeview, "12")
    assert (one.body.kind, one.body.parts, one.body.prose) == ("reject", (), "no")
    assert state.passes_on("12")[0].state == "rejected"


def test_an_idea_in_prose_is_a_concept(lakeview: Path, cli: Cli, article_of: Article) -> None:
    assert cli("pass", lakeview, "--article", "20", "--from", "employer", "--said", "2 % with a trigger").code == 0
    assert article_of(lakeview, "20")["passes"][0]["kind"] == "concept"
    agreed = cli("agree", lakeview, "--article", "20", "--label", "E-1")
    assert agreed.is_refusal()
    assert "concept" in agreed.err


@pytest.mark.parametrize("kind", ["proposal", "counter", "final", "current", "reject", "concept"])
def test_kinds_as_named(lakeview: Path, cli: Cli, paper: Writer, article_of: Article, kind: str) -> None:
    how = ("--said", "as we said") if kind in ("reject", "concept") else ("--file", paper("At most 22."))
    assert cli("pass", lakeview, "--article", "12.1", "--from", "union", *how, "--kind", kind).code == 0
    assert article_of(lakeview, "12")["passes"][0]["kind"] == kind


# Labels, answers, times


def test_labels_and_answers(lakeview: Path, cli: Cli, paper: Writer, article_of: Article) -> None:
    text = paper("At most 22.")
    passed(cli, lakeview, "12.1", text, "--label", "#1")
    theirs = ("pass", lakeview, "--article", "12.1", "--from", "employer", "--file", text, "--responds-to", "#1")
    for label in ("District 2", "District 3"):
        assert cli(*theirs, "--label", label).code == 0
    passed(cli, lakeview, "12.1", text, "--responds-to", "District 2", "--responds-to", "District 3")
    found = [(one["label"], one["responds_to"]) for one in article_of(lakeview, "12")["passes"]]
    assert found == [("#1", []), ("District 2", ["#1"]), ("District 3", ["#1"]), ("#2", ["District 2", "District 3"])]


def test_we_never_use_a_label_twice(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = paper("At most 22.")
    passed(cli, lakeview, "12.1", text, "--label", "U-1")
    before = lakeview.read_bytes()
    said = cli("pass", lakeview, "--article", "12.1", "--from", "union", "--file", text, "--label", "U-1")
    assert said.is_refusal()
    assert "U-1" in said.err
    assert lakeview.read_bytes() == before
    assert sorted(each.name for each in lakeview.parent.iterdir()) == [lakeview.name, "paper.txt"]


def test_their_label_used_twice_is_warned_about(lakeview: Path, cli: Cli, paper: Writer, article_of: Article) -> None:
    text = paper("At most 30.")
    arguments = ("pass", lakeview, "--article", "12.1", "--from", "employer", "--file", text, "--label", "E-1")
    assert cli(*arguments).code == 0
    again = cli(*arguments)
    assert again.code == 0
    assert "used E-1" in again.err
    assert [one["label"] for one in article_of(lakeview, "12")["passes"]] == ["E-1", "E-1"]


def test_an_answer_to_nothing_is_refused(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = paper("At most 22.")
    said = cli("pass", lakeview, "--article", "12.1", "--from", "union", "--file", text, "--responds-to", "E-9")
    assert said.is_refusal()
    assert "E-9" in said.err


def test_times_with_and_without_an_offset(lakeview: Path, cli: Cli, paper: Writer, article_of: Article) -> None:
    text = paper("At most 22.")
    passed(cli, lakeview, "12.1", text, "--at", "2026-03-02T18:05:00-06:00")
    passed(cli, lakeview, "12.1", text, "--at", "2026-03-03T09:05")
    first, second = (one["at"] for one in article_of(lakeview, "12")["passes"])
    assert first == "2026-03-02T18:05:00-06:00"
    moment = datetime.fromisoformat(second)
    assert moment.utcoffset() is not None
    assert moment.astimezone().strftime("%Y-%m-%d %H:%M") == "2026-03-03 09:05"


def test_a_pass_told_afterwards_is_warned_about(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = paper("At most 22.")
    passed(cli, lakeview, "12.1", text, "--at", "2026-03-03T09:05")
    said = cli("pass", lakeview, "--article", "12.1", "--from", "employer", "--file", text, "--at", "2026-03-02T09:05")
    assert said.code == 0
    assert "later pass" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--article", "44", "--from", "union"),
        ("--article", "12.1", "--from", "nobody"),
        ("--article", "12.1", "--from", "union", "--at", "yesterday"),
        ("--article", "12.1", "--from", "union", "--kind", "gift"),
        ("--article", "12.1", "--from", "union", "--said", "no"),
        ("--article", "12.1", "--from", "union", "--channel", "pigeon"),
        ("--article", "", "--from", "union"),
        ("--from", "union"),
        ("--article", "12.1"),
    ],
    ids=["no such article", "no such party", "no time", "no such kind", "file and words", "no such channel",
         "empty article", "article left out", "party left out"],
)  # fmt: skip
def test_what_is_refused_changes_nothing(lakeview: Path, cli: Cli, paper: Writer, arguments: tuple[str, ...]) -> None:
    before = lakeview.read_bytes()
    said = cli("pass", lakeview, *arguments, "--file", paper("At most 22."))
    assert said.is_refusal(), said
    assert lakeview.read_bytes() == before


def test_neither_file_nor_words(lakeview: Path, cli: Cli) -> None:
    assert cli("pass", lakeview, "--article", "12", "--from", "union").is_refusal()
    assert cli("pass", lakeview, "--article", "12", "--from", "union", "--said", "  ").is_refusal()
    assert cli("pass", lakeview, "--article", "12", "--from", "union", "--file", "not there.txt").is_refusal()


def test_the_file_is_kept_as_it_came(lakeview: Path, cli: Cli, root: Path) -> None:
    file = root / "resources" / "sample" / "papers" / "Class Size counter clean.docx"
    said = cli("pass", lakeview, "--article", "12", "--from", "employer", "--file", file)
    assert said.code == 0, said.err
    with open_book(lakeview, read_only=True) as book:
        body = book.negotiation.passes_on("12")[0].body
        assert body.file is not None
        assert (body.file.name, book.attachment(body.file.digest)) == (file.name, file.read_bytes())


def test_a_book_that_is_open_elsewhere_is_left_alone(lakeview: Path, cli: Cli, paper: Writer) -> None:
    with open_book(lakeview) as book:
        count = len(book.entries)
        said = cli("pass", lakeview, "--article", "12.1", "--from", "union", "--file", paper("At most 22."))
        assert said.is_refusal(), said
        assert cli("status", lakeview, "--json").code == 0
        assert len(book.entries) == count
    assert cli("pass", lakeview, "--article", "12.1", "--from", "union", "--file", paper("At most 22.")).code == 0
