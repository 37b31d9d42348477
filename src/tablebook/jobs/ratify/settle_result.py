"""Confirm what a TA that says what to do comes to: as it is shown, as the signed words are written, or as a file has
it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.documents.foreign import read_text_safely
from tablebook.domain.instructions import Proposed, has_instructions
from tablebook.domain.language import compose
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.ready_line import ReadyLine
from tablebook.domain.text import sections_of
from tablebook.domain.values import Part
from tablebook.domain.waiting_texts import says_what_to_do
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed
from tablebook.jobs.findings.paper_parts import paper_parts
from tablebook.jobs.ratify import texts
from tablebook.jobs.targets import Target

_AS_SHOWN = re.compile(r"\W*(?:as (?:shown|proposed|worked out)|confirmed|yes)\W*", re.I)
_AS_WRITTEN = re.compile(r"\W*as (?:written|signed|it (?:is written|reads|stands))\W*", re.I)
_WRITE_OUT = "Write it into a file and give that with --file."
_LANGUAGE = "Where the words are what the contract is to say, give --words “as written”."


def settle_result(
    book: Book, line: ReadyLine, words: str, *, by: str, file: Path | None, at: datetime | None
) -> Changed:
    """Confirm the result that is proposed (“as shown”), the signed words themselves, which only sound like an
    instruction (“as written”), or the text of a ``file``. One in doubt is written out by a person first."""
    state, ta = book.negotiation, line.agreement
    found = texts.propose_result(state, ta, line.article)
    as_written = _AS_WRITTEN.fullmatch(words) is not None
    if file is not None:
        parts = _written_out(state, line, file, as_written=as_written)
    elif as_written:
        parts = texts.signed_parts(state, ta, line.article)
    else:
        parts = _shown(found, ta, words)
    told = found.instruction if found else ""
    return texts.confirm_result(book, ta, line.article, parts, instruction=told, by=by, at=at)


def _shown(found: Proposed | None, ta: str, words: str) -> tuple[Part, ...]:
    """The proposed result, where the words confirm it."""
    if found is None or found.doubts or not found.result:
        why = " ".join(found.doubts) if found else ""
        raise UserError(f"The result of {ta} is in doubt.", why, f"{_WRITE_OUT} {_LANGUAGE}")
    if not _AS_SHOWN.fullmatch(words):
        raise UserError(
            f"Nothing is confirmed: “{words}” is not “as shown”.",
            f"{ta} comes to: {'; '.join(map(_said, found.result))}",
            f"Give --words “as shown” where that is right. Where it is not: {_WRITE_OUT[0].lower()}{_WRITE_OUT[1:]} "
            f"{_LANGUAGE}",
        )
    return found.result


def _said(part: Part) -> str:
    if part.deleted:
        return f"{part.place or 'all of it'} is struck"
    return f"“{' '.join(' '.join(block.printed for block in part.blocks).split())}”"


def _written_out(state: Negotiation, line: ReadyLine, file: Path, *, as_written: bool) -> tuple[Part, ...]:
    """What a file says the article, or some of its sections, will say. What the TA has of others stands as signed."""
    read = paper_parts(state, Target(line.article), read_text_safely(file).blocks, again=True).parts
    parts = _with_the_others(texts.signed_parts(state, line.agreement, line.article), read)
    if not as_written and says_what_to_do(state, line.article, parts):
        raise UserError(
            f"{file.name} says what to do too.",
            "The agreement needs the text itself.",
            f"Write out how it will read. {_LANGUAGE}",
        )
    return parts


def _with_the_others(signed: Sequence[Part], read: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts that were ``read``, and what was signed of other places where it says what the contract will."""
    places = {part.place for part in read}
    if "" in places:
        return read
    whole = next((part.blocks for part in signed if not part.place), ())
    others = {place: blocks for place, blocks in sections_of(whole).items() if place not in places}
    if whole and not has_instructions([Part(place, blocks) for place, blocks in others.items()]):
        return (Part("", compose(whole, read)),)
    stand = (part for part in signed if part.place and part.place not in places and not has_instructions((part,)))
    return (*stand, *read)
