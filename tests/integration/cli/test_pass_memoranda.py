"""``tablebook pass`` of a memorandum whose clauses change the contract: only the language behind them is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.domain.language import place_blocks
from tablebook.domain.text import Block, same_words
from tests.integration.cli.conftest import Books, Cli, Writer, negotiation, passed
from tests.unit.domain.table_talk import as_passed


def words(blocks: tuple[Block, ...]) -> str:
    return same_words(" ".join(block.printed for block in blocks))


@pytest.fixture
def memo(root: Path) -> Path:
    return root / "tests" / "data" / "or-lane-paa" / "mou-paa-25-02.txt"


@pytest.mark.parametrize("item", ["4.1", "4", "Article 4, Section 1"])
def test_a_real_one_changes_one_point_of_one_section(new_book: Books, cli: Cli, memo: Path, item: str) -> None:
    book = new_book("lane")
    before = words(place_blocks(negotiation(book), "4", "1"))
    state, one = passed(cli, book, item, memo)
    assert one.places == ("1",)
    text = words(one.body.parts[0].blocks)
    new = text[text.index("iv. For all new hires") : text.index("c. The Plus Plan.")]
    assert text.replace(new, "") == before
    assert "HSA/HRA-VEBA upon eligibility in their first year" in new
    assert "MOU" not in text
    assert words(as_passed(state, one)).count("The Plus Plan.") == 1


def test_what_was_read_is_said(new_book: Books, cli: Cli, memo: Path) -> None:
    said = cli("pass", new_book("lane"), "--all", "--from", "employer", "--file", memo)
    assert said.code == 0
    assert (
        "Read as new words of points of Article 4, Section 1; its other words stay. See that they should." in said.err
    )
    assert "Not taken into the text: “5/18/2026 MOU PAA-25-02" in said.err


CLAUSES = """MEMORANDUM OF UNDERSTANDING

The parties agree:

1. Section 12.2 of the Agreement shall be amended to read as follows:

“Relief When a Limit Is Exceeded

When a class is too large, the educator is given an aide.”

2. Section 12.3 is deleted in its entirety.

3. Article 13 is amended by adding a new Section 13.9 to read as follows:

13.9 Rooms

Each educator has a room.

4. The parties meet again in May.

For the District: ____________ For the Association: ____________
"""


def test_several_clauses_on_several_articles(lakeview: Path, cli: Cli, paper: Writer) -> None:
    said = cli("pass", lakeview, "--all", "--from", "employer", "--file", paper(CLAUSES))
    assert said.code == 0, said.err
    state = negotiation(lakeview)
    (class_size,), (rooms,) = state.passes_on("12"), state.passes_on("13")
    changed, struck = class_size.body.parts
    head = place_blocks(state, "12", "12.2")[0]
    assert (changed.place, words(changed.blocks[1:])) == (
        "12.2",
        "When a class is too large, the educator is given an aide.",
    )
    assert changed.blocks[0] == head
    assert (struck.place, struck.deleted) == ("12.3", True)
    assert [(part.place, part.new, words(part.blocks)) for part in rooms.body.parts] == [
        ("13.9", True, "13.9 Rooms Each educator has a room.")
    ]
    assert not any("meet again" in words(as_passed(state, one)) for one in state.passes.values())


LETTERED = """MEMORANDUM OF UNDERSTANDING

The parties agree:

1. Section 12.1(b) shall be amended to read:

(b) Grades 1 through 3: nineteen (19)

2. Section 12.1(c) of the Agreement is deleted.

3. Section 12.9 of the Agreement is deleted.

4. The parties meet again in May.
"""


def test_two_clauses_on_one_section_are_both_carried_out(lakeview: Path, cli: Cli, paper: Writer) -> None:
    labels = [block.label for block in place_blocks(negotiation(lakeview), "12", "12.1") if block.label]
    said = cli("pass", lakeview, "--article", "12", "--from", "employer", "--file", paper(LETTERED))
    assert said.code == 0, said.err
    (one,) = negotiation(lakeview).passes_on("12")
    ((place, blocks),) = [(part.place, part.blocks) for part in one.body.parts]
    assert place == "12.1"
    assert "Grades 1 through 3: nineteen (19)" in words(blocks)
    assert [block.label for block in blocks if block.label] == [label for label in labels if label != "c."]
    assert (
        "Read as the end of Article 12, Section 12.1(c) (“2. Section 12.1(c) of the Agreement is deleted.”)" in said.err
    )
    assert "Section 12.9 is struck by the paper and is not in the contract. Nothing was read for it." in said.err


def test_a_section_that_the_memorandum_does_not_change_is_refused(lakeview: Path, cli: Cli, paper: Writer) -> None:
    said = cli("pass", lakeview, "--article", "12.1", "--from", "employer", "--file", paper(CLAUSES))
    assert said.is_refusal()
    assert "The paper changes Article 12, Sections 12.2 and 12.3. It says nothing of Section 12.1." in said.err
    assert negotiation(lakeview).passes == {}


HOLIDAYS = """Memorandum of Understanding
Recognition of Paid Juneteenth Holiday

The District and the Association agree to the following modification of Article 12 of the Agreement:

