"""Put a typed, pasted or received text in its place: which item, which sections, and what is only a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tablebook.domain.language import compose, current_blocks, place_blocks, successor_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import Block, BlockKind, blocks_from_lines, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.errors import UserError
from tablebook.jobs.own_lines import names_item, without_foot, without_heading
from tablebook.jobs.section_openings import after_title, known_number, with_sections
from tablebook.jobs.struck_text import or_struck, strikes_all
from tablebook.jobs.targets import Target
from tablebook.jobs.whole_sections import instructed, renumbered


def parts_for(
    state: Negotiation, target: Target, blocks: Sequence[Block], *, whole: bool = False, head: Block | None = None
) -> tuple[Part, ...]:
    """A text as the parts of a pass on that target. It may hold the whole item, with or without its heading, or some
    of its sections; sections it does not hold stay as they are. With ``whole`` it is one part even so; ``head`` is its
    line with a new title for the item, which stands above that part."""
    body, _ = without_foot(without_heading(state, target, tuple(blocks))[0])
    if not body or (head is None and not target.new and names_item(state, target.key, body)):
        raise UserError("The text is empty.", "A pass needs the words that were handed over.", "Paste or type them.")
    if target.place:
        return (or_struck(state, target.key, _one_section(state, target, body)),)
    known, found, lead = _by_sections(state, target.key, body)
    if head is not None:
        lead = tuple(block for block in lead if same_words(block.printed) != same_words(head.printed))
    opening = sections_of(current_blocks(state, target.key)).get("", ())
    above = (head,) if head is not None else ()
    if known and not found and ((above and not lead) or like_text(opening, lead)):
        # The article's title or its opening alone: its sections stay.
        return (Part("", (*above, *_compose_whole(state, target.key, lead or opening, ()))),)
    if target.key in state.items and not found and strikes_all(state, target.key, body):
        return (Part("", deleted=True),)
    if not found or not known:
        return (Part("", body, new=target.key not in state.items),)
    if told := instructed(lead):
        return (Part("", (*told, *(block for text in found.values() for block in text))),)
    shown = {known_number(known, target.key, number): text for number, text in found.items()}
    parts = tuple(
        or_struck(
            state, target.key, Part(number, _with_title(state, target.key, number, text), new=number not in known)
        )
        for number, text in shown.items()
    )
    parts = (*parts, *(Part(old, deleted=True) for old in moved_on_paper(state, target.key, parts)))
    if whole or head is not None or _lead_changed(state, target.key, lead):
        lead = lead if like_text(opening, lead) else opening
        return (Part("", (*above, *_compose_whole(state, target.key, lead, parts))),)
    return parts


def moved_on_paper(state: Negotiation, key: str, parts: Sequence[Part]) -> dict[str, str]:
    """The sections whose words a text has under another number, with that number: they stand no longer under theirs."""
    now = {place: text for place, text in sections_of(current_blocks(state, key)).items() if place}
    shown = {part.place: part.blocks for part in parts if part.place and not part.deleted}
    return renumbered(now, shown)


def _by_sections(
    state: Negotiation, key: str, body: tuple[Block, ...]
) -> tuple[set[str], dict[str, tuple[Block, ...]], tuple[Block, ...]]:
    """The numbers of the item's own sections, the text's sections, and what stands above the first of them."""
    item = state.items.get(key)
    known = {one.number for one in item.article.sections} if item and not item.new else set()
    found = sections_of(body)
    return known, found, found.pop("", ())


def left_out(state: Negotiation, target: Target, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """What :func:`parts_for` does not take in: the header of a paper above the first section that is passed, and what
    stands below its text."""
    text, above = without_heading(state, target, tuple(blocks))
    body, foot = without_foot(text)
    foot = (*above, *foot)
    known, found, lead = _by_sections(state, target.key, body)
    if not found or not known:
        return foot
    if target.place:
        mine = {target.place, f"{target.key}.{target.place}"} & set(found)
        rest = (block for number, text in found.items() if number not in mine for block in text)
        return (*lead, *rest, *foot) if mine else foot
    told = instructed(lead)
    header = lead[: len(lead) - len(told)]
    return foot if not told and _lead_changed(state, target.key, lead) else (*header, *foot)


def parts_from_lines(state: Negotiation, target: Target, text: str) -> tuple[Part, ...]:
    """The same from plain text: section numbers at the start of a line open sections where the item has them."""
    return parts_for(state, target, with_sections(state, target.key, blocks_from_lines(text)))


def _one_section(state: Negotiation, target: Target, body: tuple[Block, ...]) -> Part:
    found = sections_of(body)
    now = place_blocks(state, target.key, target.place)
    for number, text in found.items():
        if number in (target.place, f"{target.key}.{target.place}"):
            return Part(target.place, _with_title(state, target.key, target.place, text), new=not now)
    if now and now[0].kind is BlockKind.HEADING:
        rest = after_title(body[0].text, now[0].text.strip()) if body[0].kind is not BlockKind.TABLE else None
        first = body if rest is None else (*((body[0].with_text(rest),) if rest else ()), *body[1:])
        return Part(target.place, (now[0], *first))
    label = now[0].label if now else target.place
    opening = replace(body[0], section=target.place, label=body[0].label or label)
    return Part(target.place, (opening, *body[1:]), new=not now)


def _with_title(state: Negotiation, key: str, number: str, text: tuple[Block, ...]) -> tuple[Block, ...]:
    """A section as received, with the heading of the contract where the paper runs on after the number only, or sets
    the same title in capitals."""
    now = place_blocks(state, key, number)
    if not now or now[0].kind is not BlockKind.HEADING:
        return text
    if text[0].kind is BlockKind.HEADING:
        own = text[0].text.isupper() and text[0].text.casefold() == now[0].text.casefold()
        return (replace(text[0], runs=now[0].runs), *text[1:]) if own else text
    rest = after_title(text[0].text, now[0].text.strip())
    words = text[0].text if rest is None else rest
    body = (replace(text[0], section="", label="").with_text(words),) if words else ()
    return (now[0], *body, *text[1:])


def _lead_changed(state: Negotiation, key: str, lead: tuple[Block, ...]) -> bool:
    """Whether text before the first section is the article's own opening with other words, not a paper's header."""
    now = sections_of(current_blocks(state, key)).get("", ())
    old, new = (same_words(" ".join(b.printed for b in blocks)) for blocks in (now, lead))
    return old != new and like_text(now, lead)


def opening_changed(state: Negotiation, target: Target, blocks: Sequence[Block]) -> bool:
    """Whether what a text has above its first section is the article's own opening with other words."""
    body = without_heading(state, target, tuple(blocks))[0]
    return not target.place and _lead_changed(state, target.key, sections_of(body).get("", ()))


def like_text(now: Sequence[Block], lead: Sequence[Block]) -> bool:
    """Whether two texts have most of their words in common, in their order; letters alone are alike in all English."""
    old, new = (
        re.findall(r"\w+", same_words(" ".join(b.printed for b in blocks)).casefold()) for blocks in (now, lead)
    )
    return bool(old and new) and SequenceMatcher(None, old, new, autojunk=False).ratio() > 0.5


def _compose_whole(state: Negotiation, key: str, lead: tuple[Block, ...], parts: tuple[Part, ...]) -> tuple[Block, ...]:
    rest = compose(successor_blocks(state, key), parts)
    first = next((i for i, block in enumerate(rest) if block.section), len(rest))
    return (*lead, *rest[first:])
