"""Imports without PySide's hook, which crashes a window whose threads import modules."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - brings the hook in, so that it can be taken out


def plain_imports() -> None:
    """Put the interpreter's own import back.

    PySide puts itself before it, and looks through the source of every module that is imported after it for a switch
    that we do not use. Done from another thread, as the book's first heavy imports are, this now and then corrupts
    memory, and the window dies some time later. Without it imports are a tenth quicker, too.
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
