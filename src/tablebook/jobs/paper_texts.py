"""What a paper would record on each of its items, and which items those are, before anything is recorded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tablebook.domain.codes import Party
from tablebook.domain.contract import UnitKind, same_number
from tablebook.domain.dataclass import dataclass
from tablebook.domain.item_headings import item_heading
from tablebook.domain.language import current_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.own_heading import called_as, kind_apart
from tablebook.domain.phrases import shorten
from tablebook.domain.text import Block, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.errors import UserError
from tablebook.jobs.amending_paper import amended_items
from tablebook.jobs.findings.keys import fitted
from tablebook.jobs.findings.only_struck import strikes_item
from tablebook.jobs.findings.paper_parts import PaperParts, paper_parts
from tablebook.jobs.findings.remarks import is_remark
from tablebook.jobs.findings.struck_in_place import strikes_words
from tablebook.jobs.own_lines import without_heading
from tablebook.jobs.paper_items import Piece, pieces, signed_between, split_by_target
from tablebook.jobs.place_text import like_text
from tablebook.jobs.received_file import ReceivedFile
from tablebook.jobs.section_openings import with_sections
from tablebook.jobs.targets import Target, find_target

Placed = tuple[Target, tuple[Part, ...], tuple[Block, ...], PaperParts | None]


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item that a paper is on: the words to name it by, its heading and page on the paper, why it is this one, and
    what would be recorded; ``left`` says why nothing can be, for a person to look at."""

    target: Target
    heading: str
    page: int | None
    why: str
    parts: tuple[Part, ...] = ()
    left: str = ""

    @property
    def words(self) -> str:
        """What to give as the article: its key, or "New: Title"."""
        return self.target.key

    @property
    def doubt(self) -> str:
        """What to look at where the paper gives the item another title than the contract, or another number."""
        heading = item_heading(self.heading)
        if heading is None or self.target.new or self.why not in ("number", "title"):
            return ""
        printed = shorten(self.heading, 70)
        if self.why == "number" and heading.title and self.target.title and len(heading.numbers) == 1:
            return f"“{printed}” is taken for {self.words}, which the contract calls “{self.target.title}”."
        return f"“{printed}” is taken for {self.words} by its title." if self.why == "title" and heading.numbers else ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a paper in its order, and the text that belongs to none."""

    items: tuple[FoundItem, ...]
    unplaced: tuple[Block, ...]

    @property
    def left(self) -> tuple[str, ...]:
        """What remains for a person, in sentences: items of which nothing can be recorded, and text of none."""
        said = [f"{_on_page(one.page)}“{shorten(one.heading, 60)}”: {one.left}" for one in self.items if one.left]
        said += [f"{_on_page(one.page)}{one.doubt}" for one in self.items if one.doubt and not one.left]
        if words := " ".join(block.printed for block in self.unplaced if block.printed.strip()):
            said.append(f"{_on_page(self.unplaced[0].page)}no item has this text: “{shorten(words, 160)}”")
        return tuple(said)


def _on_page(page: int | None) -> str:
    return f"Page {page}, " if page else ""


def listing_json(state: Negotiation, listing: Listing) -> dict[str, Any]:
    """The items of a paper as the command line prints them."""
    return {
        "items": [
            {
                "article": one.words,
                "title": one.target.title,
                "new": one.target.key not in state.items,
                "heading": one.heading,
                "page": one.page,
                "placed_by": one.why,
                "parts": [
                    {
                        "place": p.place,
                        "deleted": p.deleted,
                        "new": p.new,
                        "text": "\n".join(b.printed for b in p.blocks),
                    }
                    for p in one.parts
                ],
                "left": one.left or None,
            }
            for one in listing.items
        ],
        "unplaced": [
            {"page": block.page, "text": block.printed} for block in listing.unplaced if block.printed.strip()
        ],
    }


def texts_on(state: Negotiation, items: Sequence[str], party: Party, read: ReceivedFile) -> list[Placed]:
    """Each item once, with its parts and what of the paper is left out; several sections of one article are one
    item."""
    found = _by_key([_in_its_words(state, _target_on(state, words, read), read) for words in items])
    firsts = [targets[0] for targets in found.values()]
    came = fitted(state, firsts, party, read)
    cut, old = _both(state, firsts, came)
    between = signed_between(state, came.blocks, came.old or ())
    result: list[Placed] = []
    for key, targets in found.items():
        target = targets[0] if len(targets) == 1 else replace(targets[0], place="")
        parts = item_parts(state, target, cut[key], old.get(key), several=len(found) > 1)
        result.append((target, parts.parts, (*between, *parts.left_out), parts))
        between = ()
    return result


def _target_on(state: Negotiation, words: str, read: ReceivedFile) -> Target:
    """What a person means by these words; an article that the contract does not have is a new one where the paper has
    its heading, with that number and title."""
    try:
        return find_target(state, words)
    except UserError:
        named = re.fullmatch(r"(?i)\s*(?:(?:article|art\.)\s+)?([\w-]+)\.?\s*", words)
        for piece in pieces(state, read.blocks, read.old or ()) if named else ():
            heading = item_heading(piece.heading)
            if heading is None or heading.kind is not UnitKind.ARTICLE or len(piece.targets) != 1:
                continue
            target = piece.targets[0]
            if target.new and target.title and any(same_number(one, named[1]) for one in heading.numbers if named):
                return target
        raise


def _in_its_words(state: Negotiation, target: Target, read: ReceivedFile) -> Target:
    """A new memorandum under the name that its paper gives such papers: "Memorandum of Agreement: Recess", though
    somebody calls it "MOU Recess", or "New: Recess"."""
    said, title = kind_apart(target.title)
    kinds = (UnitKind.MOU, UnitKind.ARTICLE)
    if not target.new or target.unit not in kinds or said.casefold() not in ("mou", ""):
        return target
    headings = (kind_apart(piece.heading) for piece in pieces(state, read.blocks, read.old or ()))
    own = next(
        (kind for kind, rest in headings if kind and same_words(rest).casefold() == same_words(title).casefold()), ""
    )
    if not own or (own.casefold() == "mou" and target.unit is UnitKind.MOU):
        return target
    if own.casefold() == "mou":
        return replace(target, unit=UnitKind.MOU, title=f"MOU {title}")
    return replace(target, unit=UnitKind.MOU, title=f"{called_as(UnitKind.MOU, own)}: {title}")


def _by_key(targets: Sequence[Target]) -> dict[str, list[Target]]:
    found: dict[str, list[Target]] = {}
    for target in targets:
        found.setdefault(target.key, []).append(target)
    return found


def _both(
    state: Negotiation, targets: Sequence[Target], came: ReceivedFile
) -> tuple[dict[str, tuple[Block, ...]], dict[str, tuple[Block, ...]]]:
    cut = split_by_target(state, targets, came.blocks, came.old or ())
    return cut, split_by_target(state, targets, came.old, came.blocks) if came.old is not None else {}


def item_parts(
    state: Negotiation, target: Target, new: Sequence[Block], old: Sequence[Block] | None, *, several: bool
) -> PaperParts:
    """The parts of one item; an item whose heading and text are struck is deleted."""
    known = target.key in state.items
    struck = bool(not new and old and known and not strikes_words(state, target, old))
    if struck and (not without_heading(state, target, tuple(old or ()))[0] or strikes_item(state, target, old or ())):
        return PaperParts(target, (Part(target.place, deleted=True),), None)
    if not new and not old and several:
        name = state.items[target.key].article.name if known else target.key
        raise UserError(
            f"The paper has no text on {name}.",
            "Its heading or sections were not found.",
            "Pass it alone, or name other items.",
        )
    return paper_parts(state, target, new, old)


def found_items(state: Negotiation, came: ReceivedFile, party: Party) -> Listing:
    """All items that a paper is on, by its headings and sections, each with the text that it would record."""
    loose: list[Block] = []
    headed: dict[str, tuple[Target, Piece]] = {}
    for blocks, beside in ((came.blocks, came.old or ()), (came.old or (), came.blocks)):
        for piece in pieces(state, blocks, beside):
            if not piece.targets and blocks is came.blocks:
                loose += piece.blocks
            for target in piece.targets:
                headed.setdefault(target.key, (target, piece))
    articles = {key: piece for key, (target, piece) in headed.items() if not _new_memorandum(state, target)}
    told_of = amended_items(state, came.blocks)
    # The name of an article below its clause stands in the language that the clause gives.
    named = all(key in told_of and all(one.printed != told_of[key] for one in articles[key].blocks) for key in articles)
    if named:
        clauses = {find_target(state, key): told for key, told in told_of.items()}
        if clauses:
            headed = {one.key: (one, Piece((one,), told, "clause", came.blocks)) for one, told in clauses.items()}
            loose = []
    if not headed:
        return Listing((), tuple(loose))
    targets = [replace(target, place="") for target, _ in headed.values()]
    came = fitted(state, targets, party, came)
    cut, old = _both(state, targets, came)
    order = sorted(headed.values(), key=lambda one: one[1].blocks[0].source)
    items = [_item(state, replace(target, place=""), piece, cut, old) for target, piece in order]
    return Listing(tuple(items), tuple(loose))


def _new_memorandum(state: Negotiation, target: Target) -> bool:
    return target.unit is UnitKind.MOU and target.key not in state.items


def _item(
    state: Negotiation,
    target: Target,
    piece: Piece,
    cut: dict[str, tuple[Block, ...]],
    old: dict[str, tuple[Block, ...]],
) -> FoundItem:
    item = FoundItem(target, piece.heading, piece.blocks[0].page, piece.why)
    try:
        parts = item_parts(state, target, cut[target.key], old.get(target.key), several=True).parts
    except UserError as error:
        return replace(item, left=" ".join(filter(None, (error.what, error.why))))
    if not any(part.deleted for part in parts) and _another(state, item, cut[target.key]):
        return replace(
            item,
            left=f"it has the number of {item.words}, which is “{target.title}”, and nothing of its text. "
            "Name the article that it is, or a new one.",
        )
    return replace(item, parts=parts)


def _another(state: Negotiation, item: FoundItem, blocks: Sequence[Block]) -> bool:
    """Whether a text has only the number of an item, under another title and with no section like its own: where other
    articles come in before it, the paper's numbers are those of the next contract."""
    heading = item_heading(item.heading)
    if not item.doubt or item.why != "number" or heading is None or heading.section or is_remark(heading.title):
        return False
    key = item.target.key
    shown = with_sections(state, key, blocks)
    now = current_blocks(state, key)
    titles = {same_words(block.text).casefold() for block in now if block.section and block.text.strip()}
    if any(block.section and same_words(block.text).casefold() in titles for block in shown):
        return False
    texts = [(place_blocks(state, key, place), text) for place, text in sections_of(shown).items() if place]
    return bool(now and shown) and not any(like_text(*pair) for pair in [*texts, (now, shown)])


def current_parts(state: Negotiation, targets: Sequence[Target]) -> tuple[Part, ...]:
    """The contract's own words in these places, for an answer that means them."""
    blocks = {target.place: place_blocks(state, target.key, target.place) for target in targets}
    return tuple(Part(place, text) for place, text in blocks.items() if text)


def without_paper(state: Negotiation, items: Sequence[str], *, current: bool) -> list[Placed]:
    """The items of an answer that has no text of its own: with the contract's words, or none."""
    found = _by_key([find_target(state, words) for words in items])
    return [(targets[0], current_parts(state, targets) if current else (), (), None) for targets in found.values()]
