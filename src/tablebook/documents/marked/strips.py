"""The rows of words of a paper, paragraph by paragraph and cell by cell, and what of their look can tell anything.

Headings and the words that lead a paragraph in ("Section 4. Leave:") are bold or underlined on most papers; there
bold and underline tell nothing. A link's blue underline is taken off where the paper is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tablebook.documents.lines import in_capitals
from tablebook.documents.marked.paper import Look, SeenPaper, SeenRun
from tablebook.domain.dataclass import dataclass
from tablebook.domain.remark_words import BRACKETED
from tablebook.domain.text import BlockKind

_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_NUMBER = re.compile(
    r"(?:(?:article|section|appendix)\s+)?[(]?(?:[\dIVX]+|[A-Za-z])(?:[.\-]\d+)*[.):]?[a-z]?[.)]?", re.I
)
_NUMBERED = re.compile(r"(?:(?:article|section|appendix)\b|§|\d+\.\d+|[\dIVX]+\.\s)", re.I)
_SENTENCE = re.compile(r"\b(?:shall|will|may|must|should|agrees?)\b")
_LISTED = re.compile(r"\(?[a-z]{1,4}[.)]\s|\(\d+\)\s")
_SIGNING = re.compile(r"(?:for|by|date|signed|name|title|initials?)\b[^.]{0,60}[:,_]|.*_{4,}", re.I)
_CITED = (
    r"(?i:(?:sub)?sections?|articles?|appendi(?:x|ces)|(?:sub)?paragraphs?|chapters?|exhibits?|schedules?|codes?|"
    r"polic(?:y|ies)|§+|mou|moa|title|part|rule|regulation)"
)
_REFERENCE = re.compile(
    rf"\W*(?:(?:the|and|or|of|[A-Z][\w.]*)\s+){{0,5}}?{_CITED}"
    rf"(?:[\s,]+(?:and|or|&|to|through|{_CITED}|[A-Z]?\d[\w.–-]*(?:\(\w\))*|[A-Z]{{1,4}}(?:[.-]\w+)*|\(\w\)))+\W*"
    r"|\W*(?:\d+|[IVXLC]+)(?:[.-]\w{1,4})+(?:\(\w+\))*\W*"
)
_DATE = re.compile(
    r"\W*(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}"
    r"(?:,?\s+(?:19|20)\d\d)?\W*"
)
_HANGING = re.compile(
    r"\b(?:in|of|under|by|to|with|per|see|from|than|through|and|or|on|at|pursuant|as|into|the|articles?|sections?|appendix|paragraph|§)\s*[“\"(]?\s*$",
    re.I,
)
_QUOTED = re.compile(r"[“\"‘'][^“”\"]{1,60}[”\"’'],?")
_FOLLOWS = re.compile(r"\W*[A-Z]\w*\s+[a-z]")
_TERM_WORDS = 4
_HEADING_WORDS = 12
_STOPS = (".", ":", "–", "—", "-", ")")


@dataclass(frozen=True, slots=True)
class Strip:
    """The runs of one paragraph or of one cell. ``row`` and ``cell`` are -1 in a paragraph. ``telling`` are the looks
    of the runs without what tells nothing; ``heading`` says that it reads as a heading; ``naming`` are the runs that
    only name something: a lead, a reference, a defined term."""

    block: int
    row: int
    cell: int
    runs: tuple[SeenRun, ...]
    telling: tuple[Look, ...] = ()
    heading: bool = False
    naming: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)


def strips_of(seen: SeenPaper, outside: frozenset[int] = frozenset()) -> tuple[Strip, ...]:
    """All strips with what tells; those of the blocks ``outside`` (header, legend) are no evidence for the others."""
    found = tuple(replace(strip, heading=_reads_as_heading(seen, strip)) for strip in _strips(seen))
    inside = [strip for strip in found if strip.block not in outside]
    plain = _heading_styles(inside)
    leading = _lead_styles(inside)
    colours = _no_marks(inside)
    cited = (_REFERENCE, _DATE) if any(run.look.strike for strip in inside for run in strip.runs) else (_REFERENCE,)
    told = (replace(strip, telling=_telling(strip, plain, leading, colours, cited)) for strip in found)
    return tuple(replace(strip, naming=_naming(strip)) for strip in told)


def beside(strip: Strip, at: int, step: int) -> int:
    """The position of the next run before or after one that has words, -1 where there is none."""
    at += step
    while 0 <= at < len(strip.runs):
        if strip.runs[at].text.strip():
            return at
        at += step
    return -1


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def _strips(seen: SeenPaper) -> Iterator[Strip]:
    for index, block in enumerate(seen.blocks):
        if not block.rows:
            yield Strip(index, -1, -1, block.runs)
        for row, cells in enumerate(block.rows):
            for column, runs in enumerate(cells):
                yield Strip(index, row, column, runs)


def _reads_as_heading(seen: SeenPaper, strip: Strip) -> bool:
    """Short, without a sentence's end, and set apart as a whole."""
    text = strip.text.strip()
    if not text or words_in(text) > _HEADING_WORDS or text.endswith((";", ",")):
        return False
    if (seen.blocks[strip.block].kind is BlockKind.HEADING and not _is_sentence(text)) or _SIGNING.match(text):
        return True
    looks = [run.look for run in _titling(strip)]
    same = (
        all(look.bold for look in looks) or all(look.underline for look in looks) or all(look.colour for look in looks)
    )
    ended = text.endswith(".") and words_in(text) > 4
    return (same or in_capitals(text)) and not ended and _titled(text)


