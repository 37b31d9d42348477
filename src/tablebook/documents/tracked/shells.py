"""Content controls round whole paragraphs: kept where all in them stayed, else left out and their content kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tablebook.documents.tracked.fields import SIMPLE
from tablebook.documents.tracked.moves import Ranges
from tablebook.documents.tracked.names import R_RUN, SDT_CONTENT, Element, M, W, bare, is_element, make, shell
from tablebook.redline.marks import Mark

if TYPE_CHECKING:
    from tablebook.documents.tracked.steps import Step

_Placed = tuple[Element, "Step"]


def in_shells(blocks: Sequence[_Placed], ranges: Ranges) -> list[Element]:
    """The blocks in their content controls, in order, with the ends of moves and the marks before tables."""
    kept = _kept(blocks)
    homes: list[tuple[tuple[Element, ...], list[Element]]] = []
    for element, step in blocks:
        shells = tuple(one for one in (step.old.shells if step.old else ()) if id(one) in kept)
        around = [] if step.ends_paragraph or step.old is None else [bare(mark) for mark in step.old.before]
        end = ranges.end(step)
        homes.append((shells, [*around, element, *([end] if end is not None else [])]))
    return _nested(homes, 0)


def _kept(blocks: Sequence[_Placed]) -> set[int]:
    """A struck or new end in a control, or before it, would join words in it to words outside."""
    places: dict[int, list[int]] = {}
    for at, (_, step) in enumerate(blocks):
        for one in step.old.shells if step.old else ():
            places.setdefault(id(one), []).append(at)
    return {
        one
        for one, at in places.items()
        if at[-1] - at[0] + 1 == len(at)
        and all(blocks[k][1].mark is Mark.SAME for k in at)
        and not (at[0] and _runs_on(*blocks[at[0] - 1]))
    }


def _runs_on(paragraph: Element, end: Step) -> bool:
    """Whether a paragraph's end goes (or comes) and some of its words do not: they join what follows."""
    if end.mark is Mark.SAME:
        return False
    kinds = ("ins", "moveTo") if end.mark is Mark.INSERTED else ("del", "moveFrom")
    return any(
        next(one.iterancestors(*(W + kind for kind in kinds)), None) is None
        for one in paragraph.iter(R_RUN, SIMPLE, M + "oMath")
    )


def _nested(homes: Sequence[tuple[tuple[Element, ...], list[Element]]], depth: int) -> list[Element]:
    found: list[Element] = []
    at = 0
    while at < len(homes):
        shells, elements = homes[at]
        if len(shells) <= depth:
            found.extend(elements)
            at += 1
            continue
        end = at
        while end < len(homes) and len(homes[end][0]) > depth and homes[end][0][depth] is shells[depth]:
            end += 1
        found.append(_filled(shells[depth], _nested(homes[at:end], depth + 1)))
        at = end
    return found


def _filled(control: Element, content: list[Element]) -> Element:
    made = shell(control)
    for child in control:
        if is_element(child) and child.tag != SDT_CONTENT:
            made.append(bare(child))
    inner = make("sdtContent")
    inner.extend(content)
    # What follows the content stays behind it.
    at = next((k for k, child in enumerate(control) if child.tag == SDT_CONTENT), len(made))
    made.insert(at, inner)
    return made
