"""Which candidates are the articles, appendices and memoranda of the contract, and which are sections of each."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from tablebook.documents.contract.candidates import Candidate
from tablebook.documents.contract.headings import Form, values_of
from tablebook.documents.contract.numbering import Link, Steps, best_chain
from tablebook.documents.contract.plainheads import plain_candidates
from tablebook.documents.contract.titles import Title, titles_above
from tablebook.documents.lines import Line, in_capitals
from tablebook.domain.contract import UnitKind
from tablebook.domain.dataclass import dataclass

_TOP = (Form.ARTICLE, Form.SECTION, Form.ZERO, Form.NUMBER, Form.ROMAN, Form.LETTER)
_SURE = 3.0
_DUTIES = frozenset(("shall", "will", "must"))
_DUTIES_A_WORD = 0.008
_FEW_WORDS = 300


@dataclass(frozen=True, slots=True)
class Unit:
    """An article, appendix or memorandum found in the text."""

    kind: UnitKind
    candidate: Candidate


def find_units(lines: tuple[Line, ...], found: tuple[Candidate, ...], *, part: bool = False) -> tuple[Unit, ...]:
    """The units in print order. Nothing inside an appendix is taken for an article again. ``part`` is for papers that
    hold some articles of a contract only: then Article 12 may be the first."""
    behind = [*_appendices(found), *_memoranda(found)]
    taken = {unit.candidate.at for unit in behind}
    steps = Steps(late_start=0.0, gap=0.1) if part else Steps()
    articles = _articles(lines, tuple(c for c in found if c.at not in taken), behind, steps)
    return tuple(sorted((*articles, *behind), key=lambda unit: unit.candidate.at))


def _articles(lines: tuple[Line, ...], found: tuple[Candidate, ...], behind: list[Unit], steps: Steps) -> list[Unit]:
    families: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        if candidate.heading.form in _TOP and _may_open_article(candidate):
            families[candidate.heading.family].append(candidate)
    first_behind = min((unit.candidate.at for unit in behind), default=len(lines))
    chains = {
        name: _chain(lines, _standing(members), first_behind, steps if members[0].heading.word else _strict(steps))
        for name, members in families.items()
    }
    best = _best_family(chains)
    if not (best.startswith("article") or _binds(lines)):
        return []
    if best:
        return [Unit(UnitKind.ARTICLE, candidate) for candidate in titled_above(lines, chains[best][0])]
    plain = plain_candidates(lines, {unit.candidate.at for unit in behind}, first_behind)
    return [Unit(_plain_kind(candidate), candidate) for candidate in plain]


def _plain_kind(candidate: Candidate) -> UnitKind:
    """A preamble is set like the articles where these have no numbers."""
    return UnitKind.PREAMBLE if candidate.title.text.lower() == "preamble" else UnitKind.ARTICLE


def _binds(lines: tuple[Line, ...]) -> bool:
    """Whether a text lays down what the parties shall do, as contracts do in every fortieth word. Headings without the
    word "Article" stand in guides, reports and minutes as well."""
    words = [word for line in lines for word in line.text.lower().split()]
    return len(words) < _FEW_WORDS or sum(word in _DUTIES for word in words) >= _DUTIES_A_WORD * len(words)


def titled_above(lines: tuple[Line, ...], chain: list[Candidate]) -> list[Candidate]:
    """The articles with the titles above their numbers, where the document prints them there."""
    above = titles_above(lines, [c.at for c in chain], untitled=[not c.title.text for c in chain])
    return [replace(c, at=c.at - 1, title=Title(above[c.at], 0, 1, True)) if c.at in above else c for c in chain]


def _may_open_article(candidate: Candidate) -> bool:
    """Bare numbers are everywhere: as article headings they must stand alone, be titled and look the part."""
    form, features = candidate.heading.form, candidate.features
    if "reference" in features or "listed" in features:
        return False
    if form is Form.ARTICLE:
        return candidate.score > 0
    if form is Form.SECTION:
        return "." not in candidate.heading.number and candidate.score > 0
    striking = "capitals" in features or "bold" in features or "depth" in features or "larger" in features
    return candidate.title.whole and bool(candidate.title.text) and striking and candidate.score >= _SURE


def _strict(steps: Steps) -> Steps:
    """Bare numbers count once through the whole document, and the headings of its articles are set alike."""
    return replace(steps, back=90.0, twice=9.0, other_look=4.0)


def _look(line: Line) -> tuple[object, ...]:
    return (line.depth, line.bold or line.lead > 0, line.caps, line.size > 1.12)


def _standing(members: list[Candidate]) -> list[Candidate]:
    """Candidates without those that open running text, or count in other figures, where nearly all others do not: they
    only cite an article."""
    sure = [c for c in members if c.score > _SURE]
    for usual in (lambda c: c.title.whole or bool(c.title.text), lambda c: c.heading.number[:1].isdigit(),
                  lambda c: not c.heading.number[:1].isdigit()):  # fmt: skip
        if sum(map(usual, sure)) >= 0.8 * len(sure):
            members = [c for c in members if usual(c)]
    return members


def _chain(
    lines: tuple[Line, ...], members: list[Candidate], first_behind: int, steps: Steps
) -> tuple[list[Candidate], float]:
    links = [
        Link(
            values_of(c.heading.number),
            c.score - (4.0 if c.at > first_behind else 0.0) - 2.0,
            c.title.text.lower().replace(" ", ""),
            _look(lines[c.at]),
        )
        for c in members
    ]
    chosen, total = best_chain(links, steps)
    return [members[index] for index in chosen], total


def _best_family(chains: dict[str, tuple[list[Candidate], float]]) -> str:
    """The family that numbers the whole document: "article" where there is one, else the strongest sequence."""
    rank = ("article:article", "article:art.", "article:chapter", "article:part", "section")
    for name in rank:
        chain, total = chains.get(name, ([], 0.0))
        others = max((len(c) for other, (c, _) in chains.items() if other not in rank), default=0)
        if (
            total > _SURE
            and (len(chain) >= 2 or name.startswith("article:art"))
            and (name.startswith("article:art") or len(chain) * 2 >= others or name == "section")
        ):
            if name in ("article:chapter", "article:part") and len(chains.get("section", ([], 0))[0]) > len(chain):
                continue
            return name
    totals = {name: total for name, (chain, total) in chains.items() if len(chain) >= 3}
    return max(totals, key=totals.__getitem__) if totals else ""


def _appendices(found: Iterable[Candidate]) -> list[Unit]:
    """Appendices by their word; a letter may stand twice. Schedules and exhibits only when they stand alone."""
    members = []
    for candidate in found:
        features, heading = candidate.features, candidate.heading
        if heading.form is not Form.APPENDIX or "reference" in features or "listed" in features:
            continue
        if not candidate.title.whole or "small letters" in features or "runs on" in features:
            continue
        if not heading.number and not (in_capitals(heading.word) and candidate.title.text):
            continue
        striking = in_capitals(heading.word) or {"depth", "bold", "centred", "larger"} & set(features)
        rare = heading.word.lower() not in ("appendix", "appendices")
        if candidate.score >= (_SURE + 2 if rare else _SURE) and (striking or "gap above" in features):
            members.append(candidate)
    main = [c for c in members if c.heading.word.lower().startswith("append")]
    chosen = main or members
    if main:
        others = [c for c in members if c not in main and c.at > main[0].at and c.heading.word.isupper()]
        chosen = sorted([*main, *others], key=lambda c: c.at)
    links = [Link(values_of(c.heading.number) if c.heading.number else ((0, 0),), c.score) for c in chosen]
    chain, _ = best_chain(links, Steps(gap=0.3, twice=0.5, same=12.0, back=4.0, late_start=0.2))
    return [Unit(UnitKind.APPENDIX, chosen[index]) for index in chain]


def _memoranda(found: Iterable[Candidate]) -> list[Unit]:
    """Memoranda and letters, numbered or not, each on its own line and standing out."""
    units: list[Unit] = []
    for candidate in found:
        features, heading = candidate.features, candidate.heading
        if heading.form is not Form.MOU or not candidate.title.whole or {"reference", "listed"} & set(features):
            continue
        if units and candidate.at < units[-1].candidate.end + 3 and _one_head(units[-1].candidate, candidate):
            units[-1] = Unit(UnitKind.MOU, _joined(units[-1].candidate, candidate))
            continue
        if {"runs on", "small letters"} & set(features):
            continue
        striking = heading.word.isupper() or {"depth", "bold", "centred", "larger"} & set(features)
        if candidate.score < _SURE or not striking:
            continue
        if "gap above" not in features or (units and _page_head(units[-1].candidate, candidate)):
            continue
        short = heading.word in ("MOU", "MOA", "LOU", "LOA")
        if short and not ({"depth", "bold", "centred"} & set(features) or candidate.title.text):
            continue
        units.append(Unit(UnitKind.MOU, candidate))
    return units


def _one_head(first: Candidate, second: Candidate) -> bool:
    """Whether two lines are one heading: "MEMORANDUM OF UNDERSTANDING", its subject, "MOU PAA-25-02"."""
    return second.at <= first.end + 1 and (not first.heading.number or not second.heading.number)


def _joined(first: Candidate, second: Candidate) -> Candidate:
    numbered = first if first.heading.number else second
    heading = replace(numbered.heading, rest=first.heading.rest)
    title = first.title if first.title.text else second.title
    return Candidate(first.at, heading, replace(title, below=second.end - first.at - 1), first.features)


def _page_head(first: Candidate, second: Candidate) -> bool:
    """Whether a short line only repeats the number of the memorandum that is under way."""
    return bool(second.heading.number) and second.heading.number == first.heading.number and not second.title.text


@dataclass(frozen=True, slots=True)
class Scheme:
    """How sections are counted that have neither the word "Section" nor their article's number: "A.", "1.", "(1)"."""

    form: Form
    bracket: bool = False

    def fits(self, candidate: Candidate) -> bool:
        """Whether a candidate is counted this way."""
        return candidate.heading.form is self.form and (")" in candidate.heading.mark) is self.bracket


