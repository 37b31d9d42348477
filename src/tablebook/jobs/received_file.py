"""Read a file that was handed over: kept byte for byte, its marks read, its two clean texts side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from tablebook.documents.foreign import Cancel, ReadingStopped, read_paper_safely, read_text_with_warnings_safely
from tablebook.documents.marked.meaning import read_with
from tablebook.documents.marked.paper import Key, ReadPaper
from tablebook.domain.text import Block, Document
from tablebook.domain.values import Attachment
from tablebook.errors import UserError
from tablebook.jobs.papers_received import attachment

Progress = Callable[[int, int], None]
_NO_TEXT = Document()
CAN_BE_MARKED = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file as it came: what names it, its bytes, its clean reading, and what the reading left out. ``paper`` is the
    marked paper where it could be read as one."""

    kept: Attachment
    data: bytes
    document: Document = _NO_TEXT
    paper: ReadPaper | None = None
    left_out: tuple[str, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text as it reads with its marks accepted."""
        return self.document.blocks

    @property
    def old(self) -> tuple[Block, ...] | None:
        """The text as the paper gives it before its changes; None where nothing is known of marks."""
        if self.paper is None or not self.paper.marked:
            return None
        return self.paper.rejected.blocks

    @property
    def says_nothing_is_marked(self) -> bool:
        """Whether it could carry marks, its marks were looked for, and there are none."""
        known = self.paper is not None and not any(one.code == "marks-not-read" for one in self.paper.warnings)
        return known and self.old is None and self.kept.name.lower().endswith(CAN_BE_MARKED)


def read_received(path: Path, cancel: Cancel | None = None, progress: Progress | None = None) -> ReceivedFile:
    """A file and its words; UserError where it cannot be read. The reading is done in a child process."""
    paper = read_paper_safely(path, cancel, progress)
    kept, data = attachment(path, paper.seen.pages)
    left_out = tuple(dict.fromkeys(one.message for one in paper.warnings))
    if paper.marked or path.suffix.lower() == ".docx":
        return ReceivedFile(kept, data, paper.accepted, paper, left_out)
    document, warnings = read_text_with_warnings_safely(path, cancel, progress)
    said = (*warnings, *(one for one in paper.warnings if one.code == "marks-without-pair"))
    return ReceivedFile(kept, data, document, paper, tuple(dict.fromkeys(one.message for one in said)))


def keep_or_read(path: Path, cancel: Cancel | None = None, progress: Progress | None = None) -> ReceivedFile:
    """The same, but a file whose words cannot be read is kept all the same, with the reason: its words are typed."""
    kept, data = attachment(path)
    try:
        return read_received(path, cancel, progress)
    except ReadingStopped:
        raise
    except UserError as error:
        why = " ".join(part for part in (error.what, error.why) if part)
        return ReceivedFile(kept, data, left_out=(why,))


def read_again(came: ReceivedFile, keys: Iterable[Key]) -> ReceivedFile:
    """The same paper, its markings meaning what a person says."""
    if came.paper is None:
        return came
    paper = read_with(came.paper.seen, keys)
    return replace(came, document=paper.accepted, paper=paper)
