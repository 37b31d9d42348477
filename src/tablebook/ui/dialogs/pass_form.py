"""The fields of a pass: what is printed on the paper, who hands it over, and where else it goes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.codes import PassKind
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.pick_many import PickMany
from tablebook.ui.dialogs.who_box import TimeField, WhoField
from tablebook.ui.folders import ask_folder
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.chip import Chip
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.label import IconLine
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.theme import theme

DRAFT, TYPED, CURRENT, PREPARED = "draft", "typed", "current", "prepared:"
KINDS = (PassKind.PROPOSAL, PassKind.COUNTER, PassKind.FINAL, PassKind.CONCEPT)
NEVER = ("Walk-away limit", "Priority", "Cost", "Rationale", "Caucus notes", "Drafts")


def row(*parts: QWidget, stretch: int = -1, spacing: int = 12) -> QHBoxLayout:
    """Fields beside each other; the one at `stretch` takes the room that is left, else the end does."""
    line = space(QHBoxLayout(), spacing=spacing)
    for at, part in enumerate(parts):
        line.addWidget(part, 1 if at == stretch else 0)
    if stretch < 0:
        line.addStretch(1)
    return line


class _Width(QObject):
    """Keeps one box at its width; lives and dies with it."""

    def __init__(self, widget: QWidget, width: int) -> None:
        super().__init__(widget)
        self._widget, self._width = widget, width
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._widget.setFixedWidth(theme().px(self._width))


def fix_width(widget: QWidget, width: int) -> None:
    """Keep a box at its width of the design, at every text scale."""
    _Width(widget, width)


def answer_choice(state: Negotiation, one: Pass, today: date) -> tuple[str, str, str]:
    """A pass as a choice: "E-3, received 14:31"."""
    verb = "passed" if one.body.party is state.we else "received"
    return one.id, f"{one.body.label}, {verb} {words.moment(one.at, today)}", one.body.label


def private_strip() -> Card:
    """What never leaves, said at the foot of everything that does."""
    card = Card("private_tint", "", (14, 11, 14, 12), 9)
    card.body.addWidget(IconLine("lock", "Stays private. Never in what they receive.", "private", "body_bold"))
    chips = [Chip(name, tone="private_page") for name in NEVER]
    card.body.addLayout(row(*chips, spacing=8))
    return card


class PassForm(QWidget):
    """`changed` whenever the paper would read otherwise."""

    changed = Signal()

    def __init__(self, desk: Desk, key: str, sources: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]):
        super().__init__()
        self.desk, self.key = desk, key
        state, now = desk.state, desk.now()
        theirs = [one for one in reversed(state.passes_on(key)) if one.body.party is not state.we]
        self.label = Field("Label")
        choices = [answer_choice(state, one, now.date()) for one in theirs]
        self.answers = PickMany(choices, "Nothing yet", "Answers")
        self.kind = DropDown([(k.value, words.PASS_KINDS[k].text) for k in KINDS], name="Kind")
        self.source = DropDown(sources, name="Text")
        self.places = PickMany([], "", "Sections")
        self.typed = TextField("Words of the pass", lines=6, placeholder="Type or paste the text as it is to be passed")
        self.by = WhoField("Handed over by", state, state.we)
        self.to = WhoField("to", state, state.them, name="Handed over to")
        session = f"Session {state.open_session}, at" if state.open_session else "At"
        self.at = TimeField(session, now, name="Time")
        self.now = Button("Now", key="Ctrl+T", size=34)
        self.condition = Field("Condition", hint="printed on the paper")
        self.until = Field("Open until", placeholder="No end", name="Open until")
        self.why = Field("Reason for the expiry", hint="needed, and kept")
        self.effective = Field("Effective", placeholder="No date")
        self.channel = DropDown([(c, w.text) for c, w in words.CHANNELS.items()], "table", name="How")
        self.copies = DropDown([(str(n), words.count(n, "copy", "copies") if n else "None") for n in range(11)],
                               _usual_copies(state), name="Copies to print")  # fmt: skip
        self._proposed_copies = self.copies.value
        self.save = Check("PDF to a folder")
        self.folder = ""
        self.others = PickMany([(k, name, name) for k, name in others], "Nothing else", "Also on this paper")
        self.package = Check("As a package, all or nothing")
        self.package_label = Field("Package")
        self._build(bool(others))
        self._connect()

    def _build(self, others: bool) -> None:
        fix_width(self.label, 108)
        fix_width(self.to, 126)
        fix_width(self.by, 126)
        fix_width(self.at, 92)
        fix_width(self.until, 138)
        fix_width(self.package_label, 90)
        fix_width(self.effective, 130)
        column = space(QVBoxLayout(self), spacing=14)
        column.addLayout(row(self.label, Titled("Answers", self.answers), Titled("Kind", self.kind)))
        self.places_box = Titled("Sections", self.places)
        column.addLayout(row(Titled("Text", self.source), self.places_box))
        column.addWidget(self.typed)
        self.others_box = Titled("Also on this paper", self.others)
        column.addLayout(row(self.others_box, self.package, self.package_label))
        for part in (self.others_box, self.package, self.package_label):
            part.setVisible(others)
        column.addLayout(row(self.by, self.to, self.at, Titled(" ", self.now), Titled("How", self.channel), spacing=10))
        column.addWidget(self.condition)
        self.until_row = row(self.until, self.why, self.effective, stretch=1)
        column.addLayout(self.until_row)
        self.copies_box = Titled("Copies to print", self.copies)
        column.addLayout(row(self.copies_box, Titled("Also save", self.save), spacing=26))

    def _connect(self) -> None:
        self.now.setAccessibleName("Stamp the time now")
        for field in (self.label, self.condition, self.until, self.why, self.effective, self.by, self.to, self.at,
                      self.package_label, self.typed):  # fmt: skip
            field.changed.connect(self.changed)
        for box in (self.answers, self.places, self.others):
            box.changed.connect(self.changed)
        for drop in (self.kind, self.source, self.channel):
            drop.changed.connect(self.changed)
        self.package.toggled.connect(self.changed)
        self.until.changed.connect(self._ask_why)
        self.now.clicked.connect(lambda: self.at.stamp(self.desk.now()))
        self.save.clicked.connect(self._ask_folder)
        self._ask_why("")

    def _ask_why(self, typed: str) -> None:
        """An end needs its reason; without one there is nothing to ask."""
        self.why.setEnabled(bool(typed.strip()))

    def _ask_folder(self, on: bool) -> None:
        if not on:
            return
        if chosen := ask_folder(self, "Save the paper in", self.folder):
            self.set_folder(str(chosen), True)
        elif not self.folder:
            self.save.setChecked(False)

    def set_folder(self, folder: str, on: bool) -> None:
        """Name the folder beside the box."""
        self.folder = folder
        name = folder.rstrip("/\\").replace("\\", "/").rpartition("/")[2] or folder
        self.save.words = f"PDF to “{name}”" if folder else "PDF to a folder"
        self.save.setText(self.save.words.replace("&", "&&"))
        self.save.setAccessibleName(self.save.words)
        self.save.setToolTip(folder)
        self.save.updateGeometry()
        self.save.setChecked(on)

    def set_printers(self, names: Sequence[str]) -> None:
        """Say where the copies come out, or that there is no printer: then none are asked for."""
        if not names and self.copies.value == self._proposed_copies:
            self.copies.set_value("0")
        self.copies_box.hint.setText(f"on {names[0]}" if names else "no printer here; save the PDF")
        self.copies_box.hint.show()

    def set_frozen(self, frozen: bool) -> None:
        """A prepared text is fixed: only who, when and how many are still to be said."""
        for field in (self.label, self.condition, self.until, self.why, self.effective, self.package_label):
            field.set_frozen(frozen)
        for box in (self.answers, self.kind, self.places, self.others, self.package):
            box.setEnabled(not frozen)


def _usual_copies(state: Negotiation) -> str:
    """As many as last time."""
    last = next(
        (one for one in reversed(state.passes.values()) if one.body.party is state.we and one.body.copies), None
    )
    return str(min(last.body.copies, 10)) if last else "4"
