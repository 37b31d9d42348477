"""How papers say what to do with a contract: "Delete existing sections 4 to 6 and add the following:"."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from tablebook.domain.dataclass import dataclass


class Act(StrEnum):
    """What an instruction says to do."""

    DELETE = "delete"
    READ = "read"
    ADD = "add"
    APPEND = "append"
    REPLACE = "replace"
    INSERT = "insert"
    RENUMBER = "renumber"


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction. ``sections`` are the numbers named, a range as its two ends with "-" between, and ``to`` those
    they get. ``old`` and ``new`` are words; ``before`` puts new ones before the old. ``follows`` says that text comes
    after it, ``text`` is what stands behind its colon in the same paragraph; ``joined`` puts it into the paragraph that
    is there; ``inner`` says that the number may be that of a point in the section at hand. ``left`` is what the
    paragraph says besides and was not read."""

    act: Act
    sections: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    before: bool = False
    follows: bool = False
    text: str = ""
    to: tuple[str, ...] = ()
    joined: bool = False
    inner: bool = False
    left: str = ""


_N = r"(?:\d+(?:\.\d+)*[A-Za-z]?|[A-Z])(?![\w.]*\w|\s?\([A-Za-z\d]+\))"
_MANY = rf"{_N}(?:\s*(?:,\s*and\b|,|and\b|&|to\b|through\b|thru\b|–|—|-)\s*(?:sections?\s*)?{_N})*"
_WORD = r"(?:sections?|paragraphs?|subsections?|§§?)"
_OLD = r"(?:(?:the|all(?:\s+of)?|existing|current|present|old|entire)\s+)*"
_SECTIONS = rf"{_OLD}(?:{_WORD}\s*|(?=\d+\.\d))(?P<sections>{_MANY})"
_STRIKE = r"(?:delete|strike(?:\s+out)?|remove|eliminate|omit)"
_PUT = r"(?:add|insert|substitute|include)"
_BEGINS = rf"(?:[,:]\s*|\s+(?=[“\"]|the\s+(?:words?|phrase|figure)|(?:{_STRIKE}|{_PUT}|replace|change)\b))"
_OPENING = (
    rf"^[\W_]*(?:(?:in|at)\s+(?:article|appendix)\s+\w+\s*{_BEGINS}"
    rf"|(?:in|at)\s+(?:article\s+\w+\s*[,:]\s*)?{_WORD}\s*(?P<in>{_N})[^,:;“”\"]{{0,40}}?"
    rf"(?:,\s*[^,:;“”\"]{{1,40}}?)?{_BEGINS}|(?:article\s+\w+\s*,\s*)?{_WORD}\s*(?P<at>{_N})"
    rf"(?:\s*[–—-]?\s+[A-Z][^.:;“”\"–—-]{{1,60}}?)?\s*[:–—-]\s*)?"
)
_BESIDE = (
    r"(?:\s*(?:[,(–—-]|(?:of|in|above|below|and|entitled|titled|called|on|about|regarding|concerning|currently|hereby|which)\b"
    r"|(?-i:(?!(?:The|An?|Any|Each|Every|All|No|If|When)\b)[A-Z]))(?:(?!\b(?:not|was|were|may|might|can)\b)[^.:;“”]){0,50}?)?\s*"
)
"""What stands beside a section's number and still means the section: its title, its article. "Section 3 employees" does
not."""
_ELSEWHERE = (
    r"(?!\s+(?:from|in|on|by|at|if|unless)\s+(?!(?:its|their|(?:(?:the|this|our|current|existing|collective|bargaining|successor|new)\s+)*"
    r"(?:agreement|contract|article|cba|section|document|language|appendix|text|memorandum|mou))\b))"
)
"""What is removed "from the recall list" is no section."""
_ABOUT = r"(?:the\s+)?(?:(?:existing\s+)?(?:words?|phrase|figures?|number|term|date|sentence|language|amount)\s+)?"
_OLD_WORDS = r"[“\"](?P<old>[^”“\"]+)[”\"]"
_NEW_WORDS = r"[“\"](?P<new>[^”“\"]+)[”\"]"
_WHOLE = re.compile(
    rf"{_OPENING}{_STRIKE}(?:d)?\s*(?:(?:this|the|entire|whole|existing|current)\s+)*"
    r"(?:section|paragraph|article|appendix|language|provision)?\s*(?:in\s+(?:its|their)\s+entirety)?\W*$",
    re.I,
)
_DELETE = re.compile(rf"{_OPENING}{_STRIKE}\s+{_SECTIONS}(?P<rest>.*)$", re.I | re.S)
_DELETED = re.compile(
    rf"^\W*{_SECTIONS}{_BESIDE}\b(?:(?:is|are|(?:shall|will|to)\s+be)\s+)?(?:hereby\s+)?"
    rf"(?:deleted|stricken|struck|removed|repealed)\b{_ELSEWHERE}"
    r"(?P<rest>.*)$",
    re.I | re.S,
)
_READ = re.compile(
    rf"{_OPENING}(?:amend|revise|modify|change|replace|rewrite)\s+{_SECTIONS}[^.:;“”]{{0,60}}?\b"
    r"(?:to\s+(?:read|say|state|provide)|as\s+follows|with(?:\s+the\s+following)?)\b(?P<rest>.*)$",
    re.I | re.S,
)
_NEW = re.compile(
    rf"{_OPENING}(?:{_PUT}|create)\s+(?:the\s+following\s+)?(?:as\s+)?(?:an?\s+)?(?:new\s+)?{_WORD}\s*(?P<sections>{_MANY})"
    r"(?P<rest>.*)$",
    re.I | re.S,
)
_POINT = re.compile(
    rf"{_OPENING}{_PUT}\s+(?:the\s+following\s+)?(?:as\s+)?(?:an?\s+)?(?:new\s+)?(?:(?:sub-?)?(?:section|paragraph|clause|item|point)s?"
    r"\s*\((?P<point>[A-Za-z]{1,4}|\d{1,2})\)|(?:sub-?)?(?:paragraph|clause|item|point)\s+(?P<bare>[A-Za-z]|\d{1,2})(?![\w.]*\w))"
    r"(?P<rest>[^:]{0,60}(?::.*)?)$",
    re.I | re.S,
)
_FOLLOWING = re.compile(rf"{_OPENING}{_PUT}\s+(?:the\s+following|as\s+follows)(?P<rest>.*)$", re.I | re.S)
_REPLACE = re.compile(
    rf"{_OPENING}(?:{_STRIKE}|replace|change)\s+{_ABOUT}{_OLD_WORDS}[^“”\"]{{0,60}}?(?:\b(?:and|with|to|by)\b|,)[^“”\"]{{0,60}}?"
    rf"{_NEW_WORDS}(?P<rest>.*)$",
    re.I | re.S,
)
_INSERT = re.compile(
    rf"{_OPENING}{_PUT}\s+{_ABOUT}{_NEW_WORDS}[^“”\"]{{0,30}}?\b(?P<where>after|following|before)\b[^“”\"]{{0,30}}?{_OLD_WORDS}"
    r"(?P<rest>.*)$",
    re.I | re.S,
)
_IS = r"(?:is|are|shall\s+be|will\s+be|to\s+be)\s+(?:hereby\s+)?"
_GONE = r"(?:deleted|struck|stricken|removed|eliminated|omitted)"
_IN_PLACE = r"(?:\s*\([^()“”\"]*\))?(?:\s*,?\s+(?:in|of|from)\s+[^“”\"]{1,60}?)?\s*,?\s+"
_REPLACED = re.compile(
    rf"{_OPENING}{_ABOUT}{_OLD_WORDS}{_IN_PLACE}{_IS}"
    rf"(?:(?:{_GONE}\s+and\s+)?(?:replaced|changed|substituted|amended|revised)\s+(?:with|by|to)\b[^“”\"]{{0,40}}?"
    rf"|{_GONE}\s+and\s+){_NEW_WORDS}(?P<rest>.*)$",
    re.I | re.S,
)
_WORDS_GONE = re.compile(
    rf"(?=\W*(?:in|at|the|words?|phrase|{_WORD})\b){_OPENING}{_ABOUT}{_OLD_WORDS}{_IN_PLACE}{_IS}{_GONE}"
    r"(?P<rest>[^“”\"]*)$",
    re.I | re.S,
)
_TIME = r"(?:effective|upon|until|beginning|starting|when|if|unless|once)"
_SAID = r"(?:[^“”\".:;]|\.(?=\d))"
_FIGURE = rf"(?={_SAID}*\d){_SAID}{{1,40}}?"
_STATES = (
    r"(?!(?:(?!\b(?:that|which|who|where|when|if|so|as|read|say)\b)[^:“”\"])*?\b(?:shall|must|may|will|is|are|has|have|requires?|occurs?|"
    r"takes?|begins?|appl(?:y|ies))\b)"
)
"""A sentence with a verb of its own: "Change from two to three periods requires notice." is language."""
_CHANGE = re.compile(
    rf"{_OPENING}{_STATES}(?:change|increase|decrease|raise|reduce|lower)\s+(?:[^“”\".:;]{{0,40}}?\bfrom\s+)?(?P<old>{_FIGURE})\s+to\s+(?P<new>{_FIGURE})"
    rf"(?:\s+in\s+{_WORD}\s*{_N}|\s+(?P<besides>(?:in|on|at|for|from|as|where|after|{_TIME})\b[^“”\".:;]*))?(?P<rest>\.?\s*)$",
    re.I,
)
"""Figures need no quotation marks: "Section 1: change fifteen (15) to twenty (20)."."""
_INSIDE = re.compile(r"\b(?:after|before|between|beginning|start|first|second|third|fourth|last)\b", re.I)
_APPEND = re.compile(
    rf"{_OPENING}{_PUT}\s+the\s+following\s+(?:new\s+)?(?P<what>sentences?|paragraphs?|language|words|text|provisions?)\s+"
    rf"(?:to|at)\s+(?:the\s+end\s+of\s+)?{_WORD}\s*(?P<sections>{_N})(?P<rest>[^:]{{0,60}}(?::.*)?)$",
    re.I | re.S,
)
_AT_END = re.compile(
    rf"{_OPENING}{_PUT}\s+(?:the\s+following\s+)?(?:at|to)\s+the\s+end\s+of\s+{_WORD}\s*(?P<sections>{_N})(?P<rest>\s*:.*)$",
    re.I | re.S,
)
_STRUCK = re.compile(rf"{_OPENING}{_STRIKE}\s+{_ABOUT}{_OLD_WORDS}(?P<rest>[^“”\"]*)$", re.I | re.S)
_REMAINING = re.compile(
    rf"{_OPENING}re-?number\s+(?:(?:all|the|and|re-?letter)\s+)*(?:remaining|subsequent|following|succeeding|other|rest)?\s*"
    rf"(?:of\s+the\s+)?(?:article|{_WORD})?\s*(?:accordingly|as\s+(?:needed|appropriate|necessary)|consecutively)?\W*$",
    re.I,
)
_RENUMBER = re.compile(
    rf"{_OPENING}re-?number\s+{_OLD}(?:{_WORD}\s*)?(?P<sections>{_MANY})\s+(?:as|to\s+be|to|becomes?)\s+(?:{_WORD}\s*)?(?P<to>{_MANY})\W*$",
    re.I,
)
_THEN = re.compile(
    rf"\b(?:and|then|,)\s+(?:{_PUT}|replace\w*|substitut\w+)\b|\breplace\w*\s+(?:it\s+|them\s+)?with\b", re.I
)
RENUMBER_LAST = re.compile(r"(?<=[.;:!?])\s+(?P<told>re-?number\b[^.]*\.?)\s*$", re.I)
"""An instruction to renumber behind other words of its paragraph."""
_INSTEAD = re.compile(
    r"\W*(?:in\s+(?:its|their)\s+entirety\W+)?(?:and\W+)?(?:(?:it\s+)?is\s+|be\s+)?replaced?\s+(?:it\s+)?(?:with|by)\b",
    re.I,
)
"""How other words are put in the place of a section that goes."""
_ALSO_RENUMBER = re.compile(r"\bre-?number\b", re.I)
_RENUMBERS_SOME = re.compile(rf"re-?number\s+{_OLD}{_WORD}\s*{_N}", re.I)
_QUOTES = re.compile(r"(?<!\()[“\"][^”\"]+[”\"]")
_ALL_QUOTED = re.compile(r"\s*(?P<text>[“\"][^“”\"]+[”\"])\W*")
_TOLD = re.compile(
    rf"\b(?:{_STRIKE}|add|insert|substitute|replace|change|amend|revise|modify|move)\b"
    r"|\b(?:is|are|shall\s+be|will\s+be)\s+(?:hereby\s+)?(?:deleted|struck|stricken|added|inserted|replaced|changed|amended)\b"
    r"|\bshall\s+(?:now\s+)?read\b",
    re.I,
)
"""What tells to do more than the instruction before it."""
_FOR_A_TIME = re.compile(
    rf"\b(?:as\s+of|{_TIME})\b"
    r"(?!\s+(?:immediately|(?:upon\s+)?(?:the\s+)?(?:ratification|execution|signing|approval)|with\s+this|as\s+of\s+ratification)\b)",
    re.I,
)
"""What is not so, or not yet: the text of the agreement cannot say it by itself."""
_TITLE = re.compile(r"\b(?!(?:Sections?|Articles?|Agreement|Contract|Appendix|CBA|Collective|Bargaining)\b)[A-Z][a-z]+")
_RANGE = re.compile(rf"(?P<from>{_N})\s*(?:to\b|through\b|thru\b|–|—|-)\s*(?:sections?\s*)?(?P<till>{_N})", re.I)
_DOTTED = r"\d+(?:\.\d+)+[A-Za-z]?(?![\w(])"
_DELETE_DOTTED = re.compile(
    rf"^\W*{_STRIKE}\s+(?P<sections>{_DOTTED}(?:\s*(?:,\s*and\b|,|and\b|&|to\b|through\b|–|-)\s*{_DOTTED})*)(?P<rest>\W*|(?:\W+in\s+its\s+entirety)?\W+and\b.*)$",
    re.I | re.S,
)
_AMENDED = re.compile(
    rf"^\W*{_SECTIONS}{_BESIDE}\b(?:shall\s+be|is|are|to\s+be|will\s+be)\s+(?:hereby\s+)?(?:amended|revised|modified|replaced|"
    r"changed)\b[^.:;“”]{0,40}?(?:to\s+read|as\s+follows|with\s+the\s+following)\b(?P<rest>.*)$",
    re.I | re.S,
)
_PART_OF_IT = (
    rf"(?:{_WORD}(?!\s+of\s+(?:an?|each|any)\s+(?:course|class|subject)\b)|articles?|appendix|sentences?|clauses?|language|columns?|following|as\s+follows|text|"
    r"in\s+(?:its|their)\s+entirety)"
)
_AT_PLACE = re.compile(
    rf"^[\W_]*(?:(?:in|at|to|from)\s+)?(?:article\s+\w+\s*[,:–—-]?\s*)?(?:{_WORD}\s*{_N}|{_DOTTED})(?:\s*\([A-Za-z\d]{{1,4}}\))*"
    r"(?:\s*[–—-]?\s+[A-Z][^.:;“”\"–—-]{1,60}?)?\s*[:,–—-]\s*"
    rf"(?={_STRIKE}\b|{_PUT}\b|(?:replace|change|revise|amend|modify|re-?number|move|increase|decrease|raise|lower|reduce)\b)"
    r"(?!\w+(?:-\w|\s+(?:of|in|and|or)\b))",
    re.I,
)
"""A place of the contract, and behind it what is to be done there: "5.2: strike the last sentence"."""
_APART = re.compile(r"\s*(?:[.;]|,?\s*(?:and|then)\b)", re.I)
"""How another instruction begins behind one: not with more words on the place of the first."""
_EXCEPT = re.compile(
    r"^(?![^.:;]*[,(]\s*(?:except|but|save)\b[^,.:;]{1,80}[,)]\s*(?:shall|will|may|must|appl(?:y|ies)|governs?|covers?)\b)"
    r"\W*(?:(?:current|existing|present)\s+(?:contract\s+)?language|status\s+quo|CCL|no\s+changes?"
    rf"(?=\W+\w+\W+(?:as\b|that\b|for\b|{_WORD}|{_STRIKE}|{_PUT}|change|replace)))"
    r"(?:\s+(?:is\s+|shall\s+be\s+|will\s+be\s+|to\s+be\s+)?(?:retained|remains?|stays?|kept|maintained|continues?))?\s*[,;]?"
    r"\s*(?:except|but|save|with\s+the\s+following)\b(?:\s+(?:for|that|as\s+follows|changes?|exceptions?))*\s*[:,]?\s*",
    re.I,
)
"""What stays is said first: "Current language except Section 3 is deleted."."""
_LOOSE = re.compile(
    rf"^\W*(?:the\s+parties\s+(?:hereby\s+)?agree\s+to\s+)?"
    rf"(?:(?:{_STRIKE}|re-?number|amend|revise)\b.{{0,80}}\b{_PART_OF_IT}\b"
    rf"|(?:add|insert|replace|modify|move|relocate|create|change|substitute)\b.{{0,80}}\b{_PART_OF_IT}\b[^.]{{0,60}}"
    r"(?::\s*[“\"].*|[:.]?\s*)$"
    rf"|{_STATES}(?:increase|decrease|raise|reduce|lower|change)\b[^.:;]{{0,80}}\bfrom\b[^:;]{{1,40}}?\bto\b[^:;]{{1,60}}$"
    rf"|(?:add|insert|create)\s+(?:an?\s+|the\s+following\s+)?(?:new|additional|last|final)\b[^.:]{{0,60}}\b{_PART_OF_IT}"
    r"\b[^.:]{0,40}:\s*\S.*$"
    rf"|{_STRIKE}\s+{_DOTTED})",
    re.I | re.S,
)


