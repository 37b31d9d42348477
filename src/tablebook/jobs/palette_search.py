"""One box for going, doing and finding: what the typed letters mean, best first. Pure and quick."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tablebook.domain.codes import Party
from tablebook.domain.contract import UnitKind
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.positions import Position

ARTICLES, COMMANDS, PASSES, SAID, PLAN = "articles", "commands", "passes", "said", "plan"
PREFIXES = {"@": ARTICLES, ">": COMMANDS, "#": PASSES, '"': SAID, "“": SAID}
MOST = 3
MOST_ALONE = 9
"""So many of one kind where only that kind is asked for."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something the palette can go to or do. ``id`` is an act's id, an article's key or an entry's id; ``weight``
    moves it forward where two are found alike."""

    group: str
    id: str
    words: str
    icon: str = ""
    aside: str = ""
    article: str = ""
    section: str = ""
    state: str = ""
    side: str = ""
    label: str = ""
    weight: int = 0
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A target with the letters that were typed: (start, end) in its words."""

    target: Target
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Targets of one kind, the best of them, and how many there are."""

    name: str
    found: tuple[Found, ...]
    count: int


def asked(typed: str) -> tuple[str, str]:
    """The kind that a prefix asks for ("" for all) and the words after it."""
    typed = typed.strip()
    kind = PREFIXES.get(typed[:1], "")
    return (kind, typed[1:].strip().rstrip('"”')) if kind else ("", typed)


class Index:
    """The targets of one moment, with their letters ready to be compared."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._rows = [(target, target.words.casefold(), target.exact.casefold()) for target in targets]

    def find(self, typed: str) -> tuple[Group, ...]:
        """The groups in their order, each with its best; nothing typed shows what asks for work."""
        kind, words = asked(typed)
        terms = words.casefold().split()
        scored: dict[str, list[tuple[int, int]]] = {}
        for at, (target, low, exact) in enumerate(self._rows):
            if kind and target.group != kind:
                continue
            score = _score(low, exact, terms)
            if score:
                scored.setdefault(target.group, []).append((-score - target.weight, at))
        most = MOST_ALONE if kind else MOST
        groups = []
        for name in (ARTICLES, COMMANDS, PASSES):
            rows = scored.get(name, [])
            best = [self._rows[at][0] for _, at in heapq.nsmallest(most, rows)]
            if best:
                groups.append(Group(name, tuple(Found(one, spans(one.words, terms)) for one in best), len(rows)))
        return tuple(groups)


def _score(low: str, exact: str, terms: Sequence[str]) -> int:
    """0 where a term is missing; more for a whole number or label, the beginning, the beginning of a word."""
    if not terms:
        return 1
    if exact and " ".join(terms) == exact:
        return 1000
    total = 0
    for term in terms:
        at = low.find(term)
        if at < 0:
            return 0
        if at == 0:
            total += 60
        elif not low[at - 1].isalnum():
            total += 40
        else:
            total += 10
    return total + max(0, 20 - len(low) // 8)


def spans(words: str, terms: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where the typed letters stand, in order and without overlap. Beginnings of words are meant first."""
    low = words.casefold()
    if len(low) != len(words):
        return ()
    found: list[tuple[int, int]] = []
    for term in terms:
        match = re.search(rf"\b{re.escape(term)}", low)
        at = match.start() if match else low.find(term)
        if at >= 0 and all(at >= end or at + len(term) <= start for start, end in found):
            found.append((at, at + len(term)))
    return tuple(sorted(found))


def places(state: Negotiation, positions: Mapping[str, Position]) -> list[Target]:
    """Articles and their sections; what is with us comes first."""
    targets = []
    for key, item in state.items.items():
        article, where = item.article, positions.get(key)
        number = article.number if article.kind is UnitKind.ARTICLE else ""
        title = article.title or article.name
        words = (
            f"{number} {title}".strip() if number else f"{article.name}, {title}" if title != article.name else title
        )
        shown = str(where.state) if where else ""
        last = where.last.body if where and where.last else None
        ours = shown == "with-us"
        targets.append(Target(
            ARTICLES, key, words, "book-open", article=key, state=shown, side=str(last.party) if last else "",
            label=last.label if last else "", weight=30 if ours else 8, exact=number or article.name))  # fmt: skip
        for section in article.sections:
            said = f"{section.number} {section.title}".strip()
            targets.append(Target(ARTICLES, f"{key}#{section.number}", said, "list", article.name, key, section.number,
                                  exact=section.number))  # fmt: skip
    return targets


def passes(state: Negotiation, moment: Callable[..., str]) -> list[Target]:
    """Passes and TAs, the newest first. ``moment`` says a time in words."""
    targets = []
    for one in reversed(state.passes.values()):
        title = state.items[one.body.article].article.title or one.body.article
        targets.append(Target(PASSES, one.id, f"{one.body.label}, {title}", "", moment(one.at), one.body.article,
                              side=str(one.body.party), exact=one.body.label))  # fmt: skip
    for agreement in reversed(state.agreements.values()):
        first = agreement.body.texts[0].accepted.article if agreement.body.texts else ""
        title = state.items[first].article.title if first in state.items else ""
        label = agreement.body.label
        words = f"{label}, {title}".rstrip(", ")
        targets.append(
            Target(PASSES, agreement.id, words, "signature", moment(agreement.at), first, side=Party.JOINT, exact=label)
        )
    return targets
