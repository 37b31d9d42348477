"""The left of the receive screen: what to look at first, then every change by section, then the file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from tablebook.domain.cautions import Caution
from tablebook.redline.marks import Change
from tablebook.ui.dialogs.reason_box import TITLES, ReasonBox, said
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme

MOST = 200


def change_words(change: Change) -> str:
    """A change in short: "twenty-two (22) to twenty-four (24)", "new: ...", "struck: ..."."""
    old, new = _short(change.old), _short(change.new)
    if change.kind == "move":
        return f"Moved: {new or old}"
    if old and new:
        return f"{old} to {new}"
    return f"New: {new}" if new else f"Struck: {old}"


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= 9 else f"{' '.join(words[:9])} …"


class ChangeRow(QAbstractButton):
    """One change: what, and in which section. Pressing it goes there."""

    ring_radius = 4

    def __init__(self, change: Change) -> None:
        super().__init__()
        self.words, self.section = change_words(change), change.section
        self.setAccessibleName(f"{self.words}, {self.section}")
        self.setToolTip(f"{change.old} → {change.new}" if change.old and change.new else change.new or change.old)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().px(200), theme().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Check, words, section at the right."""
        px, painter = theme().px, QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            box(painter, rect, px(4), "hover")
        paint_icon(painter, QRectF(0, 0, px(16), rect.height()), "check", "secondary")
        right = text_width(self.section, "small_tabular") + px(8)
        room = rect.width() - px(26) - right
        said = theme().metrics("body").elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        line_of_text(painter, rect.adjusted(px(26), 0, 0, 0), said, "body", "text")
        align = Qt.AlignmentFlag.AlignRight
        line_of_text(painter, rect.adjusted(0, 0, -px(2), 0), self.section, "small_tabular", "tertiary", align)
        painter.end()


class ReceiveSide(Panel):
    """`chosen` gives the position of a change in the list, `left_file` says that the file was the wrong one."""

    chosen = Signal(int)
    left_file = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.first = Label("Look at these first", "body_strong")
        self.cautions = ReasonBox(ask=False)
        self.changed = Label("", "body_strong")
        self.rows: list[ChangeRow] = []
        self.list = space(QVBoxLayout(), spacing=0)
        self.file = IconLine("file-text", "", "secondary", "small", "secondary", wrap=True)
        self.left_out = IconLine("info", "", "attention", "small", "secondary", wrap=True)
        self.drop_file = Button("Leave the file out", "x", kind="ghost", size=28)
        self.drop_file.clicked.connect(self.left_file)
        inside = QWidget()
        column = space(QVBoxLayout(inside), (20, 14, 20, 14), 8)
        for part in (self.first, self.cautions, self.changed):
            column.addWidget(part)
        column.addLayout(self.list)
        column.addWidget(self.left_out)
        column.addStretch(1)
        self.foot = QWidget()
        kept = space(QVBoxLayout(self.foot), (20, 8, 20, 10), 2)
        kept.addWidget(self.file)
        kept.addWidget(self.drop_file, 0, Qt.AlignmentFlag.AlignLeft)
        self.rule = Rule()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ScrollArea(inside), 1)
        whole.addWidget(self.rule)
        whole.addWidget(self.foot)
        self.show_found((), ())
        self.show_file("")

    def show_found(self, cautions: Sequence[Caution], changes: Sequence[Change]) -> None:
        """What was found in the text."""
        self.cautions.show_cautions(cautions)
        self.first.setVisible(bool(cautions))
        for row in self.rows:
            self.list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [ChangeRow(change) for change in changes[:MOST]]
        for at, row in enumerate(self.rows):
            row.clicked.connect(lambda _=False, at=at: self.chosen.emit(at))
            self.list.addWidget(row)
        more = f", the first {MOST} here" if len(changes) > MOST else ""
        self.changed.setText(f"Every change, word by word{more}" if changes else "")
        self.changed.setVisible(bool(changes))

    def show_file(self, words: str, left_out: Sequence[str] = ()) -> None:
        """What is kept with the entry, and what its reading could not take in."""
        self.file.set_line("file-text", words, "secondary", "secondary")
        for part in (self.file, self.drop_file, self.rule, self.foot):
            part.setVisible(bool(words))
        self.left_out.set_line("info", " ".join(left_out), "attention", "secondary")
        self.left_out.setVisible(bool(left_out))


class FindingStrip(Panel):
    """Where there is no room for the left pane: how much there is to look at, and what, in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("attention_tint", parent)
        self._narrow = False
        self._cautions: tuple[Caution, ...] = ()
        self.line = IconLine("circle-alert", "", "attention", "small_medium", "text", wrap=True)
        row = space(QVBoxLayout(self), (16, 6, 16, 6), 0)
        row.addWidget(self.line)
        self._tell()

    def set_narrow(self, narrow: bool) -> None:
        """Stand in for the left pane, or not."""
        self._narrow = narrow
        self._tell()

    def show_cautions(self, cautions: Sequence[Caution]) -> None:
        """What was found in the text."""
        self._cautions = tuple(cautions)
        self._tell()

    def _tell(self) -> None:
        titles = dict.fromkeys(TITLES.get(one.code, one.code) for one in self._cautions)
        self.line.set_line("circle-alert", "Look at these first: " + "; ".join(titles), "attention", "text")
        self.line.setToolTip("\n".join(said(one) for one in self._cautions))
        self.setVisible(self._narrow and bool(self._cautions))
