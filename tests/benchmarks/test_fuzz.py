"""The fuzz run with its figures. ``--fuzz-cases 10000`` takes the full count of each format, ``--fuzz-seed`` a seed."""

from __future__ import annotations

import sys
import time

import pytest

from tests.benchmarks.measured import Measured
from tests.fuzz.run import MOST_SECONDS, run


@pytest.mark.parametrize("kind", ["docx", "pdf", "txt", "md"])
def test_fuzz(measured: Measured, pytestconfig: pytest.Config, kind: str) -> None:
    cases = pytestconfig.getoption("--fuzz-cases")
    seed = pytestconfig.getoption("--fuzz-seed") or int(time.time())
    tally = run(kind, cases, seed, ["contract", "text"])
    went = ", ".join(f"{count} {name}" for name, count in sorted(tally.went.items()))
    measured(f"slowest of {cases} {kind} (seed {seed}: {went})", tally.slowest, limit=MOST_SECONDS)
    sys.stdout.write("\n".join(tally.bad[:40]))
    assert tally.bad == []
