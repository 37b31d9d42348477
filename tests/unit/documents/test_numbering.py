"""One consistent numbering out of many candidates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tablebook.documents.contract.numbering import Link, best_chain


def links(*numbers: tuple[int, float] | tuple[int, int, float]) -> list[Link]:
    return [Link(((n[0], int(n[1]) if len(n) == 3 else 0),), float(n[-1])) for n in numbers]


def test_a_false_heading_between_two_true_ones_is_left_out() -> None:
    chain, _ = best_chain(links((1, 6.0), (2, 6.0), (9, 3.0), (3, 6.0), (4, 6.0)))
    assert chain == [0, 1, 3, 4]


def test_gaps_are_kept() -> None:
    chain, _ = best_chain(links((1, 6.0), (2, 6.0), (5, 6.0), (6, 6.0)))
    assert chain == [0, 1, 2, 3]


def test_a_number_given_twice_is_kept_when_both_look_true() -> None:
    chain, _ = best_chain([Link(((n, 0),), 6.0, title) for n, title in ((1, "a"), (2, "b"), (2, "c"), (3, "d"))])
    assert chain == [0, 1, 2, 3]


def test_a_heading_repeated_with_its_title_counts_once() -> None:
    chain, _ = best_chain([Link(((n, 0),), 6.0, title) for n, title in ((1, "a"), (2, "b"), (2, "b"), (3, "d"))])
    assert len(chain) == 3


def test_split_articles_follow_each_other() -> None:
    chain, _ = best_chain(links((15, 6.0), (16, 1, 6.0), (16, 2, 6.0), (17, 6.0)))
    assert chain == [0, 1, 2, 3]


def test_a_letter_that_is_also_a_roman_numeral_takes_the_reading_that_fits() -> None:
    letters = [Link(((n, 0),), 4.0) for n in range(1, 9)]
    chain, _ = best_chain([*letters, Link(((9, 0), (1, 0)), 4.0)])
    assert chain == list(range(9))


@given(st.lists(st.tuples(st.integers(1, 40), st.floats(-8, 8)), max_size=40))
def test_chain_is_in_order_and_takes_each_line_once(numbers: list[tuple[int, float]]) -> None:
    chain, total = best_chain([Link(((n, 0),), s) for n, s in numbers])
    assert chain == sorted(set(chain))
    assert total >= 0
