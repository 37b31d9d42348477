"""The head of the article page: number line, title, state; in a wide text view the timeline stands beside them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.domain.labels import next_label
from tablebook.domain.negotiation import Item, Negotiation
from tablebook.domain.positions import SETTLED, Position
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.kit.chip import Chip, ChipLook
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.painting import text_width
from tablebook.ui.kit.spacing import space
from tablebook.ui.kit.state import state_text
from tablebook.ui.kit.timeline import PassTimeline, TaPoint, TimelinePoint
from tablebook.ui.pass_words import spoken_point, standing, state_of, tip
from tablebook.ui.theme import theme

ONE_LINE = 340


def breakable(title: str) -> str:
    """The title with places to break in words that are wider than any window."""
    return re.sub(r"\S{24}(?=\S{8})", lambda found: f"{found[0]}\u200b", title)


class ArticleHead(QWidget):
    """Says where the chosen article stands."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.drafting, self._wide = desk, False, False
        self._low, self._beside, self._name = False, False, ""
        self.number = Label("", "body", "secondary")
        self.title = Label("", "title", wrap=True)
        self.state = Chip("")
        self.progress = Chip("", "circle-check", "ta")
        self.timeline = PassTimeline()
        self._names = space(QVBoxLayout(), spacing=2)
        self._line = space(QHBoxLayout(), spacing=12)
        self._line.addWidget(self.number)
        self._line.addStretch(1)
        self._names.addLayout(self._line)
        self._names.addWidget(self.title)
        self._names.addStretch(1)
        chips = space(QHBoxLayout(), spacing=8)
        chips.addWidget(self.state)
        chips.addWidget(self.progress)
        self._chips = chips
        self._top = space(QHBoxLayout(), spacing=16)
        self._top.addLayout(self._names, 1)
        self._top.addLayout(chips)
        self._top.setAlignment(chips, Qt.AlignmentFlag.AlignTop)
        self._column = space(QVBoxLayout(self), spacing=10)
        self._column.addLayout(self._top)
        self._column.addWidget(self.timeline)

    def set_drafting(self, drafting: bool) -> None:
        """While a draft is written, the line about the shown pass makes room for the one about the draft."""
        self.drafting = drafting
        self._show_sentence()

    def _show_sentence(self) -> None:
        self.timeline.show_sentence(not self.drafting and self._top.indexOf(self.timeline) < 0)

    def set_wide(self, wide: bool) -> None:
        """In a wide text view the timeline stands between title and chips, without its sentence."""
        if wide == (self._top.indexOf(self.timeline) >= 0):
            return
        if wide:
            self._column.removeWidget(self.timeline)
            self._top.insertWidget(1, self.timeline, 3, Qt.AlignmentFlag.AlignTop)
            self._top.setStretch(0, 0)
        else:
            self._top.removeWidget(self.timeline)
            self._column.addWidget(self.timeline)
            self._top.setStretch(0, 1)
        self._wide = wide
        self._wrap_title()
        self._show_sentence()

    def _wrap_title(self) -> None:
        """Beside the timeline a title of ordinary length stands in one line; it is never cut."""
        long = text_width(self.title.text(), "title") > theme().px(ONE_LINE)
        self.title.setWordWrap(not self._wide or long)

    def set_compact(self, compact: bool) -> None:
        """Under 1000 effective the timeline is a drop-down elsewhere and the chips stand in the number line."""
        if compact:
            self.timeline.hide()
            self.progress.hide()
        if compact and self._line.indexOf(self.state) < 0:
            self._line.insertWidget(1, self.state)
        elif not compact and self._line.indexOf(self.state) >= 0:
            self._chips.insertWidget(0, self.state)

    def set_low(self, low: bool, beside: bool = False) -> None:
        """Where the text below would be left without lines the title is small, and stands in the number's line unless
        the drop-downs ``beside`` it need as much height as two lines."""
        self._low, self._beside = low, beside
        in_line = low and not beside
        title = self.title.accessibleName()
        self.title.setVisible(not in_line)
        self.title.set_look("body_strong" if low else "title")
        self.number.setText((f"{self._name}, {title}" if self._name else title) if in_line else self._name)
        self.number.setWordWrap(in_line)
        self._line.setStretch(0, 100 if in_line else 0)
        self.number.set_look("body_strong" if in_line else "body", "text" if in_line else "secondary")

    def show_item(self, item: Item, where: Position, shown: str, changes: int | None) -> None:
        """Show this article at its position, with a ring round the shown pass."""
        today = self.desk.now().date()
        article = item.article
        self._name = article.name if article.title and article.title != article.name else ""
        title = article.title or article.name
        self.title.setText(breakable(title))
        self.title.setAccessibleName(title)
        self.set_low(self._low, self._beside)
        self._wrap_title()
        in_package = bool(where.package) and where.state in ("with-us", "with-them")
        code = "in-package" if in_package else str(where.state)
        extra = where.package if in_package else standing(where, today)
        word = words.of(words.STATES, code)
        self.state.set_look(ChipLook(state_text(code, extra), word.icon, word.tone))
        partly = where.state not in SETTLED and 0 < len(where.agreed) < len(where.places)
        self.progress.set_look(
            ChipLook(f"TA {len(where.agreed)} of {len(where.places)}" if partly else "", "circle-check", "ta")
        )
        self.progress.setVisible(partly)
        self._show_points(self.desk.state, item, where, shown, changes)

    def _show_points(self, state: Negotiation, item: Item, where: Position, shown: str, changes: int | None) -> None:
        now = self.desk.now()
        points = []
        for one in state.passes_on(item.key):
            count = changes if one.id == shown else None
            when = words.clock(one.at) if one.at.date() == now.date() else words.short_day(one.at.date(), now.date())
            points.append(
                TimelinePoint(
                    one.id, str(one.body.party), one.body.label, when, tip(state, one, now, count),
                    state_of(one, now), spoken_point(state, one, now),
                )
            )  # fmt: skip
        self.timeline.setVisible(bool(points))
        whole = where.state in SETTLED
        total = max(1, len(where.places))
        signed = [state.agreements[label].at for label in item.agreements]
        when = words.short_day(max(signed).date(), now.date()) if whole and signed else ""
        end = TaPoint(total if whole else len(where.agreed), total, when)
        if self.drafting:
            end = TaPoint(0, total, word=f"{next_label(state, item.key, state.we)} draft")
        self.timeline.set_points(points, shown, end)
