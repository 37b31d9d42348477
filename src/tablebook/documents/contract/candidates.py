"""Heading candidates, each with a score out of named features."""

from __future__ import annotations

import re
from dataclasses import field

from tablebook.documents.contract.headings import Form, Heading, parse, reads_as_title, straight
from tablebook.documents.contract.titles import (
    Title,
    about,
    begins,
    comma_for_stop,
    find_title,
    names_parties,
    subject,
)
from tablebook.documents.lines import Line, in_capitals
from tablebook.domain.dataclass import dataclass

_ON_PAGE = re.compile(r"(?i)\bpages?\s+(?:\d{1,3}|[ivxl]+)$")
WEIGHTS = {
    "keyword": 3.0,
    "depth": 3.0,
    "capitals": 1.5,
    "bold": 1.5,
    "centred": 1.0,
    "larger": 1.5,
    "own line": 1.0,
    "gap above": 1.0,
    "title": 1.0,
    "punctuated": 1.0,
    "runs on": -4.0,
    "reference": -7.0,
    "no title": -0.5,
    "listed": -9.0,
    "bare word": -2.0,
    "long": -3.0,
    "small letters": -2.0,
    "begins": 0.0,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Line ``at`` read as a heading. ``features`` says why it scored as it did."""

    at: int
    heading: Heading
    title: Title
    features: dict[str, float] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """The sum of its features."""
        return sum(self.features.values())

    @property
    def end(self) -> int:
        """The line after the heading and the title lines below it."""
        return self.at + 1 + self.title.below


def candidates(lines: tuple[Line, ...]) -> tuple[Candidate, ...]:
    """Every reading of every line as a numbered heading, in order, scored."""
    found: list[Candidate] = []
    for at, line in enumerate(lines):
        if line.rows:
            continue
        text = straight(line.said)
        for heading in parse(text):
            title = find_title(lines, at, heading)
            if heading.form is Form.MOU and (not title.text or names_parties(title.text)):
                title = about(lines, at)
            elif heading.form is Form.MOU:
                title = subject(title)
            found.append(Candidate(at, heading, title, _features(lines, at, heading, title, text)))
    return tuple(_unlisted(found, lines))


def _features(lines: tuple[Line, ...], at: int, heading: Heading, title: Title, text: str) -> dict[str, float]:
    line = lines[at]
    rest = text[heading.rest :].strip()
    plain = not title.whole and bool(rest) and not title.text
    names = {
        "keyword": bool(heading.word),
        "depth": line.depth > 0,
        "capitals": in_capitals(title.text) or (not rest and heading.word.isupper()) or (line.caps and len(text) > 4),
        "bold": line.bold or line.lead > heading.rest,
        "centred": line.centred and title.whole,
        "larger": line.size > 1.12,
        "own line": title.whole,
        "gap above": line.gap > 0.4 or line.whole or at == 0,
        "title": bool(title.text),
        "punctuated": bool(heading.mark) and not heading.mark.startswith((",", ";", ")")),
        "runs on": _runs_on(lines, at),
        "reference": _is_reference(heading, rest, line) and not comma_for_stop(lines, at, heading, rest),
        "no title": not title.text,
        "bare word": plain and not heading.mark and heading.form is not Form.DECIMAL,
        "listed": bool(heading.word) and bool(_ON_PAGE.search(title.text)),
        "long": len(title.text) > 120,
        "small letters": bool(heading.word) and heading.word[0].islower(),
        "begins": begins(lines, at),
    }
    return {name: WEIGHTS[name] for name, true in names.items() if true}


def _runs_on(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line goes on with the sentence of the line above."""
    if at == 0 or lines[at].whole or lines[at].depth:
        return False
    before = lines[at - 1]
    line = lines[at]
    if (line.page == before.page and line.gap > 0.4) or (line.bold, line.centred) > (before.bold, before.centred):
        return False
    if lines[at].page != before.page and before.text[-1:] in '.:;!?”"':
        return False
    if sum(map(str.isalpha, before.text)) < 0.5 * len(before.text):
        return False  # a row of figures is no sentence
    return bool(before.text) and before.text[-1] not in '.:;!?”")]' and not before.caps and len(before.text.split()) > 3


def _is_reference(heading: Heading, rest: str, line: Line) -> bool:
    """Whether a line start only cites a place: "Article 6 of this Agreement.", "Article 10, Section A"."""
    if heading.mark.startswith((",", ";")) or (heading.word and heading.mark == ")" and rest):
        return True
    if not rest:
        return False
    if rest[:1] in "(),;" and heading.word and not heading.mark and not reads_as_title(rest.strip("() "), marked=False):
        return True
    return not heading.mark and rest[:1].islower() and not (line.depth or line.bold)


def _unlisted(found: list[Candidate], lines: tuple[Line, ...]) -> list[Candidate]:
    """Marks down headings in a plain list of headings: four and more alike in a row with no text under any of them."""
    named = [c for c in found if c.heading.word and "reference" not in c.features]
    run: list[Candidate] = []
    for candidate in [*named, None]:
        if candidate and run and candidate.title.whole and _goes_on(run, candidate, lines):
            run.append(candidate)
            continue
        if sum(c.heading.form is not Form.SECTION for c in run) >= 4 or len(run) >= 8:
            for listed in run:
                listed.features["listed"] = WEIGHTS["listed"]
        run = [candidate] if candidate and candidate.title.whole else []
    return found


def _goes_on(run: list[Candidate], candidate: Candidate, lines: tuple[Line, ...]) -> bool:
    """Whether a heading is the next of a list: right below, set like it, and no further from it than the others. The
    heading of the article that follows a list of articles is none of them."""
    if candidate.at > run[-1].end:
        return False
    line, before = lines[candidate.at], lines[run[-1].at]
    if (line.bold, line.centred, line.depth, line.caps) != (before.bold, before.centred, before.depth, before.caps):
        return False
    return len(run) < 2 or line.gap <= before.gap + 0.8 or line.page != before.page
