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
    assert dev.main(["test", "tests/unit", "-q"]) == 5
    assert called == [(("-m", "pytest", "tests/unit", "-q"), {"QT_QPA_PLATFORM": "offscreen"})]


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
