"""What every edition is put together from. The same parts become PDF pages or a web page: no edition has words of its
own, so none can say something else than another.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tablebook.redline.marks import MarkedBlock


class Tone(StrEnum):
    """How words are meant. A flag says that something was not written yet; a warning that something is out of date."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    STRONG = "strong"
    QUIET = "quiet"
    FLAG = "flag"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Say:
    """A paragraph. ``language`` is that of its words, where it is not the edition's; ``tied`` keeps
    it on one page with what follows."""

    text: str
    tone: Tone = Tone.BODY
    language: str = ""
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: 1 opens a section, 2 an article or side letter, 3 one agreement. ``number`` stands in the contents
    before the title, ``aside`` at its right."""

    text: str
    level: int = 1
    number: str = ""
    aside: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and their values; what is empty was left out. ``own`` are the rows in the local's own words, which stay in
    English in every edition."""

    rows: tuple[tuple[str, str], ...]
    own: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its head, the widths of its columns as parts of the whole, and the tone of each column.
    ``languages`` is that of each column's words, where it is not the edition's."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    tones: tuple[Tone, ...] = ()
    languages: tuple[str, ...] = ()
    name: str = ""

    def tone(self, column: int) -> Tone:
        """How a column's words are meant."""
        return self.tones[column] if column < len(self.tones) else Tone.BODY

    def language(self, column: int) -> str:
        """The language of a column's words, "" for the edition's."""
        return self.languages[column] if column < len(self.languages) else ""


@dataclass(frozen=True, slots=True)
class Pair:
    """The local's own words and their translation, side by side."""

    left: tuple[Say, ...]
    right: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Contract text, marked or clean, as it was signed."""

    blocks: tuple[MarkedBlock, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to fill in by hand, each with what it is for."""

    labels: tuple[str, ...]


Part = Say | Head | Facts | Grid | Pair | Text | Lines


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: title, letter and the facts of the vote."""

    title: str
    under: str
    edition: str = ""
    warnings: tuple[Say, ...] = ()
    letter: tuple[Say, ...] = ()
    signed: str = ""
    role: str = ""
    facts: Facts = Facts(())


@dataclass(frozen=True, slots=True)
class Composed:
    """An edition ready to be drawn. ``mark`` is the packet's version or says draft, ``code`` its fingerprint. ``foot``
    stands in the middle of each page's foot in the place of the mark."""

    language: str
    cover: Cover | None
    parts: tuple[Part, ...]
    mark: str
    code: str
    running: str = ""
    foot: str = ""
    contents: bool = True
