"""Blocks of a paper with the look of their words: the paragraphs, headings and tables of the clean reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from statistics import median

from tablebook.documents.contract.grids import rows_of
from tablebook.documents.contract.outline import section_blocks
from tablebook.documents.contract.paragraphs import unparted, words_of
from tablebook.documents.lines import Line
from tablebook.documents.marked.paper import Look, SeenBlock, SeenRun
from tablebook.domain.text import Block, BlockKind

Runs = tuple[SeenRun, ...]
_AHEAD = 60  # pieces of a table that are looked through for the next one of a cell
_PLAIN = str.maketrans({"\ufffe": "-", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def seen_blocks(lines: tuple[Line, ...]) -> tuple[SeenBlock, ...]:
    """The blocks of lines that know their looks. All that is printed is in the runs, numbers and labels too."""
    usual = _usual_colour(lines)
    vocabulary = words_of(lines)
    result: list[SeenBlock] = []
    for table, group in groupby(lines, key=lambda line: line.cell and line.cell[0]):
        part = tuple(group)
        result += _parted(part, vocabulary) if table is None else [_beside(part, vocabulary)]
    return tuple(_repainted(block, usual) for block in result)


def _beside(lines: tuple[Line, ...], vocabulary: frozenset[str]) -> SeenBlock:
    """The table of two languages side by side whose cells the lines are in."""
    cells: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        if line.cell is not None:
            cells[line.cell[1:]].append(line)
    rows = tuple(
        tuple(joined(cells[row, column], vocabulary) for column in (0, 1)) for row in sorted({row for row, _ in cells})
    )
    return replace(_shape(Block(BlockKind.TABLE, source=lines[0].source), lines), rows=rows)


def _parted(lines: tuple[Line, ...], vocabulary: frozenset[str]) -> list[SeenBlock]:
    """The blocks of lines that stand one under the other."""
    lines = tuple(replace(line, source=index) for index, line in enumerate(lines))
    found = [list(group) for _, group in groupby(section_blocks(lines), key=lambda block: block.source)]
    starts = [group[0].source for group in found]
    if starts and starts[0] > 0:
        found.insert(0, [Block(source=0)])
        starts.insert(0, 0)
    result: list[SeenBlock] = []
    for group, start, end in zip(found, starts, [*starts[1:], len(lines)], strict=True):
        result += _blocks(group, lines[start:end], vocabulary)
    return result


def _blocks(group: list[Block], lines: tuple[Line, ...], vocabulary: frozenset[str]) -> list[SeenBlock]:
    """The blocks that begin in one line: one, or a heading and the text that goes on behind it."""
    if group[0].kind is BlockKind.TABLE:
        return [replace(_shape(group[0], lines), rows=_rows(lines))]
    runs = joined(lines, vocabulary)
    if len(group) == 1:
        return [replace(_shape(group[0], lines), runs=runs)]
    behind = len(_said(runs)) - len(group[-1].text)
    parts = trimmed(cut(runs, 0, behind)), trimmed(cut(runs, behind))
    return [replace(_shape(block, lines), runs=part) for block, part in zip((group[0], group[-1]), parts, strict=True)]


def _shape(block: Block, lines: tuple[Line, ...]) -> SeenBlock:
    page = lines[0].page
    boxes = [line.seen.box for line in lines if line.seen is not None and line.page == page]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return SeenBlock(
        kind=block.kind, section=block.section, level=block.level, page=page, centred=lines[0].centred, box=box
    )


def joined(lines: Iterable[Line], vocabulary: frozenset[str]) -> Runs:
    """The runs of a paragraph's lines: a mark goes on over the line end, parted words are joined."""
    runs: list[SeenRun] = []
    for line in lines:
        pieces = line.seen.runs if line.seen is not None else ()
        if runs and pieces:
            last = runs[-1]
            if last.text.endswith(("-", "‐", "\ufffe")) and line.text[:1].isalnum() and last.text[-2:-1].isalnum():
                runs[-1] = SeenRun(unparted(last.text, line.text, vocabulary), last.look)
            elif not last.text.endswith(("—", "/")) or not line.text[:1].isalnum():
                runs.append(SeenRun(" ", pieces[0].look))
        runs.extend(pieces)
    return trimmed(merged(runs))


