"""What lines say as headings."""

from __future__ import annotations

import pytest

from tablebook.documents.contract.headings import (
    Form,
    bare_title,
    parse,
    reads_as_title,
    straight,
    unspaced,
    value_of,
    values_of,
)


@pytest.mark.parametrize(
    ("line", "form", "number", "title"),
    [
        ("ARTICLE 7", Form.ARTICLE, "7", ""),
        ("ARTICLE VII - CLASS SIZE", Form.ARTICLE, "VII", "CLASS SIZE"),
        ("ARTICLE TWENTY-ONE: Leave", Form.ARTICLE, "TWENTY-ONE", "Leave"),
        ("Article 16A – Personal Leave", Form.ARTICLE, "16A", "Personal Leave"),
        ("ARTICLE 1—RECOGNITION", Form.ARTICLE, "1", "RECOGNITION"),
        ("Section3. Station Equipment.", Form.SECTION, "3", "Station Equipment"),
        ("§ 7.2 Notice", Form.SECTION, "7.2", "Notice"),
        ("APPENDIX “B”", Form.APPENDIX, "B", ""),
        ("Appendix A-1: Salary Schedule", Form.APPENDIX, "A-1", "Salary Schedule"),
        ("LETTER OF AGREEMENT #3 – School Psychologist", Form.MOU, "#3", "School Psychologist"),
        ("LETTER OF AGREEMENT – ARTICLE 10 – STAFFING", Form.MOU, "", "ARTICLE 10 – STAFFING"),
        ("MOU PAA-25-02", Form.MOU, "MOU PAA-25-02", ""),
        ("MOU 1. Joint Committee", Form.MOU, "1", "Joint Committee"),
        ("MOU: Lab Safety", Form.MOU, "", "Lab Safety"),
        ("7.0 CLASS SIZE", Form.ZERO, "7.0", "CLASS SIZE"),
        ("7.10 Time Limits", Form.DECIMAL, "7.10", "Time Limits"),
        ("7. CLASS SIZE", Form.NUMBER, "7", "CLASS SIZE"),
        ("B. FORMAL LEVEL", Form.LETTER, "B", "FORMAL LEVEL"),
    ],
)
def test_heading_is_taken_apart(line: str, form: Form, number: str, title: str) -> None:
    heading = parse(line)[0]
    assert (heading.form, heading.number) == (form, number)
    assert bare_title(line[heading.rest :]) == title


@pytest.mark.parametrize(
    "line",
    [
        "The parties agree.",
        "Articles may be reopened.",
        "3% of salary",
        "2024-2027",
        "$7. 50",
        "Sectional sofas",
        "MOU, as amended",
    ],
)
def test_ordinary_words_are_no_heading(line: str) -> None:
    assert not [heading for heading in parse(line) if heading.word]


def test_numbers_have_their_value() -> None:
    assert [value_of(n) for n in ("7", "16B", "7.3", "VII", "Twelve", "THIRTY-ONE", "A-1", "C")] == [
        (7, 0), (16, 2), (7, 3), (7, 0), (12, 0), (31, 0), (1, 1), (3, 0),
    ]  # fmt: skip
    assert (1, 0) in values_of("I")
    assert (9, 0) in values_of("I")


def test_titles_and_sentences() -> None:
    assert reads_as_title("Staffing Levels for Forty (40) Hour Employees")
    assert reads_as_title("Class size limits")
    assert not reads_as_title("of this Agreement.")
    assert not reads_as_title("Nobody works more than twelve hours.")
    assert reads_as_title("Duties of the president.")
    assert not reads_as_title("The District shall pay each educator for the day")


def test_letter_spaced_words_are_closed_up() -> None:
    assert unspaced("A R T I C L E 5") == "ARTICLE5" or unspaced("A R T I C L E  5") == "ARTICLE  5"
    assert parse(unspaced("A R T I C L E  5"))[0].number == "5"


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("ARTlCLE Vll", "ARTICLE VII"),
        ("ARTICLE lll - LEAVES", "ARTICLE III - LEAVES"),
        ("ARTICLE 11", "ARTICLE 11"),
        ("ARTICLE Illness", "ARTICLE Illness"),
        ("Article VI", "Article VI"),
        ("Applicable 1", "Applicable 1"),
    ],
)
def test_misread_strokes_are_put_right(line: str, meant: str) -> None:
    assert straight(line) == meant
