"""The Ratify stage: what stands in the way, the packet, the vote, and below them each text traced to its signed TA."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.packets import SincePacket
from tablebook.domain.ready_line import ReadyLine
from tablebook.jobs.packet_parts import packet_parts
from tablebook.jobs.ratification_view import RatificationView, ratification_view
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import IconLine, Label, Panel
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.ratify import acts
from tablebook.ui.ratify.packet_card import PacketCard
from tablebook.ui.ratify.ready_card import ReadyCard
from tablebook.ui.ratify.traced_card import TracedCard
from tablebook.ui.ratify.vote_card import VoteCard
from tablebook.ui.ratify.vote_steps import COUNTS, shown_vote, steps
from tablebook.ui.ratify.where_it_stands import where_it_stands
from tablebook.ui.theme import theme

READY, PACKET, VOTE, TRACED = "ready", "packet", "vote", "traced"
LOW = 420
"""Effective height under which the line below the heading gives its room to the parts."""
WIDE = 1000
"""Effective width from which all four parts are seen at once; below, one switch shows one of them."""


class Ratify(Panel):
    """`asked` names an act of the window by its id. Everything shown is looked at again when the record changes while
    the stage is on the screen, or when it comes back to the screen after a change."""

    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.desk = desk
        self.view: RatificationView | None = None
        self._old = True
        self._placed: QWidget | None = None
        self.look, self.pages = Latest(150, self), Latest(150, self)
        self.heading = Label("Ratification", "title")
        self.subtitle = Label("", "body", "secondary", wrap=True)
        self.blocked = IconLine("circle-alert", "", "problem", "small_strong", "problem")
        self.print = Button("Print packet", "printer", size=36)
        self.open = Button("Set up the vote", "list-checks", "primary", size=36)
        self.switch = Segmented(
            [(READY, "Ready"), (PACKET, "Packet"), (VOTE, "The vote"), (TRACED, "Traced")], READY, name="Part"
        )
        self.ready, self.packet, self.vote, self.traced = (
            ReadyCard(self),
            PacketCard(self),
            VoteCard(self),
            TracedCard(self),
        )
        self._parts: dict[str, QWidget] = {READY: self.ready, PACKET: self.packet, VOTE: self.vote, TRACED: self.traced}
        self._build()
        self._connect()

    def _build(self) -> None:
        column = space(QVBoxLayout(self), (24, 18, 24, 14), 12)
        head = space(QHBoxLayout(), spacing=10)
        names = space(QVBoxLayout(), spacing=2)
        names.addWidget(self.heading)
        names.addWidget(self.subtitle)
        head.addLayout(names, 1)
        for widget in (self.print, self.blocked, self.open):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.switch)
        self._grid = space(QGridLayout(), spacing=14)
        column.addLayout(self._grid, 1)

    def _connect(self) -> None:
        self.ready.asked.connect(self._settle)
        self.ready.shown.connect(lambda said: self.switch.set_text(READY, said))
        for card in (self.packet, self.vote, self.traced):
            card.asked.connect(self.ask)
        self.traced.gone.connect(self._go)
        self.traced.paper.connect(self._show_paper)
        self.print.clicked.connect(lambda: self.ask("preview"))
        self.open.clicked.connect(lambda: self.ask(steps(self.desk.state)[0].act))
        self.switch.changed.connect(lambda _: self._lay())
        self.look.ready.connect(self._take)
        self.pages.ready.connect(self.packet.show_parts)
        self.desk.opened.connect(self._opened)
        self.desk.bridge.left.connect(self._left)
        self.desk.changed.connect(lambda _: self._changed())
        for part in (self.ready.area, self.packet.scroller, self.vote.scroller):
            part.stops.connect(self._order)
        self.ready.laid.connect(self._order)
        self.vote.laid.connect(self._order)
        theme().changed.connect(self._lay)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All parts at once, or one behind a switch."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        wide = self.width() / theme().scale >= WIDE and self.height() / theme().scale >= 560
        self.switch.setVisible(not wide)
        self.subtitle.setVisible(self.height() / theme().scale >= LOW)
        for widget in self._parts.values():
            self._grid.removeWidget(widget)
        for at in range(3):
            self._grid.setColumnStretch(at, (11, 9, 10)[at] if wide else (1 if at == 0 else 0))
        if wide:
            for at, key in enumerate((READY, PACKET, VOTE)):
                self._grid.addWidget(self._parts[key], 0, at)
            self._grid.addWidget(self.traced, 1, 0, 1, 3)
            self._grid.setRowStretch(0, 2)
            self._grid.setRowStretch(1, 1)
        else:
            self._grid.addWidget(self._parts[self.switch.value], 0, 0)
            self._grid.setRowStretch(0, 1)
            self._grid.setRowStretch(1, 0)
        for key, widget in self._parts.items():
            widget.setVisible(wide or key == self.switch.value)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another stage was on the screen, and take the keyboard."""
        super().showEvent(event)
        if self._old:
            self.renew()
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        """The first line that is open, else the act that comes next; whoever has the keyboard in here keeps it."""
        at = QApplication.focusWidget()
        kept = at is not None and at is not self.print and self.isAncestorOf(at)
        if kept or not self.isVisible() or not self.window().isActiveWindow():
            return
        first = [*self.ready.stops(), self.open, self.print]
        self._placed = next((one for one in first if one.isVisible() and one.isEnabled()), None)
        if self._placed is not None:
            self._placed.setFocus()

    def _order(self) -> None:
        """Tab goes through the parts as they are read, also after their buttons were made anew."""
        cards = (self.ready, self.packet, self.vote, self.traced)
        chain = [self.print, self.open, *self.switch.segments(), *(one for card in cards for one in card.chain())]
        for before, after in pairwise(one for one in chain if one.focusPolicy() != Qt.FocusPolicy.NoFocus):
            self.setTabOrder(before, after)

    # What the record says

    def _opened(self) -> None:
        self.view, self._old = None, True
        if self.isVisible():
            self.renew()

    def _left(self) -> None:
        self.look.wait()
        self.pages.wait()

    def _changed(self) -> None:
        self._old = True
        if self.isVisible():
            self.renew()

    def renew(self) -> None:
        """Show at once what is known, and look at the whole off the window."""
        state, today = self.desk.state, self.desk.now().date()
        self.vote.show_state(state, today, self._waits())
        self.packet.show_state(state, self.view.since if self.view else SincePacket(), today)
        self.traced.show_state(state, today, self.view)
        self._tell()
        if self.desk.bridge.facts is None:
            return
        self._old = False
        now, page = self.desk.now(), self.desk.preferences["paper"]
        self.look.ask(lambda: ratification_view(state, now))
        self.pages.ask(lambda: packet_parts(state, now, page))

    def _take(self, view: Any) -> None:
        self.view = view
        unmoved = self._placed is not None and self._placed is QApplication.focusWidget()
        self._placed = None
        state, today = self.desk.state, self.desk.now().date()
        self.ready.show_view(view, today)
        self.vote.show_state(state, today, self._waits())
        self.packet.show_state(state, view.since, today)
        self.traced.show_state(state, today, view)
        self._tell()
        if unmoved and self.ready.isVisible() and self.ready.stops():
            self.ready.stops()[0].setFocus()

    def _tell(self) -> None:
        """The two lines at the top, and the one act that comes next."""
        left = len(self.view.lines_in_the_way) if self.view else 0
        self.subtitle.setText(where_it_stands(self.desk.state, self.desk.now(), left))
        self.heading.setToolTip(self.subtitle.text())
        self.heading.setAccessibleName(f"Ratification. {self.subtitle.text()}")
        step = steps(self.desk.state)[0]
        before_vote = step.act in ("set-up", *COUNTS)
        self.blocked.set_line(
            "circle-alert", f"{words.count(left, 'line')} block{'s' if left == 1 else ''} it", "problem", "problem"
        )
        self.blocked.setVisible(bool(left) and before_vote)
        self.open.set_words(step.words, step.icon)
        reading = "" if self.desk.writable else "This book is open for reading only."
        self.open.set_reason(reading or (self._waits() if step.act in COUNTS else ""))

    def _waits(self) -> str:
        """Why nothing is counted yet: a vote can be set up while lines are open; counting waits for them."""
        vote = shown_vote(self.desk.state)
        practice = vote is not None and vote.body.practice
        left = self.view.in_the_way if self.view and not practice else ()
        return "Settle what is open at the left first." if left else ""

    def _settle(self, line: ReadyLine) -> None:
        acts.settle(self, line)

    def ask(self, wanted: str) -> None:
        """Do what a card asks for."""
        acts.ask(self, wanted)

    def _go(self, article: str) -> None:
        self.desk.choose(article)
        self.asked.emit("negotiate")

    def _show_paper(self, ta: str) -> None:
        from tablebook.jobs.signed_papers import signed_papers
        from tablebook.ui.dialogs.signed_view import SignedView

        SignedView(self.desk, signed_papers(self.desk.state, ta), self.window()).open()
