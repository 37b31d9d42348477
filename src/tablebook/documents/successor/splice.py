"""The successor agreement in the contract's own Word file: every paragraph that no TA speaks of stays untouched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from tablebook.documents.successor.headings import counted_label, new_heading, retitle
from tablebook.documents.successor.letters import Letters
from tablebook.documents.successor.pairing import changes
from tablebook.documents.successor.paragraphs import copied, plain, rewrite
from tablebook.documents.successor.places import Group, Home
from tablebook.documents.successor.same_level import SameLevel
from tablebook.documents.successor.tables import new_table, rewrite_table
from tablebook.documents.tracked.names import BOOKMARKS, PPR, SECT, TBL, TC, Element, P, W, bare, make, remove
from tablebook.documents.word.lines import BodyRead
from tablebook.domain.closing_lines import in_print
from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, paragraph

_SIGN = re.compile(r"\[\d+\]")
"""The sign of a note as the reader has it."""


@dataclass(slots=True)
class Written:
    """What a paragraph of the new file has to print, and which unit it belongs to. A note that goes has no blocks: it
    is printed as long as its sign stands in the text."""

    unit: str
    element: Element
    blocks: tuple[Block, ...]
    new: bool


@dataclass(slots=True)
class Splice:
    """Changes the body in place. ``fields`` names the units in which a field became the text that it printed,
    ``notes`` those in which a new note stands as a paragraph, ``heads`` are the paragraphs of each unit's heading as
    they stand now, ``articles`` what each unit is to say."""

    homes: dict[str, Home]
    read: BodyRead
    written: list[Written] = field(default_factory=list)
    typed: set[int] = field(default_factory=set)
    fields: dict[str, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)
    heads: dict[str, list[Element]] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)

    def units(self, order: Sequence[tuple[str, Article | None]]) -> None:
        """Write every unit, in the order of the successor; None is a unit that is no more."""
        level = SameLevel(self.homes.values())
        self.articles = {key: article for key, article in order if article is not None}
        before: Element | None = None
        above: Element | None = None
        closes = next(
            (one for one in in_print([(key, made, key not in self.homes) for key, made in order]) if one.start), None
        )
        for key, article in order:
            home = self.homes.get(key)
            if home is not None and article is not None:
                place = self._unit(key, home, article, level)
                before = place if place is not None else before
                above = self._above(key, article.blocks[closes.start]) if closes and closes.unit == key else None
            elif article is not None and above is not None and article.kind is UnitKind.ARTICLE:
                above = self._new_unit(key, article, above, level)
            elif article is not None:
                before = self._new_unit(key, article, before, level)
        for key, article in order:
            if article is None and key in self.homes:
                self._gone(self.homes[key])

    def _unit(self, key: str, home: Home, article: Article, level: SameLevel) -> Element | None:
        self._head(key, home, article)
        place: Element | None = home.head[-1] if home.head else None
        gone: list[Group] = []
        for change in changes(home.groups, article.blocks, level.runs_in(home, article.kind)):
            if change.group is None:
                place = self._come(key, change.blocks, home, article, place, level)
            elif not change.blocks:
                gone.append(change.group)
            else:
                group = change.group
                if not change.kept:
                    self._anew(key, group, change.blocks)
                if group.element is not None:
                    place = group.element
                element = group.element if group.element is not None else group.note
                if element is not None:
                    self.written.append(Written(key, element, change.blocks, not change.kept))
        self.written.extend(Written(key, group.note, (), True) for group in gone if group.note is not None)
        between = self._between(home, gone)
        for element in (*(group.element for group in gone if group.element is not None), *between):
            take_out(element)
        return place

    def _above(self, key: str, closing: Block) -> Element | None:
        """What stands above the lines that the contract is signed on, the first of which is ``closing``, and above the
        blank lines before them."""
        first = next((one.element for one in self.written if one.unit == key and closing in one.blocks), None)
        found = outside(first)
        found = found.getprevious() if found is not None else None
        while found is not None and self._blank(found):
            found = found.getprevious()
        return found

    def _between(self, home: Home, gone: Sequence[Group]) -> list[Element]:
        """What stands between two paragraphs that both go, in no unit of the book: blank lines, and what was taken for
        a list of articles. A blank line behind them goes where one stands before them."""
        left = {id(group.element) for group in gone}
        claimed = {id(group.element) for group in home.groups}
        found: list[Element] = []
        for group in gone:
            element = group.element
            waiting: list[Element] = []
            following = element.getnext() if element is not None else None
            while following is not None and following.tag == P and id(following) not in claimed:
                waiting.append(following)
                following = following.getnext()
            if following is not None and id(following) in left:
                found += waiting
            elif waiting and element is not None and self._blank(element.getprevious()) and self._blank(waiting[0]):
                found.append(waiting[0])
        return found

    def _blank(self, element: Element | None) -> bool:
        """Whether this is an empty line, which only sets paragraphs apart."""
        if element is None or element.tag != P or element.find(f"{PPR}/{SECT}") is not None:
            return False
        return not Letters(element, self.read.styles).text.strip() and element.find(f".//{W}drawing") is None

    def _head(self, key: str, home: Home, article: Article) -> None:
        """The unit's heading, with the title that a TA gave it."""
        labels = [next((line.label for line in self.read.lines(one)), "") for one in home.head]
        new = article.title != home.article.title or article.number != home.article.number
        if new and home.head and not retitle(home.head, home.article, article, self.read.styles):
            plain(home.head[0], (paragraph(article.heading),), own_label=False)
            for element in home.head[1:]:
                take_out(element)
            del home.head[1:]
        self.heads[key] = home.head
        self._heads(key, home.head, labels, new)

    def _heads(self, key: str, head: Sequence[Element], labels: Sequence[str], new: bool) -> None:
        for element, label in zip(head, labels, strict=False):
            words = Letters(element, self.read.styles).text
            if words.strip():
                self.written.append(Written(key, element, (paragraph(" ".join(words.split()), label),), new))

    def _anew(self, key: str, group: Group, blocks: tuple[Block, ...]) -> None:
        if group.note is not None:
            # What is not found there is left as it is, for the sign of the note stands in it; the proof says so.
            rewrite(group.note, group.blocks, blocks, self.read.styles)
        element = group.element
        if element is None:
            return
        group.before = bare(element)
        if group.is_table:
            rewrite_table(element, group.blocks[0], blocks[0], self.read.styles)
            return
        if _has_fields(element):
            self.fields[key] = None
        own = bool(group.blocks[0].label) and not self.read.lines(element)[0].label
        if not rewrite(element, group.blocks, blocks, self.read.styles):
            plain(element, blocks, own)

    def _come(
        self, key: str, blocks: tuple[Block, ...], home: Home | None, article: Article, place: Element | None,
        level: SameLevel,
    ) -> Element:  # fmt: skip
        sign = blocks[0].label
        if _SIGN.fullmatch(sign) and any(sign in block.text for block in article.blocks):
            self.notes[key] = None
        model = level.of(blocks, home, article.kind)
        if model is not None and model.is_table:
            assert model.model is not None
            made = bare(model.model)
            for mark in list(made.iter(*BOOKMARKS)):
                remove(mark)
            rewrite_table(made, model.blocks[0], blocks[0], self.read.styles)
        elif blocks[0].rows:
            made = new_table(blocks[0])
        elif model is not None:
            made = copied(model, blocks, self.read.styles)
        else:
            made = make("p")
            plain(made, blocks, own_label=True)
        _insert(made, place, home, self.read.body)
        origin = model.element if model is not None and model.before is None else None
        apart = origin.getprevious() if origin is not None else None
        if apart is not None and self._blank(apart):
            made.addprevious(_blank_line(apart))
        self.written.append(Written(key, made, blocks, True))
        return made

    def _new_unit(self, key: str, article: Article, before: Element | None, level: SameLevel) -> Element:
        like = [home for home in self.homes.values() if home.head and home.article.kind is article.kind]
        like = like or [home for home in self.homes.values() if home.head]
        head = new_heading(like[-1] if like else None, article, self.read.styles)
        self.heads[key] = head
        place = outside(before)
        for element in head:
            _insert(element, place, None, self.read.body)
            place = element
        if like:
            number = like[-1].article.number
            labels = [next((line.label for line in self.read.lines(one)), "") for one in like[-1].head]
            self._heads(key, head, [counted_label(one, number, article.number) for one in labels], True)
        for change in changes((), article.blocks, level.runs_in(None, article.kind)):
            place = self._come(key, change.blocks, None, article, place, level)
        assert place is not None
        return place

    def _gone(self, home: Home) -> None:
        first = home.head[0] if home.head else None
        elements = [*home.head, *(group.element for group in home.groups if group.element is not None)]
        last = outside(elements[-1]) if elements else None
        if first is not None and last is not None and first.getparent() is last.getparent() is self.read.body:
            inside = [first]
            while inside[-1] is not last and (following := inside[-1].getnext()) is not None:
                inside.append(following)
            elements = inside
        for element in elements:
            take_out(element)


