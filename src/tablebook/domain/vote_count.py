"""The count of a vote put together, and what it decides under the local's own rule, in words with the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.codes import BoardOutcome, CountedFrom, Ratifier, RollCall, VoteOutcome
from tablebook.domain.dataclass import dataclass
from tablebook.domain.phrases import listed
from tablebook.domain.ratification import Vote
from tablebook.domain.vote_words import says_share
from tablebook.domain.voting import (
    BallotsChallenged,
    BoardVoted,
    ChallengeSettled,
    Quorum,
    RollCallAnswer,
    TallyEntered,
    Threshold,
    VoteSet,
)

SHARES = {(1, 2): "half", (2, 3): "two thirds", (3, 4): "three quarters", (3, 5): "three fifths", (4, 5): "four fifths"}
BALLOTS = {
    CountedFrom.CAST: "of the ballots cast",
    CountedFrom.VALID: "of the valid ballots, abstentions among them",
    CountedFrom.DECIDED: "of the ballots for yes or no",
    CountedFrom.ELIGIBLE: "of all who may vote",
}
SEATS = {
    CountedFrom.CAST: "of the members present",
    CountedFrom.VALID: "of the members present who may vote on it",
    CountedFrom.DECIDED: "of the members who vote yes or no",
    CountedFrom.ELIGIBLE: "of all members of the board",
}


@dataclass(frozen=True, slots=True)
class Count:
    """A whole vote in figures. ``challenged`` are set aside and undecided; ``to_mix`` were decided to count, and their
    place was not counted again since; ``missing`` are the places without a count."""

    eligible: int
    issued: int = 0
    cast: int = 0
    yes: int = 0
    no: int = 0
    abstain: int = 0
    void: int = 0
    challenged: int = 0
    to_mix: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What a count decides: ``needed`` is how many yes it takes, ``quorum`` how many ballots (0: none is asked), and
    ``rule`` the sentences that say why."""

    outcome: VoteOutcome
    needed: int
    base: int
    quorum: int
    rule: str

    @property
    def carried(self) -> bool:
        """Whether the agreement was ratified."""
        return self.outcome is VoteOutcome.RATIFIED


def tallies(vote: Vote) -> dict[str, TallyEntered]:
    """The count of each place that holds: its latest."""
    return {one.place: one for one in vote.counting if isinstance(one, TallyEntered)}


def open_challenges(vote: Vote, place: str) -> int:
    """How many ballots of a place are set aside and undecided. What stands on the tally and what was noted of
    challenges are the same ballots."""
    noted = on_tally = decided = 0
    for one in vote.counting:
        if one.place != place:
            continue
        if isinstance(one, BallotsChallenged):
            noted += one.count
        elif isinstance(one, ChallengeSettled):
            decided += one.counted + one.not_counted
        else:  # a second count mends the first; after a decision it may list those already decided on, or not
            on_tally = max(on_tally, one.challenged) if decided else one.challenged
    return max(0, max(noted, on_tally) - decided)


def count(vote: Vote) -> Count:
    """All places together."""
    held = tallies(vote)
    places = dict.fromkeys((*vote.body.places, *(one.place for one in vote.counting)))
    return Count(
        vote.body.eligible,
        issued=sum(one.issued for one in held.values()),
        cast=sum(one.cast for one in held.values()),
        yes=sum(one.yes for one in held.values()),
        no=sum(one.no for one in held.values()),
        abstain=sum(one.abstain for one in held.values()),
        void=sum(one.void for one in held.values()),
        challenged=sum(open_challenges(vote, place) for place in places),
        to_mix=_to_mix(vote),
        missing=tuple(place for place in vote.body.places if place not in held),
    )


def _to_mix(vote: Vote) -> int:
    waiting: dict[str, int] = {}
    for one in vote.counting:
        if isinstance(one, ChallengeSettled):
            waiting[one.place] = waiting.get(one.place, 0) + one.counted
        elif isinstance(one, TallyEntered):
            waiting[one.place] = 0
    return sum(waiting.values())


def roll_call_count(body: VoteSet, answers: tuple[RollCallAnswer, ...]) -> Count:
    """A board's answers in figures: present are all but the absent; who is recused is present and says nothing."""
    said = [one.answer for one in answers]
    yes, no, abstain, out = (said.count(one) for one in (RollCall.YES, RollCall.NO, RollCall.ABSTAIN, RollCall.RECUSED))
    present = yes + no + abstain + out
    return Count(body.eligible, body.eligible, present, yes, no, abstain, out)


