"""The linters hold wherever the tests run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_ruff_finds_nothing(root: Path) -> None:
    _holds([sys.executable, "-m", "ruff", "check", "--output-format=concise", "."], root)


def test_mypy_finds_nothing(root: Path) -> None:
    _holds([sys.executable, "-m", "mypy", "--no-error-summary"], root)


def _holds(command: list[str], root: Path) -> None:
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