ARTICLE 12 - CLASS SIZE, Section 12.2 will be amended as follows (amendment in bold italics):

When a class is too large, the educator is given an aide, also on Juneteenth.

Any dispute concerning this agreement will be resolved under the terms of Article 7, Grievance Procedure.

Except as specifically modified by this MOU, all terms and conditions of the Agreement remain in force.

Agreed to on this 14th day of April.
"""


def test_the_closing_words_of_a_memorandum_are_not_the_contract_s(lakeview: Path, cli: Cli, paper: Writer) -> None:
    _, one = passed(cli, lakeview, "12", paper(HOLIDAYS))
    assert one.places == ("12.2",)
    assert words(one.body.parts[0].blocks[1:]) == (
        "When a class is too large, the educator is given an aide, also on Juneteenth."
    )


KEPT = (
    "The last sentence of Section 12.1 is deleted.",
    "The cap on classes in Section 12.2 will be removed.",
    "Nothing in Section 12.3 shall be deleted.",
    "The position of nurse under Article 12 will be eliminated.",
    "All references to Article 13 in Article 12 are deleted.",
    "Educators covered by Section 12.2 who do not ask shall be removed from the list.",
    "The first sentence of Section 12.1 is amended to read as follows:",
    "Section 12.1 is amended by replacing the words “ten” with the following:",
)


@pytest.mark.parametrize("clause", KEPT)
def test_a_sentence_about_words_inside_a_place_strikes_nothing(
    lakeview: Path, cli: Cli, paper: Writer, clause: str
) -> None:
    text = f"MEMORANDUM OF UNDERSTANDING\n\n1. Section 12.5 shall be amended to read:\n\nNew words.\n\n2. {clause}\n"
    said = cli("pass", lakeview, "--article", "12", "--from", "employer", "--file", paper(text))
    assert said.code == 0, said.err
    (one,) = negotiation(lakeview).passes_on("12")
    assert [(part.place, part.deleted) for part in one.body.parts] == [("12.5", False)]
    assert words(one.body.parts[0].blocks[1:]) == "New words."
    assert clause[:40] in said.err


def test_only_such_a_sentence_is_refused_in_words(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = f"MEMORANDUM OF UNDERSTANDING\n\n1. {KEPT[0]}\n"
    said = cli("pass", lakeview, "--article", "12", "--from", "employer", "--file", paper(text))
    assert said.is_refusal()
    assert "The last sentence of Section 12.1 is deleted." in said.err


@pytest.mark.parametrize(
    ("clause", "gone"),
    [
        ("Section 12.3 is deleted.", ["12.3"]),
        ("Sections 12.2 and 12.3 of the Agreement are deleted in their entirety.", ["12.2", "12.3"]),
        ("Effective July 1, 2027, Section 12.4 shall be deleted.", ["12.4"]),
    ],
)
def test_each_section_that_is_the_subject_goes(
    lakeview: Path, cli: Cli, paper: Writer, clause: str, gone: list[str]
) -> None:
    text = f"MEMORANDUM OF UNDERSTANDING\n\nThe parties agree:\n\n1. {clause}\n"
    _, one = passed(cli, lakeview, "12", paper(text))
    assert [(part.place, part.deleted) for part in one.body.parts] == [(place, True) for place in gone]


def test_a_list_in_the_new_words_is_no_list_of_sections(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = (
        "MEMORANDUM OF UNDERSTANDING\n\nA. Section 12.3 will be modified as follows:\n\nThese days and no others:\n\n"
        "1. New Year's Day\n\n2. Labor Day\n\n3. Thanksgiving Day\n"
    )
    _, one = passed(cli, lakeview, "12", paper(text))
    assert one.places == ("12.3",)
    assert words(one.body.parts[0].blocks[1:]) == (
        "These days and no others: 1. New Year's Day 2. Labor Day 3. Thanksgiving Day"
    )


@pytest.mark.parametrize("end", ["The parties further agree to meet in June.", "Jane Roe, President      Date"])
def test_what_closes_the_paper_is_not_language(lakeview: Path, cli: Cli, paper: Writer, end: str) -> None:
    text = f"MEMORANDUM OF UNDERSTANDING\n\nSection 12.3 shall read as follows:\n\nNew words.\n\n{end}\n"
    _, one = passed(cli, lakeview, "12", paper(text))
    assert words(one.body.parts[0].blocks[1:]) == "New words."


def test_an_appendix_that_would_lose_the_rest_is_said(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = "MEMORANDUM OF UNDERSTANDING\n\nAppendix B will be amended as follows:\n\nCoaches are paid in May.\n"
    said = cli("pass", lakeview, "--article", "Appendix B", "--from", "employer", "--file", paper(text))
    assert "Read as the whole of Appendix B: what the paper does not show is struck. See that it should be." in said.err


def test_a_memorandum_of_its_own_stays_whole(lakeview: Path, cli: Cli, paper: Writer) -> None:
    """Passed as a memorandum, with all its clauses."""
    _, one = passed(cli, lakeview, "MOU Rooms", paper(CLAUSES))
    text = words(one.body.parts[0].blocks)
    assert "Section 12.3 is deleted in its entirety." in text
    assert "The parties meet again in May." in text
