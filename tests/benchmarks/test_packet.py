"""How long a packet of 120 pages takes, and how much memory, beside the bare PDF library setting the same pages."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tablebook.jobs.make_packet import chosen_packet
from tablebook.jobs.print_packet import packet_page
from tablebook.jobs.sample import make_sample
from tablebook.reports.packet import pdf
from tablebook.reports.packet.sheet import Edition, PacketSheet
from tests.benchmarks.bare_library import beside_bare
from tests.benchmarks.measured import ROOT, Measured, best
from tests.unit.reports import printed

PAGES = 120
MOST = 4.0
MOST_MEMORY = 250.0
MOST_BESIDE_BARE = 2.0
SIZE, LEADING = 11, 15.6


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


def test_a_packet_of_120_pages(measured: Measured, book: Path) -> None:
    sheet = long_packet(book)
    count = len(printed.pages(pdf.edition_bytes(sheet, Edition.MEMBERS)))
    blocks = [block for text in sheet.texts for block in text.redline]
    took, floor = beside_bare(lambda: pdf.edition_bytes(sheet, Edition.MEMBERS), blocks, count, 3, SIZE, LEADING)
    name = f"packet of {count} pages, marked, with contents and tags"
    measured(name, took, limit=min(MOST, floor * MOST_BESIDE_BARE), floor=floor)


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


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of a child is told by other means there")
def test_the_memory_of_a_whole_packet(measured: Measured, book: Path, tmp_path: Path) -> None:
    """The command as a person gives it, in a process of its own: large print has more than 100 pages."""
    code = (
        "import sys; from tests.benchmarks.memory import most_megabytes; from tablebook.__main__ import main;"
        "assert main(sys.argv[1:]) == 0; print(most_megabytes())"
    )
    command = ["report", "packet", str(book), "-o", str(tmp_path / "Packet.pdf"), "--edition", "large-print"]
    done = subprocess.run([sys.executable, "-c", code, *command], cwd=ROOT, check=True, capture_output=True, text=True)
    most = float(done.stdout.split()[-1])
    measured("memory of the large-print packet, the whole command", most, limit=MOST_MEMORY, unit="MB")
