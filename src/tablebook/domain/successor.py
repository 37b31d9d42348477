"""The successor agreement: the current contract with the signed texts put in, each block with where it comes from.

Nothing is settled here by the order in which TAs were signed: where two say other words of one place, the current
language stands and the clash is listed. So it does where a TA says what to do and nobody has confirmed the result.
"""

from __future__ import annotations

from dataclasses import field, replace

from tablebook.domain.assembled import Piece, Unit, assembled_unit
from tablebook.domain.claims import Clash, Lapsed, claims, lapsed
from tablebook.domain.conforming import Conformed, conformed, conforming_for
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import closing
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.new_units import Numbered, place_new
from tablebook.domain.references import Reference, references
from tablebook.domain.text import Block
from tablebook.domain.waiting_texts import Waiting, waiting_texts


@dataclass(frozen=True, slots=True)
class Successor:
    """The whole successor agreement and what is to be known about it. ``units`` are in its print order, deleted ones
    where they stood. ``clashes`` stop it until a person has settled them, and so do texts that only say what to do,
    which are ``waiting`` for somebody to confirm what they come to: current language stands there."""

    contract: Contract
    units: tuple[Unit, ...]
    clashes: tuple[Clash, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    numbered: tuple[Numbered, ...] = ()
    references: tuple[Reference, ...] = ()
    conformed: tuple[Conformed, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    by_key: dict[str, Unit] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.by_key.update((unit.key, unit) for unit in self.units)

    @property
    def not_agreed(self) -> tuple[str, ...]:
        """The units of which no TA in force speaks, or none that stands: they keep their current language."""
        waiting = {one.unit for one in self.waiting}
        return tuple(unit.key for unit in self.units if not unit.agreements and unit.key not in waiting)

    @property
    def ready(self) -> bool:
        """Whether nothing is left that only the parties can settle. What lapsed is for them to look at: their own TA
        replaced it."""
        return not self.clashes and not self.waiting

    def article_of(self, state: Negotiation, key: str) -> Article:
        """An item under the number and title that it has in the agreement, else as it is in the book."""
        unit = self.by_key.get(key)
        return (unit.article if unit is not None else None) or state.items[key].article


def assemble(state: Negotiation) -> Successor:
    """The successor agreement as it stands now. What is not under a TA keeps its current contract language."""
    told = waiting_texts(state)
    held = claims(state, told)
    standing: list[Unit] = []
    new: list[Unit] = []
    clashes: list[Clash] = []
    for key, item in state.items.items():
        # Ground rules are agreed beside the contract; a new item that no TA holds is in neither agreement.
        if item.article.kind is UnitKind.GROUND_RULES or (item.new and key not in held):
            continue
        unit, unclear = assembled_unit(key, item.article, item.new, held.get(key, ()), closing(state, key))
        (new if item.new else standing).append(unit)
        clashes.extend(unclear)
    units, numbered = place_new(_closed_above(state, standing), new)
    units, changed = _conform(state, units)
    contract = Contract(state.contract.title, tuple(unit.article for unit in units if unit.article is not None))
    gone = lapsed(state, held, told)
    return Successor(contract, units, tuple(clashes), gone, numbered, references(units), changed, told)


def _closed_above(state: Negotiation, units: list[Unit]) -> list[Unit]:
    """The units, where the one is struck that ends the contract, with its lines to sign below the article above it."""
    gone = next((at for at, unit in enumerate(units) if unit.article is None and closing(state, unit.key)), len(units))
    base = units[gone].base if gone < len(units) else None
    memo = base is not None and base.kind is UnitKind.MOU
    above = [
        at for at, one in enumerate(units[:gone]) if one.article and (memo or one.article.kind is UnitKind.ARTICLE)
    ]
    if gone == len(units) or not above:
        return units
    close, holds = closing(state, units[gone].key), units[above[-1]]
    assert holds.article is not None
    article = replace(holds.article, blocks=(*holds.article.blocks, *close))
    units[above[-1]] = replace(holds, article=article, pieces=(*holds.pieces, Piece("", close)))
    return units


def _conform(state: Negotiation, units: tuple[Unit, ...]) -> tuple[tuple[Unit, ...], tuple[Conformed, ...]]:
    """The units with the initialled clean-ups made in them. Each block keeps the source that it came from."""
    made: list[Unit] = []
    found: list[Conformed] = []
    for unit in units:
        changes = conforming_for(state, unit.key)
        if not changes or unit.article is None:
            found.extend(Conformed(label, one, 0) for label, one in changes)
            made.append(unit)
            continue
        title, blocks, done = conformed(unit.article.title, unit.article.blocks, changes)
        found.extend(done)
        article = replace(unit.article, title=title, blocks=blocks)
        made.append(replace(unit, article=article, pieces=_in_pieces(unit, blocks)))
    return tuple(made), tuple(found)


def _in_pieces(unit: Unit, blocks: tuple[Block, ...]) -> tuple[Piece, ...]:
    """The unit's pieces over its changed blocks; a piece whose section was renumbered is named by its new number."""
    pieces, at = [], 0
    for piece in unit.pieces:
        mine = blocks[at : at + len(piece.blocks)]
        at += len(piece.blocks)
        pieces.append(
            replace(piece, place=next((one.section for one in mine if one.section), piece.place), blocks=mine)
        )
    return tuple(pieces)
