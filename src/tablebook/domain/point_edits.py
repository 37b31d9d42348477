"""Some points of a section in other words, with the rest of the section as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.instruction_texts import relabelled
from tablebook.domain.points import Path, Point, points_of
from tablebook.domain.text import Block, Run, same_words


def as_known(body: Sequence[Block], known: Sequence[Block]) -> tuple[Block, ...]:
    """The text with two paragraphs as one where these words are one paragraph of the known text."""
    whole = {same_words(block.text) for block in known}
    found: list[Block] = []
    for block in body:
        both = f"{found[-1].text} {block.text}" if found and not (block.label or block.rows or block.section) else ""
        if both and same_words(both) in whole:
            found[-1] = replace(found[-1], runs=(*found[-1].runs, Run(" "), *block.runs))
        else:
            found.append(block)
    return tuple(found)


def with_points(base: Sequence[Block], body: Sequence[Block], path: Path = ()) -> tuple[Block, ...] | None:
    """A section in which the points that a text holds have its words. ``path`` leads to a point that the text is on as
    a whole, or in part. Points that the section lacks are put in behind the one before them. None where the text is no
    list of points that the section has, but words for all of it."""
    if path and _first(body) == path[-1] and len(points_of(body)) > 1:  # the point cited, and those behind it
        above = point_at(base, path[:-1]) if path[:-1] else None
        first, end = (above.start + 1, above.end) if above else (0, len(base))
        some = None if path[:-1] and above is None else with_points(base[first:end], body)
        return None if some is None else (*base[:first], *some, *base[end:])
    if path:
        found = point_at(base, path)
        if found is None:
            return None
        inner = with_points(base[found.start : found.end], body) if _first(body) != path[-1] else None
        behind = () if inner or len(body) > 1 else _behind(base[found.start : found.end])
        return (*base[: found.start], *(inner or _labelled(base[found.start], body)), *behind, *base[found.end :])
    level = _level(points_of(base), _first(body))
    new = points_of(body)
    if not level or not new or new[0].start != 0:
        return None
    return _put(base, level, body, new)


def is_next(base: Sequence[Block], path: Path) -> bool:
    """Whether a path leads to the place behind the last point of a list that a section has."""
    level = _list_of(base, path)
    return bool(level) and _next_of(level[-1].name) == path[-1]


def with_next_point(base: Sequence[Block], body: Sequence[Block], path: Path) -> tuple[Block, ...]:
    """A section with a new point behind the last one of a list (see :func:`is_next`), lettered like it."""
    point = _list_of(base, path)[-1]
    first, *rest = body
    last = base[point.start]
    upper = point.name not in last.label
    old, new = (name.upper() if upper else name for name in (point.name, path[-1]))
    end = point.end - len(_behind(base[point.start : point.end]))
    return (
        *base[:end],
        replace(first, label=relabelled(last.label, old, new), level=last.level),
        *rest,
        *base[end:],
    )


def _list_of(base: Sequence[Block], path: Path) -> Sequence[Point]:
    """The points of the list in which a path ends."""
    if len(path) == 1:
        return points_of(base)
    above = point_at(base, path[:-1])
    return above.inside if above else ()


def _next_of(name: str) -> str:
    """The name of the point behind this one: "4" behind "3", "d" behind "c"."""
    return str(int(name) + 1) if name.isdigit() else chr(ord(name) + 1) if len(name) == 1 else ""


def with_some_points(base: Sequence[Block], body: Sequence[Block]) -> tuple[Block, ...] | None:
    """A section of which a text shows some points, the first of them not the section's first. None for any other text:
    it may be all that the section is to say."""
    start = next((at for at, block in enumerate(body) if points_of([block])), 0)
    lead = [same_words(block.text).casefold().strip(" .:") for block in body[:start]]
    known = {same_words(block.text).casefold().strip(" .:") for block in base}
    name, level = _first(body[start:]), _level(points_of(base), _first(body[start:]))
    if not level or level[0].name == name or any(one and one not in known for one in lead):
        return None
    return with_points(base, body[start:])


def without_point(base: Sequence[Block], path: Path) -> tuple[Block, ...] | None:
    """A section without one of its points and what stands under it; None where it has no such point."""
    found = point_at(base, path)
    return None if found is None else (*base[: found.start], *base[found.end :])


def point_at(base: Sequence[Block], path: Path) -> Point | None:
    """The point of a section to which a path leads; None where it has none there, or two that are named alike."""
    return _at(points_of(base), path)


def _put(
    base: Sequence[Block], level: Sequence[Point], body: Sequence[Block], new: Sequence[Point]
) -> tuple[Block, ...] | None:
    names = [one.name for one in new]
    known = {one.name for one in level}
    if len(set(names)) < len(names) or len(known) < len(level):
        return None  # of two that are named alike nobody knows which is meant
    result: list[Block] = list(base[: level[0].start])
    for point in level:
        if point.name not in names:
            result += base[point.start : point.end]
            continue
        at = names.index(point.name)
        after = next((n for n in range(at + 1, len(new)) if names[n] in known), len(new))
        first, *rest = body[new[at].start : new[after - 1].end]
        result += [replace(first, label=base[point.start].label), *rest]  # lettered in the contract's own way
        if point is level[-1]:
            result += _behind(base[point.start : point.end])
    return (*result, *base[level[-1].end :])


def _behind(last: Sequence[Block]) -> Sequence[Block]:
    """What stands without a letter behind the last point: it may be the section's own, and stays."""
    end = len(last)
    while end > 1 and not last[end - 1].label:
        end -= 1
    return last[end:]


def _first(body: Sequence[Block]) -> str:
    points = points_of(body)
    return points[0].name if points and points[0].start == 0 else ""


def _level(points: Sequence[Point], name: str) -> Sequence[Point]:
    """The points among which this one is, looked for from outside in; none where several lists have it."""
    if not name:
        return ()
    if any(one.name == name for one in points):
        return points
    deeper = [found for one in points if (found := _level(one.inside, name))]
    return deeper[0] if len(deeper) == 1 else ()


def _at(points: Sequence[Point], path: Path) -> Point | None:
    named = [one for one in points if one.name == path[0]]
    found = named[0] if len(named) == 1 else None
    return found if found is None or len(path) == 1 else _at(found.inside, path[1:])


def _labelled(old: Block, body: Sequence[Block]) -> tuple[Block, ...]:
    """A point's new words under its own letter, in the contract's own way."""
    first, *rest = body
    other = bool(first.label) and first.label.strip("().: ").casefold() != old.label.strip("().: ").casefold()
    return tuple(body) if other or first.rows else (replace(first, label=old.label, level=old.level), *rest)
