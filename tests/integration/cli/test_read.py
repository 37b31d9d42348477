"""``tablebook read``: a marked paper on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.integration.cli.conftest import Cli


def test_the_json_has_the_fields_promised(sample_folder: Path, cli: Cli) -> None:
    said = cli("read", sample_folder / "papers" / "District package 30 March.docx", "--json")
    assert said.code == 0
    assert set(said.json) >= {"header", "party", "blocks", "accepted", "rejected", "warnings"}
    assert said.json["party"] == "employer"
    assert said.json["header"][1] == "District Package EP-1 3/30/27 10:15 a.m."
    runs = [run for block in said.json["blocks"] if not block["header"] for run in block["runs"]]
    assert {run["mark"] for run in runs} == {"same", "inserted", "deleted"}
    assert {run["colour"] for run in runs if run["mark"] == "inserted"} == {"#1f4eb4"}
    assert {run["colour"] for run in runs if run["mark"] == "same"} == {None}
    for block in said.json["blocks"]:
        assert "".join(run["text"] for run in block["runs"]) == block["text"]
    assert {(key["marking"], key["meaning"], key["why"]) for key in said.json["keys"]} == {
        ("bold in blue", "inserted", "legend"),
        ("struck in red", "deleted", "legend"),
    }


def test_for_a_person_old_and_new_words_stand_in_brackets(sample_folder: Path, cli: Cli) -> None:
    said = cli("read", sample_folder / "papers" / "Class Size counter clean.docx")
    assert said.code == 0
    assert said.out.startswith("District Counter E-3 3/9/27 2:31 pm\n")
    assert "after the [-tenth (10th)-] {+twentieth (20th)+} day of school:" in said.out
    assert "underlined: inserted" in said.err


def test_a_file_that_is_no_paper_is_one_sentence(tmp_path: Path, cli: Cli) -> None:
    file = tmp_path / "picture.docx"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    said = cli("read", file, "--json")
    assert (said.code, said.out) == (2, "")
    assert "Traceback" not in said.err
