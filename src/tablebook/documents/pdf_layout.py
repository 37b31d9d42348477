"""From the words of PDF pages to lines: margin numbers off, columns told apart, gaps and centring measured."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tablebook.documents.lines import Line
from tablebook.documents.pdf_seen_line import seen_line
from tablebook.documents.pdf_words import Word
from tablebook.documents.plain import clean
from tablebook.domain.text import Run


@dataclass(frozen=True, slots=True)
class Scale:
    """Measures of the whole document: width of a letter, size of the body, distance of lines, text edges."""

    letter: float
    size: float
    pitch: float
    left: float
    right: float


Rows = list[list[Word]]


def rows_of_words(words: list[Word]) -> Rows:
    """Words gathered into printed rows from top to bottom, each from left to right."""
    rows: Rows = []
    level = height = 0.0
    for word in sorted(words, key=lambda word: word.middle):
        if rows and abs(word.middle - level) <= 0.45 * max(3.0, min(word.size, height)):
            rows[-1].append(word)
        else:
            rows.append([word])
        level, height = word.middle, word.size
    for row in rows:
        row.sort(key=lambda word: word.left)
    return rows


def without_margin_numbers(pages: list[Rows]) -> list[Rows]:
    """The pages without the line numbers that some papers count down their margin."""
    found = [_counted(rows) for rows in pages]
    places = Counter(round(column[0].right / 8) for column in found if column)
    if not places:
        return pages
    place, _ = places.most_common(1)[0]
    count = sum(number for other, number in places.items() if abs(other - place) <= 2)
    if count < max(2, 0.4 * sum(bool(rows) for rows in pages)):
        return pages
    behind = sorted(
        row[1].left for rows, column in zip(pages, found, strict=True) if column for row in rows if len(row) > 1
    )
    edge = behind[len(behind) // 20] if behind else 0.0
    return [_without(rows, place, edge) for rows in pages]


def _without(rows: Rows, place: int, edge: float) -> Rows:
    """Rows without a first word that is a number in the margin column, or left of all text; rows of nothing else
    fall away."""
    kept = []
    for row in rows:
        number = row[0].text.isdigit() and len(row[0].text) <= 2
        margin = number and (row[0].right < edge or abs(round(row[0].right / 8) - place) <= 1)
        if rest := row[1:] if margin else row:
            kept.append(rest)
    return kept


def _counted(rows: Rows) -> list[Word]:
    """The longest run of numbers counting up by one in one column at the left edge of the rows."""
    columns: dict[int, list[Word]] = {}
    for row in rows:
        if row[0].text.isdigit() and len(row[0].text) <= 2:
            columns.setdefault(round(row[0].right / 6), []).append(row[0])
    best: list[Word] = []
    for place, words in columns.items():
        run = _run(sorted([*words, *columns.get(place + 1, [])], key=lambda word: word.top))
        if len(run) > len(best):
            best = run
    edge = min((row[0].left for row in rows), default=0.0)
    return best if len(best) >= 8 and best[0].left < edge + 40 else []


def _run(words: list[Word]) -> list[Word]:
    best: list[Word] = []
    run: list[Word] = []
    for word in words:
        run = [*run, word] if run and int(word.text) == int(run[-1].text) + 1 else [word]
        best = run if len(run) > len(best) else best
    return best


def measured(pages: list[Rows]) -> Scale:
    """The measures that most of the document keeps to."""
    pages = pages[:: max(1, len(pages) // 40)]  # some pages tell the measures of all
    words = [word for rows in pages for row in rows for word in row]
    letters = sum(len(word.text) for word in words) or 1
    letter = max(1.0, sum(word.right - word.left for word in words) / letters)
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[round(word.size, 1)] += len(word.text)
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
    return Scale(letter, body, min(usual, default=body * 1.15), left, right)


def page_lines(rows: Rows, page: int, scale: Scale, gutter: float | None) -> list[Line]:
    """The lines of one page in reading order; ``gutter`` is the strip between its columns."""
    lines: list[Line] = []
    for band in _bands(rows, gutter, scale):
        before: list[Word] | None = None
        left = min(row[0].left for row in band)
        right = max(row[-1].right for row in band)
        full = right - left > 0.6 * (scale.right - scale.left)
        edges = (scale.left, scale.right) if full else (left, right)
        for row in band:
            step = row[0].middle - before[0].middle if before else 2 * scale.pitch
            gap = max(0.0, step / scale.pitch - 1.0)
            lines.append(_line(row, page, 0.0 if gap < 0.3 else gap, edges, scale))
            before = row
    return [line for line in lines if line.text]


def gutters(pages: list[Rows], scale: Scale) -> list[float | None]:
    """The strip between two columns on each page. Pages too short to show it have the one of the others, unless their
    lines run across it."""
    found = [_gutter(rows, scale) for rows in pages]
    seen = [gutter for gutter in found if gutter is not None]
    if len(seen) < 0.4 * sum(len(rows) > 8 for rows in pages) or not seen:
        return found
    usual = median(seen)
    return [
        usual if gutter is None and _crossing(rows, usual) <= 0.25 * len(rows) else gutter
        for rows, gutter in zip(pages, found, strict=True)
    ]


def _crossing(rows: Rows, x: float) -> int:
    return sum(any(word.left < x - 2 and word.right > x + 2 for word in row) for row in rows)


def _bands(rows: Rows, gutter: float | None, scale: Scale) -> list[Rows]:
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
    places = [middle + offset * span * 0.01 for offset in range(-12, 13, 2)]
    some = rows[:: max(1, len(rows) // 10)]
    if all(_crossing(some, x) > 0.6 * len(some) for x in places[::2]):
        return None  # lines run over the whole page
    crossings = {x: _crossing(rows, x) for x in places}
    fewest = min(crossings.values())
    if fewest > 0.25 * len(rows):
        return None
    x = _strip(rows, median([x for x in places if crossings[x] <= fewest + 0.04 * len(rows)]))
    sides = Counter(_prose_sides(row, x, scale) for row in rows)
    # Columns whose lines do not stand level make rows of their own: as many on the left as on the right.
    beside = sides[True, True] + min(sides[True, False], sides[False, True])
    return x if beside >= max(6, 0.3 * len(rows)) else None


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
    letters = sum(char.isalpha() for word in words for char in word.text)
    tight = all(b.left - a.right < 3.5 * scale.letter for a, b in pairwise(words))
    return len(words) >= 3 and tight and letters > 0.7 * sum(len(word.text) for word in words)


def _line(row: list[Word], page: int, gap: float, edges: tuple[float, float], scale: Scale) -> Line:
    styled, cells = _joined(row, scale)
    left, right = row[0].left, row[-1].right
    lead = len(styled[0].text.rstrip()) if len(styled) > 1 and styled[0].bold else 0
    inner = edges[1] - edges[0]
    return Line(
        text="".join(run.text for run in styled),
        page=page,
        x=left / scale.letter,
        right=right / scale.letter,
        y=row[0].middle,
        gap=gap,
        size=median(word.size for word in row) / scale.size,
        bold=all(word.bold for word in row),
        italic=all(word.italic for word in row),
        centred=left - edges[0] > 0.05 * inner and abs((left - edges[0]) - (edges[1] - right)) < 0.06 * inner,
        lead=lead,
        runs=styled,
        cells=tuple(cells),
        seen=seen_line(row, 0.12 * scale.size) if row[0].ink is not None else None,
    )


def _joined(row: list[Word], scale: Scale) -> tuple[tuple[Run, ...], tuple[tuple[float, str], ...]]:
    """(runs, cells) of a row: words of one style together, and the pieces that wide gaps set apart."""
    runs: list[Run] = []
    cells: list[tuple[float, str]] = []
    held, style = "", (row[0].bold, row[0].italic)
    piece, start = "", row[0].left
    end = row[0].left
    for word in row:
        text = word.text if word.text.isascii() else clean(word.text)
        if not text:
            continue
        wide = word.left - end
        space = " " if held + piece and wide > 0.12 * scale.size else ""
        if (word.bold, word.italic) != style:
            runs.append(Run(held, *style))
            held, style = "", (word.bold, word.italic)
        held += space + text
        if wide > 2.6 * scale.letter and piece:
            cells.append((start / scale.letter, piece))
            piece, start = text, word.left
        else:
            piece += space + text
        end = word.right
    return (*(run for run in runs if run.text), Run(held, *style)), (*cells, (start / scale.letter, piece))
