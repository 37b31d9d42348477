"""One paper on many items: where each begins, which item of the book it is, and what has no place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tablebook.domain.contract import Article, UnitKind, same_number
from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_patterns import AT_PLACE
from tablebook.domain.instruction_words import is_instruction, is_order
from tablebook.domain.item_headings import ItemHeading, item_heading
from tablebook.domain.named_points import named_place
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.prose import is_prose
from tablebook.domain.text import Block, BlockKind, same_words
from tablebook.jobs.amending_paper import amended_items
from tablebook.jobs.cover_lines import begins_cover, names_paper, without_cover, without_signers
from tablebook.jobs.targets import Target

ALIKE = 0.72
"""How like two titles must be to be taken for one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a paper under one heading: the items it is on (none: no place was found), the heading as printed, and
    why it belongs there. ``blocks`` begin with the heading. ``signed`` are lines to sign inside it, above a cover."""

    targets: tuple[Target, ...]
    heading: str
    why: str
    blocks: tuple[Block, ...]
    signed: tuple[Block, ...] = ()


def pieces(state: Negotiation, blocks: Sequence[Block], beside: Sequence[Block] = ()) -> tuple[Piece, ...]:
    """A paper cut at the headings of items, without covers, lines to sign and page footers between them. What stands
    above the first heading comes first, and has no item.

    ``beside`` is the paper's other reading: a heading that only that one has, since it is struck or marked as new,
    opens its item here all the same, at the same place on the paper.
    """
    there = {block.source: piece for block, piece in _opened(state, beside) if piece and block.source >= 0}
    waiting = sorted(there)
    parties = (state.made.union, state.made.employer) if state.made else ("", "")
    found, gathered = Piece((), "", "", ()), list[Block]()
    done: list[Piece] = []
    for block, opened in _opened(state, blocks):
        passed = [place for place in waiting if place <= block.source]
        waiting = waiting[len(passed) :]
        opened = opened or (there[passed[-1]] if passed and block.source >= 0 else None)
        if opened is not None and not (opened.targets == found.targets and found.targets):
            told = _told_before(gathered)
            if len(gathered) == 1 and _GOES_ON.search(gathered[0].printed):  # "ARTICLE 5 – LEAVES &", "ARTICLE 9 – PAY"
                opened, told = replace(opened, targets=(*found.targets, *opened.targets)), gathered
            done.append(replace(found, blocks=tuple(gathered[: len(gathered) - len(told)])))
            found, gathered = opened, list(told)
        elif item_heading(block.printed) is not None:  # the item goes on, on a paper of its own
            text, signed = without_signers(gathered, parties)
            gathered, found = list(text), replace(found, signed=(*found.signed, *signed))
        gathered.append(block)
    all_of = (_uncovered(one, parties) for one in (*done, replace(found, blocks=tuple(gathered))))
    return tuple(one for one in all_of if one.blocks)


def _uncovered(piece: Piece, parties: tuple[str, str]) -> Piece:
    """A piece without the cover of the next; one that is on no item without the lines that sign it."""
    text = without_cover(piece.blocks, parties) if piece.targets else without_signers(piece.blocks, parties)[0]
    return replace(piece, blocks=text)


def signed_between(state: Negotiation, blocks: Sequence[Block], beside: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The lines to sign that stand inside the items of a paper, above the cover of another: they are no text."""
    return tuple(block for piece in pieces(state, blocks, beside) for block in piece.signed)


_GOES_ON = re.compile(r"(?:&|\band|,)\s*$", re.I)
_LEADS = re.compile(r"[\W_]*(?:delete|strike|remove|create|add|insert|replace)\b.{0,60}:\s*", re.I)


def _told_before(gathered: Sequence[Block]) -> list[Block]:
    """The line at the end that tells what to do with what follows: "Delete in its entirety:", "Create new article:"."""
    return [gathered[-1]] if len(gathered) > 1 and _LEADS.fullmatch(gathered[-1].printed) else []


def _opened(state: Negotiation, blocks: Sequence[Block]) -> Iterator[tuple[Block, Piece | None]]:
    """Each block with the piece that it opens, or None where it goes on with the one at hand."""
    now = Piece((), "", "", ())
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        opened = _opens(state, block, after, now)
        now = opened or now
        yield block, opened


def _opens(state: Negotiation, block: Block, after: Block | None, now: Piece) -> Piece | None:
    """The piece that a block opens; None where it goes on with the one at hand."""
    if block.kind is BlockKind.TABLE:
        return None
    words = " ".join(block.printed.split())
    if begins_cover(words):
        return Piece((), "", "", ())
    ordered = _by_order(state, words)
    heading = None if ordered else item_heading(words)
    if heading is None:
        key, why = ordered or _by_title(state, block) or _by_section(state, block, now) or ("", "")
        if not key or any(target.key == key for target in now.targets):
            return None
        return Piece((_target(state, key),), words, why, ())
    if not heading.title and after is not None and _may_be_title(after):
        heading = replace(heading, title=" ".join(after.text.split()))
    targets, why = _placed(state, heading)
    inside = bool(now.targets) and now.targets[0].unit is UnitKind.MOU
    if inside and heading.kind is UnitKind.ARTICLE and why != "number and title":
        return None  # an article of a memorandum's own, or one that it names
    if heading.kind is UnitKind.MOU and not targets:
        if inside or (now.targets and block.kind is not BlockKind.HEADING and not words.isupper()):
            return None
        targets, why = (_new_memo(heading, words),), "new"
    same = {target.key for target in targets} & {target.key for target in now.targets}
    return None if same and not heading.section else Piece(targets, words, why, ())


