"""What the measurements found, as one table at the end of the run."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2 as pdfium

ROOT = Path(__file__).parents[2]
"""Where a measured child is started, so that it finds these tests."""


def best(act: Callable[[], object], rounds: int = 5) -> float:
    """Seconds of the quickest of several rounds."""
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return min(took)


def best_beside(
    floor: Callable[[], object], act: Callable[[], object], rounds: int, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, float]:
    """(floor, act): seconds of the quickest round of each. They take turns, so that other programs slow both."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for one, times in zip((floor, act), took, strict=True):
            began = clock()
            one()
            times.append(clock() - began)
    return min(took[0]), min(took[1])


def bare_pdf_text(data: bytes) -> None:
    """The text of every page of a PDF as the library gives it: the floor of all reading."""
    document = pdfium.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()


@dataclass(frozen=True)
class Line:
    """One figure: what was measured, its floor in the same run, and how much is allowed."""

    name: str
    value: float
    unit: str
    floor: float | None
    limit: float | None
    load: float

    @property
    def ok(self) -> bool:
        """Whether it is within its limit; without one it is only told."""
        return self.limit is None or self.value <= self.limit

    def cells(self) -> tuple[str, ...]:
        """Its row of the table."""
        ratio = f"{self.value / self.floor:.2f} x" if self.floor else ""
        verdict = "" if self.limit is None else "ok" if self.ok else "OVER"
        return (self.name, self._shown(self.value), self._shown(self.floor), ratio, self._shown(self.limit), verdict,
                f"{self.load:.1f}")  # fmt: skip

    def _shown(self, value: float | None) -> str:
        if value is None:
            return ""
        if self.unit == "%":
            return f"{value:.2f} %"
        if self.unit in ("MB", "x"):
            return f"{value:.2f} x" if self.unit == "x" else f"{value:.0f} MB"
        return f"{value:.2f} s" if value >= 1 else f"{value * 1e3:.{1 if value < 0.1 else 0}f} ms"


@dataclass
class Measured:
    """Takes each figure as it is found. Those over their limits are gathered, so that all are in the table."""

    lines: list[Line] = field(default_factory=list)
    over: list[str] = field(default_factory=list)

    def __call__(
        self, name: str, value: float, *, limit: float | None = None, floor: float | None = None, unit: str = "s"
    ) -> None:
        """Write a figure down and note whether it is over its limit."""
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        line = Line(name, value, unit, floor, limit, load)
        self.lines.append(line)
        if not line.ok:
            self.over.append(f"{name}: {line.cells()[1]}, at most {line.cells()[4]}")

    def table(self) -> list[str]:
        """The rows with their heads, in columns."""
        heads = ("measured", "time or size", "floor", "ratio", "limit", "", "load")
        rows = [heads, *(line.cells() for line in self.lines)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
        return [_aligned(row, widths) for row in rows]


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    first, *others = zip(row, widths, strict=True)
    return "  ".join((first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others))).rstrip()
