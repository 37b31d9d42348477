"""A process that is killed at a random moment loses nothing that it said was recorded."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from tablebook.book import Book
from tablebook.book.lock import WriterLock
from tablebook.clock import FixedClock
from tablebook.ids import SeededIds
from tests.unit.book.story import MONDAY, ORIGIN, contract, reopen

RECORDER = Path(__file__).with_name("recorder.py")
KILLS = 25


def run_until_killed(path: Path, moment: random.Random) -> dict[str, int]:
    """What the process had said when it died: the last number of each kind."""
    process = subprocess.Popen([sys.executable, str(RECORDER), str(path), ORIGIN], stdout=subprocess.PIPE, text=True)
    said: dict[str, int] = {}
    lines = moment.randint(1, 60)
    with process:
        assert process.stdout is not None
        for count, line in enumerate(process.stdout, start=1):
            _hear(line, said)
            if count == lines:
                # Somewhere inside the next step, never neatly between two.
                _wait_busily(moment.randint(0, 2_000))
                process.kill()
        process.wait(timeout=300)
    return said


def _hear(line: str, said: dict[str, int]) -> None:
    if line.endswith("\n"):
        what, number = line.split()
        said[what] = int(number)


def _wait_busily(rounds: int) -> None:
    for _ in range(rounds):
        random.random()


def test_every_entry_said_to_be_recorded_is_there_after_25_kills(tmp_path: Path) -> None:
    path = tmp_path / "Local 7.tablebook"
    Book.create(path, contract(), FixedClock(MONDAY), SeededIds(), origin=ORIGIN).close()
    moment, before = random.Random(7), 1
    for _ in range(KILLS):
        said = run_until_killed(path, moment)
        WriterLock(path).release()
        with reopen(path) as book:
            assert said["recorded"] <= len(book.entries) <= said["recorded"] + 1
            assert len(book.entries) > before
            assert book.verify().ok
            draft = book.plan.draft("7")
            if "drafted" in said:
                assert draft
                assert int(draft.blocks[0].text.split()[1]) >= said["drafted"]
            if "typed" in said:
                assert int(book.plan.note_line().text.split()[1]) >= said["typed"]
            assert len(book.search("note", 10_000)) == len(book.entries) - 1
            before = len(book.entries)
