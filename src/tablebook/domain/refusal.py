"""What a rule says when it says no."""

from __future__ import annotations

from collections.abc import Iterator

from tablebook.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that the rules of the table do not allow: a code for tests and scripts, and the sentences for people."""

    code: str
    what: str
    why: str = ""
    todo: str = ""


Found = Iterator[Refusal]
