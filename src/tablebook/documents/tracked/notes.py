"""Footnotes and endnotes: those in both files are compared, those that come are brought, those that go are struck."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from tablebook.documents.tracked.atoms import Part
from tablebook.documents.tracked.context import Sides
from tablebook.documents.tracked.names import Element, T, W, bare, is_element, shell
from tablebook.documents.tracked.package import OFFICE, WordFile
from tablebook.documents.tracked.prepared import prepare
from tablebook.documents.tracked.steps import Step
from tablebook.redline.marks import Mark

KINDS = ("footnote", "endnote")
NOTED = tuple(f"{W}{kind}Reference" for kind in KINDS)
"""The signs in the text that lead to a note."""
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def note_words(file: WordFile) -> dict[str, str]:
    """The words of each note by its kind and number; the notes' parts are made ready on the way."""
    found: dict[str, str] = {}
    for kind in KINDS:
        part = file.related(f"{kind}s")
        if part is None:
            continue
        root = file.tree(part)
        prepare(root)
        for note in root.findall(W + kind):
            found[f"{kind} {note.get(W + 'id')}"] = "\n".join(text.text or "" for text in note.iter(T))
    return found


def without_loose_notes(file: WordFile) -> None:
    """Take out the notes that no sign in the text leads to any more: a struck text does not stay hidden in the file,
    and who counts notes in their order prints the right ones."""
    for kind in KINDS:
        part = file.related(f"{kind}s")
        if part is None:
            continue
        cited = {sign.get(W + "id") for sign in file.tree(file.main).iter(f"{W}{kind}Reference")}
        root = file.tree(part)
        for note in root.findall(W + kind):
            if note.get(W + "type") in (None, "normal") and note.get(W + "id") not in cited:
                root.remove(note)


class NoteBook:
    """The notes met in the body, written when the body is done."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._met: dict[str, tuple[str | None, str, str]] = {}
        self._come: dict[str, str] = {}

    def meet(self, step: Step) -> None:
        """A note that stays is compared with its partner; one that goes is struck: by whoever changes the text here."""
        stamp = self._sides.stamper
        theirs = step.new.notes if step.new is not None and step.mark is Mark.SAME else ()
        for ours, other in zip_longest(step.old.notes if step.old is not None else (), theirs):
            if ours is not None:
                self._met[ours] = other, stamp.author, stamp.date

    def brought(self, note: str) -> str:
        """The number here of a note that comes."""
        if note not in self._come:
            kind = note.partition(" ")[0]
            root = self._home(kind)
            known = [int(found) for one in root if is_element(one) and _number(found := one.get(W + "id") or "")]
            given = [int(number) for other, number in self._come.items() if other.startswith(kind)]
            self._come[note] = str(max((*known, *given), default=0) + 1)
            theirs = self._note(self._sides.new, note)
            if theirs is not None:
                made = shell(theirs)
                made.set(W + "id", self._come[note])
                root.append(made)
                made.extend(self._inside(kind, None, theirs))
        return self._come[note]

    def finish(self) -> None:
        """Write the notes of the old file that the body speaks of."""
        stamp = self._sides.stamper
        for ours, (theirs, stamp.author, stamp.date) in self._met.items():
            old = self._note(self._sides.old, ours)
            new = self._note(self._sides.new, theirs) if theirs else None
            if old is None:
                continue
            content = self._inside(ours.partition(" ")[0], old, new)
            for child in list(old):
                old.remove(child)
            old.extend(content)
        for kind in KINDS:
            self._in_order(kind)

    def _in_order(self, kind: str) -> None:
        """The notes placed and numbered as the body speaks of them: LibreOffice finds a note by counting."""
        file = self._sides.old.file
        part = file.related(f"{kind}s")
        if part is None:
            return
        root = file.tree(part)
        notes = {_own(one): one for one in root.findall(W + kind) if one.get(W + "type") is None}
        kept = [int(found) for one in root.findall(W + kind) if one.get(W + "type") and _number(found := _own(one))]
        references = list(file.tree(file.main).iter(f"{W}{kind}Reference"))
        spoken = dict.fromkeys(found for one in references if (found := _own(one)) in notes)
        first = max(kept, default=0) + 1
        numbers = {number: str(at) for at, number in enumerate(spoken | dict.fromkeys(notes), first)}
        for number, here in numbers.items():
            notes[number].set(W + "id", here)
            root.append(notes[number])
        # A reference to a note that the file lacks leads nowhere still.
        nowhere = str(first + len(numbers))
        for one in references:
            one.set(W + "id", numbers.get(_own(one), nowhere))

    def _inside(self, kind: str, old: Element | None, new: Element | None) -> list[Element]:
        sides = self._sides
        ours, theirs = (Part(side.file, side.file.related(f"{kind}s") or "") for side in (sides.old, sides.new))
        return sides.inside(old, new, replace(sides, old=ours, new=theirs, notes=None))

    def _note(self, side: Part, note: str) -> Element | None:
        kind, _, number = note.partition(" ")
        part = side.file.related(f"{kind}s")
        found = side.file.tree(part).findall(W + kind) if part else []
        return next((one for one in found if one.get(W + "id") == number), None)

    def _home(self, kind: str) -> Element:
        """The old file's notes, begun with the separators of the new one where it had none."""
        old, new = self._sides.old.file, self._sides.new.file
        part = old.related(f"{kind}s")
        if part is None:
            theirs = new.tree(new.related(f"{kind}s") or "")
            root = shell(theirs)
            root.extend(bare(one) for one in theirs.findall(W + kind) if one.get(W + "type") is not None)
            part = f"word/{kind}s.xml"
            old.put_tree(part, root, _TYPE.format(f"{kind}s"))
            old.relate(old.main, f"{OFFICE}/{kind}s", part)
        return old.tree(part)


def _own(note: Element) -> str:
    return note.get(W + "id") or ""


def _number(text: str) -> bool:
    return text.lstrip("-").isdigit()
