"""Which texts an article's redline compares, on the sample."""

from __future__ import annotations

from tablebook.book import Book
from tablebook.domain.codes import PassState
from tablebook.domain.language import current_blocks
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.text import paragraph, same_words
from tablebook.jobs.redline_of import (
    LAST,
    article_redline,
    carried,
    clean_text,
    draft_redline,
    last_with_text,
    texts_up_to,
    two_texts,
    unit_redlines,
    unit_text,
)
from tablebook.redline.readings import accepted, rejected


def labelled(state: Negotiation, key: str, label: str) -> Pass:
    found = state.find_pass(key, label)
    assert found is not None
    return found


def words(blocks: object) -> str:
    return same_words(" ".join(block.printed for block in blocks))  # type: ignore[attr-defined]


def test_against_the_contract_each_hand_is_told_apart(sample: Book) -> None:
    state = sample.negotiation
    three = labelled(state, "12", "U-3")
    redline = article_redline(state, "12", shown=three.id)
    assert words(accepted(redline)) == words(unit_text(state, three, "12"))
    assert words(rejected(redline)) == words(current_blocks(state, "12"))
    hands = {(run.writer.party, run.writer.label) for block in redline.blocks for run in block.runs if run.writer}
    assert ("union", "U-1") in hands
    assert ("employer", "E-2") in hands
    assert ("union", "U-3") in hands
    assert not {label for _, label in hands} & {"E-3", "U-4", "U-5"}, "what came later is not on it"


def test_against_the_last_pass(sample: Book) -> None:
    state = sample.negotiation
    three = labelled(state, "12", "U-3")
    redline = article_redline(state, "12", LAST, three.id)
    assert words(rejected(redline)) == words(unit_text(state, labelled(state, "12", "E-2"), "12"))
    assert redline.changes


def test_against_any_pass_and_between_two(sample: Book) -> None:
    state = sample.negotiation
    one, five = labelled(state, "12", "U-1"), labelled(state, "12", "U-5")
    assert words(rejected(article_redline(state, "12", one.id, five.id))) == words(unit_text(state, one, "12"))
    both = two_texts(state, "12", one.id, five.id)
    assert words(accepted(both)) == words(unit_text(state, five, "12"))
    assert two_texts(state, "12", five.id, five.id).changes == ()


def test_an_article_that_nobody_opened_is_unmarked(sample: Book) -> None:
    redline = article_redline(sample.negotiation, "22")
    assert redline.changes == ()
    assert words(accepted(redline)) == words(current_blocks(sample.negotiation, "22"))


def test_an_appendix_stands_with_the_article_that_carries_it(sample: Book) -> None:
    state = sample.negotiation
    last = last_with_text(state, "20")
    assert last is not None
    assert carried(state, last) == ("Appendix A",)
    redline = article_redline(state, "20")
    assert "84,711" in words(accepted(redline))
    assert any(block.rows for block in redline.blocks)


def test_a_refused_package_is_left_out_of_the_layers(sample: Book) -> None:
    state = sample.negotiation
    labels = [one.body.label for one in texts_up_to(state, labelled(state, "13", "U-3"))]
    refused = [one.body.label for one in state.passes_on("13") if one.state is PassState.REJECTED]
    assert refused
    assert not set(refused) & set(labels)


def test_a_concept_shows_the_text_before_it(sample: Book) -> None:
    state = sample.negotiation
    concept = next(one for one in state.passes_on("20") if one.body.kind == "concept")
    before = texts_up_to(state, concept)[-1]
    assert article_redline(state, "20", shown=concept.id).blocks == article_redline(state, "20", shown=before.id).blocks


def test_a_draft_is_marked_as_ours(sample: Book) -> None:
    state = sample.negotiation
    last = last_with_text(state, "12")
    assert last is not None
    draft = (*unit_text(state, last, "12"), paragraph("A sentence of ours."))
    redline = draft_redline(state, "12", draft)
    (change,) = redline.changes
    assert change.new == "A sentence of ours."
    author = next(run.writer for block in redline.blocks for run in block.runs if run.writer)
    assert (author.party, author.label) == ("union", "draft")
    assert words(accepted(draft_redline(state, "12", draft, "contract"))) == words(draft)


def test_pen_edits_at_signing_are_a_joint_hand_on_the_page_and_not_on_the_proposal(sample: Book) -> None:
    state = sample.negotiation
    accepted = state.find_pass("23", "U-1")
    assert accepted is not None
    shown = article_redline(state, "23", shown=accepted.id)
    joint = [run.text for block in shown.blocks for run in block.runs if run.writer and run.writer.party == "joint"]
    assert "".join(joint).strip() == "three (3)"
    assert "three (3) years" in " ".join(block.text for block in clean_text(state, accepted))
    blocks = [block for _, redline in unit_redlines(state, accepted) for block in redline.blocks]
    writers = {run.writer.party for block in blocks for run in block.runs if run.writer}
    assert writers == {"union"}
