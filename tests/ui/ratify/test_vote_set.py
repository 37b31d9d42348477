"""The dialog that sets up a vote says what the rules of the record would refuse."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.ratify.conftest import TOTAL, Office
from tests.ui.ratify.test_vote_dialogs import ready


def test_what_the_rules_refuse_is_said_before_it_is_recorded(office: Callable[..., Office]) -> None:
    here = office(TOTAL)
    dialog = here.ask("set-up")
    here.write(dialog.eligible, "452")
    for box, typed in ((dialog.open_day, "24 Apr"), (dialog.open_time, "07:00"), (dialog.close_day, "24 Apr"),
                       (dialog.close_time, "07:00")):  # fmt: skip
        here.write(box, typed)
    assert ready(dialog) == "The vote closes before it opens."
    here.write(dialog.close_time, "16:00")
    here.write(dialog.notice, "25 Apr")
    assert ready(dialog).startswith("The notice is due after the vote opens.")
    here.write(dialog.notice, "19 Apr")
    here.write(dialog.quorum, "453")
    assert ready(dialog) == "The quorum is larger than the list of those who may vote."
    here.write(dialog.quorum, "452")
    here.write(dialog.places, "Hall, Hall")
    assert ready(dialog) == "A place stands there twice."
