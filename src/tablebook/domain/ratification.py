"""What the Record says of ratification: votes and their counts, packets, summaries, and what made the texts ready."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime

from tablebook.domain.codes import BoardOutcome, Ratifier, VoteOutcome
from tablebook.domain.dataclass import dataclass
from tablebook.domain.record import (
    BallotsChallenged,
    BlankAnswered,
    BoardVoted,
    ChallengeSettled,
    ClashSettled,
    ConditionMet,
    ConformingAgreed,
    CostStated,
    DisputeSettled,
    EntryId,
    Executed,
    LetterWritten,
    LookedAt,
    NoticeGiven,
    PacketMade,
    PayerNamed,
    ResultConfirmed,
    SentBack,
    SummaryWritten,
    TallyEntered,
    TextDisputed,
    VoteCertified,
    VoteSet,
)
from tablebook.domain.values import Attachment, Signature

Counting = TallyEntered | BallotsChallenged | ChallengeSettled


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote. ``counting`` is all that was counted, challenged and decided, in order; ``tas`` the TAs it was on, by
    label, as they were when it was certified; ``since`` says that the count was corrected after that. ``turn`` is how
    often the agreement had gone back to the table before it."""

    id: EntryId
    body: VoteSet
    at: datetime
    turn: int = 0
    notices: tuple[NoticeGiven, ...] = ()
    counting: tuple[Counting, ...] = ()
    certified: VoteCertified | None = None
    certified_at: datetime | None = None
    since: bool = False
    board: BoardVoted | None = None
    tas: frozenset[str] = frozenset()

    @property
    def decided(self) -> bool:
        """Whether there is a result that holds."""
        return self.board is not None or (self.certified is not None and not self.since)

    @property
    def carried(self) -> bool:
        """Whether it was decided, for the agreement, and counts."""
        if self.body.practice or not self.decided:
            return False
        if self.board is not None:
            return self.board.result is BoardOutcome.APPROVED
        return self.certified is not None and self.certified.result is VoteOutcome.RATIFIED


@dataclass(frozen=True, slots=True)
class Execution:
    """The signed agreement; ``signatures`` and ``scans`` hold what was added later too."""

    id: EntryId
    body: Executed
    at: datetime
    signatures: tuple[Signature, ...] = ()
    scans: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Ratification:
    """Everything about ratification. Replaced as a whole, like all values of the fold: none of its dictionaries is ever
    changed.

    ``conforming`` are the initialled lists that hold, by label; ``results`` what TAs with instructions say, by TA and
    article; ``conditions``, ``payers``, ``disputes`` (those still open) and ``answers`` are by TA; ``looked_at`` by the
    line's key; ``summaries`` by TA and language, ``letters`` and ``costs`` by language, the latest of each;
    ``packets`` by number.
    """

    bodies: tuple[Ratifier, ...] = (Ratifier.MEMBERS, Ratifier.BOARD)
    words: str = ""
    turn: int = 0
    votes: dict[str, Vote] = field(default_factory=dict)
    executed: Execution | None = None
    sent_back: tuple[tuple[EntryId, SentBack], ...] = ()
    packets: dict[int, tuple[EntryId, PacketMade]] = field(default_factory=dict)
    summaries: dict[tuple[str, str], tuple[EntryId, SummaryWritten]] = field(default_factory=dict)
    letters: dict[str, LetterWritten] = field(default_factory=dict)
    costs: dict[str, CostStated] = field(default_factory=dict)
    conforming: dict[str, tuple[EntryId, ConformingAgreed]] = field(default_factory=dict)
    results: dict[tuple[str, str], ResultConfirmed] = field(default_factory=dict)
    answers: dict[str, tuple[BlankAnswered, ...]] = field(default_factory=dict)
    clashes: tuple[ClashSettled, ...] = ()
    conditions: dict[str, ConditionMet] = field(default_factory=dict)
    payers: dict[str, PayerNamed] = field(default_factory=dict)
    disputes: tuple[TextDisputed, ...] = ()
    settled_disputes: tuple[DisputeSettled, ...] = ()
    looked_at: dict[str, LookedAt] = field(default_factory=dict)

    @property
    def latest_packet(self) -> PacketMade | None:
        """The packet with the highest number."""
        return self.packets[max(self.packets)][1] if self.packets else None

    def stands(self, line: str, seen: str) -> LookedAt | None:
        """Who let a line of readiness stand, as long as it is about the words that were looked at."""
        looked = self.looked_at.get(line)
        return looked if looked is not None and looked.seen == seen else None

    def votes_of(self, body: Ratifier) -> tuple[Vote, ...]:
        """The votes of one body since the agreement last went back to the table, practice left out, oldest first."""
        return tuple(
            one
            for one in self.votes.values()
            if one.body.body is body and one.turn == self.turn and not one.body.practice
        )

    def carried_by(self, body: Ratifier) -> Vote | None:
        """The vote by which a body ratified; the one decided last counts, in whatever order they were set up."""
        decided = reversed([one for one in self.votes_of(body) if one.decided])
        latest = max(decided, key=lambda one: one.certified_at or one.at, default=None)
        return latest if latest is not None and latest.carried else None

    @property
    def missing(self) -> tuple[Ratifier, ...]:
        """The bodies that have not ratified, in their order."""
        return tuple(body for body in self.bodies if self.carried_by(body) is None)

    @property
    def covered(self) -> frozenset[str] | None:
        """The TAs that every body which has ratified ratified; None where no body has to, or none has yet."""
        votes = [vote for body in self.bodies if (vote := self.carried_by(body)) is not None]
        return frozenset.intersection(*(vote.tas for vote in votes)) if votes else None
