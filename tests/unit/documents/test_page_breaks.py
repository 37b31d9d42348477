"""Tables over the end of a page."""

from __future__ import annotations

from dataclasses import replace

from tablebook.documents.page_breaks import whole_tables
from tablebook.domain.text import Block, paragraph, table

HEAD, ONE, TWO, THREE = ["Step", "BA"], ["1", "$41,000"], ["2", "$42,000"], ["3", "$43,000"]


def on(page: int | None, *rows: list[str]) -> Block:
    return replace(table(rows), page=page)


def rows_of(*blocks: Block) -> list[list[list[str]]]:
    return [[list(row) for row in block.rows] for block in whole_tables(blocks)]


def test_a_table_over_three_pages_is_one() -> None:
    assert rows_of(on(4, HEAD, ONE), on(5, HEAD, TWO), on(6, THREE)) == [[HEAD, ONE, TWO, THREE]]


def test_what_is_no_continuation_stays_apart() -> None:
    assert len(rows_of(on(4, HEAD, ONE), on(4, HEAD, TWO))) == 2
    assert len(rows_of(on(4, HEAD, ONE), on(6, TWO))) == 2
    assert len(rows_of(on(4, HEAD, ONE), on(5, ["Lane", "Step", "Pay"]))) == 2
    assert len(rows_of(on(None, HEAD, ONE), on(None, TWO))) == 2
    assert len(rows_of(on(4, HEAD, ONE), replace(paragraph("Second schedule"), page=5), on(5, HEAD, TWO))) == 3
