"""What a paper says of sections that it does not change: their words stay, and the remark is no contract language."""

from __future__ import annotations

import pytest

from tablebook.domain.text import heading
from tablebook.errors import UserError
from tablebook.jobs.findings.paper_parts import paper_parts
from tablebook.jobs.targets import find_target
from tests.unit.jobs.leaves import OPENING, SICK, THREE, changed, leaves, read, result

TEN, TWELVE = "Each teacher earns ten (10) days of sick leave a year.", SICK.splitlines()[1]


@pytest.mark.parametrize(
    "line",
    [
        "4.3 Bereavement Leave - CCL",
        "4.3 Bereavement Leave – no change",
        "4.3 Bereavement Leave – current language",
        "4.3 Bereavement Leave - Status Quo",
        "4.3 Bereavement Leave – previously agreed",
        "4.3 Bereavement Leave – TA 2/10/26",
        "4.3 Bereavement Leave …",
        "4.3 Bereavement Leave: No change",
        "4.3 Bereavement Leave [CCL]",
        "4.3 Bereavement Leave",
        "4.2 Personal Leave\n4.3 Bereavement Leave\n4.4 Study Leave",
        "4.2 - 4.5 No change",
        "4.2 through 4.5 No change",
        "4.3 – 4.5 Current Contract Language",
        "4.2, 4.3, 4.4, and 4.5 - Current contract language",
        "Sections 4.2-4.5: no change",
        "Sections 2 through 5 – CCL",
        "§§ 4.2 – 4.5: unchanged",
        "[Sections 4.2 through 4.5 omitted]",
    ],
)
def test_what_only_stays_keeps_its_words(line: str) -> None:
    state = leaves()
    paper = read(state, f"ARTICLE 4 - Leaves\n{SICK}\n{line}")
    assert changed(state, paper) == ([TEN], [TWELVE])
    assert paper.remarks or paper.said, "it is said aloud"


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("letter", "Sections C through E – CCL"),
        ("letter", "C - E: No change"),
        ("letter", "C. Bereavement Leave – no change\nD. Study Leave"),
        ("number", "3. Bereavement Leave – no change\n4 - 5 No change"),
        ("worded", "Section 3. Bereavement Leave – no change\nSections 4 and 5 - CCL"),
    ],
)
def test_the_same_where_sections_have_bare_numbers(style: str, line: str) -> None:
    state = leaves(style)
    number = {"letter": "B.", "number": "2.", "worded": "Section 2."}[style]
    paper = read(state, f"ARTICLE 4 - Leaves\n{number} Personal Leave\n{THREE}\n{line}")
    assert changed(state, paper) == (["Each teacher has two (2) days of personal leave a year."], [THREE])


def test_current_language_of_several_sections_is_offered_for_each() -> None:
    paper = read(leaves(), f"{SICK}\n4.3 – 4.5 CCL")
    assert [part.place for part in paper.parts] == ["4.1", "4.3", "4.4", "4.5"]


def test_a_title_over_struck_words_strikes_them() -> None:
    old = "ARTICLE 4 - Leaves\n4.5 Jury Duty\nA teacher called to jury duty suffers no loss of pay."
    state = leaves()
    paper = read(state, "ARTICLE 4 - Leaves\n4.5 Jury Duty", old)
    assert changed(state, paper) == (["A teacher called to jury duty suffers no loss of pay."], [])


def test_a_new_title_without_a_text_keeps_the_words() -> None:
    state = leaves()
    paper = read(state, f"{SICK}\n4.5 Court Duty")
    assert result(state, paper)[-2:] == ["4.5 Court Duty", "A teacher called to jury duty suffers no loss of pay."]
    assert any("4.5 has a new title" in one for one in paper.said)


@pytest.mark.parametrize("style", ["dot", "letter"])
def test_a_title_with_deleted_behind_it_is_struck(style: str) -> None:
    number, label = {"dot": ("4.3", "4.3"), "letter": ("C", "C.")}[style]
    state = leaves(style)
    line = heading("Bereavement Leave – Deleted", label, section=number, level=2)
    paper = paper_parts(state, find_target(state, "4"), (line,))
    assert [(part.place, part.deleted) for part in paper.parts] == [(number, True)]


def test_a_paper_that_says_only_that_all_stays_changes_nothing() -> None:
    with pytest.raises(UserError, match="changes nothing"):
        read(leaves(), "ARTICLE 4 - Leaves\n4.1 - 4.5 No change")


def test_an_opening_changes_beside_sections_that_stay() -> None:
    state = leaves()
    new = "Leave is granted as the law provides."
    assert changed(state, read(state, f"{new}\n4.3 Bereavement Leave - No change")) == ([OPENING], [new])


def test_a_title_with_words_that_nobody_understands_is_said() -> None:
    state = leaves()
    paper = read(state, f"{SICK}\n4.4 Study Leave, with pay")
    assert changed(state, paper) == ([TEN], [TWELVE])
    assert any("Section 4.4 stays as it is" in one for one in paper.said)


@pytest.mark.parametrize(
    "line",
    [
        "[Paragraph 2: no change]",
        "Paragraph 2 unchanged.",
        "[remaining paragraphs unchanged]",
        "(Paragraph 2 omitted)",
        "No change to the rest.",
        "[same]",
    ],
)
def test_a_part_of_a_section_that_stays_is_not_lost(line: str) -> None:
    state = leaves()
    paper = read(state, f"4.1 Sick Leave\n{TWELVE}\n{line}")
    assert changed(state, paper) == ([TEN], [TWELVE])
    assert line in paper.remarks


def test_words_of_what_stays_inside_a_sentence_are_language() -> None:
    state = leaves()
    paper = read(state, f"4.2 Personal Leave\n{THREE}\nSteps of the salary schedule are omitted from this count.")
    assert "Steps of the salary schedule are omitted from this count." in result(state, paper)
