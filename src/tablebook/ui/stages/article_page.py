"""The centre: one article with its passes, and the ways to read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tablebook.domain.record import PassRejected, PassWithdrawn
from tablebook.ui.desk import Desk
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.label import Panel
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.stages.article_head import ArticleHead
from tablebook.ui.stages.article_menu import show_article_menu
from tablebook.ui.stages.ask_bar import AskBar
from tablebook.ui.stages.text_views import CleanView, RedlineView, TextView, passes_with_text, standing_text
from tablebook.ui.text.legend import Legend
from tablebook.ui.theme import theme

REDLINE, SIDES, CLEAN, HISTORY, DRAFT, EMPTY = "redline", "sides", "clean", "history", "draft", "empty"
VIEWS = [(REDLINE, "Redline"), (SIDES, "Side by side"), (CLEAN, "Clean"), (HISTORY, "History")]
WIDE = (SIDES, HISTORY)
COMPACT = (REDLINE, SIDES, HISTORY)
"""Where room is short these views do without their tools in the bar: they have them below, or in the menu."""
BESIDE = 520
LOW = 340
"""A page lower than this has number and title in one line, so that its text keeps lines of its own."""


class ArticlePage(Panel):
    """Shows the chosen article; makes a view when it is first wanted."""

    asked = Signal(str)
    """The id of an act that a view asks for."""
    view_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.desk = desk
        self.view, self.shown = REDLINE, ""
        self.compact, self.drafting, self._changes = False, False, -1
        self.views: dict[str, TextView] = {}
        self.head = ArticleHead(desk)
        self.switch = Segmented(VIEWS, name="View")
        self.picker = DropDown(VIEWS, name="View", size=34)
        self.pass_picker = DropDown(name="Pass", size=34)
        self.more = Button("", "ellipsis", "ghost", key="Shift+F10", size=34)
        self.more.set_key_shown(False)
        self.more.setAccessibleName("What can be done with this article")
        self.more.setToolTip("What can be done with this article (Shift+F10 in the list)")
        self.stack = QStackedWidget()
        self.legend = Legend()
        self.ask_bar = AskBar()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._bar = space(QHBoxLayout(), spacing=8)
        self._bar.addWidget(self.switch)
        self._bar.addStretch(1)
        self._bar.addWidget(self.pass_picker)
        self._bar.addWidget(self.picker)
        self._bar.addWidget(self.more)
        self._inside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._inside.addWidget(self.head)
        self._inside.addLayout(self._bar)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.stack, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self._inside)
        self.column.addSpacing(10)
        self.column.addLayout(self._body, 1)
        self.column.addWidget(self.ask_bar)
        self.column.addWidget(self.legend)
        self.picker.hide()
        self.pass_picker.hide()

    def _connect(self) -> None:
        theme().changed.connect(self._lay_head)
        self.more.clicked.connect(lambda: show_article_menu(self.more, self.more.rect().bottomLeft()))
        self.switch.changed.connect(self.set_view)
        self.picker.changed.connect(self.set_view)
        self.pass_picker.changed.connect(self.show_pass)
        self.head.timeline.shown.connect(self.show_pass)
        self.head.timeline.compare.connect(self._compare_with)
        self.desk.chosen.connect(self._choose)
        self.desk.changed.connect(self._changed)
        self.desk.section_asked.connect(self._go_to_section)
        self.desk.page_asked.connect(self.show_as_of)
        if self.desk.article:
            self._choose(self.desk.article)

    def _go_to_section(self, number: str) -> None:
        self.current.go_to_section(number)

    # What is shown

    @property
    def current(self) -> TextView:
        """The view that is on the screen."""
        return self._view(self._effective())

    def _effective(self) -> str:
        """An article without any pass has only its current language to show, and its history."""
        item = self.desk.item
        if self.drafting and self.view == REDLINE:
            return DRAFT
        nothing = item is not None and not item.passes
        return EMPTY if nothing and self.view in (REDLINE, SIDES, CLEAN) else self.view

    def _view(self, name: str) -> TextView:
        if name not in self.views:
            view = _FACTORIES[name](self)
            self.views[name] = view
            self.stack.addWidget(view)
            for tool in view.tools:
                self._bar.insertWidget(self._bar.count() - 3, tool)
                tool.hide()
            view.legend_changed.connect(self._show_legend)
        return self.views[name]

    def set_view(self, name: str) -> None:
        """Read the article another way."""
        self.view = name
        self.switch.set_value(name)
        self.picker.set_value(name)
        self._show()
        self.view_changed.emit(name)

    def set_drafting(self, drafting: bool) -> None:
        """Write our next pass in the place of the redline, or go back to reading."""
        if drafting == self.drafting:
            return
        view = self.views.get(DRAFT)
        if view is not None:
            view.leave()
        self.drafting = drafting
        word = "Draft" if drafting else "Redline"
        self.switch.set_text(REDLINE, word)
        self.picker.set_choices([(key, word if key == REDLINE else words) for key, words in VIEWS], self.view)
        if drafting:
            self._view(DRAFT).keyboard_asked = True
            self.set_view(REDLINE)
        else:
            self._show()

    def show_pass(self, pass_id: str) -> None:
        """Show the article as this pass has it."""
        self.shown = pass_id
        self._changes = -1
        self._show()

    def step_pass(self, by: int) -> None:
        """The pass before or after on the timeline."""
        ids: list[str] = [one.id for one in passes_with_text(self.desk.state, self.desk.article)]
        if self.shown in ids and 0 <= ids.index(self.shown) + by < len(ids):
            self.show_pass(ids[ids.index(self.shown) + by])

    def _choose(self, key: str) -> None:
        self.shown = standing_text(self.desk.state, key)
        self._changes = -1
        self._show()

    def _changed(self, changed: Any) -> None:
        """Only what the change names is drawn again; a correction names no article and shows in the history."""
        item = self.desk.item
        if item is None:
            return
        named = item.key in changed.articles or item.home in changed.articles or changed.packages
        if not named:
            if self.view == HISTORY and changed.entries:
                self.current.renew()
            return
        state = self.desk.state
        standing = standing_text(state, item.key)
        ended = any(isinstance(state.entries[one].body, PassWithdrawn | PassRejected) for one in changed.entries)
        if standing in changed.entries or ended or self.shown not in state.passes:
            self.shown, self._changes = standing, -1
        self._show()

    def show_as_of(self, entry_id: str) -> None:
        """The text as it stood when an entry was made: the last pass up to then."""
        state = self.desk.state
        entry = state.entries.get(entry_id)  # type: ignore[call-overload]
        passes = passes_with_text(state, self.desk.article)
        before = [one for one in passes if entry is not None and one.at <= entry.at]
        if before:
            self.shown, self._changes = before[-1].id, -1
        self.set_view(REDLINE)

    def _compare_with(self, pass_id: str) -> None:
        self.set_view(REDLINE)
        view = self._view(REDLINE)
        assert isinstance(view, RedlineView)
        view.base = pass_id
        view.renew()

    def _show(self) -> None:
        item = self.desk.item
        if item is None:
            return
        name = self._effective()
        view = self._view(name)
        self.stack.setCurrentWidget(view)
        for other in self.views.values():
            for tool in other.tools:
                tool.setVisible(other is view and not (self.compact and name in COMPACT))
        nothing = name == EMPTY
        self.head.set_drafting(name == DRAFT)
        self.switch.setVisible(not nothing and not self.compact)
        self.picker.setVisible(not nothing and self.compact)
        passes = [(one.id, one.body.label) for one in passes_with_text(self.desk.state, item.key)]
        self.pass_picker.setVisible(bool(passes) and self.compact)
        self.pass_picker.set_choices(passes, self.shown)
        self._show_head()
        self._space(name)
        view.show_article(item.key, self.shown)
        self._show_legend()

    def _show_head(self) -> None:
        item = self.desk.item
        if item is not None:
            wide = self.view in WIDE and not self.compact
            self.head.set_wide(wide)
            count = self._changes if self._changes >= 0 else None
            self.head.show_item(item, self.desk.positions[item.key], self.shown, count)
            self.head.set_compact(self.compact)

    def _space(self, name: str) -> None:
        """Wide views take the whole width, and the page of one text keeps its paper edge."""
        side = theme().px(0 if name in WIDE else 20 if self.compact else 32)
        self._body.setContentsMargins(side, 0, side, 0)

    def _show_legend(self) -> None:
        entries = self.current.legend
        self.legend.setVisible(bool(entries) and not self.compact)
        if entries:
            self.legend.set_entries(entries)

    def count_changes(self, count: int) -> None:
        """The redline is there: the sentence under the timeline can say how many changes it has."""
        if count != self._changes:
            self._changes = count
            self._show_head()

    def set_compact(self, compact: bool) -> None:
        """Under 1000 effective: views and passes are drop-downs, the legend opens with F1."""
        if compact != self.compact:
            self.compact = compact
            self._lay_head()
            self._show()

    def _lay_head(self) -> None:
        """Compact, the drop-downs stand beside the title; where that would cut it, under it."""
        beside = self.compact and self.width() >= theme().px(BESIDE)
        way = QBoxLayout.Direction
        self._inside.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._inside.setStretch(0, 1 if beside else 0)
        px = theme().px
        low = self.height() < px(LOW)
        self.head.set_low(low, beside)
        self._inside.setContentsMargins(px(32), px(6 if low else 14), px(32), 0)
        self._inside.setSpacing(px(6 if low else 12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head finds its place anew."""
        super().resizeEvent(event)
        self._lay_head()

    def ask_words(self) -> None:
        """Find words in the text on the screen; Enter goes to the next place."""

        def find(words: str) -> str:
            return "" if not words or self.current.page.find_words(words) else "These words are not in this text."

        self.ask_bar.ask("Find in this text", "Find next", find, self.focus_text)

    def focus_text(self) -> None:
        """Put the keyboard on the text."""
        self.current.page.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _redline_view(page: ArticlePage) -> TextView:
    view = RedlineView(page.desk)
    view.compared.connect(page.count_changes)
    return view


def _sides_view(page: ArticlePage) -> TextView:
    from tablebook.ui.stages.side_view import SideView

    return SideView(page.desk)


def _empty_view(page: ArticlePage) -> TextView:
    from tablebook.ui.stages.empty_view import EmptyView

    view = EmptyView(page.desk)
    view.asked.connect(page.asked)
    return view


def _draft_view(page: ArticlePage) -> TextView:
    from tablebook.ui.stages.draft_view import DraftView

    return DraftView(page.desk)


def _history_view(page: ArticlePage) -> TextView:
    from tablebook.ui.stages.history_view import HistoryView

    return HistoryView(page.desk)


_FACTORIES: dict[str, Callable[[ArticlePage], TextView]] = {
    REDLINE: _redline_view,
    SIDES: _sides_view,
    CLEAN: lambda page: CleanView(page.desk),
    EMPTY: _empty_view,
    HISTORY: _history_view,
    DRAFT: _draft_view,
}
