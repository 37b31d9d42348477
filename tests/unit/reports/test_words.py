"""The fixed words of papers: every language has all of them, and the papers use all there are."""

from __future__ import annotations

import ast
import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from tablebook.errors import UserError
from tablebook.reports.words import languages, words_of
from tests.architecture.source_tree import PACKAGE, python_files


def table(root: Path, language: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((root / "resources" / "words" / f"{language}.toml").read_text(encoding="utf-8"))


def keys(found: dict[str, dict[str, Any]]) -> dict[str, set[str]]:
    """Each key with what is filled into it."""
    return {
        f"{part}.{name}": {field for _, field, _, _ in Formatter().parse(str(words)) if field}
        if isinstance(words, str)
        else set()
        for part, lines in found.items()
        for name, words in lines.items()
    }


def test_english_and_spanish_are_there() -> None:
    assert languages()[0] == "en"
    assert "es" in languages()


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_keys_and_fills_in_the_same(root: Path, language: str) -> None:
    assert keys(table(root, language)) == keys(table(root, "en"))


@pytest.mark.parametrize("language", languages())
def test_no_line_is_empty(root: Path, language: str) -> None:
    assert [key for key in keys(table(root, language)) if not str(_at(table(root, language), key)).strip()] == []


def _at(found: dict[str, dict[str, Any]], key: str) -> Any:
    part, name = key.split(".", 1)
    return found[part][name]


def test_the_papers_use_every_key_and_no_other(root: Path) -> None:
    there = set(keys(table(root, "en")))
    used, patterns = _named({key.partition(".")[0] for key in there})
    dynamic = {key for key in there if any(re.fullmatch(pattern, key) for pattern in patterns)}
    assert used - there == set(), "a paper asks for words that are not there"
    assert there - used - dynamic == set(), "words that no paper says"


def _named(sections: set[str]) -> tuple[set[str], set[str]]:
    """Keys in the source as they stand, and those put together, as patterns."""
    used: set[str] = set()
    patterns: set[str] = set()
    for file in python_files(PACKAGE / "reports"):
        nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
        inside = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                found = re.fullmatch(r"([a-z]+)\.[a-z_0-9-]+", node.value)
                if found and found[1] in sections:
                    used.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                pattern = "".join(
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values
                )
                if re.match(r"[a-z]+\\\.", pattern):
                    patterns.add(pattern)
            elif isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
                if isinstance(node.left.value, str) and node.left.value.endswith("."):
                    patterns.add(re.escape(node.left.value) + ".+")
    return used | {"language.months"}, patterns


def test_dates_and_counts_in_both_languages() -> None:
    english, spanish = words_of("en"), words_of("es")
    opens, closes = datetime(2027, 4, 24, 7, 0), datetime(2027, 4, 25, 16, 0)  # noqa: DTZ001 - as printed
    assert english.day(date(2027, 4, 15)) == "15 April 2027"
    assert spanish.day(date(2027, 4, 15)) == "15 de abril de 2027"
    assert english.span(opens, closes) == "24 April 2027, 07:00, to 25 April 2027, 16:00"
    assert spanish.listed(["12.1", "12.2", "12.3"]) == "12.1, 12.2 y 12.3"
    assert english.number(1206) == "1,206"
    assert english.day_or_words("2027-07-01") == "1 July 2027"
    assert english.day_or_words("on ratification") == "on ratification"


def test_an_unknown_language_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match="no headings in “xx”"):
        words_of("xx")
