"""Running headers and footers of both files, section by section."""

from __future__ import annotations

from dataclasses import replace

from tablebook.documents.tracked.atoms import Part
from tablebook.documents.tracked.context import Sides
from tablebook.documents.tracked.names import HEADS, SECT, Element, R, W, bare, make, remove
from tablebook.documents.tracked.package import OFFICE, WordFile
from tablebook.documents.tracked.prepared import prepare
from tablebook.documents.tracked.sections import HEAD_TYPE, head_here, sections_met
from tablebook.documents.word.parts import switched

_CHANGE = W + "sectPrChange"
_BEHIND_TITLE = tuple(W + name for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings"))
_Place = tuple[str, str]
_Heads = list[dict[_Place, str]]


def compare_heads(sides: Sides, written: list[Element]) -> None:
    """Write what changed in headers and footers into the old file's own; ``written`` are the sections of the body as
    it is written, those of both files."""
    old, new = sides.old.file, sides.new.file
    met = sections_met(written)
    ours = _heads(old, [section for section, (stood, _) in zip(written, met, strict=True) if stood])
    others = list(new.tree(new.main).iter(SECT))
    theirs = _heads(new, others) or [{}]
    known = sum(comes for _, comes in met) == len(theirs)
    for part in {part for heads in (*ours, *theirs) for part in heads.values()}:
        for file in (old, new):
            if part in file.parts:
                prepare(file.tree(part))
    parts = _Parts(sides)
    at = other_at = 0
    for section, (stood, comes) in zip(written, met, strict=True):
        if stood and comes and other_at < len(theirs):
            before, after = ours[at], theirs[other_at]
            earlier = theirs[other_at - 1] if other_at else {}
            for place in sorted(before.keys() | after.keys()):
                mine, other = before.get(place), after.get(place)
                if mine is not None and (known or other is not None):
                    part = parts.compared(place[0], mine, other)
                    if part != mine or not all(map(all, met)):
                        _refer(sides, section, place, part)
                elif other is not None and other != earlier.get(place):
                    section.insert(0, head_here(*place, other, sides))
            _first_page(section, others[other_at] if others else None, sides)
        at, other_at = at + stood, other_at + comes


def _first_page(section: Element, other: Element | None, sides: Sides) -> None:
    """Track whether a section's first page has heads of its own (17.10.6): else those that came would not print."""
    theirs = bool(switched(other, "titlePg"))
    if bool(switched(section, "titlePg")) == theirs:
        return
    was = [bare(child) for child in section if child.tag not in (*HEADS, _CHANGE)]
    for own in section.findall(W + "titlePg"):
        remove(own)
    if theirs:
        behind = next((child for child in section if child.tag in _BEHIND_TITLE), None)
        made = make("titlePg")
        if behind is None:
            section.append(made)
        else:
            behind.addprevious(made)
    change, before = sides.stamp("sectPrChange"), make("sectPr")
    before.extend(was)
    change.append(before)
    section.append(change)


def _heads(file: WordFile, sections: list[Element]) -> _Heads:
    """For each section its headers and footers by kind; what a section does not say it has from the one before."""
    found: _Heads = []
    for section in sections:
        here = dict(found[-1]) if found else {}
        for kind in ("header", "footer"):
            for reference in section.findall(f"{W}{kind}Reference"):
                rel = file.rels(file.main).get(reference.get(R + "id") or "")
                if rel is not None and rel.target in file.parts:
                    here[kind, reference.get(W + "type") or "default"] = rel.target
        found.append(here)
    return found


class _Parts:
    """The old file's headers and footers as they are written: one that several sections share may change in one of
    them alone, which then has a part of its own."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._as_they_were: dict[str, Element] = {}
        self._made: dict[tuple[str, str | None], str] = {}

    def compared(self, kind: str, mine: str, other: str | None) -> str:
        """The part that says what became of this header."""
        if (mine, other) in self._made:
            return self._made[mine, other]
        old, new = self._sides.old.file, self._sides.new.file
        part, root = mine, old.tree(mine)
        if mine in self._as_they_were:
            part, root = old.free_name(f"word/{kind}1.xml"), bare(self._as_they_were[mine])
            old.put_tree(part, root, HEAD_TYPE.format(kind))
            old.rels(part).update(old.rels(mine))
        else:
            self._as_they_were[mine] = bare(root)
        theirs = new.tree(other) if other is not None else None
        here = replace(self._sides, old=Part(old, part), new=Part(new, other or ""), notes=None)
        content = here.inside(root, theirs, here)
        for child in list(root):
            root.remove(child)
        root.extend(content)
        self._made[mine, other] = part
        return part


def _refer(sides: Sides, section: Element, place: _Place, part: str) -> None:
    """Say in the section itself what it may have had from the section before."""
    kind, form = place
    old = sides.old.file
    found = [one for one in section.findall(f"{W}{kind}Reference") if (one.get(W + "type") or "default") == form]
    reference = found[0] if found else make(f"{kind}Reference", type=form)
    reference.set(R + "id", old.relate(old.main, f"{OFFICE}/{kind}", part))
    if not found:
        section.insert(0, reference)
