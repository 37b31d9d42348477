"""Tracked changes as LibreOffice takes them: opened without repair, accepted and rejected they are the two texts."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from tablebook.documents.tracked.compare import compare_docx
from tablebook.documents.tracked.package import WordFile
from tablebook.jobs.open_book import open_book
from tablebook.jobs.redline_of import last_with_text
from tablebook.jobs.sample import make_sample
from tablebook.jobs.sheets.article import redline_sheet
from tablebook.jobs.sheets.proposal import proposal_sheet
from tablebook.jobs.word_paper import original_of, word_bytes
from tests.unit.documents.test_tracked_compare import PAIRS
from tests.unit.documents.tracked_reading import read
from tests.unit.documents.word_files import word_file

OFFICE = shutil.which("soffice")
PYTHON = "/usr/bin/python3"
SIDE = Path(__file__).with_name("office_side.py")

Settle = Callable[[list[tuple[Path, str, Path]]], None]

# LibreOffice 7.4 leaves cells that came with their column empty when they are rejected (Word takes them out), and
# leaves an empty paragraph where one came or went before a table with no other to keep.
OWN_WAYS = {"a column comes", "a table comes at the end", "a table goes at the end"}


@pytest.fixture(scope="module")
def settle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settle]:
    """Gives files to one LibreOffice that runs for all tests of this module."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed.")
    if subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip("LibreOffice's Python bridge (python3-uno) is not installed.")
    pipe, profile = f"tablebook{uuid4().hex}", tmp_path_factory.mktemp("office")
    started = subprocess.Popen(
        [OFFICE, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip

    def run(jobs: list[tuple[Path, str, Path]]) -> None:
        words = [str(part) for job in jobs for part in job]
        for _ in range(3):
            done = subprocess.run([PYTHON, str(SIDE), pipe, *words], capture_output=True, text=True, check=False)
            if done.returncode >= 0:
                break  # below that LibreOffice's own bridge crashed, which says nothing of the files
        assert done.returncode == 0, done.stderr

    yield run
    started.terminate()
    started.wait()


def test_pairs(settle: Settle, tmp_path: Path) -> None:
    """LibreOffice's own copies of both files are what its accepted and rejected results must equal."""
    jobs, wanted = [], {}
    for number, (name, bodies) in enumerate(PAIRS.items()):
        if name in OWN_WAYS:
            continue
        old, new = (word_file(body) for body in bodies)
        data = compare_docx(WordFile(old, "old"), WordFile(new, "new"), "Union", datetime(2027, 3, 9, tzinfo=UTC))
        for kind, content, action in (
            ("old", old, "accept"), ("new", new, "accept"), ("accepted", data, "accept"), ("rejected", data, "reject"),
        ):  # fmt: skip
            source = tmp_path / f"{number}-{kind}.docx"
            source.write_bytes(content)
            jobs.append((source, action, tmp_path / f"{number}-{kind}-out.docx"))
        wanted[number] = name
    settle(jobs)
    wrong = [
        f"{name}: {result}"
        for number, name in wanted.items()
        for result, text in (("accepted", "new"), ("rejected", "old"))
        if _body(tmp_path / f"{number}-{result}-out.docx") != _body(tmp_path / f"{number}-{text}-out.docx")
    ]
    assert wrong == []


def _body(path: Path) -> list[object]:
    # LibreOffice leaves a joiner without width in cells that it once found empty.
    return [str(one).replace("\u200d", "").replace("\\u200d", "") for one in read(path.read_bytes(), True).body]


@pytest.mark.parametrize("kind", ["redline", "proposal"])
def test_papers_of_the_sample(settle: Settle, tmp_path: Path, kind: str) -> None:
    """All layers of Article 12, both parties' hands, in the contract's own file."""
    make_sample(tmp_path / "sample.tablebook").close()
    with open_book(tmp_path / "sample.tablebook", read_only=True) as book:
        state, now = book.negotiation, book.clock.now()
        last = last_with_text(state, "12")
        assert last is not None
        sheet = redline_sheet(state, "12", now) if kind == "redline" else proposal_sheet(state, [last.id], now)
        data = word_bytes(sheet, original=original_of(book))
    source = tmp_path / "paper.docx"
    source.write_bytes(data)
    settle([(source, action, tmp_path / f"{action}.docx") for action in ("accept", "reject")])
    assert _body(tmp_path / "accept.docx") == [str(one) for one in read(data, True).body]
    assert _body(tmp_path / "reject.docx") == [str(one) for one in read(data, False).body]
