"""The next label, in the style a local already uses."""

from __future__ import annotations

import pytest

from tablebook.domain import record as r
from tablebook.domain.codes import Custody, Party, PassKind
from tablebook.domain.labels import next_label, next_package_label, skips, ta_label
from tests.unit.domain.table_talk import Table, parts

UNION, EMPLOYER = Party.UNION, Party.EMPLOYER


def passed(table: Table, key: str, label: str, party: Party = UNION) -> Table:
    table.record(r.TextPassed(key, label, party, parts([f"{key}.1"], label, party), PassKind.PROPOSAL))
    return table


def test_the_first_labels() -> None:
    table = Table()
    assert [next_label(table.state, "1", party) for party in (UNION, EMPLOYER, Party.JOINT, Party.MEDIATOR)] == [
        "U-1",
        "E-1",
        "J-1",
        "M-1",
    ]


@pytest.mark.parametrize(
    ("used", "following"),
    [
        ("U-1", "U-2"),
        ("#9", "#10"),
        ("#1A", "#2"),
        ("Counter 2 revised", "Counter 3"),
        ("7", "8"),
        ("Union Proposal 3", "Union Proposal 4"),
        ("final offer", "U-1"),
    ],
)
def test_the_style_in_use_is_counted_on(used: str, following: str) -> None:
    assert next_label(passed(Table(), "1", used).state, "1", UNION) == following


def test_another_article_starts_again_in_the_same_style() -> None:
    table = passed(passed(Table(), "1", "#1"), "1", "#2")
    assert next_label(table.state, "2", UNION) == "#1"
    assert next_label(table.state, "1", EMPLOYER) == "E-1"


def test_a_label_in_use_is_never_proposed() -> None:
    table = passed(passed(Table(), "1", "U-2"), "1", "U-1")
    assert next_label(table.state, "1", UNION) == "U-3"


def test_a_prepared_paper_holds_its_label_until_it_is_torn_up() -> None:
    table = Table()
    table.record(r.TextPrepared("1", "U-1", UNION, parts(["1.1"], "U-1", UNION)), custody=Custody.OURS)
    assert next_label(table.state, "1", UNION) == "U-2"
    table.record(r.PreparedVoided(next(iter(table.state.prepared))), custody=Custody.OURS)
    assert next_label(table.state, "1", UNION) == "U-1"


@pytest.mark.parametrize(
    ("label", "skipped"),
    [("U-2", False), ("U-3", True), ("U-9", True), ("U-1", False), ("Counter", False), ("V-1", False)],
)
def test_a_number_left_out(label: str, skipped: bool) -> None:
    assert skips(passed(Table(), "1", "U-1").state, "1", UNION, label) is skipped


def test_packages_and_tas() -> None:
    table = Table().tell("union passes U-1 on 1.1, 1.2")
    assert (next_package_label(table.state, UNION), next_package_label(table.state, EMPLOYER)) == ("P-1", "EP-1")
    assert ta_label(table.state, "1", ("1.1",), whole=False) == "TA 1.1"
    assert ta_label(table.state, "1", ("1.1", "1.2"), whole=False) == "TA 1"
    assert ta_label(table.state, "1", ("",), whole=True) == "TA 1"
    table.tell("TA on U-1 of 1")
    assert ta_label(table.state, "1", ("",), whole=True) == "TA 1 (2)"
