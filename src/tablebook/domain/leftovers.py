"""What a total TA closes in one line: what keeps its language, what was withdrawn, what is deferred, and to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tablebook.domain.codes import State
from tablebook.domain.contract import UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.positions import position


@dataclass(frozen=True, slots=True)
class Leftovers:
    """The keys of the three kinds, all of them in the contract's order, and the line that both sides sign."""

    keys: tuple[str, ...]
    current: tuple[str, ...]
    withdrawn: tuple[str, ...]
    deferred: tuple[str, ...]
    line: str

    @property
    def counted(self) -> str:
        """How many there are of each kind; all three are told, that nobody has to ask."""
        stay = (
            "1 article stays as it is" if len(self.current) == 1 else f"{len(self.current)} articles stay as they are"
        )
        return f"{stay}, {len(self.withdrawn)} withdrawn, {len(self.deferred)} deferred"


def leftovers(state: Negotiation) -> Leftovers:
    """What has no TA, or not one on all that was opened in it. Parts beside the articles count where they are withdrawn
    or deferred: what was never opened of them needs no word."""
    kinds = {key: item.article.kind for key, item in state.items.items()}
    stands = {key: position(state, key).state for key, kind in kinds.items() if kind is not UnitKind.GROUND_RULES}
    current = tuple(key for key, at in stands.items() if at is State.NOT_OPENED and kinds[key] is UnitKind.ARTICLE)
    withdrawn = tuple(key for key, at in stands.items() if at is State.WITHDRAWN)
    put_off = [key for key, item in state.items.items() if item.deferred]
    deferred = tuple(key for key in put_off if position(state, key).state is State.DEFERRED)
    line = " ".join(_said(state, current, withdrawn, deferred))
    closed = {*current, *withdrawn, *deferred}
    return Leftovers(tuple(key for key in state.items if key in closed), current, withdrawn, deferred, line)


def _said(
    state: Negotiation, current: Sequence[str], withdrawn: Sequence[str], deferred: Sequence[str]
) -> Iterator[str]:
    if current:
        yield f"{_articles(current)}: current contract language."
    if withdrawn:
        yield f"{_named(state, withdrawn)}: withdrawn."
    for to in dict.fromkeys(state.items[key].deferred for key in deferred):
        together = [key for key in deferred if state.items[key].deferred == to]
        yield f"{_named(state, together)}: deferred to {to.rstrip('.')}."


def _named(state: Negotiation, keys: Sequence[str]) -> str:
    """What is withdrawn or deferred; where sections of an article are agreed, it is the rest of it."""
    partly = [key for key in keys if position(state, key).agreed]
    if not partly and all(key == state.items[key].article.number for key in keys):
        return _articles(keys)
    names = [f"the rest of {state.named_unit(key)}" if key in partly else state.named_unit(key) for key in keys]
    said = listed(names)
    return said[:1].upper() + said[1:]


def _articles(keys: Sequence[str]) -> str:
    return f"Article{'s' if len(keys) > 1 else ''} {listed(keys)}"
