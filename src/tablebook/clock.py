"""Time comes in from outside, so that every test, and every story told again, runs the same everywhere."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Clock(Protocol):
    """What tells the time: the moment with its zone, and a count that never goes back while the machine runs."""

    def now(self) -> datetime:
        """The present moment, aware of its offset from UTC."""

    def monotonic_ns(self) -> int:
        """Nanoseconds that only grow, also when somebody sets the laptop's clock."""


class SystemClock:
    """The laptop's own clock, in its own zone."""

    def __init__(self) -> None:
        self._zone = _local_zone()

    def now(self) -> datetime:
        """The present moment in the laptop's zone."""
        return datetime.now(self._zone) if self._zone else datetime.now().astimezone()

    def monotonic_ns(self) -> int:
        """The operating system's monotonic count."""
        return time.monotonic_ns()


class FixedClock:
    """A clock that stands where it is put. The sample's story is told with it, and so is every test."""

    def __init__(self, moment: datetime) -> None:
        self.put(moment)
        self._start = moment

    def put(self, moment: datetime) -> None:
        """Set it; a moment without an offset is refused, since nothing could be recorded with it."""
        if moment.utcoffset() is None:
            raise ValueError(f"{moment} has no offset from UTC")
        self._moment = moment

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self._moment += timedelta(seconds=seconds)

    def now(self) -> datetime:
        """The moment it was put to."""
        return self._moment

    def monotonic_ns(self) -> int:
        """Nanoseconds since the moment it was made with."""
        return (self._moment - self._start) // timedelta(microseconds=1) * 1000


class StoryClock:
    """The real clock, until a story is opened: then it stands at the story's last moment and runs on from there.

    A fictional negotiation of next spring would otherwise be at the table for minus a hundred days.
    """

    def __init__(self, real: Clock) -> None:
        self._real = real
        self._start: tuple[datetime, int] | None = None

    def go_on_from(self, moment: datetime) -> None:
        """From now on it is this moment and later."""
        self._start = moment, self._real.monotonic_ns()

    def now(self) -> datetime:
        """The real moment, or that of the story."""
        if self._start is None:
            return self._real.now()
        moment, began = self._start
        return moment + timedelta(microseconds=(self._real.monotonic_ns() - began) // 1000)

    def monotonic_ns(self) -> int:
        """The real monotonic count."""
        return self._real.monotonic_ns()


def zone_name(moment: datetime) -> str:
    """The name of the moment's zone ("America/Chicago"), or the system's own word for it where there is none."""
    return getattr(moment.tzinfo, "key", None) or moment.tzname() or ""


def _local_zone() -> ZoneInfo | None:
    """The laptop's zone under its international name; None where the system does not tell it (Windows)."""
    for name in (os.environ.get("TZ", "").lstrip(":"), _linked_zone(Path("/etc/localtime"))):
        if name:
            try:
                return ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return None


def _linked_zone(link: Path) -> str:
    _, found, name = str(link.resolve()).partition("zoneinfo/")
    return name if found else ""
