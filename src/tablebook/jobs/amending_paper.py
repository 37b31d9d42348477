"""A memorandum that changes the contract in clauses, taken apart: what it would record on each item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.amending import Clause, amending, is_memorandum
from tablebook.domain.citations import citations
from tablebook.domain.contract import UnitKind, find_place
from tablebook.domain.dataclass import dataclass
from tablebook.domain.instructions import proposed_result
from tablebook.domain.language import compose, current_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.own_heading import own_heading
from tablebook.domain.phrases import shorten
from tablebook.domain.point_edits import as_known, with_points, without_point
from tablebook.domain.text import Block, BlockKind, paragraph, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.errors import UserError
from tablebook.jobs.section_openings import with_sections
from tablebook.jobs.struck_text import says_it_goes, strikes_all
from tablebook.jobs.whole_sections import renumbered

_ENTIRE = re.compile(r"\bin\s+(?:its|their)\s+entirety\b", re.I)
_A_PART = re.compile(
    r"\s*(?:[.,(–—-]\s*)*(?:[A-Z]|\d{1,2}|[a-z])(?=[\s.,():–—-])(?<!\ba)"
    r"|.*?(?i:\b(?:sub-?)?(?:sections?|paragraphs?|clauses?|items?|points?|divisions?)\b)"
)
"""What behind the name of an item says that a part of it is meant."""
_POINT_BEHIND = re.compile(
    r"\s*,?\s*(?i:(?:sub-?)?(?:paragraph|clause|item|point|division|section))\s+\(?([A-Za-z]|\d{1,2})\)?(?=[\s,:])"
)
_ADDS = re.compile(r"\b(?:add|insert)\w*\b[^.:]{0,60}\b(?:follow|read)", re.I)


@dataclass(frozen=True, slots=True)
class Amended:
    """What a paper's clauses make of one item: its sections that change, whole; how each was read, in sentences; and
    what of the paper is none of its language."""

    blocks: tuple[Block, ...]
    said: tuple[str, ...]
    outside: tuple[Block, ...]


def amended(state: Negotiation, key: str, blocks: Sequence[Block]) -> Amended | None:
    """The paper's text on an item as a text of its own; None where no clause of it changes that item."""
    found = amending(blocks)
    clauses = [one for one in found.clauses if _item(state, one) == key]
    if not clauses:
        _refuse_unread(state, key, blocks)
        return None
    known = {same_words(block.text) for block in current_blocks(state, key)}
    if any(same_words(one.told.partition(" ")[2]) in known or same_words(one.told) in known for one in clauses):
        return None  # the contract itself says so
    text = _Text(state, key)
    said = tuple(text.change(one) for one in clauses)
    if not text.changed:
        raise UserError(
            f"The paper gives no new text of {text.name}.",
            " ".join(said),
            "Type the text as it is to read, and pass that.",
        )
    return Amended(tuple(block for blocks in text.shown().values() for block in blocks), said, found.outside)


def amended_items(state: Negotiation, blocks: Sequence[Block]) -> dict[str, str]:
    """The items that the clauses of a paper change, in its order, each with the first clause on it."""
    found: dict[str, str] = {}
    for one in amending(blocks).clauses:
        if key := _item(state, one):
            found.setdefault(key, one.told)
    return found


def _refuse_unread(state: Negotiation, key: str, blocks: Sequence[Block]) -> None:
    """Refuse a memorandum that speaks of an item in words that could not be read: it is none of the item's language."""
    item = state.items.get(key)
    if item is None or item.new or item.article.kind is UnitKind.MOU or not is_memorandum(blocks):
        return
    shown = with_sections(state, key, blocks)
    names = {one.number for one in item.article.sections}
    if any(block.section in names or own_heading(item.article.kind, (block,)) for block in shown):
        return  # a text of the item under the name of a memorandum
    spoken = [
        block.printed for block in blocks if _speaks_of(state, key, block) and not says_it_goes(state, key, block)
    ]
    if spoken and not strikes_all(state, key, blocks):
        raise UserError(
            f"The memorandum speaks of {item.article.name}, and what it changes there could not be read.",
            f"It says “{shorten(spoken[0], 160)}”.",
            "Type the text as it is to read, and pass that; or pass the memorandum as one of its own.",
        )


def _speaks_of(state: Negotiation, key: str, block: Block) -> bool:
    """Whether a paragraph cites the item or a section of it."""
    cited = (one for one in citations(block.printed) if not one.here and (one.article or "." in one.section))
    return any(_item(state, Clause("", one)) == key for one in cited)


