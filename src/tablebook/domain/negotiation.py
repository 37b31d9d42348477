"""The state of one negotiation, as the fold builds it from the Record.

Values are frozen and replaced; only the dictionaries of :class:`Negotiation` change, so a clone is cheap and a batch
of entries can be tried before it is recorded.
"""

from __future__ import annotations

from copy import copy
from dataclasses import field
from datetime import datetime

from tablebook.domain.codes import Custody, Fate, PackageState, Party, PassKind, PassState
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.growing import Growing
from tablebook.domain.ratification import Ratification
from tablebook.domain.record import (
    Agreed,
    AllAgreed,
    Attachment,
    BookMade,
    Entry,
    EntryId,
    InformationRequested,
    NoteTaken,
    PackageOffered,
    PassRef,
    SessionClosed,
    SessionOpened,
    Signature,
    Team,
    TextPassed,
    TextPrepared,
)


@dataclass(frozen=True, slots=True)
class Pass:
    """One passed text and what became of it."""

    id: EntryId
    body: TextPassed
    at: datetime
    session: int | None
    state: PassState = PassState.STANDING

    @property
    def places(self) -> tuple[str, ...]:
        """The places it holds, in order; ("",) for a whole article."""
        return tuple(part.place for part in self.body.parts)

    @property
    def has_text(self) -> bool:
        """Whether it put words on the table that can be compared and agreed; a no and a concept did not."""
        return bool(self.body.parts) and self.body.kind not in (PassKind.REJECT, PassKind.CONCEPT)

    def expired(self, now: datetime) -> bool:
        """Whether its own expiry has passed."""
        return bool(self.body.expiry) and datetime.fromisoformat(self.body.expiry) < now


@dataclass(frozen=True, slots=True)
class Agreement:
    """One TA. ``reopened`` are places that no longer hold ("" means all of it); ``superseded`` names its successor;
    ``fate`` what became of it when the agreement went back to the table. ``added`` are signatures that came later,
    ``scans`` the signed papers attached since."""

    id: EntryId
    body: Agreed
    at: datetime
    session: int | None
    reopened: tuple[str, ...] = ()
    reopened_by: tuple[EntryId, ...] = ()
    superseded: str = ""
    fate: Fate | None = None
    added: tuple[Signature, ...] = ()
    scans: tuple[Attachment, ...] = ()

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """All signatures, each with its own date."""
        return (*self.body.signatures, *self.added)

    @property
    def papers(self) -> tuple[Attachment, ...]:
        """The signed papers kept with it, as scans or photos."""
        return (*((self.body.scan,) if self.body.scan else ()), *self.scans)

    def keeps(self, file: Attachment) -> bool:
        """Whether this very file is kept with it already, under whatever name."""
        return any(one.digest == file.digest for one in self.papers)


@dataclass(frozen=True, slots=True)
class Package:
    """Passes offered together, all or nothing."""

    id: EntryId
    body: PackageOffered
    at: datetime
    session: int | None
    state: PackageState = PackageState.OPEN


@dataclass(frozen=True, slots=True)
class Item:
    """What a pass can be about: a unit of the contract, or a new one. ``passes`` and ``agreements`` are in order;
    ``deferred`` says to what it was left, until somebody passes a text on it again."""

    key: str
    article: Article
    new: bool = False
    passes: tuple[EntryId, ...] = ()
    agreements: tuple[str, ...] = ()
    held: tuple[str, ...] | None = None
    held_reason: str = ""
    held_at: datetime | None = None
    deferred: str = ""
    deferred_at: datetime | None = None
    rejections: tuple[tuple[datetime, Party], ...] = ()
    home: str = ""


@dataclass(frozen=True, slots=True)
class Caucus:
    """A break called by one side."""

    by: Party
    out: datetime
    promised_back: str = ""
    reason: str = ""
    back: datetime | None = None


