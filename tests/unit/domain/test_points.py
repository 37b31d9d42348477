"""Points inside a section: how deep each stands, and under which letter it is found again."""

from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.points import Point, moved_points, points_of
from tablebook.domain.text import Block, heading, paragraph

HEAD = heading("Leave", "7.1", section="7.1", level=2)
REASONS = tuple(f"for reason {name} a teacher is away with pay on day {name}" for name in "qrstuvwxyz")


def lines(*labels: str) -> tuple[Block, ...]:
    return (HEAD, *(paragraph(f"What stands under {label}", label) for label in labels))


def tree(points: list[Point]) -> list[object]:
    return [(one.name, tree(one.inside)) if one.inside else one.name for one in points]


def test_a_deeper_kind_of_letter_stands_inside() -> None:
    assert tree(points_of(lines("(a)", "(1)", "(2)", "(b)", "(c)", "(1)"))) == [("a", ["1", "2"]), "b", ("c", ["1"])]
    assert tree(points_of(lines("A.", "1.", "a.", "i.", "ii.", "b.", "2.", "B."))) == [
        ("a", [("1", [("a", ["i", "ii"]), "b"]), "2"]),
        "b",
    ]
    assert tree(points_of(lines("1.", "(1)", "(2)", "2."))) == [("1", ["1", "2"]), "2"]


def test_i_is_a_letter_after_h_and_else_a_number() -> None:
    assert tree(points_of(lines(*(f"({letter})" for letter in "abcdefghijk")))) == list("abcdefghijk")
    assert tree(points_of(lines("(a)", "(i)", "(ii)", "(b)"))) == [("a", ["i", "ii"]), "b"]


def test_paragraphs_without_a_letter_belong_to_the_point_above() -> None:
    blocks = (*lines("(a)"), paragraph("It goes on here."), *lines("(b)")[1:])
    assert [" ".join(one.words) for one in points_of(blocks)] == [
        "What stands under (a) It goes on here.",
        "What stands under (b)",
    ]


@given(
    st.lists(st.sampled_from(REASONS), unique=True, max_size=8),
    st.lists(st.sampled_from(REASONS), unique=True, max_size=8),
)
def test_each_point_is_found_under_its_letter_again(before: list[str], after: list[str]) -> None:
    def section(words: list[str]) -> tuple[Block, ...]:
        return (HEAD, *(paragraph(one, f"({chr(97 + at)})") for at, one in enumerate(words)))

    found = moved_points(section(before), section(after))
    for at, words in enumerate(before):
        if words in after:
            now = (chr(97 + after.index(words)),)
            assert found.get((chr(97 + at),), (chr(97 + at),)) == now


def test_letters_used_twice_are_not_followed() -> None:
    twice = (*lines("(a)", "(b)"), *lines("(a)", "(b)")[1:])
    assert moved_points(twice, lines("(b)", "(c)")) == {}
