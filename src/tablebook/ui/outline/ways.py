"""What is proposed for a doubt, and what will come of it. Pure: the review carries it out as a step."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tablebook.documents.contract import edit
from tablebook.documents.contract.contents import key
from tablebook.documents.contract.headings import parse, values_of
from tablebook.documents.reading import Doubt, Reading
from tablebook.domain.contract import Article
from tablebook.ui.outline.steps import Stand

WORDS = {
    "weak-heading": "weak",
    "number-gap": "gap",
    "number-twice": "twice",
    "number-back": "order",
    "no-title": "no title",
    "no-text": "empty",
    "section-twice": "twice",
    "section-gap": "gap",
    "loose-heading": "loose",
    "page-without-text": "picture",
    "picture-on-page": "picture",
    "contents-not-in-text": "missing",
    "text-not-in-contents": "not listed",
    "tracked-changes": "tracked",
    "struck-words": "struck",
    "page-header": "header",
    "page-damaged": "damaged",
}
"""One word a code, for the row of the outline."""

WHY = {
    "weak-heading": "It stands like a heading in some ways and like running text in others.",
    "number-gap": "The numbers before and after do not follow each other, so a heading may have been missed.",
    "number-twice": "The one before it has the same number.",
    "number-back": "Its number is lower than the one before it.",
    "no-title": "The number stands alone on its line.",
    "no-text": "Nothing stands between this heading and the next.",
    "section-twice": "Two sections of one article carry the same number.",
    "section-gap": "A number between this section and the one before it was not found.",
    "loose-heading": "It is set as a heading and carries no number.",
    "page-without-text": "The page is a scan or a drawing, so its words and figures cannot be compared.",
    "picture-on-page": "Beside little text there is a large picture, so a table or a form may be on it.",
    "contents-not-in-text": "The contents of the file and its text do not agree.",
    "text-not-in-contents": "The contents of the file and its text do not agree.",
    "tracked-changes": "Whoever reads the file in Word sees both readings.",
    "struck-words": "Struck words are taken as no longer agreed.",
    "page-header": "What stands in a header is on each page and in no article.",
}

_ONLY_IN_FILE = "in no article of the book, only in the file, which is kept whole."
KEEP = {
    "page-without-text": ("Keep the page as a picture", f"Its words are {_ONLY_IN_FILE}"),
    "picture-on-page": ("Keep the picture", f"What it shows is {_ONLY_IN_FILE}"),
    "text-not-in-contents": ("Keep it in the outline", "It stays a part of its own."),
    "tracked-changes": ("Take them as accepted", "The text is as if every change had been accepted."),
    "struck-words": ("Leave the struck words out", f"They are {_ONLY_IN_FILE}"),
    "page-header": ("Leave the header out", f"It is {_ONLY_IN_FILE}"),
    "page-damaged": ("Go on without the page", f"Its words are {_ONLY_IN_FILE}"),
}
"""What can only be taken as it is: what that is called, and what comes of it."""


@dataclass(frozen=True, slots=True)
class Way:
    """One proposal. ``act`` is split, join, rename, renumber, section, look or keep (as it is); ``position`` and
    ``block`` say where, ``value`` is a number where one is proposed."""

    act: str
    words: str
    icon: str
    position: int
    block: int = -1
    value: str = ""
    comes: tuple[tuple[str, str, str], ...] = ()

    @property
    def verb(self) -> str:
        """What the button says, where the whole sentence stands above it."""
        if self.act == "section" and self.words.startswith("Begin"):
            return f"Begin {self.value} here"
        short = {"split": "Split here", "join": "Join them", "look": "Look at it", "keep": "Keep it so"}
        return short.get(self.act, self.words)


def word_of(doubt: Doubt) -> str:
    """The one word beside a row of the outline."""
    return WORDS.get(doubt.code, "doubt")


def way_of(stand: Stand, doubt: Doubt) -> Way:
    """What is proposed for a doubt."""
    at = stand.position_of(doubt)
    make = {
        "weak-heading": _join,
        "number-gap": _split_above,
        "number-twice": _renumber,
        "number-back": _renumber,
        "no-title": _rename,
        "no-text": _join_below,
        "section-twice": _section,
        "section-gap": _section_above,
        "loose-heading": _split_at,
        "contents-not-in-text": _split_listed,
    }.get(doubt.code, _keep)
    return make(stand.reading, at, doubt) if at >= 0 or make is _keep else Way("look", "Look at the words", "eye", 0)


def _span(unit: Article) -> str:
    numbers = [section.number for section in unit.sections]
    pages = sorted({block.page for block in unit.blocks if block.page})
    said = f"{numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else numbers[0] if numbers else ""
    where = f"pages {pages[0]} to {pages[-1]}" if len(pages) > 1 else f"page {pages[0]}" if pages else ""
    count = "" if said else f"{len(unit.blocks)} paragraph{'' if len(unit.blocks) == 1 else 's'}"
    return ", ".join(part for part in (said or count, where) if part)


def _shown(reading: Reading, first: int, last: int) -> tuple[tuple[str, str, str], ...]:
    return tuple((unit.number, unit.title or unit.name, _span(unit)) for unit in reading.articles[first : last + 1])


def _keep(reading: Reading, at: int, doubt: Doubt) -> Way:
    words, comes = KEEP.get(doubt.code, ("Keep it as it is", "It stays as it was read."))
    unit = reading.articles[at] if at >= 0 else None
    number, name = (unit.number, unit.title or unit.name) if unit else ("", "")
    return Way("keep", words, "check", max(at, 0), comes=((number, name, comes),))


def _split_listed(reading: Reading, at: int, doubt: Doubt) -> Way:
    """Where the listed heading stands in the text as a line of its own, split there; else a person looks."""
    found = next(iter(parse(doubt.words)), None)
    title = key(doubt.words[found.rest :] if found else doubt.words)
    forms = {key(doubt.words), title}
    for position, unit in enumerate(reading.articles):
        for index, block in enumerate(unit.blocks):
            if len(title) > 3 and len(block.printed) < 160 and {key(block.printed), key(block.text)} & forms:
                return _split(reading, position, index)
    return Way("look", f"Look through {reading.articles[at].name}", "eye", at)


def _join(reading: Reading, at: int, doubt: Doubt) -> Way:
    if at < 1:
        return Way("look", "Look at the words", "eye", at)
    after = edit.join_above(reading, at)
    name = reading.articles[at - 1].name
    return Way("join", f"Join with {name}", "merge", at, comes=_shown(after, at - 1, at - 1))


def _join_below(reading: Reading, at: int, doubt: Doubt) -> Way:
    if at + 1 >= len(reading.articles):
        return _join(reading, at, doubt)
    after = edit.join_above(reading, at + 1)
    return Way("join", "Join with the one below", "merge", at + 1, comes=_shown(after, at, at))


def _split_at(reading: Reading, at: int, doubt: Doubt) -> Way:
    way = _split(reading, at, doubt.block)
    # A line of running text begins no article; a section that was left out on the paper is the likelier reason.
    titled = way.act != "split" or (len(way.comes) > 1 and way.comes[1][1] not in ("", "Article"))
    return way if titled else Way("look", "Look at the words", "eye", at, doubt.block)


def _split(reading: Reading, at: int, block: int) -> Way:
    if not 0 <= block < len(reading.articles[at].blocks):
        return Way("look", "Look at the words", "eye", at)
    after = edit.split(reading, at, block)
    new = after.articles[at + 1]
    name = f"{new.name}" if new.number else f"“{_short(new.title or reading.articles[at].blocks[block].printed)}”"
    return Way("split", f"Split before {name}", "scissors", at, block, comes=_shown(after, at, at + 1))


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:38].rsplit(" ", 1)[0] + " …"


def _split_above(reading: Reading, at: int, doubt: Doubt) -> Way:
    """Where the missing number stands in the unit above as a line of its own, split there; else a person looks."""
    if at < 1:
        return Way("look", "Look at the words", "eye", at)
    wanted = {value[0] - 1 for value in values_of(reading.articles[at].number)}
    for index, block in enumerate(reading.articles[at - 1].blocks):
        found = next(iter(parse(block.printed)), None)
        if found is None or not found.number or len(block.printed) > 120:
            continue
        plain = not block.section or re.match(r"(?i)article\b", block.printed)
        if plain and wanted & {value[0] for value in values_of(found.number) if len(value) == 1}:
            return _split(reading, at - 1, index)
    return Way("look", f"Look through {reading.articles[at - 1].name}", "eye", at - 1)


def _renumber(reading: Reading, at: int, doubt: Doubt) -> Way:
    before = next((unit for unit in reversed(reading.articles[:at]) if unit.kind is reading.articles[at].kind), None)
    number = edit.next_number(before.number) if before and before.number else "1"
    after = edit.renumber(reading, at, number, following=False)
    return Way("renumber", f"Number it {number}", "hash", at, value=number, comes=_shown(after, max(at - 1, 0), at))


def _section_above(reading: Reading, at: int, doubt: Doubt) -> Way:
    """Where the missing number stands before a paragraph of the section above, the section begins there."""
    blocks = reading.articles[at].blocks
    before = next((index for index in range(doubt.block - 1, -1, -1) if blocks[index].section), -1)
    # Without a section before it, the numbers should have begun at one: nothing to count from.
    number = edit.next_number(blocks[before].section) if before >= 0 else ""
    for index in range(before + 1, doubt.block):
        words = blocks[index].printed.split()
        if number and words and words[0].strip("().:") == number:
            rest = _opening(blocks[index].text.removeprefix(words[0])) or "Its words follow below."
            comes = ((number, rest, ""),)
            return Way("section", f"Begin section {number} here", "hash", at, index, number, comes)
    own, printed = reading.articles[at].number, blocks[doubt.block].section
    if own and "." in printed and values_of(printed)[-1][0] not in {value[0] for value in values_of(own)}:
        return _split_at(reading, at, doubt)  # 10.1 in Article 9: the heading of Article 10 was missed
    comes = ((printed, _opening(blocks[doubt.block].text), ""),)
    return Way("keep", "Keep the numbers as printed", "check", at, doubt.block, comes=comes)


def _rename(reading: Reading, at: int, doubt: Doubt) -> Way:
    return Way("rename", "Type its title", "pencil", at)


def _section(reading: Reading, at: int, doubt: Doubt) -> Way:
    blocks = reading.articles[at].blocks
    taken = {block.section for block in blocks if block.section}
    number = edit.next_number(blocks[doubt.block].section)
    while number in taken and number != blocks[doubt.block].section:
        number = edit.next_number(number)
    title = blocks[doubt.block].text[:60]
    return Way("section", f"Number it {number}", "hash", at, doubt.block, number, ((number, title, ""),))
