"""The changes of a page in reading order: words struck and words put in their place count as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextDocument

from tablebook.ui.text.rows import Placed, Span


class ChangeAt(NamedTuple):
    """One change on a page: the row, its Qt block, and where in that block it begins and ends (Qt positions)."""

    row: int
    block: int
    start: int
    end: int
    fresh: bool


def changes_of(document: QTextDocument, placed: Sequence[Placed]) -> tuple[ChangeAt, ...]:
    """All changes. A row whose label alone changed, or that moved, is one change."""
    found: list[ChangeAt] = []
    for at, each in enumerate(placed):
        if each.row.fold:
            continue
        before = len(found)
        for number, spans in sorted(each.spans.items()):
            text = document.findBlockByNumber(number).text()
            found += (ChangeAt(at, number, *ends) for ends in _joined(spans, text))
        if len(found) == before and each.row.block.changed:
            found.append(ChangeAt(at, each.first, 0, 0, each.row.block.margin_author is not None))
    return tuple(found)


def _joined(spans: Iterable[Span], text: str) -> list[tuple[int, int, bool]]:
    """Spans that only spaces keep apart, as one; a span that is only flagged stands by itself."""
    units = text.encode("utf-16-le")
    found: list[tuple[int, int, bool]] = []
    for span in spans:
        fresh = span.ink.fresh or bool(span.ink.flag)
        if found:
            start, end, was_fresh = found[-1]
            if not units[2 * end : 2 * span.start].decode("utf-16-le", "replace").strip() and was_fresh == fresh:
                found[-1] = (start, span.end, fresh)
                continue
        found.append((span.start, span.end, fresh))
    return found


def to_step(changes: Sequence[ChangeAt], which: str) -> tuple[ChangeAt, ...]:
    """The changes F3 goes through: "all", "fresh", or "auto" (the fresh ones where there are any)."""
    fresh = tuple(change for change in changes if change.fresh)
    if which == "fresh" or (which == "auto" and fresh):
        return fresh
    return tuple(changes)
