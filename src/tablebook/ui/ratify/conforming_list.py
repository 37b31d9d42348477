"""The conforming list: clean-ups of numbers, references and typography that both sides initial."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from tablebook.domain.cautions import Caution
from tablebook.domain.codes import Conforming, Party
from tablebook.domain.conforming import changes_figure
from tablebook.domain.ratifying import ConformingChange
from tablebook.domain.ready_line import Act, Check, ReadyLine
from tablebook.domain.values import Signature
from tablebook.jobs.ratify.texts import agree_conforming, let_stand
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, LineEdit
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.ratify.record_dialog import RecordDialog, even
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

WORDS = ("The words as they stand", "The words that take their place")
BESIDE_SCALE = 1.25
"""In larger text the words of a change stand below one another."""
KINDS = (
    (str(Conforming.REFERENCE), "Reference"),
    (str(Conforming.RENUMBERING), "Number"),
    (str(Conforming.TYPOGRAPHY), "Typography"),
)


def settle(stage: Ratify, line: ReadyLine) -> None:
    """The list with every reference that is in doubt now, or with all that tells of the last contract; others can be
    added."""
    some = [one for one in _in_doubt(stage) if (one.check is Check.DATES) == (line.check is Check.DATES)]
    ConformingDialog(stage.desk, some or [line], stage.window()).open()


def show(stage: Ratify) -> None:
    """The list with every reference that is in doubt, or with an empty row to begin with."""
    if stage.desk.state.ratification.executed is not None:
        stage.desk.say("The agreement is signed; its text stays as it is.", "info")
        return
    ConformingDialog(stage.desk, _in_doubt(stage), stage.window()).open()


def _in_doubt(stage: Ratify) -> list[ReadyLine]:
    rows = stage.view.rows if stage.view else ()
    return [one for each in rows for one in each.open if one.act is Act.CONFORMING and one.old]


class ConformingDialog(RecordDialog):
    """A row for each change. Empty rows are left out; a row whose words stay is let stand with its reason."""

    def __init__(self, desk: Desk, lines: list[ReadyLine], parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            "Conforming list",
            "Clean-ups that change no meaning. Initialled by both sides, they count as agreed and are printed.",
            parent=parent,
        )
        self.rows: list[tuple[LineEdit, LineEdit, LineEdit, DropDown]] = []
        self._lines = lines
        self._holder = QWidget()
        self._grid = space(QGridLayout(self._holder), spacing=6)
        self._stacked = theme().scale > BESIDE_SCALE
        if not self._stacked:
            for at, said in enumerate(("Where", *WORDS, "Kind")):
                self._grid.addWidget(Label(said, "small_medium", "secondary"), 0, at)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 0 if self._stacked else 1)
        for line in lines:
            where = line.place if line.place and line.place != line.article else line.article
            kind = Conforming.TYPOGRAPHY if line.check is Check.DATES else Conforming.REFERENCE
            self._add(where, line.old, line.new, kind)
        if not lines:
            self._add("", "", "", Conforming.TYPOGRAPHY)
        more = Button("Add a change", "plus", "ghost", size=28)
        more.clicked.connect(self._more)
        self.initials = {
            party: WhoField(said, desk.state, party, likely=False)  # nobody initialled it yet
            for party, said in (
                (Party.UNION, "Initialled for the union"),
                (Party.EMPLOYER, "Initialled for the employer"),
            )
        }
        self.stays = Field("Why the others stay", hint="for those without new words; kept")
        self.body.addWidget(self._holder)
        self.body.addWidget(more)
        self.body.addWidget(self.stays)
        self.stays.setVisible(bool(lines))
        self.body.addLayout(even(*self.initials.values()))
        for box in (self.stays, *self.initials.values()):
            box.changed.connect(self.check)
        self.ready("Record the list")

    def _add(self, where: str, old: str, new: str, kind: Conforming) -> None:
        at = len(self.rows) + 1
        boxes = (LineEdit(where), LineEdit(old), LineEdit(new))
        for box, said in zip(boxes, ("Where", "Words as they stand", "Words that take their place"), strict=True):
            box.setAccessibleName(f"{said}, change {at}")
            box.setCursorPosition(0)
            box.setToolTip(box.text())
            box.textChanged.connect(self.check)
        choice = DropDown(KINDS, str(kind), name=f"Kind of change {at}")
        self._lay(at, *boxes, choice)
        self.rows.append((*boxes, choice))

    def _lay(self, at: int, where: LineEdit, old: LineEdit, new: LineEdit, kind: DropDown) -> None:
        """A change in one line; in large text its words in lines of their own, where they can be read."""
        if not self._stacked:
            for column, cell in enumerate((where, old, new, kind)):
                self._grid.addWidget(cell, at, column)
            return
        top = 7 * (at - 1)
        for column, (said, cell) in {0: ("Where", where), 2: ("Kind", kind)}.items():
            self._grid.addWidget(Label(said, "small", "secondary"), top, column)
            self._grid.addWidget(cell, top + 1, column)
        for row, (said, box) in enumerate(zip(WORDS, (old, new), strict=True)):
            self._grid.addWidget(Label(said, "small", "secondary"), top + 2 + 2 * row, 0, 1, 3)
            self._grid.addWidget(box, top + 3 + 2 * row, 0, 1, 3)
        self._grid.setRowMinimumHeight(top + 6, theme().px(10))
        for one, following in ((where, kind), (kind, old), (old, new)):
            self.setTabOrder(one, following)

    def _more(self) -> None:
        self._add("", "", "", Conforming.TYPOGRAPHY)
        self.grow()
        self.rows[-1][0].setFocus()

    def _key(self, where: str) -> tuple[str, str] | None:
        """The unit and the section that a row means: "12", "12.3", "Appendix A"."""
        state = self.desk.state
        typed = where.removeprefix("Article ").removeprefix("Section ").strip()
        for key, item in state.items.items():
            if typed in (key, item.article.number, item.article.name):
                return key, ""
        for key, item in state.items.items():
            if typed in {one.number for one in item.article.sections}:
                return key, typed
        return (typed.split(".")[0], typed) if typed.split(".")[0] in state.items else None

    def _taken_back(self) -> list[str]:
        """The lists of which a change finds no words: the new one takes their place."""
        return list(dict.fromkeys(one.agreement for one in self._lines if one.check is Check.CONFORMING))

    def _kept(self) -> tuple[ConformingChange, ...]:
        """The changes of those lists that find theirs."""
        lost = {(one.article, one.place, one.old) for one in self._lines if one.check is Check.CONFORMING}
        lists = self.desk.state.ratification.conforming
        all_of = (change for label in self._taken_back() for change in lists[label][1].changes)
        return tuple(one for one in all_of if (one.article, one.place, one.old) not in lost)

    def _dropped(self) -> bool:
        """Whether a change that finds no words is left out: both its boxes are empty."""
        rows = zip(self._lines, self.rows, strict=False)
        return any(line.check is Check.CONFORMING and not (old.text() or new.text()) for line, (_, old, new, _) in rows)

    def changes(self) -> tuple[ConformingChange, ...]:
        """The rows that have new words."""
        found = []
        for where, old, new, kind in self.rows:
            key = self._key(where.text())
            if key and old.text().strip() and new.text().strip():
                found.append(
                    ConformingChange(key[0], old.text().strip(), new.text().strip(), Conforming(kind.value), key[1])
                )
        return tuple(found)

    def _left(self) -> list[ReadyLine]:
        rows = self.rows[: len(self._lines)]
        return [one for one, (_, _, new, _) in zip(self._lines, rows, strict=True) if one.may_stand and not new.text()]

    def wrong(self) -> str:
        """Which place is not known, or who has not initialled it."""
        for at, (where, old, new, _) in enumerate(self.rows, start=1):
            was, becomes = old.text().strip(), new.text().strip()
            if was and becomes and self._key(where.text()) is None:
                return f"“{where.text()}” is no article or section of this book."
            if becomes and not was:
                return f"Type the words of change {at} as they stand."
            if was and not becomes and at > len(self._lines):
                return f"Type the words that take the place of “{was}”."
        if not self.changes() and not self._dropped() and not (self._left() and self.stays.text()):
            stay = ", or say why they stay" if any(one.may_stand for one in self._lines) else ""
            stay = ", or empty both boxes to leave the change out" if self._taken_back() else stay
            return f"Type what each should say instead{stay}."
        if (self.changes() or self._dropped()) and not all(box.text() for box in self.initials.values()):
            return "Name who initialled it for each side."
        return ""

    def cautions(self) -> tuple[Caution, ...]:
        """A figure that becomes another one is seldom a clean-up."""
        return tuple(
            Caution("changes-figure", f"“{one.old}” becomes “{one.new}”: only a misprint is a clean-up.", old=one.old)
            for one in self.changes()
            if one.kind is Conforming.TYPOGRAPHY and changes_figure(one.old, one.new)
        )

    def told(self) -> str:
        """How many changes."""
        return f"{len(self.changes())} on the list."

    def record(self) -> None:
        """The list, then what is let stand."""
        reason = dict(self.reasons.reasons).get("changes-figure", "")
        figures = {one.old for one in self.cautions()}
        changes = tuple(replace(one, note=reason) if one.old in figures else one for one in self.changes())
        taken = self._taken_back()
        anew = bool(changes) or self._dropped()
        left = self._left() if self.stays.text() else []
        by = self.initials[self.desk.state.we].text()
        for number, line in enumerate(left, start=1):
            last = number == len(left) and not anew
            self.act(let_stand, line.key, line.seen, self.stays.text(), by=by, last=last)
        if anew:
            at = self.desk.now().isoformat()
            initials = [Signature(party, box.text(), at) for party, box in self.initials.items()]
            self.act(agree_conforming, (*self._kept(), *changes), initials, supersedes=taken)