def instructions(text: str) -> tuple[Instruction, ...]:
    """What a paragraph says to do, in order; nothing where it is contract language."""
    if stays := _EXCEPT.match(text):
        text = text[stays.end() :]
    for pattern, act in _PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        found = {name: words or "" for name, words in match.groupdict().items()}
        here = tuple(filter(None, (found.get("in"), found.get("at"))))
        named = numbers(found.get("sections", "")) or here or tuple(filter(None, (found.get("bare"),)))
        if act is Act.DELETE and pattern is not _WHOLE and not named:
            continue  # "Delete existing sections as follows:" names none
        if pattern is _FOLLOWING and _INSIDE.search(found["rest"].partition(":")[0]):
            continue  # "Add the following after the second sentence:"
        if act is Act.DELETE and _is_one(named) and _INSTEAD.match(found.get("rest", "")):
            act = Act.READ  # it keeps its title
        if act in (Act.REPLACE, Act.INSERT) and not named:
            named = _place_beside(text)
        return _told(act, named, found)
    return ()


def _is_one(named: tuple[str, ...]) -> bool:
    """Whether they are the number of one section, and no range."""
    return len(named) == 1 and "-" not in named[0]


def _told(act: Act, named: tuple[str, ...], found: dict[str, str]) -> tuple[Instruction, ...]:
    """The instruction by the words found of it, and the one to renumber behind it."""
    rest, with_text = found.get("rest", ""), act in (Act.READ, Act.ADD, Act.APPEND)
    colon = rest.partition(":")[2].strip() if act is Act.DELETE or with_text else ""
    if with_text and (quoted := _ALL_QUOTED.fullmatch(rest)):
        rest, colon = "", quoted["text"]
    last = RENUMBER_LAST.search(colon)
    colon = colon[: last.start()] if last else colon
    follows = with_text or (act is Act.DELETE and bool(_THEN.search(rest)))
    head = rest.partition(":")[0] if follows else rest
    also = None if act is Act.RENUMBER else last or _ALSO_RENUMBER.search(head)
    told = "" if also is None else also["told"] if last else head[also.start() :]
    besides = head if last or also is None else head[: also.start()]
    counted = _counted(told)
    unread = (_unread(act, besides, follows), _unread(Act.RENUMBER, told, follows) if counted else told)
    inner = bool(found.get("bare")) and not found.get("in") and not found.get("at")
    more = _more(act, named, unread[0]) if _APART.match(rest) and not follows else ()
    if more:
        unread = "", unread[1]
    one = Instruction(
        Act.ADD if inner else act, named, found.get("old", ""), _own(found), found.get("where", "").lower() == "before",
        follows, colon if follows else "", numbers(found.get("to", "")),
        found.get("what", "").lower().startswith("sentence"), inner,
        " ".join(filter(None, (found.get("besides"), *unread))),
    )  # fmt: skip
    return (one, *more, counted) if counted else (one, *more)


