"""The lettered and numbered points inside a section, and under which letters a change of it has left them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from tablebook.domain.dataclass import dataclass
from tablebook.domain.matched import matched
from tablebook.domain.text import Block, same_words

Path = tuple[str, ...]
"""The letters and numbers that lead to a point, without their brackets and stops: ("b", "2") for (b)(2)."""

_LABEL = re.compile(r"(\(?)([A-Za-z]{1,2}|[ivxIVX]{1,5}|\d{1,2})([.)]{1,2})")
_ROMAN = re.compile(r"[ivx]{1,5}|[IVX]{1,5}")


@dataclass(slots=True)
class Point:
    """A point with all that stands under it, from the block ``start`` to before ``end``. ``words`` are its own and
    theirs."""

    name: str
    words: list[str]
    start: int
    end: int
    inside: list[Point] = field(default_factory=list)


def points_of(blocks: Sequence[Block]) -> list[Point]:
    """The points of a section in order; those of a deeper kind of letter or number stand inside the one above."""
    top: list[Point] = []
    kinds: list[str] = []
    open_points: list[Point] = []
    for at, block in enumerate(blocks):
        match = _LABEL.fullmatch(block.label.strip()) if at or not block.section else None
        if match is None:
            for one in open_points:
                one.words += same_words(block.printed).split()
            continue
        name = match[2]
        kind = _kind(match, open_points, kinds)
        while kind in kinds:
            kinds.pop()
            open_points.pop().end = at
        for one in open_points:
            one.words += same_words(block.printed).split()
        made = Point(name.lower(), same_words(block.text).split(), at, len(blocks))
        (open_points[-1].inside if open_points else top).append(made)
        kinds.append(kind)
        open_points.append(made)
    return top


def _kind(match: re.Match[str], open_points: Sequence[Point], kinds: Sequence[str]) -> str:
    """How a label is written: its brackets, and figures, letters or Roman numerals."""
    name = match[2]
    frame = f"{match[1]}{match[3]}"
    if name.isdigit():
        return f"{frame}1"
    case = "A" if name.isupper() else "a"
    if _ROMAN.fullmatch(name):
        letters = f"{frame}{case}"
        after = letters in kinds and _follows(open_points[kinds.index(letters)].name, name.lower())
        return letters if after else f"{frame}{'I' if case == 'A' else 'i'}"
    return f"{frame}{case}"


def _follows(one: str, other: str) -> bool:
    """Whether a letter is the next in the alphabet: "i" after "h" is no Roman one."""
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1


def moved_points(before: Sequence[Block], after: Sequence[Block]) -> dict[Path, Path | None]:
    """The points of a section that stand under other letters now, None for those that are no more. Nothing is said of
    letters that the section uses twice."""
    found: dict[Path, Path | None] = {}
    _compare(points_of(before), points_of(after), (), (), found)
    return found


def _compare(old: Sequence[Point], new: Sequence[Point], was: Path, now: Path, found: dict[Path, Path | None]) -> None:
    ours, theirs = _by_name(old), _by_name(new)
    if ours is None or theirs is None:
        return
    became = matched({k: tuple(v.words) for k, v in ours.items()}, {k: tuple(v.words) for k, v in theirs.items()})
    for name, other in became.items():
        here, there = (*was, name), (*now, other)
        if not other:
            _all_gone(ours[name], here, found)
            continue
        if here != there:
            found[here] = there
        _compare(ours[name].inside, theirs[other].inside, here, there, found)


def _by_name(points: Sequence[Point]) -> Mapping[str, Point] | None:
    names = {one.name: one for one in points}
    return names if len(names) == len(points) else None


def _all_gone(point: Point, here: Path, found: dict[Path, Path | None]) -> None:
    found[here] = None
    for one in point.inside:
        _all_gone(one, (*here, one.name), found)
