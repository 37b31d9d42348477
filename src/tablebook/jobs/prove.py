"""Prove a final contract, typed by whomever: every word against the current contract and the signed texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tablebook.book.book import Book
from tablebook.documents.file_kinds import is_picture
from tablebook.documents.foreign import (
    ReadingStopped,
    file_lines,
    read_paper_safely,
    read_text_with_warnings_safely,
)
from tablebook.domain.closing_lines import above_closing
from tablebook.domain.language import agreed_text, agreements_in_force, closing
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.successor import Successor, assemble
from tablebook.domain.term_dates import another_term
from tablebook.domain.text import Block, section_places, short_code
from tablebook.domain.waiting_texts import with_proposals
from tablebook.errors import UserError
from tablebook.jobs.contract_front import contract_front
from tablebook.jobs.own_agreement import front_lines, refuse_marked_pages, without_closing
from tablebook.jobs.paper_codes import read_codes
from tablebook.jobs.prove_code import CodeFound, code_held, code_on
from tablebook.proof.front import front_of, is_ours, place_of_front
from tablebook.proof.lines import Place
from tablebook.proof.prove import prove
from tablebook.proof.results import Finding, Proof, Source, Sources, spoken_place
from tablebook.proof.sentences import quoted
from tablebook.proof.set_aside import AllLines
from tablebook.proof.sheet_text import SheetProof, SignedText, find_sheet, is_headed, share_of_contract, shows_others

Progress = Callable[[int, int], None]
_MANY = 6
"""A contract of so many units is known by the words of some of them before any TA is looked for."""
_A_CONTRACT = 0.2
"""A paper with so much less than the contract's words is not the contract with parts left out."""


@dataclass(frozen=True, slots=True)
class Proving:
    """A file proved: the proof, the file's name, the items of the book by the units of the successor agreement, what
    could not be read or is not settled, the seconds it took, and the TA that the file holds where it is a sheet, with
    the code that it bears. ``worded`` is false where there is the code alone and no text to compare; ``unknown`` is in
    how many places nobody knows yet what the TAs come to."""

    proof: Proof
    name: str
    items: dict[str, str]
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    sheet: SignedText | None = None
    code: CodeFound | None = None
    worded: bool = True
    unknown: int = 0

    @property
    def matches(self) -> bool:
        """Whether nothing differs: no word, and where the words are not there, not the code."""
        return self.proof.matches and not self.unknown and (self.worded or self.code is None or self.code.fits)

    @property
    def summary(self) -> str:
        """One sentence about the whole."""
        found = self.proof.findings
        code = f" {self.code.said(changed=bool(found))}" if self.code else ""
        if not self.worded:
            return f"{self.name} has the code of a TA and no text to compare.{code}"
        if self.sheet:
            places = listed(list(dict.fromkeys(spoken_place(place) for place, _ in self.sheet.parts)))
            same = f"{len(found)} change{'s' if len(found) > 1 else ''} in its words" if found else "word for word"
            return f"{self.name} is {self.sheet.source.spoken} on {places}, {same}.{code}"
        if not found and self.unknown:
            where = "1 place" if self.unknown == 1 else f"{self.unknown} places"
            return (
                f"{self.name} cannot be proved in {where}: what the TAs come to is not known there. All else matches."
            )
        if not found:
            return f"{self.name} matches: every change to the current contract is in a TA, and every TA is in it."
        kinds = [(str(kind), sum(one.kind is kind for one in found)) for kind in dict.fromkeys(f.kind for f in found)]
        counted = ", ".join(f"{count} {word}" for word, count in sorted(kinds))
        return f"{self.name} does not match: {counted} change{'s' if len(found) > 1 else ''}."


