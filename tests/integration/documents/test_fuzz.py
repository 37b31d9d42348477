"""A small fuzz run of each format; the whole one is ``packaging/dev.py bench tests/benchmarks/test_fuzz.py``."""

from __future__ import annotations

import pytest

from tests.fuzz.run import run

SEED = 20


@pytest.mark.parametrize("kind", ["docx", "pdf", "txt", "md"])
def test_files_made_wrong_are_read_or_told_in_one_sentence(kind: str) -> None:
    tally = run(kind, 80, SEED, ["contract", "text"])
    assert tally.cases == 80
    assert tally.went["read"] > 0
    assert tally.bad == []
    assert set(tally.went) <= {"read", "sentence"}
