"""Settle one line of readiness with a few words: which job that is follows from what the line is about."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.documents.foreign import read_text_safely
from tablebook.domain.codes import Party
from tablebook.domain.leftovers import leftovers
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.readiness import readiness
from tablebook.domain.ready_line import Act, ReadyLine
from tablebook.domain.values import Part, Signature
from tablebook.domain.waiting_texts import says_what_to_do
from tablebook.errors import UserError
from tablebook.jobs import agree, packet_words
from tablebook.jobs.changed import Changed, at_or_now
from tablebook.jobs.findings.paper_parts import paper_parts
from tablebook.jobs.ratify import papers, texts
from tablebook.jobs.sheets.packet import ENGLISH
from tablebook.jobs.targets import Target


def open_lines(book: Book) -> tuple[ReadyLine, ...]:
    """The lines that are not settled, in order: they are counted from 1."""
    return tuple(line for line in readiness(book.negotiation, book.clock.now()) if not line.settled)


def settle_line(
    book: Book,
    number: int,
    words: str = "",
    *,
    by: str = "",
    file: Path | None = None,
    nonetheless: bool = False,
    at: datetime | None = None,
) -> Changed:
    """Settle the open line of this number. ``words`` is the answer it needs: what a blank becomes, the TA that stands,
    who pays, why it may stay, who signed. What an instruction comes to is confirmed by “as shown”, or by the ``file``
    that has the text. ``nonetheless`` keeps a paper whose square code names another TA."""
    lines = open_lines(book)
    if not 1 <= number <= len(lines):
        raise UserError(f"There is no open line {number}.", f"There are {len(lines)}.", "List them with “ready”.")
    line = lines[number - 1]
    if line.act in _WITH_WORDS:
        return _with_words(book, line, words, by, at)
    match line.act:
        case Act.CONFIRM_RESULT:
            return _result(book, line, words, by, file, at)
        case Act.SETTLE_CLASH:
            return _clash(book, line, words, by, at)
        case Act.ADD_SIGNATURE:
            when = at_or_now(book, at)
            return papers.add_signature(book, Signature(Party(line.place), words, when.isoformat()), line.agreement, at)
        case Act.ATTACH_SCAN if file is not None:
            return papers.keep_signed(book, file, line.agreement, nonetheless=nonetheless, by=by, note=words, at=at)
        case Act.TOTAL_TA:
            return agree.settle(book, words or leftovers(book.negotiation).line, at=at)
        case Act.CONFORMING if line.may_stand and words:
            return texts.let_stand(book, line.key, line.seen, words, by=by, at=at)
    if line.act is None:
        raise UserError(f"“{line.sentence}” stays as it is.", "The agreement is signed; its vote is over.")
    how = _HOW.get(line.act, "")
    raise UserError(f"“{line.sentence}” is not settled this way.", f"It takes: {line.act}.", how)


_WITH_WORDS = (Act.ANSWER_BLANK, Act.LOOK_AT, Act.NAME_PAYER, Act.CONDITION_MET, Act.SETTLE_DISPUTE, Act.WRITE_SUMMARY)
_HOW = {
    Act.ATTACH_SCAN: "Give the scan with --file.",
    Act.CONFORMING: "Agree on a conforming list, or say why it stays as it is.",
    Act.MAKE_PACKET: "Make the packet.",
    Act.SET_UP_VOTE: "Set up the vote with “vote set”.",
    Act.GIVE_NOTICE: "Record the notice with “vote notice”.",
    Act.SETTLE_ARTICLE: "Agree on it, or withdraw it.",
}


def _with_words(book: Book, line: ReadyLine, words: str, by: str, at: datetime | None) -> Changed:
    ta = line.agreement
    match line.act:
        case Act.ANSWER_BLANK:
            return texts.answer_blank(
                book, ta, line.article, line.old, words, place=line.place, nth=line.nth, by=by, at=at
            )
        case Act.NAME_PAYER:
            return texts.name_payer(book, ta, words, at=at)
        case Act.CONDITION_MET:
            return texts.meet_condition(book, ta, words, by=by, at=at)
        case Act.SETTLE_DISPUTE:
            return texts.settle_dispute(book, ta, words, place=line.place, by=by, at=at)
        case Act.WRITE_SUMMARY if line.old not in ("", ENGLISH):
            why = "These words would be taken for the English ones; a translation names who made it."
            raise UserError(f"“{line.sentence}” is not settled this way.", why, "Write it with “packet --words”.")
        case Act.WRITE_SUMMARY:
            return packet_words.write_summary(book, ta, words, by=by, at=at)
        case _:
            return texts.let_stand(book, line.key, line.seen, words, by=by, at=at)


_AS_SHOWN = re.compile(r"\W*(?:as (?:shown|proposed|worked out)|confirmed|yes)\W*", re.I)


def _result(book: Book, line: ReadyLine, words: str, by: str, file: Path | None, at: datetime | None) -> Changed:
    """Confirm the result that is proposed, as it is, or the text that a person gives. One in doubt is written out by a
    person first."""
    state, ta = book.negotiation, line.agreement
    found = texts.propose_result(state, ta, line.article)
    told = found.instruction if found else ""
    if file is not None:
        parts = _written_out(state, line.article, file)
        return texts.confirm_result(book, ta, line.article, parts, instruction=told, by=by, at=at)
    todo = "Write it into a file and give that with --file."
    if found is None or found.doubts or not found.result:
        raise UserError(f"The result of {ta} is in doubt.", " ".join(found.doubts) if found else "", todo)
    if not _AS_SHOWN.fullmatch(words):
        raise UserError(
            f"Nothing is confirmed: “{words}” is not “as shown”.",
            f"{ta} comes to: {'; '.join(map(_shown, found.result))}",
            f"Give --words “as shown” where that is right. Where it is not: {todo[0].lower()}{todo[1:]}",
        )
    return texts.confirm_result(book, ta, line.article, found.result, instruction=told, by=by, at=at)


def _shown(part: Part) -> str:
    if part.deleted:
        return f"{part.place or 'all of it'} is struck"
    return f"“{' '.join(' '.join(block.printed for block in part.blocks).split())}”"


def _written_out(state: Negotiation, article: str, file: Path) -> tuple[Part, ...]:
    """What a file says the article, or some of its sections, will say."""
    parts = paper_parts(state, Target(article), read_text_safely(file).blocks).parts
    if says_what_to_do(state, article, parts):
        raise UserError(
            f"{file.name} says what to do too.", "The agreement needs the text itself.", "Write out how it will read."
        )
    return parts


def _clash(book: Book, line: ReadyLine, stands: str, by: str, at: datetime | None) -> Changed:
    label, _, reason = stands.partition(":")
    others = [one for one in line.between if one != label.strip()]
    if label.strip() not in line.between or not others:
        raise UserError("Say which TA stands.", f"It is {' or '.join(line.between)}.", "Write it as “TA 7 (2): why”.")
    why = reason.strip() or "As the parties agreed."
    return [
        texts.settle_clash(book, line.article, label.strip(), one, why, place=line.place, by=by, at=at)
        for one in others
    ][-1]
