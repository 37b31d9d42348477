"""Make a packet for the vote: its version is recorded with its fingerprint and the exact texts it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain import fold
from tablebook.domain.codes import Custody
from tablebook.domain.language import agreements_in_force
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import Draft, PacketMade, PacketTa
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, record
from tablebook.jobs.sheets.packet import ENGLISH, packet_sheet, ta_fingerprint
from tablebook.jobs.sheets.packet_versions import changed_since, facts_fingerprint
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
    tas = tuple(PacketTa(label, code) for label, code in held_now(state).items())
    body = PacketMade(number, facts_fingerprint(sheet), tas, f"{when:%Y-%m-%d}", _languages(sheet), by, note)
    return record(book, [Draft(body, Custody.SHARED, when)], f"Packet {number} is made, {sheet.fingerprint}.")


def held_now(state: Negotiation) -> dict[str, str]:
    """The TAs in force, each with the fingerprint of its text."""
    return {one.body.label: ta_fingerprint(state, one) for one in agreements_in_force(state)}


def _languages(sheet: PacketSheet) -> tuple[str, ...]:
    own = [sheet.letter.words, sheet.cost.words, *(text.plain for text in sheet.texts)]
    others = sorted({one.language for words in own for one in words.translations})
    return (ENGLISH, *others)


def chosen_packet(book: Book, number: int | None = None) -> PacketSheet:
    """The packet as it is now, or version ``number`` as it was made: then with what has changed since."""
    state = book.negotiation
    now = packet_sheet(state, book.clock.now())
    if not now.texts and number is None:
        raise UserError(
            "There is nothing to put in a packet.", "No tentative agreement is in force.", "Sign a TA first."
        )
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
    changed = changed_since(body, held_now(state))
    return replace(sheet, outdated=changed or ("",))


def not_written(sheet: PacketSheet) -> tuple[str, ...]:
    """What the packet flags because nobody wrote or set it yet, each as a sentence."""
    plain = [text.label for text in sheet.texts if not text.plain.text]
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
