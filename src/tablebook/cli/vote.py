"""tablebook vote: who ratifies, the vote and its count, the board, the signing, and the way back to the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import code, existing, moment
from tablebook.domain.codes import CountedFrom, Fate, Party, Ratifier, RollCall, VoteMethod
from tablebook.domain.record import (
    BoardVoted,
    Quorum,
    RollCallAnswer,
    TallyEntered,
    Threshold,
    VoteCertified,
    VoteSet,
)
from tablebook.domain.values import Attachment, Signature
from tablebook.domain.vote_words import quorum_of_words, threshold_of_words
from tablebook.errors import UserError

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.jobs.changed import Changed

BookPath = Annotated[Path, typer.Argument(help="The book.", readable=False)]
At = Annotated[str | None, typer.Option(help="When it happened, as 2027-04-25T17:10.")]
Named = Annotated[str, typer.Option("--vote", help="The vote's name; without it the latest.")]
Place = Annotated[str, typer.Option(help="The place that is meant.")]
NOBODY = "nobody"
"""Named where no vote is needed."""
File = Annotated[Path | None, typer.Option(help="A file to keep with it, byte for byte.", readable=False)]


def program() -> typer.Typer:
    """The acts of a vote as verbs of their own."""
    app = typer.Typer(help="Record a vote on the agreement: counts only, never a ballot.", no_args_is_help=True)
    for name, act in (
        ("who", who), ("set", set_), ("notice", notice), ("tally", tally), ("challenge", challenge), ("decide", decide),
        ("certify", certify), ("board", board), ("execute", execute), ("send-back", send_back), ("compare", compare),
    ):  # fmt: skip
        app.command(name)(act)
    return app


def _done(book: Book, changed: Changed) -> int:
    """Say what was recorded, and what deserves a second look in it."""
    from tablebook.domain.vote_cautions import cautions_for_vote

    for entry in (book.negotiation.entries[one] for one in changed.entries):
        for caution in cautions_for_vote(book.negotiation, entry.body, entry.at) if entry.body else ():
            answer.tell(f"Note: {caution.sentence}")
    answer.say(changed.message)
    for entry in (book.negotiation.entries[one] for one in changed.entries):
        if isinstance(entry.body, VoteCertified | BoardVoted):
            answer.say(entry.body.rule)
    return 0


def _kept(file: Path | None) -> tuple[Attachment, bytes] | None:
    from tablebook.jobs.papers_received import attachment

    return attachment(existing(file)) if file else None


def who(
    book: BookPath,
    bodies: Annotated[list[str] | None, typer.Argument(help="members, unit, board, in their order; or nobody.")] = None,
    words: Annotated[str, typer.Option(help="The rule that says so.")] = "",
    at: At = None,
) -> int:
    """Set who ratifies, in their order. Where it is nobody, the agreement binds when it is signed."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify.vote import set_ratifiers

    if not bodies:
        raise UserError("Nobody is named.", "", f"Say {', '.join(Ratifier)}, in their order; or {NOBODY}.")
    named = [] if [one.strip().lower() for one in bodies] == [NOBODY] else bodies
    with open_book(book) as opened:
        found = [code(Ratifier, one, "body") for one in named]
        return _done(opened, set_ratifiers(opened, found, words, moment(at)))


