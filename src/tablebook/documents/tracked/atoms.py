"""A paragraph as atoms: words, signs and objects, each with its look and the wrappers it stands in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import field

from tablebook.documents.tracked.boxes import BOX, boxes_in
from tablebook.documents.tracked.fields import SIMPLE
from tablebook.documents.tracked.names import (
    MC,
    PPR,
    R_RUN,
    RPR,
    SDT,
    SDT_CONTENT,
    SECT,
    Element,
    M,
    P,
    R,
    T,
    W,
    digest,
    is_element,
    seen_attributes,
)  # fmt: skip
from tablebook.documents.tracked.package import WordFile
from tablebook.domain.dataclass import dataclass
from tablebook.redline.tokens import BREAK, split

_WRAPPERS = frozenset(W + name for name in ("hyperlink", "dir", "bdo"))
_MARKERS = frozenset(
    W + name
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")
)
_NOTES = {W + f"{kind}Reference": kind for kind in ("footnote", "endnote")}
_OBJECT_NAMES = frozenset(("docPr", "cNvPr"))
_SHAPE_NAMES = frozenset(("id", "spid", "name", "descr", "title"))


@dataclass(slots=True)
class Piece:
    """Characters in one look, or one element; ``inline`` elements stand beside runs, all others inside one."""

    look: Element | None
    text: str = ""
    element: Element | None = None
    inline: bool = False

    @property
    def note(self) -> str:
        """The kind and number of the note that it refers to, if any."""
        if self.element is None or self.element.tag not in _NOTES:
            return ""
        return f"{_NOTES[self.element.tag]} {self.element.get(W + 'id')}"


@dataclass(slots=True)
class Atom:
    """The smallest thing that is kept, brought or struck as a whole. Atoms with equal keys say the same.

    ``path`` are the wrappers round it (hyperlinks, content controls), outermost first; ``before`` are marks without
    words that stand before it (bookmarks). The end of a paragraph, a table and any other block are atoms too: then
    ``block`` is their element, ``shells`` the content controls round it, and ``size`` how many atoms the paragraph has.
    ``boxed`` are the words of a text box whose key leaves them out, because they are in one file alone.
    """

    key: str
    pieces: tuple[Piece, ...] = ()
    path: tuple[Element, ...] = ()
    before: tuple[Element, ...] = ()
    block: Element | None = None
    shells: tuple[Element, ...] = ()
    size: int = 0
    boxed: str = ""

    @property
    def ends_paragraph(self) -> bool:
        """Whether this is the end of a paragraph."""
        return self.key == BREAK

    @property
    def ends_section(self) -> bool:
        """Whether a section of the file ends with this paragraph."""
        return self.ends_paragraph and self.block is not None and self.block.find(f"{PPR}/{SECT}") is not None

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes that it refers to; a field may hold several."""
        return tuple(piece.note for piece in self.pieces if piece.note)

    @property
    def plain(self) -> bool:
        """Whether it is words alone."""
        return all(piece.element is None for piece in self.pieces)


@dataclass(slots=True)
class Part:
    """One part of a file while its content is read: what its relationships lead to, and the words of its notes."""

    file: WordFile
    name: str
    notes: dict[str, str] = field(default_factory=dict)
    shared_notes: frozenset[str] = frozenset()
    shared_boxes: frozenset[str] = frozenset()
    _targets: dict[str, str] = field(default_factory=dict)

    def target(self, identity: str) -> str:
        """What a relationship leads to, as a word that is equal for equal content."""
        rel = self.file.rels(self.name).get(identity)
        if rel is None:
            return "nothing"
        if rel.external or rel.target not in self.file.parts:
            return rel.target
        if rel.target not in self._targets:
            self._targets[rel.target] = hashlib.sha256(self.file.parts[rel.target]).hexdigest()[:20]
        return self._targets[rel.target]


