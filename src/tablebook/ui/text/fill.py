"""Fills a QTextDocument from rows, and changes only the rows that differ when the text is shown again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtGui import QTextCursor, QTextDocument

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import MarkedRun
from tablebook.ui.text.fit_tables import share_of, sized
from tablebook.ui.text.formats import Formats, label_width, percent_columns, runs_in
from tablebook.ui.text.offsets import qt_length, shown
from tablebook.ui.text.rows import Flag, Ink, Note, Placed, Row, Span, ink_of


def fill(document: QTextDocument, rows: Sequence[Row], formats: Formats) -> list[Placed]:
    """Show `rows` from scratch; gives back where each one stands."""
    document.clear()
    margins(document, formats)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    writer = _Writer(cursor, formats, indents(rows, formats), unused=True)
    placed = [writer.put(row) for row in rows]
    writer.close()
    cursor.endEditBlock()
    return placed


def refill(document: QTextDocument, placed: list[Placed], rows: Sequence[Row], formats: Formats) -> list[Placed]:
    """Show `rows` in place of what is shown, touching only what lies between the equal beginning and end."""
    old, steps = [p.row for p in placed], indents(rows, formats)
    if not old or not rows or steps != indents(old, formats):
        return fill(document, rows, formats)
    head = _same_head(old, rows)
    tail = min(_same_head(old[::-1], rows[::-1]), len(old) - head, len(rows) - head)
    for each, row in (*zip(placed[:head], rows, strict=False), *zip(placed[::-1][:tail], rows[::-1], strict=False)):
        each.row = row
    if head == len(old) == len(rows):
        return placed
    if len(old) - tail == head or len(rows) - tail == head:
        head, tail = (head - 1, tail) if head else (head, tail - 1)
    middle, new = placed[head : len(old) - tail], rows[head : len(rows) - tail]
    if len(middle) == len(new) == 1 and _same_grid(middle[0].row, new[0]):
        _recell(document, middle[0], new[0], formats)
        return placed
    if any(r.block.kind is BlockKind.TABLE and not r.fold for r in (*(p.row for p in middle), *new)):
        return fill(document, rows, formats)
    return _replace(document, placed, rows, formats, head, tail)


def _same_head(old: Sequence[Row], rows: Sequence[Row]) -> int:
    pairs = zip(old, rows, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if not alike(a, b)), min(len(old), len(rows)))


def alike(a: Row, b: Row) -> bool:
    """Whether two rows look the same; their numbers in the compared texts and their pads do not count."""
    if a is b:
        return True
    if (a.chip, a.note, a.fold) != (b.chip, b.note, b.fold):
        return False
    one, other = a.block, b.block
    return one is other or (
        one.runs == other.runs
        and one.rows == other.rows
        and (one.kind, one.label, one.old_label, one.section, one.level, one.moved, one.fresh)
        == (other.kind, other.label, other.old_label, other.section, other.level, other.moved, other.fresh)
        and (one.margin_author, one.start) == (other.margin_author, other.start)
    )


def _same_grid(old: Row, new: Row) -> bool:
    """Whether a table differs in the words of its cells only."""
    tables = old.block.kind is new.block.kind is BlockKind.TABLE and not old.fold and not new.fold
    same_lines = [len(line) for line in old.block.rows] == [len(line) for line in new.block.rows] != []
    flagged = any(row.note and row.note.flags for row in (old, new))
    return tables and same_lines and not flagged and _wordy(old) == _wordy(new)


def _wordy(row: Row) -> bool:
    """Whether a table holds sentences, so that its columns share the width evenly."""
    cells = row.block.rows
    return sum(len(run.text) for line in cells for cell in line for run in cell) > 90 * len(cells)


def _recell(document: QTextDocument, placed: Placed, row: Row, formats: Formats) -> None:
    """Write again the cells that differ. A whole schedule written anew would hold up the next key."""
    columns = max(1, *(len(line) for line in row.block.rows))
    for down, (old, new) in enumerate(zip(placed.row.block.rows, row.block.rows, strict=True)):
        for across, (was, cell) in enumerate(zip(old, new, strict=True)):
            if was != cell:
                number = placed.first + down * columns + across
                cursor = QTextCursor(document.findBlockByNumber(number))
                cursor.beginEditBlock()
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
                cursor.setBlockFormat(formats.cell("".join(run.text for run in cell)))
                placed.spans[number] = _Writer(cursor, formats, {}, unused=False).runs(cell, False)
                cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
                if (share := share_of(cursor)) < 1:
                    cursor.mergeCharFormat(sized(formats.look, share))
                cursor.endEditBlock()
    placed.row = row


def _replace(
    document: QTextDocument, placed: list[Placed], rows: Sequence[Row], formats: Formats, head: int, tail: int
) -> list[Placed]:
    last = placed[len(placed) - tail - 1]
    cursor = QTextCursor(document.findBlockByNumber(placed[head].first))
    end = document.findBlockByNumber(last.first + last.count - 1)
    before = document.blockCount()
    cursor.beginEditBlock()
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    writer = _Writer(cursor, formats, indents(rows, formats), unused=True)
    put = [writer.put(row) for row in rows[head : len(rows) - tail]]
    cursor.endEditBlock()
    moved = document.blockCount() - before
    after = placed[len(placed) - tail :]
    for each in after:
        each.first += moved
        each.spans = {number + moved: spans for number, spans in each.spans.items()}
    return [*placed[:head], *put, *after]


def margins(document: QTextDocument, formats: Formats) -> None:
    """No margins of Qt's own: the page sets its paddings on the root frame."""
    document.setDocumentMargin(0)
    document.setDefaultFont(formats.look.book)


