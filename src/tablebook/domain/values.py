"""What entries are made of: references to passes, people, files, places of a text, signatures."""

from __future__ import annotations

from typing import NewType

from tablebook.domain.codes import Party, SignedHow
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block

EntryId = NewType("EntryId", str)
"""Chain and sequence, "a1b2:17": the one name of an entry in all copies of a book."""


@dataclass(frozen=True, slots=True)
class PassRef:
    """A pass by what is printed on it: the unit's key and the label; ``party`` where two sides use the same label, and
    ``id`` its entry where one exact text is meant, as the other side may use a label twice."""

    article: str
    label: str
    party: Party | None = None
    id: EntryId = EntryId("")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a team."""

    name: str
    role: str = ""
    initials: str = ""
    job: str = ""


@dataclass(frozen=True, slots=True)
class Team:
    """One party's people as the roster names them."""

    party: Party
    name: str
    people: tuple[Person, ...] = ()
    short: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept byte for byte: its SHA-256 (hex), its name as it came, its size in bytes and pages if known."""

    digest: str
    name: str
    size: int
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a pass or TA: a section ("12.1") of the article, another unit ("Appendix A"), or "" for the whole
    article. ``blocks`` is its whole text, heading included; ``deleted`` strikes the place whole."""

    place: str
    blocks: tuple[Block, ...] = ()
    deleted: bool = False
    new: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature or set of initials: for whom, when (ISO time with offset), how, and on which pages ("3 of 3")."""

    party: Party
    name: str
    at: str
    title: str = ""
    how: SignedHow = SignedHow.SHEET
    pages: str = ""


@dataclass(frozen=True, slots=True)
class PenEdit:
    """One change written on the paper at signing, and whose initials stand beside it."""

    place: str
    old: str
    new: str
    initials: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreedText:
    """What a TA binds: the exact pass, which places of it, and, if amended at signing, the joint text."""

    accepted: PassRef
    places: tuple[str, ...]
    fingerprint: str
    amended: tuple[Part, ...] = ()
    edits: tuple[PenEdit, ...] = ()
