"""Two texts woven into one stream: what stays, what goes and what comes, paragraph ends included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tablebook.documents.tracked.atoms import Atom, Part, paragraph_atoms, signature
from tablebook.documents.tracked.names import (
    PPR,
    SDT,
    SDT_CONTENT,
    SECT,
    TBL,
    Element,
    P,
    T,
    W,
    child_value,
    is_element,
)
from tablebook.domain.dataclass import dataclass
from tablebook.redline.align import align
from tablebook.redline.likeness import Item
from tablebook.redline.marks import Mark
from tablebook.redline.words import hunks

_PROPERTIES = frozenset((W + "tcPr", W + "pPr", SECT))


@dataclass(slots=True)
class Block:
    """A paragraph as its atoms, or a table (or anything else between paragraphs) as one atom."""

    element: Element
    atoms: list[Atom]
    item: Item

    @property
    def is_table(self) -> bool:
        """Whether this is a table."""
        return self.element.tag == TBL


@dataclass(slots=True)
class Step:
    """One atom of the woven stream. SAME has both sides; with only ``new`` (or ``old``) it is written as it is.
    ``move`` joins what left one place with what came to another."""

    mark: Mark
    old: Atom | None = None
    new: Atom | None = None
    move: int = 0

    @property
    def atom(self) -> Atom:
        """The atom, of whichever side has it."""
        found = self.old or self.new
        assert found is not None
        return found

    @property
    def ends_paragraph(self) -> bool:
        """Whether this is the end of a paragraph."""
        return self.atom.ends_paragraph


def blocks_of(container: Element, part: Part) -> list[Block]:
    """The blocks of a body, a cell, a note or a header, those in content controls included."""
    found: list[Block] = []
    waiting: list[Element] = []
    _gather(container, part, (), waiting, found)
    if waiting and found:
        end = found[-1].atoms[-1]
        end.before = (*end.before, *waiting)
    return found


def _gather(
    container: Element, part: Part, shells: tuple[Element, ...], waiting: list[Element], found: list[Block]
) -> None:
    for child in container:
        if not is_element(child) or child.tag in _PROPERTIES:
            continue
        if child.tag == P:
            atoms = paragraph_atoms(child, part, shells)
            first = atoms[0]
            first.before = (*waiting, *first.before)
            waiting.clear()
            found.append(Block(child, atoms, Item("".join(atom.key for atom in atoms[:-1]))))
        elif child.tag == TBL:
            words = "\t".join(text.text or "" for text in child.iter(T))
            found.append(Block(child, [Atom("\0T", (), (), tuple(waiting), child, shells)], Item(words, kind="table")))
            waiting.clear()
        elif child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                _gather(content, part, (*shells, child), waiting, found)
        elif child.tag.startswith(W) and child.tag.rpartition("}")[2] not in ("altChunk", "customXml"):
            waiting.append(child)
        else:
            key = signature(child, part)
            found.append(Block(child, [Atom(f"\0X{key}", (), (), (), child, shells)], Item(key, kind="other")))


def weave(old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """The stream. Without what came it is the old text exactly; without what went it is the new one."""
    found = align([block.item for block in old], [block.item for block in new])
    spans = _tables_met(list(found.spans), old, new)
    moved = {pair: number for number, pair in enumerate(found.moved, 1) if _same_words(old[pair[0]], new[pair[1]])}
    leaving = {i: number for (i, _), number in moved.items()}
    coming = {j: number for (_, j), number in moved.items()}
    steps: list[Step] = []
    i = j = 0
    for a, b, c, d in (*spans, (len(old), len(old), len(new), len(new))):
        if not any(k in leaving for k in range(i, a)) and not any(k in coming for k in range(j, c)):
            while i < a and j < c and _one_place(old[i], new[j]):
                steps.extend(_written_over(old[i], new[j]))
                i, j = i + 1, j + 1
        for k in range(i, a):
            steps.extend(Step(Mark.DELETED, atom, None, leaving.get(k, 0)) for atom in old[k].atoms)
        for k in range(j, c):
            steps.extend(Step(Mark.INSERTED, None, atom, coming.get(k, 0)) for atom in new[k].atoms)
        steps.extend(_paired(old[a:b], new[c:d]))
        i, j = b, d
    return steps


def _one_place(old: Block, new: Block) -> bool:
    """Whether one paragraph takes another's place: set alike, whatever they say."""
    if old.element.tag != P or new.element.tag != P:
        return False
    mine, theirs = old.element.find(PPR), new.element.find(PPR)
    return child_value(mine, "pStyle") == child_value(theirs, "pStyle")


