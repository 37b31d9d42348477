"""Keep None, True and False alive under Qt on Python 3.11.

The PySide6 6.12 wheels are built with the headers of a newer Python, in which these objects cannot die and are handed
out without counting a reference. Python 3.11 does count: every call that returns None takes one away, and after some
ten thousand calls the interpreter stops with "deallocating None". So they are given more references than can be lost.
"""

from __future__ import annotations

import sys

PLENTY = 1 << 60


def keep_constants() -> None:
    """Do on an older CPython what 3.12 and later do by themselves. Doing it again changes nothing."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    import ctypes

    for constant in (None, True, False, NotImplemented):
        if sys.getrefcount(constant) < PLENTY // 2:
            ctypes.c_ssize_t.from_address(id(constant)).value += PLENTY
