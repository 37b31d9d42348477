"""One of the two texts that stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tablebook.ui.text.geometry import band_of, baseline, lines_of, origin
from tablebook.ui.text.offsets import qt_index
from tablebook.ui.text.pairing import Spot
from tablebook.ui.text.redline_page import RedlinePage


class Pane(RedlinePage):
    """A narrow page that leaves stepping through changes to the two-text view it belongs to."""

    stepped = Signal(int)
    resized = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("pane", parent)
        self.outline_current = False
        self.setAccessibleName(name)

    def next_change(self) -> None:
        """Ask the two-text view for the next change."""
        self.stepped.emit(1)

    def previous_change(self) -> None:
        """Ask the two-text view for the change before."""
        self.stepped.emit(-1)

    def lay_out(self) -> None:
        """Lay out, then tell the other side, whose rows must stand level."""
        super().lay_out()
        self.resized.emit()

    def tops(self) -> list[float]:
        """Where each row begins, and where the last one ends."""
        document, look = self.document(), self.look
        bands = [band_of(document, each, look) for each in self.placed]
        return [band.top for band in bands]

    def set_pads(self, pads: Sequence[float]) -> None:
        """Give each row room under it."""
        for each, pad in zip(self.placed, pads, strict=True):
            if abs(each.row.pad - pad) > 0.01:
                each.row = replace(each.row, pad=pad)
        RedlinePage.lay_out(self)

    def line_of(self, row: int, spot: Spot) -> float:
        """The middle of the line on which a stretch of words begins, in page coordinates."""
        each = self.placed[row]
        number = each.first + (spot.cell if 0 <= spot.cell < each.count else 0)
        block = self.document().findBlockByNumber(number)
        at, wanted = origin(self.document(), block), qt_index(block.text(), min(spot.start, len(block.text())))
        found = at.y() + self.look.line / 2
        for line in lines_of(block):
            found = baseline(at, line) - self.look.px(5)
            if line.textStart() <= wanted < line.textStart() + line.textLength():
                break
        return found
