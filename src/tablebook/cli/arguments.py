"""Words of the command line as values of the field."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from tablebook.errors import UserError

Code = TypeVar("Code", bound=StrEnum)


def moment(text: str | None) -> datetime | None:
    """An ISO time ("2026-03-02T18:05", with an offset or in this computer's zone); None where none was given."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UserError(f"“{text}” is not a time.", "", "Write it as 2026-03-02T18:05.") from None
    return found if found.utcoffset() is not None else found.astimezone()


def code(kind: type[Code], text: str, what: str) -> Code:
    """A code by its word; the sentence lists the words there are."""
    try:
        return kind(text.strip().lower())
    except ValueError:
        raise UserError(f"“{text}” is no {what}.", "", f"Choose one of {', '.join(kind)}.") from None


def existing(path: Path) -> Path:
    """A file that is there to be read."""
    if not path.exists():
        raise UserError(f"There is no file {path.name}.", f"Looked in {path.resolve().parent}.", "Check the name.")
    return path
