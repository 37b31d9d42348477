"""The stack above a proposal, matched to the book."""

from __future__ import annotations

from datetime import timedelta

from tablebook.documents.marked.paper import HeaderLine
from tablebook.domain.codes import Party
from tablebook.domain.values import Person, Team
from tablebook.jobs.findings.header import Proposed, match_header, who_hands_it
from tests.unit.domain.table_talk import Table


def told() -> Table:
    return Table().tell("union passes U-1 on 1.1", "employer answers U-1 with E-1 on 1.1", "union passes U-2 on 1.1")


def line(table: Table, label: str, party: str, minutes: int, text: str = "") -> HeaderLine:
    at = table.at + timedelta(minutes=minutes)
    return HeaderLine(text or label, party, label, at.date().isoformat(), at.strftime("%H:%M"))


def matched(table: Table, *lines: HeaderLine, party: Party = Party.EMPLOYER) -> Proposed:
    return match_header(table.state, ("1",), lines, party, table.at + timedelta(hours=1))


def test_a_stack_by_labels() -> None:
    table = told()
    found = matched(table, line(table, "E-2", "employer", 20), line(table, "U-2", "union", 0),
                    line(table, "E-1", "employer", -1), line(table, "U-1", "union", -2))  # fmt: skip
    assert [each.one.body.label if each.one else "" for each in found.stack] == ["", "U-2", "E-1", "U-1"]
    assert found.label == "E-2"
    assert found.at == table.at + timedelta(minutes=20)
    assert [table.state.passes[one].body.label for one in found.answers] == ["U-2"]


def test_a_stack_the_other_way_round_and_seen_from_the_employer_s_side() -> None:
    table = told()
    found = matched(table, line(table, "U-1", "union", -2), line(table, "E-1", "employer", -1),
                    line(table, "U-3", "union", 9), party=Party.UNION)  # fmt: skip
    assert found.label == "U-3"
    assert [table.state.passes[one].body.label for one in found.answers] == ["E-1"]


def test_lines_without_labels_are_known_by_party_and_time() -> None:
    table = told()
    newest, ours = line(table, "", "employer", 45), line(table, "", "union", 4)
    found = matched(table, newest, ours)
    assert [each.one.body.label if each.one else "" for each in found.stack] == ["", "U-2"]
    assert found.at == table.at + timedelta(minutes=45)


def test_a_day_without_its_year() -> None:
    table = told()
    day = f"--{table.at:%m-%d}"
    found = matched(table, HeaderLine("Union 1/26", "union", "U-2", day, ""))
    assert found.stack[0].one is not None
    other = matched(table, HeaderLine("Union 2/26", "union", "U-2", "--02-26", ""))
    assert other.stack[0].one is None


def test_a_label_of_another_day_or_party_is_not_taken_for_ours() -> None:
    table = told()
    assert matched(table, HeaderLine("U-2 6/1/26", "union", "U-2", "2026-06-01")).stack[0].one is None
    assert matched(table, HeaderLine("E-9", "employer", "E-9")).label == "E-9"
    assert matched(table).stack == ()


def test_a_time_that_is_still_to_come_is_not_proposed() -> None:
    table = told()
    assert matched(table, line(table, "E-2", "employer", 600)).at is None


def test_a_line_that_says_what_it_answers() -> None:
    table = told().tell("union passes U-1 on 2.1")
    lines = (line(table, "E-2", "employer", 20), HeaderLine("Answers U-1 on 1 and U-1 on 2"))
    found = match_header(table.state, ("1", "2"), lines, Party.EMPLOYER, table.at + timedelta(hours=1))
    assert [(table.state.passes[one].body.article, table.state.passes[one].body.label) for one in found.answers] == [
        ("1", "U-1"), ("2", "U-1"),
    ]  # fmt: skip
    assert [table.state.passes[one].body.label for one in matched(table, HeaderLine("In reply to U-1")).answers] == [
        "U-1"
    ]


def test_who_hands_it() -> None:
    team = Team(Party.EMPLOYER, "Board", (Person("Ruth Kessler"), Person("Carl Hume")))
    assert who_hands_it(team, "Handed over by R. Kessler") == "Ruth Kessler"
    assert who_hands_it(team, "Carl Hume for the Board") == "Carl Hume"
    assert who_hands_it(team, "R. Kessler, C. Hume") == ""
    assert who_hands_it(team, "Kesslerville") == ""
    assert who_hands_it(None, "R. Kessler") == ""
