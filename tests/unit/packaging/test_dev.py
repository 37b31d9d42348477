"""The verbs, as they are typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def test_a_word_that_is_no_verb_shows_the_verbs(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, root / "packaging" / "dev.py", "dance"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert all(f"\n{verb} " in done.stdout for verb in ("setup", "run", "test", "bench", "build"))


def test_continuous_integration_calls_the_test_command(root: Path) -> None:
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 packaging/dev.py test\n" in script


def test_further_words_go_to_pytest_and_no_screen_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    import dev

    called: list[tuple[tuple[object, ...], dict[str, str]]] = []

    def call(self: object, *command: object, cwd: Path, extra_environment: dict[str, str]) -> int:
        called.append((command[1:], extra_environment))
        return 5

    monkeypatch.setattr(dev, "_prepare", lambda: None)
    monkeypatch.setattr(dev.environment.Venv, "call", call)
    monkeypatch.setattr(dev.os, "cpu_count", lambda: 64)
    assert dev.main(["test", "tests/unit", "-q"]) == 5
    spread = ("-n", "4", "--dist", "loadfile", "--max-worker-restart", "0")
    assert called == [(("-m", "pytest", *spread, "tests/unit", "-q"), {"QT_QPA_PLATFORM": "offscreen"})]


def test_a_refusal_is_one_plain_text_and_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import dev
    from refusal import Refusal

    def refuse() -> None:
        raise Refusal("Type this line once.")

    monkeypatch.setattr(dev, "_prepare", refuse)
    assert dev.main(["setup"]) == 2
    assert capsys.readouterr().err == "Type this line once.\n"


def test_without_a_screen_the_sample_and_its_papers_are_made_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import dev

    called: list[list[str]] = []

    def call(self: object, *command: object, cwd: Path, extra_environment: object = None) -> int:
        called.append([str(word) for word in command[1:]])
        if "-o" in command:
            (cwd / str(command[command.index("-o") + 1])).touch()
        return 0

    monkeypatch.setattr(dev, "_prepare", lambda: None)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev.display, "present", lambda: False)
    monkeypatch.setattr(dev.environment.Venv, "call", call)
    assert dev.main(["run"]) == 0
    book = str(tmp_path / "build" / "sample" / "sample.tablebook")
    assert called[0] == ["sample", "--to", book]
    assert {words[1] for words in called if words[0] == "report"} >= {"ta-summary", "minutes", "ta-sheet"}
    assert str(tmp_path / "build" / "sample" / "ta-sheet.pdf") in capsys.readouterr().out


def test_the_first_failure_without_a_screen_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import dev

    called: list[tuple[object, ...]] = []
    monkeypatch.setattr(dev.environment.Venv, "call", lambda self, *command, cwd: called.append(command) or 2)
    assert dev.display.show_without_screen(dev.VENV, tmp_path / "sample") == 2
    assert len(called) == 1
