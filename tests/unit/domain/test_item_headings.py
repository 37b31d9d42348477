"""Lines that open an item of a paper, and running text that only looks like one."""

from __future__ import annotations

import pytest

from tablebook.domain.contract import UnitKind
from tablebook.domain.item_headings import item_heading


@pytest.mark.parametrize(
    ("words", "kind", "numbers", "title"),
    [
        ("Article 10 - HOURS OF WORK", UnitKind.ARTICLE, ("10",), "HOURS OF WORK"),
        ("ARTICLE XI: LEAVES", UnitKind.ARTICLE, ("XI",), "LEAVES"),
        ("Article12--Vacancy/Transfer", UnitKind.ARTICLE, ("12",), "Vacancy/Transfer"),
        ("TA #4: Article 7 – Class Size", UnitKind.ARTICLE, ("7",), "Class Size"),
        (
            "ARTICLE 11190 & 11200 – CONFERENCE ATTENDANCE",
            UnitKind.ARTICLE,
            ("11190", "11200"),
            "CONFERENCE ATTENDANCE",
        ),
        ("Articles 5 and 6: Transfers", UnitKind.ARTICLE, ("5", "6"), "Transfers"),
        ("Appendix Q-1 & Appendix Q-2", UnitKind.APPENDIX, ("Q-1", "Q-2"), ""),
        ("APPENDIX “A” SALARY SCHEDULE", UnitKind.APPENDIX, ("A",), "SALARY SCHEDULE"),
        ("MEMORANDUM OF UNDERSTANDING – Snow Days", UnitKind.MOU, (), "Snow Days"),
        ("Side Letter 4: Parking", UnitKind.MOU, ("4",), "Parking"),
        ("Appendix P-3 Tentative Agreement F", UnitKind.APPENDIX, ("P-3",), ""),
    ],
)
def test_headings(words: str, kind: UnitKind, numbers: tuple[str, ...], title: str) -> None:
    found = item_heading(words)
    assert found is not None
    assert (found.kind, found.numbers, found.title) == (kind, numbers, title)


def test_a_heading_may_say_that_its_article_is_new_and_name_a_section() -> None:
    new = item_heading("NEW ARTICLE 38 – SITE AGREEMENTS")
    assert new is not None
    assert new.new
    assert (found := item_heading("Article 7, Section 3 – Overtime")) is not None
    assert found.section == "3"


@pytest.mark.parametrize(
    "words",
    [
        "Article 6 of this Agreement.",
        "Article 7 shall be reopened in 2028",
        "Article 21 (Inclusive Practices), and Article 10 for the 2019-20 School Year",
        "(Article 13.4.1)",
        "Articles of clothing as required for duty",
        "Appendix D is the salary scales",
        "Memorandum of Understanding, which shall expire on June 30",
        "Section 7.3 applies",
        "Add new Article 32000:",
    ],
)
def test_running_text_opens_nothing(words: str) -> None:
    assert item_heading(words) is None
