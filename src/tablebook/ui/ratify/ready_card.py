"""The card of what stands in the way: a row for each check, open ones first, those in order folded into one line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.ready_line import Check, ReadyLine
from tablebook.jobs.ratification_view import RatificationView, ReadyRow
from tablebook.ui import words
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.chip import Chip, ChipLook
from tablebook.ui.kit.label import Icon, Label, Rule
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.ratify.ready_words import BUTTONS, detail_of, icon_of, title_of

ALWAYS = (Check.ARTICLES, Check.SIGNATURES, Check.PACKET, Check.VOTE, Check.NOTICE)
"""Checks that have a row of their own also when they are in order: a reader looks for them."""
BEFORE, AFTER = "Ready to vote", "In the files"
MISSING, AS_IT_WAS = "Missing", "As it was at the signing"
STANDS = {"circle-check": "In order", "circle-alert": "In the way", "circle-dashed": "Still to come"}


class ReadyCard(Card):
    """``asked`` hands over the line whose act is wanted; ``shown`` tells the card's name and count in few words;
    ``laid`` that the buttons of the rows were made anew. Once the agreement is signed it tells what the files lack."""

    asked = Signal(object)
    laid = Signal()
    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(18, 14, 18, 10), spacing=2, parent=parent)
        self.chip = Chip("", "list-checks")
        head = space(QHBoxLayout(), spacing=8)
        self.title = Label(BEFORE, "panel_title")
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.chip)
        self.body.addLayout(head)
        inside = QWidget()
        self._column = space(QVBoxLayout(inside), (0, 0, 6, 0), 0)
        self.area = ScrollArea(inside, name="What is ready")
        self.body.addWidget(self.area, 1)
        self._buttons: list[Button] = []
        self._all = False
        self._view: RatificationView | None = None

    def stops(self) -> list[QWidget]:
        """The buttons of the rows, from the top."""
        return list(self._buttons)

    def chain(self) -> list[QWidget]:
        """What Tab comes to; the part that scrolls is a stop where it scrolls and holds no button."""
        return [self.area, *self._buttons]

    def show_view(self, view: RatificationView, today: date) -> None:
        """Show these rows. The keyboard stays at its height when a row above it is settled and goes."""
        known, self._view, self._today = self._view, view, today
        done, of = sum(row.settled for row in view.rows), len(view.rows)
        self.title.setText(AFTER if view.signed else BEFORE)
        lacking = sum(row.line.act is not None for row in view.rows if not row.settled)
        lacks = f"{lacking} missing" if lacking else "Complete"
        self.chip.set_look(ChipLook(lacks if view.signed else f"{done} of {of}", "list-checks"))
        self.shown.emit("Files" if view.signed else f"Ready {done} of {of}")
        if known is None or (known.rows, known.counts, known.signed) != (view.rows, view.counts, view.signed):
            self._lay_rows(view)

    def _lay_rows(self, view: RatificationView) -> None:
        holder = QApplication.focusWidget()
        stood = self._buttons.index(holder) if isinstance(holder, Button) and holder in self._buttons else None
        self._buttons = []
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
            self._buttons.append(fold)
        self._column.addStretch(1)
        self.laid.emit()
        if stood is not None and self._buttons:
            self._buttons[min(stood, len(self._buttons) - 1)].setFocus()

    def _toggle(self) -> None:
        self._all = not self._all
        if self._view is not None:
            self._lay_rows(self._view)

    def _row(self, row: ReadyRow, view: RatificationView) -> QWidget:
        made = QWidget()
        line = space(QHBoxLayout(made), (0, 8, 0, 8), 10)
        icon, tone = icon_of(row)
        title, detail = (words.with_days(one, self._today) for one in (title_of(row), detail_of(row, view)))
        top = Qt.AlignmentFlag.AlignTop if detail else Qt.AlignmentFlag.AlignVCenter
        mark = Icon(icon, tone, 18)
        lacks = MISSING if row.line.act is not None else AS_IT_WAS
        mark.setAccessibleName(lacks if view.signed and not row.settled else STANDS[icon])
        line.addWidget(mark, 0, top)
        said = space(QVBoxLayout(), spacing=2)
        heading = Label(title, "body_bold", wrap=True)
        if row.check is Check.PACKET and view.since:
            heading.setToolTip(f"Changed since: {', '.join(view.since.labels)}.")
            heading.setAccessibleDescription(heading.toolTip())
        said.addWidget(heading)
        if detail:
            said.addWidget(Label(detail, "small", "secondary", wrap=True))
        line.addLayout(said, 1)
        wanted: ReadyLine = row.line
        if wanted.act is not None and not wanted.settled:
            button = Button(BUTTONS[wanted.act], size=28)
            button.setAccessibleName(f"{BUTTONS[wanted.act]}: {words.with_days(wanted.sentence, self._today)}")
            button.clicked.connect(lambda _=False, wanted=wanted: self.asked.emit(wanted))
            line.addWidget(button, 0, top)
            self._buttons.append(button)
        return made
