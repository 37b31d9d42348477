"""The entries that make signed texts ready to be ratified: clean-ups, answers, confirmations, summaries, packets."""

from __future__ import annotations

from tablebook.domain.codes import Conforming
from tablebook.domain.dataclass import dataclass
from tablebook.domain.values import Attachment, Part, Signature


@dataclass(frozen=True, slots=True)
class ScanAttached:
    """The signed paper of a TA as a scan or photo; without a TA's label, the signed copy of the executed agreement."""

    file: Attachment
    agreement: str = ""
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignatureAdded:
    """A party signed a TA later than the other; without a TA's label, the executed agreement."""

    signature: Signature
    agreement: str = ""


@dataclass(frozen=True, slots=True)
class ConformingChange:
    """One clean-up: where, the words as they stand (a label included, "7.6"), and the words that take their place."""

    article: str
    old: str
    new: str
    kind: Conforming = Conforming.TYPOGRAPHY
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ConformingAgreed:
    """A list of conforming changes that both sides initialled: it counts as agreed. ``supersedes``: lists before it."""

    label: str
    changes: tuple[ConformingChange, ...]
    initials: tuple[Signature, ...] = ()
    supersedes: tuple[str, ...] = ()
    scan: Attachment | None = None


@dataclass(frozen=True, slots=True)
class ResultConfirmed:
    """A TA that says what to do ("delete sections 4 to 6 and add") was worked out, and a person confirmed the result.

    The signed words stay as they are. ``result`` is what the agreement then says in each place; a place that goes is
    marked deleted. ``not_shown`` are the contract's paragraphs that a result which a person wrote out is without, and
    that the instruction does not strike.
    """

    agreement: str
    article: str
    instruction: str
    result: tuple[Part, ...]
    by: str = ""
    with_them: str = ""
    not_shown: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class BlankAnswered:
    """Words left in a signed text that are no contract language got their answer: a blank, an "[ok]", a drafting note.

    ``becomes`` takes the place of ``words`` (empty: they are left out; the same words: they stay). ``nth`` is which of
    several in that place is meant, from 1, as the text was signed: a later answer to the same takes this one's stead.
    """

    agreement: str
    article: str
    words: str
    becomes: str
    place: str = ""
    nth: int = 1
    by: str = ""
    with_them: str = ""


@dataclass(frozen=True, slots=True)
class ClashSettled:
    """Two TAs that say different things in one place: which one governs there, and why."""

    article: str
    stands: str
    gives_way: str
    reason: str
    place: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class TextDisputed:
    """Each side says that other words were agreed in a TA."""

    agreement: str
    ours: str
    theirs: str
    place: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class DisputeSettled:
    """The two sides are at one again about the words of a TA: ``words`` says how."""

    agreement: str
    words: str
    place: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ConditionMet:
    """What a TA depends on has come about."""

    agreement: str
    how: str
    by: str = ""
    file: Attachment | None = None


@dataclass(frozen=True, slots=True)
class PayerNamed:
    """Who pays or carries out what a TA makes due, and by when."""

    agreement: str
    payer: str
    pay_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Somebody looked at a line that stood in the way of the vote, and it stands as it is: ``line`` is the line's key.

    ``seen`` is the text that was looked at, by its words or its fingerprint: when it changes, it is to be looked at
    again.
    """

    line: str
    seen: str
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class SummaryWritten:
    """Plain words beside a TA, in one language. ``made_from`` is the fingerprint of what it was written or translated
    from: the TA's text, or for a translation the English words. A later one in the same language takes its stead."""

    agreement: str
    text: str
    made_from: str
    language: str = "en"
    by: str = ""
    translator: str = ""
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class PacketTa:
    """A TA as a packet holds it."""

    agreement: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PacketMade:
    """A packet for the vote was made: its number, its fingerprint, and the exact texts it holds: those of TAs, and the
    conforming lists by their labels."""

    number: int
    fingerprint: str
    tas: tuple[PacketTa, ...]
    day: str = ""
    languages: tuple[str, ...] = ("en",)
    by: str = ""
    note: str = ""
    file: Attachment | None = None
    conforming: tuple[PacketTa, ...] = ()

    @property
    def texts(self) -> tuple[PacketTa, ...]:
        """All that it holds."""
        return (*self.tas, *self.conforming)


Ratifying = (
    ScanAttached
    | SignatureAdded
    | ConformingAgreed
    | ResultConfirmed
    | BlankAnswered
    | ClashSettled
    | TextDisputed
    | DisputeSettled
    | ConditionMet
    | PayerNamed
    | LookedAt
    | SummaryWritten
    | PacketMade
)

READYING: dict[str, type[Ratifying]] = {
    "scan-attached": ScanAttached,
    "signature-added": SignatureAdded,
    "conforming-agreed": ConformingAgreed,
    "result-confirmed": ResultConfirmed,
    "blank-answered": BlankAnswered,
    "clash-settled": ClashSettled,
    "text-disputed": TextDisputed,
    "dispute-settled": DisputeSettled,
    "condition-met": ConditionMet,
    "payer-named": PayerNamed,
    "looked-at": LookedAt,
    "summary-written": SummaryWritten,
    "packet-made": PacketMade,
}
"""The stored code of each, as in :data:`tablebook.domain.record.KINDS`."""
