"""SideBySide: any two texts of one article, paragraphs level, changes numbered in the gutter, same sections folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tablebook.redline.marks import MarkedBlock
from tablebook.ui.kit.announce import announce
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.chip import ChipLook
from tablebook.ui.kit.label import Panel
from tablebook.ui.text.connectors import WIDTH, Connectors
from tablebook.ui.text.levelling import level
from tablebook.ui.text.pairing import ChangePair, Pairing, pair
from tablebook.ui.text.pane import Pane
from tablebook.ui.text.rows import Note
from tablebook.ui.text.side_titles import ChangeControls, SideTitle, TitleBar
from tablebook.ui.text.spoken import spoken_row
from tablebook.ui.theme import theme

NARROWEST = 45


class SideBySide(QWidget):
    """Two texts. The older stands left unless swapped; under 45 characters a pane they stand one over the other.

    Without ``connected`` no gutter stands between them. F3 goes through the changes, or calls `stepping` where whoever
    shows the texts has something else to go through. `controls` ("Change 4 of 6", arrows, fold) is made here and placed
    by whoever has room for it.
    """

    current_change = Signal(int)
    swapped = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, connected: bool = True) -> None:
        super().__init__(parent)
        self._connected = connected
        self.stepping: Callable[[int], None] | None = None
        self.left, self.right = Pane("Older text", self), Pane("Newer text", self)
        self.left_title, self.right_title = TitleBar(), TitleBar()
        self.left.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.swap_button = Button("", "arrow-left-right", "ghost")
        self.swap_button.setAccessibleName("Swap the two texts")
        self.swap_button.setToolTip("Swap the two texts")
        self.gutter = Connectors(self)
        self.controls = ChangeControls()
        self.at_change = -1
        self.is_swapped = False
        self._blocks: tuple[MarkedBlock, ...] = ()
        self._chips: Mapping[str, ChipLook] = {}
        self._notes: Mapping[int, Note] = {}
        self._titles = (SideTitle("", ""), SideTitle("", ""))
        self._opened: frozenset[int] = frozenset()
        self._pairing = Pairing((), (), ())
        self._levelling = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        middle, self._swap_place = QWidget(), Panel("panel")
        centred = QVBoxLayout(self._swap_place)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addWidget(self.swap_button, 0, Qt.AlignmentFlag.AlignCenter)
        for parts, stretch in (
            ((self.left_title, self.left), 1), ((self._swap_place, self.gutter), 0), ((self.right_title, self.right), 1)
        ):  # fmt: skip
            column = middle if stretch == 0 else QWidget()
            stack = QVBoxLayout(column)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(0)
            stack.addWidget(parts[0])
            stack.addWidget(parts[1], 1)
            self._columns.addWidget(column, stretch)
        self._middle, self._swap_row = middle, centred
        self.swap_button.setVisible(self._connected)
        self.gutter.setVisible(self._connected)
        self._measure()

    def _measure(self) -> None:
        px = theme().px
        self._swap_place.setFixedHeight(px(40))
        self.left_title.setFixedHeight(px(40))
        self.right_title.setFixedHeight(px(40))
        self._middle.setFixedWidth(px(WIDTH) if self._connected else 1)

    def _connect(self) -> None:
        left, right = self.left.verticalScrollBar(), self.right.verticalScrollBar()
        left.valueChanged.connect(self._follow_left)
        right.valueChanged.connect(self._follow_right)
        self.swap_button.clicked.connect(self.swap)
        self.gutter.clicked.connect(self.go_to_change)
        self.controls.up.clicked.connect(self.previous_change)
        self.controls.down.clicked.connect(self.next_change)
        self.controls.fold.toggled.connect(self._fold_toggled)
        for page in (self.left, self.right):
            page.stepped.connect(self._stepped)
            page.fold_opened.connect(self._open_fold)
            page.resized.connect(self._make_level)
        theme().changed.connect(self._measure)

    @property
    def stacked(self) -> bool:
        """Whether the texts stand one over the other for want of width."""
        return self._columns.direction() == QBoxLayout.Direction.TopToBottom

    @property
    def changes(self) -> tuple[ChangePair, ...]:
        """The changes in reading order."""
        return self._pairing.changes

    @property
    def change_count(self) -> int:
        """How many changes there are between the two texts."""
        return len(self.changes)

    def show_texts(
        self,
        blocks: Sequence[MarkedBlock],
        older: SideTitle,
        newer: SideTitle,
        *,
        chips: Mapping[str, ChipLook] | None = None,
        notes: Mapping[int, Note] | None = None,
    ) -> None:
        """Show the blocks of a comparison of two texts; notes stand at the newer text, by the block's position."""
        self._blocks, self._titles = tuple(blocks), (older, newer)
        self._chips, self._notes = chips or {}, notes or {}
        self._opened = frozenset()
        self.at_change = -1
        self._show()

    def _show(self) -> None:
        fold = self.controls.fold.isChecked()
        self._pairing = pair(self._blocks, chips=self._chips, notes=self._notes, fold=fold, opened=self._opened)
        sides = (self._pairing.old, self._pairing.new)
        titles = self._titles
        if self.is_swapped:
            sides, titles = sides[::-1], titles[::-1]
        self._levelling = True
        self.left.show_rows(sides[0])
        self.right.show_rows(sides[1])
        self._levelling = False
        for bar, page, title in ((self.left_title, self.left, titles[0]), (self.right_title, self.right, titles[1])):
            bar.show_title(title)
            page.setAccessibleName(f"{title.label} {title.words}".strip())
        self.controls.show_count(self.at_change, self.change_count)
        self._make_level()

    def _make_level(self) -> None:
        if self._levelling or len(self.left.placed) != len(self.right.placed):
            return
        self._levelling = True
        # Both sides wrap alike: the one without a scroll bar leaves its width free.
        spare = 0 if self.stacked else max(0, self.left.viewport().width() - self.right.viewport().width())
        if spare != self.left.spare_right:
            self.left.spare_right = spare
            self.left.lay_out()
        if self.stacked:
            for page in (self.left, self.right):
                page.set_pads([0.0] * len(page.placed))
        else:
            level(self.left, self.right)
        self._levelling = False
        self.gutter.update()

    def swap(self) -> None:
        """Exchange the two texts; the marks stay those of whoever made the change."""
        self.is_swapped = not self.is_swapped
        self._show()
        self.swapped.emit(self.is_swapped)

    def _fold_toggled(self) -> None:
        self._opened = frozenset()
        self._show()

    def _open_fold(self, row: int) -> None:
        """Open one fold on both sides."""
        self._opened |= {self.left.rows[row].index}
        self._show()

    def _follow_left(self, value: int) -> None:
        if not self.stacked:
            self.right.verticalScrollBar().setValue(value)
        self.gutter.update()

    def _follow_right(self, value: int) -> None:
        if not self.stacked:
            self.left.verticalScrollBar().setValue(value)

    def spots_of(self, at: int) -> tuple[tuple[float, bool], tuple[float, bool]]:
        """Height on the left and on the right page of a change, each with whether nothing stands there."""
        change = self.changes[at]
        left, right = (change.new, change.old) if self.is_swapped else (change.old, change.new)
        whole = not (left.end > left.start or right.end > right.start)
        return (
            (self.left.line_of(change.row, left), left.end == left.start and not whole),
            (self.right.line_of(change.row, right), right.end == right.start and not whole),
        )

    def next_change(self) -> None:
        """Go to the next change, after the last to the first."""
        self._step(1)

    def previous_change(self) -> None:
        """Go to the change before."""
        self._step(-1)

    def _stepped(self, by: int) -> None:
        (self.stepping or self._step)(by)

    def _step(self, by: int) -> None:
        self.go_to_change(0 if self.at_change < 0 and by > 0 else self.at_change + by)

    def go_to_change(self, at: int) -> None:
        """Bring a change into view on both sides, say it, and tell whoever listens."""
        if not self.changes:
            return
        self.at_change = at % len(self.changes)
        change = self.changes[self.at_change]
        middle = self.right.line_of(change.row, change.old if self.is_swapped else change.new)
        self.right.scroll_to(middle - self.right.look.line, middle + self.right.look.line)
        if self.stacked:
            other = self.left.line_of(change.row, change.new if self.is_swapped else change.old)
            self.left.scroll_to(other - self.left.look.line, other + self.left.look.line)
        row = self._pairing.new[change.row]
        said = spoken_row(row) if row.block.all_runs else spoken_row(self._pairing.old[change.row])
        announce(self, f"Change {self.at_change + 1} of {self.change_count}. {said}")
        self.controls.show_count(self.at_change, self.change_count)
        self.gutter.update()
        self.current_change.emit(self.at_change)

    def go_to_block(self, at: int) -> None:
        """Bring a block into view on both sides, by its position among those that were shown."""
        row = next((number for number, each in enumerate(self._pairing.new) if each.index == at), -1)
        if row < 0:
            return
        for page in (self.right, *((self.left,) if self.stacked else ())):
            rect = page.row_rect(row)
            page.scroll_to(rect.top(), rect.bottom())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 from the controls as well."""
        if event.key() == Qt.Key.Key_F3:
            self._stepped(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack where a pane would hold fewer than 45 characters."""
        super().resizeEvent(event)
        look = self.left.look
        need = QFontMetricsF(look.book).averageCharWidth() * NARROWEST + look.left + look.right
        gutter = theme().px(WIDTH) if self._connected else 1
        stack = (event.size().width() - gutter) / 2 < need
        direction = QBoxLayout.Direction.TopToBottom if stack else QBoxLayout.Direction.LeftToRight
        if direction != self._columns.direction():
            self._columns.setDirection(direction)
            # One over the other every line counts: nothing stands between the two, and the swap goes to a head.
            self._middle.setVisible(not stack)
            if stack:
                self.right_title.add(self.swap_button)
            else:
                self._swap_row.addWidget(self.swap_button, 0, Qt.AlignmentFlag.AlignCenter)
            self.swap_button.setVisible(self._connected)
            off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
            self.left.setVerticalScrollBarPolicy(on if stack else off)
            self._measure()
            self._make_level()
