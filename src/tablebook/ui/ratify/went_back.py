"""A vote after which the agreement went back to the table: its result, why it went back, and the way to its record."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tablebook.domain.codes import Fate
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.record import SentBack
from tablebook.domain.values import EntryId
from tablebook.domain.vote_count import count, result
from tablebook.ui import words
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.chip import Chip
from tablebook.ui.kit.label import Label, Rule
from tablebook.ui.kit.spacing import space
from tablebook.ui.ratify.tally_bar import Tally

SAID = ((Fate.STANDS, "stands", "stand"), (Fate.REOPENS, "reopened", "reopened"), (Fate.FALLS, "fell", "fell"))


class WentBack(QWidget):
    """One vote that did not carry; ``record`` is the button that prints the record."""

    def __init__(self, state: Negotiation, entry: EntryId, body: SentBack, today: date) -> None:
        super().__init__()
        grid = self._grid = space(QGridLayout(self), spacing=8)
        grid.setColumnStretch(1, 1)
        self._at = 0
        self._wide(Rule())
        head = QWidget()
        row = space(QHBoxLayout(head), spacing=8)
        row.addWidget(Label(body.vote, "body_bold", wrap=True), 1)
        vote = state.ratification.votes.get(body.vote)
        board = vote is not None and vote.board is not None
        row.addWidget(Chip("Not approved" if board else "Not ratified", "circle-x", "problem"))
        self._wide(head)
        if vote is not None and vote.certified is not None:
            counted = count(vote)
            self._wide(Tally(counted, result(vote.body, counted).needed))
            self._pair("Result", f"Yes {counted.yes}, no {counted.no}. {vote.certified.rule}")
        elif vote is not None and vote.board is not None:
            self._pair("Result", vote.board.rule)
        self._pair("Went back", words.moment(state.entries[entry].at, today))
        self._pair("Why", body.reason)
        if body.rule:
            self._pair("By the rule", body.rule)
        self._pair("The TAs", fates_words(body))
        self.record = Button("Print the record", "printer", size=28)
        self.record.setAccessibleName(f"Print the record of {body.vote}")
        grid.addWidget(self.record, self._at, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _wide(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._at, 0, 1, 2)
        self._at += 1

    def _pair(self, head: str, said: str) -> None:
        self._grid.addWidget(Label(head, "body", "secondary"), self._at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(Label(said, "body_medium", wrap=True), self._at, 1)
        self._at += 1


def fates_words(body: SentBack) -> str:
    """ "28 stand, TA 8 reopened, TA 9 and TA 10 fell": few are named, many counted."""
    parts = []
    for fate, one, many in SAID:
        labels = [mark.agreement for mark in body.fates if mark.fate is fate]
        if not labels:
            continue
        named = listed(labels) if fate is not Fate.STANDS and len(labels) < 4 else str(len(labels))
        parts.append(f"{named} {one if len(labels) == 1 else many}")
    return ", ".join(parts) or "none was in force"
