"""Where things are: what ships with the program, and the person's own folders.

TABLEBOOK_HOME puts every folder under one of your choice: a stick that goes from laptop to laptop, or a test.
Nothing here makes a folder; whoever writes into one does.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

_HERE = Path(__file__).resolve().parent


def resources() -> Path:
    """Fonts, icons, templates and the sample: inside an installed package, or at the top of a source tree."""
    installed = _HERE / "resources"
    return installed if installed.is_dir() else _HERE.parents[1] / "resources"


def books_folder() -> Path:
    """Where a new book is offered to be saved: among the person's documents, where other programs look too."""
    home = _one_folder()
    return home / "books" if home else _system().user_documents_path / "Tablebook"


def preferences_folder() -> Path:
    """The choices of this person on this machine: theme, text size, recent books."""
    home = _one_folder()
    return home / "preferences" if home else _configuration() / "Tablebook"


def rescue_folder() -> Path:
    """What must outlive a crash and is no book: drafts saved by the crash dialog, reports, this origin's identity."""
    home = _one_folder()
    return home / "rescue" if home else _system().user_data_path


def _one_folder() -> Path | None:
    chosen = os.environ.get("TABLEBOOK_HOME")
    return Path(chosen).expanduser() if chosen else None


def _configuration() -> Path:
    # The theme is read before the first window is painted, when nothing but Qt and the standard library is loaded.
    # The answer is platformdirs' own; a test compares them.
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _system() -> PlatformDirsABC:
    # Imported when such a folder is asked for: the first window needs none of it.
    from platformdirs import PlatformDirs

    return PlatformDirs("Tablebook", appauthor=False, roaming=False)
