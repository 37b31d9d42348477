"""The draft and its live redline, beside each other or one at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from tablebook.domain.text import Block
from tablebook.redline.marks import MarkedBlock
from tablebook.ui.kit.chip import ChipLook
from tablebook.ui.text.draft_editor import DraftEditor
from tablebook.ui.text.live_redline import Compare, LiveRedline
from tablebook.ui.text.redline_page import RedlinePage

NARROWEST = 45
LOWEST = 5
"""Lines that each of two stacked texts has to have; with less room the words alone are shown."""


class DraftPanes(QWidget):
    """`editor` and `redline`; `show_mode` is "both", "draft" or "redline". Too narrow for both, they stack; too low for
    that, the words alone are shown."""

    def __init__(self, compare: Compare, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor, self.redline = DraftEditor(), RedlinePage()
        self.redline.setAccessibleName("Redline of the draft")
        self.live = LiveRedline(compare, self)
        self.mode = "both"
        self._chips: dict[str, ChipLook] = {}
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for page in (self.editor, self.redline):
            page.set_edge("private")
            self.splitter.addWidget(page)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.splitter)
        self.editor.changed.connect(self.live.update)
        self.live.ready.connect(self._show_redline)
        self._row, self._awaited = 0, False
        self.editor.cursorPositionChanged.connect(self._follow)

    def show_blocks(self, blocks: Sequence[Block], *, locked: Mapping[str, ChipLook] | None = None) -> None:
        """Begin editing."""
        self._chips = dict(locked or {})
        self._row, self._awaited = 0, False
        self.editor.show_blocks(blocks, locked=locked)
        self._show_redline(tuple(self.live.compare(self.editor.blocks())))

    def set_compare(self, compare: Compare) -> None:
        """Show the redline against another text."""
        self.live.set_compare(compare)
        self.live.update(self.editor.blocks())

    def _show_redline(self, blocks: tuple[MarkedBlock, ...]) -> None:
        self.redline.show_blocks(blocks, chips=self._chips)
        if self._awaited:  # a paragraph that was just begun is on it only now
            self._show_row()

    def _follow(self) -> None:
        """The redline shows the paragraph that is written in. Inside one it stands still, also while it is out of
        sight because somebody scrolled there: nothing jumps under a reader."""
        row = self.editor.caret_place().row
        if row != self._row:
            self._row = row
            self._show_row()

    def _show_row(self) -> None:
        """Bring the paragraph's place on the redline into view, if its first line is not there."""
        marked = (
            at for at, each in enumerate(self.redline.rows)
            if each.block.new_index == self._row and each.block.start.striker is None
        )  # fmt: skip
        at = next(marked, -1)
        self._awaited = at < 0
        if self._awaited:
            return
        where = self.redline.row_rect(at)
        top = where.top() - self.redline.verticalScrollBar().value()
        if not 0 <= top <= self.redline.viewport().height() - self.redline.look.line:
            self.redline.scroll_to(where.top(), where.bottom())

    def show_mode(self, mode: str) -> None:
        """Show both, or one of the two."""
        self.mode = mode
        self._fit()

    def _fit(self) -> None:
        """Stack where a pane would hold fewer than 45 characters."""
        look = self.editor.look
        metrics = QFontMetricsF(look.book)
        narrow = self.width() / 2 < metrics.averageCharWidth() * NARROWEST + look.left + look.right
        low = narrow and self.height() / 2 < metrics.lineSpacing() * LOWEST
        self.splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        # Five lines of words, and the head of a section with the room round it.
        self.splitter.setMinimumHeight(round(look.top + (LOWEST + 1.5) * look.line))
        self.editor.setVisible(self.mode != "redline")
        self.redline.setVisible(self.mode == "redline" or (self.mode == "both" and not low))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, stacked, or one alone, as there is room."""
        super().resizeEvent(event)
        self._fit()
