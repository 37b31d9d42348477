"""Printed labels in a draft: typed before the words or put in with F2, and what begins a section by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.text import Block, BlockKind, split_label
from tablebook.ui.text.draft_edits import Edit, Place, cut
from tablebook.ui.text.lettering import next_label, same_style


def relabel(blocks: Sequence[Block], row: int, label: str) -> Edit:
    """Another printed label; where it was the section's number, the section is cited by the new one."""
    block = blocks[row]
    if not block.section and (like := _section_like(blocks, row, label)):
        return Edit(row, 1, (_as_section(block, label, like),), Place(row))
    cited = block.section and block.section == block.label.rstrip(".")
    section = label.rstrip(".") if cited and label else block.section
    level = block.level or (1 if label and block.kind is BlockKind.PARAGRAPH and not section else 0)
    return Edit(row, 1, (replace(block, label=label, section=section, level=level),), Place(row))


def begin(blocks: Sequence[Block], place: Place) -> Edit | None:
    """What was typed before the place is a label and a space ("6.4 ", "(b) "): it becomes the printed label, and a
    number that goes on those of the article's sections begins one. None where it is the beginning of a sentence."""
    block = blocks[place.row]
    typed = block.text[: place.offset]
    label = typed[:-1]
    if place.cell >= 0 or block.kind is not BlockKind.PARAGRAPH or block.label or block.section:
        return None
    if not label or not typed.endswith(" ") or " " in label:
        return None
    words = replace(block, runs=cut(block.runs, place.offset))
    if like := _section_like(blocks, place.row, label):
        return Edit(place.row, 1, (_as_section(words, label, like),), Place(place.row))
    if split_label(f"{typed}x")[0] != label:
        return None
    level = next((one.level for one in reversed(blocks[: place.row]) if same_style(one.label, label)), 1)
    return Edit(place.row, 1, (replace(words, label=label, level=level),), Place(place.row))


def _section_like(blocks: Sequence[Block], row: int, label: str) -> Block | None:
    """The section before (else after) a row whose number is written as this label is, where no section has it yet. A
    letter or a bare number is a section's only if it is the next one: it may as well begin a list."""
    sections = [(at, block) for at, block in enumerate(blocks) if block.section and block.label]
    if any(block.label == label for _, block in sections):
        return None
    alike = [(at, block) for at, block in sections if same_style(block.label, label)]
    if not alike:
        return None
    above = [block for at, block in alike if at < row]
    like = above[-1] if above else alike[0][1]
    parted = any(sign in label.rstrip(".") for sign in ".-")
    return like if parted or next_label(like.label) == label else None


def _as_section(block: Block, label: str, like: Block) -> Block:
    return replace(block, kind=like.kind, label=label, section=label.rstrip("."), level=like.level)
