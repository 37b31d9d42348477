"""One consistent numbering out of many candidates: the chain of headings whose scores and steps add up best."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.domain.dataclass import dataclass

Value = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A candidate for the chain: what its number can count as, how sure it is a heading, its title for telling a
    repeated heading from a number that was given twice, and how it is set."""

    values: tuple[Value, ...]
    score: float
    title: str = ""
    look: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """What a step from one number to the next costs."""

    gap: float = 0.6
    twice: float = 3.0
    same: float = 12.0
    back: float = 15.0
    late_start: float = 0.5
    other_look: float = 0.0


def step(before: Value | None, after: Value, steps: Steps, *, same_title: bool = False) -> float:
    """The reward (or, below zero, the cost) of ``after`` following ``before``."""
    head, tail = after[0], after[1:]
    if before is None:
        return 1.0 if head <= 1 else -steps.late_start * min(head - 1, 8)
    if after == before:
        return -(steps.same if same_title else steps.twice)
    if head == before[0]:
        rise = (tail or (0,))[0] - (before[1:] or (0,))[0]
        return 1.0 if rise == 1 else -steps.gap * min(rise, 4) if rise > 0 else -steps.back / 2
    if head == before[0] + 1 and (not tail or tail[0] <= 1):
        return 1.0
    if head > before[0]:
        return -steps.gap * min(head - before[0] - 1, 8) - (0.5 if tail and tail[0] > 1 else 0.0)
    return 0.5 - steps.back if head <= 1 else -steps.back


def best_chain(links: Sequence[Link], steps: Steps | None = None, reach: int = 60) -> tuple[list[int], float]:
    """Positions of the chain with the highest total, and that total. Candidates that lower it are left out."""
    steps = steps or Steps()
    states = [(index, value) for index, link in enumerate(links) for value in link.values]
    totals: list[float] = []
    previous: list[int] = []
    for at, (index, value) in enumerate(states):
        link = links[index]
        best, origin = step(None, value, steps), -1
        for back in range(at - 1, max(-1, at - reach - 1), -1):
            other, other_value = states[back]
            if other == index:
                continue
            same = bool(link.title) and link.title == links[other].title
            total = totals[back] + step(other_value, value, steps, same_title=same)
            total -= steps.other_look if link.look != links[other].look else 0.0
            if total > best:
                best, origin = total, back
        totals.append(best + link.score)
        previous.append(origin)
    if not totals or max(totals) <= 0:
        return [], 0.0
    at = max(range(len(totals)), key=totals.__getitem__)
    total, chain = totals[at], []
    while at >= 0:
        chain.append(states[at][0])
        at = previous[at]
    return chain[::-1], total
