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


@pytest.mark.parametrize("first", ["7", "8"])
def test_a_phrase_that_stood_there_is_followed_though_other_words_changed(first: str) -> None:
    """Whichever TA was signed first."""
    table = told("Paid as in Section 7.2, for one period a day.")
    changed = Part("", (paragraph("Paid as in Section 7.2, for two periods a day."),))
    for key in (first, "8" if first == "7" else "7"):
        whole(table, key, *(renumbered() if key == "7" else (changed,)))
    assert said(assemble(table.state).references) == [("Section 7.2", "Section 7.3")]


POINTS = (
    heading("Leave", "7.1", section="7.1", level=2),
    paragraph("A teacher may be away with pay for these reasons and for no other ones:", level=0),
    paragraph("an illness of the teacher or of a child in the teacher's care;", "(a)", level=1),
    paragraph("a death in the family, and in the second year also of a friend:", "(b)", level=1),
    paragraph("three days where the funeral is within the state;", "(1)", level=2),
    paragraph("five days where the funeral is outside of the state.", "(2)", level=2),
    paragraph("jury duty, for as long as the court asks for it.", "(c)", level=1),
)
MOVING = paragraph("moving to another house, one day in each school year;", "(a)", level=1)


def relabelled(*blocks: tuple[str, Block]) -> tuple[Block, ...]:
    return (*POINTS[:2], *(replace(block, label=label) for label, block in blocks))


LATER = relabelled(
    ("(a)", MOVING), ("(b)", POINTS[2]), ("(c)", POINTS[3]), ("(1)", POINTS[4]), ("(2)", POINTS[5]), ("(d)", POINTS[6])
)


@pytest.mark.parametrize(
    ("cited", "offered"),
    [
        ("Paid as in Section 7.1(b).", [("Section 7.1(b)", "Section 7.1(c)")]),
        ("Paid as in Section 7.1 (b)(2).", [("Section 7.1 (b)(2)", "Section 7.1 (c)(2)")]),
        ("Paid as in Section 7.1.b.2.", [("Section 7.1.b.2", "Section 7.1.c.2")]),
        ("Sections 7.1(a) and 7.1(c) do.", [("Sections 7.1(a) and 7.1(c)", "Sections 7.1(b) and 7.1(d)")]),
        (
            "Paid as in paragraph (c) of Section 7.1.",
            [("paragraph (c) of Section 7.1", "paragraph (d) of Section 7.1")],
        ),
        (
            "Subsections (a), (b), and (c) of Section 7.1 do.",
            [("Subsections (a), (b), and (c) of Section 7.1", "Subsections (b), (c), and (d) of Section 7.1")],
        ),
        (
            "Subsection (a) of section 7.1 does.",
            [("Subsection (a) of section 7.1", "Subsection (b) of section 7.1")],
        ),
        ("Paid as in Section 7.1(b) and (c).", [("Section 7.1(b) and (c)", "Section 7.1(c) and (d)")]),
        (
            "Paid as in Section 7.1(a), (b) and (c).",
            [("Section 7.1(a), (b) and (c)", "Section 7.1(b), (c) and (d)")],
        ),
        ("Paid as in Section 7.1(a) through (c).", [("Section 7.1(a) through (c)", "Section 7.1(b) through (d)")]),
        ("Clause (2) of Section 7.1(b) does.", [("Clause (2) of Section 7.1(b)", "Clause (2) of Section 7.1(c)")]),
        ("Section 7.1, paragraph (c), does.", [("Section 7.1, paragraph (c)", "Section 7.1, paragraph (d)")]),
        ("As Section 7.1(a)(5) of the National Labor Relations Act says.", []),
        ("Paid as in Section 7.1.", []),
        ("Paid within Section 7.1 (10) days.", []),
        ("Paid as in paragraph (b).", []),  # one of its own section, which has none
        ("As subsection (b) of Section 7.1 of the Labor Code says.", []),
    ],
)
def test_points_that_were_lettered_anew_are_followed(cited: str, offered: list[tuple[str, str]]) -> None:
    table = told(cited, size=POINTS)
    whole(table, "7", Part("7.1", LATER))
    found = assemble(table.state).references
    assert said(found) == offered
    assert all(one.because == "TA 7" for one in found)


def test_a_point_that_is_no_more_leaves_a_dead_reference() -> None:
    table = told("Paid as in Section 7.1(b)(1).", "Paid as in Section 7.1(c).", size=POINTS)
    whole(table, "7", Part("7.1", relabelled(("(a)", POINTS[2]), ("(b)", POINTS[6]))))
    assert said(assemble(table.state).references) == [
        ("Section 7.1(b)(1)", ""),
        ("Section 7.1(c)", "Section 7.1(b)"),
    ]


def test_a_section_cites_its_own_points() -> None:
    last = paragraph("No pay under paragraph (b) where another pays.", level=0)
    table = told("Nothing.", size=(*POINTS, last))
    whole(table, "7", Part("7.1", (*LATER, last)))
    (found,) = assemble(table.state).references
    assert (found.old, found.new, found.agreement) == ("paragraph (b)", "paragraph (c)", "TA 7")


def test_a_point_moves_with_its_section() -> None:
    table = told("Paid as in Section 7.2(a) and § 7.2.1.", size=(*SIZE, *as_section("7.2", POINTS)))
    parts = (Part("7.2", NURSE), Part("7.3", as_section("7.3", LATER), new=True))
    whole(table, "7", *parts)
    assert said(assemble(table.state).references) == [
        ("Section 7.2(a)", "Section 7.3(b)"),
        ("§ 7.2.1", "§ 7.3.1"),
    ]


def as_section(number: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return (replace(blocks[0], label=number, section=number), *blocks[1:])


def test_the_same_letters_leave_nothing_to_follow() -> None:
    table = told("Paid as in Section 7.1(b).", size=POINTS)
    words = replace(POINTS[3], runs=paragraph("a death in the family or of a friend:").runs)
    whole(table, "7", Part("7.1", (*POINTS[:3], words, *POINTS[4:])))
    assert assemble(table.state).references == ()


def test_a_section_of_the_article_above_is_no_point() -> None:
    """ "Section 3 above" is a section; "paragraph 3 above" a point of the section that says so."""
    points = (paragraph("days off for an illness of the teacher;", "1."), paragraph("days off for the jury.", "2."))
    size = (*section("1", "Size", SIZE[1].text), *section("2", "Leave", "Paid are, as in Section 2 above:"), *points)
    table = told("Nothing.", size=size)
    new = (paragraph("days off for moving to another house;", "1."), points[0], replace(points[1], label="3."))
    new = (new[0], replace(new[1], label="2."), new[2])
    whole(table, "7", Part("2", (*section("2", "Leave", "Paid are, as in Section 2 above:"), *new)))
    assert assemble(table.state).references == ()


def test_the_right_figure_of_a_number_is_written_anew() -> None:
    """ "7.4.14" of sections that start again in each article: section 4 is 5 now, and 14 stands as it stood."""
    numbers = [section(f"{n}", f"Title {n}", f"{SIZE[1].text} Also of part {n}.") for n in (1, 2, 3, 4)]
    table = told("Paid as in Section 7.4.14.", size=sum(numbers, ()))
    new = Part("4", section("4", "Nurses", NURSE[1].text))
    whole(table, "7", new, Part("5", section("5", "Title 4", numbers[3][1].text), new=True))
    assert said(assemble(table.state).references) == [("Section 7.4.14", "Section 7.5.14")]
