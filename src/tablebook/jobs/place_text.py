"""Put a typed, pasted or received text in its place: which item, which sections, and what is only a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tablebook.domain.contract import Section
from tablebook.domain.language import current_blocks, place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import Block, BlockKind, blocks_from_lines, paragraph, same_words, sections_of
from tablebook.domain.values import Part
from tablebook.errors import UserError
from tablebook.jobs.own_lines import without_foot, without_heading
from tablebook.jobs.struck_text import or_struck, section_struck, strikes_all
from tablebook.jobs.targets import Target
from tablebook.jobs.whole_sections import instructed, renumbered


def parts_for(state: Negotiation, target: Target, blocks: Sequence[Block], *, whole: bool = False) -> tuple[Part, ...]:
    """A text as the parts of a pass on that target. It may hold the whole item, with or without its heading, or some
    of its sections; sections it does not hold stay as they are. With ``whole`` it is one part even so."""
    body, _ = without_foot(without_heading(state, target, tuple(blocks))[0])
    if not body:
        raise UserError("The text is empty.", "A pass needs the words that were handed over.", "Paste or type them.")
    if target.place:
        return (or_struck(state, target.key, _one_section(state, target, body)),)
    known, found, lead = _by_sections(state, target.key, body)
    opening = sections_of(current_blocks(state, target.key)).get("", ())
    if known and not found and _like(opening, lead):  # the article's opening alone: its sections stay
        return (Part("", _compose_whole(state, target.key, lead, ())),)
    if target.key in state.items and not found and strikes_all(state, target.key, body):
        return (Part("", deleted=True),)
    if not found or not known:
        return (Part("", body, new=target.key not in state.items),)
    if told := instructed(lead):
        return (Part("", (*told, *(block for text in found.values() for block in text))),)
    shown = {_known_number(known, target.key, number): text for number, text in found.items()}
    parts = tuple(
        or_struck(
            state, target.key, Part(number, _with_title(state, target.key, number, text), new=number not in known)
        )
        for number, text in shown.items()
    )
    parts = (*parts, *(Part(old, deleted=True) for old in moved_on_paper(state, target.key, parts)))
    if whole or _lead_changed(state, target.key, lead):
        lead = lead if _like(opening, lead) else opening
        return (Part("", _compose_whole(state, target.key, lead, parts)),)
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


_NUMBERED = re.compile(r"^((?i:section)\s+)?([A-Za-z]?\d+(?:\.\d+)+|[A-Z]|\d+)([.:)]?)(?:\s+(.*))?$", re.S)
_BARE_LABEL = re.compile(r"\(?(?:[A-Z]|\d+)[.):]*")


def with_sections(state: Negotiation, key: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks of plain text in which the lines that open a section of this item are marked as doing so."""
    item = state.items.get(key)
    sections = {one.number: one for one in item.article.sections} if item else {}
    order = list(sections)
    worded = _bare_labels_inside(sections.values()) | _bare_labels_beside_words(blocks)
    marked: list[Block] = []
    last = -1
    for block in _apart(blocks, sections):
        struck = "" if block.kind is BlockKind.TABLE else section_struck(block.printed)
        own = next((one for one in (struck, f"{key}.{struck}") if struck and one in sections), "")
        if own and own != (marked[-1].section if marked else ""):  # "Section 2 is deleted." by itself
            marked += [*_head_of(sections[own], own), paragraph("Deleted.")]
            last = order.index(own)
            continue
        match = _NUMBERED.match(block.printed) if block.kind is not BlockKind.TABLE and not block.section else None
        if match and _opens_section(match, key, sections, last, worded):
            marked.extend(_opened(block, match, sections[match[2]].title if match[2] in sections else ""))
        elif (
            marked and _waits_for_title(marked[-1], sections) and block.kind is BlockKind.PARAGRAPH and not block.label
        ):
            marked[-1] = replace(marked[-1], runs=block.runs)  # the title on the line below the number
        else:
            marked.append(block)
        number = next((one.section for one in reversed(marked) if one.section), "")
        last = order.index(number) if number in sections else last
    return tuple(marked)


def _head_of(section: Section, number: str) -> list[Block]:
    """The opening of a section that the paper only strikes."""
    first = section.blocks[0]
    if first.kind is BlockKind.HEADING:
        return [first]
    return [Block(BlockKind.HEADING, first.label or number, (), number, 2)]


def _apart(blocks: Sequence[Block], sections: Mapping[str, Section]) -> Iterator[Block]:
    """The blocks, the head of an article apart from a section's that was taken for its title ("Article 12", below it
    "12.5 Reporting")."""
    for block in blocks:
        match = _NUMBERED.match(block.text) if block.kind is BlockKind.HEADING and not block.section else None
        if match and block.label and match[2] in sections and "." in match[2]:
            yield replace(block, runs=())
            yield paragraph(block.text)
        else:
            yield block


def _waits_for_title(block: Block, sections: Mapping[str, Section]) -> bool:
    """Whether a section's number stands alone on its line, in a contract whose section has a title."""
    bare = block.kind is BlockKind.HEADING and bool(block.section) and not block.text
    return bare and (block.section not in sections or bool(sections[block.section].title))


def _style(label: str) -> str:
    return "letter" if any(char.isalpha() for char in label) else "number"


def _bare_labels_inside(sections: Iterable[Section]) -> set[str]:
    """The styles ("letter", "number") that label points inside these sections: such a label opens no section."""
    inner = (block.label for one in sections for block in one.blocks[1:])
    return {_style(label) for label in inner if _BARE_LABEL.fullmatch(label)}


