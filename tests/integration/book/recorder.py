"""Run as a program by the tests: records notes and drafts as fast as it can, and says so after each commit."""

from __future__ import annotations

import sys
from pathlib import Path

from tablebook.book import Book
from tablebook.clock import SystemClock
from tablebook.domain.codes import Custody
from tablebook.domain.record import Draft, NoteTaken
from tablebook.domain.text import paragraph
from tablebook.ids import SystemIds


def main(path: Path, origin: str) -> None:
    """Record until killed."""
    with Book.open(path, SystemClock(), SystemIds(), origin=origin) as book:
        if book.read_only:
            raise SystemExit(book.read_only_reason)
        number = len(book.entries)
        while True:
            words = f"note {number} " + "of what was said at the table " * (number % 40)
            (entry,) = book.record([Draft(NoteTaken(words, "MR"), Custody.OURS)])
            say("recorded", entry.seq)
            book.plan.save_draft("7", [paragraph(f"draft {number}")], step=number % 3 == 0)
            say("drafted", number)
            book.plan.save_note_line(f"half {number}", entry.at)
            say("typed", number)
            number += 1


def say(what: str, number: int) -> None:
    """Tell the test, at once."""
    sys.stdout.write(f"{what} {number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
