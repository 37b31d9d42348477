"""A drop-down of which several can be chosen: what a pass answers, for instance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.theme import theme


class PickMany(QPushButton):
    """Each choice is (key, words, short words). Space, Enter or Down opens the list; each line is ticked by itself."""

    ring_radius = 6
    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str, str]], none: str, name: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._none, self._name = none, name
        self.list = QMenu(self)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)
        self._short: dict[str, str] = {}
        self._acts: dict[str, QAction] = {}
        for key, words, short in choices:
            self.add(key, words, short)
        follow(self)
        self._tell()

    def add(self, key: str, words: str, short: str) -> None:
        """Offer one more."""
        act = QAction(words.replace("&", "&&"), self)
        act.setCheckable(True)
        act.toggled.connect(self._tell)
        self.list.addAction(act)
        self._acts[key], self._short[key] = act, short

    def clear(self) -> None:
        """Offer nothing."""
        self.list.clear()
        for act in self._acts.values():
            act.deleteLater()
        self._acts, self._short = {}, {}
        self._tell()

    @property
    def values(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order of the list."""
        return tuple(key for key, act in self._acts.items() if act.isChecked())

    def set_values(self, keys: Sequence[str]) -> None:
        """Tick these and no others."""
        for key, act in self._acts.items():
            act.setChecked(key in keys)

    def words(self) -> str:
        """What stands in the box."""
        chosen = self.values
        if len(chosen) == 1:
            return self._acts[chosen[0]].text().replace("&&", "&")
        return ", ".join(in_runs([self._short[key] for key in chosen])) or self._none

    def open(self) -> None:
        """Show the list under the box."""
        if self._acts:
            self.list.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {self.words()}")
        self.setToolTip(self.words())
        self.updateGeometry()
        self.update()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens it as in other drop-downs; Enter with Ctrl belongs to the dialog."""
        if event.key() == Qt.Key.Key_Down or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.open()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Wide enough for what is chosen."""
        px = theme().px
        return QSize(round(text_width(self.words(), "body_medium")) + px(9) + px(34), px(34))

    def minimumSizeHint(self) -> QSize:
        """May shrink; the words then end in dots, whole in the list."""
        return QSize(theme().px(110), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, words, chevron, as any drop-down."""
        px = theme().px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        on = self.isEnabled()
        fill = "neutral" if not on else "hover" if self.underMouse() else "page"
        box(painter, rect, px(6), fill, "strong" if on else "")
        room = rect.width() - px(9) - px(28)
        words = theme().metrics("body_medium").elidedText(self.words(), Qt.TextElideMode.ElideRight, room)
        line_of_text(painter, rect.adjusted(px(9), 0, 0, 0), words, "body_medium", "text" if on else "tertiary")
        paint_icon(painter, QRectF(rect.right() - px(24), 0, px(14), rect.height()), "chevron-down", "secondary")
        painter.end()


def in_runs(names: Sequence[str]) -> list[str]:
    """Names in order, three or more sections that follow each other as one run: "12.1 to 12.5"."""
    runs: list[list[str]] = []
    for name in names:
        if runs and _follows(runs[-1][-1], name):
            runs[-1].append(name)
        else:
            runs.append([name])
    said = [[f"{run[0]} to {run[-1]}"] if len(run) > 2 else run for run in runs]
    return [name for run in said for name in run]


def _follows(one: str, other: str) -> bool:
    """Whether one section number comes right after another: 12.4 after 12.3."""
    before, _, number = one.rpartition(".")
    after, _, next_number = other.rpartition(".")
    follows = number.isdecimal() and next_number.isdecimal() and int(next_number) == int(number) + 1
    return bool(before) and before == after and follows
