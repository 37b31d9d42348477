"""The two clean texts that a marked paper holds: with its changes accepted, and with its changes rejected.

Word's tracked changes are taken exactly, blanks included. Around marks made by hand people leave blanks where they
fall, so there a doubled blank is made one, and a lost one is put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace

from tablebook.documents.lines import Line, merged, spaced
from tablebook.documents.marked.paper import Look, SeenBlock
from tablebook.documents.marked.pieces import Piece
from tablebook.documents.marked.side_by_side import Columns, as_headings, column_of_row, lead_of_row
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import BlockKind, Run
from tablebook.redline.marks import Mark

_NUMBER = re.compile(r"\(?[A-Za-z0-9]{1,4}(?:\.\d+)*[.)]")
_CLOSING = tuple(".,;:)]?!%’”")
_OPENING = tuple("([“‘$")


@dataclass(frozen=True, slots=True)
class Fated:
    """A block with the fate of its words, of its end, and of a table's rows and cells (as empty pieces). ``columns``
    are those of the old and the new language, where a table sets them side by side."""

    block: SeenBlock
    pieces: tuple[Piece, ...] = ()
    end: Piece = field(default_factory=lambda: Piece("", Look()))
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()
    row_ends: tuple[Piece, ...] = ()
    cell_ends: tuple[tuple[Piece, ...], ...] = ()
    columns: Columns | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one table, of a clean text; ``block`` is where it ends on the paper."""

    block: SeenBlock
    label: str = ""
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def printed(self) -> str:
        """Label and words; a table's cells by tabs, its rows by newlines."""
        if self.rows:
            return "\n".join("\t".join(row) for row in self.rows)
        text = "".join(run.text for run in self.runs).strip("\n")  # breaks of the page at the ends
        return f"{self.label} {text.lstrip()}" if self.label else text


def reading(blocks: Iterable[Fated], *, accepted: bool) -> tuple[Paragraph, ...]:
    """The paragraphs of one reading; those without words are gone."""
    found = [one for one in _paragraphs(blocks, accepted=accepted) if one.printed.strip() and (one.rows or one.runs)]
    return tuple(one for one in found if one.rows or "".join(run.text for run in one.runs).strip())


def _paragraphs(blocks: Iterable[Fated], *, accepted: bool) -> Iterator[Paragraph]:
    carried: list[Piece] = []
    for fated in blocks:
        if fated.block.rows:
            yield from _flushed(carried, accepted=accepted)
            carried = []
            if fated.columns is not None:
                yield from _column(fated, fated.columns, accepted=accepted)
            else:
                yield Paragraph(fated.block, rows=tuple(_rows(fated, accepted=accepted)))
            continue
        carried += fated.pieces
        if fated.end.stays(accepted=accepted):
            old = fated.block.old_label
            label = fated.block.label if accepted or old is None else old
            runs = _runs(carried, accepted=accepted)
            if not _label_alone(runs, carried):
                yield Paragraph(fated.block, label, runs)
            carried = []
    yield from _flushed(carried, accepted=accepted)


def _label_alone(runs: tuple[Run, ...], pieces: list[Piece]) -> bool:
    """Whether of a paragraph marked by hand nothing stays but its typed number: then the number goes, too."""
    text = "".join(run.text for run in runs).strip()
    return bool(_NUMBER.fullmatch(text)) and any(p.mark is not Mark.SAME and not p.tracked for p in pieces)


def _flushed(carried: list[Piece], *, accepted: bool) -> Iterator[Paragraph]:
    """Words whose paragraph's end is gone with nothing behind it to join."""
    if carried:
        yield Paragraph(SeenBlock(), "", _runs(carried, accepted=accepted))


def _rows(fated: Fated, *, accepted: bool) -> Iterator[tuple[str, ...]]:
    for index, row in enumerate(fated.rows):
        if fated.row_ends and not fated.row_ends[index].stays(accepted=accepted):
            continue
        ends = fated.cell_ends[index] if fated.cell_ends else ()
        yield tuple(
            "".join(run.text for run in _runs(cell, accepted=accepted)).strip()
            for at, cell in enumerate(row)
            if at >= len(ends) or ends[at].stays(accepted=accepted)
        )


def _column(fated: Fated, columns: Columns, *, accepted: bool) -> Iterator[Paragraph]:
    """The rows of one language as paragraphs, its head left out."""
    block = replace(fated.block, kind=BlockKind.PARAGRAPH, rows=())
    above = ""
    for row in fated.rows[1:]:
        cells = ["".join(piece.text for piece in cell) for cell in row]
        runs = _runs(row[column_of_row(cells, columns, accepted=accepted)], accepted=accepted)
        article, lead = as_headings(lead_of_row(cells, columns))
        if runs and article and article != above:
            above = article
            yield Paragraph(block, "", (Run(article),))
        text = "".join(run.text for run in runs).lstrip()
        if runs and lead and not text.startswith(lead):
            runs = (Run(f"{lead} "), *runs)
        yield Paragraph(block, "", runs)


