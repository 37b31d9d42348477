"""Real contracts against outlines made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.documents.read import read_contract
from tablebook.documents.reading import NoArticles
from tests.integration.documents.scoring import OWN, OWN_PAPERS, SHARED_PAPERS, found_rows, gold_rows, score


def check(folder: Path, paper: str, gold: str) -> None:
    wanted, got = gold_rows(folder / gold), found_rows(read_contract(folder / paper))
    articles = score(wanted, got, "article")
    assert articles.recall >= 0.95
    assert articles.precision >= 0.95
    if any(row[0] == "section" for row in wanted):
        sections = score(wanted, got, "section")
        assert sections.recall >= 0.97
        assert sections.precision >= 0.97
    behind = [score(wanted, got, kind) for kind in ("appendix", "mou")]
    assert sum(figures.right for figures in behind) >= 0.89 * sum(figures.gold for figures in behind)
    assert all(figures.precision >= 0.95 for figures in behind)


@pytest.mark.parametrize(("paper", "gold"), OWN_PAPERS)
def test_contracts_kept_with_the_tests(paper: str, gold: str) -> None:
    check(OWN, paper, gold)


@pytest.mark.parametrize(("paper", "gold"), SHARED_PAPERS)
def test_contracts_beside_the_repository(shared_data: Path, paper: str, gold: str) -> None:
    check(shared_data, paper, gold)


def test_pages_without_text_are_named(shared_data: Path) -> None:
    reading = read_contract(shared_data / "portland-me-teachers" / "pea-contract-2019-2022.pdf")
    (empty,) = [warning for warning in reading.warnings if warning.code == "page-without-text"]
    assert "46, 77" in empty.message
    missing = [warning.message for warning in reading.warnings if warning.code == "contents-not-in-text"]
    assert any("ARTICLE 30" in message and "46, 77" in message for message in missing)


def test_sample_in_word_and_in_markdown_is_one_contract(sample_folder: Path) -> None:
    word = read_contract(sample_folder / "contract.docx").contract
    text = read_contract(sample_folder / "contract.md").contract
    for contract in (word, text):
        kinds = [str(article.kind) for article in contract.articles]
        assert (kinds.count("article"), kinds.count("appendix"), kinds.count("mou")) == (27, 3, 1)
        assert sum(len(article.sections) for article in contract.articles) == 175
    assert word.keys == text.keys
    for one, other in zip(word.articles, text.articles, strict=True):
        assert [(b.kind, b.label, b.section, b.text) for b in one.blocks] == [
            (b.kind, b.label, b.section, b.text) for b in other.blocks
        ]


def test_salary_schedule_comes_in_as_a_table(sample_folder: Path) -> None:
    contract = read_contract(sample_folder / "contract.docx").contract
    (table,) = [block for block in contract.by_key["Appendix A"].blocks if block.rows]
    assert table.rows[0] == ("Step", "BA", "BA+30", "MA", "MA+15", "MA+30")
    assert table.rows[9] == ("9", "$64,629", "$68,835", "$73,041", "$77,247", "$81,453")


def test_final_offer_in_pdf(shared_data: Path) -> None:
    contract = read_contract(shared_data / "grinnell-dining" / "college-final-offer.pdf").contract
    articles = [article for article in contract.articles if article.kind == "article"]
    assert [article.number for article in articles][:4] == ["I", "II", "III", "IV"]
    assert [section.number for section in articles[0].sections] == ["1.1", "1.2"]
    assert articles[0].sections[0].title == "Exclusive Representative"


@pytest.mark.parametrize("paper", ["README.md", "docs/guide/at-the-table.md", "docs/guide/command-line.md"])
def test_a_guide_with_headings_is_no_contract(root: Path, paper: str) -> None:
    with pytest.raises(NoArticles, match="No articles were found"):
        read_contract(root / paper)


def test_a_report_with_lettered_headings_is_no_contract(shared_data: Path) -> None:
    with pytest.raises(NoArticles):
        read_contract(shared_data / "sf-feb5" / "perb_fact-finding-report_2026-02.pdf")
