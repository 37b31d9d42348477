"""The card of what stands in the way: a row for each check, open ones first, those in order folded into one line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.ready_line import Check, ReadyLine
from tablebook.jobs.ratification_view import RatificationView, ReadyRow
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.chip import Chip, ChipLook
from tablebook.ui.kit.label import Icon, Label, Rule
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.ratify.ready_words import BUTTONS, detail_of, icon_of, title_of

ALWAYS = (Check.ARTICLES, Check.SIGNATURES, Check.PACKET, Check.VOTE, Check.NOTICE)
"""Checks that have a row of their own also when they are in order: a reader looks for them."""


class ReadyCard(Card):
    """``asked`` hands over the line whose act is wanted; ``shown`` tells how many rows are in order, of how many."""

    asked = Signal(object)
    shown = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(18, 14, 18, 10), spacing=2, parent=parent)
        self.chip = Chip("", "list-checks")
        head = space(QHBoxLayout(), spacing=8)
        head.addWidget(Label("Ready to vote", "panel_title"))
        head.addStretch(1)
        head.addWidget(self.chip)
        self.body.addLayout(head)
        inside = QWidget()
        self._column = space(QVBoxLayout(inside), (0, 0, 6, 0), 0)
        self.body.addWidget(ScrollArea(inside), 1)
        self._rows: list[QWidget] = []
        self._all = False
        self._view: RatificationView | None = None

    def show_view(self, view: RatificationView) -> None:
        """Show these rows."""
        self._view = view
        done = sum(row.settled for row in view.rows)
        self.chip.set_look(ChipLook(f"{done} of {len(view.rows)}", "list-checks"))
        self.shown.emit(done, len(view.rows))
        self._lay_rows(view)

    def _lay_rows(self, view: RatificationView) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        blocking = [row for row in view.rows if not row.settled and row.blocks]
        later = [row for row in view.rows if not row.settled and not row.blocks]
        plain = [row for row in view.rows if row.settled and row.check not in ALWAYS]
        kept = [row for row in view.rows if row.settled and row.check in ALWAYS]
        shown = [*blocking, *later, *kept, *(plain if self._all else [])]
        for at, row in enumerate(shown):
            if at:
                self._column.addWidget(Rule())
            self._column.addWidget(self._row(row, view))
        if plain:
            fold = Button(
                f"Fold the {len(plain)} that are in order" if self._all else f"{len(plain)} more are in order",
                "chevron-up" if self._all else "chevron-down",
                "ghost",
                size=28,
            )
            fold.clicked.connect(self._toggle)
            self._column.addWidget(Rule())
            self._column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _toggle(self) -> None:
        self._all = not self._all
        if self._view is not None:
            self._lay_rows(self._view)

    def _row(self, row: ReadyRow, view: RatificationView) -> QWidget:
        made = QWidget()
        line = space(QHBoxLayout(made), (0, 8, 0, 8), 10)
        icon, tone = icon_of(row)
        line.addWidget(Icon(icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = space(QVBoxLayout(), spacing=2)
        words.addWidget(Label(title_of(row), "body_bold", wrap=True))
        if detail := detail_of(row, view):
            words.addWidget(Label(detail, "small", "secondary", wrap=True))
        line.addLayout(words, 1)
        wanted: ReadyLine = row.line
        if wanted.act is not None and not wanted.settled:
            button = Button(BUTTONS[wanted.act], size=28)
            button.setAccessibleName(f"{BUTTONS[wanted.act]}: {wanted.sentence}")
            button.clicked.connect(lambda _=False, wanted=wanted: self.asked.emit(wanted))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return made
