"""How long a key in the draft takes, and how soon the redline beside it shows the change.

Wall time decides, the quickest of several rounds for each letter. The time that the window's thread was busy stands
beside it: on a machine that does other work too, the two part.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEventLoop, QRectF, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tablebook.app import dress
from tablebook.domain.text import Block, table
from tablebook.preferences import Preferences
from tablebook.redline.compare import compare
from tablebook.ui.text.draft_edits import Place
from tablebook.ui.text.draft_panes import DraftPanes
from tests.benchmarks.measured import Measured
from tests.unit.redline import lakeview

KEY_BLOCKS, REDLINE_AFTER = 0.016, 0.050
ROUNDS, TYPED = 9, "twenty "
ROWS, COLUMNS = 14, 5

SCHEDULE = table([[f"${30_000 + 1_150 * row + 2_400 * column:,}" for column in range(COLUMNS)] for row in range(ROWS)])


@pytest.fixture(scope="module")
def article(sample_folder: Path) -> tuple[Block, ...]:
    """Article 12 of the sample's contract with a salary schedule in its middle."""
    blocks = lakeview.blocks(lakeview.contract(sample_folder))
    return (*blocks[: len(blocks) // 2], SCHEDULE, *blocks[len(blocks) // 2 :])


@pytest.fixture
def panes(qapp: QApplication, article: tuple[Block, ...], tmp_path: Path) -> DraftPanes:
    """The draft and its redline as on a usual window, shown."""
    dress(Preferences(tmp_path))
    made = DraftPanes(lambda blocks: compare(article, blocks).blocks)
    made.resize(1100, 760)
    made.show_blocks(article)
    made.show()
    qapp.processEvents()
    return made


def place_in(article: tuple[Block, ...], where: str) -> Place:
    """In the middle of a paragraph, or in a cell in the middle of the schedule."""
    if where == "table":
        return Place(article.index(SCHEDULE), ROWS // 2 * COLUMNS + 2, 2)
    row = next(at for at, block in enumerate(article) if at > 2 and not block.rows and len(block.text) > 60)
    return Place(row, -1, 40)


def show_row(panes: DraftPanes, row: int) -> None:
    """Bring the row of the redline that changes into sight: what is out of it costs no painting."""
    page = panes.redline
    page.verticalScrollBar().setValue(int(page.row_rect(row).center().y()) - page.viewport().height() // 2)
    QApplication.processEvents()
    seen = QRectF(page.viewport().rect()).translated(0, page.verticalScrollBar().value())
    assert page.row_rect(row).intersects(seen)


class Taken(NamedTuple):
    """Seconds on the wall, and seconds that the window's thread was busy."""

    wall: float
    busy: float


def key(widget: QWidget, letter: str) -> Taken:
    """From a key to its letter painted."""
    began, busy = time.perf_counter(), time.thread_time()
    QTest.keyClick(widget, letter)
    QApplication.processEvents()
    return Taken(time.perf_counter() - began, time.thread_time() - busy)


def redline(panes: DraftPanes) -> tuple[float, Taken]:
    """(seconds from now until the redline is painted, what of it held up the window's thread)."""
    loop, came = QEventLoop(), []
    began = time.perf_counter()
    panes.live.ready.disconnect()
    panes.live.ready.connect(came.append)
    panes.live.ready.connect(loop.quit)
    QTimer.singleShot(5_000, loop, loop.quit)
    loop.exec()
    ready, busy = time.perf_counter(), time.thread_time()
    panes._show_redline(came[0])
    QApplication.processEvents()
    done = time.perf_counter()
    return done - began, Taken(done - ready, time.thread_time() - busy)


def slowest(rounds: list[list[float]]) -> float:
    """The same letters are typed in every round: the quickest of each letter, and of these the slowest."""
    return max(min(times) for times in zip(*rounds, strict=True))


def floor() -> float:
    """A key in Qt's own plain editor with the same number of lines."""
    bare = QPlainTextEdit("\n".join(["Two students below the limit, whichever is lower."] * 60))
    bare.resize(550, 760)
    bare.show()
    QApplication.processEvents()
    return slowest([[key(bare, letter).wall for letter in TYPED] for _ in range(ROUNDS)])


@pytest.mark.parametrize("where", ["paragraph", "table"])
def test_a_key_in_the_draft(where: str, panes: DraftPanes, article: tuple[Block, ...], measured: Measured) -> None:
    editor, bare = panes.editor, floor()
    keys: list[list[Taken]] = []
    shown: list[list[tuple[float, Taken]]] = []
    for _ in range(ROUNDS):
        place = place_in(article, where)
        panes.show_blocks(article)
        editor.select(place, place)
        show_row(panes, place.row)
        keys.append([])
        shown.append([])
        for letter in TYPED:
            keys[-1].append(key(editor, letter))
            shown[-1].append(redline(panes))
    assert any("twenty" in block.text for block in editor.blocks())
    marked = [run.text for each in panes.redline.placed for run in each.row.block.all_runs if run.writer]
    assert "twenty" in "".join(marked)
    for name, taken in (
        (f"a key in a {where} of the draft", keys),
        (f"its redline put on the page ({where})", [[held for _, held in each] for each in shown]),
    ):
        measured(name, slowest([[one.wall for one in each] for each in taken]), limit=KEY_BLOCKS, floor=bare)
        measured(f"  of it busy ({where})", slowest([[one.busy for one in each] for each in taken]))
    after = slowest([[whole for whole, _ in each] for each in shown])
    measured(f"redline painted after the last key ({where})", after, limit=REDLINE_AFTER, floor=bare)


def test_a_key_in_a_large_schedule(qapp: QApplication, tmp_path: Path, measured: Measured) -> None:
    dress(Preferences(tmp_path))
    rows, columns = 300, 6
    text = (table([[f"${30_000 + 40 * row + 900 * column:,}" for column in range(columns)] for row in range(rows)]),)
    panes = DraftPanes(lambda blocks: compare(text, blocks).blocks)
    panes.resize(1100, 760)
    panes.show_blocks(text)
    panes.show()
    panes.activateWindow()
    place = Place(0, rows // 2 * columns + 2, 2)
    panes.editor.select(place, place)
    panes.editor.setFocus()
    qapp.processEvents()
    keys = []
    for letter in TYPED:
        focus = QApplication.focusWidget()
        assert focus is not None
        keys.append(key(focus, letter).wall)
        redline(panes)
    assert "twenty" in panes.editor.blocks()[0].text
    measured("a key in a schedule of 300 rows", sorted(keys)[len(keys) // 2], limit=KEY_BLOCKS, floor=floor())
