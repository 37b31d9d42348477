"""The short codes that are stored. What a person reads for them is the window's and the papers' business."""

from __future__ import annotations

from enum import StrEnum


class Custody(StrEnum):
    """Who may ever get it; chosen by where a thing is entered, never by a later filter."""

    SHARED = "shared"
    OURS = "ours"
    MEDIATION = "mediation"
    PLAN = "plan"


class Party(StrEnum):
    """The parties at, and around, the table."""

    UNION = "union"
    EMPLOYER = "employer"
    JOINT = "joint"
    MEDIATOR = "mediator"
    NEUTRAL = "neutral"

    @property
    def other(self) -> Party:
        """The side across the table; parties without one answer themselves."""
        return {Party.UNION: Party.EMPLOYER, Party.EMPLOYER: Party.UNION}.get(self, self)


class PassKind(StrEnum):
    """What kind of offer a pass is."""

    PROPOSAL = "proposal"
    COUNTER = "counter"
    PACKAGE = "package"
    FINAL = "final"
    CURRENT = "current"
    REJECT = "reject"
    CONCEPT = "concept"


class Form(StrEnum):
    """What a pass does to the contract's language."""

    AMEND = "amend"
    NEW = "new"
    DELETE = "delete"
    CURRENT = "current"
    CONCEPT = "concept"


class Channel(StrEnum):
    """How something reached the other side."""

    TABLE = "table"
    EMAIL = "email"
    PHONE = "phone"
    MEDIATOR = "mediator"
    SIDEBAR = "sidebar"


class Sign(StrEnum):
    """What kind of saying a note holds."""

    GIST = "gist"
    QUESTION = "question"
    ANSWER = "answer"
    EXACT = "exact"
    PROMISE = "promise"
    WHAT_IF = "what-if"


class SessionKind(StrEnum):
    """Where a session is held; it decides the custody of what is noted in it."""

    TABLE = "table"
    MEDIATION = "mediation"
    SIDEBAR = "sidebar"


class SignedHow(StrEnum):
    """How a signature was given."""

    SHEET = "sheet"
    INITIALS = "initials"
    EMAIL = "email"


class State(StrEnum):
    """Where an article stands."""

    NOT_OPENED = "not-opened"
    WITH_US = "with-us"
    WITH_THEM = "with-them"
    HELD = "held"
    TA = "ta"
    PART_TA = "part-ta"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"
    IMPASSE = "impasse"
    RATIFIED = "ratified"


class PassState(StrEnum):
    """What became of one passed text. Countered is not withdrawn: a countered offer still stands."""

    STANDING = "standing"
    REPLACED = "replaced"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ACCEPTED = "accepted"


class PackageState(StrEnum):
    """What became of a package."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
