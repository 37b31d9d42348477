"""The card of the vote: how it is set up, what was counted, and which rule decided."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QWidget

from tablebook.domain.codes import Ratifier
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.ratification import Vote
from tablebook.domain.vote_count import Count, count, quorum_of, result, rule_words, threshold_words
from tablebook.domain.voting import VoteSet
from tablebook.ui import words
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.chip import Chip
from tablebook.ui.kit.flow import Flow
from tablebook.ui.kit.label import Label, Rule
from tablebook.ui.kit.spacing import space
from tablebook.ui.ratify.scrolled_card import ScrolledCard
from tablebook.ui.ratify.tally_bar import Tally
from tablebook.ui.ratify.vote_steps import COUNTS, Step, shown_vote, steps
from tablebook.ui.ratify.went_back import WentBack

BODIES = {Ratifier.MEMBERS: "the members", Ratifier.UNIT: "all in the unit", Ratifier.BOARD: "the board"}
METHODS = {"in-person": "in person", "mail": "by mail", "online": "online elsewhere"}


class VoteCard(ScrolledCard):
    """``asked`` names the act that is wanted, as `vote_steps` does; ``laid`` that its buttons were made anew."""

    asked = Signal(str)
    laid = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[Button] = []
        self.body.addWidget(Label("The vote", "panel_title"))
        self.make_middle("The vote")
        self._steps: QWidget | None = None

    def stops(self) -> list[QWidget]:
        """Its buttons in order."""
        return list(self._buttons)

    def chain(self) -> list[QWidget]:
        """What Tab comes to; the part that scrolls is a stop where it scrolls."""
        return [self.scroller, *self._buttons]

    def show_state(self, state: Negotiation, today: date, waits: str = "") -> None:
        """Show the latest vote by ballots, and the board's answer to it. ``waits`` is why nothing is counted yet. The
        keyboard stays on the button it was on."""
        self._today, self._waits = today, waits
        at = QApplication.focusWidget()
        stood = self._buttons.index(at) if isinstance(at, Button) and at in self._buttons else None
        self._buttons = []
        self._show(state)
        self.laid.emit()
        if stood is not None:
            self._buttons[min(stood, len(self._buttons) - 1)].setFocus()

    def _show(self, state: Negotiation) -> None:
        inside = QWidget()
        column = space(QGridLayout(inside), spacing=8)
        column.setColumnStretch(1, 1)
        self._grid, self._at = column, 0
        self._board(state)
        vote = shown_vote(state)
        if vote is None:
            self._wide(Label(_nothing_yet(state), "body", "secondary", wrap=True))
        else:
            self._vote(vote)
        self._pair("Who ratifies", _who(state))
        for entry, body in reversed(state.ratification.sent_back):
            self._went_back(WentBack(state, entry, body, self._today))
        self._acts(steps(state))
        self._grid.setRowStretch(self._at, 1)
        self.set_middle(inside)

    def _vote(self, vote: Vote) -> None:
        body = vote.body
        who = "All in the unit" if body.body == "unit" else "Members of the union"
        rows = (
            ("Question", f"“{body.question}”"),
            ("Who may vote", f"{who}, {body.eligible}"),
            ("Method", body.method_words or ", ".join(METHODS.get(str(one), str(one)) for one in body.method)),
            ("Open", _span(body.opens, body.closes, self._today)),
            ("Quorum", _quorum(body)),
            ("Carries with", threshold_words(body.threshold, body.body is Ratifier.BOARD)),
            ("Recommends", body.recommendation),
        )
        counted = count(vote)
        if vote.certified:  # it is what is asked for now
            self._result(vote, counted)
            self._wide(Rule())
        for head, said in rows:
            if said:
                self._pair(head, said)
        if counted.cast and not vote.certified:
            self._wide(Rule())
            self._result(vote, counted)

    def _result(self, vote: Vote, counted: Count) -> None:
        decided = result(vote.body, counted)
        head = QWidget()
        row = space(QHBoxLayout(head), spacing=8)
        row.addWidget(Label("Result", "body_bold"))
        row.addStretch(1)
        if vote.body.practice:
            row.addWidget(Chip("Practice count", "scale", "attention"))
        elif vote.certified and not vote.since:
            carried = decided.carried
            row.addWidget(
                Chip(
                    "Ratified" if carried else "Not ratified",
                    "badge-check" if carried else "circle-x",
                    "ta" if carried else "problem",
                )
            )
        else:
            row.addWidget(Chip("Not certified", "circle-dashed"))
        self._wide(head)
        self._wide(Tally(counted, decided.needed))
        rule = rule_words(vote.body.threshold, vote.body.body is Ratifier.BOARD)
        takes = "It takes" if counted.missing else f"It takes {decided.needed} yes:"
        self._wide(Label(f"Yes {counted.yes}, no {counted.no}. {takes} {rule}.", "small", "secondary", wrap=True))
        self._pair("Issued, cast", f"{counted.issued}, {counted.cast}")
        self._pair("Abstain, void", f"{counted.abstain}, {counted.void}")
        if counted.challenged or counted.to_mix:
            mix = f", {counted.to_mix} to be mixed in and counted again" if counted.to_mix else ""
            self._pair("Challenged", f"{counted.challenged} undecided{mix}")
        if counted.missing:
            self._pair("Not counted yet", ", ".join(counted.missing))
        tellers = [name for one in vote.counting for name in getattr(one, "tellers", ())]
        if tellers:
            self._pair("Tellers", ", ".join(dict.fromkeys(tellers)))
        if vote.certified:
            self._pair("Certified", f"{vote.certified.by}. {vote.certified.rule}")

    def _board(self, state: Negotiation) -> None:
        """What came after the count stands above it: the newest is seen first."""
        start = self._at
        if state.ratification.executed is not None:
            self._pair("Executed", words.with_days(state.ratification.executed.body.day, self._today))
        for vote in state.ratification.votes.values():
            if vote.board is not None and vote.turn == state.ratification.turn:
                self._pair("The board", vote.board.rule)
        if self._at > start:
            self._wide(Rule())

    def _went_back(self, part: WentBack) -> None:
        part.record.clicked.connect(lambda: self.asked.emit("sheet"))
        self._buttons.append(part.record)
        self._wide(part)

    def _wide(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._at, 0, 1, 2)
        self._at += 1

    def _pair(self, head: str, said: str) -> None:
        self._grid.addWidget(Label(head, "body", "secondary"), self._at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(Label(said, "body_medium", wrap=True), self._at, 1)
        self._at += 1

    def _acts(self, acts: tuple[Step, ...]) -> None:
        if self._steps is not None:
            self.foot_column.removeWidget(self._steps)
            self._steps.hide()
            self._steps.deleteLater()
        holder = self._steps = QWidget()
        row = space(Flow(holder), spacing=8)
        for step in acts:
            button = Button(step.words, step.icon, size=28)
            button.set_reason(self._waits if step.act in COUNTS else "")
            button.clicked.connect(lambda _=False, key=step.act: self.asked.emit(key))
            row.addWidget(button)
            self._buttons.append(button)
        self.foot_column.addWidget(holder)


def _span(opens: str, closes: str, today: date) -> str:
    times = [datetime.fromisoformat(one) for one in (opens, closes) if one]
    return " to ".join(f"{words.short_day(one.date(), today)} {words.clock(one)}" for one in times)


def _quorum(body: VoteSet) -> str:
    """How many must vote, with the constitution's words for it: "half of those eligible, 226"."""
    number = quorum_of(body.quorum, body.eligible)
    said = ", ".join(filter(None, (body.quorum.words, f"{number:,}" if number else "")))
    return said or "none is asked"


def _who(state: Negotiation) -> str:
    bodies = state.ratification.bodies
    if not bodies:
        return "nobody: it binds when it is signed"
    return ", then ".join(BODIES[body] for body in bodies)


def _nothing_yet(state: Negotiation) -> str:
    bodies = state.ratification.bodies
    if any(body is not Ratifier.BOARD for body in bodies):
        return "No vote is set up. It asks for the question, who may vote, when, and by which rule it carries."
    return "The board alone ratifies it, by roll call." if bodies else "No vote is asked for."
