"""docs/glossary.md as data: each word, its one sentence, and the words that are not used for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.architecture.source_tree import ROOT

ENTRY = re.compile(r"^- \*\*(?P<words>[^*]+)\*\*: (?P<sentence>.+?)(?: Not: (?P<never>[^.]+)\.)?$")


@dataclass(frozen=True)
class Entry:
    """One word of the field, with its other forms."""

    words: tuple[str, ...]
    sentence: str
    never: tuple[str, ...]


def lines() -> list[str]:
    """The lines that are meant to be entries."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.startswith("- ")]


def entries() -> list[Entry]:
    """All entries of the glossary."""
    found = []
    for line in lines():
        match = ENTRY.match(line)
        assert match, f"no entry of the form '- **word**: Sentence. Not: other word.': {line}"
        never = tuple(word.strip() for word in (match["never"] or "").split(",") if word.strip())
        found.append(Entry(tuple(word.strip() for word in match["words"].split(",")), match["sentence"], never))
    return found
