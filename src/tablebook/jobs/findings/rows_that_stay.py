"""Lines of a list of which a paper says that they stay: "Track (no change)" is the contract's "Track $3,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.text import Block, BlockKind, same_words, sections_of
from tablebook.jobs.findings.stances import Apart
from tablebook.jobs.findings.stay_words import stays

_SAID = re.compile(r"(?P<row>\S.*?)\s*(?P<stance>[\[(][^\[\]()]*[\])]|[–—:]\s*\S[^–—:]*|\s-\s+\S.*)\s*")
_LONGEST = 16
"""Words; a longer line is text."""


def rows_that_stay(blocks: Sequence[Block], base: Sequence[Block], known: str) -> Apart:
    """The blocks with the contract's own paragraph for each that only names one and says that it stays, where one
    paragraph of that section begins so, and those lines."""
    now = sections_of(tuple(base))
    done: list[Block] = []
    said: list[str] = []
    section = ""
    for block in blocks:
        section = block.section or section
        row = _row(block)
        found = _beginning(row, now.get(section, ())) if row and same_words(block.text) not in known else []
        if len(found) == 1:
            said.append(block.printed)
            block = replace(found[0], label=block.label or found[0].label)
        done.append(block)
    return Apart(tuple(done), tuple(said))


def _row(block: Block) -> str:
    """What a paragraph names, where all that it says of it is that it stays."""
    if block.kind is not BlockKind.PARAGRAPH or block.section or len(block.text.split()) > _LONGEST:
        return ""
    match = _SAID.fullmatch(block.text)
    return match["row"] if match and stays(match["stance"]) else ""


def _beginning(row: str, blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs that begin with what a row names, and say more."""
    stem = same_words(row).casefold().rstrip(" .:")
    if not any(map(str.isalpha, stem)):
        return []
    pattern = re.compile(rf"{re.escape(stem)}(?!\w).*\w", re.S)
    paragraphs = (block for block in blocks if block.kind is BlockKind.PARAGRAPH and not block.section)
    return [block for block in paragraphs if pattern.match(same_words(block.text).casefold())]
