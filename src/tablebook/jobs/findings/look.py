"""A received text looked at: compared with what it started from, with every finding in its place on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from tablebook.domain.cautions import Caution, cautions_for_pass
from tablebook.domain.dataclass import dataclass
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import TextPassed
from tablebook.domain.text import Block
from tablebook.domain.values import Part
from tablebook.jobs.findings.base import Base, blocks_at, nearest, text_at
from tablebook.jobs.findings.on_page import located, page_place
from tablebook.jobs.findings.paper_parts import PaperParts
from tablebook.jobs.findings.references import as_cited
from tablebook.jobs.findings.taken_back import taken_back
from tablebook.jobs.findings.unmarked import NOT_MARKED, Unmarked, compared
from tablebook.jobs.redline_of import last_with_text
from tablebook.redline.compare import compare
from tablebook.redline.marks import Author, Redline

NOTHING_MARKED = "nothing-marked"


@dataclass(frozen=True, slots=True)
class Looked:
    """What there is to see of a received text on one item. ``base`` is what it is compared with (None: nothing),
    ``redline`` the comparison, ``findings`` are in the order in which a person should look, and ``marked`` are the
    changes that the paper marks."""

    article: str
    base: Base | None
    redline: Redline
    findings: tuple[Caution, ...]
    marked: tuple[Caution, ...] = ()


def look(state: Negotiation, body: TextPassed, paper: PaperParts | None, at: datetime) -> Looked:
    """Look at one text before it is recorded. ``paper`` holds its old text, where the paper is marked."""
    old = paper.old if paper else None
    places = [part.place for part in (*body.parts, *(old or ()))]
    base = nearest(state, body.article, body.party, old, places) if old is not None else None
    base = base or _usual(state, body)
    new = _blocks(body.parts)
    redline = compare(base.blocks if base else (), new, Author(body.party, body.label), ignore_typography=True)
    seen = _seen(state, body, base, old)
    cautions = [as_cited(state, body, one) for one in cautions_for_pass(state, body, at)]
    # What was changed without a mark is said once, also where it takes back an offer.
    quiet = {one.place for one in seen.quiet}
    back = {one.place for one in cautions if one.code == "regressive"}
    cautions += [one for one in taken_back(state, body) if one.place not in back]
    others = [one for one in cautions if not (one.code == "regressive" and one.place in quiet)]
    found = [
        *(located(one.caution(body.article), redline, one) for one in seen.quiet),
        *_not_comparable(paper, base, redline, body),
        *(page_place(replace(one, article=body.article), redline, new) for one in others),
    ]
    marked = tuple(located(one.caution(body.article), redline, one) for one in seen.marked)
    return Looked(body.article, base, redline, tuple(sorted(found, key=_urgency)), marked)


_FIRST = (NOT_MARKED, "misquoted", NOTHING_MARKED, "changes-ta", "regressive", "struck-reference", "dead-reference",
          "number-differs", "marked-same")  # fmt: skip


def _urgency(one: Caution) -> int:
    return _FIRST.index(one.code) if one.code in _FIRST else len(_FIRST)


def _seen(state: Negotiation, body: TextPassed, base: Base | None, old: Sequence[Part] | None) -> Unmarked:
    if base is None or old is None:
        return Unmarked((), ())
    item = state.items.get(body.article)
    name = item.article.name if item else body.article
    return compared(base.blocks, _blocks(old), _blocks(body.parts), base.label, name)


def _not_comparable(
    paper: PaperParts | None, base: Base | None, redline: Redline, body: TextPassed
) -> Iterator[Caution]:
    """A paper on which nothing is marked, though it changes something."""
    if paper is None or paper.old is not None or base is None or not redline.changes:
        return
    count = len(redline.changes)
    changes = "1 change" if count == 1 else f"{count} changes"
    yield Caution(
        NOTHING_MARKED, f"It marks nothing. Compared with {base.label} it has {changes}.", article=body.article
    )


def _usual(state: Negotiation, body: TextPassed) -> Base | None:
    """What a text without marks is compared with: the other side's last pass, else the last one, else the contract."""
    texts = [one for one in state.passes_on(body.article) if one.has_text]
    theirs = [one for one in texts if one.body.party is not body.party]
    one = theirs[-1] if theirs else last_with_text(state, body.article)
    blocks = blocks_at(text_at(state, body.article, one), [part.place for part in body.parts])
    return Base(one, blocks) if one or blocks else None


def _blocks(parts: Iterable[Part]) -> tuple[Block, ...]:
    return tuple(block for part in parts for block in part.blocks)
