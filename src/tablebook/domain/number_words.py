"""Numbers written twice, in words and in figures: "thirty-two (32)", "five dollars ($5)", "twentieth (20th)". Where the
two say different things, nobody knows which was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tablebook.domain.dataclass import dataclass

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
}  # fmt: skip
_SMALL = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 20 + 10 * at for at, word in enumerate(_TENS)},
    **{f"{word}th": value for value, word in enumerate(_ONES)},
    **{f"{word[:-1]}ieth": 20 + 10 * at for at, word in enumerate(_TENS)},
    **_ORDINALS,
    "fourty": 40,
    "ninty": 90,
}
_LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_LARGE |= {f"{word}th": value for word, value in _LARGE.items()}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4}
_PARTS |= {"fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10}
_PARTS |= {"hundredth": 100, "hundredths": 100}
_UNITS = {"dollar": "$", "dollars": "$", "percent": "%", "per cent": "%", "percentage points": "%", "cents": "¢"}
_GLYPHS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}

_FIGURE = r"[$¢#]?\s?\d[\d,]*(?:\.\d+)?(?:\s?[½¼¾⅓⅔]|[\s-]\d/\d+|/\d+)?(?:st|nd|rd|th)?\s?(?:%|¢|percent)?"
_IN_BRACKETS = re.compile(rf"\(\s*(?P<figure>{_FIGURE}|[½¼¾⅓⅔]%?)\s*\)")
_WORDS_IN_BRACKETS = re.compile(rf"(?P<figure>(?<![\w.,/-]){_FIGURE})\s*\(\s*(?P<words>[A-Za-z][A-Za-z ,-]*?)\s*\)")
_WORD = re.compile(r"[A-Za-z]+")
# The number begins further up, in a way that is not counted here: "time and one-half", "one dollar and ten cents".
_GOES_BEFORE = re.compile(r"(?i)(/|\b(point|time|times|dollars?)\W+(and\W+)?)$")
_BEFORE = 140
"""So many letters before a bracket are looked at: no number is written longer."""


@dataclass(frozen=True, slots=True)
class Twice:
    """A number written in words and in figures that differ: the whole as printed, where it stands, and both parts."""

    start: int
    end: int
    text: str
    words: str
    figure: str


def contradictions(text: str) -> Iterator[Twice]:
    """Every place of the text where a number in words and the figure beside it say different things."""
    for match in _IN_BRACKETS.finditer(text):
        start, words, unit = _number_before(text[max(match.start() - _BEFORE, 0) : match.start()])
        start += max(match.start() - _BEFORE, 0)
        if words and _differ(words, unit, match["figure"]):
            said = " ".join(text[start : match.start()].split())
            yield Twice(start, match.end(), text[start : match.end()], said, match["figure"].strip())
    for match in _WORDS_IN_BRACKETS.finditer(text):
        words, unit = _without_unit(match["words"].lower())
        if words and _all_number(words) and _differ(words, unit, match["figure"]):
            yield Twice(match.start(), match.end(), match[0], match["words"], match["figure"].strip())


def number_twice(text: str) -> str:
    """The figure of words that are nothing but a number written twice: "28" of "twenty-eight (28)"; "" for others."""
    match = next((match for match in _IN_BRACKETS.finditer(text) if match.end() == len(text.rstrip(" .,;:"))), None)
    if match is None:
        return ""
    start, words, _ = _number_before(text[: match.start()])
    return match["figure"].strip() if words and not text[:start].strip() else ""


def _number_before(text: str) -> tuple[int, list[str], str]:
    """The number in words that ends right before a bracket: where it begins, its words, and its unit."""
    tokens = list(_WORD.finditer(text))
    if not tokens or text[tokens[-1].end() :].strip(" \u00a0"):
        return 0, [], ""
    words, unit = _without_unit(" ".join(token[0].lower() for token in tokens))
    end = at = len(words)
    while at and _number_word(words[at - 1]) and _joined(text, tokens, at, end):
        at -= 1
    while at < end and words[at] in ("and", "of"):
        at += 1
    if at == end or _GOES_BEFORE.search(text[: tokens[at].start()]):
        return 0, [], ""
    return tokens[at].start(), words[at:end], unit


def _joined(text: str, tokens: list[re.Match[str]], at: int, end: int) -> bool:
    """Whether the word at ``at - 1`` goes on to the next one, with a space, a hyphen or a comma between."""
    return at == end or re.fullmatch(r"[\s,‐‑–-]*", text[tokens[at - 1].end() : tokens[at].start()]) is not None


def _without_unit(text: str) -> tuple[list[str], str]:
    words = _WORD.findall(text)
    for unit, sign in _UNITS.items():
        size = len(unit.split())
        if " ".join(words[-size:]) == unit:
            return words[:-size], sign
    return words, ""


def _number_word(word: str) -> bool:
    return word in _SMALL or word in _LARGE or word in _PARTS or word in ("and", "of")


def _all_number(words: list[str]) -> bool:
    return all(map(_number_word, words)) and words[0] not in ("and", "of")


def _differ(words: list[str], unit: str, figure: str) -> bool:
    said, written = values_of(words), _figure_value(figure)
    if not said or written is None:
        return False
    sign = next((sign for sign in "$%¢" if sign in figure.replace("percent", "%")), "")
    if unit == "¢" and sign == "$":
        return written * 100 not in said  # "seventy-five cents ($0.75)"
    if unit and sign and unit != sign:
        return True
    return written not in said


def values_of(words: list[str]) -> tuple[Fraction, ...]:
    """What a number in words may come to: two values where it can be read in two ways ("one third" is 1/3, and in
    "one hundred third" 103); none where the words are no number."""
    if "of" in words:
        return _share_of(words)
    whole, part = _split_part(words)
    if part is None:
        value = _whole_value(words)
        return () if value is None else (Fraction(value),)
    base = _whole_value(whole) if whole else 0
    other = _whole_value(words)
    found = [Fraction(base) + part] if base is not None else []
    return (*found, *([Fraction(other)] if other is not None else []))


def _share_of(words: list[str]) -> tuple[Fraction, ...]:
    """ "one-half of one" (percent) as 1/2; the words after "of" alone where those before it are no share."""
    at = len(words) - 1 - words[::-1].index("of")
    share, whole = words[:at], words[at + 1 :]
    part = _split_part(share)[1] if len(share) == 2 else None
    values = values_of(whole) if whole else ()
    return tuple(value * part for value in values) if part else values


def _split_part(words: list[str]) -> tuple[list[str], Fraction | None]:
    """ "two and one-quarter" as two and 1/4; "three-fourths" as 3/4; "one hundred" has no part."""
    last = words[-1]
    if last not in _PARTS or len(words) < 2:
        return words, None
    upper = [words[-2]]
    rest = words[:-2]
    if upper[0] in ("a", "and"):
        return words, None
    count = _SMALL.get(upper[0])
    plural_or_half = last.endswith(("s", "ves")) or count == 1 or last in ("half", "quarter")
    if not count or count >= 20 or not plural_or_half or (rest and rest[-1] != "and"):
        return words, None
    return rest[:-1], Fraction(count, _PARTS[last])


def _whole_value(words: list[str]) -> int | None:
    """Whole numbers only; None where the words cannot stand side by side in one number ("five ten")."""
    total = group = 0
    last = 0  # the size of the smallest piece so far in this group; a next piece has to be smaller
    for word in words:
        if word == "and":
            continue
        if word in _LARGE:
            size = _LARGE[word]
            if size == 100:
                group, last = max(group, 1) * 100, 100
            else:
                total, group, last = total + max(group, 1) * size, 0, 0
        elif word in _SMALL:
            value = _SMALL[word]
            fits = not last or (last == 100 and value < 100) or (last >= 20 and last % 10 == 0 and 0 < value < 10)
            if not fits:
                return None
            group, last = group + value, value or 1
        else:
            return None
    return total + group


def _figure_value(figure: str) -> Fraction | None:
    text = figure.replace(",", "")
    for glyph, plain in _GLYPHS.items():
        text = text.replace(glyph, f" {plain}")
    numbers = re.findall(r"\d+(?:\.\d+)?(?:/\d+)?", text)
    if not 1 <= len(numbers) <= 2 or any(number.endswith("/0") for number in numbers):
        return None
    return sum((Fraction(number) for number in numbers), Fraction(0))


def in_words(number: int) -> str:
    """A number below a hundred as written out: "thirty-six"."""
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_ONES[ones]}" if ones else _TENS[tens - 2]


def from_words(text: str) -> int | None:
    """The number below a hundred that these words write out, or None."""
    return next((number for number in range(100) if in_words(number) == text.lower().replace(" ", "-")), None)
