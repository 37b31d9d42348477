"""At the table: whose turn, which article, what is said, all by keys."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt

from tablebook.domain.codes import Party, Sign
from tests.ui.frame.conftest import ALT, CTRL, SHIFT, Key, Table


def rows(table: Table) -> list[str]:
    shown = table.stage.articles.shown
    return [shown.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(shown.rowCount())]


def test_opens_on_the_first_article_that_is_ours_to_answer(table: Table) -> None:
    assert table.desk.article == "8"
    assert table.stage.article.head.title.text() == "Preparation Time"
    assert table.focus() is table.stage.articles.list


def test_rows_are_sentences(table: Table) -> None:
    assert "Article 12, Class Size and Caseload, with them, latest pass union U-3, 2 of 5 sections TA'd" in rows(table)
    assert any(row.startswith("Article 13") and "in package P-1" in row for row in rows(table))


def test_counter_and_filters_count_the_same_as_the_rules(table: Table) -> None:
    from tablebook.domain.positions import unresolved

    assert table.stage.articles.counter.number == len(unresolved(table.desk.state, table.desk.now())) == 9
    table.stage.articles.counter.setFocus()
    table.press(Key.Key_Return)
    assert len(rows(table)) == 9


def test_down_chooses_the_next_article_and_ctrl_j_the_next_that_is_ours(table: Table) -> None:
    table.press(Key.Key_Down)
    assert table.desk.article == "9"
    table.press(Key.Key_Up, CTRL)
    assert table.desk.article == "8"
    table.press(Key.Key_J, CTRL)
    assert table.desk.article == "14"


def test_slash_finds_a_section_and_shows_it(table: Table) -> None:
    table.press(Key.Key_Slash)
    assert table.focus() is table.stage.articles.search
    table.type("12.2")
    table.press(Key.Key_Return)
    assert table.desk.article == "12"
    assert table.focus() is table.stage.article.current.page
    assert table.stage.articles.search.text() == ""


def test_enter_takes_the_article_that_is_called_so_before_one_that_only_has_such_a_section(table: Table) -> None:
    table.press(Key.Key_Slash)
    table.type("time")
    assert len(rows(table)) > 1
    table.press(Key.Key_Return)
    assert table.stage.article.head.title.text() == "Preparation Time"


def test_finding_another_article_while_drafting_keeps_every_key_in_the_search_field(table: Table) -> None:
    table.press(Key.Key_D, CTRL)
    editor = table.stage.article.views["draft"].page
    table.until(lambda: table.focus() is editor)
    before = editor.blocks()
    table.press(Key.Key_1, ALT)
    table.press(Key.Key_Slash)
    for letter in "class si":
        table.type(letter)
        table.settled()
    assert table.stage.articles.search.text() == "class si"
    assert table.desk.article == "8"
    assert editor.blocks() == before
    table.press(Key.Key_Return)
    assert table.desk.article == "12"
    table.until(lambda: "Class size limits" in editor.toPlainText())


def test_walking_through_the_list_while_drafting_stays_in_the_list(table: Table) -> None:
    table.press(Key.Key_D, CTRL)
    editor = table.stage.article.views["draft"].page
    table.until(lambda: table.focus() is editor)
    table.press(Key.Key_1, ALT)
    table.press(Key.Key_Down)
    table.until(lambda: "Assignment" in table.stage.article.head.title.text())
    table.settled()
    assert table.focus() is table.stage.articles.list


def test_a_filter_that_hides_the_article_in_view_leaves_it_in_view(table: Table) -> None:
    table.desk.choose("9")
    table.stage.articles.filters.changed.emit("ours")
    assert not any(row.startswith("Article 9,") for row in rows(table))
    assert table.desk.article == "9"
    assert not table.stage.articles.list.currentIndex().isValid()


def test_nothing_found_says_so_and_escape_shows_all(table: Table) -> None:
    table.press(Key.Key_Slash)
    table.type("zzz")
    assert "zzz" in table.stage.articles.nothing.text()
    table.press(Key.Key_Escape)
    assert len(rows(table)) == len(table.desk.state.items)


def test_redline_shows_every_layer_and_counts_the_changes(table: Table) -> None:
    table.desk.choose("12")
    table.until(lambda: "twenty-two (22)" in table.stage.article.current.page.toPlainText())
    sentence = table.stage.article.head.timeline.sentence.text()
    assert "Marsh to Kessler" in sentence
    assert "Answers E-2" in sentence
    assert "twenty-six (26)" in table.stage.article.current.page.toPlainText()


def test_views_by_key_and_the_session_folds_for_the_wide_ones(table: Table) -> None:
    table.desk.choose("12")
    table.press(Key.Key_2, CTRL | SHIFT)
    assert table.stage.article.view == "sides"
    assert table.stage.strip.isVisible()
    table.until(lambda: table.stage.article.current.sides.change_count > 0)
    table.press(Key.Key_3, CTRL | SHIFT)
    assert "twenty-six (26)" not in table.stage.article.current.page.toPlainText()
    assert table.stage.session.isVisible()


def test_a_note_is_recorded_with_the_time_of_its_first_key(table: Table) -> None:
    table.press(Key.Key_F4)
    assert table.focus() is table.stage.entry
    table.type('@12.2 RK " ')
    table.clock.put(datetime.fromisoformat("2027-03-09T14:05:00-06:00"))
    table.type("By the day it is.")
    table.press(Key.Key_Return)
    assert table.stage.entry.text() == ""
    table.until(lambda: table.stage.session.feed.rows.rows[-1].text == "By the day it is.")
    last = list(table.desk.state.entries.values())[-1]
    assert (last.body.sign, last.body.side, last.body.who, last.body.place) == (
        Sign.EXACT,
        Party.EMPLOYER,
        "Ruth Kessler",
        "12.2",
    )
    assert f"{last.at:%H:%M:%S}" == "14:02:11"
    assert f"{last.recorded:%H:%M:%S}" == "14:05:00"
    assert "Recorded 14:05:00" in table.window.workspace.status.accessibleName()


def test_up_mends_the_last_line_as_a_correction_and_escape_leaves_it(table: Table) -> None:
    table.press(Key.Key_F4)
    table.type("Day fifteeen.")
    table.press(Key.Key_Return)
    table.settled()
    table.press(Key.Key_Up)
    assert table.stage.entry.text() == "Day fifteeen."
    table.press(Key.Key_Escape)
    assert table.stage.entry.text() == ""
    table.press(Key.Key_Up)
    table.stage.entry.setText("Day fifteen.")
    table.press(Key.Key_Return)
    table.until(lambda: table.stage.session.feed.rows.rows[-1].kind == "Mended")
    assert [row.text for row in table.stage.session.feed.rows.rows[-2:]] == ["Day fifteeen.", "Day fifteen."]


def test_after_two_minutes_the_line_is_not_mended(table: Table) -> None:
    table.press(Key.Key_F4)
    table.type("Said.")
    table.press(Key.Key_Return)
    table.settled()
    table.clock.forward(121)
    table.press(Key.Key_Up)
    assert table.stage.entry.text() == ""
    assert "over two minutes" in table.stage.session.told.text()


def test_at_offers_places(table: Table) -> None:
    table.press(Key.Key_F4)
    table.type("@12.")
    popup = table.stage.entry._completer.popup()
    assert popup.isVisible()
    table.press(Key.Key_Tab)
    assert table.stage.entry.text() == "@12.1 "


def test_f8_makes_the_entry_line_private_by_word_and_back(table: Table) -> None:
    table.press(Key.Key_F8)
    table.until(lambda: table.desk.our_caucus)
    assert table.stage.entry.placeholderText() == "Private note, stays in the plan"
    assert table.stage.session.clock.title.text() == "Our caucus"
    before = len(table.desk.state.entries)
    table.press(Key.Key_F4)
    table.type("Hold at twenty-two.")
    table.press(Key.Key_Return)
    table.until(lambda: any(row.private for row in table.stage.session.feed.rows.rows))
    assert len(table.desk.state.entries) == before
    table.press(Key.Key_F8)
    table.until(lambda: not table.desk.our_caucus)
    table.settled()
    assert not any("Hold at" in row.text for row in table.stage.session.feed.rows.rows)
    assert "Type what is said" in table.stage.entry.placeholderText()


def test_half_typed_note_is_there_after_the_window_was_closed(open_table, tmp_path) -> None:  # type: ignore[no-untyped-def]
    table = open_table()
    table.press(Key.Key_F4)
    table.type("q: @12.2 Stipend per")
    path = table.window.bridge.facts.path
    table.window.close()
    again = open_table(book=path)
    again.until(lambda: again.stage.entry.text() == "q: @12.2 Stipend per")


def test_the_key_of_hold_asks_the_reason_and_takes_it_off_again(table: Table) -> None:
    table.desk.choose("12")
    table.press(Key.Key_H, CTRL)
    assert table.dialog().title.text() == "Hold Article 12"
    table.type("Waits for the count.")
    table.press(Key.Key_Return, CTRL)
    table.until(lambda: table.desk.positions["12"].state == "held")
    assert table.desk.state.items["12"].held_reason == "Waits for the count."
    assert "Held" in table.stage.article.head.state.accessibleName()


def test_pane_keys(table: Table) -> None:
    table.press(Key.Key_2, ALT)
    assert table.focus() is table.stage.article.current.page
    table.press(Key.Key_3, ALT)
    assert table.focus() is table.stage.session.feed
    table.press(Key.Key_1, ALT)
    assert table.focus() is table.stage.articles.list


def test_a_stroke_in_the_empty_entry_line_finds_an_article_and_is_never_noted(table: Table) -> None:
    table.press(Key.Key_F4)
    table.press(Key.Key_Slash)
    assert table.focus() is not table.stage.entry
    assert "Find" in table.focus().accessibleName()
    table.press(Key.Key_F4)
    table.type("and/or")
    table.press(Key.Key_2, ALT)
    table.press(Key.Key_F4)
    table.type(" both")
    assert table.stage.entry.text() == "and/or both"  # what was half typed stays when the keyboard comes back
