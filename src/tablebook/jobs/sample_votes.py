"""The end of the sample's story: the packet, the members' vote, the board, the signing, through the same jobs."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from tablebook.book.book import Book
from tablebook.clock import FixedClock
from tablebook.domain.codes import CountedFrom, Party, Ratifier, RollCall
from tablebook.domain.readiness import readiness
from tablebook.domain.record import Quorum, RollCallAnswer, TallyEntered, Threshold, VoteSet
from tablebook.domain.values import Signature
from tablebook.jobs.make_packet import make_packet
from tablebook.jobs.ratify import board, count, execute, texts, vote

Event = dict[str, Any]


def ratification_events(folder: Path, until: datetime | None) -> list[Event]:
    """What comes after the total TA, up to a moment."""
    events: list[Event] = json.loads((folder / "ratification.json").read_text(encoding="utf-8"))["events"]
    return [event for event in events if until is not None and datetime.fromisoformat(event["at"]) <= until]


def tell_ratification(book: Book, clock: FixedClock, events: list[Event]) -> None:
    """Do these events in order."""
    for event in events:
        clock.put(datetime.fromisoformat(event["at"]))
        _ACTS[event["kind"]](book, event)


def _packet(book: Book, e: Event) -> None:
    make_packet(book, by=e["by"])


def _vote(book: Book, e: Event) -> None:
    body = VoteSet(
        e["vote"], Ratifier(e["body"]), e["question"], e["eligible"], e["opens"], e.get("closes", ""),
        e.get("notice_due", ""), method_words=e.get("method", ""), places=tuple(e.get("places", ())),
        threshold=_threshold(e), quorum=Quorum(**e.get("quorum", {})),
        recommendation=e.get("recommendation", ""), packet=e.get("packet", 0),
    )  # fmt: skip
    vote.set_up_vote(book, body)


def _threshold(e: Event) -> Threshold:
    said = e.get("threshold", {})
    return Threshold(of=CountedFrom(said.get("of", "cast")), words=said.get("words", ""))


def _payer(book: Book, e: Event) -> None:
    texts.name_payer(book, e["ta"], e["payer"], pay_by=e["pay_by"])


def _looked_at(book: Book, e: Event) -> None:
    lines = {line.key: line.seen for line in readiness(book.negotiation, book.clock.now()) if line.may_stand}
    texts.let_stand(book, e["line"], lines[e["line"]], e["reason"], by=e["by"])


def _notice(book: Book, e: Event) -> None:
    vote.give_notice(book, e["vote"], how=e["how"])


def _tallies(book: Book, e: Event) -> None:
    tellers = tuple(e["tellers"])
    tallies = [TallyEntered(e["vote"], **tally, tellers=tellers, counted_at=e["at"]) for tally in e["tallies"]]
    count.enter_tallies(book, tallies)


def _certify(book: Book, e: Event) -> None:
    count.certify(book, e["vote"], e["by"])


def _board(book: Book, e: Event) -> None:
    answers = [RollCallAnswer(name, RollCall(answer)) for name, answer in e["roll_call"].items()]
    board.board_votes(book, e["motion"], answers, vote=e["vote"])


def _executed(book: Book, e: Event) -> None:
    signed = [Signature(Party(one["party"]), one["name"], e["at"], one["title"]) for one in e["signers"]]
    execute.execute(book, signed, effective=e["effective"])


_ACTS: dict[str, Callable[[Book, Event], None]] = {
    "packet": _packet,
    "vote": _vote,
    "payer": _payer,
    "looked-at": _looked_at,
    "notice": _notice,
    "tallies": _tallies,
    "certify": _certify,
    "board": _board,
    "executed": _executed,
}
