"""A paper that gives an article another title: "ARTICLE 2 – SEVERABILITY", where the contract has "Savings", above the
sections that it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tablebook.domain.contract import Article, same_number
from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_words import sounds_like_one
from tablebook.domain.item_headings import item_heading
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.own_heading import named_heading, retitled
from tablebook.domain.text import Block, BlockKind
from tablebook.jobs.findings.remarks import is_remark
from tablebook.jobs.own_lines import bare_words
from tablebook.jobs.paper_items import alike
from tablebook.jobs.targets import Target

_OF_PAPER = re.compile(
    r"(?i)\b(?:proposals?|counter\w*|responses?|offers?|drafts?|package|tentative|agreement|final|redline|ta|"
    r"sections?|pages?|continued|union|association|district|employer|board|20\d\d)\b"
)
"""Words of a paper's own heading, which are no title of an article."""


@dataclass(frozen=True, slots=True)
class NewTitle:
    """The line with the new title, as a heading of the article, and what to say of it."""

    line: Block
    said: str


def new_title(state: Negotiation, target: Target, new: Sequence[Block], old: Sequence[Block] | None) -> NewTitle | None:
    """The title that a paper gives an article in place of the contract's. On a marked paper its old text must have the
    contract's; elsewhere a title that is only written a little otherwise is no new one."""
    item = state.items.get(target.key)
    if item is None or item.new or target.place or not item.article.sections or not item.article.title:
        return None
    was = [title for _, title in _titled(item.article, old or ())]
    for line, title in _titled(item.article, new):
        if bare_words(title) == bare_words(item.article.title) or is_remark(title):
            continue
        if sounds_like_one(title) or not re.search(r"[^\W\d_]", title):  # "Article 8: 8.2: strike …" calls it nothing
            continue
        if old is not None:
            sure = any(bare_words(one) == bare_words(item.article.title) for one in was)
        else:
            own, other = (set(bare_words(each).split()) for each in (title, item.article.title))
            near = alike(title, item.article.title) or own <= other or other <= own
            sure = not near and not _OF_PAPER.search(title)
        if sure:
            said = (
                f"The paper calls {item.article.name} “{title}”, the contract “{item.article.title}”: it is retitled."
            )
            return NewTitle(replace(line, kind=BlockKind.HEADING), said)
    return None


def _titled(article: Article, blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """The lines above the first section that name this article with a title."""
    for block in blocks:
        if block.section:
            return
        named = named_heading(article.kind, block.printed) if block.kind is not BlockKind.TABLE else None
        if named is None or item_heading(block.printed) is None:  # "Article 2 (Savings) is deleted." is a sentence
            continue
        if named.title and (retitled(article, named) or same_number(named.number, article.number)):
            yield block, named.title


def without_line(blocks: Sequence[Block], title: NewTitle | None) -> tuple[Block, ...]:
    """The blocks without the line with the new title."""
    return tuple(block for block in blocks if title is None or block.printed != title.line.printed)
