"""From the words of PDF pages to lines: margin numbers off, columns told apart, gaps and centring measured."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import sub

from tablebook.documents.columns import Scale, columns_in_order
from tablebook.documents.lines import Line
from tablebook.documents.pdf.seen_line import seen_line
from tablebook.documents.plain import clean
from tablebook.documents.words import LEFT, MIDDLE, Rows, Word
from tablebook.domain.text import Run

Runs = tuple[Run, ...]
Cells = tuple[tuple[float, str], ...]

_LEAST = 8
"""Lines; fewer in a row are a list."""
_MANY = 20
"""Lines; so many on one page are no list."""


def rows_of_words(words: list[Word]) -> Rows:
    """Words gathered into printed rows from top to bottom, each from left to right."""
    rows: Rows = []
    row: list[Word] = []
    level = height = 0.0
    for middle, level_words in groupby(sorted(words, key=MIDDLE), key=MIDDLE):
        first, *others = level_words
        lower = first.size if first.size < height else height
        if row and middle - level <= (0.45 * lower if lower > 3.0 else 1.35):
            row.append(first)
        else:
            row = [first]
            rows.append(row)
        row += others
        level, height = middle, row[-1].size
    for row in rows:
        row.sort(key=LEFT)
    return rows


def without_margin_numbers(pages: list[Rows]) -> list[Rows]:
    """The pages without the line numbers that some papers count down their margin."""
    found = [_counted(rows) for rows in pages]
    places = Counter(round(column[0].right / 8) for column in found if column)
    if not places:
        return pages
    place, _ = places.most_common(1)[0]
    count = sum(number for other, number in places.items() if abs(other - place) <= 2)
    filled = [(rows, column) for rows, column in zip(pages, found, strict=True) if len(rows) >= _LEAST]
    whole = [len(column) for rows, column in filled if _all_counted(rows, column)]
    if count < max(2, 0.4 * len(filled)) and not (whole and (len(whole) == len(filled) or max(whole) >= _MANY)):
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


def _all_counted(rows: Rows, column: list[Word]) -> bool:
    """Whether nearly all lines of a page are counted, from one on, left of all else."""
    behind = [row[1].left for row in rows if len(row) > 1]
    left = column and behind and max(word.right for word in column) < min(behind)
    return bool(left) and column[0].text == "1" and len(column) >= 0.8 * len(rows)


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
    return best if len(best) >= _LEAST and best[0].left < edge + 40 and _before_prose(rows, best) else []


def _before_prose(rows: Rows, column: list[Word]) -> bool:
    """Whether what stands behind the numbers is text: the steps of a salary schedule stand before figures."""
    counted = set(map(id, column))
    behind = "".join(word.text for row in rows if id(row[0]) in counted for word in row[1:]).replace(" ", "")
    return sum(map(str.isalpha, behind)) > 0.5 * len(behind)


def _run(words: list[Word]) -> list[Word]:
    best: list[Word] = []
    run: list[Word] = []
    for word in words:
        run = [*run, word] if run and int(word.text) == int(run[-1].text) + 1 else [word]
        best = run if len(run) > len(best) else best
    return best


def page_lines(rows: Rows, page: int, scale: Scale, gutter: float | None) -> list[Line]:
    """The lines of one page in reading order; ``gutter`` is the strip between its columns."""
    lines: list[Line] = []
    for band in columns_in_order(rows, gutter, scale):
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


def _line(row: list[Word], page: int, gap: float, edges: tuple[float, float], scale: Scale) -> Line:
    texts, lefts, rights, _, _, bolds, italics, sizes, *_ = zip(*row, strict=True)
    many = len(row)
    one_style = bolds.count(bolds[0]) == many and italics.count(italics[0]) == many
    plain = _plainly_joined(texts, lefts, rights, scale)
    styled, cells = _as_one(plain, row[0], scale) if plain and one_style else _joined(row, scale)
    left, right = lefts[0], rights[-1]
    lead = len(styled[0].text.rstrip()) if len(styled) > 1 and styled[0].bold else 0
    inner = edges[1] - edges[0]
    return Line(
        text=styled[0].text if len(styled) == 1 else "".join(run.text for run in styled),
        page=page,
        x=left / scale.letter,
        right=right / scale.letter,
        y=row[0].middle,
        gap=gap,
        size=(sizes[0] if sizes.count(sizes[0]) == many else sorted(sizes)[many // 2]) / scale.size,
        bold=all(bolds),
        italic=all(italics),
        centred=left - edges[0] > 0.05 * inner and abs((left - edges[0]) - (edges[1] - right)) < 0.06 * inner,
        lead=lead,
        runs=styled,
        cells=cells,
        seen=seen_line(row, scale.size, plain) if row[0].ink is not None else None,
    )


def _plainly_joined(texts: tuple[str, ...], lefts: tuple[float, ...], rights: tuple[float, ...], scale: Scale) -> str:
    """The text of a row as nearly all are, its words a blank apart; "" of any other."""
    gaps = list(map(sub, lefts[1:], rights))
    if gaps and not (min(gaps) > 0.12 * scale.size and max(gaps) <= 2.6 * scale.letter):
        return ""
    text = " ".join(texts)
    return text if text.isascii() and "" not in texts else ""


def _as_one(text: str, first: Word, scale: Scale) -> tuple[Runs, Cells]:
    return (Run(text, first.bold, first.italic),), ((first.left / scale.letter, text),)


def _joined(row: list[Word], scale: Scale) -> tuple[Runs, Cells]:
    """(runs, cells) of a row: words of one style together, and the pieces that wide gaps set apart."""
    runs: list[Run] = []
    cells: list[tuple[float, str]] = []
    held: list[str] = []
    piece: list[str] = []
    style = (row[0].bold, row[0].italic)
    before = row[0]
    start, apart = before.left, 2.6 * scale.letter
    for word in row:
        text = word.text if word.text.isascii() else clean(word.text)
        if not text:
            continue
        said = " " + text if (held or piece) and word.parted_from(before, scale.size) else text
        if (word.bold, word.italic) != style:
            if held:
                runs.append(Run("".join(held), *style))
            held, style = [], (word.bold, word.italic)
        held.append(said)
        if word.left - before.right > apart and piece:
            cells.append((start / scale.letter, "".join(piece)))
            piece, start = [text], word.left
        else:
            piece.append(said)
        before = word
    return (*runs, Run("".join(held), *style)), (*cells, (start / scale.letter, "".join(piece)))
