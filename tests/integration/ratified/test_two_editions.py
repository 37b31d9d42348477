"""A real contract, one signed paper on all that the next edition changed, and the edition that was ratified: the
paper's items are placed, recorded, assembled, and compared with what was really ratified."""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tablebook.__main__ import main
from tablebook.documents.read import read_contract
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import same_words
from tests.integration.ratified.signed_papers import Pair, as_pdf, signed_paper

DATA = Path(__file__).parents[2] / "data"
BEFORE = DATA / "or-kingsley-2023-2025" / "agreement-unmarked.txt"
AFTER = DATA / "or-kingsley-2025-2027" / "agreement-unmarked.txt"
UNION, EMPLOYER = "IAFF Local 3340", "Oregon Military Department"


def words(article: Article) -> list[str]:
    return same_words(" ".join(block.printed for block in article.blocks)).split()


def articles(contract: Contract) -> dict[str, Article]:
    found: dict[str, Article] = {}
    for unit in contract.articles:
        if unit.kind is UnitKind.ARTICLE:
            found.setdefault(unit.number, unit)
    return found


@dataclass(frozen=True)
class Ratified:
    """What came of a chain: the items as listed, the articles assembled and those ratified, and the book."""

    items: dict[str, dict[str, object]]
    signed: tuple[Pair, ...]
    assembled: dict[str, Article]
    ratified: dict[str, Article]
    book: Path

    def other_words(self, number: str) -> list[tuple[str, str]]:
        """What is assembled and what is ratified, where an article differs."""
        old, new = words(self.assembled[number]), words(self.ratified[number])
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return [(" ".join(old[a:b]), " ".join(new[c:d])) for tag, a, b, c, d in steps if tag != "equal"]


def signed_pairs() -> tuple[Pair, ...]:
    before, after = articles(read_contract(BEFORE).contract), articles(read_contract(AFTER).contract)
    pairs: list[Pair] = []
    for number, old in before.items():
        new = None if number == "16A" else after.get("16" if number == "16B" else number)
        if new is None or words(old) != words(new) or old.title != new.title:
            pairs.append((old, new))
    return (*pairs, (None, after["29"]))


def chain(folder: Path, capsys: pytest.CaptureFixture[str], *, gaps: bool = False, pdf: bool = False) -> Ratified:
    pairs = signed_pairs()
    paper = signed_paper(folder / "TA.docx", pairs, union=UNION, employer=EMPLOYER, gaps=gaps)
    if pdf:
        printed = as_pdf(paper)
        if printed is None:
            pytest.skip("No office program is here to print the paper.")
        paper = printed
    book, out = folder / "book.tablebook", folder / "successor.txt"

    def run(*arguments: object) -> str:
        capsys.readouterr()
        assert main([str(each) for each in arguments]) == 0
        return capsys.readouterr().out

    run("new", book, "--contract", BEFORE, "--union", UNION, "--employer", EMPLOYER, "--we", "union")
    listed = json.loads(run("read", paper, "--for", book, "--json"))
    assert listed["unplaced"] == []
    run("pass", book, "--all", "--from", "joint", "--file", paper, "--label", "TA-1")
    for item in listed["items"]:
        run("agree", book, "--article", item["article"], "--label", "TA-1")
    run("assemble", book, "-o", out)
    items = {item["article"]: item for item in listed["items"]}
    ratified = articles(read_contract(AFTER).contract)
    return Ratified(items, pairs, articles(read_contract(out).contract), ratified, book)


def test_every_item_of_a_word_file_is_placed_and_comes_out_as_ratified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = chain(tmp_path, capsys)
    named = {old.number for old, _ in done.signed if old is not None}
    assert set(done.items) == named | {"New: 16 PERSONAL LEAVE", "New: 29 SALARY ADMINISTRATION"}
    assert all(item["left"] is None for item in done.items.values())
    other = {number: found for number in done.ratified if (found := done.other_words(number))}
    # "NEW: 2025" closes the new article; on a signed paper such a line is a remark, and the program says so.
    assert other == {"29": [("", "NEW: 2025")]}
    assert set(done.assembled) == set(done.ratified)


def test_what_was_ratified_is_proved_with_nothing_found_in_any_signed_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = chain(tmp_path, capsys)
    capsys.readouterr()
    assert main(["proof", str(done.book), str(AFTER), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    plain = {f"{unit.number}" for unit in done.ratified.values()}
    assert [one for one in found if one["article"] in plain] == []
    wrong = tmp_path / "typed.txt"
    wrong.write_text(AFTER.read_text("utf-8").replace("Dollars ($400) of", "Dollars ($500) of"), "utf-8")
    assert main(["proof", str(done.book), str(wrong), "--json"]) == 1
    planted = [one for one in json.loads(capsys.readouterr().out)["findings"] if one["article"] in plain]
    assert [(one["article"], one["kind"]) for one in planted] == [("7", "altered")]
    # The letters and schedules that changed were on no signed paper: all of that is told, and is true.
    assert {"PAY EQUITY", "Appendix B"} <= {one["article"] for one in found}


def test_left_out_paragraphs_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = chain(tmp_path, capsys, gaps=True)
    other = {number: found for number in done.ratified if (found := done.other_words(number))}
    # Article 16 is new to the book, so that its gap stays to be answered. In Article 21 "4. Discharge." of a list is
    # read as Section 4, which bears that title.
    assert set(other) == {"16", "21", "29"}
    assert other["16"][0][0] == "* * *"


def test_a_printed_paper_differs_in_blanks_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = chain(tmp_path, capsys, pdf=True)
    exact = [number for number in done.ratified if not done.other_words(number)]
    assert len(exact) >= 25
    squeezed = [
        number
        for number in done.ratified
        if "".join(sorted("".join(words(done.assembled[number]))))
        == "".join(sorted("".join(words(done.ratified[number]))))
    ]
    assert set(done.ratified) - set(squeezed) == {"29"}
