"""What a person reads for each stored code: the word, the icon beside it, and the tone both are shown in."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import NamedTuple


class Word(NamedTuple):
    """A shown word with its icon (a name in resources/icons, or "") and tone (a key of kit.chip.TONES)."""

    text: str
    icon: str = ""
    tone: str = "neutral"


STATES = {
    "not-opened": Word("Not opened", "circle-dashed"),
    "with-us": Word("With us", "reply", "ink"),
    "with-them": Word("With them", "send"),
    "held": Word("Held", "circle-pause", "attention"),
    "ta": Word("TA’d", "circle-check", "ta"),
    "part-ta": Word("Part TA’d", "circle-check", "ta"),
    "withdrawn": Word("Withdrawn", "undo-2"),
    "in-package": Word("In package", "package"),
    "disputed": Word("Disputed", "circle-alert", "problem"),
    "deferred": Word("Deferred", "clock"),
    "impasse": Word("Impasse", "scale", "attention"),
    "ratified": Word("Ratified", "badge-check", "ta"),
    "approved": Word("Approved", "badge-check", "ta"),
    "executed": Word("Executed", "badge-check", "ta"),
}

SIGNS = {
    "gist": Word("Gist", "pencil"),
    "question": Word("Question", "message-circle-question-mark"),
    "answer": Word("Answer", "reply"),
    "exact": Word("Exact words", "quote"),
    "promise": Word("Promise", "hand", "attention"),
    "what-if": Word("What-if, not an offer", "message-circle-question-mark", "attention"),
}

CUSTODY = {
    "shared": Word("Shared", "files"),
    "ours": Word("Ours", "notebook-pen"),
    "mediation": Word("Mediation", "scale", "attention"),
    "plan": Word("Private", "lock", "private"),
}

PASS_KINDS = {
    "proposal": Word("Proposal", "file-text"),
    "counter": Word("Counter", "reply"),
    "package": Word("Package", "package"),
    "final": Word("Last, best and final", "flag", "attention"),
    "current": Word("Current contract language", "book"),
    "reject": Word("Rejection", "ban"),
    "concept": Word("Concept, not language", "message-circle"),
}

FORMS = {
    "amend": Word("Amend", "pencil"),
    "new": Word("New", "plus"),
    "delete": Word("Delete", "trash-2"),
    "current": Word("Current language", "book"),
    "concept": Word("Concept", "message-circle"),
}

PASS_STATES = {
    "standing": Word("Open", "circle-dashed"),
    "replaced": Word("Replaced", "refresh-cw"),
    "rejected": Word("Rejected", "ban"),
    "withdrawn": Word("Withdrawn", "undo-2"),
    "accepted": Word("Accepted", "circle-check", "ta"),
}

CHANNELS = {
    "table": Word("At the table", "users"),
    "email": Word("By e-mail", "mail"),
    "phone": Word("By phone", "phone"),
    "mediator": Word("Through the mediator", "scale"),
    "sidebar": Word("In a sidebar", "message-circle"),
}

PARTIES = {
    "union": Word("Union", "", "union"),
    "employer": Word("Employer", "", "employer"),
    "joint": Word("Joint"),
    "mediator": Word("Mediator", "scale"),
    "neutral": Word("Neutral", "gavel"),
}

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def of(table: dict[str, Word], code: str) -> Word:
    """The word for a code; a code from a newer book is shown as it is stored rather than hidden."""
    return table.get(code) or Word(code.replace("-", " ").capitalize())


def day(when: date, today: date) -> str:
    """ "Tue 9 Mar", with the year when it is not this year. Not by locale: papers and window read the same."""
    year = "" if when.year == today.year else f" {when.year}"
    return f"{_DAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]}{year}"


def short_day(when: date, today: date) -> str:
    """ "9 Mar" for points and rows, with the year when it is not this year."""
    year = "" if when.year == today.year else f" {when.year}"
    return f"{when.day} {_MONTHS[when.month - 1]}{year}"


def with_days(sentence: str, today: date) -> str:
    """A sentence whose stored days ("2027-04-19") are said as a person says them; what is no day stays."""

    def said(found: re.Match[str]) -> str:
        try:
            return short_day(date.fromisoformat(found[0]), today)
        except ValueError:
            return found[0]

    return re.sub(r"\b\d{4}-\d{2}-\d{2}\b", said, sentence)


def clock(when: time | datetime, seconds: bool = False) -> str:
    """ "14:02", or "14:02:11" where the second matters."""
    return when.strftime("%H:%M:%S" if seconds else "%H:%M")


def moment(when: datetime, today: date) -> str:
    """The shortest that is clear: "14:02" today, else "9 Mar 14:02"."""
    return clock(when) if when.date() == today else f"{short_day(when.date(), today)} {clock(when)}"


def count(number: int, one: str, many: str = "") -> str:
    """ "1 change", "5 changes"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def duration(minutes: int) -> str:
    """ "4 min", "1 h 18 min"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} min")
    return " ".join(parts)
