"""Marks that are typed as signs in text and Markdown files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.documents.marked.paper import ReadPaper
from tablebook.documents.marked.read import read_paper

OLD = "Each teacher has two (2) days of personal leave a year."
NEW = "Each teacher has three (3) days of personal leave a year."


def read(folder: Path, words: str, ending: str) -> ReadPaper:
    file = folder / f"paper{ending}"
    file.write_text(f"4.2 Personal Leave\n\n{words}\n")
    return read_paper(file)


@pytest.mark.parametrize("ending", [".txt", ".md"])
@pytest.mark.parametrize(
    "marks",
    [
        "~~two (2)~~ **three (3)**",
        "<del>two (2)</del> <ins>three (3)</ins>",
        "{--two (2)--} {++three (3)++}",
        "{~~two (2)~>three (3)~~}{>>as last year<<}",
        "~~two (2)~~ ++three (3)++",
    ],
)
def test_pairs_of_signs_are_marks(marks: str, ending: str, tmp_path: Path) -> None:
    paper = read(tmp_path, NEW.replace("three (3)", marks), ending)
    assert (paper.accepted_text.split("\n")[-1], paper.rejected_text.split("\n")[-1]) == (NEW, OLD)


def test_underscores_in_pairs_mark_in_plain_text(tmp_path: Path) -> None:
    paper = read(tmp_path, NEW.replace("three (3)", "~~two (2)~~ __three (3)__"), ".txt")
    assert paper.accepted_text.split("\n")[-1] == NEW


def test_marked_words_go_on_in_the_next_row(tmp_path: Path) -> None:
    rows = "Each teacher has ~~two (2) days of personal\nleave~~ **three (3) days of personal\nleave** a year.\n\nMore."
    paper = read(tmp_path, rows, ".txt")
    assert paper.accepted_text.split("\n")[1:] == [NEW, "More."]


@pytest.mark.parametrize(
    "words", ["About ~~ two days ** a year.", "Name: ____ School: ____", "**Three** days **a** year."]
)
def test_signs_that_are_no_pairs_of_marks_stay(words: str, tmp_path: Path) -> None:
    paper = read(tmp_path, words, ".txt")
    assert paper.accepted_text.split("\n")[-1] == words
    assert not paper.marked


def test_a_sign_without_its_fellow_is_told(tmp_path: Path) -> None:
    paper = read(tmp_path, "Each has ~~two days a year.", ".txt")
    assert [one.code for one in paper.warnings] == ["marks-without-pair"]
