"""An open book on the screen: banners, stage bar, the stage, the status line. Light until a book is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tablebook.ui import words
from tablebook.ui.bridge import recorded_last
from tablebook.ui.desk import Desk
from tablebook.ui.kit.banner import Banner
from tablebook.ui.kit.label import Panel, Rule
from tablebook.ui.kit.status_line import Part, StatusLine
from tablebook.ui.stage_bar import StageBar

if TYPE_CHECKING:
    from tablebook.domain.negotiation import Negotiation

KINDS = {
    "successor": "successor",
    "reopener": "reopener",
    "mid-term": "mid-term bargaining",
    "initial": "first contract",
}


PROVE_AFTER_MS = 3000


class Workspace(QWidget):
    """`asked` names an act by its id. Stages are made when they are first shown."""

    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.stage = "negotiate"
        self._verified = -1
        self._last: datetime | None = None
        self._prove = QTimer(self)
        self._prove.setSingleShot(True)
        self._prove.setInterval(PROVE_AFTER_MS)
        self._prove.timeout.connect(self._ask_proof)
        self.bar = StageBar()
        self.status = StatusLine()
        self.stages: dict[str, QWidget] = {}
        self.stack = QStackedWidget()
        self.stack.addWidget(Panel("window"))
        self._banners = QVBoxLayout()
        self._banners.setSpacing(0)
        self._shown_banners: list[Banner] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._banners)
        column.addWidget(self.bar)
        column.addWidget(Rule())
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        self.bar.asked.connect(self.asked)
        self.bar.stage_asked.connect(self.asked)
        self.bar.set_stage(self.stage)
        desk.opened.connect(self._take_book)
        desk.changed.connect(lambda _: self._renew())
        desk.bridge.recorded.connect(self._recorded)

    def go_stage(self, name: str) -> None:
        """Show a stage."""
        self.stage = name
        self.bar.set_stage(name)
        self.stack.setCurrentWidget(self.stage_page(name))

    def stage_page(self, name: str) -> QWidget:
        """A stage, made when first asked for."""
        if name not in self.stages:
            page = _STAGES[name](self.desk)
            asked = getattr(page, "asked", None)
            if asked is not None:
                asked.connect(self.asked)
            self.stages[name] = page
            self.stack.addWidget(page)
        return self.stages[name]

    # What the record says

    def _take_book(self) -> None:
        facts = self.desk.bridge.facts
        if facts is None:
            return
        self.bar.set_book(*book_names(self.desk.state))
        self._show_banners(facts.read_only_reason, facts.warnings)
        last = recorded_last(self.desk.state)
        self._recorded(last) if last else self.status.set_record([])
        self._renew()

    def _show_banners(self, read_only: str, warnings: tuple[str, ...]) -> None:
        for banner in self._shown_banners:
            self._banners.removeWidget(banner)
            banner.deleteLater()
        told = [Banner("Open for reading only.", read_only, "lock")] if read_only else []
        told += [Banner("This book's folder is not a safe place.", text, "triangle-alert") for text in warnings]
        self._shown_banners = told
        for banner in told:
            self._banners.addWidget(banner)

    @property
    def banners(self) -> tuple[Banner, ...]:
        """What is said across the top."""
        return tuple(self._shown_banners)

    def _renew(self) -> None:
        self.bar.set_caucus(self.desk.state.caucus is not None)

    def _recorded(self, when: datetime) -> None:
        """Only after the commit."""
        day = (
            "" if when.date() == self.desk.now().date() else f"{words.short_day(when.date(), self.desk.now().date())} "
        )
        count = words.count(len(self.desk.state.entries), "entry", "entries")
        verified = " verified" if self._verified == len(self.desk.state.entries) else ""
        self._last = when
        self.status.set_record(
            [Part(f"Recorded {day}{words.clock(when, seconds=True)}", "shield-check", "ta"), Part(count + verified)]
        )
        if not verified:
            self._prove.start()

    def _ask_proof(self) -> None:
        """When nothing was recorded for a while, prove the whole record again."""
        if self.desk.bridge.facts is not None:
            self.desk.bridge.run(lambda book: book.verify(), then=self._proved)

    def _proved(self, found: Any) -> None:
        if not found.ok:
            self.status.set_record([Part(found.problems[0].sentence, "shield-alert", "problem", loud=True)])
            return
        self._verified = found.entries
        if self._last is not None:
            self._recorded(self._last)


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
    from tablebook.ui.stages.ratify import Ratify

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