def _is_sentence(text: str) -> bool:
    """Whether words that were taken for a heading are a short sentence: ended as one, and not put as a title."""
    if not text.endswith(".") or words_in(text) <= 4:
        return False
    return bool(_SENTENCE.search(text.lower())) or not _titled(re.sub(r"^[\W\d]+", "", text))


def _titling(strip: Strip) -> tuple[SeenRun, ...]:
    """The runs of a heading that have its words: without its number, which is often plain, and without stops."""
    worded = tuple(run for run in strip.runs if any(map(str.isalnum, run.text)))
    numbered = len(worded) > 1 and _NUMBER.fullmatch(worded[0].text.strip())
    return worded[1:] if numbered else worded


def _titled(text: str) -> bool:
    """Whether words are put as a title: numbered, a few, or mostly with capitals."""
    if _SENTENCE.search(text) or _LISTED.match(text):
        return False
    weighty = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in weighty)
    return bool(weighty) and (len(weighty) <= 2 or bool(_NUMBERED.match(text)) or 5 * capitals >= 3 * len(weighty))


def _heading_styles(strips: list[Strip]) -> frozenset[str]:
    """Which of bold and underline most headings have; those tell nothing in a heading."""
    heads = [strip for strip in strips if strip.heading and any(not run.look.strike for run in strip.runs)]
    bold = sum(all(run.look.bold for run in _titling(head)) for head in heads)
    underlined = sum(all(run.look.underline for run in _titling(head)) for head in heads)
    return frozenset(
        name for name, count in (("bold", bold), ("underline", underlined)) if heads and 2 * count >= len(heads)
    )


def _no_marks(strips: list[Strip]) -> frozenset[str]:
    """Colours that mark nothing: the one that most words have, and those that only headings have."""
    body: Counter[str] = Counter()
    near: set[str] = set()
    for strip in strips:
        for at, run in enumerate(strip.runs):
            if run.look.strike or strip.heading:
                continue
            body[run.look.colour] += words_in(run.text)
            if any((other := beside(strip, at, step)) >= 0 and strip.runs[other].look.strike for step in (-1, 1)):
                near.add(run.look.colour)
    most = {colour for colour, count in body.items() if 2 * count > body.total()}
    if 7 * body[""] > body.total():
        most -= near  # a paper with more new words than old ones, and those in plain black
    everywhere = {run.look.colour for strip in strips for run in strip.runs}
    struck = {run.look.colour for strip in strips for run in strip.runs if run.look.strike}
    return frozenset(most | ({colour for colour in everywhere if not body[colour]} - struck))


def _telling(
    strip: Strip,
    plain: frozenset[str],
    leading: frozenset[str],
    colours: frozenset[str],
    cited: tuple[re.Pattern[str], ...],
) -> tuple[Look, ...]:
    lead = 0 if strip.heading else _lead(strip)
    looks: list[Look] = []
    for index, run in enumerate(strip.runs):
        look = replace(run.look, colour="") if run.look.colour in colours else run.look
        if strip.heading:
            look = _without(look, plain)
        elif index < lead:
            look = _without(look, plain | leading)
        if not look.strike and (_LINK.fullmatch(run.text.strip()) or _refers(strip, index, cited)):
            look = replace(look, underline="", colour="", bold=False)
        elif _defines(strip, index):
            look = replace(look, bold=False)
        if BRACKETED.fullmatch(run.text.strip()):
            look = Look(strike=look.strike)
        looks.append(look)
    return tuple(looks)


