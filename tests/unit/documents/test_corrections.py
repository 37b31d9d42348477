"""Every way of correcting an outline can be written down and taken again, with the same outcome."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tablebook.documents.contract import corrections, edit
from tablebook.documents.contract.corrections import Correction, corrected, fits, from_plain, to_plain
from tablebook.documents.reading import Reading
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import heading, paragraph, table

READING = Reading(
    Contract(
        "Birch",
        (
            Article(UnitKind.ARTICLE, "1", "Recognition", (paragraph("The Board recognizes it."),), 1),
            Article(
                UnitKind.ARTICLE,
                "2",
                "Hours",
                (heading("Days", "2.1", section="2.1"), paragraph("Article 3 Leave"), table((("a", "b"), ("c",)))),
                1,
            ),
            Article(UnitKind.ARTICLE, "4", "Term", (paragraph("Three years."),), 2),
        ),
    )
)
EVERY = (
    (Correction("", "split", (1, 1), 2), edit.split(READING, 1, 1)),
    (Correction("", "join", (1,), 0), edit.join_above(READING, 1)),
    (Correction("", "rename", (1, "Work hours"), 1), edit.rename(READING, 1, "Work hours")),
    (Correction("", "renumber", (1, "7"), 1), edit.renumber(READING, 1, "7")),
    (Correction("", "renumber-on", (1, "7"), 1), edit.renumber(READING, 1, "7", following=True)),
    (Correction("", "move", (1, -1), 0), edit.move(READING, 1, -1)),
    (Correction("", "mark", (2, "mou"), 2), edit.mark(READING, 2, UnitKind.MOU)),
    (Correction("", "section", (1, 0, "2.4"), 1), edit.number_section(READING, 1, 0, "2.4")),
    (Correction("", "cell", (1, 2, 1, 1, "d"), 1), edit.set_cell(READING, 1, 2, 1, 1, "d")),
    (Correction("", "type", (1, 1, "First.\nSecond."), 1), edit.type_in(READING, 1, 1, "First.\nSecond.")),
    (Correction("", "leave", ("number-gap", "A number is missing."), 1), READING),
)


@pytest.mark.parametrize(("correction", "expected"), EVERY, ids=[one.act for one, _ in EVERY])
def test_a_correction_taken_again_gives_the_same_outline(correction: Correction, expected: Reading) -> None:
    again = from_plain(json.loads(json.dumps(to_plain(correction))))
    assert again == correction
    assert corrected(READING, again) == expected
    assert (expected != READING) or correction.act == "leave"


def test_every_act_that_can_be_kept_is_tried_here() -> None:
    assert {one.act for one, _ in EVERY} == {*corrections._ACTS, corrections.LEAVE}


@pytest.mark.parametrize(
    "wrong",
    [
        Correction("", "split", (9, 0), 0),
        Correction("", "split", (1, 99), 0),
        Correction("", "section", (1, 9, "2"), 0),
        Correction("", "cell", (1, 2, 7, 0, "x"), 0),
        Correction("", "cell", (1, 0, 0, 0, "x"), 0),
        Correction("", "mark", (1, "poem"), 0),
        Correction("", "rename", (1,), 0),
        Correction("", "rename", ("1", "x"), 0),
        Correction("", "type", (1, 1, "  "), 0),
    ],
)
def test_what_does_not_fit_is_known_before_it_is_taken(wrong: Correction) -> None:
    assert not fits(READING, (wrong,))


def test_what_fits_only_after_another_fits() -> None:
    first = Correction("", "split", (1, 1), 2)
    then = Correction("", "rename", (3, "Term of agreement"), 3)
    assert not fits(READING, (then,))
    assert fits(READING, (first, then))


def test_another_reading_has_another_mark() -> None:
    assert corrections.mark_of(READING) == corrections.mark_of(edit.rename(READING, 0, "Recognition"))
    assert corrections.mark_of(READING) != corrections.mark_of(edit.rename(READING, 0, "Parties"))


def test_a_section_s_number_changes_in_its_printed_label_too() -> None:
    block = edit.number_section(READING, 1, 0, "2.4").articles[1].blocks[0]
    assert (block.section, block.label) == ("2.4", "2.4")


def test_a_short_row_of_a_table_is_filled_up() -> None:
    assert edit.set_cell(READING, 1, 2, 1, 2, "e").articles[1].blocks[2].rows == (("a", "b"), ("c", "", "e"))


def test_typed_words_stand_behind_the_pages_before_theirs() -> None:
    joined = edit.join_above(READING, 2)
    typed = edit.type_in(joined, 1, 1, "On page one.\na\tb")
    texts = [(block.text, block.page) for block in typed.articles[1].blocks]
    assert texts[-2:] == [("On page one.", 1), ("a\tb", 1)], "nothing in it is on a later page"
    paged = replace(
        READING.articles[1], blocks=tuple(replace(b, page=2 + i) for i, b in enumerate(READING.articles[1].blocks))
    )
    reading = replace(READING, contract=Contract("Birch", (paged,)))
    assert [block.page for block in edit.type_in(reading, 0, 3, "Typed.").articles[0].blocks] == [2, 3, 3, 4]
    assert edit.type_in(reading, 0, 3, "Typed.").articles[0].blocks[2].text == "Typed."
