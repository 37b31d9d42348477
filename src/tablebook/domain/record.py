"""The kinds of entry in the Record: what happened, in the past tense, with plain fields and no behaviour.

An entry is a header (who recorded it, when, in whose custody) and a body. A body may be withheld: then ``body`` is
None and the fold passes over it, while the chain still verifies.
"""

from __future__ import annotations

from datetime import datetime

from tablebook.domain.codes import Channel, Custody, Party, SessionKind, Sign, SignedHow
from tablebook.domain.contract import Contract
from tablebook.domain.dataclass import dataclass
from tablebook.domain.offers import PackageOffered as PackageOffered
from tablebook.domain.offers import PassRejected as PassRejected
from tablebook.domain.offers import PassWithdrawn as PassWithdrawn
from tablebook.domain.offers import PreparedVoided as PreparedVoided
from tablebook.domain.offers import TextPassed as TextPassed
from tablebook.domain.offers import TextPrepared as TextPrepared
from tablebook.domain.packet_words import WRITTEN, PacketWords
from tablebook.domain.packet_words import CostStated as CostStated
from tablebook.domain.packet_words import LetterWritten as LetterWritten
from tablebook.domain.ratifying import READYING, Ratifying
from tablebook.domain.ratifying import BlankAnswered as BlankAnswered
from tablebook.domain.ratifying import ClashSettled as ClashSettled
from tablebook.domain.ratifying import ConditionMet as ConditionMet
from tablebook.domain.ratifying import ConformingAgreed as ConformingAgreed
from tablebook.domain.ratifying import ConformingChange as ConformingChange
from tablebook.domain.ratifying import DisputeSettled as DisputeSettled
from tablebook.domain.ratifying import LookedAt as LookedAt
from tablebook.domain.ratifying import PacketMade as PacketMade
from tablebook.domain.ratifying import PacketTa as PacketTa
from tablebook.domain.ratifying import PayerNamed as PayerNamed
from tablebook.domain.ratifying import ResultConfirmed as ResultConfirmed
from tablebook.domain.ratifying import ScanAttached as ScanAttached
from tablebook.domain.ratifying import SignatureAdded as SignatureAdded
from tablebook.domain.ratifying import SummaryWritten as SummaryWritten
from tablebook.domain.ratifying import TextDisputed as TextDisputed
from tablebook.domain.values import AgreedText as AgreedText
from tablebook.domain.values import Attachment as Attachment
from tablebook.domain.values import EntryId as EntryId
from tablebook.domain.values import Part as Part
from tablebook.domain.values import PassRef as PassRef
from tablebook.domain.values import PenEdit as PenEdit
from tablebook.domain.values import Person as Person
from tablebook.domain.values import Signature as Signature
from tablebook.domain.values import Team as Team
from tablebook.domain.voting import VOTING, Voting
from tablebook.domain.voting import BallotsChallenged as BallotsChallenged
from tablebook.domain.voting import BoardVoted as BoardVoted
from tablebook.domain.voting import ChallengeSettled as ChallengeSettled
from tablebook.domain.voting import Executed as Executed
from tablebook.domain.voting import NoticeGiven as NoticeGiven
from tablebook.domain.voting import Quorum as Quorum
from tablebook.domain.voting import RatifiersSet as RatifiersSet
from tablebook.domain.voting import RollCallAnswer as RollCallAnswer
from tablebook.domain.voting import SentBack as SentBack
from tablebook.domain.voting import TaFate as TaFate
from tablebook.domain.voting import TallyEntered as TallyEntered
from tablebook.domain.voting import Threshold as Threshold
from tablebook.domain.voting import VoteCertified as VoteCertified
from tablebook.domain.voting import VoteSet as VoteSet


@dataclass(frozen=True, slots=True)
class BookMade:
    """A negotiation began: its parties, its kind and the contract in force, with the file it was read from."""

    union: str
    employer: str
    we: Party
    contract: Contract
    kind: str = "successor"
    term: str = ""
    fictional: bool = False
    source: Attachment | None = None


@dataclass(frozen=True, slots=True)
class RosterSet:
    """Who is on the teams, from now on."""

    teams: tuple[Team, ...]


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """A bargaining session began."""

    number: int
    place: str
    present: tuple[tuple[Party, tuple[str, ...]], ...] = ()
    absent: tuple[tuple[Party, tuple[str, ...]], ...] = ()
    note_taker: str = ""
    kind: SessionKind = SessionKind.TABLE
    agenda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionClosed:
    """A session ended. ``owed`` are the open places that go with it to the next one, in words."""

    number: int
    next_date: str = ""
    next_place: str = ""
    agenda: tuple[str, ...] = ()
    owed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaucusCalled:
    """A side left the room. ``promised_back`` is the clock time said ("14:35"), or empty."""

    by: Party
    promised_back: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaucusEnded:
    """The side that had called it was back."""

    by: Party


@dataclass(frozen=True, slots=True)
class NoteTaken:
    """What was said: one line. The entry's ``at`` is the time of the first key. ``place`` is "12", "12.1", "12.1a"."""

    text: str
    who: str = ""
    side: Party | None = None
    sign: Sign = Sign.GIST
    place: str = ""
    channel: Channel = Channel.TABLE
    owner: str = ""
    due: str = ""
    supposal: bool = False


