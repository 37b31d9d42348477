"""What Word tracked: who put words in, who took them out, and what of it is one half of a move."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tablebook.documents.marked.paper import Look
from tablebook.documents.word.parts import W
from tablebook.domain.dataclass import dataclass

PUT_IN = (W + "ins", W + "moveTo")
TAKEN_OUT = (W + "del", W + "moveFrom")


@dataclass(frozen=True, slots=True)
class Tracked:
    """The changes that words stand in: the author and time of the one that put them in and of the one that took them
    out, None where there is none."""

    put_in: tuple[str, str] | None = None
    taken_out: tuple[str, str] | None = None
    moved: bool = False

    def within(self, change: etree._Element) -> Tracked:
        """The same inside one more change."""
        who = (change.get(W + "author") or "", change.get(W + "date") or "")
        moved = self.moved or change.tag in (W + "moveTo", W + "moveFrom")
        if change.tag in PUT_IN or change.tag == W + "cellIns":
            return replace(self, put_in=self.put_in or who, moved=moved)
        if change.tag in TAKEN_OUT or change.tag == W + "cellDel":
            return replace(self, taken_out=self.taken_out or who, moved=moved)
        return self

    def among(self, properties: etree._Element | None, *names: str) -> Tracked:
        """The same with the changes that are kept as properties of a paragraph's end, a row or a cell."""
        result = self
        for name in names:
            change = properties.find(W + name) if properties is not None else None
            result = result.within(change) if change is not None else result
        return result

    def on(self, look: Look) -> Look:
        """A look with these changes written on it."""
        if self.put_in is None and self.taken_out is None:
            return look
        author, at = self.put_in or self.taken_out or ("", "")
        striker = self.taken_out[0] if self.taken_out else ""
        kind = "inserted" if not self.taken_out else "inserted-deleted" if self.put_in else "deleted"
        return replace(look, tracked=kind, author=author, at=at, striker=striker, moved=self.moved)
