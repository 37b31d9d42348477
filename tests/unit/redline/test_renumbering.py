"""What stands under another number now is told in words, and only what is really the same is called unchanged."""

from __future__ import annotations

from tablebook.domain.text import Block, heading, paragraph
from tablebook.redline.compare import compare
from tablebook.redline.renumbering import renumbered

CLASSES = "Classes in the primary grades have no more than twenty-four students."
RELIEF = "The District gives relief within ten working days of the count."
REPORTS = "A report of all class sizes goes to the Association every month."
NEW = "Specialists serve no more than four schools in any one week."
ITEMS = [paragraph("an aide for half a day", "a.", level=1), paragraph("a stipend of thirty dollars", "b.", level=1)]


def section(number: str, title: str, *blocks: Block) -> list[Block]:
    return [heading(title, number, section=number, level=2), *blocks]


def article(label: str, *sections: list[Block]) -> list[Block]:
    return [heading("CLASS SIZE", label), *(block for each in sections for block in each)]


OLD = article(
    "ARTICLE 7",
    section("7.3", "Limits", paragraph(CLASSES)),
    section("7.4", "Relief", paragraph(RELIEF), *ITEMS),
    section("7.5", "Reports", paragraph(REPORTS)),
)


def said(old: list[Block], new: list[Block]) -> list[str]:
    return [one.said for one in renumbered(compare(old, new))]


def test_a_section_put_in_moves_the_numbers_after_it() -> None:
    new = article(
        "ARTICLE 7",
        OLD[1:3],
        section("7.4", "Specialists", paragraph(NEW)),
        section("7.5", "Relief", paragraph(RELIEF), *ITEMS),
        section("7.6", "Reports", paragraph(REPORTS.replace("month", "quarter"))),
    )
    assert said(OLD, new) == ["7.4 is now 7.5, words unchanged", "7.5 is now 7.6"]
    kinds = [(change.kind, change.old, change.new) for change in compare(OLD, new).changes]
    assert kinds == [("insert", "", "Specialists"), ("insert", "", NEW), ("replace", "month", "quarter")]


def test_a_word_changed_in_a_list_under_it_counts() -> None:
    new = article("ARTICLE 8", OLD[1:3], [*OLD[3:5], ITEMS[0], paragraph("a stipend of forty dollars", "b.")], OLD[7:])
    assert said(OLD, new) == ["ARTICLE 7 is now ARTICLE 8"]
    assert said(OLD, [heading("CLASS SIZE", "ARTICLE 8"), *OLD[1:]]) == ["ARTICLE 7 is now ARTICLE 8, words unchanged"]


def test_labels_that_do_not_say_their_article_are_told_with_it() -> None:
    old = article("ARTICLE 7 —", section("Section 3.", "Relief", paragraph(RELIEF), *ITEMS))
    new = article("ARTICLE 7 —", section("Section 4.", "Relief", paragraph(RELIEF), paragraph(NEW, "a."), *ITEMS))
    assert said(old, new) == ["in ARTICLE 7: Section 3 is now Section 4"]
    lettered = article("ARTICLE 7 —", [*old[1:3], *(paragraph(each.text, f"({each.label[0]})") for each in ITEMS)])
    assert said(old, lettered) == [
        "in ARTICLE 7, Section 3: a is now (a), words unchanged",
        "in ARTICLE 7, Section 3: b is now (b), words unchanged",
    ]


def test_what_moved_under_another_number() -> None:
    new = article("ARTICLE 7", section("7.3", "Reports", paragraph(REPORTS)), [*OLD[1:3]], OLD[3:7])
    told = said(OLD, new)
    assert "7.5 is now 7.3, moved, words unchanged" in told
    moves = [change for change in compare(OLD, new).changes if change.kind == "move"]
    assert [(change.old, change.new, change.old_block, change.new_block, change.edits) for change in moves] == [
        ("Reports", "Reports", 7, 1, ()),
        (REPORTS, REPORTS, 8, 2, ()),
    ]


def test_the_words_that_changed_in_what_moved_are_told() -> None:
    new = [
        *OLD[:3],
        *OLD[7:],
        heading("Relief", "7.4", section="7.4", level=2),
        paragraph(RELIEF.replace("ten", "five")),
    ]
    [move] = [change for change in compare(OLD, new).changes if change.kind == "move" and change.edits]
    assert (move.new, move.edits) == (RELIEF.replace("ten", "five"), (("ten", "five"),))


def test_a_number_that_stands_among_the_words_is_no_change() -> None:
    apart, among = [paragraph(RELIEF, "25-26")], [paragraph(f"25–26 {RELIEF}")]
    for old, new in ((apart, among), (among, apart)):
        assert said(old, new) == []
        assert compare(old, new).changes == ()
    changed = [paragraph(f"25-26 {RELIEF.replace('ten', 'five')}")]
    assert [change.new for change in compare(apart, changed).changes][-1] == "five"


def test_a_number_that_came_or_went() -> None:
    assert said([paragraph(RELIEF, "1.")], [paragraph(RELIEF)]) == ["1 has no number now, words unchanged"]
    assert said([paragraph(RELIEF)], [paragraph(RELIEF, "1.")]) == ["1 had no number before, words unchanged"]