def needed_of(rule: Threshold, base: int) -> int:
    """The smallest number of yes that carries; never none."""
    share = rule.part * base
    least = -(-share // rule.whole) if rule.at_least else share // rule.whole + 1
    return max(1, least)


def quorum_of(rule: Quorum, eligible: int) -> int:
    """How many must vote; 0 where no quorum is asked."""
    share = rule.part * eligible
    return max(rule.number, share // rule.whole + 1 if rule.more and rule.part else -(-share // rule.whole))


def base_of(rule: Threshold, counted: Count) -> int:
    """What the share is a share of, in figures."""
    return {
        CountedFrom.CAST: counted.cast,
        CountedFrom.VALID: counted.yes + counted.no + counted.abstain,
        CountedFrom.DECIDED: counted.yes + counted.no,
        CountedFrom.ELIGIBLE: counted.eligible,
    }[rule.of]


def threshold_words(rule: Threshold, board: bool = False) -> str:
    """ "a majority of the ballots cast", "at least two thirds of all who may vote"."""
    share = SHARES.get((rule.part, rule.whole), f"{rule.part}/{rule.whole}")
    much = f"at least {share}" if rule.at_least else "a majority" if share == "half" else f"more than {share}"
    return f"{much} {(SEATS if board else BALLOTS)[rule.of]}"


def rule_words(rule: Threshold, board: bool = False) -> str:
    """The same in the constitution's own words, behind ours where those do not say how much it takes: "a majority of
    the ballots cast (“Article 7”)"."""
    said = threshold_words(rule, board)
    return rule.words.rstrip(".") if says_share(rule.words) else f"{said} (“{rule.words}”)" if rule.words else said


def result(body: VoteSet, counted: Count) -> Result:
    """What these figures decide under this vote's rule."""
    rule, board = body.threshold, body.body is Ratifier.BOARD
    base = base_of(rule, counted)
    needed, quorum = needed_of(rule, base), quorum_of(body.quorum, counted.eligible)
    what = "members" if board else "ballots"
    met = counted.cast >= quorum
    said = [_quorum_words(body.quorum, quorum, counted.cast, what, board)] if quorum else []
    so_far = _so_far(counted.missing)
    if not met:
        ending = so_far or "So the vote does not count."
        return Result(VoteOutcome.NO_QUORUM, needed, base, quorum, " ".join((*said, ending)))
    carried = counted.yes >= needed
    named = f" (“{rule.words}”)" if rule.words else ""
    said.append(f"It takes {threshold_words(rule, board)}{named}: {needed} of {base}. Yes: {counted.yes}.")
    if not carried and counted.yes == counted.no > 0 and not so_far:
        said.append("A tie does not carry.")
    said.append(so_far or _conclusion(carried, board))
    return Result(VoteOutcome.RATIFIED if carried else VoteOutcome.VOTED_DOWN, needed, base, quorum, " ".join(said))


def _quorum_words(rule: Quorum, quorum: int, cast: int, what: str, board: bool) -> str:
    named = f" (“{rule.words}”)" if rule.words else ""
    came = "present" if board else "cast"
    ending = "It is met" if cast >= quorum else "It is not met"
    asked = f"{quorum} {what.removesuffix('s') if quorum == 1 else what}"
    return f"The quorum is {asked}{named}; {cast} {'was' if cast == 1 else 'were'} {came}. {ending}."


def _so_far(missing: Sequence[str]) -> str:
    """What is said in place of a result while places are not counted."""
    if not missing:
        return ""
    return f"{listed(missing)} {'are' if len(missing) > 1 else 'is'} not counted yet, so nothing is decided."


def _conclusion(carried: bool, board: bool) -> str:
    if board:
        return "So the board approves." if carried else "So the board does not approve."
    return "So the agreement is ratified." if carried else "So the agreement is voted down."


def outcomes_of_challenges(body: VoteSet, counted: Count) -> frozenset[VoteOutcome]:
    """Every outcome that is possible, however the challenged ballots are decided and whatever is on them."""
    aside = counted.challenged
    ways = ((0, 0, 0), (aside, 0, 0), (0, aside, 0), (0, 0, aside))
    return frozenset(
        result(
            body,
            replace(
                counted, cast=counted.cast + yes + no + void, yes=counted.yes + yes, no=counted.no + no,
                void=counted.void + void,
            ),
        ).outcome
        for yes, no, void in ways
    )  # fmt: skip


def challenges_matter(body: VoteSet, counted: Count) -> bool:
    """Whether the challenged ballots could change what the count decides."""
    return counted.challenged > 0 and len(outcomes_of_challenges(body, counted)) > 1


def board_lacks_quorum(body: VoteSet, said: BoardVoted) -> bool:
    """Whether too few members of the board were present to vote at all."""
    return result(body, roll_call_count(body, said.roll_call)).outcome is VoteOutcome.NO_QUORUM


def board_result(body: VoteSet, said: BoardVoted) -> tuple[BoardOutcome, str]:
    """What a roll call decides, and the rule in words."""
    found = result(body, roll_call_count(body, said.roll_call))
    if not found.carried:
        return BoardOutcome.REFUSED, found.rule
    if not said.changes.strip():
        return BoardOutcome.APPROVED, found.rule
    ending = "So the board would approve other words than were agreed, which is no approval."
    return BoardOutcome.CHANGED, found.rule.replace(_conclusion(carried=True, board=True), ending)
