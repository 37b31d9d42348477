"""The .venv is made once, known by its stamp, and mended when it is not what it should be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def _made(venv_folder: Path) -> None:
    python = venv_folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()


def test_the_first_start_installs_the_lock_with_hashes_and_then_the_project(
    tree: Path, commands: list[list[str]]
) -> None:
    import environment

    _made(tree / ".venv")
    environment.prepare(environment.Venv(tree / ".venv"), tree)
    pip = [command for command in commands if "install" in command]
    assert [{"--require-hashes", "--only-binary"} <= set(command) for command in pip] == [True, False]
    assert "--no-build-isolation" in pip[1]
    assert pip[1][-1] == str(tree)


def test_the_second_start_starts_nothing(tree: Path, commands: list[list[str]]) -> None:
    import environment

    _made(tree / ".venv")
    venv = environment.Venv(tree / ".venv")
    environment.prepare(venv, tree)
    commands.clear()
    environment.prepare(venv, tree)
    assert commands == []


@pytest.mark.parametrize("changed", ["packaging/requirements-dev.lock", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_again(tree: Path, commands: list[list[str]], changed: str) -> None:
    import environment

    _made(tree / ".venv")
    venv = environment.Venv(tree / ".venv")
    environment.prepare(venv, tree)
    commands.clear()
    (tree / changed).write_text("other\n", encoding="utf-8")
    environment.prepare(venv, tree)
    assert any("--require-hashes" in command for command in commands)


def test_an_environment_without_its_python_is_made_anew(tree: Path, commands: list[list[str]]) -> None:
    import environment

    (tree / ".venv").mkdir()
    (tree / ".venv" / environment.STAMP).write_text(environment.fingerprint(tree), encoding="utf-8")
    environment.prepare(environment.Venv(tree / ".venv"), tree)
    assert commands[0][1:4] == ["-m", "venv", "--clear"]


def test_a_failed_download_says_so_and_leaves_no_stamp(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess

    import environment
    from refusal import Refusal

    _made(tree / ".venv")

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        failed = "--require-hashes" in command
        return subprocess.CompletedProcess(command, int(failed), "no route to anywhere" if failed else "", "")

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(Refusal) as refusal:
        environment.prepare(environment.Venv(tree / ".venv"), tree)
    assert "no route to anywhere" in str(refusal.value)
    assert not (tree / ".venv" / environment.STAMP).exists()


def test_scripts_lie_where_each_system_has_them(tmp_path: Path) -> None:
    import environment

    venv = environment.Venv(tmp_path)
    if os.name == "nt":
        assert venv.script("tablebook") == tmp_path / "Scripts" / "tablebook.exe"
    else:
        assert venv.script("tablebook") == tmp_path / "bin" / "tablebook"
