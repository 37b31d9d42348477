"""A window that always looks the same: light, 100 %, the fonts of the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tablebook.ui.theme import Theme, theme


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> Theme:
    look = theme()
    look.set_scheme("light")
    look.apply(qapp)
    return look


@pytest.fixture(autouse=True)
def look(_dressed: Theme) -> Iterator[Theme]:
    """The theme, put back to light and 100 % after each test."""
    yield _dressed
    _dressed.set_scheme("light")
    _dressed.set_scale(1.0)
