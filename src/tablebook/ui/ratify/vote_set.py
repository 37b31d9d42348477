"""Set up a vote: the question, who may vote, when and how, and the rule by which it carries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tablebook.domain.cautions import Caution
from tablebook.domain.codes import Ratifier, VoteMethod
from tablebook.domain.ready_line import ReadyLine
from tablebook.domain.rules import refused
from tablebook.domain.vote_cautions import cautions_for_vote
from tablebook.domain.vote_count import quorum_of, threshold_words
from tablebook.domain.vote_words import count_of_words, quorum_of_words
from tablebook.domain.voting import VoteSet
from tablebook.jobs.ratify.vote import next_name, set_up_vote
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.open_session_times import date_of, day_words, moment_of
from tablebook.ui.dialogs.pass_form import row
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.ratify.record_dialog import RecordDialog, even
from tablebook.ui.ratify.vote_rules import OF, SHARES, own_words, quorum_words, share_of, threshold_of
from tablebook.ui.ratify.vote_steps import shown_vote

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

BODIES = (
    (Ratifier.MEMBERS, "Members of the union"),
    (Ratifier.UNIT, "All in the unit"),
    (Ratifier.BOARD, "The board"),
)
_OF_MEMBERS = ("Secret ballot, by hand", "Bargaining team, 7 to 0")
METHODS = ((VoteMethod.IN_PERSON, "In person"), (VoteMethod.MAIL, "By mail"), (VoteMethod.ONLINE, "Online elsewhere"))


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Set up the vote of the body that the line is about."""
    VoteDialog(stage.desk, Ratifier(line.place or "members"), stage.window()).open()


def show(stage: Ratify) -> None:
    """Set up the vote of the members, or change it while nothing is counted; once they have ratified, that of the next
    who has not."""
    state = stage.desk.state
    shown, now = shown_vote(state), state.ratification
    first = next((one for one in now.bodies if one is not Ratifier.BOARD), Ratifier.MEMBERS)
    body = shown.body.body if shown else first
    if shown is not None and now.carried_by(body) is not None:
        body = next(iter(now.missing), body)
    VoteDialog(stage.desk, body, stage.window()).open()


