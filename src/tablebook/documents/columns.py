"""Words in rows: the measures of a document, and the columns in which its pages are to be read."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median

from tablebook.documents.words import Rows, Word
from tablebook.domain.dataclass import dataclass

_WIDE = 1.45
"""Sizes of the letters; lines further apart than this are set wide, or are no lines of one paragraph."""
_SHORT_COLUMN = 8
"""Lines; fewer beside the first column are no second one."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Measures of the whole document: width of a letter, size of the body, distance of lines, text edges."""

    letter: float
    size: float
    pitch: float
    left: float
    right: float


def measured_step(count: int) -> int:
    """Of so many pages, every how many tell the measures of all."""
    return max(1, count // 40)


def measured(pages: list[Rows]) -> Scale:
    """The measures that most of the document keeps to."""
    pages = pages[:: measured_step(len(pages))]
    words = [word for rows in pages for row in rows for word in row]
    lengths = [len(word.text) for word in words]
    letter = max(1.0, sum([word.right - word.left for word in words]) / (sum(lengths) or 1))
    exactly: Counter[float] = Counter()
    for word, length in zip(words, lengths, strict=True):
        exactly[word.size] += length
    sizes: Counter[float] = Counter()
    for size, length in exactly.items():
        sizes[round(size, 1)] += length
    steps: Counter[float] = Counter()
    lefts, rights = [], []
    for rows in pages:
        for above, below in pairwise(rows):
            steps[round(2 * (below[0].middle - above[0].middle)) / 2] += 1
        lefts += [row[0].left for row in rows]
        rights += [row[-1].right for row in rows]
    body = (sizes.most_common(1)[0][0] if sizes else 0.0) or 12.0  # broken fonts have no size
    usual = [step for step, count in steps.items() if count >= 0.15 * sum(steps.values()) and step > 0.6 * body]
    lefts.sort()
    rights.sort()
    left = lefts[len(lefts) // 20] if lefts else 0.0
    right = rights[len(rights) - 1 - len(rights) // 20] if rights else 0.0
    pitch = min(usual, default=body * 1.15)
    if pitch > _WIDE * body:
        pitch = _running_on(pages, pitch, 0.7 * (right - left)) or body
    return Scale(letter, body, pitch, left, right)


def _running_on(pages: list[Rows], pitch: float, wide: float) -> float:
    """The distance at which lines of a text set wide go on: they begin in small letters below a ``wide`` one. In a
    short paper of paragraphs of a line or two, ``pitch`` is the distance of the paragraphs; 0 where none goes on."""
    steps: Counter[float] = Counter()
    usual = 0
    for rows in pages:
        for above, below in pairwise(rows):
            step = round(2 * (below[0].middle - above[0].middle)) / 2
            usual += step == pitch
            if above[-1].right - above[0].left >= wide and below[0].text[:1].islower():
                steps[step] += 1
    if 5 * steps[pitch] >= usual or not steps:
        return pitch if steps else 0.0
    return steps.most_common(1)[0][0]


def gutters(pages: list[Rows], scale: Scale) -> list[float | None]:
    """The strip between two columns on each page. Pages too short to show it have the one of the others, unless their
    lines run across it; so do pages on which no more lines run across that than across their own: where most of a
    column is indented, the strip seems to reach into it."""
    found = [_gutter(rows, scale) for rows in pages]
    seen = [gutter for gutter in found if gutter is not None]
    if len(seen) < 0.4 * sum(len(rows) > 8 for rows in pages) or not seen:
        return found
    usual = median(seen)
    return [
        usual if _crossing(rows, usual) <= _bearable(rows, gutter) else gutter
        for rows, gutter in zip(pages, found, strict=True)
    ]


def _bearable(rows: Rows, gutter: float | None) -> float:
    """How many lines may run across another strip, for it to be the better one."""
    return 0.25 * len(rows) if gutter is None else _crossing(rows, gutter)


def _crossing(rows: Rows, x: float) -> int:
    before, after = x - 2, x + 2
    count = 0
    for row in rows:
        for word in row:
            if word.right > after:
                count += word.left < before
                break
    return count


def columns_in_order(rows: Rows, gutter: float | None, scale: Scale) -> list[Rows]:
    """Rows in reading order: the whole page, or left column before right column between full-width rows."""
    if gutter is None:
        return [rows] if rows else []
    bands: list[Rows] = []
    left: Rows = []
    right: Rows = []

    def close() -> None:
        bands.extend(column for column in (left.copy(), right.copy()) if column)
        left.clear()
        right.clear()

    for row in rows:
        if any(word.left < gutter - 1 and word.right > gutter + 1 for word in row) or _across(row, gutter, scale):
            close()
            bands.append([row])
            continue
        for column, side in (
            (left, [w for w in row if w.right <= gutter + 1]),
            (right, [w for w in row if w.left >= gutter - 1]),
        ):
            if side:
                column.append(side)
    close()
    return bands


def _across(row: list[Word], gutter: float, scale: Scale) -> bool:
    """Whether words stand close on both sides of the gutter: one full-width line whose space falls there."""
    before = [word for word in row if word.right <= gutter + 1]
    after = [word for word in row if word.left >= gutter - 1]
    return bool(before and after and after[0].left - before[-1].right < 1.6 * scale.letter)


def _gutter(rows: Rows, scale: Scale) -> float | None:
    """The middle of the empty strip between two columns of prose, or None."""
    if len(rows) < 8:
        return None
    middle, span = (scale.left + scale.right) / 2, scale.right - scale.left
    if sum(_parted(row, middle, 0.12 * span, scale) for row in rows) < 0.3 * len(rows):
        return None  # lines run over the whole page
    places = [middle + offset * span * 0.01 for offset in range(-12, 13, 2)]
    crossings = {x: _crossing(rows, x) for x in places}
    fewest = min(crossings.values())
    if fewest > 0.25 * len(rows):
        return None
    x = _strip(rows, median([x for x in places if crossings[x] <= fewest + 0.04 * len(rows)]))
    sides = Counter(_prose_sides(row, x, scale) for row in rows)
    # Columns whose lines do not stand level make rows of their own: as many on the left as on the right.
    beside = sides[True, True] + min(sides[True, False], sides[False, True])
    if beside >= max(6, 0.3 * len(rows)):
        return x
    right = sum(row[-1].left >= x - 2 for row in rows)  # the second column of a last page may be short
    return x if beside >= max(_SHORT_COLUMN, 0.7 * right) else None


def _parted(row: list[Word], middle: float, reach: float, scale: Scale) -> bool:
    """Whether a row could belong to columns: it has a gap in the middle of the page, or stands on one side of it."""
    if row[-1].right < middle + reach or row[0].left > middle - reach:
        return True
    end = row[0].right
    for word in row:
        left = word.left
        if left > middle + reach:
            return end < middle + reach and left - end > 1.5 * scale.letter
        if left > middle - reach and left - end > 1.5 * scale.letter:
            return True
        end = word.right
    return False


def _strip(rows: Rows, x: float) -> float:
    """The middle of the empty strip around a place, so that words at its very edge fall on their own side. Lines that
    run across it, such as a page's header, do not count."""
    clear = [row for row in rows if not _crossing([row], x)]
    before = max((word.right for row in clear for word in row if word.right <= x + 2), default=x)
    after = min((word.left for row in clear for word in row if word.left >= x - 2), default=x)
    return (before + after) / 2


def _prose_sides(row: list[Word], x: float, scale: Scale) -> tuple[bool, bool]:
    """On which sides of the strip the row reads as prose, left and right; neither where the strip is no gap in it."""
    left, right = [w for w in row if w.right <= x + 2], [w for w in row if w.left >= x - 2]
    if len(left) + len(right) < len(row) or (left and right and right[0].left - left[-1].right < 1.8 * scale.letter):
        return False, False
    reads = _reads(left, scale), _reads(right, scale)
    return reads if all(reads) or not (left and right) else (False, False)


def _reads(words: list[Word], scale: Scale) -> bool:
    """Whether words are part of a sentence: three and more, mostly letters, without the wide gaps of a table."""
    said = [part for word in words for part in word.text.split()]
    letters = sum(char.isalpha() for part in said for char in part)
    tight = all(b.left - a.right < 3.5 * scale.letter for a, b in pairwise(words))
    return len(said) >= 3 and tight and letters > 0.7 * sum(map(len, said))
