"""A section while instructions change it: its words, its title, and its number as it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.text import Block, BlockKind, Run, same_words, split_label, written_on

_LONGEST_TITLE = 80
_TITLE_ENDS = re.compile(r"\s*(?:[.:–—]|-(?=\s))\s*|\s*$")


def title_of(blocks: Sequence[Block]) -> str:
    """A section's title, typography evened out; "" where it has none."""
    head = blocks[0] if blocks and blocks[0].kind is BlockKind.HEADING else None
    return same_words(head.text).casefold().strip(" .:") if head else ""


def without_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...] | None:
    """Words that begin with a section's title, without it; None where they do not, or go on as a sentence that it is
    part of ("Leave shall be granted" under "Leave")."""
    text, title = blocks[0].text, title.strip(" .:")
    ends = _TITLE_ENDS.match(text, len(title)) if text[: len(title)].casefold() == title.casefold() else None
    if ends is None:
        return None
    if ends.end() == len(text):
        return blocks[1:] or None
    return (written_on(blocks[0], 0, ends.end(), ""), *blocks[1:])


def without_number(block: Block, place: str) -> Block:
    """A paragraph without the number of its section before its words: "7.3 Teachers …", "Section 3. Teachers …". "3."
    by itself may be that of a point and stays."""
    number, last = re.escape(place), re.escape(place.rpartition(".")[2])
    whole = rf"|{number}" if "." in place else ""
    said = re.match(
        rf"(?i)\W*(?:(?:section|sec\.|§+)\s*(?:{number}|{last}){whole})(?![\w(]|\.\d)[\s.:)–—-]*", block.printed
    )
    if said is None:
        return block
    skip = said.end() - (len(block.printed) - len(block.text))
    return written_on(replace(block, label=""), 0, max(skip, 0), "")


def like_title(words: str) -> bool:
    """Whether words look like the title of a section: a few, in capitals, and no sentence."""
    words = words.strip()
    long_words = re.findall(r"[^\W\d_]{4,}", words)
    short = bool(long_words) and len(words) <= _LONGEST_TITLE and words[-1] not in ".;:,"
    return short and all(word[0].isupper() for word in long_words)


def put_behind(old: tuple[Block, ...], blocks: tuple[Block, ...], *, joined: bool) -> tuple[Block, ...]:
    """Words added at the end of a section: paragraphs of their own, or more sentences of its last one."""
    first = replace(blocks[0], section="", label="" if blocks[0].section else blocks[0].label)
    last = old[-1]
    if joined and not first.label and last.kind is BlockKind.PARAGRAPH and last.text.strip():
        return (*old[:-1], replace(last, runs=(*last.runs, Run(" "), *first.runs)), *blocks[1:])
    return (*old, first, *blocks[1:])


def stem_and_count(place: str) -> tuple[str, int] | None:
    """A section's number as what it shares with its like and what it counts: "7." and 3; None for letters."""
    match = re.fullmatch(r"(.*?)(\d+)", place)
    return (match[1], int(match[2])) if match else None


_TYPED = str.maketrans("“”‘’–—\u00a0", "\"\"''-- ")


def relabelled(label: str, old: str, new: str) -> str:
    """A section's printed number with another one in it: "SECTION F" for "SECTION E"."""
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, label)


def spots(text: str, words: str) -> list[int]:
    """Where the words stand by themselves, and not inside other ones; typed quotation marks and dashes are alike. The
    figure of "three (3)" stands behind its word."""
    text, words = text.translate(_TYPED), words.translate(_TYPED)
    before = r"(?<![\w(])" if words.isdigit() else r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return [match.start() for match in re.finditer(f"{before}{re.escape(words)}{after}", text)] if words else []


def beside(first: str, second: str) -> str:
    """Words behind others, with a blank between them where print has one: "teachers, and counselors", "full-time"."""
    joined = first[-1:] in ("-", "(") or second[:1] in tuple(",.;:)%-")
    return f"{first.rstrip()}{'' if joined else ' '}{second.lstrip()}"


def rewritten(block: Block, start: int, old: str, new: str) -> Block:
    """A block with new words in the place of old ones; with none, the blank beside them goes too."""
    end, text = start + len(old), block.text
    new = _without_what_follows(new, text[end:])
    if not new:
        spaced = start and text[start - 1].isspace() and (end == len(text) or not text[end].isalnum())
        start -= 1 if spaced else 0
        end += not start and text[end : end + 1].isspace()
    if block.kind is BlockKind.TABLE:
        return block.with_text(text[:start] + new + text[end:])
    return written_on(block, start, end, new)


def _without_what_follows(new: str, rest: str) -> str:
    """New words without the last of them that stand behind the old ones already: "13 days" for "12" before "days"."""
    words = new.split(" ")
    tails = (" ".join(words[at:]) for at in range(1, len(words)))
    tail = next((one for one in tails if re.match(rf"\s*{re.escape(one)}(?!\w)", rest, re.I)), "")
    return new[: len(new) - len(tail)].rstrip() if tail else new


def renumbered(blocks: tuple[Block, ...], old: str, new: str) -> tuple[Block, ...]:
    """A section under another number: its opening, and the labels below it that hold the number ("7.6.1")."""
    if old == new:
        return blocks
    pattern = re.compile(rf"(?<![\w.]){re.escape(old)}(?!\w)")
    made = []
    for block in blocks:
        section = new if block.section == old else block.section
        label = pattern.sub(new, block.label, count=1)
        made.append(replace(block, section=section, label=label))
    return tuple(made)


_PLACES = ("first", "second", "third", "fourth")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[“\"(]?[A-Z\d])")


def sentence_of(blocks: Sequence[Block], which: str) -> str | None:
    """The words of one sentence of a section, "first" to "fourth" or "last"; None where it has them in more than one
    paragraph, or not so many."""
    texts = [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH and block.text.strip()]
    sentences = (
        _SENTENCE_ENDS.split(texts[0].strip())
        if len(texts) == 1 and len(texts) == len([block for block in blocks if block.kind is not BlockKind.HEADING])
        else []
    )
    at = _PLACES.index(which) if which in _PLACES else -1
    return sentences[at] if at < len(sentences) and len(sentences) > 1 else None


def unquoted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The language without the quotation marks around all of it."""
    if not blocks or blocks[0].kind is BlockKind.TABLE or not blocks[0].printed.lstrip().startswith(("“", '"')):
        return tuple(blocks)
    first = blocks[0]
    if first.label:
        first = replace(first, label=first.label.lstrip('“"'))
    if first.text[:1] in '“"':
        label, words = split_label(first.text[1:].lstrip())
        first = replace(first.with_text(words), label=first.label or label)
    blocks = (first, *blocks[1:])
    last = blocks[-1]
    if last.kind is not BlockKind.TABLE and last.text.rstrip().endswith(("”", '"')):
        blocks = (*blocks[:-1], last.with_text(last.text.rstrip()[:-1].rstrip()))
    return tuple(blocks)
