"""The text a paper started from: the other side's last pass, its own side's last pass, or the contract. The nearest to
what the paper gives as the old text is the one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tablebook.domain.codes import Party
from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import agreed_parts, current_blocks
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.positions import live_passes
from tablebook.domain.text import Block, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.jobs.redline_of import unit_text
from tablebook.redline.compare import compare


@dataclass(frozen=True, slots=True)
class Base:
    """A text that a paper may have started from; ``one`` is None for the contract. ``blocks`` are the places that the
    paper holds, as this text has them; ``distance`` counts the words in which the paper's old text differs."""

    one: Pass | None
    blocks: tuple[Block, ...] = ()
    distance: int = 0

    @property
    def label(self) -> str:
        """What it is called: the pass's label, or "the contract"."""
        return self.one.body.label if self.one else "the contract"


def candidates(state: Negotiation, key: str, party: Party) -> tuple[Pass | None, ...]:
    """Whose text a paper of this party may start from, the likeliest first."""
    texts = [one for one in live_passes(state, key) if one.has_text]
    mine = [one for one in texts if one.body.party is party]
    theirs = [one for one in texts if one.body.party is not party]
    item = state.items.get(key)
    contract = (None,) if item and not item.new else ()
    return (*theirs[-1:], *mine[-1:], *contract)


def text_at(state: Negotiation, key: str, one: Pass | None) -> tuple[Block, ...]:
    """An item as it lay on the table with this pass; the contract for None."""
    return unit_text(state, one, key) if one else current_blocks(state, key)


def blocks_at(text: tuple[Block, ...], places: Iterable[str]) -> tuple[Block, ...]:
    """The blocks of these places, in the order of the text; the whole text for ""."""
    wanted = list(places)
    if "" in wanted:
        return text
    found = sections_of(text)
    return tuple(block for number, blocks in found.items() if number in wanted for block in blocks)


def nearest(state: Negotiation, key: str, party: Party, old: Sequence[Part], places: Sequence[str]) -> Base | None:
    """The text to which the paper's old text, as parts, is nearest in these places; None where the book has none."""
    bases = [_measured(state, key, one, old, places) for one in candidates(state, key, party)]
    bases = [base for base in bases if base.blocks]
    return min(bases, key=lambda base: base.distance, default=None)


def _measured(state: Negotiation, key: str, one: Pass | None, old: Sequence[Part], places: Sequence[str]) -> Base:
    text = text_at(state, key, one)
    if "" not in places:
        text = tuple(_with_agreed(state, key, text, old))
    blocks = blocks_at(text, places)
    return Base(one, blocks, distance(blocks, tuple(block for part in old for block in part.blocks)))


def _with_agreed(state: Negotiation, key: str, text: tuple[Block, ...], old: Sequence[Part]) -> Iterator[Block]:
    """The text, with the agreed words of a section in their place where the paper's old text is nearer to those."""
    agreed = {part.place: part.blocks for part in agreed_parts(state, key) if not part.deleted}
    given = {part.place: part.blocks for part in old}
    for number, blocks in sections_of(text).items():
        signed, paper = agreed.get(number), given.get(number)
        if signed and paper and distance(signed, paper) < distance(blocks, paper):
            yield from signed
        else:
            yield from blocks


def distance(old: Sequence[Block], new: Sequence[Block]) -> int:
    """How many words differ."""
    if [same_words(block.text) for block in old] == [same_words(block.text) for block in new]:
        return 0
    redline = compare(old, new, ignore_typography=True)
    return redline.words_inserted + redline.words_deleted


def whose(state: Negotiation, base: Base, today: date) -> str:
    """ "our last pass, 13:24", "their last pass, 2 Mar", "current language"."""
    if base.one is None:
        return "current language"
    owner = "our" if base.one.body.party is state.we else "their"
    at = base.one.at
    when = f"today {at:%H:%M}" if at.date() == today else f"{at.day} {at:%b}"
    return f"{owner} last pass, {when}"
