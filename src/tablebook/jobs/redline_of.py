"""The redline of an article: all layers against the contract, or any two of its texts. Pure over the negotiation.

A pass on an article may carry an appendix with it. Each unit is compared by itself; the article comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.codes import Party
from tablebook.domain.language import agreements_in_force, closing, compose, current_blocks
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.text import Block, BlockKind, heading
from tablebook.domain.values import Part, PenEdit
from tablebook.redline.compare import compare
from tablebook.redline.layers import layers
from tablebook.redline.marks import Author, Change, MarkedBlock, MarkedRun, Redline
from tablebook.redline.pen import Pen, pen_of

CONTRACT = "contract"
LAST = "last"


def author_of(one: Pass) -> Author:
    """The party and label of a pass, as the redline names them."""
    return Author(one.body.party, one.body.label)


def last_with_text(state: Negotiation, key: str) -> Pass | None:
    """The latest pass on an article that has a text."""
    return next((one for one in reversed(state.passes_on(key)) if one.has_text), None)


def texts_up_to(state: Negotiation, shown: Pass) -> tuple[Pass, ...]:
    """The passes with text on this article up to the shown one, in order. Texts of a package that was refused are left
    out: each article's own last position stands again."""
    found = []
    for one in state.passes_on(shown.body.article):
        refused = one.body.package and one.state == "rejected" and one.id != shown.id
        if one.has_text and not refused:
            found.append(one)
        if one.id == shown.id:
            break
    return tuple(found)


def carried(state: Negotiation, one: Pass) -> tuple[str, ...]:
    """The other units that a pass carries beside its article: an appendix with the article that it belongs to."""
    return tuple(place for place in one.places if state.carried_unit(one.body.article, place))


def unit_text(state: Negotiation, one: Pass, unit: str) -> tuple[Block, ...]:
    """A unit as it lies on the table with this pass: each place as the latest pass that speaks of it has it.

    A counter that is silent on a section neither takes it nor strikes it: what was proposed there still lies there, in
    the hand that wrote it, and no other pass is shown as having changed it.
    """
    blocks, close = current_blocks(state, unit), closing(state, unit)
    for earlier in texts_up_to(state, one):
        if earlier.state == "withdrawn" and earlier.id != one.id:
            continue
        if unit == one.body.article:
            blocks = compose(blocks, earlier.body.parts, close)
            continue
        for part in earlier.body.parts:
            if part.place == unit:
                blocks = () if part.deleted else part.blocks
    return blocks


def _find(state: Negotiation, pass_id: str | None) -> Pass | None:
    return next((one for key, one in state.passes.items() if key == pass_id), None) if pass_id else None


def signed(state: Negotiation, one: Pass, unit: str) -> Pen | None:
    """What was written on this pass with the pen when it was signed, as the joint hand; None where it was signed as
    passed, or not at all."""
    parts: list[Part] = []
    edits: list[PenEdit] = []
    label = ""
    for agreement in agreements_in_force(state, one.body.article):  # one pass may be signed section by section
        for text in agreement.body.texts:
            own = [
                part for part in text.amended if (part.place if part.place in state.items else one.body.article) == unit
            ]
            if text.accepted.id == one.id and own:
                parts.extend(own)
                edits.extend(text.edits)
                label = agreement.body.label
    return joint_hand(state, one, unit, parts, edits, label) if parts else None


def joint_hand(
    state: Negotiation, one: Pass, unit: str, parts: Sequence[Part], edits: Sequence[PenEdit], label: str
) -> Pen:
    """A unit of the pass with parts that were amended at its signing, in the hand of both."""
    before = unit_text(state, one, unit)
    own = unit == one.body.article
    after = (
        compose(before, parts, closing(state, unit)) if own else tuple(block for part in parts for block in part.blocks)
    )
    here = [
        edit for edit in edits if (not state.carried_unit(one.body.article, edit.place) if own else edit.place == unit)
    ]
    return pen_of(Author(Party.JOINT, label), before, after, here)


def clean_text(state: Negotiation, one: Pass) -> tuple[Block, ...]:
    """A pass as it reads without marks, pen edits of its signing included: its article, then each appendix it carries
    under its name."""
    chain = texts_up_to(state, one)
    units = dict.fromkeys(unit for each in chain for unit in carried(state, each))
    joint = signed(state, one, one.body.article)
    blocks = list(joint.blocks if joint else unit_text(state, one, one.body.article))
    for unit in units:
        blocks.append(heading(unit_name(state, unit)))
        blocks.extend(unit_text(state, one, unit))
    return tuple(blocks)


