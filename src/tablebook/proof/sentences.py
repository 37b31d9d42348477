"""Findings in plain sentences, one each."""

from __future__ import annotations

from tablebook.proof.results import Kind, Source, spoken_place
from tablebook.proof.stream import Line, Place

_SHOWN = 30
"""So many words are quoted whole; of more, the first and the last."""


def quoted(words: str) -> str:
    """Words in quotation marks, shortened in the middle where they are many."""
    parts = words.split()
    if len(parts) > _SHOWN:
        words = f"{' '.join(parts[:12])} … {' '.join(parts[-6:])}"
    return f"“{words}”"


def sentence(kind: Kind, place: Place, old: str, new: str, source: Source | None, line: Line, beside: str = "") -> str:
    """The difference at one place. ``old`` should stand there, ``new`` does; ``beside`` is the word it stands by."""
    where = spoken_place(place) + _cell(line)
    by = f" beside {quoted(beside)}" if beside and not (old and new) else ""
    if kind is Kind.MISSING and source:
        if old and new:
            return f"{where} still says {quoted(new)} where {source.spoken} says {quoted(old)}."
        if old:
            return f"{where} does not have {quoted(old)}{by}, which stands in {source.spoken}."
        return f"{where} still has {quoted(new)}{by}, which {source.spoken} struck."
    if kind is Kind.ALTERED and source:
        if old and new:
            return f"{where} says {quoted(new)} where {source.spoken} says {quoted(old)}."
        if old:
            return f"{where} leaves out {quoted(old)}{by}, which stands in {source.spoken}."
        return f"{where} has {quoted(new)}{by}, which is not in {source.spoken}."
    if old and new:
        return f"{where} says {quoted(new)} where the current contract says {quoted(old)}, and no TA changes that."
    if old:
        return f"{where} leaves out {quoted(old)}{by}, and no TA strikes that."
    return f"{where} has {quoted(new)}{by}, which is in no TA and not in the current contract."


def _cell(line: Line) -> str:
    if line.cell is None:
        return ""
    row, column = line.heads
    named = " and ".join(filter(None, (f"row “{row}”" if row else "", f"column “{column}”" if column else "")))
    return f", {named}," if named else f", row {line.cell[0] + 1}, column {line.cell[1] + 1},"


def moved(place: Place, to: Place, words: str, source: Source | None, after: str) -> str:
    """Words that stand in another place."""
    away = (
        f" It is now in {spoken_place(to)}."
        if to != place
        else f" It now stands after {quoted(after)}."
        if after
        else ""
    )
    signed = f"{source.spoken} has it elsewhere." if source else "No TA moves it."
    return f"{quoted(words)} of {spoken_place(place)} stands in another place.{away} {signed}"


def lost(place: Place, source: Source, changes: int) -> str:
    """A TA none of whose changes is in the text."""
    count = f"none of its {changes} changes is there" if changes > 1 else "its change is not there"
    return f"{source.spoken} is not in the text: {spoken_place(place)} still has the current language, and {count}."


def stop(place: Place, old: str, new: str, before: str, after: str, source: Source | None) -> str:
    """A comma or stop that is another one."""
    said = source.spoken if source else "the current contract"
    have, want = (f"“{sign}”" if sign else "nothing" for sign in (new, old))
    return f"{spoken_place(place)} has {have} between “{before}” and “{after}” where {said} has {want}."
