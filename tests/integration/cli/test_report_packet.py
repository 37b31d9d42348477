"""tablebook report packet."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tablebook.jobs.sample import make_sample
from tests.integration.cli.conftest import Cli


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("packet") / "Lakeview.tablebook"
    make_sample(path).close()
    return path


@pytest.mark.parametrize(
    ("edition", "title"),
    [
        ("members", "Tentative Agreement"),
        ("large-print", "Tentative Agreement"),
        ("board", "For approval by the Board"),
        ("summary", "What we agreed"),
    ],
)
def test_each_edition_is_a_pdf(cli: Cli, book: Path, tmp_path: Path, edition: str, title: str) -> None:
    out = tmp_path / "Packet.pdf"
    said = cli("report", "packet", book, "-o", out, "--edition", edition)
    assert (said.code, said.out) == (0, f"{out}\n")
    metadata = PdfReader(out).metadata
    assert metadata is not None
    assert str(metadata.title).startswith(title)


def test_spanish_headings_and_a4(cli: Cli, book: Path, tmp_path: Path) -> None:
    out = tmp_path / "Paquete.pdf"
    assert cli("report", "packet", book, "-o", out, "--language", "es", "--a4", "--black-and-white").code == 0
    reader = PdfReader(out)
    assert reader.root_object["/Lang"] == "es-US"
    assert round(float(reader.pages[0].mediabox.height)) == 842


def test_a_web_page(cli: Cli, book: Path, tmp_path: Path) -> None:
    out = tmp_path / "Packet.html"
    assert cli("report", "packet", book, "-o", out).code == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("-o", "Packet.docx"), "no name of a packet"),
        (("-o", "Packet.pdf", "--edition", "gold"), "“gold” is no edition"),
        (("-o", "Packet.pdf", "--language", "../en"), "no headings in “../en”"),
        (("-o", "Packet.pdf", "--number", "99"), "There is no packet 99"),
    ],
)
def test_what_cannot_be_is_refused(
    cli: Cli, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said = cli("report", "packet", book, *options)
    assert said.is_refusal()
    assert sentence in said.err
    assert list(tmp_path.iterdir()) == []
