"""Who wrote what over many passes: every word with its writer, every struck word with its striker."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.domain.text import Block
from tablebook.redline.changes import redline_of
from tablebook.redline.drawn import drawn
from tablebook.redline.marks import Author, Redline
from tablebook.redline.pen import Pen, weave_pen
from tablebook.redline.weave import weave_of
from tablebook.redline.weaving import weave_pass


def layers(base: Sequence[Block], passes: Sequence[tuple[Author, Sequence[Block]]], pen: Pen | None = None) -> Redline:
    """The last pass against the contract ``base``, with the layers of all passes between, oldest first.

    Words that come back as they once were keep their first writer; restored contract language is plain again. Of
    offers that were struck, each place shows the last one of each party. ``changes`` are those of the last pass.
    What was written on it at its signing (``pen``) is the last hand, stroke by stroke.
    """
    # Two equal words between two changes stay what they are here: each word keeps its own writer.
    weave = weave_of(base, glue=1)
    for author, blocks in passes:
        weave_pass(weave, author, blocks)
    if pen is not None:
        weave_pen(weave, pen)
    return redline_of(drawn(weave), last_pass=True)
