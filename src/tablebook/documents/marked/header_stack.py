"""The stack above a proposal: who passed what and when, one line a pass, and which blocks it takes up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tablebook.documents.marked.header_dates import When, when_in
from tablebook.documents.marked.header_parties import Parties
from tablebook.documents.marked.paper import HeaderLine, SeenBlock, SeenPaper
from tablebook.domain.dataclass import dataclass
from tablebook.domain.remark_words import NOTE_LINE
from tablebook.domain.text import BlockKind

_ARTICLE = re.compile(r"\s*(?:(?:proposed|new)\s+)?articles?\s+(?:[A-Z]?\d+[A-Z]?|[IVXLC]+)\b", re.I)
_ARTICLE_NUMBER = re.compile(
    r"\barticles?\s+((?:[A-Z]?\d+[A-Z]?|[IVXLC]+)\b(?:\s*(?:,|and|&|,\s*and)\s*(?:\d+[A-Z]?|[IVXLC]+)\b(?!\.\d))*)",
    re.I,
)
_SECTION = re.compile(r"\s*(?:section\s+|§\s*)?(\d{1,3}[A-Z]?)\.\d+", re.I)
_CODE = re.compile(
    r"\b(?:U|E|D|A|B|M|UP|EP|P|DP|MP|TA)-\d+[A-Za-z]?\b|#\s?\d+[A-Za-z]?|\bNo\.?\s?\d+[A-Za-z]?"
    r"|\b(?:counter\s?-?proposal|counter|proposal|package|concept|pass|response|version|draft)\s+(?:number\s+)?"
    r"\d+[A-Za-z]?(?:\s*\(?(?:revised|corrected|rev\.?)\)?)?",
    re.I,
)
_PASS_WORDS = re.compile(
    r"\b(?:counter(?:-?\s?proposal|-?\s?offer|s)?|proposals?|response|package|concept|offer|pass(?:ed)?|supposal|handed|received|presented|submitted|"
    r"what-?if|LBFO|last,? best|edits|tentative agreement|MOU|MOA|side letter|"
    r"memorandum of (?:understanding|agreement))\b",
    re.I,
)
_TITLE = re.compile(
    r"\W*(?:(?:total|final|signed|proposed)\s+)*(?:tentative agreement|memorandum of (?:understanding|agreement)|"
    r"side letter|letter of (?:agreement|understanding)|package proposal|(?:initial |final |counter)?-?\s?proposal|"
    r"counter|MOU|MOA)"
    r"(?:\s+[A-Z0-9]{1,3})?(?:\s+(?:between|by and between))?\W*",
    re.I,
)
_JOINS = re.compile(r"\W*(?:between|by and between|and|&|to|from|on|regarding|re|the)\W*", re.I)
_ANSWERS = re.compile(r"\s*(?:answers?|answering|in (?:response|answer) to|respon(?:se|ds|ding) to)\b\W|\s*re:", re.I)
_ORGANISATION = re.compile(
    r"\b(?:(?i:district|board|employer|management|company|association|union|federation|college|university|teachers|"
    r"educators|county|city of|local|guild|public\s+schools)|[A-Z]{3,7})\b"
)
_SUBJECT = re.compile(
    r"\b(?:rights?|security|dues|calendar|evaluations?|leaves?|business|president|representatives?)\b", re.I
)
_SEVERAL = re.compile(r"\s*articles\b[\s\dA-Z,&]+(?:and[\s\dA-Z]+)?\W*", re.I)
_JOINED = re.compile(r"\b(?:and|to|from|between)\b", re.I)
_SPOKEN = re.compile(r"\b(?:shall|will|may|must|is|are|has|have)\b")
_MOST_LINES = 40
_A_LINE = 16
_A_SENTENCE = 24
_A_FEW = 5


@dataclass(frozen=True, slots=True)
class Stack:
    """The header's lines as printed, the party that passes the paper, the articles it is about, and the positions of
    the blocks that are header and no contract text."""

    lines: tuple[HeaderLine, ...] = ()
    party: str = ""
    articles: tuple[str, ...] = ()
    blocks: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its date and time and the words without them; ``headed`` where an article's heading is above,
    ``legend`` where it says what markings mean."""

    text: str
    block: int
    when: When
    rest: str
    headed: bool = False
    legend: bool = False


