"""Printed lines put together to paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from tablebook.documents.lines import Line, cut, merged, trimmed
from tablebook.domain.text import Block, BlockKind, Run, split_label

_WIDE_LABEL = re.compile(
    r"^(?:[•●▪◦■□☐✓➢►*oØ§-]|\(?(?:([A-Za-z])\1?|[ivxlIVXL]{1,6}|\d{1,3})[.)]|\([A-Za-z\d]{1,4}\)|\d{1,3}(?:\.\d{1,3}){1,3}\.?)$"
)

_PLACED = re.compile(
    r"(?:article|section|appendix|§)\s+[A-Z\d][\w.()]*(?:[\s,]+section\s+[A-Z\d][\w.]*)?(?:\s*\(\w{1,3}\))*\s*[:–—-]\s",
    re.I,
)
"""A line that begins with a place and what is said of it, in a list of such lines: "Article 7.8 - change …"."""
_STANDS = r"(?:no\s+changes?|unchanged|(?:the\s+)?same|as\s+is|status\s+quo|ccl|new)"
_AMOUNT = re.compile(
    rf"(?:.*\s)?(?:\$\s?\d[\d,.]*\d|\$\s?\d|\d[\d,.]*\s?%|[\[(]{_STANDS}[\])])|.*[^\s:–—-]\s*[:–—-]\s*{_STANDS}", re.I
)
_LONGEST_ROW = 10
"""Words; a longer line that ends in an amount is more likely broken inside a sentence."""

# Of a quarter of a million words; a pattern takes twice as long.
_LETTERS_ALONE = bytes(code if code in range(ord("a"), ord("z") + 1) else ord(" ") for code in range(256))


def label_of(line: Line) -> tuple[str, str]:
    """The list label of a line and the words after it."""
    if line.label:
        return line.label, line.text
    label, words = split_label(line.text)
    if label:
        return label, words
    first, _, rest = line.text.partition(" ")
    if rest and _WIDE_LABEL.match(first) and first not in ("-", "o", "*") and not first.isalnum():
        return first, rest.lstrip()
    return "", line.text


def right_ends(lines: tuple[Line, ...]) -> list[float]:
    """Where each line ends, nowhere for whole paragraphs: those around a line tell whether it ends early."""
    return [-inf if line.whole else line.right for line in lines]


def group(
    lines: tuple[Line, ...], rights: list[float], starts: set[int], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """(first, last + 1) of each paragraph between two lines; a paragraph always opens at a line in ``starts``.
    ``rights`` are the lines' :func:`right_ends`."""
    at = start
    while at < end:
        stop = at + 1
        while stop < end and stop not in starts and not _opens(lines, rights, stop):
            stop += 1
        yield at, stop
        at = stop


def _opens(lines: tuple[Line, ...], rights: list[float], at: int) -> bool:
    """Whether a new paragraph begins at this line."""
    line, before = lines[at], lines[at - 1]
    if line.whole or before.whole or line.rows or before.rows or line.depth or before.depth:
        return True
    if _are_listed(line, before):
        return True
    ended = before.text[-1:] in '.:;!?”"' or before.text[-1:] == ")"
    if line.page != before.page:
        return _new_after_page(line, before)
    if line.gap > 0.4 or (_is_row(line) and _is_row(before)):
        return True
    label, _ = label_of(line)
    if label and (ended or abs(line.x - before.x) > 1.5 or label_of(before)[0] or _early(lines, rights, at)):
        return True
    if (
        line.caps != before.caps
        and (line.caps or len(before.text.split()) <= 10)
        and (line.bold or before.bold or line.caps)
    ):
        return ended or _early(lines, rights, at)
    if before.bold != line.bold and _early(lines, rights, at):
        return True
    if ended and line.x > before.x + 2 and not label_of(before)[0]:
        return True
    if not _early(lines, rights, at) or line.text[:1].islower():
        return False
    return (line.text[:1].isupper() and (ended or line.x != before.x)) or _far_short(lines, at)


