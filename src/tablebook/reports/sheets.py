"""What each paper may say. A sheet has public fields only and all its words are ready to print, so a paper cannot show
what its sheet does not have. ``made`` is the moment the paper was made: the same sheet always gives the same file.

Party codes are "union", "employer", "joint", "mediator", "neutral" or "". Dates and times are words ("Tuesday 9 March
2027", "15:10"). A field that is empty is left out on the paper, label and all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tablebook.domain.text import Block
from tablebook.redline.marks import MarkedBlock


@dataclass(frozen=True, slots=True)
class Masthead:
    """The parties and what they bargain about, at the head of each paper.

    ``agreement`` is "2027–30 successor agreement", which also says the kind of negotiation. ``unit`` names the
    bargaining unit ("Licensed educators"). ``fictional`` prints "Fictional sample" on each page.
    """

    union: str
    employer: str
    union_short: str = "Union"
    employer_short: str = "Employer"
    agreement: str = ""
    unit: str = ""
    fictional: bool = False

    @property
    def parties(self) -> str:
        """Both names in one line."""
        return f"{self.union} and {self.employer}"

    def short(self, party: str) -> str:
        """The short name of a party's code ("Association"), or the code with a capital."""
        return {"union": self.union_short, "employer": self.employer_short}.get(party, party.capitalize())


