"""What a paper strikes whole: sections that stand in its old text alone, or all of an item below its heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from tablebook.domain.language import compose, current_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import Block, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.errors import UserError
from tablebook.jobs.findings.shown_by_title import ever
from tablebook.jobs.own_lines import without_heading
from tablebook.jobs.place_text import opening_changed
from tablebook.jobs.targets import Target

NEARLY_ALL = 0.9
"""So much of a text's words must be struck for it to be struck whole."""


def only_struck(state: Negotiation, target: Target, new: Sequence[Block], old: Sequence[Block]) -> bool:
    """Whether a paper on an item with sections shows only some that it strikes: all else on it is its heading, lines
    that it does not change, or the item's opening as it stands."""
    item = state.items.get(target.key)
    if item is None or target.place or not item.article.sections or any(block.section for block in new):
        return False
    known = {one.number for one in item.article.sections}
    before = [same_words(block.printed) for block in old]
    struck = any(block.section in known for block in old)
    return struck and all(same_words(block.printed) in before for block in new)


def struck_sections(
    state: Negotiation, target: Target, new: Sequence[Block], old: Sequence[Block], here: Set[str]
) -> tuple[str, ...]:
    """The sections that stand in the old text alone: the paper strikes them whole. ``here`` are those of which it says
    something; a new text of the whole item without sections strikes none by itself."""
    if target.place or ("" in here and not any(block.section for block in new)):
        if not opening_changed(state, target, new):
            return ()
    shown = {block.section for block in new if block.section} | here
    return tuple(
        place for place in sections_of(tuple(old)) if place and place not in shown and ever(state, target.key, place)
    )


def strike(parts: Sequence[Part], sections: Sequence[str]) -> tuple[Part, ...]:
    """The parts with these sections struck, also inside a part that is the whole item."""
    gone = tuple(Part(place, deleted=True) for place in sections)
    if not any(not part.place for part in parts):
        return (*parts, *gone)
    return tuple(
        part if part.place or part.deleted else Part("", compose(part.blocks, gone), new=part.new) for part in parts
    )


def all_if_all(state: Negotiation, target: Target, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, or the striking of the item where no section and no word of it remains."""
    left = compose(current_blocks(state, target.key), parts)
    return tuple(parts) if any(block.text.strip() or block.rows for block in left) else (Part("", deleted=True),)


def strikes_item(state: Negotiation, target: Target, old: Sequence[Block]) -> bool:
    """Whether a paper that shows no word that stays strikes all of its item, or of the section that it is on; refused
    where it strikes a part only, since nobody knows what it says of the rest."""
    now = place_blocks(state, target.key, target.place)
    body = without_heading(state, target, tuple(old))[0]
    if not now or not body:
        return False
    own, gone = (Counter(same_words(" ".join(one.text for one in some)).casefold().split()) for some in (now, body))
    if (own & gone).total() >= NEARLY_ALL * own.total():
        return True
    name = state.items[target.key].article.name
    raise UserError(
        f"The paper strikes a part of {name} and shows none of its words that stay.",
        "It does not say where the struck words stand.",
        "Type the text as it reads without them.",
    )
