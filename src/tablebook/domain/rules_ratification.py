"""The rules of ratification: what may be recorded next about votes, the board, the signing and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from tablebook.domain import record as r
from tablebook.domain import vote_count
from tablebook.domain.codes import Ratifier
from tablebook.domain.language import agreements_in_force
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.not_yet_text import open_texts, unclear_texts
from tablebook.domain.packets import read_otherwise, reworded_since
from tablebook.domain.phrases import listed
from tablebook.domain.positions import unresolved
from tablebook.domain.ratification import Vote
from tablebook.domain.refusal import Found, Refusal
from tablebook.domain.successor import Successor, assemble

BODIES = {Ratifier.MEMBERS: "the members", Ratifier.UNIT: "the whole unit", Ratifier.BOARD: "the board"}

LONGEST_LIST, LONGEST_QUESTION, LONGEST_PLACE = 1_000_000, 1_000, 100

CHANGES_THE_TEXT: tuple[type, ...] = (
    r.TextPassed, r.PackageOffered, r.Agreed, r.AgreementReopened, r.AllAgreed, r.ResultConfirmed, r.BlankAnswered,
    r.ConformingAgreed, r.ClashSettled,
)  # fmt: skip
"""Kinds that bargain on, or make the agreement read otherwise: none of them once it is signed."""


def after_the_signing(state: Negotiation, kind: type) -> tuple[Refusal, ...]:
    """What was ratified is what was signed: its text stays."""
    if state.ratification.executed is None or kind not in CHANGES_THE_TEXT:
        return ()
    why = "What was ratified is what was signed; its text stays."
    return (Refusal("executed", "The agreement is signed already.", why, "Make a new book from the signed agreement."),)


def _ratifiers(state: Negotiation, body: r.RatifiersSet) -> Found:
    if len(set(body.bodies)) != len(body.bodies):
        yield Refusal("twice", "One of them stands there twice.")
    if state.ratification.executed is not None:
        yield Refusal("executed", "The agreement is signed already.", "Who ratified it can no longer change.")


def _vote_set(state: Negotiation, body: r.VoteSet) -> Found:
    now = state.ratification
    if not body.vote.strip() or not body.question.strip():
        yield Refusal("no-question", "The vote needs a name and a question.", todo="Type the question as it is asked.")
    if body.body not in now.bodies and not body.practice:
        yield Refusal(
            "not-a-ratifier", f"It is not for {BODIES[body.body]} to ratify here.", todo="Set who ratifies first."
        )
    if body.eligible < 1:
        yield Refusal("no-eligible", "Nobody may vote in this.", todo="Count the list of those who may vote.")
    if body.eligible > LONGEST_LIST:
        yield Refusal("list-too-long", f"{body.eligible} may vote: no list is that long.", todo="Count the list again.")
    yield from _length_of(body)
    yield from _rule_of(body)
    yield from _times_of(body)
    if len(set(body.places)) != len(body.places):
        yield Refusal("place-twice", "A place stands there twice.")
    if body.packet and body.packet not in now.packets:
        yield Refusal("no-such-packet", f"There is no packet {body.packet}.", todo="Make the packet first.")
    yield from _set_again(state, body)


def _length_of(body: r.VoteSet) -> Found:
    """The question and the places stand on a ballot, a tally sheet and a notice."""
    if len(body.question) > LONGEST_QUESTION:
        yield Refusal(
            "too-long", f"The question has {len(body.question)} letters.", f"A ballot has room for {LONGEST_QUESTION}."
        )
    for place in body.places:
        if len(place) > LONGEST_PLACE:
            yield Refusal(
                "too-long",
                f"The place “{place[:30]} …” has {len(place)} letters.",
                f"Names have {LONGEST_PLACE} at most.",
            )


def _set_again(state: Negotiation, body: r.VoteSet) -> Found:
    now = state.ratification
    if now.executed is not None:
        yield Refusal("executed", "The agreement is signed already.", "There is nothing left to vote on.")
    known = now.votes.get(body.vote)
    if known is not None and (known.turn != now.turn or known.counting or known.certified or known.board):
        yield Refusal(
            "vote-taken",
            f"{body.vote} is counted already.",
            "Its question and rule stand as they were when it was held.",
            "Set up another vote under its own name.",
        )


def _rule_of(body: r.VoteSet) -> Found:
    if body.threshold.whole < 1 or not 0 <= body.threshold.part <= body.threshold.whole:
        yield Refusal("no-threshold", "The threshold is no share.", todo="Give it as a part of a whole: 2 of 3.")
    elif body.threshold.part == 0 and body.threshold.at_least:
        yield Refusal("no-threshold", "At least none is no threshold.", todo="Give it as a part of a whole: 2 of 3.")
    elif body.threshold.part == body.threshold.whole and not body.threshold.at_least:
        yield Refusal("no-threshold", "More than all cannot say yes.", todo="Ask for at least all of them.")
    if body.quorum.whole < 1 or min(body.quorum.part, body.quorum.number) < 0:
        yield Refusal("no-quorum-rule", "The quorum is no share.", todo="Give a number, or a part of a whole.")
    elif vote_count.quorum_of(body.quorum, body.eligible) > body.eligible:
        yield Refusal("no-quorum-rule", "The quorum is larger than the list of those who may vote.")


def _times_of(body: r.VoteSet) -> Found:
    times = [moment(one) for one in (body.opens, body.closes)]
    if any(text and not when for text, when in zip((body.opens, body.closes), times, strict=True)):
        yield Refusal("no-time", "Opening and closing are times.", todo="Write them as 2027-04-24T07:00-06:00.")
    elif times[0] and times[1] and times[1] <= times[0]:
        yield Refusal("closes-first", "The vote closes before it opens.")
    if body.notice_due and not _day(body.notice_due):
        yield Refusal("no-date", "The day the notice is due is no date.", todo="Write it as 2027-04-19.")
    elif body.notice_due and times[0] and body.notice_due > times[0].date().isoformat():
        yield Refusal("notice-after", "The notice is due after the vote opens.", "Members are told before they vote.")


def moment(text: str) -> datetime | None:
    """An ISO time with its offset; None for anything else."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.utcoffset() is not None else None