def sections_within(
    found: tuple[Candidate, ...], start: int, end: int, number: str, scheme: Scheme | None
) -> list[Candidate]:
    """The headings of the sections between two lines: by the word "Section", by 7.1 or 7.0, or else by the document's
    scheme."""
    inside = [c for c in _between(found, start, end) if "reference" not in c.features]
    own = values_of(number) if number else ()
    keyed = [
        _counted([c for c in inside if c.heading.form is form and _belongs(c, own)])
        for form in (Form.SECTION, Form.DECIMAL, Form.ZERO)
    ]
    best = max(keyed, key=lambda chain: chain[1])
    if best[0] or scheme is None:
        return best[0]
    return _counted([c for c in inside if scheme.fits(c)])[0]


def _counted(members: list[Candidate]) -> tuple[list[Candidate], float]:
    """The members that count up best, and how well they do."""
    links = [Link(_section_values(c), _section_score(c), c.title.text.lower().replace(" ", "")) for c in members]
    chosen, total = best_chain(links, Steps(gap=0.6, twice=1.5, same=8.0, back=9.0))
    return [members[index] for index in chosen], total


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
    number = candidate.heading.number
    if candidate.heading.form is Form.ZERO:
        return False
    return "." in number or (candidate.heading.form in (Form.SECTION, Form.DECIMAL) and "-" in number)


