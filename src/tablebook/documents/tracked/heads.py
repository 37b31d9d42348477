"""Running headers and footers of both files, section by section."""

from __future__ import annotations

from dataclasses import replace

from tablebook.documents.tracked.atoms import Part
from tablebook.documents.tracked.context import Sides
from tablebook.documents.tracked.names import SECT, Element, R, W, make, shell
from tablebook.documents.tracked.package import OFFICE, WordFile
from tablebook.documents.tracked.prepared import prepare

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_Heads = list[dict[tuple[str, str], str]]


def compare_heads(sides: Sides, old_sections: list[Element]) -> None:
    """Write what changed in headers and footers into the old file's own; ``old_sections`` are those of the old body."""
    old, new = sides.old.file, sides.new.file
    ours, theirs = _heads(old, old_sections), _heads(new, list(new.tree(new.main).iter(SECT)))
    for part in {part for heads in (*ours, *theirs) for part in heads.values()}:
        for file in (old, new):
            if part in file.parts:
                prepare(file.tree(part))
    done: set[str] = set()
    for at, (before, after) in enumerate(zip(ours, theirs, strict=False)):
        for place in sorted(before.keys() | after.keys()):
            mine, other = before.get(place), after.get(place)
            if other is None and len(ours) != len(theirs):
                continue  # sections came or went: nobody can say that this one lost its header
            if mine is not None and mine not in done:
                done.add(mine)
                _into(sides, mine, other)
            elif mine is None and other is not None and place[1] == "default" and not at:
                _brought(sides, old_sections[at], place[0], other)


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


def _into(sides: Sides, mine: str, other: str | None) -> None:
    root = sides.old.file.tree(mine)
    theirs = sides.new.file.tree(other) if other is not None else None
    here = replace(sides, old=Part(sides.old.file, mine), new=Part(sides.new.file, other or ""), notes=None)
    content = sides.inside(root, theirs, here)
    for child in list(root):
        root.remove(child)
    root.extend(content)


def _brought(sides: Sides, section: Element, kind: str, other: str) -> None:
    """A header (or footer) where the old file has none."""
    old, new = sides.old.file, sides.new.file
    theirs = new.tree(other)
    part = old.free_name(f"word/{kind}1.xml")
    root = shell(theirs)
    old.put_tree(part, root, _TYPE.format(kind))
    root.extend(sides.inside(None, theirs, replace(sides, old=Part(old, part), new=Part(new, other), notes=None)))
    reference = make(f"{kind}Reference", type="default")
    reference.set(R + "id", old.relate(old.main, f"{OFFICE}/{kind}", part))
    section.insert(0, reference)
