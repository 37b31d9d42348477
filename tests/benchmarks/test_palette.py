"""How long a key in the palette takes, in a book of 60 articles and 900 passes."""

from __future__ import annotations

import time

from tablebook.jobs.palette_search import ARTICLES, Index, Target
from tests.benchmarks.measured import Measured

FRAME = 0.016
TYPED = ("a", "ar", "art", "arti", "artic 39")
ROUNDS = 5


def test_a_key_in_the_palette(measured: Measured) -> None:
    targets = [Target(ARTICLES, str(at), f"{at} Article about class size", exact=str(at)) for at in range(1500)]
    index = Index(targets)
    slowest = 0.0
    for typed in TYPED:
        took = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            assert index.find(typed)
            took.append(time.perf_counter() - began)
        slowest = max(slowest, min(took))
    began = time.perf_counter()
    assert sum("art" in target.words.lower() for target in targets) == len(targets)
    floor = time.perf_counter() - began
    measured("a key in the palette among 1,500 (floor: looking through the names)", slowest, limit=FRAME, floor=floor)
