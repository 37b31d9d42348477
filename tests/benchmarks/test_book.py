"""How long recording and opening take, beside the least the disk and the driver can do."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from tablebook.book import Book, entries, search
from tablebook.book.chain import Moment, seal
from tablebook.book.connection import Mode, connect
from tablebook.clock import FixedClock
from tablebook.domain.codes import Custody, Party
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.record import BookMade, Draft, NoteTaken, Part, SessionClosed, SessionOpened, TextPassed
from tablebook.domain.text import Block, heading, paragraph
from tablebook.ids import SeededIds
from tests.benchmarks.measured import ROOT, Measured
from tests.unit.book.story import MONDAY, ORIGIN

ARTICLES, PASSES, NOTES, SESSIONS = 60, 900, 20_000, 60
ROUNDS, BLOCKS = 400, 4
MOST_ABOVE_THE_DRIVER = 0.0015
MOST_TO_OPEN = 0.8
MOST_MEMORY_MB = 300

OPEN = """
import sys, time
from pathlib import Path
from tablebook.book import Book
from tablebook.clock import SystemClock
from tablebook.ids import SystemIds
began, busy = time.perf_counter(), time.process_time()
book = Book.open(Path(sys.argv[1]), SystemClock(), SystemIds(), origin=sys.argv[2])
took, busy = time.perf_counter() - began, time.process_time() - busy
from tests.benchmarks.memory import most_megabytes
print(len(book.entries), took, busy, most_megabytes())
"""


def clauses(number: int) -> tuple[Block, ...]:
    """An article of ten sections, about 600 words."""
    blocks: list[Block] = []
    for section in range(1, 11):
        words = f"Each unit member shall be given notice of section {section} within ten (10) working days. " * 4
        blocks += [heading(f"Part {section}", section=f"{number}.{section}"), paragraph(words, "(a)")]
    return tuple(blocks)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60 articles, 900 passes and 20,000 notes in 60 sessions."""
    return make_big(tmp_path_factory.mktemp("big"))


def make_big(folder: Path) -> Path:
    """The large book in this folder."""
    path = folder / "Big.tablebook"
    clock = FixedClock(MONDAY)
    articles = tuple(Article(UnitKind.ARTICLE, str(n), f"Title {n}", clauses(n)) for n in range(1, ARTICLES + 1))
    made = BookMade("Union", "Employer", Party.UNION, Contract("Agreement", articles))
    with Book.create(path, made, clock, SeededIds(), origin=ORIGIN) as book:
        for number in range(1, SESSIONS + 1):
            clock.forward(86_400)
            book.record([Draft(SessionOpened(number, "Board room"))])
            clock.forward(60)
            book.record([_pass(number, each) for each in range(PASSES // SESSIONS)])
            book.record([_note(number, each) for each in range(NOTES // SESSIONS + 1)])
            clock.forward(3_600)
            book.record([Draft(SessionClosed(number))])
    return path


def _pass(session: int, each: int) -> Draft:
    article = (session * 7 + each) % ARTICLES + 1
    party = Party.UNION if session % 2 else Party.EMPLOYER
    return Draft(TextPassed(str(article), f"{party[0].upper()}-{session}", party, (Part("", clauses(article)),)))


def _note(session: int, each: int) -> Draft:
    words = f"Note {each} of session {session}: they say ten days is not enough time to post a transfer"
    return Draft(NoteTaken(words, "MR", Party.UNION, place=str(each % ARTICLES + 1)), Custody.OURS)


def _p99(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=100)[98]


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _bare(path: Path) -> Callable[[int], Callable[[], object]]:
    """The same statements with values made beforehand, on a copy of the same book."""
    db = connect(path, Mode.WRITE)
    book = entries.book_id(db, path)
    seq, digest = db.execute(entries.HEAD, (book, ORIGIN)).fetchone()

    def prepare(number: int) -> Callable[[], object]:
        moment = Moment(MONDAY + timedelta(days=900), number)
        sealed, entry = seal(_note(99, number), ORIGIN, seq + 1 + number, digest, b"0123456789abcdef", moment)
        assert sealed.body is not None
        values = (book, ORIGIN, sealed.seq, sealed.hash, sealed.header.decode(), sealed.salt, sealed.body.decode())
        words = search.index_row(entry)

        def append() -> None:
            db.execute("BEGIN IMMEDIATE")
            db.execute(entries.HEAD, (book, ORIGIN)).fetchone()
            db.execute(entries.APPEND, values)
            db.execute(search.INSERT.format(""), words)
            db.execute("COMMIT")

        return append

    return prepare


def test_recording_costs_little_more_than_the_disk(big: Path, measured: Measured) -> None:
    ours, theirs = big.with_name("Ours.tablebook"), big.with_name("Bare.tablebook")
    shutil.copy(big, ours)
    shutil.copy(big, theirs)
    bare = _bare(theirs)
    with Book.open(ours, FixedClock(MONDAY + timedelta(days=900)), SeededIds(2), origin=ORIGIN) as book:
        book.record([Draft(SessionOpened(SESSIONS + 1, "Board room"))])
        blocks = [_block(book, bare, block * ROUNDS) for block in range(BLOCKS)]
    # The block in which the disk and the other programs disturbed the bare driver least.
    floor, recorded = min(blocks, key=lambda block: _p99(block[0]))
    above = _p99(recorded) - _p99(floor)
    usual, bare_usual = statistics.median(recorded), statistics.median(floor)
    measured("record an entry, median (floor: bare driver)", usual, floor=bare_usual)
    measured("record an entry, p99", _p99(recorded), floor=_p99(floor))
    measured("  p99 above the bare driver", above, limit=MOST_ABOVE_THE_DRIVER)


def _block(book: Book, bare: Callable[[int], Callable[[], object]], start: int) -> tuple[list[float], list[float]]:
    """Seconds of the bare driver and of the book, taken in turns, so that a busy disk is busy for both."""
    floor, recorded = [], []
    for number in range(start, start + ROUNDS):
        floor.append(_timed(bare(number)))
        recorded.append(_timed(partial(book.record, [_note(99, number)])))
    return floor, recorded


def test_a_big_book_opens_fast_and_small(big: Path, measured: Measured) -> None:
    def read_rows() -> None:
        db = connect(big, Mode.READ)
        db.execute("SELECT hash, header, body FROM entry ORDER BY chain, seq").fetchall()
        db.close()

    floor = min(_timed(read_rows) for _ in range(3))
    command = [sys.executable, "-c", OPEN, str(big), ORIGIN]
    runs = [subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True) for _ in range(5)]
    count, took, busy, peak = min((tuple(map(float, run.stdout.split())) for run in runs), key=lambda run: run[1])
    assert count > NOTES + PASSES
    measured(f"open a book of {int(count):,} entries, fold included", took, limit=MOST_TO_OPEN, floor=floor)
    measured("  processor time of it (open)", busy)
    measured("  memory of it (open)", peak, limit=MOST_MEMORY_MB, unit="MB")
