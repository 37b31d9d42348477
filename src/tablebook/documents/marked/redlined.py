"""A marked paper as the blocks of a redline, to be drawn on a page or a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tablebook.documents.marked.pieces import Piece
from tablebook.documents.marked.readings import Fated
from tablebook.redline.marks import Author, Fate, Mark, MarkedBlock, MarkedRun


def marked_blocks(blocks: Iterable[Fated], author: Author) -> tuple[MarkedBlock, ...]:
    """One block of a redline for each of the paper's, empty ones too, so that positions are the paper's own."""
    result: list[MarkedBlock] = []
    start = Fate()
    for fated in blocks:
        block = fated.block
        rows = tuple(tuple(tuple(_runs(cell, author)) for cell in row) for row in fated.rows)
        result.append(
            MarkedBlock(
                block.kind,
                tuple(_runs(fated.pieces, author)),
                block.label,
                block.old_label,
                block.section,
                block.level,
                rows,
                moved=_moved(fated),
                start=start,
                row_fates=tuple(_fate(piece, author) for piece in fated.row_ends),
                cell_fates=tuple(tuple(_fate(piece, author) for piece in row) for row in fated.cell_ends),
            )
        )
        start = _fate(fated.end, author)
    return tuple(result)


def colours(blocks: Iterable[Fated]) -> tuple[tuple[str, ...], ...]:
    """The colour of each run of each block, in the order of the block's runs; a highlight where the words have none."""
    return tuple(
        tuple(
            piece.look.colour or piece.look.highlight
            for piece in (*fated.pieces, *(piece for row in fated.rows for cell in row for piece in cell))
            if piece.text
        )
        for fated in blocks
    )


def _runs(pieces: Iterable[Piece], author: Author) -> Iterator[MarkedRun]:
    for piece in pieces:
        if piece.text:
            fate = _fate(piece, author)
            look, fresh = piece.look, piece.mark is not Mark.SAME
            yield MarkedRun(piece.text, fate.writer, fate.striker, fresh, look.bold, look.italic)


def _moved(fated: Fated) -> bool:
    """Whether Word tracked all the words of a paragraph as one half of a move."""
    words = [piece for piece in fated.pieces if piece.text.strip()]
    return bool(words) and all(piece.look.moved for piece in words)


def _fate(piece: Piece, author: Author) -> Fate:
    writer = _by(piece.put_in, piece.look.author, author) if piece.put_in is not None else None
    striker = _by(piece.taken_out, piece.look.striker, author) if piece.taken_out is not None else None
    return Fate(writer, striker, writer is not None or striker is not None)


def _by(key: object, person: str, author: Author) -> Author:
    """Who did it: the side the key names, else who passes the paper; the person as Word kept the name."""
    return Author(getattr(key, "party", "") or author.party, person or author.label)
