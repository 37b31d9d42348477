"""The words of an initialled list are changed where they stand by themselves, and nowhere else."""

from __future__ import annotations

import pytest

from tablebook.domain.codes import Conforming
from tablebook.domain.conforming import conformed
from tablebook.domain.ratifying import ConformingChange
from tablebook.domain.text import heading, paragraph, table


@pytest.mark.parametrize(
    ("old", "new", "text", "becomes"),
    [
        ("7.4", "7.5", "See 7.4, not 17.4, 7.45 or 7.4.1.", "See 7.5, not 17.4, 7.45 or 7.4.1."),
        ("§ 7.1", "§ 7.2", "See § 7.1 and § 7.10.", "See § 7.2 and § 7.10."),
        ("(a)", "(b)", "See 7.4(a)(1) and (a).", "See 7.4(b)(1) and (b)."),
        ("Section 7.4(b)", "Section 7.4(c)", "See Section 7.4(b)(2).", "See Section 7.4(c)(2)."),
    ],
)
def test_words_that_stand_by_themselves(old: str, new: str, text: str, becomes: str) -> None:
    change = ConformingChange("7", old, new, Conforming.REFERENCE)
    _, (block,), (done,) = conformed("", (paragraph(text),), [("List", change)])
    assert block.text == becomes
    assert done.times > 0


def test_changes_of_one_list_do_not_run_into_each_other() -> None:
    changes = [("List", ConformingChange("7", f"7.{n}", f"7.{n + 1}", Conforming.REFERENCE)) for n in (4, 5, 6)]
    _, (block,), done = conformed("", (paragraph("See 7.4, 7.5 and 7.6."),), changes)
    assert block.text == "See 7.5, 7.6 and 7.7."
    assert [one.times for one in done] == [1, 1, 1]


def test_sections_counted_on_by_a_list_keep_their_words() -> None:
    blocks = tuple(heading(f"Title {n}", f"7.{n}", section=f"7.{n}", level=2) for n in (4, 5))
    changes = [("List", ConformingChange("7", f"7.{n}", f"7.{n + 1}", Conforming.RENUMBERING)) for n in (4, 5)]
    words = ("List", ConformingChange("7", "Title", "Head", place="7.5"))
    _, made, done = conformed("", blocks, [*changes, words])
    assert [(one.label, one.section, one.text) for one in made] == [("7.5", "7.5", "Title 4"), ("7.6", "7.6", "Head 5")]
    assert [one.times for one in done] == [1, 1, 1]


def test_a_later_list_is_of_the_words_as_the_earlier_left_them() -> None:
    first, second = (ConformingChange("7", f"7.{n}", f"7.{n + 1}", Conforming.REFERENCE) for n in (4, 5))
    _, (block,), _ = conformed("", (paragraph("See 7.4."),), [("List", first), ("List 2", second)])
    assert block.text == "See 7.6."


def test_cells_are_changed_too() -> None:
    changes = [("List", ConformingChange("7", str(n), str(n + 1))) for n in (1, 2)]
    _, (block,), _ = conformed("", (table([["1", "2"], ["x", "1"]]),), changes)
    assert block.rows == (("2", "3"), ("x", "2"))


def test_a_change_that_names_no_section_is_made_in_the_title_too() -> None:
    whole = ConformingChange("Appendix A", "2026–27", "2027–30", Conforming.TYPOGRAPHY)
    inside = ConformingChange("Appendix A", "Salary", "Pay", Conforming.TYPOGRAPHY, "A.1")
    title, _, done = conformed("Salary Schedule, 2026–27", (), [("List", whole), ("List", inside)])
    assert title == "Salary Schedule, 2027–30"
    assert [one.times for one in done] == [1, 0]
