"""The legend under a page: what the marks mean, drawn with the same strokes as the page itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tablebook.ui.kit.painting import follow
from tablebook.ui.kit.party import NAMES, paint_party_mark
from tablebook.ui.text.geometry import Piece
from tablebook.ui.text.look import PageLook, page_look
from tablebook.ui.text.paint import lines
from tablebook.ui.text.paint_marks import tint
from tablebook.ui.text.rows import Ink, Span


class Entry(NamedTuple):
    """One entry: a party mark, sample words in their ink, and what they mean; each part may be empty."""

    party: str = ""
    sample: str = ""
    ink: Ink = Ink()
    words: str = ""
    bar: str = ""
    near: bool = False


LAYERS = (
    Entry("union", words="Union"),
    Entry(sample="new", ink=Ink(writer="union"), near=True),
    Entry(sample="struck", ink=Ink(striker="union"), near=True),
    Entry("employer", words="Employer"),
    Entry(sample="new", ink=Ink(writer="employer"), near=True),
    Entry(sample="struck", ink=Ink(striker="employer"), near=True),
    Entry(sample="offered", ink=Ink("union", "employer"), words="then struck"),
    Entry(sample="tint", ink=Ink(fresh=True), words="since last pass", bar="union"),
)


def two_texts(side: str, findings: bool = True) -> tuple[Entry, ...]:
    """The legend of two texts of which the newer is by `side`; with findings of a received paper or without."""
    name, by = NAMES.get(side, side), ", marked by them" if findings else ""
    shown = (
        Entry(sample="struck", ink=Ink(striker=side), words=f"{name}{by}"),
        Entry(sample="new", ink=Ink(writer=side, fresh=True), words=f"{name}{by}"),
    )
    if not findings:
        return shown
    return (
        *shown,
        Entry(sample="not marked", ink=Ink(writer=side, flag="unmarked"), words="changed without a mark"),
        Entry(sample="in doubt", ink=Ink(flag="dead"), words="look here: see the card"),
    )


class Legend(QWidget):
    """The bar itself, 30 high; on a narrow page it breaks into lines instead of being cut."""

    def __init__(self, entries: Sequence[Entry] = LAYERS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_entries(entries)
        follow(self)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Explain other marks."""
        self.entries = tuple(entries)
        self.setAccessibleName("Legend")
        self.setAccessibleDescription(". ".join(_spoken(entry) for entry in self.entries))
        self._fit()

    def sizeHint(self) -> QSize:
        """One line where there is room."""
        look = page_look("pane")
        _, height = self._places(look)
        return QSize(round(sum(_width(e, look) + look.px(16) for e in self.entries)), round(height))

    def minimumSizeHint(self) -> QSize:
        """At least its lines; any width will do."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into as many lines as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()

    def _places(self, look: PageLook) -> tuple[list[QRectF], float]:
        """Where each entry stands and how high the bar is."""
        line, x, y = look.px(30), look.px(16), 0.0
        room, places = max(self.width(), 200), list[QRectF]()
        for entry in self.entries:
            width = _width(entry, look)
            if x > look.px(16) and x + width > room - look.px(8):
                x, y = look.px(16), y + line - look.px(4)
            if entry.near and places and places[-1].top() == y:
                x -= look.px(4)
            places.append(QRectF(x, y, width, line))
            x += width + look.px(20)
        return places, y + line

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above and every entry."""
        look = page_look("pane")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.color("panel"))
        painter.fillRect(0, 0, self.width(), 1, look.color("line"))
        for entry, place in zip(self.entries, self._places(look)[0], strict=True):
            _paint(painter, entry, place, look)
        painter.end()


def _spoken(entry: Entry) -> str:
    if entry.party:
        count = "two lines, square" if entry.party == "employer" else "one line, circle"
        return f"{entry.words}: {count}"
    return " ".join(part for part in (entry.sample, entry.words) if part)


def _sample_font(entry: Entry, look: PageLook) -> QFont:
    return look.label if entry.bar else look.book


def _width(entry: Entry, look: PageLook) -> float:
    width = look.px(17) if entry.party else 0.0
    width += look.px(10) if entry.bar else 0.0
    if entry.sample:
        width += QFontMetricsF(_sample_font(entry, look)).horizontalAdvance(entry.sample)
        width += look.px(8) if entry.words else 0.0
    return width + QFontMetricsF(look.label).horizontalAdvance(entry.words)


def _paint(painter: QPainter, entry: Entry, place: QRectF, look: PageLook) -> None:
    x, base = place.left(), place.center().y() + look.px(5)
    if entry.party:
        size = look.px(11)
        mark = QRectF(x, place.center().y() - size / 2, size, size)
        paint_party_mark(painter, mark, entry.party, letter=False)
        x += look.px(17)
    if entry.bar:
        painter.fillRect(QRectF(x, place.center().y() - look.px(8), look.px(4), look.px(16)), look.party(entry.bar))
        x += look.px(10)
    if entry.sample:
        font = _sample_font(entry, look)
        width = QFontMetricsF(font).horizontalAdvance(entry.sample)
        piece, span = Piece(x, x + width, base, True, True), Span(0, len(entry.sample), entry.ink)
        if entry.ink.fresh or entry.ink.flag:
            flagged = {"unmarked": "problem_tint", "dead": "attention_tint"}
            ground = look.color(flagged[entry.ink.flag]) if entry.ink.flag else look.tint(entry.ink.actor or entry.bar)
            tint(painter, piece, ground, False, look)
        painter.setFont(font)
        side = "" if entry.ink.flag else entry.ink.writer or entry.ink.striker
        painter.setPen(look.words(side))
        painter.drawText(QPointF(x, base), entry.sample)
        lines(painter, piece, span, look)
        x += width + (look.px(8) if entry.words else 0)
    if entry.words:
        painter.setFont(look.label)
        painter.setPen(look.color("text" if entry.party else "secondary"))
        painter.drawText(QPointF(x, base - look.px(1)), entry.words)
