"""Printing: the pages shown are the pages sent; copies, PDF, grey, stop, and a computer without a printer."""

from __future__ import annotations

import stat
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from tablebook.domain.record import PackageOffered
from tablebook.errors import UserError
from tablebook.ui.dialogs import print_send
from tablebook.ui.dialogs.agree import TaDialog
from tablebook.ui.dialogs.print_choice import papers_of
from tablebook.ui.dialogs.print_paper import NO_PRINTER, PrintDialog, ta_draft_paper
from tests.ui.dialogs_pass.conftest import Table
from tests.ui.dialogs_pass.test_pass_dialog import words_in


def opened(table: Table, first: str = "") -> PrintDialog:
    """The dialog with the papers of Article 12."""
    papers = papers_of(table.desk.state, "12", "", table.desk.now(), table.ask(lambda book: book.fingerprint))
    papers.sort(key=lambda paper: not paper.key.startswith(first))
    dialog = PrintDialog(table.desk, papers, parent=table.window)
    table.over(dialog)
    table.until(lambda: dialog.preview.pages > 0 and not dialog.preview.work.busy and dialog._looked)
    return dialog


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without one."""
    monkeypatch.setattr(print_send, "printers", lambda: ())


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer named Office, which writes what it is told into a folder."""
    if sys.platform == "win32":
        pytest.skip("Windows has no lp; its printers are painted on.")
    out = tmp_path / "printed"
    out.mkdir()
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "lp"
    command.write_text(f'#!/bin/sh\necho "$@" > "{out}/said"\ncat > "{out}/paper.pdf"\n', encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr(print_send, "printers", lambda: ("Office",))
    return out


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("pass", "Employer Proposal E-3"),
        ("redline", "Article 12"),
        ("ta TA 12.3", "TA 12.3"),
        ("ours 6", "Entries"),
        ("joint 5", "Session"),
        ("summary", "Every tentative agreement so far"),
    ],
)
@pytest.mark.usefixtures("no_printer")
def test_every_paper_is_shown(table_at: Callable[..., Table], key: str, words: str) -> None:
    dialog = opened(table_at(), key)
    assert words in words_in(dialog.preview.pdf)
    dialog.reject()


def test_the_sheet_of_a_pass_that_was_signed_comes_first(table_at: Callable[..., Table]) -> None:
    state = table_at().desk.state
    accepted = state.agreements["TA 10"].body.texts[0].accepted.id
    keys = [paper.key for paper in papers_of(state, "10", str(accepted), state.agreements["TA 10"].at, "")]
    assert keys[:2] == ["ta TA 10", f"pass {accepted}"]
    assert len(keys) == len(set(keys))


