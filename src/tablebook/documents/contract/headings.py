"""What a line says if it is a heading: its keyword, its number and its title. Whether it is one is not decided here."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from tablebook.domain.contract import roman_value
from tablebook.domain.dataclass import dataclass


class Form(StrEnum):
    """The shapes of heading seen in contracts."""

    ARTICLE = "article"
    SECTION = "section"
    DECIMAL = "decimal"
    NUMBER = "number"
    ZERO = "zero"
    ROMAN = "roman"
    LETTER = "letter"
    APPENDIX = "appendix"
    MOU = "mou"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line taken apart. ``value`` orders numbers: 16B is (16, 2), 7.3 is (7, 3). ``rest`` is where the title or the
    text begins in the line; ``mark`` is the punctuation between number and rest; ``word`` the keyword as printed."""

    form: Form
    word: str
    number: str
    value: tuple[int, ...]
    rest: int
    mark: str
    label: str

    @property
    def family(self) -> str:
        """Headings of one family form one sequence."""
        return f"{self.form}:{self.word.lower()}" if self.form is Form.ARTICLE else str(self.form)


_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_SMALL = {word: n for n, word in enumerate([*_UNITS.split(), "eighteen", "nineteen"], 1)}
_TENS = {word: n * 10 for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_WORD_NUMBER = rf"(?:{'|'.join(_TENS)})(?:[-–‐‑ ](?:{'|'.join(list(_SMALL)[:9])}))?|{'|'.join(reversed(_SMALL))}"
_ARABIC = r"\d{1,3}(?:\.\d{1,3})?(?:[-–‐]?[A-Za-z](?![A-Za-z]))?"
_NUMBER = rf"{_ARABIC}|[IVXLC]+(?:[-–‐]?[A-K](?![A-Za-z]))?|{_WORD_NUMBER}|[A-Z]"
_END = r"(?![\w%$])"
_MARK = r"\s*(?P<mark>[.:)\]]?\s*[-–—‐‑―]{1,2}|[.:)\]]+|,|;)?\s*"
_QUOTE = "[\"“”'‘’]"
_ARTICLE = re.compile(
    rf"(?i:(?P<word>article|art\.|chapter|part|clause|unit))(?:\s+|(?=[\d#]))(?:no\.?\s*|#\s*)?(?P<num>(?i:{_NUMBER})){_END}{_MARK}"
)
_SECTION = re.compile(
    rf"(?i:(?P<word>section|sec|sect|§{{1,2}}))(?:\.?\s+|\.?(?=[\d#]))(?:no\.?\s*|#\s*)?"
    rf"(?P<num>\d{{1,3}}(?:[.:]\d{{1,3}}|-\d{{1,2}})?[A-Za-z]?|(?i:{_NUMBER})){_END}{_MARK}"
)
_APPENDIX = re.compile(
    rf"(?i:(?P<word>appendix|appendices|exhibit|attachment|schedule|annex|addendum))(?!\w)\s*(?:#\s*)?"
    rf"(?:{_QUOTE}?(?P<num>[A-Z]{{1,2}}(?:[-–‐. ]?\d{{1,2}})?|\d{{1,2}}(?:[-–‐.]?[A-Z])?|[IVX]+)"
    rf"{_QUOTE}?(?![\w%$]|{_QUOTE}))?{_MARK}"
)
_MOU = re.compile(
    r"(?i:(?P<word>memorand(?:um|a) of (?:understanding|agreement)|letters? of (?:agreement|understanding|intent)|"
    r"side[ -]?letters?(?: of (?:agreement|understanding))?|supplemental (?:letter|agreement)))\b\s*"
    r"(?:(?i:number|no\.?)\s*)?(?P<num>#\s?\d{1,3}[A-Za-z]?|\d{1,2}(?:[-–]\d{1,4})?[A-Za-z]?(?![\w%])|[IVX]+(?!\w)|[A-Z](?!\w))?"
    + _MARK
)
_SHORT_MOU = re.compile(
    r"(?P<word>MOU|MOA|LOU|LOA)\b\s*(?:(?i:number|no\.?)\s*)?"
    r"(?P<num>#?\s?\d{1,3}[A-Za-z]?(?![\w%-])|[A-Z]{2,5}[- ]\d[\w-]*|\d[\w-]*|[IVX]+(?!\w)|[A-Z](?!\w))?" + _MARK
)
_BARE = (
    (Form.ZERO, re.compile(r"(?P<num>\d{1,2}\.0)(?![\d%])\.?" + _MARK)),
    (Form.DECIMAL, re.compile(r"(?P<num>(?:\d{1,3}[.-]|[IVXL]+[.])\d{1,3}(?:[A-Z](?!\w))?)(?![\d%.-]*\d|%|/)" + _MARK)),
    (
        Form.DECIMAL,
        re.compile(r"(?P<num>\d{1,2}:\d{1,2})(?![\d%./]|\s?[:.]\d|\s*[-–]\s*\d|\s*(?i:[ap]\.?m\b))" + _MARK),
    ),
    (Form.DECIMAL, re.compile(r"(?P<num>[1-9]\d{2,3}|\d{1,2}\.[a-z])(?=[.:]?\s+[A-Z“\"])" + _MARK)),
    (Form.NUMBER, re.compile(r"(?P<num>\d{1,2}[A-Z]?)(?P<mark>\s*[.:)](?!\d)\s*[-–—]?|\s+[-–—]|\s)\s*(?=\S)")),
    (Form.ROMAN, re.compile(r"(?P<num>[IVXL]{1,7})(?P<mark>\s*[.:)]\s*[-–—]?|\s+[-–—]|\s)\s*(?=\S)")),
    (Form.LETTER, re.compile(r"(?P<num>[A-Z]{1,2})(?P<mark>[.:)])\s*(?=\S)")),
)
_SPACED = re.compile(r"(?:\b\w )(?:\w ){3,}\w\b")


_MISREAD = re.compile(r"(?P<word>[A-Z][A-Za-z10|!]{3,10})(?P<space>\s+)(?P<num>[IVXLCl1|!]{1,7})(?=$|[\s.:,–—-])")
_KEYWORDS = ("ARTICLE", "SECTION", "CHAPTER", "APPENDIX")
_STROKES = str.maketrans("l1|!0", "IIIIO")


def as_printed(text: str) -> str:
    """The line with a keyword and a Roman numeral as they were printed where character recognition took I for l, 1, |
    or !, and O for 0: "ARTlCLE Vll"."""
    match = _MISREAD.match(text)
    if match is None:
        return text
    word = match["word"].translate(_STROKES).upper()
    if word not in _KEYWORDS:
        return text
    number = match["num"].translate(_STROKES)
    misread = match["word"] not in (word, word.capitalize())
    strange = not match["num"].isdigit() and number != match["num"]
    word = word if misread else match["word"]
    number = number if strange and roman_value(number) else match["num"]
    return f"{word}{match['space']}{number}{text[match.end() :]}"


def unspaced(text: str) -> str:
    """Letter-spaced words closed up: "A R T I C L E  5" is "ARTICLE 5"."""
    if text[1:2] != " " or text[3:4] != " ":
        return text  # a spaced heading shows it from its first letters
    return _SPACED.sub(lambda match: match.group().replace(" ", ""), text)


def straight(text: str) -> str:
    """A line as its heading is meant: letter-spacing closed up, misread strokes put right."""
    return as_printed(unspaced(text))


@lru_cache(maxsize=20000)
def parse(text: str) -> tuple[Heading, ...]:
    """Every way to read the line's start as a heading, keywords first; none for ordinary words."""
    found: list[Heading] = []
    for form, pattern in ((Form.ARTICLE, _ARTICLE), (Form.SECTION, _SECTION), (Form.APPENDIX, _APPENDIX)):
        match = pattern.match(text)
        if match and (match["num"] or form is Form.APPENDIX):
            found.append(_heading(form, match))
    for pattern in (_MOU, _SHORT_MOU):
        match = pattern.match(text)
        if match and (match["num"] or pattern is _MOU or (match["mark"] or "").strip()[:1] in tuple(":-–—")):
            return (_heading(Form.MOU, match),)
    if found:
        return tuple(found)
    for form, pattern in _BARE:
        match = pattern.match(text)
        if match and match.end() <= len(text):
            found.append(_heading(form, match))
    return tuple(found)


def _heading(form: Form, match: re.Match[str]) -> Heading:
    groups = match.groupdict()
    number = " ".join((groups["num"] or "").split())
    word = groups.get("word") or ""
    mark = (groups.get("mark") or "").strip()
    if form is Form.MOU and re.search("[A-Za-z]-?\\d", number):
        number = f"{word} {number}"
    return Heading(form, word, number, value_of(number), match.end(), mark, match.group().strip())


def value_of(number: str) -> tuple[int, ...]:
    """What a printed number counts as: "7.3", "7:03" and "703" (7, 3), "16B" (16, 2), "VII" (7, 0), "Twelve" (12, 0),
    "A-1" (1, 1)."""
    plain = number.strip("#. ").lower()
    if words := _word_value(plain):
        return (words, 0)
    if match := re.fullmatch(r"(\d+)[.:-](\d+)([a-z]?)", plain):
        return (int(match[1]), int(match[2]), *((ord(match[3]) - 96,) if match[3] else ()))
    if match := re.fullmatch(r"([1-9]\d?)(\d\d)", plain):
        return (int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d+)\.([a-z])", plain):
        return (int(match[1]), ord(match[2]) - 96)
    if match := re.fullmatch(r"([ivxl]+)\.(\d+)", plain):
        return (roman_value(match[1]) or 0, int(match[2]))
    if match := re.fullmatch(r"(\d+)[-–‐. ]?([a-z]?)", plain):
        return (int(match[1]), ord(match[2]) - 96 if match[2] else 0)
    if len(plain) > 1 and (value := roman_value(plain)):
        return (value, 0)
    if match := re.fullmatch(r"([ivxlc]+)[-–‐]([a-k])", plain):
        return (roman_value(match[1]) or 0, ord(match[2]) - 96)
    if match := re.fullmatch(r"([a-z])\1?[-–‐. ]?(\d*)", plain):
        return (ord(match[1]) - 96 + (26 if plain[1:2] == match[1] else 0), int(match[2] or 0))
    return (0, 0)


def values_of(number: str) -> tuple[tuple[int, ...], ...]:
    """All that a number can count as: "I" is the first Roman numeral and the ninth letter."""
    value = value_of(number)
    roman = roman_value(number.strip())
    return (value, (roman, 0)) if roman and (roman, 0) != value else (value,)


def _word_value(plain: str) -> int:
    parts = re.split("[-–‐‑ ]", plain)
    if len(parts) == 1:
        return _SMALL.get(plain, _TENS.get(plain, 0))
    return _TENS[parts[0]] + _SMALL.get(parts[1], 0) if parts[0] in _TENS and len(parts) == 2 else 0


_VERBS = re.compile(
    r"\b(?:shall|will|may|must|is|are|was|were|has|have|agrees?|provides?|been|be|can|cannot|does|do|means?)\b"
)
_LEADS_TO_LIST = re.compile(
    r"(?i)\w+\W.*\b(?:following|follows|listed\s+below|below|includes?|these)\s*:$"
    r"|\w+(?:\W+\w+)+\W+(?:(?-i:to|of|for|from|by|in|with|on|at|are|is))\s*:$"
)
SMALL_WORDS = frozenset("a an and as at by for from in into nor of on or per the to with without vs".split())


def reads_as_title(text: str, *, marked: bool = False) -> bool:
    """Whether words look like a title: short, no sentence in them. ``marked``: their style already says heading."""
    words = text.split()
    if not words or len(text) > 160 or len(words) > (20 if marked else 16):
        return False
    first = text.lstrip("\"“'‘([")[:1]
    if text.rstrip()[-1] in ",;" or not (first.isupper() or first.isdigit() or marked):
        return False
    if _LEADS_TO_LIST.match(text.strip()) and not text.isupper():
        return False  # "Copies go to the following:"
    if text.rstrip().endswith(":") and not (marked or text.isupper() or in_title_case(words)):
        return False  # "In this Agreement:"
    if marked or in_title_case(words):
        return True
    sentence = len(words) > 4 and text.rstrip().endswith(".")  # without a capital but its first: no title
    return len(words) <= 7 and not sentence and not _VERBS.search(text)


def in_title_case(words: list[str]) -> bool:
    """Whether most words that carry meaning begin with a capital."""
    weighty = [w.strip("\"“”'‘’().,:;/&–-") for w in words]
    weighty = [w for w in weighty if w and w.lower() not in SMALL_WORDS and not w[0].isdigit()]
    return bool(weighty) and sum(w[0].isupper() for w in weighty) >= 0.75 * len(weighty)


def bare_title(text: str) -> str:
    """A title without the mark before it, its full stop, leader dots and quotation marks."""
    title = text.strip()
    if title.endswith((".", "…")):
        title = re.sub(r"\s*(?:\.{2,}|…+|(?:\. ){2,})[\s.…]*$", "", title)
    title = re.sub(r"^[-–—‐‑:.\s]+|[:\s]+$", "", title)
    return title[:-1].rstrip() if title.endswith(".") and not title.endswith("..") else title
