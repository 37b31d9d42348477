"""The words of the window are the field's own, and the glossary knows each of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from tablebook.domain import codes
from tests.architecture import glossary
from tests.architecture.source_tree import PACKAGE, python_files, tree

# Words of forms and machines, and of false politeness; the rest comes from the glossary's "Not:" lists.
MACHINE_WORDS = {"submit", "sync", "revert", "user", "item", "status", "version"}
FALSE_POLITENESS = {"please", "oops", "are you sure"}
WHERE_PEOPLE_READ = [PACKAGE / "ui", PACKAGE / "app.py"]


def test_the_window_says_no_word_that_misleads() -> None:
    never = MACHINE_WORDS | FALSE_POLITENESS | {word.lower() for entry in glossary.entries() for word in entry.never}
    pattern = re.compile(r"(?<!\w)(" + "|".join(sorted(map(re.escape, never))) + r")(?!\w)", re.IGNORECASE)
    found = [f"{place}: {text!r}" for place, text in _sentences() if pattern.search(text)]
    assert not found, "\n".join(found)


def test_the_window_does_not_shout() -> None:
    assert [f"{place}: {text!r}" for place, text in _sentences() if re.search(r"\w!(\s|$)", text)] == []


def test_the_glossary_gives_each_word_one_sentence_and_one_place() -> None:
    seen: dict[str, str] = {}
    for entry in glossary.entries():
        assert entry.sentence.endswith("."), entry.words
        assert len(re.findall(r"[.!?](?:\s|$)", entry.sentence)) == 1, f"one sentence for {entry.words[0]}"
        for word in entry.words:
            assert word not in seen, f"{word} stands twice"
            seen[word] = entry.sentence


def test_no_word_is_both_used_and_refused() -> None:
    used = {word.lower() for entry in glossary.entries() for word in entry.words}
    assert used & {word.lower() for entry in glossary.entries() for word in entry.never} == set()


def test_the_glossary_explains_every_stored_code() -> None:
    known = {word.lower() for entry in glossary.entries() for word in entry.words}
    kinds = [kind for kind in vars(codes).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]
    stored = {code.value.replace("-", " ") for kind in kinds if kind is not StrEnum for code in kind}
    assert {code for code in stored if code not in known and code.replace(" ", "-") not in known} == set()


def _sentences() -> Iterator[tuple[str, str]]:
    """Texts that a person may read: with a capital or a space, and no code for Qt's style sheets, paths or patterns."""
    for file in [file for place in WHERE_PEOPLE_READ for file in _files(place)]:
        for node in _texts(tree(file)):
            text = str(node.value)
            if re.search(r"^[A-Z]|\w \w", text) and not re.search(r"::|[{};\\]|^[A-Z]\w+\(|^Q[A-Z]", text):
                yield f"{file.relative_to(PACKAGE).as_posix()}:{node.lineno}", text


def _files(place: Path) -> list[Path]:
    return python_files(place) if place.is_dir() else [place]


def _texts(module: ast.Module) -> Iterator[ast.Constant]:
    explanations = {
        node.body[0].value
        for node in ast.walk(module)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in explanations:
            yield node
