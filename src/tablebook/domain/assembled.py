"""One unit of the successor agreement: its current language with what TAs say of it put in its places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.claims import Claim, Clash, clash
from tablebook.domain.closing_lines import above_closing, closing_at
from tablebook.domain.contract import Article
from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import first_after
from tablebook.domain.own_heading import own_heading, retitled
from tablebook.domain.text import Block, section_places


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks that stand together and come from one text: the TA of that label, or "" for current contract language.
    ``place`` is the section, or "" for what stands before the first and for a unit without sections."""

    place: str
    blocks: tuple[Block, ...]
    agreement: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the book in the successor: ``base`` as it stands in the contract (None: new), ``article`` as it will
    stand (None: deleted), the pieces it is made of, what TAs struck (in the words of the contract), and the TA that
    gave it another title."""

    key: str
    base: Article | None
    article: Article | None
    pieces: tuple[Piece, ...] = ()
    struck: tuple[Piece, ...] = ()
    retitled: str = ""

    @property
    def agreements(self) -> tuple[str, ...]:
        """The labels of the TAs that brought words or struck some, each once."""
        labels = (piece.agreement for piece in (*self.pieces, *self.struck))
        return tuple(dict.fromkeys(label for label in (*labels, self.retitled) if label))

    @property
    def sources(self) -> tuple[str, ...]:
        """For each block of the article, the TA that it comes from, or "" for current contract language."""
        return tuple(piece.agreement for piece in self.pieces for _ in piece.blocks)


def assembled_unit(
    key: str, article: Article, new: bool, claims: Sequence[Claim], close: tuple[Block, ...] = ()
) -> tuple[Unit, tuple[Clash, ...]]:
    """A unit with all that TAs in force say of it, and the places where they say different things. ``close`` are the
    lines to sign where the contract is signed below this unit."""
    base = None if new else article
    current = _pieces(base.blocks if base else ())
    wholes = [claim for claim in claims if not claim.place]
    if wholes and (both := _whole_clash(key, wholes, [claim for claim in claims if claim.place])):
        return Unit(key, base, base, tuple(current)), (both,)
    whole = wholes[-1] if wholes else None
    title, pieces, retitling = article, list(current), ""
    if whole is not None:
        title, body = _titled(article, new, whole)
        pieces = _pieces(body, whole.agreement)
        retitling = whole.agreement if base is not None and title.title != base.title else ""
        for place in whole.open:
            _put(pieces, Piece(place, _blocks(current, place)))
    clashes = []
    for place in dict.fromkeys(claim.place for claim in claims if claim.place):
        said = [claim for claim in claims if claim.place == place]
        own = whole is not None and any(claim.agreement == whole.agreement for claim in said)  # amended at signing
        over = [whole.at(place)] if whole is not None and not own and place not in whole.open else []
        if unclear := clash(key, place, [*over, *said]):
            clashes.append(unclear)
            _put(pieces, Piece(place, _blocks(current, place)))
        else:
            _put(pieces, Piece(place, () if said[-1].deleted else _opening(place, said[-1].blocks), said[-1].agreement))
    gone = whole is not None and whole.deleted
    if close and claims and not gone:
        pieces = _closed(pieces, current, close)
        current = [replace(piece, blocks=above_closing(piece.blocks, close)) for piece in current]
    blocks = tuple(block for piece in pieces for block in piece.blocks)
    after = None if gone else replace(title, blocks=blocks)
    if base is not None and after == base:
        after = base
    if base is None and not blocks:
        after = None
    return Unit(key, base, after, tuple(pieces), _struck(current, pieces, claims), retitling), tuple(clashes)


def _whole_clash(key: str, wholes: Sequence[Claim], parts: Sequence[Claim]) -> Clash | None:
    """Two texts of the whole that differ, or a unit struck whole of which another TA has words."""
    struck = any(claim.deleted for claim in wholes)
    against = [claim for claim in parts if not claim.deleted] if struck else []
    if against or clash(key, "", wholes):
        return Clash(key, "", (*wholes, *parts))
    return None


def _titled(article: Article, new: bool, whole: Claim) -> tuple[Article, tuple[Block, ...]]:
    """The unit with the title that the signed text gives it, and the text without that heading."""
    heading = own_heading(article.kind, whole.blocks)
    if heading is None or not (new or retitled(article, heading)):
        return article, whole.blocks
    number = (new and heading.number) or article.number
    return replace(article, number=number, title=heading.title or article.title), whole.blocks[heading.blocks :]


def _pieces(blocks: tuple[Block, ...], agreement: str = "") -> list[Piece]:
    return [Piece(place, blocks[start:end], agreement) for place, start, end in section_places(blocks)]


def _blocks(pieces: Sequence[Piece], place: str) -> tuple[Block, ...]:
    return next((piece.blocks for piece in pieces if piece.place == place), ())


def _opening(place: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A section's text whose first block says that the section opens there, as a typed one may not."""
    if not blocks or any(block.section for block in blocks):
        return blocks
    return (replace(blocks[0], section=place), *blocks[1:])


def _put(pieces: list[Piece], piece: Piece) -> None:
    """Put a piece in its place, or take the place out where the piece has no words. A new section goes before the
    first that follows it by its number."""
    at = next((i for i, other in enumerate(pieces) if other.place == piece.place), None)
    if at is not None:
        pieces[at : at + 1] = [piece] if piece.blocks else []
    elif piece.blocks:
        before = first_after(piece.place, [other.place for other in pieces])
        pieces.insert(len(pieces) if before is None else before, piece)


def _closed(pieces: list[Piece], current: Sequence[Piece], close: tuple[Block, ...]) -> list[Piece]:
    """The pieces with the contract's lines to sign at the end, as the contract's own words: a TA's text has them from
    there. They stand behind a new last section, and where the section went that they stood in."""
    found = next((n for n, piece in enumerate(pieces) if closing_at(piece.blocks, close) is not None), None)
    if found is None:
        stood = next((piece.place for piece in current if closing_at(piece.blocks, close) is not None), None)
        went = stood is not None and all(piece.place != stood for piece in pieces)
        return [*pieces, Piece("", close)] if went and pieces else pieces
    holds, last = pieces[found], pieces[-1]
    if holds is last and not last.agreement:
        return pieces
    pieces[found] = replace(holds, blocks=above_closing(holds.blocks, close))
    return [piece for piece in (*pieces, Piece("", close)) if piece.blocks]


def _struck(current: Sequence[Piece], pieces: Sequence[Piece], claims: Sequence[Claim]) -> tuple[Piece, ...]:
    """The places of the contract that are no more, in the contract's words, each with the TA that took it out."""
    stand = {piece.place for piece in pieces}
    by = {claim.place: claim.agreement for claim in claims}
    return tuple(
        replace(piece, agreement=by.get(piece.place, by.get("", ""))) for piece in current if piece.place not in stand
    )
