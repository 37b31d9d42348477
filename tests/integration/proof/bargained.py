"""A book in which a real contract was bargained on: sections amended, brought in and struck, through the jobs."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from tablebook.book.book import Book
from tablebook.clock import FixedClock
from tablebook.domain.codes import Party
from tablebook.domain.contract import Contract, UnitKind
from tablebook.domain.text import Block, BlockKind, heading, paragraph, sections_of
from tablebook.domain.values import Part
from tablebook.ids import SeededIds
from tablebook.jobs.agree import agree, agreed_on
from tablebook.jobs.new_book import Who, make_book
from tablebook.jobs.pass_text import offer, pass_texts
from tablebook.jobs.targets import find_target

NEW_WORDS = (
    "Members of the unit who serve as mentors during a school year receive a stipend of $1,250, paid in two equal "
    "parts. "
    "The joint committee meets at least four (4) times each year and reports its findings in writing by May 15."
)


def _amended(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The section with changes in several places: other verbs, other figures, a sentence more."""
    out = []
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH and len(block.text.split()) > 8:
            text = re.sub(r"\bshall\b", "must", block.text)
            text = re.sub(r"\((\d{1,2})\)", lambda m: f"({int(m[1]) + 7})", text)
            text = re.sub(r"\bwritten\b", "electronic", text)
            block = block.with_text(text)
        out.append(block)
    out.append(paragraph("Both parties review how this section works before the end of each June."))
    return tuple(out)


def bargained(path: Path, contract: Contract, amend: int = 4) -> Book:
    """A new book of the contract in which ``amend`` sections are changed, one article gets a section more and one
    section is struck, each under its own TA. The book is open."""
    clock, ids = FixedClock(datetime(2026, 3, 2, 18, 5, tzinfo=UTC)), SeededIds()
    who = Who("The Union", "The Board", Party.UNION)
    book = make_book(path, contract, who, clock=clock, ids=ids, origin="table")
    articles = [
        (key, unit)
        for key, unit in contract.by_key.items()
        if unit.kind is UnitKind.ARTICLE
        and len(unit.sections) > 2
        and len({s.number for s in unit.sections}) == len(unit.sections)
    ]
    step = max(len(articles) // (amend + 2), 1)
    chosen = articles[::step][: amend + 2]
    for number, (key, unit) in enumerate(chosen):
        sections = {name: text for name, text in sections_of(unit.blocks).items() if name}
        place = max(sections, key=lambda name: sum(len(b.text) for b in sections[name] if not b.rows))
        if number == amend:
            last = list(sections)[-1]
            stem, _, figure = last.rpartition(".")
            after = chr(ord(figure[0]) + 1) if figure.isalpha() else str(int(re.match(r"\d+", figure)[0]) + 1)  # type: ignore[index]
            name = f"{stem}.{after}" if stem else after
            first = sections[last][0]
            label = first.label.replace(figure, after, 1) if figure in first.label else name
            part = Part(name, (heading("Mentors", label, section=name, level=2), paragraph(NEW_WORDS)), new=True)
        elif number == amend + 1:
            part = Part(list(sections)[1], deleted=True)
        else:
            part = Part(place, _amended(sections[place]))
        sign(book, key, part)
    return book


def sign(book: Book, key: str, part: Part) -> None:
    """One part passed by the union and agreed by both."""
    state = book.negotiation
    body = offer(state, find_target(state, key), Party.UNION, (part,))
    pass_texts(book, [body])
    accepted = book.negotiation.find_pass(key, body.label)
    assert accepted is not None
    agree(book, [agreed_on(book.negotiation, accepted)])
