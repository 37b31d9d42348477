"""How wide the columns of a new table are, and how small its letters, so that no word and no figure in it is broken."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.documents.tracked.names import Element, W, make

PAGE = 8640
"""The width of the text on a letter page with wide margins, in twentieths of a point."""
_MARGINS = 230
_SIZES = (24, 22, 20, 18, 16, 14)
"""Letters from 12 points down to 7, in half points; the first is what documents have at most."""
_LETTER = 0.65
"""How wide a figure or a usual letter is, in its height; capitals and the like are somewhat wider."""


def table_widths(rows: Sequence[Sequence[str]]) -> tuple[list[int], int]:
    """The width of each column in twentieths of a point, and the size of the letters in half points (0: as the document
    has it): every longest word has room, and what is left goes where the most words are."""
    width = max((len(row) for row in rows), default=1)
    columns = [[row[at] for row in rows if at < len(row)] for at in range(width)]
    longest = [max((len(word) for words in column for word in words.split()), default=1) for column in columns]
    size = next((one for one in _SIZES if _needed(longest, one) <= PAGE), _SIZES[-1])
    least = [_room(letters, size) for letters in longest]
    left = PAGE - sum(least)
    if left < 0:
        return [max(1, one * PAGE // sum(least)) for one in least], size
    much = [max((len(words) for words in column), default=0) + 1 for column in columns]
    widths = [one + left * share // sum(much) for one, share in zip(least, much, strict=True)]
    return widths, 0 if size == _SIZES[0] else size


def set_size(table: Element, size: int) -> None:
    """Smaller letters in every run of a table; 0 leaves them as the document has them."""
    for run in table.iter(W + "r") if size else ():
        look = run.find(W + "rPr")
        if look is None:
            look = make("rPr")
            run.insert(0, look)
        for old in [one for one in look if one.tag in _SIZE]:
            look.remove(old)
        at = next((n for n, one in enumerate(look) if one.tag in _BEHIND_SIZE), len(look))
        look.insert(at, make("sz", val=str(size)))
        look.insert(at + 1, make("szCs", val=str(size)))


_SIZE = (W + "sz", W + "szCs")
_BEHIND_SIZE = {W + name for name in ("highlight", "u", "effect", "bdr", "shd", "vertAlign", "lang")}


def _needed(longest: Sequence[int], size: int) -> int:
    return sum(_room(letters, size) for letters in longest)


def _room(letters: int, size: int) -> int:
    return _MARGINS + int(letters * size * 10 * _LETTER)
