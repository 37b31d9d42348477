"""How a paper is set is no change: quotes, hyphens, ligatures, spaces, labels, capitals, pages and their furniture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import Block, BlockKind, Run, heading, paragraph, table
from tablebook.proof.prove import prove
from tablebook.proof.results import Nature
from tests.unit.proof.small import RELIEF, SIGNED, proof_of, typed

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


def _on_pages(size: str, *feet: str) -> list[Block]:
    """The signed text, each paragraph on a page with this foot; that on class size goes on on the next page where it
    has a line's end."""
    blocks: list[Block] = []
    page = 0
    for block in (heading("ARTICLE 12: CLASS SIZE"), heading("Limits", "12.1"), paragraph(size), *typed(SIGNED)[3:]):
        for part in [block] if block.rows else [_set(block, lambda _, at=at: at) for at in block.text.split("\n")]:  # type: ignore[misc]
            page += 1
            blocks += [replace(part, page=page), *(replace(paragraph(foot.format(page)), page=page) for foot in feet)]
    return blocks


@pytest.mark.parametrize("feet", [("{}",), ("Page {} of 20",), ("Page {} of 20", "Collective agreement 2026-2029")])
@pytest.mark.parametrize("hyphen", ["-", "\ufffe", "\u00ad"])
def test_a_word_that_the_end_of_a_page_breaks_is_no_change(hyphen: str, feet: tuple[str, ...]) -> None:
    size = SIGNED.articles[0].blocks[1].text
    proof = proof_of(_on_pages(size.replace("kindergarten", f"kinder{hyphen}\ngarten"), *feet))
    assert proof.matches, [one.sentence for one in proof.findings]


def test_a_change_at_the_end_of_a_page_is_told_without_its_foot() -> None:
    size = SIGNED.articles[0].blocks[1].text
    (found,) = proof_of(_on_pages(size.replace("students, and", "pupils\nand"), "Page {} of 20")).findings
    assert (found.old, found.new) == ("students", "pupils")


def test_a_line_that_is_a_figure_and_another_figure_is_told() -> None:
    size = SIGNED.articles[0].blocks[1].text
    one, two = (Contract("", (Article(UnitKind.ARTICLE, "1", "Size", tuple(lines)),)) for lines in (
        [replace(paragraph(text), page=page) for page, text in enumerate([size, figure, RELIEF], 1)] for figure in "79"
    ))  # fmt: skip
    (found,) = prove(one, one, typed(two), {}).findings
    assert (found.old, found.new) == ("7", "9")


def test_a_broken_word_beside_words_that_moved_is_no_change() -> None:
    units = SIGNED.articles[1].blocks
    moved = "The Union and the District review the list of schools each year in the month of May."
    blocks = [*units[1:2], paragraph(moved), *units[2:]]
    one = Contract("", (Article(UnitKind.ARTICLE, "1", "Pay", tuple(blocks)),))
    text = units[3].text.removesuffix("consent.")
    final = [
        heading("ARTICLE 1: PAY"),
        units[1],
        units[2],
        paragraph(f"{text} con-", "b."),
        paragraph("sent."),
        paragraph(moved),
    ]
    assert [found.nature for found in prove(one, one, final, {}).findings] == [Nature.MOVED]


def test_the_head_of_a_table_again_in_the_next_column_of_a_page_is_no_change() -> None:
    rows = SIGNED.articles[2].blocks[0].rows
    final = [replace(block, page=1) for block in typed(SIGNED)[:-1]]
    final += [replace(table(part), page=1) for part in (rows[:3], (rows[0], rows[3]))]
    assert proof_of(final).matches


def test_the_heading_of_a_memorandum_in_several_lines_is_no_change() -> None:
    memo = Article(UnitKind.MOU, "", "START TIMES", (paragraph(SIGNED.articles[0].blocks[1].text),))
    one = Contract("", (*SIGNED.articles[1:], memo))
    final = [*typed(Contract("", one.articles[:-1])), heading("MEMORANDUM OF"), heading("UNDERSTANDING – START")]
    assert not prove(one, one, [*final, heading("TIMES"), *memo.blocks], {}).findings


def test_a_sign_that_is_printed_by_its_code_is_the_sign() -> None:
    one = Contract(
        "", (Article(UnitKind.ARTICLE, "1", "Forms", (paragraph("\uf06f Approved \ufffd\ufffd by \u6f22"),)),)
    )
    final = [heading("ARTICLE 1: FORMS"), paragraph("‹U+F06F› Approved ‹U+FFFD"), paragraph("U+FFFD› by ‹U+6F22›")]
    assert not prove(one, one, final, {}).findings
    other = [heading("ARTICLE 1: FORMS"), paragraph("‹U+F06F› Approved by ‹U+6F23›")]
    (found,) = prove(one, one, other, {}).findings
    assert (found.old, found.new) == ("\u6f22", "\u6f23")


def test_half_a_sign_has_no_code() -> None:
    final = [*typed(SIGNED), paragraph("The code U+D800 is printed here by the District.")]
    (found,) = prove(SIGNED, SIGNED, final, {}).findings
    assert "U+D800" in found.new
    assert found.sentence.encode()
