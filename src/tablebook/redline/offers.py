"""Which struck offers are still worth showing: for each place and party the most recent one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tablebook.redline.tokens import is_word
from tablebook.redline.weave import Atom, Thread, Weave


def shown(weave: Weave, atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms to draw. All that lives and all current contract language, struck or not, is always among them, so
    that both readings stay exact; of the offers that were struck only the last of each party at each place is."""
    if weave.last < 2:
        return atoms
    out: list[Atom] = []
    for place in _places(atoms):
        newest = _newest(weave, place)
        out.extend(atom for atom in place if _counts(weave, atom, newest))
    return out


def _places(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    """The atoms between words of the current contract that still stand."""
    place: list[Atom] = []
    for atom in atoms:
        place.append(atom)
        if atom.alive and atom.ours and is_word(atom.text):
            yield place
            place = []
    yield place


def _newest(weave: Weave, threads: Sequence[Thread]) -> dict[str, int]:
    """The pass in which each party last brought something here."""
    newest: dict[str, int] = {}
    for thread in threads:
        party = _party(weave, thread.events[0])
        newest[party] = max(newest.get(party, 0), thread.events[0])
    return newest


def _counts(weave: Weave, thread: Thread, newest: dict[str, int]) -> bool:
    if thread.alive or thread.ours or thread.events[-1] == weave.last:
        return True
    return not own_stroke(weave, thread) and thread.events[0] == newest[_party(weave, thread.events[0])]


def own_stroke(weave: Weave, thread: Thread) -> bool:
    """Whether a struck offer was struck by the party that made it: replaced by its own next one, not refused."""
    return _party(weave, thread.events[0]) == _party(weave, thread.events[-1])


def _party(weave: Weave, number: int) -> str:
    author = weave.authors[number]
    return author.party if author is not None else ""
