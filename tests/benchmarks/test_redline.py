"""How long a comparison takes, beside splitting the same words once and beside Python's own difflib."""

from __future__ import annotations

import difflib
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from tablebook.domain.text import Block, paragraph, split_label
from tablebook.redline.compare import compare
from tablebook.redline.layers import layers
from tablebook.redline.marks import Author
from tablebook.redline.readings import accepted, rejected
from tablebook.redline.tokens import split
from tests.benchmarks.measured import Measured, best
from tests.unit.redline import lakeview
from tests.unit.redline.kingsley import articles

AGREEMENTS = ("or-kingsley-2023-2025", "or-kingsley-2025-2027", "or-lane-paa", "or-stea")
WORDS = 60_000
MOST_FOR_TWO_AGREEMENTS = 0.25
MOST_MEMORY_MB = 100
MOST_FOR_AN_ARTICLE = 0.010
CHANGED = {"one paragraph in ten": 0.1, "one paragraph in three": 0.33}


def _paragraphs(path: Path) -> list[str]:
    parts = path.read_text(encoding="utf-8").replace("\f", "\n").split("\n\n")
    return [" ".join(part.split()) for part in parts if part.strip()]


@pytest.fixture(scope="module")
def agreement(shared_data: Path) -> list[Block]:
    """About 60,000 words of real agreements."""
    lines = [line for name in AGREEMENTS for line in _paragraphs(shared_data / name / "agreement.txt")]
    found = [paragraph(rest, label) for label, rest in map(split_label, lines)]
    assert sum(len(block.text.split()) for block in found) >= WORDS * 0.98
    return found


def _edited(blocks: list[Block], share: float) -> list[Block]:
    """The same with a share of the paragraphs changed: mostly one to four words; some struck, put in or moved."""
    dice = random.Random(7)
    out: list[Block] = []
    for block in blocks:
        fate = dice.random() / share
        if fate < 0.08:
            continue
        if fate < 0.16:
            out.append(paragraph(f"A new clause on {' '.join(dice.sample(blocks, 1)[0].text.split()[:12])}."))
        if fate < 0.20:
            out.insert(dice.randrange(len(out) + 1), block)
            continue
        if fate < 1:
            words = block.text.split(" ")
            for _ in range(dice.randint(1, 4)):
                words[dice.randrange(len(words))] = dice.choice(["shall", "may", "twenty (20)", "", "the District"])
            block = block.with_text(" ".join(words))
        out.append(block)
    return out


def _peak(act: Callable[[], object]) -> float:
    tracemalloc.start()
    kept = act()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kept is not None
    return peak / 1e6


@pytest.mark.parametrize("share", CHANGED.values(), ids=CHANGED)
def test_two_agreements_of_60_000_words(agreement: list[Block], share: float, measured: Measured) -> None:
    new = _edited(agreement, share)

    def split_and_hash() -> list[int]:
        return [hash(word) for block in (*agreement, *new) for word in split(block.text)]

    floor, took = best(split_and_hash), best(lambda: compare(agreement, new))
    memory = _peak(lambda: compare(agreement, new))
    redline = compare(agreement, new)
    assert [block.printed for block in accepted(redline)] == [block.printed for block in new]
    assert [block.printed for block in rejected(redline)] == [block.printed for block in agreement]
    name = f"compare two agreements of 60,000 words, {share:.0%} of the paragraphs changed"
    measured(name, took, limit=MOST_FOR_TWO_AGREEMENTS, floor=floor)
    measured("  memory of it", memory, limit=MOST_MEMORY_MB, unit="MB")


def test_one_article(shared_data: Path, measured: Measured) -> None:
    """A long one with many real changes (overtime, 2023 and 2025)."""
    old, new = (articles(shared_data / name)["10"] for name in AGREEMENTS[:2])
    ours, theirs = ([word for block in blocks for word in split(block.text)] for blocks in (old, new))
    peer = best(lambda: difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes(), 3)
    floor = best(lambda: [hash(word) for block in (*old, *new) for word in split(block.text)])
    took = best(lambda: compare(old, new), 20)
    count = sum(len(block.text.split()) for block in old)
    measured(f"compare one article of {count:,} words", took, limit=MOST_FOR_AN_ARTICLE, floor=floor)
    measured("  difflib on its words", peer, floor=floor)


def test_layers_of_eight_passes(sample_folder: Path, measured: Measured) -> None:
    """Article 12 of the sample, all its passes woven: what the Negotiate stage does when an article is opened."""
    sample = sample_folder
    base, passes = lakeview.blocks(lakeview.contract(sample)), lakeview.passes(sample)
    texts: list[tuple[Author, tuple[Block, ...]]] = list(passes)

    def one_by_one() -> None:
        for (_, old), (author, new) in zip([(None, base), *texts], texts, strict=False):
            compare(old, new, author)

    floor, took = best(one_by_one, 20), best(lambda: layers(base, texts), 20)
    measured(f"layers of {len(texts)} passes on one article", took, limit=5 * MOST_FOR_AN_ARTICLE, floor=floor)
