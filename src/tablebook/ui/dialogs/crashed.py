"""After a fault: what is whole, what is back, what will be noted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.codes import Channel
from tablebook.ui import words
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.field import Field
from tablebook.ui.kit.label import IconLine, Label, Rule
from tablebook.ui.kit.spacing import space

if TYPE_CHECKING:
    from tablebook.ui.crash import Stopped
    from tablebook.ui.main_window import MainWindow


def show_fault(window: MainWindow, kind: str, saved: bool, report: Path | None) -> DialogShell:
    """A fault while the program runs: go on, or close."""
    sheet = DialogShell("Something in Tablebook failed", "The record is as it was. What you did last may not be done.",
                        width=720, cancel="Close Tablebook", parent=window)  # fmt: skip
    sheet.setObjectName("fault")
    if saved:
        sheet.body.addWidget(
            _line("circle-check", "What you were typing is saved", "The drafts and the half-typed note.", "ta")
        )
    else:
        text = "Copy it from the window."
        sheet.body.addWidget(_line("circle-alert", "What you were typing could not be saved", text, "attention"))
    text = f"A report is in {report}. {REPORT}" if report else "No report could be written."
    sheet.body.addWidget(_line("file-text", f"The fault is of the kind {kind}", text, "secondary"))
    if report is not None:
        sheet.body.addWidget(_read_button(report))
    sheet.body.addStretch(1)
    sheet.set_main("Go on", "arrow-right").clicked.connect(sheet.accept)
    sheet.cancel_button.clicked.connect(window.close)
    sheet.open()
    return sheet


REPORT = "It holds the place in the program and no word of the book. It stays on this computer."


class Back(DialogShell):
    """The first sight after a hard stop. Entries are checked before anything is said of them."""

    def __init__(self, window: MainWindow, stopped: Stopped) -> None:
        now = window.desk.now()
        away = max(0, round((now - stopped.seen).total_seconds()))
        seen = words.clock(stopped.seen, seconds=True)
        day = "" if stopped.seen.date() == now.date() else f" on {words.day(stopped.seen.date(), now.date())}"
        super().__init__("Tablebook stopped and is back", f"It was last there at {seen}{day}, {_away(away)} ago.",
                         cancel="Later", parent=window)  # fmt: skip
        self.setObjectName("back")
        self._window, self._stopped, self._now = window, stopped, now
        self._whole = _line("clock", "Checking the record", "Each entry against the one before it.", "secondary")
        self._typed = _line("circle-check", "No line was half typed", "", "ta")
        self._drafts = _line("circle-check", "No draft was open", "", "ta")
        self._prepared = _line("circle-check", "Nothing was half passed", "No text is prepared and waiting.", "ta")
        for at, part in enumerate((self._whole, self._typed, self._drafts, self._prepared)):
            if at:
                self.body.addWidget(Rule())
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.note = Field("What was said meanwhile", name="What was said meanwhile",
                          placeholder="Leave it empty if nothing was said")  # fmt: skip
        self.set_side(self._side(away), 360)
        self.set_main("Go on", "arrow-right").clicked.connect(self._go_on)
        window.bridge.run(_look, then=self._tell)

    def _side(self, away: int) -> QWidget:
        side = QWidget()
        column = space(QVBoxLayout(side), spacing=10)
        column.addWidget(Label("What will be noted", "body_bold"))
        open_now = self._window.desk.state.open_session is not None and self._window.desk.writable
        self._noted = f"Program restarted, {words.clock(self._stopped.seen, True)} to {words.clock(self._now, True)}."
        told = f"{self._noted} Nothing was said in this time, or what you type here." if open_now else (
            "No session is open, so nothing is noted.")  # fmt: skip
        column.addWidget(Label(told, "body", "secondary", wrap=True))
        column.addWidget(self.note)
        self.note.setVisible(open_now)
        column.addWidget(Rule())
        column.addWidget(Label("Report of the fault", "body_bold"))
        report = _latest_report(self._stopped.seen)
        column.addWidget(Label(REPORT if report else "The program or the laptop ended without being able to write one.",
                               "body", "secondary", wrap=True))  # fmt: skip
        if report is not None:
            column.addWidget(_read_button(report))
        column.addStretch(1)
        return side

    def _tell(self, found: dict[str, Any]) -> None:
        checked, state = found["verified"], self._window.desk.state
        if checked.ok:
            last = max((entry.recorded for entry in state.entries.values()), default=None)
            when = f" Last: {words.clock(last, seconds=True)}." if last else ""
            count = words.count(checked.entries, "entry", "entries")
            text = f"{count}, each one checked against the one before it.{when} Fingerprint {checked.short}."
            self._say(self._whole, "circle-check", "The record is whole", text, "ta")
            self.set_footer(f"Record verified {words.clock(self._now, True)}", "shield-check", "ta")
        else:
            self._say(self._whole, "circle-alert", "The record is not whole", checked.problems[0].sentence, "problem")
            self.set_footer("Open the last good copy from the folder it was copied to.", "shield-alert", "problem")
        if found["line"]:
            self._say(self._typed, "circle-check", "Your half-typed line is back", f"“{found['line']}”", "ta")
        if found["drafts"]:
            names = [state.items[key].article.name if key in state.items else key for key in found["drafts"]]
            self._say(self._drafts, "circle-check", "Drafts are as you left them", ", ".join(names), "ta")
        if state.prepared:
            labels = ", ".join(body.label for body in state.prepared.values())
            self._say(self._prepared, "info", "Prepared and not handed over", labels, "attention")

    @staticmethod
    def _say(part: QWidget, icon: str, title: str, text: str, role: str) -> None:
        part.line.set_line(icon, title, role, "text")  # type: ignore[attr-defined]
        part.text.setText(text)  # type: ignore[attr-defined]
        part.text.setVisible(bool(text))  # type: ignore[attr-defined]

    def _go_on(self) -> None:
        if self.note.isVisibleTo(self):
            said = self.note.text() or "Nothing was said in this time."
            self._window.desk.act(_note_restart, f"{self._noted} {said}", Channel.TABLE)
        self.accept()


class _Line(QWidget):
    """Icon, what is so, and the sentence under it."""

    def __init__(self, icon: str, title: str, text: str, role: str) -> None:
        super().__init__()
        self.line = IconLine(icon, title, role, "body_strong", "text", wrap=True)
        self.text = Label(text, "body", "secondary", wrap=True)
        self.text.setVisible(bool(text))
        column = space(QVBoxLayout(self), spacing=2)
        column.addWidget(self.line)
        under = space(QHBoxLayout(), (24, 0, 0, 0), 0)
        under.addWidget(self.text)
        column.addLayout(under)


def _line(icon: str, title: str, text: str, role: str) -> _Line:
    return _Line(icon, title, text, role)


def _read_button(report: Path) -> Button:
    button = Button("Read the report", "eye", size=28)
    button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(report))))
    return button


def _latest_report(since: datetime) -> Path | None:
    from tablebook import paths

    stamp = f"fault-{since:%Y%m%d}"
    reports = sorted(paths.rescue_folder().glob(f"{stamp}*.txt"))
    return reports[-1] if reports else None


def _away(seconds: int) -> str:
    return words.count(seconds, "second") if seconds < 90 else words.duration(round(seconds / 60))


def _look(book: Any) -> dict[str, Any]:
    return {
        "verified": book.verify(),
        "line": book.plan.note_line().text,
        "drafts": [draft.article for draft in book.plan.drafts()],
    }


def _note_restart(book: Any, text: str, channel: Channel) -> Any:
    from tablebook.domain.record import NoteTaken
    from tablebook.jobs.note import record_note

    team = book.negotiation.teams.get(book.negotiation.we)
    session = book.negotiation.sessions.get(book.negotiation.open_session or 0)
    taker = session.body.note_taker if session else ""
    side = book.negotiation.we if team else None
    return record_note(book, NoteTaken(text, taker, side, channel=channel))


def show_back(window: MainWindow, stopped: Stopped) -> Back:
    """Show what came through a hard stop."""
    sheet = Back(window, stopped)
    sheet.open()
    return sheet