def _day(text: str) -> date | None:
    """A date in the one way that dates are written here: so that two of them can be compared as they stand."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.isoformat() == text else None


def _held(state: Negotiation, name: str, board: bool = False) -> tuple[Vote | None, tuple[Refusal, ...]]:
    """The vote of this name where it can still be acted on, or why not."""
    vote = state.ratification.votes.get(name)
    if vote is None:
        return None, (Refusal("no-such-vote", f"There is no vote named {name}.", todo="Set up the vote first."),)
    if state.ratification.executed is not None and not vote.body.practice:
        why = "What its votes decided stays as it is."
        return None, (Refusal("executed", "The agreement is signed already.", why),)
    if vote.turn != state.ratification.turn:
        what, why = f"{name} was held before the agreement went back to the table.", "What it decided stays as it is."
        return None, (Refusal("earlier-vote", what, why, "Set up another vote under its own name."),)
    if (vote.body.body is Ratifier.BOARD) is not board:
        what = f"{name} is a vote by ballots." if board else f"{name} is the board’s: it votes by roll call."
        return None, (Refusal("other-way", what),)
    return vote, ()


def _notice(state: Negotiation, body: r.NoticeGiven) -> Found:
    if body.vote not in state.ratification.votes:
        yield Refusal("no-such-vote", f"There is no vote named {body.vote}.", todo="Set up the vote first.")
    if not _day(body.day):
        yield Refusal("no-date", "The notice needs its date.", todo="Write it as 2027-04-19.")


def _tally(state: Negotiation, body: r.TallyEntered) -> Found:
    vote, why = _held(state, body.vote)
    yield from why
    if vote is None:
        return
    yield from _figures(body)
    held = vote_count.tallies(vote)
    if vote.body.places and body.place not in vote.body.places:
        yield _no_place(vote.body, body.place)
    elif not vote.body.places and held and ("" in held) is not (body.place == ""):
        yield Refusal(
            "whole-and-places", "A whole vote and its places cannot both be counted.", "It would count twice."
        )
    issued = body.issued + sum(one.issued for place, one in held.items() if place != body.place)
    if issued > vote.body.eligible:
        yield Refusal(
            "more-than-eligible", f"{issued} ballots were issued; {vote.body.eligible} may vote.",
            "No more can be issued than there are on the list.", "Look at the figures, or correct the list.",
        )  # fmt: skip
    if (body.place in held or vote.certified is not None) and not body.reason.strip():
        when = "The vote is certified." if vote.certified else f"{body.place or 'The vote'} is counted already."
        yield Refusal("no-reason", when, "Only a correction with its reason is taken.", "Say why it was counted again.")


def _no_place(vote: r.VoteSet, place: str) -> Refusal:
    what = (
        f"{place} is none of this vote’s places." if place else "The vote is counted by its places, and none is named."
    )
    many = len(vote.places) > 1
    return Refusal(
        "no-such-place", what, f"{'They are' if many else 'It is'} {', '.join(vote.places)}.", "Name the place."
    )


def _figures(body: r.TallyEntered) -> Found:
    figures = (body.issued, body.cast, body.yes, body.no, body.abstain, body.void, body.challenged)
    if min(figures) < 0:
        yield Refusal("below-nothing", "A count is not below nothing.")
    said = body.yes + body.no + body.abstain + body.void
    if said != body.cast:
        yield Refusal(
            "does-not-add-up", f"Yes, no, abstain and void come to {said}; {body.cast} were cast.",
            "They must come to the ballots cast.", "Count again, or correct the figure that was mistyped.",
        )  # fmt: skip
    if body.cast + body.challenged > body.issued:
        yield Refusal(
            "more-than-issued", f"{body.cast + body.challenged} ballots came back; {body.issued} were issued.",
            "No more can come back than were issued.", "Look for a mistyped figure.",
        )  # fmt: skip


def _challenged(state: Negotiation, body: r.BallotsChallenged) -> Found:
    vote, why = _held(state, body.vote)
    yield from why
    if body.count < 1 or not body.reason.strip():
        yield Refusal("incomplete", "A challenge needs how many ballots, and why.", todo="Never write whose they are.")
    if vote is not None:
        yield from _still_counted(vote)
        if vote.body.places and body.place not in vote.body.places:
            yield _no_place(vote.body, body.place)
        if body.count > vote.body.eligible:
            yield Refusal(
                "more-than-eligible", f"{body.count} ballots were challenged; {vote.body.eligible} may vote.",
                "No more can be challenged than were cast.", "Look for a mistyped figure.",
            )  # fmt: skip


def _still_counted(vote: Vote) -> Found:
    if vote.certified is not None and not vote.since:
        yield Refusal("certified", f"{vote.body.vote} is certified.", "Only a corrected count is taken after that.")


def _challenge_settled(state: Negotiation, body: r.ChallengeSettled) -> Found:
    vote, why = _held(state, body.vote)
    yield from why
    if not body.reason.strip():
        yield Refusal("no-reason", "A decision on challenged ballots needs its reason.")
    if vote is not None:
        yield from _still_counted(vote)
        left = vote_count.open_challenges(vote, body.place)
        if min(body.counted, body.not_counted) < 0 or not 0 < body.counted + body.not_counted <= left:
            yield Refusal("not-that-many", f"Challenged and undecided there: {left}.", todo="Decide on some of these.")


def _certified(state: Negotiation, body: r.VoteCertified) -> Found:
    vote, why = _held(state, body.vote)
    yield from why
    if vote is None:
        return
    if vote.body.practice:
        yield Refusal("practice", f"{body.vote} is a practice count.", "It decides nothing and is not certified.")
    if vote.certified is not None and not vote.since:
        yield Refusal("certified", f"{body.vote} is certified already.")
    if not body.by.strip():
        yield Refusal("no-name", "A result is certified by somebody.", todo="Type the name and the office.")
    yield from _can_be_certified(state, vote, body)


def _can_be_certified(state: Negotiation, vote: Vote, body: r.VoteCertified) -> Found:
    counted = vote_count.count(vote)
    if not vote_count.tallies(vote) or counted.missing:
        left = ", ".join(counted.missing) or "the vote"
        yield Refusal("not-counted", f"Not counted yet: {left}.", todo="Enter the tally first.")
        return
    if counted.to_mix:
        yield Refusal(
            "to-mix", "Challenged ballots that count are not in any count yet.",
            "They are mixed in with the others, so that nobody can tell them apart.", "Count that place again.",
        )  # fmt: skip
    if vote_count.challenges_matter(vote.body, counted):
        yield Refusal(
            "challenges-matter", f"Challenged ballots ({counted.challenged}) could change the result.",
            "They are decided on before it is certified.", "Say how many count and how many do not, and why.",
        )  # fmt: skip
    found = vote_count.result(vote.body, counted)
    if body.result is not found.outcome or not body.rule.strip():
        yield Refusal("other-result", "That is not what the count decides.", found.rule)
    yield from _settled_first(state, assemble(state))
    yield from _as_voted_on(state, [vote])


def _settled_first(state: Negotiation, built: Successor) -> Found:
    if left := unresolved(state):
        names = ", ".join(state.named_unit(key) for key in left)
        yield Refusal("unresolved", f"Not everything is settled: {names}.", "Nothing unsettled can be ratified.")
    if unclear := list(unclear_texts(state, built)):
        yield Refusal(
            "unclear", f"It is not known what the agreement says. {unclear[0]}", "Nobody can ratify such a text.",
            "Settle it at “Before the vote”, and vote on a packet that has the text.",
        )  # fmt: skip


def _as_voted_on(state: Negotiation, votes: Sequence[Vote]) -> Found:
    """Only days may be put into its blanks after a packet was voted on."""
    packets = state.ratification.packets
    for number in dict.fromkeys(vote.body.packet for vote in votes if vote.body.packet in packets):
        if changed := reworded_since(state, packets[number][1]):
            yield Refusal(
                "reworded", read_otherwise(changed, number),
                "What is ratified is the text that was voted on.", "Make a new packet and vote again.",
            )  # fmt: skip


def _board(state: Negotiation, body: r.BoardVoted) -> Found:
    vote, why = _held(state, body.vote, board=True)
    yield from why
    if vote is None:
        return
    if vote.board is not None:
        yield Refusal("certified", f"{body.vote} is recorded already.")
    names = [one.name.strip().casefold() for one in body.roll_call]
    if not names or not all(names) or len(set(names)) != len(names):
        yield Refusal("roll-call", "A roll call names each member of the board once.")
    if len(names) > vote.body.eligible:
        yield Refusal("more-than-eligible", f"{len(names)} answered; the board has {vote.body.eligible} members.")
    if vote_count.board_lacks_quorum(vote.body, body):
        counted = vote_count.result(vote.body, vote_count.roll_call_count(vote.body, body.roll_call))
        yield Refusal(
            "no-quorum", counted.rule, "Without its quorum a board cannot vote.", "Record the meeting that had one."
        )
    outcome, rule = vote_count.board_result(vote.body, body)
    if body.result is not outcome:
        yield Refusal("other-result", "That is not what the roll call decides.", rule)
    if not vote.body.practice:
        yield from _settled_first(state, assemble(state))


def _executed(state: Negotiation, body: r.Executed) -> Found:
    now = state.ratification
    if now.executed is not None:
        yield Refusal("executed", "The agreement is signed already.", todo="Attach the signed copy to it instead.")
    if not _day(body.day):
        yield Refusal("no-date", "The signing needs its date.", todo="Write it as 2027-05-06.")
    if not body.signatures:
        yield Refusal("no-signature", "Nobody signed it.", todo="Say who signed for whom.")
    if now.missing:
        left = listed([BODIES[one] for one in now.missing])
        yield Refusal(
            "no-vote", f"There is no vote of {left} that carries it.",
            "No text is ratified without the record of a vote.", "Record the vote first, or set who ratifies.",
        )  # fmt: skip
    built = assemble(state)
    yield from _settled_first(state, built)
    if still_open := list(open_texts(state, built)):
        yield Refusal(
            "open-words", f"The text is not complete. {still_open[0]}", "A blank cannot be signed.",
            "Answer it at “Before the vote”.",
        )  # fmt: skip
    yield from _as_voted_on(state, [vote for one in now.bodies if (vote := now.carried_by(one)) is not None])
    covered = now.covered
    late = [
        one.body.label for one in agreements_in_force(state) if covered is not None and one.body.label not in covered
    ]
    if late:
        yield Refusal(
            "not-voted-on", f"Not voted on: {', '.join(late)}.", "It was agreed after the vote, or was not in it."
        )


def _sent_back(state: Negotiation, body: r.SentBack) -> Found:
    now = state.ratification
    vote = now.votes.get(body.vote)
    if vote is None or vote.turn != now.turn or not vote.decided or vote.carried or vote.body.practice:
        yield Refusal("not-failed", f"{body.vote or 'No vote'} did not fail.", "Only what was not carried goes back.")
    if now.executed is not None:
        yield Refusal("executed", "The agreement is signed already.")
    if not body.reason.strip():
        yield Refusal("no-reason", "Going back to the table needs its reason.", todo="Say what stood in the way.")
    held = {one.body.label for one in agreements_in_force(state)}
    named = [one.agreement for one in body.fates]
    if len(set(named)) != len(named):
        yield Refusal("twice", "A TA stands there twice.")
    if other := [one for one in named if one not in held]:
        yield Refusal("not-in-force", f"Not in force: {', '.join(other)}.")
    if left := [one for one in held if one not in named]:
        said = ", ".join(sorted(left))
        yield Refusal("no-fate", f"Say what becomes of {said}.", "Each TA stands, reopens or falls.")


CHECKS: dict[type, Callable[[Negotiation, Any], Found]] = {
    r.RatifiersSet: _ratifiers,
    r.VoteSet: _vote_set,
    r.NoticeGiven: _notice,
    r.TallyEntered: _tally,
    r.BallotsChallenged: _challenged,
    r.ChallengeSettled: _challenge_settled,
    r.VoteCertified: _certified,
    r.BoardVoted: _board,
    r.Executed: _executed,
    r.SentBack: _sent_back,
}
