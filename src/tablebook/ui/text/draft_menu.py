"""The menu of a draft: what the keys do, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from tablebook.ui.text import draft_edits as edits

if TYPE_CHECKING:
    from tablebook.ui.text.draft_editor import DraftEditor


def menu_of(editor: DraftEditor) -> QMenu:
    """The menu for where the text cursor stands."""
    menu = QMenu(editor)
    place = editor.caret_place()
    locked, chosen = editor.is_locked(place.row), editor.textCursor().hasSelection()
    history = editor.history
    entries = [
        ("Undo\tCtrl+Z", editor.undo, bool(history.done)),
        ("Redo\tCtrl+Y", editor.redo, bool(history.undone)),
        None,
        ("Cut\tCtrl+X", editor.cut, chosen and not locked),
        ("Copy\tCtrl+C", editor.copy, chosen),
        ("Paste\tCtrl+V", editor.paste, editor.canPaste() and not locked),
        None,
        ("Change label\tF2", editor.edit_label, place.cell < 0 and not locked),
    ]
    if place.cell >= 0:
        entries += [
            ("Add row\tAlt+Ins", lambda: editor.apply(edits.add_row(editor.blocks(), place)), not locked),
            ("Remove row\tAlt+Del", lambda: editor.apply(edits.remove_row(editor.blocks(), place)), not locked),
        ]
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        words, act, possible = entry
        action = menu.addAction(words)
        action.triggered.connect(act)
        action.setEnabled(possible)
    return menu
