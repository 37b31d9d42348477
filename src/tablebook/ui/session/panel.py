"""The right pane: clock, feed, what changed hands, the entry line. Plum and private while we are among ourselves."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tablebook.domain.codes import Channel
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.key_cap import KeyCap
from tablebook.ui.kit.label import Label, Panel, Rule
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.models.feed import FeedRow, feed_of, private_rows
from tablebook.ui.session.clock import ClockBlock
from tablebook.ui.session.entry_line import EntryLine
from tablebook.ui.session.exchanged import ExchangedBlock, exchanged_in
from tablebook.ui.session.feed import Feed
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from datetime import datetime

    from tablebook.domain.negotiation import BargainingSession
    from tablebook.ui.session.plan_side import PlanSide

BETWEEN = (Channel.EMAIL, Channel.PHONE, Channel.SIDEBAR)
HINTS = (("@12", "article"), ("q:", ""), ("a:", ""), ("w:", "what-if"), ("”", "exact words"))


class PlanArea(ScrollArea):
    """As high as the plan's side asks for; in a low window it scrolls, so that clock and entry line stay whole."""

    def __init__(self, plan: QWidget) -> None:
        super().__init__(plan)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """All of it."""
        plan = self.widget()
        height = plan.heightForWidth(self.width()) if plan is not None and plan.hasHeightForWidth() else -1
        return QSize(theme().px(320), height if height > 0 else plan.sizeHint().height() if plan is not None else 0)

    def minimumSizeHint(self) -> QSize:
        """Two limits' worth."""
        return QSize(theme().px(200), theme().px(96))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with what is in it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class SessionPanel(Panel):
    """`asked` names an act by its id. The entry line can stand elsewhere while the panel is folded."""

    asked = Signal(str)

    def __init__(self, desk: Desk, entry: EntryLine, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.desk, self.entry = desk, entry
        self.drafting = False
        self.clock = ClockBlock(desk)
        self.feed = Feed()
        self.empty = Label("", "body", "secondary", wrap=True)
        self.exchanged = ExchangedBlock()
        self.channel = DropDown(
            [(channel.value, words.of(words.CHANNELS, channel.value).text) for channel in BETWEEN],
            name="How it reached us",
            label="Channel",
        )
        self.told = Label("", "small", "attention", wrap=True)
        self._private_notes: tuple[Any, ...] = ()
        self._build()
        self._connect()
        self.renew()
        if desk.state.items:
            self._ask_private()

    @cached_property
    def plan(self) -> PlanSide:
        """What is ours alone about the article; made when we are first among ourselves."""

        from tablebook.ui.session.plan_side import PlanSide

        plan = PlanSide(self.desk)
        self._plan_area = PlanArea(plan)
        self._plan_place.addWidget(self._plan_area)
        return plan

    @property
    def has_plan(self) -> bool:
        """Whether the plan's side was needed so far."""
        return "plan" in self.__dict__

    def save_now(self) -> None:
        """Keep what was typed in the plan's side."""
        if self.has_plan:
            self.plan.save_now()

    def _build(self) -> None:
        self.hints = QWidget()
        row = space(QHBoxLayout(self.hints), spacing=5)
        for cap, word in HINTS:
            row.addWidget(KeyCap(cap))
            if word:
                row.addWidget(Label(word, "small", "tertiary"))
        row.addStretch(1)
        self.foot = QWidget()
        self.foot_column = space(QVBoxLayout(self.foot), (16, 10, 16, 10), 8)
        for part in (self.channel, self.told, self.entry, self.hints):
            self.foot_column.addWidget(part)
        self.empty.setContentsMargins(16, 12, 16, 12)
        self._lower, self._upper = Rule(), Rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._plan_place = QVBoxLayout()
        self.clock.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(self.clock)
        column.addWidget(self._upper)
        column.addLayout(self._plan_place)
        column.addWidget(self.empty)
        column.addSpacing(8)
        column.addWidget(self.feed, 1)
        for part in (self._lower, self.exchanged, Rule(), self.foot):
            column.addWidget(part)
        self.told.hide()

    def _connect(self) -> None:
        self.clock.caucus_asked.connect(lambda: self.asked.emit("caucus"))
        self.clock.open_asked.connect(lambda: self.asked.emit("session-toggle"))
        self.channel.changed.connect(lambda _: self.renew_entry())
        self.entry.told.connect(self.tell)
        self.desk.opened.connect(self._open)
        self.desk.changed.connect(self._changed)

    def _open(self) -> None:
        self.entry.restore()
        self._ask_private()
        self.renew()

    def _changed(self, changed: Any) -> None:
        if getattr(changed, "plan", False):
            self._ask_private()
        self.renew()

    def _ask_private(self) -> None:
        self.desk.bridge.run(lambda book: book.plan.private_notes(), then=self._take_private)

    def _take_private(self, notes: tuple[Any, ...]) -> None:
        self._private_notes = notes
        self.renew()

    def tell(self, sentence: str) -> None:
        """Show a sentence above the entry line."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def set_drafting(self, drafting: bool) -> None:
        """Beside a draft our limits stand above the feed."""
        self.drafting = drafting
        self.renew()

    @property
    def private(self) -> bool:
        """Whether something of the plan is on the screen here."""
        return self.desk.our_caucus or self.drafting

    def renew(self) -> None:
        """Draw again what the record says."""
        state, now = self.desk.state, self.desk.now()
        session = state.sessions.get(state.open_session) if state.open_session is not None else None
        self.clock.renew()
        if self.private or self.has_plan:
            self.plan.setVisible(self.private)
            self._plan_area.setVisible(self.private)
        rows = self._rows(session, now)
        self.feed.setAccessibleName("Private notes" if self.desk.our_caucus else "Notes of this session")
        self.feed.show_rows(rows)
        self._say_empty(bool(rows), session is not None)
        self.exchanged.show_papers(exchanged_in(state, session) if session is not None and not self.private else ())
        self._lower.setVisible(self.exchanged.isVisibleTo(self))
        self.channel.setVisible(session is None)
        self.renew_entry()

    def _rows(self, session: BargainingSession | None, now: datetime) -> tuple[FeedRow, ...]:
        """What the entry line writes is what stands above it: private in our caucus, the record everywhere else, beside
        a draft too. At home, beside a draft, what we said among ourselves comes before it."""
        state = self.desk.state
        if self.desk.our_caucus:
            return private_rows(self._private_notes, state.caucus.out if state.caucus else None)
        ours = private_rows(self._private_notes, None) if self.drafting and session is None else ()
        return ours + feed_of(state, session, now)

    def _say_empty(self, any_rows: bool, in_session: bool) -> None:
        if any_rows:
            self.empty.hide()
            return
        if self.desk.our_caucus:
            self.empty.setText("Type what we say among ourselves. It stays in the plan and is never handed out.")
        elif in_session:
            self.empty.setText("No notes yet. Type what is said. Enter records it with the time.")
        else:
            self.empty.setText("Nothing was noted since the last session.")
        self.empty.show()

    def renew_entry(self) -> None:
        """What the entry line is for now."""
        in_session = self.desk.state.open_session is not None
        self.entry.channel = Channel.TABLE if in_session else Channel(self.channel.value)
        self.entry.renew()
        self.hints.setVisible(not self.entry.private and self.entry.parentWidget() is self.foot)

    def take_entry(self) -> None:
        """The entry line comes back into the panel."""
        self.foot_column.insertWidget(0, self.channel)
        self.foot_column.insertWidget(2, self.entry)
        self.renew_entry()

    def focus_feed(self) -> None:
        """Put the keyboard into the feed, at its newest row."""
        self.feed.setFocus(Qt.FocusReason.ShortcutFocusReason)
        last = self.feed.rows.rowCount() - 1
        if last >= 0:
            self.feed.setCurrentIndex(self.feed.rows.index(last))
