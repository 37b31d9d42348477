"""How a paper writes the head of a section, told in the contract's own form: "Article 4, Section 2 – Personal Leave"
and "NEW 4.6 Parental Leave" are 4.2 and 4.6 where the contract counts 4.1, 4.2."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tablebook.domain.contract import Section, same_number
from tablebook.domain.instruction_texts import relabelled
from tablebook.domain.text import Block, BlockKind, written_on

_FORE = re.compile(
    r"(?:[*_\[(]+\s*(?i:new|revised|amended|proposed)\s*[*_\])]+\s*[:–—-]?\s*)?(?i:(?:(?:proposed\s+)?new\b|revised\b|amended\b|proposed\b)\s*[:–—-]?\s*)?"
    r"(?:(?i:article|art\.)\s+(?=\d+\.\d)|(?i:article|art\.)\s+(?P<article>[A-Za-z0-9-]+)\s*[,;:–—-]?\s+(?=(?i:section|sec\.|§|new\b)))?"
    r"(?i:(?:(?:proposed\s+)?new\b|revised\b|amended\b)\s*[:–—-]?\s*)?"
    r"(?=(?i:section\s|sec\.\s|§)|[A-Z]?\d+\.\d|\d+[.:)]|[A-Z][.:)])"
)
_NUMBER = re.compile(r"(?P<word>(?i:section|sec\.|§)\s*)?(?P<number>[A-Z]?\d+(?:\.\d+)*|[A-Z])(?P<point>[.:)]?)(?!\w)")
_SAID_NEW = re.compile(
    r"(?P<head>(?i:section|sec\.|§)\s*\w+(?:\.\w+)*|[A-Z]?\d+(?:\.\d+)+)\s*[\[(](?i:new|revised|amended|proposed)[\])]"
)
"""Behind the number: "Section 4 (NEW). Jury duty is paid."."""
_A_NUMBER = re.compile(r"(?:\w+\.)*(?:\d{1,2}|[A-Z]|[IVXL]{1,5})")
_LONGEST = 80


def without_fore(block: Block, key: str) -> Block:
    """The head without the words before its section's number that only name its article or say that it is new; the
    block itself where it is a sentence, or names another article."""
    if block.section or block.kind is BlockKind.TABLE:
        return block
    words = block.printed
    if marked := _SAID_NEW.match(words):
        return replace(block, label="").with_text(f"{marked['head']}{words[marked.end() :]}")
    fore = _FORE.match(words)
    if not fore or not fore.end():
        return block
    if fore["article"] and not same_number(fore["article"], key):
        return block
    rest = words[fore.end() :]
    number = _NUMBER.match(rest)
    title = rest[number.end() :].lstrip(" –—-") if number else ""
    if number is None or (title and not title[0].isupper()):
        return block
    sentence = len(title) > _LONGEST or title.endswith((".", ";", ":"))
    if sentence and not (number["point"] and (number["word"] or "." in number["number"])):
        return block
    skip = fore.end() - (len(words) - len(block.text))
    if skip >= 0:
        return written_on(replace(block, label=""), 0, skip, "")
    return replace(block, label="").with_text(rest.rstrip(" –—-"))  # "Article 5.2 –" was read as a label


def in_its_count(number: str, key: str, sections: Mapping[str, Section]) -> str:
    """A section that is counted within its article, as the contract counts it: "2" is 4.2 where all sections of
    Article 4 are 4.1, 4.2, and "6.2" is Section 2 where those of Article VI are 1, 2; else the number itself."""
    if not sections or number in sections:
        return number
    if number.isdigit() and all(one.startswith(f"{key}.") for one in sections):
        return f"{key}.{number}"
    head, _, own = number.rpartition(".")
    alone = own in sections or (own.isdigit() and all(one.isdigit() for one in sections))
    return own if head and alone and same_number(head, key) else number


def by_its_title(number: str, title: str, key: str, sections: Mapping[str, Section]) -> str:
    """The section of the item that bears this title, where a paper counts as if the item were another article ("1.1
    Sick Leave" for 5.1, as Word began to count anew), or in figures what the contract counts in letters; "" for any
    other number, and where several sections bear it."""
    if number in sections or not (_counts_another(number, key, sections) or counts_otherwise(number, sections)):
        return ""
    bare = title.strip(" .:").casefold()
    found = [one for one, section in sections.items() if bare and section.title.strip(" .:").casefold() == bare]
    return found[0] if len(found) == 1 else ""


def _counts_another(number: str, key: str, sections: Mapping[str, Section]) -> bool:
    counted = bool(sections) and all(one.startswith(f"{key}.") for one in sections)
    return counted and re.fullmatch(r"\d+\.\d+", number) is not None and not number.startswith(f"{key}.")


def counts_otherwise(number: str, sections: Iterable[str]) -> bool:
    """Whether a number is a figure where all the sections have letters, or the other way round."""
    kinds = {one.rpartition(".")[2].isdigit() for one in sections}
    return _A_NUMBER.fullmatch(number) is not None and kinds == {not number.rpartition(".")[2].isdigit()}


def own_label(number: str, sections: Mapping[str, Section]) -> str:
    """How the contract prints the number of a section; of one that it does not have, like that of its others."""
    if number in sections:
        return sections[number].blocks[0].label or number
    like = next((one for one in reversed(list(sections)) if sections[one].blocks[0].label), "")
    label = sections[like].blocks[0].label if like else ""
    return relabelled(label, like, number) if like else number
