"""The table of contents in the contract's own file: which entry names which heading, and its entries written anew so
that they name those of the successor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from tablebook.documents.contract.contents import entry_text, key, split_contents
from tablebook.documents.contract.furniture import without_furniture
from tablebook.documents.successor.entries import (
    Marks,
    Said,
    copied_entry,
    leads_to,
    movable,
    pass_on_beginning,
    pass_on_end,
    reword,
    without,
)
from tablebook.documents.successor.letters import Letters
from tablebook.documents.successor.places import Home
from tablebook.documents.successor.splice import Splice, insert_behind
from tablebook.documents.tracked.names import PPR, Element, P, W, bare, child_value
from tablebook.documents.word.lines import BodyRead
from tablebook.documents.word.parts import Styles
from tablebook.domain.contract import Article
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind

_LEVEL = re.compile(r"toc (\d)")
_SHORT = 4
"""A title of fewer letters is too common to be known by itself."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What an entry may name. ``part`` tells the paragraphs of one heading apart: -1 is all of it, as an entry on one
    line says it; ``element`` is None for a heading that was not found in the file."""

    unit: str
    said: Said
    element: Element | None
    keys: tuple[str, ...] = ()
    section: bool = False
    part: int = -1

    @property
    def place(self) -> tuple[str, int, int]:
        """The same for a heading before and after it was changed where it stands."""
        return self.unit, id(self.element) if self.section else 0, self.part


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of the contents. ``made`` tells whether Word makes them by a field, or somebody typed them;
    ``changed`` whether their entries were written anew; ``pageless`` are the new entries, whose pages nobody knows;
    ``left`` says that they should have been, and could not be."""

    made: bool = False
    changed: bool = False
    pageless: tuple[str, ...] = ()
    left: bool = False


@dataclass(slots=True)
class Contents:
    """The contents as they stand in the contract: each entry in order, and the heading that it names. ``listed`` are
    the entries that say something, ``made`` tells whether Word makes them by a field, ``owners`` the units named."""

    entries: list[Element]
    listed: set[int]
    names: dict[int, Heading]
    styles: Styles
    made: bool
    owners: list[tuple[str, Element]] = field(default_factory=list)

    @property
    def known(self) -> bool:
        """Whether their shape is clear: most of the units that they could name are named, and most entries are."""
        return 2 * len(self.names) >= sum(id(one) in self.listed for one in self.entries) > 0


def contents_of(read: BodyRead, homes: Mapping[str, Home]) -> Contents | None:
    """The table of contents of a file that was read; None where it has none."""
    listed = listed_in(read)
    made = field_signs(read.body)
    entries = [
        one
        for one in read.elements
        if one.tag == P and (id(one) in listed or any(line.listed for line in read.lines(one)))
    ]
    if not entries:
        return Contents([], set(), {}, read.styles, True) if made else None
    headings = [one for unit, home in homes.items() for one in _headings(unit, home, read)]
    said = [_keys_of(one, read) for one in entries]
    names = _named(entries, said, headings)
    worded = {id(one) for one, keys in zip(entries, said, strict=True) if keys}
    found = Contents(entries, worded, names, read.styles, bool(made))
    found.owners = [(names[id(one)].unit, one) for one in entries if id(one) in names]
    return found


def listed_in(read: BodyRead) -> dict[int, Element]:
    """The paragraphs that the reader tells from the text as a table of contents."""
    body, _ = without_furniture(read.all_lines)
    _, contents = split_contents(body)
    found = (read.elements[line.source] for line in contents if line.source >= 0)
    return {id(one): one for one in found}


