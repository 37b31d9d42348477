"""Every kind of paper of the sample negotiation, for all its articles and sessions, read back by its tags."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tablebook.book.book import Book
from tablebook.errors import UserError
from tablebook.jobs import choose_paper
from tablebook.jobs.print_paper import paper_bytes
from tablebook.jobs.sample import make_sample
from tablebook.reports.sheets import Sheet
from tests.unit.reports import test_tags
from tests.unit.reports.tagged import Tagged


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    book = make_sample(tmp_path_factory.mktemp("sample") / "sample.tablebook")
    yield book
    book.close()


def test_each_can_be_heard(sample: Book) -> None:
    sheets = [*_papers(sample)]
    kinds = {type(sheet) for sheet in sheets}
    assert len(kinds) == 6
    for sheet in sheets:
        paper = Tagged(paper_bytes(sheet))
        for check in test_tags.CHECKS:
            check(paper)


def _papers(book: Book) -> Iterator[Sheet]:
    yield choose_paper.ta_summary(book)
    for session in book.negotiation.sessions:
        yield choose_paper.minutes(book, session)
        yield choose_paper.minutes(book, session, joint=True)
    for key in book.negotiation.items:
        for paper in (choose_paper.proposal, choose_paper.redline, choose_paper.ta):
            try:
                yield paper(book, key)
            except UserError:
                continue  # nothing was passed on it yet
