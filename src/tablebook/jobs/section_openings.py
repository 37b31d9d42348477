"""Which lines of a paper open a section of an item, and under which number and title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tablebook.domain.contract import Section
from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_patterns import Act
from tablebook.domain.instruction_words import instructions, is_order
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import Block, BlockKind, paragraph
from tablebook.jobs.findings.stances import names_several
from tablebook.jobs.numbered_points import Points, like_title, next_new, resembles
from tablebook.jobs.points_again import points_again
from tablebook.jobs.run_in_heads import run_in_heads
from tablebook.jobs.section_heads import by_its_title, in_its_count, own_label, without_fore
from tablebook.jobs.struck_text import section_struck

_NUMBERED = re.compile(r"^((?i:section)\s+)?([A-Za-z]?\d+(?:\.\d+)+|[A-Z]|\d+)([.:)]?)(?:\s+(.*))?$", re.S)
_LABEL_WORD = re.compile(r"^\W*(?:section|sec\.|§+)\s*", re.I)
_BARE_LABEL = re.compile(r"\(?(?:[A-Z]|\d+)[.):]*")


def with_sections(state: Negotiation, key: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks of plain text in which the lines that open a section of this item are marked as doing so."""
    item = state.items.get(key)
    sections = {one.number: one for one in item.article.sections} if item else {}
    like = sections.values() or [one for article in state.contract.articles for one in article.sections]
    blocks = run_in_heads(blocks, like, new=not sections)
    order = list(sections)
    worded = _bare_labels_inside(sections.values()) | _bare_labels_beside_words(blocks)
    marked: list[Block] = []
    points = Points()
    seen: set[str] = set()
    last = -1
    for block in _apart(points_again(blocks, sections), key, sections):
        struck = "" if block.kind is BlockKind.TABLE else section_struck(block.printed)
        own = next((one for one in (struck, f"{key}.{struck}") if struck and one in sections), "")
        if own and own != (marked[-1].section if marked else ""):  # "Section 2 is deleted." by itself
            marked += [*_head_of(sections[own], own), paragraph("Deleted.")]
            last = order.index(own)
            continue
        plain = without_fore(block, key)
        may_open = block.kind is not BlockKind.TABLE and not block.section and not names_several(block, key, sections)
        match = _NUMBERED.match(plain.printed) if may_open else None
        here = _Here(key, sections, last, worded, points, seen, marked[-1] if marked else None)
        if match and (number := _opens_section(match, here)):
            marked.extend(_opened(plain, match, number, sections, renamed=plain is not block))
        elif own := by_its_title(block.section, block.text, key, sections):
            marked.append(replace(block, section=own, label=own_label(own, sections)))
        elif block.section and block.section not in sections and _counts_it(block, key, sections):
            marked.append(_counted(block, key, sections))
        elif marked and _waits_for_title(marked[-1], sections) and _is_title(block, marked[-1], sections):
            marked[-1] = replace(marked[-1], runs=block.runs)  # the title on the line below the number
        else:
            marked.append(block)
        number = next((one.section for one in reversed(marked) if one.section), "")
        if number and number not in seen:
            points.close()
            seen.add(number)
        last = order.index(number) if number in sections else last
    known = set(sections)
    marked = [_untitled(one) if one.section and one.kind is BlockKind.HEADING else one for one in marked]
    once = _once(
        _as_printed(one, known_number(known, key, one.section), sections) if one.section else one for one in marked
    )
    return tuple(_titled(one, sections) for one in once)


def _titled(head: Block, sections: Mapping[str, Section]) -> Block:
    """The number of a section by itself, with the title that it has in the contract."""
    first = sections[head.section].blocks[0] if head.section in sections else head
    bare = head.section and not head.text.strip() and first.kind is BlockKind.HEADING
    return replace(first, label=head.label) if bare else head


def _untitled(head: Block) -> Block:
    """A head that has for its title what to do with the section, as its words."""
    told = bool(instructions(head.text)) or is_order(head.text)
    return replace(head, kind=BlockKind.PARAGRAPH, level=0) if told and len(head.text.split()) > 1 else head


