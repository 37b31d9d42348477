"""What the writer knows of both sides while one part is written: who changed what when, and how it is said here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from itertools import count
from typing import Protocol

from tablebook.documents.tracked.atoms import Part, Piece
from tablebook.documents.tracked.boxes import rewritten
from tablebook.documents.tracked.bring import Bring
from tablebook.documents.tracked.looks import changed_look, properties_differ, said
from tablebook.documents.tracked.names import (
    BOOKMARKS,
    R_RUN,
    SDT,
    SDT_CONTENT,
    Element,
    W,
    bare,
    is_element,
    make,
    shell,
)
from tablebook.documents.tracked.steps import Step
from tablebook.domain.dataclass import dataclass
from tablebook.redline.marks import Mark


@dataclass(slots=True)
class Stamp:
    """Who and when, for each tracked change; every one has its own number in the file."""

    author: str
    date: str
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def element(self, tag: str) -> Element:
        """``w:ins``, ``w:del`` and their like."""
        return make(tag, id=str(next(self.numbers)), author=self.author, date=self.date)


@dataclass(slots=True)
class Sides:
    """Both parts being compared, and what was found out about them so far."""

    old: Part
    new: Part
    bring: Bring
    stamper: Stamp
    inside: Callable[[Element | None, Element | None, Sides], list[Element]]
    """The content of a cell that is in both, only in the old or only in the new table."""
    bookmarks: dict[str, str] = field(default_factory=dict)
    """The new file's bookmarks that come along: their numbers there and here."""
    notes: Notes | None = None
    made_of_old: bool = False
    """Whether the new file is the old one changed, so that all that differs was changed."""
    # lxml makes an element's object anew when nobody holds it, and gives its number to another: what is known by its
    # number is kept with it.
    _wrappers: dict[int, tuple[Element, Element]] = field(default_factory=dict)
    _theirs: dict[int, Element] = field(default_factory=dict)
    _used: dict[int, Element] = field(default_factory=dict)
    _looks: dict[tuple[int, int], tuple[Element | None, Element | None, Element | None]] = field(default_factory=dict)
    _said: dict[int, tuple[Element, str]] = field(default_factory=dict)

    def stamp(self, tag: str) -> Element:
        """A new tracked change."""
        return self.stamper.element(tag)

    def numbered(self, look: Element) -> Element:
        """A copy of a look; what it was before has a number of its own in each run."""
        for change in look.findall(W + "rPrChange"):
            change.set(W + "id", str(next(self.stamper.numbers)))
        return look

    def learn(self, steps: Sequence[Step]) -> None:
        """Which wrappers, lists and notes of both sides are the same, before anything is written."""
        for step in steps:
            if self.notes is not None and step.old is not None and step.old.notes:
                self.notes.meet(step)
            if step.mark is not Mark.SAME or step.old is None or step.new is None:
                continue
            if step.ends_paragraph:
                ours, theirs = (_list_of(atom.block) for atom in (step.old, step.new))
                if ours and theirs:
                    self.bring.lists.vote(theirs, ours)
            for mine, other in zip(step.old.path, step.new.path, strict=False):
                if mine.tag == other.tag:
                    self._wrappers.setdefault(id(other), (other, mine))

    def changes(self, words: Sequence[Step], end: Step) -> bool:
        """Whether a paragraph is anything but the old one as it was."""
        if end.mark is not Mark.SAME or end.old is None or end.new is None or end.old.size != len(words):
            return True
        if any(step.mark is not Mark.SAME or _reboxed(step) or self._new_marks(step) for step in (*words, end)):
            return True
        if any(self._restyled(step) for step in words):
            return True
        return properties_differ(end.old.block, end.new.block, self.bring)

    def unchanged(self, words: Sequence[Step], end: Step) -> Element:
        """The old paragraph as it was, with the marks that stood before it."""
        assert end.old is not None
        block = end.old.block
        assert block is not None
        paragraph = bare(block)
        outside = [
            mark for step in (*words, end) for mark in step.atom.before
            if not any(one is block for one in mark.iterancestors())
        ]  # fmt: skip
        for mark in reversed(outside):
            paragraph.insert(1 if paragraph.find(W + "pPr") is not None else 0, bare(mark))
        return paragraph

    def path(self, step: Step) -> tuple[Element, ...]:
        """The wrappers that a step stands in here. A content control that only the new file has is left out."""
        if step.old is not None:
            return step.old.path
        found = []
        for wrapper in step.atom.path:
            if id(wrapper) in self._wrappers:
                found.append(self._wrappers[id(wrapper)][1])
            elif wrapper.tag != SDT:
                self._theirs[id(wrapper)] = wrapper
                found.append(wrapper)
        return tuple(found)

    def wrapper(self, element: Element) -> tuple[Element, Element]:
        """A wrapper without its words, and the element that they go into."""
        made = shell(element)
        if id(element) in self._theirs:
            made = self.bring.copy(made, self.new.name, self.old.name)
        if element.tag != SDT:
            return made, made
        for child in element:
            if is_element(child) and child.tag != SDT_CONTENT:
                made.append(bare(child))
        if id(element) in self._used:
            for identity in list(made.iter(W + "id")):
                identity.getparent().remove(identity)  # type: ignore[union-attr]
        self._used[id(element)] = element
        content = make("sdtContent")
        made.append(content)
        return made, content

    def marks(self, step: Step) -> list[Element]:
        """Bookmarks and their like before a step."""
        found = []
        for mark in step.old.before if step.old is not None else ():
            if mark.tag == R_RUN and step.mark is Mark.DELETED:
                struck = self.stamp("del")
                struck.append(bare(mark))
                found.append(struck)
            else:
                found.append(bare(mark))
        for mark in self._new_marks(step):
            copy = bare(mark)
            copy.set(W + "id", self.bookmarks[mark.get(W + "id") or ""])
            found.append(copy)
        return found

    def pieces(self, step: Step) -> Iterator[tuple[Element | None, Piece, Element | None]]:
        """Each piece of a step with the look it has here, and its element where it is no text."""
        if step.old is None:
            for piece in step.atom.pieces:
                element = piece.element
                if element is not None:
                    element = self._brought(element, piece.note)
                yield self.bring.look(piece.look), piece, element
            return
        for mine, theirs, piece in _both(step):
            look = mine
            if theirs is not _NONE:
                look = self._look(mine, theirs)  # type: ignore[arg-type]
            yield look, piece, self._kept(step, piece)

    def said(self, look: Element | None) -> str:
        """A look as words, to tell runs apart."""
        if look is None:
            return ""
        if id(look) not in self._said:
            self._said[id(look)] = (look, said(look, True))
        return self._said[id(look)][1]

    def _kept(self, step: Step, piece: Piece) -> Element | None:
        if piece.element is None:
            return None
        if not _reboxed(step):
            return bare(piece.element)
        theirs = step.new.pieces[0].element  # type: ignore[union-attr]
        assert theirs is not None
        return rewritten(piece.element, theirs, lambda mine, other: self.inside(mine, other, self))

    def _brought(self, element: Element, note: str) -> Element:
        copy = self.bring.copy(element, self.new.name, self.old.name)
        if note and self.notes is not None:
            copy.set(W + "id", self.notes.brought(note))
        return copy

    def _new_marks(self, step: Step) -> list[Element]:
        marks = step.new.before if step.new is not None else ()
        return [mark for mark in marks if mark.tag in BOOKMARKS and mark.get(W + "id") in self.bookmarks]

    def _restyled(self, step: Step) -> bool:
        return any(
            self.said(look) != self.said(mine)
            for mine, theirs, _ in _both(step)
            if theirs is not _NONE and (look := self._look(mine, theirs)) is not mine  # type: ignore[arg-type]
        )

    def _look(self, mine: Element | None, theirs: Element | None) -> Element | None:
        key = (id(mine), id(theirs))
        if key not in self._looks:
            self._looks[key] = mine, theirs, changed_look(mine, self.bring.look(theirs), self.stamp)
        return self._looks[key][2]


