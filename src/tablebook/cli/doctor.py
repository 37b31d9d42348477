"""tablebook doctor: what is here and what is missing."""

from __future__ import annotations

from tablebook.cli import answer


def doctor() -> int:
    """Show versions, folders, fonts and libraries, and what is missing."""
    from tablebook.jobs.look_around import look_around

    found = look_around()
    width = max(len(row.name) for row in found)
    for row in found:
        answer.say(f"{row.name:<{width}}  {row.value}")
    missing = [row for row in found if row.missing]
    for row in missing:
        answer.tell(f"Missing: {row.name}. {row.missing}")
    return 1 if missing else 0
