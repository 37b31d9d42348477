"""Texts as they lie on the table: the draft we answer with, and the paper they hand over."""

from __future__ import annotations

from typing import Any

from tablebook.book.book import Book
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import sections_of
from tests.unit.domain.table_talk import as_passed

CHANGES = {
    "tenth (10th)": "twentieth (20th)",
    "twenty-two (22)": "twenty-four (24)",
    "thirty-five dollars ($35)": "twenty-five dollars ($25)",
}


def save_draft(book: Book, key: str = "12", **changes: str) -> None:
    """Draft on our last text, with some words changed. Names write _ for a blank."""
    state = book.negotiation
    last = [one for one in state.passes_on(key) if one.body.party is state.we][-1]
    blocks = list(as_passed(state, last))
    for at, block in enumerate(blocks):
        text = block.text
        for old, new in changes.items():
            text = text.replace(old.replace("_", " "), new)
        if text != block.text:
            blocks[at] = block.with_text(text)
    book.plan.save_draft(key, blocks, last.body.label)


def their_paper(state: Negotiation) -> str:
    """12.1 and 12.2 of our U-3 as they come back, changed in three places."""
    mine = state.find_pass("12", "U-3")
    assert mine is not None
    sections = sections_of(as_passed(state, mine))
    lines = "\n".join(block.printed for number in ("12.1", "12.2") for block in sections[number])
    for old, new in CHANGES.items():
        assert old in lines
        lines = lines.replace(old, new)
    return f"Article 12\nClass Size and Caseload\n{lines}"


def last_entries(table: Any, count: int) -> list[Any]:
    """The newest entries of the record, oldest first."""
    return list(table.desk.state.entries.values())[-count:]
