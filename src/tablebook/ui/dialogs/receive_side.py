"""The left of the receive screen: what to look at first, then every change by section, then the file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from tablebook.domain.cautions import Caution
from tablebook.jobs.findings.became import short
from tablebook.redline.marks import Change
from tablebook.ui.dialogs.receive_findings import CardWords
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.finding import FindingCard
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme

MOST = 200


def change_words(change: Change) -> str:
    """A change in short: "twenty-two (22) to twenty-four (24)", "new: ...", "struck: ..."."""
    old, new = short(change.old), short(change.new)
    if change.kind == "move":
        return f"Moved: {new or old}"
    if old and new:
        return f"{old} to {new}"
    return f"New: {new}" if new else f"Struck: {old}"


class ChangeRow(QAbstractButton):
    """One change: what, and in which section. Pressing it goes there."""

    ring_radius = 4

    def __init__(self, words: str, section: str, old: str, new: str, *, confirmed: bool = False) -> None:
        super().__init__()
        self.words, self.section, self.confirmed = words, section, confirmed
        self.setAccessibleName(f"{words}, {section}{', marked by them' if confirmed else ''}")
        self.setToolTip(f"{old} → {new}" if old and new else new or old)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().px(200), theme().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Check, words, section at the right."""
        px, painter = theme().px, QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            box(painter, rect, px(4), "hover")
        paint_icon(painter, QRectF(0, 0, px(16), rect.height()), "check", "ta" if self.confirmed else "secondary")
        right = text_width(self.section, "small_tabular") + px(8)
        room = rect.width() - px(26) - right
        said = theme().metrics("body").elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        line_of_text(painter, rect.adjusted(px(26), 0, 0, 0), said, "body", "text")
        align = Qt.AlignmentFlag.AlignRight
        line_of_text(painter, rect.adjusted(0, 0, -px(2), 0), self.section, "small_tabular", "tertiary", align)
        painter.end()


class ReceiveSide(Panel):
    """`chosen` gives the position of a change in the list, `place_asked` a finding that is to be shown on the page,
    `acted` the card whose way forward is taken; `left_file` says that the file was the wrong one."""

    chosen = Signal(int)
    place_asked = Signal(object)
    acted = Signal(object)
    left_file = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.first = Label("Look at these first", "body_strong")
        self.words: tuple[CardWords, ...] = ()
        self.cards: list[FindingCard] = []
        self._shown: tuple[Sequence[Change], Sequence[Caution]] | None = None
        self.changed = Label("", "body_strong")
        self.rows: list[ChangeRow] = []
        self.card_column = space(QVBoxLayout(), spacing=8)
        self.list = space(QVBoxLayout(), spacing=0)
        self.file = IconLine("file-text", "", "secondary", "small", "secondary", wrap=True)
        self.left_out = IconLine("info", "", "attention", "small", "secondary", wrap=True)
        self.drop_file = Button("Leave the file out", "x", kind="ghost", size=28)
        self.drop_file.clicked.connect(self.left_file)
        self._build()
        self.show_found((), (), ())
        self.show_file("")

    def _build(self) -> None:
        inside = QWidget()
        column = space(QVBoxLayout(inside), (20, 14, 20, 14), 8)
        column.addWidget(self.first)
        column.addLayout(self.card_column)
        column.addWidget(self.changed)
        column.addLayout(self.list)
        column.addWidget(self.left_out)
        column.addStretch(1)
        self.foot = QWidget()
        kept = space(QVBoxLayout(self.foot), (20, 8, 20, 10), 2)
        kept.addWidget(self.file)
        kept.addWidget(self.drop_file, 0, Qt.AlignmentFlag.AlignLeft)
        self.rule = Rule()
        self.area = ScrollArea(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.rule)
        whole.addWidget(self.foot)

    def show_found(self, words: Sequence[CardWords], changes: Sequence[Change], marked: Sequence[Caution]) -> None:
        """What was found in the text: the cards, then what they marked, or every change where nothing is known of
        their marks."""
        if tuple(words) != self.words:
            self.words = tuple(words)
            _emptied(self.card_column, self.cards)
            self.cards = [self._card(one) for one in self.words]
        self.first.setVisible(bool(self.words))
        if self._shown == (changes, marked):
            return
        self._shown = (changes, marked)
        _emptied(self.list, self.rows)
        self.rows = self._marked_rows(marked) if marked else self._change_rows(changes)
        for row in self.rows:
            self.list.addWidget(row)
        count = len(marked or changes)
        more = f", the first {MOST} here" if count > MOST else ""
        title = "Marked by them, and confirmed" if marked else "Every change, word by word"
        self.changed.setText(f"{title}{more}" if count else "")
        self.changed.setVisible(bool(count))

    def _card(self, words: CardWords) -> FindingCard:
        places = [one for one in words.places if one.block >= 0]
        show = "Show" if len(places) == 1 else f"Show 1 of {len(places)}" if places else ""
        card = FindingCard(words.title, words.text, words.icon, words.tone, show, words.way, words.way_icon)
        card.shown.connect(lambda: self.place_asked.emit(words))
        card.answered.connect(lambda: self.acted.emit(words))
        self.card_column.addWidget(card)
        return card

    def select(self, words: CardWords | None, number: int = 0) -> None:
        """Outline the card of the finding that is looked at, and say which of its places comes next."""
        for one, card in zip(self.words, self.cards, strict=True):
            card.set_selected(one is words)
            count = sum(place.block >= 0 for place in one.places)
            if count > 1:
                card.show_button.set_words(f"Show {number + 1 if one is words else 1} of {count}")
            if one is words:
                self.area.ensureWidgetVisible(card)

    def _marked_rows(self, marked: Sequence[Caution]) -> list[ChangeRow]:
        rows = []
        for one in marked[:MOST]:
            row = ChangeRow(one.sentence, one.place, one.old, one.new, confirmed=True)
            row.clicked.connect(lambda _=False, one=one: self.place_asked.emit(one))
            rows.append(row)
        return rows

    def _change_rows(self, changes: Sequence[Change]) -> list[ChangeRow]:
        rows = []
        for at, change in enumerate(changes[:MOST]):
            row = ChangeRow(change_words(change), change.section, change.old, change.new)
            row.clicked.connect(lambda _=False, at=at: self.chosen.emit(at))
            rows.append(row)
        return rows

    def show_file(self, words: str, left_out: Sequence[str] = ()) -> None:
        """What is kept with the entry, and what its reading could not take in."""
        self.file.set_line("file-text", words, "secondary", "secondary")
        for part in (self.file, self.drop_file, self.rule, self.foot):
            part.setVisible(bool(words))
        self.left_out.set_line("info", " ".join(left_out), "attention", "secondary")
        self.left_out.setVisible(bool(left_out))


def _emptied(layout: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    for widget in widgets:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
