"""The cross-references that TAs leave behind: to sections that stand under another number now, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tablebook.domain.assembled import Unit
from tablebook.domain.citations import Citation, citations
from tablebook.domain.contract import UnitKind, same_number
from tablebook.domain.dataclass import dataclass
from tablebook.domain.moved_sections import moved_sections
from tablebook.domain.text import same_words


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
    """What became of the sections of one unit; ``whole`` where all of it is gone."""

    unit: Unit
    sections: Mapping[str, str]
    whole: bool


def references(units: Sequence[Unit]) -> tuple[Reference, ...]:
    """Every citation that leads to another place than it did before the TAs, or to none."""
    moved = [_Moved(unit, *_moved(unit)) for unit in units if unit.base is not None and unit.base != unit.article]
    moved = [one for one in moved if one.sections or one.whole]
    if not moved:
        return ()
    return tuple(found for unit in units for found in _in_unit(unit, moved))


def _moved(unit: Unit) -> tuple[Mapping[str, str], bool]:
    assert unit.base is not None
    if unit.article is None:
        return {section.number: "" for section in unit.base.sections}, True
    return moved_sections(unit.base.blocks, unit.article.blocks), False


def _in_unit(unit: Unit, moved: Sequence[_Moved]) -> Iterator[Reference]:
    if unit.article is None:
        return
    known = {same_words(block.text) for block in unit.base.blocks} if unit.base else set()
    place = ""
    for index, (block, source) in enumerate(zip(unit.article.blocks, unit.sources, strict=True)):
        place = block.section or place
        for cited in citations(block.text):
            # Words that stand as they stood mean what they meant; new ones may mean the new numbers.
            carried = same_words(block.text) in known
            for one in moved:
                hit = _led_to(cited, unit, one)
                if hit is None or not (carried or _gone(one.unit, hit[0])):
                    continue
                number = _with_tail(cited.section, *hit)
                new = cited.phrase.replace(block.text[cited.start : cited.end], number, 1) if number else ""
                by = _because(one.unit, hit[0])
                yield Reference(
                    unit.key, place, index, cited.start, cited.end, cited.phrase, new, source, one.unit.key, by
                )
                break


def _led_to(cited: Citation, unit: Unit, moved: _Moved) -> tuple[str, str] | None:
    """The section ("" for the whole) that a citation meant before, and its number now; None for another unit's."""
    base = moved.unit.base
    assert base is not None
    if cited.appendix or not cited.section:
        kind = UnitKind.APPENDIX if cited.appendix else UnitKind.ARTICLE
        named = base.kind is kind and same_number(base.number, cited.article)
        return ("", "") if moved.whole and named else None
    if "." in cited.section:
        for number in _outward(cited.section):
            for place in (number, number.removeprefix(f"{base.number}.") if base.kind is UnitKind.ARTICLE else number):
                if place in moved.sections:
                    return place, moved.sections[place]
        return None
    here = same_number(base.number, cited.article) if cited.article else moved.unit.key == unit.key
    if not here or cited.section not in moved.sections or base.kind is not UnitKind.ARTICLE:
        return None
    return cited.section, moved.sections[cited.section]


def _outward(number: str) -> Iterator[str]:
    """ "7.4.1", then "7.4": what is cited inside a section moves with it."""
    while "." in number:
        yield number
        number = number.rpartition(".")[0]


def _with_tail(cited: str, old: str, new: str) -> str:
    """The cited number with the new one in it: "7.4.1" is "7.5.1" where 7.4 is 7.5 now."""
    if not new:
        return ""
    at = cited.rfind(old) if cited != old and not cited.startswith(f"{old}.") else 0
    return f"{cited[:at]}{new}{cited[at + len(old) :]}"


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
