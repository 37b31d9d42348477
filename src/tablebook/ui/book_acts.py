"""What the window does with a book as a file: choose it, copy it, prove it, make the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog

from tablebook import paths
from tablebook.ui import words
from tablebook.ui.kit.status_line import Part

if TYPE_CHECKING:
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
    folder = paths.books_folder()

    def made(path: Any) -> None:
        window.open_book(path)

    window.say("Making the sample", "clock")
    window.bridge.aside(lambda: _make_sample(folder), then=made, failed=window.refuse)


def _make_sample(folder: Path) -> Path:
    from tablebook.jobs.sample import make_sample

    folder.mkdir(parents=True, exist_ok=True)
    path = free_name(folder, "Lakeview sample")
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
    folder = QFileDialog.getExistingDirectory(window, "Copy the book to")
    if folder:
        window.bridge.run(
            lambda book: book.backup(Path(folder)),
            then=lambda path: window.say(f"Copied to {path}."),
            failed=window.refuse,
        )


def verify_record(window: MainWindow) -> None:
    """Prove the record whole; a failure stays in the status line."""

    def told(found: Any) -> None:
        if found.ok:
            window.say(
                f"{words.count(found.entries, 'entry', 'entries')} verified. Fingerprint {found.short}.", "circle-check"
            )
        else:
            window.workspace.status.set_record([Part(found.problems[0].sentence, "shield-alert", "problem", loud=True)])

    window.bridge.run(lambda book: book.verify(), then=told, failed=window.refuse)


def close_book(window: MainWindow) -> None:
    """Back to the first page."""
    window.negotiate.save_now()
    window.bridge.leave()
    window.welcome.renew(window.desk.now())
    window.pages.setCurrentWidget(window.welcome)
    window.setWindowTitle("Tablebook")
    window.welcome.focus_first()
