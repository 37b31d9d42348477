"""``tablebook compare``: the redline of two documents as JSON, as a page and as a paper."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest

from tests.integration.cli.conftest import Cli, Writer
from tests.unit.documents import word_files as word
from tests.unit.documents.tracked_reading import read
from tests.unit.documents.tracked_rules import faults

SIZE = "7.1 Class size\n\nClasses have at most {} students in grades four to six.\n\n"
RELIEF = "7.2 Relief\n\nRelief is given within ten days.\n\n"
OLD = SIZE.format("thirty (30)") + RELIEF
NEW = SIZE.format("twenty-five (25)") + RELIEF + "7.3 Reports\n\nReports are sent monthly.\n"


@pytest.fixture
def texts(paper: Writer) -> tuple[Path, Path]:
    return paper(OLD, "old.txt"), paper(NEW, "new “2027”.txt")


def test_json_as_promised(texts: tuple[Path, Path], cli: Cli) -> None:
    said = cli("compare", *texts, "--json")
    assert said.code == 0
    assert set(said.json) >= {"changes", "stats"}
    assert set(said.json["stats"]) >= {"words_inserted", "words_deleted", "seconds"}
    for change in said.json["changes"]:
        assert set(change) >= {"kind", "old", "new", "old_block", "new_block"}
        assert change["kind"] in ("insert", "delete", "replace", "move")
    replaced = next(one for one in said.json["changes"] if one["kind"] == "replace")
    assert (replaced["old"], replaced["new"]) == ("thirty (30)", "twenty-five (25)")
    assert any("Reports are sent monthly." in one["new"] for one in said.json["changes"])


def test_the_same_text_has_no_changes(texts: tuple[Path, Path], cli: Cli) -> None:
    found = cli("compare", texts[0], texts[0], "--json").json
    assert found["changes"] == []
    assert (found["stats"]["words_inserted"], found["stats"]["words_deleted"]) == (0, 0)


def test_for_a_person(texts: tuple[Path, Path], cli: Cli) -> None:
    said = cli("compare", *texts)
    assert said.code == 0
    assert "- thirty (30)\n  + twenty-five (25)" in said.out


def test_a_page(texts: tuple[Path, Path], cli: Cli, tmp_path: Path) -> None:
    said = cli("compare", *texts, "-o", tmp_path / "out.html", "--json")
    assert said.code == 0
    assert said.json["changes"]
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "twenty-five (25)" in page
    assert page.lstrip().lower().startswith("<!doctype html>")


def test_a_paper(texts: tuple[Path, Path], cli: Cli, tmp_path: Path) -> None:
    said = cli("compare", *texts, "-o", tmp_path / "out.pdf")
    assert (said.code, said.out) == (0, "")
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert "twenty-five (25)" in text
    assert "new “2027”.txt" in text


def test_two_editions_of_a_real_contract(root: Path, cli: Cli) -> None:
    folders = ("or-kingsley-2023-2025", "or-kingsley-2025-2027")
    said = cli("compare", *(root / "tests" / "data" / name / "agreement-unmarked.txt" for name in folders), "--json")
    assert said.code == 0
    assert len(said.json["changes"]) > 50
    assert said.json["stats"]["seconds"] > 0


@pytest.mark.parametrize("out", ["out.xyz", "out", "out.txt", "nowhere/out.html"])
def test_a_target_that_cannot_be(texts: tuple[Path, Path], cli: Cli, tmp_path: Path, out: str) -> None:
    before = sorted(each.name for each in tmp_path.iterdir())
    assert cli("compare", *texts, "-o", tmp_path / out).is_refusal()
    assert sorted(each.name for each in tmp_path.iterdir()) == before


def test_files_that_are_not_there(texts: tuple[Path, Path], cli: Cli) -> None:
    assert cli("compare", texts[0], "not there.txt").is_refusal()
    assert cli("compare", "not there.txt", texts[0], "--json").is_refusal()
    assert cli("compare", texts[0]).is_refusal()


ARTICLE = """# Agreement

## Article 7. Class Size

### 7.3 Limits

Classes in the primary grades have no more than twenty-four students.

### 7.4 Relief

The District gives relief within ten working days of the count.

## Article 8. Reports

### 8.1 Reports

