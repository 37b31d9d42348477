"""Plain words beside each TA, for members: the English, its translations, and what was signed beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.ready_line import ReadyLine
from tablebook.jobs.make_packet import chosen_packet
from tablebook.jobs.packet_words import translate_summary, write_summary
from tablebook.reports.packet.sheet import OwnWords, PacketSheet, PacketText
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.pass_form import row
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.label import IconLine, Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.ratify.record_dialog import RecordDialog, even
from tablebook.ui.text.redline_page import RedlinePage

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

ENGLISH = "en"
LANGUAGES = (
    (ENGLISH, "English"),
    ("es", "Spanish"),
    ("zh", "Chinese"),
    ("vi", "Vietnamese"),
    ("tl", "Tagalog"),
    ("ar", "Arabic"),
    ("fr", "French"),
    ("ht", "Haitian Creole"),
    ("ko", "Korean"),
    ("pt", "Portuguese"),
    ("ru", "Russian"),
    ("so", "Somali"),
)
"""Languages that words may be written in. The packet's own headings ship in English and Spanish."""


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Open it on the TA that the line is about, in the language that is old."""
    _open(stage, line.agreement, line.old or ENGLISH)


def show(stage: Ratify) -> None:
    """Open it on the first TA without words."""
    _open(stage, "", ENGLISH)


def _open(stage: Ratify, ta: str, language: str) -> None:
    def there(sheet: Any) -> None:
        if sheet.texts:
            PlainWordsDialog(stage.desk, sheet, ta, language, stage.window()).open()

    stage.desk.bridge.run(chosen_packet, then=there)


class PlainWordsDialog(RecordDialog):
    """One TA at a time. Keeping its words goes on to the next that has none."""

    def __init__(self, desk: Desk, sheet: PacketSheet, ta: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            "Plain words",
            "What changes, as a member would say it. It stands in the packet beside the signed text.",
            parent=parent,
        )
        self.texts: dict[str, list[PacketText]] = {}
        for text in sheet.texts:
            self.texts.setdefault(text.label, []).append(text)
        self.kept: dict[tuple[str, str], str] = {}
        self.ta = DropDown([], name="TA")
        self.language = DropDown(LANGUAGES, language, name="Language")
        self.state_line = IconLine("info", "", "secondary", "small", "secondary", wrap=True)
        self.english = Label("", "contract", "secondary", wrap=True)
        self.words = TextField("Plain words", lines=6)
        self.translator, self.reviewer = Field("Translated by"), Field("Checked by")
        self.by = Field("Written by")
        self.body.addLayout(row(Titled("TA", self.ta), Titled("Language", self.language), stretch=0))
        for part in (self.state_line, self.english, self.words):
            self.body.addWidget(part)
        self.body.addLayout(even(self.by, self.translator, self.reviewer))
        self.redline = RedlinePage()
        beside = QWidget()
        column = space(QVBoxLayout(beside), spacing=6)
        column.addWidget(Label("As it was signed", "body_bold"))
        column.addWidget(self.redline, 1)
        self.redline.setMinimumHeight(280)
        self.set_side(beside, 470)
        self._name(ta or self._next(""))
        self.ta.changed.connect(self._load)
        self.language.changed.connect(self._load)
        self.words.changed.connect(self.check)
        self.translator.changed.connect(self.check)
        self.ready("Keep the words")
        self._load()

    def _own(self, ta: str) -> OwnWords:
        return self.texts[ta][0].plain

    def _written(self, ta: str, language: str) -> tuple[str, bool]:
        """The words on record and whether they are old."""
        if (ta, language) in self.kept:
            return self.kept[ta, language], False
        own = self._own(ta)
        if language == ENGLISH:
            return own.text, own.stale
        found = own.translated(language)
        return (found.text, found.stale) if found else ("", False)

    def _next(self, after: str) -> str:
        """The next TA without words, or with old ones, in the language; the first of all where there is none."""
        labels = list(self.texts)
        start = labels.index(after) + 1 if after in labels else 0
        for label in (*labels[start:], *labels[:start]):
            text, old = self._written(label, self.language.value)
            if not text or old:
                return label
        return labels[start % len(labels)]

    def _name(self, chosen: str) -> None:
        names = []
        for label, texts in self.texts.items():
            text, old = self._written(label, self.language.value)
            state = "" if text and not old else ", old words" if text else ", no words"
            names.append((label, f"{label}, {texts[0].title or texts[0].name}{state}"))
        self.ta.set_choices(names, chosen)

    def _load(self, *_: object) -> None:
        ta, language = self.ta.value, self.language.value
        self._name(ta)
        text, old = self._written(ta, language)
        english = self._written(ta, ENGLISH)[0]
        own = self._own(ta)
        found = own.translated(language)
        foreign = language != ENGLISH
        self.words.set_text(text)
        self.by.set_text(own.by)
        self.translator.set_text(found.translator if found else "")
        self.reviewer.set_text(found.reviewer if found else "")
        self.english.setText(english)
        self.english.setVisible(foreign and bool(english))
        self.by.setVisible(not foreign)
        self.translator.setVisible(foreign)
        self.reviewer.setVisible(foreign)
        said = "The text it speaks of changed since it was written." if not foreign else "The English changed since."
        self.state_line.set_line("circle-alert", said, "problem", "text")
        self.state_line.setVisible(old)
        self.redline.show_blocks([block for one in self.texts[ta] for block in one.redline])
        self.check()

    def wrong(self) -> str:
        """What is missing."""
        if not self.words.text():
            return "Write the words."
        if self.language.value != ENGLISH:
            if not self._written(self.ta.value, ENGLISH)[0]:
                return "Write the English words first: a translation stands beside them."
            if not self.translator.text():
                return "Name who translated it."
        return ""

    def told(self) -> str:
        """How many TAs still have no words."""
        left = sum(not self._written(label, self.language.value)[0] for label in self.texts)
        return f"{left} without words in this language." if left else "Every TA has its words."

    def record(self) -> None:
        """Keep these words and go on."""
        ta, language, text = self.ta.value, self.language.value, self.words.text()

        def kept(_: object) -> None:
            self.kept[ta, language] = text
            assert self.main is not None
            self.main.set_working("")
            self._name(self._next(ta))
            self._load()

        if language == ENGLISH:
            self.desk.act(write_summary, ta, text, by=self.by.text(), then=kept, failed=self.refuse)
        else:
            self.desk.act(
                translate_summary,
                ta,
                language,
                text,
                translator=self.translator.text(),
                reviewer=self.reviewer.text(),
                then=kept,
                failed=self.refuse,
            )
