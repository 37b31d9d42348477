"""What words from another file need here: its styles, lists, pictures and links, mapped to ours or brought along."""

from __future__ import annotations

from dataclasses import field

from tablebook.documents.tracked.lists import Lists
from tablebook.documents.tracked.names import (
    SECT,
    Element,
    R,
    W,
    attributes,
    bare,
    is_element,
    remove,
    without_own_numbers,
)
from tablebook.documents.tracked.package import WordFile
from tablebook.documents.tracked.styles import StyleMap
from tablebook.domain.dataclass import dataclass

_REFERENCES = tuple(W + name for name in ("pStyle", "rStyle", "tblStyle"))


@dataclass(slots=True)
class Bring:
    """Copies elements of ``new`` so that they stand in ``old``."""

    old: WordFile
    new: WordFile
    styles: StyleMap = field(init=False)
    lists: Lists = field(init=False)
    heads: dict[str, str] = field(default_factory=dict)
    """Headers and footers that came along: the new file's parts and ours."""
    _parts: dict[str, str] = field(default_factory=dict)
    _looks: dict[int, tuple[Element, Element]] = field(default_factory=dict)
    _drawing: int = 0

    def __post_init__(self) -> None:
        self.styles = StyleMap(self.old, self.new)
        self.lists = Lists(self.old, self.new, self.styles)
        self.styles.lists = self.lists
        self._drawing = max(
            (int(found) for root in (self.old.tree(self.old.main),) for one in root.iter() if is_element(one)
             and one.tag.endswith("}docPr") and (found := one.get("id") or "").isdigit()), default=0,
        )  # fmt: skip

    def copy(self, element: Element, source: str, target: str) -> Element:
        """The element as it is said here; ``source`` and ``target`` are the parts it goes from and to."""
        found = bare(element)
        for one in list(found.iter()):
            if not is_element(one):
                continue
            for name in [name for name, _ in attributes(one) if name.startswith(R)]:
                self._reference(one, name, source, target)
            without_own_numbers(one)
            if one.tag in _REFERENCES:
                one.set(W + "val", self.styles.here(one.get(W + "val") or ""))
            elif one.tag == W + "numId":
                one.set(W + "val", self.lists.here(one.get(W + "val") or "0"))
            elif one.tag.endswith("}docPr") and one.get("id"):
                self._drawing += 1
                one.set("id", str(self._drawing))
        return found

    def look(self, look: Element | None) -> Element | None:
        """A run's look as it is said here; the same copy for the same look."""
        if look is None:
            return None
        if id(look) not in self._looks:
            self._looks[id(look)] = (look, self.copy(look, "", ""))
        return self._looks[id(look)][1]

    def properties(self, element: Element | None) -> Element | None:
        """Properties as they are said here, without the page of their section."""
        if element is None:
            return None
        found = self.copy(element, "", "")
        for section in found.findall(SECT):
            remove(section)
        return found

    def _reference(self, element: Element, name: str, source: str, target: str) -> None:
        rel = self.new.rels(source).get(element.get(name) or "")
        if rel is None:
            if source:
                del element.attrib[name]
            return
        to = rel.target if rel.external else self._part(rel.target)
        element.set(name, self.old.relate(target, rel.kind, to, rel.external))

    def _part(self, name: str) -> str:
        """A part of the other file as a part of ours, with all that it leads to."""
        if name in self._parts:
            return self._parts[name]
        data = self.new.parts.get(name)
        if data is None:  # what leads nowhere there leads nowhere here
            return self.old.free_name(name) if name in self.old.parts else name
        if self.old.parts.get(name) == data and not self.new.rels(name):
            self._parts[name] = name
            return name
        here = self.old.free_name(name)
        self._parts[name] = here
        self.old.put(here, data, self.new.type_of(name))
        for identity, rel in self.new.rels(name).items():
            to = rel.target if rel.external else self._part(rel.target)
            made = self.old.rels(here)
            made[identity] = type(rel)(rel.kind, to, rel.external)
        return here
