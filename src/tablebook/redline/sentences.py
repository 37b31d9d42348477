"""Where the sentences of a text begin and end, told by its tokens."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.redline.tokens import BREAK, SENTENCE_ENDS, is_gap, is_word

_SHORTENED = frozenset("no nos sec secs art arts mr ms mrs dr jr st vs approx dept e.g i.e u.s p pp cf etc".split())
"""Words whose point ends no sentence."""
_LABEL = 4
"""So many letters at most has the number or letter of a point, "a." or "12.3.": its point ends no sentence."""


def sentence_edges(tokens: Sequence[str]) -> list[int]:
    """The places between tokens where a sentence, a clause after a semicolon, or a paragraph begins or ends."""
    edges = {0, len(tokens)}
    opened = 0
    for at, token in enumerate(tokens):
        if token == BREAK:
            edges |= {at, at + 1}
            opened = at + 1
        elif token in SENTENCE_ENDS and token != ":" and _ends(tokens, opened, at):
            edges.add(at + 1)
    return sorted(edges)


def _ends(tokens: Sequence[str], opened: int, at: int) -> bool:
    following = next((one for one in tokens[at + 1 :] if not is_gap(one) or one == BREAK), BREAK)
    if at + 1 < len(tokens) and not is_gap(tokens[at + 1]):
        return False  # a sign inside a word, or before a closing quotation mark
    if tokens[at] == ".":
        before = [one for one in tokens[opened:at] if is_word(one)]
        if not before or before[-1].lower() in _SHORTENED or (len(before) == 1 and len(before[0]) <= _LABEL):
            return False
        return following == BREAK or not following[0].islower()
    return True
