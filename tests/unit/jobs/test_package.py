"""A package: several texts as one offer, whose end lets each item's own last position stand."""

from __future__ import annotations

import pytest

from tablebook.domain.codes import Party, PassKind, State
from tablebook.domain.positions import position, unresolved
from tablebook.domain.values import PassRef
from tablebook.errors import UserError
from tablebook.jobs import agree, pass_text, withdraw
from tablebook.jobs.pass_text import offer, package_of
from tablebook.jobs.place_text import parts_from_lines
from tablebook.jobs.targets import find_target
from tests.unit.jobs.conftest import Desk


def text(desk: Desk, item: str, label: str, party: Party = Party.EMPLOYER) -> pass_text.TextPassed:
    target = find_target(desk.state, item)
    return offer(desk.state, target, party, parts_from_lines(desk.state, target, f"Words of {label}."), label=label)


@pytest.fixture
def offered(desk: Desk) -> Desk:
    """U-1 and E-1 on 12, then the District's EP-1 on 8 and 12."""
    for party, label in ((Party.UNION, "U-1"), (Party.EMPLOYER, "E-1")):
        pass_text.pass_texts(desk.book, [text(desk, "12.1", label, party)])
        desk.clock.forward(60)
    members, package = package_of("EP-1", [text(desk, "8.4", "E-1"), text(desk, "12.1", "E-2")])
    changed = pass_text.pass_texts(desk.book, members, package=package)
    assert changed.packages == {"EP-1"}
    desk.clock.forward(60)
    return desk


def states(desk: Desk) -> tuple[State, State]:
    return position(desk.state, "8").state, position(desk.state, "12").state


def test_it_stands_on_each_of_its_articles(offered: Desk) -> None:
    assert states(offered) == (State.WITH_US, State.WITH_US)
    assert position(offered.state, "8").package == position(offered.state, "12").package == "EP-1"


def test_it_is_accepted_whole(offered: Desk) -> None:
    accepted = agree.find_accepted(offered.state, "8", "E-1")
    with pytest.raises(UserError, match="part of package EP-1"):
        agree.agree(offered.book, [agree.agreed_on(offered.state, accepted)])
    assert len(agree.accept_package(offered.book, "EP-1").entries) == 2
    assert states(offered) == (State.TA, State.TA)
    with pytest.raises(UserError, match="already"):
        agree.accept_package(offered.book, "EP-1")


@pytest.mark.parametrize("end", ["reject", "withdraw", "reject a member", "withdraw a member", "said no"])
def test_when_it_ends_each_own_position_stands(offered: Desk, end: str) -> None:
    book = offered.book
    match end:
        case "reject":
            withdraw.reject(book, Party.UNION, package="EP-1", words="No.")
        case "withdraw":
            withdraw.withdraw(book, Party.EMPLOYER, package="EP-1")
        case "reject a member":
            withdraw.reject(book, Party.UNION, article="8", label="E-1")
        case "withdraw a member":
            withdraw.withdraw(book, Party.EMPLOYER, article="8", label="E-1")
        case "said no":
            about, target = (PassRef("", "EP-1", Party.EMPLOYER),), find_target(offered.state, "12")
            body = offer(offered.state, target, Party.UNION, (), kind=PassKind.REJECT, prose="no", responds_to=about)
            pass_text.pass_texts(book, [body])
    assert offered.state.packages["EP-1"].state in ("rejected", "withdrawn")
    assert unresolved(offered.state) == ("12",)
    last = [one.body.label for one in offered.state.passes_on("12") if one.state == "standing"]
    assert "E-1" in last
    with pytest.raises(UserError, match="EP-1"):
        agree.accept_package(book, "EP-1")


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (lambda book: withdraw.withdraw(book, Party.UNION, package="EP-1"), "Only the party that passed"),
        (lambda book: withdraw.withdraw(book, Party.UNION, article="12", label="E-1"), "Only the party that passed"),
        (lambda book: withdraw.reject(book, Party.EMPLOYER, package="EP-1"), "own offer"),
        (lambda book: withdraw.reject(book, Party.UNION, package="EP-9"), "no EP-9"),
        (lambda book: withdraw.withdraw(book, Party.UNION, article="12", label="U-9"), "no U-9"),
    ],
)
def test_who_may_end_it(offered: Desk, act: object, why: str) -> None:
    before = len(offered.state.entries)
    with pytest.raises(UserError, match=why):
        act(offered.book)  # type: ignore[operator]
    assert len(offered.state.entries) == before
