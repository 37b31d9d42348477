"""The table of what is traced to its signed TA: read at every size of text, and each standing its own mark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from tablebook.domain.codes import Fate
from tablebook.jobs.ratify.send_back import send_back
from tablebook.ui.delegates.traced_row import ARTICLE, ASSEMBLED, MARKS, stacked_words
from tablebook.ui.models.traced import HEADS, LAST, Standing
from tablebook.ui.theme import theme
from tests.ui.ratify.conftest import THIRD_PACKET, Office

At = Callable[..., Office]


def traced(here: Office) -> Office:
    """Show the table, also where one part is shown at a time."""
    here.stage.switch.segments()[-1].click()
    here.settled()
    return here


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_column_is_so_narrow_that_words_break(office: At, size: tuple[int, int], scale: float) -> None:
    here = traced(office(size=size, scale=scale))
    table, px = here.stage.traced.table, theme().px
    shown = [column for column in range(len(HEADS)) if not table.isColumnHidden(column)]
    assert sum(map(table.columnWidth, shown)) <= table.viewport().width()
    assert table.columnWidth(0) >= px(ARTICLE)
    if len(shown) == len(HEADS):
        assert table.columnWidth(LAST) >= px(ASSEMBLED)
        return
    # One below the other: the one cell says all that the row says.
    row = here.stage.traced.model.rows[0]
    assert all(cell in f"{row.cells[0]} {stacked_words(row)} {row.cells[LAST]}" for cell in row.cells)
    assert table.rowHeight(0) >= 3 * px(17)


def test_large_text_scrolls_once_and_shows_the_row_that_the_keys_choose(office: At) -> None:
    here = traced(office(size=(1280, 720), scale=2.0))
    card = here.stage.traced
    assert card.table.verticalScrollBar().maximum() == 0
    card.table.setFocus()
    here.until(lambda: QApplication.focusWidget() is card.table)
    for _ in range(5):
        here.press("Down")
    here.settled()
    rect = card.table.visualRect(card.table.currentIndex())
    top = card.table.viewport().mapTo(card.area.viewport(), rect.topLeft())
    assert card.area.viewport().rect().contains(QRect(top, rect.size()).adjusted(2, 2, -2, -2))
    assert card.table.mapTo(card.area.viewport(), QPoint(0, 0)).y() < 0


def test_a_ta_that_fell_does_not_look_like_one_that_is_reopened(office: At) -> None:
    here = office(THIRD_PACKET)
    here.vote_against()
    here.act(send_back, "Members’ vote", "Class size", {"TA 8": Fate.REOPENS, "TA 9": Fate.FALLS})
    rows = {row.agreement: row for row in here.stage.traced.model.rows}
    assert rows["TA 8"].cells[LAST] == "Reopened"
    assert rows["TA 9"].cells[LAST] == "Fell"
    assert MARKS[rows["TA 9"].standing] != MARKS[rows["TA 8"].standing]
    assert not rows["TA 9"].holds
    assert "Assembled text Fell" in rows["TA 9"].spoken
    assert set(MARKS) == set(Standing)


def test_no_heading_of_a_column_is_cut_off_over_short_cells(office: At) -> None:
    """ "Accepted pass" above "E-1" alone: a book with few TAs has no cell that is wider."""
    card = office().stage.traced
    card.model.apply([one for one in card.model.rows if one.agreement == "TA 9"], False)
    header = card.table.horizontalHeader()
    assert card.model.rowCount() == 1
    for column in range(len(HEADS)):
        assert header.sectionSize(column) >= header.sectionSizeHint(column), HEADS[column]
