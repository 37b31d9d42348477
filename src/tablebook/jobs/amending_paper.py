"""A memorandum that changes the contract in clauses, taken apart: what it would record on each item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.amending import Clause, amending
from tablebook.domain.contract import find_place
from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import current_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import shorten
from tablebook.domain.point_edits import as_known, with_points, without_point
from tablebook.domain.text import Block, BlockKind, paragraph, same_words, sections_of
from tablebook.errors import UserError
from tablebook.jobs.section_openings import with_sections

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
    return Amended(tuple(block for blocks in text.changed.values() for block in blocks), said, found.outside)


def amended_items(state: Negotiation, blocks: Sequence[Block]) -> dict[str, str]:
    """The items that the clauses of a paper change, in its order, each with the first clause on it."""
    found: dict[str, str] = {}
    for one in amending(blocks).clauses:
        if key := _item(state, one):
            found.setdefault(key, one.told)
    return found


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

    def change(self, clause: Clause) -> str:
        """Carry out one clause; how it was read, in a sentence."""
        place = _place(self.state, self.key, clause.cited.section)
        where = f"{self.name}, Section {place}" if place else self.name
        base = self._now(place)
        if clause.inside:
            return (
                f"Words inside {where} are changed and were not read: “{shorten(clause.told, 160)}”. Do that by hand."
            )
        if clause.deleted:
            return self._strike(clause, place, base, where)
        body = with_sections(self.state, self.key, as_known(clause.body, current_blocks(self.state, self.key)))
        sections = {number: text for number, text in sections_of(body).items() if number}
        known = {one.number for one in self.state.items[self.key].article.sections}
        if place and known.isdisjoint(sections) and place not in sections:
            body, sections = tuple(map(_no_section, clause.body)), {}  # a list of its own
        if sections:
            self.changed.update(sections)
            return f"Read as new words of {where}."
        path = clause.cited.path
        if place and not base:  # "Section (B)(2)" of an article that is lettered and has no sections
            path, lettered = (clause.cited.section.lower(), *path), self._now("")
            if (merged := with_points(lettered, body, path)) is not None:
                self.changed[""] = merged
                return f"Read as new words of points of {self.name}; its other words stay. See that they should."
        if not place:
            self.changed[""] = body
            return f"Read as the whole of {self.name}: what the paper does not show is struck. See that it should be."
        if base and _ADDS.search(clause.told):
            self.changed[place] = (*base, *body)
            return f"Read as words to be added at the end of {where}. See that they belong there."
        merged = with_points(base, body, path) if base else None
        if merged is not None:
            self.changed[place] = merged
            return f"Read as new words of points of {where}; its other words stay. See that they should."
        self.changed[place] = self._whole(place, base, body)
        lost = f" No point {''.join(f'({one})' for one in path)} was found there." if path and base else ""
        return f"Read as the whole of {where}.{lost}"

    def _now(self, place: str) -> tuple[Block, ...]:
        """A section with the clauses before carried out; the whole item for ""."""
        return self.changed.get(place) or place_blocks(self.state, self.key, place)

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
        return f"Read as the end of {where} (“{shorten(clause.told, 120)}”)."

    def _whole(self, place: str, base: tuple[Block, ...], body: tuple[Block, ...]) -> tuple[Block, ...]:
        if base and base[0].kind is BlockKind.HEADING and not _says(body[0], base[0]):
            titled = len(body) > 1 and _bare(body[0].text) == _bare(base[0].text)
            return (base[0], *body[1 if titled else 0 :])
        opening = replace(body[0], section=place, label=body[0].label or (base[0].label if base else place))
        return (opening, *body[1:])


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