def field_signs(body: Element) -> list[Element]:
    """The beginnings of the fields by which Word makes contents."""
    found: list[Element] = []
    begun: list[Element] = []
    for element in body.iter(W + "fldChar", W + "instrText", W + "fldSimple"):
        kind = element.get(W + "fldCharType")
        if element.tag == W + "fldSimple":
            if (element.get(W + "instr") or "").lstrip().startswith("TOC"):
                found.append(element)
        elif kind == "begin":
            begun.append(element)
        elif kind == "end" and begun:
            begun.pop()
        elif kind is None and begun and (element.text or "").lstrip().startswith("TOC") and begun[-1] not in found:
            found.append(begun[-1])
    return found


def _keys_of(entry: Element, read: BodyRead) -> tuple[str, ...]:
    lines = read.lines(entry)
    if not lines:
        return ()
    whole = [entry_text(line) for line in lines]
    plain = " ".join(whole).rstrip("0123456789 -–")
    return tuple(dict.fromkeys(filter(None, (key(" ".join(whole)), key(plain)))))


def _headings(unit: str, home: Home, read: BodyRead) -> list[Heading]:
    """The headings of a unit in the contract, those of its sections included."""
    article = home.article
    said = Said(article.number, article.title)
    worded = [one for one in home.head if read.printed(one).strip()]
    whole = " ".join(read.printed(one) for one in worded)
    keys = _keys(whole, f"{article.name} {article.title}", f"{article.number} {article.title}", article.title)
    found = [Heading(unit, said, worded[0] if worded else None, keys)]
    if len(worded) > 1:
        found += [Heading(unit, said, one, _keys(read.printed(one)), part=at) for at, one in enumerate(worded)]
    found += [_of_section(unit, group.blocks[0], group.element) for group in home.groups if _titled(group.blocks)]
    return found


def _titled(blocks: Sequence[Block]) -> bool:
    return bool(blocks and blocks[0].section) and blocks[0].kind is BlockKind.HEADING


def _of_section(unit: str, block: Block, element: Element | None) -> Heading:
    number = block.label.rstrip(" .:—–-") or block.section
    title = block.text.strip()
    keys = _keys(block.printed, f"{number} {title}", f"{block.section} {title}", f"Section {number} {title}", title)
    return Heading(unit, Said(number, title), element, keys, section=True)


def _keys(*said: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in map(key, said) if len(one) >= _SHORT))


def _named(
    entries: Sequence[Element], said: Sequence[Sequence[str]], headings: Sequence[Heading]
) -> dict[int, Heading]:
    """The heading of each entry: both stand in the same order, so that a title which many articles have is known by
    its place."""
    marks = [_marks(heading) for heading in headings]
    rows: list[list[int]] = [[0] * (len(headings) + 1)]
    likes: list[list[int]] = []
    for entry, keys in zip(entries, said, strict=True):
        led = leads_to(entry)
        likes.append([_like(keys, led, one, mark) if keys else 0 for one, mark in zip(headings, marks, strict=True)])
        row, above = [0], rows[-1]
        for at, like in enumerate(likes[-1]):
            row.append(max(above[at + 1], row[at], above[at] + like if like else 0))
        rows.append(row)
    found: dict[int, Heading] = {}
    at, to = len(entries), len(headings)
    while at and to:
        like = likes[at - 1][to - 1]
        if like and rows[at][to] == rows[at - 1][to - 1] + like:
            found[id(entries[at - 1])] = headings[to - 1]
            at, to = at - 1, to - 1
        elif rows[at][to] == rows[at - 1][to]:
            at -= 1
        else:
            to -= 1
    return found


def _marks(heading: Heading) -> set[str]:
    if heading.element is None:
        return set()
    return {mark.get(W + "name") or "" for mark in heading.element.iter(W + "bookmarkStart")}


def _like(keys: Sequence[str], led: set[str], heading: Heading, marks: set[str]) -> int:
    """How surely an entry names a heading: 0 for not at all. A link that leads to it counts more than words, and all
    the words of a heading more than its title."""
    alike = [at for at, one in enumerate(heading.keys) if one in keys]
    if led & marks and (alike or heading.part == -1):
        return 8 if alike else 4
    if not alike:
        return 0
    return 1 if len(heading.keys) > 1 and alike[0] == len(heading.keys) - 1 else 3


