"""A table that goes on over the end of a printed page is one table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tablebook.domain.text import Block, BlockKind


def whole_tables(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks, tables joined that only the end of a page keeps apart; a head that is printed again goes."""
    out: list[Block] = []
    page: int | None = None
    for block in blocks:
        if out and _goes_on(out[-1], block, page):
            rows = block.rows[1:] if block.rows[0] == out[-1].rows[0] else block.rows
            out[-1] = replace(out[-1], rows=out[-1].rows + rows)
        else:
            out.append(block)
        page = block.page
    return tuple(out)


def _goes_on(above: Block, block: Block, page: int | None) -> bool:
    """Whether both are tables with the same columns, on one page and at the top of the next."""
    if block.kind is not BlockKind.TABLE or above.kind is not BlockKind.TABLE or block.page is None or page is None:
        return False
    columns = {max(map(len, rows), default=0) for rows in (above.rows, block.rows)}
    return block.page == page + 1 and len(columns) == 1 and columns != {0}
