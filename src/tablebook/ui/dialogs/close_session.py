"""Close the session: what is missing, each closed where it stands; then the counts, the fingerprint and two prints."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.errors import UserError
from tablebook.ui import words
from tablebook.ui.dialogs.close_session_cards import CARDS
from tablebook.ui.dialogs.close_session_side import CloseSide
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.field import Field
from tablebook.ui.kit.label import IconLine, Label
from tablebook.ui.kit.spacing import space

if TYPE_CHECKING:
    from tablebook.jobs.session_review import OpenPlace, SessionReview
    from tablebook.ui.main_window import MainWindow


def show(window: MainWindow) -> object:
    """Show it over the window, or say that no session is open."""
    if window.desk.state.open_session is None:
        window.say("No session is open.", "info")
        return None
    sheet = CloseSession(window)
    sheet.open()
    return sheet


class CloseSession(DialogShell):
    """It can be closed with open places: they go to "owed" and come back when the next session opens."""

    def __init__(self, window: MainWindow) -> None:
        self.desk, self.window_behind = window.desk, window
        number = window.desk.state.open_session
        assert number is not None
        self.number = number
        self._shown: list[OpenPlace] | None = None
        super().__init__(
            f"Close session {number}",
            "After this only dated corrections with a reason and an author can be added.",
            cancel="Keep it open",
            parent=window,
        )
        self.setObjectName("close-session")
        self._head = Label("", "body_bold")
        self._count = Label("", "small", "secondary")
        head = space(QHBoxLayout(), spacing=8)
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._count)
        self.body.addLayout(head)
        self._cards = space(QVBoxLayout(), spacing=10)
        self.body.addLayout(self._cards)
        self._make_next()
        self._order = space(QVBoxLayout(), spacing=4)
        self.body.addLayout(self._order)
        self.body.addStretch(1)
        self.side_part = CloseSide(window, number)
        self.set_side(self.side_part, 386)
        self.set_main(f"Close session {number}", "lock").clicked.connect(self._close)
        self._order_tabs()
        window.desk.changed.connect(self._renew)
        self._renew()

    def _make_next(self) -> None:
        """Date, place and agenda of the next session: what the minutes end with."""
        self.date = Field("Next date and time", placeholder="Day and time")
        self.place = Field("Place", placeholder="Where")
        self.agenda = Field("Agenda", hint="with commas between", placeholder="Article 8, Article 14")
        row = space(QHBoxLayout(), spacing=12)
        for field, stretch in ((self.date, 3), (self.place, 3), (self.agenda, 5)):
            row.addWidget(field, stretch)
        self._next = QWidget()
        self._next.setLayout(row)
        self.body.addWidget(self._next)
        self.date.edit.editingFinished.connect(self._renew)

    # What is open

    def _review(self) -> SessionReview:
        from tablebook.jobs.session_review import review

        return review(self.desk.state, self.number, self.desk.now(), self.date.text())

    def _renew(self, _: object = None) -> None:
        if self.desk.state.open_session != self.number:
            return
        found = self._review()
        _empty(self._order)
        places = [place for place in found.open_places if place.kind != "next-date"]
        if places != self._shown:
            self._show_cards(places)
        for sentence, count in found.in_order:
            row = QWidget()
            line = space(QHBoxLayout(row), spacing=8)
            line.addWidget(IconLine("check", sentence, "ta", "body", "text"), 1)
            line.addWidget(Label(str(count), "body", "secondary"))
            self._order.addWidget(row)
        count = len(found.open_places)
        self._head.setText(
            "Look at these before it closes"
            if places
            else "One thing before it closes"
            if count
            else "Nothing is missing"
        )
        self._count.setText(f"{count} open, {len(found.in_order)} in order")
        self.date.label.set_look(role="secondary")
        told = (
            f"{words.count(count, 'place is', 'places are')} open. It can be closed so."
            if count
            else "All is in order."
        )
        if count == 1 and not places:
            told = "The next date is not set. It can be closed so."
        self.set_footer(told, "circle-alert" if count else "circle-check", "attention" if count else "ta")
        self.side_part.show_review(found)

    def _show_cards(self, places: list[OpenPlace]) -> None:
        """The cards anew; where one that had the keyboard is closed, the next one gets it."""
        had_focus = self.focusWidget() in self._in_cards()
        self._shown = places
        _empty(self._cards)
        for place in places:
            self._cards.addWidget(CARDS[place.kind](place, self.desk, self.act))
        self._order_tabs()
        if had_focus:
            (self._in_cards() or [self.date.edit])[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _in_cards(self) -> list[QWidget]:
        """What takes the keyboard in the cards, from the top."""
        found: list[QWidget] = []
        for at in range(self._cards.count()):
            item = self._cards.itemAt(at)
            card = item.widget() if item is not None else None
            if card is not None:
                takes = [one for one in card.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
                # The list of a drop-down is a window of its own.
                found += [one for one in takes if not one.isHidden() and one.window() is card.window()]
        return found

    def _order_tabs(self) -> None:
        """From the first card to the main act, as it is read; Qt would put new cards last."""
        fields: list[QWidget] = [self.date.edit, self.place.edit, self.agenda.edit]
        side = [one for one in self.side_part.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        last = [one for one in (self.cancel_button, self.main, self.close_button) if one is not None]
        order = [*self._in_cards(), *fields, *side, *last]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first open place."""
        super().showEvent(event)
        first = self._in_cards()
        if first:
            first[0].setFocus(Qt.FocusReason.TabFocusReason)

    def act(self, job: Callable[..., Any], *args: Any) -> None:
        """Close a place; what is refused is said at the bottom."""
        self.desk.act(job, *args, failed=self._failed)

    def _failed(self, error: UserError) -> None:
        if self.main is not None:
            self.main.set_working("")
        self.set_footer(str(error), "circle-alert", "problem")

    # Closing

    def _close(self) -> None:
        found = self._review()
        assert self.main is not None
        self.main.set_working("Closing")
        owed = tuple(place.owed for place in found.open_places if place.kind not in ("next-date", "caucus"))
        agenda = tuple(part.strip() for part in self.agenda.text().split(",") if part.strip())
        self.desk.act(_close, self.date.text(), self.place.text(), agenda, owed,
                      then=lambda _: self.accept(), failed=self._failed)  # fmt: skip


def _close(book: Any, date: str, place: str, agenda: tuple[str, ...], owed: tuple[str, ...]) -> Any:
    from tablebook.jobs.sessions import close_session

    return close_session(book, next_date=date, next_place=place, agenda=agenda, owed=owed)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
