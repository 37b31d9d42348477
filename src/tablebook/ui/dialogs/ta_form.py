"""The left of the TA dialog: the text, its sections, as passed or as amended here, and what is printed on the sheet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.codes import SignedHow
from tablebook.domain.negotiation import Pass
from tablebook.domain.record import Agreed
from tablebook.domain.text import short_code
from tablebook.domain.values import AgreedText, EntryId, PenEdit
from tablebook.jobs.sheets.wording import day_or_words
from tablebook.redline.marks import MarkedBlock
from tablebook.ui.delegates.wrapped import paint_wrapped
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.pass_form import fix_width, row
from tablebook.ui.dialogs.pick_many import PickMany
from tablebook.ui.dialogs.ta_draft import PACKAGE, agreed_marks, open_places, texts_to_agree
from tablebook.ui.dialogs.ta_edits import PenEdits
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.choice import Check, Radio
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.text.redline_page import RedlinePage
from tablebook.ui.theme import theme

RATIFICATION = "ratification by the membership and approval by the Board"
ALL_ARTICLES = "binds only with agreement on all articles"
HOW = [(SignedHow.SHEET.value, "TA sheet"), (SignedHow.INITIALS.value, "Initials on it"),
       (SignedHow.EMAIL.value, "E-mail, /s/")]  # fmt: skip


TYPE_EDIT = (
    "Type the words that are struck as they stand in the text, then the words written in their place. Here stands what "
    "the pen changed."
)


class JointPage(RedlinePage):
    """The paragraphs that pen changed, as high as a few lines; before there are any, what to do."""

    def __init__(self) -> None:
        super().__init__("page")
        self.setAccessibleName("The joint text")
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(theme().px(150))

    def sizeHint(self) -> QSize:
        """Wide as there is room."""
        return QSize(theme().px(300), theme().px(150))

    def paint_over(self, painter: QPainter) -> None:
        """An empty page would be a riddle."""
        super().paint_over(painter)
        if not self.rows:
            side = theme().px(16)
            paint_wrapped(painter, QRectF(self.viewport().rect()).adjusted(side, side, -side, -side), TYPE_EDIT, "body",
                          "secondary")  # fmt: skip


class AgreedPage(RedlinePage):
    """The words that are agreed, in whatever room is left; the rest by scrolling."""

    def __init__(self) -> None:
        super().__init__("page")
        self.setAccessibleName("The agreed text against the contract")
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setMinimumHeight(theme().px(140))

    def sizeHint(self) -> QSize:
        """Wide as there is room, and never what makes the dialog high."""
        return QSize(theme().px(300), theme().px(140))


class TaForm(QWidget):
    """`changed` whenever the TA would read otherwise."""

    changed = Signal()

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self.desk, self.key = desk, key
        self.text = DropDown(texts_to_agree(desk.state, key, desk.now()), name="Text agreed")
        self.places = PickMany([], "None", "Sections")
        self.how = Segmented(HOW, name="How it is signed")
        self.as_passed, self.as_amended = Radio("As passed", on=True), Radio("As amended here")
        self._one_of = QButtonGroup(self)
        self._one_of.addButton(self.as_passed)
        self._one_of.addButton(self.as_amended)
        self.passed_words, self.amended_words = Label("", "small", "secondary"), Label("", "small", "secondary")
        self.edits = PenEdits(desk.state)
        self.edit_error = Label("", "small", "problem", wrap=True)
        self.page, self.agreed = JointPage(), AgreedPage()
        self.label = Field("Label")
        self.effective = Field("Effective", placeholder="No date")
        self.conditions = Field("Conditions", placeholder="None")
        self.ratification = Check(f"Subject to {RATIFICATION}", on=True)
        self.all_articles = Check(ALL_ARTICLES[:1].upper() + ALL_ARTICLES[1:], on=True)
        self.readback = Field("Read against the paper by", hint="the two sets of initials differ in number")
        self.leftover_on = Check("Record the total TA with it")
        self.leftover = Field("", name="The line that closes the rest")
        self._build()
        self._connect()
        self._show_text()

    def _build(self) -> None:
        fix_width(self.places, 168)
        fix_width(self.label, 120)
        fix_width(self.effective, 150)
        column = space(QVBoxLayout(self), spacing=12)
        column.addLayout(row(Titled("Text agreed", self.text), Titled("Sections", self.places),
                             Titled("How it is signed", self.how)))  # fmt: skip
        self.choice = QWidget()
        choice = QHBoxLayout(self.choice)
        choice.setContentsMargins(0, 0, 0, 0)
        self.cards = []
        for radio, words in ((self.as_passed, self.passed_words), (self.as_amended, self.amended_words)):
            card = Card(margins=(12, 8, 12, 10), spacing=2)
            card.body.addWidget(radio)
            card.body.addWidget(words)
            choice.addWidget(card, 1)
            self.cards.append(card)
        self.amending = QWidget()
        inside = space(QVBoxLayout(self.amending), spacing=8)
        for part in (self.edits, self.edit_error, self.page, self.readback):
            inside.addWidget(part)
        self.total = Card(margins=(14, 10, 14, 12), spacing=6)
        self.total.body.addWidget(Label("With this one everything is settled. One line closes the rest", "body_bold",
                                        wrap=True))  # fmt: skip
        self.total.body.addWidget(self.leftover)
        self.total.body.addWidget(self.leftover_on)
        column.addWidget(self.choice)
        column.addWidget(self.agreed, 1)
        column.addWidget(self.amending)
        column.addLayout(row(self.label, self.effective, self.conditions, stretch=2))
        printed = Titled("Printed on the sheet", self.ratification)
        column.addWidget(printed)
        column.addWidget(self.all_articles)
        column.addWidget(self.total)
        self.rest = QWidget()
        column.addWidget(self.rest, 1)
        self.total.hide()
        self.readback.hide()
        self.edit_error.hide()

    def _connect(self) -> None:
        self.text.changed.connect(self._show_text)
        self.as_amended.toggled.connect(self._choose)
        for one in (self.places.changed, self.how.changed, self.edits.changed):
            one.connect(self.changed)
        for check in (self.ratification, self.all_articles, self.leftover_on):
            check.toggled.connect(self.changed)
        for field in (self.label, self.effective, self.conditions, self.readback, self.leftover):
            field.changed.connect(self.changed)
        self._show_choice()

    @property
    def package(self) -> str:
        """The label of the package that is accepted whole, or ""."""
        return self.text.value.removeprefix(PACKAGE) if self.text.value.startswith(PACKAGE) else ""

    @property
    def conditions_said(self) -> str:
        """What the TA depends on; "None" where the condition of the offer was taken out."""
        typed, one = self.conditions.text(), self.accepted
        return typed or ("None" if one is not None and one.body.conditions else "")

    @property
    def accepted(self) -> Pass | None:
        """The pass that is agreed."""
        return self.desk.state.passes.get(EntryId(self.text.value))

    @property
    def amended(self) -> bool:
        """Whether pen changed the text at signing."""
        return self.as_amended.isChecked() and not self.package

    @property
    def pen(self) -> tuple[PenEdit, ...]:
        """The edits that count."""
        return self.edits.edits if self.amended else ()

    @property
    def subject_to(self) -> str:
        """The words printed after "subject to"."""
        said = [RATIFICATION] if self.ratification.isChecked() else []
        return "; ".join([*said, ALL_ARTICLES] if self.all_articles.isChecked() else said)

    def _show_text(self, _value: str = "") -> None:
        one = self.accepted
        self.places.clear()
        if one is not None:
            for place in one.places:
                self.places.add(place or "", place or "All of it", place or "all")
            self.places.set_values(open_places(self.desk.state, one))
            effective = one.body.effective
            if effective and not self.effective.edit.isModified():
                self.effective.set_text(day_or_words(effective))
            if not self.conditions.edit.isModified():
                self.conditions.set_text(one.body.conditions)
        self.places.setEnabled(one is not None)
        self.choice.setVisible(not self.package)
        self._show_choice()

    def _choose(self, amended: bool) -> None:
        self._show_choice()
        if amended:
            self.edits.rows[0].old.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choice(self) -> None:
        self.amending.setVisible(self.amended)
        reading = not self.amended and not self.package
        self.agreed.setVisible(reading)
        self.rest.setVisible(not reading)
        for card, radio in zip(self.cards, (self.as_passed, self.as_amended), strict=True):
            on = radio.isChecked()
            card.set_outline("ink" if on else "strong", 1.5 if on else 1)
        self.changed.emit()

    def show_agreed(self, plain: AgreedText, joint: AgreedText | None, marks: tuple[MarkedBlock, ...]) -> None:
        """Say which words are bound: their fingerprints, and what pen changed."""
        label = plain.accepted.label
        self.passed_words.setText(f"{label}, word for word. {short_code(plain.fingerprint)}")
        count = len(self.pen)
        words = f"{count} pen edit{'' if count == 1 else 's'} make{'s' if count == 1 else ''} a new joint text"
        code = f", {short_code(joint.fingerprint)}" if joint is not None and count else ""
        self.amended_words.setText(f"{words}{code}" if count else "Pen edits make a new joint text")
        self.page.show_blocks(marks)
        if not marks:
            self.page.setAccessibleDescription(TYPE_EDIT)
        if self.accepted is not None:
            self.agreed.show_blocks(agreed_marks(self.desk.state, self.accepted, self.places.values))
        self.readback.setVisible(self.amended and self.edits.uneven())

    def show_label(self, body: Agreed) -> None:
        """The label as proposed, as long as nobody typed another."""
        if not self.label.edit.isModified():
            self.label.edit.setText(body.label)
            self.label.edit.setModified(False)

    def refuse_edit(self, sentence: str) -> None:
        """Say why an edit cannot be made; "" when all can."""
        self.edit_error.setText(sentence)
        self.edit_error.setVisible(bool(sentence))
