"""The start decides by the words alone."""

from __future__ import annotations

import ctypes
import sys

import pytest

from tablebook import __main__ as start
from tablebook import __version__, app


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


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
    ],
)
def test_a_missing_library_is_named_with_its_package(name: str, package: str) -> None:
    said = app.lacks(f"{name}: cannot open shared object file: No such file or directory")
    assert said.startswith(f"The window cannot open: the library {name} is missing. Install it (")
    assert f"the package {package})" in said
    assert "tablebook doctor" in said


def test_what_the_linker_says_otherwise_is_left_to_qt() -> None:
    assert app.lacks("/opt/libqxcb.so: invalid ELF header") == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Only Linux leaves these libraries to its packages.")
def test_the_window_is_not_tried_without_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_library(name: str) -> None:
        assert name.endswith("libqxcb.so")
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(ctypes, "CDLL", no_library)
    monkeypatch.setattr(app, "application", lambda: pytest.fail("Qt would abort here"))
    assert app.main([]) == 2
    assert "libxcb-cursor.so.0 is missing" in capsys.readouterr().err


@pytest.mark.parametrize(("platform", "wayland"), [("offscreen", ""), ("wayland", "wayland-0"), ("", "wayland-0")])
def test_where_x11_is_not_used_nothing_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, platform: str, wayland: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: pytest.fail("looked for"))
    assert app.no_door_to_the_screen() == ""
