"""The patterns by which papers say what to do with a contract: "Delete existing sections 4 to 6 and add:"."""

from __future__ import annotations

import re
from enum import StrEnum


class Act(StrEnum):
    """What an instruction says to do."""

    DELETE = "delete"
    READ = "read"
    ADD = "add"
    APPEND = "append"
    REPLACE = "replace"
    INSERT = "insert"
    RENUMBER = "renumber"


NUMBER = r"(?:\d+(?:\.\d+)*[A-Za-z]?|[A-Z])(?![\w.]*\w|\s?\([A-Za-z\d]+\))"
MANY = rf"{NUMBER}(?:\s*(?:,\s*and\b|,|and\b|&|to\b|through\b|thru\b|–|—|-)\s*(?:sections?\s*)?{NUMBER})*"
WORD = r"(?:sections?|paragraphs?|subsections?|§§?)"
_OLD = r"(?:(?:the|all(?:\s+of)?|existing|current|present|old|entire)\s+)*"
_ANY = rf"(?:{WORD}\s*|(?=\d+\.\d))"
"""The word before a number, which a dotted one can do without."""
_SECTIONS = rf"{_OLD}(?:article\s+\w+\s*[,:–—-]?\s+)?{_ANY}(?P<sections>{MANY})"
_STRIKE = r"(?:delete|strike(?:\s+out)?|remove|eliminate|omit)"
_PUT = r"(?:add|insert|substitute|include)"
_NTH = r"(?:first|second|third|fourth|last|final)"
_RENUMBER = r"re-?(?:number|letter)"
_SENTENCE_OF = rf"(?:the\s+{_NTH}\s+(?:sentence|paragraph|line)\s+(?:of|in)\s+)"
_OF_SECTION = rf"(?:\s+(?:of|in|from)\s+{_ANY}(?P<sections>{NUMBER}))?"
IN_SENTENCE = re.compile(rf"[\W_]*(?:in|at|to)\s+{_SENTENCE_OF}", re.I)
_BEGINS = rf"(?:[,:]\s*|\s+(?=[“\"]|the\s+(?:words?|phrase|figure)|(?:{_STRIKE}|{_PUT}|replace|change)\b))"
_OPENING = (
    rf"^[\W_]*(?:(?:in|at)\s+(?:article|appendix)\s+\w+\s*{_BEGINS}"
    rf"|(?:in|at|to)\s+{_SENTENCE_OF}?(?:article\s+\w+\s*[,:]\s*)?{_ANY}(?P<in>{MANY})[^,:;“”\"]{{0,40}}?"
    rf"(?:,\s*[^,:;“”\"]{{1,40}}?)?{_BEGINS}|(?:article\s+\w+\s*[,:]\s*)?{_ANY}(?P<at>{NUMBER})"
    rf"(?:\s*[–—-]?\s+[A-Z][^.:;“”\"–—-]{{1,60}}?)?\s*[:–—-]\s*)?"
)
_BESIDE = (
    r"(?:\s*(?:[,(–—-]|(?:of(?!\s+(?:the|an?|any|each)\s+(?!(?:current|existing|collective|bargaining|master|agreement|contract|article|cba)\b))|in|above|below|and|entitled|titled|called|on|about|regarding|concerning|currently|hereby|which)\b"
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
WHOLE = re.compile(
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
    rf"{_OPENING}(?:{_PUT}|create)\s+(?:the\s+following\s+)?(?:as\s+)?(?:an?\s+)?(?:new\s+)?{WORD}\s*(?P<sections>{MANY})"
    r"(?P<rest>.*)$",
    re.I | re.S,
)
_POINT = re.compile(
    rf"{_OPENING}{_PUT}\s+(?:the\s+following\s+)?(?:as\s+)?(?:an?\s+)?(?:new\s+)?(?:(?:sub-?)?(?:section|paragraph|clause|item|point)s?"
    r"\s*\((?P<point>[A-Za-z]{1,4}|\d{1,2})\)|(?:sub-?)?(?:paragraph|clause|item|point)\s+(?P<bare>[A-Za-z]|\d{1,2})(?![\w.]*\w))"
    r"(?P<rest>[^:]{0,60}(?::.*)?)$",
    re.I | re.S,
)
_NEW_POINT = re.compile(
    rf"{_OPENING}{_PUT}\s+(?:(?:the\s+following|as|an?|new)\s+)*(?P<text>\([A-Za-z]{{1,4}}\)\s+[^:“”\"]{{3,200}})$",
    re.I | re.S,
)
_SENTENCE = re.compile(
    rf"{_OPENING}{_STRIKE}\s+(?:the\s+)?(?P<sentence>{_NTH})\s+sentence{_OF_SECTION}"
    rf"(?:\W+and\s+(?:{_PUT}|replace\s+it\s+with)(?:\s+the\s+following)?\s*:\s*(?P<new>\S.*)|(?P<rest>.*))$",
    re.I | re.S,
)
FOLLOWING = re.compile(
    rf"{_OPENING}{_PUT}\s+(?:the\s+following|as\s+follows)(?P<rest>[^:]*:.*|\W*(?:\w+\W+){{0,3}}\w*\W*)$",
    re.I | re.S,
)
_REPLACE = re.compile(
    rf"{_OPENING}(?:{_STRIKE}|replace|change)\s+{_ABOUT}{_OLD_WORDS}[^“”\"]{{0,60}}?(?:\b(?:and|with|to|by|{_PUT})\b|[,;])[^“”\"]{{0,60}}?"
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
    rf"(?=\W*(?:in|at|the|words?|phrase|{WORD})\b){_OPENING}{_ABOUT}{_OLD_WORDS}{_IN_PLACE}{_IS}{_GONE}"
    r"(?P<rest>[^“”\"]*)$",
    re.I | re.S,
)
_TIME = r"(?:effective|upon|until|beginning|starting|when|if|unless|once)"
_SAID = r"(?:[^“”\".:;]|\.(?=\d))"
_FIGURE = rf"(?={_SAID}*\d)(?:(?!\bto\b){_SAID}){{1,40}}?"
_STATES = (
    r"(?!(?:(?!\b(?:that|which|who|where|when|if|so|as|read|say)\b)[^:“”\"])*?\b(?:shall|must|may|will|is|are|has|have|requires?|occurs?|"
    r"takes?|begins?|appl(?:y|ies))\b)"
)
"""A sentence with a verb of its own: "Change from two to three periods requires notice." is language."""
FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred|thousand|half|twice)\b",
    re.I,
)
CHANGE = re.compile(
    rf"{_OPENING}{_STATES}(?:change|increase|decrease|raise|reduce|lower)\s+(?:[^“”\".:;]{{0,40}}?\bfrom\s+)?(?P<old>{_FIGURE})\s+to\s+(?P<new>{_FIGURE})"
    rf"(?:\s+in\s+{_ANY}{NUMBER}|\s+(?P<besides>(?:in|on|at|for|from|as|where|after|{_TIME})\b[^“”\".:;]*))?(?P<rest>\.?\s*)$",
    re.I,
)
"""Figures need no quotation marks: "Section 1: change fifteen (15) to twenty (20)."."""
_AMOUNT = r"\$?\d[\d,.]*(?:\s+[a-z%]+){0,3}?"
_BECOMES = re.compile(
    rf"{_OPENING}(?:replace\s+(?=[^→>]*\swith\s))?(?<![$\d])(?P<old>{_AMOUNT})\s+(?:becomes?|with|is\s+changed\s+to|→|->|=>)\s+"
    rf"(?P<new>{_AMOUNT})(?P<rest>\.?\s*)$",
    re.I,
)
"""“$28.00 becomes $30.00.”, “Replace $28.00 with $30.00.”"""
_QUOTED_BECOMES = re.compile(
    rf"{_OPENING}{_ABOUT}{_OLD_WORDS}\s+(?:becomes?|→|->|=>)\s+{_NEW_WORDS}(?P<rest>.*)$", re.I | re.S
)
_BY_STRIKING = re.compile(
    rf"^[\W_]*(?:amend|revise|modify|change)\s+{_SECTIONS}[^.:;“”\"]{{0,40}}?\s+by\s+(?:striking|deleting|removing|replacing)"
    rf"\s+{_ABOUT}{_OLD_WORDS}[^“”\"]{{0,30}}?\b(?:and|with|by)\b[^“”\"]{{0,60}}?{_NEW_WORDS}(?P<rest>.*)$",
    re.I | re.S,
)
_SENTENCE_BY = re.compile(
    rf"{_OPENING}(?:replace|substitute)\s+the\s+(?P<sentence>{_NTH})\s+sentence{_OF_SECTION}"
    rf"\s+(?:with|by)(?:\s+the\s+following)?\s*:\s*(?P<new>\S.*)(?P<rest>)$",
    re.I | re.S,
)
INSIDE = re.compile(r"\b(?:after|before|between|beginning|start|first|second|third|fourth|last)\b", re.I)
_APPEND = re.compile(
    rf"{_OPENING}{_PUT}\s+the\s+following\s+(?:new\s+)?(?P<what>sentences?|paragraphs?|language|words|text|provisions?)\s+"
    rf"(?:to|at)\s+(?:the\s+end\s+of\s+)?{WORD}\s*(?P<sections>{NUMBER})(?P<rest>[^:]{{0,60}}(?::.*)?)$",
    re.I | re.S,
)
_AT_END = re.compile(
    rf"{_OPENING}{_PUT}\s+(?:the\s+following\s+)?(?:at|to)\s+(?:(?:the\s+)?end\s+of\s+)?{_ANY}(?P<sections>{NUMBER})(?P<rest>\s*:.*)$",
    re.I | re.S,
)
_STRUCK = re.compile(rf"{_OPENING}{_STRIKE}\s+{_ABOUT}{_OLD_WORDS}(?P<rest>[^“”\"]*)$", re.I | re.S)
_REMAINING = re.compile(
    rf"{_OPENING}{_RENUMBER}\s+(?:(?:all|the|and|re-?letter)\s+)*(?:remaining|subsequent|following|succeeding|other|rest)?\s*"
    rf"(?:of\s+the\s+)?(?:article|{WORD})?\s*(?:accordingly|as\s+(?:needed|appropriate|necessary)|consecutively)?\W*$",
    re.I,
)
RENUMBER = re.compile(
    rf"{_OPENING}{_RENUMBER}\s+{_OLD}(?:{WORD}\s*)?(?P<sections>{MANY})\s+(?:as|to\s+be|to|becomes?)\s+(?:{WORD}\s*)?(?P<to>{MANY})\W*$",
    re.I,
)
_BECOMES_NUMBER = re.compile(
    rf"{_OPENING}(?:(?:the|present|current|existing|old|former)\s+)*{WORD}\s*(?P<sections>{MANY})\s+(?:shall\s+|will\s+)?becomes?\s+"
    rf"(?:(?:the|new)\s+)*{WORD}\s*(?P<to>{MANY})\W*$",
    re.I,
)
"""“Section G becomes Section F.”"""
THEN = re.compile(
    rf"\b(?:and|then|,)\s+(?:{_PUT}|replace\w*|substitut\w+)\b|\breplace\w*\s+(?:it\s+|them\s+)?with\b", re.I
)
RENUMBER_LAST = re.compile(rf"(?<=[.;:!?”\"])\s+(?P<told>{_RENUMBER}\b(?:[^.]|(?<=\b[A-Za-z])\.)*\.?)\s*$", re.I)
"""An instruction to renumber behind other words of its paragraph."""
INSTEAD = re.compile(
    r"\W*(?:in\s+(?:its|their)\s+entirety\W+)?(?:and\W+)?(?:(?:it\s+)?is\s+|be\s+)?replaced?\s+(?:it\s+)?(?:with|by)\b",
    re.I,
)
"""How other words are put in the place of a section that goes."""
ALSO_RENUMBER = re.compile(rf"\b{_RENUMBER}\b", re.I)
RENUMBERS_SOME = re.compile(rf"{_RENUMBER}\s+{_OLD}{WORD}\s*{NUMBER}", re.I)
QUOTES = re.compile(r"(?<!\()[“\"][^”\"]+[”\"]")
ALL_QUOTED = re.compile(r"\s*(?P<text>[“\"][^“”\"]+[”\"])\W*")
TOLD = re.compile(
    rf"\b(?:{_STRIKE}|add|insert|substitute|replace|change|amend|revise|modify|move)\b"
    r"|\b(?:is|are|shall\s+be|will\s+be)\s+(?:hereby\s+)?(?:deleted|struck|stricken|added|inserted|replaced|changed|amended)\b"
    r"|\bshall\s+(?:now\s+)?read\b",
    re.I,
)
"""What tells to do more than the instruction before it."""
FOR_A_TIME = re.compile(
    rf"\b(?:as\s+of|{_TIME})\b"
    r"(?!\s+(?:immediately|(?:upon\s+)?(?:the\s+)?(?:ratification|execution|signing|approval)|with\s+this|as\s+of\s+ratification)\b)",
    re.I,
)
"""What is not so, or not yet: the text of the agreement cannot say it by itself."""
TITLE = re.compile(r"\b(?!(?:Sections?|Articles?|Agreement|Contract|Appendix|CBA|Collective|Bargaining)\b)[A-Z][a-z]+")
RANGE = re.compile(rf"(?P<from>{NUMBER})\s*(?:to\b|through\b|thru\b|–|—|-)\s*(?:sections?\s*)?(?P<till>{NUMBER})", re.I)
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
    rf"(?:{WORD}(?!\s+of\s+(?:an?|each|any)\s+(?:course|class|subject)\b)|articles?|appendix|sentences?|clauses?|language|columns?|following|as\s+follows|text|"
    r"in\s+(?:its|their)\s+entirety)"
)
AT_PLACE = re.compile(
    rf"^[\W_]*(?:(?:in|at|to|from)\s+)?(?:article\s+(?=\d+\.\d)|article\s+\w+\s*[,:–—-]?\s*)?(?:{WORD}\s*(?:{NUMBER}|[A-Z]\.\d+)|{_DOTTED}"
    rf"|(?:[A-Z]\.\d+|[IVXLC]+\.[A-Z])(?:\.\d+)*(?=\s*:)|(?<=\s)[A-Z](?:[.\s]\d+)?(?=\s*[:,]))(?:\s*\([A-Za-z\d]{{1,4}}\))*"
    r"(?:(?:\s*[,–—-]?\s+[A-Z][^.:;“”\"–—-]{1,60}?)?\s*[:–—-]\s*|\s*,\s*|\s+(?=(?-i:[a-z])))"
    rf"(?={_STRIKE}\b|{_PUT}\b|(?:replace|change|revise|amend|modify|{_RENUMBER}|move|increase|decrease|raise|lower|reduce)\b)"
    r"(?!\w+(?:-\w|\s+(?:of|in|and|or)\b))",
    re.I,
)
"""A place of the contract, and behind it what is to be done there: "5.2: strike the last sentence"."""
APART = re.compile(r"\s*(?:[.;]|,?\s*(?:and|then)\b)", re.I)
"""How another instruction begins behind one: not with more words on the place of the first."""
ORDER = re.compile(
    rf"\W*{_STATES}(?:increase|decrease|reduce|raise|lower|extend|shorten|double|change|adjust|update|correct|clarify|move|add|include|substitute(?=\s+[“\"\d(])|"
    r"delete|remove|strike|replace|revise|amend|modify|eliminate|combine|merge|restore|reinstate|expand)\b(?!\s*-|\s+(?:of|in)\b)",
    re.I,
)
"""How a sentence begins that only tells what to do: "Increase to three days"."""
_FIGURES = r"(?=[^.:;]*\d)"
FRAGMENT = re.compile(
    rf"\W*(?:[A-Z]?\d[\w.]*\s*[–—:-]\s*)?(?!the\b){_STATES}(?:{_FIGURES}[^.:;]{{1,80}}\b(?:(?:added|deleted|removed|inserted|eliminated)"
    r"|(?:increased|reduced|raised|lowered|changed)\s+(?:from|to|by)\b[^.:;]{1,40}|to\s+be\s[^.:;]{1,50}"
    r"|(?:instead|in\s+place|in\s+lieu)\s+of\s[^.:;]{1,40})"
    r"|\(?\$?\d[\w,.%]*(?:\s+\w+)?\s+to\s+\(?\$?\d[\w,.%]*(?:\s+\w+)?"
    r"|(?:[\w-]+\s+){0,4}?(?:adjustments?|increases?|raises?)\s+of\s+(?:(?:approximately|about|up\s+to)\s+)?"
    r"\$?\d[\w,.%]*(?:\s+(?:for|to|in|on|across)\b[^.:;]{0,60})?"
    r"|\d[\d.]*\s*%\s+(?:on|to|for|across|increase|raise)\b[^.:;]{0,60})"
    r"(?:[;,.]\s*(?:otherwise|all\s+else|(?:the\s+)?(?:rest|remainder|balance))\b[^.;]{0,60})?\W*"
    r"|.*\d\)?\s*(?:-+>|=>|→|>)\s*(?:\w+\s)?\(?\$?\d.*|[^=.]{1,60}\s=\s*\$?\d.*",
    re.I,
)
"""What has no verb, and tells how a figure differs: "Robotics $800 added", "$250 instead of $200", "$200 -> $250"."""
CHANGED_FROM = re.compile(
    r"\b(?:(?:rather|other)\s+than|instead\s+of|in\s+(?:place|lieu)\s+of|(?:up|down)\s+from"
    r"|(?:goes|go|moves?|rises?|grows?|drops?|falls?|changes?|(?:increas|decreas|reduc|chang|rais|lower)e[sd]?)\s+from)"
    r"\s+(?:(?:the|current|existing|present|today[’']s)\s+)*(?P<old>[$¢]?\w[\w.,:%-]*)",
    re.I,
)
"""How words speak of what stood there: "rather than thirty-five cents"."""
PROPOSES = re.compile(
    r"\W*(?:(?:the\s+)?(?:union|association|federation|district|board|employer|college|university|city|county|state|local|management)"
    r"|we|(?-i:[A-Z]{2,6}))\s+(?:\w+\s+)?(?:proposes?|requests?|wants?|seeks?|(?:can|could)\s+live\s+with|(?:is|are)\s+willing\s+to|would\s+(?:accept|agree|like))\b|\W*(?:strikes|adds|inserts|deletes|replaces|changes|removes)\s+[“\"]",
    re.I,
)
"""Who wants what: "The Federation proposes to increase personal leave"."""
EXCEPT = re.compile(
    r"^(?![^.:;]*[,(]\s*(?:except|but|save)\b[^,.:;]{1,80}[,)]\s*(?:shall|will|may|must|appl(?:y|ies)|governs?|covers?)\b)"
    r"\W*(?:(?:current|existing|present)\s+(?:contract\s+)?language|status\s+quo|CCL|(?:(?:the\s+)?same(?:\s+as\s+(?:the\s+)?(?:current|existing|present|before)(?:\s+(?:contract|language))*)?|as\s+is)(?=\s*[,;]|\s+except)|no\s+changes?"
    rf"(?=\W+\w+\W+(?:as\b|that\b|for\b|{WORD}|{_STRIKE}|{_PUT}|change|replace)))"
    r"(?:\s+(?:is\s+|shall\s+be\s+|will\s+be\s+|to\s+be\s+)?(?:retained|remains?|stays?|kept|maintained|continues?))?\s*[,;]?"
    r"\s*(?:except|but|save|with\s+the\s+following)\b(?:\s+(?:for|that|as\s+follows|(?:changes?|exceptions?)(?=\s*[:,]|\s+as\s)))*\s*[:,]?\s*",
    re.I,
)
"""What stays is said first: "Current language except Section 3 is deleted."."""
PART_OF = re.compile(
    rf"\b(?:sections?|§)\s*{NUMBER}\s*,\s*(?:sub-?)?(?:section|paragraph|point|item|clause|division)s?\s*\(?\w{{1,3}}\)?(?!\w)|"
    rf"\b(?:sub)?(?:paragraphs?|sections?|points?|items?|clauses?)\s*\(?\w{{1,4}}\)?\s*,?\s+(?:of|in|under)\s+(?:article\s+\w+\s*,\s*)?"
    rf"(?:(?:sub)?sections?|paragraphs?|§)\s*{NUMBER}",
    re.I,
)
"""A part of a section, whose own number is that of no section: "paragraph 2 of Section 1"."""
LOOSE = re.compile(
    rf"^\W*(?:the\s+parties\s+(?:hereby\s+)?agree\s+to\s+)?"
    rf"(?:{_ANY}{NUMBER}\b.{{0,60}}\b(?:shall|will|is\s+to)\s+(?:now\s+)?read\b.*$|no\s+changes?\b.*\b{_RENUMBER}\b.*$"
    r"|(?:add|insert|create)\s+(?:an?\s+)?new\s+\d+\.\d+\b"
    r"|(?:the\s+parties\s+agree\s+that\s+)?(?:article|section)\s+[\w.]+\s+(?:shall\s+|will\s+)?(?:remain|stay|continue)s?\s+"
    r"(?:as\s+|in\s+|the\s+)*(?:current|existing|status|unchanged)\b.{0,60}\bexcept\b"
    rf"|(?:{_STRIKE}|{_RENUMBER}|amend|revise)\b.{{0,80}}\b{_PART_OF_IT}\b"
    rf"|(?:add|insert|replace|modify|move|relocate|create|change|substitute)\b.{{0,80}}\b{_PART_OF_IT}\b[^.]{{0,60}}"
    r"(?::\s*[“\"].*|[:.]?\s*)$"
    rf"|{_STATES}(?:increase|decrease|raise|reduce|lower|change)\b[^.:;]{{0,80}}\bfrom\b[^:;]{{1,40}}?\bto\b[^:;]{{1,60}}$"
    rf"|(?:add|insert|create)\s+(?:an?\s+|the\s+following\s+)?(?:new|additional|last|final)\b[^.:]{{0,60}}\b{_PART_OF_IT}"
    r"\b[^.:]{0,40}:\s*\S.*$"
    rf"|(?:the\s+)?{_NTH}\s+(?:sentence|paragraph|line)(?:\s+(?:of|in)\s[^.:;]{{1,40}})?\s*(?:[:–—]|-\s|(?:to|shall|should|will)\s+(?:now\s+)?read\b).*$"
    rf"|(?:{_DOTTED}\s*[,:–—-]\s*)?(?:an?\s+)?(?:additional|added|new)\s+(?:{_NTH}\s+)?"
    r"(?:sentences?|paragraphs?)\s*(?:[:–—]|-\s).*$"
    rf"|(?:in|at|after|before|following)\s+the\s+{_NTH}\s+(?:sentence|paragraph|line)\b.{{0,80}}\b(?:{_PUT}|{_STRIKE}|replace|change)\b.*$"
    r"|(?:shall|is|will|to)\s+(?:be\s+)?(?:hereby\s+)?(?:amended|revised|modified|changed)\b.*$"
    rf"|(?:in\s+[^,.:;]{{1,30}},\s*)?(?:wher|when)ever\s[^.:;]{{1,80}},\s*(?:{_PUT}|{_STRIKE}|replace|change)\b.*$"
    rf"|{_PUT}(?:\s+to\s+(?:the\s+)?end\s+of\s[^.:;]{{1,40}})?\s*:.*$"
    rf"|(?:all|any|every)\s+(?:references?|occurrences?|instances?|mentions?)\b.{{1,100}}\b{_IS}"
    r"(?:changed|replaced|amended|revised|deleted|struck|stricken|removed|updated)\b.*$"
    rf"|(?:article|appendix)\s+\w+\s+{_IS}{_GONE}\b.*$"
    rf"|(?:the\s+)?(?:memorandum|mou|moa|side\s?letter|letter\s+of\s+(?:agreement|understanding))\b[^.;:]{{0,80}}\s{_IS}{_GONE}\b"
    rf"{_ELSEWHERE}.*$"
    r"|(?:the\s+)?(?:contract\s+)?(?:language|wording|text)\s+(?:(?:is|was|has\s+been|will\s+be)\s+)?(?:updated|amended|revised|modified"
    r"|changed|clarified|added|removed|adjusted|corrected)\b.*$"
    r"|(?:current(?:ly)?|existing|old)(?:\s+(?:language|text|wording))?\s*:\s.{3,300}\s(?:proposed|new|revised)"
    r"(?:\s+(?:language|text|wording))?\s*:\s"
    rf"|{_STRIKE}\s+{_DOTTED})",
    re.I | re.S,
)
PATTERNS: tuple[tuple[re.Pattern[str], Act], ...] = (
    (_REPLACE, Act.REPLACE),
    (_INSERT, Act.INSERT),
    (_REPLACED, Act.REPLACE),
    (_STRUCK, Act.REPLACE),
    (_SENTENCE, Act.REPLACE),
    (_SENTENCE_BY, Act.REPLACE),
    (_BY_STRIKING, Act.REPLACE),
    (_WORDS_GONE, Act.REPLACE),
    (CHANGE, Act.REPLACE),
    (_BECOMES, Act.REPLACE),
    (_QUOTED_BECOMES, Act.REPLACE),
    (_READ, Act.READ),
    (_AMENDED, Act.READ),
    (_DELETE_DOTTED, Act.DELETE),
    (_DELETE, Act.DELETE),
    (_DELETED, Act.DELETE),
    (_POINT, Act.APPEND),
    (_NEW_POINT, Act.APPEND),
    (_NEW, Act.ADD),
    (_APPEND, Act.APPEND),
    (_AT_END, Act.APPEND),
    (FOLLOWING, Act.ADD),
    (RENUMBER, Act.RENUMBER),
    (_BECOMES_NUMBER, Act.RENUMBER),
    (_REMAINING, Act.RENUMBER),
    (WHOLE, Act.DELETE),
)
