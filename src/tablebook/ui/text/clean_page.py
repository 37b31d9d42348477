"""CleanPage: a text as it reads, without any marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from tablebook.domain.text import Block
from tablebook.ui.kit.chip import ChipLook
from tablebook.ui.text.redline_page import RedlinePage
from tablebook.ui.text.rows import plain, rows_of


class CleanPage(RedlinePage):
    """The clean reading of blocks; find, copy, sections and folds are those of the redline page."""

    def __init__(self, kind: str = "page", parent: QWidget | None = None) -> None:
        super().__init__(kind, parent)
        self.setAccessibleName("Clean text")
        self.read_marks = False

    def show_text(self, blocks: Sequence[Block], *, chips: Mapping[str, ChipLook] | None = None) -> None:
        """Show blocks as they stand."""
        self.show_rows(rows_of([plain(block) for block in blocks], chips))

    def _count(self) -> None:
        super()._count()
        self.setAccessibleDescription("")
