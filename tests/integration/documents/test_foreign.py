"""Files that others wrote, read in the child process: each bad one gets its plain sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from tablebook.documents import foreign
from tablebook.documents.foreign import (
    ReadingStopped,
    file_lines,
    page_sheet,
    read_contract_safely,
    read_text_with_warnings_safely,
)
from tablebook.errors import UserError
from tests.unit.documents.invented import SHAPES, invented
from tests.unit.documents.printed import as_pdf, as_text


def pdf(path: Path, *, text: bool = True, pages: int = 1) -> Path:
    canvas = Canvas(str(path))
    for _ in range(pages):
        if text:
            canvas.drawString(72, 700, "ARTICLE 1 RECOGNITION")
        else:
            canvas.rect(72, 500, 200, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def locked(path: Path) -> Path:
    writer = PdfWriter(clone_from=PdfReader(pdf(path)))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    return path


def large(path: Path) -> Path:
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    return path


def broken_word(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w:document><w:body><w:p>")
    return path


def bomb(path: Path) -> Path:
    megabyte = b" " * 1024 * 1024
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for _ in range(310):
            part.write(megabyte)
    return path


def written(data: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return write


def folder(path: Path) -> Path:
    path.mkdir()
    return path


BAD = {
    "empty": ("c.txt", written(b""), "is empty"),
    "only spaces": ("c.md", written(b" \n\n "), "is empty"),
    "locked pdf": ("c.pdf", locked, "protected by a password"),
    "pictures": ("c.pdf", lambda path: pdf(path, text=False, pages=2), "holds pictures and no text"),
    "no articles": ("c.txt", written(b"Dear colleagues,\n\nthe weather is fine today.\n"), "No articles were found"),
    "program": ("c.docx", written(b"MZ\x90\0\x03\0\0\0" + bytes(600)), "no paper that can be read"),
    "program as text": ("c.txt", written(bytes(range(256)) * 20), "no paper that can be read"),
    "large": ("c.txt", large, "too large"),
    "broken word": ("c.docx", broken_word, "is damaged"),
    "half a package": ("c.docx", written(b"PK\x03\x04half"), "is damaged"),
    "other package": ("c.docx", lambda path: zipfile.ZipFile(path, "w").close() or path, "is damaged|is no Word file"),
    "bomb": ("c.docx", bomb, "too large"),
    "broken pdf": ("c.pdf", written(b"%PDF-1.7\nnothing"), "is damaged"),
    "old word": ("c.doc", written(b"\xd0\xcf\x11\xe0" + bytes(600)), "cannot be read"),
    "missing": ("c.txt", lambda path: path, "was not found"),
    "folder": ("c.txt", folder, "is a folder"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD, ids=lambda name: name.replace(" ", "-"))
def test_bad_files_get_a_plain_sentence(case: str, tmp_path: Path) -> None:
    name, make, words = BAD[case]
    with pytest.raises(UserError, match=words) as refusal:
        read_contract_safely(make(tmp_path / name))
    assert refusal.value.what.endswith(".")
    assert "Traceback" not in str(refusal.value)


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_without_rights(tmp_path: Path) -> None:
    path = as_text(invented(SHAPES[0]), SHAPES[0], tmp_path / "c.txt")
    path.chmod(0)
    with pytest.raises(UserError, match="cannot be opened"):
        read_contract_safely(path)


@pytest.mark.parametrize("name", ['l\'accord "final".txt', "contract 🍎 été.txt", "عقد.txt", "a b  c & d; $(x).txt"])
def test_strange_names_work(name: str, tmp_path: Path) -> None:
    if sys.platform == "win32" and '"' in name:
        pytest.skip("Windows has no such file names")
    reading = read_contract_safely(as_text(invented(SHAPES[0]), SHAPES[0], tmp_path / name))
    assert len(reading.articles) == 14
    assert reading.name == name


def test_progress_is_told_by_page(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = as_pdf(invented(SHAPES[0]), SHAPES[0], tmp_path / "c.pdf")
    reading = read_contract_safely(path, progress=lambda page, pages: told.append((page, pages)))
    assert told[-1] == (reading.pages, reading.pages)


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(ReadingStopped):
        read_contract_safely(as_text(invented(SHAPES[0]), SHAPES[0], tmp_path / "c.txt"), cancel)


def test_a_worker_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        foreign, "_command", lambda: [sys.executable, "-c", "import threading; threading.Event().wait()"]
    )
    monkeypatch.setattr(foreign, "MOST_SECONDS", 0.3)
    with pytest.raises(UserError, match="took too long"):
        read_contract_safely(tmp_path / "c.txt")


def test_a_worker_that_dies_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
    with pytest.raises(UserError, match="cannot be read"):
        read_contract_safely(tmp_path / "c.txt")


def test_a_worker_that_ends_before_it_was_asked_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it did not take is left over when its pipes are closed: that is no fault of the program."""
    started = subprocess.Popen

    def ended(*arguments: Any, **settings: Any) -> subprocess.Popen[bytes]:
        process = started(*arguments, **settings)
        process.wait()
        return process

    monkeypatch.setattr(foreign, "_command", lambda: [sys.executable, "-c", ""])
    monkeypatch.setattr(subprocess, "Popen", ended)
    with pytest.raises(UserError, match="cannot be read"):
        read_contract_safely(tmp_path / "c.txt")


def test_a_page_is_a_png_of_the_width_asked_for_with_its_words(tmp_path: Path) -> None:
    sheet = page_sheet(pdf(tmp_path / "c.pdf"), 1, 300)
    assert sheet.png.startswith(b"\x89PNG")
    assert int.from_bytes(sheet.png[16:20], "big") == 300
    assert [word.text for word in sheet.words] == ["ARTICLE", "1", "RECOGNITION"]
    first = sheet.words[0]
    assert 70 < first.left < 74, "drawn at 72"
    assert first.top < sheet.height - 700 < first.bottom, "its baseline was drawn at 700 from below"
    with pytest.raises(UserError, match="no page 2"):
        page_sheet(tmp_path / "c.pdf", 2, 300)


def test_the_lines_of_a_file_are_its_own_contents_and_heads_included(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text("Contents\nArticle 1 Pay ..... 1\n\nARTICLE 1\nPAY\n\f Page two\n", "utf-8")
    assert [(line.text, line.page) for line in file_lines(path)] == [
        ("Contents", 1), ("Article 1 Pay ..... 1", 1), ("ARTICLE 1", 1), ("PAY", 1), ("Page two", 2)]  # fmt: skip


def test_text_is_read_safely_with_its_warnings(sample_folder: Path) -> None:
    paper = sample_folder / "papers" / "Art 8 District E-2 tracked.docx"
    document, warnings = read_text_with_warnings_safely(paper)
    assert [block.section for block in document.blocks if block.section] == ["8.1", "8.2", "8.3"]
    assert [warning.code for warning in warnings] == ["tracked-changes"]
