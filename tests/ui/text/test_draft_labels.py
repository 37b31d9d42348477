"""Printed labels typed into a draft."""

import pytest

from tablebook.domain.text import BlockKind, heading, paragraph
from tablebook.ui.text import draft_labels as labels
from tablebook.ui.text.draft_edits import Place
from tests.ui.text.test_draft_edits import LIST, applied


def test_a_new_number_of_a_section_is_how_it_is_cited():
    now = applied(LIST, labels.relabel(LIST, 0, "12.2"))
    assert (now[0].label, now[0].section) == ("12.2", "12.2")
    assert applied(LIST, labels.relabel(LIST, 2, "(1)"))[2].section == ""


def typed(blocks, words):
    """The last block after its words were typed up to their space, in a new paragraph at the end."""
    blocks = (*blocks, paragraph(words))
    edit = labels.begin(blocks, Place(len(blocks) - 1, -1, words.index(" ") + 1))
    return (applied(blocks, edit) if edit else blocks)[-1]


def test_the_next_number_begins_a_section_set_as_its_neighbours_are():
    made = typed(LIST, "12.2 Relief")
    assert (made.kind, made.label, made.section, made.text, made.level) == (
        BlockKind.HEADING, "12.2", "12.2", "Relief", LIST[0].level,
    )  # fmt: skip


def test_sections_that_are_paragraphs_stay_so():
    numbered = (paragraph("One.", "A.", section="A"), paragraph("Two.", "B.", section="B"))
    made = typed(numbered, "C. Three")
    assert (made.kind, made.label, made.section) == (BlockKind.PARAGRAPH, "C.", "C")
    listed = typed(numbered, "E. Five")
    assert (listed.label, listed.section) == ("E.", "")


@pytest.mark.parametrize("words", ["(a) A class of ten", "a. Kindergarten", "• Recess"])
def test_a_list_label_is_split_off(words):
    label, _, rest = words.partition(" ")
    made = typed(LIST, words)
    assert (made.label, made.text, made.section, made.level) == (label, rest, "", 1)


@pytest.mark.parametrize(
    "words", ["12.1 stands twice", "3.5 percent more", "12 days", "$2.00 a day", "A class", "13.2 is cited"]
)
def test_the_beginning_of_a_sentence_is_no_label(words):
    assert typed(LIST, words) == paragraph(words)


def test_nothing_is_split_off_behind_a_label_or_in_a_heading():
    for block in (paragraph("b. is cited", "a."), heading("12.2 is cited")):
        assert labels.begin((*LIST, block), Place(len(LIST), -1, block.text.index(" ") + 1)) is None


def test_f2_gives_a_paragraph_the_number_of_a_new_section():
    blocks = (*LIST, paragraph("Relief"))
    made = applied(blocks, labels.relabel(blocks, 4, "12.2"))[4]
    assert (made.kind, made.section, made.text) == (BlockKind.HEADING, "12.2", "Relief")
