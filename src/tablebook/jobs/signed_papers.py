"""The signed papers that are kept with a TA or with the executed agreement; one of them laid out to look at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.documents.file_kinds import shown_ending
from tablebook.documents.foreign import page_count
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import Agreed, Executed, ScanAttached
from tablebook.domain.values import Attachment
from tablebook.errors import UserError


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """A kept file, when it was kept and by whom. ``ta`` is "" for the executed agreement."""

    ta: str
    file: Attachment
    kept: datetime
    by: str = ""
    note: str = ""


def signed_papers(state: Negotiation, ta: str) -> tuple[SignedPaper, ...]:
    """The signed papers of one TA, oldest first."""
    return tuple(_papers(state, ta))


def papers_on(state: Negotiation, article: str) -> tuple[SignedPaper, ...]:
    """Those of all TAs on an article, the newest TA first."""
    item = state.items.get(article)
    labels = dict.fromkeys(reversed(item.agreements)) if item else {}
    return tuple(paper for label in labels for paper in _papers(state, label))


def _papers(state: Negotiation, ta: str) -> Iterator[SignedPaper]:
    kept = state.agreements[ta].papers if ta in state.agreements else ()
    if not kept and ta:
        return
    for entry in state.entries.values():
        match entry.body:
            case Agreed(label=label, scan=Attachment() as file) if label == ta:
                yield SignedPaper(ta, file, entry.recorded)
            case ScanAttached(agreement=label, file=file) if label == ta:
                yield SignedPaper(ta, file, entry.recorded, entry.body.by, entry.body.note)
            case Executed(file=Attachment() as file) if not ta:
                yield SignedPaper(ta, file, entry.recorded)


def lay_out(book: Book, file: Attachment, folder: Path) -> Path:
    """Write a kept file into a folder, byte for byte; its fingerprint is proved on the way. The ending is what the
    bytes say, not what the name does."""
    try:
        data = book.attachment(file.digest)
    except KeyError:
        raise UserError(f"{file.name} is not in this book.", "Its bytes were left out.", "Look in a copy.") from None
    if hashlib.sha256(data).hexdigest() != file.digest:
        raise UserError(
            f"{file.name} is not what was kept.",
            "Its bytes do not have the fingerprint on record.",
            "Prove the record, and look in a copy.",
        )
    shown = shown_ending(data)
    # The name is somebody else's: only its plain letters, and the ending that its bytes say.
    stem = "".join(letter if letter.isalnum() or letter in "-_ " else " " for letter in Path(file.name).stem)
    path = folder / f"{' '.join(stem.split())[:80] or 'Signed paper'}{shown or _own_ending(file.name)}"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def pages_to_show(path: Path) -> int:
    """How many pages of a kept file can be shown; 0 where it is of another kind. Asked off the window's thread."""
    with path.open("rb") as file:
        kind = shown_ending(file.read(2048))
    return page_count(path) if kind == ".pdf" else int(bool(kind))


def _own_ending(name: str) -> str:
    """The file's own ending, where it is that of a photo or scan: the system then finds a program for it."""
    own = Path(name).suffix.lower()
    return own if own in (".heic", ".heif", ".tif", ".tiff", ".webp", ".gif", ".bmp") else ""
