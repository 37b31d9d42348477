"""Finding printed words again on a page: across line ends, beside running heads, without what lies between lines."""

from __future__ import annotations

from tablebook.documents.contract.places import Printed, letters


def test_words_are_found_across_lines_and_dashes() -> None:
    page = Printed(["The", "em-", "ployer", "shall", "post", "vacancies"])
    assert page.find("The employer shall") == range(4)
    assert page.find("shall post") == range(3, 5)


def test_a_heading_is_told_from_the_running_head_by_what_follows_it() -> None:
    page = Printed(["Article 9 Transfer", "rest of 8", "ARTICLE 9. TRANSFER", "9.1 Vacancies", "Article 9 Transfer"])
    assert page.find("Article 9 Transfer", "9.1 Vacancies") == range(2, 3)


def test_without_its_context_the_first_place_counts_or_the_last() -> None:
    page = Printed(["ARTICLE 9", "text", "ARTICLE 9", "more"])
    assert page.find("Article 9") == range(1)
    assert page.find("Article 9", last=True) == range(2, 3)
    assert page.find("Article 9", after=1) == range(2, 3)


def test_the_start_of_a_line_goes_before_words_within_one() -> None:
    page = Printed(["9.1 Vacancies", "as in 9.1 Vacancies"])
    assert page.find("9.1 Vacancies", last=True) == range(1)


def test_what_stands_between_the_lines_of_a_page_does_not_hide_a_long_paragraph() -> None:
    page = Printed(["12", "The individual educator's classroom day", "13", "will not be staggered"])
    words = "The individual educator's classroom day will not be staggered"
    assert page.find(words) is None
    assert page.find_beginning(words) == range(1, 2)
    assert page.find_beginning("individual educator's classroom day will not be staggered") is None, "it begins no text"


def test_what_is_not_there_is_not_found() -> None:
    page = Printed(["one", "two"])
    assert page.find("three") is None
    assert page.find("") is None
    assert Printed([]).find("one two") is None


def test_letters_take_ligatures_apart() -> None:
    assert letters("Oﬃce–hours, 9.1") == "officehours91"


def test_a_label_alone_on_its_line_belongs_to_the_words_behind_it() -> None:
    page = Printed(["4", "E.", "5", "1.", "Educators will report"])
    behind = page.find("1. Educators will report")
    assert behind == range(3, 5)
    assert page.with_before(behind, ("E.",)) == range(1, 5)
    assert page.with_before(behind, ("D.",)) == behind
