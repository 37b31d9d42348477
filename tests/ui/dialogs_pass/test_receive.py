"""Receiving: pasted, typed over, from a file, only spoken; compared, recorded, discarded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tablebook.domain.codes import PassKind
from tablebook.domain.record import PaperReceived, TextPassed
from tablebook.ui.dialogs.receive import SIDES, ReceiveScreen
from tablebook.ui.dialogs.receive_kept import load_typed
from tablebook.ui.dialogs.receive_words import FILE, OVER, SPOKEN
from tests.integration.cli.test_pass_memoranda import CLAUSES
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.texts import last_entries, their_paper

BEFORE_E3 = "2027-03-09T14:02"


def opened(table: Table, key: str = "12") -> ReceiveScreen:
    """The screen with what was half typed before."""
    screen = ReceiveScreen(table.desk, key, table.ask(load_typed, key))
    table.qtbot.addWidget(screen)
    screen.resize(1440, 820)
    screen.show()
    screen.activateWindow()
    screen.words.focus_words()
    table.until(screen.isActiveWindow)
    return screen


def paste(table: Table, text: str) -> None:
    """As from another program."""
    QGuiApplication.clipboard().setText(text)
    table.press("Ctrl+V")


def received(table: Table) -> TextPassed:
    """The newest entry, once it is theirs."""
    table.until(lambda: isinstance(last_entries(table, 1)[0].body, TextPassed)
                and last_entries(table, 1)[0].body.party is table.desk.state.them)  # fmt: skip
    body: TextPassed = last_entries(table, 1)[0].body
    return body


def test_pasted_words_are_compared_and_recorded(table_at: Callable[..., Table]) -> None:
    table = table_at(BEFORE_E3)
    screen = opened(table)
    left: list[bool] = []
    screen.left.connect(lambda: left.append(True))

    paste(table, their_paper(table.desk.state))
    table.until(lambda: not screen.work.busy)

    assert screen.view.value == SIDES
    assert [row.words for row in screen.side.rows] == [
        "10th to 20th",
        "22 to 24",
        "$35 to $25",
    ]
    assert screen.sides.left_title.label.text() == "U-3"
    assert screen.record.words == "Record as E-3"
    table.press("Ctrl+Enter")
    body = received(table)
    assert (body.label, body.kind, [part.place for part in body.parts]) == ("E-3", PassKind.COUNTER, ["12.1", "12.2"])
    assert body.responds_to[0].label == "U-3"
    table.until(lambda: left == [True])
    screen.wait()


def test_what_to_look_at_first_stands_at_the_left(table_at: Callable[..., Table]) -> None:
    table = table_at(BEFORE_E3)
    screen = opened(table)

    paste(table, their_paper(table.desk.state).replace("twenty-five (25)", "twenty-six (26)"))
    table.until(lambda: not screen.work.busy)

    titles = [card.title.text() for card in screen.side.cards]
    assert "Withdraws an offer made in E-2 (regressive)" in titles
    assert screen.record.isEnabled(), "their text can be recorded with open findings"
    screen.wait()


def test_an_answer_that_was_only_said(table_at: Callable[..., Table]) -> None:
    table = table_at(BEFORE_E3)
    screen = opened(table)
    screen.way.set_value(SPOKEN)
    screen._take_way(SPOKEN)

    table.press("Current language on this one")
    assert screen.words.kind.text() == "Recorded as: current contract language, only spoken."
    table.press("Ctrl+Enter")

    body = received(table)
    assert body.spoken
    assert body.kind is PassKind.CURRENT
    assert body.prose == "Current language on this one"
    assert body.file is None
    screen.wait()


def test_a_spoken_no(table_at: Callable[..., Table]) -> None:
    table = table_at(BEFORE_E3)
    screen = opened(table)
    screen._take_way(SPOKEN)
    table.press("No", "Ctrl+Enter")
    assert received(table).kind is PassKind.REJECT
    screen.wait()


def test_typed_over_our_last_text(table_at: Callable[..., Table]) -> None:
    table = table_at(BEFORE_E3)
    screen = opened(table)
    screen._take_way(OVER)
    assert not screen.record.isEnabled(), "nothing is typed yet"
    over = screen.words.over
    assert over.find_words("twenty-two (22)")
    table.press("thirty (30)", "Ctrl+Enter")

    body = received(table)
    assert body.transcribed
    words = " ".join(block.text for part in body.parts for block in part.blocks)
    assert "thirty (30)" in words
    assert "twenty-two (22)" not in words
    screen.wait()


def test_a_file_is_kept_byte_for_byte(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at(BEFORE_E3)
    file = tmp_path / "Class Size counter “clean”.txt"
    file.write_bytes(their_paper(table.desk.state).encode("utf-8"))
    screen = opened(table)
    screen._take_way(FILE)
    screen.words.file.read(file)
    table.until(lambda: screen.found is not None and not screen.work.busy and bool(screen.side.file.label.text()))
    assert screen.side.file.label.text() == f"{file.name}, kept unchanged"
    assert screen.line.label.text().startswith("The file is saved as it came.")

    table.press("Ctrl+Enter")

    body = received(table)
    assert body.file is not None
    assert body.file.name == file.name
    kept = table.ask(lambda book: book.attachment(body.file.digest))
    assert kept == file.read_bytes()
    screen.wait()


def test_a_memorandum_is_on_the_articles_that_its_clauses_change(
    table_at: Callable[..., Table], tmp_path: Path
) -> None:
    table = table_at(BEFORE_E3)
    file = tmp_path / "memo.txt"
    file.write_text(CLAUSES, encoding="utf-8")
    screen = opened(table)
    screen._take_way(FILE)
    screen.words.file.read(file)
    table.until(lambda: screen.found is not None and not screen.work.busy and bool(screen.side.file.label.text()))
    assert (screen.head.articles.text(), screen.head.label.text()) == ("12 and 13", "E-3")
    said = screen.side.left_out.label.text()
    assert "Read as the whole of Article 12, Section 12.2. Read as the end of Article 12, Section 12.3 (“2." in said
    assert "The parties meet again in May." in said
    assert [row.words for row in screen.side.rows][-1] == "New: Each educator has a room."
    screen.wait()


def test_a_file_without_words_is_kept_with_what_is_typed(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at(BEFORE_E3)
    file = tmp_path / "photo.docx"
    file.write_bytes(b"MZ this is no document")
    screen = opened(table)
    screen._take_way(FILE)
    screen.words.file.read(file)
    table.until(lambda: screen.words.came is not None)
    assert screen.words.file.head.text() == "Its words cannot be read"
    screen.check()
    assert not screen.record.isEnabled(), "no words yet"

    screen._take_way(OVER)
    assert screen.words.over.find_words("twenty-two (22)")
    table.press("thirty (30)", "Ctrl+Enter")
    body = received(table)
    assert body.file is not None
    assert table.ask(lambda book: book.attachment(body.file.digest)) == file.read_bytes()
    screen.wait()


def test_the_wrong_file_can_be_left_out(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at(BEFORE_E3)
    file = tmp_path / "wrong.txt"
    file.write_text(their_paper(table.desk.state), "utf-8")
    screen = opened(table)
    screen._take_way(FILE)
    screen.words.file.read(file)
    table.until(lambda: screen.words.came is not None and screen.side.drop_file.isVisible())
    screen.side.drop_file.click()
    screen.check()
    assert screen.words.kept is None
    assert not screen.record.isEnabled()
    screen.wait()


def test_two_articles_on_one_paper(table_at: Callable[..., Table]) -> None:
    table = table_at(BEFORE_E3)
    state = table.desk.state
    other = state.items["14"].article
    lines = "\n".join(block.printed for block in other.blocks).replace("shall", "may", 1)
    screen = opened(table)
    screen.head.articles.set_text("12 and 14")
    paste(table, f"{their_paper(state)}\nArticle 14\n{lines}")
    screen.check()
    table.press("Ctrl+Enter")
    received(table)
    bodies = [entry.body for entry in last_entries(table, 2)]
    assert [body.article for body in bodies] == ["12", "14"]
    assert bodies[0].paper == bodies[1].paper != ""
    screen.wait()


def test_esc_keeps_what_was_half_typed_and_records_nothing(table_at: Callable[..., Table]) -> None:
    table = table_at(BEFORE_E3)
    before = len(table.desk.state.entries)
    screen = opened(table)
    table.press("12.1 Half a", "Esc")
    screen.wait()

    again = opened(table)
    assert again.words.pasted.text() == "12.1 Half a"
    assert len(table.desk.state.entries) == before
    again.wait()


def test_discard_asks_nothing_and_a_refusal_is_recorded_only_if_told(table_at: Callable[..., Table]) -> None:
    table = table_at(BEFORE_E3)
    before = len(table.desk.state.entries)
    screen = opened(table)
    paste(table, their_paper(table.desk.state))
    screen.discard.click()
    screen.wait()
    assert table.ask(load_typed, "12") == {}
    assert len(table.desk.state.entries) == before

    again = opened(table)
    again.refused.setChecked(True)
    again.discard.click()
    table.until(lambda: isinstance(last_entries(table, 1)[0].body, PaperReceived))
    assert last_entries(table, 1)[0].body.refused
    again.wait()


def test_an_unknown_article_on_the_paper_is_said_under_its_field(table_at: Callable[..., Table]) -> None:
    table = table_at(BEFORE_E3)
    screen = opened(table)
    screen.head.articles.set_text("12, 99")
    screen.check()
    assert "99" in screen.head.articles.error.text()
    assert not screen.record.isEnabled()
    screen.wait()


def test_a_reissued_paper_links_to_what_it_corrects(table_at: Callable[..., Table]) -> None:
    table = table_at()
    screen = opened(table)
    screen.head.label.set_text("E-3")
    screen.head.label.edit.setModified(True)
    screen.head.corrects.set_value("E-3")
    paste(table, their_paper(table.desk.state))
    screen.check()
    table.press("Ctrl+Enter")
    table.until(lambda: isinstance(last_entries(table, 1)[0].body, TextPassed)
                and last_entries(table, 1)[0].body.corrects == "E-3")  # fmt: skip
    screen.wait()


def test_with_nothing_there_the_words_are_asked_for_and_nothing_is_compared(table_at: Callable[..., Table]) -> None:
    table = table_at()
    screen = opened(table)
    screen.view.changed.emit("sides")
    assert screen.stack.currentWidget() is screen.words
    assert screen.view.value == "words"
    screen.close()
