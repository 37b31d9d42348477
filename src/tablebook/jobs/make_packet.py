"""Make a packet for the vote: its version is recorded with its fingerprint and the exact texts it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain import fold
from tablebook.domain.codes import Custody, Ratifier
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.packets import conforming_now, since_packet, tas_now
from tablebook.domain.phrases import listed
from tablebook.domain.ratification import Vote
from tablebook.domain.record import Draft, PacketMade, VoteSet
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, record
from tablebook.jobs.sheets.packet import ENGLISH, packet_sheet
from tablebook.jobs.sheets.packet_versions import facts_fingerprint
from tablebook.reports.packet.sheet import PacketSheet


def make_packet(book: Book, *, by: str = "", note: str = "", at: datetime | None = None) -> Changed:
    """Record the packet as it is now under the next number."""
    state, when = book.negotiation, at_or_now(book, at)
    sheet = packet_sheet(state, when)
    if not sheet.texts:
        raise UserError("There is no packet to make.", "No tentative agreement is in force.", "Sign a TA first.")
    if sheet.version:
        raise UserError(
            f"Packet {sheet.version} says all this already.",
            "Nothing changed since it was made.",
            f"Print packet {sheet.version}.",
        )
    number = max(state.ratification.packets, default=0) + 1
    body = PacketMade(number, facts_fingerprint(sheet), tas_now(state), f"{when:%Y-%m-%d}", _languages(sheet), by, note,
                      conforming=conforming_now(state))  # fmt: skip
    votes = [replace(one.body, packet=number) for one in state.ratification.votes.values() if _waits(state, one)]
    bodies: tuple[PacketMade | VoteSet, ...] = (body, *votes)
    drafts = [Draft(one, Custody.SHARED, when) for one in bodies]
    on_it = f" {listed([one.vote for one in votes])} {'is' if len(votes) == 1 else 'are'} on it." if votes else ""
    return record(book, drafts, f"Packet {number} is made, {sheet.fingerprint}.{on_it}")


def _waits(state: Negotiation, vote: Vote) -> bool:
    """Whether a vote is still to come: it is on the packet that is made last before it is counted."""
    return vote.turn == state.ratification.turn and not (vote.counting or vote.decided or vote.body.practice)


def _languages(sheet: PacketSheet) -> tuple[str, ...]:
    own = [sheet.letter.words, sheet.cost.words, *(text.plain for text in sheet.texts)]
    others = sorted({one.language for words in own for one in words.translations})
    return (ENGLISH, *others)


def chosen_packet(book: Book, number: int | None = None) -> PacketSheet:
    """The packet as it is now, or version ``number`` as it was made: then with what has changed since. Once it was
    voted on, the packet is the one that the vote was on, as long as its texts hold."""
    state = book.negotiation
    now = packet_sheet(state, book.clock.now())
    if not now.texts and number is None:
        raise UserError(
            "There is nothing to put in a packet.", "No tentative agreement is in force.", "Sign a TA first."
        )
    voted_on = voted_packet(state) if number is None and not now.version else None
    number = number or voted_on
    if number is None or number == now.version:
        return now
    made = state.ratification.packets.get(number)
    if made is None:
        have = ", ".join(map(str, state.ratification.packets)) or "none"
        raise UserError(f"There is no packet {number}.", f"Made so far: {have}.", "Choose one of these.")
    entry, body = made
    entries = list(book.entries)
    last = next(index for index, one in enumerate(entries) if one.id == entry)
    then = fold.fold(entries[: last + 1])
    sheet = packet_sheet(then, state.entries[entry].at)
    if voted_on:
        return replace(sheet, ratified=now.ratified, look_at=now.look_at, recorded=now.recorded)
    since = since_packet(state, body)
    return replace(sheet, outdated=since.labels or ("",))


def voted_packet(state: Negotiation) -> int | None:
    """The packet of the last vote by ballots that is decided, where its texts are those that hold."""
    now = state.ratification
    votes = [vote for body in (Ratifier.MEMBERS, Ratifier.UNIT) for vote in now.votes_of(body) if vote.decided]
    number = max(votes, key=lambda vote: vote.at).body.packet if votes else 0
    made = now.packets.get(number)
    return number if made is not None and not since_packet(state, made[1]) else None


def not_written(sheet: PacketSheet) -> tuple[str, ...]:
    """What the packet flags because nobody wrote or set it yet, each as a sentence."""
    plain = [text.label for text in sheet.texts if not text.plain.text and not text.same]
    found = []
    if not sheet.letter.words.text:
        found.append("There is no cover letter yet.")
    if plain:
        found.append(f"No plain words yet beside {', '.join(dict.fromkeys(plain))}.")
    if not sheet.cost.words.text and not sheet.cost.rows:
        found.append("There is no cost summary yet.")
    if sheet.vote is None:
        found.append("The vote is not set yet.")
    return tuple(found)