def _item(state: Negotiation, clause: Clause) -> str:
    """The item that a clause names, "" for one that the book lacks."""
    cited, units = clause.cited, {key: item.article for key, item in state.items.items()}
    kind = "Appendix" if cited.appendix else "Article"
    words = f"{kind} {cited.article}" if cited.article else cited.section
    place = find_place(units, words)
    if place is None and not cited.article:  # a section that the clause adds
        place = find_place(units, f"Article {cited.section.partition('.')[0]}")
    return place[0] if place else ""


class _Text:
    """An item while clause after clause changes it: by their places the sections that differ, whole."""

    def __init__(self, state: Negotiation, key: str) -> None:
        self.state, self.key = state, key
        self.name = state.items[key].article.name
        self.changed: dict[str, tuple[Block, ...]] = {}
        self.gone: set[str] = set()

    def change(self, clause: Clause) -> str:
        """Carry out one clause; how it was read, in a sentence."""
        place = _place(self.state, self.key, clause.cited.section)
        where = self._where(place)
        base = self._now(place)
        if clause.inside:
            return (
                f"Words inside {where} are changed and were not read: “{shorten(clause.told, 160)}”. Do that by hand."
            )
        if clause.act:
            return self._carry_out(clause)
        if clause.deleted:
            if clause.title and not _is_title(clause.title, self._titles(place)):
                return f"“{shorten(clause.told, 160)}” was not read: {where} has another title. Strike it by hand."
            return self._strike(clause, place, base, where)
        body = with_sections(self.state, self.key, as_known(clause.body, current_blocks(self.state, self.key)))
        sections = {number: text for number, text in sections_of(body).items() if number}
        known = {one.number for one in self.state.items[self.key].article.sections}
        if place and known.isdisjoint(sections) and place not in sections:
            body, sections = tuple(map(_no_section, clause.body)), {}  # a list of its own
        if sections:
            return self._by_sections(clause, place, sections, known)
        return self._in_place(clause, place, base, body)

    def _by_sections(self, clause: Clause, place: str, sections: dict[str, tuple[Block, ...]], known: set[str]) -> str:
        """Take over sections; a text that replaces the item in its entirety strikes those that it does not show."""
        self.changed.update(sections)
        if place or not _ENTIRE.search(clause.told):
            return f"Read as new words of {self._where(place)}."
        for number in known - set(sections):
            self.changed[number] = _struck(self._now(number))
            self.gone.add(number)
        return f"Read as the whole of {self.name}: what the paper does not show is struck. See that it should be."

    def _in_place(self, clause: Clause, place: str, base: tuple[Block, ...], body: tuple[Block, ...]) -> str:
        """Take over words that open no section."""
        path, where = clause.cited.path or _point_behind(clause), self._where(place)
        if place and not path and _names_a_part(clause):
            return f"“{shorten(clause.told, 160)}” names a part of {where} that was not found. Do that by hand."
        if place and not base:  # "Section (B)(2)" of an article that is lettered and has no sections
            path, lettered = (clause.cited.section.lower(), *path), self._now("")
            if (merged := with_points(lettered, body, path)) is not None:
                self.changed[""] = merged
                return f"Read as new words of points of {self.name}; its other words stay. See that they should."
        if not place and _names_a_part(clause):
            return f"“{shorten(clause.told, 160)}” names a part of {self.name} that was not found. Do that by hand."
        if not place:
            self.changed[""] = body
            return f"Read as the whole of {self.name}: what the paper does not show is struck. See that it should be."
        if base and _ADDS.search(clause.told):
            self.changed[place] = (*base, *body)
            return f"Read as words to be added at the end of {where}. See that they belong there."
        merged = with_points(base, body, path) if base else None
        if merged is None and path and not clause.cited.path:
            return f"“{shorten(clause.told, 160)}” names a part of {where} that was not found. Do that by hand."
        if merged is not None:
            self.changed[place] = merged
            return f"Read as new words of points of {where}; its other words stay. See that they should."
        self.changed[place] = self._whole(place, base, body)
        lost = f" No point {''.join(f'({one})' for one in path)} was found there." if path and base else ""
        return f"Read as the whole of {where}.{lost}"

    def _where(self, place: str) -> str:
        return f"{self.name}, Section {place}" if place else self.name

    def _now(self, place: str) -> tuple[Block, ...]:
        """A section with the clauses before carried out; the whole item for ""."""
        return self.changed.get(place) or place_blocks(self.state, self.key, place)

    def _carry_out(self, clause: Clause) -> str:
        """Do what a clause says, where that is in no doubt."""
        article = self.state.items[self.key].article
        before = article.blocks
        if self.changed:
            done = (Part(place, text) for place, text in self.changed.items() if place not in self.gone)
            before = compose(before, (*done, *(Part(place, deleted=True) for place in self.gone)))
        found = proposed_result(article.number, before, (Part("", (paragraph(clause.act), *clause.body)),))
        told = f"“{shorten(clause.told, 160)}”"
        if found is None or found.doubts or not found.result:
            why = " ".join(found.doubts) if found else ""
            return f"{told} was not carried out{f': {why}' if why else '.'} Do that by hand."
        for part in found.result:
            if part.deleted:
                self.gone.add(part.place)
            else:
                self.gone.discard(part.place)
            old = place_blocks(self.state, self.key, part.place)
            self.changed[part.place] = _struck(old) if part.deleted else part.blocks
        return f"Carried out on {self.name}: {told}."

    def shown(self) -> dict[str, tuple[Block, ...]]:
        """The sections that differ, without the old numbers of those that stand under new ones: that they are struck
        there is seen by their words."""
        now = {place: text for place, text in sections_of(current_blocks(self.state, self.key)).items() if place}
        stand = {place: text for place, text in self.changed.items() if place not in self.gone}
        moved = renumbered(now, stand)
        return {place: text for place, text in self.changed.items() if place not in self.gone or place not in moved}

    def _titles(self, place: str) -> tuple[str, ...]:
        """What a clause may call the item or its section."""
        article = self.state.items[self.key].article
        section = next((one for one in article.sections if one.number == place), None)
        return (section.title,) if section else (article.title, article.name)

    def _strike(self, clause: Clause, place: str, base: tuple[Block, ...], where: str) -> str:
        path = clause.cited.path
        if place and not base:
            return f"{where} is struck by the paper and is not in the contract. Nothing was read for it."
        if path:
            point = f"{where}{''.join(f'({one})' for one in path)}"
            left = without_point(base, path)
            if left is None:
                return f"{point} is struck by the paper and was not found. Strike it by hand."
            self.changed[place] = left
            return (
                f"Read as the end of {point} (“{shorten(clause.told, 120)}”); the points behind it keep their letters."
            )
        self.changed[place] = _struck(base if place else ())
        self.gone.add(place)
        return f"Read as the end of {where} (“{shorten(clause.told, 120)}”)."

    def _whole(self, place: str, base: tuple[Block, ...], body: tuple[Block, ...]) -> tuple[Block, ...]:
        if base and base[0].kind is BlockKind.HEADING and not _says(body[0], base[0]):
            titled = len(body) > 1 and _bare(body[0].text) == _bare(base[0].text)
            return (base[0], *body[1 if titled else 0 :])
        opening = replace(body[0], section=place, label=body[0].label or (base[0].label if base else place))
        return (opening, *body[1:])


