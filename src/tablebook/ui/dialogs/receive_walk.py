"""Going through the findings of a received paper: cards at the left, or one strip, and the places on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tablebook.domain.cautions import Caution
from tablebook.ui.dialogs.receive_findings import CardWords, cards_of, notes_of
from tablebook.ui.kit.announce import announce

if TYPE_CHECKING:
    from tablebook.ui.dialogs.receive_side import ReceiveSide
    from tablebook.ui.dialogs.receive_strip import FindingStrip
    from tablebook.ui.text.side_by_side import SideBySide


class FindingWalk:
    """F3 goes from place to place, card after card; where nothing was found it goes through the changes."""

    def __init__(self, side: ReceiveSide, strip: FindingStrip, sides: SideBySide) -> None:
        self.side, self.strip, self.sides = side, strip, sides
        self.cards: tuple[CardWords, ...] = ()
        self.stops: list[tuple[CardWords, int, Caution]] = []
        self.at = -1
        sides.stepping = self.step
        strip.next_asked.connect(lambda: self.step(1))

    def show(self, findings: Sequence[Caution]) -> None:
        """These are the findings now; the place that was looked at stays where it still is one."""
        cards = cards_of(findings)
        if cards != self.cards:
            self.cards, self.at = cards, -1
            self.stops = [
                (card, number, place)
                for card in cards
                for number, place in enumerate(one for one in card.places if one.block >= 0)
            ]
        self.strip.show_found(cards)

    def begin(self, *, narrow: bool) -> None:
        """Until a person goes to another the first card is outlined; where one finding is seen at a time, its place is
        in view."""
        if self.at >= 0 or not self.cards:
            return
        if narrow and self.stops:
            self.step(1)
        else:
            self.side.select(self.cards[0])

    def notes(self) -> dict[int, Any]:
        """The frames on the page."""
        return notes_of([place for card in self.cards for place in card.places])

    def step(self, by: int) -> None:
        """The next place, after the last the first."""
        if not self.stops:
            self.sides.next_change() if by > 0 else self.sides.previous_change()
            return
        self._go(0 if self.at < 0 and by > 0 else (self.at + by) % len(self.stops))

    def show_card(self, card: CardWords) -> None:
        """ "Show": the first place of a card, then its next one."""
        own = [at for at, stop in enumerate(self.stops) if stop[0] is card]
        if own:
            self._go(own[(own.index(self.at) + 1) % len(own)] if self.at in own else own[0])

    def show_place(self, place: Caution) -> None:
        """A place that is no finding: a change that they marked."""
        self.sides.go_to_block(place.block)

    def _go(self, at: int) -> None:
        self.at = at
        card, number, place = self.stops[at]
        self.sides.go_to_block(place.block)
        self.side.select(card, number)
        self.strip.select(card)
        announce(self.sides, f"Finding {at + 1} of {len(self.stops)}. {card.title}. {place.sentence}")
