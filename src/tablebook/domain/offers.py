"""The entries about offers: a text prepared, handed over, put in a package, withdrawn, rejected."""

from __future__ import annotations

from tablebook.domain.codes import Channel, Form, Party, PassKind
from tablebook.domain.contract import UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.values import Attachment, EntryId, Part, PassRef


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
    were handed over on one paper. ``not_shown`` are the contract's paragraphs that sections on a paper without marks
    are without: whether they go was not said.
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
    not_shown: tuple[Part, ...] = ()


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
