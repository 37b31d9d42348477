"""Confirm what a TA that says what to do comes to: as it is shown, as the signed words are written, or as a file has
it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.documents.foreign import read_text_safely
from tablebook.domain.instructions import Proposed
from tablebook.domain.language import current_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.open_words import open_words
from tablebook.domain.phrases import listed
from tablebook.domain.ready_line import ReadyLine
from tablebook.domain.text import same_words, sections_of
from tablebook.domain.values import Part
from tablebook.domain.waiting_texts import says_what_to_do
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed
from tablebook.jobs.findings.kept_closing import with_closing
from tablebook.jobs.findings.lost_paragraphs import missing_in, said_of
from tablebook.jobs.place_text import parts_for
from tablebook.jobs.ratify import texts
from tablebook.jobs.section_openings import with_sections
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
        parts = _with_the_others(found, _written_out(state, line, file, as_written=as_written))
    elif as_written:
        parts = texts.signed_parts(state, ta, line.article)
    else:
        parts = _shown(found, ta, words)
    told = found.instruction if found else ""
    lost = _lost(state, line.article, parts, found) if file is not None or as_written else ()
    done = texts.confirm_result(book, ta, line.article, parts, instruction=told, by=by, not_shown=lost, at=at)
    said = (done.message, _comes_to(state, line.article, parts), *said_of(state, line.article, lost, "in the result"))
    return replace(done, message=" ".join(said))


def _lost(state: Negotiation, key: str, parts: Sequence[Part], found: Proposed | None) -> tuple[Part, ...]:
    """The contract's paragraphs that are missed in words which a person gave, by section, without those that the
    instruction itself takes out."""
    sure = found.result if found is not None and not found.doubts else ()
    struck = {block for part in missing_in(state, key, sure) for block in part.blocks}
    left = (Part(one.place, tuple(b for b in one.blocks if b not in struck)) for one in missing_in(state, key, parts))
    return tuple(part for part in left if part.blocks)


def _comes_to(state: Negotiation, key: str, parts: Sequence[Part]) -> str:
    """Which places change by it: the rest stays as the contract has it."""
    known = sections_of(current_blocks(state, key))
    struck = [part.place for part in parts if part.place and part.deleted]
    new = [part.place for part in parts if part.place and not part.deleted and part.place not in known]
    other = [part.place for part in parts if part.place in known and part.place and not part.deleted]
    name = state.items[key].article.name
    named = ((f"Changed in {name}", other), (f"New in {name}", new), (f"Struck in {name}", struck))
    said = " ".join(f"{what}: {listed(places)}." for what, places in named if places)
    return f"{said} The rest stays." if said else f"That is all of {name}."


def _shown(found: Proposed | None, ta: str, words: str) -> tuple[Part, ...]:
    """The proposed result, where the words confirm it."""
    if found is None or found.doubts or not found.result:
        why = " ".join(found.doubts) if found else ""
        raise UserError(f"The result of {ta} is in doubt.", why, f"{_WRITE_OUT} {_LANGUAGE}")
    if not _AS_SHOWN.fullmatch(words):
        raise UserError(
            f"Nothing is confirmed: “{words}” is not “as shown”." if words else "Nothing is confirmed yet.",
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
    """What a file says the article, or some of its sections, will say: all of its words are taken as they stand."""
    name = state.items[line.article].article.name if line.article in state.items else line.article
    blocks = with_sections(state, line.article, read_text_safely(file).blocks)
    parts = with_closing(state, line.article, parts_for(state, Target(line.article), blocks))
    many = len(sections_of(current_blocks(state, line.article)).keys() - {""}) > 1
    if many and not as_written and any(not part.place and not _has_sections(part) for part in parts):
        raise UserError(
            f"{file.name} names no section of {name}.",
            f"It would stand in place of all of {name}.",
            f"Write the section's number before its words. {_LANGUAGE}",
        )
    if not as_written and says_what_to_do(state, line.article, parts):
        raise UserError(
            f"{file.name} says what to do too.",
            "The agreement needs the text itself.",
            f"Write out how it will read. {_LANGUAGE}",
        )
    if left := open_words(parts, known=same_words(" ".join(b.printed for b in current_blocks(state, line.article)))):
        raise UserError(
            f"{file.name} leaves something open: “{left[0].around}”.",
            "The agreement needs the whole text.",
            "Write out how it will read.",
        )
    return parts


def _has_sections(part: Part) -> bool:
    return part.deleted or any(block.section for block in part.blocks)


def _with_the_others(found: Proposed | None, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts that were written out, and what the TA comes to in other sections."""
    places = {part.place for part in parts}
    if "" in places or found is None:
        return parts
    return (*(part for part in found.result if part.place and part.place not in places), *parts)
