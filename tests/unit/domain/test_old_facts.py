"""What an agreement would print of the contract before it, where no TA touched it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tablebook.book import Book
from tablebook.domain.assembled import Piece, Unit
from tablebook.domain.codes import Party
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.old_facts import old_facts
from tablebook.domain.ratifying import ConformingChange
from tablebook.domain.readiness import readiness
from tablebook.domain.ready_line import Act, Check
from tablebook.domain.successor import Successor, assemble
from tablebook.domain.text import Block, heading, paragraph, table
from tablebook.domain.values import Signature
from tablebook.jobs.make_packet import chosen_packet
from tablebook.jobs.ratify.texts import agree_conforming, let_stand
from tablebook.jobs.sample import make_sample
from tablebook.reports.packet.editions import composed
from tablebook.reports.packet.parts import Grid, Head
from tablebook.reports.packet.sheet import Edition
from tablebook.reports.words import words_of


def unit(*blocks: Block, kind: UnitKind = UnitKind.ARTICLE, title: str = "Term", signed: str = "") -> Unit:
    article = Article(kind, "27", title, blocks)
    return Unit("27", article, article, (Piece("", blocks, signed),))


def found(*units: Unit, term: str = "2027–30") -> list[str]:
    return [one.text for one in old_facts(Successor(Contract("", ()), units), term)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was ratified by the members on May 18, 2024.", ["ratified by the members on May 18, 2024"]),
        ("This Agreement was signed this 28th day of May 2024.", ["signed this 28th day of May 2024"]),
        ("For the District: /s/ P. Wendt, May 28, 2024", ["For the District: /s/ P. Wendt, May 28, 2024"]),
        ("Dated: 5/28/2024", ["Dated: 5/28/2024"]),
        ("By: G. Odell, May 28, 2024", ["By: G. Odell, May 28, 2024"]),
        ("For the school year 2023–24 the stipend is paid on June 30, 2024.", []),
        ("It was ratified by the members on May 18, 2027.", []),
        ("The plan that the Board approved on June 1, 2019, stays.", []),
        ("The payment is made on notification of ratification by August 23, 2023.", []),
        ("An educator hired before July 1, 2009, keeps the step.", []),
        ("Requests signed by the principal are kept for five years.", []),
    ],
)  # fmt: skip
def test_ratification_and_signatures_of_the_last_contract_and_no_other_dates(text: str, told: list[str]) -> None:
    assert found(unit(paragraph(text))) == told
    assert found(unit(paragraph(text), signed="TA 27")) == [], "what a TA says is not of the last contract"
    assert found(unit(paragraph(text), kind=UnitKind.MOU)) == [], "a memorandum keeps its own day"
    assert found(unit(paragraph(text)), term="three years") == []


def test_a_memorandum_that_ends_before_the_new_term_is_told() -> None:
    ends = "This memorandum ends on June 30, 2027."
    memo = paragraph(f"A bookmobile visits each school. {ends}")
    assert found(unit(memo, kind=UnitKind.MOU)) == [ends]
    assert found(unit(memo, kind=UnitKind.MOU, signed="MOU 1")) == []
    assert found(unit(paragraph("It ends on June 30, 2030."), kind=UnitKind.MOU)) == []


def test_the_old_years_over_a_changed_schedule() -> None:
    rows = table([["Step", "BA"], ["1", "$53"]])
    old, new = "Salary Schedule, 2026–27", "Salary Schedule, 2027–30"
    assert found(unit(rows, kind=UnitKind.APPENDIX, title=old, signed="TA 20")) == [old]
    assert found(unit(rows, kind=UnitKind.APPENDIX, title=old)) == [], "a schedule that stays keeps its years"
    assert found(unit(rows, kind=UnitKind.APPENDIX, title=new, signed="TA 20")) == []
    assert found(unit(heading(old), rows, kind=UnitKind.ARTICLE, title="Pay")) == []


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with make_sample(tmp_path / "Lakeview.tablebook") as made:
        yield made


def test_the_sample_has_a_handful_each_with_what_settles_it_and_the_vote_need_not_wait(book: Book) -> None:
    lines = [one for one in readiness(book.negotiation) if one.check is Check.DATES]
    assert [(one.article, one.place, one.act, one.blocks) for one in lines] == [
        ("Parties", "", Act.CONFORMING, False),
        ("Parties", "", Act.CONFORMING, False),
        ("27", "27.6", Act.CONFORMING, False),
        ("27", "27.6", Act.CONFORMING, False),
        ("Appendix A", "", Act.CONFORMING, False),
        ("MOU 1", "", Act.CONFORMING, False),
    ]
    articles = [one.article for one in assemble(book.negotiation).units if one.article]
    texts = " ".join(text for one in articles for text in (one.title, *(block.text for block in one.blocks)))
    for line in lines:
        assert line.old in texts, "a conforming list finds the words that it is offered"


def test_the_board_reads_which_words_were_cleaned_up(book: Book) -> None:
    words = words_of("en")
    change = ConformingChange("12", "class", "Class")
    agree_conforming(
        book, [change], [Signature(party, "A. B.", "2027-04-26") for party in (Party.UNION, Party.EMPLOYER)]
    )
    parts = composed(chosen_packet(book), Edition.BOARD, words).parts
    (grid,) = [one for one in parts if isinstance(one, Grid) and one.name == words("conforming.heading")]
    assert any(row[2:] == ("class", "Class") for row in grid.rows)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_board_reads_them_before_the_text_and_not_those_that_were_let_stand(book: Book, language: str) -> None:
    words = words_of(language)

    def rows() -> list[str]:
        parts = composed(chosen_packet(book), Edition.BOARD, words).parts
        assert any(isinstance(one, Head) and one.text == words("board.look") for one in parts)
        grids = [one for one in parts if isinstance(one, Grid) and one.name == words("board.look")]
        return [row[1] for grid in grids for row in grid.rows]

    before = rows()
    assert before[-2:] == [
        "Salary Schedule, 2026–27",
        "This memorandum ends on June 30, 2027, unless both parties renew it in writing.",
    ]
    assert len(before) == 6
    code = chosen_packet(book).fingerprint
    for line in [one for one in readiness(book.negotiation) if one.check is Check.DATES][:-1]:
        let_stand(book, line.key, line.seen, "It is printed with the signatures of then.")
    assert rows() == before[-1:]
    assert chosen_packet(book).fingerprint == code, "looking at it makes no other packet"