def _bare_labels_beside_words(blocks: Sequence[Block]) -> set[str]:
    """Both styles where the paper writes "Section 4" out: a bare "4." is a point of a list then."""
    worded = any(re.match(r"(?i)section\s+\S+[.:)]", block.printed) for block in blocks)
    return {"letter", "number"} if worded else set()


def _opens_section(
    match: re.Match[str], key: str, sections: Mapping[str, Section], last: int, points: set[str]
) -> bool:
    """Whether a numbered line begins a section of the item, and not a point of a list inside one. ``last`` is the
    place of the section before it among the item's own, ``points`` the styles that label points."""
    word, number, point, words = match.groups()
    if word and (words or "")[:1].islower():
        return False  # "Section 2.2 is deleted." is a sentence
    if number not in sections:
        beyond = word and point and number == str(len(sections) + 1) and str(len(sections)) in sections
        return bool(beyond) or (bool(words) and re.fullmatch(rf"{re.escape(key)}\.\d+", number) is not None)
    if word or "." in number:
        return True
    title = sections[number].title
    if title and _after_title(words or "", title) is not None:
        return True
    return bool(point and words) and _style(number) not in points and list(sections).index(number) > last


def _opened(block: Block, match: re.Match[str], title: str) -> list[Block]:
    number, words = match[2], (match[4] or "").strip()
    label = block.printed[: match.start(4)].strip() if match[4] else block.printed.strip()
    rest = _after_title(words, title)
    if rest is not None:
        head = Block(BlockKind.HEADING, label, paragraph(words[: len(title)]).runs, number, 2)
        return [head, paragraph(rest)] if rest else [head]
    short = len(words) <= 80 and not re.search(r"[.;:,]$", words)
    kind = BlockKind.HEADING if short and (words or block.kind is BlockKind.HEADING) else BlockKind.PARAGRAPH
    return [Block(kind, label, paragraph(words).runs, number, 2 if kind is BlockKind.HEADING else 0)]


_RUN_ON = re.compile(r"\s*[.:—–-]+\s*|\s+(?=[A-Z0-9(“\"])")


def _after_title(words: str, title: str) -> str | None:
    """The words after a section's title on the same line ("" where it ends there); None where the line does not begin
    with the title, or goes on as a sentence of which it is a part ("Leave shall be granted" under "Leave")."""
    if not title or not words.lower().startswith(title.lower()):
        return None
    rest = words[len(title) :]
    if not rest.strip(" .:"):
        return ""
    run_on = _RUN_ON.match(rest)
    return rest[run_on.end() :] if run_on else None


def _known_number(known: set[str], key: str, number: str) -> str:
    """A section's number as the book cites it: "7.3" of the paper is Section 3 where sections start again."""
    tail = number.rpartition(".")[2]
    if number not in known and number.startswith(f"{key}.") and tail in known:
        return tail
    return number


def _one_section(state: Negotiation, target: Target, body: tuple[Block, ...]) -> Part:
    found = sections_of(body)
    now = place_blocks(state, target.key, target.place)
    for number, text in found.items():
        if number in (target.place, f"{target.key}.{target.place}"):
            return Part(target.place, _with_title(state, target.key, target.place, text), new=not now)
    if now and now[0].kind is BlockKind.HEADING:
        rest = _after_title(body[0].text, now[0].text.strip()) if body[0].kind is not BlockKind.TABLE else None
        first = body if rest is None else (*((body[0].with_text(rest),) if rest else ()), *body[1:])
        return Part(target.place, (now[0], *first))
    label = now[0].label if now else target.place
    opening = replace(body[0], section=target.place, label=body[0].label or label)
    return Part(target.place, (opening, *body[1:]), new=not now)


def _with_title(state: Negotiation, key: str, number: str, text: tuple[Block, ...]) -> tuple[Block, ...]:
    """A section as received, with the heading of the contract where the paper runs on after the number only."""
    now = place_blocks(state, key, number)
    if not now or now[0].kind is not BlockKind.HEADING or text[0].kind is BlockKind.HEADING:
        return text
    rest = _after_title(text[0].text, now[0].text.strip())
    words = text[0].text if rest is None else rest
    body = (replace(text[0], section="", label="").with_text(words),) if words else ()
    return (now[0], *body, *text[1:])


def _lead_changed(state: Negotiation, key: str, lead: tuple[Block, ...]) -> bool:
    """Whether text before the first section is the article's own opening with other words, not a paper's header."""
    now = sections_of(current_blocks(state, key)).get("", ())
    old, new = (same_words(" ".join(b.printed for b in blocks)) for blocks in (now, lead))
    return old != new and _like(now, lead)


def _like(now: Sequence[Block], lead: Sequence[Block]) -> bool:
    old, new = (same_words(" ".join(b.printed for b in blocks)) for blocks in (now, lead))
    return bool(old and new) and SequenceMatcher(None, old, new, autojunk=False).quick_ratio() > 0.6


def _compose_whole(state: Negotiation, key: str, lead: tuple[Block, ...], parts: tuple[Part, ...]) -> tuple[Block, ...]:
    from tablebook.domain.language import compose

    rest = compose(current_blocks(state, key), parts)
    first = next((i for i, block in enumerate(rest) if block.section), len(rest))
    return (*lead, *rest[first:])
