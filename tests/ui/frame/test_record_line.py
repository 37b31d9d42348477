"""The status line: what is recorded, the last copy, the next deadline; and what is said once across the top."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

from tablebook.jobs.keep_copy import KeptCopy, copy_book
from tablebook.jobs.next_deadline import Deadline
from tablebook.ui.record_line import backup_part, deadline_part
from tests.ui.frame.conftest import CTRL, Key, Table

NOW = datetime.fromisoformat("2027-03-09T14:02:11-06:00")
TODAY = date(2027, 3, 9)


def words_of(table: Table) -> list[str]:
    return [part.text for part in table.window.workspace.status.left]


def test_a_copy_is_amber_when_never_made_or_old() -> None:
    assert backup_part(None, NOW)[:3] == ("No backup yet", "usb", "attention")
    kept = KeptCopy(Path("/media/USB/Lakeview 1358.tablebook"), NOW - timedelta(minutes=4))
    assert backup_part(kept, NOW)[:3] == ("Backup 13:58 to USB", "usb", "secondary")
    old = KeptCopy(kept.path, NOW - timedelta(minutes=31))
    assert backup_part(old, NOW).role == "attention"


def test_a_deadline_is_quiet_then_amber_then_red() -> None:
    said = [deadline_part(Deadline("Sunshine posting", date(2027, 3, day)), TODAY) for day in (30, 12, 9, 8)]
    assert [part.text for part in said] == [
        "Sunshine posting due Tue 30 Mar · 21 days",
        "Sunshine posting due Fri 12 Mar · 3 days",
        "Sunshine posting due Tue 9 Mar · today",
        "Sunshine posting was due Mon 8 Mar · 1 day late",
    ]
    assert [part.role for part in said] == ["secondary", "attention", "attention", "problem"]


def test_the_next_deadline_that_is_not_done_by_today_stands_at_the_right(open_table: Callable[..., Table]) -> None:
    table = open_table()
    rows = [
        {"date": "2027-03-05", "what": "Notice", "done": "2027-03-04"},
        {"date": "2027-03-12", "what": "Sunshine posting", "done": "2027-03-12"},
        {"date": "2027-06-30", "what": "Contract ends", "done": None},
    ]
    table.window.bridge.run(lambda book: book.plan.put("deadlines", rows))
    table.window.workspace.record.ask()
    table.until(lambda: table.window.workspace.status.right.text == "Sunshine posting due Fri 12 Mar · 3 days")


def test_a_new_day_asks_anew_what_is_due(open_table: Callable[..., Table]) -> None:
    """A date that was met while the window stood open is not called late."""
    table = open_table()
    rows = [
        {"date": "2027-03-12", "what": "Sunshine posting", "done": "2027-03-12"},
        {"date": "2027-06-30", "what": "Contract ends", "done": None},
    ]
    table.window.bridge.run(lambda book: book.plan.put("deadlines", rows))
    line, right = table.window.workspace.record, table.window.workspace.status
    line.ask()
    table.until(lambda: right.right.text.startswith("Sunshine posting due"))
    table.clock.put(table.clock.now() + timedelta(days=5))
    line.show()
    table.until(lambda: right.right.text.startswith("Contract ends due"))


def test_a_copy_is_told_and_is_still_known_after_a_restart(open_table: Callable[..., Table], tmp_path: Path) -> None:
    table = open_table()
    table.settled()
    assert "No backup yet" in words_of(table)
    folder = tmp_path / "USB"
    folder.mkdir()
    table.window.bridge.run(copy_book, folder, then=lambda _: table.window.workspace.record.ask())
    table.until(lambda: "Backup 14:02 to USB" in words_of(table))
    path = table.window.bridge.facts.path
    table.window.close()
    again = open_table(book=path)
    again.until(lambda: "Backup 14:02 to USB" in words_of(again))


def test_a_record_that_fails_its_check_is_red_and_offers_the_last_good_copy(table: Table, tmp_path: Path) -> None:
    line = table.window.workspace.record
    opened: list[str] = []
    line.copy_asked.connect(opened.append)
    bad = SimpleNamespace(ok=False, entries=0, problems=[SimpleNamespace(sentence="Entry 7 is not as recorded.")])
    line.take_proof(bad)
    assert table.window.workspace.status.left[0][:3] == ("Entry 7 is not as recorded.", "shield-alert", "problem")
    assert table.window.workspace.status.button.isHidden()
    table.window.bridge.run(copy_book, tmp_path, then=lambda _: line.ask())
    table.until(lambda: not table.window.workspace.status.button.isHidden())
    button = table.window.workspace.status.button
    assert button.words == "Open the last good copy"
    button.click()
    assert [Path(one).parent for one in opened] == [tmp_path]
    table.until(lambda: table.window.bridge.facts.path == Path(opened[0]))


def test_what_may_be_asked_for_is_said_once_when_the_plan_is_first_shown(open_table: Callable[..., Table]) -> None:
    table = open_table()
    assert table.window.workspace.banners == ()
    table.desk.choose("12")
    table.press(Key.Key_D, CTRL)
    table.until(lambda: len(table.window.workspace.banners) == 1)
    banner = table.window.workspace.banners[0]
    assert "may still be asked for" in banner.head.text()
    banner.button.setFocus()
    table.press(Key.Key_Return)
    assert table.window.workspace.banners == ()
    path = table.window.bridge.facts.path
    table.settled()
    table.window.close()
    again = open_table(book=path)
    again.press(Key.Key_1, CTRL)
    again.settled()
    assert again.window.workspace.banners == ()
