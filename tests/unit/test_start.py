"""The start decides by the words alone."""

from __future__ import annotations

import pytest

from tablebook import __main__ as start
from tablebook import __version__


@pytest.mark.parametrize(
    "words", [[], ["Anoka.tablebook"], ["books/anoka"], ["C:\\Books\\anoka.tablebook"], ["Ä.tablebook"]]
)
def test_nothing_or_a_book_opens_the_window(words: list[str]) -> None:
    assert start.wants_window(words)


@pytest.mark.parametrize("words", [["status", "a.tablebook"], ["import-log", "x"], ["--help"], ["mistyped"]])
def test_a_verb_or_an_option_goes_to_the_command_line(words: list[str]) -> None:
    assert not start.wants_window(words)


def test_the_version_needs_neither(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["--version"]) == 0
    assert capsys.readouterr().out == f"Tablebook {__version__}\n"
