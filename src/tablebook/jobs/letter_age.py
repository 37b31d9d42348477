"""Whether the cover letter of the packet tells of what is agreed now, or was written before some of it changed."""

from __future__ import annotations

from tablebook.domain.codes import Ratifier
from tablebook.domain.language import agreements_in_force
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.packets import differences, tas_now
from tablebook.domain.phrases import listed
from tablebook.domain.record import PacketMade, SentBack, VoteSet
from tablebook.jobs.sheets.wording import day

_NAMED = 4
"""So many TAs are named; of more only the number is told."""


def letter_out_of_date(state: Negotiation) -> str:
    """What changed since the English letter was written, as a sentence; "" where it was written of all that is so now.

    Held against the first packet that it went into, and while there is none, against the TAs signed after it.
    """
    letter = state.ratification.letters.get("en")
    entries = list(state.entries.values())
    at = next((index for index, entry in enumerate(entries) if letter is not None and entry.body is letter), None)
    if at is None:
        return ""
    later = entries[at + 1 :]
    packet = next((entry.body for entry in later if isinstance(entry.body, PacketMade)), None)
    if packet is not None:
        since = differences(packet.tas, tas_now(state))
        labels = [*since.changed, *since.new, *since.gone]
    else:
        signed = {entry.id for entry in later}
        labels = [one.body.label for one in agreements_in_force(state) if one.id in signed]
    changed = []
    if labels:
        counted = f"{len(labels)} TA{'' if len(labels) == 1 else 's'} changed"
        changed.append(f"{counted} ({listed(labels)})" if len(labels) <= _NAMED else counted)
    if any(isinstance(entry.body, SentBack) for entry in later):
        changed.append("the agreement went back to the table")
    elif packet is not None and _another_vote(state, packet):
        changed.append("the vote was set anew")
    if not changed:
        return ""
    packed = f", before packet {packet.number}" if packet else ""
    when = f"{day(entries[at].at)}{packed}"
    return f"The cover letter was written on {when}. Since then {listed(changed)}: read it again."


def _another_vote(state: Negotiation, packet: PacketMade) -> bool:
    """Whether the members vote on another question, on other days or in other places than when the packet was made."""
    then: VoteSet | None = None
    now: VoteSet | None = None
    made = False
    for entry in state.entries.values():
        made = made or entry.body is packet
        if isinstance(entry.body, VoteSet) and not entry.body.practice and entry.body.body is not Ratifier.BOARD:
            now = entry.body
            then = then if made else now
    return then is not None and now is not None and _asked(then) != _asked(now)


def _asked(vote: VoteSet) -> tuple[object, ...]:
    return vote.question, vote.opens, vote.closes, vote.places
