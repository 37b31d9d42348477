"""Python's search for garbage, kept in the window's thread.

By itself it starts in whatever thread has just made the most objects. In the book's thread, or one that makes a paper,
it then takes down what is left of a closed dialog (a text document, a timer) while Qt may be busy with it in the
window's, and the program dies seconds later at an unrelated place.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

EVERY_MS = 1000


def collect_due() -> int:
    """Do what the interpreter would have done by now: the oldest generation whose count is over its threshold.

    What Qt was told to delete goes first: a widget whose Python half is gone while Qt's still hears signals fails.
    Returns the number of objects that could not be reached, as `gc.collect` does.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
            return gc.collect(generation)
    return 0


class Garbage(QObject):
    """From now on garbage is looked for in this thread only, between two events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()
