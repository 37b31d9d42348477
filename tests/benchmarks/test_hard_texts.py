"""Texts that are hard to compare: nothing in them is the same, or everything is, or all stands elsewhere. None may
make a person wait."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from tablebook.domain.text import Block, paragraph, table
from tablebook.redline.compare import compare
from tablebook.redline.readings import accepted, rejected
from tablebook.redline.tokens import split
from tests.benchmarks.measured import Measured

WORDS, EACH = 60_000, 40
MOST = 2.5
Pair = tuple[list[Block], list[Block]]


def _words(dice: random.Random, count: int, stem: str = "word", different: int = 4_000) -> list[str]:
    """Some words are common, most are rare, as in any text."""
    names = [f"{stem}{number}" for number in range(different)]
    return dice.choices(names, weights=[1 / (rank + 1) for rank in range(different)], k=count)


def _paragraphs(words: list[str]) -> list[Block]:
    return [paragraph(" ".join(words[at : at + EACH]) + ".") for at in range(0, len(words), EACH)]


def unrelated(dice: random.Random) -> Pair:
    return _paragraphs(_words(dice, WORDS)), _paragraphs(_words(dice, WORDS, "other"))


def same_few_words_in_no_order(dice: random.Random) -> Pair:
    return _paragraphs(_words(dice, WORDS, different=60)), _paragraphs(_words(dice, WORDS, different=60))


def one_word_repeated(dice: random.Random) -> Pair:
    return [paragraph(" ".join(["the"] * WORDS))], [paragraph(" ".join(["the", "a"] * (WORDS // 2)))]


def one_paragraph_of_20_000_words_written_anew(dice: random.Random) -> Pair:
    return [paragraph(" ".join(_words(dice, 20_000)))], [paragraph(" ".join(_words(dice, 20_000)))]


def one_paragraph_of_all_words_edited(dice: random.Random) -> Pair:
    old = _words(dice, WORDS)
    return [paragraph(" ".join(old))], [paragraph(" ".join("new" if dice.random() < 0.1 else word for word in old))]


def every_paragraph_edited_and_elsewhere(dice: random.Random) -> Pair:
    old = _paragraphs(_words(dice, WORDS))
    new = [block.with_text(f"New {block.text}") for block in old]
    dice.shuffle(new)
    return old, new


def cut_into_lines(dice: random.Random) -> Pair:
    old = _words(dice, WORDS)
    return _paragraphs(old), [paragraph(" ".join(old[at : at + 8])) for at in range(0, WORDS, 8)]


def thousands_of_lines_of_one_word(dice: random.Random) -> Pair:
    return tuple([paragraph(word) for word in _words(dice, 20_000, different=50)] for _ in "ab")  # type: ignore[return-value]


def _rows(dice: random.Random) -> list[list[str]]:
    return [[f"Step {row}", *(f"${dice.randrange(30_000, 90_000):,}" for _ in range(5))] for row in range(5_000)]


def table_of_5_000_rows_all_raised(dice: random.Random) -> Pair:
    return [table(_rows(dice))], [table(_rows(dice))]


def table_of_5_000_rows_in_another_order(dice: random.Random) -> Pair:
    rows = _rows(dice)
    return [table(rows)], [table(dice.sample(rows, len(rows)))]


CASES = (
    unrelated, same_few_words_in_no_order, one_word_repeated, one_paragraph_of_20_000_words_written_anew,
    one_paragraph_of_all_words_edited, every_paragraph_edited_and_elsewhere, cut_into_lines,
    thousands_of_lines_of_one_word, table_of_5_000_rows_all_raised, table_of_5_000_rows_in_another_order,
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_hard_texts(case: Callable[[random.Random], Pair], measured: Measured) -> None:
    old, new = case(random.Random(7))
    began = time.process_time()
    _split = [hash(word) for block in (*old, *new) for word in split(block.text)]
    floor, began = time.process_time() - began, time.process_time()
    redline = compare(old, new)
    took = time.process_time() - began
    assert [block.text for block in accepted(redline)] == [block.text for block in new]
    assert [block.text for block in rejected(redline)] == [block.text for block in old]
    measured(case.__name__.replace("_", " "), took, limit=MOST, floor=floor)
