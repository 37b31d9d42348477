"""Who signed for one party: name, role, when, and on which pages."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from tablebook.domain.codes import Party, SignedHow
from tablebook.domain.values import Signature
from tablebook.jobs.sheets.wording import short_name
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.pass_form import fix_width
from tablebook.ui.dialogs.who_box import TimeField, WhoField
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.chip import Chip, ChipLook
from tablebook.ui.kit.field import Field
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.party import PartyMark, party_role
from tablebook.ui.kit.spacing import space

DONE = {SignedHow.SHEET: "Signed", SignedHow.INITIALS: "Initialed", SignedHow.EMAIL: "Signed by e-mail"}
ACT = {SignedHow.SHEET: "Signed on paper", SignedHow.INITIALS: "Initials are on it", SignedHow.EMAIL: "“/s/” came"}


class SignerCard(Card):
    """`changed` with every word, `signed` when this party has signed."""

    changed = Signal()
    signed = Signal()

    def __init__(self, desk: Desk, party: Party) -> None:
        super().__init__(margins=(14, 10, 14, 12), spacing=8)
        self.desk, self.party, self.how = desk, party, SignedHow.SHEET
        self.done = False
        self.head = Label(f"For the {short_name(desk.state, party)}", "body_bold", party_role(party))
        self.chip = Chip("Waiting", "circle-dashed")
        self.name = WhoField("", desk.state, party, name=f"Signed for the {short_name(desk.state, party)}")
        self.role = Field("", self.name.role(), name="Role")
        self.at = TimeField("", desk.now(), name="Signed at")
        self.pages = Field("", "", placeholder="pages", name="Pages signed")
        self.pages.edit.setToolTip("The pages that were signed, as 3 of 3")
        self.pages.edit.setAccessibleDescription("As 3 of 3")
        self.others = Field("", "", placeholder="others who signed, with commas", name="Others who signed")
        self.sign = Button(ACT[self.how], "pencil", size=32)
        self._build()
        self.sign.clicked.connect(self.toggle)
        self.name.changed.connect(lambda _: self.role.set_text(self.name.role() or self.role.text()))
        for field in (self.name, self.role, self.at, self.pages, self.others):
            field.changed.connect(self.changed)
        self.set_how(self.how)

    def _build(self) -> None:
        fix_width(self.at, 70)
        top = space(QHBoxLayout(), spacing=8)
        top.addWidget(PartyMark(self.party, 16))
        top.addWidget(self.head, 1)
        top.addWidget(self.chip)
        who = space(QHBoxLayout(), spacing=6)
        who.addWidget(self.name, 1)
        who.addWidget(self.role, 1)
        when = space(QHBoxLayout(), spacing=6)
        when.addWidget(self.at)
        when.addWidget(self.pages, 1)
        when.addWidget(self.sign)
        for line in (top, who, when):
            self.body.addLayout(line)
        self.body.addWidget(self.others)

    def set_how(self, how: SignedHow) -> None:
        """Signed on a sheet, by initials on the paper, or by e-mail."""
        self.how = how
        self._tell()

    def toggle(self) -> None:
        """Signed now, or taken back before anything is recorded."""
        self.done = not self.done
        if self.done and not self.at.typed:
            self.at.stamp(self.desk.now())
        self._tell()
        self.changed.emit()
        if self.done:
            self.signed.emit()

    def _tell(self) -> None:
        words = f"{DONE[self.how]} {self.at.text()}" if self.done else "Waiting"
        self.chip.set_look(ChipLook(words, "circle-check" if self.done else "circle-dashed",
                                    "ta" if self.done else "neutral"))  # fmt: skip
        self.sign.set_words("Not yet" if self.done else ACT[self.how], "undo-2" if self.done else "pencil")

    def moment(self) -> datetime:
        """When this party signed; ValueError where the time is none."""
        now = self.desk.now()
        return self.at.moment(now) or now

    def signatures(self) -> tuple[Signature, ...]:
        """The signatures of this party; none before it has signed."""
        if not self.done or not self.name.text():
            return ()
        roles = {one.name: one.role for one in self.name.people}
        at = self.moment().isoformat()
        first = Signature(self.party, self.name.text(), at, self.role.text(), self.how, self.pages.text())
        names = [name.strip() for name in self.others.text().split(",") if name.strip()]
        return (first, *(Signature(self.party, n, at, roles.get(n, ""), self.how, self.pages.text()) for n in names))
