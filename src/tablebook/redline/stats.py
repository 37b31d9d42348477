"""What changed, in a few words: how many changes, in which sections."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.domain.phrases import listed
from tablebook.redline.marks import Redline
from tablebook.redline.renumbering import renumbered


def changed_sections(redline: Redline) -> tuple[str, ...]:
    """The numbers of the sections with changes in words, in order; "" for text before the first section."""
    return tuple(dict.fromkeys(change.section for change in redline.changes))


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
    elsewhere = ["elsewhere"] if "" in changed_sections(redline) else []
    return f"{words} in {_listed(places, elsewhere)}" if places else words


def _listed(sections: Sequence[str], elsewhere: Sequence[str]) -> str:
    places = [*([f"{len(sections)} sections"] if len(sections) > 4 else sections), *elsewhere]
    return listed(places)
