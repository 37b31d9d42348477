"""What this computer offers the program: versions, folders, fonts, libraries, and what is missing."""

from __future__ import annotations

import ctypes.util
import os
import platform
import sys
from importlib import metadata
from pathlib import Path

from tablebook import __version__, paths
from tablebook.domain.dataclass import dataclass

_PACKAGES = (
    "PySide6-Essentials", "sqlmodel", "sqlcipher3", "reportlab", "pypdfium2", "pypdf", "python-docx", "lxml",
    "rapidfuzz", "zxing-cpp", "platformdirs", "typer",
)  # fmt: skip
_FONTS = (
    "Inter-400.ttf", "Inter-400i.ttf", "Inter-500.ttf", "Inter-600.ttf", "Inter-700.ttf",
    "SourceSerifPro-Regular.ttf", "SourceSerifPro-It.ttf", "SourceSerifPro-Semibold.ttf", "SourceSerifPro-Bold.ttf",
)  # fmt: skip
_QT_ON_LINUX = ("EGL", "GL", "fontconfig", "freetype", "dbus-1", "xkbcommon", "X11")
_QT_ON_X11 = (
    "xcb-cursor", "xcb-icccm", "xcb-image", "xcb-keysyms", "xcb-render-util", "xkbcommon-x11",
)  # fmt: skip
"""Without one of these no window opens on an X11 screen, and Qt does not say which it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked for: its name, what is there, and what to do where it is missing."""

    name: str
    value: str
    missing: str = ""


def look_around() -> tuple[Found, ...]:
    """Everything that the program needs, in the order a person would check it."""
    return (
        Found("Tablebook", __version__),
        Found("Python", f"{platform.python_version()} ({sys.executable})"),
        Found("System", platform.platform()),
        *(_package(name) for name in _PACKAGES),
        _sqlite(),
        _folder("Resources", paths.resources(), must_exist=True),
        _fonts(),
        _folder("Sample", paths.resources() / "sample", must_exist=True),
        _folder("Books", paths.books_folder()),
        _folder("Preferences", paths.preferences_folder()),
        _folder("Rescue", paths.rescue_folder()),
        *_libraries(),
        Found("Screen", _screen()),
    )


def _package(name: str) -> Found:
    try:
        return Found(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Found(name, "not found", "Install Tablebook again.")


def _sqlite() -> Found:
    from tablebook.book.connection import sqlite_version

    return Found("SQLite", sqlite_version())


def _folder(name: str, folder: Path, must_exist: bool = False) -> Found:
    if folder.is_dir():
        writable = "" if must_exist or os.access(folder, os.W_OK) else " (not writable)"
        return Found(name, f"{folder}{writable}", "Give yourself rights to it." if writable else "")
    if must_exist:
        return Found(name, f"{folder} is not there", "Install Tablebook again.")
    return Found(name, f"{folder} (made when needed)")


def _fonts() -> Found:
    folder = paths.resources() / "fonts"
    missing = [name for name in _FONTS if not (folder / name).is_file()]
    value = f"{len(_FONTS) - len(missing)} of {len(_FONTS)} in {folder}"
    return Found("Fonts", value, f"Not there: {', '.join(missing)}. Install Tablebook again." if missing else "")


def _libraries() -> tuple[Found, ...]:
    if not sys.platform.startswith("linux"):
        return ()
    wanted = _QT_ON_LINUX + (_QT_ON_X11 if os.environ.get("DISPLAY") else ())
    missing = [name for name in wanted if ctypes.util.find_library(name) is None]
    value = "all found" if not missing else f"not found: {', '.join(missing)}"
    return (Found("Qt libraries", value, "The window cannot open without them." if missing else ""),)


def _screen() -> str:
    if not sys.platform.startswith("linux"):
        return "the system's own"
    return os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or "none: only the command line works here"
