"""Papers that are no contract: none of them may give articles, and each is told why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.documents.read import read_contract
from tablebook.documents.reading import NoArticles

TOPICS = ("Names", "Conduct", "Attendance", "Leave", "Pay", "Equipment", "Complaints", "Records", "Travel", "Changes")


def _numbered(title: str, sentence: str, heading: str = "{n}. {t}") -> str:
    parts = (f"{heading.format(n=n, t=topic)}\n\n{sentence} {sentence}" for n, topic in enumerate(TOPICS, 1))
    return f"{title}\n\n" + "\n\n".join(parts) + "\n"


WORK = "Employees shall follow the rules on this. The teachers association may ask the district to hear it."
PAPERS = {
    "handbook.txt": (_numbered("EMPLOYEE HANDBOOK", f"{WORK} Nothing in this handbook is a contract."), "handbook"),
    "handbook.md": (_numbered("# Employee Handbook", WORK, "## {n}. {t}"), "handbook"),
    "policies.txt": (_numbered("BOARD POLICY MANUAL", f"{WORK} The Board shall review it."), "board policy"),
    "bylaws.txt": (_numbered("BYLAWS OF THE ASSOCIATION", WORK, "ARTICLE {n} - {t}"), "bylaws"),
    "minutes.txt": (_numbered("MINUTES OF THE REGULAR MEETING", f"{WORK} It was moved and seconded."), "minutes"),
    "statute.txt": (
        _numbered("Of data", "The controller shall show that data are kept lawfully in a state.", "Article {n}\n{t}"),
        "hardly speaks of employees",
    ),
    "lease.txt": (
        _numbered("LEASE AGREEMENT", "The tenant shall pay the landlord rent on the first day.", "ARTICLE {n} - {t}"),
        "hardly speaks of employees",
    ),
    "novel.txt": (
        _numbered("A NOVEL", "It was late, and the lady who had come from the north said nothing.", "CHAPTER {n}"),
        "hardly speaks of employees",
    ),
    "rules.txt": (_numbered("LAKE SCHOOLS", "Employees shall follow the rule. Staff must sign each page."), "No line"),
    "guide.md": (
        _numbered("# How locals bargain", "Most unions start here. Teachers must ask their local.", "## {n}. {t}"),
        "No line",
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_no_articles_and_the_reason(tmp_path: Path, name: str) -> None:
    text, why = PAPERS[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(NoArticles) as raised:
        read_contract(tmp_path / name)
    assert why in str(raised.value.args)


def test_a_contract_may_speak_of_handbooks_and_minutes(tmp_path: Path) -> None:
    text = "AGREEMENT\n\n" + _numbered(
        "Handbook of the agreement", f"{WORK} The parties agree to it.", "ARTICLE {n} {t}"
    )
    (tmp_path / "contract.txt").write_text(text, encoding="utf-8")
    assert len(read_contract(tmp_path / "contract.txt").contract.articles) == len(TOPICS)
