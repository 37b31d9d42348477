"""How long the sample takes to make, beside the same entries through the bare driver on the same disk."""

from __future__ import annotations

import time
from pathlib import Path

from tablebook.book import entries
from tablebook.book.connection import Mode, connect
from tablebook.jobs.sample import make_sample
from tests.benchmarks.measured import Measured

MOST_SECONDS = 3.0
ROUNDS = 3
EMPTY = "DELETE FROM entry"
ROWS = "SELECT book, chain, seq, hash, CAST(header AS TEXT), salt, CAST(body AS TEXT) FROM entry ORDER BY seq"


def _bare(path: Path) -> float:
    """The sample's own rows put back one by one, each with a commit of the same durability."""
    db = connect(path, Mode.WRITE)
    rows = db.execute(ROWS).fetchall()
    db.execute(EMPTY)
    began = time.perf_counter()
    for row in rows:
        db.execute("BEGIN IMMEDIATE")
        db.execute(entries.APPEND, row)
        db.execute("COMMIT")
    took = time.perf_counter() - began
    db.close()
    return took


def _told(path: Path) -> float:
    began = time.perf_counter()
    make_sample(path).close()
    return time.perf_counter() - began


def test_the_sample_is_made_in_under_three_seconds(tmp_path: Path, measured: Measured) -> None:
    paths = [tmp_path / f"Sample {number}.tablebook" for number in range(ROUNDS)]
    told = min(_told(path) for path in paths)
    floor = min(_bare(path) for path in paths)
    measured("make the sample (floor: bare commits)", told, limit=MOST_SECONDS, floor=floor)