@dataclass(frozen=True, slots=True)
class PassLine:
    """One pass in the stack of passes so far: "U-1 26 Jan". ``current`` is the one this paper is."""

    text: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Hand:
    """When a party's pass (or TA) with this label was handed over: the date that its marks bear in a Word file."""

    party: str
    label: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ProposalItem:
    """One article, appendix, MOU or set of sections on a proposal.

    ``heading`` is "Article 12, Class Size and Caseload, sections 12.1 and 12.2". ``form`` is "Amend", "New", "Delete",
    "Current contract language", "Concept". ``blocks`` is the marked text, ``prose`` the words of a concept or a spoken
    answer. ``not_part`` says what is left out and why.
    """

    heading: str
    form: str = ""
    label: str = ""
    answers: str = ""
    effective: str = ""
    conditions: str = ""
    passes: tuple[PassLine, ...] = ()
    blocks: tuple[MarkedBlock, ...] = ()
    prose: str = ""
    not_part: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ProposalSheet:
    """A proposal, counter, package or final offer on paper.

    ``title`` is "Union Proposal U-4"; ``kind`` what it is, where the title does not say it ("Final offer"). ``terms``
    are a package's ("Offered as one package, all or nothing. ..."). ``session`` is "Session 6, Board Room B". Before
    it is handed over ``date`` and ``time`` may be empty: then a line to fill in is printed. ``fingerprint`` is the
    short code of all text on the paper. With ``initials`` the foot has lines for both parties' initials instead of
    the receipt line.
    """

    masthead: Masthead
    title: str
    party: str
    items: tuple[ProposalItem, ...]
    made: datetime
    fingerprint: str
    kind: str = ""
    label: str = ""
    date: str = ""
    time: str = ""
    session: str = ""
    handed_by: str = ""
    handed_to: str = ""
    answers: str = ""
    effective: str = ""
    conditions: str = ""
    expiry: str = ""
    expiry_reason: str = ""
    terms: str = ""
    reservation: str = ""
    initials: bool = False
    hands: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature as given: printed name, title, date and time, how ("by initials, pages 1 to 3")."""

    name: str
    title: str = ""
    date: str = ""
    time: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class SignatureSide:
    """One party's part of a signature block. ``heading`` is "For the Association". Nobody in ``signed``: blank lines
    to sign on."""

    party: str
    heading: str
    signed: tuple[Signed, ...] = ()


@dataclass(frozen=True, slots=True)
class PenEditLine:
    """A change written on the paper at signing: "edit 1", the place, the words struck and written, whose initials."""

    name: str
    place: str
    old: str = ""
    new: str = ""
    initials: str = ""


@dataclass(frozen=True, slots=True)
class TaText:
    """One exact text a TA binds: clean, and marked against the current contract.

    ``accepted`` is "Union pass U-5, passed 13 April 2027, 21:40, session 11"; ``supersedes`` "Article 12 of the
    2024–27 agreement, pages 18 to 21"; ``rest`` "All other language of Article 12 stays as it is."
    """

    heading: str
    accepted: str
    clean: tuple[Block, ...] = ()
    redline: tuple[MarkedBlock, ...] = ()
    supersedes: str = ""
    effective: str = ""
    edits: tuple[PenEditLine, ...] = ()
    rest: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class TaSheet:
    """A tentative agreement to be signed, or as it was signed.

    ``label`` is the TA's own ("TA 12.1 to 12.5"). ``subject_to`` is the whole sentence about ratification and
    approval. ``leftovers`` is the line that closes what is left at total TA, ``left_count`` how many that are.
    ``notice`` is said at the top when the agreement no longer holds ("Reopened 20 April 2027"). ``code`` is what the
    square code says: the label and the fingerprint of all its text.
    """

    masthead: Masthead
    label: str
    texts: tuple[TaText, ...]
    signatures: tuple[SignatureSide, ...]
    made: datetime
    fingerprint: str
    title: str = "Tentative Agreement"
    effective: str = ""
    conditions: str = ""
    subject_to: str = ""
    leftovers: str = ""
    left_count: str = ""
    notice: str = ""
    session: str = ""
    code: str = ""
    hands: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True)
class TaRow:
    """One TA in the log. ``number`` is the article's ("12"), ``sections`` "all sections" or "12.1, 12.2", ``accepted``
    the label of the accepted pass, ``note`` what became of it ("Reopened 20 Apr") or whose signature
    is missing."""

    number: str
    title: str
    sections: str = ""
    label: str = ""
    accepted: str = ""
    date: str = ""
    time: str = ""
    signed_by: str = ""
    conditions: str = ""
    effective: str = ""
    fingerprint: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OpenRow:
    """One item that is not settled: its state in words, the latest pass, and the places still open."""

    number: str
    title: str
    state: str
    latest: str = ""
    places: str = ""


@dataclass(frozen=True, slots=True)
class TaSummarySheet:
    """The TA log: every TA, and what is still open. ``lead`` is the sentence under the title, ``count`` the line in
    the foot ("22 articles: 21 agreed, 1 withdrawn"), ``fingerprint`` the code of the record it was made from."""

    masthead: Masthead
    rows: tuple[TaRow, ...]
    open: tuple[OpenRow, ...]
    made: datetime
    fingerprint: str
    title: str = "What is agreed"
    lead: str = ""
    as_of: str = ""
    count: str = ""
    leftovers: str = ""
    left_count: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who of one party was there. ``heading`` is "For the Association"."""

    party: str
    heading: str
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaucusLine:
    """One caucus: who called it, when out, when back in ("" while it runs)."""

    party: str
    called_by: str
    out: str
    back: str = ""


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What both sides can say of a session. ``hours`` is "13:05 to 16:52"; ``exchanged``, ``agreements`` and
    ``requests`` are sentences; ``next_session`` "Tuesday 16 March 2027, 13:00, Union Hall"."""

    number: str
    date: str
    hours: str
    place: str = ""
    attendance: tuple[Attendance, ...] = ()
    caucuses: tuple[CaucusLine, ...] = ()
    exchanged: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    next_session: str = ""
    agenda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MinuteLine:
    """One noted line: when, whose side, who, what kind and where ("Question, 12.1"), the words, the entry's number."""

    time: str
    party: str
    who: str
    kind: str
    text: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class MinuteGroup:
    """The lines about one article: heading "Article 12", title "Class Size and Caseload"."""

    heading: str
    title: str = ""
    lines: tuple[MinuteLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesSheet:
    """Our own minutes of a session, all that was noted included. ``entries`` is "Entries 399 to 422: 24 entries, 1
    correction"."""

    masthead: Masthead
    facts: SessionFacts
    made: datetime
    entries: str
    fingerprint: str
    note_taker: str = ""
    groups: tuple[MinuteGroup, ...] = ()
    corrections: tuple[MinuteLine, ...] = ()


@dataclass(frozen=True, slots=True)
class JointMinutesSheet:
    """Minutes for both sides: attendance, caucuses, papers, TAs, next date. It has no field for what was said."""

    masthead: Masthead
    facts: SessionFacts
    made: datetime
    entries: str
    fingerprint: str
    corrections: tuple[str, ...] = ()
    signatures: tuple[SignatureSide, ...] = ()


@dataclass(frozen=True, slots=True)
class RedlineSheet:
    """One article marked. ``compared`` says which texts: "U-4, passed 9 March 2027, 15:10, against the current
    contract"; ``base`` is the older of the two as the legend names it."""

    masthead: Masthead
    title: str
    compared: str
    blocks: tuple[MarkedBlock, ...]
    made: datetime
    fingerprint: str
    heading: str = ""
    base: str = "the current contract"
    passes: tuple[PassLine, ...] = ()
    notes: tuple[str, ...] = ()
    hands: tuple[Hand, ...] = ()


Sheet = ProposalSheet | TaSheet | TaSummarySheet | MinutesSheet | JointMinutesSheet | RedlineSheet
