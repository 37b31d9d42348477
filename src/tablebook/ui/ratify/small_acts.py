"""The acts of readiness that need a few words: a condition that came about, a payer, a dispute settled, a look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tablebook.domain.ready_line import Act, ReadyLine
from tablebook.jobs.ratify import texts as job
from tablebook.ui.dialogs.reason import Ask, ReasonDialog

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.ratify.stage import Ratify


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Ask for the words that settle the line."""
    if line.act in _DIALOGS:
        _DIALOGS[line.act](stage, line).open()


def _who(stage: Ratify) -> Ask:
    return Ask("by", "Recorded by", "who", party=stage.desk.state.we)


def _condition(stage: Ratify, line: ReadyLine) -> ReasonDialog:
    return ReasonDialog(
        stage.desk,
        f"The condition of {line.agreement} came about",
        line.sentence,
        [
            Ask("how", "How it came about", "lines", "Say how it came about.", hint="members read it in the packet"),
            _who(stage),
        ],
        "Record it",
        partial(_met, ta=line.agreement),
        "circle-check",
        parent=stage.window(),
    )


def _met(book: Book, ta: str, how: str, by: str) -> Any:
    return job.meet_condition(book, ta, how, by=by)


def _payer(stage: Ratify, line: ReadyLine) -> ReasonDialog:
    return ReasonDialog(
        stage.desk,
        f"Who pays what {line.agreement} makes due",
        line.sentence,
        [
            Ask("payer", "Who pays or carries it out", needed="Name who pays."),
            Ask("pay_by", "By when", hint="a date or words"),
            Ask("note", "Note"),
        ],
        "Name the payer",
        partial(_named, ta=line.agreement),
        "check",
        parent=stage.window(),
    )


def _named(book: Book, ta: str, payer: str, pay_by: str, note: str) -> Any:
    return job.name_payer(book, ta, payer, pay_by=pay_by, note=note)


def _dispute(stage: Ratify, line: ReadyLine) -> ReasonDialog:
    return ReasonDialog(
        stage.desk,
        f"The words of {line.agreement} are disputed",
        line.sentence,
        [Ask("words", "How both sides settled it", "lines", needed="Say how it was settled."), _who(stage)],
        "Record that it is settled",
        partial(_settled, ta=line.agreement, place=line.place),
        "handshake",
        parent=stage.window(),
    )


def _settled(book: Book, ta: str, place: str, words: str, by: str) -> Any:
    return job.settle_dispute(book, ta, words, place=place, by=by)


def _look(stage: Ratify, line: ReadyLine) -> ReasonDialog:
    if not line.may_stand and line.article:
        stage.desk.choose(line.article, line.place)
    return ReasonDialog(
        stage.desk,
        "Look at this, and let it stand",
        line.sentence,
        [Ask("reason", "Why it may stand as it is", "lines", needed="Say why it may stand."), _who(stage)],
        "Let it stand",
        partial(_stands, line=line.key, seen=line.seen),
        "check",
        told="It comes back when its words change.",
        parent=stage.window(),
    )


def _stands(book: Book, line: str, seen: str, reason: str, by: str) -> Any:
    return job.let_stand(book, line, seen, reason, by=by)


_DIALOGS = {
    Act.CONDITION_MET: _condition,
    Act.NAME_PAYER: _payer,
    Act.SETTLE_DISPUTE: _dispute,
    Act.LOOK_AT: _look,
}
