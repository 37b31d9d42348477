"""How papers say dates, times, people, places and codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from tablebook.domain.codes import Channel, Form, Party, PassKind, Sign, SignedHow
from tablebook.domain.contract import UnitKind
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.phrases import listed
from tablebook.domain.values import PassRef
from tablebook.reports.sheets import Hand, Masthead, PassLine

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

FORMS = {
    Form.AMEND: "Amend",
    Form.NEW: "New",
    Form.DELETE: "Delete",
    Form.CURRENT: "Current contract language",
    Form.CONCEPT: "Concept",
}
SIGNS = {
    Sign.GIST: "Gist",
    Sign.QUESTION: "Question",
    Sign.ANSWER: "Answer",
    Sign.EXACT: "Exact words",
    Sign.PROMISE: "Promise",
    Sign.WHAT_IF: "What-if",
}
PARTIES = {
    Party.UNION: "Union",
    Party.EMPLOYER: "Employer",
    Party.JOINT: "Joint",
    Party.MEDIATOR: "Mediator",
    Party.NEUTRAL: "Neutral",
}
KINDS = {
    PassKind.PROPOSAL: "Proposal",
    PassKind.COUNTER: "Proposal",
    PassKind.PACKAGE: "Package",
    PassKind.FINAL: "Last, best and final offer",
    PassKind.CURRENT: "Proposal",
    PassKind.REJECT: "Answer",
    PassKind.CONCEPT: "Concept",
}
CHANNELS = {
    Channel.TABLE: "at the table",
    Channel.EMAIL: "by e-mail",
    Channel.PHONE: "by phone",
    Channel.MEDIATOR: "through the mediator",
    Channel.SIDEBAR: "in a sidebar",
}
SIGNED = {SignedHow.SHEET: "on paper", SignedHow.INITIALS: "by initials", SignedHow.EMAIL: "by e-mail"}


def long_date(moment: date) -> str:
    """ "Tuesday 9 March 2027"."""
    return f"{_DAYS[moment.weekday()]} {day(moment)}"


def day(moment: date) -> str:
    """ "9 March 2027"."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def short_day(moment: date) -> str:
    """ "9 Mar 2027"."""
    return f"{moment.day} {_MONTHS[moment.month - 1][:3]} {moment.year}"


def clock(moment: datetime) -> str:
    """ "15:10"."""
    return f"{moment:%H:%M}"


def day_or_words(text: str) -> str:
    """An ISO date as a day; any other words as they were typed."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def moment_or_words(text: str) -> str:
    """An ISO time as "9 Mar 2027, 16:30"; any other words as they were typed."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{short_day(moment)}, {clock(moment)}"


def counted(number: int, one: str, many: str) -> str:
    """ "1 article", "3 articles"."""
    return f"{number} {one if number == 1 else many}"


def short_name(state: Negotiation, party: Party) -> str:
    """A party's short name on paper: "Association" for the Lakeview Education Association, "District", "Board"."""
    name = state.party_name(party)
    for word in (
        "Association",
        "Federation",
        "Union",
        "Local",
        "Board",
        "District",
        "County",
        "City",
        "College",
        "University",
    ):
        if word.lower() in name.lower().split():
            return word
    return PARTIES[party]


def masthead(state: Negotiation) -> Masthead:
    """The parties and what they bargain about."""
    made = state.made
    if made is None:
        return Masthead("", "")
    agreement = f"{made.term} {made.kind} agreement".strip()
    return Masthead(
        made.union,
        made.employer,
        short_name(state, Party.UNION),
        short_name(state, Party.EMPLOYER),
        agreement[:1].upper() + agreement[1:],
        fictional=made.fictional,
    )


def places_words(state: Negotiation, key: str, places: Sequence[str]) -> str:
    """ "sections 12.1 and 12.2", "all sections", "section 23.4, Appendix A"."""
    item = state.items.get(key)
    sections = [one.number for one in item.article.sections] if item else []
    own = [place for place in places if place and not state.carried_unit(key, place)]
    units = [unit.article.name for place in places if (unit := state.carried_unit(key, place))]
    if not own or (sections and set(sections) <= set(own)):
        words = "all sections" if sections and (not places or own or "" in places) else ""
    else:
        words = f"section{'s' if len(own) > 1 else ''} {listed(own)}"
    return ", ".join(part for part in (words, *units) if part)


def heading(state: Negotiation, key: str, places: Sequence[str] = ()) -> str:
    """ "Article 12, Class Size and Caseload, sections 12.1 and 12.2"."""
    item = state.items.get(key)
    name = item.article.name if item else key
    title = item.article.title if item and item.article.title != name else ""
    where = places_words(state, key, places) if places else ""
    return ", ".join(part for part in (name, title, where) if part)


def number_of(state: Negotiation, key: str) -> str:
    """What stands in the column of numbers: "12", "Appendix A", for a new unit that has none yet "New", and for another
    unit without a number its name."""
    item = state.items.get(key)
    if item and key == f"New: {item.article.title}":
        return "New"
    if item is None or (item.new and item.article.kind is not UnitKind.ARTICLE):
        return key
    return item.article.number if item.article.kind is UnitKind.ARTICLE else item.article.name


def pass_line(one: Pass, current: bool = False) -> PassLine:
    """ "U-3 9 Mar 13:24" in the stack of passes."""
    month = _MONTHS[one.at.month - 1][:3]
    return PassLine(f"{one.body.label} {one.at.day} {month} {clock(one.at)}", current)


def refs_words(state: Negotiation, key: str, refs: Sequence[PassRef]) -> str:
    """ "E-3, 9 Mar 2027, 14:31" for each pass answered; a label on another article says which. Both sides may use one
    label: the party tells whose is meant."""
    said = []
    for ref in refs:
        article, label = ref.article, ref.label
        found = state.named(ref)
        when = f", {short_day(found.at)}, {clock(found.at)}" if found else ""
        where = (
            f" on {state.items[article].article.name}" if article not in ("", key) and article in state.items else ""
        )
        said.append(f"{label}{where}{when}")
    return "; ".join(said)


def surname(name: str) -> str:
    """The name a speaker goes by in minutes: the last word of it."""
    return name.split()[-1] if name.split() else ""


def hands(state: Negotiation, keys: Iterable[str]) -> tuple[Hand, ...]:
    """When each pass on these articles was handed over, and each TA made: whose marks are from when."""
    found = [Hand(one.body.party, one.body.label, one.at) for key in keys for one in state.passes_on(key)]
    return (*found, *(Hand(Party.JOINT, label, one.at) for label, one in state.agreements.items()))
