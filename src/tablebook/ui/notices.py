"""The strips across the top: what stays true (reading only, an unsafe folder), and what is said once of each book."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.ui.desk import Desk
from tablebook.ui.kit.banner import Banner
from tablebook.ui.kit.spacing import space

TOLD = "told-plan-may-be-asked-for"
PLAN_HEAD = "What is private here may still be asked for."
PLAN_TEXT = (
    "In some states drafts, limits and caucus notes can be demanded in a hearing, or are a public record. Keep them "
    "off a laptop, printer or mail account that the employer owns."
)
PLAN_SHORT = "What is private may still be asked for: keep it off the employer's laptop, printer and mail."
LOW = 620
"""A window lower than this, by the text scale, has room for one line across the top and no more."""


class Notices(QWidget):
    """No higher than what it has to say."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._column = space(QVBoxLayout(self), spacing=0)
        self.banners: list[Banner] = []
        self._told = True
        self._plan_shown = False
        self._low = False

    def set_room(self, effective: float) -> None:
        """`effective` is the window's height by the text scale."""
        self._low = effective < LOW
        for banner in self.banners:
            banner.set_low(self._low)

    def take_book(self) -> None:
        """Say what is to be known of the book that was opened."""
        for banner in self.banners:
            self._take_away(banner)
        self.banners = []
        facts = self.desk.bridge.facts
        if facts is None:
            return
        if facts.read_only_reason:
            self._add(Banner("Open for reading only.", facts.read_only_reason, "lock"))
        for text in facts.warnings:
            self._add(Banner("This book's folder is not a safe place.", text, "triangle-alert"))
        self._told = True
        self.desk.bridge.run(lambda book: bool(book.plan.get(TOLD)), then=self._take_told)

    def plan_shown(self) -> None:
        """Something of the plan is on the screen: the first time in a book, say what that may mean."""
        self._plan_shown = True
        self._tell_plan()

    def plan_hidden(self) -> None:
        """Nothing private is on the screen any more."""
        self._plan_shown = False

    def _take_told(self, told: bool) -> None:
        self._told = told
        self._tell_plan()

    def _tell_plan(self) -> None:
        if self._told or not self._plan_shown:
            return
        self._told = True
        banner = Banner(PLAN_HEAD, PLAN_TEXT, "scale", action="Understood")
        banner.short = PLAN_SHORT
        banner.acted.connect(lambda: self._dismiss(banner))
        self._add(banner)

    def _dismiss(self, banner: Banner) -> None:
        self._take_away(banner)
        self.banners.remove(banner)
        if self.desk.writable:
            self.desk.bridge.run(_remember)

    def _add(self, banner: Banner) -> None:
        self.banners.append(banner)
        banner.set_low(self._low)
        self._column.addWidget(banner)

    def _take_away(self, banner: Banner) -> None:
        self._column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()


def _remember(book: Any) -> None:
    book.plan.put(TOLD, True)