def _written_over(old: Block, new: Block) -> list[Step]:
    """All words struck and others written, in one paragraph: its number is counted once, whatever is accepted."""
    struck = [Step(Mark.DELETED, atom) for atom in old.atoms[:-1]]
    written = [Step(Mark.INSERTED, None, atom) for atom in new.atoms[:-1]]
    return [*struck, *written, Step(Mark.SAME, old.atoms[-1], new.atoms[-1])]


def _same_words(old: Block, new: Block) -> bool:
    """A move is shown as one only where the words alone are the same, and there are some."""
    if old.is_table or not all(atom.plain for atom in (*old.atoms, *new.atoms)) or len(old.atoms) < 4:
        return False
    return [atom.key for atom in old.atoms] == [atom.key for atom in new.atoms]


def _tables_met(
    spans: list[tuple[int, int, int, int]], old: Sequence[Block], new: Sequence[Block]
) -> list[tuple[int, int, int, int]]:
    """Tables that would stand side by side, one struck and one new, are one table whose rows changed."""
    out: list[tuple[int, int, int, int]] = []
    i = j = 0
    for span in (*spans, (len(old), len(old), len(new), len(new))):
        a, _, c, _ = span
        ours = [k for k in range(i, a) if old[k].is_table]
        theirs = [k for k in range(j, c) if new[k].is_table]
        out.extend((k, k + 1, m, m + 1) for k, m in zip(ours, theirs, strict=False))
        if a < len(old) or c < len(new):
            out.append(span)
        i, j = span[1], span[3]
    return out


def _paired(old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Paragraphs that belong together, word by word; the last of each end at the same end."""
    if not old and not new:
        return []
    if old[0].element.tag != P:
        return [Step(Mark.SAME, old[0].atoms[0], new[0].atoms[0])]
    ours = [atom for block in old for atom in block.atoms]
    theirs = [atom for block in new for atom in block.atoms]
    steps = woven(ours[:-1], theirs[:-1])
    steps.append(Step(Mark.SAME, ours[-1], theirs[-1]))
    return steps


def woven(ours: Sequence[Atom], theirs: Sequence[Atom]) -> list[Step]:
    """Two lists of atoms as one."""
    old, new = [atom.key for atom in ours], [atom.key for atom in theirs]
    steps: list[Step] = []
    i = j = 0
    for a, b, c, d in (*(hunks(old, new, glue=1) if old != new else ()), (len(old), len(old), len(new), len(new))):
        while i < a and j < c and old[i] == new[j]:
            steps.append(Step(Mark.SAME, ours[i], theirs[j]))
            i, j = i + 1, j + 1
        steps.extend(Step(Mark.DELETED, ours[k]) for k in range(i, max(a, b)))
        steps.extend(Step(Mark.INSERTED, None, theirs[k]) for k in range(j, max(c, d)))
        i, j = b, d
    return steps


def settled(steps: list[Step]) -> list[Step]:
    """A move whose other place is gone is no move."""
    ends = Counter((step.move, step.mark) for step in steps if step.move and step.ends_paragraph)
    for step in steps:
        if step.move and not (ends[step.move, Mark.DELETED] and ends[step.move, Mark.INSERTED]):
            step.move = 0
    return steps


def whole(blocks: Sequence[Block], mark: Mark) -> list[Step]:
    """All of a container as struck or as new; its last end stays, for the container goes or comes with it."""
    old = mark is Mark.DELETED
    steps = [Step(mark, atom if old else None, None if old else atom) for block in blocks for atom in block.atoms]
    if steps and steps[-1].ends_paragraph:
        steps[-1].mark = Mark.SAME
    return steps
