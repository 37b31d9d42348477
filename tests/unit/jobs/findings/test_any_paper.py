"""Random papers on real paragraphs: every edit that is planted without a mark is found, and nothing else is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random

from tablebook.domain.contract import Contract
from tablebook.domain.text import Block, BlockKind, paragraph
from tablebook.jobs.findings.strands import folded
from tablebook.jobs.findings.unmarked import Found, compared

NEW_WORDS = ("promptly", "or", "designee", "may", "consult", "forty", "(40)", "notwithstanding", "thereafter", "$900")
MARKED, QUIET = "marked", "quiet"

PAPERS = 300
"""So many random papers, each from a seed of its own, which a failure names."""


@dataclass(frozen=True)
class Edit:
    """At a word: strike it, write words before it, or both; with a mark or without."""

    strikes: bool
    brings: tuple[str, ...]
    how: str


def an_edit(dice: Random, hows: tuple[str, ...]) -> Edit:
    brings = tuple(dice.choice(NEW_WORDS) for _ in range(dice.choice((0, 0, 1, 2, 3))))
    return Edit(dice.random() < 0.5, brings, dice.choice(hows))


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


def a_paper(dice: Random, blocks: list[Block], hows: tuple[str, ...]) -> tuple[list[Block], list[Block]]:
    new, old = [], []
    for block in blocks:
        places = range(max(len(block.text.split()), 1))
        at = dice.sample(places, min(len(places), dice.choice((0, 0, 1, 2, 4))))
        now, was = paper_of(block, {place: an_edit(dice, hows) for place in at})
        if now.text:
            new.append(now)
        if was.text:
            old.append(was)
    return new, old


def some_blocks(dice: Random, contract: Contract) -> list[Block]:
    article = dice.choice(contract.articles)
    blocks = [block for block in article.blocks if block.kind is not BlockKind.TABLE and block.text.strip()]
    start = dice.randrange(max(len(blocks), 1))
    return blocks[start : start + 8] or [paragraph("Nothing is printed here.")]


def words(found: tuple[Found, ...]) -> tuple[Counter[str], Counter[str]]:
    gone = Counter(word for one in found for word in folded(one.old).split())
    came = Counter(word for one in found for word in folded(one.new).split())
    return gone, came


def test_every_planted_edit_without_a_mark_is_found(contract: Contract) -> None:
    for seed in range(PAPERS):
        dice = Random(seed)
        base = some_blocks(dice, contract)
        new, old = a_paper(dice, base, (MARKED, QUIET, QUIET))
        found = compared(base, old, new, "U-3", "Article 12").quiet

        before, after = (Counter(folded(block.text) for block in blocks) for blocks in (base, old))
        if before == after:
            assert not found, seed
        gone, came = words(found)
        all_before = Counter(word for block in base for word in folded(block.text).split())
        all_after = Counter(word for block in old for word in folded(block.text).split())
        lost = all_before - all_after
        brought = all_after - all_before
        assert not {word for word in lost if word not in gone and not _inside(word, gone)}, seed
        kept = Counter(word for block in new for word in folded(block.text).split())
        assert not {word for word in brought if word in kept and word not in came and not _inside(word, came)}, seed


def _inside(word: str, told: Counter[str]) -> bool:
    """A sign at the end of a word is compared apart from it: "days." is told as "days"."""
    return any(word.strip(".,;:()") == other.strip(".,;:()") for other in told)


def test_nothing_is_found_where_everything_is_marked(contract: Contract) -> None:
    for seed in range(PAPERS):
        dice = Random(seed)
        base = some_blocks(dice, contract)
        new, old = a_paper(dice, base, (MARKED,))
        assert compared(base, old, new, "U-3", "Article 12").quiet == (), seed
