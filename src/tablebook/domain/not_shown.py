"""Contract words that a TA takes out because the paper it is on did not show them: nobody marked them as struck."""

from __future__ import annotations

from collections.abc import Iterator

from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import agreements_in_force, held_parts
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import shorten
from tablebook.domain.text import same_words, sections_of
from tablebook.domain.values import Part

_QUOTED = 3


@dataclass(frozen=True, slots=True)
class NotShown:
    """Paragraphs of one section of a unit, as the contract has them, that a TA is without."""

    agreement: str
    unit: str
    lost: Part


def words_of(part: Part) -> str:
    """The paragraphs, the first ones quoted by their beginnings."""
    quoted = [
        f"{'the table ' if block.rows else ''}“{shorten(' '.join(block.printed.split()), 60)}”" for block in part.blocks
    ]
    more = len(quoted) - _QUOTED
    return "; ".join(quoted) if more < 2 else f"{'; '.join(quoted[:_QUOTED])} and {more} paragraphs more"


def not_shown(state: Negotiation) -> Iterator[NotShown]:
    """All of them under the TAs in force, without what was put back when a TA was signed."""
    for agreement in agreements_in_force(state):
        for text in agreement.body.texts:
            accepted = state.named(text.accepted)
            done = state.ratification.results.get((agreement.body.label, text.accepted.article))
            missed = done.not_shown if done else accepted.body.not_shown if accepted else ()
            if not missed:
                continue
            held = _words_by_place(held_parts(state, agreement, text))
            for part in missed:
                words = held.get(part.place)
                gone = [block for block in part.blocks if words and same_words(block.printed) not in words]
                if gone:
                    yield NotShown(agreement.body.label, text.accepted.article, Part(part.place, tuple(gone)))


def _words_by_place(parts: tuple[Part, ...]) -> dict[str, str]:
    """The words that a TA gives each section; a section that it strikes has none."""
    sections = [
        each
        for part in parts
        for each in (sections_of(part.blocks) if not part.place else {part.place: part.blocks}).items()
    ]
    return {place: same_words(" ".join(block.printed for block in blocks)) for place, blocks in sections}
