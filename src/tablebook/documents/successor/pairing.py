"""Which paragraph of the contract becomes which of the successor: kept, written anew where it stands, new, or gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tablebook.documents.successor.places import Group
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind

_LIKE = 0.4


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph: ``group`` is where it stands now (None: new), ``blocks`` what it is to say (none: it goes)."""

    group: Group | None
    blocks: tuple[Block, ...]

    @property
    def kept(self) -> bool:
        """Whether it says what it said."""
        group = self.group
        return group is not None and [_key(one) for one in group.blocks] == [_key(one) for one in self.blocks]


def changes(groups: Sequence[Group], blocks: Sequence[Block], run_in: bool) -> Iterator[Change]:
    """The paragraphs of a unit in the order of the successor, those that go where they stood; ``run_in`` where titles
    of new sections stand in front of their text."""
    new = _grouped(groups, blocks, run_in)
    old_keys = [tuple(map(_key, group.blocks)) for group in groups]
    new_keys = [tuple(map(_key, some)) for some in new]
    for tag, a, b, c, d in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Change(group, some) for group, some in zip(groups[a:b], new[c:d], strict=True))
            continue
        at = a
        for some in new[c:d]:
            like = next((k for k in range(at, b) if _same(groups[k], some)), None)
            if like is None:
                yield Change(None, some)
                continue
            yield from (Change(group, ()) for group in groups[at:like])
            yield Change(groups[like], some)
            at = like + 1
        yield from (Change(group, ()) for group in groups[at:b])


def _grouped(groups: Sequence[Group], blocks: Sequence[Block], run_in: bool) -> list[tuple[Block, ...]]:
    """The blocks as paragraphs: a title and the text after it stand in one where the contract has it so."""
    joined = {_key(group.blocks[0]): len(group.blocks) for group in groups if group.titled}
    found: list[tuple[Block, ...]] = []
    for block in blocks:
        above = found[-1] if found else ()
        first = above[0] if above else None
        text = block.kind is BlockKind.PARAGRAPH and not block.label and not block.section
        opens = len(above) == 1 and first is not None and first.kind is BlockKind.HEADING and bool(first.section)
        if text and opens and first is not None and joined.get(_key(first), 2 if run_in else 1) > 1:
            found[-1] = (*above, block)
        else:
            found.append((block,))
    return found


def _key(block: Block) -> tuple[object, ...]:
    return block.kind, block.label, block.text, block.rows


def _same(group: Group, new: Sequence[Block]) -> bool:
    """Whether a paragraph is held to be the other with other words. A note is known by its sign."""
    old = group.blocks
    one, other = old[0], new[0]
    if group.note is not None and one.label:
        return one.label == other.label
    if (one.kind is BlockKind.TABLE) != (other.kind is BlockKind.TABLE) or bool(one.label) != bool(other.label):
        return False
    if one.kind is BlockKind.TABLE:
        return True
    if one.section and one.section == other.section and len(old) == len(new):
        return True
    if one.kind is not other.kind:
        return False
    matcher = SequenceMatcher(
        None, " ".join(b.text for b in old).split(), " ".join(b.text for b in new).split(), autojunk=False
    )
    return matcher.quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE
