"""Random TAs on any contract, and what each place must then say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from tablebook.domain import record as r
from tablebook.domain.codes import Form, Party
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import Block, BlockKind, Run, paragraph, sections_of
from tablebook.domain.values import Part
from tests.unit.domain.table_talk import Table, made, ta

_WORDS = "shall be paid within ten working days of the notice unless both parties agree in writing".split()


@dataclass
class Signed:
    """A negotiation with TAs on it. ``places`` maps (unit, place) to its signed blocks, () for what was struck."""

    table: Table
    places: dict[tuple[str, str], tuple[Block, ...]] = field(default_factory=dict)

    def agree(self, key: str, *parts: Part, unit: UnitKind = UnitKind.ARTICLE, title: str = "") -> None:
        """Pass these parts and sign them."""
        label = f"U-{len(self.table.entries)}"
        form = Form.AMEND if key in self.table.state.items else Form.NEW
        self.table.record(r.TextPassed(key, label, Party.UNION, parts, form=form, unit=unit, title=title))
        self.table.record(ta(self.table, label, key, name=f"TA {len(self.table.entries)}"))
        self.places.update({(key, part.place): () if part.deleted else part.blocks for part in parts})


def words(random: Random) -> str:
    """Some words of contract language."""
    return " ".join(random.choice(_WORDS) for _ in range(random.randrange(3, 9)))


def amended(blocks: tuple[Block, ...], random: Random) -> tuple[Block, ...]:
    """A section's text with words changed, paragraphs added or taken out, cells changed; its heading stays."""
    found = list(blocks)
    for at in range(1, len(found)):
        # A line that names an article reads as a heading already; with other words in it, it would as another one.
        if found[at].kind is not BlockKind.HEADING and "rticle" not in found[at].text[:12] and random.random() < 0.6:
            found[at] = _changed(found[at], random)
    if len(found) == 1 and found[0].kind is BlockKind.PARAGRAPH:
        found[0] = _changed(found[0], random)
    roll = random.random()
    if roll < 0.4:
        found.append(paragraph(f"The parties {words(random)}."))
    elif roll < 0.6 and len(found) > 2 and not found[-1].label:
        del found[-1]
    return tuple(replace(block, source=-1) for block in found)


def _changed(block: Block, random: Random) -> Block:
    if block.kind is BlockKind.TABLE:
        rows = [list(row) for row in block.rows]
        row = random.choice(rows)
        row[random.randrange(len(row))] = f"${random.randrange(30, 99)},{random.randrange(100, 999)}"
        if random.random() < 0.3:
            rows.append([f"{words(random)} {at}" for at in range(len(rows[-1]))])
        return replace(block, rows=tuple(map(tuple, rows)))
    said = block.text.split()
    at = random.randrange(len(said) + 1)
    said[at : at + random.randrange(3)] = words(random).split()
    return replace(block, runs=(Run(" ".join(said)),))


def any_tas(contract: Contract, random: Random, count: int = 6) -> Signed:
    """So many TAs on places that no two of them share."""
    signed = Signed(Table(body=replace(made(), contract=contract)))
    # A preamble is read by how it looks alone: with other words in it, it may be read as none.
    keys = [key for key, article in contract.by_key.items() if article.kind is not UnitKind.PREAMBLE]
    random.shuffle(keys)
    for key in keys[:count]:
        _one(signed, key, contract.by_key[key], random)
    if random.random() < 0.7:
        text = (paragraph(f"The District {words(random)}."), paragraph(f"The Association {words(random)}."))
        signed.agree("New: Recess and Play", Part("", text, new=True), title="Recess and Play")
    return signed


def _one(signed: Signed, key: str, article: Article, random: Random) -> None:
    sections = {place: blocks for place, blocks in sections_of(article.blocks).items() if place and "(" not in place}
    roll = random.random()
    if roll < 0.12:
        signed.agree(key, Part("", deleted=True))
    elif roll < 0.3 or len(sections) < 2:
        lead = article.blocks[:1]
        signed.agree(key, Part("", amended((*lead, *article.blocks[1:]), random)))
    else:
        chosen = random.sample(sorted(sections), random.randrange(1, min(3, len(sections)) + 1))
        parts = [
            Part(place, deleted=True) if random.random() < 0.25 else Part(place, amended(sections[place], random))
            for place in chosen
        ]
        signed.agree(key, *parts)
