"""The packet on the screen and on paper: its editions to look at, print and save, and making the next."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tablebook.domain.ready_line import ReadyLine
from tablebook.jobs.letter_age import letter_out_of_date
from tablebook.jobs.make_packet import chosen_packet, make_packet
from tablebook.jobs.print_packet import packet_page, print_packet
from tablebook.reports.packet.sheet import Edition, PacketSheet
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.print_choice import PaperChoice, papers_of
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
_MEMBERS = "For those who vote. Nothing private is in it."
FOR = {edition: _MEMBERS for edition, _ in EDITIONS} | {Edition.BOARD: "For the board. Nothing private is in it."}
NOW = "now"
LANGUAGES = (("en", ""), ("es", ", in Spanish"))


@dataclass(frozen=True, slots=True)
class PacketChoice(PaperChoice):
    """One edition in one language."""

    edition: Edition = Edition.MEMBERS
    language: str = "en"
    told: str = ""

    def packet(self) -> PacketSheet:
        """The packet that this is an edition of."""
        sheet: Any = self.sheet()
        found: PacketSheet = sheet
        return found

    @property
    def note(self) -> str:
        """That the cover letter in front is out of date; the summary and the board's packet have none."""
        return self.told if self.edition in (Edition.MEMBERS, Edition.LARGE_PRINT) else ""

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
        pdf.write(self.packet(), file, self.edition, self.language, size, colour, progress, cancelled)  # type: ignore[arg-type]
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
        sheet, fingerprint, told = found
        others = papers_of(desk.state, desk.article, "", desk.now(), fingerprint)
        PacketDialog(desk, sheet, others, told, stage.window()).open()

    desk.bridge.run(
        lambda book: (chosen_packet(book), book.fingerprint, letter_out_of_date(book.negotiation)), then=there
    )


class PacketDialog(PrintDialog):
    """The packet as it is now, or as it was made under an earlier number: then every edition says what changed."""

    def __init__(
        self, desk: Desk, sheet: PacketSheet, others: Sequence[PaperChoice], told: str, parent: QWidget
    ) -> None:
        super().__init__(desk, [*choices(sheet, told), *others], parent=parent)
        self._others = others
        self.version = DropDown(versions(desk, sheet), NOW, name="Which packet")
        self.versioned = Titled("Which packet", self.version)
        self.versioned.setVisible(self.version.count() > 1)
        self.form.insertWidget(0, self.versioned)
        self.setTabOrder(self.close_button, self.version)
        self.version.changed.connect(self._ask_version)

    @property
    def page(self) -> PacketChoice | None:
        """The packet that is shown, where it can be a web page: the members', in its language and as it was made."""
        chosen = self.chosen
        return chosen if isinstance(chosen, PacketChoice) and chosen.edition is Edition.MEMBERS else None

    def _renew(self) -> None:
        """A packet has no Word form; that button saves the members' as a web page."""
        super()._renew()
        self.word.set_words(*(("Save as web page", "external-link") if self.page else ("Save as Word", "file-text")))
        if self.page:
            self.word.set_reason("")
        if self.isVisible():
            self.grow()

    def _save_word(self) -> None:
        page = self.page
        if page is None:
            super()._save_word()
        elif path := ask_target(self, "Save the web page", f"{page.name}.html", "Web page (*.html)", ".html"):
            self.save_page_to(page, path)

    def save_page_to(self, page: PacketChoice, path: Path) -> None:
        """Save the packet there as one web page in its language."""
        self.save_made(
            path, self.word, lambda _paper, _stop: packet_page(page.packet(), language=page.language).encode()
        )

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


def choices(sheet: PacketSheet, told: str = "") -> list[PaperChoice]:
    """Every edition; the members' in each language that ships. ``told`` is to be known before they are printed."""
    found: list[PaperChoice] = []
    mark = f"packet {sheet.version}" if sheet.version else "packet draft"
    for edition, said in EDITIONS:
        for language, tongue in LANGUAGES if edition is not Edition.BOARD else LANGUAGES[:1]:
            name = safe_name(f"{sheet.masthead.union} {mark} {edition}{f' {language}' if tongue else ''}")
            found.append(
                PacketChoice(
                    f"packet {edition} {language}",
                    f"{said}{tongue}",
                    name,
                    FOR[edition],
                    lambda: sheet,
                    edition,
                    language,
                    told,
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
