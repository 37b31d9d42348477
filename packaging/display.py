"""Whether a window can open here, and what is shown in its place where it cannot."""

import os
import shutil
import sys
from pathlib import Path

import environment

PAPERS = (
    ("ta-summary", ()),
    ("minutes", ("--session", "1")),
    ("redline", ("--article", "12")),
    ("proposal", ("--article", "12")),
    ("ta-sheet", ("--article", "12")),
)


def plugins() -> "tuple[str, ...]":
    """Qt's doors to the screens that the environment names; none where there is no screen (or none is wanted)."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if chosen in ("offscreen", "minimal"):
        return ()
    wayland = ("wayland",) if os.environ.get("WAYLAND_DISPLAY") else ()
    return wayland + (("xcb",) if os.environ.get("DISPLAY") else ())


def present() -> bool:
    """Qt aborts the whole process where it finds no screen, so the environment is asked first."""
    return not sys.platform.startswith("linux") or bool(plugins())


def show_without_screen(venv: environment.Venv, folder: Path) -> int:
    """Make the sample negotiation, print its state and some of its papers into `folder`, and say where they are."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    book = folder / "sample.tablebook"
    tablebook = venv.script("tablebook")
    code = venv.call(tablebook, "sample", "--to", book, cwd=folder) or venv.call(tablebook, "status", book, cwd=folder)
    for kind, options in PAPERS:
        code = code or venv.call(tablebook, "report", kind, book, "-o", folder / f"{kind}.pdf", *options, cwd=folder)
    if code == 0:
        print("\nThe book and its papers:")
        for file in sorted(folder.glob("*.*")):
            print(f"  {file}")
    return code
