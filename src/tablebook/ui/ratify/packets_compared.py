"""Two packets side by side in time: which TAs differ, and each article that reads otherwise, as a redline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tablebook.jobs.ratify.send_back import PacketComparison, compare_packets
from tablebook.redline.plain_marks import CAPITALS, marked_text
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.dialogs.pass_form import row
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Titled
from tablebook.ui.kit.label import IconLine
from tablebook.ui.text.redline_page import RedlinePage

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify


def show(stage: Ratify) -> None:
    """Compare the first packet with the last."""
    if len(stage.desk.state.ratification.packets) < 2:
        stage.desk.say("There are no two packets yet.", "info")
        return
    ComparedDialog(stage.desk, stage.window()).open()


class ComparedDialog(DialogShell):
    """The redline runs from the first to the second. It looks only, and records nothing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Compare two packets", "What the second says otherwise than the first.", 980, "Close", parent)
        self.desk = desk
        packets = desk.state.ratification.packets
        today = desk.now().date()
        names = [
            (str(number), words.with_days(f"Packet {number}, {body.day}", today))
            for number, (_, body) in packets.items()
        ]
        sent = [vote.body.packet for vote in desk.state.ratification.votes.values() if vote.body.packet in packets]
        first = sent[0] if sent and sent[0] != max(packets) else min(packets)
        self.first = DropDown(names, str(first), name="First packet")
        self.second = DropDown(names, str(max(packets)), name="Second packet")
        self.article = DropDown([], name="Article that differs")
        self.said = IconLine("info", "", "secondary", "body", "text", wrap=True)
        self.page = RedlinePage()
        self.page.setAccessibleName("From the first packet to the second")
        self.page.setMinimumHeight(300)
        self.page.hide()
        self.work = Latest(parent=self)
        self.found: PacketComparison | None = None
        self.body.addLayout(
            row(Titled("First", self.first), Titled("Second", self.second), Titled("Article", self.article), stretch=2)
        )
        self.body.addWidget(self.said)
        self.copy = self.add_button(Button("Copy the changes", "copy", "ghost"))
        self.copy.clicked.connect(self._copy)
        self.body.addWidget(self.page, 8)
        self.body.addStretch(1)
        self.first.changed.connect(lambda _: self._ask())
        self.second.changed.connect(lambda _: self._ask())
        self.article.changed.connect(lambda _: self._show())
        self.work.ready.connect(self._take)
        self._ask()

    def _ask(self) -> None:
        state, first, second = self.desk.state, int(self.first.value), int(self.second.value)
        self.work.ask(lambda: compare_packets(state, first, second))

    def _take(self, found: Any) -> None:
        self.found = found
        tas = found.tas
        parts = [
            f"{', '.join(labels)} {what}"
            for labels, what in ((tas.changed, "changed"), (tas.new, "new"), (tas.gone, "no longer in it"))
            if labels
        ]
        texts = words.count(len(found.articles), "article reads", "articles read")
        self.said.set_line(
            "git-compare" if found.articles else "circle-check",
            f"{texts} otherwise. {'; '.join(parts)}{'.' if parts else ''}".strip()
            if found.articles or parts
            else "Both hold the same words.",
            "secondary" if found.articles else "ta",
            "text",
        )
        state = self.desk.state
        self.article.set_choices([(key, state.titled_unit(key)) for key, _ in found.articles])
        self.article.setEnabled(bool(found.articles))
        self.copy.set_reason("" if found.articles else "Both hold the same words.")
        self._show()

    def text(self) -> str:
        """All that is otherwise, article by article, as plain text for a mail to the members."""
        if self.found is None:
            return ""
        state, way = self.desk.state, CAPITALS
        head = f"Packet {self.found.first} and packet {self.found.second}. {self.said.label.text()}"
        parts = [f"{state.titled_unit(key)}\n\n{marked_text(one.blocks, way)}" for key, one in self.found.articles]
        return "\n\n".join((head, *parts))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.desk.say("Copied, with marks as plain text.")

    def _show(self) -> None:
        articles = dict(self.found.articles) if self.found else {}
        chosen = articles.get(self.article.value)
        self.page.setVisible(chosen is not None)
        if chosen is not None:
            self.page.show_blocks(chosen.blocks)
        self.grow()

    def hideEvent(self, event: Any) -> None:
        """Let a comparison that runs come to its end."""
        self.work.wait()
        super().hideEvent(event)
