"""A paper to its file: whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import BinaryIO

from tablebook.errors import UserError


class PaperCancelled(Exception):  # noqa: N818 - an answer to a wish, not an error
    """Somebody asked to stop; nothing was written."""


def save(data: bytes, target: Path | BinaryIO) -> None:
    """Write finished bytes. A file is written beside its place and then put there in one step."""
    if not isinstance(target, Path):
        target.write(data)
        return
    try:
        _replace(data, target)
    except OSError as problem:
        raise UserError(
            f"The paper could not be saved as {target.name}.",
            f"{problem.strerror or problem}.",
            "Choose another folder or name; nothing was changed there.",
        ) from problem


def _replace(data: bytes, target: Path) -> None:
    beside = target.parent / f".tablebook-{secrets.token_hex(8)}.part"
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