@pytest.mark.usefixtures("no_printer")
def test_without_a_printer_it_says_so_and_offers_to_save(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at()
    dialog = opened(table)
    assert dialog.main is not None
    assert not dialog.main.isEnabled()
    assert dialog.line.label.text() == NO_PRINTER

    target = tmp_path / "paper.pdf"
    dialog.save_to(target)
    table.until(lambda: not dialog.isVisible())
    assert target.read_bytes() == dialog.preview.pdf
    assert table.said[-1] == "Saved as paper.pdf."


@pytest.mark.usefixtures("no_printer")
@pytest.mark.parametrize("clean", [False, True], ids=["marked", "clean"])
def test_a_paper_is_saved_as_a_word_file(table_at: Callable[..., Table], tmp_path: Path, clean: bool) -> None:
    table = table_at()
    dialog = opened(table, "pass")
    dialog.clean.setChecked(clean)
    target = tmp_path / "paper.docx"
    dialog.save_word_to(target)
    table.until(lambda: not dialog.isVisible())
    text = zipfile.ZipFile(target).read("word/document.xml").decode()
    assert ("<w:ins " in text) != clean
    assert table.said[-1] == "Saved as paper.docx."


@pytest.mark.usefixtures("no_printer")
def test_minutes_have_no_word_form(table_at: Callable[..., Table]) -> None:
    dialog = opened(table_at(), "summary")
    assert not dialog.word.isEnabled()
    dialog.reject()


def test_copies_are_sent_in_one_stroke(table_at: Callable[..., Table], office: Path) -> None:
    table = table_at()
    dialog = opened(table)
    dialog.copies.set_value("4")
    dialog._tell()
    assert dialog.main is not None
    assert dialog.main.words == "Print 4 copies"
    table.press("Ctrl+Enter")
    table.until(lambda: not dialog.isVisible())
    said = (office / "said").read_text("utf-8")
    assert "-d Office -n 4" in said
    assert (office / "paper.pdf").read_bytes() == dialog.preview.pdf


@pytest.fixture
def deaf_office(office: Path, tmp_path: Path) -> Path:
    """The same printer, which takes the paper and then never answers."""
    command = tmp_path / "bin" / "lp"
    command.write_text(f'#!/bin/sh\ntouch "{office}/begun"\nexec sleep 600\n', encoding="utf-8")
    return office


def test_a_print_that_is_stopped_leaves_the_window_free(table_at: Callable[..., Table], deaf_office: Path) -> None:
    table = table_at()
    dialog = opened(table, "ta-summary")
    assert dialog.main is not None
    dialog.main.click()
    table.until((deaf_office / "begun").exists)
    turns: list[int] = []
    counting = QTimer(interval=1)
    counting.timeout.connect(lambda: turns.append(1))
    counting.start()
    table.until(lambda: len(turns) > 50)  # the window's thread goes on turning while the printer is silent
    assert dialog.work.busy
    assert dialog.cancel_button.text() == "Stop"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    table.until(lambda: not dialog.work.busy)
    table.until(lambda: "Stopped" in dialog.line.label.text())
    assert dialog.isVisible(), "it can be printed again at once"
    assert dialog.main.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.usefixtures("no_printer")
def test_a_saving_that_is_stopped_writes_nothing(table_at: Callable[..., Table], tmp_path: Path) -> None:
    dialog = opened(table_at(), "ta-summary")
    target = tmp_path / "paper.pdf"
    dialog.save_to(target)
    dialog._stop.set()  # as Esc does, before a page is made
    dialog.work.wait()
    assert not target.exists()
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.usefixtures("no_printer")
def test_black_and_white_is_another_picture_of_the_same_words(table_at: Callable[..., Table]) -> None:
    table = table_at()
    dialog = opened(table)
    colour, words = dialog.preview.pdf, words_in(dialog.preview.pdf)
    dialog.grey.click()
    table.until(lambda: dialog.preview.pdf != colour)
    assert words_in(dialog.preview.pdf) == words
    image = dialog.preview.sheet.image
    step = 7
    assert all(
        (pixel := image.pixelColor(x, y)).red() == pixel.green() == pixel.blue()
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    )
    dialog.reject()


@pytest.mark.usefixtures("no_printer")
def test_the_ta_sheet_can_be_printed_before_anything_is_signed(table_at: Callable[..., Table]) -> None:
    table = table_at()
    ta = TaDialog(table.desk, "12", table.window)
    table.over(ta)
    found = ta.check()
    assert found is not None
    paper = ta_draft_paper(table.desk, found)
    said = words_in(paper.pdf("letter"))
    assert "TA 12" in said
    assert "Dana Marsh" not in said, "blank lines to sign"
    ta.reject()


def test_painted_on_a_printer_every_copy_has_every_page(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at()
    pdf = next(p for p in papers_of(table.desk.state, "12", "", table.desk.now(), "0" * 64) if p.key == "ours 5").pdf(
        "a4"
    )
    pages = len(pypdfium2.PdfDocument(pdf))
    assert pages > 1
    device = QPrinter()
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "out.pdf"))
    seen: list[tuple[int, int]] = []
    print_send.paint(pdf, device, copies=2, progress=lambda page, of: seen.append((page, of)))
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) == 2 * pages
    assert seen == [(page, pages) for _ in range(2) for page in range(1, pages + 1)]


def test_painting_stops_when_asked(table_at: Callable[..., Table], tmp_path: Path) -> None:
    table = table_at()
    pdf = next(p for p in papers_of(table.desk.state, "12", "", table.desk.now(), "0" * 64) if p.key == "ours 5").pdf(
        "a4"
    )
    device = QPrinter()
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "out.pdf"))
    stop = threading.Event()
    seen: list[int] = []

    def tell(page: int, _pages: int) -> None:
        seen.append(page)
        stop.set()

    print_send.paint(pdf, device, progress=tell, cancelled=stop.is_set)
    assert seen == [1]


def test_a_printer_that_refuses_is_said_plainly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no lp.")
    command = tmp_path / "lp"
    command.write_text("#!/bin/sh\ncat > /dev/null\necho 'lp: out of order' >&2\nexit 1\n", encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(UserError) as error:
        print_send.send(b"%PDF", "Office", 1)
    assert error.value.what == "Office did not take the paper."
    assert "out of order" in error.value.why


def test_package_papers_print(table_at: Callable[..., Table]) -> None:
    table = table_at()
    package = next(e.body for e in table.desk.state.entries.values() if isinstance(e.body, PackageOffered))
    papers = papers_of(table.desk.state, package.members[0].article, "", table.desk.now(), "0" * 64)
    assert package.members[0].label in words_in(papers[0].pdf("letter"))
