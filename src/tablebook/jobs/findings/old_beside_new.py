"""Papers that print the old words before the new ones: "Old: … New: …", in one paragraph or in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.text import Block, BlockKind, same_words, written_on

_OF = r"(?:\s+(?:contract|cba|agreement))?(?:\s+(?:language|text|wording|provision|reads?|to\s+read))?\s*[:–—]\s*"
_OLD = rf"\W*(?:the\s+)?(?:current(?:ly)?|existing|present(?:ly)?|old){_OF}"
_NEW = rf"(?:the\s+)?(?:proposed|new|revised|amended){_OF}"
_BOTH = re.compile(rf"{_OLD}(?P<old>\S.*?)[\s;/|>→-]*\s{_NEW}(?P<new>\S.*)", re.I | re.S)
_OLD_LINE = re.compile(rf"{_OLD}(?P<old>\S.*)", re.I | re.S)
_NEW_LINE = re.compile(rf"\W*{_NEW}(?P<new>\S.*)", re.I | re.S)
_QUOTED = ' "“”'


def without_old(blocks: Sequence[Block], known: str) -> tuple[Block, ...]:
    """The blocks with the new words alone where the old ones beside them are a whole paragraph of the contract, and as
    an order to replace them where they are a part of one. ``known`` is the contract's language (see
    :func:`same_words`)."""
    joined = _on_one_line(blocks)
    return tuple(block if block.kind is BlockKind.TABLE else _new_of(block, known) for block in joined)


def _on_one_line(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the old words and the new ones that stand below them as one."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        pair = above is not None and _OLD_LINE.fullmatch(above.text) and not _BOTH.fullmatch(above.text)
        if above is not None and pair and not block.section and _NEW_LINE.fullmatch(block.text):
            found[-1] = above.with_text(f"{above.text} {block.text}")
        else:
            found.append(block)
    return found


def _bare(words: str) -> str:
    """Words without the quotation marks around all of them."""
    quoted = re.fullmatch(r"\s*[“\"]([^”“\"]*)[”\"]\s*", words)
    return quoted[1] if quoted else words


def _new_of(block: Block, known: str) -> Block:
    both = _BOTH.fullmatch(block.text)
    if both is None:
        return block
    old, new = same_words(both["old"]).strip(_QUOTED), _bare(both["new"])
    holds = [line for line in known.split("\n") if old.casefold() in line.casefold()]
    if any(line.strip().casefold() == old.casefold() for line in holds):
        plain = replace(block, kind=BlockKind.PARAGRAPH, level=0)
        return plain.with_text(new) if both["new"] != new else written_on(plain, 0, both.start("new"), "")
    return block.with_text(f"Replace “{old}” with “{new}”.") if holds else block