@dataclass(frozen=True, slots=True)
class BargainingSession:
    """One session at the table, its caucuses and the ids of its entries."""

    number: int
    body: SessionOpened
    began: datetime
    closed: SessionClosed | None = None
    ended: datetime | None = None
    caucuses: tuple[Caucus, ...] = ()
    entries: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """Something one side said it would bring."""

    id: EntryId
    body: NoteTaken
    at: datetime
    kept: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """An RFI, and what came."""

    id: EntryId
    body: InformationRequested
    at: datetime
    answer: str = ""
    answered: datetime | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that the rules do not allow where it stands (two laptops' records joined): kept, and not counted."""

    entry: EntryId
    code: str
    sentence: str


@dataclass(slots=True)
class Negotiation:
    """Everything the Record says. Built by :mod:`tablebook.domain.fold` only."""

    made: BookMade | None = None
    contract: Contract = field(default_factory=Contract)
    teams: dict[Party, Team] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    passes: dict[EntryId, Pass] = field(default_factory=dict)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    packages: dict[str, Package] = field(default_factory=dict)
    sessions: dict[int, BargainingSession] = field(default_factory=dict)
    open_session: int | None = None
    caucus: Caucus | None = None
    prepared: dict[EntryId, TextPrepared] = field(default_factory=dict)
    promises: dict[EntryId, Promise] = field(default_factory=dict)
    requests: dict[str, Request] = field(default_factory=dict)
    corrections: dict[EntryId, tuple[EntryId, ...]] = field(default_factory=dict)
    settled: AllAgreed | None = None
    ratification: Ratification = field(default_factory=Ratification)
    entries: Growing[EntryId, Entry] = field(default_factory=Growing)
    session_of: Growing[EntryId, int] = field(default_factory=Growing)
    conflicts: tuple[Conflict, ...] = ()

    def clone(self) -> Negotiation:
        """A copy that can be changed without changing this one; the values inside are shared."""
        twin = copy(self)
        for name in self.__slots__:
            value = getattr(self, name)
            if isinstance(value, (dict, Growing)):
                setattr(twin, name, value.copy())
        return twin

    @property
    def we(self) -> Party:
        """The side that owns the book."""
        return self.made.we if self.made else Party.UNION

    @property
    def them(self) -> Party:
        """The side across the table."""
        return self.we.other

    def party_name(self, party: Party) -> str:
        """A party's full name; joint and neutral parties are named by what they are."""
        if self.made and party in (Party.UNION, Party.EMPLOYER):
            return self.made.union if party is Party.UNION else self.made.employer
        team = self.teams.get(party)
        return team.name if team else {"joint": "Both parties", "mediator": "The mediator"}.get(party, "A neutral")

    def named_unit(self, key: str) -> str:
        """How an item is spoken of ("Article 12", "MOU #3"); what is in no contract and no pass, by the words given."""
        item = self.items.get(key)
        return item.article.name if item else key

    def titled_unit(self, key: str) -> str:
        """An item with its title, for a list in which a person chooses: "Article 12, Class Size"."""
        name = self.named_unit(key)
        title = self.items[key].article.title if key in self.items else ""
        return f"{name}, {title}" if title and title.casefold() not in name.casefold() else name

    def named_pass(self, ref: PassRef) -> str:
        """ "U-1 on Article 12", for a sentence."""
        return f"{ref.label} on {self.named_unit(ref.article)}"

    def number(self, entry: EntryId) -> int:
        """The entry's number in this book, counted from 1; 0 for what is not in it. In a joined record it may differ
        from the number in another copy: papers print it beside the fingerprint."""
        return self.entries.number(entry)

    def passes_on(self, key: str) -> tuple[Pass, ...]:
        """The passes on an item, oldest first."""
        item = self.items.get(key)
        return tuple(self.passes[pass_id] for pass_id in item.passes) if item else ()

    def carried_unit(self, key: str, place: str) -> Item | None:
        """The appendix or memorandum that a place of an item's text names, as "Appendix A" carried with Article 20.
        An article is never carried: where sections start again in each article, "2" is a section, not Article 2."""
        other = self.items.get(place) if place != key else None
        return other if other and other.article.kind not in (UnitKind.ARTICLE, UnitKind.PREAMBLE) else None

    def find_pass(self, key: str, label: str, party: Party | None = None) -> Pass | None:
        """The pass with this label on an item; the latest where a label was used twice."""
        for one in reversed(self.passes_on(key)):
            if one.body.label == label and party in (None, one.body.party):
                return one
        return None

    def named(self, ref: PassRef) -> Pass | None:
        """The pass that a reference means: its exact entry where it names one, else the latest with its label."""
        return self.passes.get(ref.id) if ref.id else self.find_pass(ref.article, ref.label, ref.party)

    def member(self, package: Package, ref: PassRef) -> Pass | None:
        """A member of a package: the latest pass with its label when the package was offered."""
        if ref.id:
            return self.passes.get(ref.id)
        offered = self.number(package.id)
        for one in reversed(self.passes_on(ref.article)):
            early = self.number(one.id) <= offered
            if early and one.body.label == ref.label and one.body.party is package.body.party:
                return one
        return None

    def custody_here(self) -> Custody:
        """The custody of what is noted now: Mediation while a session with a mediator is open, else Ours."""
        session = self.sessions.get(self.open_session) if self.open_session is not None else None
        return Custody.MEDIATION if session and session.body.kind == "mediation" else Custody.OURS
