"""Whatever is given to it, the program does correct work or says one clear sentence: no traceback, no hang, no
half-made book. One parametrised test holds all of it, on the command line, whose jobs are also the window's."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from tablebook.__main__ import main
from tablebook.book import verify_file
from tablebook.domain.codes import Party
from tablebook.jobs import note, sessions
from tablebook.jobs.open_book import open_book

# Processor time, of the child that reads too: on a busy machine the clock on the wall says nothing about a hang. Every
# case takes about a tenth of this.
MOST_WORK = 5.0
CONTRACT = (
    "ARTICLE 1 RECOGNITION\n\n1.1 Unit\n\nThe Board recognizes all señoras, ½ and full time, under §1.\n\n"
    "ARTICLE 2 TERM\n\n2.1 Term\n\nThree years.\n"
)


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


def _work() -> float:
    """Seconds that the processor worked for this process and for the children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Desk:
    """A folder with a good contract and a good book, and the command line, each command watched."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.contract = self.file("contract.txt", CONTRACT.encode())
        self.book = folder / "Good.tablebook"
        assert self.new(self.book, self.contract).code == 0

    def file(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def run(self, *arguments: object) -> Said:
        """One command: in time, without a traceback, and nothing left that is not whole."""
        before = {each: each.stat().st_size for each in self.folder.iterdir()}
        self._capsys.readouterr()
        before_it = _work()
        code = main([str(each) for each in arguments])
        work = _work() - before_it
        found = self._capsys.readouterr()
        said = Said(code, found.out, found.err)
        assert work < MOST_WORK, arguments
        assert code in (0, 2), said
        assert "Traceback" not in said.err
        assert "took too long" not in said.err, "the reading waited for something until it was ended"
        if code == 2:
            assert said.out == ""
            assert said.err.strip()
            assert "\n" not in said.err.strip()
            assert {each: each.stat().st_size for each in self.folder.iterdir()} == before
        for book in self.folder.glob("*.tablebook"):
            assert verify_file(book).ok
        assert not [each.name for each in self.folder.iterdir() if each.name.startswith(".") or each.suffix == ".part"]
        return said

    def new(self, book: Path, contract: Path, union: str = "The Union", employer: str = "The Board") -> Said:
        names = ("--union", union, "--employer", employer, "--we", "union")
        return self.run("new", book, "--contract", contract, *names)

    def read(self, path: Path) -> list[Said]:
        """A file given to every verb that reads one."""
        return [
            self.run("outline", path, "--json"),
            self.new(self.folder / "Made.tablebook", path),
            self.run("pass", self.book, "--article", "1", "--from", "employer", "--file", path),
            self.run("compare", self.contract, path, "--json"),
            self.run("compare", path, self.contract, "-o", self.folder / "compared.html"),
        ]


Act = Callable[[Desk], None]


# Files


def refused(name: str, make: Callable[[Path], object], *words: str) -> Act:
    """Every verb refuses this file with one sentence that says these words."""

    def act(desk: Desk) -> None:
        path = desk.folder / name
        make(path)
        for said in desk.read(path):
            assert said.code == 2
            assert all(word in said.err for word in words), said.err
        assert not (desk.folder / "Made.tablebook").exists()

    return act


def taken_in(name: str, make: Callable[[Path], object]) -> Act:
    """Every verb reads this file right: it holds the good contract."""

    def act(desk: Desk) -> None:
        path = desk.folder / name
        make(path)
        as_json, *rest = desk.read(path)
        assert [one["number"] for one in json.loads(as_json.out)["articles"]] == ["1", "2"]
        assert [said.code for said in rest] == [0] * len(rest)
        compared = json.loads(rest[2].out)
        assert compared["changes"] == []

    return act


def bytes_of(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def pdf(path: Path, *, text: bool) -> Path:
    canvas = Canvas(str(path))
    if text:
        canvas.drawString(72, 700, "ARTICLE 1 RECOGNITION")
    else:
        canvas.rect(72, 500, 200, 200, fill=1)
    canvas.showPage()
    canvas.save()
    return path


def locked(path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(pdf(path, text=True)))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)


def sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)


def broken_word(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w:document><w:body><w:p>")


def no_articles(desk: Desk) -> None:
    letter = desk.file("letter.txt", b"Dear all,\n\nthe meeting is on Tuesday.\n")
    plain = desk.run("outline", letter)
    assert (plain.code, plain.out) == (0, "")
    assert "No articles were found" in plain.err
    found = json.loads(desk.run("outline", letter, "--json").out)
    assert found["articles"] == []
    assert "No articles were found" in found["warnings"][0]["message"]
    assert desk.new(desk.folder / "Made.tablebook", letter).code == 2
    assert desk.run("compare", desk.contract, letter, "--json").code == 0


def image_only(desk: Desk) -> None:
    refused("scan.pdf", lambda path: pdf(path, text=False), "pictures and no text", "1")(desk)


def without_rights(desk: Desk) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        pytest.skip("root may read and write everything: this case needs a plain user")
    refused("mine.txt", lambda path: (path.write_bytes(CONTRACT.encode()), path.chmod(0)), "right")(desk)
    closed = desk.folder / "closed"
    closed.mkdir(mode=0o500)
    assert desk.new(closed / "New.tablebook", desk.contract).code == 2
    assert desk.run("report", "ta-summary", desk.book, "-o", closed / "a.pdf").code == 2


def folder_for_a_file(desk: Desk) -> None:
    refused("folder.txt", lambda path: path.mkdir(), "folder")(desk)
    for arguments in (
        ("status", desk.folder),
        ("verify", desk.folder),
        ("report", "ta-summary", desk.book, "-o", desk.folder),
        ("compare", desk.contract, desk.contract, "-o", desk.folder),
        ("sample", "--to", desk.folder),
        ("new", desk.folder, "--contract", desk.contract, "--union", "U", "--employer", "E", "--we", "union"),
    ):
        assert desk.run(*arguments).code == 2, arguments


# Names


def named(name: str) -> Act:
    """These words as every name a person can type, then on every paper, and back unchanged from the book."""

    def act(desk: Desk) -> None:
        book = desk.folder / "Named.tablebook"
        assert desk.new(book, desk.contract, f"Union {name}", f"Board {name}").code == 0
        words = desk.file("words.txt", f"Some words: {name}".encode())
        items = [("1.1", f"L{name}1"), (f"MOU {name}", f"L{name}1"), (f"New: {name}", f"L{name}2")]
        for item, label in items:
            said = desk.run("pass", book, "--article", item, "--from", "union", "--file", words, "--label", label,
                            "--condition", name, "--at", "2027-01-26T13:00:00-06:00")  # fmt: skip
            assert said.code == 0, said.err[:400]
        spoken = desk.run("pass", book, "--article", "2", "--from", "employer", "--said", name)
        assert spoken.code == 0
        with open_book(book) as opened:
            sessions.open_session(
                opened, place=name, present={Party.UNION: [name]}, absent={Party.EMPLOYER: [name]}, note_taker=name
            )
            note.take_note(opened, f"@1.1 u ? {name}")
            sessions.close_session(opened, next_date=name, next_place=name, agenda=[name])
        agreed = desk.run("agree", book, "--article", "1", "--label", items[0][1], "--ta", f"TA {name}",
                          "--union-signer", name, "--employer-signer", name)  # fmt: skip
        assert agreed.code == 0, agreed.err[:400]
        _papers(desk, book)
        found = json.loads(desk.run("status", book, "--json").out)
        assert found["negotiation"]["union"] == f"Union {name}".strip()
        assert found["articles"][0]["passes"][0]["label"] == items[0][1]
        assert found["articles"][0]["agreements"][0]["ta"] == f"TA {name}"

    return act


def _papers(desk: Desk, book: Path) -> None:
    for kind, *options in (
        ("proposal", "--article", "1"),
        ("ta-sheet", "--article", "1"),
        ("ta-summary",),
        ("minutes",),
        ("minutes", "--joint"),
        ("redline", "--article", "1"),
    ):
        out = desk.folder / "paper.pdf"
        assert desk.run("report", kind, book, "-o", out, *options).code == 0
        with pypdfium2.PdfDocument(out) as pages:
            assert len(pages[0].get_textpage().get_text_range()) > 40
        out.unlink()


def file_named(name: str) -> Act:
    def act(desk: Desk) -> None:
        if sys.platform == "win32" and '"' in name:
            pytest.skip("Windows has no such file names")
        taken_in(f"{name}.txt", bytes_of(CONTRACT.encode()))(desk)
        book = desk.folder / f"{name}.tablebook"
        assert desk.new(book, desk.contract).code == 0
        assert desk.run("status", book).code == 0
        assert desk.run("report", "ta-summary", book, "-o", desk.folder / f"{name}.pdf").code == 0

    return act


def no_text_at_all(desk: Desk) -> None:
    """Bytes of the shell that are no UTF-8 reach the program as half characters, which nothing can keep."""
    half = "Unión \udcff"
    assert desk.new(desk.folder / "Half.tablebook", desk.contract, union=half).code == 2
    said = ("pass", desk.book, "--article", "1", "--from", "union", "--said")
    assert desk.run(*said, half).code == 2
    assert desk.run(*said, "words", "--label", half).code == 2
    assert desk.run("pass", desk.book, "--article", f"MOU {half}", "--from", "union", "--said", "no").code == 2


def lines_of_signs(desk: Desk) -> None:
    """Thousands of the same sign in a row, as a person leaning on a key or a broken export makes them."""
    for number, sign in enumerate(("- ", ", ", ".", "_", "(", "“", "=", "* ")):
        row = sign * 1500
        words = f"1.1 Unit\n\nThe Board recognizes some. {row}x\n\nIn Section 2.1, {row}x\n\n{row}\n"
        paper = desk.file(f"signs {number}.txt", words.encode())
        desk.run("read", paper)
        desk.run("pass", desk.book, "--article", "1", "--from", "union", "--file", paper, "--label", f"U-{number}")


QUOTES = 'O\'Brien "Q" “§” `x` $(y) %s {z} \\ <b>&amp;</b> ; DROP TABLE entry; --'
EMOJI = "🍎 👩🏽‍🏫 ½ ☐ ñ"
RIGHT_TO_LEFT = "نقابة المعلمين איגוד \u202eabc"
LONG = "x" * 9_990 + " the end"
LONG_WORDS = "many words and " * 666

CASES: dict[str, Act] = {
    "empty file": refused("empty.docx", bytes_of(b""), "empty"),
    "only spaces": refused("blank.txt", bytes_of(b" \n\n\t\n"), "empty"),
    "pdf with a password": refused("locked.pdf", locked, "password"),
    "pdf of pictures": image_only,
    "no contract": no_articles,
    "renamed program": refused("contract.docx", bytes_of(b"MZ\x90\x00" + bytes(range(256)) * 40), "contract.docx"),
    "renamed program as text": refused("paper.txt", bytes_of(b"MZ\x90\x00" + bytes(range(256)) * 40), "paper.txt"),
    "200 MB": refused("large.pdf", sparse, "too large"),
    "latin-1": taken_in("latin.txt", bytes_of(CONTRACT.encode("latin-1"))),
    "utf-16": taken_in("wide.txt", bytes_of(CONTRACT.encode("utf-16"))),
    "utf-16 without a mark": taken_in("wide.txt", bytes_of(CONTRACT.encode("utf-16-le"))),
    "utf-8 with a mark": taken_in("marked.txt", bytes_of(CONTRACT.encode("utf-8-sig"))),
    "broken word": refused("broken.docx", broken_word, "broken.docx"),
    "broken pdf": refused("broken.pdf", bytes_of(b"%PDF-1.7\nnothing"), "broken.pdf"),
    "cut-off zip": refused("cut.docx", bytes_of(b"PK\x03\x04" + b"\0" * 60), "cut.docx"),
    "not there": refused("nowhere.docx", lambda path: None, "nowhere.docx"),
    "path without rights": without_rights,
    "folder for a file": folder_for_a_file,
    "quotes": named(QUOTES),
    "emoji": named(EMOJI),
    "right to left": named(RIGHT_TO_LEFT),
    "10,000 characters": named(LONG),
    "10,000 characters of words": named(LONG_WORDS),
    "lines of signs": lines_of_signs,
    "half characters": no_text_at_all,
    "file named with quotes": file_named('l\'accord "final" $(x) ; %s'),
    "file named with emoji": file_named("contract 🍎 é"),
    "file named right to left": file_named("عقد"),
    "file named as an option": file_named("--json"),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    CASES[case](Desk(tmp_path, capsys))
