"""The head of the receive screen: whose paper, its label, when it was handed over, by whom, what it answers."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.labels import next_label
from tablebook.domain.phrases import listed
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.pass_form import answer_choice, fix_width
from tablebook.ui.dialogs.pick_many import PickMany
from tablebook.ui.dialogs.who_box import TimeField, WhoField
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.flow import Flow
from tablebook.ui.kit.label import Label, Panel
from tablebook.ui.kit.spacing import space

if TYPE_CHECKING:
    from tablebook.documents.marked.paper import ReadPaper


class ReceiveHead(Panel):
    """`changed` when anything it says is another; `left` for the arrow back."""

    changed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.desk, self.key = desk, key
        state, now = desk.state, desk.now()
        item = state.items[key]
        self._proposed_label = self._narrow = False
        self.back = Button("", "arrow-left", kind="ghost", size=28)
        self.back.setAccessibleName("Back to the table")
        self.back.setToolTip("Back to the table (Esc)")
        self.back.clicked.connect(self.left)
        self.number = Label("", "title", "tertiary")
        self.name = Label("", "title", wrap=True)
        self.label = Field("Label on the paper", next_label(state, key, state.them))
        self.at = TimeField("Handed over", now, name="Handed over at")
        self.by = WhoField("By", state, state.them, name="Handed over by")
        ours = [one for one in reversed(state.passes_on(key)) if one.body.party is state.we]
        self.answers = PickMany([answer_choice(state, one, now.date()) for one in ours], "Nothing", "Answers")
        self._first_answer = tuple(one.id for one in ours[:1])
        self.answers.set_values(self._first_answer)
        self.articles = Field("On the paper", key, name="Articles on the paper")
        self.package = Check("As a package")
        self.concept = Check("In concept")
        self.concept.setAccessibleName("The paper is an offer in concept, no contract language")
        theirs = [one.body.label for one in reversed(state.passes_on(key)) if one.body.party is state.them]
        self.corrects = DropDown([("", "Nothing"), *((label, label) for label in dict.fromkeys(theirs))],
                                 name="Corrects")  # fmt: skip
        self.channel = DropDown([(code, word.text) for code, word in words.CHANNELS.items()], "table", name="How")
        self._build()
        self._shown = item.article
        self._name_article()
        self._say_where(False)
        for field in (self.label, self.at, self.by, self.articles):
            field.changed.connect(self.changed)
        self.answers.changed.connect(self.changed)
        self.package.toggled.connect(self.changed)
        self.concept.toggled.connect(self.changed)
        for drop in (self.corrects, self.channel):
            drop.changed.connect(self.changed)

    def _build(self) -> None:
        for box, width in ((self.label, 112), (self.at, 84), (self.by, 140), (self.articles, 104), (self.corrects, 96),
                           (self.channel, 136), (self.answers, 172)):  # fmt: skip
            fix_width(box, width)
        first = space(QHBoxLayout(), spacing=8)
        first.addWidget(self.back)
        self.where = Label("", "small_strong", "attention")
        first.addWidget(self.where)
        first.addStretch(1)
        second = space(QHBoxLayout(), spacing=12)
        second.addWidget(self.number, 0)
        second.addWidget(self.name, 1)
        title = space(QVBoxLayout(), spacing=4)
        title.addStretch(1)
        title.addLayout(first)
        title.addLayout(second)
        title.addStretch(1)
        fields = space(Flow(bottom=True), spacing=10)
        for part in (self.label, self.at, self.by, Titled("Answers", self.answers)):
            fields.addWidget(part)
        more = space(QHBoxLayout(), spacing=10)
        more.addWidget(self.articles)
        more.addWidget(Titled(" ", self.package))
        more.addWidget(Titled(" ", self.concept))
        self.package.setAccessibleName("The paper is a package, all or nothing")
        more.addWidget(Titled("Corrects", self.corrects))
        more.addWidget(Titled("How", self.channel))
        more.addStretch(1)
        self.less_used = QWidget()
        self.less_used.setLayout(more)
        self.more_button = Button("", "ellipsis", kind="ghost", size=28)
        self.more_button.setAccessibleName("More about the paper")
        self.more_button.setToolTip("On the paper, corrects, how")
        self.more_button.clicked.connect(lambda: self.less_used.setVisible(not self.less_used.isVisible()))
        self.less_used.hide()
        fields.addWidget(self.more_button)
        right = space(QVBoxLayout(), spacing=6)
        right.addLayout(fields)
        right.addWidget(self.less_used)
        line = space(QHBoxLayout(self), (20, 10, 20, 10), 16)
        line.addLayout(title, 1)
        line.addLayout(right)

    def set_narrow(self, narrow: bool) -> None:
        """Number and title in one label that wraps where there is little room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._say_where(narrow)
            self._name_article()

    def _name_article(self) -> None:
        article, narrow = self._shown, self._narrow
        title = article.title if article.title != article.name else ""
        self.number.setText(", ".join(part for part in (article.name, title if narrow else "") if part))
        self.number.setWordWrap(narrow)
        self.number.set_look("body_strong" if narrow else "title", "text" if narrow and title else "tertiary")
        self.name.setText(title)
        self.name.setVisible(not narrow)

    def _say_where(self, narrow: bool) -> None:
        self.where.setText("Not in the record yet" if narrow else "Received, not in the record yet")

    def propose(self, paper: ReadPaper, now: datetime) -> None:
        """Take over what the paper's own header says, as far as nobody typed anything else."""
        from tablebook.jobs.amending_paper import amended_items
        from tablebook.jobs.findings.header import match_header, says_concept, who_hands_it

        state = self.desk.state
        clauses = list(amended_items(state, paper.accepted.blocks))
        numbers = clauses or [number for number in paper.articles if state.contract.find(number)]
        if numbers and self.articles.text() == self.key:
            self.articles.set_text(listed(numbers))
            self._show_article(numbers[0])
        keys = numbers or [self.key]
        found = match_header(state, keys, paper.header, state.them, now)
        self._propose_label(found.label)
        if found.at is not None and not self.at.typed and found.at.date() == now.date():
            self.at.stamp(found.at)
        if found.answers and self.answers.values in ((), self._first_answer) and not self.several:
            self.answers.set_values(found.answers)
        said = f"{paper.accepted_text}\n" + "\n".join(line.text for line in paper.header)
        if (who := who_hands_it(state.teams.get(state.them), said)) and not self.by.edit.isModified():
            self.by.set_text(who)
        if self.several and re.search(r"(?i)\bpackage\b", " ".join(line.text for line in paper.header)):
            self.package.setChecked(True)
        if says_concept(paper):
            self.concept.setChecked(True)
        unusual = self.several or self.concept.isChecked()
        self.less_used.setVisible(unusual or self.less_used.isVisibleTo(self))
        self.changed.emit()

    def _propose_label(self, label: str) -> None:
        if label and not self.label.edit.isModified():
            self._proposed_label = True
            self.label.set_text(label)

    def _show_article(self, key: str) -> None:
        """The paper is on this article: its name stands above."""
        item = self.desk.state.items.get(key)
        if item is not None:
            self._shown = item.article
            self._name_article()

    @property
    def label_typed(self) -> str:
        """The label as it is on the paper; "" where the proposed one was left for a paper on several articles."""
        typed = self.label.edit.isModified() or self._proposed_label
        return self.label.text() if typed or not self.several else ""

    @property
    def several(self) -> bool:
        """Whether the paper is on more than one article."""
        return "," in self.articles.text() or " and " in self.articles.text()
