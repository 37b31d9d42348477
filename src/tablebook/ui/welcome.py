"""The first page: three ways in, and the books opened before."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tablebook.preferences import Preferences, RecentBook
from tablebook.ui import words
from tablebook.ui.kit.app_icon import paint_app_icon
from tablebook.ui.kit.banner import Banner
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme

OFFLINE = "Works without a network. Nothing leaves this computer unless you save or print it."
WAYS = (
    ("new", "file-plus", "New negotiation from a contract",
     "Word, PDF or text. It is split into articles for you to check.", "Ctrl+N"),
    ("open", "folder-open", "Open a book", "A file ending in .tablebook, or one on a USB stick", "Ctrl+O"),
    ("sample", "book-open-text", "Try the sample", "Lakeview: a whole fictional negotiation", "Ctrl+T"),
)  # fmt: skip


class _Row(QAbstractButton):
    """Two lines that are pressed as one: icon, title, sentence, and something at the right."""

    ring_radius = 8

    def __init__(
        self, icon: str, title: str, text: str, right: str = "", below: str = "", filled: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._title, self._text, self._right, self._below = icon, title, text, right, below
        self._filled, self._plain = filled, bool(below or not right)
        self.setAccessibleName(". ".join(part for part in (title, text, right, below) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self)

    def sizeHint(self) -> QSize:
        """72 high, 64 in the list of books."""
        right = max(text_width(self._right, "small_medium"), text_width(self._below, "small"))
        left = max(text_width(self._title, "body_strong"), text_width(self._text, "small"))
        px = theme().px
        return QSize(round(left + right) + px(100), px(64 if self._plain else 72))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, words."""
        px, painter, rect = theme().px, QPainter(self), QRectF(self.rect())
        if self._filled:
            box(painter, rect, px(8), "ink")
        elif not self._plain:
            box(painter, rect, px(8), "hover" if self.underMouse() else "page", "strong")
        elif self.underMouse():
            painter.fillRect(self.rect(), theme().color("hover"))
        strong, quiet = ("on_ink", "on_ink") if self._filled else ("text", "secondary")
        paint_icon(painter, QRectF(px(18), 0, px(20), rect.height()), self._icon, strong if self._filled else quiet)
        middle = rect.center().y()
        upper = QRectF(px(56), middle - px(21), rect.width() - px(74), px(21))
        lower = QRectF(px(56), middle, rect.width() - px(74), px(20))
        line_of_text(painter, upper, self._title, "body_strong", strong)
        room = rect.width() - px(90) - text_width(self._below, "small")
        text = theme().metrics("small").elidedText(self._text, Qt.TextElideMode.ElideMiddle, room)
        line_of_text(painter, lower, text, "small", quiet)
        end = Qt.AlignmentFlag.AlignRight
        if self._below or self._plain:
            line_of_text(painter, upper, self._right, "small_medium", quiet, end)
            line_of_text(painter, lower, self._below, "small", "tertiary", end)
        else:
            line_of_text(painter, rect.adjusted(0, 0, -px(18), 0), self._right, "small", quiet, end)
        painter.end()


class _Mark(QWidget):
    """The program's mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def sizeHint(self) -> QSize:
        """56 square."""
        return QSize(theme().px(56), theme().px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_app_icon(painter, QRectF(self.rect()))
        painter.end()


class Welcome(QWidget):
    """`asked` names an act by its id, `book_asked` a book by its path."""

    asked = Signal(str)
    book_asked = Signal(str)

    def __init__(self, preferences: Preferences, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preferences, self._now = preferences, now
        self.error = Banner("", tone="problem", icon="circle-x")
        self.error.hide()
        self.rows: list[_Row] = []
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self._make_left(), 755)
        halves.addWidget(Rule(vertical=True))
        halves.addWidget(self._make_right(), 685)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.error)
        column.addLayout(halves, 1)
        self.renew(now)

    def _make_left(self) -> QWidget:
        left = Panel("panel")
        column = space(QVBoxLayout(left), (96, 40, 64, 32), 10)
        column.addStretch(3)
        column.addWidget(_Mark())
        column.addSpacing(18)
        column.addWidget(Label("Tablebook", "display"))
        column.addWidget(Label("Every pass, every word, every agreement of one negotiation, in one book.", "lead",
                               "secondary", wrap=True))  # fmt: skip
        column.addSpacing(22)
        self.ways: dict[str, _Row] = {}
        for act, icon, title, text, key in WAYS:
            row = self.ways[act] = _Row(icon, title, text, key, filled=act == "new")
            row.clicked.connect(lambda _=False, act=act: self.asked.emit(act))
            column.addWidget(row)
        column.addStretch(3)
        column.addWidget(IconLine("wifi-off", OFFLINE, "tertiary", "small", wrap=True))
        return left

    def _make_right(self) -> QWidget:
        right = Panel("window")
        column = space(QVBoxLayout(right), (56, 40, 72, 32), 12)
        column.addStretch(2)
        self.recent_head = Label("Recent books", "body_strong")
        column.addWidget(self.recent_head)
        self._list = _Sheet()
        column.addWidget(self._list)
        column.addStretch(3)
        return right

    def renew(self, now: datetime) -> None:
        """Read the list of books again."""
        self._now = now
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        books = self.preferences.recent()
        for book in books:
            row = _Row(
                "book", book.title or Path(book.path).stem, _folder(book.path), book.place or " ", self._when(book)
            )
            row.clicked.connect(lambda _=False, path=book.path: self.book_asked.emit(path))
            self.rows.append(row)
        self._list.show_rows(self.rows)
        self._list.setVisible(bool(books))
        self.recent_head.setText("Recent books" if books else "No book has been opened on this computer")
        self.recent_head.set_look(role="text" if books else "tertiary")

    def _when(self, book: RecentBook) -> str:
        if not book.opened:
            return ""
        when = datetime.fromisoformat(book.opened).astimezone(self._now.tzinfo)
        if when.date() == self._now.date():
            return f"Today {words.clock(when)}"
        return words.short_day(when.date(), self._now.date())

    def show_error(self, what: str, why: str) -> None:
        """Say what could not be done, where the eyes are."""
        self.error.set_words(what, why)
        self.error.setVisible(bool(what))

    def focus_first(self) -> None:
        """The keyboard starts at the last book, or at the first way in."""
        (self.rows[0] if self.rows else self.ways["new"]).setFocus(Qt.FocusReason.OtherFocusReason)


class _Sheet(QWidget):
    """The card of recent books, with a line between two."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def show_rows(self, rows: list[_Row]) -> None:
        """Show these and only these."""
        while (item := self._column.takeAt(0)) is not None:
            part = item.widget()
            if isinstance(part, Rule):
                part.deleteLater()
        for at, row in enumerate(rows):
            if at:
                self._column.addWidget(Rule())
            self._column.addWidget(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet."""
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), theme().px(8), "page", "strong")
        painter.end()


def _folder(path: str) -> str:
    """The last two folders of a path, as places are spoken of."""
    return " / ".join(Path(path).parent.parts[-2:]).lstrip("/ ")