def _more(act: Act, named: tuple[str, ...], words: str) -> tuple[Instruction, ...]:
    """The instructions that follow another one in its paragraph; those on words are about the section that it names,
    where they name none."""
    found = instructions(re.sub(r"^(?:and|then|also)\s+(?:then\s+)?", "", words, flags=re.I))
    on_words = {Act.REPLACE, Act.INSERT}
    return tuple(
        replace(one, sections=named) if not one.sections and {act, one.act} <= on_words else one for one in found
    )


def _own(found: dict[str, str]) -> str:
    """The new words without the stop that American print sets inside the quotation marks ("with “three.””), where the
    old words end in none and the sentence ends there."""
    old, new = found.get("old", ""), found.get("new", "")
    opens = found.get("where", "").lower() == "before" and old[:1].isupper()
    own = len(new) > 1 and new[-1] in ".," and old[-1:] not in tuple(".,;:") and not found["rest"][:1].strip()
    return new[:-1] if own and not opens else new


def _counted(told: str) -> Instruction | None:
    """An instruction to renumber behind another one: these sections as those, or all that remain; None where it names
    numbers in a way that is not read."""
    match = _RENUMBER.match(told.strip())
    if match:
        return Instruction(Act.RENUMBER, numbers(match["sections"]), to=numbers(match["to"]))
    named = _RENUMBERS_SOME.match(told.strip())
    return _ALL_REMAINING if told and not named else None