def _section_values(candidate: Candidate) -> tuple[tuple[int, ...], ...]:
    values = values_of(candidate.heading.number)
    if _compound(candidate):
        return tuple((value[1], value[2] if len(value) > 2 else 0) for value in values if len(value) > 1)
    return values


def _section_score(candidate: Candidate) -> float:
    score = candidate.score - 1.5
    form = candidate.heading.form
    if form in (Form.DECIMAL, Form.ZERO):
        score += 2.0
    if form in (Form.LETTER, Form.NUMBER, Form.ROMAN) and "gap above" not in candidate.features:
        score -= 1.0
    return score


def section_scheme(found: tuple[Candidate, ...], spans: list[tuple[int, int, str]]) -> Scheme | None:
    """How the articles without "Section 1" and "7.1" are divided, where they are a good part of all: the outermost
    count that a third of them have."""
    spans = [span for span in spans if not sections_within(found, *span, None)]
    covered: dict[Scheme, list[int]] = defaultdict(list)
    for start, end, _ in spans:
        inside = [c for c in _between(found, start, end) if "reference" not in c.features]
        for scheme in _SCHEMES:
            if (place := _opens(inside, scheme)) is not None:
                covered[scheme].append(place)
    usual = [scheme for scheme, places in covered.items() if len(places) > max(1, 0.34 * len(spans))]
    if not usual and len(spans) == 1:
        usual = list(covered)
    return min(usual, key=lambda scheme: _depth(scheme, found, spans), default=None)


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