def read_header(seen: SeenPaper, legend: frozenset[int] = frozenset()) -> Stack:
    """The header stack of a paper; blocks of its legend may stand in it and are left alone."""
    parties = Parties(_explaining(seen))
    everything = list(_lines(seen, legend))
    head = _even(" ".join(seen.page_heads))
    certain = [line.block < 0 or _is_header(line, parties) or _repeats(line, head) for line in everything]
    last = max((at for at, line in enumerate(everything) if certain[at] and not line.headed), default=-1)
    lines = [
        line
        for at, line in enumerate(everything)
        if certain[at] or _joins(everything, certain, at) or (at < last and _stands_above(line))
    ]
    year = next((line.when.year for line in lines if line.when.year), None)
    shown = [line for line in lines if line.block < 0 or not _repeats(line, head)]
    found = _dated_below(tuple(_header_line(line, parties, year) for line in shown))
    rest = {line.block for line in everything if line not in lines}
    return Stack(
        found,
        _passing(found, parties),
        _articles(seen, found),
        frozenset(line.block for line in lines if line.block >= 0 and line.block not in rest),
    )


def _even(text: str) -> str:
    return " ".join(text.split()).casefold()


def _repeats(line: _Line, head: str) -> bool:
    """Whether a line of the text says again what stands in the page's head."""
    return (
        line.block >= 0
        and bool(head)
        and _even(line.text) in head
        and (len(line.text.split()) > 2 or _even(line.text) == head)
    )


def newest(lines: tuple[HeaderLine, ...]) -> HeaderLine | None:
    """The line of the newest pass: the latest by date and time, else the topmost that names a side and a pass."""
    dated = [line for line in lines if line.date and line.party]
    if dated:
        return max(reversed(dated), key=lambda line: (line.date, line.time))
    named = [line for line in lines if line.party and (line.label or line.time or _PASS_WORDS.search(line.text))]
    return named[0] if named else None


def _explaining(seen: SeenPaper) -> list[str]:
    return [*seen.page_heads, *(line for block in seen.blocks[:60] for line in block.text.split("\n"))]


def _lines(seen: SeenPaper, legend: frozenset[int]) -> Iterator[_Line]:
    """The page heads, and the lines of the first blocks up to the contract's text."""
    for text in seen.page_heads:
        yield _line(text, -1)
    headed = False
    for index, block in enumerate(seen.blocks[:_MOST_LINES]):
        if not block.text.strip():
            continue
        if index not in legend and _begins_text(block):
            return
        for text in re.split(r"[\n\t]", _standing(block)):
            if text.strip():
                yield replace(_line(text, index, headed=headed), legend=index in legend)
        headed = headed or (bool(_ARTICLE.match(block.text)) and not when_in(block.text)[0].dated)


def _standing(block: SeenBlock) -> str:
    """The words of a block that are not struck or deleted; all of them where none would be left."""
    kept = "".join(run.text for run in block.runs if not run.look.strike and "deleted" not in run.look.tracked)
    return kept if kept.strip() else block.text


def _line(text: str, block: int, *, headed: bool = False) -> _Line:
    when, rest = when_in(text.strip())
    return _Line(" ".join(text.split()), block, when, rest, headed)


def _begins_text(block: SeenBlock) -> bool:
    """Whether the contract's text begins: a section, a list, or a sentence of some length."""
    if block.label or _SECTION.match(block.text):
        return True
    if block.kind is BlockKind.TABLE:
        return len(block.rows) > 4
    longest = max((len(line.split()) for line in block.text.split("\n")), default=0)
    return longest > _A_SENTENCE


def _is_header(line: _Line, parties: Parties) -> bool:
    """Whether a line is certainly about the passing of the paper and not its text."""
    text, rest = line.text, line.rest
    if len(text.split()) > (_A_SENTENCE if text.isupper() else _A_LINE) or re.search(r"\b(?:shall|will)\b", text):
        return False
    if NOTE_LINE.match(text):
        return False
    if _TITLE.fullmatch(text) or _ANSWERS.match(text) or _SEVERAL.fullmatch(text):
        return True
    named = {side for side, _ in parties.mentioned(rest)}
    if line.legend:
        return len(named) == 1
    passes, coded = bool(_PASS_WORDS.search(rest)), bool(_CODE.search(rest))
    if line.when.dated or line.when.time:
        bare = line.when.dated and len(rest) < 4
        if passes and named and not _SPOKEN.search(text):
            return len(rest.split()) <= _A_LINE and (len(rest.split()) <= _A_FEW * 2 or _is_title(rest))
        return bare or (len(rest.split()) <= _A_FEW * 2 and (passes or coded or bool(named and _is_name(rest))))
    if coded and not line.headed and (_ARTICLE.match(text) or (passes and len(rest.split()) <= _A_FEW)):
        return True
    if named and (passes or coded):
        return coded or _is_title(rest)
    return bool(named) and not line.headed and _is_name(rest)


def _stands_above(line: _Line) -> bool:
    """Whether a line over one that is certain goes with it: short, no sentence, and no heading of the text."""
    titled = _ARTICLE.match(line.text) or line.headed or line.legend or _SPOKEN.search(line.text)
    return not titled and len(line.text.split()) <= _A_FEW and not line.text.endswith((".", ":", ";"))


