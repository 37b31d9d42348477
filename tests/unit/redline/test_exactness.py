"""Both readings of a redline are exactly the two texts, whatever the texts are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tablebook.domain.text import Block, BlockKind, Run, paragraph
from tablebook.redline.compare import compare
from tablebook.redline.layers import layers
from tablebook.redline.marks import Author, Redline
from tablebook.redline.readings import accepted, rejected
from tablebook.redline.tokens import plain_words

WORDS = [
    "shall",
    "may",
    "the",
    "District",
    "(26)",
    "twenty-six",
    ".",
    ", ",
    "“",
    "a\u0301",
    "👩‍🏫",
    "حق",
    "\u00a0",
    "\t",
    "\n",
]
SENTENCE = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
LINE = st.one_of(SENTENCE, st.text(max_size=12), st.lists(st.sampled_from(WORDS), max_size=5).map("".join))
LABEL = st.sampled_from(["", "", "a.", "b.", "(1)", "12.1", "•"])
CELL = st.one_of(st.sampled_from(["", "1", "2", "Step", "$54,321"]), SENTENCE)
RUNS = st.builds(Run, LINE, st.booleans(), st.booleans())


def _table(rows: Sequence[Sequence[str]], label: str) -> Block:
    return Block(BlockKind.TABLE, label, rows=tuple(map(tuple, rows)))


PARAGRAPH = st.builds(
    lambda kind, label, runs: Block(kind, label, tuple(runs)),
    st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING]),
    LABEL,
    st.lists(RUNS, max_size=2),
)
TABLE = st.builds(_table, st.lists(st.lists(CELL, max_size=4), max_size=4), LABEL)
TEXT = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, TABLE), max_size=6)


@st.composite
def edited(draw: st.DrawFn, text: Sequence[Block]) -> list[Block]:
    """A text made from another as at the table: words changed, paragraphs split, joined, moved, put in, taken out."""
    blocks = list(text)
    for _ in range(draw(st.integers(1, 4))):
        if not blocks:
            return draw(TEXT)
        at = draw(st.integers(0, len(blocks) - 1))
        block, act = (
            blocks[at],
            draw(st.sampled_from(["words", "drop", "add", "move", "split", "join", "label", "cells"])),
        )
        if act == "words" and block.kind is not BlockKind.TABLE:
            words = block.text.split(" ")
            place = draw(st.integers(0, len(words)))
            blocks[at] = block.with_text(
                " ".join([*words[:place], draw(SENTENCE), *words[place + draw(st.integers(0, 2)) :]])
            )
        elif act == "drop":
            del blocks[at]
        elif act == "add":
            blocks.insert(at, draw(st.one_of(PARAGRAPH, TABLE)))
        elif act == "move":
            blocks.insert(draw(st.integers(0, len(blocks) - 1)), blocks.pop(at))
        elif act == "split" and block.kind is not BlockKind.TABLE:
            cut = draw(st.integers(0, len(block.text)))
            blocks[at : at + 1] = [block.with_text(block.text[:cut]), block.with_text(block.text[cut:])]
        elif act == "join" and at + 1 < len(blocks) and BlockKind.TABLE not in (block.kind, blocks[at + 1].kind):
            blocks[at : at + 2] = [block.with_text(f"{block.text} {blocks[at + 1].text}")]
        elif act == "cells" and block.kind is BlockKind.TABLE:
            blocks[at] = _table([*draw(st.lists(st.lists(CELL, max_size=4), max_size=4)), *block.rows[1:]], block.label)
        else:
            blocks[at] = Block(block.kind, draw(LABEL), block.runs, rows=block.rows)
    return blocks


@st.composite
def chains(draw: st.DrawFn, most: int, text: st.SearchStrategy[list[Block]] = TEXT) -> list[list[Block]]:
    """A contract and its passes; a pass may also go back to any earlier text, whole or in a part."""
    texts = [draw(text)]
    for _ in range(draw(st.integers(1, most))):
        if draw(st.integers(0, 3)) == 0:
            back = draw(st.sampled_from(texts))
            start = draw(st.sampled_from([0, 0, len(back) // 2]))
            texts.append([*texts[-1][:start], *back[start:]])
        else:
            texts.append(draw(edited(texts[-1])))
    return texts


LETTERS = st.lists(st.sampled_from(["a", "b", "c", "d.", "ee", "ff"]), max_size=9).map(" ".join)


def _words(blocks: Sequence[Block]) -> list[tuple[str, str, tuple[tuple[str, ...], ...]]]:
    return [(block.label, block.text, block.rows) for block in blocks]


def _holds(redline: Redline, old: Sequence[Block], new: Sequence[Block]) -> None:
    assert _words(accepted(redline)) == _words(new)
    assert _words(rejected(redline)) == _words(old)
    assert not any(block.runs for block in redline.blocks if block.kind is BlockKind.TABLE)
    assert [block.new_index for block in redline.blocks if block.start.striker is None] == list(range(len(new)))
    assert [block.old_index for block in redline.blocks if block.start.writer is None] == list(range(len(old)))


@given(chains(1))
@settings(max_examples=150)
def test_an_edited_text(texts: list[list[Block]]) -> None:
    _holds(compare(*texts), *texts)


def _counted(*texts: str) -> Counter[str]:
    """All words and signs of some texts, however they are set; stops may be a line of dots, whole or cut in two."""
    parts = (part for text in texts for word in plain_words(text) for part in re.findall(r"\w+|[^\w\s]", word))
    return Counter(part.replace("_", "") for part in parts if part.strip("._"))


@given(st.one_of(chains(1), st.tuples(TEXT, TEXT)))
@settings(max_examples=200)
def test_the_list_of_changes_leaves_nothing_out(texts: Sequence[Sequence[Block]]) -> None:
    """The old words without those listed as struck, and with those listed as brought, are the new ones."""
    old, new = texts
    found = _counted(*(block.text for block in old))
    for change in compare(old, new).changes:
        for struck, brought in change.edits if change.kind == "move" else [(change.old, change.new)]:
            found.subtract(_counted(struck))
            found.update(_counted(brought))
    assert +found == _counted(*(block.text for block in new))
    assert not -found


@given(TEXT, TEXT)
@settings(max_examples=80)
def test_two_unlike_texts(old: list[Block], new: list[Block]) -> None:
    _holds(compare(old, new), old, new)


@given(TEXT)
@settings(deadline=None)
def test_the_same_text_has_no_change(text: list[Block]) -> None:
    redline = compare(text, text)
    assert not redline.changes
    assert not any(block.changed for block in redline.blocks)
    _holds(redline, text, text)


@given(chains(6))
@settings(max_examples=150)
def test_many_passes(texts: list[list[Block]]) -> None:
    authors = [Author("employer" if number % 2 else "union", f"#{number}") for number in range(1, len(texts))]
    redline = layers(texts[0], list(zip(authors, texts[1:], strict=True)))
    _holds(redline, texts[0], texts[-1])


LONG = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, TABLE), min_size=6, max_size=20)


@given(chains(14, LONG))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_long_chains_over_long_articles(texts: list[list[Block]]) -> None:
    redline = _woven(texts)
    _holds(redline, texts[0], texts[-1])
    _reads_as_before(redline, texts[-2])


@given(chains(5))
@settings(max_examples=80)
def test_going_back_to_the_contract_leaves_it_plain(texts: list[list[Block]]) -> None:
    """However far the passes went: what was restored word for word is current language again, and nobody's."""
    redline = _woven([*texts, [paragraph("Something else altogether.")], texts[0]])
    _holds(redline, texts[0], texts[0])
    standing = [block for block in redline.blocks if block.start.striker is None]
    assert not any(block.start.writer for block in standing)
    runs = (run for block in redline.blocks for run in block.all_runs if run.striker is None)
    assert not any(run.writer for run in runs)


