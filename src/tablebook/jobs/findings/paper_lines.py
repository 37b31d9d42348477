"""A paper's own lines, which are no contract language: lines to sign, its date and condition, the reasons for it, its
page numbers and footers, what it says is left out. Words that the book knows as contract language are always kept.

One rule for the foot of a paper, whatever file it came in: below the last section the text ends at the first line that
dates, signs, explains or conditions the paper, where all that follows is of that kind, or names and dates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tablebook.domain.month_words import MONTH_LIKE
from tablebook.domain.note_lines import note_lines, opens_note
from tablebook.domain.signature_lines import LineKind, line_kind, signature_lines
from tablebook.domain.text import Block, BlockKind, same_words

_DATE = (
    rf"(?:{MONTH_LIKE}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d\d)?|\d{{1,2}}\s+{MONTH_LIKE}\.?(?:\s+(?:19|20)\d\d)?"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|(?:this\s+)?\w+\s+day\s+of\s+(?:{MONTH_LIKE}|_+)(?:,?\s+(?:(?:19|20)\d\d|_+))?"
    r"|\d{1,2}:\d\d(?:\s*[ap]\.?m\.?)?)"
)
_SIDE = (
    r"(?:(?:the\s+)?(?:union|association|district|employer|board|college|university|city|county|state|department|"
    r"federation|management|administration|company|parties|both)(?:[’']?s)?|(?-i:[A-Z]{2,7}))"
)
# What is joined is atomic, (?>…): a word fits several of the kinds, and all ways to read a line would be tried.
_JOINS = r"(?:(?:to|by|on|at|and|of|as|the|for|date|time|initials?|initialed|parties|both)\b|[\s,.:;/|&()–—-])"
_INITIALS = r"(?-i:[A-Z]{2,4}\b)"
_NAME = r"(?-i:[A-Z][\w’'-]+\.?)"

_DATED = re.compile(
    rf"\W*(?:dated?|signed|executed|tentatively\s+agreed|(?:tentative\s+)?agreement\s+reached|agreed|submitted|presented|"
    rf"passed|received|handed\s+over|revised|(?:ratified|approved|adopted|accepted)(?:\s+by(?>\s+{_NAME}|\s+(?:of|and|the)\b)*)?)\b(?>{_JOINS}|{_SIDE})*{_DATE}(?>{_JOINS}|{_DATE}|{_INITIALS}|{_NAME})*\W*",
    re.I,
)
"""“Dated: March 4, 2026”, “AGREED TO BY THE PARTIES ON MARCH 4, 2026”: nothing but a verb, the sides and a date."""
_SIGNED_BY = re.compile(
    rf"\W*(?:tentatively\s+agreed|agreed|initials?|TA(?:[’']?d)?|T/A)\s*[:–—-](?>{_JOINS}|{_DATE}|{_SIDE}|{_INITIALS}|{_NAME})+",
    re.I,
)
_TAGGED = re.compile(
    rf"\W*(?-i:TA[’']?[Dd]?|T/A|T\.A\.)\s+(?:(?:{_INITIALS}[\s/&,-]*+){{1,4}}|on\s+)?{_DATE}"
    rf"(?>{_JOINS}|{_DATE}|{_SIDE}|{_INITIALS}|{_NAME}|_+)*",
    re.I,
)
"""“TA'd 3/4/26 JS (CFEA) RM (Board)”, “TA 2/12/25 __JK__ __LM__”, “TA JS/MK 3-4-26”."""
_INITIALS_OF = re.compile(
    rf"\W*(?:{_SIDE}(?:[’']s)?\s+)?initial(?:s|ed)?(?:\s+by)?\s*[:–—-]\s*(?>{_JOINS}|{_DATE}|{_SIDE}|{_INITIALS}|_+)+",
    re.I,
)
_SIDE_DATED = re.compile(
    rf"\W*(?:for\s+)?{_SIDE}\s*:(?=.*(?:{_DATE}|\bdate\b|{_SIDE}\s*:))"
    rf"(?>{_JOINS}|{_DATE}|{_SIDE}\s*:|{_INITIALS}|{_NAME})+",
    re.I,
)
_INITIALLED = re.compile(r"(?:[A-Z]{3,7}[\s:]+[A-Z]{2,3}\b[\s/,;]*){2,}")
_FOR = re.compile(
    r"\W*[Ff]or\s+(?:the\s+)?(?:[A-Z]{2,7}|(?i:union|association|federation|local|district|board|employer|college|university|city|county|state|company|"
    r"management))\s*:\s*(?:[A-Z][\w.’'-]+[\s,]*){2,5}"
)
_AGREED = re.compile(
    r"\W*(?:tentatively\s+agreed|tentative\s+agreement|agreed(?:\s+to)?|approved|accepted|signed|ratified|adopted)"
    r"(?:\s+(?:by|on\s+behalf\s+of))?(?:\s+the\s+parties)?\s*[:.]?\s*",
    re.I,
)
"""Above names or dates: "APPROVED:"."""
_LETTER = re.compile(r"\s*(?:sincerely|respectfully(?:\s+submitted)?|best\s+regards|regards)\s*,?\s*|\s*cc:\s.*", re.I)
_PAPER = r"(?:proposals?|counter\w*|packages?|offers?|tentative\s+agreements?)"
_CONDITION = re.compile(
    rf"\W*(?:this|the\s+above|the\s+foregoing)\s+(?:\w+\s+){{0,2}}?{_PAPER}\s+(?:is|are|was|were|shall\s+be)\b.{{0,30}}\b"
    r"(?:subject|contingent|condition(?:ed|al)|dependent|made|offered|submitted|without\s+prejudice)\b.*"
    r"|\W*subject\s+to\s+ratification\s+by\b.{0,60}|\W*without\s+prejudice\W*"
    rf"|\W*{_SIDE}\s+(?:hereby\s+)?withdraws?\s+(?:its|the|all)\b.{{0,60}}\bproposals?\b.{{0,60}}",
    re.I,
)
_FURNITURE = re.compile(
    r"\W*page\s+\d+(?:\s*(?:of|/)\s*\d+)?\W*|\s*[-–—]\s*\d{1,3}\s*[-–—]\s*|\s*\d{1,3}\s*\|\s*page\s*"
    rf"|\W*(?:end\s+of\s+(?:the\s+)?(?:\w+\s+)?{_PAPER}|end)\W*(?<!\w\.)"
    rf"|\W*confidential(?:\s+\w+){{0,2}}\s+{_PAPER}\W*"
    r"|\W*draft(?:\s+#?\d+)?(?:\W+(?:for\s+)?discussion(?:\s+purposes)?(?:\s+only)?)?\W*"
    r"|\W*new\s+language\s+is\s+(?:in\s+)?(?:bold\w*|underlined?|italics?|red|blue)\b.{0,60}",
    re.I,
)
_PLACED = re.compile(
    r"\s*[\[(]\s*(?:new\s+\w+\s+)?(?:to\s+be\s+)?(?:placed|inserted|added|located|goes?)\s+(?:\w+ly\s+)?"
    r"(?:after|before|following|behind|between)\s+(?:article|section|appendix)\b.{0,40}[\])]\W*",
    re.I,
)
_PAGE_NUMBER = re.compile(r"\s*[-–—]\s*\d{1,3}\s*[-–—]\s*")
_FOOTER = re.compile(
    rf"\W*(?:{_SIDE}\s+)?(?:counter\s?-?)?(?:proposal|counter|package|response)\s*(?:#|no\.?\s*)?\d*\b"
    rf"(?=.*(?:{_DATE}|\d))(?:[\s,–—|:-]|article\s+\w+|page\s+\d+|{_DATE}|[ap]\.?m\.?)*\W*", re.I
)  # fmt: skip
_LEFT_OUT = re.compile(
    r"\s*[\[(]\s*(?:(?:the\s+)?(?:remaining|other|remainder|rest|balance|intervening)\b.{0,40}|(?:sections?|articles?|paragraphs?|"
    r"subsections?)\b[\w\s.,&()–-]{0,60}?)\s*(?:is|are)?\s*(?:omitted|not\s+shown|left\s+out)\W*"
    r"|\s*[\[(]?\s*(?:remaining|other|intervening)\s+(?:sections?|paragraphs?)\s+(?:are\s+)?(?:omitted|not\s+shown)\W*",
    re.I,
)
_COST = re.compile(
    r"\W*(?:estimated\s+costs?|costing|cost\s+estimate|costs?(?=\s*:\s*(?:none|no\b|n/a|\$|tbd|unknown|to\s+be)))\s*:"
    r"(?!.*\b(?:shall|must|pays?|paid)\b).*",
    re.I,
)
_EXPLAINS = re.compile(
    rf"\W*(?:(?:{_SIDE})\s+)?(?:explanation|reasons?|reasoning|comments?|background|justification|interests?|"
    r"purpose\s+of\s+(?:the\s+)?(?:change|proposal))\s*[:–—]\s*(?!.*_{3})",
    re.I,
)
_NEW_TEXT = re.compile(r"\W*(?:proposed|new)(?:\s+contract)?\s+(?:language|text)\W*", re.I)
_OLD_TEXT = re.compile(
    r"\W*(?:current|existing|present|old)(?:\s+contract)?(?:\s+(?:language|text|wording)\s*:?|\s*:)\W*", re.I
)
_NEW_VERSION = re.compile(
    r"\W*(?:proposed|new|revised|amended)(?:\s+contract)?(?:\s+(?:language|text|wording)\s*:?|\s*:)\W*", re.I
)
_RUNNING = re.compile(
    r"\W*(?:19|20)\d\d\s*[-–—]\s*(?:(?:19|20)\d\d|\d\d)\b.{0,40}\b(?:agreement|contract)\W*(?:page)?\s*\d*\W*", re.I
)
RUNNING_INSIDE = re.compile(
    r"(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d\s+(?:[A-Z][A-Z&/.-]+\s+){1,3}(?:\d{1,3}|[ivxl]{1,6})\s+"
    r"(?:Collective\s+Bargaining\s+)?(?:Agreement|Contract)\b"
)
"""The same footer where a page ended inside a paragraph: the years, who bargains, the page."""
_LONGEST = 30
"""Words; a longer line neither dates nor signs a paper."""


