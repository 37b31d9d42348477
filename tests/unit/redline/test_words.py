"""Words inside one paragraph: tokens, the longest common part, where a change begins and ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from tablebook.redline.anchors import equal_pairs, rising
from tablebook.redline.lcs import common
from tablebook.redline.tokens import BREAK, count_words, split
from tablebook.redline.words import hunks


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("twenty-six (26) days.", ["twenty-six", " ", "(26)", " ", "days", "."]),
        ("Section 12.1, $1,250.50 or 3.25%", ["Section", " ", "12.1", ",", " ", "$1,250.50", " ", "or", " ", "3.25%"]),
        ("the employee’s 20th day", ["the", " ", "employee’s", " ", "20th", " ", "day"]),
        ("“Union”\u00a0– a.m.", ["“", "Union", "”", "\u00a0", "–", " ", "a.m", "."]),
        ("e\u0301te\u0301 👩‍🏫!", ["e\u0301te\u0301", " ", "👩‍🏫", "!"]),
        ("نص عربي", ["نص", " ", "عربي"]),
        ("第十二条", ["第", "十", "二", "条"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert split(text) == tokens


@given(st.text())
@settings(deadline=None)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(split(text)) == text
    assert BREAK not in split(text)


def test_words_are_counted_as_people_count() -> None:
    assert count_words("The employee’s pay, twenty-six (26) days – $1,250.50.") == 7


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
@settings(deadline=None)
def test_the_common_part_is_the_longest(old: list[str], new: list[str]) -> None:
    pairs = common(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    assert len(old) + len(new) - 2 * len(pairs) == Indel.distance(old, new)


@given(st.lists(st.sampled_from("abcdefgh")), st.lists(st.sampled_from("abcdefgh")))
@settings(deadline=None)
def test_anchors_are_equal_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = equal_pairs(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.floats(0.5, 9)), max_size=9))
@settings(deadline=None)
def test_the_chain_is_the_heaviest(candidates: list[tuple[int, int, float]]) -> None:
    def best(i: int, j: int) -> float:
        return max((w + best(a, b) for a, b, w in candidates if a > i and b > j), default=0.0)

    weights = {}
    for i, j, weight in candidates:
        weights[i, j] = max(weight, weights.get((i, j), 0.0))
    unique = [(i, j, weight) for (i, j), weight in weights.items()]
    chain = rising(unique)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert sum(weights[pair] for pair in chain) == pytest.approx(best(-1, -1))


def _shown(old: str, new: str, **settings: int) -> str:
    ours, theirs = split(old), split(new)
    out, i = [], 0
    for a, b, c, d in hunks(ours, theirs, **settings):  # type: ignore[arg-type]
        out.append("".join(ours[i:a]))
        out.append(f"[-{''.join(ours[a:b])}-]" if a < b else "")
        out.append(f"{{+{''.join(theirs[c:d])}+}}" if c < d else "")
        i = b
    return "".join([*out, *ours[i:]])


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        # A space stays with the word before it, so that struck and new words never run together.
        ("within ten (10) days of it", "within five (5) days of it", "within [-ten (10) -]{+five (5) +}days of it"),
        ("we meet to consider relief.", "we meet and all agree.", "we meet[- to consider relief-]{+ and all agree+}."),
        ("pay is due now", "pay is always due now", "pay is {+always +}due now"),
        ("sick days, or pay under it", "sick days, pay under it", "sick days, [-or -]pay under it"),
        ("ten days of it", "five days of it", "[-ten -]{+five +}days of it"),
        # Islands of one or two equal words between changes at least as long are joined; longer ones are not.
        ("in ten of days due", "in six of hours due", "in [-ten of days -]{+six of hours +}due"),
        ("in ten of the days due", "in six of the hours due", "in [-ten -]{+six +}of the [-days -]{+hours +}due"),
        ("ten or more of the sick days are due", "six or less of the paid hours are due",
         "[-ten or more of the sick days -]{+six or less of the paid hours +}are due"),
        ("ten on all the days here", "six on all the hours here", "[-ten -]{+six +}on all the [-days -]{+hours +}here"),
        # Never over the end of a sentence, and never where nothing but insertions stand around.
        ("It is ten. Pay is due.", "It is six. Fees is due.", "It is[- ten-]{+ six+}. [-Pay -]{+Fees +}is due."),
        ("one the three go home", "one and the other three go home", "one {+and +}the {+other +}three go home"),
        # A sentence put between others is shown as that sentence.
        ("A is. C is not here.", "A is. B is there. C is not here.", "A is. {+B is there. +}C is not here."),
        # Too little in common: one whole change.
        ("Filed in ten days by it.", "Costs in part by us.", "[-Filed in ten days by it.-]{+Costs in part by us.+}"),
        ("Filed in ten days.", "Costs are for all.", "[-Filed in ten days.-]{+Costs are for all.+}"),
    ],
)  # fmt: skip
def test_where_changes_begin_and_end(old: str, new: str, shown: str) -> None:
    assert _shown(old, new) == shown


@given(
    st.lists(st.sampled_from(["a", "b", "c.", " ", "  ", "(1)"])),
    st.lists(st.sampled_from(["a", "b", "c.", " ", "(1)"])),
)
@settings(deadline=None)
def test_outside_the_changes_both_are_equal(old: list[str], new: list[str]) -> None:
    i = j = 0
    for a, b, c, d in (*hunks(old, new), (len(old), len(old), len(new), len(new))):
        assert old[i:a] == new[j:c]
        i, j = b, d
