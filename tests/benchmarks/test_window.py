"""How soon the window is there and usable, beside an empty QMainWindow; and how soon the draft's redline follows a key.

Each start is a process of its own. The floor and the program take turns, and the quickest of each counts, so that what
else the machine does falls out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tablebook.jobs.sample import make_sample

ROUNDS = 7
PAINTED_OVER_FLOOR = 1.5
SAMPLE_USABLE, BIG_USABLE = 0.4, 0.8
MOST_MEMORY_MB = 300

# The same mark in both: the first turn of the event loop after the first paint, when it is on the screen.
EMPTY = """
import json, os, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Empty(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
def painted():
    print(json.dumps({"painted": time.time()}), flush=True)
    os._exit(0)
app = QApplication(["empty"])
window = Empty()
window.resize(1440, 900)
window.show()
app.exec()
"""

PROGRAM = """
import json, os, sys, time
from tablebook import app as program
said = {}
qt = program.application()
window = program.start(sys.argv[1:])
def painted(go_on=window._after_paint):
    said["painted"], said["busy"] = time.time(), time.process_time()
    go_on()
window._after_paint = painted
def usable():
    # The list is filled, an article shown, and every paint that this asked for is done.
    qt.processEvents()
    assert window.negotiate.articles.list.model().rowCount() and window.negotiate.article.isVisible()
    said["usable"], said["busy"] = time.time(), time.process_time() - said["busy"]
    try:
        import resource
        unit = 1024 if sys.platform != "darwin" else 1 << 20
        said["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    except ImportError:
        said["peak"] = 0
    print(json.dumps(said), flush=True)
    os._exit(0)
from PySide6.QtCore import Qt
window.desk.opened.connect(usable, Qt.ConnectionType.QueuedConnection)
window.show()
qt.exec()
"""


def started(program: str, home: Path, *arguments: str) -> dict[str, float]:
    """What one start said, in seconds after it was begun."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TABLEBOOK_HOME": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], env=env, check=True, capture_output=True, text=True, timeout=60
    )
    said: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return {name: value - began if name != "peak" else value for name, value in said.items()}


def quickest(home: Path, book: Path) -> tuple[float, float, float, float]:
    """(floor, painted, usable after painted, peak MB), the quickest of several rounds."""
    floor, painted, usable, peak = [], [], [], []
    for _ in range(ROUNDS):
        floor.append(started(EMPTY, home)["painted"])
        said = started(PROGRAM, home, str(book))
        painted.append(said["painted"])
        usable.append(said["usable"] - said["painted"])
        peak.append(said["peak"])
    return min(floor), min(painted), min(usable), max(peak)


def test_the_sample_is_there_soon(tmp_path: Path) -> None:
    book = tmp_path / "Sample.tablebook"
    make_sample(book).close()
    floor, painted, usable, peak = quickest(tmp_path, book)
    print(f"\nempty QMainWindow {floor:.3f} s; Tablebook painted {painted:.3f} s = {painted / floor:.2f} x")
    print(f"sample usable {usable:.3f} s after that, {peak:.0f} MB at most")
    assert painted <= PAINTED_OVER_FLOOR * floor
    assert usable <= SAMPLE_USABLE


def test_a_large_book_is_there_soon(big: Path, tmp_path: Path) -> None:
    floor, painted, usable, peak = quickest(tmp_path, big)
    print(
        f"\nlarge book: painted {painted / floor:.2f} x the floor, "
        f"usable {usable:.3f} s after that, {peak:.0f} MB at most"
    )
    assert usable <= BIG_USABLE
    assert peak < MOST_MEMORY_MB


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The large book of the book's own benchmark."""
    from tests.benchmarks.test_book import make_big

    return make_big(tmp_path_factory.mktemp("large"))
