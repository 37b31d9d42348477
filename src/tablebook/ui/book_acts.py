"""What the window does with a book as a file: choose it, copy it, prove it, make the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog

from tablebook import paths
from tablebook.preferences import RecentBook
from tablebook.ui import words
from tablebook.ui.actions import BY_ID
from tablebook.ui.folders import ask_folder
from tablebook.ui.workspace import book_names

if TYPE_CHECKING:
    from tablebook.ui.desk import Desk
    from tablebook.ui.main_window import MainWindow

SUFFIX = ".tablebook"


def ask_book(window: MainWindow) -> None:
    """Choose a book and open it."""
    start = _existing(paths.books_folder())
    name, _ = QFileDialog.getOpenFileName(
        window, "Open a book", str(start), f"Bargaining books (*{SUFFIX});;All files (*)"
    )
    if name:
        window.open_book(Path(name))


def _existing(folder: Path) -> Path:
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder


def open_sample(window: MainWindow) -> None:
    """The sample as a new book beside the person's own; made on the book's thread."""

    def made(path: Any) -> None:
        window.open_book(path)

    window.say("Making the sample", "clock")
    window.bridge.aside(_make_sample, then=made, failed=window.refuse)


def _make_sample() -> Path:
    from tablebook.jobs.sample import made_books_folder, make_sample

    path = free_name(made_books_folder(), "Lakeview sample")
    make_sample(path).close()
    return path


def free_name(folder: Path, stem: str) -> Path:
    """A name nothing has in this folder: no file is ever replaced."""
    path, count = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, count = folder / f"{stem} {count}{SUFFIX}", count + 1
    return path


def copy_book(window: MainWindow) -> None:
    """A proved copy into a folder of choice."""
    folder = ask_folder(window, "Copy the book to")
    if folder:
        window.bridge.run(_copy, folder, then=lambda kept: _copied(window, kept), failed=window.refuse)


def _copy(book: Any, folder: Path) -> Any:
    from tablebook.jobs.keep_copy import copy_book as job

    return job(book, folder)


def _copied(window: MainWindow, kept: Any) -> None:
    window.workspace.record.ask()
    window.say(f"Copied to {kept.path}.")


def verify_record(window: MainWindow) -> None:
    """Prove the record whole; a failure stays in the status line."""

    def told(found: Any) -> None:
        window.workspace.record.take_proof(found)
        if found.ok:
            window.say(
                f"{words.count(found.entries, 'entry', 'entries')} verified. Fingerprint {found.short}.", "circle-check"
            )

    window.bridge.run(lambda book: book.verify(), then=told, failed=window.refuse)


def remember_book(window: MainWindow) -> str:
    """Put the book at the head of the list of recent ones, with its stage and place; gives back its title."""
    facts, desk = window.bridge.facts, window.desk
    assert facts is not None
    title = ", ".join(part for part in book_names(desk.state) if part) or facts.path.stem
    place = place_words(window.workspace.stage, desk, bool(facts.read_only_reason))
    window.preferences.remember(RecentBook(str(facts.path), title, place, desk.now().isoformat()))
    return title


def place_words(stage: str, desk: Desk, read_only: bool) -> str:
    """Where a book was left: "Negotiate, 9 unresolved", "Ratify, all settled, read only"."""
    from tablebook.domain.positions import unresolved

    left = len(unresolved(desk.state, known=desk.positions))
    said = f"{left} unresolved" if left else "all settled" if desk.state.agreements else ""
    parts = (BY_ID[stage].title, said if stage in ("negotiate", "ratify") else "", "read only" if read_only else "")
    return ", ".join(part for part in parts if part)


def close_book(window: MainWindow) -> None:
    """Back to the first page."""
    remember_book(window)
    if "negotiate" in window.workspace.stages:
        window.workspace.stages["negotiate"].save_now()  # type: ignore[attr-defined]
    window.bridge.leave()
    window.welcome.renew(window.desk.now())
    window.pages.setCurrentWidget(window.welcome)
    window.setWindowTitle("Tablebook")
    window.welcome.focus_first()
