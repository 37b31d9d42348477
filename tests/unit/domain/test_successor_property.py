"""Any TAs on any contract: each signed place says exactly what was signed, and every other block is the contract's."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.successor import assemble
from tablebook.domain.text import Block, heading, paragraph, section_places, table
from tests.unit.domain.any_tas import any_tas

NUMBERINGS = (
    lambda article, section: f"{article}.{section}",
    lambda article, section: str(section),
    lambda article, section: chr(64 + section),
    lambda article, section: ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[section - 1],
)


def contract(random: Random) -> Contract:
    """A contract in one of the numberings seen, with an opening, lists and tables, and numbers printed twice."""
    numbered = random.choice(NUMBERINGS)
    units = []
    for number in range(1, random.randrange(4, 9)):
        blocks: list[Block] = [paragraph("The parties agree as follows.")] if random.random() < 0.3 else []
        for section in range(1, random.randrange(2, 9)):
            place = numbered(number, section)
            blocks.append(heading(f"Title {section}", place, section=place, level=2))
            blocks += [paragraph(f"Words {number} {section} {at}.") for at in range(random.randrange(1, 3))]
            blocks += [paragraph("a point", f"{letter}.", level=1) for letter in "abc"[: random.randrange(4)]]
        units.append(Article(UnitKind.ARTICLE, str(number), f"Subject {number}", tuple(blocks)))
    scale = table([("Step", "BA", "MA"), ("1", "$50,000", "$54,000"), ("2", "$51,000", "$55,000")])
    units.append(Article(UnitKind.APPENDIX, "A", "Salary schedule", (paragraph("In force from July 1."), scale)))
    if random.random() < 0.3:
        units.insert(2, units[1])
    return Contract("Agreement", tuple(units))


@given(st.integers(0, 10**6))
def test_signed_places_say_what_was_signed_and_nothing_else_moves(seed: int) -> None:
    random = Random(seed)
    base = contract(random)
    signed = any_tas(base, random)
    successor = assemble(signed.table.state)
    assert successor.ready
    touched = {unit for unit, _ in signed.places}
    for key, article in base.by_key.items():
        unit = successor.by_key[key]
        if key not in touched:
            assert unit.article == article
            assert not unit.agreements
            continue
        if unit.article is None:
            assert signed.places == {**signed.places, (key, ""): ()}
            continue
        assert tuple(block for piece in unit.pieces for block in piece.blocks) == unit.article.blocks
        now = {piece.place: piece.blocks for piece in unit.pieces}
        if (key, "") in signed.places:
            assert unit.article.blocks == signed.places[key, ""]
            continue
        for place, start, end in section_places(article.blocks):
            agreed = signed.places.get((key, place))
            assert now.get(place, ()) == (article.blocks[start:end] if agreed is None else agreed)
    assert [one.key for one in successor.units if one.base is not None] == list(base.by_key)


@pytest.mark.parametrize("seed", range(5))
def test_assembling_twice_gives_the_same(seed: int) -> None:
    signed = any_tas(contract(Random(seed)), Random(seed))
    assert assemble(signed.table.state) == assemble(signed.table.state)