def unit_redlines(
    state: Negotiation, shown: Pass, against: str = CONTRACT, *, as_signed: bool = False
) -> tuple[tuple[str, Redline], ...]:
    """Each unit of the shown pass, its article first, against the contract with all layers ("contract"), the pass
    before ("last"), or any pass by id. ``as_signed`` adds the pen edits of its signing as the last, joint hand."""
    chain = texts_up_to(state, shown)
    units = dict.fromkeys((shown.body.article, *(unit for one in chain for unit in carried(state, one))))
    joint = {unit: signed(state, shown, unit) if as_signed else None for unit in units}
    return tuple((unit, _unit_redline(state, shown, chain, unit, against, joint[unit])) for unit in units)


def _unit_redline(
    state: Negotiation,
    shown: Pass,
    chain: tuple[Pass, ...],
    unit: str,
    against: str,
    joint: Pen | None,
) -> Redline:
    base = current_blocks(state, unit)
    if against == CONTRACT:
        speak = [one for one in chain if unit == one.body.article or unit in carried(state, one)]
        hands = [(author_of(one), unit_text(state, one, unit)) for one in speak]
        return layers(base, hands, joint)
    earlier = chain[:-1][-1:] if against == LAST else ()
    other = _find(state, against) or (earlier[0] if earlier else None)
    old = unit_text(state, other, unit) if other else base
    return compare(old, unit_text(state, shown, unit), author_of(shown))


def joined(state: Negotiation, redlines: tuple[tuple[str, Redline], ...]) -> Redline:
    """Several units as one redline to read; each after the first is headed by its name."""
    blocks: list[MarkedBlock] = []
    changes: list[Change] = []
    inserted = deleted = 0
    for index, (unit, redline) in enumerate(redlines):
        if index:
            blocks.append(unit_head(state, unit))
        blocks.extend(redline.blocks)
        changes.extend(redline.changes if not index else [replace(one, section=unit) for one in redline.changes])
        inserted += redline.words_inserted
        deleted += redline.words_deleted
    return Redline(tuple(blocks), tuple(changes), inserted, deleted)


def unit_head(state: Negotiation, unit: str) -> MarkedBlock:
    """A heading that names a unit: "Appendix A. Salary Schedule, 2026–27"."""
    return MarkedBlock(BlockKind.HEADING, (MarkedRun(unit_name(state, unit)),), level=1)


def unit_name(state: Negotiation, unit: str) -> str:
    """A unit's name and title, as they stand over its text."""
    article = state.items[unit].article
    return f"{article.name}. {article.title}" if article.title and article.title != article.name else article.name


def article_redline(state: Negotiation, key: str, against: str = CONTRACT, shown: str | None = None) -> Redline:
    """The shown pass (None: the latest with text) of an article, compared as ``against`` says. Without any pass: the
    current language, unmarked."""
    one = _find(state, shown) or last_with_text(state, key)
    if one is None:
        blocks = current_blocks(state, key)
        return compare(blocks, blocks)
    if not one.has_text:
        return (
            article_redline(state, key, against, texts_up_to(state, one)[-1].id)
            if texts_up_to(state, one)
            else (compare(current_blocks(state, key), current_blocks(state, key)))
        )
    return joined(state, unit_redlines(state, one, against, as_signed=True))


def two_texts(state: Negotiation, key: str, left: str, right: str) -> Redline:
    """Any two texts of an article ("contract" or a pass id), marked as changed by whoever wrote the right one."""
    older, newer = _find(state, left), _find(state, right)
    units = dict.fromkeys((key, *(unit for one in (older, newer) if one for unit in carried(state, one))))
    author = author_of(newer) if newer else Author(Party.JOINT)
    found = []
    for unit in units:
        old = unit_text(state, older, unit) if older else current_blocks(state, unit)
        new = unit_text(state, newer, unit) if newer else current_blocks(state, unit)
        found.append((unit, compare(old, new, author)))
    return joined(state, tuple(found))


def draft_redline(state: Negotiation, key: str, blocks: tuple[Block, ...], against: str = LAST) -> Redline:
    """Our draft against the contract with all layers, the latest pass ("last"), or any pass; marked as ours."""
    last = last_with_text(state, key)
    author = Author(state.we, "draft")
    if against == CONTRACT or last is None:
        chain = texts_up_to(state, last) if last else ()
        hands = [(author_of(one), unit_text(state, one, key)) for one in chain]
        return layers(current_blocks(state, key), [*hands, (author, blocks)])
    return compare(unit_text(state, _find(state, against) or last, key), blocks, author)