def prove_file(book: Book, final: Path, progress: Progress | None = None, *, in_colour: bool = False) -> Proving:
    """Read somebody's final contract and prove it; ``in_colour`` also gives the whole text with what became of it."""
    if is_picture(final):
        return _of_picture(book.negotiation, final)
    try:
        document, warnings = read_text_with_warnings_safely(final, progress=progress)
    except ReadingStopped:
        raise
    except UserError:
        # A scan has no text; the code on it may still tell which TA it is.
        if by_code := _by_code(book.negotiation, final):
            return by_code
        raise
    began = time.perf_counter()
    state = with_proposals(book.negotiation)
    successor = assemble(state)
    sheet = _sheet(state, successor, final, document.blocks)
    if isinstance(sheet, CodeFound):
        text, took = signed_text(state, state.agreements[sheet.ta]), time.perf_counter() - began
        keys, said = items_by_key(successor), _no_longer(state, sheet.ta)
        return Proving(Proof((), ()), final.name, keys, said, took, text, sheet, worded=False)
    if sheet:
        ta = sheet.text.source.ta
        code = code_on(state, "\n".join(line.words for line in file_lines(final)), ta)  # it stands in the foot
        took = time.perf_counter() - began
        proof, keys = Proof(sheet.findings, ()), items_by_key(successor)
        return Proving(proof, final.name, keys, _no_longer(state, ta), took, sheet.text, code)
    above = front_of(document.blocks, successor.contract, state.contract)
    front = own = contract_front(book) if above else ()
    refuse_marked_pages(final, above)
    own_state = book.negotiation
    blocks = without_closing(own_state, successor if own_state is state else assemble(own_state), document.blocks)
    ours = is_ours(above, front_lines(state, successor, above))
    if ours:  # no words of the contract, and none that somebody put in
        blocks, front = blocks[len(above) :], ()
    found = prove_blocks(state, successor, blocks, lambda: [line.words for line in file_lines(final)], in_colour, front)
    seconds = time.perf_counter() - began
    place = place_of_front(successor.contract)
    worked_out = _worked_out(book.negotiation, state)
    unknown = len(successor.clashes) + len(successor.waiting)
    said = (*worked_out, *_unsettled(successor), *_of_front(state, found, above, place), *_aside(found, final.name))
    if ours and own:
        said = (f"{place.name} are the lines of the assembled agreement, not what the contract's own file has.", *said)
    notes = (*said, *(one.message for one in warnings))
    return Proving(found, final.name, items_by_key(successor), notes, seconds, unknown=unknown)


def _of_picture(state: Negotiation, final: Path) -> Proving:
    """What the code on a picture says; UserError where it has none of this book."""
    if by_code := _by_code(state, final):
        return by_code
    raise UserError(
        f"{final.name} is a picture, and the words in it cannot be read.",
        "Tablebook compares text, and no square code of a TA of this book was found on the picture.",
        "Read the square code on it with a phone, put what it says into a text file and choose that file.",
    )


def _aside(found: Proof, name: str) -> Iterator[str]:
    for words in found.set_aside:
        yield f"{quoted(words)} stands in {name}, set like contents or like a line that runs along the pages."


def _of_front(state: Negotiation, found: Proof, above: Sequence[Block], place: Place) -> Iterator[str]:
    """What is said of a title page: its dates are for a person to look at, and some of it may be this file's alone."""
    yield from found.beside
    term = state.made.term if state.made else ""
    if old := another_term((block.text for block in above), term):
        yield f"{place.name} the file says {old}; the new term is {term}."
    if found.above:
        yield f"What stands above the contract's first words was not compared: {quoted(found.above)}."


def _by_code(state: Negotiation, final: Path) -> Proving | None:
    """What the square codes on a photo or scan tell; None where there is none of a TA of this book. Where a sheet was
    printed with another text than the one on record, that one is told first."""
    began = time.perf_counter()
    codes = read_codes(final)
    found = [(page, held) for page, code in codes.codes if (held := code_held(state, code))]
    if not found:
        return None
    (_, first), *others = sorted(found, key=lambda one: (one[1].fits, one[0]))
    said = [*_no_longer(state, first.ta), "The words on a picture cannot be read: they were not compared."]
    more = {other: page for page, other in reversed(others) if other != first}
    said += [f"Page {page} has a code too. {other.said(changed=False)}" for other, page in more.items()]
    strange = dict.fromkeys(code.label for _, code in codes.codes if code_held(state, code) is None)
    said += [f"A code on it names {label}, which is no TA of this book." for label in strange]
    if codes.looked < codes.pages:
        said.append(f"Codes were looked for on pages 1 to {codes.looked} of {codes.pages}.")
    text, keys = signed_text(state, state.agreements[first.ta]), items_by_key(assemble(state))
    took = time.perf_counter() - began
    return Proving(Proof((), ()), final.name, keys, tuple(said), took, text, first, worded=False)


