"""Article headings without any number: lines that share one striking style and have text under them."""

from __future__ import annotations

from collections import Counter, defaultdict

from tablebook.documents.contract.candidates import Candidate
from tablebook.documents.contract.headings import Form, Heading, bare_title, parse, reads_as_title
from tablebook.documents.contract.titles import Title
from tablebook.documents.lines import Line

_LONG, _SENTENCE = 7, 4
"""Words of the text under a heading; fewer where a style of the file says that it is one."""
Style = tuple[int, bool, bool, bool, float]


def plain_candidates(lines: tuple[Line, ...], taken: set[int], end: int) -> tuple[Candidate, ...]:
    """The headings of the most telling style, when there are at least three with text below."""
    groups: dict[Style, list[int]] = defaultdict(list)
    for at, line in enumerate(lines[:end]):
        if at not in taken and _stands_out(lines, at):
            groups[_style(line)].append(at)
    groups = {style: _once(lines, members) for style, members in groups.items()}
    usable = {style: members for style, members in groups.items() if len(members) >= 3}
    if not usable:
        return ()
    best = max(usable, key=lambda style: (_weight(style), len(usable[style])))
    if end - usable[best][0] < len(lines) / 2:
        return ()
    return tuple(_candidate(lines, at) for at in usable[best])


def _once(lines: tuple[Line, ...], members: list[int]) -> list[int]:
    """The lines that no other one repeats: steps and levels stand under several articles, an article's title once."""
    times = Counter(lines[at].text.lower() for at in members)
    return [at for at in members if times[lines[at].text.lower()] == 1]


def _style(line: Line) -> Style:
    """What headings of one kind share. Centring tells only where nothing else does: a wrapped title is not centred."""
    centred = line.centred and not (line.whole or line.bold or line.caps)
    return (line.depth, line.bold, line.caps, centred, 1.25 if line.size > 1.12 else 1.0)


def _stands_out(lines: tuple[Line, ...], at: int) -> bool:
    line = lines[at]
    if line.rows or line.label or not (line.depth or line.bold or line.caps or line.size > 1.12):
        return False
    if not reads_as_title(line.text, marked=bool(line.depth)) or any(h.word or h.mark for h in parse(line.text)):
        return False
    if line.text.endswith((".", ",", ";")) or not (line.gap > 0.4 or line.whole):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.caps:
        return False
    words = len(below.text.split())
    if line.depth and line.whole:  # a heading by its style: a lower one may follow, or a short sentence
        return below.depth > line.depth or (not below.depth and words >= _SENTENCE)
    return words >= _LONG


def _weight(style: Style) -> float:
    depth, bold, caps, centred, size = style
    return (8 - depth if depth else 0) + 1.5 * bold + 1.5 * caps + centred + (3 if size > 1.12 else 0)


def _candidate(lines: tuple[Line, ...], at: int) -> Candidate:
    text = lines[at].text
    title = Title(bare_title(text), len(text), 0, True)
    return Candidate(at, Heading(Form.PLAIN, "", "", (0, 0), 0, "", ""), title, {"style": 3.0})
