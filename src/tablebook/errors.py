"""Errors for people, sorted by who has to act. Anything else that is raised is a bug."""

from __future__ import annotations


class UserError(Exception):
    """Bad input or an act that the rules do not allow: what happened, why, and what to do next (exit code 2)."""

    def __init__(self, what: str, why: str = "", todo: str = "") -> None:
        self.what, self.why, self.todo = what, why, todo
        super().__init__(" ".join(part for part in (what, why, todo) if part))

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str, str]]:
        return (type(self), (self.what, self.why, self.todo))


class StorageError(UserError):
    """The disk or the file failed. Nothing recorded was lost; the sentence says what is whole and where."""
