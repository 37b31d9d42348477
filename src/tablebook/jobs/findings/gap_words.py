"""A section in which a paper says of a part that it stays ("[Steps 2 and 3: no change]"): the words that are not shown
are left out there, as by three dots."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.domain.text import Block, BlockKind, paragraph, same_words
from tablebook.jobs.findings.gap_signs import GAP
from tablebook.jobs.findings.remarks import is_remark
from tablebook.jobs.findings.stances import Apart
from tablebook.jobs.findings.stay_words import stays

_PART = (
    r"(?:sub)?(?:steps?|paragraphs?|pars?\.?|sections?|items?|points?|parts?|clauses?|sentences?|bullets?|levels?"
    r"|¶+|§+)"
)
_LABEL = r"\(?(?:\d{1,3}(?:\.\d+)*|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)]{0,2}(?!\w)"
_LABELS = rf"{_LABEL}(?:\s*(?:,\s*and\b|,|&|\band\b|\bto\b|\bthrough\b|\bthru\b|[-–—])\s*{_LABEL})*"
_REST = (
    rf"(?:(?:the\s+)?(?:remaining|other)\s+(?:{_PART}|text|language)|(?:the\s+)?(?:rest|remainder|balance)"
    rf"(?:\s+of\s+(?:(?:the|this)\s+)?(?:{_PART}|text|language))?|(?:the|this)\s+{_PART})"
)
_SUBJECT = re.compile(rf"(?i)[\W_]*(?:all\s+)?(?:{_PART}\s*{_LABELS}|{_REST})\s*[:,;–—-]*\s*(?P<rest>\S.*)", re.S)
_LABELLED = re.compile(rf"[\W_]*{_LABELS}\s*[:,;–—-]*\s*(?P<rest>\S.*)", re.S)
_TO = re.compile(rf"(?i)\W*no\s+(?:(?:other|further)\s+)?changes?\s+(?:to|in)\s+(?:{_PART}\s*{_LABELS}|{_REST})\W*")
_IS = re.compile(r"(?i)(?:(?:is|are|remains?|stays?|shall|will|to|be)\b\s*)*")
_BRACKET = re.compile(r"\s*\[(?P<words>[^\[\]]*)\]\W*|\s*\((?P<round>[^()]*)\)\W*")
_SAYS = re.compile(
    r"(?i)\b(?:no\s+(?:(?:other|further)\s+)?changes?|unchanged|omitted|not\s+shown|same|ccl|status\s+quo|current(?:\s+contract)?\s+language)\b"
)
_LONGEST = 12
"""Words; a longer line is text."""


def words_as_gaps(blocks: Sequence[Block], known: str, *, marked: bool = False) -> Apart:
    """The blocks, each line in a section that only says that a part of it stays as a gap, and those lines. Where no
    more of a section is shown than such a line, it says where a side stands, and is no gap. On a ``marked`` paper
    three dots below a title stay one: beside them something may be struck."""
    done: list[Block | None] = list(blocks)
    said: list[str] = []
    has_sections = any(block.section for block in blocks)
    start = 0
    for end in [*(i for i, block in enumerate(blocks) if block.section and i), len(blocks)]:
        part = range(start, end)
        start = end
        gaps = [i for i in part if same_words(blocks[i].text) not in known and says_gap(blocks[i])]
        if has_sections and not blocks[part[0]].section:
            continue
        if any(i not in gaps and _is_body(blocks[i]) for i in part):
            for i in gaps:
                said.append(blocks[i].printed)
                done[i] = paragraph("…")
        elif has_sections and not marked:  # "4.3 Leave ..." is its title only
            for i in part:
                if GAP.fullmatch(blocks[i].printed) and not blocks[i].section:
                    said.append(blocks[i].printed)
                    done[i] = None
    return Apart(tuple(block for block in done if block is not None), tuple(said))


def says_gap(block: Block) -> bool:
    """Whether a line says that a part of its section stays as it is, and no more."""
    if block.kind is not BlockKind.PARAGRAPH or block.section or len(block.printed.split()) > _LONGEST:
        return False
    text = block.printed
    if (bracket := _BRACKET.fullmatch(text)) and _SAYS.search(bracket["words"] or bracket["round"] or ""):
        return True
    if stays(text) or _TO.fullmatch(text) or (block.label and stays(block.text)):
        return True
    match = _SUBJECT.fullmatch(text) or _LABELLED.fullmatch(text)
    return match is not None and stays(_IS.sub("", match["rest"], count=1))


def _is_body(block: Block) -> bool:
    """Whether a block shows words of a section, and is neither its title nor a remark or a gap."""
    if block.kind is BlockKind.TABLE:
        return True
    titled = block.kind is BlockKind.HEADING or not block.text.strip()
    return not titled and not is_remark(block.text) and not GAP.fullmatch(block.printed)
