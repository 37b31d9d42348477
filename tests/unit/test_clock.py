from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tablebook.clock import FixedClock, StoryClock, SystemClock, zone_name

MOMENT = datetime(2027, 3, 1, 9, 0, tzinfo=timezone(timedelta(hours=-6), "CST"))


def test_the_systems_clock_knows_its_offset_and_never_counts_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Chicago")
    clock = SystemClock()
    now = clock.now()
    assert now.utcoffset() in (timedelta(hours=-6), timedelta(hours=-5))
    assert zone_name(now) == "America/Chicago"
    assert clock.monotonic_ns() <= clock.monotonic_ns()


@pytest.mark.parametrize("zone", ["", "Nowhere/At all", "../../etc/passwd"])
def test_a_zone_that_is_not_one_still_gives_an_offset(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    assert SystemClock().now().utcoffset() is not None


def test_a_fixed_clock_stands_until_it_is_put_forward() -> None:
    clock = FixedClock(MOMENT)
    assert (clock.now(), clock.now(), clock.monotonic_ns()) == (MOMENT, MOMENT, 0)
    clock.forward(1.5)
    assert clock.now() == MOMENT + timedelta(seconds=1.5)
    assert clock.monotonic_ns() == 1_500_000_000
    assert zone_name(clock.now()) == "CST"


def test_a_fixed_clock_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        FixedClock(MOMENT.replace(tzinfo=None))


def test_a_story_goes_on_where_it_was_left() -> None:
    real = FixedClock(datetime(2026, 11, 22, 7, 0, tzinfo=UTC))
    clock = StoryClock(real)
    assert clock.now() == real.now()
    told = datetime(2027, 3, 9, 14, 2, tzinfo=timezone(timedelta(hours=-6)))
    clock.go_on_from(told)
    real.forward(90)
    assert clock.now() == told + timedelta(seconds=90)
    assert clock.now().utcoffset() == told.utcoffset()
    assert clock.monotonic_ns() == real.monotonic_ns()
