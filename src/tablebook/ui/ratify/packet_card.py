"""The card of the packet: its parts by page, its number and fingerprint, and what makes it outdated."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.negotiation import Negotiation
from tablebook.domain.packets import SincePacket
from tablebook.domain.text import short_code
from tablebook.jobs.packet_parts import PacketParts
from tablebook.ui import words
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.flow import Flow
from tablebook.ui.kit.label import Icon, IconLine, Label, Panel
from tablebook.ui.kit.spacing import space
from tablebook.ui.ratify.scrolled_card import ScrolledCard

SPOKEN = {
    "letter": "Write the cover letter of the packet",
    "words": "Write the plain words beside each TA",
    "cost": "Write the cost summary of the packet",
    "make": "Make the packet and give it its number",
    "web": "Save the packet as a web page",
    "compare": "Compare two packets",
}

NONE_YET = "Packet"
"""The card's title while no packet is made; then its number stands there too."""
DRAFT = "The vote or your own words changed since it was made: what is printed now is a draft. Make the packet again."


class PacketCard(ScrolledCard):
    """``asked`` names what is wanted: "preview", "make", "letter", "words", "cost", "web" or "compare"."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = space(QHBoxLayout(), spacing=8)
        self.title = Label(NONE_YET, "panel_title", wrap=True)
        self.preview = Button("Preview", "eye")
        self.preview.clicked.connect(lambda: self.asked.emit("preview"))
        head.addWidget(self.title, 1)
        head.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.about = IconLine("info", "", "secondary", "small", "secondary", wrap=True)
        self.make_middle("The packet")
        self._parts = QWidget()
        self._grid = space(QGridLayout(self._parts), spacing=8)
        self._grid.setColumnStretch(2, 1)
        inside = QWidget()
        column = space(QVBoxLayout(inside), spacing=8)
        column.addWidget(self.about)
        column.addWidget(self._parts, 1)
        self.set_middle(inside)
        self.buttons: dict[str, Button] = {}
        self._signed = False
        acts = QWidget()
        row = space(Flow(acts), spacing=8)
        for key, said, icon in (
            ("letter", "Cover letter", ""),
            ("words", "Plain words", ""),
            ("cost", "Cost summary", ""),
            ("make", "Make the packet", ""),
            ("web", "Web page", ""),
            ("compare", "Compare", ""),
        ):
            button = Button(said, icon, size=28)
            button.setAccessibleName(SPOKEN[key])
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            row.addWidget(button)
            self.buttons[key] = button
        self.foot_column.addWidget(acts)
        private = Panel("private_tint")
        strip = space(QHBoxLayout(private), (12, 6, 12, 6), 8)
        strip.addWidget(
            IconLine(
                "lock",
                "No plan, limit or caucus note is in the packet",
                "private",
                "small_medium",
                "private",
                wrap=True,
            )
        )
        self.foot_column.addWidget(private)

    def stops(self) -> list[QWidget]:
        """Its buttons in order."""
        return [self.preview, *self.buttons.values()]

    def chain(self) -> list[QWidget]:
        """What Tab comes to; the part that scrolls is a stop where it scrolls."""
        return [self.preview, self.scroller, *self.buttons.values()]

    def show_state(self, state: Negotiation, since: SincePacket, today: date) -> None:
        """Say which packet there is, and whether it still holds what is agreed."""
        packet = state.ratification.latest_packet
        self._signed = state.ratification.executed is not None
        for key in ("letter", "words", "cost", "make"):  # nobody votes on it any more
            self.buttons[key].setVisible(not self._signed)
        self.buttons["compare"].setVisible(len(state.ratification.packets) > 1)
        if packet is None:
            self.title.setText(NONE_YET)
            self.about.set_line(
                "circle-dashed", "Not made yet. It holds what is agreed when it is made.", "secondary", "secondary"
            )
            return
        self.title.setText(f"Packet {packet.number}")
        every = f"Changed since: {', '.join(since.labels)}." if since else ""
        self.about.setToolTip(every)
        self.about.setAccessibleDescription(every)
        made = words.with_days(f"Made {packet.day}, {short_code(packet.fingerprint)}.", today)
        if since:
            again = "" if self._signed else " Make another."
            self.about.set_line(
                "circle-alert", f"{made} Outdated: {since.named} changed since.{again}", "problem", "text"
            )
        else:
            self.about.set_line("circle-check", f"{made} It holds what is agreed now.", "ta", "secondary")

    def show_parts(self, found: PacketParts) -> None:
        """The parts in order with their pages, and below them what is not written yet."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, pages) in enumerate(found.parts):
            self._grid.addWidget(Label(str(at + 1), "body", "secondary"), at, 0, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(Icon("file-text"), at, 1)
            self._grid.addWidget(Label(name, "body_medium", wrap=True), at, 2)
            self._grid.addWidget(Label(pages, "small", "secondary"), at, 3, Qt.AlignmentFlag.AlignRight)
        known = self.title.text() != NONE_YET
        told = ((DRAFT,) if known and not found.as_made else ()) + found.missing if not self._signed else ()
        for at, sentence in enumerate(told, start=len(found.parts)):
            self._grid.addWidget(
                IconLine("circle-alert", sentence, "attention", "small", "text", wrap=True), at, 0, 1, 4
            )
        self._grid.setRowStretch(len(found.parts) + len(told), 1)
