"""Citations in a passed text that lead nowhere: to what the contract lacks, or to what a standing pass strikes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tablebook.domain import record as r
from tablebook.domain.citations import citations
from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import current_blocks
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.positions import live_passes
from tablebook.domain.text import Block, sections_of


@dataclass(frozen=True, slots=True)
class Broken:
    """A citation that leads nowhere: why, in one sentence, and the number cited."""

    code: str
    sentence: str
    number: str


def broken_references(state: Negotiation, body: r.TextPassed) -> tuple[Broken, ...]:
    """Every citation of the text that leads nowhere, each once."""
    found = (*_numbered(state, body), *_bare(state, body), *_articles(state, body))
    return tuple(dict.fromkeys(found))


def _blocks(body: r.TextPassed) -> tuple[Block, ...]:
    return tuple(block for part in body.parts for block in part.blocks)


def _own(body: r.TextPassed) -> set[str]:
    """The places that the text itself brings."""
    return {number for part in body.parts if not part.deleted for number in (part.place, *sections_of(part.blocks))}


def numbers_cited(text: str) -> tuple[str, ...]:
    """The numbers of the sections that words cite, where the number holds the article's; of "8.4.1" it is "8.4"."""
    found = (one.section for one in citations(text) if "." in one.section)
    return tuple(dict.fromkeys(".".join(number.split(".")[:2]) for number in found))


def _numbered(state: Negotiation, body: r.TextPassed) -> Iterator[Broken]:
    """Citations like "Section 7.3", whose number holds the article's."""
    own = _own(body)
    cited = {number for block in _blocks(body) for number in numbers_cited(block.text)}
    for number in sorted(cited - own):
        home = state.contract.find(number)
        if home is not None:
            yield from _struck(state, body, home[0], home[1] or number, number)
        elif not any(number in {p.place for p in one.body.parts} for one in state.passes.values()):
            yield Broken("dead-reference", f"Section {number} does not exist.", number)


def _struck(state: Negotiation, body: r.TextPassed, key: str, place: str, number: str) -> Iterator[Broken]:
    itself = key == body.article and any(part.deleted and part.place == place for part in body.parts)
    if (itself or struck_by(state, key, place)) and number not in body.conditions:
        name = state.items[key].article.name
        yield Broken("struck-reference", f"Section {number} is being struck in {name}.", number)


def struck_by(state: Negotiation, key: str, place: str) -> Pass | None:
    """The latest standing pass that strikes this section."""
    passes = reversed(live_passes(state, key))
    return next((one for one in passes if any(p.deleted and p.place == place for p in one.body.parts)), None)


def _bare(state: Negotiation, body: r.TextPassed) -> Iterator[Broken]:
    """Citations like "Section 3" and "Section 3 of Article V", where sections start again in each article. What the
    current language cites already is not this text's doing."""
    known = _citations(current_blocks(state, body.article))
    for number, article in sorted(_citations(_blocks(body)) - known):
        home = state.contract.find(f"Article {article}") if article else (body.article, "")
        if home is None or home[0] not in state.items:
            continue
        there = {one.number for one in state.items[home[0]].article.sections}
        if not there or any("." in one for one in there):
            continue
        there |= {part.place for one in state.passes_on(home[0]) for part in one.body.parts}
        there |= _own(body) if home[0] == body.article else set()
        if number not in there:
            name = state.items[home[0]].article.name
            yield Broken("dead-reference", f"Section {number} does not exist in {name}.", number)
        elif home[0] != body.article or number not in _own(body):
            yield from _struck(state, body, home[0], number, number)


def _citations(blocks: Iterable[Block]) -> set[tuple[str, str]]:
    """(section, article or "") for each citation by a bare section number."""
    cited = (one for block in blocks for one in citations(block.text))
    return {(one.section, one.article) for one in cited if one.section and "." not in one.section}


def _articles(state: Negotiation, body: r.TextPassed) -> Iterator[Broken]:
    """Citations of a whole article that neither the contract nor a pass has."""
    for number in sorted(_whole(_blocks(body)) - _whole(current_blocks(state, body.article))):
        if state.contract.find(f"Article {number}") is None and number not in (body.article, *state.items):
            yield Broken("dead-reference", f"Article {number} does not exist.", number)


def _whole(blocks: Iterable[Block]) -> set[str]:
    cited = (one for block in blocks for one in citations(block.text))
    return {one.article for one in cited if not (one.section or one.here or one.appendix)}
