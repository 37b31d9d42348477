"""The packet on the screen and on paper: its editions to look at, print and save, and making the next."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tablebook.domain.ready_line import ReadyLine
from tablebook.jobs.make_packet import chosen_packet, make_packet
from tablebook.jobs.print_packet import print_packet
from tablebook.reports.packet.sheet import Edition, PacketSheet
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.print_choice import SHARED, PaperChoice, papers_of
from tablebook.ui.dialogs.print_out import safe_name
from tablebook.ui.dialogs.print_paper import PrintDialog
from tablebook.ui.folders import ask_target
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Titled

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

EDITIONS = (
    (Edition.MEMBERS, "The packet for members"),
    (Edition.LARGE_PRINT, "The packet in large print"),
    (Edition.SUMMARY, "The agreement on one page"),
    (Edition.BOARD, "The packet for the board"),
)
NOW = "now"
LANGUAGES = (("en", ""), ("es", ", in Spanish"))


@dataclass(frozen=True, slots=True)
class PacketChoice(PaperChoice):
    """One edition in one language."""

    edition: Edition = Edition.MEMBERS
    language: str = "en"

    def pdf(
        self,
        size: str,
        colour: bool = True,
        progress: Callable[[int, int], object] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        """The finished pages. Slow: called off the window's thread."""
        from tablebook.reports.packet import pdf

        file = io.BytesIO()
        sheet: Any = self.sheet()
        pdf.write(sheet, file, self.edition, self.language, size, colour, progress, cancelled)  # type: ignore[arg-type]
        return file.getvalue()


def settle(stage: Ratify, line: ReadyLine) -> None:
    """No packet, or an old one: make the next."""
    make(stage)


def make(stage: Ratify) -> None:
    """Record the packet as it is now under the next number."""
    stage.desk.act(make_packet)


def preview(stage: Ratify) -> None:
    """All editions in the print dialog, then the other papers. One sheet makes every edition: they cannot disagree."""

    desk = stage.desk

    def there(found: Any) -> None:
        sheet, fingerprint = found
        others = papers_of(desk.state, desk.article, "", desk.now(), fingerprint)
        PacketDialog(desk, sheet, others, stage.window()).open()

    desk.bridge.run(lambda book: (chosen_packet(book), book.fingerprint), then=there)


class PacketDialog(PrintDialog):
    """The packet as it is now, or as it was made under an earlier number: then every edition says what changed."""

    def __init__(self, desk: Desk, sheet: PacketSheet, others: Sequence[PaperChoice], parent: QWidget) -> None:
        super().__init__(desk, [*choices(sheet), *others], parent=parent)
        self._others = others
        self.version = DropDown(versions(desk, sheet), NOW, name="Which packet")
        self.versioned = Titled("Which packet", self.version)
        self.versioned.setVisible(self.version.count() > 1)
        self.form.insertWidget(0, self.versioned)
        self.setTabOrder(self.version, self.paper)
        self.version.changed.connect(self._ask_version)

    def _ask_version(self, number: str) -> None:
        """Nothing is printed until the pages are those of the version that is chosen."""
        assert self.main is not None
        for button in (self.main, self.save):
            button.set_working("Gathering")
        chosen = int(number) if number != NOW else None
        self.desk.bridge.run(chosen_packet, chosen, then=self._take_version, failed=self._refused)

    def _take_version(self, sheet: PacketSheet) -> None:
        self._idle()
        papers = [*choices(sheet), *self._others]
        self.papers = {paper.key: paper for paper in papers}
        self.paper.set_choices([(paper.key, paper.words) for paper in papers])
        self._renew()


def versions(desk: Desk, sheet: PacketSheet) -> list[tuple[str, str]]:
    """What is printed now first, then every packet that was made before it, the newest first."""
    today, made = desk.now().date(), desk.state.ratification.packets
    older = [number for number in sorted(made, reverse=True) if number != sheet.version]
    now = f"Packet {sheet.version}, as it is now" if sheet.version else "As it is now, a draft"
    return [(NOW, now), *((str(n), words.with_days(f"Packet {n}, as made on {made[n][1].day}", today)) for n in older)]


def choices(sheet: PacketSheet) -> list[PaperChoice]:
    """Every edition; the members' in each language that ships."""
    found: list[PaperChoice] = []
    mark = f"packet {sheet.version}" if sheet.version else "packet draft"
    for edition, said in EDITIONS:
        for language, tongue in LANGUAGES if edition is not Edition.BOARD else LANGUAGES[:1]:
            name = safe_name(f"{sheet.masthead.union} {mark} {edition}{f' {language}' if tongue else ''}")
            found.append(
                PacketChoice(
                    f"packet {edition} {language}", f"{said}{tongue}", name, SHARED, lambda: sheet, edition, language
                )
            )
    return found


def web_page(stage: Ratify) -> None:
    """Save the members' packet as one web page without outside links."""

    def there(sheet: Any) -> None:
        name = safe_name(f"{sheet.masthead.union} packet {sheet.version or 'draft'}")
        target = ask_target(stage, "Save the web page", f"{name}.html", "Web page (*.html)", ".html")
        if target is not None:
            stage.desk.bridge.aside(
                lambda: print_packet(sheet, target), then=lambda _: stage.desk.say(f"Saved {target.name}.")
            )

    stage.desk.bridge.run(chosen_packet, then=there)