def _no_longer(state: Negotiation, ta: str) -> tuple[str, ...]:
    """That a TA does not hold, where it does not."""
    holds = {agreement.body.label for agreement in agreements_in_force(state)}
    spoken = signed_text(state, state.agreements[ta]).source.spoken
    return () if ta in holds else (f"{spoken} is no longer in force.",)


def _sheet(
    state: Negotiation, successor: Successor, final: Path, blocks: tuple[Block, ...]
) -> SheetProof | CodeFound | None:
    """The TA that a paper which is short, or headed as a sheet, holds or at least has the code of. Where it shows its
    changes by marks, its text is what they make of it."""
    contract = successor.contract
    share, headed = share_of_contract(blocks, contract), is_headed(blocks)
    if share > 0.5 and (not headed or (len(contract.articles) >= _MANY and shows_others(blocks, contract, ()))):
        return None
    texts = [signed_text(state, agreement) for agreement in state.agreements.values()]
    found = find_sheet(blocks, texts)
    if found is None or found.findings:
        marked = read_paper_safely(final)
        other = find_sheet(marked.accepted.blocks, texts) if marked.marked else None
        if other and (found is None or len(other.findings) < len(found.findings)):
            found = other
    if found is not None:
        own = {place.unit for place, _ in found.text.parts}
        return None if share > 0.5 and shows_others(blocks, contract, own) else found
    if share < _A_CONTRACT or (headed and not shows_others(blocks, contract, ())):
        if code := code_on(state, "\n".join(block.printed for block in blocks)):
            return code
        few = "It has few of the contract's words, and no TA's."
        raise UserError(
            f"{final.name} is neither the contract nor one of the TAs.",
            few if share < _A_CONTRACT else "It calls itself a tentative agreement, and has the words of none here.",
            "Choose the final contract, a signed TA sheet with text, or a text file with what its square code says.",
        )
    return None


def signed_text(state: Negotiation, agreement: Agreement) -> SignedText:
    """A TA's words by their places, as they were signed."""
    parts: list[tuple[Place, tuple[Block, ...]]] = []
    for text in agreement.body.texts:
        key = text.accepted.article
        for part in agreed_text(state, text):
            other = state.carried_unit(key, part.place)
            place = Place(other.key, other.article.name) if other else Place(key, state.named_unit(key), part.place)
            parts.append((place, above_closing(part.blocks, closing(state, other.key if other else key))))
    first = agreement.body.texts[0]
    source = Source(first.accepted.label, agreement.body.label)
    return SignedText(source, tuple(parts), short_code(first.fingerprint) if first.fingerprint else "")


def prove_blocks(
    state: Negotiation,
    successor: Successor,
    final: tuple[Block, ...],
    all_lines: AllLines = tuple,
    in_colour: bool = False,
    front: Sequence[Block] = (),
) -> Proof:
    """Any text as blocks, such as the successor agreement itself, proved; ``front`` as in :func:`prove`."""
    return prove(state.contract, successor.contract, final, sources(state, successor), all_lines, in_colour, front)


def sources(state: Negotiation, successor: Successor) -> Sources:
    """The TA of each place of the successor agreement that is under one, and of each place that was struck."""
    found: dict[tuple[str, str], Source] = {}
    keys = {item: key for key, item in items_by_key(successor).items()}
    for unit in successor.units:
        key = keys.get(unit.key, unit.key)
        if unit.retitled:
            found[key, ""] = _source(state, unit.key, unit.retitled)
        for piece in (*unit.struck, *unit.pieces):
            if piece.agreement:
                page = next((block.page for block in piece.blocks if block.page), None)
                own = piece not in unit.struck
                found[key, piece.place] = _source(state, unit.key, piece.agreement, page if own else None)
    for one in successor.conformed:
        key = keys.get(one.change.article, one.change.article)
        here = {place for place, _, _ in section_places(successor.contract.by_key[key].blocks)} if one.times else set()
        for place in here if not one.change.place else here & {one.change.place, one.change.new.rstrip(".")}:
            found.setdefault((key, place), Source(one.agreement, one.agreement))
    return found


