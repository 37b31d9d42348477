"""Asked for and got: three texts of one place, told passage by passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.text import Block, heading, paragraph, table
from tablebook.redline.asked import Outcome, Threefold, figures_only, threefold

HEAD = heading("Time to file", "5.2", section="5.2", level=2)


def texts(*words: str) -> list[tuple[Block, ...]]:
    return [(HEAD, paragraph(one)) if one else () for one in words]


def test_a_figure_between_two_is_a_part() -> None:
    rows = threefold(
        *texts(
            "A grievance shall be filed within twenty (20) working days of the event.",
            "A grievance shall be filed within forty-five (45) working days of the event.",
            "A grievance shall be filed within thirty (30) working days of the event.",
        )
    )
    assert rows == (
        Threefold(
            "A grievance shall be filed within twenty (20) working days of the event.",
            "A grievance shall be filed within forty-five (45) working days of the event.",
            "A grievance shall be filed within thirty (30) working days of the event.",
        ),
    )
    assert rows[0].outcome is Outcome.PART


def test_what_only_the_agreed_text_changes_was_not_asked_for() -> None:
    (row,) = threefold(*texts("Ten days.", "Ten days.", "Ten days. The educator chooses."))
    assert (row.today, row.asked, row.got) == ("", "", "The educator chooses.")
    assert row.outcome is Outcome.THEIRS


def test_what_was_asked_and_not_got_stays() -> None:
    (row,) = threefold(*texts("Two evening events a year.", "One evening event a year.", "Two evening events a year."))
    assert row.outcome is Outcome.NONE
    assert row.got == row.today


def test_a_new_unit_and_a_struck_one() -> None:
    (new,) = threefold((), (paragraph("Two sites open."),), (paragraph("Two sites open."),))
    assert (new.today, new.got, new.outcome) == ("", "Two sites open.", Outcome.FULL)
    (gone,) = threefold((paragraph("Two sites open."),), (), ())
    assert (gone.asked, gone.got) == ("", "")


def test_figures_of_a_table_are_told_as_figures() -> None:
    old, asked, got = (table([["Step", "BA"], ["1", sum_]]) for sum_ in ("$50", "$55", "$53"))
    (row,) = threefold([old], [asked], [got])
    assert row.figures
    assert row.outcome is Outcome.PART


def test_short_figures() -> None:
    assert figures_only("within forty-five (45) working days") == "within 45 working days"
    assert figures_only("ninety percent (90%) of the premium, sixty dollars ($60)") == "90% of the premium, $60"
    assert figures_only("every fourth (4th) year; Section (b)") == "every 4th year; Section (b)"


def test_a_row_is_a_whole_sentence_and_each_point_of_a_list_its_own() -> None:
    def points(*figures: str) -> tuple[Block, ...]:
        names = ("a. Kindergarten: ", "b. Grades 1 through 3: ", "c. Grades 4 through 8: ")
        return tuple(paragraph(name + figure) for name, figure in zip(names, figures, strict=True))

    rows = threefold(points("26", "28", "32"), points("20", "23", "28"), points("22", "25", "28"))
    assert [row.got for row in rows] == [
        "a. Kindergarten: 22",
        "b. Grades 1 through 3: 25",
        "c. Grades 4 through 8: 28",
    ]
    before = "An educator may ask. Results shall be given when known. Nothing else changes."
    (row,) = threefold(*texts(before, before.replace("when known", "within ten (10) days"), before))
    assert row.asked == "Results shall be given within ten (10) days."


def test_words_put_into_a_sentence_are_told_with_it_and_a_long_sentence_is_cut_at_a_clause() -> None:
    (row,) = threefold(
        *texts("Grades 9 through 12: thirty-two (32)", *["Grades 9 through 12: thirty-two (32), with no more"] * 2)
    )
    assert row.asked == "Grades 9 through 12: thirty-two (32), with no more"
    far = ", ".join(f"the {number}th thing that was said of this at some length" for number in range(11, 16))
    (row,) = threefold(*texts(*(f"{far}, within {days} days of it" for days in (20, 45, 30))))
    assert row.got.startswith("… the 15th thing")
    assert row.got.endswith("within 30 days of it")
    assert row.today.startswith("… the 15th thing")


def test_small_words_alone_are_grammar_but_not_what_changes_the_meaning() -> None:
    (grammar,) = threefold(*texts("The pay and the leave.", "Pay, leave.", "The pay and leave."))
    assert grammar.only_grammar
    for old, new in (("shall be open", "shall not be open"), ("pay and leave", "pay or leave"), ("may go", "shall go")):
        (row,) = threefold(*texts(f"The school {old}.", f"The school {new}.", f"The school {new}."))
        assert not row.only_grammar


def test_a_heading_does_not_run_into_the_words_under_it_nor_a_table_s_title_into_a_sentence() -> None:
    letter = (heading("Pilot of schools"), paragraph("Two sites open."))
    (row,) = threefold((), letter, letter)
    assert row.got == "Pilot of schools / Two sites open."
    (told, figures) = threefold(
        (paragraph("It is as it was."),),
        (paragraph("It is as it was."),),
        (paragraph("It is as Section 2 says."), paragraph("2027–28"), table([["Step", "BA"], ["1", "$53"]])),
    )
    assert told.got == "It is as Section 2 says."
    assert figures.figures


WORDS = st.lists(st.sampled_from("the District shall pay ten (10) days . $5 of a year".split()), max_size=24)


@given(WORDS, WORDS, WORDS)
def test_equal_texts_have_no_row_and_other_texts_have_one(old: list[str], asked: list[str], got: list[str]) -> None:
    one, two, three = (" ".join(words) for words in (old, asked, got))
    rows = threefold(*texts(one, two, three))
    assert bool(rows) == (not one == two == three)
    for row in rows:
        assert not row.today == row.asked == row.got
        for said, text in ((row.today, one), (row.asked, two), (row.got, three)):
            for word in said.split():
                assert word in f"5.2 Time to file {text} … /"


@given(WORDS, WORDS)
def test_all_that_was_asked_is_all_that_was_got(old: list[str], asked: list[str]) -> None:
    one, two = " ".join(old), " ".join(asked)
    assert {row.outcome for row in threefold(*texts(one, two, two))} <= {Outcome.FULL}
    assert {row.outcome for row in threefold(*texts(one, two, one))} <= {Outcome.NONE}
    assert {row.outcome for row in threefold(*texts(one, one, two))} <= {Outcome.THEIRS}
