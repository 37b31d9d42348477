"""The sheets of a vote: the tally sheet, and the record of ratification from the question to the signing."""

from __future__ import annotations

from datetime import datetime

from tablebook.domain.codes import BoardOutcome, Fate, Party, Ratifier, RollCall, VoteMethod, VoteOutcome
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.ratification import Vote
from tablebook.domain.record import EntryId
from tablebook.domain.text import short_code
from tablebook.domain.values import Signature
from tablebook.domain.vote_count import Count, count, quorum_of, result, roll_call_count, tallies, threshold_words
from tablebook.domain.voting import BallotsChallenged, ChallengeSettled, SentBack, TallyEntered
from tablebook.jobs.sheets.closing import closing_agreement, closing_words
from tablebook.jobs.sheets.wording import (
    SIGNED,
    clock,
    counted,
    day,
    day_or_words,
    masthead,
    moment_or_words,
    short_name,
)
from tablebook.reports.sheets import SignatureSide, Signed
from tablebook.reports.vote_sheets import FigureRow, FigureTable, TallySheet, VoteFact, VoteRecord, VoteRecordSheet

HEADS = ("Place", "Issued", "Cast", "Yes", "No", "Abstain", "Void", "Set aside")
BODIES = {Ratifier.MEMBERS: "members of the union", Ratifier.UNIT: "all in the unit", Ratifier.BOARD: "the board"}
METHODS = {VoteMethod.IN_PERSON: "in person", VoteMethod.MAIL: "by mail", VoteMethod.ONLINE: "online elsewhere"}
OUTCOMES = {
    VoteOutcome.RATIFIED: "Ratified",
    VoteOutcome.VOTED_DOWN: "Voted down",
    VoteOutcome.NO_QUORUM: "No quorum",
    BoardOutcome.APPROVED: "Approved",
    BoardOutcome.REFUSED: "Not approved",
    BoardOutcome.CHANGED: "Approved in other words than were agreed",
}
ANSWERS = {
    RollCall.YES: "Yes",
    RollCall.NO: "No",
    RollCall.ABSTAIN: "Abstains",
    RollCall.RECUSED: "Recused",
    RollCall.ABSENT: "Absent",
}


def tally_sheet(state: Negotiation, vote: Vote, made: datetime, fingerprint: str) -> TallySheet:
    """The sheet to count on, or with the count as it was entered."""
    tellers = tuple(dict.fromkeys(name for one in tallies(vote).values() for name in one.tellers))
    return TallySheet(
        masthead(state), f"Tally sheet, {vote.body.vote}", f"“{vote.body.question}”",
        (*_setting(vote), VoteFact("Threshold", _threshold(vote)), VoteFact("Quorum", _quorum(vote))),
        _table(vote), (*_notes(vote), _adds_up()), tellers, made, short_code(fingerprint),
    )  # fmt: skip


def _adds_up() -> str:
    return "Yes, no, abstain and void come to the ballots cast. Challenged ballots are set aside unopened and not cast."


def vote_record_sheet(state: Negotiation, made: datetime, fingerprint: str) -> VoteRecordSheet:
    """Every vote that was set up, in order, with what became of it, and the signing."""
    now = state.ratification
    bodies = _upper(listed([BODIES[one] for one in now.bodies]) or "nobody: it binds when it is signed")
    left = state.settled.left if state.settled else ()
    rows = (
        VoteFact("Ratify", f"{bodies}{f' ({now.words})' if now.words else ''}"),
        VoteFact("Total TA", state.settled.words if state.settled else ""),
        VoteFact("Closed in it", listed([_unit(state, key) for key in left])),
        *(VoteFact("Sent back", _sent_back(state, entry, one)) for entry, one in now.sent_back),
    )
    return VoteRecordSheet(
        masthead(state), "Record of ratification", rows,
        tuple(_record(state, vote) for vote in now.votes.values()), made, short_code(fingerprint),
        _leftovers(state), _executed(state), _signatures(state),
    )  # fmt: skip


_FATES = ((Fate.STANDS, "Stand"), (Fate.REOPENS, "Reopened"), (Fate.FALLS, "Fell"))