def _is_title(words: str, titles: Sequence[str]) -> bool:
    """Whether words are one of these titles."""
    return _bare(words) in {_bare(one) for one in titles if one}


def _point_behind(clause: Clause) -> tuple[str, ...]:
    """The point that a clause names behind a section: "Section B, paragraph 2 shall read:"."""
    match = _POINT_BEHIND.match(clause.told, clause.cited.at + len(clause.cited.phrase))
    return (match[1].lower(),) if match else ()


def _names_a_part(clause: Clause) -> bool:
    """Whether a clause that cites a whole item goes on to a part of it: "Article IV, A, 2 is amended to read:"."""
    told = clause.told
    return bool(_A_PART.match(told[clause.cited.at + len(clause.cited.phrase) :].partition(":")[0]))


def _struck(base: Sequence[Block]) -> tuple[Block, ...]:
    """What a paper says of a section that goes, or of an item that goes whole."""
    if not base:
        return (paragraph("Delete in its entirety."),)
    if base[0].kind is BlockKind.HEADING:
        return base[0], paragraph("Deleted.")
    return (base[0].with_text("Deleted."),)


def _place(state: Negotiation, key: str, number: str) -> str:
    """A section as the item has it: "1", "4.1"."""
    known = {one.number for one in state.items[key].article.sections}
    tails = (number, number.partition(".")[2], f"{key}.{number}")
    return next((one for one in tails if one and one in known), number)


def _no_section(block: Block) -> Block:
    """A point of a list that was taken for a section."""
    kind = BlockKind.PARAGRAPH if block.kind is BlockKind.HEADING else block.kind
    return replace(block, section="", kind=kind)


def _bare(words: str) -> str:
    return same_words(words).casefold().strip(" .:")


def _says(block: Block, heading: Block) -> bool:
    return same_words(block.printed).casefold().startswith(same_words(heading.printed).casefold())