_NONE = object()


def _reboxed(step: Step) -> bool:
    """Whether a text box stays and its words change."""
    same = step.mark is Mark.SAME and step.old is not None and step.new is not None
    return same and step.old.boxed != step.new.boxed  # type: ignore[union-attr]


def _both(step: Step) -> Iterator[tuple[Element | None, object, Piece]]:
    """The old pieces of a step, cut where the new ones change their look."""
    assert step.old is not None
    new = step.new if step.mark is Mark.SAME else None
    if new is None or not (step.old.plain and new.plain):
        alike = new is not None and [_kind(piece) for piece in step.old.pieces] == [_kind(one) for one in new.pieces]
        for at, piece in enumerate(step.old.pieces):
            yield piece.look, new.pieces[at].look if alike and new is not None else _NONE, piece
        return
    theirs = [(piece.look, len(piece.text)) for piece in new.pieces]
    at, left = 0, theirs[0][1] if theirs else 0
    for piece in step.old.pieces:
        place = 0
        while place < len(piece.text):
            while not left:
                at += 1
                left = theirs[at][1]
            part = piece.text[place : place + left]
            yield piece.look, theirs[at][0], Piece(piece.look, part)
            place += len(part)
            left -= len(part)


def _kind(piece: Piece) -> str:
    """What a piece is, to tell whether two atoms are cut alike."""
    return piece.text if piece.element is None else str(piece.element.tag)


def _list_of(paragraph: Element | None) -> str:
    found = paragraph.find(f"{W}pPr/{W}numPr/{W}numId") if paragraph is not None else None
    return (found.get(W + "val") or "") if found is not None else ""


class Notes(Protocol):
    """Footnotes and endnotes that the comparison met: filled by the module that writes them."""

    def meet(self, step: Step) -> None:
        """A reference stays, goes or comes."""

    def brought(self, note: str) -> str:
        """The number here of a note that comes."""
