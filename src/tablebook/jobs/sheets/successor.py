"""The sheet of the successor agreement: the whole of it, clean or marked against the current contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tablebook.domain.assembled import Unit
from tablebook.domain.closing_lines import in_print
from tablebook.domain.contract import Article
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.note_signs import block_in_order, shown_signs
from tablebook.domain.phrases import listed
from tablebook.domain.successor import Successor
from tablebook.domain.text import Block, fingerprint, heading, short_code
from tablebook.jobs.sheets.wording import counted, day, masthead
from tablebook.redline.compare import compare
from tablebook.redline.marks import Author, MarkedBlock
from tablebook.reports.sheets import RedlineSheet

TAS = "Tentative agreements"
"""Whose changes these are, where one name has to stand for all TAs."""
COMPARED = "The TAs in force against the current contract, as of "
"""What the marked agreement says above its text, before the day it was made."""


def successor_sheet(state: Negotiation, successor: Successor, made: datetime, *, tracked: bool) -> RedlineSheet:
    """The agreement as one paper. Marked, it says what keeps its current language. Clean, it has no words but the
    agreement's own, and what the parties have still to settle."""
    head = masthead(state)
    blocks = tuple(_blocks(successor.units if tracked else _notes_counted(successor.units), tracked))
    return RedlineSheet(
        head,
        head.agreement or "Agreement",
        f"{COMPARED}{day(made)}" if tracked else "",
        blocks,
        made,
        text_code(successor),
        notes=tuple(closing_notes(state, successor, tracked=tracked)),
    )


def text_code(successor: Successor) -> str:
    """The code of the agreement's whole text, as papers print it."""
    return short_code(fingerprint(block for article in successor.contract.articles for block in text_of(article)))


def closing_notes(state: Negotiation, successor: Successor, *, tracked: bool) -> Iterator[str]:
    """What the paper says below the agreement's own words."""
    if tracked:
        yield from _kept(successor)
    yield from _to_settle(state, successor)


def _kept(successor: Successor) -> Iterator[str]:
    standing = [successor.by_key[key].article for key in successor.not_agreed]
    names = [article.name for article in standing if article is not None]
    if names:
        yield f"No TA, current contract language: {listed(names)}."


def _to_settle(state: Negotiation, successor: Successor) -> Iterator[str]:
    if successor.clashes:
        places = [f"{place_words(state, one.unit, one.place)} ({listed(one.agreements)})" for one in successor.clashes]
        yield f"TAs that say other words of one place; current language stands there: {listed(places)}."
    if successor.waiting:
        units = [f"{state.named_unit(one.unit)} ({one.agreement})" for one in successor.waiting]
        yield f"A TA says what to do, and the result is not confirmed; current language stands there: {listed(units)}."
    if successor.lapsed:
        places = [f"{place_words(state, one.unit, one.place)} ({one.agreement})" for one in successor.lapsed]
        yield f"Settled by a TA that was replaced by one which does not speak of it: {listed(places)}."
    dead = sum(one.dead for one in successor.references)
    if dead:
        yield f"{counted(dead, 'cross-reference leads', 'cross-references lead')} nowhere."


def place_words(state: Negotiation, unit: str, place: str) -> str:
    """ "Section 7.3 of Article 7", "Article 7", for a sentence."""
    name = state.named_unit(unit)
    return f"Section {place} of {name}" if place else name


def text_of(article: Article) -> Iterator[Block]:
    """A unit as it is printed: its heading, and its paragraphs."""
    yield _heading(article)
    yield from article.blocks


def _heading(article: Article) -> Block:
    """The unit's name and title, as they stand over its text."""
    return heading(article.title, article.heads) if article.title and article.heads else heading(article.heading)


def _blocks(units: Sequence[Unit], tracked: bool) -> Iterator[MarkedBlock]:
    """All units in the order of print; one that is no more stands where it stood."""
    order = in_print([(unit.key, unit.article or unit.base, None in (unit.base, unit.article)) for unit in units])
    marked = {unit.key: _unit(unit, tracked) for unit in units}
    for one in order:
        blocks = marked[one.unit]
        yield from blocks[_at(blocks, one.start) if one.start else 0 : _at(blocks, one.end)]


def _notes_counted(units: Sequence[Unit]) -> list[Unit]:
    """The units with their footnotes counted through, as print has them."""
    whole = [block.printed for unit in units if unit.article for block in unit.article.blocks]
    shown = shown_signs(whole)
    if not shown:
        return list(units)
    return [replace(unit, article=unit.article and _counted(unit.article, shown)) for unit in units]


def _counted(article: Article, shown: Mapping[str, str]) -> Article:
    return replace(article, blocks=tuple(block_in_order(block, shown) for block in article.blocks))


def _at(blocks: Sequence[MarkedBlock], place: int) -> int:
    """Where a block of a unit stands among the marked ones, which begin with its heading; their end where it is none of
    the unit's."""
    return next((at for at, block in enumerate(blocks) if block.new_index == place + 1), len(blocks))


def _unit(unit: Unit, tracked: bool) -> Sequence[MarkedBlock]:
    new = tuple(text_of(unit.article)) if unit.article is not None else ()
    old = tuple(text_of(unit.base)) if unit.base is not None else ()
    if not tracked or unit.base == unit.article:
        return compare(new, new).blocks
    return compare(old, new, Author("joint", listed(unit.agreements))).blocks
