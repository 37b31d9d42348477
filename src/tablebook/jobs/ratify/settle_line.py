"""Settle one line of readiness with a few words: which job that is follows from what the line is about."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.domain.codes import Party
from tablebook.domain.leftovers import leftovers
from tablebook.domain.readiness import readiness
from tablebook.domain.ready_line import Act, ReadyLine
from tablebook.domain.values import Signature
from tablebook.errors import UserError
from tablebook.jobs import agree, packet_words
from tablebook.jobs.changed import Changed, at_or_now
from tablebook.jobs.ratify import papers, texts
from tablebook.jobs.ratify.settle_result import settle_result
from tablebook.jobs.sheets.packet import ENGLISH


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
    who pays, why it may stay, who signed. ``file`` is a scan to keep, or the text that an instruction comes to.
    ``nonetheless`` keeps a paper whose square code names another TA."""
    lines = open_lines(book)
    if not 1 <= number <= len(lines):
        raise UserError(f"There is no open line {number}.", f"There are {len(lines)}.", "List them with “ready”.")
    line = lines[number - 1]
    if line.act in _WITH_WORDS:
        return _with_words(book, line, words, by, at)
    match line.act:
        case Act.CONFIRM_RESULT:
            return settle_result(book, line, words, by=by, file=file, at=at)
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


def has_a_result(book: Book, number: int) -> bool:
    """Whether an open line is a TA that says what to do, and whose result can be shown."""
    lines = open_lines(book)
    return 1 <= number <= len(lines) and lines[number - 1].act is Act.CONFIRM_RESULT


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
