"""The Negotiate stage: list, article, session; what folds when room is short."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from tablebook.ui.desk import Desk
from tablebook.ui.kit.label import Panel
from tablebook.ui.session.entry_line import EntryLine
from tablebook.ui.session.panel import SessionPanel
from tablebook.ui.session.strip import NoteStrip
from tablebook.ui.stages.article_page import DRAFT, REDLINE, WIDE, ArticlePage
from tablebook.ui.stages.article_pane import ArticlePane
from tablebook.ui.stages.text_views import RedlineView
from tablebook.ui.theme import theme

LEFT, RIGHT, CENTRE, SLIM = (260, 300, 380), (320, 352, 460), 560, 253


class Negotiate(Panel):
    """Three panes. `asked` names an act by its id."""

    asked = Signal(str)
    drafting_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.desk = desk
        self._effective = 1440.0
        self._folded = False
        self._ours = desk.our_caucus
        self.entry = EntryLine(desk)
        self.articles = ArticlePane(desk)
        self.article = ArticlePage(desk)
        self.session = SessionPanel(desk, self.entry)
        self.strip = NoteStrip(desk)
        self.strip.hide()
        self._build()
        self._connect()
        self._measure()
        if desk.article:
            self.entry.restore()

    def _build(self) -> None:
        self.centre = QWidget()
        middle = QVBoxLayout(self.centre)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.article, 1)
        middle.addWidget(self.strip)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.panes.setHandleWidth(1)
        for pane in (self.articles, self.centre, self.session):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(0, 0)
        self.panes.setStretchFactor(1, 1)
        self.panes.setStretchFactor(2, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def _connect(self) -> None:
        self.articles.text_asked.connect(self.focus_text)
        self.article.asked.connect(self.asked)
        self.article.view_changed.connect(lambda _: self._fold())
        self.session.asked.connect(self.asked)
        self.strip.caucus_asked.connect(lambda: self.asked.emit("caucus"))
        self.strip.open_asked.connect(lambda: self.asked.emit("session-toggle"))
        self.strip.notes_asked.connect(self.focus_session)
        self.entry.told.connect(self.strip.tell)
        self.desk.changed.connect(self._read_what_was_passed)
        self.panes.splitterMoved.connect(self._keep_widths)
        self.desk.changed.connect(lambda _: self._follow_caucus())
        self.desk.opened.connect(self._follow_opening)
        theme().changed.connect(self._measure)

    # Room

    def _measure(self) -> None:
        px = theme().px
        slim = self._effective < 1000
        self.articles.setMinimumWidth(px(SLIM if slim else LEFT[0]))
        self.articles.setMaximumWidth(px(SLIM if slim else LEFT[2]))
        self.session.setMinimumWidth(px(RIGHT[0]))
        self.session.setMaximumWidth(px(RIGHT[2]))
        self.centre.setMinimumWidth(px(400))
        kept = self.desk.preferences["panes"]
        left, right = kept if len(kept) == 2 and not slim else (SLIM if slim else LEFT[1], RIGHT[1])
        self.panes.setSizes([px(left), max(px(CENTRE), self.width() - px(left) - px(right)), px(right)])

    def _keep_widths(self) -> None:
        sizes, scale = self.panes.sizes(), theme().scale
        right = sizes[2] if len(sizes) > 2 and not self._folded else RIGHT[1]
        self.desk.preferences["panes"] = [round(sizes[0] / scale), round(right / scale)]

    def set_room(self, effective: float) -> None:
        """`effective` is the window's width by the text scale."""
        was_slim, self._effective = self._effective < 1000, effective
        if was_slim != (effective < 1000):
            self._measure()
        self.articles.set_compact(effective < 1000)
        self.article.set_compact(effective < 1000)
        self.strip.notes.set_key_shown(effective >= 1000)
        self._fold()

    def _fold(self) -> None:
        """Below 1280, and for a view that needs the width, the session is a strip under the text."""
        folded = self._effective < 1280 or self.article.view in WIDE
        if folded == self._folded:
            return
        had = self.entry.hasFocus()
        self._folded = folded
        if folded:
            self.session.hide()
            self.session.setParent(self)
            self.strip.take_entry(self.entry, self.session.channel)
        else:
            self.session.hide()
            self.panes.addWidget(self.session)
            self.panes.setStretchFactor(2, 0)
            self.session.take_entry()
            self.session.show()
            self._measure()
        self.strip.setVisible(folded)
        self.session.renew()
        if had:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The session laid over the text stays at the right edge."""
        super().resizeEvent(event)
        self._place_over()

    def _place_over(self) -> None:
        if self._folded and self.session.isVisible():
            width = min(theme().px(RIGHT[1]), self.width() - theme().px(80))
            below = self.strip.height() if self.strip.isVisible() else 0
            self.session.setGeometry(self.width() - width, 0, width, self.height() - below)
            self.session.raise_()

    # Going

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        self.articles.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_text(self) -> None:
        """Put the keyboard on the text."""
        self.article.focus_text()

    def focus_session(self) -> None:
        """Put the keyboard on the session; folded, it opens over the text and the same key closes it."""
        if self._folded and self.session.isVisible():
            self.session.hide()
            self.focus_text()
            return
        if self._folded:
            self.session.show()
            self._place_over()
        self.session.focus_feed()

    def focus_entry(self) -> None:
        """Put the keyboard on the entry line, behind what was half typed: Qt would choose all of it for a shortcut, and
        the next key would take its place."""
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_line(self, line: str) -> None:
        """Put a line that is begun on the entry line, to be finished and recorded."""
        self.entry.begin(line)
        self.focus_entry()

    def ask_search(self) -> None:
        """Find an article by name."""
        self.articles.ask_search()

    def step_article(self, by: int) -> None:
        """The article before or after in the list."""
        self.articles.step(by)

    def next_ours(self) -> None:
        """The next article that is ours to answer."""
        if not self.articles.next_ours():
            self.desk.say("Nothing is ours to answer.", "info")

    # The text

    def set_view(self, name: str) -> None:
        """Read the article another way."""
        self.article.set_view(name)

    def step_change(self, by: int) -> None:
        """The next change or the one before."""
        view: Any = self.article.current
        page = view if hasattr(view, "next_change") else view.page
        if not hasattr(page, "next_change"):
            return
        if by > 0:
            page.next_change()
        else:
            page.previous_change()

    def step_pass(self, by: int) -> None:
        """The pass before or after."""
        self.article.step_pass(by)

    def toggle_base(self) -> None:
        """Compare with the contract, or with the last pass."""
        if self.article.view != REDLINE:
            self.article.set_view(REDLINE)
        view = self.article.current
        if isinstance(view, RedlineView):
            view.toggle_base()

    def save_now(self) -> None:
        """Hand everything half typed to the book's thread."""
        self.entry.save_now()
        self.session.save_now()
        view = self.article.views.get(DRAFT)
        if view is not None:
            view.page.flush()

    # Acts

    def toggle_caucus(self) -> None:
        """Call our caucus, or end the one that runs. What is private goes before the clock changes side."""
        from tablebook.jobs.sessions import call_caucus, end_caucus

        state = self.desk.state
        if state.caucus is None:
            self.desk.act(call_caucus, state.we)
            return
        self.set_drafting(False)
        self.desk.act(end_caucus)

    def _follow_opening(self) -> None:
        self._ours = self.desk.our_caucus

    def _follow_caucus(self) -> None:
        """When our caucus begins on an article that waits for us, the draft we have of it is what we came for."""
        began = self.desk.our_caucus and not self._ours
        self._ours = self.desk.our_caucus
        where = self.desk.positions.get(self.desk.article)
        if began and where is not None and where.state == "with-us" and self.desk.writable:
            key = self.desk.article
            self.desk.bridge.run(_has_draft, key, then=lambda there: self._go_on(key, there))

    def _go_on(self, key: str, there: bool) -> None:
        if there and self.desk.our_caucus and key == self.desk.article:
            self.set_drafting(True)

    def draft(self) -> None:
        """Write our next pass on this article, or go back to reading."""
        self.set_drafting(not self.article.drafting)

    def set_drafting(self, drafting: bool) -> None:
        """Show the plan's side of this article, or put it away."""
        self.article.set_drafting(drafting)
        self.session.set_drafting(drafting)
        if not drafting:
            self.session.save_now()
        self.drafting_changed.emit()

    @property
    def private(self) -> bool:
        """Whether something of the plan is on the screen."""
        return self.session.private

    def _read_what_was_passed(self, changed: Any) -> None:
        """What was drafted and passed is no draft any more: its redline takes the place. So does what they passed."""
        state = self.desk.state
        if self.article.drafting and any(
            one in state.passes and state.passes[one].body.article == self.desk.article for one in changed.entries
        ):
            self.set_drafting(False)
            self.focus_text()

    def find_in_text(self) -> None:
        """Find words in the text on the screen."""
        self.article.ask_words()


def _has_draft(book: Any, key: str) -> bool:
    return book.plan.draft(key) is not None
