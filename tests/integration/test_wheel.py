"""What people install is tested, not the source tree: the wheel alone in a folder far from the sources."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tablebook

WHERE = """
import json, tablebook
from tablebook import paths
fonts = sorted(file.name for file in (paths.resources() / "fonts").iterdir())
print(json.dumps({"package": tablebook.__file__, "resources": str(paths.resources()), "fonts": fonts}))
"""


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree with what is installed here."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, root, cwd=folder)
    return next(iter(folder.glob("*.whl")))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the installed wheel and nothing of the sources."""
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    _run(*pip, "--no-deps", "--no-index", "--target", folder, wheel, cwd=folder)
    return folder


def test_the_wheel_holds_the_whole_package_and_all_resources(wheel: Path, root: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    source = {f"tablebook/{name}" for name in _files(root / "src" / "tablebook")}
    shipped = {f"tablebook/resources/{name}" for name in _files(root / "resources")}
    assert source | shipped <= inside


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"tablebook", f"tablebook-{tablebook.__version__}.dist-info"}


def test_the_installed_program_finds_its_own_fonts_and_licences(elsewhere: Path) -> None:
    found = json.loads(_installed(elsewhere, "-c", WHERE))
    assert Path(found["package"]).is_relative_to(elsewhere)
    assert Path(found["resources"]) == elsewhere / "tablebook" / "resources"
    assert {"Inter-400.ttf", "SourceSerifPro-Regular.ttf", "LICENSE-Inter.txt"} <= set(found["fonts"])


def test_the_installed_program_says_its_version(elsewhere: Path) -> None:
    assert _installed(elsewhere, "-m", "tablebook", "--version") == f"Tablebook {tablebook.__version__}\n"


def test_the_wheel_brings_a_starter_for_the_console_and_one_for_the_desktop(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    name = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    starters = archive.read(name).decode("utf-8")
    assert "[console_scripts]\ntablebook = tablebook.__main__:main" in starters
    assert "[gui_scripts]\ntablebook-window = tablebook.__main__:main" in starters


def _installed(folder: Path, *words: str) -> str:
    return _run(sys.executable, *words, cwd=folder, PYTHONPATH=str(folder))


def _run(*command: object, cwd: Path, **surroundings: str) -> str:
    words = [str(word) for word in command]
    environment = {**os.environ, **surroundings}
    done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _files(folder: Path) -> set[str]:
    """Every file below `folder`, but for what Python itself leaves there."""
    files = [file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    return {file.relative_to(folder).as_posix() for file in files}
