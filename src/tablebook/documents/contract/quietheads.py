"""Article headings that nothing but their number and their place sets apart: "7. Class size" over its text."""

from __future__ import annotations

from collections import defaultdict

from tablebook.documents.contract.candidates import Candidate
from tablebook.documents.contract.headings import Form, values_of
from tablebook.documents.contract.numbering import Link, Steps, best_chain
from tablebook.documents.lines import Line

_FEWEST = 4
_TITLE_WORDS = 9
_STEPS = Steps(back=90.0, twice=9.0)


def quiet_candidates(lines: tuple[Line, ...], found: tuple[Candidate, ...], end: int) -> tuple[Candidate, ...]:
    """The longest count from 1 of titles that stand alone in one column, each with text below it."""
    groups: dict[tuple[Form, str, int], list[Candidate]] = defaultdict(list)
    for candidate in found:
        if candidate.at < end and _names_text(lines, candidate):
            heading, line = candidate.heading, lines[candidate.at]
            groups[heading.form, heading.mark[:1], -1 if line.centred else round(line.x)].append(candidate)
    best = max((_count(members) for members in groups.values()), key=len, default=())
    return best if len(best) >= _FEWEST else ()


def _names_text(lines: tuple[Line, ...], candidate: Candidate) -> bool:
    heading, title = candidate.heading, candidate.title
    if heading.form not in (Form.NUMBER, Form.ROMAN) or not (title.whole and title.text and heading.mark):
        return False
    if {"reference", "listed"} & set(candidate.features):
        return False
    above = lines[candidate.at - 1] if candidate.at else None
    heads_page = above is not None and above.page != lines[candidate.at].page
    if not heads_page and ("begins" not in candidate.features or "runs on" in candidate.features):
        return False
    below = lines[candidate.end] if candidate.end < len(lines) else None
    alone = len(title.text.split()) <= _TITLE_WORDS and not lines[candidate.at].text.endswith((".", ";", ","))
    return alone and below is not None and not below.rows and not _counts_on(below, heading.form)


def _counts_on(line: Line, form: Form) -> bool:
    """Whether the next line is counted in the same way: then both are entries of a list."""
    first = line.said.split(" ", 1)[0]
    return first[:-1].isdigit() if form is Form.NUMBER else first.rstrip(".:)").isupper() and first[-1:] in ".:)"


def _count(members: list[Candidate]) -> tuple[Candidate, ...]:
    """The members that count from 1 without a gap."""
    links = [Link(values_of(c.heading.number), 1.0, c.title.text.lower()) for c in members]
    chosen, _ = best_chain(links, _STEPS)
    chain = tuple(members[index] for index in chosen)
    values = [{value[0] for value in values_of(c.heading.number)} for c in chain]
    return chain if all(number in value for number, value in enumerate(values, 1)) else ()
