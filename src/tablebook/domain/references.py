"""The cross-references that TAs leave behind: to sections and points that stand under another number or letter now, or
nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tablebook.domain.assembled import Unit
from tablebook.domain.citations import Citation, citations
from tablebook.domain.contract import UnitKind, same_number
from tablebook.domain.dataclass import dataclass
from tablebook.domain.moved_sections import moved_sections
from tablebook.domain.points import Path, moved_points
from tablebook.domain.text import Block, same_words, sections_of


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation that a TA leaves behind. ``old`` are its words as they stand, ``new`` the words offered for them, ""
    where what it cites is no more. ``block`` is the place in the successor's article, with the letters ``start`` to
    ``end`` of its words for the number; ``agreement`` is the TA that these words are signed in, "" for current
    language; ``because`` is the TA that renumbered or struck what is cited, ``of`` the unit it stands in."""

    unit: str
    place: str
    block: int
    start: int
    end: int
    old: str
    new: str
    agreement: str
    of: str
    because: str

    @property
    def dead(self) -> bool:
        """Whether what it cites is no more, so that only a person can say what should stand here."""
        return not self.new


@dataclass(frozen=True, slots=True)
class _Moved:
    """What became of the sections of one unit, and of the points in them; ``whole`` where all of it is gone."""

    unit: Unit
    sections: Mapping[str, str]
    points: Mapping[str, Mapping[Path, Path | None]]
    whole: bool

    def now(self, place: str) -> str:
        """The number of a section now, "" for one that is no more."""
        return self.sections.get(place, place)

    def before(self, place: str) -> str:
        """The number that a section had which stands under this one now."""
        return next((old for old, new in self.sections.items() if new == place), place)


def references(units: Sequence[Unit]) -> tuple[Reference, ...]:
    """Every citation that leads to another place than it did before the TAs, or to none."""
    moved = [_moved(unit) for unit in units if unit.base is not None and unit.base != unit.article]
    moved = [one for one in moved if one.sections or one.points or one.whole]
    if not moved:
        return ()
    return tuple(found for unit in units for found in _in_unit(unit, moved))


def _moved(unit: Unit) -> _Moved:
    assert unit.base is not None
    if unit.article is None:
        return _Moved(unit, {section.number: "" for section in unit.base.sections}, {}, True)
    sections = moved_sections(unit.base.blocks, unit.article.blocks)
    old, new = sections_of(unit.base.blocks), sections_of(unit.article.blocks)
    points = {
        place: found
        for place, blocks in old.items()
        if (now := new.get(sections.get(place, place))) is not None and (found := moved_points(blocks, now))
    }
    return _Moved(unit, sections, points, False)


def _in_unit(unit: Unit, moved: Sequence[_Moved]) -> Iterator[Reference]:
    if unit.article is None:
        return
    base = unit.base.blocks if unit.base else ()
    known = {same_words(block.text) for block in base}
    stood = {place: _phrases(blocks) for place, blocks in sections_of(base).items()}
    place = ""
    for index, (block, source) in enumerate(zip(unit.article.blocks, unit.sources, strict=True)):
        place = block.section or place
        # Words that stand as they stood mean what they meant; new ones may mean the new numbers. A phrase that the
        # section had is taken to stand as it stood, though other words around it were changed.
        carried = same_words(block.text) in known
        phrases: dict[int, list[tuple[Citation, str, _Moved]]] = {}
        for cited in citations(block.text):
            for one in moved:
                led = _led_to(cited, unit, place, one)
                kept = carried or same_words(cited.phrase) in stood.get(place, ())
                if led is not None and (kept or (led not in one.points and _gone(one.unit, led))):
                    phrases.setdefault(cited.at, []).append((cited, led, one))
                    break
        for hits in phrases.values():
            cited, led, one = hits[0]
            new = _renewed(hits)
            if new != cited.phrase:
                by = _because(one.unit, led)
                yield Reference(
                    unit.key, place, index, cited.start, cited.end, cited.phrase, new, source, one.unit.key, by
                )