def set_(
    book: BookPath,
    question: Annotated[str, typer.Option(help="The question as it is asked.")],
    eligible: Annotated[int, typer.Option(help="How many are on the list; for a board its seats.")],
    body: Annotated[str, typer.Option(help="members, unit or board.")] = "members",
    vote: Annotated[str, typer.Option("--vote", help="The vote's name; proposed where it is not given.")] = "",
    opens: Annotated[str, typer.Option(help="When it opens, as 2027-04-24T07:00.")] = "",
    closes: Annotated[str, typer.Option(help="When it closes.")] = "",
    notice_due: Annotated[str, typer.Option(help="The day by which notice is due, as 2027-04-19.")] = "",
    method: Annotated[list[str] | None, typer.Option(help="in-person, mail or online; may be repeated.")] = None,
    method_words: Annotated[str, typer.Option(help="The method in words.")] = "",
    place: Annotated[list[str] | None, typer.Option(help="A place of voting; may be repeated.")] = None,
    threshold: Annotated[str, typer.Option(help="majority, or at least a share as 2/3 or 60%.")] = "majority",
    of: Annotated[
        str, typer.Option(help="What it is a share of: cast, valid, decided (yes and no), eligible.")
    ] = "cast",
    threshold_words: Annotated[str, typer.Option(help="The rule as your constitution has it.")] = "",
    quorum: Annotated[str, typer.Option(help="A number of ballots, or a share of the list: 1/2, half plus one.")] = "",
    quorum_words: Annotated[str, typer.Option(help="The rule as your constitution has it.")] = "",
    recommendation: Annotated[str, typer.Option(help="Who recommends what.")] = "",
    packet: Annotated[int | None, typer.Option(help="The packet that is voted on; without it the latest.")] = None,
    practice: Annotated[bool, typer.Option("--practice", help="A count to learn by, which decides nothing.")] = False,
    at: At = None,
) -> int:
    """Set up a vote, or change one that is not counted yet."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify.vote import next_name, set_up_vote

    by = code(Ratifier, body, "body")
    share = replace(_threshold(threshold), of=code(CountedFrom, of, "count"), words=threshold_words)
    times = [when.isoformat() if (when := moment(one or None)) else "" for one in (opens, closes)]
    methods = tuple(code(VoteMethod, one, "method") for one in method or ("in-person",))
    with open_book(book) as opened:
        latest = opened.negotiation.ratification.latest_packet
        number = packet if packet is not None else latest.number if latest else 0
        setup = VoteSet(
            vote or next_name(opened.negotiation, by), by, question, eligible, times[0], times[1], notice_due, methods,
            method_words, tuple(place or ()), share, _quorum(quorum, quorum_words), recommendation,
            number, practice,
        )  # fmt: skip
        return _done(opened, set_up_vote(opened, setup, moment(at)))


def _threshold(text: str) -> Threshold:
    found = threshold_of_words(text)
    if found is None:
        raise UserError(f"“{text}” is no threshold.", "", "Write majority, or a share as 2/3 or 60%.")
    return found


def _quorum(text: str, words: str) -> Quorum:
    found = quorum_of_words(text)
    if found is None:
        raise UserError(f"“{text}” is no quorum.", "", "Write a number of ballots, or a share as 1/2 or half plus one.")
    return replace(found, words=words or found.words)


def notice(
    book: BookPath,
    vote: Named = "",
    day: Annotated[str, typer.Option(help="The day of the notice; today where it is not given.")] = "",
    how: Annotated[str, typer.Option(help="How it was given.")] = "",
    file: File = None,
    at: At = None,
) -> int:
    """Record that those who may vote were told."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify.vote import find_vote, give_notice

    with open_book(book) as opened:
        name = find_vote(opened.negotiation, vote).body.vote
        return _done(opened, give_notice(opened, name, day, how=how, file=_kept(file), at=moment(at)))