def _is_title(text: str) -> bool:
    """Whether words are put as a title: a few, or mostly with capitals, and no sentence."""
    weighty = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in weighty)
    return not text.endswith((".", ";")) and (len(weighty) <= 2 or 2 * capitals >= len(weighty))


def _is_name(text: str) -> bool:
    """Whether a line is the name of an organisation or two, with the words that join them, and nothing else."""
    if (
        len(text.split()) > (_A_SENTENCE if text.isupper() else 14)
        or text.endswith((".", ":", ";"))
        or _ARTICLE.match(text)
    ):
        return False
    if not _ORGANISATION.search(text) or (_SUBJECT.search(text) and not _JOINED.search(text)):
        return False
    said = re.sub(r"\b(?:of|the|and|or|to|from|between|for|on|by)\b|[^\w\s]", " ", text, flags=re.I).split()
    return bool(said) and all(word[0].isupper() or word[0].isdigit() for word in said)


def _joins(lines: list[_Line], certain: list[bool], at: int) -> bool:
    """Whether a line only joins others of the header: "BETWEEN", "AND"; or is the subject after "... ON"."""
    above = at > 0 and certain[at - 1]
    below = any(certain[at + 1 : at + 2])
    if _JOINS.fullmatch(lines[at].text):
        return above or below
    subject = above and re.search(r"\b(?:ON|on|REGARDING|regarding|RE|Re):?$", lines[at - 1].text)
    return bool(subject) and len(lines[at].text.split()) <= 8


def _header_line(line: _Line, parties: Parties, year: int | None) -> HeaderLine:
    halves = [(*when_in(part), part) for part in re.split(r"\s+[–—/|;]\s+", line.text)]
    if len(halves) > 1 and all(when.dated and parties.passing(rest) for when, rest, _ in halves):
        # Two passes on one line: it is the newest one's.
        when, rest, _ = max(halves, key=lambda half: (half[0].iso(year), half[0].time))
        line = replace(line, when=when, rest=rest)
    party = parties.passing(line.rest)
    date, time = line.when.iso(year), line.when.time
    return HeaderLine(line.text, party, _label(line.rest), date, time)


def _dated_below(lines: tuple[HeaderLine, ...]) -> tuple[HeaderLine, ...]:
    """The lines, those of a pass with the date and time of the line below where that says nothing else."""
    told = list(lines)
    for at, below in enumerate(lines[1:]):
        above = lines[at]
        if below.date and not (below.party or below.label) and above.party and above.label and not above.date:
            told[at] = replace(above, date=below.date, time=above.time or below.time)
    return tuple(told)


def _label(text: str) -> str:
    """The label that a line prints: its code or number, else its words about the pass."""
    own = re.split(r"\b(?:to|answers?|responding to|in response to)\s", text, maxsplit=1, flags=re.I)[0]
    code = _CODE.search(own)
    if code:
        return code.group().strip()
    return own.strip(" ,;:-") if _PASS_WORDS.search(own) and len(own.split()) <= 8 else ""


def _passing(lines: tuple[HeaderLine, ...], parties: Parties) -> str:
    """Who passes the paper: the newest pass, else what the lines together say, else the one side whose paper it is."""
    top = newest(lines)
    if top is not None:
        return top.party
    together = " ".join(line.text for line in lines)
    if re.search(r"\b(?:tentative agreement|memorandum|between)\b", together, re.I) and not re.search(
        r"\bTO\b|\bto the\b|\bfrom\b", together
    ):
        return ""
    alone = " ".join(line.text for line in lines if line.party or not parties.both(line.text))
    passing = parties.passing(together) or parties.passing(alone)
    named = {side for side, _ in parties.mentioned(together)}
    return passing or (named.pop() if len(named) == 1 else "")


def _articles(seen: SeenPaper, lines: tuple[HeaderLine, ...]) -> tuple[str, ...]:
    """The articles a paper is about, as printed, in order: those of its headings, of its header, of its sections."""
    found: list[str] = []
    headings = [b.text for b in seen.blocks if _ARTICLE.match(f"{b.label} {b.text}") and len(b.text.split()) <= 14]
    labels = [b.label for b in seen.blocks if _ARTICLE.match(b.label)]
    for text in (*headings, *labels, *(line.text for line in lines)):
        for match in _ARTICLE_NUMBER.finditer(text):
            found += re.findall(r"[A-Z]?\d+[A-Z]?|\b[IVXLC]+\b", match[1])
    if not found:
        for block in seen.blocks:
            section = _SECTION.match(block.text) or _SECTION.match(block.label)
            found += [section[1]] if section and len(block.text) > len(section[0]) else []
    return tuple(dict.fromkeys(found))
