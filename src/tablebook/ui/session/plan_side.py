"""What is ours alone about the chosen article: how far we go, how much it matters, why. Plum, locked, never printed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui.desk import Desk
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import LineEdit
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.text_field import TextField

PRIORITIES = (("", "not set"), ("Must", "Must"), ("Want", "Want"), ("Trade", "Can be traded"))
KEEP_AFTER_MS = 500
MOST_LIMITS = 12


class LimitRows(QWidget):
    """Pairs of "what" and "how far"; the last pair is always empty, for the next one."""

    def __init__(self, edited: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edited = edited
        self._grid = space(QGridLayout(self), spacing=4)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._grid.addWidget(Label("What", "small", "secondary"), 0, 0)
        self._grid.addWidget(Label("Our limit", "small", "private"), 0, 1)
        self._rows: list[tuple[LineEdit, LineEdit]] = []

    def show_limits(self, limits: list[tuple[str, str]]) -> None:
        """Show these and one empty pair."""
        for row in self._rows:
            for edit in row:
                edit.hide()
                edit.deleteLater()
        self._rows = []
        for what, limit in [*limits[:MOST_LIMITS], ("", "")]:
            self._add(what, limit)

    def limits(self) -> list[tuple[str, str]]:
        """The pairs that say something."""
        pairs = [(what.text().strip(), limit.text().strip()) for what, limit in self._rows]
        return [pair for pair in pairs if any(pair)]

    def _add(self, what: str, limit: str) -> None:
        number = len(self._rows) + 1
        row = (LineEdit(what, height=28), LineEdit(limit, height=28))
        row[0].setAccessibleName(f"Limit {number}, what")
        row[1].setAccessibleName(f"Limit {number}, how far we go")
        for column, edit in enumerate(row):
            self._grid.addWidget(edit, number, column)
            edit.textEdited.connect(self._typed)
            edit.editingFinished.connect(lambda edit=edit: edit.home(False))
        self._rows.append(row)

    def _typed(self) -> None:
        if any(edit.text() for edit in self._rows[-1]) and len(self._rows) < MOST_LIMITS:
            self._add("", "")
        self._edited()


class PlanSide(Panel):
    """Saved within a second of the last key."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.desk = desk
        self._article = ""
        self.head = IconLine("lock", "", "private", "body_bold", "text")
        self.priority = DropDown(PRIORITIES, name="Priority, private", size=28)
        self.limits = LimitRows(self._typed)
        self.rationale = TextField("Why we want it", lines=2, name="Why we want it, private")
        column = space(QVBoxLayout(self), (16, 10, 16, 10), 8)
        first = space(QHBoxLayout(), spacing=8)
        first.addWidget(self.head, 1)
        first.addWidget(self.priority)
        column.addLayout(first)
        for part in (self.limits, self.rationale, Rule()):
            column.addWidget(part)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_AFTER_MS)
        self._keep.timeout.connect(self.save_now)
        self.priority.changed.connect(lambda _: self._typed())
        self.rationale.edit.textChanged.connect(self._typed)
        self._filling = False
        desk.chosen.connect(self._choose)
        if desk.article:
            self._choose(desk.article)

    def _choose(self, key: str) -> None:
        self.save_now()
        item = self.desk.item
        if item is None:
            return
        self._article = ""
        self.head.set_line("lock", f"{item.article.name}, our limits", "private", "text")
        self.desk.bridge.run(lambda book: book.plan.article(key), then=self._fill)

    def _fill(self, plan: Any) -> None:
        if plan.article != self.desk.article:
            return
        self._filling = True
        self._article = plan.article
        self.limits.show_limits([(limit.name, limit.limit) for limit in plan.limits])
        known = [key for key, _ in PRIORITIES]
        extra = [(plan.priority, plan.priority)] if plan.priority not in known else []
        self.priority.set_choices([*PRIORITIES, *extra], plan.priority)
        self.priority.set_value(plan.priority)
        self.rationale.set_text(plan.rationale)
        self._filling = False

    def _typed(self) -> None:
        if not self._filling and self._article and not self._keep.isActive():
            self._keep.start()

    def save_now(self) -> None:
        """Keep what was typed for the article it was typed for."""
        if not self._keep.isActive() or not self._article or not self.desk.writable:
            return
        self._keep.stop()
        said = (self._article, self.rationale.text(), self.priority.value, tuple(self.limits.limits()))
        self.desk.bridge.run(_save_plan, *said)


def _save_plan(book: Any, article: str, rationale: str, priority: str, limits: tuple[tuple[str, str], ...]) -> None:
    from tablebook.book.plan import ArticlePlan, Limit

    book.plan.save_article(ArticlePlan(article, rationale, priority, tuple(Limit(*pair) for pair in limits)))
