"""The words of a packet from one file: the cover letter, the costs and plain words beside each TA, in any languages.

The file is TOML, so that it can be written in any editor and checked by a second person before it is taken over.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tablebook.book.book import Book
from tablebook.errors import UserError
from tablebook.jobs import packet_words
from tablebook.jobs.sheets.packet import ENGLISH

Said = Mapping[str, Any]

_NO_LANGUAGE = frozenset(("signed", "role", "by", "rows"))


def read_words(path: Path) -> Said:
    """The file's tables, looked over: nothing is recorded from a file that is wrong in some place."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise UserError(f"{path.name} cannot be read.", f"{problem.strerror}.", "Choose another file.") from problem
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise UserError(
            f"{path.name} is no file of packet words.", f"{problem}.", "Mend this place and try again."
        ) from problem
    for where, words in _tables(said):
        if not isinstance(words, dict) or not all(isinstance(words.get(name), str) for name in _languages(words)):
            raise _wrong(path, where, "Each language stands in it with its words in quotes.")
        if ENGLISH not in words:
            raise _wrong(path, where, "It has no English words, “en”.")
        for language in _languages(words):
            if not words[language].strip() and not (where == "cost" and words.get("rows")):
                raise _wrong(path, where, f"There are no words in “{language}”.")
            if language != ENGLISH and not _translators(said, language)[0]:
                raise _wrong(path, where, f"No translator is named for “{language}”.")
    rows = said.get("cost", {}).get("rows", []) if isinstance(said.get("cost", {}), dict) else []
    if not isinstance(rows, list) or not all(
        isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in rows
    ):
        raise _wrong(path, "cost", "Its rows are lists of words in quotes.")
    return said


def _wrong(path: Path, where: str, why: str) -> UserError:
    return UserError(
        f"{path.name} is wrong at “{where}”.", why, "Mend this place and try again; nothing was taken over."
    )


def _tables(said: Said) -> Iterator[tuple[str, Any]]:
    for name in ("letter", "cost"):
        if name in said:
            yield name, said[name]
    summaries = said.get("summaries", {})
    if isinstance(summaries, dict):
        yield from summaries.items()
    else:
        yield "summaries", summaries


def _languages(words: Said) -> list[str]:
    """The languages of a table, English first: a translation is made from it."""
    found = [name for name in words if name not in _NO_LANGUAGE]
    return sorted(found, key=lambda name: (name != ENGLISH, name))


def _translators(said: Said, language: str) -> tuple[str, str]:
    """Who translated into a language, and who checked it."""
    found = said.get("translators", {})
    named = found.get(language, {}) if isinstance(found, dict) else {}
    if not isinstance(named, dict):
        return "", ""
    return str(named.get("translator", "")), str(named.get("reviewer", ""))


def take_words(book: Book, said: Said) -> int:
    """Record what the file says wherever the book says something else; how many entries that made."""
    for ta in said.get("summaries", {}):
        if ta not in book.negotiation.agreements:
            have = ", ".join(book.negotiation.agreements) or "none"
            raise UserError(f"There is no {ta}.", f"The TAs are: {have}.", "Name the TA by its label.")
    before = len(book.entries)
    by = str(said.get("by", ""))
    for ta, words in said.get("summaries", {}).items():
        _take_summary(book, said, ta, words, by)
    if "letter" in said:
        _take_letter(book, said, said["letter"], by)
    if "cost" in said:
        _take_cost(book, said, said["cost"], by)
    return len(book.entries) - before


def _take_summary(book: Book, said: Said, ta: str, words: Said, by: str) -> None:
    for language in _languages(words):
        kept = book.negotiation.ratification.summaries.get((ta, language))
        if kept is not None and kept[1].text == words[language].strip():
            continue
        if language == ENGLISH:
            packet_words.write_summary(book, ta, words[language], by=by)
        else:
            packet_words.translate_summary(book, ta, language, words[language], *_translators(said, language))


def _take_letter(book: Book, said: Said, words: Said, by: str) -> None:
    for language in _languages(words):
        kept = book.negotiation.ratification.letters.get(language)
        signed, role = str(words.get("signed", "")), str(words.get("role", ""))
        same = kept is not None and kept.text == words[language].strip()
        if same and (language != ENGLISH or (kept is not None and (kept.signed, kept.role) == (signed, role))):
            continue
        if language == ENGLISH:
            packet_words.write_letter(book, words[language], signed=signed, role=role, by=by)
        else:
            packet_words.translate_letter(book, language, words[language], *_translators(said, language))


def _take_cost(book: Book, said: Said, words: Said, by: str) -> None:
    rows = tuple(tuple(row) for row in words.get("rows", ()))
    for language in _languages(words):
        kept = book.negotiation.ratification.costs.get(language)
        same = kept is not None and kept.text == words[language].strip()
        if same and (language != ENGLISH or (kept is not None and kept.rows == rows)):
            continue
        if language == ENGLISH:
            packet_words.state_cost(book, words[language], rows, by=str(words.get("by", by)))
        else:
            packet_words.translate_cost(book, language, words[language], *_translators(said, language))
