"""How units are spoken of, and the keys under which they are kept."""

from __future__ import annotations

import pytest

from tablebook.domain import record as r
from tablebook.domain import rules
from tablebook.domain.codes import Custody, Party, PassKind
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import paragraph
from tablebook.domain.values import Part, PassRef
from tests.unit.domain.table_talk import START, Table


@pytest.mark.parametrize(
    ("kind", "number", "title", "name", "key"),
    [
        (UnitKind.ARTICLE, "12", "Class Size", "Article 12", "12"),
        (UnitKind.APPENDIX, "B", "Salaries", "Appendix B", "Appendix B"),
        (UnitKind.MOU, "1", "Recess", "MOU 1", "MOU 1"),
        (UnitKind.MOU, "#3", "Workload", "MOU #3", "#3"),
        (UnitKind.MOU, "A", "Workload", "MOU A", "A"),
        (UnitKind.MOU, "2024-1", "Workload", "MOU 2024-1", "2024-1"),
        (UnitKind.MOU, "MOU 4", "Workload", "MOU 4", "MOU 4"),
        (UnitKind.MOU, "Side Letter 2", "Workload", "Side Letter 2", "Side Letter 2"),
        (UnitKind.MOU, "", "Workload committee", "Workload committee", "Workload committee"),
    ],
)
def test_a_unit_is_spoken_of_by_its_name(kind: UnitKind, number: str, title: str, name: str, key: str) -> None:
    unit = Article(kind, number, title)
    contract = Contract("", (unit,))
    assert unit.name == name
    assert contract.keys == (key,)
    for words in (name, key):
        assert contract.find(words) == (key, "")


def test_a_refusal_names_the_unit_and_not_its_key() -> None:
    contract = Contract("", (Article(UnitKind.MOU, "#3", "Workload", (paragraph("Words."),)),))
    table = Table(body=r.BookMade("Union", "Board", Party.UNION, contract))
    answer = r.TextPassed("#3", "E-1", Party.EMPLOYER, (Part("", (paragraph("More words."),)),), PassKind.COUNTER,
                          responds_to=(PassRef("#3", "U-9"),))  # fmt: skip
    refused = list(rules.refusals(table.state, r.Draft(answer, Custody.SHARED, START)))
    assert [one.what for one in refused if one.code == "no-such-pass"] == ["There is no pass U-9 on MOU #3 to answer."]