def _unread(act: Act, words: str, follows: bool) -> str:
    """What a paragraph says behind an instruction and is none of it: another one, quoted words, the title of a new
    section, or that it holds for a time only."""
    more = (
        _FOR_A_TIME.search(words)
        or _QUOTES.search(words)
        or (not follows and _TOLD.search(words))
        or (act is Act.ADD and _TITLE.search(words))
    )
    return words.strip(' ,.;“”"' if _ALL_QUOTED.fullmatch(words) else " ,.;") if more else ""


def _place_beside(text: str) -> tuple[str, ...]:
    """The one section that stands beside quoted words: "Replace “two” with “three” in Section 4.2."."""
    outside = re.sub(r"[“\"][^”“\"]*[”\"]", " ", text)
    found = {number for match in re.finditer(rf"(?i)\b{_WORD}\s*({_MANY})", outside) for number in numbers(match[1])}
    return tuple(found) if len(found) == 1 else ()


def sounds_like_one(text: str) -> bool:
    """Whether a paragraph opens like an instruction, though it could not be read as one."""
    placed = _AT_PLACE.match(text)
    told = placed and (not text[placed.end() :].istitle() or text.rstrip().endswith("."))
    return bool(told or _LOOSE.match(text) or _EXCEPT.match(text)) and len(text.split()) < 60


