from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.growing import Growing


def filled(*keys: str) -> Growing[str, int]:
    grown: Growing[str, int] = Growing()
    for number, key in enumerate(keys):
        grown[key] = number
    return grown


def test_it_reads_like_a_dictionary_in_the_order_things_came() -> None:
    grown = filled("b", "a")
    assert (list(grown), grown.values(), grown.items()) == (["b", "a"], [0, 1], [("b", 0), ("a", 1)])
    assert (grown["a"], grown.get("x"), grown.get("x", 7), "a" in grown, "x" in grown) == (1, None, 7, True, False)
    with pytest.raises(KeyError):
        grown["x"]


def test_what_is_added_to_a_copy_is_not_seen_in_the_first() -> None:
    first = filled("a")
    second = first.copy()
    second["b"] = 1
    assert (len(first), "b" in first, first.get("b"), list(first)) == (1, False, None, ["a"])
    with pytest.raises(KeyError):
        first["b"]


def test_two_copies_that_part_keep_apart() -> None:
    first = filled("a")
    left, right = first.copy(), first.copy()
    left["b"] = 1
    right["b"] = 2
    right["c"] = 3
    assert (left.items(), right.items()) == ([("a", 0), ("b", 1)], [("a", 0), ("b", 2), ("c", 3)])
    assert left != right


changes = st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.integers(0, 8), st.integers(0, 99)), max_size=40)


@given(changes)
def test_copies_behave_as_copies_of_dictionaries_do(steps: list[tuple[int, bool, int, int]]) -> None:
    grown: list[Growing[int, int]] = [Growing()]
    plain: list[dict[int, int]] = [{}]
    for which, copying, key, value in steps:
        at = which % len(grown)
        if copying:
            grown.append(grown[at].copy())
            plain.append(plain[at].copy())
        else:
            grown[at][key] = plain[at][key] = value
    assert [dict(each.items()) for each in grown] == plain
    assert [each.values() for each in grown] == [list(each.values()) for each in plain]


@given(changes)
def test_many_at_once_are_as_one_by_one(steps: list[tuple[int, bool, int, int]]) -> None:
    """Also with keys that are there already, that come twice, and on a copy that was overtaken."""
    at_once: list[Growing[int, int]] = [Growing()]
    one_by_one: list[Growing[int, int]] = [Growing()]
    for which, copying, key, value in steps:
        at = which % len(at_once)
        if copying:
            at_once.append(at_once[at].copy())
            one_by_one.append(one_by_one[at].copy())
            continue
        keys = [key, key + 1, key + value % 3]
        at_once[at].extend(keys, [value, value + 1, value + 2])
        for place, each in enumerate(keys):
            one_by_one[at][each] = value + place
    assert [each.items() for each in at_once] == [each.items() for each in one_by_one]
