"""A segmented switch: one of a few, always all in sight. Arrows move, Tab leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.kit.party import NAMES, paint_party_mark
from tablebook.ui.theme import theme


class _Segment(QAbstractButton):
    """One choice of the switch."""

    ring_radius = 6

    def __init__(self, key: str, text: str, icon: str) -> None:
        super().__init__()
        self.key, self.words, self.icon_name = key, text, icon
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(text)
        follow(self)

    def set_words(self, text: str) -> None:
        """Say something else, as a new count."""
        self.words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the bolder form, so that choosing moves nothing."""
        px = theme().px
        icon = px(16) + px(6) if self.icon_name else 0
        return QSize(round(text_width(self.words, "body_bold")) + 2 * px(12) + icon, px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chosen one lies on page, the others on the track."""
        px = theme().px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        if on:
            box(painter, rect, px(5), "page", "strong")
        role = "tertiary" if not self.isEnabled() else "text" if on or self.underMouse() else "secondary"
        style = "body_bold" if on else "body_medium"
        icon = px(16) + px(6) if self.icon_name else 0
        left = (rect.width() - icon - text_width(self.words, style)) / 2
        if self.icon_name in NAMES:
            paint_party_mark(painter, QRectF(left, (rect.height() - px(15)) / 2, px(15), px(15)), self.icon_name)
        elif self.icon_name:
            paint_icon(painter, QRectF(left, 0, px(16), rect.height()), self.icon_name, role)
        line_of_text(painter, rect.adjusted(left + icon, 0, 0, 0), self.words, style, role)
        painter.end()


class Segmented(QWidget):
    """A row of choices, each (key, words) or (key, words, icon); an icon may be a party ("union")."""

    changed = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, ...]], value: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._segments: list[_Segment] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for choice in choices:
            segment = _Segment(choice[0], choice[1], choice[2] if len(choice) > 2 else "")
            segment.installEventFilter(self)
            segment.clicked.connect(self._clicked)
            self._row.addWidget(segment)
            self._segments.append(segment)
        self.set_value(value or choices[0][0])
        theme().changed.connect(self._space)
        self._space()

    @property
    def value(self) -> str:
        """The key of the chosen one."""
        return next((segment.key for segment in self._segments if segment.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose without telling `changed`."""
        for segment in self._segments:
            if segment.key == key:
                segment.setChecked(True)
        self._told = self.value
        self._rove()

    def set_text(self, key: str, text: str) -> None:
        """Change the words of one choice."""
        for segment in self._segments:
            if segment.key == key:
                segment.set_words(text)

    def segments(self) -> list[QAbstractButton]:
        """The buttons in order, for focus and tests."""
        return list(self._segments)

    def _space(self) -> None:
        gap = theme().px(3)
        self._row.setContentsMargins(gap, gap, gap, gap)
        self._row.setSpacing(theme().px(2))

    def _rove(self) -> None:
        """Only the chosen one is a stop of Tab."""
        for segment in self._segments:
            on = segment.isChecked()
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def _clicked(self) -> None:
        self._rove()
        if self.value != self._told:
            self._told = self.value
            self.changed.emit(self.value)

    def eventFilter(self, watched: QWidget, event: QKeyEvent) -> bool:  # type: ignore[override]
        """Arrows, Home and End choose at once and take the focus along."""
        if event.type() != QKeyEvent.Type.KeyPress or watched not in self._segments:
            return False
        at = self._segments.index(watched)
        last = len(self._segments) - 1
        back, forth = max(at - 1, 0), min(at + 1, last)
        steps = {
            Qt.Key.Key_Left.value: back, Qt.Key.Key_Up.value: back, Qt.Key.Key_Home.value: 0,
            Qt.Key.Key_Right.value: forth, Qt.Key.Key_Down.value: forth, Qt.Key.Key_End.value: last,
        }  # fmt: skip
        if event.key() not in steps or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        chosen = self._segments[steps[event.key()]]
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        chosen.setChecked(True)
        self._clicked()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track."""
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), theme().px(6), "neutral")
        painter.end()
