"""Putting a paper out after it is recorded: to a folder under a telling name, and to a printer. Nobody waits for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import TextPassed
from tablebook.errors import UserError
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.latest import Latest

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.documents.tracked.paper import Original

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where a paper is to go: a folder (or none), a printer (or none) and how many copies."""

    folder: Path | None = None
    printer: str = ""
    copies: int = 0

    @property
    def anything(self) -> bool:
        """Whether there is anything to do."""
        return self.folder is not None or bool(self.printer and self.copies)


def safe_name(text: str) -> str:
    """A name that every system and every stick can hold."""
    return " ".join(_UNSAFE.sub(" ", text).split()).strip(". ")[:120] or "Paper"


def proposal_name(state: Negotiation, bodies: Sequence[TextPassed], at: datetime) -> str:
    """ "Art 12 Union U-4 0309-1510": what a person on the other side finds on the stick."""
    first = bodies[0]
    item = state.items.get(first.article)
    article = f"Art {first.article}" if item is not None and item.article.number else first.article
    more = " and more" if len({body.article for body in bodies}) > 1 else ""
    party = words.of(words.PARTIES, first.party).text
    return safe_name(f"{article}{more} {party} {first.package or first.label} {at:%m%d-%H%M}")


def put_out(
    desk: Desk,
    make: Callable[[], bytes],
    name: str,
    wanted: Wanted,
    word: Callable[[Original | None], bytes] | None = None,
) -> Latest | None:
    """Make the paper off the window's thread, save and print it as wanted, and say what became of it. Beside a saved
    PDF goes the Word file that ``word`` gives, for the other side to go on writing in."""
    if not wanted.anything:
        return None
    work = Latest(parent=desk)

    def told(done: str) -> None:
        desk.say(done, "printer")
        work.deleteLater()

    def refused(error: UserError) -> None:
        desk.refused.emit(error)
        work.deleteLater()

    work.ready.connect(told)
    work.failed.connect(refused)
    if word is None or wanted.folder is None:
        work.ask(lambda: _do(make, name, wanted))
        return work

    def begin(original: Original | None) -> None:
        work.ask(lambda: _do(make, name, wanted, partial(word, original)))

    desk.bridge.run(original_asked, then=begin, failed=refused)
    return work


def original_asked(book: Book) -> Original | None:
    """The contract's own Word file, asked of the book on its thread."""
    from tablebook.jobs.word_paper import original_of

    return original_of(book)


def _do(make: Callable[[], bytes], name: str, wanted: Wanted, word: Callable[[], bytes] | None = None) -> str:
    from tablebook.reports.saving import save
    from tablebook.ui.dialogs.print_send import send

    pdf = make()
    said = []
    if wanted.folder is not None:
        target = free_name(wanted.folder, name)
        save(pdf, target)
        if word is not None:
            save(word(), target.with_suffix(".docx"))
        said.append(f"Saved as {target.name}{' and as a Word file' if word is not None else ''}.")
    if wanted.printer and wanted.copies:
        send(pdf, wanted.printer, wanted.copies, title=name)
        said.append(f"{words.count(wanted.copies, 'copy', 'copies')} sent to {wanted.printer}.")
    return " ".join(said)


def free_name(folder: Path, stem: str) -> Path:
    """A name nothing has in this folder: no paper is ever replaced."""
    path, count = folder / f"{stem}.pdf", 2
    while path.exists() or path.with_suffix(".docx").exists():
        path, count = folder / f"{stem} ({count}).pdf", count + 1
    return path
