"""The dialogs, each in a module of its own with a function `show(window)`, imported when it is first wanted."""

from __future__ import annotations

import importlib
import importlib.util
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow


def there(name: str) -> bool:
    """Whether this dialog ships with the program."""
    return importlib.util.find_spec(f"{__name__}.{name}") is not None


def show(window: MainWindow, name: str) -> object:
    """Show the dialog in `ui/dialogs/<name>.py` over the window."""
    return importlib.import_module(f"{__name__}.{name}").show(window)
