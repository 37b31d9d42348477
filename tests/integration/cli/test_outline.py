"""``tablebook outline`` and ``tablebook new``: what a contract is made of, and the book that is made from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tablebook.jobs.open_book import open_book
from tests.integration.cli.conftest import Cli, Writer

WHO = ("--union", "The Union", "--employer", "The Board", "--we", "union")


@pytest.mark.parametrize(
    ("name", "articles", "others"),
    [("lakeview", 27, 5), ("stea", 31, 11), ("lane", 8, 3), ("kingsley", 29, 15)],
)
def test_the_outline_has_the_fields_promised(
    contracts: dict[str, Path], cli: Cli, name: str, articles: int, others: int
) -> None:
    outline_has_its_fields(cli, contracts[name], articles, others)


def test_the_outline_of_a_pdf_names_its_pages(shared_data: Path, cli: Cli) -> None:
    outline_has_its_fields(cli, shared_data / "portland-me-teachers" / "pea-contract-2019-2022.pdf", 29, 18)


def outline_has_its_fields(cli: Cli, file: Path, articles: int, others: int) -> None:
    """What the command page promises of the JSON, and the numbers of units."""
    said = cli("outline", file, "--json")
    assert said.code == 0
    assert set(said.json) >= {"articles", "warnings"}
    for unit in said.json["articles"]:
        assert set(unit) >= {"kind", "number", "title", "page", "sections"}
        assert unit["kind"] in ("article", "appendix", "mou", "preamble")
        assert unit["page"] is None or unit["page"] >= 1
        assert all(set(section) >= {"number", "title"} for section in unit["sections"])
    for warning in said.json["warnings"]:
        assert set(warning) >= {"code", "page", "message"}
        assert warning["message"]
    kinds = [unit["kind"] for unit in said.json["articles"]]
    assert (kinds.count("article"), len(kinds) - kinds.count("article")) == (articles, others)


def test_the_outline_for_a_person(contracts: dict[str, Path], cli: Cli) -> None:
    said = cli("outline", contracts["lakeview"])
    assert said.code == 0
    assert "article 12 Class Size and Caseload\n    12.1  Class size limits\n" in said.out
    assert "Appendix" not in said.err


def test_a_document_that_is_no_contract_has_no_articles_and_says_why(cli: Cli, paper: Writer) -> None:
    letter = paper("Dear all,\n\nthe meeting is on Tuesday.\n\nKind regards\n")
    said = cli("outline", letter, "--json")
    assert said.code == 0
    assert said.json["articles"] == []
    (warning,) = said.json["warnings"]
    assert "No articles were found in paper.txt" in warning["message"]
    plain = cli("outline", letter)
    assert (plain.code, plain.out) == (0, "")
    assert "No articles were found in paper.txt" in plain.err


def test_a_book_is_never_made_of_no_contract(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    said = cli("new", tmp_path / "New.tablebook", "--contract", paper("Dear all."), *WHO)
    assert said.is_refusal()
    assert [each.name for each in tmp_path.iterdir()] == ["paper.txt"]


# new


@pytest.fixture
def make(cli: Cli, contracts: dict[str, Path], tmp_path: Path) -> Callable[..., object]:
    def new(**changed: object) -> object:
        given = {"contract": contracts["lane"], "union": "The Union", "employer": "The Board", "we": "union", **changed}
        options = [str(each) for name, value in given.items() if value is not None for each in (f"--{name}", value)]
        return cli("new", tmp_path / "New.tablebook", *options)

    return new


def test_a_new_book(cli: Cli, contracts: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "A new “book”.tablebook"
    said = cli("new", path, "--contract", contracts["lane"], *WHO, "--term", "2027–30")
    assert (said.code, said.out) == (0, f"{path}\n")
    found = cli("status", path, "--json").json
    assert found["negotiation"]["union"] == "The Union"
    assert found["negotiation"]["employer"] == "The Board"
    assert found["negotiation"]["we"] == "union"
    assert [one["number"] for one in found["articles"]] == [*map(str, range(1, 9)), "Appendix A", "Appendix B"]
    assert {one["state"] for one in found["articles"]} == {"not-opened"}
    assert found["unresolved"] == []
    assert found["packages"] == []
    with open_book(path, read_only=True) as book:
        made = book.negotiation.made
        assert made is not None
        assert made.source is not None
        assert book.attachment(made.source.digest) == contracts["lane"].read_bytes()


def test_no_file_is_overwritten(cli: Cli, contracts: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "New.tablebook"
    path.write_text("something of mine", encoding="utf-8")
    said = cli("new", path, "--contract", contracts["lane"], *WHO)
    assert said.is_refusal()
    assert "New.tablebook" in said.err
    assert path.read_text(encoding="utf-8") == "something of mine"
    assert [each.name for each in tmp_path.iterdir()] == ["New.tablebook"]


@pytest.mark.parametrize(
    "changed",
    [
        {"contract": "not there.docx"},
        {"contract": None},
        {"union": "  "},
        {"employer": ""},
        {"employer": None},
        {"we": "mediator"},
        {"we": "us"},
        {"we": None},
    ],
    ids=str,
)
def test_what_is_missing_leaves_no_book(
    make: Callable[..., object], tmp_path: Path, changed: dict[str, object]
) -> None:
    said = make(**changed)
    assert said.is_refusal(), said  # type: ignore[attr-defined]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(cli: Cli, contracts: dict[str, Path], tmp_path: Path) -> None:
    said = cli("new", tmp_path / "nowhere" / "New.tablebook", "--contract", contracts["lane"], *WHO)
    assert said.is_refusal(), said
    assert list(tmp_path.iterdir()) == []
