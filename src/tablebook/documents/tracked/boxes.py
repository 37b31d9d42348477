"""Text boxes that stay while their words change: the changes are tracked inside the box, in each form it is told in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tablebook.documents.tracked.names import Element, W, bare

BOX = W + "txbxContent"
Inside = Callable[[Element, Element], list[Element]]
"""The content of a box that is in both."""


def boxes_in(element: Element) -> Iterator[Element]:
    """The contents of the boxes of an object, in its new form and its old one, without boxes in boxes."""
    for box in element.iter(BOX):
        above = box.getparent()
        while above is not None and above is not element and above.tag != BOX:
            above = above.getparent()
        if above is element:
            yield box


def rewritten(old: Element, new: Element, inside: Inside) -> Element:
    """The old object with the changes of the words in its boxes."""
    made = bare(old)
    for mine, theirs, home in list(zip(boxes_in(old), boxes_in(new), boxes_in(made), strict=True)):
        content = inside(mine, theirs)
        for child in list(home):
            home.remove(child)
        home.extend(content)
    return made
