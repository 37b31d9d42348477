"""Findings in plain sentences, one each."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.proof.lines import Line, Place
from tablebook.proof.results import CellChange, Kind, Source, spoken_place

_SHOWN = 30
"""So many words are quoted whole; of more, the first and the last."""


def quoted(words: str) -> str:
    """Words in quotation marks, shortened in the middle where they are many."""
    parts = words.split()
    if len(parts) > _SHOWN:
        words = f"{' '.join(parts[:12])} … {' '.join(parts[-6:])}"
    return f"“{words}”"


def sentence(
    kind: Kind,
    place: Place,
    old: str,
    new: str,
    source: Source | None,
    line: Line,
    beside: str = "",
    known: str = "which is in no TA and not in the current contract",
) -> str:
    """The difference at one place. ``old`` should stand there, ``new`` does; ``beside`` is the word it stands by, and
    ``known`` what is said of words that are put in and that no TA of this place has."""
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
    return f"{where} has {quoted(new)}{by}, {known}."


def again(place: Place) -> str:
    """What is said of words that stand in the agreement already."""
    return f"which stands in {spoken_place(place)} already: nothing says that it stands twice"


def struck_elsewhere(place: Place, source: Source | None) -> str:
    """What is said of words that the current contract has and the agreement has no more."""
    by = f"which {source.spoken} struck" if source else "which the agreement has no more"
    return f"{by}: the current contract has it in {spoken_place(place)}"


def _cell(line: Line) -> str:
    if line.cell is None:
        return ""
    row, column = line.heads
    named = " and ".join(filter(None, (f"row “{row}”" if row else "", f"column “{column}”" if column else "")))
    return f", {named}," if named else f", row {line.cell[0] + 1}, column {line.cell[1] + 1},"


def cells(kind: Kind, where: str, changed: Sequence[CellChange], total: int, source: Source | None) -> str:
    """Cells of a table that are one change. Those of one row are named; of more, it is said how many there are."""
    rows = list(dict.fromkeys(one.row for one in changed))
    says = f"the way {source.spoken if source else 'the current contract'} has them"
    end = "" if source else ", and no TA changes that"
    still = "are still as before, not" if kind is Kind.MISSING else "are not"
    if len(rows) > 1:
        return f"{where}: {len(changed)} of {total} cells in {len(rows)} rows {still} {says}{end}."
    named = "; ".join(
        f"{one.column} {quoted(one.new) if one.new else 'nothing'}, not {quoted(one.old) if one.old else 'nothing'}"
        for one in changed
    )
    return f"{where}, row “{rows[0]}”: {len(changed)} of {total} cells {still} {says}{end}: {named}."


def rows(kind: Kind, where: str, old: tuple[str, int], new: tuple[str, int], source: Source | None) -> str:
    """Whole rows of a table that are left out, put in, or others; each side with how many rows it has."""
    has, want = (f"{count} row{'s' if count > 1 else ''}" if count else "words" for _, count in (new, old))
    signed = source.spoken if source else "the current contract"
    end = "" if source else ", and no TA changes that"
    gone, come = (quoted(" ".join(words.split())) for words in (old[0], new[0]))
    if old[0] and new[0]:
        still = "still has" if kind is Kind.MISSING else "has"
        return f"{where} {still} {has} {come} where {signed} has {want} {gone}{end}."
    if old[0]:
        return f"{where} leaves out {want} {gone}{f', which {signed} has' if source else ', and no TA strikes that'}."
    if kind is Kind.MISSING:
        return f"{where} still has {has} {come}, which {signed} struck."
    by = f"not in {signed}" if source else "in no TA and not in the current contract"
    return f"{where} has {has} more, {come}, {'which is' if new[1] == 1 else 'which are'} {by}."


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
