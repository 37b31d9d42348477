"""The keys of a draft: which of them change the shape of the text, and what they then do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from tablebook.ui.text import draft_edits as edits
from tablebook.ui.text import draft_labels as labels
from tablebook.ui.text.draft_edits import Place

if TYPE_CHECKING:
    from tablebook.ui.text.draft_editor import DraftEditor

Std = QKeySequence.StandardKey
DELETES_BACK = (Std.Backspace, Std.DeleteStartOfWord)
DELETES_ON = (Std.Delete, Std.DeleteEndOfWord, Std.DeleteEndOfLine)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _deletes(event: QKeyEvent, back: bool) -> bool:
    """Whether the key deletes backwards (or onwards). Backspace is a standard key on macOS only, so it is named."""
    if back and event.key() == Qt.Key.Key_Backspace:
        return not event.modifiers() & Qt.KeyboardModifier.AltModifier
    return any(event.matches(key) for key in (DELETES_BACK if back else DELETES_ON))


def would_write(event: QKeyEvent) -> bool:
    """Whether Qt would write or delete something for this key."""
    if _deletes(event, back=True) or _deletes(event, back=False):
        return True
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    held = event.modifiers()
    if held & commands and held & altgr != altgr:
        return False
    text = event.text()
    return bool(text) and (text.isprintable() or text in "\t\r\n\b\x7f")


def act_of(editor: DraftEditor, event: QKeyEvent) -> Callable[[], None] | None:
    """What to do instead of Qt; None leaves the key to it."""
    for key, act in (
        (Std.Undo, editor.undo), (Std.Redo, editor.redo), (Std.Cut, editor.cut),
    ):  # fmt: skip
        if event.matches(key):
            return act
    held, key_code = event.modifiers(), Qt.Key(event.key())
    plain_keys = held & ~Qt.KeyboardModifier.KeypadModifier
    if key_code == Qt.Key.Key_Y and plain_keys == Qt.KeyboardModifier.ControlModifier:
        return editor.redo
    if key_code == Qt.Key.Key_F2 and not plain_keys:
        return editor.edit_label
    return _of_table(editor, key_code, plain_keys) or _of_blocks(editor, event, key_code, plain_keys)


def _of_table(editor: DraftEditor, key: Qt.Key, held: Qt.KeyboardModifier) -> Callable[[], None] | None:
    place = editor.caret_place()
    if place.cell < 0:
        return None
    if key == Qt.Key.Key_Tab and not held:
        return lambda: next_cell(editor, 1)
    if key == Qt.Key.Key_Backtab:
        return lambda: next_cell(editor, -1)
    if key in ENTER and not held:
        return lambda: next_cell(editor, edits.width_of(editor.blocks()[place.row]))
    if held == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Insert:
        return lambda: editor.apply(edits.add_row(editor.blocks(), place))
    if held == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Delete:
        return lambda: editor.apply(edits.remove_row(editor.blocks(), place))
    return None


def next_cell(editor: DraftEditor, by: int) -> None:
    """Go to another cell; past the last one a row is added, before the first one the table is left."""
    place, blocks = editor.caret_place(), editor.blocks()
    table = blocks[place.row]
    count = len(table.rows) * edits.width_of(table)
    to = place.cell + by
    if to >= count:
        if by == 1:
            editor.apply(edits.add_row(blocks, place))
        return
    if to < 0:
        return
    cells = [cell for row in table.rows for cell in (*row, *[""] * (edits.width_of(table) - len(row)))]
    editor.select(Place(place.row, to, 0), Place(place.row, to, len(cells[to])))


def _of_blocks(
    editor: DraftEditor, event: QKeyEvent, key: Qt.Key, held: Qt.KeyboardModifier
) -> Callable[[], None] | None:
    start, end = editor.selection()
    across = (start.row, start.cell) != (end.row, end.cell)
    if key in ENTER and held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        return lambda: enter(editor, labelled=not held)
    if held == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
        by = 1 if key == Qt.Key.Key_BracketRight else -1
        return lambda: editor.apply(edits.indent(editor.blocks(), start, by)) if start.cell < 0 else None
    back = _deletes(event, back=True)
    if not (back or _deletes(event, back=False)):
        return None
    if across:
        return editor.remove_selection
    if start != end:
        return None
    return _at_edge(editor, start, back)


def _at_edge(editor: DraftEditor, place: Place, back: bool) -> Callable[[], None] | None:
    """Backspace at the beginning and Delete at the end join paragraphs; in a cell they stop."""
    cursor = editor.textCursor()
    if not (cursor.atBlockStart() if back else cursor.atBlockEnd()):
        return None
    if place.cell >= 0:
        return lambda: None
    row = place.row if back else place.row + 1
    if row >= len(editor.blocks()):
        return lambda: None
    return lambda: editor.apply(edits.join_with_above(editor.blocks(), row))


def enter(editor: DraftEditor, labelled: bool) -> None:
    """A new paragraph, in a list with the next label; with Shift without one."""
    editor.remove_selection()
    place = editor.caret_place()
    if place.cell < 0:
        editor.apply(edits.split(editor.blocks(), place, labelled))


def take_label(editor: DraftEditor) -> None:
    """After a space: a label typed before the words becomes the printed one. It is a step of its own, so that undo
    leaves it in the words."""
    edit = labels.begin(editor.blocks(), editor.caret_place())
    if edit is not None:
        editor.apply(edit)
