"""A contract as one stream of words, each with its place; the other layout of a typed paper cannot disturb it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, pairwise

from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.note_signs import signs_in_order
from tablebook.domain.text import Block, BlockKind, section_places
from tablebook.proof.keys import ANY, WORD, composed, key_of, stops_of
from tablebook.proof.labels import true_labels
from tablebook.proof.lines import Line, Place


@dataclass(slots=True)
class Stream:
    """Words in order: ``keys`` to compare, ``stops`` after each, ``line`` each is in, ``starts`` the first word of
    each line and, last, the end. ``hyphens`` are the words that a hyphen ties to the next; ``joined`` those that were
    two, broken at the end of a printed line."""

    keys: list[str]
    stops: list[str]
    line: list[int]
    lines: list[Line]
    starts: list[int]
    hyphens: list[int]
    joined: frozenset[int] = frozenset()
    _known: set[str] | None = None

    @property
    def known(self) -> set[str]:
        """Every word of the text."""
        if self._known is None:
            self._known = set(self.keys)
        return self._known

    def find(self, keys: Sequence[str]) -> int | None:
        """Where these words stand on end for the first time."""
        first, size = keys[0], len(keys)
        at = -1
        while first in self.known:
            try:
                at = self.keys.index(first, at + 1)
            except ValueError:
                return None
            if self.keys[at : at + size] == list(keys):
                return at
        return None

    def place(self, at: int) -> Place:
        """The place of a word, or of the last word for a position behind it."""
        return self.line_at(at).place

    def line_at(self, at: int) -> Line:
        """The line of a word; an empty one where there are no words."""
        return self.lines[self.line[min(max(at, 0), len(self.line) - 1)]] if self.line else Line("")

    def page(self, at: int) -> int | None:
        """The page of a word."""
        return self.line_at(at).page

    def is_label(self, at: int) -> bool:
        """Whether a word is part of a printed label or of a heading's number."""
        number = self.line[at]
        return at - self.starts[number] < self.lines[number].labels

    def begins_line(self, at: int) -> bool:
        """Whether a line begins at this word, or the text ends."""
        return at >= len(self.keys) or self.starts[self.line[at]] == at

    def begins_sentence(self, at: int) -> bool:
        """Whether a line or a sentence begins at this word."""
        return self.begins_line(at) or self.stops[at - 1][-1:] in (".", ";", ":", "?", "!")

    def spots(self, number: int) -> list[tuple[int, int]]:
        """Where each word of a line begins and ends in its text."""
        found: list[tuple[int, int]] = []
        rest = WORD.finditer(self.lines[number].text)
        for match in rest:
            start, end = match.span()
            if self.starts[number] + len(found) in self.joined:
                end = next(rest).end()
            found.append((start, end))
        return found

    def words(self, start: int, end: int) -> str:
        """The printed text from one word to before another, without what stands outside them."""
        return " ".join(part for _, part in self.pieces(start, end))

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """(line, its text from the first of these words to the last) of each line touched."""
        at = start
        while at < end:
            number = self.line[at]
            stop = min(end, self.starts[number + 1])
            spots = self.spots(number)
            first, last = spots[at - self.starts[number]][0], spots[stop - 1 - self.starts[number]][1]
            text = self.lines[number].text
            if "(" in text[first:last] and text[last : last + 1] == ")":
                last += 1
            yield number, text[first:] if stop == self.starts[number + 1] and stop - at > 3 else text[first:last]
            at = stop


_LABEL_WORD = re.compile(
    r"(?i)article|art|section|sec|appendix|exhibit|schedule|mou|moa|part|chapter|[a-z]{1,2}|[ivxlc]{1,7}"
    r"|[a-z]?\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?"
)
# What a plain paper has in front of a paragraph: "7.3 Leave", "Section 3.", "(a)", "a.", "1)", "ARTICLE VII -". Before
# a small letter "Section 3" is part of the sentence.
_TYPED_LABEL = re.compile(
    r"\W*(?:(?i:article|art\.?|section|sec\.?|§|appendix|exhibit|schedule|mou)\s*[#:]?\s*"
    r"(?:[IVXLCivxlc]+|[A-Za-z]|\d[\d.]*[a-zA-Z]?)(?![^\W_])(?=\s*[.:–—-]|\s+[A-Z“\"]|\s*$)"
    r"|(?<!\()(?:[A-Za-z]|([A-Za-z])\1|[ivxIVX]{1,6}|\d{1,2})[.):](?=\s|$)"
    r"|\((?:[A-Za-z]|([A-Za-z])\2|[ivxIVX]{1,6}|1?\d|20)\)"
    r"|(?!\d+\.\d\d$|\d{3})\d{1,3}(?:\.\d{1,3})+\.?(?=\s+[A-Z“\"]|\s*$)"
    r"(?!\s+(?:FTE|F\.T\.E|Hours?|Days?|Percent)\b))"
)


