"""Where printed words stand among the words or lines of a page, whatever line ends, dashes and spaces came between."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

LENGTHS = (90, 45, 24, 12)
"""So many letters of the wanted words are looked for, fewer where the page puts something else between its lines."""
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
        self._texts, self._all = pieces, "".join(pieces)

    def find(self, words: str, context: str = "", after: int = 0) -> range | None:
        """The texts in which these words stand, best with ``context`` right behind them, not before text ``after``.

        Where they stand twice without their context, the last place counts: running heads stand above.
        """
        wanted, following = letters(words), letters(context)[:24]
        if wanted and following and (places := self._places(wanted + following, after)):
            return self._range(places[0], len(wanted))
        if len(wanted) < LEAST:
            return None
        if places := self._places(wanted, after):
            return self._range(places[-1], len(wanted))
        for length in LENGTHS:
            if length < len(wanted) and (places := self._places(wanted[:length], after)):
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

    def _places(self, wanted: str, after: int) -> list[int]:
        """Offsets at which the letters stand, those that begin a text alone where there are any."""
        start = self._starts[after] if after < len(self._starts) else 0
        places: list[int] = []
        at = self._all.find(wanted, start)
        while at >= 0:
            places.append(at)
            at = self._all.find(wanted, at + 1)
        begins = set(self._starts)
        return [at for at in places if at in begins] or places

    def _range(self, at: int, length: int) -> range:
        first, last = bisect_right(self._starts, at) - 1, bisect_right(self._starts, at + length - 1) - 1
        return range(first, last + 1)