def indents(rows: Sequence[Row], formats: Formats) -> dict[int, float]:
    """The indent of each level: room for its widest label, so that the words of siblings stand in one line."""
    look, widest = formats.look, dict[int, float]()
    for row in rows:
        block = row.block
        if not row.fold and block.kind is BlockKind.PARAGRAPH and not runs_in(block) and (block.label or block.level):
            level = max(block.level, 1)
            widest[level] = max(widest.get(level, look.hang), label_width(block, look) + look.px(16))
    found, base = dict[int, float](), 0.0
    for level in range(1, max(widest, default=0) + 1):
        base += widest.get(level, look.hang)
        found[level] = base
    return found


class _Writer:
    """Puts rows at a cursor, one after another."""

    def __init__(self, cursor: QTextCursor, formats: Formats, steps: dict[int, float], unused: bool) -> None:
        self.cursor, self.formats, self.steps, self.unused = cursor, formats, steps, unused

    def put(self, row: Row) -> Placed:
        """Write one row."""
        if row.block.kind is BlockKind.TABLE and row.block.rows and not row.fold:
            return self._table(row)
        block, look = row.block, self.formats.look
        run_in = not row.fold and runs_in(block)
        step = 0.0 if run_in or not (block.label or block.level) else self.steps.get(max(block.level, 1), look.hang)
        width = label_width(block, look) if run_in else 0.0
        shape = self.formats.paragraph(block, 0.0 if row.fold else step, width + look.px(8) if width else 0.0)
        if row.fold:
            shape.setLeftMargin(look.px(22))
            shape.setLineHeight(look.px(22), 2)
        self._open(shape)
        placed = Placed(row, self.cursor.block().blockNumber())
        if row.fold:
            self.cursor.insertText(row.fold, self.formats.fold())
        else:
            placed.spans[placed.first] = self.runs(block.runs, block.kind is BlockKind.HEADING, row.note)
        return placed

    def close(self) -> None:
        """Leave no paragraph that is not ours after a table at the end."""
        if self.unused:
            self.cursor.setBlockFormat(self.formats.filler())

    def _open(self, shape: object) -> None:
        if self.unused:
            self.cursor.setBlockFormat(shape)  # type: ignore[arg-type]
            self.unused = False
        else:
            self.cursor.insertBlock(shape)  # type: ignore[call-overload]
        self.cursor.setBlockCharFormat(self.formats.words(Ink()))

    def runs(self, runs: Sequence[MarkedRun], head: bool, note: Note | None = None) -> tuple[Span, ...]:
        """Write words in their inks; gives back where those stand that are marked."""
        spans, at = list[Span](), 0
        pieces = [(run, ink, shown(run.text)) for run, ink in _pieces(runs, note)]
        for (run, ink, text), airy in zip(pieces, _air(pieces), strict=True):
            done = 0
            for edge in [*airy, len(text)]:
                for start, end, spaced in ((done, edge, False), (edge, edge + 1, True)):
                    if text[start:end]:
                        self.cursor.insertText(
                            text[start:end], self.formats.words(ink, run.bold, run.italic, head, spaced)
                        )
                done = edge + 1
            length = qt_length(text)
            if not ink.plain and length:
                begins = at
                if spans and spans[-1].ink == ink and spans[-1].end == at:
                    begins = spans.pop().start
                spans.append(Span(begins, at + length, ink, bool(airy) and airy[-1] == len(text) - 1))
            at += length
        return tuple(spans)

    def _table(self, row: Row) -> Placed:
        cells = row.block.rows
        columns = max(1, *(len(line) for line in cells))
        if self.unused:
            self.cursor.setBlockFormat(self.formats.filler())
        shape = self.formats.table()
        if columns > 1 and _wordy(row):
            shape.setColumnWidthConstraints(percent_columns(columns))
        table = self.cursor.insertTable(len(cells), columns, shape)
        first = table.firstCursorPosition().block().blockNumber()
        placed = Placed(row, first, len(cells) * columns)
        at = 0
        for down, line in enumerate(cells):
            for across, cell in enumerate(line):
                self.cursor = table.cellAt(down, across).firstCursorPosition()
                self.cursor.setBlockFormat(self.formats.cell("".join(run.text for run in cell)))
                number = first + down * columns + across
                if spans := self.runs(cell, False, _from(row.note, at)):
                    placed.spans[number] = spans
                at += sum(len(run.text) for run in cell)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self.unused = True
        return placed


