"""Which candidates are the articles, appendices and memoranda of the contract, and which are sections of each."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tablebook.documents.candidates import Candidate
from tablebook.documents.headings import Form, values_of
from tablebook.documents.lines import Line, in_capitals
from tablebook.documents.numbering import Link, Steps, best_chain
from tablebook.documents.plainheads import plain_candidates
from tablebook.domain.contract import UnitKind

_TOP = (Form.ARTICLE, Form.SECTION, Form.ZERO, Form.NUMBER, Form.ROMAN, Form.LETTER)
_SURE = 3.0


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
    if best:
        return [Unit(UnitKind.ARTICLE, candidate) for candidate in chains[best][0]]
    plain = plain_candidates(lines, {unit.candidate.at for unit in behind}, first_behind)
    return [Unit(UnitKind.ARTICLE, candidate) for candidate in plain]


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
    return (line.depth, line.bold or line.lead > 0, line.caps, line.centred, round(line.size, 1))


def _standing(members: list[Candidate]) -> list[Candidate]:
    """Candidates without those that open running text where nearly all others stand alone: they only cite an article."""
    alone = sum(c.title.whole for c in members if c.score > _SURE)
    if alone < 0.7 * sum(c.score > _SURE for c in members):
        return members
    return [c for c in members if c.title.whole or c.title.text]


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


def sections_within(
    found: tuple[Candidate, ...], start: int, end: int, number: str, scheme: Form | None
) -> list[Candidate]:
    """The headings of the sections between two lines, by the word "Section", by 7.1, or by the document's scheme."""
    inside = [c for c in _between(found, start, end) if "reference" not in c.features]
    best: tuple[list[Candidate], float] = ([], 0.0)
    own = values_of(number) if number else ()
    for form in (Form.SECTION, Form.DECIMAL, *((scheme,) if scheme else ())):
        members = [c for c in inside if c.heading.form is form and _belongs(c, own)]
        links = [Link(_section_values(c), _section_score(c), c.title.text.lower().replace(" ", "")) for c in members]
        chosen, total = best_chain(links, Steps(gap=0.6, twice=1.5, same=8.0, back=9.0))
        if total > best[1]:
            best = [members[index] for index in chosen], total
    return best[0]


def _between(found: tuple[Candidate, ...], start: int, end: int) -> tuple[Candidate, ...]:
    """The candidates on the lines from ``start`` to before ``end``; they are in order."""
    first = bisect_left(found, start, key=lambda candidate: candidate.at)
    return found[first : bisect_left(found, end, key=lambda candidate: candidate.at)]


def _belongs(candidate: Candidate, own: tuple[tuple[int, ...], ...]) -> bool:
    """Whether 7.3 belongs to article 7; numbers without an article's number always may."""
    if not _compound(candidate) or not own:
        return True
    return any(value[0] == number[0] for value in values_of(candidate.heading.number) for number in own)


def _compound(candidate: Candidate) -> bool:
    """Whether a section's number holds its article's: "7.3", "Section 7-3"."""
    number = candidate.heading.number
    return "." in number or (candidate.heading.form in (Form.SECTION, Form.DECIMAL) and "-" in number)


def _section_values(candidate: Candidate) -> tuple[tuple[int, ...], ...]:
    values = values_of(candidate.heading.number)
    if _compound(candidate):
        return tuple((value[1], value[2] if len(value) > 2 else 0) for value in values if len(value) > 1)
    return values


def _section_score(candidate: Candidate) -> float:
    score = candidate.score - 1.5
    form = candidate.heading.form
    if form is Form.DECIMAL:
        score += 2.0
    if form in (Form.LETTER, Form.NUMBER, Form.ROMAN) and "gap above" not in candidate.features:
        score -= 1.0
    return score


def section_scheme(found: tuple[Candidate, ...], spans: list[tuple[int, int, str]]) -> Form | None:
    """Whether bare letters (or titled bare numbers) divide the articles of this document. Only where most articles
    have no "Section 1" and no "7.1" do they count."""
    if not spans:
        return None
    keyed = sum(len(sections_within(found, start, end, number, None)) >= 1 for start, end, number in spans)
    if keyed >= 0.3 * len(spans):
        return None
    best: tuple[Form | None, float] = (None, 0.0)
    for form in (Form.LETTER, Form.NUMBER, Form.ROMAN):
        covered = 0
        for start, end, _ in spans:
            inside = [c for c in _between(found, start, end) if c.heading.form is form]
            inside = [c for c in inside if "reference" not in c.features]
            first = next((c for c in inside), None)
            titled = sum(bool(c.title.text) for c in inside)
            enough = form is Form.LETTER or (inside and titled >= 0.6 * len(inside))
            covered += bool(first and values_of(first.heading.number)[0][0] == 1 and len(inside) >= 2 and enough)
        share = covered / len(spans)
        if share > max(best[1], 0.34):
            best = form, share
    return best[0]
