"""The passes of one article on a line, oldest left. What the mouse would say is said under it, for everyone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tablebook.ui.kit.label import Label
from tablebook.ui.kit.painting import line_of_text, text_width
from tablebook.ui.kit.timeline_point import HALF, PointButton
from tablebook.ui.theme import theme

STEP = 112
TOP = 26
LEAD = 14
COUNT = 56


class TimelinePoint(NamedTuple):
    """One pass. `tip` is the sentence after the label, `spoken` what a screen reader says of the point."""

    id: str
    side: str
    label: str
    when: str
    tip: str = ""
    state: str = "open"  # open, withdrawn, expired
    spoken: str = ""


class TaPoint(NamedTuple):
    """The end of the line: how many sections are TA'd of how many; `done == total` fills it green."""

    done: int = 0
    total: int = 0
    when: str = ""
    tip: str = ""
    word: str = "TA"
    """What stands at the end: the TA that is to come, or the draft that is being written."""


class PassTimeline(QWidget):
    """Left and Right go along; Enter shows a pass, Shift+Enter compares it, Space sends it to the shared window."""

    shown = Signal(str)
    compare = Signal(str)
    sent = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: list[TimelinePoint] = []
        self._ta: TaPoint | None = None
        self._buttons: list[PointButton] = []
        self._first = 0
        self._shown = ""
        self.sentence = Label("", "small", "secondary", wrap=True, parent=self)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.setAccessibleName("Passes")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._arrange)

    def set_points(self, points: Sequence[TimelinePoint], shown: str = "", ta: TaPoint | None = None) -> None:
        """Show these passes, with a ring round `shown` (its id), and where they lead."""
        self._points, self._ta, self._shown = list(points), ta, shown
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for at, point in enumerate(self._points):
            button = PointButton(self, point.side, point.label, point.state)
            button.setAccessibleName(point.spoken or f"{point.label}, {point.when}. {point.tip}")
            button.pressed_key.connect(lambda key, at=at: self._key(at, key))
            button.clicked.connect(lambda at=at: self._choose(at))
            button.noticed.connect(lambda at=at: self._say(at))
            button.left.connect(self._say_shown)
            self._buttons.append(button)
        self._mark_shown()
        self._arrange()

    def points(self) -> list[PointButton]:
        """The points in order, for focus and tests."""
        return list(self._buttons)

    def _index(self) -> int:
        ids = [point.id for point in self._points]
        return ids.index(self._shown) if self._shown in ids else len(ids) - 1

    def _choose(self, at: int) -> None:
        self._shown = self._points[at].id
        self._mark_shown()
        self.shown.emit(self._shown)

    def _mark_shown(self) -> None:
        for at, button in enumerate(self._buttons):
            on = at == self._index()
            button.set_shown(on)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self._say_shown()
        self.update()

    def _key(self, at: int, key: str) -> None:
        """What a key on point `at` does."""
        if key in ("left", "right", "first", "last"):
            last = len(self._points) - 1
            to = {"left": max(at - 1, 0), "right": min(at + 1, last), "first": 0, "last": last}[key]
            self._reveal(to)
            self._buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif key == "show":
            self._choose(at)
        elif key == "compare":
            self.compare.emit(self._points[at].id)
        elif key == "send":
            self.sent.emit(self._points[at].id)

    def show_sentence(self, shown: bool) -> None:
        """Show the sentence about the shown pass, or give its room away."""
        self.sentence.setVisible(shown)
        self.updateGeometry()

    def _say(self, at: int) -> None:
        if 0 <= at < len(self._points):
            point = self._points[at]
            bold = f'<b style="color:{theme().tokens.text}">{escape(point.label)}</b>'
            self.sentence.setText(f"{bold} {escape(point.tip)}")

    def _say_shown(self) -> None:
        focused = next((at for at, button in enumerate(self._buttons) if button.hasFocus()), self._index())
        self._say(focused)
        if not self._points:
            self.sentence.setText("")

    def _needs(self) -> int:
        """The least distance between two points so that labels and dates do not touch."""
        px = theme().px
        widths = [
            text_width(point.label, "small_strong") + px(5) + text_width(point.when, "small_tabular")
            for point in self._points
        ]
        return round(max(widths, default=px(60))) + px(14)

    def _end(self) -> int:
        """What the right end takes: the TA point with its word, or the words of the last pass."""
        if self._ta is None:
            return self._needs()
        return round(text_width(f"{self._ta.word} {self._ta.when}".strip(), "small_medium")) + theme().px(14)

    def _gaps(self, points: int) -> int:
        return points if self._ta else points - 1

    def _step(self) -> int:
        """As far apart as designed, closer where there are many."""
        free = self.width() - self._lead() - self._end()
        return max(self._needs(), min(theme().px(STEP), free // max(1, self._gaps(self._fits()))))

    def _fits(self) -> int:
        """How many points there is room for; if not all, a count of the others takes some of it."""
        everything = len(self._points)
        free = self.width() - self._end() - theme().px(LEAD)
        if self._gaps(everything) * self._needs() <= free:
            return everything
        return max(1, (free - 2 * theme().px(COUNT)) // self._needs() + (0 if self._ta else 1))

    def _lead(self) -> int:
        return theme().px(LEAD + COUNT if self._first else LEAD)

    def _reveal(self, at: int) -> None:
        """Slide the window of visible points so that `at` is among them."""
        fits = self._fits()
        first = min(max(self._first, at - fits + 1), at)
        if first != self._first:
            self._first = first
            self._arrange()

    def _x(self, at: int) -> int:
        """The middle of point `at`; the earlier ones that have no room are told by a count before the first."""
        return self._lead() + (at - self._first) * self._step()

    def _arrange(self) -> None:
        px = theme().px
        fits = self._fits()
        shown = self._index()
        self._first = max(0, min(self._first, len(self._points) - fits))
        if not self._first <= shown < self._first + fits and not any(button.hasFocus() for button in self._buttons):
            self._first = max(0, shown - fits + 1)
        for at, button in enumerate(self._buttons):
            visible = self._first <= at < self._first + fits
            side = px(28)
            button.setGeometry(self._x(at) - side // 2, px(14) - side // 2, side, side)
            button.setVisible(visible)
        self.sentence.setGeometry(0, px(TOP + 24), self.width(), self.sentence.heightForWidth(max(1, self.width())))
        self._say_shown()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for as many points as possible."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Line, labels, one sentence (two lines of it where it is narrow)."""
        px = theme().px
        width = self.width() or px(600)
        said = 0 if self.sentence.isHidden() else max(self.sentence.heightForWidth(width), px(17))
        return QSize(px(600), px(TOP + 24) + said)

    def minimumSizeHint(self) -> QSize:
        """Room for one point."""
        return QSize(theme().px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, the words under the points, the end. The points draw themselves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        visible = range(self._first, min(self._first + self._fits(), len(self._points)))
        if self._first:
            before = f"{self._first} earlier"
            line_of_text(painter, QRectF(0, 0, theme().px(58), theme().px(28)), before, "small", "tertiary")
        for at in visible:
            if at + 1 in visible:
                self._paint_line(painter, self._x(at), self._x(at + 1), dashed=False)
            self._paint_words(painter, at)
        if visible:
            self._paint_end(painter, visible[-1])
        painter.end()

    def _paint_line(self, painter: QPainter, start: int, end: int, dashed: bool, role: str = "strong") -> None:
        px = theme().px
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme().color("control" if dashed else role), 1.5, style))
        painter.drawLine(start + px(12), px(14), end - px(12), px(14))

    def _paint_words(self, painter: QPainter, at: int) -> None:
        px = theme().px
        point = self._points[at]
        role = point.side if point.side in ("union", "employer") else "secondary"
        spot = QRectF(self._x(at) - px(7), px(TOP), self._needs(), px(20))
        width = line_of_text(painter, spot, point.label, "small_strong", role)
        if point.state == "withdrawn":
            middle = round(spot.center().y()) + 0.5
            painter.setPen(QPen(theme().color(role), 1.1))
            painter.drawLine(QPointF(spot.left(), middle), QPointF(spot.left() + width, middle))
        line_of_text(painter, spot.adjusted(width + px(5), 0, 0, 0), point.when, "small_tabular", "secondary")

    def _paint_end(self, painter: QPainter, last: int) -> None:
        if self._ta is None or last != len(self._points) - 1:
            if last != len(self._points) - 1:
                later = f"{len(self._points) - 1 - last} later"
                left = self._x(last) + theme().px(24)
                line_of_text(painter, QRectF(left, 0, 200, theme().px(28)), later, "small", "tertiary")
            return
        px, ta = theme().px, self._ta
        done = ta.total > 0 and ta.done == ta.total
        x = self._x(last) + self._step()
        self._paint_line(painter, self._x(last), x, dashed=not done, role="ta")
        mark = QRectF(x - px(HALF) - 1, px(14) - px(HALF) - 1, px(HALF) * 2 + 2, px(HALF) * 2 + 2)
        style = Qt.PenStyle.SolidLine if done else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme().color("ta" if done else "control"), 1.5, style))
        painter.setBrush(theme().color("ta") if done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(mark)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_ticks(painter, self._x(last), x, ta)
        text = f"{ta.word} {ta.when}".strip()
        spot = QRectF(x - px(10), px(TOP), px(200), px(20))
        line_of_text(painter, spot, text, "small_medium", "ta" if done else "tertiary")

    def _paint_ticks(self, painter: QPainter, start: int, end: int, ta: TaPoint) -> None:
        """One small upright on the last stretch per section that is TA'd already."""
        if not ta.total or ta.done >= ta.total:
            return
        px = theme().px
        painter.setPen(QPen(theme().color("ta"), px(2)))
        for section in range(ta.done):
            x = start + (end - start) * (section + 1) / (ta.total + 1)
            painter.drawLine(round(x), px(10), round(x), px(18))
