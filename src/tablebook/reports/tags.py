"""The structure of a paper for those who hear it, search it or read it on a small screen: a tree of tags.

Strips are made with the tags of their words, and the tree grows in the order in which they are drawn, so that what is
heard and what stands on the page never differ. A paragraph or a table over several pages is one tag.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Tag:
    """One piece of the structure: "P", "Table", "LI"; a heading is "H" with its ``level`` from 1.

    It comes to stand in its ``parent``, or in the section of the paper, when its first words are drawn. ``words`` name
    a heading in the bookmarks and in the contents. ``spoken`` is heard in place of its words; the words themselves stay
    for searching and copying. ``page`` is the printed number of the page where a heading stands, known once the
    strips are laid on pages. ``lang`` is set where the words are in another language than the paper.
    """

    kind: str
    parent: Tag | None = None
    level: int = 0
    words: str = ""
    spoken: str = ""
    attributes: str = ""
    page: str = ""
    lang: str = ""
    kids: list[Tag | Content | Link] = field(default_factory=list)
    placed: bool = False

    def cell(self, kind: str, attributes: str = "") -> Tag:
        """A cell of this row, there also when nothing is drawn for it: an empty cell is a cell."""
        cell = Tag(kind, self, attributes=attributes, placed=True)
        self.kids.append(cell)
        return cell


@dataclass(frozen=True, slots=True)
class Content:
    """Words on a page: the page counted from 0, and their number on it."""

    page: int
    number: int


@dataclass(slots=True)
class Link:
    """A place to click on a page, from corner to corner, that leads to a heading."""

    page: int
    box: tuple[float, float, float, float]
    target: Tag


@dataclass(frozen=True, slots=True)
class Place:
    """Where a heading stands: the page counted from 0, and the height of its top."""

    page: int
    top: float


HEADER = Tag("Artifact", attributes="/Type/Pagination/Subtype/Header", placed=True)
FOOTER = Tag("Artifact", attributes="/Type/Pagination/Subtype/Footer", placed=True)
AGAIN = Tag("Artifact", attributes="/Type/Pagination", placed=True)
"""What stands again at the top of a page: the head of a table."""
ORNAMENT = Tag("Artifact", attributes="/Type/Layout", placed=True)
"""Rules, bars and the lines of marks; what they mean is in the words that are heard."""


COLUMN_HEAD = "/O/Table/Scope/Column"
"""What makes a cell the head of its column."""


def heading(level: int, words: str) -> Tag:
    """A heading that opens a section of the paper; without words it is no heading."""
    words = " ".join(words.split())
    return Tag("H", level=level, words=words) if words else Tag("P")


def inline(spoken: str, attributes: str = "") -> Tag:
    """Some words of a line that are to be heard differently."""
    return Tag("Span", spoken=spoken, attributes=attributes)


class Structure:
    """The tree of one paper and what of it is drawn on which page."""

    def __init__(self) -> None:
        self.root = Tag("Document", placed=True)
        self.pages: list[list[Tag]] = []
        self.headings: list[tuple[Tag, int, Place]] = []
        self.lang = ""
        self._sections: list[tuple[int, Tag]] = []

    def new_page(self) -> None:
        """From here on words are drawn on the next page."""
        self.pages.append([])

    def content(self, tag: Tag, within: Tag | None, top: float) -> int:
        """The number of words about to be drawn for a tag; a tag not placed yet comes to stand in the one around."""
        self._place(tag, within if within is not tag else None, top)
        drawn = self.pages[-1]
        drawn.append(tag)
        tag.kids.append(Content(len(self.pages) - 1, len(drawn) - 1))
        return len(drawn) - 1

    def link(self, tag: Tag, box: tuple[float, float, float, float], target: Tag) -> None:
        """A place to click on this page."""
        tag.kids.append(Link(len(self.pages) - 1, box, target))

    def _place(self, tag: Tag, within: Tag | None, top: float) -> None:
        home = tag.parent or within
        if home is not None:
            self._place(home, None, top)
        if tag.placed:
            return
        tag.placed = True
        tag.lang = tag.lang or self.lang
        if tag.level:
            self._open_section(tag, top)
        (home or self._section).kids.append(tag)

    @property
    def _section(self) -> Tag:
        return self._sections[-1][1] if self._sections else self.root

    def _open_section(self, tag: Tag, top: float) -> None:
        """A heading closes the sections of its level and below; levels are counted without gaps."""
        while self._sections and self._sections[-1][0] >= tag.level:
            self._sections.pop()
        section = Tag("Sect", self._section, placed=True)
        self._section.kids.append(section)
        self._sections.append((tag.level, section))
        depth = len(self._sections)
        tag.kind = f"H{min(depth, 6)}"
        self.headings.append((tag, depth, Place(len(self.pages) - 1, top)))