def numbers(text: str) -> tuple[str, ...]:
    """The numbers in a list, a range written as "4-6"."""
    ranges = {match.span(): f"{match['from']}-{match['till']}" for match in _RANGE.finditer(text)}
    found = [(span[0], words) for span, words in ranges.items()]
    for match in re.finditer(rf"(?<![\w.]){_N}", text):
        if not any(start <= match.start() < end for start, end in ranges):
            found.append((match.start(), match[0]))
    return tuple(words for _, words in sorted(found))


_ALL_REMAINING = Instruction(Act.RENUMBER)
_PATTERNS: tuple[tuple[re.Pattern[str], Act], ...] = (
    (_REPLACE, Act.REPLACE),
    (_INSERT, Act.INSERT),
    (_REPLACED, Act.REPLACE),
    (_STRUCK, Act.REPLACE),
    (_WORDS_GONE, Act.REPLACE),
    (_CHANGE, Act.REPLACE),
    (_READ, Act.READ),
    (_AMENDED, Act.READ),
    (_DELETE_DOTTED, Act.DELETE),
    (_DELETE, Act.DELETE),
    (_DELETED, Act.DELETE),
    (_POINT, Act.APPEND),
    (_NEW, Act.ADD),
    (_APPEND, Act.APPEND),
    (_AT_END, Act.APPEND),
    (_FOLLOWING, Act.ADD),
    (_RENUMBER, Act.RENUMBER),
    (_REMAINING, Act.RENUMBER),
    (_WHOLE, Act.DELETE),
)
