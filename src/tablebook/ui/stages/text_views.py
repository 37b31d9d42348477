"""The ways to read one article: redline, clean, side by side. Each asks the book's thread for its comparison and shows
the answer only if it is still wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.language import current_blocks
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.positions import agreed_places, live_passes
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.kit.chip import ChipLook
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.text.clean_page import CleanPage
from tablebook.ui.text.legend import LAYERS, Entry, two_texts
from tablebook.ui.text.redline_page import RedlinePage
from tablebook.ui.text.rows import ta_chip

CONTRACT, LAST = "contract", "last"
LATE_MS = 120
"""Another article's words never stand longer than this under a title that is not theirs."""


def section_chips(state: Negotiation, key: str, today: Any) -> dict[str, ChipLook]:
    """A green chip after the head of every section that is TA'd by itself."""
    found = {}
    for place, label in agreed_places(state, key).items():
        if place:
            found[place] = ta_chip(f"TA'd {words.moment(state.agreements[label].at, today)}")
    return found


def passes_with_text(state: Negotiation, key: str) -> tuple[Pass, ...]:
    """The passes on an article that can be read as a text."""
    return tuple(one for one in state.passes_on(key) if one.body.parts)


def standing_text(state: Negotiation, key: str) -> str:
    """The id of the pass that the article rests on: the last with words that was not withdrawn, nor refused with its
    package; where none is left, the last of all; "" where nothing was passed."""
    passes = passes_with_text(state, key)
    live = {one.id for one in live_passes(state, key)}
    found = next((one for one in reversed(passes) if one.id in live), passes[-1] if passes else None)
    return found.id if found else ""


class TextView(QWidget):
    """What every way of reading has: the page, tools for the bar above it, the legend that fits."""

    legend_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.tools: tuple[QWidget, ...] = ()
        self.legend: Sequence[Entry] = ()
        self._wanted = 0
        self.key, self.shown = "", ""
        # Whoever walks through the list, or types in its search field, keeps the keyboard there.
        self.keyboard_asked = False

    def show_article(self, key: str, shown: str) -> None:
        """Show an article; `shown` is the id of a pass, or "" where there is none."""
        self.key, self.shown = key, shown
        self.renew()

    def renew(self) -> None:
        """Show again what is shown; subclasses say how."""
        raise NotImplementedError

    def leave(self) -> None:
        """Hand over what waits to be saved; reading views have nothing."""

    def ask(self, job: Callable[..., Any], *args: Any, show: Callable[[Any], object]) -> None:
        """Compare on the book's thread; only the last answer asked for is shown."""
        self._wanted += 1
        wanted = self._wanted
        self.desk.bridge.run(job, *args, then=lambda result: show(result) if wanted == self._wanted else None)

    @property
    def page(self) -> Any:
        """The page that takes the keyboard and is searched."""
        raise NotImplementedError

    def go_to_section(self, number: str) -> None:
        """Bring a section into view."""
        self.page.go_to_section(number)


def whole(parts: QWidget, *widgets: QWidget) -> QVBoxLayout:
    """Fill a view with its parts from top to bottom; the last of them takes the room."""
    column = QVBoxLayout(parts)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretch(len(widgets) - 1, 1)
    return column


class RedlineView(TextView):
    """One text with all layers, or against any other text of the article."""

    compared = Signal(int)
    """How many changes the shown pass made; -1 where the page does not tell."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.redline = RedlinePage()
        self.base = CONTRACT
        self.compare = DropDown([(CONTRACT, "against current contract")], label="Compare", name="Compare")
        self.compare.changed.connect(self._rebase)
        self.tools = (self.compare,)
        self.legend = LAYERS
        self._on_page = ""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE_MS)
        self._late.timeout.connect(lambda: self.redline.show_blocks(()))
        whole(self, self.redline)

    @property
    def page(self) -> RedlinePage:
        return self.redline

    def _rebase(self, base: str) -> None:
        self.base = base
        self.renew()

    def toggle_base(self) -> None:
        """Contract or last pass."""
        self._rebase(LAST if self.base == CONTRACT else CONTRACT)

    def renew(self) -> None:
        """Ask for the comparison and show it."""
        self._offer()
        if self._on_page != self.key:
            self._late.start()
        self.ask(_redline, self.key, self.base, self.shown, show=self._show)

    def _offer(self) -> None:
        passes = passes_with_text(self.desk.state, self.key)
        ids: list[str] = [one.id for one in passes]
        at = ids.index(self.shown) if self.shown in ids else len(ids) - 1
        before = passes[at - 1].body.label if at > 0 else ""
        choices = [(CONTRACT, "against current contract")]
        choices.append((LAST, f"since {before}" if before else "since the contract"))
        choices.extend((one.id, f"since {one.body.label}") for one in passes[: max(0, at - 1)])
        if self.base not in (CONTRACT, LAST) and self.base not in dict(choices):
            self.base = CONTRACT
        self.compare.set_choices(choices, self.base)

    def _show(self, redline: Any) -> None:
        self._late.stop()
        self._on_page = self.key
        chips = section_chips(self.desk.state, self.key, self.desk.now().date())
        self.redline.show_blocks(redline.blocks, chips=chips)
        shown = self.desk.state.passes.get(self.shown)  # type: ignore[call-overload]
        self.legend = LAYERS if self.base == CONTRACT or shown is None else two_texts(shown.body.party, findings=False)
        self.legend_changed.emit()
        # What the pen wrote at the signing is the last change on the page, and it is not the pass's own.
        hands = {str(block.margin_author.party) for block in redline.blocks if block.fresh and block.margin_author}
        own = shown is None or hands <= {str(shown.body.party)}
        self.compared.emit(len(redline.changes) if own else -1)


class CleanView(TextView):
    """The shown text without any marks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.clean = CleanPage()
        whole(self, self.clean)

    @property
    def page(self) -> CleanPage:
        return self.clean

    def renew(self) -> None:
        """Show the text as it reads: the same words as under the redline's marks."""
        from tablebook.jobs.redline_of import clean_text

        state = self.desk.state
        one = state.passes.get(self.shown)  # type: ignore[call-overload]
        blocks = clean_text(state, one) if one else current_blocks(state, self.key)
        self.clean.show_text(blocks, chips=section_chips(state, self.key, self.desk.now().date()))


def _redline(book: Any, key: str, base: str, shown: str) -> Any:
    from tablebook.jobs.redline_of import article_redline

    return article_redline(book.negotiation, key, base, shown or None)
