"""The bar at the top: the book, the five stages, the acts at the table, Private always last."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tablebook.ui.actions import BAR, BY_ID
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.label import Label, Panel, Rule
from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.theme import theme

STAGES = ("prepare", "negotiate", "ratify", "resolve", "change")
AT_THE_TABLE = ("prepare", "negotiate")
"""The stages in which texts are passed and received; in the others these buttons are put away, their keys stay."""
HEIGHT, GAP, PAD = 52, 8, 12
NAME, SLIM_NAME = 292, 150


class StageNav(QWidget):
    """The five stages in their order. Arrows move, Tab leaves."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Stages")
        self._stages = [_Stage(name, at > 0) for at, name in enumerate(STAGES)]
        for stage in self._stages:
            row.addWidget(stage)
            stage.clicked.connect(lambda _=False, name=stage.name: self.chosen.emit(name))
            stage.moved.connect(self._move)

    def set_stage(self, name: str) -> None:
        """Mark the stage that is shown."""
        for stage in self._stages:
            stage.setChecked(stage.name == name)
            on = Qt.FocusPolicy.StrongFocus if stage.name == name else Qt.FocusPolicy.ClickFocus
            stage.setFocusPolicy(on)

    def _move(self, name: str, by: int) -> None:
        at = STAGES.index(name) + by
        if 0 <= at < len(STAGES):
            self._stages[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(STAGES[at])


class _Stage(QAbstractButton):
    moved = Signal(str, int)
    ring_radius = 6

    def __init__(self, name: str, lead: bool) -> None:
        super().__init__()
        self.name, self._lead = name, lead
        self.setText(BY_ID[name].title)
        self.setToolTip(f"{BY_ID[name].title} ({BY_ID[name].keys[0]})")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def _lead_width(self) -> int:
        return theme().px(16) if self._lead else 0

    def sizeHint(self) -> QSize:
        """Wide enough for the bolder form, so that choosing moves nothing."""
        px = theme().px
        return QSize(self._lead_width() + round(text_width(self.text(), "body_bold")) + 2 * px(PAD) + 1, px(30))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to the stage beside."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step:
            self.moved.emit(self.name, step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chosen one lies on page; a small arrow leads to each from the one before."""
        px, painter = theme().px, QPainter(self)
        rect = QRectF(self.rect())
        if self._lead:
            paint_icon(painter, QRectF(0, 0, px(12), rect.height()), "chevron-right", "tertiary")
        inner = rect.adjusted(self._lead_width(), 0, 0, 0)
        if self.isChecked():
            box(painter, inner, px(6), "page", "strong")
        style = "body_bold" if self.isChecked() else "body_medium"
        role = "text" if self.isChecked() or self.underMouse() else "secondary"
        line_of_text(painter, inner, self.text(), style, role, Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class StageBar(Panel):
    """52 high. `asked` names an act by its id, `stage_asked` a stage."""

    asked = Signal(str)
    stage_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._names, self._compact = ("", ""), False
        self.name = Label("", "body_bold")
        self.kind = Label("", "small", "secondary")
        self.book = QWidget()
        names = QVBoxLayout(self.book)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.kind)
        names.addStretch(1)
        self.nav = StageNav()
        self.stages = DropDown([(name, BY_ID[name].title) for name in STAGES], "negotiate", name="Stage")
        self.buttons = {act: Button(BY_ID[act].word, BY_ID[act].icon, key=BY_ID[act].keys[0]) for act in BAR}
        private = BY_ID["private"]
        self.private = Button(private.word, private.icon, "private", key=private.keys[0])
        for button in (*self.buttons.values(), self.private):
            # A click must not move the keyboard here: what is done switches some of these off, Qt would go on to the
            # next, and the next Space of somebody who types would call a caucus.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rule = Rule(vertical=True)
        self._row = QHBoxLayout(self)
        self._lay_out()
        self._connect()
        self.set_room(1440)
        theme().changed.connect(self._measure)
        self._measure()

    def _lay_out(self) -> None:
        self._row.addWidget(self.book)
        self._row.addWidget(self.nav)
        self._row.addWidget(self.stages)
        self._row.addStretch(1)
        for button in self.buttons.values():
            self._row.addWidget(button)
        self._row.addWidget(self._rule)
        self._row.addWidget(self.private)

    def _connect(self) -> None:
        self.nav.chosen.connect(self.stage_asked)
        self.stages.changed.connect(self.stage_asked)
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act))
        self.private.clicked.connect(lambda: self.asked.emit("private"))

    def _measure(self) -> None:
        px = theme().px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(16), 0, px(16), 0)
        self._row.setSpacing(px(GAP))
        self._rule.setFixedHeight(px(HEIGHT))
        self._set_book_width()

    def _set_book_width(self) -> None:
        """The book's name stands over the left pane; in a narrow window it takes only what it needs."""
        room = theme().px(SLIM_NAME if self._compact else NAME)
        self.book.setMinimumWidth(0 if self._compact else room)
        self.book.setMaximumWidth(room)
        elide = Qt.TextElideMode.ElideRight
        self.name.setText(theme().metrics("body_bold").elidedText(self._names[0], elide, room - theme().px(12)))
        self.kind.setText(theme().metrics("small").elidedText(self._names[1], elide, room - theme().px(12)))

    def set_room(self, effective: float) -> None:
        """Drop what does not fit: key hints under 1400, icons and the row of stages under 1000."""
        self._compact = effective < 1000
        for act, button in self.buttons.items():
            button.set_key_shown(effective >= 1400)
            button.set_words(button.words, "" if self._compact else BY_ID[act].icon)
        self.private.set_key_shown(effective >= 1400)
        self.nav.setVisible(not self._compact)
        self.stages.setVisible(self._compact)
        self.kind.setVisible(not self._compact)
        self._rule.setVisible(not self._compact)
        self._set_book_width()

    def set_book(self, name: str, kind: str) -> None:
        """Whose book it is, and of which negotiation."""
        self._names = (name, kind)
        self.name.setAccessibleName(name)
        self.book.setToolTip(", ".join(part for part in self._names if part))
        self._set_book_width()

    def set_stage(self, name: str) -> None:
        """Mark the stage that is shown."""
        self.nav.set_stage(name)
        self.stages.set_value(name)
        for button in self.buttons.values():
            button.setVisible(name in AT_THE_TABLE)

    def set_caucus(self, on: bool) -> None:
        """While a caucus runs its button is filled."""
        self.buttons["caucus"].kind = "primary" if on else "default"
        self.buttons["caucus"].updateGeometry()
        self.buttons["caucus"].update()

    def set_reasons(self, reasons: dict[str, str]) -> None:
        """Switch acts off with the reason, or on."""
        for act, reason in reasons.items():
            if act in self.buttons:
                self.buttons[act].set_reason(reason)
