"""The parts of the receive screen and where they stand: head, what to look at, their words, the two texts, the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tablebook.documents.marked.paper import Key
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.receive_head import ReceiveHead
from tablebook.ui.dialogs.receive_keys import KeyLine
from tablebook.ui.dialogs.receive_side import ReceiveSide
from tablebook.ui.dialogs.receive_strip import FindingStrip
from tablebook.ui.dialogs.receive_walk import FindingWalk
from tablebook.ui.dialogs.receive_words import WAYS, ReceiveWords
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.label import IconLine, Panel, Rule
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.text.legend import Legend, two_texts
from tablebook.ui.text.side_by_side import SideBySide
from tablebook.ui.theme import theme

WORDS, SIDES = "words", "sides"


class ReceiveParts(Panel):
    """What the screen is made of; what it does is :class:`ReceiveScreen`'s."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.desk, self.key = desk, key
        self.head = ReceiveHead(desk, key)
        self.words = ReceiveWords(desk.state, key)
        self.side = ReceiveSide()
        self.sides = SideBySide(connected=False)
        self.way = Segmented(WAYS, name="How their words come in")
        self.way_drop = DropDown(WAYS, name="How their words come in")
        self.keys = KeyLine()
        self.strip = FindingStrip()
        self.walk = FindingWalk(self.side, self.strip, self.sides)
        self.view = Segmented([(WORDS, "Their words"), (SIDES, "Compare")], name="View")
        self.line = IconLine("info", "", "secondary", wrap=True)
        self.refused = Check("Record that a paper was refused")
        self.discard = Button("Discard", "trash-2", kind="danger", size=36)
        self.print = Button("Print compare", "printer", size=36)
        self.record = Button("Record", "check", kind="primary", key="Ctrl+Enter", size=36)
        self.more = Button("", "ellipsis", kind="ghost", size=36)
        self.legend = Legend(two_texts(desk.state.them, findings=False))
        self._narrow = self._more = False
        self._place_parts()
        self.measure()

    def _place_parts(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.words)
        self.stack.addWidget(self.sides)
        self.bar = Panel("window")
        lines = space(QVBoxLayout(self.bar), (16, 6, 16, 6), 6)
        bar = self.bar_line = space(QHBoxLayout(), spacing=12)
        self.key_line = space(QHBoxLayout(), spacing=12)
        lines.addLayout(self.key_line)
        lines.addLayout(bar)
        bar.addWidget(self.way)
        bar.addWidget(self.way_drop)
        bar.addStretch(1)
        bar.addWidget(self.sides.controls)
        bar.addWidget(self.view)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Rule())
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        column.addWidget(self.legend)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for part, stretch in ((self.side, 0), (Rule(vertical=True), 0), (centre, 1)):
            middle.addWidget(part, stretch)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(Rule())
        whole.addLayout(middle, 1)
        whole.addWidget(Rule())
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = Panel("panel")
        row = space(QHBoxLayout(foot), (20, 12, 24, 12), 12)
        row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        self.more.setAccessibleName("More about recording")
        self.more.clicked.connect(self._show_more)
        for part in (self.refused, self.more, self.discard, self.print, self.record):
            row.addWidget(part)
        return foot

    def _show_more(self) -> None:
        """Where there is no room: what is seldom used comes and goes with the three dots."""
        self._more = not self._more
        self.measure()

    def show_keys(self, keys: Sequence[Key]) -> None:
        """What their marks mean, in the place of the ways in which words come in; and the legend that goes with it."""
        self.keys.show_keys(keys)
        self._renew_bar()

    def _renew_bar(self) -> None:
        keyed = self.keys.tells
        comparing = self.stack.currentWidget() is self.sides
        self.bar.setVisible(not self._narrow or self._more or not comparing)
        self.keys.setVisible(keyed)
        self.way.setVisible(not self._narrow and not keyed)
        self.way_drop.setVisible(self._narrow and not keyed)
        self._place_keys()
        self.legend.set_entries(two_texts(self.desk.state.them, findings=keyed))

    def _place_keys(self) -> None:
        """In the bar where there is room beside the rest, else in a line of its own."""
        beside = (self.sides.controls, self.view)
        need = sum(part.sizeHint().width() for part in (self.keys, *beside)) + theme().px(80)
        room = self.width() - (0 if self._narrow else self.side.width())
        line = self.bar_line if need <= room else self.key_line
        if line.indexOf(self.keys) < 0:
            for other in (self.bar_line, self.key_line):
                other.removeWidget(self.keys)
            line.insertWidget(0, self.keys, 0, Qt.AlignmentFlag.AlignLeft)

    def measure(self) -> None:
        """Give the two texts the room where it is short."""
        effective = self.width() / theme().scale
        self._narrow = narrow = effective < 1000
        self.side.setFixedWidth(theme().px(400 if effective >= 1400 else 316))
        self.side.setVisible(not narrow)
        self.legend.setVisible(not narrow)
        for part in (self.print, self.refused):
            part.setVisible(not narrow or self._more)
        self.line.setVisible(not narrow or not self._more)
        self.more.setVisible(narrow)
        self.record.set_key_shown(True)
        self.sides.controls.fold.setVisible(effective >= 1400)
        self.strip.set_narrow(narrow)
        self.head.set_narrow(narrow)
        self._renew_bar()
