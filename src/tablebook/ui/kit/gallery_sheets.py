"""The three columns of the gallery."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui import words
from tablebook.ui.kit.app_icon import paint_app_icon
from tablebook.ui.kit.banner import Banner
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.chip import Chip
from tablebook.ui.kit.choice import Check, Radio
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field
from tablebook.ui.kit.finding import FindingCard
from tablebook.ui.kit.focus import FocusRing
from tablebook.ui.kit.key_cap import CountPill, KeyCap
from tablebook.ui.kit.label import Label, Panel
from tablebook.ui.kit.message import MessageBar
from tablebook.ui.kit.painting import box
from tablebook.ui.kit.party import PartyMark, paint_pass_label
from tablebook.ui.kit.progress import paint_ta_cells
from tablebook.ui.kit.search_field import SearchField
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.state import paint_state
from tablebook.ui.kit.status_line import Part, StatusLine
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.kit.timeline import PassTimeline, TaPoint, TimelinePoint
from tablebook.ui.theme import theme

PASSES = [
    TimelinePoint("1", "union", "U-1", "26 Jan", "passed 26 Jan 13:20, Marsh to Kessler. Replaced."),
    TimelinePoint("2", "employer", "E-1", "9 Feb", "passed 9 Feb 15:10. Withdrawn.", "withdrawn"),
    TimelinePoint("3", "union", "U-2", "16 Feb", "passed 16 Feb 14:00. Its time has run out.", "expired"),
    TimelinePoint("4", "employer", "E-2", "2 Mar", "passed 2 Mar 15:20, Kessler to Marsh. Answers U-2. 6 changes."),
]


def _column(role: str) -> tuple[QWidget, QVBoxLayout]:
    panel = Panel(role)
    return panel, space(QVBoxLayout(panel), (28, 24, 28, 24), 9)


def _head(column: QVBoxLayout, text: str) -> None:
    column.addSpacing(theme().px(4))
    column.addWidget(Label(text, "small_medium", "secondary"))


def _row(column: QVBoxLayout, *widgets: QWidget, spacing: int = 8) -> None:
    row = space(QHBoxLayout(), spacing=spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    column.addLayout(row)


class _StateRow(QWidget):
    """The second line of an article row, drawn with the functions that lists use."""

    def __init__(self, code: str, label: str, done: int = 0, total: int = 0) -> None:
        super().__init__()
        self._what = (code, label, done, total)
        self.setFixedHeight(theme().px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        code, label, done, total = self._what
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(4, 0, -4, 0)
        used = paint_state(painter, rect, code)
        side = "union" if label.startswith("U") else "employer"
        paint_pass_label(painter, rect.adjusted(used + theme().px(8), 0, 0, 0), side, label)
        if total:
            paint_ta_cells(painter, rect, done, total)
        painter.end()


class _Swatch(QWidget):
    """One colour with its role."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self.setFixedHeight(theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), theme().px(5), self._role, "line")
        painter.end()