def _are_listed(line: Line, before: Line) -> bool:
    """Whether two lines are rows of a table, typed with bars, or each on a place of its own."""
    if " | " in line.text and " | " in before.text:
        return True
    same_page = line.page == before.page
    return same_page and bool(_PLACED.match(line.text)) and (before.caps or bool(_PLACED.match(before.text)))


def _is_row(line: Line) -> bool:
    """Whether a line is one of a list of names and amounts: "Football $5,500", "Track (no change)"."""
    text = line.text
    short = text[:1].isupper() and len(text) < 100 and len(text.split()) <= _LONGEST_ROW
    return short and bool(_AMOUNT.fullmatch(text))


def _new_after_page(line: Line, before: Line) -> bool:
    """After a page break a sentence goes on when it had not ended, or when the next word is no beginning."""
    if label_of(line)[0] or before.caps or line.caps or before.centred or before.text.endswith("__"):
        return True
    if line.bold and not before.bold and line.text[:1].isupper():
        return True
    if before.text[-1:] in '.:;!?”"':
        return not line.text[:1].islower()
    return bool(line.gap > 3 and not line.text[:1].islower())


def _early(lines: tuple[Line, ...], rights: list[float], at: int) -> bool:
    """Whether the line above ended early: the first word of this one would still have fitted."""
    line, before = lines[at], lines[at - 1]
    edge = max(rights[max(0, at - 12) : at + 12])
    unit = (before.right - before.x) / max(1, len(before.text))
    return before.right + unit * (len(line.text.split(" ", 1)[0]) + 1) < edge - 3 * unit


def _far_short(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line above fills less than two thirds of the width: no sentence is broken there."""
    near = [other for other in lines[max(0, at - 12) : at + 12] if not other.whole]
    left, right = min(other.x for other in near), max(other.right for other in near)
    return lines[at - 1].right - left < 0.65 * (right - left) and right - left > 40


def join_runs(lines: tuple[Line, ...], vocabulary: frozenset[str]) -> tuple[Run, ...]:
    """The runs of a paragraph's lines, one space between lines, words that a hyphen parts at the line end joined."""
    runs: list[Run] = []
    for index, line in enumerate(lines):
        pieces = list(line.runs or (Run(line.text, line.bold, line.italic),))
        if index and runs:
            last = runs[-1]
            if last.text.endswith(("-", "‐", "\ufffe")) and line.text[:1].isalnum() and last.text[-2:-1].isalnum():
                runs[-1] = Run(unparted(last.text, line.text, vocabulary), last.bold, last.italic)
            elif not last.text.endswith(("—", "/")) or not line.text[:1].isalnum():
                runs[-1] = Run(last.text + " ", last.bold, last.italic)
        runs.extend(pieces)
    return trimmed(merged(runs))


def unparted(text: str, following: str, vocabulary: frozenset[str]) -> str:
    """The words before a line end with their hyphen, or without it when the whole word stands elsewhere unparted."""
    head = re.split(r"[\s-]", text[:-1])[-1]
    tail = re.split(r"[^\w]", following)[0]
    whole = f"{head}{tail}".lower()
    return text[:-1] if whole in vocabulary and tail[:1].islower() else text[:-1] + "-"


def words_of(lines: tuple[Line, ...]) -> frozenset[str]:
    """The words that stand in the document inside a line."""
    text = "\n".join([line.text for line in lines]).lower().encode("ascii", "replace")
    return frozenset(word.decode("ascii") for word in set(text.translate(_LETTERS_ALONE).split()))


def paragraph_block(lines: tuple[Line, ...], vocabulary: frozenset[str]) -> Block:
    """One paragraph as a block: its label split off, its runs joined."""
    first = lines[0]
    label, _ = label_of(first)
    runs = join_runs(lines, vocabulary)
    if label and not first.label:
        text = "".join(run.text for run in runs)
        lost = len(text) - len(text[len(label) :].lstrip())
        runs = drop(runs, lost)
    level = first.level or (1 if label else 0)
    return Block(BlockKind.PARAGRAPH, label, runs, "", level, (), first.page, first.source)


def drop(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """The runs without their first ``count`` characters."""
    return trimmed(cut(runs, count))