def _runs(pieces: Iterable[Piece], *, accepted: bool) -> tuple[Run, ...]:
    return merged(_run(piece) for piece in kept(pieces, accepted=accepted))


def _run(piece: Piece) -> Run:
    """The words of a piece; bold and italics that only said "new" are off."""
    said = piece.put_in.look if piece.put_in is not None else None
    bold = piece.look.bold and not (said is not None and said.bold)
    return Run(piece.text, bold, piece.look.italic and not (said is not None and said.italic))


def kept(pieces: Iterable[Piece], *, accepted: bool) -> list[Piece]:
    """The pieces that stay, with the blanks between them right where something marked by hand went out."""
    result: list[Piece] = []
    gone: list[Piece] = []
    before: list[Piece] = []  # what went out before the last piece that stayed
    for piece in pieces:
        if not piece.stays(accepted=accepted):
            gone.append(piece)
            continue
        if not piece.text:
            continue
        by_hand = "".join(one.text for one in gone if not one.tracked and not one.sheds)
        seam = by_hand or any(one.sheds for one in gone)
        if seam:
            piece = _after(result, piece, by_hand)
        elif (
            before
            and result
            and _swapped(result[-1], piece)
            and _lost("".join(p.text for p in before)[-1:], result, piece)
        ):
            piece = replace(piece, text=f" {piece.text}")
        if piece.text:
            result.append(piece)
        if piece.text.strip() or gone:
            before = [one for one in gone if not one.tracked]
        gone = []
    if any(not one.tracked for one in gone):
        _trim_end(result)
    return result


def _after(result: list[Piece], piece: Piece, gone: str) -> Piece:
    """A piece as it follows what stays, with ``gone`` out between them."""
    left = result[-1].text[-1:] if result else ""
    if not left or left.isspace() or left in _OPENING:
        piece = replace(piece, text=piece.text.lstrip(" "))
    elif _swapped(result[-1], piece) and _lost(gone[:1] if piece.mark is not Mark.SAME else gone[-1:], result, piece):
        return replace(piece, text=f" {piece.text}")
    if piece.text.startswith(_CLOSING) and (left.isspace() or not left):
        _trim_end(result)
    return piece


def _swapped(left: Piece, right: Piece) -> bool:
    """Whether one of two neighbours is changed: what stands there took the place of what went out."""
    return (left.mark is Mark.SAME) != (right.mark is Mark.SAME)


def _lost(edge: str, result: list[Piece], piece: Piece) -> bool:
    """Whether a blank went out with the old words and the new ones now touch their neighbour."""
    return edge.isspace() and result[-1].text[-1:].isalnum() and piece.text[:1].isalnum()


def _trim_end(result: list[Piece]) -> None:
    while result:
        text = result[-1].text.rstrip(" ")
        if text:
            result[-1] = replace(result[-1], text=text)
            return
        result.pop()


def lines_of(paragraphs: Iterable[Paragraph]) -> tuple[Line, ...]:
    """The paragraphs as lines for finding sections; short ones with line breaks give several."""
    return tuple(line for paragraph in paragraphs for line in _lines(paragraph))


def _lines(paragraph: Paragraph) -> Iterator[Line]:
    block = paragraph.block
    if paragraph.rows:
        width = max(map(len, paragraph.rows))
        rows = tuple((*row, *[""] * (width - len(row))) for row in paragraph.rows)
        yield Line("", block.page, gap=1.0, whole=True, rows=rows, source=block.source)
        return
    for index, part in enumerate(_broken(paragraph.runs)):
        runs = spaced(part)
        text = "".join(run.text for run in runs)
        if not text:
            continue
        weighty = [run for run in runs if run.text.strip()]
        lead = len(runs[0].text) if runs[0].bold and not all(run.bold for run in weighty) else 0
        yield Line(
            text,
            block.page,
            gap=0.0 if index else 1.0,
            bold=all(run.bold for run in weighty),
            italic=all(run.italic for run in weighty),
            centred=block.centred,
            depth=block.level if block.kind is BlockKind.HEADING and not index else 0,
            label="" if index else paragraph.label,
            lead=lead,
            level=0 if block.kind is BlockKind.HEADING else block.level,
            whole=True,
            source=block.source,
            runs=runs,
        )


def _broken(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """The runs, parted at line breaks where the paragraph is a short one of two or three lines."""
    text = "".join(run.text for run in runs)
    rows = [row for row in text.split("\n") if row.strip()]
    if not 2 <= len(rows) <= 3 or any(len(row.split()) > 12 for row in rows):
        return [runs]
    parts: list[list[Run]] = [[]]
    for run in runs:
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                parts.append([])
            parts[-1].append(replace(run, text=piece))
    return [tuple(part) for part in parts]
