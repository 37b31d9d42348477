"""How a point inside a section is named: "A.2", "IV.A(2)", "Section 3.1, paragraph (d)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tablebook.domain.contract import same_number
from tablebook.domain.dataclass import dataclass
from tablebook.domain.point_edits import is_next, point_at
from tablebook.domain.points import Path
from tablebook.domain.text import Block, paragraph

_ARTICLE = re.compile(
    r"(?P<word>(?:article|art\.)\s+)?(?P<key>[A-Za-z\d-]+)\s*(?:[,;:–—-]\s*|\.(?=\w)|\s+(?=(?:section|sec\.|§)))", re.I
)
_OF_ARTICLE = re.compile(r"(?P<key>[A-Za-z\d]{1,5})\.(?=[A-Z]\b)")
_SECTION = re.compile(r"(?:section|sec\.|§+)\s*", re.I)
_LABEL = r"(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})"
_STEP = re.compile(
    rf"\.(?P<dotted>{_LABEL})(?![\w’'])|\.?\s?\((?P<framed>{_LABEL})\)|\.\s(?P<spaced>\d{{1,2}})(?=[.)]\s)"
    rf"|,?\s+(?i:(?:sub-?)?(?:paragraph|par\.|point|item|clause|section|step))\s+\(?(?P<named>{_LABEL})\)?(?!\w)"
)
_SET_OFF = re.compile(r"[.)]?\s*[:–—-]\s*")
_FIRST = re.compile(r"(?P<label>[A-Z]|\d{1,2})(?=[.(]\w|\s\()")
_ENDS = re.compile(r"\s*$|[.:)]?\s*[–—-]\s+|[.:)]\s+|:|(?P<bare>\s+)")


_NUMBERED = re.compile(r"(?i:section\s+)?\w{1,5}(?:\.\d+)*\.")
_LETTER = re.compile(r"[A-Z](?:[.(]\w{1,3}\)?)*\s*[–—:-]|[A-Z](?:[.(]\w{1,3}\)?)+(?=\s)")
_SPOKEN_OF = re.compile(r"(?:and|or|to|through|of|in|appl(?:y|ies)|shall|will|may|is|are|does|do|covers?|governs?)\b")
"""How a sentence goes on that speaks of a point: "2.3(a) applies to nurses"."""


@dataclass(frozen=True, slots=True)
class NamedPoint:
    """A point of a section that words name, how many letters its name takes, and the path as it is printed. A ``new``
    one is the next of its list."""

    section: str
    path: Path
    skip: int
    printed: Path = ()
    new: bool = False


def with_whole_place(block: Block) -> Block:
    """A block whose place was read as its number and the beginning of its words ("2.3." and "B - change"), with both in
    its words."""
    apart = _NUMBERED.fullmatch(block.label) and any(map(str.isdigit, block.label)) and _LETTER.match(block.text)
    return paragraph(f"{block.label}{block.text}") if apart else block


def named_point(words: str, key: str, sections: Mapping[str, Sequence[Block]]) -> NamedPoint | None:
    """The point of an item's section that words begin with: "A.2", "IV.A(2)", "Section 3.1, paragraph (d)". None where
    they name none that is there, or could be there next, and where a sentence speaks of it: "Section A.2 applies". The
    text of an item without sections is "" alone: there the letters of the point begin its name."""
    for start, worded in _starts(words, key):
        for number in sorted(filter(None, sections), key=len, reverse=True):
            for own in (number, number.removeprefix(f"{key}.") if worded else number):
                dotted = words.startswith(f"{own}.", start)
                if not words.startswith(own, start) or (dotted and own.isdigit() and same_number(own, key)):
                    continue  # in Article 3, "3.2" is its Section 2
                found = _at(words, start + len(own), number, sections[number])
                if found:
                    return found
        first = _FIRST.match(words, start) if list(sections) == [""] else None
        if first and (found := _at(words, first.end(), "", sections[""], path=(first["label"],))):
            return found
    return None


def named_place(words: str, key: str, sections: Mapping[str, Sequence[Block]]) -> NamedPoint | None:
    """The same, or a section with no point of it: "Section 9.D –" of Article 9, "4.2:"."""
    point = named_point(words, key, sections)
    if point:
        return point
    for start, worded in _starts(words, key):
        for number in sorted(filter(None, sections), key=len, reverse=True):
            for own in (number, number.removeprefix(f"{key}.") if worded else number):
                ends = _SET_OFF.match(words, start + len(own)) if words.startswith(own, start) else None
                if ends:
                    return NamedPoint(number, (), ends.end())
    return None


def _starts(words: str, key: str) -> tuple[tuple[int, bool], ...]:
    """Where the number of a section may begin, behind the name of its article and the word for it, and whether they
    are there."""
    article = _ARTICLE.match(words)
    found = [0, *([article.end()] if article and same_number(article["key"], key) else [])]
    after = [(section.end() if (section := _SECTION.match(words, at)) else at) for at in found]
    own = (_OF_ARTICLE.match(words, at) for at in after)
    after += [one.end() for one in own if one and same_number(one["key"], key)]  # "Section 9.D" of Article 9
    return tuple((at, at > 0) for at in dict.fromkeys(after))


def _at(words: str, at: int, number: str, section: Sequence[Block], *, path: Sequence[str] = ()) -> NamedPoint | None:
    """The point that is named from a letter of the words on, in this section."""
    path, begun = list(path), len(path)
    spaced = False
    while step := _STEP.match(words, at):
        path.append(step["dotted"] or step["framed"] or step["spaced"] or step["named"])
        at, spaced = step.end(), bool(step["spaced"])
    ends = _ENDS.match(words, at)
    if len(path) == begun or ends is None or (spaced and path == ["1"]):  # "A. 1. …" runs on with the whole list
        return None
    plain = tuple(name.lower() for name in path)
    point = point_at(section, plain)
    if point is None and not is_next(section, plain):
        return None
    like = section[point.start] if point else section[-1]
    small = words[ends.end() : ends.end() + 1].islower() and not like.text[:1].islower()
    if ends["bare"] and (small or _SPOKEN_OF.match(words, ends.end())):
        return None
    return NamedPoint(number, plain, ends.end(), tuple(path), new=point is None)
