"""A note in one line: ``[@12.3] [who] [sign] text``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.codes import Party, Sign
from tablebook.domain.notes import Line, read_line
from tablebook.domain.values import Person, Team

TEAMS = {
    Party.UNION: Team(
        Party.UNION, "Lakeview EA", (Person("Dana Marsh", initials="DM"), Person("Sam Ortiz", initials="SO"))
    ),
    Party.EMPLOYER: Team(
        Party.EMPLOYER, "Lakeview SD", (Person("Ruth Kessler", initials="RK"), Person("Ike Noble", initials="I"))
    ),
}
U, E, M = Party.UNION, Party.EMPLOYER, Party.MEDIATOR


def read(typed: str, sticky: Line | None = None) -> tuple[str, str, Party | None, str, str]:
    line = read_line(typed, TEAMS, U, sticky)
    return line.place, line.who, line.side, str(line.sign), line.text


@pytest.mark.parametrize(
    ("typed", "place", "who", "side", "sign", "text"),
    [
        ("We talked about it", "", "", None, "gist", "We talked about it"),
        ("@12.3 RK ? Is 22 a hard limit", "12.3", "Ruth Kessler", E, "question", "Is 22 a hard limit"),
        ("RK: @12.3 = From day ten", "12.3", "Ruth Kessler", E, "answer", "From day ten"),
        ("? rk @12 is it so", "12", "Ruth Kessler", E, "question", "is it so"),
        ("u ! we will get you the numbers", "", "", U, "promise", "we will get you the numbers"),
        ("e ~ two percent", "", "", E, "what-if", "two percent"),
        ("m = both agree", "", "", M, "answer", "both agree"),
        ("< we said so", "", "", U, "gist", "we said so"),
        ("> they said so", "", "", E, "gist", "they said so"),
        (">they said so", "", "", E, "gist", "they said so"),
        ('RK " We can live with that "', "", "Ruth Kessler", E, "exact", "We can live with that"),
        ("RK “We can live with that”", "", "Ruth Kessler", E, "exact", "We can live with that"),
        ("q: @12.2 Stipend per day?", "12.2", "", None, "question", "Stipend per day?"),
        ("a: DM by semester", "", "Dana Marsh", U, "answer", "by semester"),
        ("w: RK by the week", "", "Ruth Kessler", E, "what-if", "by the week"),
        ("Q: in capitals", "", "", None, "question", "in capitals"),
        ("@12.1a, DM a comma after the place", "12.1a", "Dana Marsh", U, "gist", "a comma after the place"),
        ("so it is", "", "", None, "gist", "so it is"),
        ("SO it is", "", "Sam Ortiz", U, "gist", "it is"),
        ("I think so", "", "Ike Noble", E, "gist", "think so"),
        ("i think so", "", "", None, "gist", "i think so"),
        ("U is for union", "", "", None, "gist", "U is for union"),
        ("e", "", "", None, "gist", "e"),
        ("@12", "12", "", None, "gist", ""),
        ("  ", "", "", None, "gist", ""),
        ("a plain word first", "", "", None, "gist", "a plain word first"),
        ("22 = the limit", "", "", None, "gist", "22 = the limit"),
        ("the limit? yes", "", "", None, "gist", "the limit? yes"),
        ("@12 @13 both", "12", "", None, "gist", "@13 both"),
        ("? ! twice", "", "", None, "question", "! twice"),
        ("u e said it", "", "", U, "gist", "e said it"),
    ],
)
def test_lines(typed: str, place: str, who: str, side: Party | None, sign: str, text: str) -> None:
    assert read(typed) == (place, who, side, sign, text)


def test_place_and_speaker_stick_and_the_sign_does_not() -> None:
    first = read_line("@12.1 RK ? Is it so", TEAMS, U)
    assert read("and so on", first) == ("12.1", "Ruth Kessler", E, "gist", "and so on")
    assert read("DM = No", first) == ("12.1", "Dana Marsh", U, "answer", "No")
    assert read("@13 other", first) == ("13", "Ruth Kessler", E, "gist", "other")
    assert read("u we say", first) == ("12.1", "", U, "gist", "we say"), "a side alone ends the speaker before"


def test_us_and_them_turn_with_the_book() -> None:
    assert read_line("< ours", TEAMS, E).side is E
    assert read_line("> theirs", TEAMS, E).side is U


@given(st.text(max_size=60))
def test_any_line_is_read_and_no_word_is_made_up(typed: str) -> None:
    line = read_line(typed, TEAMS, U)
    assert line.text in typed
    assert line.sign in Sign


@given(st.sampled_from(["DM", "RK", "u", "e", "m", "<", ">"]), st.sampled_from(["?", "=", "!", "~", "q:", "a:", "w:"]))
def test_the_parts_before_the_words_may_come_in_any_order(who: str, sign: str) -> None:
    words = "the very words"
    orders = (f"@12.3 {who} {sign} {words}", f"{who} {sign} @12.3 {words}", f"{sign} @12.3 {who} {words}")
    assert len({read(typed) for typed in orders}) == 1
    assert read(orders[0])[4] == words
