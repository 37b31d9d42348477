"""Where printed words stand among the words or lines of a page, whatever line ends, dashes and spaces came between."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

LENGTHS = (90, 45, 24, 12)
CONTEXT = (60, 24)
"""So many letters of a beginning, and of what follows, are looked for."""
LEAST = 3


def letters(text: str) -> str:
    """Letters and digits alone, in lower case, ligatures taken apart."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\W_]+", "", text).lower()


class Printed:
    """Words or lines in their order, to find others in."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._starts: list[int] = []
        pieces: list[str] = []
        at = 0
        for text in texts:
            self._starts.append(at)
            pieces.append(letters(text))
            at += len(pieces[-1])
        self._texts, self._all, self._begins = pieces, "".join(pieces), frozenset(self._starts)

    def find(self, words: str, context: str = "", after: int = 0, *, last: bool = False) -> range | None:
        """The texts in which these words stand, best with ``context`` right behind them, not before text ``after``.

        Where they stand twice without their context, the first place counts, or the ``last``: running heads and lists
        of headings stand above the headings themselves.
        """
        wanted = letters(words)
        for length in CONTEXT:
            following = letters(context)[:length]
            if wanted and following and (places := self._places(wanted + following, after)):
                return self._range(places[0], len(wanted))
        if len(wanted) < LEAST:
            return None
        places = self._places(wanted, after)
        return self._range(places[-1 if last else 0], len(wanted)) if places else None

    def find_beginning(self, words: str, after: int = 0) -> range | None:
        """The texts in which these words begin, where the page puts something else between its lines."""
        wanted = letters(words)
        for length in LENGTHS:
            if length < len(wanted) and (places := self._places(wanted[:length], after, aligned=True)):
                return self._range(places[0], length)
        return None

    def with_before(self, found: range, wanted: Sequence[str]) -> range:
        """This place together with one of the wanted texts, where that stands a little before it: a label whose words
        begin on the next line, with the number of a line between them."""
        labels = {letters(words) for words in wanted}
        for at in range(found.start - 1, max(-1, found.start - 4), -1):
            if self._texts[at] in labels:
                return range(at, found.stop)
        return found

    def _places(self, wanted: str, after: int, *, aligned: bool = False) -> list[int]:
        """Offsets at which the letters stand: those that begin a text, or any where there are none such."""
        at = self._all.find(wanted, self._starts[after] if after < len(self._starts) else 0)
        places: list[int] = []
        while at >= 0:
            places.append(at)
            at = self._all.find(wanted, at + 1)
        begun = [at for at in places if at in self._begins]
        return begun if begun or aligned else places

    def _range(self, at: int, length: int) -> range:
        first, last = bisect_right(self._starts, at) - 1, bisect_right(self._starts, at + length - 1) - 1
        return range(first, last + 1)