def _air(pieces: Sequence[tuple[MarkedRun, Ink, str]]) -> list[list[int]]:
    """For each piece the letters that have air after them: the last before an opening bracket, the last in a closing
    one. A bracket stands at the words, so spaces at the ends of what was offered stay outside. Struck and
    new words side by side have it too where no space stands between them."""
    found: list[set[int]] = [set() for _ in pieces]
    for at, (_, ink, text) in enumerate(pieces):
        if at + 1 < len(pieces) and _abut(pieces[at], pieces[at + 1]):
            found[at].add(len(text) - 1)
        if not ink.bracketed or not text.strip():
            continue
        if at == 0 or pieces[at - 1][1] != ink:
            lead = len(text) - len(text.lstrip())
            if lead:
                found[at].add(lead - 1)
            elif at:
                found[at - 1].add(len(pieces[at - 1][2]) - 1)
        if at + 1 == len(pieces) or pieces[at + 1][1] != ink:
            found[at].add(len(text.rstrip()) - 1)
    return [sorted(each) for each in found]


def _abut(one: tuple[MarkedRun, Ink, str], two: tuple[MarkedRun, Ink, str]) -> bool:
    """Whether struck words and new ones beside them would run together; brackets have an air of their own."""
    (_, left, before), (_, right, after) = one, two
    if left.bracketed or right.bracketed or not (before and after):
        return False
    marked = (left.striker and right.writer) or (left.writer and right.striker)
    return bool(marked) and not (before[-1].isspace() or after[0].isspace())


def _from(note: Note | None, at: int) -> Note | None:
    """The note with its flags counted from a cell's first letter."""
    if note is None or not note.flags or not at:
        return note
    return replace(note, flags=tuple(Flag(flag.start - at, flag.end - at, flag.kind) for flag in note.flags))


def _pieces(runs: Sequence[MarkedRun], note: Note | None) -> list[tuple[MarkedRun, Ink]]:
    """The runs with their inks, cut where flagged words begin and end."""
    flags = note.flags if note else ()
    if not flags:
        return [(run, ink_of(run)) for run in runs if run.text]
    pieces, at = [], 0
    for run in runs:
        cuts = {0, len(run.text)}
        for flag in flags:
            cuts |= {min(max(edge - at, 0), len(run.text)) for edge in (flag.start, flag.end)}
        for start, end in pairwise(sorted(cuts)):
            kind = next((f.kind for f in flags if f.start < at + end and f.end > at + start), "")
            ink = ink_of(run)
            part = MarkedRun(run.text[start:end], run.writer, run.striker, run.fresh, run.bold, run.italic)
            pieces.append((part, Ink(ink.writer, ink.striker, ink.fresh, kind)))
        at += len(run.text)
    return pieces