def merged(runs: Iterable[SeenRun]) -> Runs:
    """Runs with neighbours of one look joined and empty ones dropped."""
    result: list[SeenRun] = []
    for run in runs:
        if result and result[-1].look == run.look:
            result[-1] = SeenRun(result[-1].text + run.text, run.look)
        elif run.text:
            result.append(run)
    return tuple(result)


def cut(runs: Runs, start: int, end: int | None = None) -> Runs:
    """The runs of the characters from ``start`` to ``end``."""
    result, at = [], 0
    for run in runs:
        if end is not None and end <= at:
            break
        stop = len(run.text) if end is None else min(len(run.text), end - at)
        if start < at + stop:
            result.append(SeenRun(run.text[max(0, start - at) : stop], run.look))
        at += len(run.text)
    return merged(result)


def trimmed(runs: Runs) -> Runs:
    """The runs without white space at the two ends."""
    text = _said(runs)
    return cut(runs, len(text) - len(text.lstrip()), len(text.rstrip()))


def _rows(lines: tuple[Line, ...]) -> tuple[tuple[Runs, ...], ...]:
    """A table's cells with their looks. A cell is put together of pieces of its lines: each is looked for in order."""
    pieces = [piece for line in lines for piece in _pieces(line)]
    return tuple(tuple(_cell(text, pieces) for text in row) for row in rows_of(lines))


def _pieces(line: Line) -> list[Runs]:
    """The pieces of a line that wide gaps set apart."""
    runs = line.seen.runs if line.seen is not None else ()
    text = _said(runs)
    found, at = [], 0
    for _, piece in line.cells:
        start = text.find(piece, at)
        if start >= 0:
            at = start + len(piece)
            found.append(cut(runs, start, at))
    return found


def _cell(text: str, pieces: list[Runs]) -> Runs:
    """The runs of a cell's text, taken out of ``pieces``."""
    runs: list[SeenRun] = []
    rest = text
    while rest:
        place = next((at for at, piece in enumerate(pieces[:_AHEAD]) if rest.startswith(_said(piece) or "\0")), None)
        if place is None:
            runs.append(SeenRun(rest))
            break
        piece = pieces.pop(place)
        rest = rest[len(_said(piece)) :].lstrip()
        runs += [SeenRun(" ", piece[0].look), *piece] if runs else piece
    return merged(runs)


def _said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _usual_colour(lines: tuple[Line, ...]) -> str:
    """The colour of most letters, "" for black."""
    letters: Counter[str] = Counter({"": 1})
    for line in lines:
        for run in line.seen.runs if line.seen is not None else ():
            letters[run.look.colour] += len(run.text)
    return letters.most_common(1)[0][0]


def _repainted(block: SeenBlock, usual: str) -> SeenBlock:
    """The block with the paper's usual colour taken for none, ligatures as their letters, and hyphens as such."""

    def repaint(runs: Runs) -> Runs:
        return merged(SeenRun(run.text.translate(_PLAIN), _without(run.look, usual)) for run in runs)

    rows = tuple(tuple(repaint(cell) for cell in row) for row in block.rows)
    return replace(block, runs=repaint(block.runs), rows=rows)


def _without(look: Look, usual: str) -> Look:
    return replace(look, colour="") if usual and look.colour == usual else look


def page_heads(furniture: tuple[Line, ...], body: tuple[Line, ...]) -> tuple[str, ...]:
    """The lines that stand at the top of pages without belonging to the text, each once."""
    middle = median(line.y for line in (*furniture, *body)) if furniture else 0.0
    tops = (line.text for line in furniture if line.y < middle and any(char.isalpha() for char in line.text))
    return tuple(dict.fromkeys(tops))
