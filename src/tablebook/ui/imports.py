"""Imports without PySide's hook, which reads the source of every module."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - brings the hook in, so that it can be taken out


def plain_imports() -> None:
    """Put the interpreter's own import back.

    PySide puts itself before it, and looks through the source of every module that is imported after it for a switch
    that we do not use. Without it imports are a tenth quicker.
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
