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
    APPROVED = "approved"
    EXECUTED = "executed"


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


class Ratifier(StrEnum):
    """Who has to vote for an agreement before it binds."""

    MEMBERS = "members"
    UNIT = "unit"
    BOARD = "board"


class VoteMethod(StrEnum):
    """How ballots are cast. A vote that is held online is held elsewhere; only its result is kept here."""

    IN_PERSON = "in-person"
    MAIL = "mail"
    ONLINE = "online"


class CountedFrom(StrEnum):
    """What the share that a rule demands is a share of. ``valid`` are yes, no and abstain; ``decided`` yes and no."""

    CAST = "cast"
    VALID = "valid"
    DECIDED = "decided"
    ELIGIBLE = "eligible"


class VoteOutcome(StrEnum):
    """What the ballots decided."""

    RATIFIED = "ratified"
    VOTED_DOWN = "voted-down"
    NO_QUORUM = "no-quorum"


class BoardOutcome(StrEnum):
    """What the board decided; ``changed`` is approval of another text than the one that was agreed."""

    APPROVED = "approved"
    REFUSED = "refused"
    CHANGED = "changed"


class RollCall(StrEnum):
    """What one member of the board answered. A board votes in the open; no ballot is ever kept by name."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    RECUSED = "recused"
    ABSENT = "absent"


class Fate(StrEnum):
    """What becomes of a TA when the agreement was not ratified."""

    STANDS = "stands"
    REOPENS = "reopens"
    FALLS = "falls"


class Conforming(StrEnum):
    """What kind of clean-up a conforming change is."""

    RENUMBERING = "renumbering"
    REFERENCE = "reference"
    TYPOGRAPHY = "typography"
