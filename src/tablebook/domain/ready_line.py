"""One line of readiness: what it is about, whether it is settled, and what settles it."""

from __future__ import annotations

from enum import StrEnum

from tablebook.domain.dataclass import dataclass


class Check(StrEnum):
    """What a line is about, in the order in which readiness is read."""

    ARTICLES = "articles"
    SIGNATURES = "signatures"
    SCANS = "scans"
    CONDITIONS = "conditions"
    CLASHES = "clashes"
    LAPSED = "lapsed"
    DISPUTES = "disputes"
    INSTRUCTIONS = "instructions"
    NOT_SHOWN = "not-shown"
    OPEN_WORDS = "open-words"
    REFERENCES = "references"
    CONFORMING = "conforming"
    DATES = "dates"
    PAYERS = "payers"
    APPENDICES = "appendices"
    SUMMARIES = "summaries"
    PACKET = "packet"
    VOTE = "vote"
    NOTICE = "notice"


class Act(StrEnum):
    """The act that settles a line."""

    SETTLE_ARTICLE = "settle-article"
    TOTAL_TA = "total-ta"
    ADD_SIGNATURE = "add-signature"
    ATTACH_SCAN = "attach-scan"
    CONDITION_MET = "condition-met"
    SETTLE_CLASH = "settle-clash"
    SETTLE_DISPUTE = "settle-dispute"
    CONFIRM_RESULT = "confirm-result"
    ANSWER_BLANK = "answer-blank"
    CONFORMING = "conforming"
    NAME_PAYER = "name-payer"
    LOOK_AT = "look-at"
    WRITE_SUMMARY = "write-summary"
    MAKE_PACKET = "make-packet"
    SET_UP_VOTE = "set-up-vote"
    GIVE_NOTICE = "give-notice"


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """``sentence`` says what is so. An unsettled line names its ``act``, as long as there is one: when the agreement
    is signed, what only prepared its vote has none. ``blocks`` is whether the vote should wait for
    it. ``article``, ``place`` and ``agreement`` say where it leads. ``key`` names the line; where ``may_stand``,
    somebody may look at it and let it stand, and ``seen`` is what was looked at: when that changes, it is open again.
    ``old`` and ``new`` are the words it is about and those offered for them, ``nth`` which of several in one place;
    ``between`` are the TAs that clash."""

    check: Check
    settled: bool
    sentence: str
    act: Act | None = None
    article: str = ""
    place: str = ""
    agreement: str = ""
    key: str = ""
    seen: str = ""
    may_stand: bool = False
    blocks: bool = True
    old: str = ""
    new: str = ""
    nth: int = 1
    between: tuple[str, ...] = ()