def _sent_back(state: Negotiation, entry: EntryId, body: SentBack) -> str:
    """When and why it went back, by which rule, and what became of each TA."""
    at = state.entries[entry].at
    said = [f"{body.vote}, on {day(at)}, {clock(at)}: {body.reason.rstrip('.')}."]
    if body.rule:
        said.append(f"The rule: “{body.rule}”.")
    for fate, word in _FATES:
        ended = [f"{one.agreement}{f' ({one.reason})' if one.reason else ''}" for one in body.fates if one.fate is fate]
        if ended:
            said.append(f"{word}: {listed(ended)}.")
    if body.by:
        said.append(f"Recorded by {body.by}.")
    return " ".join(said)


def _leftovers(state: Negotiation) -> str:
    """The signed line about what was left, where the total TA stands on a TA of its own."""
    closing = closing_agreement(state)
    words = closing_words(state, closing) if closing else ""
    return f"{closing.body.label}: {words}" if closing and words else ""


def _record(state: Negotiation, vote: Vote) -> VoteRecord:
    earlier = vote.turn < state.ratification.turn
    if earlier and not (tallies(vote) or vote.decided):
        return VoteRecord(
            vote.body.vote, vote.body.question, (), FigureTable(HEADS, ()), "", "", "", (),
            "It was set up, and the agreement went back to the table before it was held.",
        )  # fmt: skip
    standing = "Held before the agreement went back to the table." if earlier else ""
    if vote.body.practice:
        standing = "A practice count: it decides nothing."
    elif vote.since:
        standing = "The count was corrected after it was certified: it has to be certified again."
    if vote.board is not None:
        return _board_record(state, vote, standing)
    begun = bool(tallies(vote))
    found = result(vote.body, count(vote)) if begun else None
    done = vote.certified if vote.certified and not vote.since else None
    when = f"{day(vote.certified_at)}, {clock(vote.certified_at)}" if vote.certified_at else ""
    certificate = f"{_certified_by(done.by)} on {when}.{f' {done.note}' if done.note else ''}" if done else ""
    return VoteRecord(
        vote.body.vote, vote.body.question,
        (*_setting(vote), VoteFact("Threshold", _threshold(vote)), VoteFact("Quorum", _quorum(vote)),
         VoteFact("Tellers", listed(list(dict.fromkeys(n for one in tallies(vote).values() for n in one.tellers))))),
        _table(vote) if begun else FigureTable(HEADS, ()),
        (OUTCOMES[found.outcome] if done else "Count so far, not certified") if found else "Not counted yet",
        found.rule if found else "", certificate, _notes(vote), standing,
    )  # fmt: skip


def _certified_by(name: str) -> str:
    """Who certified it; an office behind the name stands between two commas."""
    return f"Certified by {name}{',' if ',' in name else ''}"


def _unit(state: Negotiation, key: str) -> str:
    item = state.items.get(key)
    return item.article.name if item else key


def _board_record(state: Negotiation, vote: Vote, standing: str) -> VoteRecord:
    said = vote.board
    assert said is not None
    answers = roll_call_count(vote.body, said.roll_call)
    rows = tuple(FigureRow(one.name, (ANSWERS[one.answer],)) for one in said.roll_call)
    total = FigureRow("All", (f"{answers.yes} yes, {answers.no} no",))
    when = f"{day(vote.certified_at)}" if vote.certified_at else ""
    by = f", recorded by {said.recorded_by}" if said.recorded_by else ""
    return VoteRecord(
        vote.body.vote, said.motion,
        tuple(fact for fact in (
            VoteFact("Board", state.party_name(Party.EMPLOYER)), VoteFact("Meeting", when),
            VoteFact("Moved by", said.moved_by), VoteFact("Seconded by", said.seconded_by),
            VoteFact("Threshold", _threshold(vote)), VoteFact("Packet", _packet(vote)),
        )),
        FigureTable(("Member of the board", "Roll call"), rows, total), OUTCOMES[said.result], said.rule,
        f"Roll call of {when}{by}.", (f"In the board’s words: {said.changes}",) if said.changes else (), standing,
    )  # fmt: skip


