"""A paper that says of a section or of an item no more than that it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.domain.contract import same_number
from tablebook.domain.instruction_words import instructions, is_instruction, sounds_like_one
from tablebook.domain.language import place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import Block, BlockKind, paragraph, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.errors import UserError

_UNIT = (
    r"(?:article|section|appendix|language|provision|paragraph|memorandum(?:\s+of\s+(?:agreement|understanding))?"
    r"|mo[ua]|lo[ua]|letter\s+of\s+(?:agreement|understanding)|side\s+letter)"
)
_GONE = r"(?:deleted?|strike|struck|stricken|removed?|eliminated?|repealed)"
_STRUCK = re.compile(
    rf"(?i)\W*(?:(?:(?:this|the)\s+)?(?:entire\s+)?{_UNIT}\s*(?P<number>\d[\w.]*|[A-Z]{{1,2}}|[IVXLC]+)?\s+"
    rf"(?:is|are|shall\s+be|to\s+be|will\s+be)\s+(?:hereby\s+)?{_GONE}"
    rf"|section\s*(?P<before>\d[\w.]*|[A-Z]{{1,2}})\s*[:–—-]+\s*(?:(?:to\s+be|is)\s+)?{_GONE}"
    rf"|{_GONE}(?:\s+(?:(?:this|the)\s+)?(?:entire\s+)?"
    rf"(?:{_UNIT}(?:\s+(?P<other>\d[\w.]*|[A-Z]{{1,2}}|[IVXLC]+))?|\d+(?:\.\d+)+))?)"
    r"(?:\s+from\s+th(?:e|is)\s+(?:[\w–-]+\s+){0,3}?(?:contract|agreement|CBA))?"
    r"(?:\s+in\s+(?:its|their)\s+entirety)?\W*"
)
_SIDE = r"(?:(?:the|both)\s+)?(?:parties|sides|district|board|employer|association|union)"
_AGREED = re.compile(
    rf"(?i)\W*{_SIDE}(?:\s+and\s+{_SIDE})?\s+(?:hereby\s+|mutually\s+)?(?:agrees?|proposes?)\s+(?:to|that)\s+"
)
"""What may stand before the words of what goes: "The parties agree to"."""
_OTHER_TITLE = re.compile(rf"(?i:\b{_UNIT})\s+(?P<number>\d[\w.]*)(?P<title>\s*\((?=[A-Z][a-z]{{2}})[^()]{{3,60}}\))")
_RESERVED = re.compile(r"(?i)\W*reserved\W*")


_NUMBER_FIRST = re.compile(r"\W*\d+(?:\.\d+)+\s")
"""How a sentence on a section begins that leaves "Section" out: it is no text of that section."""
_LONGEST = 40
_PART = re.compile(r"(?i)\b(?:section|paragraph|provision)\b|\d\.\d")
"""What is only a part of an item."""


def plainly_struck(state: Negotiation, key: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A paper's blocks, those that say in more words that a section or the item goes in the plain ones: "Section 4.4
    (Study Leave) is deleted." says "Section 4.4 is deleted." where that is the section's own title."""
    found = []
    for block in blocks:
        words = block.printed
        if block.kind is BlockKind.TABLE:
            found.append(block)
            continue
        told = bool(_NUMBER_FIRST.match(words) and instructions(words))
        plain = _plainly(state, key, f"Section {words}" if told else words)
        if told or _is_told_of(block):
            found.append(paragraph(plain if _STRUCK.fullmatch(plain) else words))
        else:
            found.append(block if plain == words else paragraph(plain))
    return tuple(found)


def _is_told_of(block: Block) -> bool:
    """Whether a block that was read as a section's says what to do there: "Section 2, Step 3: delete"."""
    return bool(block.section) and sounds_like_one(block.printed) and not is_instruction(block.text)


