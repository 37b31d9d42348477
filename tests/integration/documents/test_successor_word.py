"""The successor agreement in the contract's own Word file, read again: every word and label is the successor's, and
the marked edition reads as the clean one when accepted and as the contract when rejected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from tablebook.documents.read import read_contract
from tablebook.documents.successor.write import in_own_file, tracked_file
from tablebook.domain.closing_lines import in_print
from tablebook.domain.contract import Article, Contract
from tablebook.domain.successor import Successor, assemble
from tests.integration.documents.districts.making import made
from tests.integration.documents.districts.printing import as_word
from tests.integration.documents.districts.styles import STYLES
from tests.unit.documents.tracked_reading import read
from tests.unit.documents.tracked_rules import faults
from tests.unit.domain.any_tas import any_tas

AT = datetime(2027, 6, 1, tzinfo=UTC)
# "letter-spaced" headings cannot be written over in their own way; where capitals alone make a heading, a new one in
# other capitals is not read as one.
HARD = ("letter-spaced", "capitals alone", "capitals alone with contents")
CHOSEN = [style for style in STYLES if style.name not in HARD][::5]


def said(article: Article) -> tuple[object, ...]:
    """What an article prints, its title in whatever capitals."""
    blocks = [(block.label, block.rows or block.text) for block in article.blocks]
    return article.number, article.title.lower(), blocks


def printed(successor: Successor) -> list[Article]:
    """The articles as they are read back: the lines to sign belong to the last one that is printed before them."""
    found: list[Article] = []
    for one in in_print([(unit.key, unit.article, unit.base is None) for unit in successor.units]):
        article = successor.by_key[one.unit].article
        assert article is not None
        blocks = article.blocks[one.start : one.end]
        if one.start:
            found[-1] = replace(found[-1], blocks=(*found[-1].blocks, *blocks))
        else:
            found.append(replace(article, blocks=blocks))
    return found


def check(path: Path, seed: int, folder: Path) -> None:
    base = read_contract(path).contract
    successor = assemble(any_tas(base, Random(seed)).table.state)
    found = in_own_file(path.read_bytes(), base.by_key, [(unit.key, unit.article) for unit in successor.units])
    assert found.wrong == ()
    assert reading(found.data, folder) == list(map(said, printed(successor)))
    marked = tracked_file(path.read_bytes(), found, lambda units: (", ".join(units) or "TAs", AT))
    assert faults(found.data) == []
    assert faults(marked) == []
    assert read(marked, accept=True) == read(found.data, accept=True)
    assert read(marked, accept=False) == read(path.read_bytes(), accept=True)


def reading(data: bytes, folder: Path) -> list[tuple[object, ...]]:
    path = folder / "read.docx"
    path.write_bytes(data)
    contract: Contract = read_contract(path).contract
    return list(map(said, contract.articles))


@pytest.mark.parametrize("style", CHOSEN, ids=lambda style: style.name.replace(" ", "-"))
@pytest.mark.parametrize("styled", [True, False], ids=["styled", "by-hand"])
def test_in_the_shapes_that_districts_print(style: object, styled: bool, tmp_path: Path) -> None:
    path = as_word(made(style, 0, 12), tmp_path / "c.docx", styled=styled)  # type: ignore[arg-type]
    check(path, 1, tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_where_word_counts_every_number(seed: int, root: Path, tmp_path: Path) -> None:
    check(root / "resources" / "sample" / "contract.docx", seed, tmp_path)
