"""``tablebook pass``: every way in which a paper names its item, and what is recorded of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tablebook.domain.language import place_blocks
from tablebook.domain.text import Block, same_words
from tests.integration.cli.conftest import Books, Cli, Writer, last_pass, negotiation, passed
from tests.unit.domain.table_talk import as_passed

Article = Callable[[Path, str], dict[str, Any]]

TWO_SECTIONS = """\
12.1 Class size limits
The District shall keep classes at or below the following:
a. Kindergarten: twenty-two (22)
b. Grades 1 through 3: twenty-three (23)

12.2 Relief when a limit is exceeded
When a class exceeds its limit, the educator shall choose one form of relief.
"""


def words(blocks: tuple[Block, ...]) -> str:
    return same_words(" ".join(block.printed for block in blocks))


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
    composed = words(as_passed(state, one))
    assert "the educator shall choose one form of relief" in composed
    for place in ("12.3", "12.4", "12.5"):
        assert words(place_blocks(state, "12", place)) in composed


@pytest.mark.parametrize("heading", [True, False])
def test_the_whole_article_unchanged_is_no_change(lakeview: Path, cli: Cli, paper: Writer, heading: bool) -> None:
    state = negotiation(lakeview)
    article = state.items["12"].article
    text = "\n".join(block.printed for block in article.blocks)
    state, one = passed(cli, lakeview, "12", paper(f"Article 12\n{article.title}\n{text}" if heading else text))
    assert words(as_passed(state, one)) == words(article.blocks)


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
    assert words(as_passed(state, one)).endswith("12.6 Reporting The District shall report class sizes monthly.")


def test_a_text_without_sections_stands_for_the_whole_article_and_says_so(
    lakeview: Path, cli: Cli, paper: Writer
) -> None:
    said = cli("pass", lakeview, "--article", "12", "--from", "union", "--file", paper("Classes shall be small."))
    assert said.code == 0
    assert "names no section of Article 12" in said.err
    state, one = last_pass(lakeview, "12")
    assert words(as_passed(state, one)) == "Classes shall be small."


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
    composed = words(as_passed(state, one))
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
    assert "Types of Insurance" in words(as_passed(state, one))


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
