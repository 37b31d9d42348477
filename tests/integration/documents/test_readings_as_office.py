"""Both readings of tracked files against LibreOffice, which accepts and refuses all changes by its own code."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.word.marks import read_seen_docx
from tests.unit.documents.test_docx_tracked import CASES, NUMBERED, NUMBERING
from tests.unit.documents.test_docx_tracked_property import made_of
from tests.unit.documents.word import word

SCRIPT = Path(__file__).with_name("office_texts.py")
# What this LibreOffice cannot do: it tracks no rows, cells and links, keeps no controls, and computes fields anew.
ELSEWISE = {
    "row put in and row taken out", "cell put in and cell taken out", "link put in", "control with a paragraph",
    "field taken out",
}  # fmt: skip


def python_of_office() -> str | None:
    """A Python that can talk to LibreOffice, where both are installed."""
    if shutil.which("soffice") is None:
        return None
    for python in ("/usr/bin/python3", shutil.which("python3") or ""):
        if python and Path(python).exists():
            asked = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if asked.returncode == 0:
                return python
    return None


def random_bodies(count: int) -> list[str]:
    """Files with random changes, the same ones each time. Words that stay stand at both sides of a paragraph's end:
    LibreOffice takes changes that touch over an end for one, end included."""
    chance = random.Random(4)
    kinds = ["keep", "put", "take", "neither", "end", "new end", "old end"]

    def steps() -> list[tuple[str, str, str]]:
        found: list[tuple[str, str, str]] = []
        for _ in range(chance.randint(3, 25)):
            kind, words = chance.choice(kinds), f"x{''.join(chance.choices('abcde  ', k=6))}y"
            one = (kind, words, chance.choice(["", "<w:b/>"]))
            found += [("keep", "a ", ""), one, ("keep", " b", "")] if kind.endswith("end") else [one]
        return found

    return [made_of(steps())[0] for _ in range(count)]


def test_libreoffice_gives_the_same_two_texts(tmp_path: Path) -> None:
    python = python_of_office()
    if python is None:
        pytest.skip("LibreOffice with its Python is not installed")
    bodies = [word(body) for name, (body, _, _) in CASES.items() if name not in ELSEWISE]
    bodies += [word(NUMBERED, numbering=NUMBERING), *map(word, random_bodies(40))]
    files = [tmp_path / f"{number}.docx" for number, _ in enumerate(bodies)]
    for file, data in zip(files, bodies, strict=True):
        file.write_bytes(data)
    command = [python, str(SCRIPT), str(tmp_path), *map(str, files)]
    answered = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    theirs = [json.loads(line) for line in answered.stdout.splitlines()]
    assert len(theirs) == len(bodies)
    ours = []
    for data in bodies:
        paper = read_marked(read_seen_docx(data, "paper.docx"))
        ours.append({"accepted": even(paper.accepted_text), "rejected": even(paper.rejected_text)})
    assert ours == [{name: even("\n".join(lines)) for name, lines in found.items()} for found in theirs]


def even(text: str) -> list[str]:
    """Lines without the blanks at their ends, which are nowhere seen."""
    return [line.strip() for line in text.split("\n") if line.strip()]
