"""How long the sample takes to make, beside the same entries through the bare driver on the same disk."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tablebook.book import entries
from tablebook.book.connection import Mode, connect
from tablebook.jobs.sample import make_sample

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


def test_the_sample_is_made_in_under_three_seconds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / f"Sample {number}.tablebook" for number in range(ROUNDS)]
    told = min(_told(path) for path in paths)
    floor = min(_bare(path) for path in paths)
    with capsys.disabled():
        print(f"\nmake the sample, quickest of {ROUNDS}")
        print(f"  bare commits {floor:.3f} s")
        print(f"  make_sample  {told:.3f} s ({told / floor:.1f} times), at most {MOST_SECONDS} s")
    assert told < MOST_SECONDS
