"""Papers that show the article's heading and little more: struck sections alone, or a new title."""

from __future__ import annotations

import pytest

from tablebook.errors import UserError
from tests.unit.jobs.leaves import OPENING, SECTIONS, THREE, changed, leaves, read, result

JURY = "4.5 Jury Duty\nA teacher called to jury duty suffers no loss of pay."
HEAD = "ARTICLE 4 - Leaves"
ALL = "\n".join("\n".join((f"4.{at} {title}", *texts)) for at, (title, *texts) in enumerate(SECTIONS, 1))


@pytest.mark.parametrize("above", ["", f"\n{OPENING}", "\nTentative Agreement"])
def test_a_paper_with_only_a_struck_section_strikes_it(above: str) -> None:
    state = leaves()
    paper = read(state, f"{HEAD}{above}", f"{HEAD}{above}\n{JURY}")
    assert [(part.place, part.deleted) for part in paper.parts] == [("4.5", True)]


def test_all_struck_below_the_heading_strikes_the_article() -> None:
    paper = read(leaves(), HEAD, f"{HEAD}\n{OPENING}\n{ALL}")
    assert [(part.place, part.deleted) for part in paper.parts] == [("", True)]


def test_a_struck_section_goes_also_where_the_opening_changes() -> None:
    state = leaves()
    new = OPENING.replace("this article", "the law")
    paper = read(state, f"{HEAD}\n{new}", f"{HEAD}\n{OPENING}\n{JURY}")
    assert changed(state, paper) == ([OPENING, *JURY.splitlines()], [new])


def test_struck_words_that_stand_nowhere_are_refused() -> None:
    with pytest.raises(UserError, match="strikes a part"):
        read(leaves(), HEAD, f"{HEAD}\nLeave is granted.")


@pytest.mark.parametrize("old", [None, f"{HEAD}\n4.2 Personal Leave\n{THREE}"])
def test_a_new_title_is_carried_with_the_sections(old: str | None) -> None:
    state = leaves()
    paper = read(state, f"ARTICLE 4 - Absences\n4.2 Personal Leave\n{THREE}", old)
    now = result(state, paper)
    assert now[:2] == ["ARTICLE 4 - Absences", OPENING]
    assert THREE in now
    assert len(now) == 2 + sum(map(len, SECTIONS))
    assert not paper.left_out
    assert any("retitled" in one for one in paper.said)


def test_a_new_title_alone_keeps_all_sections_but_the_struck_one() -> None:
    state = leaves()
    assert len(result(state, read(state, "ARTICLE 4 - Absences"))) == 2 + sum(map(len, SECTIONS))
    paper = read(state, "ARTICLE 4 - Absences", f"{HEAD}\n{JURY}")
    assert changed(state, paper) == (JURY.splitlines(), ["ARTICLE 4 - Absences"])


@pytest.mark.parametrize("title", ["Leave", "Leaves of Absence", "Union Proposal 2", "No change"])
def test_a_title_that_is_only_written_otherwise_is_no_new_one(title: str) -> None:
    paper = read(leaves(), f"ARTICLE 4 - {title}\n4.2 Personal Leave\n{THREE}")
    assert [part.place for part in paper.parts] == ["4.2"]


def test_a_heading_alone_does_not_empty_the_article() -> None:
    with pytest.raises(UserError, match="empty"):
        read(leaves(), "ARTICLE 4 - Leave")
