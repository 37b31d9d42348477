"""DraftEditor: the words of an article to write in. Labels stand in the gutter and cannot be deleted by mistake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from tablebook.domain.text import Block, BlockKind
from tablebook.ui.kit.announce import announce
from tablebook.ui.kit.chip import ChipLook
from tablebook.ui.text import draft_edits as edits
from tablebook.ui.text.cell_box import CellBox, box_over
from tablebook.ui.text.draft_edits import Edit, Place
from tablebook.ui.text.draft_history import History, Step
from tablebook.ui.text.draft_keys import act_of, take_label, would_write
from tablebook.ui.text.draft_labels import relabel
from tablebook.ui.text.draft_reading import cursor_at, is_grid, place_of, position_of, read_block
from tablebook.ui.text.fill import fill, refill
from tablebook.ui.text.finding import find_in
from tablebook.ui.text.formats import Formats
from tablebook.ui.text.label_box import LabelBox
from tablebook.ui.text.page import TextPage
from tablebook.ui.text.rows import Row, plain

SAVE_MS = 200


class DraftEditor(TextPage):
    """Edits blocks. `changed` tells every change at once, `edited` soon after, for saving."""

    changed = Signal(tuple)
    edited = Signal(tuple)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.history = History()
        self._blocks: tuple[Block, ...] = (Block(),)
        self._chips: dict[str, ChipLook] = {}
        self._locked: frozenset[int] = frozenset()
        self._formats = Formats(self.look)
        self._showing = False
        self._before = Place(0)
        self._dirty: set[int] = set()
        self._label_box: LabelBox | None = None
        self._cell_box: CellBox | None = None
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setAccessibleName("Draft")
        self.setAccessibleDescription("F2 changes the printed label. Tab moves between cells of a table.")
        self._save = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._save.timeout.connect(self._tell_saved)
        self.document().contentsChange.connect(self._on_contents)
        self.cursorPositionChanged.connect(self._on_caret)
        self.show_blocks(self._blocks)

    # --- what is shown

    def show_blocks(self, blocks: Sequence[Block], *, locked: Mapping[str, ChipLook] | None = None) -> None:
        """Begin editing these blocks; `locked` names the agreed sections, which stay as they are, with their chips."""
        self._blocks = tuple(blocks) or (Block(),)
        self._chips = dict(locked or {})
        self.history = History()
        self._dirty.clear()
        self._save.stop()
        self._renew_locks()
        self._fill(Place(0))

    def blocks(self) -> tuple[Block, ...]:
        """The draft as it stands: exactly what was shown, but for what was edited."""
        self._settle()
        return self._blocks

    def reread(self) -> tuple[Block, ...]:
        """The draft read afresh from the page, every word of it."""
        pairs = zip(self.placed, self._blocks, strict=True)
        return tuple(read_block(self.document(), each, known) for each, known in pairs)

    def flush(self) -> None:
        """Tell `edited` now if anything waits: before closing, switching and privacy."""
        self._settle()
        if self._save.isActive():
            self._save.stop()
            self._tell_saved()

    def export_history(self) -> dict[str, Any]:
        """Undo and redo as plain data, to be kept with the draft."""
        return self.history.to_plain(self.blocks())

    def import_history(self, data: dict[str, Any]) -> None:
        """Undo and redo as they were kept; left empty if they belong to another text."""
        self.history = History.from_plain(data, self._blocks)

    def _tell_saved(self) -> None:
        self.edited.emit(self._blocks)

    # --- between page and blocks

    def _rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(plain(block), at, self._chips.get(block.section) if block.section else None)
            for at, block in enumerate(self._blocks)
        )

    def _fill(self, caret: Place) -> None:
        self._end_cell()
        self._showing = True
        self.placed = fill(self.document(), self._rows(), self._formats)
        self._showing = False
        self.lay_out()
        self._put_caret(caret)

    def rebuild(self) -> None:
        """Write everything again in the present look, keeping text cursor and scroll."""
        self._settle()
        caret, shift = self.caret_place(), self.verticalScrollBar().value()
        self._formats = Formats(self.look)
        self._fill(caret)
        self.verticalScrollBar().setValue(shift)

    def lay_out(self) -> None:
        """Spacing changes formats only; they are no edits."""
        was, self._showing = self._showing, True
        super().lay_out()
        self._showing = was

    def _on_contents(self, position: int, removed: int, added: int) -> None:
        if self._showing or not (removed or added) or not self.placed:
            return
        self._dirty.add(place_of(min(position, self.document().characterCount() - 1), self.document(), self.placed).row)
        QTimer.singleShot(0, self, self._settle)

    def _on_caret(self) -> None:
        if not self._dirty and not self._showing and self.placed:
            self._before = self.caret_place()

    def _settle(self) -> None:
        """Take what was typed on the page into the blocks."""
        if not self._dirty or self._showing:
            return
        rows, self._dirty = sorted(self._dirty), set()
        last = self.placed[-1]
        document = self.document()
        tail = 1 if is_grid(last) else 0
        if document.blockCount() != last.first + last.count + tail:
            self._fill(self._before)
            return
        for row in rows:
            now = read_block(document, self.placed[row], self._blocks[row])
            if now is not self._blocks[row]:
                if row in self._locked:
                    self._refuse_lock()
                    self._fill(self._before)
                    return
                self._take(row, now, self.caret_place())
        self._before = self.caret_place()
        self._tell_changed()

    def _take(self, row: int, now: Block, after: Place) -> None:
        """What was typed becomes the block."""
        self.history.add(Step(row, (self._blocks[row],), (now,), self._before, after, typed=True))
        self._blocks = (*self._blocks[:row], now, *self._blocks[row + 1 :])
        self.placed[row].row = Row(plain(now), row, self.placed[row].row.chip)

    def _tell_changed(self) -> None:
        self.changed.emit(self._blocks)
        # Counted from the first change that is not saved: somebody who types on and on is saved too.
        if not self._save.isActive():
            self._save.start()

    def apply(self, edit: Edit | str) -> None:
        """Do one structural edit, or say why it cannot be done. Callers have settled what was typed."""
        if isinstance(edit, str):
            if edit:
                self.refuse(edit)
            return
        if any(row in self._locked for row in range(edit.at, edit.at + edit.gone)):
            self._refuse_lock()
            return
        old = self._blocks[edit.at : edit.at + edit.gone]
        if old == edit.blocks:
            self._put_caret(edit.caret)
            return
        self.history.add(Step(edit.at, old, edit.blocks, self.caret_place(), edit.caret))
        self._become((*self._blocks[: edit.at], *edit.blocks, *self._blocks[edit.at + edit.gone :]), edit.caret)

    def _become(self, blocks: tuple[Block, ...], caret: Place) -> None:
        self._end_cell()
        self._blocks = blocks or (Block(),)
        self._renew_locks()
        self._showing = True
        shift = self.verticalScrollBar().value()
        self.placed = refill(self.document(), self.placed, self._rows(), self._formats)
        self._showing = False
        self.lay_out()
        self.verticalScrollBar().setValue(shift)
        self._put_caret(caret)
        self._tell_changed()

    # --- text cursor

    def caret_place(self) -> Place:
        """Where the text cursor stands."""
        return place_of(self.textCursor().position(), self.document(), self.placed)

    def _put_caret(self, place: Place) -> None:
        self.setTextCursor(cursor_at(place, self.document(), self.placed))
        self._before = self.caret_place()
        self.ensureCursorVisible()

    def selection(self) -> tuple[Place, Place]:
        """The ends of the selection in order; the same place twice without one."""
        cursor, document = self.textCursor(), self.document()
        start = place_of(cursor.selectionStart(), document, self.placed)
        return start, place_of(cursor.selectionEnd(), document, self.placed)

    def select(self, start: Place, end: Place) -> None:
        """Select between two places."""
        cursor = cursor_at(start, self.document(), self.placed)
        cursor.setPosition(position_of(end, self.document(), self.placed), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # --- locks

    def _renew_locks(self) -> None:
        locked, inside = set(), False
        for at, block in enumerate(self._blocks):
            if block.section:
                inside = block.section in self._chips
            if inside:
                locked.add(at)
        self._locked = frozenset(locked)

    def is_locked(self, row: int) -> bool:
        """Whether a block belongs to an agreed section."""
        return row in self._locked

    def _refuse_lock(self) -> None:
        section = next(
            (self._blocks[at].section for at in range(self.caret_place().row, -1, -1) if self._blocks[at].section), ""
        )
        self.refuse(f"Section {section} is TA’d and locked. Reopen the TA to change it.")

    def refuse(self, why: str) -> None:
        """Say why nothing happened."""
        announce(self, why)
        self.refused.emit(why)

    def _locked_here(self) -> bool:
        start, end = self.selection()
        return any(row in self._locked for row in range(start.row, end.row + 1))

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go to Qt; what changes the shape of the text is done on the blocks."""
        self._settle()
        act = act_of(self, event)
        if act is not None:
            act()
            event.accept()
            return
        if not (would_write(event) and self._taken_aside(event)):
            super().keyPressEvent(event)
            if event.text() == " ":
                self._settle()
                take_label(self)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composed letters keep to the same rules as typed ones."""
        self._settle()
        if not ((event.commitString() or event.preeditString()) and self._taken_aside(event)):
            super().inputMethodEvent(event)

    def _taken_aside(self, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Whether the page has nothing to write: the place is locked, or a field over the cell takes the letter."""
        if self._locked_here():
            self._refuse_lock()
            return True
        start, end = self.selection()
        if (start.row, start.cell) != (end.row, end.cell):
            self.remove_selection()
        self._cell_box = box_over(self)
        if self._cell_box is None:
            return False
        self._cell_box.typed.connect(self._take_cell)
        self._cell_box.over.connect(self._show_cell)
        QApplication.sendEvent(self._cell_box, event)
        return True

    def _end_cell(self) -> None:
        if self._cell_box is not None:
            self._cell_box.end()

    def _take_cell(self, place: Place, words: str) -> None:
        self._take(place.row, edits.set_cell(self._blocks[place.row], place.cell, words), place)
        self._before = place
        self._tell_changed()

    def _show_cell(self, place: Place, words: str) -> None:
        """Write on the page what was typed over it."""
        self._cell_box, was, self._showing = None, self._showing, True
        cursor = cursor_at(place._replace(offset=0), self.document(), self.placed)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        self._showing = was
        self._put_caret(place)
        self.flush()

    def remove_selection(self) -> None:
        """Delete what is selected."""
        start, end = self.selection()
        if start != end:
            self.apply(edits.remove(self._blocks, start, end))

    def undo(self) -> None:
        """Take back the last step, also one of before the last start."""
        self._settle()
        if found := self.history.undo(self._blocks):
            self._become(found[0], found[1].before)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._settle()
        if found := self.history.redo(self._blocks):
            self._become(found[0], found[1].after)

    def edit_label(self) -> None:
        """F2: type another printed label for this paragraph or section."""
        self._settle()
        place = self.caret_place()
        if self._blocks[place.row].kind is BlockKind.TABLE:
            self.refuse("A table has no printed label.")
            return
        if place.row in self._locked:
            self._refuse_lock()
            return
        self._label_box = LabelBox(self, place.row, self._blocks[place.row].label)
        self._label_box.chosen.connect(self._relabel)

    def _relabel(self, row: int, label: str) -> None:
        offset = self.caret_place().offset
        self.apply(relabel(self._blocks, row, label)._replace(caret=Place(row, -1, offset)))

    def find_words(self, words: str, backward: bool = False) -> bool:
        """Select the next place where `words` stand; False without any."""
        self._settle()
        return find_in(self, words, backward)

    # --- clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is selected as plain lines, labels included, and as HTML."""
        from tablebook.ui.text.copying import mime_of

        self._settle()
        return mime_of(self.textCursor(), self.placed)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as blocks: labels are split off, tables stay tables, fonts and colours stay outside."""
        from tablebook.ui.text.pasting import blocks_of, cells_of

        self._settle()
        if self._locked_here():
            self._refuse_lock()
            return
        self.remove_selection()
        place, blocks = self.caret_place(), blocks_of(source)
        if not blocks:
            return
        if place.cell >= 0:
            self.apply(edits.spread(self._blocks, place, cells_of(blocks)))
        else:
            self.apply(edits.insert(self._blocks, place, blocks))

    def cut(self) -> None:
        """Copy, then delete."""
        self._settle()
        if self.textCursor().hasSelection() and not self._locked_here():
            self.copy()
            self.remove_selection()
        elif self._locked_here():
            self._refuse_lock()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Our own menu: Qt's would cut and delete past the blocks."""
        from tablebook.ui.text.draft_menu import menu_of

        menu_of(self).exec(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the draft saves what waits."""
        super().focusOutEvent(event)
        self.flush()
