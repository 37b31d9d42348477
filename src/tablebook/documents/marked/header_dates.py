"""Dates and times as people write them at the top of a proposal: "2/7 8:00pm", "March 4, 2026 6:15 PM", "14:31"."""

from __future__ import annotations

import datetime as dt
import re

from tablebook.domain.dataclass import dataclass

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d(?![\d:]))"
_DATES = (
    re.compile(r"(?<![\d.])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(
        r"(?<![\d./-])(?P<number>\d{1,2})(?P<sep>[/.-])(?P<day>\d{1,2})(?:(?P=sep)(?P<year>(?:19|20)\d\d|\d\d))?(?![\d/-])"
    ),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>(?:19|20)\d\d))?", re.I),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?\b", re.I),
)
_TIMES = (
    re.compile(r"(?<![\d/.:])(\d{1,2})[:.](\d\d)(?::\d\d)?\s*([ap])\.?\s?m\b\.?", re.I),
    re.compile(r"(?<![\d/.:])(\d{1,2})()\s*([ap])\.?\s?m\b\.?", re.I),
    re.compile(r"(?<![\d/.:])([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?()(?![\d:])"),
    re.compile(r"(?<![\d/.:])([01]\d|2[0-3])([0-5]\d)()\s*(?:hours|hrs?|h)\b", re.I),
)
_CLOCK = re.compile(r"[\s,@–—-]*\b([01]\d|2[0-3])([0-5]\d)\b(?![/.:-]?\d)")  # right behind a date: "10.21.2024 1620"
_NOON = re.compile(r"\b(?:12\s+)?(noon|midnight)\b", re.I)


@dataclass(frozen=True, slots=True)
class When:
    """A date and a time as far as they are written; ``year`` None where the paper leaves it out."""

    month: int = 0
    day: int = 0
    year: int | None = None
    time: str = ""

    @property
    def dated(self) -> bool:
        """Whether there is a date."""
        return bool(self.month)

    def iso(self, year: int | None) -> str:
        """The date as ISO, "" where even the inferred year is unknown."""
        chosen = self.year or year
        try:
            return dt.date(chosen, self.month, self.day).isoformat() if chosen and self.month else ""
        except ValueError:
            return ""


def when_in(text: str) -> tuple[When, str]:
    """The first date and time of a line, and the line without them."""
    time, text = _time_in(text)
    for pattern in _DATES:
        for match in pattern.finditer(text):
            found = _date(match)
            if found is not None:
                month, day, year = found
                behind = text[match.end() :]
                if not time and (clock := _CLOCK.match(behind)):
                    time, behind = f"{clock[1]}:{clock[2]}", behind[clock.end() :]
                rest = f"{text[: match.start()]} {behind}"
                return When(month, day, year, time), _tidy(rest)
    return When(time=time), _tidy(text)


def _date(match: re.Match[str]) -> tuple[int, int, int | None] | None:
    parts = match.groupdict()
    named = parts.get("month")
    month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(named[:3].lower())) if named else 0
    month, day = month or int(parts["number"]), int(parts["day"])
    if month > 12 >= day and parts.get("year"):  # without a year it is no date: 24/7
        month, day = day, month
    separated = parts.get("sep")
    if separated in (".", "-") and not parts.get("year"):
        return None  # 12.1 is a section, and 7-8 a range
    year = int(parts["year"]) if parts.get("year") else None
    if year is not None and year < 100:
        year += 2000
    return (month, day, year) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _time_in(text: str) -> tuple[str, str]:
    for pattern in _TIMES:
        for match in pattern.finditer(text):
            hour, minute, half = int(match[1]), int(match[2] or 0), match[3].lower()
            if hour > (12 if half else 23) or minute > 59:
                continue
            hour = hour % 12 + 12 * (half == "p") if half else hour
            return f"{hour:02d}:{minute:02d}", f"{text[: match.start()]} {text[match.end() :]}"
    noon = _NOON.search(text)
    if noon:
        at = "12:00" if noon[1].lower() == "noon" else "00:00"
        return at, f"{text[: noon.start()]} {text[noon.end() :]}"
    return "", text


def _tidy(text: str) -> str:
    text = re.sub(
        r"\(\s*(?:at\s*)?\)|\bat\s*$|\b(?:dated?|time)\s*(?::\s*|$)|^sent:\s*|(?<=\s)@", " ", text, flags=re.I
    )
    return re.sub(r"\s+([,.;])", r"\1", " ".join(text.split())).strip(" ,.;:–—-|@")