class VoteDialog(RecordDialog):
    """Everything of a vote but its count. What stands there is what is recorded."""

    def __init__(self, desk: Desk, body: Ratifier, parent: QWidget | None = None) -> None:
        now = desk.state.ratification
        known = [
            one
            for one in now.votes.values()
            if one.body.body is body and one.turn == now.turn and not one.counting and not one.decided
        ]
        self.old = known[-1].body if known else None
        self.name = self.old.vote if self.old else next_name(desk.state, body)
        super().__init__(
            desk, f"Set up: {self.name}", "It can be changed until the first count is entered.", parent=parent
        )
        self.who = body
        self._make(self.old or _as_before(desk, VoteSet(self.name, body, _question(desk), 0)))
        self._lay()
        self.ready("Set up the vote")

    def _make(self, old: VoteSet) -> None:
        now = self.desk.now()
        opens, closes = (_moment(one) for one in (old.opens, old.closes))
        self.body_of = DropDown([(str(key), said) for key, said in BODIES], str(self.who), name="Who may vote")
        self.question = Field("Question", old.question)
        self.eligible = Field("How many may vote", str(old.eligible or ""))
        self.notice = Field(
            "Notice due",
            day_words(date_of(old.notice_due, now.date()) or now.date()) if old.notice_due else "",
            placeholder="No date",
        )
        self.open_day = Field("Opens", day_words(opens.date()) if opens else "", placeholder="Day")
        self.open_time = Field("at", f"{opens:%H:%M}" if opens else "", placeholder="07:00", name="Opens at")
        self.close_day = Field("Closes", day_words(closes.date()) if closes else "", placeholder="Day")
        self.close_time = Field("at", f"{closes:%H:%M}" if closes else "", placeholder="16:00", name="Closes at")
        self.methods = {key: Check(said, key in old.method) for key, said in METHODS}
        how, who = ("Roll call", "Superintendent") if self.who is Ratifier.BOARD else _OF_MEMBERS
        self.method_words = Field("How, in your words", old.method_words, placeholder=how)
        self.places = Field("Places", ", ".join(old.places), hint="with commas between")
        self.share = DropDown(SHARES, share_of(old.threshold), name="Carries with")
        self.own = Field("Another share", own_words(old.threshold), placeholder="60 %, more than 3/7")
        self.counted = DropDown([(str(key), said) for key, said in OF], str(old.threshold.of), name="Counted from")
        self.rule = Field("The rule, as your constitution has it", old.threshold.words)
        self.quorum = Field("Quorum", quorum_words(old.quorum, old.eligible), placeholder="226, half, none")
        self.recommends = Field("Recommendation", old.recommendation, placeholder=who)
        self.practice = Check("A practice count, which decides nothing", old.practice)

    def _lay(self) -> None:
        body = self.body
        body.addWidget(self.question)
        body.addLayout(row(Titled("Who may vote", self.body_of), self.eligible, self.notice))
        body.addLayout(row(self.open_day, self.open_time, self.close_day, self.close_time))
        body.addLayout(row(*self.methods.values()))
        body.addLayout(even(self.method_words, self.places))
        body.addLayout(row(Titled("Carries with", self.share), Titled("Counted from", self.counted), self.quorum))
        body.addWidget(self.own)
        body.addLayout(even(self.rule, self.recommends))
        body.addWidget(self.practice)
        for box in (
            self.question,
            self.eligible,
            self.notice,
            self.open_day,
            self.open_time,
            self.close_day,
            self.close_time,
            self.places,
            self.own,
            self.quorum,
            self.share,
            self.counted,
            self.body_of,
        ):
            box.changed.connect(self.check)
        self.practice.toggled.connect(self.check)

    def told(self) -> str:
        """How the rule is understood, in figures; and what is never entered."""
        vote = self.vote()
        quorum = quorum_of(vote.quorum, vote.eligible)
        asked = f"Quorum: {quorum} of {vote.eligible}." if quorum else "No quorum."
        board = vote.body is Ratifier.BOARD
        entered = "The roll call is entered with names." if board else "Only counts are entered, nobody’s vote."
        return f"{asked} It takes {threshold_words(vote.threshold, board)}. {entered}"

    def cautions(self) -> tuple[Caution, ...]:
        """A rule or a date to look at twice."""
        return cautions_for_vote(self.desk.state, self.vote(), self.desk.now())

    def wrong(self) -> str:
        """What is still missing."""
        self.own.setVisible(self.share.value == "own")
        why = self._not_understood()
        refusals = () if why else refused(self.desk.state, self.vote(), None)
        return why or next((one.todo or f"{one.what} {one.why}".strip() for one in refusals), "")

    def _not_understood(self) -> str:
        """What is typed and is no day, time, share or quorum."""
        if self.notice.text() and self._due is None:
            return "The day the notice is due is no date."
        for day, clock, name in ((self.open_day, self.open_time, "opens"), (self.close_day, self.close_time, "closes")):
            typed = day.text(), clock.text()
            if any(typed) and not (all(typed) and moment_of(*typed, self.desk.now())):
                return f"Type the day and the time when it {name}: 24 Apr, 07:00."
        if threshold_of(self.share.value, self.own.text(), self.counted.value, "") is None:
            return "Type the share as 60 % or 3/7."
        known = quorum_of_words(self.quorum.text()) is not None
        return "" if known else "Type the quorum as a number, a share, or none."

    @property
    def _eligible(self) -> int:
        return count_of_words(self.eligible.text()) or 0

    @property
    def _due(self) -> date | None:
        return date_of(self.notice.text(), self.desk.now().date()) if self.notice.text() else None

    @property
    def _places(self) -> tuple[str, ...]:
        return tuple(one.strip() for one in self.places.text().split(",") if one.strip())

    @property
    def _span(self) -> tuple[datetime | None, datetime | None]:
        """When it opens and closes, as far as that is typed."""
        boxes = ((self.open_day, self.open_time), (self.close_day, self.close_time))
        opens, closes = (
            moment_of(day.text(), clock.text(), self.desk.now()) if day.text() else None for day, clock in boxes
        )
        return opens, closes

    def vote(self) -> VoteSet:
        """The vote as it stands in the form; when nothing is wrong."""
        (opens, closes), due = self._span, self._due
        packet = self.desk.state.ratification.latest_packet
        threshold = threshold_of(self.share.value, self.own.text(), self.counted.value, self.rule.text())
        quorum = quorum_of_words(self.quorum.text())
        assert threshold is not None
        assert quorum is not None
        if self.old is not None and quorum == replace(self.old.quorum, words=""):
            quorum = self.old.quorum  # the same figures: the constitution's own words stay with them
        who = Ratifier(self.body_of.value)
        return VoteSet(
            self._named(who),
            who,
            self.question.text(),
            self._eligible,
            opens.isoformat() if opens else "",
            closes.isoformat() if closes else "",
            due.isoformat() if due else "",
            tuple(key for key, box in self.methods.items() if box.isChecked()),
            self.method_words.text(),
            self._places,
            threshold,
            quorum,
            self.recommends.text(),
            packet.number if packet else 0,
            self.practice.isChecked(),
        )

    def _named(self, who: Ratifier) -> str:
        if self.old is not None and who is self.who:
            return self.name
        if not self.practice.isChecked():
            return next_name(self.desk.state, who)
        count = sum(one.body.practice for one in self.desk.state.ratification.votes.values())
        return f"Practice count {count + 1}" if count else "Practice count"

    def record(self) -> None:
        """Set it up, or change it."""
        self.act(set_up_vote, self.vote(), reasons=self.reasons.reasons)


def _as_before(desk: Desk, vote: VoteSet) -> VoteSet:
    """The vote with the list, the places and the rules of the last one of that body, which the constitution gives it
    too; its days are its own."""
    earlier = [one.body for one in desk.state.ratification.votes.values() if one.body.body is vote.body and one.decided]
    if not earlier:
        return vote
    last = earlier[-1]
    return replace(last, vote=vote.vote, question=vote.question, opens="", closes="", notice_due="", recommendation="",
                   packet=0, practice=False)  # fmt: skip


def _question(desk: Desk) -> str:
    made = desk.state.made
    return f"Shall the {made.term} agreement be ratified?" if made and made.term else "Shall the agreement be ratified?"


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
