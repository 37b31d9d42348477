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


WORDS = """
by = "Priya Nair"
[translators.es]
translator = "Alma Ruiz"
[letter]
en = "Dear members, read this."
es = "Estimados miembros, lean esto."
signed = "Dana Marsh"
[cost]
en = "What is paid."
rows = [["What", "2027–28"], ["Salary", "4.0%"]]
[summaries."TA 21"]
en = "Sixty dollars a night."
es = "Sesenta dólares por noche."
"""


@pytest.fixture
def own(book: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Own.tablebook"
    path.write_bytes(book.read_bytes())
    return path


def test_words_are_taken_from_a_file_and_a_packet_is_made(cli: Cli, own: Path, tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text(WORDS, encoding="utf-8")
    said = cli("packet", own, "--words", file, "--make", "--by", "Priya Nair", "--json")
    assert (said.code, said.json["taken"], said.json["packet"]) == (0, 5, 1)
    assert said.json["not_written"] == ["The vote is not set yet."]
    again = cli("packet", own, "--words", file, "--json")
    assert (again.json["taken"], again.json["packet"], again.json["made"]) == (0, 1, [1])
    out = tmp_path / "Packet.html"
    assert cli("report", "packet", own, "-o", out, "--language", "es").code == 0
    assert "Sesenta dólares por noche." in out.read_text(encoding="utf-8")


def test_another_signer_of_the_letter_is_taken_over_too(cli: Cli, own: Path, tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text(WORDS, encoding="utf-8-sig")
    assert cli("packet", own, "--words", file, "--json").json["taken"] == 5
    file.write_text(WORDS.replace("Dana Marsh", "Ruth Kessler"), encoding="utf-8")
    assert cli("packet", own, "--words", file, "--json").json["taken"] == 1


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"TA 21"', '"TA 99"', "There is no TA 99"),
        ('en = "Sixty dollars a night."', "", "wrong at “TA 21”"),
        ('translator = "Alma Ruiz"', "", "No translator is named for “es”"),
        ('["Salary", "4.0%"]', '["Salary", 4.0]', "wrong at “cost”"),
        ("[letter]", "[letter", "no file of packet words"),
        ('rows = [["What", "2027–28"], ["Salary", "4.0%"]]', "rows = 5", "wrong at “cost”"),
        ('es = "Sesenta dólares por noche."', 'es = " "', "wrong at “TA 21”"),
    ],
)
def test_a_wrong_file_is_refused_whole(cli: Cli, own: Path, tmp_path: Path, old: str, new: str, sentence: str) -> None:
    file = tmp_path / "words.toml"
    file.write_text(WORDS.replace(old, new), encoding="utf-8")
    before = cli("verify", own, "--json").json["fingerprint"]
    said = cli("packet", own, "--words", file)
    assert said.is_refusal(), said
    assert sentence in said.err
    assert cli("verify", own, "--json").json["fingerprint"] == before
