"""The conforming list: how it is reached, and its words and Tab at every size of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tablebook.domain.codes import Conforming
from tablebook.domain.record import ConformingAgreed
from tablebook.ui.actions import BY_ID
from tests.ui.ratify.conftest import EXECUTED, THIRD_PACKET, TOTAL, Office
from tests.ui.ratify.test_vote_dialogs import ready, shown

At = Callable[..., Office]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_words_of_a_change_can_be_read(office: At, scale: float) -> None:
    dialog = office(THIRD_PACKET, size=(1280, 720), scale=scale).ask("conforming")
    where, old, new, _ = dialog.rows[0]
    letter = old.fontMetrics().horizontalAdvance("n")
    assert min(old.width(), new.width()) > (20 if scale == 1.0 else 40) * letter
    assert where.width() < dialog.width() / 2


def test_tab_goes_through_the_changes_in_reading_order(office: At) -> None:
    here = office(THIRD_PACKET, size=(1280, 720), scale=2.0)
    rows = here.ask("conforming").rows
    rows[0][0].setFocus()
    passed = []
    for _ in range(5):
        passed.append(QApplication.focusWidget())
        here.press("Tab")
    (where, old, new, kind), following = rows[0], rows[1][0]
    assert passed == [where, kind, old, new, following]


def test_the_conforming_list_is_reached_where_no_reference_is_in_doubt(office: At) -> None:
    here = office(TOTAL, stage="negotiate")
    palette = [one for one in BY_ID.values() if "onforming" in one.title]
    assert [one.id for one in palette] == ["conforming"]
    here.window.acts.run("conforming")
    dialog = here.dialog()
    before = here.entries()
    where, old, new, kind = dialog.rows[0]
    assert kind.value == str(Conforming.TYPOGRAPHY)
    assert ready(dialog) == "Type what each should say instead."
    for box, words in ((where, "12"), (old, "class"), (new, "Class")):
        here.write(box, words)
    for side, box in dialog.initials.items():
        here.write(box, f"For the {side}")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, ConformingAgreed)
    assert [(one.old, one.new) for one in body.changes] == [("class", "Class")]


def test_nothing_is_cleaned_up_in_a_signed_agreement(office: At) -> None:
    here = office(EXECUTED)
    assert here.window.acts.reason("conforming") == "The agreement is signed; its text stays as it is."
    here.stage.ask("conforming")
    assert here.said[-1] == "The agreement is signed; its text stays as it is."


def test_words_that_stand_nowhere_are_refused_and_nothing_is_recorded(office: At) -> None:
    here = office(TOTAL, stage="negotiate")
    before = here.entries()
    here.window.acts.run("conforming")
    dialog = here.dialog()
    where, old, new, _ = dialog.rows[0]
    for box, words in ((where, "12"), (old, "clas"), (new, "Class")):
        here.write(box, words)
    for side, box in dialog.initials.items():
        here.write(box, f"For the {side}")
    here.press("Ctrl+Return")
    here.until(lambda: shown(dialog).startswith("“clas” does not stand in Article 12."))
    assert here.entries() == before


def test_a_figure_on_the_list_asks_for_a_reason_and_keeps_it(office: At) -> None:
    here = office(TOTAL, stage="negotiate")
    before = here.entries()
    here.window.acts.run("conforming")
    dialog = here.dialog()
    where, old, new, _ = dialog.rows[0]
    for box, words in ((where, "12"), (old, "22"), (new, "32")):
        here.write(box, words)
    for side, box in dialog.initials.items():
        here.write(box, f"For the {side}")
    assert ready(dialog) == "Say why all the same: a figure changes."
    here.write(dialog.reasons.fields["changes-figure"], "The sheet has 32.")
    here.press("Ctrl+Return")
    body = here.recorded(dialog, before, ConformingAgreed)
    assert [(one.old, one.new, one.note) for one in body.changes] == [("22", "32", "The sheet has 32.")]
