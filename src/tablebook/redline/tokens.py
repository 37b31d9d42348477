"""Words, numbers, punctuation and spaces: the smallest parts that a redline marks. Joined again they are the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind, same_words

BREAK = "\0¶"
"""Stands for the beginning of a paragraph among tokens. No text gives this token: NUL is always a token of its own."""

# All that is not space, control or punctuation belongs to a word, so that accents, joined emoji and scripts with
# vowel signs never come apart. Scripts written without spaces are compared sign by sign.
_WORD = r"[^\s\0-\x1f!-/:-@\[-\^`{-~¡§¨«¬¶·»¿\u2010-\u205e\u3000-\u30ff\u3400-\u9fff]+"
_TOKEN = re.compile(
    r"\s+"
    r"|\([^\s()]{1,40}\)"  # "(26)" is struck and written as one
    r"|[$#]?\d(?:[\d.,:/]*\d)?[%¢]?(?!\w)"
    rf"|{_WORD}(?:[-'’‐‑./&@]{_WORD})*"
    r"|.",
    re.DOTALL,
)
_COUNTED = re.compile(r"\w+(?:[-'’.,:/&@]\w+)*")
SENTENCE_ENDS = frozenset(".;:?!")


@dataclass(slots=True)
class Token:
    """One part of a new text with its style; ``block`` is the block that begins here when the text is BREAK."""

    text: str
    bold: bool = False
    italic: bool = False
    block: Block | None = None
    index: int = -1


def split(text: str) -> list[str]:
    """The text in tokens; joined, they are the text."""
    return _TOKEN.findall(text)


def tokens_of(block: Block) -> list[Token]:
    """A block's words as tokens. A word whose style changes inside it takes the style of its first letter."""
    if block.kind is BlockKind.TABLE or len(block.runs) < 2:
        bold, italic = style_of(block)
        return [Token(part, bold, italic) for part in split(block.text)]
    edges: list[tuple[int, bool, bool]] = []
    end = 0
    for run in block.runs:
        end += len(run.text)
        edges.append((end, run.bold, run.italic))
    found: list[Token] = []
    place = at = 0
    for part in split(block.text):
        while edges[at][0] <= place:
            at += 1
        found.append(Token(part, edges[at][1], edges[at][2]))
        place += len(part)
    return found


def style_of(block: Block) -> tuple[bool, bool]:
    """Whether the first words are bold, and italic."""
    return (block.runs[0].bold, block.runs[0].italic) if block.runs else (False, False)


def cell_tokens(text: str) -> list[Token]:
    """A table cell's words as tokens."""
    return [Token(part) for part in split(text)]


@lru_cache(maxsize=1 << 15)
def is_gap(text: str) -> bool:
    """Whether a token is space or a paragraph's beginning: no word and no sign."""
    return text.isspace() or text == BREAK


@lru_cache(maxsize=1 << 15)
def is_word(text: str) -> bool:
    """Whether a token has letters or digits, so that it counts among words."""
    return _COUNTED.search(text) is not None


def count_words(text: str) -> int:
    """How many words a person would count: numbers yes, lone punctuation no."""
    return len(_COUNTED.findall(text))


Fold = Callable[[str], str]


def exact(text: str) -> str:
    """Every sign counts."""
    return text


_SET_ALIKE = str.maketrans({"–": "-", "—": "-", "−": "-", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


def typography_aside(text: str) -> str:
    """Curly and straight quotes, kinds of hyphen, dash and space, and letters set as one count as the same."""
    if text.isascii():
        return " ".join(text.split()) or (" " if text.isspace() else "")
    return same_words(text).translate(_SET_ALIKE) or (" " if text.isspace() else "")


_BROKEN = re.compile(r"(?<=\w)- (?=[a-z](?!nd\b|r\b))")
_RULED = re.compile(r"_{3,}|\.{4,}|…{2,}")


def plain_words(text: str) -> list[str]:
    """Words and signs as they are said: without typography, without lines ruled to write on and dots that lead, and
    with words whole that were broken at the end of a printed line ("twenty- four")."""
    return _BROKEN.sub("-", _RULED.sub(" ", typography_aside(text))).split()
