"""The lines of a paper around its text: those that only name the item, a header above, and what stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.domain.contract import UnitKind, same_number
from tablebook.domain.item_headings import item_heading
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.own_heading import named_heading
from tablebook.domain.prose import is_prose
from tablebook.domain.text import Block, same_words
from tablebook.jobs.targets import Target

_RESERVED = re.compile(
    r"(?i)reserves the right to\b.*\b(add|change|modify|withdraw)\b.*\bthis (counter|proposal|package|offer)"
)
_FOOT = re.compile(r"(?i)(handed over by|received by|union initials|employer initials)\W*_{3}|attachment to\b")


def without_foot(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """A paper's text, and what stands below it: the line that reserves rights, lines to sign on, attachments."""
    last = max((i for i, block in enumerate(blocks) if block.section), default=0)
    end = next((i for i, block in enumerate(blocks) if i > last and _FOOT.match(block.printed)), len(blocks))
    text = blocks[:end]
    reserved = {i for i, block in enumerate(text) if i > last and _RESERVED.search(block.text)}
    kept = tuple(block for i, block in enumerate(text) if i not in reserved)
    return kept, (*(text[i] for i in sorted(reserved)), *blocks[end:])


def bare_words(text: str) -> str:
    """Words without what stands between them: "ARTICLE 2 – Class Size." is "article 2 class size"."""
    return " ".join(re.findall(r"\w+", same_words(text).lower()))


def without_heading(
    state: Negotiation, target: Target, blocks: tuple[Block, ...]
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The text without the lines that only name the item and without a header stack above its first section, and that
    header. A sentence below a name ends it; what has no sections has its title at most."""
    names = _names(state, target)
    first = next((i for i, block in enumerate(blocks) if block.section), len(blocks))
    loose = target.unit in (UnitKind.MOU, UnitKind.APPENDIX) and first == len(blocks)
    start = 0
    naming = [bare_words(block.printed) in names for block in blocks[: min(first, 12)]]
    for index, block in enumerate(blocks[: len(naming)]):
        if naming[index]:
            start = index + 1
        elif loose or (start and is_prose(block.printed)) or block.rows:
            break
    above = tuple(block for block, name in zip(blocks[:start], naming, strict=False) if not name)
    return tuple(block for block in blocks[start:] if block.text.strip() or block.label or block.rows), above


_AMOUNTS = re.compile(r"\$\s?\d|\d,\d{3}|->|=>|→")
"""No title has them: they are the text of a schedule that runs on behind its name."""


def names_item(state: Negotiation, key: str, blocks: Sequence[Block]) -> bool:
    """Whether lines say no more than the number and a title of an item that the book has."""
    item = state.items.get(key)
    if item is None or not item.article.number or any(block.rows for block in blocks):
        return False
    if any(item_heading(block.printed) is None for block in blocks):
        return False
    named = [named_heading(item.article.kind, block.printed) for block in blocks]
    return all(
        one is not None and same_number(one.number, item.article.number) and not _AMOUNTS.search(one.title)
        for one in named
    )


_KINDS = tuple(
    f"{one}{end}"
    for one in ("memorandum of understanding", "memorandum of agreement", "letter of understanding", "mou", "moa",
                "letter of agreement", "side letter of agreement", "side letter of understanding", "side letter")
    for end in ("", " between")
)  # fmt: skip
_KIND = re.compile(rf"(?:{'|'.join(_KINDS)})\b\s*")


def _names(state: Negotiation, target: Target) -> set[str]:
    """The lines that say no more than which item a paper is on, as bare words."""
    item = state.items.get(target.key)
    article = item.article if item else None
    said = [target.key, target.title, f"Article {target.key}", *((article.name, article.title) if article else ())]
    names = {bare_words(each) for each in said if each}
    if target.new and target.unit is UnitKind.ARTICLE:
        names |= {f"new article {bare_words(target.title)}", "new article"}
    if target.unit is UnitKind.MOU:
        titles = {_KIND.sub("", each) for each in names} - {""}
        names |= titles | {kind for kind in _KINDS if not kind.endswith("between")}
        names |= {f"{kind} {title}" for kind in _KINDS for title in titles}
    return names | {f"{one} {other}" for one in names for other in names if one != other}