_COUNTED = re.compile(r"\((?:2[1-9]|[3-9]\d|\d{3,})\)")
"""A figure in brackets that counts something: no list goes that far."""


def stream_of_contract(contract: Contract, front: Sequence[Block] = (), above: Place | None = None) -> Stream:
    """A contract's words, unit by unit under their headings; ``front`` is what its file has above the first, and
    ``above`` how that place is called."""
    place = above or Place()
    first = (line for number, block in enumerate(front) for line in _block_lines(block, place, number))
    return stream_of_lines(
        chain(first, (line for key, unit in contract.by_key.items() for line in _unit_lines(key, unit)))
    )


def stream_of_blocks(blocks: Iterable[Block]) -> Stream:
    """The words of any paper. Its articles and sections are not asked for: the contract it is held against has them."""
    return stream_of_lines(line for number, block in enumerate(blocks) for line in _block_lines(block, Place(), number))


def stream_of_places(parts: Iterable[tuple[Place, Sequence[Block]]]) -> Stream:
    """The words of some places, one after the other, as a TA holds them."""
    return stream_of_lines(
        line for place, blocks in parts for n, block in enumerate(blocks) for line in _block_lines(block, place, n)
    )


def _unit_lines(key: str, unit: Article) -> Iterator[Line]:
    name = unit.name
    place = Place(key, name)
    label = unit.heads.rstrip(".:") if unit.number or unit.kind is UnitKind.MOU else ""
    head = f"{label} {unit.title}".strip() if unit.title != name or label else name
    if head:
        labels = len(WORD.findall(label)) if label and label != unit.title else 0
        yield Line(composed(head), place, labels, True, unit.page, block=-1)
    for section, start, end in section_places(unit.blocks):
        for number in range(start, end):
            yield from _block_lines(unit.blocks[number], Place(key, name, section), number)


def _block_lines(block: Block, place: Place, number: int) -> Iterator[Line]:
    if block.kind is BlockKind.TABLE:
        head = block.rows[0] if block.rows else ()
        grid = len(block.rows), max(map(len, block.rows), default=0)
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells):
                heads = (cells[0] if column else "", head[column] if row and column < len(head) else "")
                yield Line(composed(cell), place, 0, False, block.page, (row, column), heads, number, grid)
        return
    text = composed(block.printed)
    yield Line(text, place, _labels(block, text), block.kind is BlockKind.HEADING, block.page, block=number)


def _labels(block: Block, text: str) -> int:
    """How many words at the start of a line only number it."""
    if block.label:
        words = WORD.findall(composed(block.label))
        if all(map(_LABEL_WORD.fullmatch, words)) and not _COUNTED.fullmatch(block.label.strip()):
            return len(words) + _typed(text[len(block.label) :])
    return _typed(text)


def _typed(text: str) -> int:
    match = _TYPED_LABEL.match(text)
    return len(WORD.findall(match[0])) if match else 0


def stream_of_lines(lines: Iterable[Line]) -> Stream:
    """The words of these lines, with what of each only numbers it."""
    keys: list[str] = []
    stops: list[str] = []
    line: list[int] = []
    kept: list[Line] = []
    starts: list[int] = []
    hyphens: list[int] = []
    for one in true_labels(_counted(list(lines))):
        words, between, tied = _read(one.text)
        if not words:
            continue
        start = len(keys)
        starts.append(start)
        keys.extend(words)
        line.extend([len(kept)] * len(words))
        kept.append(one)
        hyphens.extend(start + n for n in tied)
        stops.extend([ANY] * len(words) if one.loose else between)
        stops[-1] = ANY
        stops[start : start + one.labels] = [ANY] * min(one.labels, len(words))
    starts.append(len(keys))
    _read_numerals(keys)
    return Stream(keys, stops, line, kept, starts, hyphens)


