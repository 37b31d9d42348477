"""The system's own file dialogs, opened where the person keeps papers: the folder used last, else the documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from tablebook.preferences import Preferences


def start_folder(over: QWidget) -> str:
    """The folder a file was last taken from or put into, as long as it is there; else the person's documents."""
    kept = _preferences(over)
    last = str(kept["folder"]) if kept is not None else ""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((one for one in (last, documents) if one and Path(one).is_dir()), str(Path.home()))


def remember_folder(over: QWidget, folder: Path) -> None:
    """The next dialog opens here."""
    kept = _preferences(over)
    if kept is not None:
        kept["folder"] = str(folder)


def ask_file(over: QWidget, title: str, kinds: str) -> Path | None:
    """A file to read."""
    name, _ = QFileDialog.getOpenFileName(over.window(), title, start_folder(over), kinds)
    if not name:
        return None
    remember_folder(over, Path(name).parent)
    return Path(name)


def ask_target(over: QWidget, title: str, name: str, kinds: str, suffix: str) -> Path | None:
    """A file to write, offered under a name; its suffix is put behind what is typed without one."""
    chosen, _ = QFileDialog.getSaveFileName(over.window(), title, str(Path(start_folder(over)) / name), kinds)
    if not chosen:
        return None
    remember_folder(over, Path(chosen).parent)
    return Path(chosen if chosen.lower().endswith(suffix) else f"{chosen}{suffix}")


def ask_folder(over: QWidget, title: str, start: str = "") -> Path | None:
    """A folder to write into."""
    chosen = QFileDialog.getExistingDirectory(over.window(), title, start or start_folder(over))
    if not chosen:
        return None
    remember_folder(over, Path(chosen))
    return Path(chosen)


def _preferences(over: QWidget) -> Preferences | None:
    """Those of the window that everything lies in, also behind a dialog over a dialog."""
    one: QWidget | None = over
    while one is not None:
        kept = getattr(one, "preferences", None)
        if isinstance(kept, Preferences):
            return kept
        one = one.parentWidget()
    return None
