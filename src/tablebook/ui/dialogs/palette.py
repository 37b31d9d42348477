"""One box for going, doing and finding: articles, commands, passes, words said. The article with us comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from tablebook.jobs import palette_search as search
from tablebook.ui import words
from tablebook.ui.actions import BY_ID
from tablebook.ui.dialogs.palette_rows import PaletteList, Row, rows_of
from tablebook.ui.dialogs.palette_said import said_targets
from tablebook.ui.kit.corners import cut_corners
from tablebook.ui.kit.key_cap import KeyCap
from tablebook.ui.kit.label import Icon, IconLine, Label, Rule
from tablebook.ui.kit.painting import box
from tablebook.ui.kit.scrim import Scrim
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow

WIDTH, TOP = 680, 84
FEWEST_LETTERS = 2
"""Words said are looked for from so many letters on."""


def show(window: MainWindow) -> object:
    """Show the palette over the window."""
    palette = Palette(window)
    palette.open()
    return palette


class _Line(QLineEdit):
    """The letters, larger than elsewhere and without a box."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setFont(theme().font("body", 18))
        self.setStyleSheet("QLineEdit { background: transparent; border: none; }")
        self.setMinimumHeight(theme().px(36))


class Palette(QDialog):
    """Up and Down choose, Enter goes, Esc closes. Words said are looked up beside the typing and never delay it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle("Find or do")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.window_behind, self.desk = window, window.desk
        self.with_plan = self.desk.our_caucus or getattr(window.workspace, "stage", "") == "prepare"
        self.index = search.Index(self._targets())
        self._said: dict[str, search.Group] = {}
        self._scrim: Scrim | None = None
        self.line = _Line()
        self.line.setPlaceholderText("Article, command, pass or words said")
        self.line.setAccessibleName("Find or do")
        self.list = PaletteList()
        self._lay_out()
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.list.chosen.connect(self.take)
        self._typed("")

    def _targets(self) -> list[search.Target]:
        today = self.desk.now().date()
        acts = self.window_behind.acts
        commands = []
        for act_id in acts.actions:
            act = BY_ID[act_id]
            if act_id == "palette":
                continue
            keys = act.keys[0] if act.keys else ""
            commands.append(search.Target(search.COMMANDS, act_id, act.title, act.icon or "corner-down-left", keys))
        return [
            *search.places(self.desk.state, self.desk.positions),
            *commands,
            *search.passes(self.desk.state, lambda at: words.moment(at, today)),
        ]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = space(QHBoxLayout(), (20, 8, 14, 8), 10)
        head.addWidget(Icon("search", "secondary", 20))
        head.addWidget(self.line, 1)
        head.addWidget(KeyCap("Esc"))
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self.list, 1)
        column.addWidget(Rule())
        foot = space(QHBoxLayout(), (20, 8, 20, 8), 6)
        for key, name in (("@", "articles"), (">", "commands"), ("#", "passes, TAs"), ('"', "words said")):
            foot.addWidget(KeyCap(key))
            foot.addWidget(Label(name, "small", "secondary"))
            foot.addSpacing(theme().px(6))
        foot.addStretch(1)
        told = "The plan is searched too" if self.with_plan else "Plan is searched only in our caucus"
        foot.addWidget(IconLine("lock", told, "private", "small_medium"))
        column.addLayout(foot)

    # Finding

    def _typed(self, typed: str) -> None:
        kind, letters = search.asked(typed)
        groups = list(self.index.find(typed)) if letters or kind else list(self._at_rest())
        wants_said = kind in ("", search.SAID) and len(letters) >= FEWEST_LETTERS
        if wants_said and letters in self._said:
            groups.append(self._said[letters])
        elif wants_said:
            self._ask_said(letters, search.MOST_ALONE if kind else search.MOST)
        self.list.show_rows(rows_of([group for group in groups if group.found], bool(letters)), typed.strip())
        self._place()

    def _at_rest(self) -> tuple[search.Group, ...]:
        """Before a letter is typed: what is with us, and what can be done."""
        ours = [target for target in search.places(self.desk.state, self.desk.positions) if target.state == "with-us"]
        first = search.Group(search.ARTICLES, tuple(search.Found(one) for one in ours[: search.MOST]), len(ours))
        return (first, *(group for group in self.index.find(">") if group.found))

    def _ask_said(self, letters: str, most: int) -> None:
        state, today = self.desk.state, self.desk.now().date()

        def take(hits: Any) -> None:
            if self._closed():
                return
            _kind, now = search.asked(self.line.text())
            self._said = {letters: said_targets(hits, state, today, most)}
            if now == letters:
                self._typed(self.line.text())

        plan = self.with_plan
        self.desk.bridge.run(lambda book: book.search(letters, 60, include_plan=plan), then=take)

    def _closed(self) -> bool:
        return not self.isVisible()

    # Going

    def take(self, row: Row) -> None:
        """Go there, or do it."""
        target = row.target
        self.accept()
        if target is None:
            return
        if target.group == search.COMMANDS:
            self.window_behind.acts.run(target.id)
            return
        if self.desk.bridge.facts is not None and target.article in self.desk.state.items:
            stage = self.window_behind.negotiate
            self.desk.choose(target.article, target.section)
            if target.group in (search.SAID, search.PASSES) and hasattr(stage, "show_entry"):
                stage.show_entry(target.id)
            stage.focus_text()
        else:
            self.window_behind.say(target.words, "quote")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter go to the list while the letters go to the line."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 4, Qt.Key.Key_PageUp: -4}
            if event.key() in step:
                self.list.step(step[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                row = self.list.row
                if row is not None:
                    self.take(row)
                return True
        return super().eventFilter(watched, event)

    # Place

    def showEvent(self, event: QShowEvent) -> None:
        """Shade the window and take the line."""
        if self._scrim is None:
            self._scrim = Scrim(self.window_behind)
        self._place()
        super().showEvent(event)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def done(self, result: int) -> None:
        """Take the shade away."""
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        super().done(result)
        self.deleteLater()

    def _place(self) -> None:
        px, window = theme().px, self.window_behind
        width = min(px(WIDTH), window.width() - px(24))
        room = window.height() - px(TOP) - px(16)
        around = self.sizeHint().height() - self.list.sizeHint().height()
        height = min(self.list.wanted_height() + around, max(room, px(240)))
        corner = window.mapToGlobal(window.rect().topLeft())
        top = px(TOP) if window.height() > px(620) else px(12)
        self.setFixedSize(width, height)
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its corners go with it."""
        super().resizeEvent(event)
        cut_corners(self, theme().px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet."""
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), theme().px(10), "panel", "strong")
        painter.end()