def _once(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without the number of a section that the line below has again: "Article 2, Section 3" above "Section
    3. Call Back", "Article 8, Section A" above "A. The Board pays"."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found and found[-1].section and not found[-1].text.strip() else None
        if above is not None and above.section == (
            block.section or (above.section if block.label == above.label else "")
        ):
            found.pop()
            block = replace(block, section=above.section)
        found.append(block)
    return tuple(found)


def _as_printed(head: Block, number: str, sections: Mapping[str, Section]) -> Block:
    """The head of a section under its number as the book cites it, printed as the contract prints it: "Section 5.2" on
    the paper is "5.2" there."""
    said = _LABEL_WORD.sub("", head.label).strip(" .:)–—-")
    same = said in (number, number.rpartition(".")[2]) or said.rpartition(".")[2] == number
    own = own_label(number, sections)
    reworded = bool(_LABEL_WORD.match(head.label)) is not bool(_LABEL_WORD.match(own))
    label = own if same and sections and reworded else head.label
    if head.kind is BlockKind.PARAGRAPH and _is_head(head.text, sections):
        return replace(head, kind=BlockKind.HEADING, section=number, label=label, level=2)
    return replace(head, section=number, label=label)


def _is_head(words: str, sections: Mapping[str, Section]) -> bool:
    """Whether words are a title where all sections of an item stand under one: "Professional Leave (new)"."""
    headed = bool(sections) and all(one.blocks[0].kind is BlockKind.HEADING for one in sections.values())
    bare = re.sub(r"\s*[\[(][^\[\]()]*[\])]\s*$", "", words)
    capital = all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", bare))
    return headed and like_title(bare) and capital


def _counts_it(block: Block, key: str, sections: Mapping[str, Section]) -> bool:
    """Whether the contract counts a section otherwise than the paper: "Section 2" for 4.2, "6.2" for Section 2."""
    return _worded(block) or ("." in block.section and in_its_count(block.section, key, sections) != block.section)


def _worded(block: Block) -> bool:
    return block.label.lower().startswith(("section", "sec.", "§"))


def _counted(block: Block, key: str, sections: Mapping[str, Section]) -> Block:
    """The head of a section under the contract's number for it ("Section 2" is 4.2)."""
    number = in_its_count(block.section, key, sections)
    return block if number == block.section else replace(block, section=number, label=own_label(number, sections))


def _head_of(section: Section, number: str) -> list[Block]:
    """The opening of a section that the paper only strikes."""
    first = section.blocks[0]
    if first.kind is BlockKind.HEADING:
        return [first]
    return [Block(BlockKind.HEADING, first.label or number, (), number, 2)]


def _apart(blocks: Sequence[Block], key: str, sections: Mapping[str, Section]) -> Iterator[Block]:
    """The blocks, the head of an article apart from a section's that was taken for its title ("Article 12", below it
    "12.5 Reporting")."""
    for block in blocks:
        match = _NUMBERED.match(block.text) if block.kind is BlockKind.HEADING and not block.section else None
        number = in_its_count(match[2], key, sections) if match and match[1] else match[2] if match else ""
        if match and block.label and number in sections and (match[1] or "." in number):
            yield replace(block, runs=())
            yield paragraph(block.text)
        else:
            yield block


def _waits_for_title(block: Block, sections: Mapping[str, Section]) -> bool:
    """Whether a section's number stands alone on its line, in a contract whose section has a title."""
    bare = block.kind is BlockKind.HEADING and bool(block.section) and not block.text
    return bare and (block.section not in sections or bool(sections[block.section].title))


def _is_title(block: Block, head: Block, sections: Mapping[str, Section]) -> bool:
    """Whether a line can be the title of the section whose number stands above it, and is no sentence of its text."""
    known = sections[head.section].title if head.section in sections else ""
    titled = like_title(block.text.strip()) or (bool(known) and after_title(block.text.strip(), known) == "")
    return block.kind is BlockKind.PARAGRAPH and not block.label and titled


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


@dataclass(frozen=True, slots=True)
class _Here:
    """Where a line stands: the item and its sections, the place of the section before it among them, the styles that
    label points inside them, the list that is open, the sections that the text has so far, and the block before."""

    key: str
    sections: Mapping[str, Section]
    last: int
    styles: set[str]
    points: Points
    seen: set[str]
    before: Block | None


def _opens_section(match: re.Match[str], here: _Here) -> str:
    """The number of the item's section that a numbered line begins; "" where it is a point of a list inside one."""
    word, number, point, words = match[1], match[2], match[3], _words(match)
    told = [one.act for one in instructions(match[0])]
    if (word and words[:1].islower()) or Act.READ in told or (Act.DELETE in told and len(told) > 1):
        return ""  # "Section 2.2 is deleted." is a sentence, also with its title: "Section 2.2 Access shall read:"
    own = in_its_count(number, here.key, here.sections)
    title = here.sections[own].title if own in here.sections else ""
    titled = bool(title) and after_title(words, title) is not None
    if not title and (named := by_its_title(number, words, here.key, here.sections)):
        return named
    if own != number and (word or titled):
        return own
    bare = not word and "." not in number
    if bare and not titled and here.points.takes(number, here.before, inside=bool(here.seen)):
        return ""
    if number not in here.sections:
        return number if _is_new(match, here, bare=bare) else ""
    if not bare or titled:
        return number
    at = list(here.sections).index(number)
    if not (point and words and at > here.last) or _style(number) in here.styles:
        return ""
    follows = here.last in (-1, at - 1)
    return number if follows or like_title(words) or resembles(here.sections[number], words) else ""


def _is_new(match: re.Match[str], here: _Here, *, bare: bool) -> bool:
    """Whether a number that the item does not have is that of a new section of it."""
    number, words = match[2], _words(match)
    if "." in number:
        return bool(words) and re.fullmatch(rf"{re.escape(here.key)}\.\d+", number) is not None
    parted = match[3] or (match[1] and (like_title(words) or (match[4] or "")[:1] in tuple("–—-")))
    if not parted or not next_new(number, {*here.sections, *here.seen}):
        return False
    titles = any(one.title for one in here.sections.values())
    titled = like_title(words) or like_title(words.partition(". ")[0])
    return not bare or titled or (bool(words) and not titles and _style(number) not in here.styles)


def _words(match: re.Match[str]) -> str:
    """The words behind a number, without the dash between."""
    return re.sub(r"^[–—-]\s+", "", match[4] or "").strip()


def _opened(
    block: Block, match: re.Match[str], number: str, sections: Mapping[str, Section], *, renamed: bool
) -> list[Block]:
    title = sections[number].title if number in sections else ""
    words = _words(match)
    label = block.printed[: len(block.printed.rstrip()) - len(words)].strip()
    if renamed or number != match[2]:
        label = own_label(number, sections)
    rest = after_title(words, title)
    if rest is not None:
        head = Block(BlockKind.HEADING, label, paragraph(words[: len(title)]).runs, number, 2)
        return [head, paragraph(rest)] if rest else [head]
    short = len(words) <= 80 and not re.search(r"[.;:,]$", words)
    kind = (
        BlockKind.HEADING if short and (words or match[1] or block.kind is BlockKind.HEADING) else BlockKind.PARAGRAPH
    )
    return [Block(kind, label, paragraph(words).runs, number, 2 if kind is BlockKind.HEADING else 0)]


_RUN_ON = re.compile(r"\s*[.:—–-]+\s*|\s+(?=[A-Z0-9(“\"])")


def after_title(words: str, title: str) -> str | None:
    """The words after a section's title on the same line ("" where it ends there); None where the line does not begin
    with the title, or goes on as a sentence of which it is a part ("Leave shall be granted" under "Leave")."""
    if not title or not words.lower().startswith(title.lower()):
        return None
    rest = words[len(title) :]
    if not rest.strip(" .:"):
        return ""
    run_on = _RUN_ON.match(rest)
    return rest[run_on.end() :] if run_on else None


def known_number(known: set[str], key: str, number: str) -> str:
    """A section's number as the book cites it: "7.3" of the paper is Section 3 where sections start again."""
    tail = number.rpartition(".")[2]
    if number not in known and number.startswith(f"{key}.") and tail in known:
        return tail
    return number
