"""The review of an outline: what was read, what is in doubt, and every way to put it right, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.documents.reading import Reading
from tablebook.domain.contract import UnitKind
from tablebook.domain.phrases import listed
from tablebook.ui import words
from tablebook.ui.kit.announce import announce
from tablebook.ui.kit.banner import Banner
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.chip import Chip, ChipLook
from tablebook.ui.kit.label import Label, Panel, Rule
from tablebook.ui.kit.spacing import space
from tablebook.ui.outline.acts import Acts
from tablebook.ui.outline.centre import Centre
from tablebook.ui.outline.doubt_cards import DoubtCards
from tablebook.ui.outline.doubt_panel import DoubtPanel
from tablebook.ui.outline.list_pane import ListPane
from tablebook.ui.outline.parties import parties_of
from tablebook.ui.outline.rows import OutlineRow
from tablebook.ui.outline.steps import Stand, Steps
from tablebook.ui.outline.ways import Way, way_of
from tablebook.ui.outline.who_row import WhoRow
from tablebook.ui.outline.wishes import proposed, wish_for, wishes_of
from tablebook.ui.theme import theme

WIDE, NARROW = 1280, 1000


class Review(QWidget):
    """Shows one moment of the steps; `Acts` takes them. `stepped` after each step, also one back or forward."""

    made = Signal()
    left = Signal()
    other_asked = Signal()
    private_asked = Signal()
    stepped = Signal()

    def __init__(self, reading: Reading, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.steps = Steps(Stand(reading, _first(reading)), self.stepped.emit)
        self.doubt_at = 0
        self._looked = (-1, -1)  # unit and block of the row that was chosen last
        self._went = False
        self.title = Label("Check the outline", "title")
        self.told = Label("", "body", "secondary", wrap=True)
        self.chip = Chip("", "circle-check", "ta")
        self.private = Button("Private", "eye-off", "private", key="F9")
        self.banner = Banner("", "", "history", "neutral", "Start afresh")
        self.list = ListPane()
        self.centre = Centre(path, reading.pages or 0)
        self.panel = DoubtPanel()
        self.cards = DoubtCards()
        self.who = WhoRow(parties_of(reading))
        self.acts = Acts(self)
        self._lay_out()
        self._connect()
        self.renew()

    def _lay_out(self) -> None:
        head = Panel("window")
        row = space(QHBoxLayout(head), (24, 12, 24, 12), 16)
        said = space(QVBoxLayout(), spacing=2)
        said.addWidget(self.title)
        said.addWidget(self.told)
        row.addLayout(said, 1)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.private, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rules = [Rule(vertical=True), Rule(vertical=True)]
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Rule())
        column.addWidget(self.banner)
        self.banner.hide()
        column.addLayout(self._row, 1)
        column.addWidget(Rule())
        column.addWidget(self.who)
        for part in (self.list, self.panel, self.cards, *self._rules, self.centre):
            part.setParent(self)
        self._form = ""
        self._place()

    def _connect(self) -> None:
        self.list.tree.moved.connect(self._moved)
        self.list.tree.taken.connect(self.acts.take)
        self.list.changed.connect(self.renew)
        self.centre.words.taken.connect(self.acts.take)
        self.centre.cell_typed.connect(self.acts.set_cell)
        self.centre.left.connect(self.list.tree.setFocus)
        self.centre.chosen.connect(self._on_mark)
        self.panel.taken.connect(self.acts.take)
        self.panel.left.connect(self.acts.leave)
        self.panel.next_asked.connect(lambda: self.go_doubt(1))
        self.panel.asked.connect(self.acts.run)
        self.cards.looked.connect(self._on_mark)
        self.cards.taken.connect(lambda at: self._on_card(at, self.acts.take))
        self.cards.left.connect(lambda at: self._on_card(at, self.acts.leave))
        self.cards.type_asked.connect(lambda at: self._on_card(at, self.acts.type))
        self.centre.taken.connect(self.acts.take)
        self.private.clicked.connect(self.private_asked)
        self.who.made.connect(self._make)
        self.who.other_asked.connect(self.other_asked)
        theme().changed.connect(self._place)

    # What is looked at

    @property
    def stand(self) -> Stand:
        """The present moment of the work."""
        return self.steps.now

    @property
    def way(self) -> Way | None:
        """What is proposed for the doubt that is looked at."""
        doubts = self.stand.doubts
        return way_of(self.stand, doubts[self.doubt_at]) if doubts else None

    @property
    def block(self) -> int:
        """The block of the section that is looked at; -1 where the whole unit is."""
        position, block = self._looked
        return block if position == self.stand.chosen else -1

    def row(self) -> OutlineRow | None:
        """The row of the outline that the acts are about."""
        return self.list.tree.row

    def renew(self) -> None:
        """Show the present moment."""
        stand = self.stand
        doubts = stand.doubts
        self.doubt_at = max(0, min(self.doubt_at, len(doubts) - 1))
        way = self.way
        self._tell(stand, len(doubts))
        self.list.show_stand(stand, way, self.block)
        self._show_words(self.block)
        self._show_doubt()

    def _show_doubt(self) -> None:
        """The doubt that is shown, in whichever form there is room for."""
        stand, way = self.stand, self.way
        doubts = stand.doubts
        if way is not None:
            self.panel.show_doubt(doubts[self.doubt_at], self.doubt_at, len(doubts), way)
        else:
            self.panel.show_none()
        strip = f"{doubts[self.doubt_at].message} {way.words}." if way is not None and self._form == "narrow" else ""
        self.centre.show_strip(strip, way.verb if way is not None else "")
        if self._form == "folded":
            self.cards.show_doubts([(doubt, way_of(stand, doubt)) for doubt in doubts], self.doubt_at)

    def _tell(self, stand: Stand, doubts: int) -> None:
        units = stand.reading.articles
        kinds = {kind: sum(1 for unit in units if unit.kind is kind) for kind in UnitKind}
        sections = sum(len(unit.sections) for unit in units)
        parts = [words.count(kinds[UnitKind.ARTICLE], "article"), words.count(sections, "section")]
        parts += [words.count(kinds[UnitKind.APPENDIX], "appendix", "appendices")] * bool(kinds[UnitKind.APPENDIX])
        parts += [words.count(kinds[UnitKind.MOU], "MOU")] * bool(kinds[UnitKind.MOU])
        pages = f", {words.count(stand.reading.pages, 'page')}" if stand.reading.pages else ""
        read = listed(parts)
        doubt = f"{words.count(doubts, 'place')} in doubt." if doubts else "Nothing is in doubt."
        self.told.setText(f"{self.path.name}{pages}. {read} were read. {doubt}")
        clear = len(units) - len({stand.position_of(one) for one in stand.doubts} - {-1})
        self.chip.set_look(ChipLook(f"{clear} of {len(units)} parts without doubt", "circle-check", "ta"))

    def _show_words(self, line: int = -1) -> None:
        stand = self.stand
        way = self.way
        here = way if way is not None and way.position == stand.chosen else None
        self.centre.show_unit(stand.reading, stand.chosen, here, line)
        self._show_page()

    def _show_page(self) -> None:
        """The page of the doubt, where the row that is looked at is the doubt's; else the page of the row."""
        stand, way = self.stand, self.way
        wishes = wishes_of(stand)
        focus = wish_for(stand.reading, stand.chosen, self.block)
        if way is not None and self._row_is_in_doubt():
            focus = proposed(stand, way, wishes[self.doubt_at])
        self.centre.type_box.keep_to(focus.page)
        self.centre.page.show_place(focus, wishes)

    def _row_is_in_doubt(self) -> bool:
        doubt = self.stand.doubts[self.doubt_at]
        at = self.stand.position_of(doubt)
        here = self.on_doubt() if at >= 0 else self._went
        return here and self.block in (-1, doubt.block)

    def _moved(self, row: OutlineRow) -> None:
        if row.kind == "fold":
            return
        self._went = False
        self._looked = (row.position, row.block)
        self.steps.choose(row.position)
        self._take_doubt_of(row)
        self.list.mark(row.position)
        self._show_words(row.block)

    def _take_doubt_of(self, row: OutlineRow) -> None:
        """The doubt of the row that is looked at is the one shown, so that Enter never acts on another place."""
        doubts = self.stand.doubts
        here = [at for at, doubt in enumerate(doubts) if self.stand.position_of(doubt) == row.position]
        exact = [at for at in here if doubts[at].block == row.block]
        wanted = (exact or here or [self.doubt_at])[0]
        if wanted != self.doubt_at:
            self.doubt_at = wanted
            self._show_doubt()

    def on_doubt(self) -> bool:
        """Whether the unit that is looked at is the one the shown doubt, or its proposal, is about."""
        doubts, way = self.stand.doubts, self.way
        if way is None:
            return False
        return self.stand.chosen in (way.position, self.stand.position_of(doubts[self.doubt_at]))

    def go_doubt(self, step: int) -> None:
        """The next or previous doubt, with its row chosen and its page in sight. Where the one that is shown is not
        looked at, as after a step that settled the one before it, that one is the next."""
        doubts = self.stand.doubts
        if not doubts:
            return
        self.doubt_at = min(self.doubt_at, len(doubts) - 1)
        if step > 0 and not self._row_is_in_doubt():
            step = 0
        self.doubt_at = (self.doubt_at + step) % len(doubts)
        self._went = True
        doubt, way = doubts[self.doubt_at], self.way
        at = self.stand.position_of(doubt)
        if way is not None and (way.act == "split" or at < 0):
            at = way.position
        self.steps.choose(at)
        self._looked = (at, doubt.block if at == self.stand.position_of(doubt) else -1)
        self.renew()
        announce(self, f"Doubt {self.doubt_at + 1} of {len(doubts)}: {doubt.message}")

    def _on_mark(self, at: int) -> None:
        self.doubt_at = at
        self.go_doubt(0)

    def _on_card(self, at: int, act: Callable[[], object]) -> None:
        self._on_mark(at)
        act()

    def say(self, sentence: str) -> None:
        """What was done, or why it was not."""
        self.panel.say(sentence)
        if self._form != "wide":
            self.who.say(sentence)
        announce(self, sentence)

    def tell(self, head: str, text: str, act: str = "") -> None:
        """Something about the corrections that were kept, until the next step."""
        self.banner.set_words(head, text)
        self.banner.button.setVisible(bool(act))
        self.banner.show()
        announce(self, f"{head} {text}")

    def start(self) -> None:
        """Put the keyboard on the first doubt."""
        self.go_doubt(0)
        self.list.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        if missing := self.who.missing():
            self.who.say(missing, wrong=True)
            announce(self, missing)
        else:
            self.made.emit()

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px = theme().px
        effective = self.width() / theme().scale
        form = "wide" if effective >= WIDE else "folded" if effective >= NARROW else "narrow"
        side, cards, right = px(346), px(330 if form == "folded" else 300), px(276)
        self.list.setFixedWidth(side if form == "wide" else right if form == "folded" else px(280))
        self.panel.setFixedWidth(px(352))
        self.cards.setFixedWidth(cards)
        if form == self._form:
            return
        self._form = form
        while self._row.count():
            self._row.takeAt(0)
        order: tuple[QWidget, ...] = {
            "wide": (self.list, self._rules[0], self.centre, self._rules[1], self.panel),
            "folded": (self.cards, self._rules[0], self.centre, self._rules[1], self.list),
            "narrow": (self.list, self._rules[0], self.centre),
        }[form]
        for part in order:
            self._row.addWidget(part, 1 if part is self.centre else 0)
        for each in (self.list, self.panel, self.cards, *self._rules, self.centre):
            each.setVisible(each in order)
        self.title.setText("Check the outline" if form == "wide" else "Check the contract")
        self.who.other.setVisible(form != "narrow")
        self.who.set_narrow(form == "narrow")
        if hasattr(self, "acts"):
            self.renew()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keys of the review that the window also knows are ours while it is shown."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.acts.knows(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no field wanted."""
        if not self.acts.press(event):
            super().keyPressEvent(event)


def _first(reading: Reading) -> int:
    """The first unit that is not the preamble."""
    return next((at for at, unit in enumerate(reading.articles) if unit.kind is not UnitKind.PREAMBLE), 0)
