"""Which letters and numbers in front of paragraphs only number them. A line that was broken at "five" and goes on with
"(5) calendar days" begins with a figure, and "J. Smith" with a name: neither counts on from its like."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tablebook.domain.contract import roman_value
from tablebook.proof.keys import WORD
from tablebook.proof.lines import Line

_PRINTED = re.compile(
    r"(?i)\W*?(?P<word>article|art|section|sec|§|appendix|exhibit|schedule|mou|part|chapter)?[\s.#:]*"
    r"(?P<open>\(?)(?P<body>[a-z]+|\d+(?:\.\d+)*)(?P<close>[.):]*)\W*"
)
_LONGEST = 60
"""Letters in which a label and the first words behind it stand."""
_LEADS_ON = frozenset(
    "article articles section sections appendix schedule exhibit step steps level lane column class paragraph"
    " paragraphs clause item number no one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred".split()
)
"""Words whose number or letter follows them: a line that ends with one goes on in the next."""

_Mark = tuple[tuple[str, ...], int]
"""How a label is printed, and what it counts as in that way."""


def true_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines, those without a label whose letter or number is a word: nothing before or behind it counts with it."""
    counted = _Counted(lines)
    return [
        replace(line, labels=0)
        if counted.style(n) and not _heads(line) and (not counted.counts(n) or _goes_on(lines, n))
        else line
        for n, line in enumerate(lines)
    ]


def _heads(line: Line) -> bool:
    """Whether a line is a heading, or begins the section that it stands in with its number."""
    number = line.place.section
    return line.heading or (
        bool(number) and re.match(rf"\W*(?:\w+\W+)?{re.escape(number)}(?!\w)", line.text) is not None
    )


def _goes_on(lines: Sequence[Line], number: int) -> bool:
    """Whether the line before was broken in the middle of what it says."""
    last = lines[number - 1] if number else None
    if last is None or last.heading or last.cell is not None:
        return False
    words = WORD.findall(last.text[-_LONGEST:])
    return len(words) > 3 and words[-1].casefold() in _LEADS_ON and last.text.rstrip()[-1:].isalnum()


def _marks(line: Line) -> Iterator[_Mark]:
    """What the label of a line counts as: "(i)" is the ninth letter and the first numeral. Nothing for a label of
    several parts, which no sentence begins with."""
    start = line.text[:_LONGEST]
    words = list(WORD.finditer(start))
    match = _PRINTED.fullmatch(start[: words[line.labels].start()] if line.labels < len(words) else start)
    if match is None:
        return
    body = match["body"]
    style = ((match["word"] or "").casefold(), match["open"], match["close"][:1])
    if body[0].isdigit():
        *path, last = body.split(".")
        yield (*style, "number", *path), int(last)
        return
    kind = "capital" if body.isupper() else "letter"
    if len(set(body)) == 1:  # aa follows z
        yield (*style, kind), ord(body[0].lower()) - 96 + 26 * (len(body) - 1)
    if value := roman_value(body):
        yield (*style, kind, "roman"), value


def out_of_step(one: Sequence[Line], other: Sequence[Line], pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of lines that have another label in the other text those whose label is a mistake there: in the one text it
    counts with the labels before and behind it, in the other with neither. Labels that were counted anew count on."""
    if not pairs:
        return set()
    typed = list(other)
    for a, c in pairs:  # a letter that counts with no other is taken for a word: here for what the one text has there
        typed[c] = replace(other[c], labels=other[c].labels or one[a].labels)
    ours, theirs = _Counted(one), _Counted(typed)
    return {(a, c) for a, c in pairs if ours.in_step(a) and theirs.odd(c, ours.style(a))}


class _Counted:
    """The labels of a text by the way they are printed, in order."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._marks = [list(_marks(line)) if line.labels else [] for line in lines]
        self._like: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for number, some in enumerate(self._marks):
            for style, value in some:
                self._like.setdefault(style, []).append((number, value))

    def style(self, number: int) -> set[tuple[str, ...]]:
        """What the label of a line is: its word, and a number or a letter; its brackets are typography."""
        return {(style[0], *style[3:]) for style, _ in self._marks[number]}

    def counts(self, number: int) -> bool:
        """Whether a line's label is the first of its kind, or stands beside the one that comes before or after it."""
        return any(
            value == 1 or not {value - 1, value + 1}.isdisjoint((before, behind))
            for value, before, behind in self._beside(number)
        )

    def odd(self, number: int, styles: set[tuple[str, ...]]) -> bool:
        """Whether a line has a label of one of these kinds that begins nothing and counts with no other."""
        begins = any(value == 1 for _, value in self._marks[number])
        return not (styles.isdisjoint(self.style(number)) or begins or self.in_step(number))

    def in_step(self, number: int) -> bool:
        """Whether a line's label follows the one before it or is followed by the next."""
        return any(before == value - 1 or behind == value + 1 for value, before, behind in self._beside(number))

    def _beside(self, number: int) -> Iterator[tuple[int, int | None, int | None]]:
        """What a line's label counts as, and what the ones before and behind it do that are printed like it."""
        for style, value in self._marks[number]:
            some = self._like[style]
            at = bisect_left(some, (number, value))
            yield value, some[at - 1][1] if at else None, some[at + 1][1] if at + 1 < len(some) else None
