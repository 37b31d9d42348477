"""Which of a page's level lines strike or underline words, and which filled boxes are a marker's colour.

A line is told by its height over the words' baseline, in sizes of their font: through the small letters it strikes,
close under the baseline it underlines. Rules of tables, frames, lines to sign on and links do neither.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tablebook.documents.pdf.letters import Letters
from tablebook.documents.pdf.paths import Box, Rule, Upright
from tablebook.documents.words import Word

_STRIKE = (0.12, 0.62, 0.22)  # lowest, highest, thickest
_UNDERLINE = (-0.27, 0.12, 0.3)


Sides = dict[int, list[Upright]]


class Touch(NamedTuple):
    """A mark on the characters ``first`` to before ``last`` of a word. ``what`` is "strike", "underline",
    "highlight" or "link"; ``y`` its height, ``colour`` its own. ``lead`` and ``trail`` say that it reaches over the
    blank before and behind them."""

    what: str
    first: int
    last: int
    y: float
    colour: str
    lead: bool = False
    trail: bool = False

    def whole(self, text: str) -> bool:
        """Whether all of a word is marked."""
        return self.first == 0 and self.last == len(text)


class Page:
    """The words of a page, ready to be asked which of them lie at a line or in a box."""

    def __init__(self, words: list[Word], letters: Letters) -> None:
        self.order = sorted(range(len(words)), key=lambda index: words[index].middle)
        self.words = words
        self.letters = letters
        self.touches: dict[int, list[Touch]] = {}
        self._lefts = [word.left for word in words]
        self._rights = [word.right for word in words]
        self._heights = [words[index].middle for index in self.order]
        self._reach = max((word.size for word in words), default=0.0)

    def near(self, left: float, right: float, top: float, bottom: float) -> list[int]:
        """The words whose middle lies between two heights and that reach between two sides, from left to right."""
        around = self.order[bisect_left(self._heights, top) : bisect_right(self._heights, bottom)]
        lefts, rights, left, right = self._lefts, self._rights, left + 0.3, right - 0.3
        found = [index for index in around if rights[index] > left and lefts[index] < right]
        return sorted(found, key=lefts.__getitem__)

    def at_line(self, rule: Rule, zone: tuple[float, float, float]) -> list[int]:
        """The words that a line crosses at a height between ``zone`` over their baseline."""
        found = []
        for index in self.near(rule.left, rule.right, rule.y - self._reach, rule.y + self._reach):
            em, baseline = self.letters.measure(index)
            if em and rule.thick <= max(zone[2] * em, 0.8) and zone[0] <= (baseline - rule.y) / em < zone[1]:
                found.append(index)
        return found

    def loose(self, indexes: list[int], left: float, right: float) -> tuple[float, float]:
        """How far a mark on words reaches into the open before the first and behind the last of them. Where another
        word stands a blank away, it reaches over blanks of the sentence, not into the open."""
        first, last = self.words[indexes[0]], self.words[indexes[-1]]
        before, behind = max(0.0, first.left - left), max(0.0, right - last.right)
        row, blank = 0.3 * first.size, 0.8 * first.size
        if before and self.near(left - blank, left + 1, first.middle - row, first.middle + row):
            before = 0.0
        if behind and self.near(right - 1, right + blank, last.middle - row, last.middle + row):
            behind = 0.0
        return before, behind

    def mark(self, what: str, indexes: Iterable[int], left: float, right: float, y: float, colour: str) -> None:
        """Notes a mark that reaches from ``left`` to ``right`` on the words it covers."""
        for index in indexes:
            word = self.words[index]
            first, last = self.letters.between(index, left, right)
            if first < last:
                blank = 0.1 * word.size
                lead, trail = left < word.left - blank, right > word.right + blank
                self.touches.setdefault(index, []).append(Touch(what, first, last, y, colour, lead, trail))


def chained(rules: list[Rule]) -> list[Rule]:
    """Lines whose pieces were drawn one by one (a run, a word, a dot at a time) put together."""
    chains: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.y * 2), rule.left)):
        for place in range(len(chains) - 1, max(-1, len(chains) - 4), -1):
            if joined := _joined(chains[place], rule):
                chains[place] = joined
                break
        else:
            chains.append(rule)
    return chains


def _joined(one: Rule, other: Rule) -> Rule | None:
    dots = other.right - other.left <= 3.5 and one.right - one.left <= 3.5
    reach = 3.5 if dots or (other.right - other.left <= 3.5 and one.thick <= 1.6) else 1.2
    level = abs(one.y - other.y) <= 0.4 and abs(one.thick - other.thick) <= 0.4 and one.colour == other.colour
    if not level or other.left > one.right + reach or other.right < one.left - reach:
        return None
    return one._replace(left=min(one.left, other.left), right=max(one.right, other.right))


def mark_lines(page: Page, rules: list[Rule], sides: Sides, links: list[Box]) -> None:
    """Strikes and underlines what the lines of the page strike and underline."""
    chains = [
        rule
        for rule in chained(rules)
        if rule.right - rule.left > 1.2 * rule.thick and not _meets(rule.left, rule.right, rule.y, sides)
    ]
    for rule in chains:
        if struck := page.at_line(rule, _STRIKE):
            page.mark("strike", struck, rule.left, rule.right, rule.y, rule.colour)
        elif under := page.at_line(rule, _UNDERLINE):
            _underline(page, rule, under, chains, links)


def _underline(page: Page, rule: Rule, under: list[int], chains: list[Rule], links: list[Box]) -> None:
    em, _ = page.letters.measure(under[0])
    words = [page.words[index] for index in under]
    if not any(word.text.strip("_") for word in words):
        return  # a blank to fill in, underlined once more
    before, behind = page.loose(under, rule.left, rule.right)
    inner = [(max(word.left, rule.left), min(word.right, rule.right)) for word in words]
    covered = sum(right - left for left, right in inner)
    covered += sum(max(0.0, b[0] - a[1]) for a, b in pairwise(inner) if b[0] - a[1] < 0.8 * em)
    share = covered / (rule.right - rule.left)
    least = 0.8 if before > 0.35 * em else 0.5 if behind > 0.4 * em else 0.0
    exact = before <= 0.12 * em and behind <= 0.7 * em
    if share < least or (not exact and _repeated(rule, chains, em)):
        return
    if not _of_link(rule, chains, links):
        page.mark("underline", under, rule.left, rule.right, rule.y, rule.colour)


def _of_link(rule: Rule, chains: list[Rule], links: list[Box]) -> bool:
    """Whether a line belongs to a link alone. An inserted sentence is underlined on both sides of the link in it."""
    middle = (rule.left + rule.right) / 2
    if not any(
        link.left - 3 <= rule.left and rule.right <= link.right + 3 and link.near(middle, rule.y) for link in links
    ):
        return False
    return not any(
        abs(other.y - rule.y) <= 0.6 and min(abs(other.right - rule.left), abs(other.left - rule.right)) <= 4
        for other in chains
        if other is not rule
    )


def by_place(uprights: list[Upright]) -> Sides:
    """Upright lines by where they stand."""
    sides: Sides = {}
    for upright in uprights:
        sides.setdefault(int(upright.x), []).append(upright)
    return sides


def _meets(left: float, right: float, y: float, sides: Sides) -> bool:
    """Whether a line or a box ends at an upright line: it belongs to a table or a frame."""
    return any(
        abs(upright.x - end) <= 1.5 and upright.top - 1.5 <= y <= upright.bottom + 1.5
        for end in (left, right)
        for place in range(int(end) - 2, int(end) + 3)
        for upright in sides.get(place, ())
    )


def _repeated(rule: Rule, chains: list[Rule], em: float) -> bool:
    """Whether lines from side to side as this one stand in three rows and more: rows ruled off."""
    alike = sorted(
        other.y for other in chains if abs(other.left - rule.left) < 0.8 and abs(other.right - rule.right) < 0.8
    )
    return sum(below - above > 0.8 * em for above, below in pairwise(alike)) >= 2


def mark_boxes(page: Page, boxes: list[Box], sides: Sides) -> None:
    """Highlights the words behind which a box of colour lies as close as a marker: shaded cells and panels do not."""
    for box in _strips([box for box in boxes if tinted(box.colour)]):
        high = box.bottom - box.top
        inside = page.near(box.left, box.right, box.top, box.bottom)
        inside = [index for index in inside if 0.7 <= high / (page.letters.measure(index)[0] or 1.0) <= 2.3]
        if not inside or _meets(box.left, box.right, (box.top + box.bottom) / 2, sides):
            continue
        em, _ = page.letters.measure(inside[0])
        before, behind = page.loose(inside, box.left, box.right)
        if before <= 0.2 * em + 0.3 and behind <= 0.65 * em:
            page.mark("highlight", inside, box.left, box.right, box.top, box.colour)


@lru_cache(maxsize=1000)
def tinted(colour: str) -> bool:
    """Whether a colour shows on white paper."""
    return min(int(colour[place : place + 2], 16) for place in (1, 3, 5)) < 0xF6


def _strips(boxes: list[Box]) -> list[Box]:
    """Boxes of one colour that stand side by side, put together."""
    strips: list[Box] = []
    for box in sorted(boxes, key=lambda box: (round(box.top), box.colour, box.left)):
        last = strips[-1] if strips else None
        if (
            last is not None
            and last.colour == box.colour
            and abs(last.top - box.top) <= 1
            and abs(last.bottom - box.bottom) <= 1
            and box.left <= last.right + 1
        ):
            strips[-1] = last._replace(right=max(last.right, box.right))
        else:
            strips.append(box)
    return strips
