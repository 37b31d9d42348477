"""The redline of an article: all layers against the contract, or any two of its texts. Pure over the negotiation."""

from __future__ import annotations

from tablebook.domain.codes import Party, PassKind
from tablebook.domain.language import compose, current_blocks, pass_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.text import Block
from tablebook.redline.compare import compare
from tablebook.redline.layers import layers
from tablebook.redline.marks import Author, Redline

CONTRACT = "contract"
LAST = "last"


def author_of(one: Pass) -> Author:
    """The party and label of a pass, as the redline names them."""
    return Author(one.body.party, one.body.label)


def with_other_units(state: Negotiation, one: Pass, blocks: tuple[Block, ...], own: bool) -> tuple[Block, ...]:
    """An article's blocks followed by those of the appendices that the pass carries: as passed, or as in force."""
    extra: list[Block] = []
    for part in one.body.parts:
        if part.place and part.place in state.items and part.place != one.body.article:
            extra.extend(part.blocks if own else place_blocks(state, one.body.article, part.place))
    return (*blocks, *extra)


def text_of(state: Negotiation, one: Pass) -> tuple[Block, ...]:
    """The article as the pass would have it, with the appendices it carries behind."""
    return with_other_units(state, one, pass_blocks(state, one), own=True)


def base_of(state: Negotiation, one: Pass) -> tuple[Block, ...]:
    """The current language of everything the pass is about."""
    return with_other_units(state, one, current_blocks(state, one.body.article), own=False)


def texts_up_to(state: Negotiation, shown: Pass) -> tuple[Pass, ...]:
    """The passes with text on this article up to the shown one, in order; another package's texts are left out once
    it was refused."""
    found = []
    for one in state.passes_on(shown.body.article):
        if one.body.kind in (PassKind.REJECT, PassKind.CONCEPT) or not one.body.parts:
            continue
        if one.body.package and one.state == "rejected" and one.id != shown.id:
            continue
        found.append(one)
        if one.id == shown.id:
            break
    return tuple(found)


def last_with_text(state: Negotiation, key: str) -> Pass | None:
    """The latest pass on an article that has a text."""
    for one in reversed(state.passes_on(key)):
        if one.body.parts and one.body.kind not in (PassKind.REJECT, PassKind.CONCEPT):
            return one
    return None


def article_redline(state: Negotiation, key: str, against: str = CONTRACT, shown: str | None = None) -> Redline:
    """The shown pass (None: the latest) of an article against the contract with all layers ("contract"), the pass
    before it ("last"), or any pass by its id. Without any pass: the current language, unmarked."""
    one = state.passes[shown] if shown in state.passes else last_with_text(state, key)  # type: ignore[index]
    if one is None:
        blocks = current_blocks(state, key)
        return compare(blocks, blocks)
    if against == CONTRACT:
        chain = texts_up_to(state, one)
        return layers(_widest_base(state, chain), [(author_of(p), _widest(state, p, chain)) for p in chain])
    if against == LAST:
        earlier = texts_up_to(state, one)[:-1]
        other = earlier[-1] if earlier else None
    else:
        other = state.passes.get(against)  # type: ignore[call-overload]
    old = text_of(state, other) if other else base_of(state, one)
    return compare(old, text_of(state, one), author_of(one))


def _carried(state: Negotiation, chain: tuple[Pass, ...]) -> tuple[str, ...]:
    """The other units that any pass of the chain carries, once each."""
    own = chain[-1].body.article
    places = (part.place for one in chain for part in one.body.parts)
    return tuple(dict.fromkeys(place for place in places if place and place in state.items and place != own))


def _widest_base(state: Negotiation, chain: tuple[Pass, ...]) -> tuple[Block, ...]:
    key = chain[-1].body.article
    extra = (block for unit in _carried(state, chain) for block in current_blocks(state, unit))
    return (*current_blocks(state, key), *extra)


def _widest(state: Negotiation, one: Pass, chain: tuple[Pass, ...]) -> tuple[Block, ...]:
    """A pass's text with every unit the chain carries; a unit it does not carry is as in force, so that leaving an
    appendix out of one paper does not read as striking it."""
    parts = {part.place: part.blocks for part in one.body.parts}
    extra = (b for unit in _carried(state, chain) for b in parts.get(unit, current_blocks(state, unit)))
    return (*pass_blocks(state, one), *extra)


def two_texts(state: Negotiation, key: str, left: str, right: str) -> Redline:
    """Any two texts of an article ("contract" or a pass id), marked as changed by whoever wrote the right one."""
    one = state.passes.get(right)  # type: ignore[call-overload]
    other = state.passes.get(left)  # type: ignore[call-overload]
    new = text_of(state, one) if one else (base_of(state, other) if other else current_blocks(state, key))
    old = text_of(state, other) if other else (base_of(state, one) if one else current_blocks(state, key))
    return compare(old, new, author_of(one) if one else Author(Party.JOINT))


def draft_redline(state: Negotiation, key: str, blocks: tuple[Block, ...], against: str = LAST) -> Redline:
    """Our draft against the contract or against the latest pass, marked as ours."""
    last = last_with_text(state, key)
    author = Author(state.we, "draft")
    if against == CONTRACT or last is None:
        chain = texts_up_to(state, last) if last else ()
        return layers(
            current_blocks(state, key), [*((author_of(p), pass_blocks(state, p)) for p in chain), (author, blocks)]
        )
    other = state.passes.get(against) or last  # type: ignore[call-overload]
    return compare(compose(pass_blocks(state, other), ()), blocks, author)
