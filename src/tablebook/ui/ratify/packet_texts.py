"""The two texts of the packet that the local writes whole: the cover letter and the cost summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tablebook.domain.text import rows_from_text
from tablebook.jobs.packet_words import state_cost, translate_cost, translate_letter, write_letter
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.text_field import TextField
from tablebook.ui.ratify.plain_words import ENGLISH, LANGUAGES
from tablebook.ui.ratify.record_dialog import RecordDialog, even

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify


def letter(stage: Ratify) -> None:
    """Write the cover letter."""
    LetterDialog(stage.desk, stage.window()).open()


def cost(stage: Ratify) -> None:
    """Write what the agreement costs, for everybody to read."""
    CostDialog(stage.desk, stage.window()).open()


class _TextDialog(RecordDialog):
    """Words in one language at a time; a translation names who made it."""

    def __init__(self, desk: Desk, title: str, subtitle: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, subtitle, 860, parent)
        self.language = DropDown(LANGUAGES, ENGLISH, name="Language")
        self.words = TextField("Words", hint="paragraphs parted by an empty line", lines=lines)
        self.translator, self.reviewer = Field("Translated by"), Field("Checked by")
        self.body.addLayout(even(Titled("Language", self.language), self.translator, self.reviewer))
        self.body.addWidget(self.words)
        for box in (self.words, self.translator):
            box.changed.connect(self.check)
        self.language.changed.connect(self._load)

    @property
    def foreign(self) -> bool:
        """Whether a translation is written."""
        return self.language.value != ENGLISH

    def _load(self, *_: object) -> None:
        raise NotImplementedError

    def wrong(self) -> str:
        """What is missing."""
        if not self.words.text():
            return "Write the words."
        return "Name who translated it." if self.foreign and not self.translator.text() else ""


class LetterDialog(_TextDialog):
    """The letter in front of the packet, and who signs it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Cover letter", "It stands in front of the packet.", 12, parent)
        self.signed = WhoField("Signed by", desk.state, desk.state.we)
        self.role = Field("As", self.signed.role())
        self.body.addLayout(even(self.signed, self.role))
        self.ready("Keep the letter")
        self._load()

    def _load(self, *_: object) -> None:
        kept = self.desk.state.ratification.letters.get(self.language.value)
        self.words.set_text(kept.text if kept else "")
        self.translator.set_text(kept.translator if kept else "")
        self.reviewer.set_text(kept.reviewer if kept else "")
        if kept and kept.signed:
            self.signed.set_text(kept.signed)
            self.role.set_text(kept.role)
        for box in (self.translator, self.reviewer):
            box.setVisible(self.foreign)
        for box in (self.signed, self.role):
            box.setVisible(not self.foreign)
        self.check()

    def record(self) -> None:
        """The letter, or its translation."""
        if self.foreign:
            self.act(
                translate_letter,
                self.language.value,
                self.words.text(),
                translator=self.translator.text(),
                reviewer=self.reviewer.text(),
            )
        else:
            self.act(write_letter, self.words.text(), signed=self.signed.text(), role=self.role.text())


class CostDialog(_TextDialog):
    """What the agreement costs, in words and as a table. The private costing is no part of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, "Cost summary", "For members and board to read. The private costing is no part of it.", 5, parent
        )
        self.table = TextField("Table", hint="paste it from a spreadsheet, or put | between columns", lines=6)
        self.body.addWidget(self.table)
        self.ready("Keep the summary")
        self._load()

    def _load(self, *_: object) -> None:
        kept = self.desk.state.ratification.costs.get(self.language.value)
        self.words.set_text(kept.text if kept else "")
        self.translator.set_text(kept.translator if kept else "")
        self.reviewer.set_text(kept.reviewer if kept else "")
        self.table.set_text("\n".join(" | ".join(cells) for cells in kept.rows) if kept else "")
        for box in (self.translator, self.reviewer):
            box.setVisible(self.foreign)
        self.table.setVisible(not self.foreign)
        self.check()

    def record(self) -> None:
        """The summary, or its translation."""
        if self.foreign:
            self.act(
                translate_cost,
                self.language.value,
                self.words.text(),
                translator=self.translator.text(),
                reviewer=self.reviewer.text(),
            )
        else:
            self.act(state_cost, self.words.text(), rows_from_text(self.table.text().replace("|", "\t")))
