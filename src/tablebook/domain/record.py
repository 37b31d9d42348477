"""The kinds of entry in the Record: what happened, in the past tense, with plain fields and no behaviour.

An entry is a header (who recorded it, when, in whose custody) and a body. A body may be withheld: then ``body`` is
None and the fold passes over it, while the chain still verifies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from tablebook.domain.codes import Channel, Custody, Form, Party, PassKind, SessionKind, Sign, SignedHow
from tablebook.domain.contract import Contract, UnitKind
from tablebook.domain.text import Block

EntryId = NewType("EntryId", str)
"""Chain and sequence, "a1b2:17": the one name of an entry in all copies of a book."""


@dataclass(frozen=True, slots=True)
class PassRef:
    """A pass by what is printed on it: the unit's key and the label; ``party`` where two sides use the same label."""

    article: str
    label: str
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a team."""

    name: str
    role: str = ""
    initials: str = ""
    job: str = ""


@dataclass(frozen=True, slots=True)
class Team:
    """One party's people as the roster names them."""

    party: Party
    name: str
    people: tuple[Person, ...] = ()
    short: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept byte for byte: its SHA-256 (hex), its name as it came, its size in bytes and pages if known."""

    digest: str
    name: str
    size: int
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a pass or TA: a section ("12.1") of the article, another unit ("Appendix A"), or "" for the whole
    article. ``blocks`` is its whole text, heading included; ``deleted`` strikes the place whole."""

    place: str
    blocks: tuple[Block, ...] = ()
    deleted: bool = False
    new: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature or set of initials: for whom, when (ISO time with offset), how, and on which pages ("3 of 3")."""

    party: Party
    name: str
    at: str
    title: str = ""
    how: SignedHow = SignedHow.SHEET
    pages: str = ""


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
class TextPrepared:
    """Our text was frozen, labelled and may be printed; the other side has not got it yet. Custody Ours."""

    article: str
    label: str
    party: Party
    parts: tuple[Part, ...]
    kind: PassKind = PassKind.PROPOSAL
    form: Form = Form.AMEND
    title: str = ""
    unit: UnitKind = UnitKind.ARTICLE
    responds_to: tuple[PassRef, ...] = ()
    conditions: str = ""
    expiry: str = ""
    expiry_reason: str = ""
    effective: str = ""
    package: str = ""
    prose: str = ""


@dataclass(frozen=True, slots=True)
class PreparedVoided:
    """A prepared text was torn up before it was handed over; its label is free again."""

    prepared: EntryId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TextPassed:
    """A text was handed over. It says all of itself, so that it can be shared without what went before.

    ``spoken`` marks an answer that was only said, with the words in ``prose``. ``paper`` ties together passes that
    were handed over on one paper. ``reasons`` keeps what was answered to each warning, as (code, reason).
    """

    article: str
    label: str
    party: Party
    parts: tuple[Part, ...]
    kind: PassKind = PassKind.PROPOSAL
    form: Form = Form.AMEND
    title: str = ""
    unit: UnitKind = UnitKind.ARTICLE
    responds_to: tuple[PassRef, ...] = ()
    handed_by: str = ""
    handed_to: str = ""
    channel: Channel = Channel.TABLE
    copies: int = 0
    conditions: str = ""
    expiry: str = ""
    expiry_reason: str = ""
    effective: str = ""
    package: str = ""
    prose: str = ""
    spoken: bool = False
    transcribed: bool = False
    corrects: str = ""
    paper: str = ""
    file: Attachment | None = None
    prepared: EntryId | None = None
    note: str = ""
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PackageOffered:
    """Several passes are offered together, all or nothing. Members may be texts passed before."""

    label: str
    party: Party
    members: tuple[PassRef, ...]
    responds_to: tuple[PassRef, ...] = ()
    handed_by: str = ""
    handed_to: str = ""
    terms: str = ""
    copies: int = 0
    expiry: str = ""
    expiry_reason: str = ""
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PassWithdrawn:
    """Its own party took an offer back, in words. ``package`` names a whole package instead of a pass."""

    party: Party
    article: str = ""
    label: str = ""
    package: str = ""
    by: str = ""
    words: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PassRejected:
    """The other party said no to an offer or a package, in words."""

    party: Party
    article: str = ""
    label: str = ""
    package: str = ""
    by: str = ""
    words: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ArticleHeld:
    """An article, or places of it, was parked by agreement to come back to."""

    article: str
    places: tuple[str, ...] = ()
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ArticleResumed:
    """It was taken off hold."""

    article: str
    places: tuple[str, ...] = ()
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PenEdit:
    """One change written on the paper at signing, and whose initials stand beside it."""

    place: str
    old: str
    new: str
    initials: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreedText:
    """What a TA binds: the exact pass, which places of it, and, if amended at signing, the joint text."""

    accepted: PassRef
    places: tuple[str, ...]
    fingerprint: str
    amended: tuple[Part, ...] = ()
    edits: tuple[PenEdit, ...] = ()


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
    reasons: tuple[tuple[str, str], ...] = ()


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
    """Total TA: everything is settled; ``words`` is the signed line about what is left."""

    words: str
    agreement: str = ""
    left: tuple[str, ...] = ()


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
    | ArticleResumed
    | Agreed
    | AgreementReopened
    | AllAgreed
    | Corrected
    | PaperReceived
    | InformationRequested
    | InformationGiven
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
    "article-resumed": ArticleResumed,
    "agreed": Agreed,
    "agreement-reopened": AgreementReopened,
    "all-agreed": AllAgreed,
    "corrected": Corrected,
    "paper-received": PaperReceived,
    "information-requested": InformationRequested,
    "information-given": InformationGiven,
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
