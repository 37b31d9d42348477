"""A paper with contents in front, as a packet has them: builders for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from tablebook.redline.marks import MarkedBlock
from tablebook.reports.contents import Entry, contents
from tablebook.reports.flow import Strip
from tablebook.reports.legend import legend_of
from tablebook.reports.page import Paper, Shape, print_paper
from tablebook.reports.paragraph import text_strips
from tablebook.reports.pieces import head, prose
from tablebook.reports.tags import Tag
from tests.unit.reports import class_size


def printed(parts: Sequence[tuple[str, Sequence[MarkedBlock]]], scale: float = 1.0, lang: str = "en-US") -> bytes:
    """Parts with a heading each on a page of its own and articles under it, and the contents that lead to them."""
    shape = Shape.named("letter", scale)
    width = shape.text_width
    paper = Paper("Packet", class_size.MASTHEAD, class_size.MADE, "Version 3", "Version 3", "", "9C02 77E1", lang=lang)
    paper.legend = legend_of(block for _, blocks in parts for block in blocks)
    entries = []
    for number, (title, blocks) in enumerate(parts, start=1):
        part = _opening(title, width)
        article = head(f"Article {number}", width)
        entries += [Entry(_opened(part)), Entry(_opened(article), f"About {title}", 2, str(number))]
        paper.strips += [*part, *prose(f"This part is about {title}.", width), *article]
        paper.strips += text_strips(blocks, width, shape.wide_width, level=3)
    paper.front = [*head("Contents", width, 21, level=1), *contents(entries, width)]
    buffer = BytesIO()
    print_paper(paper, buffer, shape)
    return buffer.getvalue()


def _opening(title: str, width: float) -> list[Strip]:
    strips = head(title, width, 16, level=1)
    strips[0].opens_page = True
    return strips


def _opened(strips: Sequence[Strip]) -> Tag:
    assert strips[0].opens is not None
    return strips[0].opens
