"""The acts of the review: each is one step of the history, or a look that changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tablebook.domain.contract import UnitKind
from tablebook.errors import UserError
from tablebook.ui.outline.wishes import PICTURES

if TYPE_CHECKING:
    from tablebook.ui.outline.review import Review

LETTERS = {
    Qt.Key.Key_S: "split",
    Qt.Key.Key_J: "join",
    Qt.Key.Key_F2: "rename",
    Qt.Key.Key_N: "renumber",
    Qt.Key.Key_A: "appendix",
    Qt.Key.Key_M: "mou",
    Qt.Key.Key_L: "leave",
    Qt.Key.Key_T: "type",
}
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def act_of(event: QKeyEvent) -> str:
    """The act a key means in the review, or ""."""
    key, held = Qt.Key(event.key()), event.modifiers() & (CTRL | ALT | SHIFT)
    if held == ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return "up" if key == Qt.Key.Key_Up else "down"
    if held == CTRL and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "make"
    if key == Qt.Key.Key_Z and held in (CTRL, CTRL | SHIFT):
        return "undo" if held == CTRL else "redo"
    if held == CTRL and key == Qt.Key.Key_Y:
        return "redo"
    if key == Qt.Key.Key_F3 and held in (SHIFT, Qt.KeyboardModifier.NoModifier):
        return "previous" if held else "next"
    if held == ALT and key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        return {Qt.Key.Key_1: "list", Qt.Key.Key_2: "text", Qt.Key.Key_3: "panel"}[key]
    return LETTERS.get(key, "") if not held else "escape" if key == Qt.Key.Key_Escape else ""


class Acts:
    """What a person does on the outline."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self._leaving = False

    def knows(self, event: QKeyEvent) -> bool:
        """Whether a key is ours though the window has it too. A field keeps its own letters and undo."""
        act = act_of(event)
        typing = (
            isinstance(self.review.focusWidget(), QLineEdit | QPlainTextEdit) and self.review.focusWidget().hasFocus()
        )
        return bool(act) and (not typing or act in ("make", "next", "previous", "list", "text", "panel"))

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False where it means nothing here."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
            return True
        act = act_of(event)
        if not act:
            return False
        self.run(act)
        return True

    def run(self, act: str) -> None:
        """Do an act by its name; what is refused is said."""
        self._leaving = False
        try:
            getattr(self, act)()
        except UserError as error:
            self.review.say(str(error))

    # Going

    def next(self) -> None:
        """The next doubt."""
        self.review.go_doubt(1)

    def previous(self) -> None:
        """The doubt before."""
        self.review.go_doubt(-1)

    def list(self) -> None:
        """The keyboard to the outline."""
        self.review.list.tree.setFocus()

    def text(self) -> None:
        """The keyboard to the page or the words; once it is there, from one to the other."""
        self.review.centre.go()

    def _words(self) -> None:
        self.review.centre.show_words()
        self.review.centre.words.setFocus()

    def panel(self) -> None:
        """The keyboard to the proposal."""
        review = self.review
        card = review.cards.cards.get(review.doubt_at)
        for button in (review.panel.take, card.show_button if card else None, review.centre.strip_take):
            if button is not None and button.isVisible():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def make(self) -> None:
        """Make the book."""
        self.review.who.make.click()

    def _escape(self) -> None:
        review = self.review
        if review.centre.isAncestorOf(review.focusWidget() or review):
            review.list.tree.setFocus()
        elif review.steps.can_undo and not self._leaving:
            self._leaving = True
            review.say("Esc again goes back to the first page. The steps taken here are kept for this file.")
        else:
            review.left.emit()

    # The proposal

    def take(self) -> None:
        """Take what is proposed for the doubt that is looked at; a folded line opens instead."""
        self._leaving = False
        review = self.review
        row = review.row()
        if row is not None and row.kind == "fold" and review.list.tree.hasFocus():
            review.list.open_all()
            return
        way = review.way
        if way is None or (review.list.tree.hasFocus() and not review.on_doubt()):
            self._words()
            return
        if way.act == "look":
            review.steps.choose(way.position)
            review.renew()
            self._words()
        elif way.act == "rename":
            self._ask_title(way.position)
        elif way.act == "keep":
            self._leave(way.words)
        else:
            self._carry_out(way.act, way.position, way.block, way.value, way.words)

    def _carry_out(self, act: str, at: int, block: int, value: str, name: str) -> None:
        steps = self.review.steps
        if act == "split":
            steps.do(name, "split", at, block, chosen=at + 1)
        elif act == "join":
            steps.do(name, "join", at, chosen=at - 1)
        elif act == "renumber":
            steps.do(name, "renumber-on", at, value, chosen=at)
        else:
            steps.do(name, "section", at, block, value, chosen=at)
        self._done(name)

    def leave(self) -> None:
        """Leave the doubt as it is."""
        self._leave("Leave as it is")

    def _leave(self, name: str) -> None:
        doubts = self.review.stand.doubts
        if doubts:
            self.review.steps.leave(doubts[self.review.doubt_at], name)
            self.review.renew()
            self.review.say(f"{name}. Ctrl+Z takes it back.")

    def type(self) -> None:
        """Type the words of the page that is a picture, with the page in sight."""
        review = self.review
        doubts = review.stand.doubts
        doubt = doubts[review.doubt_at] if doubts else None
        if doubt is None or doubt.code not in PICTURES or doubt.page is None:
            review.say("T types the words of a page that is a picture. F3 goes to such a page where there is one.")
            return
        page, at = doubt.page, max(0, review.stand.position_of(doubt))
        review.go_doubt(0)

        def typed(text: str) -> str:
            try:
                review.steps.do(f"Type page {page}", "type", at, page, text, chosen=at)
            except UserError as error:
                return str(error)
            self._done(f"Typed page {page}")
            return ""

        review.centre.ask_page(page, typed)

    # Other ways, on the selected line

    def split(self) -> None:
        """Split before the chosen line of the words, or before the section chosen in the outline."""
        review = self.review
        row = review.row()
        line = review.centre.words.line if review.centre.words.hasFocus() else row.block if row else -1
        if line < 0:
            self._words()
            review.say("Choose the line that begins the new part, then press S.")
            return
        at = review.stand.chosen
        review.steps.do("Split", "split", at, line, chosen=at + 1)
        self._done("Split")
        if not review.stand.reading.articles[at + 1].title:
            self._ask_title(at + 1)

    def join(self) -> None:
        """Join with the one above."""
        at = self.review.stand.chosen
        self.review.steps.do("Join", "join", at, chosen=at - 1)
        self._done("Join")

    def rename(self) -> None:
        """Type the title as printed."""
        self._ask_title(self.review.stand.chosen)

    def _ask_title(self, at: int) -> None:
        review = self.review
        review.steps.choose(at)
        unit = review.stand.reading.articles[at]

        def typed(words: str) -> str:
            if not words:
                return "A part of a contract needs a title."
            review.steps.do("Rename", "rename", at, words, chosen=at)
            self._done("Rename")
            return "done"

        review.centre.ask.ask(f"Title of {unit.name}", "Rename", typed, review.list.tree.setFocus, unit.title)

    def renumber(self) -> None:
        """Type the number; the parts of its kind behind it count on. A section is numbered alone."""
        review = self.review
        row = review.row()
        at = review.stand.chosen
        block = row.block if row is not None and row.kind == "section" else -1
        unit = review.stand.reading.articles[at]

        def typed(words: str) -> str:
            if not words:
                return "Type a number as it is printed: 12, VII, B."
            if block >= 0:
                review.steps.do("Renumber", "section", at, block, words, chosen=at)
            else:
                review.steps.do("Renumber", "renumber-on", at, words, chosen=at)
            self._done("Renumber")
            return "done"

        old = unit.blocks[block].section if block >= 0 else unit.number
        label = f"Number of section {old}" if block >= 0 else f"Number of {unit.name}, the rest counts on"
        review.centre.ask.ask(label, "Renumber", typed, review.list.tree.setFocus, old)

    def appendix(self) -> None:
        """Say that it is an appendix, or that it is none after all."""
        self._mark(UnitKind.APPENDIX, "an appendix")

    def mou(self) -> None:
        """Say that it is an MOU, or that it is none after all."""
        self._mark(UnitKind.MOU, "an MOU")

    def _mark(self, kind: UnitKind, words: str) -> None:
        at = self.review.stand.chosen
        unit = self.review.stand.reading.articles[at]
        back = unit.kind is kind
        self.review.steps.do("Mark", "mark", at, str(UnitKind.ARTICLE if back else kind), chosen=at)
        self._done(f"Marked as {'an article' if back else words}")

    def up(self) -> None:
        """One place up."""
        self._move(-1)

    def down(self) -> None:
        """One place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        at = self.review.stand.chosen
        if 0 <= at + by < len(self.review.stand.reading.articles):
            self.review.steps.do("Move", "move", at, by, chosen=at + by)
            self._done("Moved up" if by < 0 else "Moved down")

    def set_cell(self, block: int, row: int, column: int, text: str) -> None:
        """Give a cell of a table other words."""
        at = self.review.stand.chosen
        self.review.steps.do("Cell", "cell", at, block, row, column, text, chosen=at)
        self.review.say("The cell is set. Ctrl+Z takes it back.")

    # The history

    def undo(self) -> None:
        """One step back."""
        name = self.review.steps.undo()
        self.review.renew()
        self.review.say(f"Taken back: {name}." if name else "There is no step to take back.")

    def redo(self) -> None:
        """One step forward again."""
        name = self.review.steps.redo()
        self.review.renew()
        self.review.say(f"Done again: {name}." if name else "There is no step to do again.")

    def _done(self, name: str) -> None:
        review = self.review
        review.renew()
        unit = review.stand.reading.articles[review.stand.chosen]
        review.say(f"{name}: {unit.name}. Ctrl+Z takes it back.")
