"""Random papers on real paragraphs: every edit that is planted without a mark is found, and nothing else is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tablebook.domain.contract import Contract
from tablebook.domain.text import Block, BlockKind, paragraph
from tablebook.jobs.findings.strands import folded
from tablebook.jobs.findings.unmarked import Found, compared

NEW_WORDS = ("promptly", "or", "designee", "may", "consult", "forty", "(40)", "notwithstanding", "thereafter", "$900")
MARKED, QUIET = "marked", "quiet"

# Hypothesis draws from the constants of all modules that are loaded. One that is loaded on the way, when the first paper
# is compared, would change what it draws.
compared([paragraph("One.")], [paragraph("Two.")], [paragraph("Three.")], "U-1", "Article 1")


@dataclass(frozen=True)
class Edit:
    """At a word: strike it, write words before it, or both; with a mark or without."""

    strikes: bool
    brings: tuple[str, ...]
    how: str


def edits(hows: tuple[str, ...]) -> st.SearchStrategy[Edit]:
    return st.builds(
        Edit, st.booleans(), st.lists(st.sampled_from(NEW_WORDS), max_size=3).map(tuple), st.sampled_from(hows)
    )


def paper_of(block: Block, planted: dict[int, Edit]) -> tuple[Block, Block]:
    """(accepted, rejected) of a block with these edits."""
    new: list[str] = []
    old: list[str] = []
    for at, word in enumerate(block.text.split()):
        edit = planted.get(at)
        if edit is None:
            new.append(word)
            old.append(word)
            continue
        new += edit.brings
        old += edit.brings if edit.how == QUIET else ()
        if not edit.strikes:
            new.append(word)
        if not edit.strikes or edit.how == MARKED:
            old.append(word)
    return block.with_text(" ".join(new)), block.with_text(" ".join(old))


def draw_paper(data: st.DataObject, blocks: list[Block], hows: tuple[str, ...]) -> tuple[list[Block], list[Block]]:
    new, old = [], []
    for block in blocks:
        words = len(block.text.split())
        planted = data.draw(st.dictionaries(st.integers(0, max(words - 1, 0)), edits(hows), max_size=4))
        now, was = paper_of(block, planted)
        if now.text:
            new.append(now)
        if was.text:
            old.append(was)
    return new, old


def some_blocks(data: st.DataObject, contract: Contract) -> list[Block]:
    article = data.draw(st.sampled_from(contract.articles))
    blocks = [block for block in article.blocks if block.kind is not BlockKind.TABLE and block.text.strip()]
    start = data.draw(st.integers(0, max(len(blocks) - 1, 0)))
    return blocks[start : start + 8] or [paragraph("Nothing is printed here.")]


def words(found: tuple[Found, ...]) -> tuple[Counter[str], Counter[str]]:
    gone = Counter(word for one in found for word in folded(one.old).split())
    came = Counter(word for one in found for word in folded(one.new).split())
    return gone, came


@settings(max_examples=150)
@given(data=st.data())
def test_every_planted_edit_without_a_mark_is_found(contract: Contract, data: st.DataObject) -> None:
    base = some_blocks(data, contract)
    new, old = draw_paper(data, base, (MARKED, QUIET, QUIET))
    found = compared(base, old, new, "U-3", "Article 12").quiet

    before, after = (Counter(folded(block.text) for block in blocks) for blocks in (base, old))
    if before == after:
        assert not found
    gone, came = words(found)
    all_before = Counter(word for block in base for word in folded(block.text).split())
    all_after = Counter(word for block in old for word in folded(block.text).split())
    lost = all_before - all_after
    brought = all_after - all_before
    assert not {word for word in lost if word not in gone and not _inside(word, gone)}
    kept = Counter(word for block in new for word in folded(block.text).split())
    assert not {word for word in brought if word in kept and word not in came and not _inside(word, came)}


def _inside(word: str, told: Counter[str]) -> bool:
    """A sign at the end of a word is compared apart from it: "days." is told as "days"."""
    return any(word.strip(".,;:()") == other.strip(".,;:()") for other in told)


@settings(max_examples=150)
@given(data=st.data())
def test_nothing_is_found_where_everything_is_marked(contract: Contract, data: st.DataObject) -> None:
    base = some_blocks(data, contract)
    new, old = draw_paper(data, base, (MARKED,))
    assert compared(base, old, new, "U-3", "Article 12").quiet == ()
