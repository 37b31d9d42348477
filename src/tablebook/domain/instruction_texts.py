"""A section while instructions change it: its words, its title, and its number as it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.text import Block, BlockKind, Run, same_words, written_on


def title_of(blocks: Sequence[Block]) -> str:
    """A section's title, typography evened out; "" where it has none."""
    head = blocks[0] if blocks and blocks[0].kind is BlockKind.HEADING else None
    return same_words(head.text).casefold().strip(" .:") if head else ""


def put_behind(old: tuple[Block, ...], blocks: tuple[Block, ...], *, joined: bool) -> tuple[Block, ...]:
    """Words added at the end of a section: paragraphs of their own, or more sentences of its last one."""
    first = replace(blocks[0], section="", label="" if blocks[0].section else blocks[0].label)
    last = old[-1]
    if joined and not first.label and last.kind is BlockKind.PARAGRAPH and last.text.strip():
        return (*old[:-1], replace(last, runs=(*last.runs, Run(" "), *first.runs)), *blocks[1:])
    return (*old, first, *blocks[1:])


def stem_and_count(place: str) -> tuple[str, int] | None:
    """A section's number as what it shares with its like and what it counts: "7." and 3; None for letters."""
    match = re.fullmatch(r"(.*?)(\d+)", place)
    return (match[1], int(match[2])) if match else None


_TYPED = str.maketrans("“”‘’–—\u00a0", "\"\"''-- ")


def spots(text: str, words: str) -> list[int]:
    """Where the words stand by themselves, and not inside other ones; typed quotation marks and dashes are alike."""
    text, words = text.translate(_TYPED), words.translate(_TYPED)
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return [match.start() for match in re.finditer(f"{before}{re.escape(words)}{after}", text)] if words else []


def beside(first: str, second: str) -> str:
    """Words behind others, with a blank between them where print has one: "teachers, and counselors", "full-time"."""
    joined = first[-1:] in ("-", "(") or second[:1] in tuple(",.;:)%-")
    return f"{first.rstrip()}{'' if joined else ' '}{second.lstrip()}"


def rewritten(block: Block, start: int, old: str, new: str) -> Block:
    """A block with new words in the place of old ones; with none, the blank beside them goes too."""
    end, text = start + len(old), block.text
    if not new:
        spaced = start and text[start - 1].isspace() and (end == len(text) or not text[end].isalnum())
        start -= 1 if spaced else 0
        end += not start and text[end : end + 1].isspace()
    if block.kind is BlockKind.TABLE:
        return block.with_text(text[:start] + new + text[end:])
    return written_on(block, start, end, new)


def renumbered(blocks: tuple[Block, ...], old: str, new: str) -> tuple[Block, ...]:
    """A section under another number: its opening, and the labels below it that hold the number ("7.6.1")."""
    if old == new:
        return blocks
    pattern = re.compile(rf"(?<![\w.]){re.escape(old)}(?!\w)")
    made = []
    for block in blocks:
        section = new if block.section == old else block.section
        label = pattern.sub(new, block.label, count=1)
        made.append(replace(block, section=section, label=label))
    return tuple(made)