def take_out(element: Element) -> None:
    """Take a paragraph or table out. The section of pages that ends in it stays, and so do bookmarks that others
    lead to: they go to what follows."""
    parent = element.getparent()
    if parent is None:
        return
    marks = [bare(mark) for mark in element.iter(*BOOKMARKS)]
    section = element.find(f"{PPR}/{SECT}") if element.tag == P else None
    alone = parent.tag == TC and len(parent.findall(P)) == 1
    if section is not None or alone:
        for child in [child for child in element if child.tag not in (PPR, *BOOKMARKS)]:
            remove(child)
        properties = element.find(PPR)
        for child in [child for child in properties if child.tag != SECT] if properties is not None else []:
            remove(child)
        return
    following = element.getnext()
    if following is not None and following.tag == P:
        at = 1 if following.find(PPR) is not None else 0
        for step, mark in enumerate(marks):
            following.insert(at + step, mark)
    remove(element)


def _blank_line(like: Element) -> Element:
    made = make("p")
    properties = like.find(PPR)
    if properties is not None:
        made.append(bare(properties))
    return made


def outside(element: Element | None) -> Element | None:
    """The paragraph or table itself, or the table of the cell it stands in."""
    if element is None:
        return None
    tables = list(element.iterancestors(TBL))
    return tables[-1] if tables else element


def insert_behind(made: Element, place: Element) -> None:
    """Put a paragraph or table behind another, into its section of the file: where that ends with the other, it ends
    with what is new from now on."""
    place.addnext(made)
    section = place.find(f"{PPR}/{SECT}") if place.tag == P else None
    if section is None:
        return
    if made.tag != P:
        last = make("p")
        made.addnext(last)
        made = last
    properties = made.find(PPR)
    if properties is None:
        properties = make("pPr")
        made.insert(0, properties)
    properties.append(section)


def _insert(made: Element, place: Element | None, home: Home | None, body: Element) -> None:
    if place is not None:
        insert_behind(made, place)
        return
    first = next((group.element for group in home.groups if group.element is not None), None) if home else None
    if first is not None:
        first.addprevious(made)
        return
    section = body.find(SECT)
    if section is not None:
        section.addprevious(made)
    else:
        body.append(made)


def _has_fields(paragraph: Element) -> bool:
    return next(paragraph.iter(W + "fldChar", W + "fldSimple"), None) is not None
