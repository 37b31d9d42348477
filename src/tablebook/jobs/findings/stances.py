"""Lines of a paper that say of sections where a side stands, apart from the text: "4.2 – 4.5 No change" is no Section
4.2, and "4.3 Bereavement Leave – CCL" no new title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tablebook.domain.contract import Section
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind, paragraph, same_words, written_on
from tablebook.jobs.findings.gap_signs import GAP
from tablebook.jobs.findings.remarks import is_remark
from tablebook.jobs.findings.stay_words import means_contract, stays
from tablebook.jobs.section_heads import in_its_count

_ONE = r"[A-Z]?\d+(?:\.\d+)*(?![\w.]\w)|[A-Z](?!\w)"
_AND = r"\s*(?:,\s*(?:and\b|&)|,|&|\band\b|\bto\b|\bthrough\b|\bthru\b|[-–—])\s*(?:(?i:sections?)\s+|§+\s*)?"
_SEVERAL = re.compile(
    rf"[\W_]*(?:(?i:article)\s+\S+[\s,:–—-]+)?(?P<word>(?i:sections?|secs?\.?|§+))?\s*"
    rf"(?P<all>(?P<first>{_ONE})(?:{_AND}(?:{_ONE}))+)(?P<rest>.*)",
    re.S,
)
_IN_LIST = re.compile(rf"(?P<to>\bto\b|\bthrough\b|\bthru\b|[-–—])?\s*(?:(?i:sections?)\s+|§+\s*)?(?P<one>{_ONE})")
_STANDS = re.compile(
    r"(?i)[\s:,;.–—-]*(?:(?:is|are|remains?|shall\s+remain|will\s+remain|to\s+remain|stays?|shall\s+be)\b\s*)?"
    r"(?P<stance>[\[(]?.*)"
)
_DASHED = re.compile(r"(?P<title>.*?\S)(?:\s+[–—-]+\s*|\s*[–—]+\s*|\s*:\s*|\s+(?=[….*\[(]))(?P<stance>\S.*)", re.S)
_LONGEST = 30
"""Words; a longer line is text."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A paper's blocks without the lines that say only that sections stay, and those lines."""

    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()


def several_apart(blocks: Sequence[Block], key: str, sections: Mapping[str, Section], known: str) -> Apart:
    """The blocks without the lines that name several sections and say that they stay. Where such a line means the
    contract's words, each of its sections that the paper does not show says so by itself."""
    shown = {block.section for block in blocks if block.section and not _named(block, key, sections)}
    kept: list[Block] = []
    remarks: list[str] = []
    for block in blocks:
        found = None if same_words(block.text) in known else _named(block, key, sections)
        if found is None:
            kept.append(block)
            continue
        numbers, stance = found
        alone = [one for one in numbers if means_contract(stance) and one in sections and one not in shown]
        remarks += [] if alone else [block.printed]
        for number in alone:
            first = sections[number].blocks[0]
            title = first.runs if first.kind is BlockKind.HEADING else ()
            kept += [Block(BlockKind.HEADING, first.label or number, title, number, 2), paragraph(stance.strip())]
    return Apart(tuple(kept), tuple(remarks))


def names_several(block: Block, key: str, sections: Mapping[str, Section]) -> bool:
    """Whether a line names several sections and says that they stay: it opens none of them."""
    return _named(block, key, sections) is not None


def _named(block: Block, key: str, sections: Mapping[str, Section]) -> tuple[tuple[str, ...], str] | None:
    """The sections that a line names, and what it says of them; None where it is another line."""
    if block.kind is BlockKind.TABLE or len(block.printed.split()) > _LONGEST:
        return None
    match = _SEVERAL.fullmatch(block.printed)
    stands = _STANDS.fullmatch(match["rest"]) if match else None
    if match is None or stands is None or not (stays(stands["stance"]) or is_remark(stands["stance"])):
        return None
    numbers = tuple(_meant(match["all"], key, sections))
    if not match["word"] and not all(one in sections for one in numbers):
        return None
    return numbers, stands["stance"].strip("[]() .")


def _meant(words: str, key: str, sections: Mapping[str, Section]) -> Iterator[str]:
    """The numbers of a list, with all that the contract has between the two of "4.2 to 4.5"."""
    order = list(sections)
    last = ""
    for match in _IN_LIST.finditer(words):
        number = in_its_count(match["one"], key, sections)
        if match["to"] and last in sections and number in sections:
            yield from order[order.index(last) + 1 : order.index(number)]
        yield number
        last = number


def heads_apart(blocks: Sequence[Block], titles: Mapping[str, Sequence[str]]) -> tuple[Block, ...]:
    """The blocks, what stands behind the title of a section and says where a side stands on a line of its own
    ("4.3 Bereavement Leave – no change", "4.3 Bereavement Leave …"). ``titles`` are those that a section ever had."""
    done: list[Block] = []
    for block in blocks:
        at = _stance_at(block, titles.get(block.section, ())) if block.section else 0
        if at:
            done += [written_on(block, at, len(block.text), ""), paragraph(block.text[at:].strip(" \t:–—-"))]
        else:
            done.append(block)
    return tuple(done)


def _stance_at(block: Block, titles: Sequence[str]) -> int:
    """Where the stance in a section's head begins; 0 for none."""
    text = block.text
    if block.kind is BlockKind.TABLE or text.strip().casefold() in {one.casefold() for one in titles}:
        return 0
    for title in sorted(titles, key=len, reverse=True):
        rest = text[len(title) :]
        if title and text.casefold().startswith(title.casefold()) and _says(rest.strip(" \t:.,;–—-") or rest):
            return len(title)
    match = _DASHED.fullmatch(text)
    return match.end("title") if match and (stays(match["stance"]) or GAP.fullmatch(match["stance"])) else 0


def _says(words: str) -> bool:
    return bool(words.strip()) and (stays(words) or is_remark(words))
