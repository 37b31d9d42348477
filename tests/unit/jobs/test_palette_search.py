"""What typed letters mean in the palette."""

from __future__ import annotations

import pytest

from tablebook.jobs.palette_search import ARTICLES, COMMANDS, PASSES, Index, Target, asked, spans


def _index() -> Index:
    return Index(
        [
            Target(ARTICLES, "7", "7 Work Day and Duties", exact="7"),
            Target(ARTICLES, "8", "8 Preparation Time", exact="8", state="with-us", weight=30),
            Target(ARTICLES, "8#8.3", "8.3 Preparation Time on short days", exact="8.3"),
            Target(ARTICLES, "20#20.7", "20.7 Pay for lost preparation periods", exact="20.7"),
            Target(ARTICLES, "x", "30 Unprepared", exact="30"),
            Target(COMMANDS, "prepare", "Prepare"),
            Target(COMMANDS, "print", "Print this"),
            Target(PASSES, "a:1", "E-2, Preparation Time", exact="E-2"),
        ]
    )


def _ids(typed: str) -> list[list[str]]:
    return [[found.target.id for found in group.found] for group in _index().find(typed)]


def test_the_article_with_us_comes_first_and_three_of_a_kind_at_most() -> None:
    assert _ids("prep") == [["8", "8#8.3", "20#20.7"], ["prepare"], ["a:1"]]
    assert [group.count for group in _index().find("prep")] == [4, 1, 1]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("7", ["7"]), ("8.3", ["8#8.3"]), ("e-2", ["a:1"]), (">pr", ["prepare"]), ("#prep", ["a:1"]), ("@time", ["8"])],
)
def test_a_number_a_label_and_a_prefix_mean_what_they_say(typed: str, ids: list[str]) -> None:
    assert _ids(typed)[0][0] == ids[0]


def test_a_prefix_keeps_all_other_kinds_away() -> None:
    assert [group.name for group in _index().find("#prep")] == [PASSES]
    assert asked('"limit"') == ("said", "limit")


def test_every_word_must_be_there_in_any_order() -> None:
    assert _ids("short prep") == [["8#8.3"]]
    assert _ids("short nothing") == []


def test_typed_letters_are_found_at_the_beginning_of_words() -> None:
    assert spans("8.3 Preparation Time on short days", ["prep", "short"]) == ((4, 8), (24, 29))
    assert spans("Unprepared prep", ["prep"]) == ((11, 15),)
