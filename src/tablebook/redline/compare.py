"""Two texts compared: paragraphs first, then words inside each pair."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.domain.text import Block
from tablebook.redline.changes import redline_of
from tablebook.redline.drawn import drawn
from tablebook.redline.marks import Author, Redline
from tablebook.redline.tokens import exact, typography_aside
from tablebook.redline.weave import weave_of
from tablebook.redline.weaving import weave_pass

JOINT = Author("joint")


def compare(
    old: Sequence[Block],
    new: Sequence[Block],
    author: Author = JOINT,
    *,
    fresh: bool = False,
    ignore_typography: bool = False,
) -> Redline:
    """What became of ``old`` in ``new``, all changes by ``author``.

    ``fresh`` marks every change as made since the last pass, for a view of the last two passes. With
    ``ignore_typography`` curly and straight quotes, kinds of hyphen and of space count as the same; what is the same
    is then shown as the new text has it.
    """
    weave = weave_of(old, typography_aside if ignore_typography else exact)
    weave_pass(weave, author, new)
    return redline_of(drawn(weave, fresh=fresh))