def _counted(lines: list[Line]) -> list[Line]:
    """The lines with the signs of notes as print counts them: a file may know its notes by other numbers."""
    if not any(line.text.startswith("[") for line in lines):
        return lines
    texts = signs_in_order([line.text for line in lines])
    return [line if line.text == text else replace(line, text=text) for line, text in zip(lines, texts, strict=True)]


@lru_cache(maxsize=1 << 13)
def _read(text: str) -> tuple[list[str], list[str], list[int]]:
    """The keys of a text's words, the stops behind them, and which a hyphen ties to the next. Most texts are read
    three times: they stand in the current contract, the signed text and the final one."""
    between = WORD.split(text)[1:]
    tied = [n for n, sign in enumerate(between) if _HYPHEN.fullmatch(sign)] if _HYPHEN.search(text) else []
    words = list(map(key_of, WORD.findall(text)))
    stops = list(map(stops_of, between))
    for n, sign in enumerate(between[:-1]):
        if sign != " " and words[n][-1].isdigit() and words[n + 1][0].isdigit() and _DASH.fullmatch(sign):
            stops[n] = "-"
    return words, stops, tied


_HYPHEN = re.compile(r"[-‐‑]\s*")
_DASH = re.compile(r"\s*[-‐‑‒–—−]+\s*")
"""Between two figures a dash of any kind is said: "2024-2027" is not "2024 2027"."""


def rejoined(text: Stream, other: Stream) -> Stream:
    """The text with each word whole that a printed line's end broke in two: the other text has it whole."""
    whole = other.known
    tied = {(other.keys[at], other.keys[at + 1]) for at in other.hyphens if at + 1 < len(other.keys)}
    text = _over_lines(text, whole, tied)
    broken = {
        at
        for at in text.hyphens
        if not text.begins_line(at + 1)
        and text.keys[at][-1:].isalpha()
        and text.keys[at + 1][:1].isalpha()
        and text.keys[at] + text.keys[at + 1] in whole
        and (text.keys[at], text.keys[at + 1]) not in tied
    }
    if not broken:
        return text
    kept = [at for at in range(len(text.keys)) if at - 1 not in broken]
    new = {at: number for number, at in enumerate(kept)}
    keys = [text.keys[at] + (text.keys[at + 1] if at in broken else "") for at in kept]
    stops = [text.stops[at + 1 if at in broken else at] for at in kept]
    starts = [*(new[at] for at in text.starts[:-1]), len(kept)]
    hyphens = [new[at] for at in text.hyphens if at in new and at not in broken]
    line = [text.line[at] for at in kept]
    return Stream(keys, stops, line, text.lines, starts, hyphens, frozenset(new[at] for at in broken))


_BROKEN = re.compile(r"([^\W\d_]+)[-‐\u00ad\ufffe]\s*$")
_REST = re.compile(r"[^\W\d_]+\S*\s*")


def _over_lines(text: Stream, whole: Collection[str], tied: Collection[tuple[str, str]]) -> Stream:
    """The text with the rest of a broken word on the line that it begins on, where a page gave each line by itself."""
    lines = list(text.lines)
    moved = False
    for n, (line, below) in enumerate(pairwise(text.lines)):
        if line.cell or below.cell or below.labels or not (broken := _BROKEN.search(lines[n].text)):
            continue
        last, first = text.starts[n + 1] - 1, text.starts[n + 1]
        parts = text.keys[last], text.keys[first]
        rest = _REST.match(below.text)
        if rest and "".join(parts) in whole and parts not in tied:
            lines[n] = replace(line, text=f"{lines[n].text[: broken.end(1)]}{rest[0].rstrip()}")
            lines[n + 1] = replace(below, text=below.text[rest.end() :])
            moved = True
    return stream_of_lines(lines) if moved else text


_UNITS = {"article", "articles", "section", "sections", "appendix", "schedule"}
_ROMAN: Mapping[str, int] = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _read_numerals(keys: list[str]) -> None:
    """ "Article VII" is Article 7, in a heading as in a cross-reference."""
    for at in range(1, len(keys)):
        if keys[at - 1] in _UNITS and set(keys[at]) <= _ROMAN.keys():
            values = [_ROMAN[letter] for letter in keys[at]]
            total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
            keys[at] = str(total)
