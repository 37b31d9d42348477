"""What a proof tells: of nobody, lost, or in other words; each once, in a plain sentence."""

from __future__ import annotations

import pytest

from tablebook.domain.text import heading, paragraph, table
from tablebook.proof.results import Finding, Kind, Nature
from tests.unit.proof.small import CURRENT, PAY, RELIEF, ROWS, SIGNED, TA, proof_of, typed, with_block

SIGNED_SIZE = SIGNED.articles[0].blocks[1].text


def only(final: object) -> Finding:
    (found,) = proof_of(final).findings  # type: ignore[arg-type]
    return found


def test_the_signed_text_matches_and_every_change_traces_to_its_ta() -> None:
    proof = proof_of(SIGNED)
    assert proof.matches
    assert [(one.place.section, one.old, one.new, one.source) for one in proof.traces] == [
        ("12.1", "twenty-two (22)", "twenty-one (21)", TA),
        ("12.1", "", "written", TA),
    ]


def test_a_lost_ta_is_one_finding() -> None:
    found = only(CURRENT)
    assert (found.kind, found.source, found.place.section) == (Kind.MISSING, TA, "12.1")
    assert "21" in found.old
    assert "22" in found.new
    assert found.sentence == (
        "TA 12.1 is not in the text: Article 12.1 still has the current language, and none of its 2 changes is there."
    )


def test_a_ta_kept_in_part() -> None:
    found = only(with_block(SIGNED, 0, 1, paragraph(SIGNED_SIZE.replace("twenty-one (21)", "twenty-two (22)"))))
    assert found.kind is Kind.MISSING
    assert found.sentence == "Article 12.1 still says “twenty-two (22)” where TA 12.1 says “twenty-one (21)”."


def test_a_ta_in_other_words() -> None:
    found = only(with_block(SIGNED, 0, 1, paragraph(SIGNED_SIZE.replace("(21)", "(24)"))))
    assert (found.kind, found.source, found.old, found.new) == (Kind.ALTERED, TA, "21", "24")
    assert found.sentence == "Article 12.1 says “24” where TA 12.1 says “21”."


@pytest.mark.parametrize(
    ("old", "new", "left_out", "put_in"),
    [
        ("shall not withhold", "shall withhold", "not", ""),
        ("shall not", "may not", "shall", "may"),
        ("The District shall not", "The Union shall not", "District", "Union"),
        ("without written consent", "without consent", "written", ""),
    ],
)
def test_current_language_in_other_words(old: str, new: str, left_out: str, put_in: str) -> None:
    block = SIGNED.articles[1].blocks[3]
    found = only(with_block(SIGNED, 1, 3, block.with_text(block.text.replace(old, new))))
    assert (found.kind, found.nature, found.old, found.new) == (Kind.UNTRACED, Nature.WORDING, left_out, put_in)
    assert found.source is None
    assert found.place.section == "20.1"


def test_a_cell_is_named_by_its_row_and_column() -> None:
    rows = [list(row) for row in ROWS]
    rows[2][1] = "46,200"
    found = only(with_block(SIGNED, 2, 0, table(rows)))
    assert (found.old, found.new) == ("46,020", "46,200")
    assert found.sentence.startswith("Appendix A, row “2” and column “BA”, says “46,200” where")


def test_two_cells_that_changed_places_are_both_told() -> None:
    rows = [list(row) for row in ROWS]
    rows[1][1], rows[1][2] = rows[1][2], rows[1][1]
    found = proof_of(with_block(SIGNED, 2, 0, table(rows))).findings
    assert [(one.old, one.new) for one in found] == [("45,210", "48,300"), ("48,300", "45,210")]


def test_a_sentence_in_another_place_is_moved_and_told_once() -> None:
    first, second, third = PAY.split(". ")
    found = only(with_block(SIGNED, 1, 1, paragraph(f"{first}. {third.rstrip('.')}. {second}.")))
    assert (found.kind, found.nature) == (Kind.UNTRACED, Nature.MOVED)
    assert "It is paid monthly" in found.old


def test_an_article_lost_and_a_paragraph_doubled() -> None:
    lost = only(typed(SIGNED)[:5] + typed(SIGNED)[10:])
    assert (lost.kind, lost.place.unit) == (Kind.UNTRACED, "20")
    doubled = only(with_block(SIGNED, 0, 3, paragraph(RELIEF), paragraph(RELIEF)))
    assert doubled.old == ""
    assert doubled.new.startswith("When a limit")


def test_an_article_lost_with_a_ta_in_it_names_the_ta() -> None:
    found = proof_of(typed(SIGNED)[5:]).findings
    assert [(one.kind, one.source) for one in found] == [
        (Kind.UNTRACED, None),
        (Kind.MISSING, TA),
        (Kind.UNTRACED, None),
    ]


def test_another_number_is_no_change_of_words() -> None:
    final = with_block(SIGNED, 1, 0, heading("Overtime", "20.4", section="20.4", level=2))
    proof = proof_of(final)
    assert proof.matches
    assert [(one.old, one.new) for one in proof.relabelled] == [("20.1", "20.4")]


def test_a_comma_is_told_as_a_comma() -> None:
    found = only(with_block(SIGNED, 0, 3, paragraph(RELIEF.replace("exceeded,", "exceeded"))))
    assert (found.nature, found.before, found.after) == (Nature.PUNCTUATION, "exceeded", "the")


def test_a_comma_that_a_ta_brought_is_traced() -> None:
    from tablebook.proof.prove import prove
    from tests.unit.proof.small import SOURCES

    signed = with_block(
        CURRENT, 0, 1, paragraph(CURRENT.articles[0].blocks[1].text.replace("students, and", "students and"))
    )
    (row,) = prove(CURRENT, signed, typed(signed), SOURCES).traces
    assert (row.old, row.new, row.source) == ("students, and", "students and", TA)
    (found,) = prove(CURRENT, signed, typed(CURRENT), SOURCES).findings
    assert (found.kind, found.nature, found.source) == (Kind.MISSING, Nature.PUNCTUATION, TA)


def test_an_unsigned_change_of_the_signed_text_has_no_source() -> None:
    proof = proof_of(SIGNED)
    assert all(one.source for one in proof.traces)
    other = with_block(SIGNED, 0, 3, paragraph(RELIEF.replace("ten (10)", "five (5)")))
    from tablebook.proof.prove import prove
    from tests.unit.proof.small import SOURCES

    traces = prove(CURRENT, other, typed(other), SOURCES).traces
    assert [one.new for one in traces if one.source is None] == ["five (5)"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("without written consent", "written without consent", ("without written", "written without")),
        ("pay without written", "written pay without", ("pay without written", "written pay without")),
    ],
)
def test_a_word_that_changed_places_with_the_next_is_one_change(old: str, new: str, said: tuple[str, str]) -> None:
    block = SIGNED.articles[1].blocks[3]
    found = only(with_block(SIGNED, 1, 3, block.with_text(block.text.replace(old, new))))
    assert (found.old, found.new) == said


def test_two_words_put_in_and_left_out_apart_are_two_changes() -> None:
    block = SIGNED.articles[1].blocks[3]
    text = block.text.replace("shall not withhold pay without", "shall without not withhold pay")
    assert len(proof_of(with_block(SIGNED, 1, 3, block.with_text(text))).findings) == 2
