"""The libraries that Qt expects from a Linux system: which are missing, and which Debian package brings each."""

import shutil
import subprocess
import sys
from pathlib import Path

import debian
from refusal import Refusal

# What the program loads in any case; a window on a screen also needs the door to that screen, and the printers.
ALWAYS = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtSvg.abi3.so",
    "QtTest.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
)
PRINTING = "Qt/plugins/printsupport/libcupsprintersupport.so"

DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def provide(venv_folder: Path, screens: "tuple[str, ...]") -> None:
    """Find the libraries that Qt would miss here and install them, or say which line does it."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return
    absent = missing(venv_folder, screens)
    if not absent:
        return
    unknown = sorted(name for name in absent if name not in DEBIAN_PACKAGES)
    if unknown:
        raise Refusal(f"Qt needs libraries that are not here: {', '.join(unknown)}. Install them, then start again.")
    packages = sorted({DEBIAN_PACKAGES[name] for name in absent})
    debian.install(packages, why=f"Qt needs {len(absent)} libraries of the system that are not here")


def missing(venv_folder: Path, screens: "tuple[str, ...]") -> "set[str]":
    """The names that the loader cannot resolve, over all files of Qt that we load."""
    qt = next(iter(venv_folder.glob("lib/python3*/site-packages/PySide6")), None)
    if qt is None:
        raise Refusal("PySide6 is not in .venv. Remove the folder .venv and start again.")
    doors = [f"Qt/plugins/platforms/libq{screen}.so" for screen in screens]
    names = [*ALWAYS, *doors, *([PRINTING] if doors else [])]
    files = [str(qt / name) for name in names if (qt / name).exists()]
    return parse(subprocess.run(["ldd", *files], capture_output=True, text=True, check=False).stdout)


def parse(ldd_output: str) -> "set[str]":
    """The libraries that a listing by ldd calls not found."""
    return {line.split()[0] for line in ldd_output.splitlines() if line.rstrip().endswith("=> not found")}