@dataclass(slots=True)
class _Renewal:
    """The contents of the successor while they are written."""

    was: Contents
    splice: Splice
    marks: Marks
    models: dict[int, Element]
    standing: set[int] = field(default_factory=set)
    entries: list[Element] = field(default_factory=list)
    pageless: list[str] = field(default_factory=list)
    owners: list[tuple[str, Element]] = field(default_factory=list)
    failed: bool = False

    def write(self, order: Sequence[tuple[str, Article | None]]) -> bool:
        """Change, bring and take out entries; whether any was. ``failed`` tells that one could not be."""
        self.standing = {id(group.element) for home in self.splice.homes.values() for group in home.groups}
        now = [one for unit, article in order if article is not None for one in self._headings(unit, article)]
        standing = {one.place: one for one in now}
        self.entries = list(self.was.entries)
        gone: list[Element] = []
        changed = False
        sunk: Element | None = None
        for entry in self.was.entries:
            heading = self.was.names.get(id(entry))
            new = standing.get(heading.place) if heading is not None else None
            if heading is None:
                # What stands deeper under the entry of a deleted article goes with it.
                if sunk is not None and self._deeper(entry, sunk) and id(entry) in self.was.listed:
                    gone.append(entry)
                elif id(entry) in self.was.listed:
                    sunk = None
                continue
            sunk = None
            if new is None:
                gone.append(entry)
                sunk = None if heading.section else entry
            elif new.said != heading.said:
                self.failed |= not reword(entry, heading.said, new.said, self.was.styles)
                changed = True
        came = self._bring(now, gone)
        if gone and (len(gone) >= len(self.entries) or not all(map(movable, gone))):
            self.failed = True
        if self.failed:
            return True
        without(self.entries, gone)
        return bool(changed or came or gone)

    def _deeper(self, entry: Element, other: Element) -> bool:
        """Whether an entry surely stands under another: by its style ("toc 2"), or farther to the right."""
        one, two = (_LEVEL.fullmatch(self.was.styles.get(self._look(each)).name) for each in (entry, other))
        return (one[1] > two[1]) if one and two else _indent(entry) > _indent(other)

    def _look(self, entry: Element) -> str:
        return child_value(entry.find(PPR), "pStyle") or ""

    def _headings(self, unit: str, article: Article) -> list[Heading]:
        """The headings of a unit as they stand now."""
        said = Said(article.number, article.title)
        heads = [one for one in self.splice.heads.get(unit, []) if Letters(one, self.was.styles).text.strip()]
        found = [Heading(unit, said, heads[0] if heads else None)]
        if len(heads) > 1:
            found += [Heading(unit, said, one, part=at) for at, one in enumerate(heads)]
        return found + [
            _of_section(unit, one.blocks[0], one.element)
            for one in self.splice.written
            if one.unit == unit and _titled(one.blocks) and not any(one.element is head for head in heads)
        ]

    def _bring(self, now: Sequence[Heading], gone: Sequence[Element]) -> bool:
        """New entries for new headings of the kinds that the contents name, each behind the entry of the heading
        before its own."""
        by_place: dict[tuple[str, int, int], list[Element]] = {}
        for entry in self.was.entries:
            if (heading := self.was.names.get(id(entry))) is not None:
                by_place.setdefault(heading.place, []).append(entry)
        out = {id(one) for one in gone}
        place: Element | None = None
        brought = False
        for heading in now:
            kept = [one for one in by_place.get(heading.place, ()) if id(one) not in out]
            if kept:
                place = kept[-1]
                continue
            if not self._is_new(heading):
                continue
            for model, like in self._models(heading):
                mark = self.marks.next() if leads_to(model) else ""
                made = copied_entry(self.models[id(model)], like.said, heading.said, mark, self.was.styles)
                if made is None or heading.element is None:
                    self.failed = True
                    return brought
                if mark:
                    self.marks.put(heading.element, mark)
                self._set(made, place)
                self.owners.append((heading.unit, made))
                self.pageless.append(" ".join(Letters(made, self.was.styles).text.strip(" .…·_").split()))
                place, brought = made, True
        return brought

    def _is_new(self, heading: Heading) -> bool:
        if not heading.section:
            return heading.unit not in self.splice.homes
        return id(heading.element) not in self.standing

    def _models(self, heading: Heading) -> list[tuple[Element, Heading]]:
        """The entry that a new one is set like, with the heading that it names: none where the contents do not name
        headings of its kind. One line of a heading is like the same line of another."""
        alike = [
            (entry, one)
            for entry in self.was.entries
            if (one := self.was.names.get(id(entry))) is not None
            and (one.section, one.part) == (heading.section, heading.part)
        ]
        if heading.section:
            looks = {self._look(one.element) for _, one in alike if one.element is not None}
            if heading.element is None or self._look(heading.element) not in looks:
                return []
            near = [pair for pair in alike if pair[1].unit == heading.unit]
            if not near and heading.unit in self.splice.homes:
                return []
            return near[-1:] or alike[-1:]
        kind = self._kind(heading.unit)
        alike = [pair for pair in alike if self._kind(pair[1].unit) == kind]
        named = {one.unit for _, one in alike}
        units = [unit for unit, home in self.splice.homes.items() if home.article.kind.value == kind]
        return alike[-1:] if 2 * len(named) > len(units) else []

    def _kind(self, unit: str) -> str:
        home = self.splice.homes.get(unit)
        return (home.article if home else self.splice.articles[unit]).kind.value

    def _set(self, made: Element, place: Element | None) -> None:
        """Put an entry behind another, or before all that name something."""
        if place is None:
            first = next(one for one in self.entries if id(one) in self.was.names)
            first.addprevious(made)
            self.failed |= not movable(first)
            pass_on_beginning(first, made)
            self.entries.insert(self.entries.index(first), made)
            return
        insert_behind(made, place)
        self.failed |= not movable(place)
        pass_on_end(place, made)
        self.entries.insert(self.entries.index(place) + 1, made)


