"""``tablebook pass``: every way in which a paper names its item, and what is recorded of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tablebook.domain.language import pass_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.text import Block, same_words
from tablebook.jobs.open_book import open_book
from tests.integration.cli.conftest import Books, Cli, Writer

Article = Callable[[Path, str], dict[str, Any]]

TWO_SECTIONS = """\
12.1 Class size limits
The District shall keep classes at or below the following:
a. Kindergarten: twenty-two (22)
b. Grades 1 through 3: twenty-three (23)

12.2 Relief when a limit is exceeded
When a class exceeds its limit, the educator shall choose one form of relief.
"""


def negotiation(book: Path) -> Negotiation:
    with open_book(book, read_only=True) as opened:
        return opened.negotiation


def last_pass(book: Path, key: str) -> tuple[Negotiation, Pass]:
    state = negotiation(book)
    return state, state.passes_on(key)[-1]


def words(blocks: tuple[Block, ...]) -> str:
    return same_words(" ".join(block.printed for block in blocks))


def passed(cli: Cli, book: Path, item: str, file: Path, *more: object) -> tuple[Negotiation, Pass]:
    said = cli("pass", book, "--article", item, "--from", "union", "--file", file, *more)
    assert said.code == 0, said.err
    state = negotiation(book)
    return state, list(state.passes.values())[-1]


# What a DOC may hold


@pytest.mark.parametrize(
    "head",
    ["", "Article 12\n", "ARTICLE 12\nCLASS SIZE AND CASELOAD\n\n", "Article 12. Class Size and Caseload\n"],
    ids=["no heading", "number", "two lines", "one line"],
)
def test_some_sections_with_or_without_the_heading(lakeview: Path, cli: Cli, paper: Writer, head: str) -> None:
    state, one = passed(cli, lakeview, "12", paper(head + TWO_SECTIONS))
    assert one.places == ("12.1", "12.2")
    assert words(one.body.parts[0].blocks) == (
        "12.1 Class size limits The District shall keep classes at or below the following: "
        "a. Kindergarten: twenty-two (22) b. Grades 1 through 3: twenty-three (23)"
    )
    composed = words(pass_blocks(state, one))
    assert "the educator shall choose one form of relief" in composed
    for place in ("12.3", "12.4", "12.5"):
        assert words(place_blocks(state, "12", place)) in composed


@pytest.mark.parametrize("heading", [True, False])
def test_the_whole_article_unchanged_is_no_change(lakeview: Path, cli: Cli, paper: Writer, heading: bool) -> None:
    state = negotiation(lakeview)
    article = state.items["12"].article
    text = "\n".join(block.printed for block in article.blocks)
    state, one = passed(cli, lakeview, "12", paper(f"Article 12\n{article.title}\n{text}" if heading else text))
    assert words(pass_blocks(state, one)) == words(article.blocks)


def test_a_section_that_runs_on_after_its_title(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = "12.2 Relief when a limit is exceeded. The principal shall meet with the educator within five (5) days."
    _, one = passed(cli, lakeview, "12", paper(text))
    assert [block.text for block in one.body.parts[0].blocks] == [
        "Relief when a limit is exceeded",
        "The principal shall meet with the educator within five (5) days.",
    ]


@pytest.mark.parametrize(
    "text", ["12.1 Class size limits\nAt most 22.", "Class size limits\nAt most 22.", "At most 22."]
)
def test_one_section_by_its_number(lakeview: Path, cli: Cli, paper: Writer, text: str) -> None:
    _, one = passed(cli, lakeview, "12.1", paper(text))
    assert one.body.article == "12"
    assert one.places == ("12.1",)
    assert words(one.body.parts[0].blocks) == "12.1 Class size limits At most 22."


def test_a_new_section_goes_in_its_order(lakeview: Path, cli: Cli, paper: Writer) -> None:
    state, one = passed(cli, lakeview, "12", paper("12.6 Reporting\nThe District shall report class sizes monthly."))
    assert one.body.parts[0].new
    assert words(pass_blocks(state, one)).endswith("12.6 Reporting The District shall report class sizes monthly.")


def test_a_text_without_sections_stands_for_the_whole_article_and_says_so(
    lakeview: Path, cli: Cli, paper: Writer
) -> None:
    said = cli("pass", lakeview, "--article", "12", "--from", "union", "--file", paper("Classes shall be small."))
    assert said.code == 0
    assert "names no section of Article 12" in said.err
    state, one = last_pass(lakeview, "12")
    assert words(pass_blocks(state, one)) == "Classes shall be small."


def test_what_stands_above_the_first_section_is_left_out_and_said(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = "District Counter 2/7 8:00pm\n\nUnion 2/7 2:27pm\n\n12.1 Class size limits\n\nAt most 22."
    said = cli("pass", lakeview, "--article", "12", "--from", "employer", "--file", paper(text))
    assert said.code == 0
    assert "“District Counter 2/7 8:00pm Union 2/7 2:27pm”" in said.err
    _, one = last_pass(lakeview, "12")
    assert words(one.body.parts[0].blocks) == "12.1 Class size limits At most 22."


def test_a_title_that_begins_a_sentence_stays_in_it(lakeview: Path, cli: Cli, paper: Writer) -> None:
    _, one = passed(cli, lakeview, "12", paper("12.5 Reporting shall be done monthly by the District."))
    assert words(one.body.parts[0].blocks).endswith("Reporting shall be done monthly by the District.")


def test_a_reference_to_another_section_opens_none(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = "12.2 Relief when a limit is exceeded\nRelief is given as follows.\n8.4 of this agreement applies."
    _, one = passed(cli, lakeview, "12", paper(text))
    assert one.places == ("12.2",)


# How an item is named


@pytest.mark.parametrize(
    ("name", "key", "place"),
    [
        ("12", "12", ""),
        ("Article 12", "12", ""),
        ("XII", "12", ""),
        ("xii", "12", ""),
        ("12.3", "12", "12.3"),
        ("Section 12.3", "12", "12.3"),
        ("Article 12, Section 12.3", "12", "12.3"),
        ("Appendix B", "Appendix B", ""),
        ("appendix b", "Appendix B", ""),
        ("MOU 1", "MOU 1", ""),
        ("MOU Joint Committee on Educator Workload", "MOU 1", ""),
    ],
)
def test_names_of_items(lakeview: Path, cli: Cli, paper: Writer, name: str, key: str, place: str) -> None:
    _, one = passed(cli, lakeview, name, paper("New words of this item."))
    assert (one.body.article, one.places) == (key, (place,))


def test_a_new_memorandum_even_where_an_article_has_its_title(lakeview: Path, cli: Cli, paper: Writer) -> None:
    _, one = passed(cli, lakeview, "MOU Community Schools", paper("MOU Community Schools\n\nTwo schools more."))
    assert (one.body.article, one.body.unit, one.body.form) == ("MOU Community Schools", "mou", "new")
    assert words(one.body.parts[0].blocks) == "Two schools more."
    state, again = passed(cli, lakeview, "MOU Community Schools", paper("Three schools more."))
    assert (again.body.article, again.body.label) == ("MOU Community Schools", "U-2")
    assert len(state.passes_on("15")) == 0


def test_a_new_article(lakeview: Path, cli: Cli, paper: Writer, article_of: Article) -> None:
    passed(cli, lakeview, "New: Green Schools", paper("Each school shall have a garden."))
    assert article_of(lakeview, "New: Green Schools")["state"] == "with-them"


# Sections that start again in each article


def test_sections_that_start_again(new_book: Books, cli: Cli, paper: Writer, article_of: Article) -> None:
    book = new_book("lane")
    text = (
        "ARTICLE 3\nLEAVE TIME\n\nSection 1. Time Management\n\nA. Ten (10) hours.\n\n"
        "Section 2. Occupational Illness or Injury\n\nThe County shall pay.\n"
    )
    state, one = passed(cli, book, "3", paper(text))
    assert one.places == ("1", "2")
    composed = words(pass_blocks(state, one))
    assert composed.startswith(
        "Section 1. Time Management A. Ten (10) hours. Section 2. Occupational Illness or Injury"
    )
    assert "Military Leave" in composed
    for other in ("1", "2"):
        assert article_of(book, other)["state"] == "not-opened", "a section is not the article of that number"


@pytest.mark.parametrize("name", ["4.2", "Section 4.2", "Article 4, Section 2", "IV.2"])
def test_one_section_of_sections_that_start_again(new_book: Books, cli: Cli, paper: Writer, name: str) -> None:
    book = new_book("lane")
    text = "Section 2. Health Insurance Plans\nThe County shall pay ninety-five percent (95%)."
    state, one = passed(cli, book, name, paper(text))
    assert (one.body.article, one.places) == ("4", ("2",))
    assert "Types of Insurance" in words(pass_blocks(state, one))


def test_points_of_a_list_open_no_section(new_book: Books, cli: Cli, paper: Writer) -> None:
    text = (
        "Section 4. Retiree Benefits\n1. The first point.\n2. The second point.\n\nSection 5. Vision\nThe County pays."
    )
    _, one = passed(cli, new_book("lane"), "4", paper(text))
    assert one.places == ("4", "5")
    assert [part.new for part in one.body.parts] == [False, True]


@pytest.mark.parametrize(
    ("item", "text", "places"),
    [
        ("11", "A. Vacancies and Transfers\nThe School shall post every vacancy.", ("A",)),
        ("11", "Section A. Vacancies and Transfers\n1. The School shall post.\n2. A second rule.", ("A",)),
        ("11", "A. Vacancies and Transfers\n1. One.\na. A point.\nC. Voluntary Transfers\nTwo.", ("A", "C")),
        ("11.A", "The School shall post every vacancy.", ("A",)),
        ("5", "B. New words of the second section.\nC. New words of the third.", ("B", "C")),
        ("Appendix A-1", "Step 1\t$50,000\nStep 2\t$52,000", ("",)),
        ("MOU 2", "The subcommittee meets monthly.", ("",)),
        ("MOU Work Year", "The work year is one hundred ninety days.", ("",)),
    ],
)
def test_lettered_sections(
    new_book: Books, cli: Cli, paper: Writer, item: str, text: str, places: tuple[str, ...]
) -> None:
    state, one = passed(cli, new_book("stea"), item, paper(text))
    assert one.places == places
    assert not state.items[one.body.article].new


def test_a_table_is_passed_as_a_table(lakeview: Path, cli: Cli, paper: Writer) -> None:
    state = negotiation(lakeview)
    rows = next(block.rows for block in state.items["Appendix A"].article.blocks if block.rows)
    raised = [*rows[:-1], (rows[-1][0], *("$99,999" for _ in rows[-1][1:]))]
    markdown = "\n".join(
        ["| " + " | ".join(rows[0]) + " |", "|" + "---|" * len(rows[0])]
        + ["| " + " | ".join(row) + " |" for row in raised[1:]]
    )
    _, one = passed(cli, lakeview, "Appendix A", paper(f"# Appendix A\n\n{markdown}\n", "table.md"))
    tables = [block.rows for block in one.body.parts[0].blocks if block.rows]
    assert tables == [tuple(tuple(row) for row in raised)]


# One paper on several items


def test_one_paper_on_several_articles(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = "Article 12\n12.1 Class size limits\nAt most 22.\n\nArticle 8\n8.4 Lost preparation time\nIt is paid.\n"
    said = cli("pass", lakeview, "--article", "12", "--article", "8", "--from", "employer", "--file", paper(text))
    assert said.code == 0, said.err
    state = negotiation(lakeview)
    assert {(one.body.article, one.places) for one in state.passes.values()} == {("12", ("12.1",)), ("8", ("8.4",))}
    assert len({one.body.paper for one in state.passes.values()}) == 1
    assert len({one.at for one in state.passes.values()}) == 1


def test_an_item_that_the_paper_says_nothing_about(lakeview: Path, cli: Cli, paper: Writer) -> None:
    before = lakeview.read_bytes()
    text = "Article 12\n12.1 Class size limits\nAt most 22.\n"
    said = cli("pass", lakeview, "--article", "12", "--article", "8", "--from", "employer", "--file", paper(text))
    assert said.is_refusal()
    assert "Article 8" in said.err
    assert lakeview.read_bytes() == before


def test_a_package_is_one_offer(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = "Article 12\n12.1 Class size limits\nAt most 22.\n\nArticle 8\n8.4 Lost preparation time\nIt is paid.\n"
    said = cli("pass", lakeview, "--article", "12", "--article", "8", "--from", "employer", "--file", paper(text),
               "--kind", "package", "--label", "EP-7")  # fmt: skip
    assert said.code == 0, said.err
    found = cli("status", lakeview, "--json").json
    assert found["packages"] == [{"label": "EP-7", "party": "employer", "members": ["12", "8"], "state": "open"}]
    assert found["unresolved"] == ["8", "12"]


def test_a_package_of_one_is_refused(lakeview: Path, cli: Cli, paper: Writer) -> None:
    said = cli("pass", lakeview, "--article", "12.1", "--from", "employer", "--file", paper("At most 22."),
               "--kind", "package")  # fmt: skip
    assert said.is_refusal()


# An answer that was only said


@pytest.mark.parametrize("words", ["current language", "Current contract language.", "status quo", "CCL"])
def test_current_language_is_said(lakeview: Path, cli: Cli, words: str) -> None:
    assert cli("pass", lakeview, "--article", "12", "--from", "employer", "--said", words).code == 0
    state, one = last_pass(lakeview, "12")
    assert (one.body.kind, one.body.spoken, one.body.file) == ("current", True, None)
    assert pass_blocks(state, one) == state.items["12"].article.blocks


def test_current_language_of_several_sections(lakeview: Path, cli: Cli) -> None:
    names = ("--article", "12.2", "--article", "12.4")
    assert cli("pass", lakeview, *names, "--from", "employer", "--said", "current language").code == 0
    state, one = last_pass(lakeview, "12")
    assert one.places == ("12.2", "12.4")
    assert pass_blocks(state, one) == state.items["12"].article.blocks


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
