"""All words that ever stood in a text, woven into one thread, each knowing when it came, went and came back.

The contract is pass 0. Every later pass is woven in by :mod:`weaving`. Reading only what is alive gives the last pass;
reading only what came with pass 0 gives the contract. Both are exact because nothing is ever taken out of the thread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind
from tablebook.redline.marks import Author, Fate
from tablebook.redline.tokens import BREAK, Fold, Token, exact, split, tokens_of

_TABLE = f"{BREAK}\t"
"""A table's beginning: no paragraph's is the same, so a struck table never comes back as one."""


class Thread:
    """Something that comes, goes and may come back: ``events`` are the passes at which it did, the first its birth."""

    __slots__ = ("events",)

    def __init__(self, born: int) -> None:
        self.events: tuple[int, ...] = (born,)

    @property
    def alive(self) -> bool:
        """Whether it stands in the last pass."""
        return len(self.events) % 2 == 1

    @property
    def ours(self) -> bool:
        """Whether it is current contract language."""
        return self.events[0] == 0

    def alive_at(self, number: int) -> bool:
        """Whether it stood in that pass."""
        return sum(event <= number for event in self.events) % 2 == 1

    def end(self, number: int) -> None:
        """Struck by that pass; what the same pass had brought back stays as it was before."""
        if self.events[-1] == number and len(self.events) > 1:
            self.events = self.events[:-1]
        else:
            self.events += (number,)

    revive = end


class Atom(Thread):
    """One token of the woven text."""

    __slots__ = ("bold", "italic", "text")

    def __init__(self, text: str, born: int, bold: bool = False, italic: bool = False) -> None:
        super().__init__(born)
        self.text, self.bold, self.italic = text, bold, italic


class Column(Thread):
    """A table's column; the cells know for themselves which rows have one."""

    __slots__ = ()


class Cell(Thread):
    """One cell of a table, its words woven like a paragraph's."""

    __slots__ = ("atoms",)

    def __init__(self, atoms: list[Atom], born: int) -> None:
        super().__init__(born)
        self.atoms = atoms


class Row(Thread):
    """One row of a table: its cells by column."""

    __slots__ = ("cells",)

    def __init__(self, cells: dict[Column, Cell], born: int) -> None:
        super().__init__(born)
        self.cells = cells


@dataclass(slots=True)
class Grid:
    """A woven table."""

    columns: list[Column]
    rows: list[Row]


class Segment(Atom):
    """The beginning of a paragraph, heading or table, and what follows it up to the next beginning.

    As an atom it is the break between paragraphs: a paragraph split in two gets a new one, two joined lose one.
    ``atoms`` is None while the words are those of ``block`` untouched, so that unchanged text costs nothing. While
    ``coarse``, an atom may hold many tokens; :meth:`open` takes them apart for the next pass.
    """

    __slots__ = ("atoms", "base_index", "base_label", "block", "coarse", "grid", "move", "new_index", "relabelled")

    def __init__(self, block: Block, born: int, index: int) -> None:
        super().__init__(BREAK if block.kind is not BlockKind.TABLE else _TABLE, born)
        self.block = block
        self.atoms: list[Atom] | None = None
        self.grid: Grid | None = None
        self.base_label = block.label
        self.base_index = index if born == 0 else None
        self.new_index: int | None = index
        self.move = 0
        self.relabelled = 0
        self.coarse = False

    def take(self, block: Block, index: int, number: int) -> None:
        """Stand as this block of a new pass: its label, kind and place."""
        if block.label != self.block.label:
            self.relabelled = number
        self.block, self.new_index = block, index

    def open(self) -> None:
        """Make the words into atoms that may be struck one by one."""
        if self.coarse:
            self.atoms = [part for atom in self.atoms or () for part in _single(atom)]
            self.coarse = False
        if self.atoms is None and self.grid is None:
            born = self.events[0]
            if self.block.kind is BlockKind.TABLE:
                self.grid = woven_grid(self.block.rows, born)
            else:
                self.atoms = [Atom(token.text, born, token.bold, token.italic) for token in tokens_of(self.block)]
            for thread in self.threads():
                thread.events = self.events

    def threads(self) -> Iterator[Thread]:
        """All that can be struck or brought back in it, without itself."""
        yield from self.atoms or ()
        if self.grid is not None:
            yield from self.grid.columns
            for row in self.grid.rows:
                yield row
                for cell in row.cells.values():
                    yield cell
                    yield from cell.atoms

    def live_text(self) -> str:
        """The words that stand in the last pass."""
        if self.grid is not None or self.atoms is None:
            return self.block.text if self.alive else ""
        return "".join(atom.text for atom in self.atoms if atom.alive)

    def text_at(self, number: int) -> str:
        """The words that stood in an earlier pass."""
        if self.atoms is None:
            return self.block.text if self.alive_at(number) else ""
        return "".join(atom.text for atom in self.atoms if atom.alive_at(number))

    @property
    def has_life(self) -> bool:
        """Whether it or any of its words stands in the last pass."""
        return self.alive or any(atom.alive for atom in self.atoms or ())

    def end_all(self, number: int) -> None:
        """Struck whole."""
        for thread in self.threads():
            if thread.alive:
                thread.end(number)
        self.end(number)
        self.move = 0


def _single(atom: Atom) -> list[Atom]:
    parts = split(atom.text)
    if len(parts) < 2:
        return [atom]
    singles = [Atom(part, 0, atom.bold, atom.italic) for part in parts]
    for single in singles:
        single.events = atom.events
    return singles


def woven_grid(rows: Sequence[Sequence[str]], born: int) -> Grid:
    """A table all of whose cells came with one pass."""
    columns = [Column(born) for _ in range(max(map(len, rows), default=0))]
    woven = []
    for row in rows:
        cells = {
            column: Cell([Atom(part, born) for part in split(text)], born)
            for column, text in zip(columns, row, strict=False)
        }
        woven.append(Row(cells, born))
    return Grid(columns, woven)


@dataclass(slots=True)
class Weave:
    """The woven text and who passed what: ``authors[0]`` is nobody, the contract."""

    segments: list[Segment]
    authors: list[Author | None] = field(default_factory=lambda: [None])
    fold: Fold = exact
    glue: int = 2
    moves: int = 0

    @property
    def last(self) -> int:
        """The number of the last pass."""
        return len(self.authors) - 1

    def groups(self) -> tuple[list[Segment], list[list[Segment]]]:
        """What is struck before the first live paragraph; then each live paragraph with all that follows it."""
        head: list[Segment] = []
        groups: list[list[Segment]] = []
        for segment in self.segments:
            if segment.alive:
                groups.append([segment])
            else:
                (groups[-1] if groups else head).append(segment)
        return head, groups

    def fate(self, thread: Thread) -> Fate:
        """Who brought it, who struck it, and whether the last pass did."""
        events = thread.events
        writer = self.authors[events[0]]
        striker = self.authors[events[-1]] if len(events) % 2 == 0 else None
        restorer = self.authors[events[-1]] if striker is None and len(events) > 1 else None
        return Fate(writer, striker, events[-1] == self.last > 0, restorer)


def weave_of(base: Sequence[Block], fold: Fold = exact, glue: int = 2) -> Weave:
    """The contract alone."""
    return Weave([Segment(block, 0, index) for index, block in enumerate(base)], fold=fold, glue=glue)


def atom_of(token: Token, number: int) -> Atom:
    """A token of a new pass as a thread; a paragraph's beginning becomes an empty segment."""
    if token.block is not None:
        segment = Segment(token.block, number, token.index)
        segment.atoms = []
        return segment
    return Atom(token.text, number, token.bold, token.italic)