def tally(
    book: BookPath,
    issued: Annotated[int, typer.Option(help="Ballots handed or sent out.")],
    cast: Annotated[int, typer.Option(help="Ballots counted: yes, no, abstain and void.")],
    yes: Annotated[int, typer.Option(help="Ballots for yes.")],
    no: Annotated[int, typer.Option(help="Ballots for no.")],
    abstain: Annotated[int, typer.Option(help="Ballots for neither.")] = 0,
    void: Annotated[int, typer.Option(help="Ballots that tell nothing.")] = 0,
    challenged: Annotated[int, typer.Option(help="Set aside, and not among those cast.")] = 0,
    place: Place = "",
    teller: Annotated[list[str] | None, typer.Option(help="Who counted; may be repeated.")] = None,
    reason: Annotated[str, typer.Option(help="Why it was counted again.")] = "",
    vote: Named = "",
    at: At = None,
) -> int:
    """Enter the count of a place, or of the whole vote."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify.count import enter_tallies, result_of
    from tablebook.jobs.ratify.vote import find_vote

    with open_book(book) as opened:
        name, when = find_vote(opened.negotiation, vote).body.vote, moment(at)
        counted = TallyEntered(name, issued, cast, yes, no, abstain, void, challenged, place, tuple(teller or ()),
                               (when or opened.clock.now()).isoformat(), reason)  # fmt: skip
        changed = enter_tallies(opened, [counted], when)
        answer.tell(f"So far: {result_of(opened, name).rule}")
        return _done(opened, changed)


def challenge(
    book: BookPath,
    count: Annotated[int, typer.Option(help="How many ballots were set aside.")],
    reason: Annotated[str, typer.Option(help="Why; never whose they are.")],
    place: Place = "",
    by: Annotated[str, typer.Option(help="Which side or officer challenged.")] = "",
    vote: Named = "",
    at: At = None,
) -> int:
    """Record that ballots were challenged and set aside."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify.count import challenge_ballots
    from tablebook.jobs.ratify.vote import find_vote

    with open_book(book) as opened:
        name = find_vote(opened.negotiation, vote).body.vote
        return _done(opened, challenge_ballots(opened, name, count, reason, place=place, by=by, at=moment(at)))


def decide(
    book: BookPath,
    reason: Annotated[str, typer.Option(help="Why.")],
    counted: Annotated[int, typer.Option(help="How many of them count.")] = 0,
    not_counted: Annotated[int, typer.Option(help="How many do not.")] = 0,
    place: Place = "",
    by: Annotated[str, typer.Option(help="Who decided.")] = "",
    vote: Named = "",
    at: At = None,
) -> int:
    """Decide on challenged ballots. Those that count are mixed in, and their place is counted again."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify.count import settle_challenge
    from tablebook.jobs.ratify.vote import find_vote

    with open_book(book) as opened:
        name = find_vote(opened.negotiation, vote).body.vote
        return _done(
            opened, settle_challenge(opened, name, counted, not_counted, reason, place=place, by=by, at=moment(at))
        )


def certify(
    book: BookPath,
    by: Annotated[str, typer.Option(help="Who certifies, with the office.")],
    vote: Named = "",
    note: Annotated[str, typer.Option(help="What else is to be said.")] = "",
    file: File = None,
    at: At = None,
) -> int:
    """Certify what the count decides. The result and the rule that decided are kept."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify import count
    from tablebook.jobs.ratify.vote import find_vote

    with open_book(book) as opened:
        name = find_vote(opened.negotiation, vote).body.vote
        return _done(opened, count.certify(opened, name, by, note=note, file=_kept(file), at=moment(at)))


