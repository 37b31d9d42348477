"""The lines that the program itself puts above and below an agreement that it assembled: no words of the contract."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tablebook.documents.file_kinds import shown_ending
from tablebook.domain.contract import UnitKind
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.successor import Successor
from tablebook.domain.text import Block, same_words
from tablebook.errors import UserError
from tablebook.jobs.sheets.successor import COMPARED, TAS, closing_notes, text_code
from tablebook.jobs.sheets.wording import masthead
from tablebook.jobs.word_paper import closing_line, tracked_words
from tablebook.proof.front import is_ours

_COMPARED = re.compile(rf"Compared:? {re.escape(COMPARED)}\d{{1,2}} \w+ \d{{4}}")
_MOST_BELOW = 12
"""Paragraphs at the end of a file among which the lines are looked for; a page's end may break one in two."""


def front_lines(state: Negotiation, successor: Successor, above: Sequence[Block]) -> tuple[str, ...]:
    """The lines that an agreement that is set anew has above its first unit, as a Word file or on a page. When the
    marked one was made is known from what stands ``above``."""
    head = masthead(state)
    facts = (("Between", head.parties), ("Parties", head.parties), ("Unit", head.unit), ("For", head.agreement))
    said = [f"{name}{sign} {words}" for name, words in facts if words for sign in (":", "")]
    compared = _COMPARED.search(_words(above))
    first = successor.contract.articles[0] if successor.contract.articles else None
    # A preamble without a title has its name on the paper, and nothing in the contract.
    named = [first.name] if first and first.kind is UnitKind.PREAMBLE and not first.title else []
    return (head.agreement or "Agreement", *said, head.parties, *([compared[0]] if compared else ()), *named)


def without_closing(state: Negotiation, successor: Successor, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A file's paragraphs without the lines of ours that stand below the agreement, word for word."""
    head = masthead(state)
    lines = [
        *closing_notes(state, successor, tracked=True),
        tracked_words(TAS, offered=False),
        closing_line(head, text_code(successor)),
        closing_line(head, ""),
    ]
    known = [line for line in lines if line]
    for count in range(min(_MOST_BELOW, len(blocks)), 0, -1):
        if is_ours(blocks[-count:], known):
            return tuple(blocks[:-count])
    return tuple(_without_end(blocks, known))


def _without_end(blocks: Sequence[Block], lines: Sequence[str]) -> Sequence[Block]:
    """The paragraphs without a line at the end of the last one: on a page it may stand straight below."""
    last = blocks[-1] if blocks else None
    line = next((line for line in lines if last and last.text.endswith(f" {line}")), "")
    return [*blocks[:-1], last.with_text(last.text.removesuffix(line).rstrip())] if last and line else blocks


def refuse_marked_pages(final: Path, above: Sequence[Block]) -> None:
    """Raise UserError for pages that show the agreement marked: struck words are printed beside those that came."""
    if _COMPARED.search(_words(above)) and shown_ending(final.read_bytes()[:1024]) == ".pdf":
        raise UserError(
            f"{final.name} is the marked agreement, in which the struck words stand beside the new ones.",
            "On a page both are words, and the new text cannot be told from the old one for certain.",
            "Choose the agreement without marks, or the Word file with tracked changes.",
        )


def _words(blocks: Sequence[Block]) -> str:
    return same_words(" ".join(block.printed for block in blocks))