def _reads_as_before(redline: Redline, before: Sequence[Block]) -> None:
    """What is not fresh was the same before: struck fresh words stood, standing fresh words did not."""
    found: list[str] = []
    for block in redline.blocks:
        if block.kind is BlockKind.TABLE:
            continue
        if (block.start.striker is None) != block.start.fresh:
            found.append("")
        words = "".join(run.text for run in block.runs if (run.striker is None) != run.fresh)
        if found:
            found[-1] += words
        else:
            assert not words
    assert found == [block.text for block in before if block.kind is not BlockKind.TABLE]


def _woven(texts: Sequence[Sequence[Block]]) -> Redline:
    authors = [Author("employer" if number % 2 else "union", f"#{number}") for number in range(1, len(texts))]
    return layers(texts[0], list(zip(authors, texts[1:], strict=True)))


@given(chains(5))
@settings(max_examples=80)
def test_without_the_last_pass_the_layers_read_as_the_pass_before(texts: list[list[Block]]) -> None:
    _reads_as_before(_woven(texts), texts[-2])


@given(st.lists(LETTERS, min_size=2, max_size=7))
@settings(max_examples=400)
def test_one_clause_going_back_and_forth(lines: list[str]) -> None:
    """Few and short words, so that earlier wordings come back often and in part."""
    texts = [[paragraph(line)] for line in lines]
    redline = _woven(texts)
    _holds(redline, texts[0], texts[-1])
    _reads_as_before(redline, texts[-2])


@given(st.lists(st.lists(LETTERS.filter(bool), max_size=4), min_size=2, max_size=6))
@example([[], ["b"], ["a a", "a b"], ["a a a"], []])
@settings(max_examples=150)
def test_short_clauses_going_back_and_forth(lines: list[list[str]]) -> None:
    texts = [[paragraph(line) for line in text] for text in lines]
    redline = _woven(texts)
    _holds(redline, texts[0], texts[-1])
    _reads_as_before(redline, texts[-2])
