"""The paragraph of the contract that a new one is set like: of the same kind, on the same level, as near as can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tablebook.documents.successor.places import Group, Home
from tablebook.domain.contract import UnitKind
from tablebook.domain.text import Block, BlockKind

_Key = tuple[object, ...]


def _exact(blocks: Sequence[Block]) -> _Key:
    first = blocks[0]
    return first.kind, first.level, bool(first.label), _form(first.label), bool(first.section), len(blocks)


def _near(blocks: Sequence[Block]) -> _Key:
    first = blocks[0]
    return first.kind, bool(first.label), bool(first.section)


def _form(label: str) -> str:
    """The shape of a label: "a." and "b." are alike, "(1)" and "1." are not."""
    return "".join("9" if c.isdigit() else "a" if c.islower() else "A" if c.isalpha() else c for c in label)[-3:]


class SameLevel:
    """Models by kind, level and label; those of the unit itself before those of its like."""

    def __init__(self, homes: Iterable[Home]) -> None:
        self._homes = list(homes)

    def of(self, blocks: Sequence[Block], home: Home | None, kind: UnitKind) -> Group | None:
        """The model of these blocks' paragraph; None where the contract has nothing like it."""
        like = [one for one in self._homes if one.article.kind is kind and one is not home]
        rest = [one for one in self._homes if one.article.kind is not kind]
        ranked = [*([home] if home is not None else []), *like, *rest]
        for key in (_exact, lambda some: (*_near(some), len(some)), _near, lambda some: (some[0].kind,)):
            wanted = key(blocks)
            for one in ranked:
                for group in one.groups:
                    if group.element is not None and key(group.blocks) == wanted:
                        return group
        if blocks[0].kind is BlockKind.TABLE:
            return None
        return self._plain(ranked)

    def runs_in(self, home: Home | None, kind: UnitKind) -> bool:
        """Whether titles of sections stand in front of their text in most paragraphs: of the unit itself, or of its
        like where it has none."""
        own = [group for group in home.groups if group.titled] if home is not None else []
        like = (group for one in self._homes if one.article.kind is kind for group in one.groups if group.titled)
        heads = own or list(like)
        return 2 * sum(len(group.blocks) > 1 for group in heads) > len(heads)

    def _plain(self, homes: Sequence[Home]) -> Group | None:
        found = (group for one in homes for group in one.groups if group.element is not None and not group.is_table)
        return next(found, None)
