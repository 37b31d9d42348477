"""The card of the vote: its bar can be read, and a vote that failed stays in sight with its reason and its record."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tablebook.domain.codes import Fate, Ratifier
from tablebook.domain.record import VoteSet
from tablebook.domain.vote_count import Count
from tablebook.jobs.make_packet import make_packet
from tablebook.jobs.ratify.send_back import send_back
from tablebook.jobs.ratify.vote import set_up_vote
from tablebook.ui.ratify.ready_card import AFTER
from tablebook.ui.ratify.tally_bar import Tally
from tablebook.ui.theme import theme
from tests.ui.ratify.conftest import EXECUTED, THIRD_PACKET, Office, texts_of

At = Callable[..., Office]
REASON = "Four paid weeks are too few."


def contrast(one: str, other: str) -> float:
    """The ratio of two colour roles, as the guidelines reckon it."""

    def light(role: str) -> float:
        parts = [part / 255 for part in theme().color(role).getRgb()[:3]]
        red, green, blue = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_mark_of_what_it_takes_crosses_no_word(office: At, scheme: str, scale: float) -> None:
    office(THIRD_PACKET, scale=scale)  # a program with its fonts
    theme().set_scheme(scheme)
    try:
        assert contrast("ink", "page") > 4.5
        for yes in range(0, 349, 4):
            bar = Tally(Count(452, 348, 348, yes, 348 - yes), 175)
            bar.resize(theme().px(330), bar.sizeHint().height())
            for rect, _ in bar.words():
                assert not rect.intersects(bar.mark())
            found = bar.grab().toImage().pixelColor(bar.mark().center().toPoint())
            assert found == theme().color("ink")
        drawn = Tally(Count(452, 348, 348, 154, 194), 175)
        drawn.resize(theme().px(330), drawn.sizeHint().height())
        assert [text for _, text in drawn.words()] == ["Yes 154", "No 194"]
    finally:
        theme().set_scheme("light")


def test_yes_and_no_are_said_in_words_below_the_bar(office: At) -> None:
    here = office(THIRD_PACKET)
    here.vote_against()
    assert "Yes 60, no 210. It takes 136 yes: majority of ballots cast." in texts_of(here.stage.vote)


def failed(here: Office) -> None:
    """The members' vote did not carry, and the agreement is back on the table."""
    here.vote_against()
    here.act(send_back, "Members’ vote", REASON, {"TA 8": Fate.REOPENS}, rule="Bylaw 9.5", by="Dana Marsh")


def test_a_vote_that_failed_stays_on_the_card(office: At) -> None:
    here = office(THIRD_PACKET)
    failed(here)
    for wanted in ("Not ratified", "So the agreement is voted down.", REASON, "Bylaw 9.5", "TA 8 reopened"):
        assert wanted in texts_of(here.stage.vote)
    assert "did not carry, and the agreement went back to the table" in here.stage.subtitle.text()
    here.act(set_up_vote, VoteSet("Members’ vote 2", Ratifier.MEMBERS, "And now?", 452))
    shown = texts_of(here.stage.vote)
    assert shown.index("And now?") < shown.index("Not ratified") < shown.index(REASON)
    assert here.stage.subtitle.text().startswith("Members’ vote 2 is set up.")


def test_the_record_of_a_vote_that_failed_is_printed(office: At) -> None:
    here = office(THIRD_PACKET)
    failed(here)
    assert here.window.acts.reason("vote-sheet") == ""
    button = next(one for one in here.stage.vote.stops() if one.accessibleName() == "Print the record of Members’ vote")
    button.setFocus()
    here.press("Space")
    dialog = here.dialog()
    assert list(dialog.papers) == ["vote-record", "tally Members’ vote"]
    here.until(lambda: not dialog.preview.work.busy)
    here.press("Esc")
    here.until(lambda: QApplication.activeModalWidget() is None)


def test_what_is_missing_after_the_signing_is_quiet(office: At) -> None:
    here = office(EXECUTED)
    assert here.stage.view is not None
    assert here.stage.view.in_the_way == ()
    assert here.stage.ready.title.text() == AFTER
    shown = texts_of(here.stage.ready)
    assert "Missing" in shown
    assert "In the way" not in shown
    assert "Ready to vote" not in shown
    assert [key for key, one in here.stage.packet.buttons.items() if one.isVisible()] == ["web", "compare"]
    card = texts_of(here.stage.vote)
    assert card.index("So the board approves.") < card.index("Question")
    assert "Write" not in [one.text() for one in here.stage.ready.stops()]  # type: ignore[attr-defined]


def test_what_a_second_packet_says_otherwise_is_copied_for_the_members(office: At) -> None:
    here = office(THIRD_PACKET)
    failed(here)
    here.act(make_packet)
    dialog = here.ask("compare")
    here.until(lambda: dialog.found is not None and bool(dialog.found.articles))
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Packet 3 and packet 4. 1 article reads otherwise. TA 8 no longer in it.")
    assert "Article 8, Preparation Time" in copied
    assert "Marks: " in copied