def own_lines(blocks: Sequence[Block], known: str, *, new: bool) -> frozenset[int]:
    """The positions of the blocks that are the paper's own. ``known`` is the item's language in the book (see
    :func:`same_words`); of a ``new`` item, which may tell its background itself, less is certain."""
    shapes = {_shape(line) for line in known.split("\n")}
    lines = [_line(block, known, shapes) for block in blocks]
    explained = note_lines(lines, lambda line: opens_note(line) or (not new and _explains(line)))
    found = explained | signature_lines(lines) | _old_version(blocks, known)
    running = _running(lines)
    first = next((at for at, block in enumerate(blocks) if block.section), 0)  # a header is looked at for itself
    found |= {
        at
        for at, line in enumerate(lines)
        if line and (_LEFT_OUT.fullmatch(line) or at in running or (at >= first and _is_own(line)))
    }
    return frozenset(found | _foot(blocks, lines, found))


def _line(block: Block, known: str, shapes: set[str]) -> str | None:
    """A block as a line that may be the paper's own; None where it is language whatever it says."""
    text = same_words(block.printed)
    paged = _PAGE_NUMBER.fullmatch(text) is not None  # its first dash is taken for a bullet
    if (
        block.section
        or (block.label and not paged)
        or (text and (same_words(block.text) in known or _shape(text) in shapes))
    ):
        return None
    if block.kind is BlockKind.TABLE:
        whole = " ".join(cell for row in block.rows for cell in row)
        return whole if line_kind(whole) not in (LineKind.TEXT, LineKind.FORM, LineKind.NAMES) else None
    return text


