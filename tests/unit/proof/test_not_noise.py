"""What only looks like a running head, a label or typography, and is a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import Block, heading, paragraph, table
from tablebook.proof.prove import prove
from tablebook.proof.results import Finding, Kind, Source
from tests.unit.proof.small import SIGNED

SAID = "In article {} the Board shall give notice of each meeting to the Union and shall keep the minutes of it."


def contract(*units: Sequence[Block]) -> Contract:
    return Contract(
        "", tuple(Article(UnitKind.ARTICLE, f"{n}", f"Title {n}", tuple(b)) for n, b in enumerate(units, 1))
    )


def typed(contract: Contract) -> list[Block]:
    return [block for unit in contract.articles for block in (heading(f"{unit.name}: {unit.title}"), *unit.blocks)]


def found(old: Contract, new: Contract, current: Contract | None = None, **sources: Source) -> tuple[Finding, ...]:
    at = {(key.removeprefix("a"), ""): source for key, source in sources.items()}
    return prove(current or old, old, typed(new), at).findings


def said(words: str = "", times: int = 6) -> Contract:
    each = (
        SAID.format(n).replace("to the Union", f"to the Union{words}" if n <= times else "to the Union")
        for n in range(1, 7)
    )
    return contract(*([paragraph(text)] for text in each))


@pytest.mark.parametrize("times", [1, 2, 3, 6])
@pytest.mark.parametrize("words", [", if funds permit,", " and to nobody else", " or its designee"])
def test_the_same_words_put_in_again_and_again_are_told_each_time(words: str, times: int) -> None:
    plain, more = said(), said(words, times)
    assert len(found(plain, more)) == len(found(more, plain)) == times


def test_a_ta_that_is_lost_in_three_places_is_lost() -> None:
    current, signed = said(), said(" or a named designee", 3)
    told = found(signed, current, current, a1=Source("U-1", "TA 1"), a2=Source("U-1", "TA 1"), a3=Source("U-1", "TA 1"))
    assert [(one.kind, one.place.unit) for one in told] == [
        (Kind.MISSING, "1"),
        (Kind.MISSING, "2"),
        (Kind.MISSING, "3"),
    ]


def test_the_last_step_dropped_from_three_schedules_is_told_each_time() -> None:
    rows = [("Step", "BA", "MA"), *((f"{n}", f"{40 + n},100", f"{50 + n},200") for n in range(1, 6))]
    three = [contract(*([table(some)] for _ in range(3))) for some in (rows, rows[:-1])]
    assert len(found(three[0], three[1])) == len(found(three[1], three[0])) == 3


def test_a_line_that_runs_along_the_pages_is_still_noise() -> None:
    plain = said()
    lines: list[Block] = []
    for number, block in enumerate(typed(plain)):
        lines += [paragraph(f"Lakeview Master Agreement 2024-2027, page {number}"), block]
    assert prove(plain, plain, lines, {}).findings == ()


WORDS = {
    "(a) Employees": (
        "Employees may be laid off by the Board.",
        "(a)",
        "No employees may be laid off by the Board.",
        "",
    ),
    "another letter": ("Employees may be laid off.", "(a)", "No employees may be laid off.", "(b)"),
    "FTE": ("1.5 FTE Counselors are employed here.", "", "2.5 FTE Counselors are employed here.", ""),
    "days": ("(30) days of notice are given.", "", "(60) days of notice are given.", ""),
    "a name": ("Mr. Ruiz is told of each class.", "", "Ms. Ruiz is told of each class.", ""),
    "No.": ("No. 3 bus is free for all.", "", "So. 3 bus is free for all.", ""),
    "a rate alone": ("526.00", "", "826.00", ""),
    "a point": ("Each school has .5 FTE of a nurse.", "", "Each school has 5 FTE of a nurse.", ""),
    "cents": ("Mileage is paid at $.56 per mile.", "", "Mileage is paid at $56 per mile.", ""),
    "minus": ("Pay changes by -2% in June.", "", "Pay changes by 2% in June.", ""),
    "less": ("Classes with <30 students need no aide.", "", "Classes with >30 students need no aide.", ""),
    "at least": ("A score of ≥ 2 is needed.", "", "A score of ≤ 2 is needed.", ""),
    "times": ("The rate × 2 is paid.", "", "The rate ÷ 2 is paid.", ""),
    "a range": ("Paid for 510 hours of work.", "", "Paid for 5-10 hours of work.", ""),
}


@pytest.mark.parametrize("case", WORDS)
def test_what_looks_like_a_label_or_typography_is_told(case: str) -> None:
    old, label, new, other = WORDS[case]
    rest = paragraph("Other words stand here for all of them.")
    one, two = contract([paragraph(old, label), rest]), contract([paragraph(new, other), rest])
    assert found(one, two)
    assert found(two, one)
    assert found(one, one) == ()


SAME = {
    "a half": ("Each school has .5 FTE.", "Each school has 0.5 FTE."),
    "a dash": ("The Board – and nobody else – pays.", "The Board - and nobody else - pays."),
    "a hyphen": ("A part-time aide is hired.", "A part time aide is hired."),
    "a letter": ("(a) Leave is granted.", "a. Leave is granted."),
}


@pytest.mark.parametrize("case", SAME)
def test_what_is_only_typography_is_not_told(case: str) -> None:
    old, new = (contract([paragraph(words)]) for words in SAME[case])
    assert found(old, new) == found(new, old) == ()


@pytest.mark.parametrize("word", ["agreement", "section", "letter", "side"])
def test_a_word_before_a_heading_is_none_of_the_heading(word: str) -> None:
    after = heading("Next", "1.2", section="1.2", level=2)
    one = contract([paragraph(f"It is changed by a mutual {word}."), after, paragraph("Other words.")])
    two = contract([paragraph("It is changed by a mutual."), after, paragraph("Other words.")])
    assert [(each.old, each.new) for each in found(one, two)] == [(word, "")]


GRID = (("Class", "Hours", "Paid by"), ("Teacher", "full time", "District"), ("Aide", "part time", "Union"))
TURNED = (GRID[0], GRID[1], ("Aide", "Union", "part time"))


@pytest.mark.parametrize("how", ["lines", "a column more", "a title row"])
def test_cells_exchanged_in_another_grid_are_told(how: str) -> None:
    def other(rows: Sequence[tuple[str, ...]]) -> list[Block]:
        if how == "lines":
            return [paragraph("\t".join(row)) for row in rows]
        if how == "a column more":
            return [table([(*row, "") for row in rows])]
        return [table([("", "", ""), *rows])]

    one = contract([table(GRID)])
    assert found(one, contract(other(GRID))) == ()
    assert found(one, contract(other(TURNED)))


def test_the_head_of_two_columns_printed_again_is_noise_and_rows_of_data_are_not() -> None:
    rows = [("Step", "BA"), ("1", "41,100"), ("2", "42,100"), ("3", "43,100")]
    one = contract([replace(table(rows), page=1)])
    again = [replace(table(rows[:3]), page=1), replace(table([rows[0], rows[3]]), page=2)]
    assert found(one, contract(again)) == ()
    double = [replace(table(rows[:3]), page=1), replace(table([*rows[:2], rows[3]]), page=2)]
    assert found(one, contract(double))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("each employee's rights", "each employees rights"),
        ("the employees rights", "the employee's rights"),
        ("it's own", "its own"),
        ("the years 2024-2027", "the years 2024 2027"),
        ("the years 2024 2027", "the years 2024–2027"),
        ("within 3-5 days", "within 3 5 days"),
    ],
)
def test_an_apostrophe_and_a_dash_between_figures_are_told(old: str, new: str) -> None:
    pair = [contract([paragraph(f"The Board shall keep {words} as it did in the past.")]) for words in (old, new)]
    assert [one.kind for one in found(*pair)] == [Kind.UNTRACED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("each employee's rights", "each employee’s rights"),
        ("each employee's rights", "each employee' s rights"),
        ("the years 2024-2027", "the years 2024 – 2027"),
        ("the years 2024-2027", "the years 2024-\n2027"),
        ("a re-signed letter", "a resigned letter"),
    ],
)
def test_their_look_is_not(old: str, new: str) -> None:
    pair = [contract([paragraph(f"The Board shall keep {words} as it did in the past.")]) for words in (old, new)]
    assert not found(*pair)


BROKEN = "The answer is given to the grievant and to the Union within {}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([BROKEN.format("five"), "(5) calendar days from the date of it."], "(6) calendar days from the date of it."),
        ([BROKEN.format("the days of Article"), "3. The Board keeps them."], "4. The Board keeps them."),
        (["Signed for the Board:", "J. Smith, President"], "K. Smith, President"),
        (["It is set as follows:", "3.0 GPA is required of each applicant."], "2.5 GPA is required of each applicant."),
        (["It is set as follows:", "1.5 Times the regular rate is paid."], "2.5 Times the regular rate is paid."),
    ],
)
def test_a_figure_that_counts_on_with_nothing_is_no_label(old: list[str], new: str) -> None:
    one, two = ([*map(paragraph, old[:-1]), paragraph(last)] for last in (old[-1], new))
    assert [each.kind for each in found(contract(one), contract(two))] == [Kind.UNTRACED]


ITEMS = (
    "sickness of the member or of the family;",
    "the birth or the adoption of a child;",
    "jury duty, or a subpoena to a court;",
    "a death in the family of the member.",
)


def listed(items: Sequence[str], first: str = "a") -> list[Block]:
    return [paragraph(f"({chr(ord(first) + number)}) {item}") for number, item in enumerate(items)]


@pytest.mark.parametrize("first", ["a", "b"])
def test_an_item_that_moves_or_goes_is_one_finding_and_the_labels_are_none(first: str) -> None:
    old = contract(listed(ITEMS, first))
    moved, gone = (ITEMS[0], ITEMS[2], ITEMS[1], ITEMS[3]), (ITEMS[0], *ITEMS[2:])
    assert len(found(old, contract(listed(moved, first)))) == 1
    assert [each.new for each in found(old, contract(listed(gone, first)))] == [""]
    assert found(old, contract([paragraph(item) for item in ITEMS])) == ()


def test_an_article_that_goes_or_moves_is_one_finding_though_the_others_are_numbered_anew() -> None:
    units = [[paragraph(f"{words} The Board keeps to it for all of the years.")] for words in ITEMS]
    old = contract(*units)

    def named(order: Sequence[int]) -> Contract:
        return Contract(
            "", tuple(replace(old.articles[at], number=f"{number}") for number, at in enumerate(order, start=1))
        )

    assert len(found(old, named([0, 2, 3]))) == 1
    assert len(found(old, named([0, 2, 1, 3]))) == 1
    assert len(found(old, named([0, 2, 3, 1]))) == 1


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("(a) a spoken warning, noted with its date;", "a spoken warning, noted with its date;"),
        ("5. 5 days.", "5 days."),
    ],
)
def test_a_label_that_is_the_first_word_again_may_go(words: str, bare: str) -> None:
    following = "(b) dismissal." if words.startswith("(") else "6. 6 days."
    old = contract([paragraph(words), paragraph(following)])
    assert found(old, contract([paragraph(bare), paragraph(following.partition(" ")[2])])) == ()


def test_three_short_lines_put_in_or_left_out_are_told() -> None:
    plain = contract(*([paragraph(SAID.format(n))] for n in range(1, 7)))
    more = contract(
        *([paragraph(SAID.format(n)), *[paragraph("Members pay half of it")] * (n < 4)] for n in range(1, 7))
    )
    assert len(found(plain, more)) == len(found(more, plain)) == 3
    rates = [paragraph(f"{n}-{n + 4} years of service, {8 + n} hours per month") for n in range(0, 50, 5)]
    fewer = [line for number, line in enumerate(rates) if number not in (2, 5, 8)]
    assert len(found(contract(rates), contract(fewer))) == 3


def test_spaces_alone_are_told_where_they_make_other_words() -> None:
    rest = paragraph("Nobody is able to do this over a time, and it is not done.")
    for old, new in (("is not able to", "is notable to"), ("works over time for", "works overtime for")):
        one, two = ([rest, paragraph(f"The committee {words} it.")] for words in (old, new))
        assert len(found(contract(one), contract(two))) == 1
    broken = [rest, paragraph("The com mittee is not able to.")]
    assert found(contract([rest, paragraph("The committee is not able to.")]), contract(broken)) == ()


PAY = (("Step", "BA", "MA"), *((f"{n}", f"{40 + n},100", f"{50 + n},200") for n in range(1, 9)))


def in_lines(rows: Sequence[tuple[str, ...]]) -> list[Block]:
    """A table as a page gives it whose head was set in two lines: its words in another order."""
    return [paragraph("BA MA"), paragraph("Step"), *(paragraph(" ".join(row)) for row in rows[1:])]


def test_figures_of_a_table_set_in_lines_are_held_against_their_row() -> None:
    old = contract([table(PAY)])
    assert found(old, contract(in_lines(PAY))) == ()
    exchanged = [*PAY[:3], (PAY[3][0], PAY[3][2], PAY[3][1]), *PAY[4:]]
    told = {(each.old, each.new) for each in found(old, contract(in_lines(exchanged)))}
    assert {("43,100", "53,200"), ("53,200", "43,100")} <= told
    away = [*PAY[:2], (PAY[2][0], PAY[5][1], PAY[2][2]), *PAY[3:5], (PAY[5][0], PAY[2][1], PAY[5][2]), *PAY[6:]]
    told = {(each.old, each.new) for each in found(old, contract(in_lines(away)))}
    assert {("42,100", "45,100"), ("45,100", "42,100")} <= told
    assert found(old, contract(in_lines([*PAY[:3], *PAY[4:]])))


def test_a_number_that_counts_with_no_other_is_a_mistake_and_numbers_that_count_on_are_none() -> None:
    units = [[paragraph(f"{words} The Board keeps to it for all of the years.")] for words in (*ITEMS, "The term.")]
    old = contract(*units)
    wrong = Contract("", tuple(replace(one, number="7") if one.number == "3" else one for one in old.articles))
    (told,) = found(old, wrong)
    assert (told.kind, told.old, told.new) == (Kind.UNTRACED, "Article 3", "Article 7")
    anew = Contract("", tuple(replace(one, number=f"{int(one.number) + 10}") for one in old.articles))
    assert found(old, anew) == ()
    items = listed(ITEMS)
    items[1] = paragraph(items[1].text.replace("(b)", "(f)"))
    assert [(one.old, one.new) for one in found(contract(listed(ITEMS)), contract(items))] == [("b", "f")]


@pytest.mark.parametrize("page", [1, 2])
def test_a_figure_alone_on_its_line_is_a_page_number_only_beside_another_page(page: int) -> None:
    lines = [f"Form line {word} is filled in by the educator first." for word in "one two three four five six".split()]
    above = tuple(replace(paragraph(line), page=1) for line in lines)
    below = tuple(replace(paragraph(f"Below: {line}"), page=page) for line in lines)
    form = (*above, replace(paragraph("12"), page=1), *below, replace(paragraph("The form ends here."), page=2))
    one = Contract("", (*SIGNED.articles[:2], Article(UnitKind.APPENDIX, "B", "Form", form)))
    without = Contract("", (*SIGNED.articles[:2], Article(UnitKind.APPENDIX, "B", "Form", (*above, *below, form[-1]))))
    left_out = prove(one, one, typed(without), {}).findings
    put_in = prove(without, without, typed(one), {}).findings
    assert [[(each.old, each.new) for each in found] for found in (left_out, put_in)] == (
        [[("12", "")], [("", "12")]] if page == 1 else [[], []]
    )
