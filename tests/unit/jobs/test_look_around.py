"""What `doctor` looks for on a Linux system."""

from __future__ import annotations

import ctypes.util

import pytest

from tablebook.jobs import look_around


@pytest.mark.parametrize(("screen", "told"), [(":0", "not found: xcb-keysyms"), ("", "all found")])
def test_what_only_an_x11_screen_needs_is_asked_for_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, screen: str, told: str
) -> None:
    monkeypatch.setattr(look_around.sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", screen)
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None if name == "xcb-keysyms" else name)
    (found,) = look_around._libraries()
    assert found.value == told
    assert bool(found.missing) == bool(screen)
