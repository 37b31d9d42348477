"""The entries about ratification: who ratifies, the vote and its count, the board, the signing, and the way back.

A count is kept by place. No ballot, and nothing about how any one member voted, has a field in any of them; a board
votes in the open, and its roll call is kept.
"""

from __future__ import annotations

from tablebook.domain.codes import BoardOutcome, CountedFrom, Fate, Ratifier, RollCall, VoteMethod, VoteOutcome
from tablebook.domain.dataclass import dataclass
from tablebook.domain.values import Attachment, Signature


@dataclass(frozen=True, slots=True)
class Threshold:
    """The share of yes that carries: more than ``part`` of ``whole`` (``at_least``: no less than it), counted from
    ``of``. ``words`` is the rule as the local's constitution has it."""

    part: int = 1
    whole: int = 2
    of: CountedFrom = CountedFrom.CAST
    at_least: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many ballots must be cast: a number, or a share of those eligible (``more``: more than it). All zero: no
    quorum is asked."""

    number: int = 0
    part: int = 0
    whole: int = 1
    words: str = ""
    more: bool = False


@dataclass(frozen=True, slots=True)
class RatifiersSet:
    """Who ratifies, in their order; none: the agreement binds when it is signed. ``words`` names the rule."""

    bodies: tuple[Ratifier, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class VoteSet:
    """A vote was set up under a name of its own, or changed before it was counted.

    ``eligible`` is how many are on the list (for a board: its seats). ``notice_due`` is a date; ``opens`` and
    ``closes`` are ISO times (for a board ``opens`` is its meeting). ``packet`` is the number of the packet voted on, 0
    where none was made. ``practice`` marks a count that decides nothing.
    """

    vote: str
    body: Ratifier
    question: str
    eligible: int
    opens: str = ""
    closes: str = ""
    notice_due: str = ""
    method: tuple[VoteMethod, ...] = (VoteMethod.IN_PERSON,)
    method_words: str = ""
    places: tuple[str, ...] = ()
    threshold: Threshold = Threshold()
    quorum: Quorum = Quorum()
    recommendation: str = ""
    packet: int = 0
    practice: bool = False


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """The members were told of the vote. ``day`` is its date, ``how`` the way ("mailed and posted")."""

    vote: str
    day: str
    how: str = ""
    by: str = ""
    file: Attachment | None = None


@dataclass(frozen=True, slots=True)
class TallyEntered:
    """The count of one place, or of the whole vote where ``place`` is empty.

    ``cast`` are the ballots counted: yes, no, abstain and void. ``challenged`` were set aside and are not among them.
    A second count of a place takes the first one's stead and says why in ``reason``.
    """

    vote: str
    issued: int
    cast: int
    yes: int
    no: int
    abstain: int = 0
    void: int = 0
    challenged: int = 0
    place: str = ""
    tellers: tuple[str, ...] = ()
    counted_at: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BallotsChallenged:
    """Ballots were challenged and set aside unopened: how many and why, never whose."""

    vote: str
    count: int
    reason: str
    place: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ChallengeSettled:
    """Challenged ballots were decided on. Those that ``counted`` are mixed in with a place's others, which is then
    counted again: so nobody can tell how one of them voted."""

    vote: str
    counted: int
    not_counted: int
    reason: str
    place: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class VoteCertified:
    """The result was certified: by whom, what it is, and the rule that decided, in words with its figures."""

    vote: str
    by: str
    result: VoteOutcome
    rule: str
    note: str = ""
    file: Attachment | None = None


@dataclass(frozen=True, slots=True)
class RollCallAnswer:
    """One member of the board, and what was answered aloud."""

    name: str
    answer: RollCall


@dataclass(frozen=True, slots=True)
class BoardVoted:
    """The board voted by roll call. ``changes`` are its own words on what it would have otherwise."""

    vote: str
    motion: str
    roll_call: tuple[RollCallAnswer, ...]
    result: BoardOutcome
    rule: str
    moved_by: str = ""
    seconded_by: str = ""
    changes: str = ""
    recorded_by: str = ""
    file: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Executed:
    """The ratified agreement was signed by both parties, each on its own date. ``file`` is the signed copy."""

    day: str
    signatures: tuple[Signature, ...]
    effective: str = ""
    note: str = ""
    file: Attachment | None = None


@dataclass(frozen=True, slots=True)
class TaFate:
    """One TA and what becomes of it."""

    agreement: str
    fate: Fate
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SentBack:
    """The agreement goes back to the table after a vote that did not carry it; ``rule`` is the local's rule for it."""

    vote: str
    reason: str
    fates: tuple[TaFate, ...]
    rule: str = ""
    by: str = ""


Voting = (
    RatifiersSet
    | VoteSet
    | NoticeGiven
    | TallyEntered
    | BallotsChallenged
    | ChallengeSettled
    | VoteCertified
    | BoardVoted
    | Executed
    | SentBack
)

VOTING: dict[str, type[Voting]] = {
    "ratifiers-set": RatifiersSet,
    "vote-set": VoteSet,
    "notice-given": NoticeGiven,
    "tally-entered": TallyEntered,
    "ballots-challenged": BallotsChallenged,
    "challenge-settled": ChallengeSettled,
    "vote-certified": VoteCertified,
    "board-voted": BoardVoted,
    "executed": Executed,
    "sent-back": SentBack,
}
"""The stored code of each, as in :data:`tablebook.domain.record.KINDS`."""
