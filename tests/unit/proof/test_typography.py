"""How a paper is set is no change: quotes, hyphens, ligatures, spaces, labels, capitals, pages and their furniture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.text import Block, BlockKind, Run, heading, paragraph
from tests.unit.proof.small import SIGNED, proof_of, typed

SETTINGS: dict[str, Callable[[str], str]] = {
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "many spaces": lambda text: text.replace(" ", "   "),
    "ligatures": lambda text: text.replace("fi", "ﬁ").replace("ff", "ﬀ"),
    "soft hyphens": lambda text: text.replace("District", "Dis\u00adtrict"),
    "a word broken at a line's end": lambda text: text.replace("kindergarten", "kinder- garten"),
    "a broken word joined": lambda text: text.replace("working", "work-ing"),
    "dashes": lambda text: text.replace("-", "–"),
    "non-breaking hyphens": lambda text: text.replace("-", "\u2011"),
    "quotes": lambda text: text.replace("Union", "“Union”").replace("Overtime", "'Overtime'"),
    "capitals": str.upper,
    "no hyphens": lambda text: text.replace("twenty-one", "twenty one"),
    "zero width": lambda text: text.replace("paid", "pa\u200bid"),
}


def _set(block: Block, change: Callable[[str], str]) -> Block:
    if block.kind is BlockKind.TABLE:
        return replace(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
    return replace(block, runs=tuple(Run(change(run.text)) for run in block.runs))


@pytest.mark.parametrize("name", SETTINGS)
def test_setting_is_no_change(name: str) -> None:
    proof = proof_of([_set(block, SETTINGS[name]) for block in typed(SIGNED)])
    assert proof.matches, [one.sentence for one in proof.findings]


@given(st.lists(st.sampled_from(sorted(SETTINGS)), min_size=1, max_size=5, unique=True))
def test_settings_together_are_no_change(names: list[str]) -> None:
    blocks = typed(SIGNED)
    for name in names:
        blocks = [_set(block, SETTINGS[name]) for block in blocks]
    assert proof_of(blocks).matches


@pytest.mark.parametrize("label", ["(a)", "A)", "1.", "•", "", "i)"])
def test_the_style_of_labels_is_no_change(label: str) -> None:
    blocks = [replace(block, label=label) if block.label == "a." else block for block in typed(SIGNED)]
    assert proof_of(blocks).matches


def test_labels_typed_into_the_words_are_no_change() -> None:
    blocks = [paragraph(block.printed) if block.label else block for block in typed(SIGNED)]
    assert proof_of(blocks).matches


def test_paragraphs_joined_and_split_are_no_change() -> None:
    joined = [paragraph(" ".join(block.printed for block in typed(SIGNED) if not block.rows)), typed(SIGNED)[-1]]
    assert proof_of(joined).matches
    split = [paragraph(part) for block in typed(SIGNED)[:-1] for part in block.printed.replace(". ", ".\n").split("\n")]
    assert proof_of([*split, typed(SIGNED)[-1]]).matches


def test_a_title_page_contents_and_running_lines_are_no_change() -> None:
    body = typed(SIGNED)
    front = [heading("AGREEMENT"), paragraph("between the Union and the District"), paragraph("2026 to 2029")]
    contents = [paragraph(f"{block.text} {number}") for number, block in enumerate(body) if block.text.startswith("A")]
    pages = []
    for number, block in enumerate(body):
        pages += [
            replace(block, page=number),
            paragraph(f"Page {number} of 12"),
            paragraph("Collective agreement 2026"),
        ]
    assert proof_of([*front, *contents, *pages]).matches


def test_a_figure_is_never_typography() -> None:
    for old, new in (("10", "1 0"), ("45,210", "45.210"), ("50,230", "50,320")):
        blocks = [_set(block, lambda text, old=old, new=new: text.replace(old, new)) for block in typed(SIGNED)]  # type: ignore[misc]
        assert not proof_of(blocks).matches, new
