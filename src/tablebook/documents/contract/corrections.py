"""Corrections of an outline as data: each can be kept in a file and taken again on the same reading."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import Any

from tablebook.documents import codec
from tablebook.documents.contract import edit
from tablebook.documents.reading import Reading
from tablebook.domain.contract import UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.errors import UserError

LEAVE = "leave"
"""The one act that changes no reading: a doubt, named by code and message, is left as it is."""

_ACTS: dict[str, Callable[..., Reading]] = {
    "split": edit.split,
    "join": edit.join_above,
    "rename": edit.rename,
    "renumber": edit.renumber,
    "renumber-on": lambda reading, at, number: edit.renumber(reading, at, number, following=True),
    "move": edit.move,
    "mark": lambda reading, at, kind: edit.mark(reading, at, UnitKind(kind)),
    "section": edit.number_section,
    "cell": edit.set_cell,
    "type": edit.type_in,
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One step. ``name`` is what taking it back is called, ``chosen`` the unit that is looked at afterwards."""

    name: str
    act: str
    args: tuple[str | int, ...]
    chosen: int


def corrected(reading: Reading, correction: Correction) -> Reading:
    """The reading after one correction. UserError where it does not fit."""
    if correction.act == LEAVE:
        return reading
    return _ACTS[correction.act](reading, *correction.args)


def fits(reading: Reading, corrections: Iterable[Correction]) -> bool:
    """Whether all of these can be taken one after the other."""
    try:
        for correction in corrections:
            reading = corrected(reading, correction)
    except (UserError, LookupError, TypeError, ValueError):
        return False
    return True


def to_plain(correction: Correction) -> list[Any]:
    """A correction as a list of plain values."""
    return [correction.name, correction.act, list(correction.args), correction.chosen]


def from_plain(plain: Any) -> Correction:
    """The inverse of :func:`to_plain`; ValueError for anything else."""
    name, act, args, chosen = plain
    plain_args = all(isinstance(one, str | int) for one in args)
    if not (isinstance(name, str) and (act == LEAVE or act in _ACTS) and plain_args and isinstance(chosen, int)):
        raise ValueError("no correction")
    return Correction(name, act, tuple(args), chosen)


def mark_of(reading: Reading) -> str:
    """SHA-256 over the contract as it was read: another program may read the same file differently, and corrections
    name their places by counting."""
    plain = json.dumps(codec.contract_to_plain(reading.contract), ensure_ascii=True)
    return hashlib.sha256(plain.encode("ascii")).hexdigest()