def _placed(state: Negotiation, heading: ItemHeading) -> tuple[tuple[Target, ...], str]:
    """The items a heading names, and by what: by number and title where both agree; a title that another unit bears
    counts more than a number that would be a misprint; else by number."""
    units = _units(state, heading.kind)
    titled = [key for key, _, title in units if heading.title and alike(heading.title, title)]
    numbered = [key for number in heading.numbers for key in _numbered(units, number)]
    if heading.new and not titled:
        return (_new(heading),), "new"
    if len(numbered) > 1:
        return tuple(_target(state, key) for key in dict.fromkeys(numbered)), "number"
    if numbered and (numbered[0] in titled or not titled or heading.kind is not UnitKind.ARTICLE):
        why = "number and title" if numbered[0] in titled else "number"
        return (_target(state, numbered[0], heading.section),), why
    if len(titled) == 1 and (heading.kind is UnitKind.ARTICLE or not heading.numbers):
        return (_target(state, titled[0], heading.section),), "title"
    if numbered:
        return (_target(state, numbered[0], heading.section),), "number"
    inner = [found for number in heading.numbers if (found := _as_section(state, number))]
    if inner and heading.kind is UnitKind.ARTICLE:
        return tuple(dict.fromkeys(inner)), "section"
    if heading.kind is UnitKind.MOU:
        return (), ""
    return (_new(heading),), "new"


def _units(state: Negotiation, kind: UnitKind) -> list[tuple[str, str, str]]:
    """The units of a kind: key, number and title of each."""
    return [(key, *_named(item.article)) for key, item in state.items.items() if item.article.kind is kind]


def _named(article: Article) -> tuple[str, str]:
    """A unit's number and title; those in its title where the contract was read without a number."""
    heading = None if article.number else item_heading(article.title)
    if heading is None or not heading.numbers:
        return article.number, article.title
    return heading.numbers[0], heading.title


def _numbered(units: Iterable[tuple[str, str, str]], number: str) -> list[str]:
    plain = number.rstrip(".").removesuffix(".0")
    return [key for key, own, _ in units if same_number(own.strip("“”\"'").removesuffix(".0"), plain)][:1]


def _as_section(state: Negotiation, number: str) -> Target | None:
    """The article of "Article 7.3", or of "Article 11140" where articles are 11000 and 12000."""
    articles = _units(state, UnitKind.ARTICLE)
    for key, item in state.items.items():
        if len(number) > 2 and any(section.number == number for section in item.article.sections):
            return _target(state, key)
    for key, own, _ in articles:
        if len(own) == len(number) >= 4 and own.isdigit() and own.endswith("000") and number.startswith(own[:-3]):
            return _target(state, key)
    head = number.partition(".")[0]
    found = _numbered(articles, head) if head != number else []
    return _target(state, found[0]) if found else None


def _by_title(state: Negotiation, block: Block) -> tuple[str, str] | None:
    """A line that is a unit's title and no more ("CLASS SIZE"), where only one unit bears it."""
    words = _bare(block.printed)
    heads = block.kind is BlockKind.HEADING or block.text.isupper()
    if not heads or block.section or not words:
        return None
    found = [key for key, item in state.items.items() if item.article.title and _bare(item.article.title) == words]
    return (found[0], "title") if len(found) == 1 else None


def _by_section(state: Negotiation, block: Block, now: Piece) -> tuple[str, str] | None:
    """A section's own full number ("12.5") opens its article, on a paper that does not name it."""
    match = re.match(r"[\W_]*((?i:section\s+)?(\d+(?:\.\d+)+)(?![\d.]*\w))", block.printed)
    number = block.section or (match[2] if match else "")
    if "." not in number or (now.targets and now.targets[0].unit is not UnitKind.ARTICLE):
        return None
    heading = item_heading(now.heading)
    if heading is not None and any(same_number(number.partition(".")[0], one) for one in heading.numbers):
        return None  # its own section, though the book has the article under another number
    for key, item in state.items.items():
        if any(section.number == number for section in item.article.sections):
            return key, "section"
    return None


