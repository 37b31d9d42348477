"""The line of passes so far, as the parties stack them at the head of their papers."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.reports import fonts
from tablebook.reports.flow import Strip
from tablebook.reports.ink import Look
from tablebook.reports.lines import Span
from tablebook.reports.pieces import rule
from tablebook.reports.rows import cell, row_strips
from tablebook.reports.sheets import PassLine
from tablebook.reports.tags import Tag


def pass_stack(passes: Sequence[PassLine], width: float) -> list[Strip]:
    """All passes so far between two rules, this one strong."""
    if not passes:
        return [rule(width, 0.5, 8)]
    spans: list[Span] = []
    for line in passes:
        if spans:
            spans.append(Span("    ", fonts.SANS))
        text = line.text.replace(" ", "\u00a0")
        font, look = (fonts.SANS_SEMIBOLD, Look("black")) if line.current else (fonts.SANS, Look("secondary"))
        spans.append(Span(text, font, look))
    body = row_strips([cell(spans, 0, width, 8, 12.5, Tag("P"))], 12.5)
    body[0].space = 3
    return [rule(width, 0.5, 8), *body, rule(width, 0.5, 4)]
