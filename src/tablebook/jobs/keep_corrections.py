"""Keep the corrections of a contract's outline until the book is made, by the file they were made to.

One small file each in the program's own folder, named by the SHA-256 of the contract. It holds what was typed and
where, so it is as private as the contract; it never goes into a book, and age and number are limited.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tablebook import paths
from tablebook.documents.contract import corrections
from tablebook.documents.contract.corrections import Correction

MOST_FILES = 20
LONGEST = timedelta(days=90)
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """Corrections that were kept: of which file (by name), when, and on which reading."""

    name: str
    when: datetime
    reading: str
    steps: tuple[Correction, ...]


def digest_of(path: Path) -> str:
    """The SHA-256 of a file; "" where it cannot be read, which is said by whoever reads it."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


class KeptCorrections:
    """The corrections of one file. A folder that cannot be written to is told once by :meth:`keep`."""

    def __init__(self, digest: str, name: str, folder: Path | None = None) -> None:
        self._folder = folder or paths.rescue_folder() / "corrections"
        self._digest, self._name = digest, name

    def recall(self) -> Kept | None:
        """What was kept for this very file."""
        return _read(self._path) if self._digest else None

    def earlier(self) -> Kept | None:
        """The newest corrections of another file with the same name: an older edition of it, most likely."""
        others = [_read(path) for path in self._files() if path != self._path]
        named = [kept for kept in others if kept is not None and kept.name == self._name]
        return max(named, key=lambda kept: kept.when, default=None)

    def keep(self, steps: tuple[Correction, ...], reading: str, now: datetime) -> None:
        """Keep these instead of what was kept, made on the ``reading`` of this mark; none at all forgets the file.
        OSError where that cannot be done."""
        if not steps:
            self.forget()
        elif self._digest:
            plain = [corrections.to_plain(step) for step in steps]
            self._write({"format": _FORMAT, "name": self._name, "when": now.isoformat(), "reading": reading,
                         "steps": plain}, now)  # fmt: skip

    def _write(self, values: dict[str, Any], now: datetime) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = self._path.with_name(f"{self._digest}.{os.getpid()}.part")
        try:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
                json.dump(values, stream, ensure_ascii=False)
                stream.flush()
                os.fsync(stream.fileno())
            os.utime(part, (now.timestamp(), now.timestamp()))
            part.replace(self._path)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise

    def forget(self) -> None:
        """Keep nothing for this file any longer."""
        if self._digest:
            self._path.unlink(missing_ok=True)

    def tidy(self, now: datetime) -> None:
        """Take away what is too old and what is too many, half-written files of a stopped program among them."""
        oldest = (now - LONGEST).timestamp()
        newest_first = sorted(((_time(path), path) for path in self._folder.glob("*")), reverse=True)
        gone = [path for at, (when, path) in enumerate(newest_first) if at >= MOST_FILES or when < oldest]
        for path in gone:
            with contextlib.suppress(OSError):
                path.unlink()

    @property
    def _path(self) -> Path:
        return self._folder / f"{self._digest}.json"

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.json"))


def _time(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _read(path: Path) -> Kept | None:
    """What a file keeps; None where there is none or it is not ours."""
    try:
        values: Any = json.loads(path.read_text("utf-8"))
        if values["format"] != _FORMAT:
            return None
        when = datetime.fromisoformat(values["when"])
        steps = tuple(map(corrections.from_plain, values["steps"]))
        return Kept(str(values["name"]), when, str(values["reading"]), steps) if when.tzinfo and steps else None
    except (OSError, ValueError, TypeError, LookupError):
        return None
