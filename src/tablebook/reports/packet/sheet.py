"""What the packet may say: facts with public fields only, in no language and no shape.

All editions and all languages are drawn from one such sheet, so they cannot disagree. Dates and times are dates and
times; each paper says them in its own language. What the local wrote (letter, plain words, cost summary) is as it was
written; where it is empty the papers say that it was not written yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tablebook.domain.text import Block
from tablebook.redline.asked import Threefold
from tablebook.redline.marks import MarkedBlock
from tablebook.reports.sheets import Masthead


class Edition(StrEnum):
    """The papers that are made from a packet's sheet."""

    MEMBERS = "members"
    LARGE_PRINT = "large-print"
    BOARD = "board"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Translated:
    """The local's own translation: in which language, by whom, checked by whom, and whether the English has changed
    since."""

    language: str
    text: str
    translator: str = ""
    reviewer: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the local wrote itself, in English, and its translations. ``by`` is who wrote it; ``stale``: what it
    tells of has changed since."""

    text: str = ""
    by: str = ""
    translations: tuple[Translated, ...] = ()
    stale: bool = False

    def translated(self, language: str) -> Translated | None:
        """The translation in a language, if there is one."""
        return next((one for one in self.translations if one.language == language), None)


@dataclass(frozen=True, slots=True)
class CoverLetter:
    """The letter in front: paragraphs parted by empty lines, who signs it and as what."""

    words: OwnWords = OwnWords()
    signed: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class CostSummary:
    """What the agreement costs as it was stated for everybody to read; ``rows`` is a table with its head first."""

    words: OwnWords = OwnWords()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Since:
    """What became of a signed text before the vote: blanks answered (their words, what stands there now), and
    ``confirmed``, that its instruction was carried out, with the names of those who confirmed what it comes to."""

    answers: tuple[tuple[str, str], ...] = ()
    confirmed: bool = False
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PacketText:
    """One text under a TA. ``kind`` is "article", "appendix", "letter" or "closing"; ``places`` "sections 12.1 and
    12.2"; ``accepted`` and ``party`` name the pass that was accepted; ``effective`` is an ISO date or words;
    ``met`` how what it depends on came about; ``fingerprint`` is the one on its signed sheet, and ``since`` why the
    words are others than there; ``same`` says that they are those of the contract."""

    label: str
    kind: str
    number: str
    name: str
    title: str
    fingerprint: str
    agreed: datetime
    places: tuple[str, ...] = ()
    accepted: str = ""
    party: str = ""
    amended: bool = False
    signed_by: tuple[str, ...] = ()
    effective: str = ""
    conditions: str = ""
    clean: tuple[Block, ...] = ()
    redline: tuple[MarkedBlock, ...] = ()
    plain: OwnWords = OwnWords()
    met: str = ""
    since: Since = Since()
    same: bool = False


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """The passages of one section that differ between today, our first proposal and what was agreed."""

    place: str
    passages: tuple[Threefold, ...]


@dataclass(frozen=True, slots=True)
class AskedFor:
    """One article: what we asked for in it and what we got. ``asked`` and ``got`` are the labels of the papers that the
    words are from; without any it was ``withdrawn``, or ``deferred`` to what is named. ``new`` is what today's contract
    does not have."""

    number: str
    name: str
    title: str
    asked: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    withdrawn: bool = False
    deferred: str = ""
    places: tuple[AskedPlace, ...] = ()
    new: bool = False


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A unit of the contract that stays as it is: ``deferred`` says to what it was left, ``agreed`` that a TA does;
    ``conformed`` that a conforming list puts other words into it."""

    number: str
    name: str
    title: str
    withdrawn: bool = False
    deferred: str = ""
    agreed: bool = False
    conformed: bool = False


@dataclass(frozen=True, slots=True)
class CleanUp:
    """One conforming change that both sides initialled: the list it is on, where, and the words before and after."""

    label: str
    place: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FinalUnit:
    """A unit of the successor agreement as it will stand, with the TAs that its words come from; ``gone``: struck."""

    number: str
    name: str
    title: str
    blocks: tuple[Block, ...] = ()
    labels: tuple[str, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class LookAt:
    """Words of the agreement that tell of the last contract, and where they stand."""

    name: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: more than it, or at least it. ``of`` is "cast", "valid", "decided" or "eligible"."""

    part: int
    whole: int
    of: str
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class VoteNotice:
    """The vote as it was set up. ``passes_words`` and ``quorum_words`` are the local's own rule in its own words;
    ``methods`` are "in-person", "mail", "online"; ``who`` is "members" or "unit"."""

    question: str
    opens: datetime | None = None
    closes: datetime | None = None
    places: tuple[str, ...] = ()
    who: str = "members"
    eligible: int = 0
    methods: tuple[str, ...] = ()
    method_words: str = ""
    passes: Share | None = None
    passes_words: str = ""
    quorum: int = 0
    quorum_words: str = ""
    recommendation: str = ""
    board: date | None = None


@dataclass(frozen=True, slots=True)
class Ratified:
    """That the members ratified it: the day of the certificate and the count."""

    day: datetime
    yes: int
    no: int


@dataclass(frozen=True, slots=True)
class PacketSheet:
    """The packet. ``version`` is 0 while none was made of these facts. ``fingerprint`` is the code of all facts,
    the same in every edition. ``outdated`` names the TAs that changed since this version was made ("":
    something else did); empty: nothing changed. ``closing`` is the signed line of the total TA, ``left`` how many
    articles it closes: those that stay, that were withdrawn, and that are deferred. ``ratifiers`` have to vote for it,
    ``ratified`` once the members have. ``look_at`` is to be looked at before somebody signs. ``settled`` is when the TA
    was signed that closes the rest, ``recorded`` when the total TA was recorded.
    """

    masthead: Masthead
    version: int
    fingerprint: str
    made: datetime
    term: str = ""
    settled: datetime | None = None
    letter: CoverLetter = CoverLetter()
    cost: CostSummary = CostSummary()
    texts: tuple[PacketText, ...] = ()
    asked: tuple[AskedFor, ...] = ()
    unchanged: tuple[Unchanged, ...] = ()
    conforming: tuple[CleanUp, ...] = ()
    final: tuple[FinalUnit, ...] = ()
    vote: VoteNotice | None = None
    closing: str = ""
    left: tuple[int, int, int] = (0, 0, 0)
    outdated: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    ratifiers: tuple[str, ...] = ()
    ratified: Ratified | None = None
    look_at: tuple[LookAt, ...] = ()
    recorded: datetime | None = None

    def of_kind(self, *kinds: str) -> tuple[PacketText, ...]:
        """The texts of these kinds, in their order."""
        return tuple(text for text in self.texts if text.kind in kinds)

    @property
    def labels(self) -> tuple[str, ...]:
        """Every TA in the packet, each once."""
        return tuple(dict.fromkeys(text.label for text in self.texts))
