"""What a hand in a hurry does, and what is shown to be looked at: nothing is dropped in silence or opened twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tablebook.domain.ready_line import Act, Check, ReadyLine
from tablebook.ui.kit.button import Button
from tablebook.ui.text.redline_page import RedlinePage
from tests.ui.ratify.conftest import APPROVED, CERTIFIED, COUNTED, THIRD_PACKET, TOTAL, Office
from tests.ui.ratify.test_text_dialogs import settle
from tests.ui.ratify.test_vote_dialogs import ready

At = Callable[..., Office]


def test_no_row_of_a_conforming_list_is_left_out_unsaid(office: At) -> None:
    """A row with half its words was dropped, and the list recorded without it."""
    here = office(TOTAL)
    line = ReadyLine(Check.REFERENCES, False, "A reference.", Act.CONFORMING, "12", "12", old="Section 9", key="x")
    before, dialog = here.entries(), settle(here, line)
    here.write(dialog.rows[0][2], "Section 10")
    for box in dialog.initials.values():
        here.write(box, "Dana Marsh")
    assert dialog.main.isEnabled()
    next(one for one in dialog.findChildren(Button) if one.text() == "Add a change").click()
    where, old, new, _ = dialog.rows[1]
    here.write(where, "12.4")
    here.write(old, "Section 8")
    assert ready(dialog) == "Type the words that take the place of “Section 8”."
    old.clear()
    here.write(new, "Section 7")
    assert ready(dialog) == "Type the words of change 2 as they stand."
    here.press("Ctrl+Return")
    assert here.entries() == before
    here.press("Esc")


def test_a_schedule_to_be_compared_is_shown_beside_the_question(office: At) -> None:
    """ "Look" showed nothing to look at."""
    here = office(THIRD_PACKET)
    assert here.stage.view is not None
    line = next(one for one in here.stage.view.lines if one.check is Check.APPENDICES and one.article == "Appendix A")
    dialog = settle(here, line)
    page = dialog.side.findChild(RedlinePage)
    assert "$52,138" in page.toPlainText()
    assert page.accessibleName() == "As it was signed"
    assert dialog.main.reason() == "Say why it may stand."
    here.press("Esc")


def test_a_signing_dated_before_the_vote_asks_why(office: At) -> None:
    here = office(APPROVED)
    dialog = here.ask("executed")
    for _, _, day in dialog.fields.values():
        here.write(day, "1 Jan 2020")
    assert [one.sentence for one in dialog.reasons.cautions] == [
        "The last vote was decided on 4 May, and the signing is dated before it."
    ]
    assert ready(dialog) == "Say why all the same: signed before the vote."
    here.write(next(iter(dialog.fields.values()))[2], "4 May")
    assert not dialog.reasons.cautions
    here.press("Esc")


def test_a_member_of_the_board_is_called_once(office: At) -> None:
    here = office(CERTIFIED)
    dialog = here.ask("board")
    for at, name in enumerate(("Paula Wendt", "paula wendt")):
        here.write(dialog.rows[at][0], name)
        dialog.rows[at][1].set_value("yes")
    dialog.check()
    assert ready(dialog) == "Paula Wendt is named twice."
    here.press("Esc")


@pytest.mark.parametrize("wanted", ["certify", "preview"])
def test_a_double_press_opens_one_dialog(office: At, wanted: str) -> None:
    """The preview comes a moment after it is asked for: the second press came before it."""
    here = office(COUNTED)
    here.stage.ask(wanted)
    here.stage.ask(wanted)
    dialog = here.dialog()
    here.settled()
    here.until(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)
    shown = [one for one in here.window.findChildren(type(dialog)) if one.isVisible()]
    assert shown == [dialog]
    here.press("Esc")
    here.until(lambda: QApplication.activeModalWidget() is None)
