"""What markings made by hand mean: by the paper's legend, and by what stands beside what."""

from __future__ import annotations

import pytest

from tablebook.documents.marked.meaning import flipped, read_marked, read_with
from tablebook.documents.marked.paper import Look, ReadPaper, SeenBlock, SeenPaper, SeenRun
from tablebook.documents.word.marks import read_seen_docx
from tablebook.redline.marks import Mark
from tests.unit.documents import marked_by_hand as by_hand
from tests.unit.documents.word import BLUE, BOLD, RED, STRUCK, UNDER, p, r, row, table, word


def read(body: str, **parts: str) -> ReadPaper:
    return read_marked(read_seen_docx(word(body, **parts), "paper.docx"))


@pytest.mark.parametrize("style", by_hand.STYLES, ids=lambda style: style.name)
def test_both_texts_come_out_of_every_way_of_marking(style: by_hand.Style) -> None:
    paper = read(by_hand.paper(style))
    assert paper.accepted_text.split("\n") == by_hand.text(new=True, capitals=style.capitals)
    assert paper.rejected_text.split("\n") == by_hand.text(new=False)
    assert all((key.why == "legend") == bool(style.legend) for key in paper.keys if key.meaning is not Mark.SAME)


def meanings(*inner: str, above: str = "") -> dict[str, Mark]:
    """What each marking of a paragraph means."""
    return {key.name: key.meaning for key in read(above + p(*inner)).keys}


PROSE = "The District shall give each educator a plan of the year before the first day of school. "


def test_struck_insertions_are_in_neither_text() -> None:
    paper = read(p(PROSE, r("two", STRUCK), " ", r("three", UNDER), " ", r("four", UNDER + STRUCK), " days."))
    assert paper.accepted_text == f"{PROSE}three days."
    assert paper.rejected_text == f"{PROSE}two days."
    fates = [
        (run.text, run.writer is not None, run.striker is not None) for run in paper.blocks[0].runs if run.text.strip()
    ]
    assert ("four", True, True) in fates


def test_a_colour_that_insertions_and_strikes_share_is_no_insertion() -> None:
    paper = read(p(PROSE, r("two", STRUCK + RED), " ", r("three", UNDER + RED), r(" full", RED), " days."))
    assert (paper.accepted_text, paper.rejected_text) == (f"{PROSE}three full days.", f"{PROSE}two days.")


def test_the_other_sides_insertions_struck_in_another_colour() -> None:
    """Union's words are blue and underlined; the District strikes some of them and adds its own in red."""
    union, district = BLUE + UNDER, RED + UNDER
    paper = read(
        p(PROSE, r("one", STRUCK), " ", r("two weeks", union), " of leave, ", r("paid in advance", union + STRUCK),
          r("as it is earned", district), ".")
    )  # fmt: skip
    assert paper.accepted_text == f"{PROSE}two weeks of leave, as it is earned."
    assert paper.rejected_text == f"{PROSE}one of leave,."


@pytest.mark.parametrize(
    ("inner", "why"),
    [
        ((r("Definitions. ", BOLD), PROSE), "a lead"),
        ((PROSE, r("Principal", BOLD), " means the head of a building."), "a defined term"),
        ((PROSE, "It shall ", r("not", UNDER), " be late."), "a word of stress"),
        ((r(PROSE * 3, BLUE), "Then plain."), "the paper's own colour"),
        ((PROSE, r("ask the payroll office", '<w:highlight w:val="yellow"/>')), "a note"),
        ((PROSE, r("see page 4", '<w:color w:val="808080"/>')), "a grey remark"),
    ],
)
def test_what_looks_like_a_mark_and_is_none(inner: tuple[str, ...], why: str) -> None:
    assert set(meanings(*inner).values()) <= {Mark.SAME}, why


@pytest.mark.parametrize(
    ("inner", "name"),
    [
        ((PROSE, r("It shall be in the language of the family.", UNDER)), "underlined"),
        ((PROSE, r("It shall be in the language of the family.", RED)), "red"),
        ((PROSE, r("a", STRUCK), r("the", BOLD), " plan"), "bold"),
    ],
)
def test_what_is_an_insertion_without_a_legend(inner: tuple[str, ...], name: str) -> None:
    assert meanings(*inner)[name] is Mark.INSERTED


def test_a_paper_may_have_more_new_words_than_old_ones() -> None:
    new = r("The District shall send the plan to each educator in May, and again in June with what has changed.", BLUE)
    paper = read(
        p("The plan is sent ", r("once", STRUCK), " ", r("twice", BLUE), ".") + p(new) + p(new) + p("It is kept.")
    )
    assert paper.accepted_text.split("\n")[0] == "The plan is sent twice."
    assert paper.rejected_text == "The plan is sent once.\nIt is kept."


def test_a_paper_in_grey_ink() -> None:
    grey = '<w:color w:val="595959"/>'
    paper = read(p(r(PROSE, grey), r("old", STRUCK + grey), r(" ", grey), r("new", UNDER + grey), r(" end.", grey)))
    assert (paper.accepted_text, paper.rejected_text) == (f"{PROSE}new end.", f"{PROSE}old end.")


@pytest.mark.parametrize("new", [UNDER, RED, BOLD])
def test_a_pass_that_only_adds(new: str) -> None:
    paper = read(
        p("Union Proposal 2, March 4, 2026")
        + p("4.1 Leave is paid", r(" for two full days", new), ".")
        + p(r("For the Union: ____", BOLD))
    )
    assert paper.accepted_text == "4.1 Leave is paid for two full days."
    assert paper.rejected_text == "4.1 Leave is paid."


