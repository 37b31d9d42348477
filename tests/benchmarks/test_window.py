"""How soon the window is there and usable, beside an empty QMainWindow.

Each start is a process of its own. The floor and the program take turns, and the quickest of each counts, so that what
else the machine does falls out.
"""

from __future__ import annotations

import compileall
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import pytest

import tablebook
from tablebook.jobs.sample import make_sample
from tests.benchmarks.measured import ROOT, Measured

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
    from tests.benchmarks.memory import most_megabytes
    said["peak"] = most_megabytes()
    print(json.dumps(said), flush=True)
    os._exit(0)
from PySide6.QtCore import Qt
window.desk.opened.connect(usable, Qt.ConnectionType.QueuedConnection)
window.show()
qt.exec()
"""


def started(program: str, home: Path, *arguments: str) -> dict[str, float]:
    """What one start said, in seconds after it was begun; each for a person who starts for the first time."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TABLEBOOK_HOME": tempfile.mkdtemp(dir=home)}
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env=env,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    said: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return {name: value - began if name in ("painted", "usable") else value for name, value in said.items()}


class Start(NamedTuple):
    """The quickest of several starts, in seconds: the empty window's, ours, what came after; and the most memory."""

    floor: float
    painted: float
    usable: float
    busy: float
    peak: float


def quickest(home: Path, book: Path) -> Start:
    """Start the empty window and the program in turns."""
    floor, painted, usable, busy, peak = [], [], [], [], []
    for _ in range(ROUNDS):
        floor.append(started(EMPTY, home)["painted"])
        said = started(PROGRAM, home, str(book))
        painted.append(said["painted"])
        usable.append(said["usable"] - said["painted"])
        busy.append(said["busy"])
        peak.append(said["peak"])
    return Start(min(floor), min(painted), min(usable), min(busy), max(peak))


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """As after an installation: no module is compiled while the program starts."""
    assert compileall.compile_dir(Path(tablebook.__file__).parent, quiet=1)


def test_the_sample_is_there_soon(tmp_path: Path, measured: Measured) -> None:
    book = tmp_path / "Sample.tablebook"
    make_sample(book).close()
    found = quickest(tmp_path, book)
    measured("window painted", found.painted, limit=PAINTED_OVER_FLOOR * found.floor, floor=found.floor)
    measured("sample usable after that", found.usable, limit=SAMPLE_USABLE, floor=found.floor)
    measured("  processor time of it", found.busy)
    measured("  memory with the sample", found.peak, unit="MB")


def test_a_large_book_is_there_soon(big: Path, tmp_path: Path, measured: Measured) -> None:
    found = quickest(tmp_path, big)
    measured("large book usable after the first paint", found.usable, limit=BIG_USABLE, floor=found.floor)
    measured("  processor time of it (large)", found.busy)
    measured("  memory with the large book", found.peak, limit=MOST_MEMORY_MB, unit="MB")


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The large book of the book's own benchmark."""
    from tests.benchmarks.test_book import make_big

    return make_big(tmp_path_factory.mktemp("large"))
