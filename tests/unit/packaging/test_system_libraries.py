"""What Qt misses on a bare Linux is found, and installed or named in one line."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

LISTING = """\
/x/libqxcb.so:
	linux-vdso.so.1 (0x00007ffd)
	libxcb-cursor.so.0 => not found
	libEGL.so.1 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
"""


def test_a_listing_names_what_is_missing() -> None:
    import system_libraries

    assert system_libraries.parse(LISTING) == {"libxcb-cursor.so.0", "libEGL.so.1"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these libraries to the system")
def test_nothing_is_missing_where_these_tests_run() -> None:
    import system_libraries

    assert system_libraries.missing(Path(sys.prefix), ()) == set()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the loader's listing is Linux's own")
def test_missing_libraries_are_asked_for_by_their_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import debian
    import system_libraries

    asked: list[list[str]] = []
    monkeypatch.setattr(system_libraries, "missing", lambda *_: {"libxcb-cursor.so.0", "libEGL.so.1"})
    monkeypatch.setattr(debian, "install", lambda packages, why: asked.append(packages))
    system_libraries.provide(tmp_path, ("xcb",))
    assert asked == [["libegl1", "libxcb-cursor0"]]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the loader's listing is Linux's own")
def test_an_unknown_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import system_libraries
    from refusal import Refusal

    monkeypatch.setattr(system_libraries, "missing", lambda *_: {"libstrange.so.9"})
    with pytest.raises(Refusal) as refusal:
        system_libraries.provide(tmp_path, ())
    assert "libstrange.so.9" in str(refusal.value)


@pytest.mark.skipif(os.name == "nt", reason="there is no root on Windows")
def test_without_rights_the_one_line_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    import debian
    from refusal import Refusal

    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    with pytest.raises(Refusal) as refusal:
        debian.install(["libegl1", "libgl1"], why="Qt needs 2 libraries")
    assert "sudo apt-get install -y --no-install-recommends libegl1 libgl1" in str(refusal.value)


@pytest.mark.skipif(os.name == "nt", reason="there is no root on Windows")
def test_root_installs_with_apt_and_is_asked_nothing(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    import debian

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    debian.install(["libegl1"], why="Qt needs one library")
    assert commands[-1][:3] == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    assert {"-y", "libegl1"} <= set(commands[-1])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize(
    ("surroundings", "screens"),
    [
        ({}, ()),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ("wayland", "xcb")),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, ()),
    ],
)
def test_the_environment_says_which_screens_there_are(
    monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], screens: tuple[str, ...]
) -> None:
    import display

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert display.plugins() == screens
    assert display.present() is bool(screens)
