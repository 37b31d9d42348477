"""The text in colours: all signed words in their order, and what is not signed beside them."""

from __future__ import annotations

from tablebook.domain.text import paragraph
from tablebook.proof.results import ColouredRun, Standing
from tests.unit.proof.small import CURRENT, SIGNED, TA, proof_of, with_block


def _runs(final: object) -> list[ColouredRun]:
    return [run for line in proof_of(final, in_colour=True).lines for run in line.runs]  # type: ignore[arg-type]


def test_all_signed_words_stand_in_their_order() -> None:
    lines = proof_of(CURRENT, in_colour=True).lines
    signed = [block.printed for unit in SIGNED.articles for block in unit.blocks if not block.rows]
    not_signed = Standing.STRUCK
    shown = [
        "".join(
            run.text
            for run in line.runs
            if run.standing is not not_signed and not (run.finding is not None and not run.gone)
        )
        for line in lines
    ]
    assert [text for text in shown if text in signed] == signed


def test_what_a_ta_changed_has_its_source() -> None:
    traced = [(run.text.strip(), run.source) for run in _runs(SIGNED) if run.standing is Standing.TRACED]
    assert traced == [("one (21)", TA), ("written", TA)]
    struck = [run.text.strip() for run in _runs(SIGNED) if run.standing is Standing.STRUCK]
    assert struck == ["two (22)"]


def test_a_finding_shows_both_words_under_its_number() -> None:
    text = SIGNED.articles[1].blocks[3].text.replace("shall", "may")
    found = [run for run in _runs(with_block(SIGNED, 1, 3, paragraph(text, "b."))) if run.finding is not None]
    assert [(run.text.strip(), run.gone, run.finding) for run in found] == [("shall", True, 0), ("may", False, 0)]
    assert {run.standing for run in found} == {Standing.UNTRACED}
