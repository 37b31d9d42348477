"""Legends in the many wordings that papers have, and lines that only look like one."""

from __future__ import annotations

import pytest

from tablebook.documents.marked.legend import Rule, read_legend
from tablebook.documents.marked.paper import Look, SeenBlock, SeenPaper, SeenRun
from tablebook.redline.marks import Mark

STRUCK, UNDER, TWICE = {"strike": "single"}, {"underline": "single"}, {"underline": "double"}
BOLD, ITALIC = {"bold": True}, {"italic": True}
OLD, NEW, SAME = Mark.DELETED, Mark.INSERTED, Mark.SAME
TEXT = SeenBlock((SeenRun("The District shall give each educator a plan of the year before the first day of school."),))


def colour(name: str) -> dict[str, object]:
    return {"colour": name}


def lit(name: str) -> dict[str, object]:
    return {"highlight": name}


WORDED = [
    ("Deletions are struck through, additions are underlined", [(STRUCK, OLD), (UNDER, NEW)]),
    ("Struck words are deleted. Underlined words are added.", [(STRUCK, OLD), (UNDER, NEW)]),
    ("New language in bold", [(BOLD, NEW)]),
    ("Language in red strikethrough is proposed to be removed.", [(STRUCK | colour("red"), OLD)]),
    ("Struck text is proposed for deletion; bold text is proposed.", [(STRUCK, OLD), (BOLD, NEW)]),
    ("Red = language the parties are prepared to agree on", [(colour("red"), SAME)]),
    ("Strikeouts show pre-existing language that is eliminated or moved", [(STRUCK, OLD)]),
    ("Green text for clarifying comments, which are not incorporated", [(colour("green"), SAME)]),
    ("strikeout = deleted", [(STRUCK, OLD)]),
    ("additions in bold and underlined", [(BOLD | UNDER, NEW)]),
    ("[brackets] = deleted; CAPS = new", [({"sign": "[]"}, OLD), ({"sign": "caps"}, NEW)]),
    ("Key: strikethrough/underline = deletions/additions", [(STRUCK, OLD), (UNDER, NEW)]),
    ("Deletions and additions are shown in strikethrough and underline, respectively.", [(STRUCK, OLD), (UNDER, NEW)]),
    ("Deleted language appears in red strikethrough; new language appears in blue bold.",
     [(STRUCK | colour("red"), OLD), (BOLD | colour("blue"), NEW)]),
    ("Proposed additions are in bold underline and proposed deletions are in strikethrough.",
     [(BOLD | UNDER, NEW), (STRUCK, OLD)]),
    ("(Bold and underline: new; strike: deleted)", [(BOLD | UNDER, NEW), (STRUCK, OLD)]),
    ("Yellow highlight: changes since last counter", [(lit("yellow"), NEW)]),
    ("Tentatively agreed language in green", [(colour("green"), SAME)]),
    ("Language to be added is underlined and language to be removed is crossed out.", [(UNDER, NEW), (STRUCK, OLD)]),
    ("All additions are underscored and deletions lined out.", [(UNDER, NEW), (STRUCK, OLD)]),
    ("Strike-through = language to be deleted; Bold/Italics = language to be added",
     [(STRUCK, OLD), (BOLD | ITALIC, NEW)]),
    ("Language in blue is new. Language in red with a line through it is deleted.",
     [(colour("blue"), NEW), (STRUCK | colour("red"), OLD)]),
    ("NOTE: Proposed additions are underlined; proposed deletions are crossed through.", [(UNDER, NEW), (STRUCK, OLD)]),
    ("Text with strikethrough is to be removed, while text in green is to be inserted",
     [(STRUCK, OLD), (colour("green"), NEW)]),
    ("Tentatively agreed language is highlighted in gray. New proposals are highlighted in yellow.",
     [(lit("gray"), SAME), (lit("yellow"), NEW)]),
    ("(Strikeouts are deletions; underlines are additions)", [(STRUCK, OLD), (UNDER, NEW)]),
    ("Redline: additions in blue double underline, deletions in red strikethrough",
     [(TWICE | colour("blue"), NEW), (STRUCK | colour("red"), OLD)]),
    ("Current contract language is in regular type; proposed language is in bold.", [(BOLD, NEW)]),
    ("Words in italics are explanatory and not part of the proposal", [(ITALIC, SAME)]),
    ("Deleted: strikethrough     Added: underline", [(STRUCK, OLD), (UNDER, NEW)]),
]  # fmt: skip