def _setting(vote: Vote) -> tuple[VoteFact, ...]:
    body = vote.body
    how = body.method_words or listed([METHODS[one] for one in body.method])
    notice = vote.notices[-1] if vote.notices else None
    given = f"given {day_or_words(notice.day)}{f', {notice.how}' if notice.how else ''}" if notice else "not given yet"
    due = f"due {day_or_words(body.notice_due)}, " if body.notice_due else ""
    hours = " to ".join(moment_or_words(one) for one in (body.opens, body.closes) if one)
    return (
        VoteFact("Who may vote", _upper(f"{BODIES[body.body]}, {body.eligible} on the list")),
        VoteFact("Notice", _upper(f"{due}{given}")),
        VoteFact("Open", hours),
        VoteFact("Method", _upper(how)),
        VoteFact("Packet", _packet(vote)),
        VoteFact("Recommends", body.recommendation),
    )


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _packet(vote: Vote) -> str:
    return f"Version {vote.body.packet}" if vote.body.packet else ""


def _threshold(vote: Vote) -> str:
    said = threshold_words(vote.body.threshold, vote.body.body is Ratifier.BOARD)
    return _upper(said) + _in_own_words(said, vote.body.threshold.words)


def _quorum(vote: Vote) -> str:
    needed = quorum_of(vote.body.quorum, vote.body.eligible)
    one, many = ("member", "members") if vote.body.body is Ratifier.BOARD else ("ballot", "ballots")
    said = counted(needed, one, many)
    return said + _in_own_words(said, vote.body.quorum.words) if needed else "None"


def _in_own_words(said: str, own: str) -> str:
    """The local's own words for a rule, in brackets; none where they are the same but for "a" and "the"."""
    bare, ours = ([word for word in text.lower().split() if word not in ("a", "an", "the")] for text in (said, own))
    return f" (“{own}”)" if ours and ours != bare else ""


def _table(vote: Vote) -> FigureTable:
    held = tallies(vote)
    places = vote.body.places or tuple(held) or ("",)
    rows = tuple(FigureRow(place or "All", _figures(held.get(place))) for place in places)
    whole = count(vote)
    total = FigureRow("All places", _all(whole)) if len(rows) > 1 and held else None
    if len(rows) > 1 and not held:
        total = FigureRow("All places", ("",) * (len(HEADS) - 1))
    return FigureTable(HEADS, rows, total)


def _figures(one: TallyEntered | None) -> tuple[str, ...]:
    if one is None:
        return ("",) * (len(HEADS) - 1)
    return tuple(map(str, (one.issued, one.cast, one.yes, one.no, one.abstain, one.void, one.challenged)))


def _all(c: Count) -> tuple[str, ...]:
    return tuple(map(str, (c.issued, c.cast, c.yes, c.no, c.abstain, c.void, c.challenged)))


def _notes(vote: Vote) -> tuple[str, ...]:
    """Challenges and corrected counts, in order: how many and why."""
    found = []
    for one in vote.counting:
        where = f"{one.place}: " if one.place else ""
        if isinstance(one, BallotsChallenged):
            found.append(f"{where}{one.count} challenged and set aside. {one.reason}")
        elif isinstance(one, ChallengeSettled):
            found.append(f"{where}of those challenged {one.counted} count, {one.not_counted} do not. {one.reason}")
        elif one.reason:
            found.append(f"{where}counted again. {one.reason}")
    return tuple(found)


def _executed(state: Negotiation) -> str:
    signed = state.ratification.executed
    if signed is None:
        return ""
    files = [f"{one.name} ({short_code(one.digest)})" for one in signed.scans]
    said = [f"The agreement was signed on {day_or_words(signed.body.day)}."]
    if signed.body.effective:
        said.append(f"It takes effect on {day_or_words(signed.body.effective)}.")
    said.append(f"The signed copy is kept: {listed(files)}." if files else "No signed copy is kept yet.")
    return " ".join([*said, signed.body.note]).strip()


def _signatures(state: Negotiation) -> tuple[SignatureSide, ...]:
    signed = state.ratification.executed
    if signed is None:
        return ()
    return tuple(
        SignatureSide(
            party, f"For the {short_name(state, party)}", tuple(_one(s) for s in signed.signatures if s.party is party)
        )
        for party in (Party.UNION, Party.EMPLOYER)
    )


def _one(one: Signature) -> Signed:
    when = datetime.fromisoformat(one.at) if one.at else None
    return Signed(one.name, one.title, day(when) if when else "", "", SIGNED[one.how])  # only its day is asked for
