"""What changed, in a few words: how many changes, in which sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tablebook.domain.text import Block
from tablebook.redline.compare import compare
from tablebook.redline.marks import Mark, MarkedBlock, Redline


def changed_sections(redline: Redline) -> tuple[str, ...]:
    """The numbers of the sections with changes in words, in order; "" for text before the first section."""
    return tuple(dict.fromkeys(change.section for change in redline.changes))


def sections_changed(old: Sequence[Block], new: Sequence[Block]) -> tuple[str, ...]:
    """The sections that differ between two texts in words, labels, cells or order, in order."""
    return tuple(dict.fromkeys(section for section, block in _in_sections(compare(old, new)) if block.changed))


def renumbered(redline: Redline) -> tuple[tuple[str, str], ...]:
    """(old label, new label) of each block that stands under another label now."""
    return tuple(
        (block.old_label, block.label)
        for block in redline.blocks
        if block.old_label is not None and block.start.mark is Mark.SAME
    )


def changes_by_section(redline: Redline) -> dict[str, int]:
    """How many changes in words each changed section has."""
    counts: dict[str, int] = {}
    for change in redline.changes:
        counts[change.section] = counts.get(change.section, 0) + 1
    return counts


def summary(redline: Redline) -> str:
    """One sentence without its full stop: "5 changes in 12.1 and 12.2", "2 labels changed", "No changes"."""
    count = len(redline.changes)
    if not count:
        labels = len(renumbered(redline))
        if labels:
            return f"{labels} label{'s' if labels > 1 else ''} changed"
        return "No words changed" if any(block.changed for block in redline.blocks) else "No changes"
    places = [section for section in changed_sections(redline) if section]
    words = f"{count} change{'s' if count > 1 else ''}"
    return f"{words} in {_listed(places)}" if places else words


def _listed(places: Sequence[str]) -> str:
    if len(places) > 4:
        return f"{len(places)} sections"
    return places[0] if len(places) == 1 else f"{', '.join(places[:-1])} and {places[-1]}"


def _in_sections(redline: Redline) -> Iterator[tuple[str, MarkedBlock]]:
    section = ""
    for block in redline.blocks:
        section = block.section or section
        yield section, block
