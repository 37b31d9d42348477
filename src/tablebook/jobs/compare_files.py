"""Compare two documents that lie in files, and keep the comparison as a page or a paper."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tablebook.documents.file_kinds import FileKind, opened
from tablebook.documents.foreign import read_text_safely, tracked_safely
from tablebook.domain.text import fingerprint, short_code
from tablebook.errors import UserError
from tablebook.jobs.print_paper import print_paper
from tablebook.jobs.word_paper import word_bytes
from tablebook.redline import html, stats
from tablebook.redline.compare import compare
from tablebook.redline.marks import Author, Redline
from tablebook.redline.renumbering import renumbered
from tablebook.reports.saving import save
from tablebook.reports.sheets import Masthead, RedlineSheet

Progress = Callable[[int, int], None]
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two files compared: the redline, what the files are called, the newer text's code, and the seconds it took."""

    redline: Redline
    old: str
    new: str
    code: str
    seconds: float
    paths: tuple[Path, Path] = (Path(), Path())

    @property
    def summary(self) -> str:
        """One sentence about what changed."""
        return f"{stats.summary(self.redline)}."

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands under another number now, each in words."""
        return tuple(one.said for one in renumbered(self.redline))

    @property
    def typography(self) -> str:
        """A sentence on the places where the words are the same and only set with other signs, or nothing."""
        count = self.redline.typography
        return f"In {count} place{'s' if count > 1 else ''} quotes, hyphens or dashes alone differ." if count else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What is no change in words, in sentences."""
        labels = f"Renumbered: {'; '.join(self.labels)}." if self.labels else ""
        return tuple(filter(None, (labels, self.typography)))


def compare_files(old: Path, new: Path, progress: Progress | None = None) -> Comparison:
    """Read both files and compare them word by word."""
    older, newer = read_text_safely(old, progress=progress), read_text_safely(new, progress=progress)
    began = time.perf_counter()
    # What one program sets as ’ or – another writes as ' or -: of two kinds of file that says nothing about the words.
    kinds = {path.suffix.lower() for path in (old, new)}
    redline = compare(older.blocks, newer.blocks, Author("joint", new.stem), ignore_typography=len(kinds) > 1)
    seconds = time.perf_counter() - began
    return Comparison(redline, old.name, new.name, short_code(fingerprint(newer.blocks)), seconds, (old, new))


def save_tracked(old: Path, new: Path, target: Path, at: datetime, author: str = "") -> bool:
    """Of two Word files, keep the older one with tracked changes; False where they are not both Word files. Nothing of
    them need be read as a text for it: they may hold only pictures, or nothing."""
    if not all(opened(path)[0] is FileKind.DOCX for path in (old, new)):
        return False
    save(tracked_safely(old, new, author or new.stem, at), target)
    return True


def as_json(found: Comparison) -> dict[str, Any]:
    """The comparison as the command line prints it."""
    return {
        "changes": [
            {
                "kind": change.kind,
                "old": change.old,
                "new": change.new,
                "old_block": change.old_block,
                "new_block": change.new_block,
                "section": change.section or None,
                "edits": [{"old": old, "new": new} for old, new in change.edits],
            }
            for change in found.redline.changes
        ],
        "renumbered": [
            {
                "old": one.old,
                "new": one.new,
                "old_block": one.old_block,
                "new_block": one.new_block,
                "section": one.within or None,
                "moved": one.moved,
                "words_unchanged": one.unchanged,
                "said": f"{one.said}.",
            }
            for one in renumbered(found.redline)
        ],
        "stats": {
            "words_inserted": found.redline.words_inserted,
            "words_deleted": found.redline.words_deleted,
            "typography": found.redline.typography,
            "seconds": round(found.seconds, 4),
        },
    }


def save_comparison(found: Comparison, target: Path, at: datetime | None = None, author: str = "") -> None:
    """Keep the comparison as HTML, PDF or a Word file with tracked changes, as the target's suffix says. The file is
    there whole or not at all. ``at`` and ``author`` stand on each tracked change."""
    kind = target.suffix.lower()
    if kind in (".html", ".htm"):
        save(html.page(found.redline, f"{found.old} and {found.new}", found.notes).encode("utf-8"), target)
    elif kind == ".pdf":
        print_paper(_sheet(found), target)
    elif kind == ".docx":
        save(_word(found, at or _NO_TIME, author or found.paths[1].stem), target)
    else:
        raise UserError(
            f"A comparison cannot be saved as “{target.name}”.",
            "Its ending says what to make.",
            "End it in .docx, .html or .pdf.",
        )


def _word(found: Comparison, at: datetime, author: str) -> bytes:
    """Of two Word files the older one with tracked changes; of any other two papers a new file with their words."""
    if all(opened(path)[0] is FileKind.DOCX for path in found.paths):
        return tracked_safely(*found.paths, author, at)
    return word_bytes(_sheet(found, at), names={"joint": author})


def _sheet(found: Comparison, at: datetime = _NO_TIME) -> RedlineSheet:
    return RedlineSheet(
        Masthead(found.old, found.new),
        "Comparison",
        f"{found.new}, against {found.old}",
        found.redline.blocks,
        at,
        found.code,
        base=found.old,
        notes=found.notes,
    )
