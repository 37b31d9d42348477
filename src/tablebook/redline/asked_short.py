"""A change in a few words, for a table with little room: a figure with what it is a figure of, or a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.domain.dataclass import dataclass
from tablebook.redline.asked import figures_only
from tablebook.redline.sentences import sentence_edges
from tablebook.redline.tokens import is_gap, is_word, split
from tablebook.redline.words import hunks

_MOST = 9
"""Words of a clause."""
_AFTER = 6
"""Words after a figure."""
_BEFORE = 5
"""Words before a figure that ends what it belongs to: "grade 3", "by July 1, 2028"."""
_AT_FIRST = 4
"""Words of a difference among which its figure is looked for."""
_STOPS = frozenset(
    "about above after and any are as at be before below beyond but by during each every for from if in into is it its "
    "may must nor on or otherwise shall since than that the their then this to under unless until up when where which "
    "while who will with within without".split()
)
"""Words with which something else begins than what a figure counts."""
_OPENING = frozenset("after at before beginning beyond by for from in of on since under until within".split())
_BOUND = re.compile(
    r"(?:not|no) (?:more|less|fewer|later|earlier) than|up to|at (?:least|most)|every|each|the|an|a", re.I
)
_MONTHS = "january february march april may june july august september october november december".split()
_DONE = re.compile(r"\w+ed|set|made|given|taken|held|chosen|paid", re.I)
"""A word that goes with the "by" after it: "set by the District"."""
_LABEL = re.compile(r"(?:(?i:section)\s+\w+(?:\.\w+)*[.:]|\d+(?:\.\d+)+\.?|\(?[A-Za-z0-9]{1,4}[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Told:
    """The words and signs of a text, and where it differs from the other one."""

    tokens: list[str]
    spans: list[tuple[int, int]]


def has_figures(one: str, other: str) -> bool:
    """Whether two texts differ in a figure that both of them have."""
    left, right = _differing(one, other)
    return _pair(left, right) is not None


def in_short(text: str, other: str) -> str:
    """What of a text another one has otherwise; the whole text where there is no other. "…" stands where words of a
    difference are left out."""
    here, there = _differing(text, other)
    if not here.tokens:
        return ""
    if not there.tokens:
        return _clause(here.tokens, 0)
    at = _pair(here, there)
    if at is not None:
        return _figure(here, at)
    first = next((start for start, _ in here.spans), 0)
    return _clause(here.tokens, first)


def _differing(text: str, other: str) -> tuple[_Told, _Told]:
    one, two = (_words(figures_only(words)) for words in (text, other))
    found = hunks(one, two)
    if one and two and not found:
        found = [(0, len(one), 0, len(two))]
    return _Told(one, [(a, b) for a, b, _, _ in found]), _Told(two, [(c, d) for _, _, c, d in found])


def _words(text: str) -> list[str]:
    """Words and signs, without the label in front and the dots of what is left out."""
    said = text.strip("… ")
    label = _LABEL.match(said)
    return split(said[label.end() :] if label else said)


def _pair(here: _Told, there: _Told) -> int | None:
    """The first of the differences in which both texts have a figure."""
    for index, (mine, theirs) in enumerate(zip(here.spans, there.spans, strict=True)):
        if all(_figure_in(told.tokens, span) is not None for told, span in ((here, mine), (there, theirs))):
            return index
    return None


def _figure_in(tokens: Sequence[str], span: tuple[int, int]) -> int | None:
    """The figure with which a difference begins; one far on in it is not what differs first."""
    words = [at for at in range(*span) if is_word(tokens[at])][:_AT_FIRST]
    return next((at for at in words if any(char.isdigit() for char in tokens[at])), None)


def _figure(told: _Told, index: int) -> str:
    """The figure, what it counts, and what bounds it: "not more than 45 minutes", "In kindergarten through grade 3"."""
    tokens, span = told.tokens, told.spans[index]
    at = _figure_in(tokens, span)
    assert at is not None
    if _is_date(tokens, at):
        start, end = _date(tokens, at)
        if tokens[start].lower() in _MONTHS:
            return _clause(tokens, at)
    else:
        start, end = at, _counted(tokens, at)
        if end == at + 1:
            if tokens[at][0] == "$" or tokens[at][-1] in "%¢":
                return ", ".join(_alike(told, index, tokens[at]))
            start = _belongs(tokens, at)
    start = _bound(tokens, start)
    more = any(is_word(tokens[at]) for a, b in told.spans[index:] for at in range(max(a, end), b))
    return _joined(tokens[start:end]) + (" …" if more else "")


def _alike(told: _Told, index: int, figure: str) -> list[str]:
    """Sums or shares that stand alone, one after the other: "5.5%", "5.0%", "4.5%"."""
    kind = figure[0] == "$", figure[-1] == "%"
    tokens = (told.tokens[at] for start, end in told.spans[index:] for at in range(start, end))
    found = [one for one in tokens if any(map(str.isdigit, one)) and (one[0] == "$", one[-1] == "%") == kind]
    return found[:3]


def _counted(tokens: Sequence[str], at: int) -> int:
    """Where that ends which a figure counts: its noun, with "of" and "per" what follows, as long as there is room."""
    end = last_whole = at + 1
    words, place = 0, at + 1
    while place < len(tokens) and words < _AFTER:
        token = tokens[place].lower()
        if is_gap(token):
            place += 1
            continue
        joins = token in ("of", "per") or (token in ("through", "to") and _next(tokens, place)[:1].isdigit())
        joins = joins or (token in ("each", "every", "a", "an", "the") and words > 0 and place - end <= 1)
        joins = joins or token == "for"
        if not is_word(token) or (token in _STOPS and not joins):
            if token == "by" and words > 1 and _DONE.fullmatch(tokens[end - 1]):
                end = max(at for at in range(end - 1) if is_word(tokens[at])) + 1
            return end if not _hangs(tokens, end) else last_whole
        if joins:
            last_whole = end if not _hangs(tokens, end) else last_whole
        words += 1
        place += 1
        end = place
    return last_whole if place < len(tokens) and is_word(_next(tokens, place - 1)) else end


def _hangs(tokens: Sequence[str], end: int) -> bool:
    """Whether a phrase would end in a word that opens something."""
    return tokens[end - 1].lower() in _STOPS | {"of", "per", "a", "an", "the"}


def _next(tokens: Sequence[str], place: int) -> str:
    return next((token for token in tokens[place + 1 :] if not is_gap(token)), "")


def _belongs(tokens: Sequence[str], at: int) -> int:
    """Where the phrase begins that a figure ends: "In kindergarten through grade 3", "Kindergarten: 22"."""
    words, start = 0, at
    for place in range(at - 1, -1, -1):
        token = tokens[place].lower()
        if is_gap(token) or token == ":":
            continue
        if not is_word(token) or words == _BEFORE:
            break
        words, start = words + 1, place
        if token in _OPENING:
            break
    return start


def _is_date(tokens: Sequence[str], at: int) -> bool:
    return _month_before(tokens, at) is not None


def _month_before(tokens: Sequence[str], at: int) -> int | None:
    """The month that a day or year belongs to, with no more than a day and a comma between."""
    for place in range(at - 1, max(at - 6, -1), -1):
        token = tokens[place].lower()
        if token in _MONTHS:
            return place
        if is_word(token) and not token.isdigit():
            return None
    return None


def _date(tokens: Sequence[str], at: int) -> tuple[int, int]:
    month = _month_before(tokens, at)
    assert month is not None
    start, end = month, at + 1
    before = next((place for place in range(month - 1, -1, -1) if not is_gap(tokens[place])), None)
    if before is not None and tokens[before].lower() in _OPENING | {"to", "through"}:
        start = before
    ahead = [place for place in range(at + 1, len(tokens)) if not is_gap(tokens[place])][:2]
    if len(ahead) == 2 and tokens[ahead[0]] == "," and re.fullmatch(r"(?:19|20)\d\d", tokens[ahead[1]]):
        end = ahead[1] + 1
    return start, end


def _bound(tokens: Sequence[str], start: int) -> int:
    """Back over what bounds the figure: "not more than", "every"."""
    before = "".join(tokens[:start]).rstrip()
    for length in (5, 3, 1):  # "not more than" is three words and two gaps
        words = tokens[max(start - 1 - length, 0) : start - 1] if start else []
        if words and before.endswith("".join(words)) and _BOUND.fullmatch("".join(words)):
            return start - 1 - length
    return start


def _clause(tokens: Sequence[str], first: int) -> str:
    """The sentence that a difference is in: from its beginning, or from the words before the difference where that is
    far on; at most so many words."""
    first = next((at for at in range(first, len(tokens)) if is_word(tokens[at])), first)
    parted = (at for at in range(1, len(tokens) - 1) if tokens[at] == "/" and is_gap(tokens[at - 1]))
    edges = [*sentence_edges(tokens), *parted]
    start = max(edge for edge in edges if edge <= first)
    end = min((edge for edge in edges if edge > first), default=len(tokens))
    words = [at for at in range(start, end) if is_word(tokens[at])]
    late = sum(at < first for at in words) > _MOST - 4
    if late:
        words = [at for at in words if at >= first - 4]
    if not words:
        return ""
    shown = words[:_MOST]
    cut_off = len(words) > _MOST
    while cut_off and len(shown) > 3 and tokens[shown[-1]].lower() in _STOPS | {"a", "an", "of", "the"}:
        shown.pop()
    said = _joined(tokens[shown[0] : shown[-1] + 1])
    return f"{'… ' if late else ''}{said}{' …' if cut_off else ''}"


def _joined(tokens: Sequence[str]) -> str:
    return " ".join("".join(" " if is_gap(token) else token for token in tokens).split()).strip(" ,;:.")
