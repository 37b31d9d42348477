"""An offer in words that is taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tablebook.domain import record as r
from tablebook.domain.codes import Party, PassKind
from tablebook.domain.text import heading, paragraph
from tablebook.jobs.findings.taken_back import taken_back
from tests.unit.domain.table_talk import Table, made

HEAD = heading("Title 1.1", "1.1", section="1.1", level=2)
UNION = "The Board shall post each vacancy for ten days and notify the Union in writing."
BOARD = "The Board may post each vacancy for ten days and notify the Union in writing."


def text(party: Party, label: str, words: str) -> r.TextPassed:
    return r.TextPassed("1", label, party, (r.Part("1.1", (HEAD, paragraph(words))),), PassKind.COUNTER)


def told(we: Party) -> Table:
    table = Table(body=replace(made(), we=we))
    table.record(text(Party.UNION, "U-1", UNION))
    table.record(text(Party.EMPLOYER, "E-1", BOARD))
    return table


def said(table: Table, words: str, party: Party = Party.EMPLOYER) -> list[str]:
    return [one.sentence for one in taken_back(table.state, text(party, "E-2", words))]


@pytest.mark.parametrize("we", [Party.UNION, Party.EMPLOYER])
def test_words_that_were_offered_and_are_gone(we: Party) -> None:
    gone = said(told(we), BOARD.replace(" and notify the Union in writing", ""))
    assert gone == ["E-1 offered “and notify the Union in writing”. This leaves it out."]


def test_words_that_the_other_side_does_not_want_may_go() -> None:
    assert said(told(Party.UNION), BOARD.replace("may", "shall")) == []


def test_a_text_that_keeps_what_was_offered() -> None:
    assert said(told(Party.UNION), BOARD) == []
    assert said(told(Party.UNION), BOARD.replace("ten", "nine")) == ["E-1 offered “ten”. This leaves it out."], (
        "a number in words alone is no figure"
    )


def test_current_language_that_was_let_go_and_is_back() -> None:
    table = Table(body=made())
    table.record(text(Party.UNION, "U-1", "words of 1.1."))
    table.record(text(Party.EMPLOYER, "E-1", "words of 1.1."))
    assert said(table, "Current words of 1.1.") == ["E-1 had let go of “Current”. This puts it back."]


def test_a_first_text_takes_nothing_back() -> None:
    table = Table(body=made())
    table.record(text(Party.UNION, "U-1", UNION))
    assert said(table, BOARD) == []
