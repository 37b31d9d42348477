"""packaging/ is no package: its files are started, and import each other by their own folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True, scope="package")
def _packaging_importable(root: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root / "packaging"))
        yield


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A source tree with just what set-up looks at."""
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "requirements-dev.lock").write_text("some==1\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been started; each command succeeds and says nothing."""
    import subprocess

    started: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        started.append([str(word) for word in command])
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    return started
