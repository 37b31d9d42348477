"""Side by side: any two frozen texts of the chosen article."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from tablebook.domain.negotiation import Pass
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.stages.text_views import CONTRACT, TextView, passes_with_text, section_chips, whole
from tablebook.ui.text.legend import two_texts
from tablebook.ui.text.pane import Pane
from tablebook.ui.text.side_by_side import SideBySide
from tablebook.ui.text.side_titles import SideTitle


class SideView(TextView):
    """Left is the older text unless swapped; a drop-down in each head names another."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sides = SideBySide()
        self.older = DropDown(name="Older text", size=30)
        self.newer = DropDown(name="Newer text", size=30)
        self.sides.left_title.add(self.older)
        self.sides.right_title.add(self.newer)
        self.older.changed.connect(lambda _: self._ask())
        self.newer.changed.connect(lambda _: self._ask())
        self.tools = (self.sides.controls,)
        whole(self, self.sides)

    @property
    def page(self) -> Pane:
        return self.sides.right

    def next_change(self) -> None:
        """F3 goes through both texts at once."""
        self.sides.next_change()

    def previous_change(self) -> None:
        """Shift+F3 goes back."""
        self.sides.previous_change()

    def renew(self) -> None:
        """Offer every text; the shown pass against the one before it."""
        passes = passes_with_text(self.desk.state, self.key)
        choices = [(CONTRACT, "Contract"), *((one.id, one.body.label) for one in passes)]
        ids = [key for key, _ in choices]
        at = ids.index(self.shown) if self.shown in ids else len(ids) - 1
        self.newer.set_choices(choices, ids[at])
        self.older.set_choices(choices, ids[max(0, at - 1)])
        self._ask()

    def _ask(self) -> None:
        self.ask(_two, self.key, self.older.value, self.newer.value, show=self._show)

    def _show(self, redline: Any) -> None:
        chips = section_chips(self.desk.state, self.key, self.desk.now().date())
        newer = self.desk.state.passes.get(self.newer.value)  # type: ignore[call-overload]
        self.sides.show_texts(redline.blocks, self._title(self.older.value), self._title(self.newer.value), chips=chips)
        self.legend = two_texts(newer.body.party if newer else "joint", findings=False)
        self.legend_changed.emit()

    def _title(self, key: str) -> SideTitle:
        state = self.desk.state
        one: Pass | None = state.passes.get(key)  # type: ignore[call-overload]
        if one is None:
            return SideTitle("", "Contract", "current language")
        ours = one.body.party is state.we
        whose, act = ("ours", "passed") if ours else ("theirs" if one.body.party is state.them else "joint", "received")
        when = words.moment(one.at, self.desk.now().date())
        return SideTitle(str(one.body.party), one.body.label, f"{whose}, {act} {when}")


def _two(book: Any, key: str, older: str, newer: str) -> Any:
    from tablebook.jobs.redline_of import two_texts as compared

    return compared(book.negotiation, key, older, newer)
