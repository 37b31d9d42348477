"""The acts of readiness that need a few words: a condition that came about, a payer, a dispute settled, a look."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.ready_line import Act, Check, ReadyLine
from tablebook.jobs.make_packet import chosen_packet
from tablebook.jobs.ratify import texts as job
from tablebook.redline.marks import MarkedBlock
from tablebook.reports.packet.sheet import PacketSheet
from tablebook.ui.dialogs.reason import WIDTH, Ask, ReasonDialog
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.text.redline_page import RedlinePage
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.ratify.stage import Ratify

WIDE, HIGH = 1080, 320
"""The width of a dialog with a text beside what is asked, and the least height of that text."""


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Ask for the words that settle the line."""
    if line.check is Check.APPENDICES:
        stage.desk.bridge.run(chosen_packet, then=lambda sheet: _look(stage, line, _signed(stage, sheet, line)).open())
    elif line.act in _DIALOGS:
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


def _signed(stage: Ratify, sheet: PacketSheet, line: ReadyLine) -> list[MarkedBlock]:
    """The text that is to be looked at, with the marks of what was signed."""
    item = stage.desk.state.items.get(line.article)
    name = item.article.name if item else line.article
    return [block for text in sheet.texts if text.name == name for block in text.redline]


def _look(stage: Ratify, line: ReadyLine, text: Sequence[MarkedBlock] = ()) -> ReasonDialog:
    """Why it may stand; beside it the text, where there is one to be looked at."""
    if not line.may_stand and line.article:
        stage.desk.choose(line.article, line.place)
    dialog = ReasonDialog(
        stage.desk,
        "Look at this, and let it stand",
        line.sentence,
        [Ask("reason", "Why it may stand as it is", "lines", needed="Say why it may stand."), _who(stage)],
        "Let it stand",
        partial(_stands, line=line.key, seen=line.seen),
        "check",
        told="It comes back when its words change.",
        parent=stage.window(),
        width=WIDE if text else WIDTH,
    )
    if text:
        dialog.set_side(_beside(text), 560)
    return dialog


def _beside(text: Sequence[MarkedBlock]) -> QWidget:
    beside, page = QWidget(), RedlinePage()
    page.setAccessibleName("As it was signed")
    page.setMinimumHeight(theme().px(HIGH))
    page.show_blocks(text)
    column = space(QVBoxLayout(beside), spacing=6)
    column.addWidget(Label("As it was signed", "body_bold"))
    column.addWidget(page, 1)
    return beside


def _stands(book: Book, line: str, seen: str, reason: str, by: str) -> Any:
    return job.let_stand(book, line, seen, reason, by=by)


_DIALOGS = {
    Act.CONDITION_MET: _condition,
    Act.NAME_PAYER: _payer,
    Act.SETTLE_DISPUTE: _dispute,
    Act.LOOK_AT: _look,
}
