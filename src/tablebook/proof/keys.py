"""The words of a text as they are said, each with a key that is equal where only the typography differs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

# Letters, digits, and signs that stand inside a word without being seen (soft hyphens, joiners, byte order marks).
_INNER = r"[^\W_½¼¾⅓⅔⅛⅜⅝⅞]|[\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]"
WORD = re.compile(
    rf"(?:(?<![\w.])\.(?=\d))?(?:{_INNER})+(?:(?:['’‘ʼ](?=[^\W\d_])|(?<=\d)[.,:/](?=\d))(?:{_INNER})+)*"
    r"|[½¼¾⅓⅔⅛⅜⅝⅞%$¢€£¥§&+=<>≤≥×÷±°‰✓✔✗✘☐☑☒]|(?:^|(?<=[\s(]))[-−](?=[$€£]?\.?\d)"
)
"""A word, a number with what stands inside it and before it (a date, a time, a sum, ".5"), or a sign that is read
aloud, a minus among them."""

_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
_SAID = {
    "✔": "✓",
    "✘": "✗",
    "−": "-",
    "&": "and",
    "§": "section",
    "½": "1/2",
    "¼": "1/4",
    "¾": "3/4",
    "⅓": "1/3",
    "⅔": "2/3",
    "⅛": "1/8",
    "⅜": "3/8",
    "⅝": "5/8",
    "⅞": "7/8",
}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_STOPS = re.compile(r"[,;:.?!]")
_CODE = re.compile(r"‹?\bU\+(10[0-9A-F]{4}|(?!D[89A-F])[0-9A-F]{4}|[1-9A-F][0-9A-F]{4})\b›?")
"""The code of a sign; those that stand for half of one are none."""
_LEADERS = re.compile(r"(?:[.…_]\s*){3,}|…")

ANY = "*"
"""A place between two words where no stop is compared: the end of a paragraph, beside a label, in a heading."""


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """What is compared of one word: no capitals, no typography, no grouping of thousands."""
    key = word.translate(_SIGNS).casefold()
    if not key.isascii():
        key = _SAID.get(key) or unicodedata.normalize("NFC", key)
    elif key in _SAID:
        key = _SAID[key]
    if key[:1] == ".":
        key = f"0{key}"
    return key.replace(",", "") if "," in key and _GROUPED.fullmatch(key) else key


@lru_cache(maxsize=1 << 14)
def stops_of(between: str) -> str:
    """The commas and stops between two words; dashes, quotes, brackets and spaces are typography."""
    return "".join(_STOPS.findall(_LEADERS.sub("", between)))


def words_of(text: str) -> list[str]:
    """The words of a text in order, as printed."""
    return WORD.findall(composed(text))


def composed(text: str) -> str:
    """The text with each accented letter as one sign, so that places in it can be counted, and with the signs that a
    paper of ours prints by their codes, because no typeface has them."""
    if "U+" in text:
        text = _CODE.sub(lambda match: chr(int(match[1], 16)), text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def squeezed(keys: list[str]) -> str | None:
    """Keys run together, for asking whether two texts only differ in hyphens and spaces; None where two figures
    would run into each other ("5 10" is not "510")."""
    for one, other in pairwise(keys):
        if one[-1:].isdigit() and other[:1].isdigit():
            return None
    return "".join(keys).replace("'", "")
