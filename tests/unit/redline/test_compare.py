"""Two texts compared: the cases that go wrong elsewhere, each as a reviewed picture in plain text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tablebook.domain.text import Block, BlockKind, Run, heading, paragraph, table
from tablebook.redline.compare import compare
from tablebook.redline.marks import Author, Mark
from tablebook.redline.readings import accepted, rejected
from tests.unit.redline.plain import check, listed, plain, words

POST = paragraph(
    "The District shall post all vacancies for ten working days before filling them.", "7.3", section="7.3"
)
APPLY = paragraph("A member may apply for any vacancy in writing.", "7.4", section="7.4")
MOVE = paragraph("Transfers shall be made by seniority within the unit.", "7.5", section="7.5")
NEW = paragraph("No vacancy shall be filled by a substitute for more than thirty days.", "7.4", section="7.4")
ONE, TWO, THREE = (
    "Each educator shall have one class period a day for preparation.",
    "The principal shall not assign other duties in that time.",
    "An educator who loses the period shall be paid at the hourly rate.",
)
SCHEDULE = [["Step", "BA", "MA"], ["1", "50,000", "55,000"], ["2", "51,000", "56,000"], ["3", "52,000", "57,000"]]


def _numbered(block: Block, number: str) -> Block:
    return paragraph(block.text, number, section=number)


def _table(*rows: Sequence[str]) -> list[Block]:
    return [table(rows)]


CASES: dict[str, tuple[Sequence[Block], Sequence[Block]]] = {
    "renumbered": ([POST, APPLY, MOVE], [POST, NEW, _numbered(APPLY, "7.5"), _numbered(MOVE, "7.6")]),
    "split": (
        [POST, paragraph(f"{ONE} {TWO} {THREE}"), MOVE],
        [POST, paragraph(ONE), paragraph(f"{TWO} {THREE}"), MOVE],
    ),
    "split-in-three-with-labels": (
        [paragraph(f"{ONE} {TWO} {THREE}")],
        [paragraph(ONE, "a."), paragraph(TWO, "b."), paragraph(THREE.replace("at the", "at twice the"), "c.")],
    ),
    "merged": (
        [paragraph(ONE, "a."), paragraph(TWO, "b."), MOVE],
        [paragraph(f"{ONE} {TWO.replace('assign other', 'assign any other')}", "a."), MOVE],
    ),
    "break-set-elsewhere": (
        [paragraph(f"{ONE} The principal shall not assign"), paragraph(f"other duties in that time. {THREE}")],
        [paragraph(ONE), paragraph(f"{TWO} {THREE}")],
    ),
    "rewritten-article": (
        [
            heading("Grievances", "5", section="5"),
            paragraph("A grievance is a claim that this Agreement was violated.", "5.1", section="5.1"),
            paragraph("It shall be filed within ten days.", "5.2", section="5.2"),
        ],
        [
            heading("Grievances and complaints", "5", section="5"),
            paragraph("Any member can bring a complaint about how the contract is applied.", "5.1", section="5.1"),
            paragraph("Arbitrators are chosen by striking names from a panel of seven.", "5.2", section="5.2"),
            paragraph("Costs are shared equally.", "5.3", section="5.3"),
        ],
    ),
    "rewritten-without-labels": (
        [paragraph(ONE), paragraph(TWO)],
        [paragraph("Costs of arbitration are shared equally.")],
    ),
    "moved-paragraph": ([POST, APPLY, MOVE], [APPLY, MOVE, POST]),
    "moved-and-edited": (
        [paragraph(ONE), POST, APPLY],
        [POST, APPLY, paragraph(ONE.replace("one class", "half a class"))],
    ),
    "moved-section": (
        [heading("Posting", "1", section="1"), POST, NEW, heading("Applying", "2", section="2"), APPLY],
        [heading("Applying", "1", section="1"), APPLY, heading("Posting", "2", section="2"), POST, NEW],
    ),
    "cells-changed-row-added": (
        _table(*SCHEDULE),
        _table(["Step", "BA", "MA"], ["1", "51,500", "55,000"], SCHEDULE[2], ["2A", "51,700", "56,700"], SCHEDULE[3]),
    ),
    "row-struck-all-raised": (
        _table(*SCHEDULE),
        _table(SCHEDULE[0], ["1", "51,500", "56,650"], ["3", "53,560", "58,710"]),
    ),
    "column-added": (
        _table(*SCHEDULE),
        _table(*([*row[:2], extra, row[2]] for row, extra in zip(SCHEDULE, ["BA+15", "52", "53", "54"], strict=True))),
    ),
    "column-struck": (_table(*SCHEDULE), _table(*([a, c] for a, _, c in SCHEDULE))),
    "ragged-table": (_table(*SCHEDULE), _table(["Step", "BA"], *SCHEDULE[1:], ["4"])),
    "table-replaced-by-words": ([POST, *_table(*SCHEDULE)], [POST, paragraph("Salaries are in Appendix A.")]),
    "labels-only": ([paragraph(ONE, "1."), paragraph(TWO, "2.")], [paragraph(ONE, "(A)"), paragraph(TWO, "(B)")]),
    "glued-islands": (
        [paragraph("The quick brown fox jumps over the lazy dog in the yard of the school today.")],
        [paragraph("The slow brown fox walks over the tired dog in the yard of the school today.")],
    ),
    "sentence-between": (
        [paragraph("Relief is due. The board decides. Costs are shared.")],
        [paragraph("Relief is due. The union is told. The board decides. Costs are shared.")],
    ),
    "unicode": (
        [paragraph("The “Union” shall\u00a0meet at the cafe\u0301 with 👩‍🏫 and sign each page of the schedule.")],
        [paragraph('The "Union" shall meet at the café with 👨‍🏫 and sign each page of the schedule.')],
    ),
    "right-to-left": (
        [paragraph("يجب على المنطقة أن تحافظ على عدد الطلاب")],
        [paragraph("يجب على المنطقة أن تبقي على عدد الطلاب")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str) -> None:
    old, new = CASES[name]
    redline = compare(old, new)
    assert [(block.label, block.text) for block in accepted(redline)] == [(block.label, block.text) for block in new]
    assert [(block.label, block.text) for block in rejected(redline)] == [(block.label, block.text) for block in old]
    check(name, plain(redline) + "\n" + listed(redline))


def test_nothing_to_compare() -> None:
    assert compare([], []).blocks == ()
    assert [change.kind for change in compare([], [POST]).changes] == ["insert"]
    assert [change.kind for change in compare([POST], []).changes] == ["delete"]


def test_the_author_signs_every_change() -> None:
    author = Author("employer", "E-3")
    block = compare([APPLY], [_numbered(paragraph("A member may ask for any vacancy."), "7.4")], author).blocks[0]
    assert {run.writer or run.striker for run in block.runs if run.mark is not Mark.SAME} == {author}
    assert not block.fresh
    assert not any(run.fresh for run in block.runs)


def test_fresh_marks_the_changes_as_made_since_the_last_pass() -> None:
    author = Author("employer", "E-3")
    redline = compare(
        [POST, APPLY], [POST, _numbered(paragraph("A member may ask for any vacancy."), "7.4")], author, fresh=True
    )
    assert [(block.fresh, block.margin_author) for block in redline.blocks] == [(False, None), (True, author)]
    assert all(run.fresh == (run.mark is not Mark.SAME) for block in redline.blocks for run in block.runs)


@pytest.mark.parametrize(
    ("old", "new"),
    [("the “Union”", 'the "Union"'), ("it’s due", "it's due"), ("ten\u00a0days", "ten days"), ("cafe\u0301", "café")],
)
def test_typography_counts_unless_put_aside(old: str, new: str) -> None:
    rest = " and all the other words of a clause"
    assert (
        any(block.changed for block in compare([paragraph(old + rest)], [paragraph(new + rest)]).blocks)
        or "\u00a0" in old
    )
    aside = compare([paragraph(old + rest)], [paragraph(new + rest)], ignore_typography=True)
    assert not aside.changes
    assert not any(block.changed for block in aside.blocks)
    assert words(aside.blocks[0].runs) == new + rest


def test_with_typography_aside_words_still_count() -> None:
    redline = compare(
        [paragraph("the “Union” may meet")], [paragraph('the "Union" shall meet')], ignore_typography=True
    )
    assert [(change.old, change.new) for change in redline.changes] == [("may", "shall")]


def test_white_space_alone_is_marked_but_is_no_change() -> None:
    redline = compare([paragraph("ten  days")], [paragraph("ten days")])
    assert redline.changes == ()
    assert rejected(redline)[0].text == "ten  days"
    assert accepted(redline)[0].text == "ten days"


def test_bold_and_italic_are_kept_and_are_no_change() -> None:
    old = Block(BlockKind.PARAGRAPH, "", (Run("Section 1.", bold=True), Run(" The board shall decide alone.")))
    new = Block(
        BlockKind.PARAGRAPH,
        "",
        (Run("Section 1.", bold=True), Run(" The board "), Run("may", italic=True), Run(" decide alone.")),
    )
    redline = compare([old], [new])
    assert [(change.old, change.new) for change in redline.changes] == [("shall", "may")]
    assert [(run.text.strip(), run.bold, run.italic) for run in accepted(redline)[0].runs] == [
        ("Section 1.", True, False), ("The board", False, False), ("may", False, True), ("decide alone.", False, False),
    ]  # fmt: skip
    assert not compare([old], [old.with_text(old.text)]).changes


def test_a_paragraph_of_thousands_of_words() -> None:
    old = [f"word{number}" for number in range(9000)]
    new = [*old[:4000], "inserted", *old[4000:8000], *old[8010:]]
    redline = compare([paragraph(" ".join(old))], [paragraph(" ".join(new))])
    assert [(change.kind, len((change.old + change.new).split())) for change in redline.changes] == [
        ("insert", 1),
        ("delete", 10),
    ]
