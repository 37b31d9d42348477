"""Correcting an outline by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.documents.codec import reading_from_plain, reading_to_plain
from tablebook.documents.contract import edit
from tablebook.documents.read import read_contract
from tablebook.documents.reading import Reading, outline_json
from tablebook.domain.contract import UnitKind
from tablebook.errors import UserError

TEXT = """# Agreement

## Article 1. Recognition

### 1.1 Unit

The unit is all educators of the district who teach here.

## Article 2. Pay

Pay is due monthly.

**Leave of Absence**

Leave is given for a year at most.

## Article 4. Term

The term is three years.

## Appendix A. Salary

| Step | BA |
|---|---|
| 1 | $40,000 |
"""


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    path = tmp_path / "contract.md"
    path.write_text(TEXT, encoding="utf-8")
    return read_contract(path)


def test_doubts_name_the_gap(reading: Reading) -> None:
    assert [(d.code, d.article_key) for d in reading.doubts] == [("number-gap", "4")]


def test_split_makes_an_article_of_a_heading(reading: Reading) -> None:
    split = edit.split(reading, 1, 1)
    assert [a.title for a in split.articles] == ["Recognition", "Pay", "Leave of Absence", "Term", "Salary"]
    assert [b.text for b in split.articles[2].blocks] == ["Leave is given for a year at most."]
    assert len(reading.articles) == 4


def test_join_above_undoes_split_but_for_the_headings_place(reading: Reading) -> None:
    joined = edit.join_above(edit.split(reading, 1, 1), 2)
    assert [b.text for b in joined.articles[1].blocks] == [b.text for b in reading.articles[1].blocks]


def test_join_keeps_the_printed_heading(reading: Reading) -> None:
    joined = edit.join_above(reading, 2)
    assert "Article 4 Term" in [block.printed for block in joined.articles[1].blocks]
    assert "number-gap" not in [doubt.code for doubt in joined.doubts]


def test_renumber_counts_on_and_clears_the_doubt(reading: Reading) -> None:
    renumbered = edit.renumber(reading, 1, "2", following=True)
    assert [a.number for a in renumbered.articles] == ["1", "2", "3", "A"]
    assert renumbered.doubts == ()


def test_rename_move_and_mark(reading: Reading) -> None:
    assert edit.rename(reading, 1, "  Salaries ").articles[1].title == "Salaries"
    assert [a.number for a in edit.move(reading, 2, -1).articles] == ["1", "4", "2", "A"]
    assert edit.mark(reading, 2, UnitKind.MOU).articles[2].kind is UnitKind.MOU


@pytest.mark.parametrize(
    ("number", "following"),
    [("7", "8"), ("VII", "VIII"), ("B", "C"), ("A-1", "A-2"), ("Seven", "Eight"), ("16A", "16B")],
)
def test_numbers_go_on_in_their_own_style(number: str, following: str) -> None:
    assert edit.next_number(number) == following


def test_impossible_acts_are_refused(reading: Reading) -> None:
    with pytest.raises(UserError):
        edit.join_above(reading, 0)
    with pytest.raises(UserError):
        edit.split(reading, 1, 99)


def test_reading_survives_the_way_from_the_worker(reading: Reading) -> None:
    assert reading_from_plain(reading_to_plain(reading)) == reading


def test_outline_json_has_the_fixed_shape(reading: Reading) -> None:
    outline = outline_json(reading)
    assert outline["articles"][0] == {
        "kind": "article", "number": "1", "title": "Recognition", "page": None,
        "sections": [{"number": "1.1", "title": "Unit"}],
    }  # fmt: skip
    assert outline["articles"][-1]["kind"] == "appendix"
    assert outline["warnings"] == [
        {"code": "number-gap", "page": None, "message": "Article 4 follows Article 2: a number is missing."}
    ]
