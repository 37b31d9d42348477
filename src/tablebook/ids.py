"""Identity and randomness come in from outside, as time does."""

from __future__ import annotations

import os
import random
import uuid
from pathlib import Path
from typing import Protocol


class Ids(Protocol):
    """What makes names that are new everywhere, and salt."""

    def new(self) -> str:
        """A new UUID, version 7: later ones sort after earlier ones."""

    def salt(self) -> bytes:
        """Sixteen random bytes."""


class SystemIds:
    """Names from the clock and the operating system's randomness."""

    def new(self) -> str:
        """A new UUID, version 7."""
        import uuid_utils

        return str(uuid_utils.uuid7())

    def salt(self) -> bytes:
        """Sixteen random bytes from the operating system."""
        return os.urandom(16)


class SeededIds:
    """The same names and salts each time: for stories that must come out the same, never for a real negotiation."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        self._count = 0

    def new(self) -> str:
        """The next UUID, version 7, of this seed; its time is a count."""
        self._count += 1
        value = self._count << 80 | 7 << 76 | self._random.getrandbits(12) << 64 | 0b10 << 62
        return str(uuid.UUID(int=value | self._random.getrandbits(62)))

    def salt(self) -> bytes:
        """The next sixteen bytes of this seed."""
        return self._random.randbytes(16)


def installation_id(file: Path, ids: Ids) -> str:
    """The name of this installation's chain in every book, kept in a small file and made at the first call.

    Two processes that start at once agree: the file appears whole or not at all, and the first one stands.
    """
    if kept := _kept_id(file):
        return kept
    made = ids.new()
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{made}")
    part.write_text(made + "\n", "ascii")
    try:
        os.link(part, file)
    except OSError:
        # Another process was first, the file was there and unreadable, or the disk knows no second names.
        if kept := _kept_id(file):
            made = kept
        else:
            part.replace(file)
    part.unlink(missing_ok=True)
    return made


def _kept_id(file: Path) -> str:
    try:
        return str(uuid.UUID(file.read_text("ascii").strip()))
    except (OSError, ValueError):
        return ""
