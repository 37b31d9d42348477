"""Words struck and added by hand in random places, their blanks typed in random ways: none is lost or doubled."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.word.marks import read_seen_docx
from tests.unit.documents.word import BLUE, BOLD, RED, STRUCK, UNDER, p, r, word

STYLES = st.sampled_from([(STRUCK, UNDER), (STRUCK, BOLD), (STRUCK + RED, BOLD + BLUE), (STRUCK + RED, UNDER + RED)])
WORDS = st.lists(st.sampled_from(["days", "the", "ten", "(10)", "pay", "$40,"]), min_size=1, max_size=3)
# The words before a change, the old ones, the new ones, and how the blanks around them are typed.
CHANGE = st.tuples(WORDS, st.lists(st.sampled_from(["six", "(6)", "old"]), max_size=2), WORDS, st.integers(0, 4))


def runs(old: str, new: str, way: int, style: tuple[str, str]) -> tuple[list[str], str, str]:
    """A change between two words that stay, and the blanks that belong to them: before and after."""
    struck, fresh = style
    if not old:
        return ([r(f"{new} ", fresh)], " ", "") if way % 2 else ([r(f" {new}", fresh)], "", " ")
    if way == 0:
        return [r(old, struck), r(" "), r(new, fresh)], " ", " "
    if way == 1:
        return [r(old, struck), r(new, fresh)], " ", " "
    if way == 2:
        return [r(f" {old}", struck), r(f" {new}", fresh)], "", " "
    if way == 3:
        return [r(f"{old} ", struck), r(new, fresh)], " ", " "
    return [r(f"{old} ", struck), r(f"{new} ", fresh)], " ", ""


@settings(max_examples=200)
@given(STYLES, st.lists(CHANGE, min_size=1, max_size=6))
def test_no_blank_is_lost_or_doubled(
    style: tuple[str, str], changes: list[tuple[list[str], list[str], list[str], int]]
) -> None:
    shown = p(
        "The days are ", r("six", style[0]), " ", r("ten", style[1]), " for all who work in the year of the plan."
    )
    made: list[str] = []
    accepted: list[str] = []
    rejected: list[str] = []
    behind = ""
    for before, old, new, way in changes:
        inner, left, right = runs(" ".join(old), " ".join(new), way, style)
        made += [r(f"{behind}and {' '.join(before)}{left}"), *inner]
        accepted += ["and", *before, *new]
        rejected += ["and", *before, *old]
        behind = right
    paper = read_marked(read_seen_docx(word(shown + p(*made, r(f"{behind}end."))), "paper.docx"))
    assert paper.accepted_text.split("\n")[1] == " ".join([*accepted, "end."])
    assert paper.rejected_text.split("\n")[1] == " ".join([*rejected, "end."])