def board(
    book: BookPath,
    motion: Annotated[str, typer.Option(help="The motion as it was put.")],
    answered: Annotated[list[str], typer.Option("--answer", help="“Name=yes”, no, abstain, recused or absent.")],
    vote: Annotated[str, typer.Option("--vote", help="The vote's name, where it was set up.")] = "",
    changes: Annotated[str, typer.Option(help="What the board would have otherwise, in its words.")] = "",
    recorded_by: Annotated[str, typer.Option(help="Who took the roll call.")] = "",
    file: File = None,
    at: At = None,
) -> int:
    """Record the board's vote by roll call."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify.board import board_votes

    with open_book(book) as opened:
        return _done(opened, board_votes(opened, motion, _roll_call(answered), vote=vote, changes=changes,
                                 recorded_by=recorded_by, file=_kept(file), at=moment(at)))  # fmt: skip


def _roll_call(answers: Sequence[str]) -> list[RollCallAnswer]:
    found = []
    for one in answers:
        name, _, said = one.rpartition("=")
        if not name.strip():
            raise UserError(f"“{one}” is no answer.", "", "Write it as “Name=yes”.")
        found.append(RollCallAnswer(name.strip(), code(RollCall, said, "answer")))
    return found


def execute(
    book: BookPath,
    union: Annotated[str, typer.Option(help="Who signed for the union.")],
    employer: Annotated[str, typer.Option(help="Who signed for the employer.")],
    day: Annotated[str, typer.Option(help="The day of signing; today where it is not given.")] = "",
    effective: Annotated[str, typer.Option(help="The day it takes effect.")] = "",
    file: File = None,
    nonetheless: Annotated[
        bool, typer.Option("--nonetheless", help="Keep it, though its code is a TA's or its words differ.")
    ] = False,
    at: At = None,
) -> int:
    """Record that the ratified agreement was signed, with the signed copy."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.paper_codes import check_paper
    from tablebook.jobs.ratify import execute as job
    from tablebook.jobs.ratify.signed_copy import copy_differs

    when = moment(at)
    with open_book(book) as opened:
        strange = check_paper(opened.negotiation, existing(file)).finding if file else None
        if file and strange is None and not nonetheless:
            strange = copy_differs(opened, file)
        if strange is not None and not nonetheless:
            raise strange
        signed_at = (when or opened.clock.now()).isoformat()
        signed = [Signature(Party.UNION, union, signed_at), Signature(Party.EMPLOYER, employer, signed_at)]
        return _done(opened, job.execute(opened, signed, day, effective=effective, file=_kept(file), at=when))


def send_back(
    book: BookPath,
    vote: Annotated[str, typer.Option("--vote", help="The vote that did not carry it.")],
    reason: Annotated[str, typer.Option(help="What stood in the way.")],
    stands: Annotated[list[str] | None, typer.Option(help="A TA that stands; may be repeated.")] = None,
    reopens: Annotated[list[str] | None, typer.Option(help="A TA that is bargained again; may be repeated.")] = None,
    falls: Annotated[list[str] | None, typer.Option(help="A TA that is void; may be repeated.")] = None,
    others: Annotated[str, typer.Option(help="What becomes of all others: stands, reopens or falls.")] = "stands",
    rule: Annotated[str, typer.Option(help="The rule that says so.")] = "",
    at: At = None,
) -> int:
    """Take the agreement back to the table, each TA marked as your rules say."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify import send_back as job
    from tablebook.jobs.ratify.vote import find_vote

    marks = ((stands, Fate.STANDS), (reopens, Fate.REOPENS), (falls, Fate.FALLS))
    fates = {label: fate for labels, fate in marks for label in labels or ()}
    with open_book(book) as opened:
        rest = code(Fate, others, "fate")
        name = find_vote(opened.negotiation, vote).body.vote
        return _done(opened, job.send_back(opened, name, reason, fates, others=rest, rule=rule, at=moment(at)))


def compare(
    book: BookPath,
    first: Annotated[int, typer.Option(help="The packet of the first vote.")],
    second: Annotated[int, typer.Option(help="The packet of the second.")],
) -> int:
    """Say what the second packet has otherwise than the first, article by article."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.ratify.send_back import compare_packets
    from tablebook.redline.stats import summary

    with open_book(book, read_only=True) as opened:
        found = compare_packets(opened.negotiation, first, second)
        for what, labels in (("Changed", found.tas.changed), ("New", found.tas.new), ("Gone", found.tas.gone)):
            if labels:
                answer.say(f"{what}: {', '.join(labels)}.")
        for key, redline in found.articles:
            answer.say(f"{opened.negotiation.named_unit(key)}: {summary(redline)}.")
    if not found.tas and not found.articles:
        answer.say("The two packets say the same.")
    return 0
