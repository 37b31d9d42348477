"""A marked paper dropped in: findings first, in words and in frames; by keyboard; recorded with what was found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tablebook.domain.codes import Custody, PassKind
from tablebook.domain.record import NoteTaken, TextPassed
from tablebook.redline.marks import Mark
from tablebook.ui.dialogs.receive import SIDES, WORDS, ReceiveScreen
from tablebook.ui.dialogs.receive_words import FILE
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.test_reach import nameless
from tests.ui.dialogs_pass.test_receive import BEFORE_E3, opened, received
from tests.ui.dialogs_pass.texts import last_entries

E_3 = "Class Size counter clean"
CARDS = [
    ("2 changes the other side did not mark",
     "12.1c: 28 became 30. 12.2: “shall meet” became “may meet”. Neither is marked in their file."),
    ("Withdraws an offer made in E-2 (regressive)",
     "12.1b: E-2 offered 25. This says 26. No reason is given on the paper."),
    ("Cross-reference to 8.4 no longer exists", "12.2 points to Section 8.4. Their E-2 on Article 8 deletes it."),
]  # fmt: skip


def dropped(table: Table, folder: Path, name: str, key: str = "12") -> ReceiveScreen:
    """The screen with a paper of the sample read."""
    screen = opened(table, key)
    screen._take_way(FILE)
    screen.words.file.read(folder / "papers" / name)
    table.until(lambda: screen.found is not None and not screen.work.busy)
    return screen


def cards(screen: ReceiveScreen) -> list[tuple[str, str]]:
    return [(card.title.text(), card.text.text()) for card in screen.side.cards]


@pytest.mark.parametrize("kind", [".docx", ".pdf"])
def test_what_they_did_not_mark_stands_first(table_at: Callable[..., Table], sample_folder: Path, kind: str) -> None:
    screen = dropped(table_at(BEFORE_E3), sample_folder, E_3 + kind)
    assert cards(screen) == CARDS
    assert screen.view.value == SIDES
    assert [(row.words, row.section) for row in screen.side.rows] == [
        ("10th to 20th", "12.1"), ("Kindergarten and …, 22 to 24", "12.1a"),
        ("Grades 1 through 3, 25 to 26", "12.1b"), ("$35 to $25", "12.2"),
    ]  # fmt: skip
    assert screen.side.changed.text() == "Marked by them, and confirmed"
    assert (screen.sides.left_title.label.text(), screen.sides.right_title.label.text()) == ("U-3", "E-3")
    assert screen.head.label.text() == "E-3"
    screen.wait()


def test_the_places_are_framed_with_words_under_the_paragraph(
    table_at: Callable[..., Table], sample_folder: Path
) -> None:
    screen = dropped(table_at(BEFORE_E3), sample_folder, f"{E_3}.docx")
    notes = [(note.text, note.tone, note.framed) for _, note in sorted(screen.walk.notes().items())]
    assert notes == [
        ("E-2 offered 25. Regressive.", "attention", True),
        ("Not marked in their file", "problem", True),
        ("“may” is not marked. Section 8.4 is being struck.", "problem", True),
    ]
    flagged = [
        ("".join(run.text for run in screen.found.blocks[at].runs)[flag.start : flag.end], flag.kind)
        for at, note in sorted(screen.walk.notes().items())
        for flag in note.flags
    ]
    assert flagged == [("thirty (30)", "unmarked"), ("may", "unmarked"), ("Section 8.4", "dead")]
    screen.wait()


def test_f3_goes_through_the_findings(table_at: Callable[..., Table], sample_folder: Path) -> None:
    screen = dropped(table_at(BEFORE_E3), sample_folder, f"{E_3}.docx")
    seen = []
    for _ in range(5):
        QTest.keyClick(screen.sides.right, Qt.Key.Key_F3)
        place = screen.walk.stops[screen.walk.at][2]
        seen.append((place.place, place.code))
    assert seen == [
        ("12.1c", "not-marked"), ("12.2", "not-marked"), ("12.1b", "regressive"), ("12.2", "struck-reference"),
        ("12.1c", "not-marked"),
    ]  # fmt: skip
    QTest.keyClick(screen.side.cards[0].show_button, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert screen.walk.at == 3, "Shift+F3 goes back, from wherever the keyboard is"
    assert screen.side.cards[0].show_button.words == "Show 1 of 2"
    screen.wait()


def test_the_ways_forward(table_at: Callable[..., Table], sample_folder: Path) -> None:
    screen = dropped(table_at(BEFORE_E3), sample_folder, f"{E_3}.docx")
    lines: list[str] = []
    articles: list[str] = []
    screen.noted.connect(lines.append)
    screen.article_asked.connect(articles.append)
    for card in screen.side.cards:
        card.way_button.click()
    assert lines == [
        (
            "@12.1c < ? 12.1c: 28 became 30; 12.2: “shall meet” became “may meet”. Your paper does not mark them. "
            "Is it meant?"
        ),
        "@12.1b > = Reason: ",
    ]
    assert articles == ["8"]
    screen.wait()


def test_a_marking_that_means_something_else_is_read_anew(table_at: Callable[..., Table], sample_folder: Path) -> None:
    table = table_at(BEFORE_E3)
    screen = dropped(table, sample_folder, f"{E_3}.docx")
    assert [button.words for button in screen.keys.buttons] == ["struck = taken out", "underlined = new"]
    assert "As the paper says itself." in screen.keys.buttons[0].accessibleName()

    def pressed() -> None:
        before = screen.words.came
        QTest.keyClick(screen.keys.buttons[0], Qt.Key.Key_Space)
        table.until(lambda: screen.words.came is not before and not screen.again.busy and not screen.work.busy)

    pressed()
    assert screen.keys.buttons[0].words == "struck = no change"
    assert "twenty-two (22) twenty-four (24)" in " ".join(block.text for block in screen.words.blocks(()))
    assert len(screen.found.marked) == 4, "the underlined words are new, and none is taken out"
    assert screen.found.marked[0].old == ""
    pressed()
    assert screen.words.came.paper.keys[0].meaning is Mark.INSERTED
    pressed()
    assert cards(screen) == CARDS
    screen.wait()


def notes_kept(table: Table, count: int) -> list[NoteTaken]:
    entries = last_entries(table, count + 1)[:-1]
    assert {entry.custody for entry in entries} == {Custody.OURS}
    return [entry.body for entry in entries]


def test_what_was_found_stays_with_the_recorded_text(table_at: Callable[..., Table], sample_folder: Path) -> None:
    table = table_at(BEFORE_E3)
    screen = dropped(table, sample_folder, f"{E_3}.docx")
    table.press("Ctrl+Enter")
    body = received(table)
    assert [part.place for part in body.parts] == ["12.1", "12.2"]
    words = " ".join(block.text for part in body.parts for block in part.blocks)
    assert "twenty-four (24)" in words
    assert "twenty-two (22)" not in words, "the accepted reading is what was passed"
    assert body.file is not None
    kept = table.ask(lambda book: book.attachment(body.file.digest))
    assert kept == (sample_folder / "papers" / f"{E_3}.docx").read_bytes()
    assert [(note.place, note.text) for note in notes_kept(table, 3)] == [
        ("12", ("E-3, as received. Not marked on the paper. The paper changes 28 to 30 in 12.1c without marking it. "
               "The paper changes “shall meet” to “may meet” in 12.2 without marking it.")),
        ("12.1b", "E-3, as received. Takes back an offer. 12.1b: E-2 offered 25. This says 26."),
        ("12.2", "E-3, as received. Dead reference. 12.2 points to Section 8.4. Their E-2 on Article 8 deletes it."),
    ]  # fmt: skip
    screen.wait()


def test_a_misread_word_is_put_right_by_hand_first(table_at: Callable[..., Table], sample_folder: Path) -> None:
    table = table_at(BEFORE_E3)
    screen = dropped(table, sample_folder, f"{E_3}.docx")
    screen._show_view(WORDS)
    screen.words.focus_words()
    assert screen.words.read.find_words("thirty (30)")
    table.press("twenty-eight (28)")
    screen.check()
    table.until(lambda: not screen.work.busy)
    assert cards(screen)[0] == (
        "1 change the other side did not mark", "12.2: “shall meet” became “may meet”. It is not marked in their file."
    )  # fmt: skip
    table.press("Ctrl+Enter")
    assert received(table).transcribed
    screen.wait()


def test_a_package_is_known_by_its_header(table_at: Callable[..., Table], sample_folder: Path) -> None:
    table = table_at("2027-03-30T10:14")
    screen = dropped(table, sample_folder, "District package 30 March.docx", "13")
    assert screen.head.articles.text() == "13, 15 and 19"
    assert screen.head.package.isChecked()
    assert screen.record.words == "Record as EP-1"
    assert cards(screen) == []
    assert [one.article for one in screen.found.looked] == ["13", "15", "19"]
    screen.record.click()
    table.until(lambda: "EP-1" in table.desk.state.packages)
    bodies = [entry.body for entry in last_entries(table, 4)[:3]]
    assert [(type(body), body.article) for body in bodies] == [
        (TextPassed, "13"),
        (TextPassed, "15"),
        (TextPassed, "19"),
    ]
    screen.wait()


def test_a_section_struck_whole_by_tracked_changes(table_at: Callable[..., Table], sample_folder: Path) -> None:
    table = table_at("2027-03-02T09:39")
    screen = dropped(table, sample_folder, "Art 8 District E-2 tracked.docx", "8")
    body = screen._found.bodies[0]
    assert [(part.place, part.deleted) for part in body.parts][-1] == ("8.4", True)
    assert not any(one.code == "not-marked" for one in screen.found.findings)
    screen.wait()


def test_one_finding_at_a_time_where_there_is_no_room(
    table_at: Callable[..., Table], sample_folder: Path, look: Any
) -> None:
    look.set_scale(1.5)
    table = table_at(BEFORE_E3)
    screen = opened(table)
    screen.resize(1280, 600)
    screen._take_way(FILE)
    screen.words.file.read(sample_folder / "papers" / f"{E_3}.docx")
    table.until(lambda: screen.found is not None and not screen.work.busy)
    assert not screen.side.isVisible()
    assert screen.strip.isVisible()
    assert (screen.strip.title.text(), screen.strip.count.text()) == (CARDS[0][0], "1 of 3")
    screen.strip.next.click()
    screen.strip.next.click()
    assert (screen.strip.title.text(), screen.strip.count.text()) == (CARDS[1][0], "2 of 3")
    assert nameless(screen) == []
    screen.wait()


def test_everything_has_a_name(table_at: Callable[..., Table], sample_folder: Path) -> None:
    screen = dropped(table_at(BEFORE_E3), sample_folder, f"{E_3}.docx")
    assert nameless(screen) == []
    assert screen.side.cards[0].accessibleName().startswith("2 changes the other side did not mark. 12.1c")
    assert screen.side.rows[0].accessibleName() == "10th to 20th, 12.1, marked by them"
    screen.wait()


def test_an_offer_in_concept_is_known_as_one(table_at: Callable[..., Table], sample_folder: Path) -> None:
    table = table_at("2027-04-06T10:00")
    screen = opened(table, "20")
    screen._take_way(FILE)
    screen.words.file.read(sample_folder / "papers" / "Concept on pay 6 April.docx")
    table.until(lambda: screen.head.concept.isChecked() and screen._found is not None and not screen.work.busy)
    assert screen.view.value == WORDS
    assert screen.record.words == "Record as Concept 1"
    assert screen.line.label.text().endswith("an offer in concept: words, not language.")
    screen.record.click()
    body = received(table)
    assert (body.kind, body.parts) == (PassKind.CONCEPT, ())
    assert "every cell of the schedule rises by three percent" in body.prose
    screen.wait()