def _phrases(blocks: Sequence[Block]) -> set[str]:
    """All that a section cites, as it says it."""
    return {same_words(one.phrase) for block in blocks for one in citations(block.text)}


def _led_to(cited: Citation, unit: Unit, here: str, moved: _Moved) -> str | None:
    """The section ("" for the whole) of this unit that a citation meant before, where something became of it; None
    where it meant another."""
    base = moved.unit.base
    assert base is not None
    if cited.here:
        place = moved.before(here)
        return place if moved.unit.key == unit.key and place in moved.points else None
    if cited.appendix or not cited.section:
        kind = UnitKind.APPENDIX if cited.appendix else UnitKind.ARTICLE
        named = base.kind is kind and same_number(base.number, cited.article)
        return "" if moved.whole and named else None
    if "." in cited.section:
        for number in _outward(cited.section):
            for place in (number, number.removeprefix(f"{base.number}.") if base.kind is UnitKind.ARTICLE else number):
                if place in moved.sections or place in moved.points:
                    return place
        return None
    there = same_number(base.number, cited.article) if cited.article else moved.unit.key == unit.key
    known = cited.section in moved.sections or cited.section in moved.points
    return cited.section if there and known and base.kind is UnitKind.ARTICLE else None


def _renewed(hits: Sequence[tuple[Citation, str, _Moved]]) -> str:
    """A phrase with the numbers and letters that are right now; "" where something that it cites is no more."""
    first = hits[0][0]
    phrase, edits = first.phrase, set[tuple[int, int, str]]()
    for cited, place, moved in hits:
        found = _edits(cited, place, moved)
        if found is None:
            return ""
        edits.update(found)
    for start, end, words in sorted(edits, reverse=True):
        phrase = f"{phrase[: start - first.at]}{words}{phrase[end - first.at :]}"
    return phrase


def _edits(cited: Citation, place: str, moved: _Moved) -> list[tuple[int, int, str]] | None:
    """The numbers and letters to write over those of a citation; None where it cites what is no more."""
    now = moved.now(place)
    if not place or not now:
        return None
    base, names, edits = moved.unit.base, cited.points, list[tuple[int, int, str]]()
    assert base is not None
    if not cited.here:
        # "7.4.1" is "7.5.1" where 7.4 is 7.5 now; the 1 may be a point of 7.4.
        inner = 0 if f"{cited.section}.".startswith(f"{place}.") else len(base.number) + 1
        start, behind = cited.start + inner, cited.start + inner + len(place)
        edits.append((start, behind, now))
        deeper = re.finditer(r"\d+", cited.section[inner + len(place) :])
        names = (*((behind + one.start(), behind + one.end(), one[0]) for one in deeper), *names)
    letters = _letters(tuple(name for _, _, name in names), moved.points.get(place, {}))
    if letters is None:
        return None
    return [*edits, *((start, end, name) for (start, end, _), name in zip(names, letters, strict=True))]


def _letters(names: Path, became: Mapping[Path, Path | None]) -> Path | None:
    """The letters of a point now, as they were written; None where it is no more."""
    path = tuple(name.lower() for name in names)
    for size in range(len(path), 0, -1):
        if path[:size] in became:
            now = became[path[:size]]
            if now is None or len(now) != size:
                return None
            cased = (new.upper() if old.isupper() else new for old, new in zip(names, now, strict=False))
            return (*cased, *names[size:])
    return names


def _outward(number: str) -> Iterator[str]:
    """ "7.4.1", then "7.4": what is cited inside a section moves with it."""
    while "." in number:
        yield number
        number = number.rpartition(".")[0]


def _gone(unit: Unit, place: str) -> bool:
    """Whether the successor has nothing under this number of the unit."""
    return unit.article is None or place not in {section.number for section in unit.article.sections}


def _because(unit: Unit, place: str) -> str:
    """The TA that renumbered or struck the section: the one that took it out, else the one that says what stands
    there now."""
    for piece in (*unit.struck, *unit.pieces):
        if piece.place == place and piece.agreement:
            return piece.agreement
    return next(iter(unit.agreements), "")
