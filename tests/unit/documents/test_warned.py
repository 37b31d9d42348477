"""Warnings become places a person can go to, each in its unit, and are gone once they are answered."""

from __future__ import annotations

from tablebook.documents.contract import edit
from tablebook.documents.contract.warned import doubts_of_warnings
from tablebook.documents.reading import Reading, Warning_
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import paragraph

ARTICLE = UnitKind.ARTICLE


def reading(*warnings: Warning_) -> Reading:
    units = (
        Article(ARTICLE, "1", "Recognition", (paragraph("The Board recognizes it."),), 3),
        Article(ARTICLE, "2", "Hours", (paragraph("Eight."), paragraph("Article 3 Leave"), paragraph("Ten days.")), 5),
        Article(ARTICLE, "4", "Term", (paragraph("Three years."),), 9),
    )
    return Reading(Contract("Birch", units), 12, (), warnings)


def test_pages_without_text_are_one_place_for_each_run_in_the_unit_they_fall_in() -> None:
    told = Warning_("page-without-text", 6, "Pages 6, 7, 11 are pictures.", "", (6, 7, 11))
    places = doubts_of_warnings(reading(told))
    assert [(one.page, one.article_key) for one in places] == [(6, "2"), (11, "4")]
    assert places[0].message.startswith("Pages 6, 7 are pictures")
    assert places[1].message.startswith("Page 11 is a picture")


def test_a_heading_that_only_the_contents_list_belongs_behind_the_number_before_it() -> None:
    (place,) = doubts_of_warnings(reading(Warning_("contents-not-in-text", 2, "Listed.", "Article 3 Leave")))
    assert (place.page, place.article_key, place.words) == (2, "2", "Article 3 Leave")


def test_it_is_gone_once_the_heading_is_there() -> None:
    told = reading(Warning_("contents-not-in-text", 2, "Listed.", "Article 3 Leave"))
    assert doubts_of_warnings(told)
    assert not doubts_of_warnings(edit.split(told, 1, 1))


def test_a_heading_too_many_is_gone_once_it_is_joined() -> None:
    told = reading(Warning_("text-not-in-contents", 9, "Not listed.", "Article 4"))
    (place,) = doubts_of_warnings(told)
    assert place.article_key == "4"
    assert not doubts_of_warnings(edit.join_above(told, 2))


def test_a_note_about_the_whole_file_has_no_unit() -> None:
    (place,) = doubts_of_warnings(reading(Warning_("tracked-changes", None, "Tracked.")))
    assert (place.page, place.article_key) == (None, None)


def test_a_page_that_was_typed_is_no_doubt_any_longer() -> None:
    told = reading(Warning_("page-without-text", 6, "Pages 6, 7, 11 are pictures.", "", (6, 7, 11)))
    typed = edit.type_in(told, 1, 6, "The words of page six.")
    assert [one.page for one in doubts_of_warnings(typed)] == [7, 11]
    for page in (7, 11):
        typed = edit.type_in(typed, 1, page, "More words.")
    assert not doubts_of_warnings(typed)