@dataclass(slots=True)
class _Raw:
    path: tuple[Element, ...]
    look: Element | None
    text: str = ""
    element: Element | None = None
    inline: bool = False
    before: list[Element] = field(default_factory=list)


def paragraph_atoms(paragraph: Element, part: Part, shells: tuple[Element, ...] = ()) -> list[Atom]:
    """The atoms of a paragraph, its end as the last."""
    found, left = _read(paragraph, part)
    return [*found, Atom(BREAK, (), (), tuple(left), paragraph, shells, len(found))]


def _read(paragraph: Element, part: Part) -> tuple[list[Atom], list[Element]]:
    waiting: list[Element] = []
    raws = list(_raws(paragraph, (), waiting))
    atoms: list[Atom] = []
    at = 0
    while at < len(raws):
        end = _field_end(raws, at)
        if end:
            atoms.append(_field_atom(raws[at:end], part))
        elif raws[at].element is not None:
            end = at + 1
            atoms.append(_object_atom(raws[at], part))
        else:
            end = at + 1
            while end < len(raws) and raws[end].element is None and raws[end].path == raws[at].path:
                end += 1
            atoms.extend(_words(raws[at:end], part))
        at = end
    return atoms, waiting


def _raws(element: Element, path: tuple[Element, ...], waiting: list[Element]) -> Iterator[_Raw]:
    for child in element:
        if not is_element(child) or child.tag == PPR:
            continue
        if child.tag == R_RUN:
            yield from _run(child, path, waiting)
        elif child.tag in _WRAPPERS:
            yield from _raws(child, (*path, child), waiting)
        elif child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from _raws(content, (*path, child), waiting)
        elif child.tag in _MARKERS:
            waiting.append(child)
        elif child.tag.startswith((M, MC)) or child.tag in (SIMPLE, W + "subDoc"):
            yield _Raw(path, None, "", child, True, _taken(waiting))


def _run(run: Element, path: tuple[Element, ...], waiting: list[Element]) -> Iterator[_Raw]:
    look = run.find(RPR)
    for child in run:
        if not is_element(child) or child.tag == RPR:
            continue
        if child.tag == T:
            if child.text:
                yield _Raw(path, look, child.text, None, False, _taken(waiting))
        elif child.tag == W + "commentReference":
            waiting.append(run)
        else:
            yield _Raw(path, look, "", child, False, _taken(waiting))


def _taken(waiting: list[Element]) -> list[Element]:
    taken = list(waiting)
    waiting.clear()
    return taken


def _field_end(raws: Sequence[_Raw], at: int) -> int:
    """Where a field that begins here ends, if all of it is in this paragraph and in one wrapper; else 0."""
    if _field_sign(raws[at]) != "begin":
        return 0
    depth = 0
    for place in range(at, len(raws)):
        if raws[place].path != raws[at].path:
            return 0
        sign = _field_sign(raws[place])
        depth += {"begin": 1, "end": -1}.get(sign, 0)
        if not depth:
            return place + 1
    return 0


def _field_sign(raw: _Raw) -> str:
    if raw.element is None or raw.element.tag != W + "fldChar":
        return ""
    return raw.element.get(W + "fldCharType") or ""


def _piece(raw: _Raw) -> Piece:
    return Piece(raw.look, raw.text, raw.element, raw.inline)


def _field_atom(raws: Sequence[_Raw], part: Part) -> Atom:
    said = [
        raw.text if raw.element is None else _noted(_piece(raw), part) or signature(raw.element, part) for raw in raws
    ]
    before = tuple(mark for raw in raws for mark in raw.before)
    return Atom(_named("f", raws[0].path, part, digest(*said)), tuple(map(_piece, raws)), raws[0].path, before)


def _object_atom(raw: _Raw, part: Part) -> Atom:
    element = raw.element
    assert element is not None
    boxed = ""
    if said := _noted(_piece(raw), part):
        pass
    elif element.tag in (W + "tab", W + "br", W + "cr", W + "noBreakHyphen", W + "softHyphen"):
        said = f"{element.tag.rpartition('}')[2][0]}{element.get(W + 'type') or ''}"
    else:
        said, boxed = _drawn(element, part)
    key = _named("o", raw.path, part, said)
    return Atom(key, (_piece(raw),), raw.path, tuple(raw.before), boxed=boxed)


