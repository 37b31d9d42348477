"""What is half typed of a received text, kept in the plan at every pause: Esc and a flat battery lose nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tablebook.domain.plain import from_plain, to_plain
from tablebook.domain.text import Block
from tablebook.ui.dialogs.receive_words import FILE, OVER, PASTE, SPOKEN, last_blocks

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.dialogs.receive import ReceiveScreen


def _key(article: str) -> str:
    return f"receiving {article}"


def load_typed(book: Book, article: str) -> dict[str, Any]:
    """What was half typed for this article; empty where nothing was."""
    return book.plan.get(_key(article)) or {}


def keep_typed(book: Book, article: str, typed: dict[str, Any] | None) -> None:
    """Keep it; None forgets it."""
    if not book.read_only and (typed or book.plan.get(_key(article)) is not None):
        book.plan.put(_key(article), typed)


def typed_of(screen: ReceiveScreen) -> dict[str, Any] | None:
    """What stands on the screen, as plain data; None where nothing was typed."""
    words, blocks = screen.words, screen.words.over.blocks()
    over = [to_plain(one) for one in blocks] if words.over_shown and blocks != screen_text(screen) else []
    kept = {
        "way": words.way,
        PASTE: words.pasted.text(),
        SPOKEN: words.said.text(),
        OVER: over,
        FILE: words.file.path,
    }
    return kept if any(kept[name] for name in (PASTE, SPOKEN, OVER, FILE)) else None


def screen_text(screen: ReceiveScreen) -> tuple[Block, ...]:
    """The text that is typed over."""
    return last_blocks(screen.desk.state, screen.key)


def show_typed(screen: ReceiveScreen, kept: dict[str, Any]) -> None:
    """Put what was half typed back."""
    words = screen.words
    words.pasted.set_text(kept.get(PASTE, ""))
    words.said.set_text(kept.get(SPOKEN, ""))
    if kept.get(OVER):
        words.show_over(tuple(from_plain(Block, plain) for plain in kept[OVER]))
    if (path := kept.get(FILE)) and Path(path).is_file():
        words.file.read(Path(path))
    if kept.get("way"):
        screen.way.set_value(kept["way"])
        screen.way_drop.set_value(kept["way"])
        words.show_way(kept["way"])
