"""Cross-references that a TA leaves behind: listed with the words offered for them, dead ones apart."""

from dataclasses import replace

import pytest

from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.moved_sections import moved_sections
from tablebook.domain.references import Reference
from tablebook.domain.successor import assemble
from tablebook.domain.text import Block, heading, paragraph
from tablebook.domain.values import Part
from tests.unit.domain.table_talk import Table, made
from tests.unit.domain.test_successor import whole


def section(number: str, title: str, words: str) -> tuple[Block, ...]:
    return heading(title, number, section=number, level=2), paragraph(words)


SIZE = section("7.1", "Size", "No class has more than twenty-six pupils in it at any time of the year.")
RELIEF = section("7.2", "Relief", "Where it does, the teacher is paid for each pupil above that number each day.")
REPORT = section("7.3", "Report", "The district reports the count of each class to the association every month.")


def told(*citing: str, size: tuple[Block, ...] = (*SIZE, *RELIEF, *REPORT)) -> Table:
    units = (
        Article(UnitKind.ARTICLE, "7", "Class size", size),
        Article(UnitKind.ARTICLE, "8", "Pay", tuple(paragraph(words) for words in citing)),
    )
    return Table(body=replace(made(), contract=Contract("", units)))


NURSE = section("7.2", "Nurses", "Every building has a registered nurse in it for the whole of the working day.")


def renumbered(relief: tuple[Block, ...] = RELIEF) -> tuple[Part, ...]:
    """A new 7.2, so that relief is 7.3 and the report 7.4."""
    return (
        Part("7.2", NURSE),
        Part("7.3", section("7.3", "Relief", relief[1].text)),
        Part("7.4", section("7.4", "Report", REPORT[1].text), new=True),
    )


def said(found: tuple[Reference, ...]) -> list[tuple[str, str]]:
    return [(one.old, one.new) for one in found]


@pytest.mark.parametrize(
    ("cited", "offered"),
    [
        ("Paid as in Section 7.2.", [("Section 7.2", "Section 7.3")]),
        ("See § 7.2.1 here.", [("§ 7.2.1", "§ 7.3.1")]),
        ("Sections 7.1 and 7.3 stay.", [("Sections 7.1 and 7.3", "Sections 7.1 and 7.4")]),
        ("As Section 7.1 says.", []),
        ("As Section 7.2 of the Labor Code says.", []),
    ],
)
def test_a_renumbered_section_is_followed(cited: str, offered: list[tuple[str, str]]) -> None:
    table = told(cited)
    whole(table, "7", *renumbered())
    found = assemble(table.state).references
    assert said(found) == offered
    assert all(one.because == "TA 7" and not one.agreement and one.of == "7" for one in found)


def test_a_section_amended_as_it_moved_is_known_again() -> None:
    table = told("Paid as in Section 7.2.")
    words = paragraph(RELIEF[1].text.replace("each day", "each week"))
    whole(table, "7", *renumbered((RELIEF[0], words)))
    assert said(assemble(table.state).references) == [("Section 7.2", "Section 7.3")]


def test_a_struck_section_leaves_dead_references() -> None:
    table = told("Paid as in Section 7.2.", "Counted as in Section 7.3.", "As in Article 7.")
    whole(table, "7", Part("7.2", deleted=True))
    found = assemble(table.state).references
    assert [(one.old, one.dead, one.block) for one in found] == [("Section 7.2", True, 0)]


def test_a_deleted_article_leaves_dead_references_to_it_and_all_its_sections() -> None:
    table = told("Paid as in Section 7.2.", "As in Article 7.", "Under Article 7 of the Education Code nothing.")
    whole(table, "7", Part("", deleted=True))
    found = assemble(table.state).references
    assert [(one.old, one.dead) for one in found][:2] == [("Section 7.2", True), ("Article 7", True)]


def test_sections_that_start_again_in_each_article_are_followed_by_their_article() -> None:
    size = (*section("1", "Size", SIZE[1].text), *section("2", "Relief", RELIEF[1].text), paragraph("See Section 2."))
    table = told("See Section 2 of Article 7.", "See Article 7, Section 2.", "See Section 2.", size=size)
    new = (*section("1", "Size", SIZE[1].text), *section("2", "Nurses", NURSE[1].text))
    whole(table, "7", Part("", (*new, *section("3", "Relief", RELIEF[1].text), paragraph("See Section 2."))))
    found = assemble(table.state).references
    assert [(one.unit, one.new, one.agreement) for one in found] == [
        ("7", "Section 3", "TA 7"),
        ("8", "Section 3 of Article 7", ""),
        ("8", "Article 7, Section 3", ""),
    ]


def test_new_words_of_a_ta_mean_the_new_numbers() -> None:
    table = told("Nothing.")
    whole(table, "7", *renumbered())
    whole(table, "8", Part("", (paragraph("Paid as in Section 7.3 from now on."),)))
    assert assemble(table.state).references == ()


def test_a_section_rewritten_under_its_number_is_no_other_section() -> None:
    rewritten = (*SIZE, *section("7.2", "Relief", "An aide is hired."), *REPORT)
    assert moved_sections((*SIZE, *RELIEF, *REPORT), rewritten) == {}
