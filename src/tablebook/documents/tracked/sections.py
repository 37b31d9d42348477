"""Sections that only one file has: their break comes or goes with the end of the paragraph that it stands in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from tablebook.documents.tracked.atoms import Atom, Part
from tablebook.documents.tracked.names import HEADS, PPR, SECT, Element, R, W, bare, make, remove, shell
from tablebook.documents.tracked.package import OFFICE
from tablebook.documents.tracked.prepared import prepare
from tablebook.documents.tracked.steps import Step
from tablebook.redline.marks import Mark

if TYPE_CHECKING:
    from tablebook.documents.tracked.context import Sides

HEAD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_COMES, _GOES = (W + "ins", W + "moveTo"), (W + "del", W + "moveFrom")


def broken(steps: list[Step], exact: bool) -> list[Step]:
    """The same stream; a paragraph that stays and ends a section in one text alone is struck and written anew. Its end
    alone would do by the standard, but LibreOffice joins words there. The last end of all stays, and so does an end
    before which paragraphs come. ``exact``: so is one that ends another section, which is no matter between files that
    were made apart."""
    steps = list(steps)
    found: list[Step] = []
    begun = 0
    for at, step in enumerate(steps):
        if (last := _pushed_on(steps, at)) is not None:
            steps[last] = Step(Mark.SAME, step.old, steps[last].new)
            step = Step(Mark.INSERTED, None, step.new)
        found.append(step)
        if step.mark is not Mark.SAME or step.atom.block is None:
            continue
        if step.old is not None and step.new is not None and _ends_another(step.old, step.new, exact):
            if step is not steps[-1]:
                ours = [Step(Mark.DELETED, one.old) for one in found[begun:] if one.old is not None]
                found[begun:] = ours + [
                    Step(Mark.INSERTED, None, one.new) for one in found[begun:] if one.new is not None
                ]
        begun = len(found)
    return found


def _pushed_on(steps: list[Step], at: int) -> int | None:
    """Where an end that stays, and ends a section, stands now that paragraphs came before it, as where somebody writes
    on at the end of a section."""
    step = steps[at]
    if step.mark is not Mark.SAME or step.old is None or not step.old.ends_section or step.new is None:
        return None
    if step.new.ends_section:
        return None
    for place in range(at + 1, len(steps)):
        new = steps[place].new
        if steps[place].mark is not Mark.INSERTED or steps[place].move or new is None:
            return None
        if new.block is not None and not new.ends_paragraph:
            return None
        if new.ends_section:
            return place if _section(step.old) == _section(new) else None
    return None


def _ends_another(old: Atom, new: Atom, exact: bool) -> bool:
    return _section(old) != _section(new) if exact else old.ends_section != new.ends_section


def _section(end: Atom) -> bytes:
    return b"".join(map(etree.tostring, end.block.iterfind(f"{PPR}/{SECT}"))) if end.block is not None else b""


def section_here(section: Element, sides: Sides) -> Element:
    """A section of the new file as one of ours, with its headers and footers."""
    found = bare(section)
    references = [(child.tag, child.get(W + "type"), child.get(R + "id")) for child in found if child.tag in HEADS]
    for child in [child for child in found if child.tag in HEADS or child.tag == W + "sectPrChange"]:
        remove(child)
    found = sides.bring.copy(found, sides.new.name, sides.old.name)
    rels = sides.new.file.rels(sides.new.name)
    for at, (tag, kind, identity) in enumerate(references):
        rel = rels.get(identity or "")
        if rel is not None and rel.target in sides.new.file.parts:
            found.insert(at, head_here(HEADS[tag], kind or "default", rel.target, sides))
    return found


def head_here(kind: str, place: str, theirs: str, sides: Sides) -> Element:
    """A reference to a header (or footer) of the new file, which is brought with all its words new."""
    old, new = sides.old.file, sides.new.file
    if theirs not in sides.bring.heads:
        source = new.tree(theirs)
        prepare(source)
        part = sides.bring.heads[theirs] = old.free_name(f"word/{kind}1.xml")
        root = shell(source)
        old.put_tree(part, root, HEAD_TYPE.format(kind))
        here = replace(sides, old=Part(old, part), new=Part(new, theirs), notes=None)
        root.extend(sides.inside(None, source, here))
    reference = make(f"{kind}Reference", type=place)
    reference.set(R + "id", old.relate(old.main, f"{OFFICE}/{kind}", sides.bring.heads[theirs]))
    return reference


def sections_met(written: list[Element]) -> list[tuple[bool, bool]]:
    """Of each section as written, whether the old text has it, and the new one."""
    found = []
    for section in written:
        properties = section.getparent()
        mark = properties.find(W + "rPr") if properties is not None and properties.tag == PPR else None
        names = {child.tag for child in mark} if mark is not None else set()
        found.append((names.isdisjoint(_COMES), names.isdisjoint(_GOES)))
    return found