def _plainly(state: Negotiation, key: str, words: str) -> str:
    """A sentence without what introduces it and without titles, if it then says no more than that its place goes."""
    item = state.items.get(key)
    if item is None or len(words.split()) > _LONGEST:
        return words
    article, bare = item.article, _AGREED.sub("", words, count=1) if _AGREED.match(words) else words
    if article.title and (by_title := re.match(_by_title(article.title), bare)):
        if _STRUCK.fullmatch(once := f"This article{bare[by_title.end() :]}"):
            return once
    titled = [(article.number or key, article.title)]
    titled += [
        (number, one.title) for one in article.sections for number in (one.number, one.number.rpartition(".")[2])
    ]
    for number, title in titled:
        if number and title and re.search(re.escape(title), bare, re.I):
            beside = rf"(?:\s*[,(:–—-]\s*|\s+)[“\"]?{re.escape(title)}[”\"]?(?:\s*[,)–—-])*"
            name = rf"(?i)(\b{_UNIT}\s+{re.escape(number)}){beside}"
            if _STRUCK.fullmatch(once := re.sub(name, r"\1", bare, count=1)):
                return once
    if other := _OTHER_TITLE.search(bare):
        own = next((title for number, title in titled if number == other["number"] and title), "")
        if own and _STRUCK.fullmatch(bare[: other.start("title")] + bare[other.end() :]):
            raise UserError(
                f"“{words.strip()}” names {other['number']} by another title.",
                f"{other['number']} is “{own}” in the contract.",
                "Ask which of them is to go, and type that.",
            )
    return bare if _STRUCK.fullmatch(bare) else words


def _by_title(title: str) -> str:
    """How a sentence names a unit by its title alone: "The Mentor Teachers MOU", "MOU – Mentor Teachers"."""
    return rf"(?i)\W*(?:the\s+)?(?:{_UNIT}\b\W*)?[“\"]?{re.escape(title)}[”\"]?(?:\s+{_UNIT}\b)?(?=\s)"


def says_it_goes(state: Negotiation, key: str, block: Block) -> bool:
    """Whether a paragraph says of a section of the item no more than that it goes."""
    return bool(section_struck(_plainly(state, key, block.printed)))


def reserved_words(blocks: Sequence[Block]) -> str:
    """What says of a section that its number is kept and has no text: "RESERVED" alone below its heading is the
    section's text, and no side's reserve."""
    alone = (text[1].text for text in sections_of(tuple(blocks)).values() if len(text) == 2 and text[0].section)
    return "\n".join(same_words(words) for words in alone if _RESERVED.fullmatch(words))


def section_struck(words: str) -> str:
    """The number of the section that a sentence strikes and says no more of: "Section 2.2 is deleted."; "" for none."""
    return _named(_STRUCK.fullmatch(words)) if re.search(r"(?i)\bsection\b", words) else ""


def _named(struck: re.Match[str] | None) -> str:
    """The number that a sentence of what goes names."""
    return (struck["number"] or struck["before"] or struck["other"] or "").rstrip(".") if struck else ""


def strikes_all(state: Negotiation, key: str, body: Sequence[Block]) -> bool:
    """Whether a paper says of an item no more than that it goes."""
    words = _plainly(state, key, " ".join(block.printed for block in body))
    match = None if _PART.search(words) else _STRUCK.fullmatch(words)
    article = state.items[key].article
    named = _named(match)
    return match is not None and (not named or same_number(named, article.number or key))


def or_struck(state: Negotiation, key: str, part: Part) -> Part:
    """The part, or the striking of its section where the paper says no more of it than "Deleted"."""
    now = place_blocks(state, key, part.place)
    if not now or any(block.rows for block in part.blocks):
        return part
    title = same_words(now[0].text) if now[0].kind is BlockKind.HEADING else ""
    old, new = (
        " ".join(filter(None, (same_words(block.text).removeprefix(title).strip() for block in blocks)))
        for blocks in (now, part.blocks)
    )
    match = _STRUCK.fullmatch(new)
    if match is None or _STRUCK.fullmatch(old):
        return part
    named = _named(match)
    own = not named or named.casefold() in (part.place.casefold(), part.place.rpartition(".")[2].casefold())
    return Part(part.place, deleted=True) if own else part
