"""A TA that says what to do ("delete sections 4 to 6 and add"): the text that comes of it, confirmed by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.instructions import Proposed
from tablebook.domain.language import current_blocks, with_parts
from tablebook.domain.ready_line import ReadyLine
from tablebook.domain.text import Block
from tablebook.domain.values import Part
from tablebook.jobs.ratify.texts import confirm_result, propose_result, signed_parts
from tablebook.redline.compare import compare
from tablebook.redline.marks import Author
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import IconLine, Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.ratify.record_dialog import RecordDialog, even
from tablebook.ui.text.draft_editor import DraftEditor
from tablebook.ui.text.redline_page import RedlinePage

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.ratify.stage import Ratify

_TAKE_SIGNED, _TAKE_RESULT = "Take the signed words", "Take what they come to"


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Work the result out off the window, then show it."""

    def there(found: Any) -> None:
        ResultDialog(stage.desk, line, found or Proposed("", ()), stage.window()).open()

    stage.desk.bridge.run(_proposed, line.agreement, line.article, then=there)


def _proposed(book: Book, ta: str, article: str) -> Proposed | None:
    return propose_result(book.negotiation, ta, article)


class ResultDialog(RecordDialog):
    """The article as it would read, to be put right by hand, beside its redline against the current contract."""

    def __init__(self, desk: Desk, line: ReadyLine, found: Proposed, parent: QWidget | None = None) -> None:
        name = desk.state.named_unit(line.article)
        super().__init__(
            desk,
            f"{line.agreement} on {name}: what it will say",
            "The signed words say what to do. This is what comes of it; put right what is not, then confirm it.",
            parent=parent,
        )
        self.ta, self.article, self.instruction = line.agreement, line.article, found.instruction
        self.current = current_blocks(desk.state, line.article)
        self.proposed = with_parts(desk.state, line.article, found.result)
        if found.instruction:
            self.body.addWidget(Label(f"“{found.instruction}”", "contract", "secondary", wrap=True))
        for doubt in found.doubts:
            self.body.addWidget(IconLine("circle-alert", doubt, "attention", "body", "text", wrap=True))
        self.editor = DraftEditor()
        self.editor.setAccessibleName("What the article will say")
        self.editor.setMinimumHeight(300)
        self.editor.show_blocks(self.proposed)
        self.by = WhoField("Confirmed by", desk.state, desk.state.we)
        self.with_them = WhoField("With", desk.state, desk.state.them)
        self.body.addWidget(self.editor, 1)
        self.body.addLayout(even(self.by, self.with_them))
        self.redline = RedlinePage()
        self.redline.setMinimumHeight(300)
        beside = QWidget()
        column = space(QVBoxLayout(beside), spacing=6)
        column.addWidget(Label("Against the current contract", "body_bold"))
        column.addWidget(self.redline, 1)
        self.set_side(beside, 480)
        self.editor.changed.connect(self._show)
        self.by.changed.connect(self.check)
        self.other_words = self.add_button(Button(_TAKE_SIGNED, "file-text", size=36))
        self.other_words.setToolTip("For words that only sound like an instruction: the contract says just that.")
        self.other_words.clicked.connect(self.take_other_words)
        self._show(self.proposed)
        self.ready("Confirm the text")

    def take_other_words(self) -> None:
        """Show the article with the signed words themselves in it, or again with what they come to."""
        signed = self.other_words.words == _TAKE_SIGNED
        words = signed_parts(self.desk.state, self.ta, self.article) if signed else ()
        text = with_parts(self.desk.state, self.article, words) if signed else self.proposed
        self.other_words.set_words(_TAKE_RESULT if signed else _TAKE_SIGNED)
        self.editor.show_blocks(text)
        self._show(text)
        self.editor.setFocus()

    def _show(self, blocks: tuple[Block, ...]) -> None:
        self.redline.show_blocks(compare(self.current, blocks, Author("joint", self.ta)).blocks)

    def wrong(self) -> str:
        """Who confirms it."""
        return "" if self.by.text() else "Name who confirms it."

    def record(self) -> None:
        """The whole article as one part: what a person saw is what the agreement says."""
        self.editor.flush()
        part = Part("", self.editor.blocks())
        self.act(
            confirm_result,
            self.ta,
            self.article,
            (part,),
            instruction=self.instruction,
            by=self.by.text(),
            with_them=self.with_them.text(),
        )
