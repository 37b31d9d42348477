"""Finding words in a page, as printed: a label and the words after it are one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from tablebook.ui.text.offsets import qt_index

if TYPE_CHECKING:
    from tablebook.ui.text.page import TextPage


def find_in(page: TextPage, words: str, backward: bool) -> bool:
    """Select the next match after (or before) the selection, going round; scrolls there."""
    hits = hits_in(page, words)
    if not hits:
        return False
    cursor = page.textCursor()
    here = cursor.selectionStart()
    if backward:
        hit = next((h for h in reversed(hits) if h[0] < here), hits[-1])
    else:
        after = here + 1 if cursor.hasSelection() else here
        hit = next((h for h in hits if h[0] >= after), hits[0])
    cursor.setPosition(hit[0])
    cursor.setPosition(hit[1], QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    return True


def hits_in(page: TextPage, words: str) -> list[tuple[int, int]]:
    """All places where the words stand, as document positions; case does not count."""
    wanted, found = words.strip().casefold(), []
    if not wanted:
        return []
    for each in page.placed:
        for number in range(each.first, each.first + each.count):
            block = page.document().findBlockByNumber(number)
            text = block.text()
            label = each.row.block.label if number == each.first and not each.row.fold else ""
            prefix = f"{label} " if label else ""
            for start, end in _matches(prefix + text, wanted):
                low, high = max(0, start - len(prefix)), max(0, end - len(prefix))
                found.append((block.position() + qt_index(text, low), block.position() + qt_index(text, high)))
    return found


def _matches(text: str, wanted: str) -> list[tuple[int, int]]:
    """Matches in Python positions. Folding can lengthen a text ("ß"), so each folded letter knows where it was."""
    folded = [char.casefold() for char in text]
    whole = "".join(folded)
    owner = [index for index, letters in enumerate(folded) for _ in letters]
    found: list[tuple[int, int]] = []
    at = whole.find(wanted)
    while at >= 0:
        found.append((owner[at], owner[at + len(wanted) - 1] + 1))
        at = whole.find(wanted, at + len(wanted))
    return found
