"""Blanks, remarks and notes left in a signed text are found, and answered in their place."""

from __future__ import annotations

import pytest

from tablebook.domain.answered import answered
from tablebook.domain.open_words import OpenKind, open_words
from tablebook.domain.record import BlankAnswered
from tablebook.domain.text import paragraph, same_words, table
from tablebook.domain.values import Part


def found(*texts: str, known: str = "") -> list[tuple[str, str, int]]:
    return [(one.kind.value, one.words, one.nth) for one in open_words((part(*texts),), same_words(known))]


def part(*texts: str) -> Part:
    return Part("7.1", tuple(paragraph(text) for text in texts))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Leave is granted under Paragraph ___ of this section.", OpenKind.BLANK, "___"),
        ("A stipend of $____ a year.", OpenKind.BLANK, "____"),
        ("The committee meets on [date].", OpenKind.BLANK, "[date]"),
        ("The raise is XX% in the second year.", OpenKind.BLANK, "XX"),
        ("The amount is TBD.", OpenKind.BLANK, "TBD"),
        ("At most XX days a year.", OpenKind.BLANK, "XX"),
        ("It begins on ...... 2027.", OpenKind.BLANK, "......"),
        ("At most [five (5)?] days a year.", OpenKind.BLANK, "[five (5)?]"),
        ("It begins on <insert date>.", OpenKind.BLANK, "<insert date>"),
        ("Ten days. (NTD: ask payroll)", OpenKind.NOTE, "(NTD: ask payroll)"),
        ("Ten days. [NTD: ask payroll]", OpenKind.NOTE, "[NTD: ask payroll]"),
        ("Teachers have a duty-free lunch. [ok]", OpenKind.REMARK, "[ok]"),
        ("Teachers have a lunch. (Board agreed 3/2/27)", OpenKind.REMARK, "(Board agreed 3/2/27)"),
        ("Ten days. [Drafting note: check with payroll]", OpenKind.NOTE, "[Drafting note: check with payroll]"),
        ("Ten days [confirm with counsel] a year.", OpenKind.NOTE, "[confirm with counsel]"),
        ("Note to Board: this replaces the old list.", OpenKind.NOTE, "Note to Board: this replaces the old list."),
        ("* * *", OpenKind.LEFT_OUT, "* * *"),
        ("Leave ... is granted.", OpenKind.LEFT_OUT, "..."),
        ("Leave is granted. …", OpenKind.LEFT_OUT, "…"),
    ],
)
def test_what_is_no_contract_language_is_found(text: str, kind: OpenKind, words: str) -> None:
    assert found(text) == [(kind.value, words, 1)]


@pytest.mark.parametrize(
    "text",
    ["Article XX applies.", "Under Article XX days are counted.", "Salary ... $45,000", "Step 1 . . . 20.50",
     "A teacher (or a nurse) may leave.", "It is agreed that ten (10) days are granted.",
     "The Board approves the calendar.", "See Section 7.3(b)."],
)  # fmt: skip
def test_contract_language_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_form_that_the_contract_has_already_is_left_alone() -> None:
    assert found("Name: ________", "Paid: ___", known="The form reads: Name: ________ and so on.") == [
        ("blank", "___", 1)
    ]


def test_each_of_several_is_answered_by_itself() -> None:
    text = part("From __ to __ days.", "At most __.", "Signed ______.")
    assert [(one.words, one.nth) for one in open_words((text,))] == [("__", 1), ("__", 2), ("__", 3), ("______", 1)]
    answers = [
        BlankAnswered("TA 7", "7", "__", becomes, "7.1", nth) for nth, becomes in ((1, "two"), (3, "ten"), (2, "six"))
    ]
    (done,) = answered((text,), answers)
    assert [block.text for block in done.blocks] == ["From two to six days.", "At most ten.", "Signed ______."]


def test_what_is_left_out_leaves_no_space_behind_and_no_empty_paragraph() -> None:
    text = part("Ten days [ok].", "* * *", "[OK] Six days.")
    answers = [BlankAnswered("TA 7", "7", words, "", "7.1") for words in ("[ok]", "* * *", "[OK]")]
    (done,) = answered((text,), answers)
    assert [block.text for block in done.blocks] == ["Ten days.", "Six days."]


def test_a_blank_in_a_table_is_answered() -> None:
    text = Part("A", (table([["Step", "Pay"], ["1", "$____"]]),))
    (one,) = open_words((text,))
    (done,) = answered((text,), [BlankAnswered("TA A", "A", one.words, "41,200", "A")])
    assert done.blocks[0].rows[1] == ("1", "$41,200")


@pytest.mark.parametrize(
    ("text", "names"),
    [(("The rest stays.", "Ellen Prescott", "Tomas B. Wieland"), 2),
     (("The rest stays.", "Ellen Prescott, President", "Tomas Wieland, Superintendent"), 2),
     (("The rest stays.", "Ellen Prescott", "March 3, 2027"), 2),
     (("The rest stays.", "Ellen Prescott"), 0),
     (("The rest stays.", "Memorial Day", "Labor Day"), 0),
     (("The committee is:", "Ellen Prescott", "Tomas Wieland"), 0)],
)  # fmt: skip
def test_bare_names_under_a_text_are_asked_about(text: tuple[str, ...], names: int) -> None:
    assert [one[0] for one in found(*text)] == ["remark"] * names
