"""A line of a text: what it says, where it stands, and how much of it only numbers it."""

from __future__ import annotations

from tablebook.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the unit's key and name, and the section, both empty for a text of which only words count."""

    unit: str = ""
    name: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or cell: its text with the label, and how many of its first words are that label. ``cell``
    is the row and column, ``heads`` what heads them, ``grid`` how many there are."""

    text: str
    place: Place = Place()
    labels: int = 0
    heading: bool = False
    page: int | None = None
    cell: tuple[int, int] | None = None
    heads: tuple[str, str] = ("", "")
    block: int = 0
    grid: tuple[int, int] = (0, 0)

    @property
    def loose(self) -> bool:
        """Whether commas and stops in it are the printer's: in a heading and in a cell."""
        return self.heading or self.cell is not None
