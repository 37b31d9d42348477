"""The doubt that is looked at: what is wrong, one proposal with what comes of it, and the other ways by key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.documents.reading import Doubt
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.key_cap import KeyCap
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.outline.ways import WHY, Way
from tablebook.ui.outline.wishes import PICTURES

OTHER = (
    ("split", "scissors", "Split before this line", "S"),
    ("join", "merge", "Join with the one above", "J"),
    ("rename", "text-cursor-input", "Rename, as printed", "F2"),
    ("renumber", "hash", "Renumber from here", "N"),
    ("appendix", "paperclip", "This is an appendix", "A"),
    ("mou", "handshake", "This is an MOU", "M"),
    ("up", "arrow-up", "Move it up", "Alt+Up"),
    ("down", "arrow-down", "Move it down", "Alt+Down"),
)
UNDO = "Every step can be undone until the book is made."


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class DoubtPanel(Panel):
    """`taken` takes the proposal, `left` leaves it as it is, `asked` names another way."""

    taken = Signal()
    left = Signal()
    next_asked = Signal()
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.count = Label("", "body_bold")
        self.next = Button("next", "", "ghost", size=28, key="F3")
        self.title = Label("", "card_title", wrap=True)
        self.text = Label("", "body", "secondary", wrap=True)
        self.card = Card(line="attention", spacing=8)
        self.take = Button("", "", size=32, key="Enter")
        self.leave = Button("Leave as it is", "", "ghost")
        self.leave.setToolTip("L leaves it as it is")
        self.type = Button("Type its words", "", "ghost", key="T")
        self.why = IconLine("info", "", "secondary", "body", wrap=True)
        self.said = IconLine("undo-2", UNDO, "secondary", "small", wrap=True)
        self._fill()
        self.take.clicked.connect(self.taken)
        self.leave.clicked.connect(self.left)
        self.next.clicked.connect(self.next_asked)
        self.type.clicked.connect(lambda: self.asked.emit("type"))

    def _fill(self) -> None:
        content = QWidget()
        column = space(QVBoxLayout(content), (20, 12, 16, 12), 10)
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.next)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.text)
        self._proposal = IconLine("scissors", "", "attention", "body_strong", "text", wrap=True)
        self._comes = space(QGridLayout(), spacing=4)
        self._comes.setColumnStretch(1, 1)
        self.card.body.addWidget(self._proposal)
        self.card.body.addLayout(self._comes)
        acts = space(QHBoxLayout(), spacing=6)
        acts.addWidget(self.take)
        acts.addWidget(self.leave)
        acts.addWidget(self.type)
        acts.addStretch(1)
        self.card.body.addLayout(acts)
        column.addWidget(self.card)
        column.addWidget(self.why)
        self._rule = Rule()
        column.addWidget(self._rule)
        self.others = self._other_ways()
        column.addWidget(self.others)
        column.addStretch(1)
        outer = space(QVBoxLayout(self), spacing=0)
        outer.addWidget(ScrollArea(content), 1)
        outer.addWidget(Rule())
        foot = space(QHBoxLayout(), (20, 8, 16, 8), 0)
        foot.addWidget(self.said)
        outer.addLayout(foot)

    def _other_ways(self) -> QWidget:
        ways = QWidget()
        grid = space(QGridLayout(ways), spacing=2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label("Other ways, on the selected line", "small_strong", "secondary"), 0, 0, 1, 2)
        for at, (act, icon, words, key) in enumerate(OTHER, 1):
            button = Button(words, icon, "ghost", size=28)
            button.setAccessibleDescription(key)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # its key does the same from the outline
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act))
            grid.addWidget(button, at, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(KeyCap(key), at, 1, Qt.AlignmentFlag.AlignRight)
        return ways

    def show_doubt(self, doubt: Doubt, at: int, of: int, way: Way) -> None:
        """Show one doubt of several and what is proposed."""
        self.count.setText(f"Doubt {at + 1} of {of}")
        self.title.setText(doubt.message.rstrip("."))
        page = f"Page {doubt.page}." if doubt.page else ""
        self.text.setText(page)
        self.text.setVisible(bool(page))
        self._proposal.set_line(way.icon, f"Proposed: {way.words[:1].lower()}{way.words[1:]}", "attention", "text")
        _empty(self._comes)
        for row, (number, title, span) in enumerate(way.comes):
            mark = Label(number, "body_bold")
            self._comes.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            told = QWidget()
            lines = space(QVBoxLayout(told), spacing=0)
            for part, style, role in ((title, "body_medium", "text"), (span, "small", "secondary")):
                if part:
                    lines.addWidget(Label(part, style, role, wrap=True))
            self._comes.addWidget(told, row, 1)
        self.take.set_words(way.verb, way.icon)
        self.why.set_line("info", WHY.get(doubt.code, ""), "secondary", "secondary")
        self.leave.setVisible(way.act != "keep")
        self.type.setVisible(doubt.code in PICTURES)
        for widget in (self.card, self.next, self.why):
            widget.show()

    def show_none(self) -> None:
        """Nothing is in doubt."""
        self.count.setText("No doubts")
        self.title.setText("The outline is clear")
        self.text.setText("Look through the articles with the arrows, or make the book.")
        self.text.show()
        for widget in (self.card, self.next, self.why):
            widget.hide()

    def say(self, words: str, icon: str = "undo-2") -> None:
        """What was done last, and that it can be taken back."""
        self.said.set_line(icon, words or UNDO, "secondary", "secondary")
