"""Beside the form: the agenda of the last close, what is still owed, and the ground rules to remember."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.negotiation import BargainingSession
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.chip import Chip
from tablebook.ui.kit.field import LineEdit
from tablebook.ui.kit.label import IconLine, Label, Rule
from tablebook.ui.kit.spacing import space

MOST = 6


class OpenSide(QWidget):
    """`agenda()` is what it stands at when the session begins."""

    def __init__(self, desk: Desk, last: BargainingSession | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._last = desk, last
        self._lines: list[str] = []
        column = space(QVBoxLayout(self), spacing=8)
        self._head(column, "Agenda", f"set when session {last.number} closed" if last else "")
        self._agenda = space(QVBoxLayout(), spacing=2)
        column.addLayout(self._agenda)
        self.line = LineEdit("", lead="plus", height=30)
        self.line.setPlaceholderText("Add to the agenda")
        self.line.setAccessibleName("Add to the agenda")
        self.line.returnPressed.connect(self._typed)
        column.addWidget(self.line)
        closed = last.closed if last else None
        for text in closed.agenda if closed else ():
            for one in self._articles(text) or (text,):
                self._add(one)
        self._owed(column)
        self._rules = space(QVBoxLayout(), spacing=4)
        column.addLayout(self._rules)
        column.addStretch(1)

    @staticmethod
    def _head(column: QVBoxLayout, title: str, aside: str = "") -> None:
        row = space(QHBoxLayout(), spacing=8)
        row.addWidget(Label(title, "body_bold"))
        row.addStretch(1)
        row.addWidget(Label(aside, "small", "tertiary"))
        column.addLayout(row)

    # Agenda

    def agenda(self) -> tuple[str, ...]:
        """The lines in order, with what stands in the line."""
        typed = self.line.text().strip()
        return (*self._lines, *([typed] if typed else []))

    def _articles(self, text: str) -> tuple[str, ...]:
        """ "Articles 8, 14 and 19" as three; nothing where the line says more than that."""
        if not re.fullmatch(r"(?i)articles?\s+[\w\s,]+", text):
            return ()
        numbers = [word for word in re.split(r"[\s,]+", text)[1:] if word.lower() != "and"]
        known = [f"Article {number}" for number in numbers if number in self.desk.state.items]
        return tuple(known) if len(known) == len(numbers) else ()

    def _typed(self) -> None:
        if text := self.line.text().strip():
            self._add(text)
            self.line.clear()

    def _add(self, text: str) -> None:
        self._lines.append(text)
        row = QWidget()
        line = space(QHBoxLayout(row), spacing=8)
        place = self.desk.state.contract.find(text.split(",")[0])
        item = self.desk.state.items.get(place[0]) if place else None
        said = f"{item.article.number or item.article.name}  {item.article.title}" if item else text
        line.addWidget(Label(said, "body", wrap=True), 1)
        if item is not None and item.key in self.desk.positions:
            line.addWidget(Chip.of_state(str(self.desk.positions[item.key].state)), 0, Qt.AlignmentFlag.AlignTop)
        away = Button("", "x", "ghost", size=28)
        away.setAccessibleName(f"Take {said} off the agenda")
        away.clicked.connect(lambda: self._remove(row, text))
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        self._agenda.addWidget(row)

    def _remove(self, row: QWidget, text: str) -> None:
        self._lines.remove(text)
        self._agenda.removeWidget(row)
        row.hide()
        row.deleteLater()

    # Owed

    def _owed(self, column: QVBoxLayout) -> None:
        state, today = self.desk.state, self.desk.now().date()
        owed: list[tuple[str, str, str]] = []
        for promise in state.promises.values():
            if promise.kept is None:
                who = f"{promise.body.who.rsplit(' ', 1)[-1]}: " if promise.body.who else ""
                number = state.number(promise.id)
                when = f"promised {words.short_day(promise.at.date(), today)}, entry {number}"
                owed.append(("hand", f"{who}{promise.body.text}", when))
        for request in state.requests.values():
            if request.answered is None:
                due = f"due {_day(request.body.due, today)}, nothing came" if request.body.due else "nothing came"
                owed.append(("mail", f"{request.body.label}, {request.body.text}", due))
        closed = self._last.closed if self._last else None
        owed += [
            ("circle-alert", text, "left open when the session closed") for text in (closed.owed if closed else ())
        ]
        if not owed:
            return
        column.addWidget(Rule())
        self._head(column, "Still owed from before", str(len(owed)))
        for icon, text, when in owed[-MOST:]:
            column.addWidget(IconLine(icon, f"{_short(text)}\n{when}", "attention", "body", "text", wrap=True))
        if len(owed) > MOST:
            column.addWidget(Label(f"and {len(owed) - MOST} more, older", "small", "tertiary"))

    # Ground rules

    def show_rules(self, kept: Any) -> None:
        """The first ground rules of the plan, where there are any."""
        rules = _rules(kept)
        if not rules:
            return
        self._rules.addWidget(Rule())
        self._head(self._rules, "Ground rules to remember")
        for number, text in rules[:MOST]:
            self._rules.addWidget(Label(f"{number}  {_short(text)}", "body", wrap=True))


def _rules(kept: Any) -> list[tuple[str, str]]:
    """Numbered sentences from a list of texts or of rows, whichever the plan holds."""
    rows = kept.get("rules", kept.get("text", ())) if isinstance(kept, dict) else kept
    if isinstance(rows, str):
        rows = [line for line in rows.splitlines() if line.strip()]
    found = []
    for at, row in enumerate(rows or (), 1):
        text = row.get("text", "") if isinstance(row, dict) else str(row)
        number = str(row.get("number", at)) if isinstance(row, dict) else str(at)
        if text:
            found.append((number, text))
    return found


def _day(stored: str, today: date) -> str:
    """A stored date as it is read; what is no date stands as it was said."""
    try:
        return words.day(date.fromisoformat(stored), today)
    except ValueError:
        return stored


def _short(text: str) -> str:
    return text if len(text) <= 110 else text[:108].rsplit(" ", 1)[0] + " …"
