"""An open book on the screen: banners, stage bar, the stage, the status line. Light until a book is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tablebook.ui.desk import Desk
from tablebook.ui.kit.label import Panel, Rule
from tablebook.ui.kit.status_line import StatusLine
from tablebook.ui.notices import Notices
from tablebook.ui.record_line import RecordLine
from tablebook.ui.stage_bar import StageBar
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.domain.negotiation import Negotiation
    from tablebook.ui.kit.banner import Banner

KINDS = {
    "successor": "successor",
    "reopener": "reopener",
    "mid-term": "mid-term bargaining",
    "initial": "first contract",
}


class Workspace(QWidget):
    """`asked` names an act by its id. Stages are made when they are first shown."""

    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.stage = "negotiate"
        self.bar = StageBar()
        self.status = StatusLine()
        self.record = RecordLine(desk, self.status)
        self.stages: dict[str, QWidget] = {}
        self.stack = QStackedWidget()
        self.stack.addWidget(Panel("window"))
        self.notices = Notices(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.bar)
        column.addWidget(Rule())
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        self.bar.asked.connect(self.asked)
        self.bar.stage_asked.connect(self.asked)
        self.bar.set_stage(self.stage)
        desk.opened.connect(self._take_book)
        desk.changed.connect(lambda _: self._renew())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the strips across the top are one line high."""
        super().resizeEvent(event)
        self.notices.set_room(self.height() / theme().scale)

    def go_stage(self, name: str) -> None:
        """Show a stage."""
        self.stage = name
        self.bar.set_stage(name)
        self.stack.setCurrentWidget(self.stage_page(name))
        self._watch_plan()

    def stage_page(self, name: str) -> QWidget:
        """A stage, made when first asked for."""
        if name not in self.stages:
            page = _STAGES[name](self.desk)
            asked = getattr(page, "asked", None)
            if asked is not None:
                asked.connect(self.asked)
            drafting = getattr(page, "drafting_changed", None)
            if drafting is not None:
                drafting.connect(self._watch_plan)
            self.stages[name] = page
            self.stack.addWidget(page)
        return self.stages[name]

    # What the record says

    def _take_book(self) -> None:
        facts = self.desk.bridge.facts
        if facts is None:
            return
        self.bar.set_book(*book_names(self.desk.state))
        self.notices.take_book()
        self.record.take_book()
        self._renew()

    @property
    def banners(self) -> tuple[Banner, ...]:
        """What is said across the top."""
        return tuple(self.notices.banners)

    def _renew(self) -> None:
        self.bar.set_caucus(self.desk.state.caucus is not None)
        self._watch_plan()

    def _watch_plan(self) -> None:
        """Whether something of the plan is on the screen: in Prepare, in our caucus, beside a draft."""
        page = self.stages.get("negotiate") if self.stage == "negotiate" else None
        if self.stage == "prepare" or (page is not None and page.private):  # type: ignore[attr-defined]
            self.notices.plan_shown()
        else:
            self.notices.plan_hidden()


def book_names(state: Negotiation) -> tuple[str, str]:
    """Whose book it is, and of which negotiation: "Lakeview EA", "2027–30 successor"."""
    made = state.made
    if made is None:
        return "", ""
    team = state.teams.get(made.we)
    name = (team.short if team else "") or state.party_name(made.we)
    return name, " ".join(part for part in (made.term, KINDS.get(made.kind, made.kind)) if part)


def _negotiate(desk: Desk) -> QWidget:
    from tablebook.ui.stages.negotiate import Negotiate

    return Negotiate(desk)


def _prepare(desk: Desk) -> QWidget:
    from tablebook.ui.stages.prepare import Prepare

    return Prepare(desk)


def _ratify(desk: Desk) -> QWidget:
    from tablebook.ui.ratify.stage import Ratify

    return Ratify(desk)


def _resolve(desk: Desk) -> QWidget:
    from tablebook.ui.stages.later import Resolve

    return Resolve(desk)


def _change(desk: Desk) -> QWidget:
    from tablebook.ui.stages.later import Change

    return Change(desk)


_STAGES: dict[str, Callable[[Desk], QWidget]] = {
    "prepare": _prepare,
    "negotiate": _negotiate,
    "ratify": _ratify,
    "resolve": _resolve,
    "change": _change,
}
