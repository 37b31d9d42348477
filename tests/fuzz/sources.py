"""The real files that a fuzz run makes wrong: the sample's papers, contracts kept with the tests, and those beside."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
_MOST_TEXT = 16_000


def sources(kind: str, folder: Path) -> list[Path]:
    """The files of a format; of long texts the first pages, of long PDFs the first six."""
    places = (ROOT / "resources" / "sample", ROOT / "tests" / "data", SHARED)
    found = [path for place in places for path in sorted(place.rglob(f"*.{kind}")) if _fits(path)]
    if kind in ("txt", "md"):
        return [_beginning(path, folder / f"{number}.{kind}") for number, path in enumerate(found)]
    return [
        _first_pages(path, folder / f"{number}.pdf") if kind == "pdf" else path for number, path in enumerate(found)
    ]


def _fits(path: Path) -> bool:
    return path.stat().st_size < 600_000 and "ledger" not in path.name and path.name != "SOURCE.md"


def _beginning(path: Path, target: Path) -> Path:
    target.write_bytes(path.read_bytes()[:_MOST_TEXT])
    return target


def _first_pages(path: Path, target: Path) -> Path:
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(path)
    if len(reader.pages) <= 6:
        return path
    writer = PdfWriter()
    for page in reader.pages[:6]:
        writer.add_page(page)
    writer.write(target)
    return target