def _by_order(state: Negotiation, words: str) -> tuple[str, str] | None:
    """What is to be done in an article that it names ("Article 8, 8.2: strike …", "Article 7.8 - change …") opens that
    article."""
    named = re.match(r"[\W_]*(?:in\s+)?(?:article|art\.)\s+([A-Za-z\d]+)(\s*[,:–—-])?", words, re.I)
    found = _numbered(_units(state, UnitKind.ARTICLE), named[1]) if named else ()
    if named is None or not found:
        return None
    if named[2] and AT_PLACE.match(words):
        return found[0], "order"
    sections = {one.number: one.blocks for one in state.items[found[0]].article.sections}
    place = named_place(words.lstrip(), found[0], sections)
    rest = words.lstrip()[place.skip :] if place else ""
    return (found[0], "order") if rest and (is_instruction(rest) or is_order(rest)) else None


def _target(state: Negotiation, key: str, section: str = "") -> Target:
    article = state.items[key].article
    known = {one.number for one in article.sections}
    place = next((one for one in (section, f"{article.number}.{section}") if one in known), "") if section else ""
    return Target(key, place, article.kind, article.title)


def _new(heading: ItemHeading) -> Target:
    number = " ".join(heading.numbers)
    if heading.kind is UnitKind.APPENDIX:
        name = " ".join(f"Appendix {number}: {heading.title}".split()).strip(": ")
        return Target(name, "", UnitKind.APPENDIX, name, new=True)
    title = " ".join(f"{number} {heading.title}".split())
    return Target(f"New: {title}", "", UnitKind.ARTICLE, title, new=True)


def _new_memo(heading: ItemHeading, words: str) -> Target:
    name = " ".join(f"MOU {' '.join(heading.numbers)} {heading.title}".split()) if heading.title else words
    return Target(name, "", UnitKind.MOU, name, new=True)


def _may_be_title(block: Block) -> bool:
    """Whether the line below "ARTICLE 12" can be its title."""
    text = block.text.strip()
    short = 0 < len(text.split()) <= 12 and not names_paper(text) and not re.search(r"[.;:,]$", text)
    return short and not block.section and not block.label and not block.rows and item_heading(text) is None


def alike(one: str, other: str) -> bool:
    """Whether two titles are one: the same words, but for a letter, a plural or a word more."""
    a, b = _bare(one), _bare(other)
    if not a or not b:
        return False
    if a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE:
        return True
    less, more = sorted((set(a.split()), set(b.split())), key=len)
    return len(less) > 1 and less <= more


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", same_words(text).casefold()))


def split_by_target(
    state: Negotiation, targets: Sequence[Target], blocks: Sequence[Block], beside: Sequence[Block] = ()
) -> dict[str, tuple[Block, ...]]:
    """What a paper says on each of these items: from its heading, or its first section, to the next item's heading.
    ``beside`` is the paper's other reading.

    A paper that names none of them is wholly on the first.
    """
    cut: dict[str, list[Block]] = {target.key: [] for target in targets}
    named = by_section = False
    loose: list[Block] = []
    aside: list[Block] = []
    for piece in pieces(state, blocks, beside):
        here = [key for key in cut if any(_one(state, key, target) for target in piece.targets)]
        if not piece.targets:
            loose += piece.blocks
        elif len(here) == 1:
            by_section = by_section or (not named and piece.why == "section" and here[0] == targets[0].key)
            named = True
            cut[here[0]] += piece.blocks
        elif here:
            named = True
            for key, some in _shared(state, here, piece.blocks).items():
                cut[key] += some
        else:
            aside += piece.blocks
    clauses = {key: told for key, told in amended_items(state, blocks).items() if key in cut}
    # A clause above the name of its article: the name stands in the language that the clause gives.
    above = [key for key, told in clauses.items() if any(block.printed == told for block in (*loose, *aside))]
    if not named or above:
        # A memorandum is on the items that its clauses change.
        for key in above or list(clauses) or [targets[0].key]:
            cut[key] = list(blocks)
    elif by_section or (len(targets) == 1 and any(is_prose(block.printed) for block in loose)):
        # Its article is not named above the section, or words stand above its name: they are its header, or its own.
        cut[targets[0].key] = [*loose, *cut[targets[0].key]]
    return {key: tuple(part) for key, part in cut.items()}


def _one(state: Negotiation, key: str, target: Target) -> bool:
    """Whether a piece's item is the one asked for: the same, or a new one that a person named in other words."""
    if key == target.key:
        return True
    if key in state.items or target.key in state.items:
        return False
    return alike(re.sub(r"(?i)^(?:new|mou)\b[:\s]*", "", key), re.sub(r"(?i)^(?:new|mou)\b[:\s]*", "", target.key))


def _shared(state: Negotiation, keys: Sequence[str], blocks: Sequence[Block]) -> dict[str, list[Block]]:
    """A piece headed by several items at once: each section goes to the item that has it."""
    cut: dict[str, list[Block]] = {key: [] for key in keys}
    now = keys[0]
    for block in blocks:
        match = re.match(r"[\W_]*(?:(?i:section)\s+)?(\d[\d.]*\d|\d)", block.printed)
        owner = _as_section(state, match[1]) if match else None
        now = owner.key if owner is not None and owner.key in cut else now
        cut[now].append(block)
    return cut
