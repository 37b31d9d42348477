"""Footnotes: printed at the foot of a page, and counted by Word through the whole text."""

from __future__ import annotations

from tablebook.domain.contract import Contract
from tablebook.domain.note_signs import signs_in_order
from tablebook.domain.text import Block, paragraph
from tablebook.proof.prove import prove
from tests.unit.proof.small import CURRENT, PAY, RELIEF, typed, with_block

NOTE = "Days that are not used by June do not carry over to the next year."


def cited(number: int) -> Contract:
    """The contract with a note on its relief."""
    return with_block(CURRENT, 0, 3, paragraph(f"{RELIEF}[{number}]"), paragraph(NOTE, f"[{number}]"))


def printed(note: str = NOTE) -> list[Block]:
    """It as a page has it: the note below what follows on the page, with its figure."""
    blocks = typed(cited(1))
    at = next(index for index, block in enumerate(blocks) if block.label == "[1]")
    shown = [paragraph(f"{RELIEF}1") if block.text.endswith("[1]") else block for block in blocks]
    foot = next(index for index, block in enumerate(shown) if block.text == PAY)
    return [*shown[:at], *shown[at + 1 : foot + 1], paragraph(f"1 {note}"), *shown[foot + 1 :]]


def test_a_note_at_the_foot_of_the_page_stands_where_it_is_cited() -> None:
    assert prove(cited(2), cited(2), printed(), {}).findings == ()


def test_another_word_in_it_is_told() -> None:
    found = prove(cited(2), cited(2), printed(NOTE.replace("do not carry", "carry")), {}).findings
    assert any("not" in one.sentence for one in found)


def test_the_signs_are_those_that_print_counts() -> None:
    assert signs_in_order(["One.[3] Two.[7] See [9].", "[3] First.", "[7] Second."]) == [
        "One.[1] Two.[2] See [9].", "[1] First.", "[2] Second.",
    ]  # fmt: skip
    assert prove(cited(4), cited(4), typed(cited(1)), {}).relabelled == ()
