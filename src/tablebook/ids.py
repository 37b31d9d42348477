"""Identity and randomness come in from outside, as time does."""

from __future__ import annotations

import os
import random
import uuid
from pathlib import Path
from typing import Protocol

from tablebook.clock import Clock


class Ids(Protocol):
    """What makes names that are new everywhere, and salt."""

    def new(self) -> str:
        """A new UUID, version 7: later ones sort after earlier ones."""

    def salt(self) -> bytes:
        """Sixteen random bytes."""


class SystemIds:
    """Names from the clock and the operating system's randomness."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def new(self) -> str:
        """A new UUID, version 7."""
        return _uuid7(self._clock, int.from_bytes(os.urandom(10)))

    def salt(self) -> bytes:
        """Sixteen random bytes from the operating system."""
        return os.urandom(16)


class SeededIds:
    """The same names and salts each time: for stories that must come out the same, never for a real negotiation."""

    def __init__(self, clock: Clock, seed: int = 0) -> None:
        self._clock = clock
        self._random = random.Random(seed)

    def new(self) -> str:
        """The next UUID, version 7, of this seed."""
        return _uuid7(self._clock, self._random.getrandbits(80))

    def salt(self) -> bytes:
        """The next sixteen bytes of this seed."""
        return self._random.randbytes(16)


def installation_id(file: Path, ids: Ids) -> str:
    """The name of this installation's chain in every book, kept in a small file and made at the first call.

    Two processes that start at once agree: the file appears whole or not at all, and the first one stands.
    """
    try:
        return str(uuid.UUID(file.read_text("ascii").strip()))
    except (OSError, ValueError):
        pass
    made = ids.new()
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{made}")
    draft.write_text(made + "\n", "ascii")
    try:
        os.link(draft, file)
    except FileExistsError:
        # Another process was first, or the file was there and unreadable: only the second is replaced.
        try:
            made = str(uuid.UUID(file.read_text("ascii").strip()))
        except ValueError:
            draft.replace(file)
    except OSError:
        draft.replace(file)
    draft.unlink(missing_ok=True)
    return made


def _uuid7(clock: Clock, noise: int) -> str:
    """RFC 9562: 48 bits of Unix milliseconds, the version, and noise."""
    milliseconds = int(clock.now().timestamp() * 1000)
    value = (milliseconds & (1 << 48) - 1) << 80 | (noise & (1 << 80) - 1)
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0b11 << 62) | 0b10 << 62
    return str(uuid.UUID(int=value))