def _shape(text: str) -> str:
    """A line whatever its figures and its month: "Dated: March 4, 2026" is "Dated: June 1, 2023" with another date."""
    return re.sub(r"\d+(?:st|nd|rd|th)?", "0", re.sub(rf"\b{MONTH_LIKE}\b", "M", same_words(text)))


def _is_own(line: str) -> bool:
    """Whether a line is the paper's own wherever it stands."""
    short = len(line.split()) <= _LONGEST
    certain = (
        _FURNITURE,
        _FOOTER,
        _COST,
        _LEFT_OUT,
        _NEW_TEXT,
        _SIGNED_BY,
        _SIDE_DATED,
        _INITIALLED,
        _TAGGED,
        _INITIALS_OF,
        _PLACED,
    )
    return short and any(pattern.fullmatch(line) for pattern in certain)


def _explains(line: str) -> bool:
    return bool(_EXPLAINS.match(line)) and not re.search(r"\b(?:shall|must|will|may)\b", line)


def _ends_text(line: str) -> bool:
    """Whether a line may begin the foot of a paper."""
    patterns = (_DATED, _FOR, _AGREED, _LETTER, _CONDITION)
    return len(line.split()) <= _LONGEST and (_is_own(line) or any(pattern.fullmatch(line) for pattern in patterns))


def _foot(blocks: Sequence[Block], lines: Sequence[str | None], found: frozenset[int] | set[int]) -> set[int]:
    """The foot of the paper: from its first line that ends the text on, below the last section."""
    last = max((at for at, block in enumerate(blocks) if block.section), default=0)
    start = len(blocks)
    while start > last + 1 and (start - 1 in found or _in_foot(lines[start - 1])):
        start -= 1
    while start < len(blocks) and not (start in found or _ends_text(lines[start] or "")):
        start += 1  # a name that nothing stands above is language
    return set(range(start, len(blocks)))


def _in_foot(line: str | None) -> bool:
    if line is None:
        return False
    kinds = (LineKind.NAMES, LineKind.DATE, LineKind.EMPTY, LineKind.BLANK, LineKind.FILL)
    return _ends_text(line) or line_kind(line) in kinds


def _running(lines: Sequence[str | None]) -> set[int]:
    """Footers of the pages that a text was copied from: "2025 – 2027 ABC 3 Collective Bargaining Agreement"."""
    shown = {at: _shape(line) for at, line in enumerate(lines) if line and _RUNNING.fullmatch(line)}
    times = Counter(shown.values())
    return {at for at, shape in shown.items() if times[shape] > 1 or re.search(r"\D\d{1,3}\D", f" {lines[at]} ")}


def _old_version(blocks: Sequence[Block], known: str) -> set[int]:
    """A version of the current language that the paper shows above the one that it proposes, with the line that says
    so; only where most of it is the language of the contract."""
    found: set[int] = set()
    start: int | None = None
    for at, block in enumerate(blocks):
        if _OLD_TEXT.fullmatch(block.text) and not block.section:
            start = at
        elif _NEW_VERSION.fullmatch(block.text) and start is not None:
            shown = blocks[start + 1 : at]
            same = [one for one in shown if same_words(one.text) in known]
            if shown and 2 * len(same) >= len(shown):
                found |= set(range(start, at + 1))
            start = None
    return found