@dataclass(frozen=True, slots=True)
class PromiseKept:
    """What was promised came."""

    promise: EntryId
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ArticleHeld:
    """An article, or places of it, was parked by agreement to come back to."""

    article: str
    places: tuple[str, ...] = ()
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ArticleDeferred:
    """An article, or what is not agreed in it, was left by agreement to be settled elsewhere: ``to`` a committee, an
    MOU, the next negotiation. Its language of today stays until then, and it stands in nobody's way."""

    article: str
    to: str
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ArticleResumed:
    """It was taken off hold, or taken up again after it was deferred."""

    article: str
    places: tuple[str, ...] = ()
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A tentative agreement was signed by both sides. ``supersedes`` names labels that no longer hold, ``restates``
    labels that hold on the same words. ``readback`` says who read the typed text against the paper."""

    label: str
    texts: tuple[AgreedText, ...]
    signatures: tuple[Signature, ...] = ()
    how: SignedHow = SignedHow.SHEET
    effective: str = ""
    conditions: str = ""
    subject_to: str = ""
    package: str = ""
    supersedes: tuple[str, ...] = ()
    restates: tuple[str, ...] = ()
    scan: Attachment | None = None
    readback: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgreementReopened:
    """A TA no longer holds; it and this stay in the record. ``places`` empty: all of it."""

    agreement: str
    places: tuple[str, ...] = ()
    asked_by: str = ""
    agreed_by: str = ""
    reason: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class AllAgreed:
    """Total TA: everything is settled; ``words`` is the signed line about what is left. Its ``signatures`` are those of
    the TA that it stands on, where that is named."""

    words: str
    agreement: str = ""
    left: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """An addendum to an entry; what it corrects stays as it was. ``code`` "typo" marks the quick mend of a line."""

    target: EntryId
    author: str
    reason: str
    text: str
    replaces: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class ReasonGiven:
    """Why we went on in spite of a warning. It is ours, so it is no part of the pass or TA that it stands beside.

    ``label`` is that of the pass, package or TA, ``articles`` are what it is about, ``warning`` is the caution's code.
    """

    label: str
    articles: tuple[str, ...]
    warning: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaperReceived:
    """A paper other than a proposal changed hands (enrolment, costs, a letter)."""

    party: Party
    name: str
    pages: int | None = None
    handed_by: str = ""
    answers: str = ""
    about: tuple[PassRef, ...] = ()
    note: str = ""
    file: Attachment | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class InformationRequested:
    """An RFI was made."""

    label: str
    text: str
    asked_by: str = ""
    party: Party | None = None
    due: str = ""


@dataclass(frozen=True, slots=True)
class InformationGiven:
    """What came in answer to an RFI."""

    label: str
    text: str = ""
    answered_by: str = ""


Body = (
    BookMade
    | RosterSet
    | SessionOpened
    | SessionClosed
    | CaucusCalled
    | CaucusEnded
    | NoteTaken
    | PromiseKept
    | TextPrepared
    | PreparedVoided
    | TextPassed
    | PackageOffered
    | PassWithdrawn
    | PassRejected
    | ArticleHeld
    | ArticleDeferred
    | ArticleResumed
    | Agreed
    | AgreementReopened
    | AllAgreed
    | Corrected
    | ReasonGiven
    | PaperReceived
    | InformationRequested
    | InformationGiven
    | Ratifying
    | PacketWords
    | Voting
)

KINDS: dict[str, type[Body]] = {
    "book-made": BookMade,
    "roster-set": RosterSet,
    "session-opened": SessionOpened,
    "session-closed": SessionClosed,
    "caucus-called": CaucusCalled,
    "caucus-ended": CaucusEnded,
    "note-taken": NoteTaken,
    "promise-kept": PromiseKept,
    "text-prepared": TextPrepared,
    "prepared-voided": PreparedVoided,
    "text-passed": TextPassed,
    "package-offered": PackageOffered,
    "pass-withdrawn": PassWithdrawn,
    "pass-rejected": PassRejected,
    "article-held": ArticleHeld,
    "article-deferred": ArticleDeferred,
    "article-resumed": ArticleResumed,
    "agreed": Agreed,
    "agreement-reopened": AgreementReopened,
    "all-agreed": AllAgreed,
    "corrected": Corrected,
    "reason-given": ReasonGiven,
    "paper-received": PaperReceived,
    "information-requested": InformationRequested,
    "information-given": InformationGiven,
    **READYING,
    **WRITTEN,
    **VOTING,
}
"""The stored code of each kind. A code is never given to another kind, and never leaves."""

KIND_OF: dict[type[Body], str] = {cls: code for code, cls in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the fold sees it. ``at`` is when it happened, ``recorded`` when it was written down (both aware)."""

    chain: str
    seq: int
    at: datetime
    recorded: datetime
    custody: Custody
    kind: str
    body: Body | None
    hash: str = ""

    @property
    def id(self) -> EntryId:
        """The entry's name in all copies of the book."""
        return EntryId(f"{self.chain}:{self.seq}")


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry about to be recorded: its body, its custody, and when it happened (None: now)."""

    body: Body
    custody: Custody = Custody.SHARED
    at: datetime | None = None
