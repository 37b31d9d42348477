"""What a total TA closes: articles that stay, that were withdrawn, and that are deferred to somewhere else."""

from __future__ import annotations

import pytest

from tablebook.domain.codes import Form, Party, State
from tablebook.domain.contract import UnitKind
from tablebook.domain.leftovers import leftovers
from tablebook.domain.positions import position, unresolved
from tablebook.domain.record import TextPassed
from tablebook.domain.text import paragraph
from tablebook.domain.values import Part
from tests.unit.domain.table_talk import Refused, Table


def test_a_deferred_article_stands_in_nobodys_way() -> None:
    table = Table().tell("union passes U-1 on 1.1", "defer 1 to the committee on class size")
    assert table.where("1") is State.DEFERRED
    assert unresolved(table.state) == ()
    table.tell("total TA")
    left = leftovers(table.state)
    assert left.deferred == ("1",)
    assert left.line.endswith("Article 1: deferred to the committee on class size.")


def test_a_held_article_is_deferred_and_taken_up_again() -> None:
    table = Table().tell("union passes U-1 on 1.1", "hold 1", "defer 1 to MOU 3", "total TA", "resume 1")
    assert table.where("1") is State.WITH_THEM
    assert unresolved(table.state) == ("1",)
    assert table.state.settled is None


def test_a_pass_takes_a_deferred_article_up_again() -> None:
    table = Table().tell("defer 1 to MOU 3", "union passes U-1 on 1.1")
    assert table.where("1") is State.WITH_THEM
    assert not leftovers(table.state).deferred


def test_what_is_agreed_of_a_deferred_article_holds() -> None:
    table = Table().tell("union passes U-1 on 1.1, 1.2", "TA on U-1 of 1 sections 1.1", "defer 1 to the next talks")
    assert table.where("1") is State.DEFERRED
    assert position(table.state, "1").agreed == ("1.1",)
    assert leftovers(table.state).line.endswith("The rest of Article 1: deferred to the next talks.")
    table.tell("TA on U-1 of 1 sections 1.2")
    assert table.where("1") is State.TA
    assert not leftovers(table.state).deferred


def test_the_three_kinds_are_counted() -> None:
    table = Table().tell("union passes U-1 on 1.1", "union withdraws U-1 on 1", "defer 2 to MOU 3")
    left = leftovers(table.state)
    assert (left.withdrawn, left.deferred) == (("1",), ("2",))
    assert set(left.current) == set(table.state.contract.keys) - {"1", "2"}
    assert left.counted == "1 article stays as it is, 1 withdrawn, 1 deferred"
    assert leftovers(table.tell("resume 2").state).counted == "2 articles stay as they are, 1 withdrawn, 0 deferred"
    assert left.keys == tuple(table.state.contract.keys)


@pytest.mark.parametrize(
    ("story", "line", "code"),
    [
        (("defer 1 to MOU 3",), "defer 1 to MOU 4", "deferred"),
        ((), "defer 99 to MOU 3", "no-such-article"),
        (("union passes U-1 on 1.1", "TA on U-1 of 1"), "defer 1 to MOU 3", "agreed"),
        ((), "resume 1", "not-held"),
    ],
)
def test_what_may_not_be_deferred(story: tuple[str, ...], line: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        Table().tell(*story).tell(line)


def test_a_letter_that_was_withdrawn_is_counted_too() -> None:
    table = Table()
    words = (Part("", (paragraph("Nurses float only once a shift."),)),)
    table.record(TextPassed("Floating", "U-1", Party.UNION, words, form=Form.NEW, title="Floating", unit=UnitKind.MOU))
    table.tell("union withdraws U-1 on Floating")
    left = leftovers(table.state)
    assert left.withdrawn == ("Floating",)
    assert left.line.endswith("Floating: withdrawn.")
