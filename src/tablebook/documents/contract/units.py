"""Which candidates are the articles, appendices and memoranda of the contract."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from tablebook.documents.contract.candidates import Candidate
from tablebook.documents.contract.headings import Form, values_of
from tablebook.documents.contract.nature import agreed, binds, lays_down
from tablebook.documents.contract.numbering import Link, Steps, best_chain
from tablebook.documents.contract.plainheads import plain_candidates
from tablebook.documents.contract.quietheads import quiet_candidates
from tablebook.documents.contract.titles import Title, titles_above
from tablebook.documents.lines import Line, in_capitals
from tablebook.domain.contract import UnitKind
from tablebook.domain.dataclass import dataclass

_TOP = (Form.ARTICLE, Form.SECTION, Form.ZERO, Form.NUMBER, Form.ROMAN, Form.LETTER)
_SURE = 3.0
_MOST_APPENDICES = 20


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
    articles = _articles(lines, tuple(c for c in found if c.at not in taken), behind, steps, part=part)
    return tuple(sorted((*articles, *behind), key=lambda unit: unit.candidate.at))


def _articles(
    lines: tuple[Line, ...], found: tuple[Candidate, ...], behind: list[Unit], steps: Steps, *, part: bool
) -> list[Unit]:
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
    if not (best.startswith("article") or (lays_down(lines) if part else binds(lines))):
        return []
    bare = not best or not chains[best][0][0].heading.word
    quiet = quiet_candidates(lines, found, first_behind) if bare else ()
    if best and len(quiet) <= len(chains[best][0]):
        return [Unit(UnitKind.ARTICLE, candidate) for candidate in titled_above(lines, chains[best][0])]
    plain = () if best else plain_candidates(lines, {unit.candidate.at for unit in behind}, first_behind)
    if len(quiet) > len(plain):
        return [Unit(UnitKind.ARTICLE, candidate) for candidate in quiet]
    return [Unit(_plain_kind(candidate), candidate) for candidate in plain if part or agreed(lines)]


def _plain_kind(candidate: Candidate) -> UnitKind:
    """A preamble is set like the articles where these have no numbers."""
    return UnitKind.PREAMBLE if candidate.title.text.lower() == "preamble" else UnitKind.ARTICLE


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
        if heading.number.isdigit() and int(heading.number) > _MOST_APPENDICES and not candidate.title.text:
            continue  # the page of an entry in the contents
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
    """Whether two lines are one heading: "MEMORANDUM OF UNDERSTANDING", its subject, "MOU PAA-25-02". Two that each
    have a subject, and no number, are two short memoranda."""
    if first.title.text and second.title.text and not (first.heading.number or second.heading.number):
        return False
    return second.at <= first.end + 1 and (not first.heading.number or not second.heading.number)


def _joined(first: Candidate, second: Candidate) -> Candidate:
    numbered = first if first.heading.number else second
    heading = replace(numbered.heading, rest=first.heading.rest)
    title = first.title if first.title.text else second.title
    return Candidate(first.at, heading, replace(title, below=second.end - first.at - 1), first.features)


def _page_head(first: Candidate, second: Candidate) -> bool:
    """Whether a short line only repeats the number of the memorandum that is under way."""
    return bool(second.heading.number) and second.heading.number == first.heading.number and not second.title.text
