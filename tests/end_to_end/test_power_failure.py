"""The power goes at any moment: what was shown as recorded is there, and so is what was typed over a second ago."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

from tablebook.book.book import verify_file
from tablebook.clock import SystemClock
from tablebook.documents.read import read_contract
from tablebook.domain.codes import Party
from tablebook.domain.record import NoteTaken
from tablebook.ids import SystemIds
from tablebook.jobs.new_book import Who, make_book
from tablebook.jobs.open_book import open_book
from tablebook.jobs.sessions import open_session
from tests.end_to_end.beat import Beat

CONTRACT = Path(__file__).parents[1] / "data" / "or-stea" / "agreement-unmarked.txt"
WRITER = Path(__file__).with_name("writer.py")
TIMES, IN_THE_START, SECOND = 25, 6, 1.0
# Where the machine stands still, the program does: at a timer, at a key in between, at an entry's commit before, and
# at the commit itself.
STEPS = 4
MOST_KEYS = 300
ARTICLE = "8"


@dataclass
class Shown:
    """What the killed program had shown, in order."""

    killed: float
    opened: str | None = None
    entries: int = 0
    notes: list[str] = field(default_factory=list)
    line: list[tuple[float, str]] = field(default_factory=list)
    draft: list[tuple[float, str]] = field(default_factory=list)

    def take(self, said: str) -> None:
        """One printed line; the last one may be cut by the kill."""
        kind, *rest = said.split("\t")
        assert kind != "fault", rest
        if kind == "open":
            self.opened = rest[0]
        elif kind == "recorded":
            self.entries = int(rest[0])
            self.notes.append(rest[1])
        else:
            getattr(self, kind).append((float(rest[0]), rest[1]))


def still_fresh(shown: list[tuple[float, str]], killed: float, wait: float) -> list[str]:
    """What may stand there: what was shown a second before, or anything after it. ``wait`` is how long the machine
    made a program wait at one step meanwhile, and keeping what is typed takes a few of them."""
    first = max((at for at, (when, _) in enumerate(shown) if when <= killed - SECOND - STEPS * wait), default=0)
    return [text for _, text in shown[first:]]


def told(kept: str, shown: list[tuple[float, str]], killed: float, wait: float) -> str:
    """What is in the file, and how long before the end each text was shown."""
    times = "; ".join(f"{killed - when:.2f} s before: {text[-60:]!r}" for when, text in shown)
    return f"kept {kept[-60:]!r}; the machine stood still for {wait:.2f} s; shown {times}"


def write_until_killed(book: Path, seed: int, chance: random.Random, in_the_start: bool) -> Shown:
    """Start the program on the book, let it type, kill it: after so many keys, however long they take."""
    command = [sys.executable, str(WRITER), str(book), str(seed)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    said: list[bytes] = []
    keys, enough = chance.randint(5, MOST_KEYS), threading.Event()

    def listen(lines: IO[bytes]) -> None:
        for line in lines:
            said.append(line)
            if len(said) >= keys:
                enough.set()
        enough.set()

    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as program:
        assert program.stdout is not None
        listener = threading.Thread(target=listen, args=(program.stdout,))
        listener.start()
        if not in_the_start:
            assert enough.wait(300), "it says nothing any more"
        with pytest.raises(subprocess.TimeoutExpired):  # it never ends by itself
            program.wait(chance.uniform(0.05, 1.2) if in_the_start else chance.uniform(0, 0.05))
        killed = time.monotonic()
        program.kill()
        listener.join()
    shown = Shown(killed)
    for line in said:
        if line.endswith(b"\n"):
            shown.take(line.decode("utf-8").rstrip("\r\n"))
    return shown


@pytest.fixture
def book(tmp_path: Path, own_folders: Path) -> Path:
    """A book of a real contract, with a session open."""
    path, clock = tmp_path / "Timber.tablebook", SystemClock()
    contract = read_contract(CONTRACT).contract
    with make_book(path, contract, Who("Union", "District", Party.UNION, "successor", "2027-30"), clock=clock,
                   ids=SystemIds(), origin="laptop") as made:  # fmt: skip
        open_session(made, place="Room 4", present={Party.UNION: ("Dana Marsh",), Party.EMPLOYER: ("Ruth Kessler",)})
    return path


def test_nothing_recorded_is_lost_when_the_program_is_killed(book: Path, tmp_path: Path) -> None:
    with Beat(tmp_path) as beat:
        kill_again_and_again(book, beat)


def kill_again_and_again(book: Path, beat: Beat) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print("seed", seed)  # noqa: T201 - the numbers of a failure, to see it again
    chance = random.Random(seed)
    notes: list[str] = []
    entries, line = 0, ""
    for at in range(TIMES):
        beat.longest()
        shown = write_until_killed(book, seed + at, chance, in_the_start=at % (TIMES // IN_THE_START) == 3)
        wait = beat.longest()
        notes += shown.notes
        entries = max(entries, shown.entries)
        if shown.opened is not None:
            assert shown.opened == line, "the next start shows what was half typed"
        assert verify_file(book).ok
        with open_book(book, read_only=True) as kept:
            bodies = [one.body for one in kept.negotiation.entries.values()]
            assert len(bodies) >= entries, "every entry that was shown as recorded"
            there = [body.text for body in bodies if isinstance(body, NoteTaken)]
            assert not [note for note in notes if note and note not in there]
            line = kept.plan.note_line().text
            if shown.line:
                assert line in still_fresh(shown.line, shown.killed, wait), told(line, shown.line, shown.killed, wait)
            draft = kept.plan.draft(ARTICLE)
            words = (draft.blocks if draft else kept.negotiation.items[ARTICLE].article.blocks)[-1].text
            if shown.draft:
                assert words in still_fresh(shown.draft, shown.killed, wait), told(
                    words, shown.draft, shown.killed, wait
                )
    assert len(notes) > 5, "it was killed while it worked"
