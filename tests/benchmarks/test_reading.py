"""How long contracts take to come in, beside the libraries doing no more than taking the text out of the same files.

Each file is read the way the program does it, process start and all; the limit is three times the floor and half a
second for the start.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tablebook.documents.foreign import read_contract_safely
from tests.benchmarks.measured import ROOT, Measured, bare_pdf_text, best_beside
from tests.integration.documents.districts.making import Paper, made
from tests.integration.documents.districts.printing import as_pdf, as_word
from tests.integration.documents.districts.styles import STYLES

START = 0.5
MOST_MB = 300
ROUNDS = 5
_PEAK = (
    "import sys; from tests.benchmarks.memory import most_megabytes; from tablebook.documents.worker import answer_to;"
    "answer_to({'verb': 'contract', 'path': sys.argv[1]}, lambda page, pages: None);"
    "print(most_megabytes())"
)


def _pdf_text(path: Path) -> None:
    bare_pdf_text(path.read_bytes())


def _word_text(path: Path) -> None:
    import docx

    for paragraph in docx.Document(str(path)).paragraphs:
        assert isinstance(paragraph.text, str)


def long_paper(times: int) -> Paper:
    """A contract of 39 articles whose paragraphs say what they say several times over."""
    paper = made(STYLES[3], 1, 39)
    for para in paper.paras:
        if para.role in ("body", "item") and len(para.text) > 80:
            para.text = " ".join([para.text] * times)
    return paper


def _repeated(paper: Paper, times: int) -> Paper:
    paper.paras = paper.paras * times
    return paper


def _checked(measured: Measured, name: str, path: Path, bare: Callable[[Path], None]) -> None:
    floor, took = best_beside(lambda: bare(path), lambda: read_contract_safely(path), ROUNDS)
    measured(f"reading {name}", took, floor=floor, limit=3 * floor + START)


def test_a_real_pdf_of_77_pages(measured: Measured, shared_data: Path) -> None:
    path = shared_data / "portland-me-teachers" / "pea-contract-2019-2022.pdf"
    _checked(measured, "a real PDF of 77 pages", path, _pdf_text)


def test_a_pdf_of_300_pages(measured: Measured, tmp_path: Path) -> None:
    path = as_pdf(long_paper(14), tmp_path / "c.pdf")
    pages = len(pdfium.PdfDocument(path))
    assert pages >= 300
    _checked(measured, f"a PDF of {pages} pages", path, _pdf_text)


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of a child is told by other means there")
def test_memory_for_a_pdf_of_300_pages(measured: Measured, tmp_path: Path) -> None:
    path = as_pdf(long_paper(14), tmp_path / "c.pdf")
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    measured("memory for it", float(done.stdout), limit=MOST_MB, unit="MB")


def test_the_sample_in_word(measured: Measured, sample_folder: Path) -> None:
    path = sample_folder / "contract.docx"
    _checked(measured, "the sample contract in Word", path, _word_text)


def test_a_long_word_file(measured: Measured, tmp_path: Path) -> None:
    path = as_word(_repeated(long_paper(1), 6), tmp_path / "c.docx")
    _checked(measured, "a Word file of 7,500 paragraphs", path, _word_text)