def _indent(entry: Element) -> int:
    """How far from the margin a paragraph of its own accord begins, in twentieths of a point."""
    found = entry.find(f"{PPR}/{W}ind")
    words = "" if found is None else found.get(W + "left") or found.get(W + "start") or ""
    return int(words) if words.isdigit() else 0


def renew(was: Contents, splice: Splice, order: Sequence[tuple[str, Article | None]]) -> Renewed | None:
    """Write the entries of the contents anew for the successor that stands in the file; None where an entry could not
    be, so that the file must be as it was before."""
    if not was.entries:
        return Renewed(was.made)
    if not was.known:
        return None
    models = {id(one): bare(one) for one in was.entries}
    body = splice.read.body
    signs = _signs(body)
    made = _Renewal(was, splice, Marks(splice.read.body), models)
    changed = made.write(order)
    was.entries = made.entries
    was.owners += made.owners
    if made.failed or _signs(body) != signs:
        return None
    return Renewed(was.made, changed, tuple(made.pageless))


def _signs(body: Element) -> tuple[int, int]:
    """How many fields make contents, and how many beginnings have no end: neither may change."""
    kinds = [sign.get(W + "fldCharType") for sign in body.iter(W + "fldChar")]
    return len(field_signs(body)), kinds.count("begin") - kinds.count("end")


def told_apart(was: Contents, before: Mapping[int, Element], now: BodyRead) -> bool:
    """Whether the reader takes the same paragraphs for contents as before, new entries with them."""
    new = {id(one) for _, one in was.owners if id(one) not in was.listed}
    after = set(listed_in(now))
    return after - new == {at for at, one in before.items() if now.lines(one)} and (new <= after or not before)
