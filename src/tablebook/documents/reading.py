"""What a reading gives back: the contract or document found, and what a person should look at."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from tablebook.domain.contract import Article, Contract
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block
from tablebook.errors import UserError


class NoArticles(UserError):  # noqa: N818 - what a paper lacks
    """A document that can be read and in which no article was found: no contract, or one without numbered headings."""


class NoText(UserError):  # noqa: N818 - what a paper lacks
    """A file in which nothing can be read: pictures of pages, or nothing at all."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One place of the outline that a person should look at. ``block`` is the index in the article's blocks, -1 for
    its heading. ``proposal`` says what could be done. ``words`` are the printed words in question, where the doubt is
    about words that no unit holds."""

    code: str
    message: str
    page: int | None = None
    article_key: str | None = None
    block: int = -1
    proposal: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Warning_:  # noqa: N801 - "Warning" is a built-in name
    """Something in the file that the reading could not take in or had to leave out. ``words`` are the printed words in
    question, ``pages`` all pages it is about where they are several."""

    code: str
    page: int | None
    message: str
    words: str = ""
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A contract as it was read. ``front`` is the title page and ``contents`` the table of contents, kept so that
    nothing of the paper is lost."""

    contract: Contract
    pages: int | None = None
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[Warning_, ...] = ()
    name: str = ""
    front: tuple[Block, ...] = field(default=())
    contents: tuple[str, ...] = field(default=())

    @property
    def articles(self) -> tuple[Article, ...]:
        """The units in print order."""
        return self.contract.articles

    @property
    def blocks(self) -> tuple[tuple[str, int, Block], ...]:
        """(unit key, index in the unit, block) in reading order."""
        return tuple(
            (key, index, block)
            for key, article in self.contract.by_key.items()
            for index, block in enumerate(article.blocks)
        )


def outline_json(reading: Reading) -> dict[str, Any]:
    """The outline as the command line prints it."""
    return {
        "articles": [
            {
                "kind": str(article.kind),
                "number": article.number,
                "title": article.title,
                "page": article.page,
                "sections": [
                    {"number": block.section, "title": block.text if block.kind == "heading" else ""}
                    for block in article.blocks
                    if block.section
                ],
            }
            for article in reading.articles
        ],
        "warnings": [
            *({"code": w.code, "page": w.page, "message": w.message} for w in reading.warnings),
            *({"code": d.code, "page": d.page, "message": d.message} for d in reading.doubts),
        ],
    }