def _refers(strip: Strip, at: int, cited: tuple[re.Pattern[str], ...]) -> bool:
    """Whether a run only cites something, and the sentence does not hold without it: "as set out in Section 2.1". A
    date may stand for another that is not shown where a paper shows no old words."""
    text = strip.runs[at].text.strip()
    if not any(one.fullmatch(text) for one in cited) or _struck_beside(strip, at):
        return False
    before = "".join(run.text for run in strip.runs[:at])
    plain = not at or not (strip.runs[at - 1].look.underline or strip.runs[at - 1].look.colour)
    return plain and bool(_HANGING.search(before))


def _defines(strip: Strip, at: int) -> bool:
    """Whether a bold run is a term: in quotes, or the word that begins a sentence which cannot begin without it."""
    run = strip.runs[at]
    text = run.text.strip()
    if not run.look.bold or run.look.underline or run.look.strike or not text or _struck_beside(strip, at):
        return False
    behind = "".join(one.text for one in strip.runs[at + 1 :]).lstrip()
    before = "".join(one.text for one in strip.runs[:at]).strip()
    begins = not before or before.endswith(".") or bool(_NUMBER.fullmatch(before))
    if words_in(text) > _TERM_WORDS:
        return False
    quoted = text[0] in "“\"‘'" and text.rstrip(",.")[-1] in "”\"’'"
    return quoted or (begins and behind[:1].islower() and not text.endswith(","))


def _struck_beside(strip: Strip, at: int) -> bool:
    return any((near := beside(strip, at, step)) >= 0 and bool(strip.runs[near].look.strike) for step in (-1, 1))


def _naming(strip: Strip) -> frozenset[int]:
    """The runs that lead in, cite, or are a term in quotes."""
    lead = 0 if strip.heading else _lead(strip, plain=True)
    named = (
        at
        for at, run in enumerate(strip.runs)
        if at < lead or _REFERENCE.fullmatch(run.text.strip()) or _QUOTED.fullmatch(run.text.strip())
    )
    return frozenset(named)


def _lead_styles(strips: list[Strip]) -> frozenset[str]:
    """What tells nothing in words that lead in: bold, and underline where most of a few leads have it."""
    leads = [strip.runs[: _lead(strip)] for strip in strips if not strip.heading]
    leads = [lead for lead in leads if lead]
    underlined = sum(any(run.look.underline for run in lead) for lead in leads)
    return frozenset({"bold", "underline"} if underlined >= 3 and 2 * underlined >= len(leads) else {"bold"})


def _without(look: Look, plain: frozenset[str]) -> Look:
    return replace(
        look,
        bold=look.bold and "bold" not in plain,
        underline="" if "underline" in plain else look.underline,
    )


def _lead(strip: Strip, *, plain: bool = False) -> int:
    """How many runs at the start only lead in: a number, and a few words that stand out and end in a stop; ``plain``
    ones need no capitals, where a sentence follows."""
    first = 1 if strip.runs and _plain_number(strip.runs[0]) else 0
    text = ""
    for index in range(first, len(strip.runs)):
        run = strip.runs[index]
        if run.look.strike or not (run.look.bold or run.look.underline or not run.text.strip()):
            words = text.strip()
            short = 0 < words_in(words) <= _HEADING_WORDS
            stops = words.endswith(_STOPS) or run.text.lstrip().startswith(_STOPS[:-1])
            titled = stops and (_titled(words) or (plain and bool(_FOLLOWS.match(run.text)) and words_in(words) <= 4))
            return index if short and (titled or _NUMBER.fullmatch(words)) and not run.look.strike else 0
        text += run.text
    return 0


def _plain_number(run: SeenRun) -> bool:
    text = run.text.strip()
    return not (run.look.bold or run.look.underline or run.look.strike) and bool(
        _NUMBER.fullmatch(text) or (len(text) == 1 and not text.isalnum())
    )
