"""Dates and times as a person types them at the start of a session."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day_words(day: date) -> str:
    """ "Tue 9 Mar 2027": with the year, since it goes into the record."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"


def date_of(typed: str, today: date) -> date | None:
    """The date that "Tue 9 Mar 2027", "9 Mar", "2027-03-09" or "3/9/2027" means; None where it is not clear."""
    words = typed.strip().lower().replace(",", " ")
    if words in ("today", ""):
        return today
    if words == "tomorrow":
        return today + timedelta(days=1)
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        return _made(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?", words):
        return _made(int(match[3] or today.year), int(match[1]), int(match[2]))
    month = next((at for at, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}", words)), 0)
    day = re.search(r"\b(\d{1,2})\b", words)
    year = re.search(r"\b(\d{4})\b", words)
    return _made(int(year[1]) if year else today.year, month, int(day[1])) if month and day else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def time_of(typed: str) -> tuple[int, int] | None:
    """Hours and minutes of "13:04", "1304", "9.30" or "1:04 pm"."""
    match = re.fullmatch(r"(\d{1,2})[:.h ]?(\d{2})?\s*(am|pm)?", typed.strip().lower())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % 12 + (12 if match[3] == "pm" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def moment_of(day: str, clock: str, now: datetime) -> datetime | None:
    """Both together in the zone of now; None where one of them is not clear."""
    when, hours = date_of(day, now.date()), time_of(clock)
    if when is None or hours is None:
        return None
    return now.replace(year=when.year, month=when.month, day=when.day, hour=hours[0], minute=hours[1], second=0,
                       microsecond=0)  # fmt: skip
