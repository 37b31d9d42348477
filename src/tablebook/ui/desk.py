"""What the views of one open book share: what the record says, which article is chosen, and how to ask for an act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tablebook.errors import UserError
from tablebook.ui.bridge import Bridge

if TYPE_CHECKING:
    # Only for checking: the first window is painted before the domain is loaded.
    from tablebook.domain.negotiation import Item, Negotiation
    from tablebook.domain.positions import Position
    from tablebook.preferences import Preferences


class Desk(QObject):
    """Views read `state` and `positions`, and repaint what `changed` names. They never write: they ask with `act`."""

    opened = Signal()
    changed = Signal(object)
    """Changed: articles, sessions and packages that are to be drawn again."""
    chosen = Signal(str)
    """The key of the article that is shown now."""
    section_asked = Signal(str)
    """A section of the chosen article that is to be brought into view."""
    page_asked = Signal(str)
    """The id of an entry: show the text of its article as it stood then."""
    draft_changed = Signal(str)
    """The key of the article whose draft in the plan is another now."""
    said = Signal(str, str)
    """A short message and its icon."""
    refused = Signal(object)
    """UserError that belongs to no field: what, why, what to do."""

    def __init__(self, bridge: Bridge, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.preferences = bridge, preferences
        self.positions: dict[str, Position] = {}
        self.article = ""
        bridge.opened.connect(self._take_book)
        bridge.changed.connect(self._take_change)
        bridge.refused.connect(self.refused)

    @property
    def state(self) -> Negotiation:
        """What the record says, as last told by the book's thread; empty without a book."""
        if self.bridge.state is None:
            from tablebook.domain.negotiation import Negotiation

            self.bridge.state = Negotiation()
        return self.bridge.state

    def now(self) -> datetime:
        """The present moment by the book's clock."""
        return self.bridge.clock.now()

    @property
    def writable(self) -> bool:
        """Whether something can be recorded here."""
        return self.bridge.facts is not None and not self.bridge.facts.read_only_reason

    @property
    def our_caucus(self) -> bool:
        """Whether we are among ourselves, so that what is private may be on the screen."""
        return self.state.caucus is not None and self.state.caucus.by is self.state.we

    @property
    def item(self) -> Item | None:
        """The chosen article."""
        return self.state.items.get(self.article)

    def choose(self, key: str, section: str = "") -> None:
        """Show this article, and a section of it."""
        if key in self.state.items and key != self.article:
            self.article = key
            self.chosen.emit(key)
        if section:
            self.section_asked.emit(section)

    def act(
        self,
        job: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        icon: str = "circle-check",
        **kwargs: Any,
    ) -> None:
        """Ask the book's thread for a job; its message is shown with the icon when it is done."""

        def done(result: Any) -> None:
            message = getattr(result, "message", "")
            if message:
                self.said.emit(message, icon)
            if then is not None:
                then(result)

        self.bridge.run(job, *args, then=done, failed=failed, **kwargs)

    def say(self, text: str, icon: str = "circle-check") -> None:
        """Show a short message."""
        self.said.emit(text, icon)

    # What the bridge tells

    def _take_book(self, _facts: object) -> None:
        facts = self.bridge.facts
        self.positions = dict(facts.positions) if facts else {}
        self.article = self._first()
        self.opened.emit()
        self.chosen.emit(self.article)

    def _first(self) -> str:
        """The first article that is with us, else the first that is open, else the first of all."""
        for wanted in ("with-us", "with-them", "held", "part-ta"):
            for key, where in self.positions.items():
                if where.state == wanted:
                    return key
        keys = list(self.state.items)
        return next((key for key in keys if self.state.items[key].article.number), keys[0] if keys else "")

    def _take_change(self, changed: Any) -> None:
        from tablebook.domain.positions import position

        now = self.now()
        for key, item in self.state.items.items():
            named = key in changed.articles or item.home in changed.articles
            if named or changed.packages or key not in self.positions:
                self.positions[key] = position(self.state, key, now)
        self.changed.emit(changed)
