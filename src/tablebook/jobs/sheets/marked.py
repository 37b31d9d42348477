"""The marked text of one paper: the redline of a pass, cut to the places that the pass is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tablebook.domain.fold import item_for
from tablebook.domain.language import closing
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.record import TextPassed, TextPrepared
from tablebook.domain.text import same_words
from tablebook.domain.values import EntryId
from tablebook.jobs.redline_of import carried, unit_head, unit_redlines
from tablebook.redline.marks import MarkedBlock


def as_pass(state: Negotiation, entry: EntryId) -> Pass:
    """A passed text, or a prepared one as if it were handed over now; KeyError for any other entry."""
    if entry in state.passes:
        return state.passes[entry]
    prepared = state.prepared[entry]
    values = {name: getattr(prepared, name) for name in TextPrepared.__slots__}
    return Pass(entry, TextPassed(**values), state.entries[entry].at, state.session_of.get(entry))


def with_pass(state: Negotiation, one: Pass) -> Negotiation:
    """The negotiation as it would be had this text been passed: for printing what is prepared, or still a draft."""
    if one.id in state.passes:
        return state
    after = state.clone()
    item = item_for(state, one.body)
    after.passes[one.id] = one
    after.items[item.key] = replace(item, passes=(*item.passes, one.id))
    return after


def pass_marks(state: Negotiation, one: Pass) -> tuple[MarkedBlock, ...]:
    """All layers up to a pass against the contract, only the places it holds."""
    if not one.has_text:
        return ()
    state = with_pass(state, one)
    blocks: list[MarkedBlock] = []
    for unit, redline in unit_redlines(state, one):
        if unit == one.body.article:
            places = [place for place in one.places if not state.carried_unit(unit, place)]
            blocks.extend(without_lines_to_sign(state, unit, only_sections(redline.blocks, places)))
        elif unit in carried(state, one):
            blocks.extend((unit_head(state, unit), *redline.blocks))
    return tuple(blocks)


def only_sections(blocks: Sequence[MarkedBlock], places: Sequence[str]) -> tuple[MarkedBlock, ...]:
    """The blocks of these sections, in order; everything where the whole article ("") is among them."""
    if "" in places:
        return tuple(blocks)
    kept: list[MarkedBlock] = []
    current = ""
    for block in blocks:
        current = block.section or current
        if current in places:
            kept.append(block)
    return tuple(kept)


def without_lines_to_sign(state: Negotiation, unit: str, blocks: Sequence[MarkedBlock]) -> tuple[MarkedBlock, ...]:
    """A redline without the lines that the contract is signed on at its end, where they stay as they are: a paper has
    its own."""
    close = {_words(cell for row in one.rows for cell in row) or _words([one.text]) for one in closing(state, unit)}
    end = len(blocks)
    while end and not _is_marked(blocks[end - 1]) and _words(run.text for run in blocks[end - 1].all_runs) in close:
        end -= 1
    return tuple(blocks[:end])


def _is_marked(block: MarkedBlock) -> bool:
    return any(run.writer or run.striker for run in block.all_runs)


def _words(texts: Iterable[str]) -> str:
    return same_words(" ".join(texts))
