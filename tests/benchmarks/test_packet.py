"""How long a packet of 120 pages takes, and how much memory, beside the bare PDF library setting the same pages."""

from __future__ import annotations

import resource
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from tablebook.jobs.make_packet import chosen_packet
from tablebook.jobs.print_packet import packet_page
from tablebook.jobs.sample import make_sample
from tablebook.reports import fonts
from tablebook.reports.packet import pdf
from tablebook.reports.packet.sheet import Edition, PacketSheet
from tests.benchmarks.measured import Measured, best
from tests.unit.reports import printed

PAGES = 120
MOST = 4.0
MOST_MEMORY = 250.0


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("packet") / "Lakeview.tablebook"
    make_sample(path).close()
    return path


def long_packet(path: Path) -> PacketSheet:
    """The sample's packet with its texts as often as fill 120 pages."""
    from tablebook.jobs.open_book import open_book

    with open_book(path, read_only=True) as opened:
        sheet = chosen_packet(opened)
    times = 1
    while True:
        long = replace(sheet, texts=sheet.texts * times)
        found = len(printed.pages(pdf.edition_bytes(long, Edition.MEMBERS)))
        if found >= PAGES:
            return long
        times += max((PAGES - found) // 25, 1)


def _floor(sheet: PacketSheet) -> float:
    """The library's own paragraphs with the same words in one of the same typefaces, over as many pages."""
    style = ParagraphStyle("Body", fontName=fonts.ready(), fontSize=11, leading=15.6)
    words = [run.text for text in sheet.texts for block in text.redline for run in block.all_runs if run.text.strip()]
    per_page = max(len(words) // PAGES, 1)
    pages = [words[start : start + per_page] for start in range(0, len(words), per_page)]

    def act() -> None:
        story: list[Flowable] = []
        for page in pages:
            story += (Paragraph(" ".join(page).replace("&", "&amp;"), style), PageBreak())
        SimpleDocTemplate(BytesIO()).build(story)

    return best(act, 3)


def test_a_packet_of_120_pages(measured: Measured, book: Path) -> None:
    sheet = long_packet(book)
    count = len(printed.pages(pdf.edition_bytes(sheet, Edition.MEMBERS)))
    took = best(lambda: pdf.edition_bytes(sheet, Edition.MEMBERS), 3)
    measured(f"packet of {count} pages, marked, with contents and tags", took, limit=MOST, floor=_floor(sheet))


@pytest.mark.parametrize("edition", Edition)
def test_each_edition_of_the_sample(measured: Measured, book: Path, edition: Edition) -> None:
    from tablebook.jobs.open_book import open_book

    with open_book(book, read_only=True) as opened:
        sheet = chosen_packet(opened)
    count = len(printed.pages(pdf.edition_bytes(sheet, edition)))
    took = best(lambda: pdf.edition_bytes(sheet, edition), 3)
    measured(f"{edition} edition of the sample, {count} pages", took, limit=MOST)


def test_the_sheet_and_the_web_page(measured: Measured, book: Path) -> None:
    from tablebook.jobs.open_book import open_book

    with open_book(book, read_only=True) as opened:
        sheet = chosen_packet(opened)
        measured("the packet's sheet from the record", best(lambda: chosen_packet(opened), 3))
    measured("the packet as one web page", best(lambda: packet_page(sheet), 3))


@pytest.mark.skipif(
    sys.platform != "linux", reason="The most memory of a process is counted in kilobytes on Linux only."
)
def test_the_memory_of_a_whole_packet(measured: Measured, book: Path, tmp_path: Path) -> None:
    """The command as a person gives it, in a process of its own: large print has more than 100 pages."""
    command = [sys.executable, "-m", "tablebook", "report", "packet", str(book), "-o", str(tmp_path / "Packet.pdf")]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    subprocess.run([*command, "--edition", "large-print"], check=True, capture_output=True)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert most >= before
    measured("memory of the large-print packet, the whole command", most / 1024, limit=MOST_MEMORY, unit="MB")
