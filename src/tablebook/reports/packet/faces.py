"""The sizes in which an edition is set: as all papers, or in large print without a word under 18 points."""

from __future__ import annotations

from dataclasses import dataclass

from tablebook.reports.page import LARGE, Shape
from tablebook.reports.paragraph import CLOSE, Setting

_SCALE = 1.6
_LEAST = LARGE / _SCALE


@dataclass(frozen=True, slots=True)
class Face:
    """Size and line distance of each kind of words; ``least`` is the smallest size there is. Sizes are before the
    page is drawn ``scale`` times as large."""

    scale: float
    least: float
    title: tuple[float, float]
    heads: tuple[tuple[float, float], ...]
    body: tuple[float, float]
    small: tuple[float, float]
    table: tuple[float, float]
    text: Setting
    labels: float

    def shape(self, page: str) -> Shape:
        """The page of this edition, by the name of its size."""
        return Shape.named(page, self.scale)


ORDINARY = Face(
    1.0, 0.0, (28, 34), ((21, 27), (13.5, 18), (10.75, 16)), (11.5, 17), (9, 13.4), (9.5, 12.6), CLOSE, 92.0
)
LARGE_PRINT = Face(
    _SCALE,
    _LEAST,
    (21, 26),
    ((17, 22), (13.5, 18), (12, 16.5)),
    (11.5, 16.5),
    (_LEAST, 15.5),
    (_LEAST, 14.5),
    Setting(_LEAST, 16.0, 11.75, 2.0, (_LEAST,)),
    84.0,
)


def summary_face(size: float) -> Face:
    """The face of the one-page summary with words of this size in its table."""
    small = (min(8.75, size), min(8.75, size) * 1.45)
    heads = ((21, 27), (13.5, 18), (10.75, 16))
    return Face(1.0, 0.0, (28, 34), heads, (size, size * 1.35), small, (size, size * 1.25), CLOSE, 92.0)
