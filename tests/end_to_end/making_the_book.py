"""The first part of the main job: from a contract to a book, by keyboard."""

from __future__ import annotations

from pathlib import Path

from tablebook.ui.outline.review import Review
from tests.end_to_end.person import Person

CONTRACT = Path(__file__).parents[1] / "data" / "or-stea" / "agreement-unmarked.txt"
UNION, EMPLOYER = "Timber Educators Association", "Timber Service District"


def outline(person: Person) -> Review:
    """The page on which the outline is looked over."""
    person.until(lambda: isinstance(person.window.pages.currentWidget(), Review))
    page = person.window.pages.currentWidget()
    assert isinstance(page, Review)
    return page


def titles(review: Review) -> dict[str, str]:
    """Number and title of every unit that has a number."""
    return {unit.number: unit.title for unit in review.stand.reading.articles}


def down_to(person: Person, review: Review, number: str, kind: str = "unit") -> None:
    """Arrow down the outline until the line of this number."""
    for _ in range(60):
        row = review.row()
        if row is not None and (row.number, row.kind) == (number, kind):
            return
        person.press("Down")
    raise AssertionError(f"no line {number} in the outline")


def make_the_book(person: Person, files: list[Path], book: Path) -> None:
    """Ctrl+N, look the outline over, say who we are, Ctrl+Enter."""
    files[:] = [CONTRACT, book]
    person.press("Ctrl+N")
    review = outline(person)
    person.look("1-outline")
    assert len(review.stand.reading.articles) == 42
    down_to(person, review, "4")
    person.press("F2", "Ctrl+A")
    person.type("Contracting out")
    person.press("Return")
    assert titles(review)["4"] == "Contracting out"

    person.press("Right")
    down_to(person, review, "B", "section")
    person.press("S")
    person.type("Impact")
    person.press("Return")
    assert len(review.stand.reading.articles) == 43
    assert [unit.title for unit in review.stand.reading.articles][3:5] == ["Contracting out", "Impact"]
    person.press("Ctrl+Z", "Ctrl+Z")
    assert len(review.stand.reading.articles) == 42
    person.press("J")
    assert len(review.stand.reading.articles) == 41, "joined with the one above"
    person.press("Ctrl+Z", "Home")
    down_to(person, review, "4")
    person.press("N")
    person.type("40")
    person.press("Return")
    assert titles(review)["40"] == "Contracting out"
    person.press("Ctrl+Z")
    assert titles(review)["4"] == "Contracting out"
    person.look("2-outline-edited")

    person.press("Ctrl+Return")
    assert "no name" in review.who.note.label.text(), "the parties stand on every paper"
    person.type(UNION)
    person.tab_to("Name of the employer")
    person.type(EMPLOYER)
    person.tab_to("Term")
    person.type("2027-30")
    assert review.who.side.value == "union"
    person.press("Ctrl+Return")
    person.until(lambda: person.window.bridge.facts is not None)
    person.settled()
    assert book.exists()
    assert files == []
    person.look("3-book")