def _source(state: Negotiation, unit: str, ta: str, page: int | None = None) -> Source:
    """A TA as ``status`` names it: by the label of the pass that was accepted on this unit."""
    if ta not in state.agreements:
        return Source(ta, ta)
    texts = state.agreements[ta].body.texts
    text = next((one for one in texts if one.accepted.article == unit), texts[0])
    return Source(text.accepted.label, ta, page)


def items_by_key(successor: Successor) -> dict[str, str]:
    """The key of each unit of the successor agreement to that of its item in the book; they differ where a new unit
    was given a number."""
    standing = [unit.key for unit in successor.units if unit.article is not None]
    return dict(zip(successor.contract.keys, standing, strict=True))


def _worked_out(before: Negotiation, after: Negotiation) -> Iterator[str]:
    """What was taken from TAs that say what to do, and that nobody has confirmed."""
    for ta, unit in after.ratification.results.keys() - before.ratification.results.keys():
        where = before.named_unit(unit)
        yield f"{ta} says what to do with {where}. What that comes to was worked out, and nobody has confirmed it yet."


def _unsettled(successor: Successor) -> Iterator[str]:
    for clash in successor.clashes:
        where = f"{clash.unit}, section {clash.place}" if clash.place else clash.unit
        labels = listed(clash.agreements)
        yield f"{labels} say different things of {where}: the current language was taken until that is settled."
    for told in successor.waiting:
        where = told.unit
        yield (
            f"{told.agreement} says what to do with {where}, and what that comes to is not known: the current language "
            "was taken until somebody says it."
        )
    for lost in successor.lapsed:
        where = f"{lost.unit}, section {lost.place}" if lost.place else lost.unit
        yield f"{lost.agreement} settled {where} and was replaced by {lost.replaced_by}, which does not speak of it."


def as_json(found: Proving) -> dict[str, Any]:
    """The proof as the command line prints it."""
    return {
        "matches": found.matches,
        "findings": [_finding(found, one) for one in found.proof.findings],
        "traces": [
            {
                "article": found.items.get(one.place.unit, one.place.unit),
                "section": one.place.section or None,
                "old": one.old,
                "new": one.new,
                "agreement": one.source.label if one.source else None,
                "ta": one.source.ta if one.source else None,
                "page": one.source.page if one.source else None,
            }
            for one in found.proof.traces
        ],
        "relabelled": [
            {
                "article": found.items.get(one.place.unit, one.place.unit),
                "section": one.place.section or None,
                "old": one.old,
                "new": one.new,
                "said": one.sentence,
            }
            for one in found.proof.relabelled
        ],
        "sheet": {
            "agreement": found.sheet.source.label,
            "ta": found.sheet.source.ta,
            "article": found.sheet.parts[0][0].unit,
            "sections": [place.section for place, _ in found.sheet.parts if place.section],
            "same": found.proof.matches if found.worded else None,
            "code": {"printed": found.code.printed, "recorded": found.code.recorded, "fits": found.code.fits}
            if found.code
            else None,
        }
        if found.sheet
        else None,
        "notes": list(found.notes),
        "seconds": round(found.seconds, 4),
    }


def _finding(found: Proving, one: Finding) -> dict[str, Any]:
    return {
        "kind": str(one.kind),
        "article": found.items.get(one.place.unit, one.place.unit),
        "section": one.place.section or None,
        "old": one.old,
        "new": one.new,
        "agreement": one.source.label if one.source else None,
        "ta": one.source.ta if one.source else None,
        "nature": str(one.nature),
        "current": one.current,
        "before": one.before,
        "after": one.after,
        "page": one.page,
        "said": one.sentence,
        "cells": [{"row": each.row, "column": each.column, "old": each.old, "new": each.new} for each in one.cells],
    }
