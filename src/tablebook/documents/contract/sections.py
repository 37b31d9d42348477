"""Which candidates are the sections of an article: by the word "Section", by the article's number, or by a scheme."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace

from tablebook.documents.contract.candidates import Candidate
from tablebook.documents.contract.headings import Form, values_of
from tablebook.documents.contract.numbering import Link, Steps, best_chain
from tablebook.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """How sections are counted that have neither the word "Section" nor their article's number: "A.", "1.", "(1)".
    ``titled``: nearly all of them have titles."""

    form: Form
    bracket: bool = False
    titled: bool = False

    def fits(self, candidate: Candidate) -> bool:
        """Whether a candidate is counted this way."""
        return candidate.heading.form is self.form and (")" in candidate.heading.mark) is self.bracket


def sections_within(
    found: tuple[Candidate, ...], start: int, end: int, number: str, scheme: Scheme | None, *, inner: bool = False
) -> list[Candidate]:
    """The headings of the sections between two lines: by the word "Section", by 7.1 or 7.0, or else by the document's
    scheme. ``inner``: the heading above is a section's own ("Section 4"), so what is counted under it is a list."""
    opening = -1 if inner else start
    inside = [c for c in _between(found, start, end) if "reference" not in c.features]
    own = values_of(number) if number else ()
    keyed = [
        _counted([c for c in inside if c.heading.form is form and _belongs(c, own)], opening)
        for form in (Form.SECTION, Form.DECIMAL, Form.ZERO)
    ]
    best = max(keyed, key=lambda chain: chain[1])
    if best[0]:
        return best[0]
    if (apart := _counted_apart([c for c in inside if c.heading.form is Form.SECTION], opening)) or scheme is None:
        return apart
    members = [c for c in inside if scheme.fits(c)]
    return [] if _only_lists(scheme, members) else _counted(members, opening)[0]


def _only_lists(scheme: Scheme, members: list[Candidate]) -> bool:
    """Whether the numbers of an article count a list where those of the other articles stand before titles."""
    return scheme.titled and sum(bool(c.title.text) for c in members) < 0.3 * len(members)


def _counted(members: list[Candidate], start: int) -> tuple[list[Candidate], float]:
    """The members that count up best, and how well they do."""
    links = [Link(_section_values(c), _section_score(c, start), c.title.text.lower().replace(" ", "")) for c in members]
    chosen, total = best_chain(links, Steps(gap=0.6, twice=1.5, same=8.0, back=9.0))
    return [members[index] for index in chosen], total


def _counted_apart(members: list[Candidate], start: int) -> list[Candidate]:
    """Sections whose numbers are compound and yet do not hold their article's: "Section 1.0", "Section 1.1",
    "Section 2.0" under Article 7."""
    links = [Link(values_of(c.heading.number), _section_score(c, start)) for c in members]
    chosen, _ = best_chain(links, Steps(gap=0.6, twice=1.5, same=8.0, back=9.0))
    chain = [members[index] for index in chosen]
    return chain if len(chain) >= 3 and values_of(chain[0].heading.number)[0][0] == 1 else []


def _between(found: tuple[Candidate, ...], start: int, end: int) -> tuple[Candidate, ...]:
    """The candidates on the lines from ``start`` to before ``end``; they are in order."""
    first = bisect_left(found, start, key=lambda candidate: candidate.at)
    return found[first : bisect_left(found, end, key=lambda candidate: candidate.at)]


def _belongs(candidate: Candidate, own: tuple[tuple[int, ...], ...]) -> bool:
    """Whether 7.3 belongs to article 7; numbers without an article's number always may."""
    if candidate.heading.form is Form.ZERO or not _compound(candidate) or not own:
        return True
    return any(value[0] == number[0] for value in values_of(candidate.heading.number) for number in own)


def _compound(candidate: Candidate) -> bool:
    """Whether a section's number holds its article's: "7.3", "Section 7-3"."""
    number, form = candidate.heading.number, candidate.heading.form
    if form is Form.ZERO:
        return False
    return "." in number or form is Form.DECIMAL or (form is Form.SECTION and ("-" in number or ":" in number))


def _section_values(candidate: Candidate) -> tuple[tuple[int, ...], ...]:
    values = values_of(candidate.heading.number)
    if _compound(candidate):
        return tuple((value[1], value[2] if len(value) > 2 else 0) for value in values if len(value) > 1)
    return values


def _section_score(candidate: Candidate, start: int) -> float:
    """How sure a section's heading is, where ``start`` is the first line of its article; -1 inside a section."""
    score = candidate.score - 1.5
    form = candidate.heading.form
    if form in (Form.DECIMAL, Form.ZERO):
        score += 3.0 if candidate.at == start or "begins" in candidate.features else 2.0
    if form in (Form.LETTER, Form.NUMBER, Form.ROMAN) and "gap above" not in candidate.features:
        begins = start >= 0 and "begins" in candidate.features
        score += 1.0 if candidate.at == start else 0.5 if begins else -1.0
    return score


def section_scheme(found: tuple[Candidate, ...], spans: list[tuple[int, int, str]]) -> Scheme | None:
    """How the articles without "Section 1" and "7.1" are divided, where they are a good part of all: the outermost
    count that a third of them have."""
    every, spans = spans, [span for span in spans if not sections_within(found, *span, None)]
    covered: dict[Scheme, list[int]] = defaultdict(list)
    for start, end, _ in spans:
        inside = [c for c in _between(found, start, end) if "reference" not in c.features]
        for scheme in _SCHEMES:
            if (place := _opens(inside, scheme)) is not None:
                covered[scheme].append(place)
    usual = [scheme for scheme, places in covered.items() if len(places) > max(1, 0.34 * len(spans))]
    if not usual and len(every) == 1:
        usual = list(covered)
    if not usual:
        return None
    scheme = min(usual, key=lambda one: _depth(one, found, spans))
    return replace(scheme, titled=_mostly_titled(scheme, found, spans))


def _mostly_titled(scheme: Scheme, found: tuple[Candidate, ...], spans: list[tuple[int, int, str]]) -> bool:
    """Whether most articles that have figures or Roman numerals of the scheme have titles behind them."""
    if scheme.form is Form.LETTER:
        return False
    opened = [span for span in spans if _opens(list(_between(found, span[0], span[1])), scheme) is not None]
    return len(opened) >= 2


_SCHEMES = tuple(Scheme(form, bracket) for bracket in (False, True) for form in (Form.LETTER, Form.NUMBER, Form.ROMAN))


def _opens(inside: list[Candidate], scheme: Scheme) -> int | None:
    """Where the scheme's count begins in an article, if it begins at one and goes on."""
    members = [c for c in inside if scheme.fits(c)]
    if len(members) < 2 or values_of(members[0].heading.number)[0][0] != 1:
        return None
    if scheme.form is not Form.LETTER and sum(bool(c.title.text) for c in members) < 0.6 * len(members):
        return None
    return members[0].at


def _depth(scheme: Scheme, found: tuple[Candidate, ...], spans: list[tuple[int, int, str]]) -> float:
    """In which part of the articles another scheme's count begins before this one: an inner count always does."""
    later = 0
    for start, end, _ in spans:
        inside = [c for c in _between(found, start, end) if "reference" not in c.features]
        own = _opens(inside, scheme)
        firsts = [place for other in _SCHEMES if other != scheme and (place := _opens(inside, other)) is not None]
        later += own is None or any(place < own for place in firsts)
    return later / max(1, len(spans))