def test_headings_in_one_colour_and_table_heads_mark_nothing() -> None:
    body = "".join(p(r(f"9.{n} Leaves of kind {n}", BOLD + BLUE)) + p(PROSE) for n in range(1, 4))
    body += table(row(p(r("Step", BOLD)), p(r("Pay", BOLD))), row("1", "$40"))
    assert not read(body).marked


def test_a_new_heading_goes_with_its_new_text() -> None:
    body = p(r("9.1 Old leave", BOLD)) + p(PROSE, r("now", STRUCK), r("then", BOLD))
    body += p(r("9.2 New leave", BOLD)) + p(r("Each educator has a day for a holy day of the family.", BOLD))
    body += p(r("9.3 Notice", BOLD)) + p(PROSE)
    paper = read(body)
    assert "9.2 New leave" in paper.accepted_text
    assert "9.2 New leave" not in paper.rejected_text
    assert "9.1 Old leave" in paper.rejected_text
    assert "9.3 Notice" in paper.rejected_text


BLANKS = (
    ("six ten (6) (10) days",
     ("days: ", r("six", STRUCK), " ", r("ten", BOLD), " ", r("(6)", STRUCK), " ", r("(10)", BOLD), " days"),
     "days: ten (10) days", "days: six (6) days"),
    ("lost blank before", ("take", r(" six", STRUCK), r("ten", UNDER), " days"), "take ten days", "take six days"),
    ("lost blank behind", ("take ", r("six ", STRUCK), r("ten", UNDER), "days"), "take ten days", "take six days"),
    ("new words first", ("take ", r("ten", UNDER), r("six ", STRUCK), "days"), "take ten days", "take six days"),
    ("inside a word", ("educator", r("s", STRUCK), r("’s", UNDER), " pay"), "educator’s pay", "educators pay"),
    ("inside one more word", ("employee", r(" or aide", UNDER), "s"), "employee or aides", "employees"),
    ("before a stop", ("the year ", r("2026", STRUCK), "."), "the year.", "the year 2026."),
    ("at the start", (r("Old", STRUCK), " ", r("New", UNDER), " words"), "New words", "Old words"),
    ("at the end", ("Words ", r("go", STRUCK)), "Words", "Words go"),
    ("blanks among new words", ("the ", r("old", STRUCK), " ", r("new", UNDER), " ", r("(20th)", UNDER), " day"),
     "the new (20th) day", "the old day"),
    ("blanks among old words", ("the ", r("old", STRUCK), " ", r("(10th)", STRUCK), " ", r("new", UNDER), " day"),
     "the new day", "the old (10th) day"),
    ("in brackets", ("days (", r("six", STRUCK), " ", r("ten", UNDER), ")"), "days (ten)", "days (six)"),
    ("two blanks of the text stay", ("One.  Two ", r("old", STRUCK), r("new", UNDER), "."),
     "One.  Two new.", "One.  Two old."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("inner", "accepted", "rejected"), [case[1:] for case in BLANKS], ids=[case[0] for case in BLANKS]
)
def test_blanks_are_right_in_both_texts(inner: tuple[str, ...], accepted: str, rejected: str) -> None:
    shown = p(PROSE, r("here", STRUCK), " ", r("there", UNDER), " ", r("now", BOLD), r("then", STRUCK))
    paper = read(shown + p(*inner))
    assert paper.accepted_text.split("\n")[1] == accepted
    assert paper.rejected_text.split("\n")[1] == rejected


def test_a_person_may_flip_any_key() -> None:
    paper = read(p(PROSE, r("old", STRUCK), " ", r("new", UNDER), " ", r("stressed words", BOLD), " end."))
    (bold,) = [key for key in paper.keys if key.name == "bold"]
    assert bold.meaning is Mark.SAME
    (under,) = [key for key in paper.keys if key.name == "underlined"]
    again = read_with(paper.seen, flipped(flipped(paper.keys, bold, Mark.DELETED), under, Mark.SAME))
    assert again.accepted_text == f"{PROSE}new end."
    assert again.rejected_text == f"{PROSE}old new stressed words end."
    assert [key.why for key in again.keys if key.name in ("bold", "underlined")] == ["hand", "hand"]
    assert read_with(paper.seen, paper.keys) == paper


def test_a_clean_paper_has_no_marks() -> None:
    paper = read(p(r("Article 4", BOLD)) + p(PROSE) + p(PROSE))
    assert not paper.marked
    assert paper.accepted_text == paper.rejected_text


def test_parties_of_a_legend_write_and_strike() -> None:
    legend = p("Union proposals in blue, District proposals in red. Deletions are struck.")
    paper = read(legend + p(PROSE, r("two", STRUCK), " ", r("three", BLUE), " ", r("weeks", RED), " off."))
    assert [(run.text, run.writer.party) for run in paper.blocks[1].runs if run.writer] == [
        ("three", "union"),
        ("weeks", "employer"),
    ]
    assert paper.accepted_text == f"{PROSE}three weeks off."


def test_a_colour_tells_whose_struck_words_are_and_not_that_they_stay() -> None:
    blue, green = "#0000ff", "#008000"
    paper = SeenPaper(
        "paper.docx",
        (
            SeenBlock((SeenRun("Color code: Green = language proposed by the District"),)),
            SeenBlock((SeenRun("Blue = language proposed by the Union"),)),
            SeenBlock((SeenRun("Strikethrough = language that is deleted by the party that proposes this paper"),)),
            SeenBlock(
                (
                    SeenRun("Classes shall have no more than "),
                    SeenRun("twenty", Look(strike="single", colour=blue)),
                    SeenRun("twenty-four", Look(colour=green)),
                    SeenRun(" students."),
                )
            ),
        ),
    )
    read = read_marked(paper)
    assert read.accepted_text.endswith("Classes shall have no more than twenty-four students.")