def _noted(piece: Piece, part: Part) -> str:
    """What a note says: its words where both files have such a note, else its kind alone; nothing for no note."""
    if not piece.note:
        return ""
    words = part.notes.get(piece.note, "")
    return digest(words) if words in part.shared_notes else piece.note.partition(" ")[0]


def _drawn(element: Element, part: Part) -> tuple[str, str]:
    """What an object says; the words of its boxes apart, where the other file has no such box."""
    said = digest(signature(element, part))
    boxes = sum(1 for _ in boxes_in(element))
    if not boxes or said in part.shared_boxes:
        return said, ""
    return digest(signature(element, part, hollow=True), str(boxes)), said


def boxes_of(root: Element, part: Part) -> frozenset[str]:
    """What each object with text boxes in a part says."""
    objects = {_outermost(box): None for box in root.iter(BOX)}
    return frozenset(digest(signature(element, part)) for element in objects)


def _outermost(box: Element) -> Element:
    """The object in a run or beside it that a box belongs to."""
    return next(one for one in box.iterancestors() if (up := one.getparent()) is None or up.tag in (R_RUN, P))


def _words(raws: Sequence[_Raw], part: Part) -> Iterator[Atom]:
    """The words of neighbouring runs; a word may change its look in the middle."""
    wrapped = _wrapper(raws[0].path, part)
    at = place = 0
    fresh = True
    for token in split("".join(raw.text for raw in raws)):
        pieces: list[Piece] = []
        before: list[Element] = []
        left = len(token)
        while left:
            if fresh:
                before.extend(raws[at].before)
                fresh = False
            text = raws[at].text[place : place + left]
            pieces.append(Piece(raws[at].look, text))
            left -= len(text)
            place += len(text)
            if place == len(raws[at].text):
                at, place, fresh = at + 1, 0, True
        yield Atom(f"{token}\0{wrapped}" if wrapped else token, tuple(pieces), raws[0].path, tuple(before))


def _named(kind: str, path: tuple[Element, ...], part: Part, said: str) -> str:
    return f"\0{kind}{said}\0{_wrapper(path, part)}"


def _wrapper(path: tuple[Element, ...], part: Part) -> str:
    """What the wrappers say: words of a link to elsewhere are not the same words. Content controls say nothing."""
    said = []
    for element in path:
        if element.tag == W + "hyperlink":
            identity = element.get(R + "id")
            said.append(f"{part.target(identity) if identity else ''}#{element.get(W + 'anchor') or ''}")
        elif element.tag != SDT:
            said.append(f"{element.tag.rpartition('}')[2]} {element.get(W + 'val') or ''}")
    return digest(*said)[:8] if said else ""


def signature(element: Element, part: Part, hollow: bool = False) -> str:
    """What an object says: equal for equal content, whatever the numbers that its file gave it; ``hollow``: without
    the words of text boxes."""
    tag = element.tag
    if tag == MC + "AlternateContent" and len(element):
        return signature(element[0], part, hollow)
    if hollow and tag == BOX:
        return "(box)"
    local = tag.rpartition("}")[2]
    said = [local]
    for name, value in seen_attributes(element):
        if name.startswith(R):
            said.append(f"{name.rpartition('}')[2]}={part.target(value)}")
        elif not (local in _OBJECT_NAMES or (tag.startswith("{urn:schemas-microsoft") and name in _SHAPE_NAMES)):
            said.append(f"{name.rpartition('}')[2]}={value}")
    inner = [signature(child, part, hollow) for child in element if is_element(child)]
    text = element.text or ""
    words = text if not inner or text.strip() else ""
    return f"({' '.join(said)}:{words}{''.join(inner)})"
