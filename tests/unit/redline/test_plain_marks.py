"""Marks in plain text: the struck and the new stay apart without any style."""

from __future__ import annotations

import pytest

from tablebook.domain.text import paragraph, table
from tablebook.redline.compare import compare
from tablebook.redline.marks import Author
from tablebook.redline.plain_marks import CAPITALS, LEGENDS, UNDERSCORES, WORDS, marked_text

OLD = [paragraph("Classes have at most thirty (30) students.", "12.1"), table([["1", "50,000"]])]
NEW = [paragraph("Classes have at most twenty (20) students.", "12.2"), table([["1", "51,000"]])]


@pytest.mark.parametrize(
    ("way", "line", "cells"),
    [
        (CAPITALS, "[12.1] 12.2 Classes have at most [thirty (30)] TWENTY (20) students.", "1\t[50,000]51,000"),
        (
            UNDERSCORES,
            "[12.1] _12.2_ Classes have at most [thirty (30)] _twenty (20)_ students.",
            "1\t[50,000]_51,000_",
        ),
        (
            WORDS,
            "[struck: 12.1] [new: 12.2] Classes have at most [struck: thirty (30)] [new: twenty (20)] students.",
            "1\t[struck: 50,000][new: 51,000]",
        ),
    ],
)
def test_each_way(way: str, line: str, cells: str) -> None:
    redline = compare(OLD, NEW, Author("union", "U-1"))
    assert marked_text(redline.blocks, way).splitlines() == [line, cells, "", f"Marks: {LEGENDS[way]}."]


def test_a_text_without_changes_has_no_marks_and_no_line_about_them() -> None:
    assert marked_text(compare(OLD, OLD).blocks) == "12.1 Classes have at most thirty (30) students.\n1\t50,000"


def test_a_new_paragraph_is_new_with_its_label() -> None:
    redline = compare(OLD[:1], [*OLD[:1], paragraph("Relief is given.", "a.")])
    assert marked_text(redline.blocks).splitlines()[1] == "A. RELIEF IS GIVEN."