A report of all class sizes goes to the Association’s office every month.
"""
RENUMBERED = ARTICLE.replace(
    "### 7.4", "### 7.4 Specialists\n\nSpecialists serve no more than four schools in a week.\n\n### 7.5"
).replace("’", "'")


def test_new_numbers_are_told_in_words_and_apart(paper: Writer, cli: Cli, tmp_path: Path) -> None:
    old, new = paper(ARTICLE, "old.md"), paper(RENUMBERED, "new.md")
    said = cli("compare", old, new)
    assert "Renumbered: 7.4 is now 7.5, words unchanged" in said.out.splitlines()
    assert "quotes, hyphens or dashes alone differ" in said.err
    found = cli("compare", old, new, "--json").json
    assert [(one["kind"], one["new"]) for one in found["changes"]] == [
        ("insert", "Specialists"),
        ("insert", "Specialists serve no more than four schools in a week."),
    ]
    [label] = found["renumbered"]
    assert (label["old"], label["new"], label["words_unchanged"], label["moved"]) == ("7.4", "7.5", True, False)
    assert found["stats"]["typography"] == 1
    cli("compare", old, new, "-o", tmp_path / "out.html")
    assert "7.4 is now 7.5, words unchanged" in (tmp_path / "out.html").read_text(encoding="utf-8")
    cli("compare", old, new, "-o", tmp_path / "out.pdf")
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as pdf:
        text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert "7.4 is now 7.5, words unchanged" in text


def test_a_section_that_moved(paper: Writer, cli: Cli) -> None:
    head, rest = ARTICLE.split("### 7.3")
    limits, others = rest.split("### 7.4")
    new = f"{head}### 7.4{others}\n### 7.3{limits}"
    found = cli("compare", paper(ARTICLE, "old.md"), paper(new, "new.md"), "--json").json
    moves = [change for change in found["changes"] if change["kind"] == "move"]
    assert any("primary grades" in change["old"] and change["old"] == change["new"] for change in moves)
    assert all(change["kind"] == "move" and not change["edits"] for change in found["changes"])
    assert (found["stats"]["words_inserted"], found["stats"]["words_deleted"]) == (0, 0)


def test_the_same_words_in_two_kinds_of_file(paper: Writer, cli: Cli, tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("7.1 Limits", "The “Board” keeps classes at 24–26 pupils.", "7.2 Relief", "It’s due in ten days."):
        document.add_paragraph(line)
    document.save(tmp_path / "old.docx")
    text = '7.1 Limits\n\nThe "Board" keeps classes at 24-26 pupils.\n\n7.2 Relief\n\nIt\'s due in five days.\n'
    found = cli("compare", tmp_path / "old.docx", paper(text, "new.txt"), "--json").json
    assert [(change["old"], change["new"]) for change in found["changes"]] == [("ten", "five")]


def test_the_paper_shows_new_numbers_and_names_no_party(paper: Writer, cli: Cli, tmp_path: Path) -> None:
    new = RENUMBERED.replace("ten working", "five working")
    cli("compare", paper(ARTICLE, "old.md"), paper(new, "new.md"), "-o", tmp_path / "out.pdf")
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as pdf:
        text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert "7.4 7.5 Relief" in text
    assert "Underlined is new since old.md, struck is deleted from it." in text
    assert "Both" not in text


def test_two_word_files_give_the_old_one_with_tracked_changes(cli: Cli, tmp_path: Path) -> None:
    old, new, out = (tmp_path / name for name in ("old.docx", "new.docx", "out.docx"))
    for path, limit in ((old, "thirty"), (new, "twenty-five")):
        body = word.p(f"Classes have at most {limit} students.") + word.tbl(["Step", "BA"], ["1", limit])
        path.write_bytes(word.word_file(body + word.p("Relief is given.")))
    said = cli("compare", old, new, "-o", out, "--author", "The Board")
    assert (said.code, said.out) == (0, "")
    data = out.read_bytes()
    assert faults(data) == []
    assert read(data, True).body == read(new.read_bytes(), True).body
    assert read(data, False).body == read(old.read_bytes(), True).body
    assert b'w:author="The Board"' in zipfile.ZipFile(out).read("word/document.xml")


def test_other_papers_give_a_word_file_of_their_words(texts: tuple[Path, Path], cli: Cli, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    assert cli("compare", *texts, "-o", out).code == 0
    data = out.read_bytes()
    assert faults(data) == []
    new, old = ("\n".join(map(str, read(data, accept).body)) for accept in (True, False))
    assert "twenty-five (25)" in new
    assert "thirty (30)" not in new
    assert "thirty (30)" in old
    assert "monthly" not in old


def test_a_damaged_word_file_is_refused_and_nothing_is_written(cli: Cli, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.docx", tmp_path / "bad.docx"
    good.write_bytes(word.word_file(word.p("x")))
    bad.write_bytes(good.read_bytes()[:300])
    assert cli("compare", good, bad, "-o", tmp_path / "out.docx").is_refusal()
    assert not (tmp_path / "out.docx").exists()


def test_a_word_file_without_words_is_compared_too(cli: Cli, tmp_path: Path) -> None:
    old, new, out = (tmp_path / name for name in ("old.docx", "new.docx", "out.docx"))
    old.write_bytes(word.word_file(word.p()))
    new.write_bytes(word.word_file(word.p("Words.")))
    assert cli("compare", old, new, "-o", out).code == 0
    assert (read(out.read_bytes(), True).body, read(out.read_bytes(), False).body) == (["Words."], [""])
