"""The first page: three ways in, and the books opened before."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tablebook.preferences import Preferences, RecentBook
from tablebook.ui import words
from tablebook.ui.kit.app_icon import paint_app_icon
from tablebook.ui.kit.banner import Banner
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.theme import theme

BESIDE = 1000
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
    forgotten = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        right: str = "",
        below: str = "",
        filled: bool = False,
        muted: bool = False,
    ) -> None:
        super().__init__()
        self._icon, self._title, self._text, self._right, self._below = icon, title, text, right, below
        self._filled, self._plain, self._muted = filled, bool(below or not right), muted
        self.setAccessibleName(". ".join(part for part in (title, text, right, below) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self)

    def sizeHint(self) -> QSize:
        """72 high, 64 in the list of books; as wide as there is room."""
        px = theme().px
        return QSize(px(360), px(64 if self._plain else 72))

    def minimumSizeHint(self) -> QSize:
        """Never lower than its two lines."""
        return QSize(theme().px(240), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does; Delete asks to forget it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit()
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
        if self._muted:
            strong, quiet = "tertiary", "tertiary"
        paint_icon(painter, QRectF(px(18), 0, px(20), rect.height()), self._icon, strong if self._filled else quiet)
        middle = rect.center().y()
        upper = QRectF(px(56), middle - px(21), rect.width() - px(74), px(21))
        lower = QRectF(px(56), middle, rect.width() - px(74), px(20))
        aside = text_width(self._right, "small_medium")
        title = (
            theme()
            .metrics("body_strong")
            .elidedText(self._title, Qt.TextElideMode.ElideRight, rect.width() - px(90) - aside)
        )
        line_of_text(painter, upper, title, "body_strong", strong)
        room = rect.width() - px(90) - (text_width(self._below, "small") if self._plain else aside)
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

    def minimumSizeHint(self) -> QSize:
        """Never pressed flat."""
        return self.sizeHint()

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
        inside = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._between = Rule(vertical=True)
        self._halves.addWidget(self._make_left(), 755)
        self._halves.addWidget(self._between)
        self._halves.addWidget(self._make_right(), 685)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.error)
        column.addWidget(ScrollArea(inside), 1)
        theme().changed.connect(self._fit)
        self.renew(now)

    def _make_left(self) -> QWidget:
        left = Panel("panel")
        column = self._left = QVBoxLayout(left)
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
        column = self._right = QVBoxLayout(right)
        column.addStretch(2)
        self.recent_head = Label("Recent books", "body_strong")
        column.addWidget(self.recent_head)
        self._list = _Sheet()
        column.addWidget(self._list)
        column.addStretch(3)
        return right

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where both halves have room, else one under the other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, beside = theme().px, self.width() >= theme().px(BESIDE)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._between.setVisible(beside)
        for column, margins in ((self._left, (96, 40, 64, 32)), (self._right, (56, 40, 72, 32))):
            column.setContentsMargins(*(px(side) for side in (margins if beside else (32, 24, 32, 24))))
            column.setSpacing(px(10))

    def renew(self, now: datetime) -> None:
        """Read the list of books again."""
        self._now = now
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        books = self.preferences.recent()
        for book in books:
            there = Path(book.path).is_file()
            title = book.title.strip(" ,") or Path(book.path).stem
            place = (book.place or " ") if there else "Not found"
            row = _Row("book", title, _folder(book.path), place, self._when(book), muted=not there)
            row.clicked.connect(lambda _=False, path=book.path: self.book_asked.emit(path))
            row.forgotten.connect(lambda path=book.path: self._forget(path))
            row.setToolTip(f"{book.path}\nDelete takes it out of this list.")
            self.rows.append(row)
        self._list.show_rows(self.rows)
        self._list.setVisible(bool(books))
        self.recent_head.setText("Recent books" if books else "No book has been opened on this computer")
        self.recent_head.set_look(role="text" if books else "tertiary")

    def _forget(self, path: str) -> None:
        """Take a book out of the list; its file stays where it is."""
        self.preferences.forget(path)
        self.renew(self._now)
        self.focus_first()

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
