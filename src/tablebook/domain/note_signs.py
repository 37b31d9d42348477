"""The signs of footnotes: a Word file knows each note by a number of its own, and shows them counted through."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SIGN = re.compile(r"\[(\d+)\]")


def signs_in_order(texts: Sequence[str]) -> list[str]:
    """The paragraphs of a text with the signs of its notes as a reader counts them, from 1 in the order in which they
    stand. A note is a paragraph that begins with its sign; other figures in brackets are left alone."""
    notes = {match[1] for text in texts if (match := _SIGN.match(text))}
    if not notes:
        return list(texts)
    met = dict.fromkeys(sign for text in texts for sign in _SIGN.findall(text) if sign in notes)
    shown = {sign: str(count) for count, sign in enumerate(met, 1)}
    return [_SIGN.sub(lambda match: f"[{shown.get(match[1], match[1])}]", text) for text in texts]