def rules(block: SeenBlock) -> list[tuple[dict[str, object], Mark]]:
    return [(rule.look, rule.meaning) for rule in read_legend(SeenPaper("x", (block, TEXT))).rules]


@pytest.mark.parametrize(("text", "found"), WORDED, ids=[text for text, _ in WORDED])
def test_a_legend_in_words(text: str, found: list[tuple[dict[str, object], Mark]]) -> None:
    assert rules(SeenBlock((SeenRun(text),))) == found


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Union proposals in blue, District in red", ["union", "employer"]),
        ("Red text: Union. Blue text: District.", ["union", "employer"]),
        ("With District edits in highlight", ["employer"]),
        (
            "Association additions are bold, Board additions underlined, deletions struck",
            ["union", "employer", ""],
        ),
    ],
)
def test_a_legend_may_name_the_sides(text: str, parties: list[str]) -> None:
    found = read_legend(SeenPaper("x", (SeenBlock((SeenRun(text),)), TEXT))).rules
    assert [rule.party for rule in found] == parties


S, U = Look(strike="single"), Look(underline="single")
BLUE, RED = Look(bold=True, colour="#1f4eb4"), Look(strike="single", colour="#c00000")
SHOWN = [
    ((("Key: ", Look()), ("new words", BLUE), (", ", Look()), ("words taken out", RED)),
     [(BOLD | colour("blue"), NEW), (STRUCK | colour("red"), OLD)]),
    ((("Additions are shown ", Look()), ("thus", U), ("; deletions ", Look()), ("thus", S)),
     [(UNDER, NEW), (STRUCK, OLD)]),
    ((("Underlined", U), (" = added, ", Look()), ("struck", S), (" = deleted", Look())), [(UNDER, NEW), (STRUCK, OLD)]),
    ((("Deleted language", S),), [(STRUCK, OLD)]),
    ((("Note: not all is shown. ", Look(italic=True)), ("Additions", Look(bold=True, italic=True)),
      (" and ", Look(italic=True)), ("deletions", Look(strike="single", italic=True)), (" are.", Look(italic=True))),
     [(BOLD, NEW), (STRUCK, OLD)]),
]  # fmt: skip


@pytest.mark.parametrize(("runs", "found"), SHOWN)
def test_a_legend_printed_in_its_own_markings(
    runs: tuple[tuple[str, Look], ...], found: list[tuple[dict[str, object], Mark]]
) -> None:
    assert rules(SeenBlock(tuple(SeenRun(text, look) for text, look in runs))) == found


@pytest.mark.parametrize(
    "runs",
    [
        (("Answers Union U-2. Changes are tracked against the 2024–27 agreement.", Look()),),
        (("The District may add to, change or withdraw this package until it is accepted.", Look()),),
        (("The employee shall underline new words in red.", Look()),),
        (("District Counter 2", Look(bold=True)),),
        (("12.3 New Teachers. ", Look(bold=True)), ("They meet.", Look())),
        (("Additional Compensation", Look(bold=True, underline="single")),),
        (("NEW LANGUAGE", Look(bold=True)),),
        (("New Employees", U), (" are added", Look())),
        (("2.1 ", Look()), ("District", Look(bold=True)), (" means the Lakeview School District.", Look())),
    ],
)
def test_what_is_no_legend(runs: tuple[tuple[str, Look], ...]) -> None:
    assert rules(SeenBlock(tuple(SeenRun(text, look) for text, look in runs))) == []


def test_a_legend_in_the_pages_head_counts_and_one_far_down_does_not() -> None:
    line = "Deletions are struck"
    assert read_legend(SeenPaper("x", (TEXT,), page_heads=(line,))).rules == (Rule(STRUCK, OLD),)
    middle = (*[TEXT] * 30, SeenBlock((SeenRun(line),)), *[TEXT] * 30)
    assert read_legend(SeenPaper("x", middle)).rules == ()
    assert read_legend(SeenPaper("x", (*[TEXT] * 30, SeenBlock((SeenRun(line),))))).blocks == frozenset({30})
