"""Which lines of a paper open a section, in whatever form it writes their heads, and which are points of a list."""

from __future__ import annotations

import pytest

from tests.unit.jobs.leaves import OPENING, THREE, changed, leaves, read, result

TWO = "Each teacher has two (2) days of personal leave a year."


@pytest.mark.parametrize(
    ("style", "head"),
    [
        ("dot", "Article 4, Section 4.2 - Personal Leave"),
        ("dot", "Article 4, Section 2 - Personal Leave"),
        ("dot", "Article 4\nSection 2: Personal Leave"),
        ("dot", "Article 4\nSection 2\nPersonal Leave"),
        ("dot", "Revised Section 4.2 – Personal Leave"),
        ("dot", "2. Personal Leave"),
        ("number", "Article 4, Section 2 - Personal Leave"),
        ("letter", "Article 4, Section B - Personal Leave"),
        ("worded", "Article 4, Section 2 - Personal Leave"),
    ],
)
def test_a_section_under_another_form_of_its_head(style: str, head: str) -> None:
    state = leaves(style)
    assert changed(state, read(state, f"{head}\n{THREE}")) == ([TWO], [THREE])


@pytest.mark.parametrize(
    ("style", "head", "printed"),
    [
        ("dot", "NEW 4.6 Parental Leave", "4.6 Parental Leave"),
        ("dot", "Article 4, New Section 4.6 - Parental Leave", "4.6 Parental Leave"),
        ("dot", "Section 6: Parental Leave", "4.6 Parental Leave"),
        ("number", "6. Parental Leave", "6. Parental Leave"),
        ("letter", "F. Parental Leave", "F. Parental Leave"),
        ("worded", "Section 6 – Parental Leave", "Section 6 – Parental Leave"),
        ("worded", "NEW Section 6. Parental Leave", "Section 6. Parental Leave"),
    ],
)
@pytest.mark.parametrize("before", ["", "2"])
def test_a_new_last_section(style: str, head: str, printed: str, before: str) -> None:
    state = leaves(style)
    number = {"dot": "4.2", "number": "2.", "letter": "B.", "worded": "Section 2."}[style]
    above = f"{number} Personal Leave\n{THREE}\n" if before else ""
    paper = read(state, f"ARTICLE 4 - Leaves\n{above}{head}\nTwelve (12) weeks are granted.")
    now = result(state, paper)
    assert now[-2:] == [printed, "Twelve (12) weeks are granted."]
    assert now[0] == OPENING
    assert (THREE in now) is bool(before)


@pytest.mark.parametrize(
    ("style", "head", "points"),
    [
        ("number", "2.", ["1. A wedding.", "2. A graduation.", "3. A move.", "4. A court date."]),
        ("letter", "B.", ["A. A wedding.", "B. A graduation.", "C. A move."]),
        ("number", "2.", ["1. A wedding", "2. A graduation", "3. A move"]),
    ],
)
def test_a_list_inside_a_section_opens_no_other(style: str, head: str, points: list[str]) -> None:
    state = leaves(style)
    said = f"{THREE[:-1]}, for:"
    paper = read(state, "\n".join([f"{head} Personal Leave", said, *points]))
    assert changed(state, paper) == ([TWO], [said, *points])
    assert any("as a point of Section" in one for one in paper.said), "it has the number of a section"


def test_a_section_behind_a_list_opens_by_its_title() -> None:
    state = leaves("number")
    text = f"2. Personal Leave\n{THREE[:-1]}, for:\n1. A wedding.\n2. A move.\n3. Bereavement Leave\nSix (6) days."
    assert [part.place for part in read(state, text).parts] == ["2", "3"]


def test_a_number_with_other_words_is_said() -> None:
    paper = read(leaves("number"), "3. Health Care\nThe Board pays all premiums.")
    assert [part.place for part in paper.parts] == ["3"]
    assert any("other words in the contract" in one for one in paper.said)


def test_a_text_unlike_the_opening_does_not_replace_it() -> None:
    """Letters alone are alike in all English; the words decide."""
    state = leaves()
    paper = read(state, f"Parents of twins have a longer one, if and as granted.\n4.2 Personal Leave\n{THREE}")
    assert changed(state, paper) == ([TWO], [THREE])
    assert paper.left_out