class _Mark(QWidget):
    """The mark of the program."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme().px(56), theme().px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_app_icon(painter, QRectF(self.rect()))
        painter.end()


def first() -> QWidget:
    """States, parties, choices, messages."""
    panel, column = _column("panel")
    panel.setFixedWidth(theme().px(400))
    _head(column, "State in a row")
    for code, label, done, total in (
        ("with-us", "E-2", 0, 0), ("held", "U-2", 1, 4), ("with-them", "U-3", 2, 5), ("ta", "U-2", 0, 0),
        ("withdrawn", "E-1", 0, 0),
    ):  # fmt: skip
        column.addWidget(_StateRow(code, label, done, total))
    _head(column, "State: icon and word, never colour alone")
    codes = list(words.STATES)
    for start in range(0, len(codes), 3):
        _row(column, *(Chip.of_state(code) for code in codes[start : start + 3]))
    _head(column, "Custody, wherever a thing is shown outside its own place")
    _row(column, *(Chip.of_custody(code) for code in words.CUSTODY))
    _head(column, "Party: shape, letter, colour, number of lines")
    _row(column, PartyMark("union"), Label("Union, one line", "body_medium", "union"), PartyMark("employer"),
         Label("Employer, two lines", "body_medium", "employer"))  # fmt: skip
    _head(column, "Switch and choice")
    table = [("table", "At table"), ("caucus", "Caucus")]
    _row(column, Segmented(table), Segmented(table, "caucus"))
    _row(column, Segmented([("union", "Union", "union"), ("employer", "Employer", "employer")]))
    _row(column, Check("On", True), Check("Off"), Radio("This", True), Radio("That"), spacing=16)
    _head(column, "Short message, bottom centre, 6 s")
    for text, icon, role, action in (
        ("U-4 passed 15:10. 4 copies printing.", "circle-check", "ta", "Show"),
        ("No USB stick. Kept on this computer.", "usb", "attention", "Retry"),
    ):
        holder = QWidget()
        holder.setFixedHeight(theme().px(46))
        column.addWidget(holder)
        bar = MessageBar(holder, above=2)
        bar.show_message(text, icon, role, action)
        bar.timer.stop()
    column.addStretch(1)
    return panel


def second() -> QWidget:
    """Timeline, findings, banners, several lines."""
    panel, column = _column("window")
    _row(column, _Mark(), Label("Tablebook", "display"))
    _head(column, "Pass timeline: hover or focus a point")
    now = TimelinePoint("5", "union", "U-3", "13:24", "passed today 13:24, Marsh to Kessler. Answers E-2. 5 changes.")
    line = PassTimeline()
    line.set_points([*PASSES, now], "5", TaPoint(2, 5))
    column.addWidget(line)
    done = PassTimeline()
    done.set_points(PASSES[:2], "1", TaPoint(3, 3, "2 Mar"))
    column.addWidget(done)
    _head(column, "Finding: problem, and what to look at")
    card = FindingCard("2 changes the other side did not mark", "12.1c: 28 became 30. 12.2: “shall” became “may”.",
                       "eye-off", "problem", "Show 1 of 2", "Ask about it", "message-circle-question-mark")  # fmt: skip
    column.addWidget(card)
    chosen = FindingCard("A promise has no owner", "Entry 403, Brandt: “We will get you the counts by grade.”",
                         "hand", "attention")  # fmt: skip
    chosen.add_action(DropDown([("brandt", "Brandt")], label="Owner", size=28))
    chosen.add_action(DropDown([("16", "Tue 16 Mar")], label="By", size=28))
    chosen.add_action(Button("Keep", size=28))
    chosen.set_selected(True)
    column.addWidget(chosen)
    _head(column, "Banner: as long as it is so")
    column.addWidget(Banner("Read only. This book is open in another window.", "Close it there to write here."))
    newer = "Lakeview EA, 2027–30. Saved today 18:31, 12 entries more than the book on this computer."
    column.addWidget(Banner("A newer copy was found on “TABLE”", newer, "life-buoy", action="Compare", rounded=True))
    column.addWidget(Banner("Stays private. Never in what they receive.", icon="lock", tone="private", rounded=True))
    column.addWidget(TextField("Rationale", "Students cannot wait for a semester.\nRelief has to come by day ten.",
                               "private", lines=2))  # fmt: skip
    column.addStretch(1)
    status = StatusLine()
    status.set_record([Part("Recorded 14:02:11", "shield-check", "ta"), Part("412 entries verified"),
                       Part("Backup 13:58 to USB", "usb")])  # fmt: skip
    status.set_deadline(Part("Sunshine posting due Fri 12 Mar · 3 days", "calendar-clock", "attention", loud=True))
    column.addWidget(status)
    return panel


def _named(widget: QWidget, name: str) -> QWidget:
    holder = QWidget()
    column = space(QVBoxLayout(holder), (4, 4, 4, 0), 5)
    column.addWidget(widget)
    column.addWidget(Label(name, "small", "secondary"))
    return holder


def third() -> QWidget:
    """Buttons, fields, drop-downs, keys, colours."""
    panel, column = _column("panel")
    panel.setFixedWidth(theme().px(468))
    _head(column, "Button")
    rest, hover, pressed, focus, off, working = (Button("Pass", "send") for _ in range(6))
    hover.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    pressed.setDown(True)
    off.set_reason("Nothing has changed since U-3.")
    working.set_working("Freezing")
    _row(column, _named(rest, "rest"), _named(hover, "hover"), _named(pressed, "pressed"), _named(focus, "focus"))
    _row(column, _named(off, "disabled"), Label(off.reason(), "small", "secondary"), _named(working, "working"))
    main = Button("Pass as U-4", "send", "primary", "Ctrl+Enter", 36)
    _row(column, main, Button("Discard", "trash-2", "danger", size=36), Button("Edit", "pencil", "ghost", size=36))
    _row(column, Button("Pass", "send", key="F5"), Button("Private", "eye-off", "private", "F9"), CountPill(9))
    _head(column, "Field")
    wrong, frozen = Field("", "U-3", name="Label"), Field("", "U-3", name="Label")
    wrong.set_error("Union has used U-3 in Article 12")
    frozen.set_frozen(True)
    grid = space(QGridLayout(), spacing=10)
    grid.addWidget(Field("Label", "U-4"), 0, 0)
    grid.addWidget(Field("Condition", "", "printed on the paper", "None"), 0, 1)
    grid.addWidget(wrong, 1, 0)
    grid.addWidget(frozen, 1, 1, Qt.AlignmentFlag.AlignTop)
    column.addLayout(grid)
    column.addWidget(SearchField("Find article or section"))
    _row(column, DropDown([("contract", "against current contract"), ("last", "since last pass")], label="Compare"),
         DropDown([("amend", "Amend")], name="Kind"))  # fmt: skip
    _head(column, "Keys and tags")
    _row(column, *(KeyCap(text) for text in ("Enter", "Shift+Enter", "S", "@", "12.1")))
    _head(column, "Palette")
    colors = space(QGridLayout(), spacing=6)
    roles = ("window", "panel", "page", "neutral", "ink", "union", "employer", "ta", "attention", "problem",
             "union_tint", "employer_tint", "ta_tint", "attention_tint", "private_tint")  # fmt: skip
    for at, role in enumerate(roles):
        colors.addWidget(_Swatch(role), at // 5 * 2, at % 5)
        colors.addWidget(Label(role.replace("_", " "), "small", "secondary"), at // 5 * 2 + 1, at % 5)
    column.addLayout(colors)
    column.addStretch(1)
    panel.focused = FocusRing(focus)  # type: ignore[attr-defined]
    return panel
