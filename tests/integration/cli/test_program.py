"""The command line as a program: exit codes, streams, unknown words, the sample, and what this computer offers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tablebook import paths
from tests.integration.cli.conftest import Cli

VERBS = ("sample", "outline", "compare", "new", "pass", "agree", "status", "report", "proof", "verify", "doctor")


def tablebook(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tablebook", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_says_what_it_does(cli: Cli, verb: str) -> None:
    said = cli(verb, "--help")
    assert said.code == 0
    assert f"tablebook {verb}" in said.out
    assert verb in cli("--help").out


@pytest.mark.parametrize(
    "arguments",
    [("stauts",), ("status",), ("status", "a", "b"), ("outline", "--jsn"), ("--jsn",), ("report",), ("new",),
     ("pass",), ("agree",), ("compare",), ("verify",), ("sample", "--until"), ("doctor", "now")],
    ids=" ".join,
)  # fmt: skip
def test_wrong_words_get_one_plain_sentence(cli: Cli, arguments: tuple[str, ...]) -> None:
    assert cli(*arguments).is_refusal()


def test_the_streams_of_a_real_process(root: Path, tmp_path: Path) -> None:
    book = tmp_path / "Lakeview “§” ñ.tablebook"
    made = tablebook("sample", "--to", book, "--until", "2027-03-09T14:02")
    assert (made.returncode, made.stdout.strip()) == (0, str(book))
    status = tablebook("status", book, "--json")
    assert status.returncode == 0
    assert len(json.loads(status.stdout)["unresolved"]) == 9
    assert status.stderr == ""
    outline = tablebook("outline", root / "tests" / "data" / "or-stea" / "agreement-unmarked.txt", "--json")
    assert outline.returncode == 0
    assert json.loads(outline.stdout)["articles"]
    wrong = tablebook("pass", book, "--article", "12", "--from", "union", "--file", tmp_path / "none.docx")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "none.docx" in wrong.stderr
    assert "Traceback" not in wrong.stderr
    assert [each.name for each in tmp_path.iterdir()] == [book.name]


def test_a_reader_who_goes_away_leaves_no_traceback(root: Path) -> None:
    contract = root / "tests" / "data" / "or-stea" / "agreement-unmarked.txt"
    command = [sys.executable, "-m", "tablebook", "outline", str(contract)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
        assert process.wait(300) == 0
    assert "Traceback" not in said
    assert "Exception ignored" not in said


def test_doctor(cli: Cli) -> None:
    said = cli("doctor")
    assert said.code in (0, 1)
    assert (said.code == 1) is ("Missing:" in said.err)
    for word in ("Tablebook", "Python", "SQLite", "Fonts", "Books", "PySide6", "reportlab"):
        assert word in said.out


def test_doctor_says_what_is_missing(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "nothing here")
    said = cli("doctor")
    assert said.code == 1
    assert "Missing: Fonts." in said.err
    assert "Missing: Resources." in said.err


# sample


def test_the_sample_opens_where_no_place_is_given(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tablebook.cli import main

    opened: list[list[str]] = []

    def window(arguments: list[str]) -> int:
        opened.append(arguments)
        return 0

    assert main(["sample", "--until", "2027-01-26T13:30"], window) == 0
    assert main(["sample", "--until", "2027-01-26T13:30"], window) == 0
    assert [Path(path).name for (path,) in opened] == ["Lakeview sample.tablebook", "Lakeview sample 2.tablebook"]
    assert all(Path(path).is_file() for (path,) in opened)


@pytest.mark.parametrize("until", ["2027-03-09T14:02", "2027-03-09T14:02:00-06:00", "2027-03-09T20:02:00+00:00"])
def test_a_moment_of_the_story(cli: Cli, tmp_path: Path, until: str) -> None:
    said = cli("sample", "--to", tmp_path / "S.tablebook", "--until", until)
    assert (said.code, said.out) == (0, f"{tmp_path / 'S.tablebook'}\n")
    assert len(cli("status", tmp_path / "S.tablebook", "--json").json["unresolved"]) == 9


@pytest.mark.parametrize("until", ["2020-01-01T00:00", "2030-01-01T00:00"])
def test_before_and_after_the_story(cli: Cli, tmp_path: Path, until: str) -> None:
    said = cli("sample", "--to", tmp_path / "S.tablebook", "--until", until)
    assert said.code == 0, said.err
    passes = sum(len(one["passes"]) for one in cli("status", tmp_path / "S.tablebook", "--json").json["articles"])
    assert passes == (0 if until.startswith("2020") else 104)


def test_the_sample_overwrites_nothing(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "S.tablebook"
    path.write_text("something of mine", encoding="utf-8")
    assert cli("sample", "--to", path).is_refusal()
    assert path.read_text(encoding="utf-8") == "something of mine"
    assert cli("sample", "--to", tmp_path / "T.tablebook", "--until", "soon").is_refusal()
    assert [each.name for each in tmp_path.iterdir()] == ["S.tablebook"]


def test_stopping_leaves_nothing_half_written(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tablebook.jobs import sample_acts

    def stopped(telling: sample_acts.Telling, event: sample_acts.Event) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(sample_acts._ACTS, "ta", stopped)
    said = cli("sample", "--to", tmp_path / "S.tablebook")
    assert said.is_refusal()
    assert list(tmp_path.iterdir()) == []
