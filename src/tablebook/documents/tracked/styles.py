"""The other file's styles: the same style where ours has it, by id or by name, else brought with all it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tablebook.documents.tracked.names import Element, W, bare, child_value, remove
from tablebook.documents.tracked.package import WordFile

if TYPE_CHECKING:
    from tablebook.documents.tracked.lists import Lists


class StyleMap:
    """Style ids of the new file as ids of the old one."""

    def __init__(self, old: WordFile, new: WordFile) -> None:
        self._old, self._new = old, new
        self._mapped: dict[str, str] = {}
        self._theirs = _by_id(new.root("styles"))
        self._ours = _by_id(old.root("styles"))
        self._names = {_name(style): identity for identity, style in self._ours.items()}
        self.lists: Lists | None = None

    def here(self, identity: str) -> str:
        """The id of such a style in the old file."""
        if identity not in self._mapped:
            self._mapped[identity] = self._found(identity)
        return self._mapped[identity]

    def _found(self, identity: str) -> str:
        theirs = self._theirs.get(identity)
        if theirs is None:
            return identity
        ours = self._ours.get(identity)
        if ours is not None and ours.get(W + "type") == theirs.get(W + "type"):
            return identity
        named = self._names.get(_name(theirs))
        return named if named is not None else self._brought(identity, theirs)

    def _brought(self, identity: str, theirs: Element) -> str:
        here = identity
        number = 1
        while here in self._ours:
            number += 1
            here = f"{identity}{number}"
        self._mapped[identity] = here
        style = bare(theirs)
        style.set(W + "styleId", here)
        style.attrib.pop(W + "default", "")
        self._ours[here] = style
        self._names[_name(style)] = here
        self._old.home("styles").append(style)
        for tag in ("basedOn", "next", "link"):
            reference = style.find(W + tag)
            if reference is not None:
                reference.set(W + "val", self.here(reference.get(W + "val") or ""))
        for number_id in list(style.iter(W + "numId")):
            if self.lists is not None:
                number_id.set(W + "val", self.lists.here(number_id.get(W + "val") or "0"))
        for change in [one for tag in ("pPrChange", "rPrChange") for one in style.iter(W + tag)]:
            remove(change)
        return here


def _by_id(root: Element | None) -> dict[str, Element]:
    if root is None:
        return {}
    return {style.get(W + "styleId") or "": style for style in root.findall(W + "style")}


def _name(style: Element) -> tuple[str, str]:
    return style.get(W + "type") or "", (child_value(style, "name") or style.get(W + "styleId") or "").lower()
