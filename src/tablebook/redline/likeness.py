"""How alike two blocks are, without comparing them word by word."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import field

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind
from tablebook.redline.tokens import Fold

_WORDS = re.compile(r"\w+")


@dataclass(slots=True)
class Item:
    """One block, or row of a table, to be aligned: ``key`` is equal where the words are, ``label`` is what is printed
    before them, ``kind`` keeps tables and paragraphs apart, ``head`` says that it is a heading, ``away`` that the same
    words stand elsewhere in the other text."""

    key: str
    label: str = ""
    section: str = ""
    kind: str = ""
    words: frozenset[Hashable] | None = field(default=None, repr=False)
    listed: list[str] | None = field(default=None, repr=False)
    flowing: str | None = field(default=None, repr=False)
    head: bool = False
    away: bool = False

    @property
    def bag(self) -> frozenset[Hashable]:
        """The different words, in no order: enough to say how alike two paragraphs are, and fast."""
        if self.words is None:
            self.words = frozenset(self.plain)
        return self.words

    @property
    def plain(self) -> list[str]:
        """The words without punctuation, in order."""
        if self.listed is None:
            self.listed = _WORDS.findall(self.key.lower())
        return self.listed

    @property
    def flow(self) -> str:
        """The words with a space around each, for finding some of them in their order."""
        if self.flowing is None:
            self.flowing = f" {' '.join(self.plain)} "
        return self.flowing

    @property
    def named(self) -> bool:
        """Whether the printed label tells blocks apart: "7.3" and "(a)" do, a bullet does not."""
        return any(map(str.isalnum, self.label))


def item_of(label: str, text: str, section: str, kind: BlockKind, fold: Fold) -> Item:
    """A block as something to align."""
    return Item(fold(text), label, section, "table" if kind is BlockKind.TABLE else "", head=kind is BlockKind.HEADING)


def item_of_block(block: Block, fold: Fold) -> Item:
    """A block of a new text as something to align."""
    return item_of(block.label, block.text, block.section, block.kind, fold)


LIKE = 0.4
HELD = 0.8


def score(old: Item, new: Item) -> float:
    """How much speaks for pairing two blocks: 0 forbids, else the words they share and a little for the same number."""
    if old.kind != new.kind or old.away or new.away:
        return 0.0
    hint = 0.5 if old.named and old.label == new.label else 0.0
    if old.section and old.section == new.section:
        hint += 0.5
    if old.key == new.key:
        return len(old.bag) + 2.0 + hint
    ours, theirs = old.bag, new.bag
    shared = len(ours & theirs)
    fewer = min(len(ours), len(theirs))
    alike = 2 * shared >= LIKE * (len(ours) + len(theirs)) if fewer else False
    held = fewer >= 4 and shared >= HELD * fewer
    return shared + hint if alike or held else hint


def likeness(old: Item, new: Item) -> float:
    """Shared words twice, over all words: 1.0 for the same words in any order."""
    total = len(old.bag) + len(new.bag)
    if not total or old.kind != new.kind:
        return float(old.key == new.key and old.kind == new.kind)
    return 2 * len(old.bag & new.bag) / total
