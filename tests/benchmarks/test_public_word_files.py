"""Word files that anybody may have, by the thousand: compared with their next version, read, and held against a judge
made from the standard alone.

``--word-files FOLDER`` takes all .docx below a folder. The test files of LibreOffice (sw/qa in its source), pandoc
(test/docx), Apache POI (test-data/document) and python-docx are together about two thousand.
"""

from __future__ import annotations

import random
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import pytest
from lxml import etree

from tablebook.documents.read import read_contract
from tablebook.documents.tracked.compare import compare_docx
from tablebook.documents.tracked.package import WordFile
from tablebook.errors import UserError
from tests.benchmarks.measured import Measured
from tests.benchmarks.word_changes import changed, ended, has_tracked, main_part, parts_of, rejected
from tests.unit.documents.settled import told

AT = datetime(2027, 3, 9, 15, 10, tzinfo=UTC)
MOST = 1.0
"""Of a hundred pairs or files."""
NO_FILE = (BadZipFile, zlib.error, UnicodeDecodeError, KeyError, StopIteration, etree.XMLSyntaxError)
"""What the judge says of a broken file."""

Pair = tuple[bytes, bytes]


@pytest.fixture(scope="module")
def files(pytestconfig: pytest.Config) -> list[Path]:
    folder = pytestconfig.getoption("--word-files")
    if folder is None:
        pytest.skip("--word-files names no folder with Word files")
    found = sorted(Path(folder).rglob("*.docx"))
    assert found, f"no Word files in {folder}"
    return found


def pairs(kind: str, files: list[Path]) -> Iterator[tuple[str, Pair]]:
    """Two versions of each file that is whole: its name, the old one and the new one."""
    seed = random.Random(kind)
    last: bytes | None = None
    for path in files:
        data, number = path.read_bytes(), seed.randrange(1 << 30)
        try:
            parts = parts_of(data)
            if main_part(parts) is None:
                continue
            told(data, accept=True)
        except (*NO_FILE, AttributeError):
            continue
        if kind == "rejected and accepted":
            if has_tracked(parts):
                yield path.name, (rejected(data), data)
        elif kind == "another file":
            if last is not None:
                yield path.name, (last, data)
            last = data
        else:
            there = changed(data, number)
            yield path.name, (data, there) if kind == "changed" else (there, data)


@pytest.mark.parametrize("kind", ["rejected and accepted", "changed", "changed back", "another file"])
def test_both_readings_are_exact(kind: str, files: list[Path], measured: Measured) -> None:
    went: Counter[str] = Counter()
    wrong = []
    for name, (old, new) in pairs(kind, files):
        try:
            data = compare_docx(WordFile(old, "old"), WordFile(new, "new"), "Union", AT)
        except UserError as error:
            went["refused"] += 1
            wrong.append(f"{name}: refused: {error}")
            continue
        exact = all(
            _even(told(data, accept)) == _even(told(ended(side), accept=True))
            for side, accept in ((new, True), (old, False))
        )
        went["exact" if exact else "wrong"] += 1
        if not exact:
            wrong.append(name)
    pairs_seen = sum(went.values())
    assert pairs_seen
    print(f"{kind}: {dict(went)}", *wrong, sep="\n  ")
    measured(f"not exact of {pairs_seen} pairs: {kind}", 100 * (1 - went["exact"] / pairs_seen), limit=MOST, unit="%")


def test_no_file_is_taken_for_a_contract(files: list[Path], measured: Measured) -> None:
    """Each is read, or refused in a sentence; hardly any has articles."""
    taken = [path.name for path in files if _articles(path)]
    print(*taken, sep="\n")
    measured(f"with articles, of {len(files)} files", 100 * len(taken) / len(files), limit=MOST, unit="%")


def _articles(path: Path) -> int:
    try:
        return len(read_contract(path).contract.articles)
    except UserError:
        return 0


def _even(found: tuple[Any, list[dict[str, Any]], int]) -> tuple[Any, list[dict[str, Any]]]:
    """What is read, where a cell ends in a paragraph, a file has a section, and heads that print nothing are none."""
    body, heads, _ = found
    return _whole(body), [{k: v for k, v in one.items() if any(v) and v != [[]]} for one in (heads or [{}])]


def _whole(story: Any) -> Any:
    if isinstance(story, tuple) and len(story) == 2 and isinstance(story[1], list):
        inside = story[1] or [""]
        return story[0], [_whole(one) for one in (inside if isinstance(inside[-1], str) else [*inside, ""])]
    return [_whole(one) for one in story] if isinstance(story, list) else story
