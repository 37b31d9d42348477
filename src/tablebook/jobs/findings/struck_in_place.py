"""Papers that show nothing but words that they strike: these go from the paragraphs of the contract that have them, and
the rest stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tablebook.domain.instruction_texts import rewritten, spots
from tablebook.domain.language import current_blocks
from tablebook.domain.named_points import named_point
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed, shorten
from tablebook.domain.text import Block, BlockKind, sections_of
from tablebook.jobs.findings.paper_lines import own_lines
from tablebook.jobs.findings.points_in_place import InPlace
from tablebook.jobs.own_lines import bare_words, without_heading
from tablebook.jobs.section_openings import with_sections
from tablebook.jobs.targets import Target

_FEWEST = 3
"""Words; fewer may stand anywhere."""


def struck_in_place(
    state: Negotiation, target: Target, new: Sequence[Block], old: Sequence[Block], known: str
) -> InPlace:
    """The readings with the paragraphs that the struck words are of; as they are where the paper shows words that stay,
    or strikes some that stand nowhere by themselves, or in two places, or all that a section has."""
    as_is = InPlace(tuple(new), tuple(old))
    base = current_blocks(state, target.key)
    if target.key not in state.items or any(_words(state, target, new, known)):
        return as_is
    text: list[Block | None] = list(base)
    gone = tuple(_words(state, target, old, known))
    for place, words in gone:
        at = _only_spot(text, base, place or target.place, words)
        if at is None:
            return as_is
        text[at] = _without(text[at], words)
    empty = (not any(_is_body(one) for one in part) for part in sections_of(tuple(filter(None, text))).values())
    if not gone or any(empty) or any(one is None and was.section for one, was in zip(text, base, strict=True)):
        return as_is
    return _shown(base, text, [words for _, words in gone])


def strikes_words(state: Negotiation, target: Target, old: Sequence[Block]) -> bool:
    """Whether the old text of a paper that shows nothing else is words of some paragraphs, and not all of the item."""
    return bool(struck_in_place(state, target, (), old, "").said)


def _words(state: Negotiation, target: Target, blocks: Sequence[Block], known: str) -> Iterator[tuple[str, str]]:
    """The words of a reading below its headings and the titles of sections, without its own lines, each with the
    section that it stands in."""
    item = state.items[target.key].article
    titles = {one.number: {bare_words(one.title), ""} for one in item.sections}
    sections = {one.number: one.blocks for one in item.sections}
    body, _ = without_heading(state, target, tuple(blocks))
    own = own_lines(body, known, new=False)
    now = ""
    for block in with_sections(state, target.key, [one for at, one in enumerate(body) if at not in own]):
        point = named_point(block.printed, target.key, sections)
        now = block.section or now
        if point:
            now = point.section
        words = block.printed[point.skip :] if point else block.text
        if not (block.section and bare_words(words) in titles.get(now, ())) and words.strip():
            yield now, words.strip()


def _only_spot(text: Sequence[Block | None], base: Sequence[Block], place: str, words: str) -> int | None:
    """The one paragraph of a section, or of the whole item, that has these words in one place."""
    found: list[int] = []
    now = ""
    for at, (one, was) in enumerate(zip(text, base, strict=True)):
        now = was.section or now
        if one is not None and not one.rows and (not place or now == place):
            found += [at] * len(spots(one.text, words))
    return found[0] if len(found) == 1 and len(words.split()) >= _FEWEST else None


def _without(block: Block | None, words: str) -> Block | None:
    """A paragraph without these words; None where it has no more."""
    left = rewritten(block, spots(block.text, words)[0], words, "") if block else None
    return left if left and any(map(str.isalnum, left.text)) else None


def _is_body(block: Block) -> bool:
    return block.kind is not BlockKind.HEADING and bool(block.text.strip() or block.rows)


def _shown(base: Sequence[Block], text: Sequence[Block | None], gone: Sequence[str]) -> InPlace:
    """The sections that lose words, after and before; the whole text where they go from what stands in none."""
    numbers: list[str] = []
    now = ""
    for one, was in zip(text, base, strict=True):
        now = was.section or now
        numbers += [now] if one is not was and now not in numbers else []
    left = tuple(filter(None, text))
    where = f"Section{'s' * (len(numbers) > 1)} {listed(numbers)}" if all(numbers) else "the text"
    words = "; ".join(f"“{shorten(one, 60)}”" for one in gone)
    said = f"The struck words {words} go from {where}. The rest of it stays."
    if not all(numbers):
        return InPlace(left, tuple(base), (said,))
    after, before = (sections_of(some) for some in (left, tuple(base)))
    made, were = (tuple(block for number in numbers for block in some[number]) for some in (after, before))
    return InPlace(made, were, (said,))
