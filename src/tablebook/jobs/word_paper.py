"""A paper as a Word file: with tracked changes, or clean. What it says comes from its sheet alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from tablebook.book.book import Book
from tablebook.documents.tracked.paper import (
    FACTS,
    HEADING,
    NOTE,
    SIGNATURE,
    SIGNED,
    TITLE,
    Line,
    Original,
    WordPaper,
    marked,
    word_file,
)
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import Block
from tablebook.errors import UserError
from tablebook.redline.marks import Author, MarkedBlock
from tablebook.reports.sheets import Masthead, ProposalSheet, RedlineSheet, Sheet, TaSheet, TaText

Content = Iterator[Line | MarkedBlock]


def has_word_form(sheet: Sheet) -> bool:
    """Whether this paper is one of contract language, which the other side goes on writing in."""
    return isinstance(sheet, ProposalSheet | RedlineSheet | TaSheet)


def word_bytes(
    sheet: Sheet,
    *,
    clean: bool = False,
    original: Original | None = None,
    page: str = "letter",
    names: Mapping[str, str] | None = None,
) -> bytes:
    """The paper of a sheet as a Word file. ``names`` are those of hands that are no party of the masthead."""
    if isinstance(sheet, ProposalSheet):
        content, title = _proposal(sheet), sheet.title
    elif isinstance(sheet, RedlineSheet):
        content, title = _redline(sheet), ", ".join(part for part in (sheet.title, sheet.heading) if part)
    elif isinstance(sheet, TaSheet):
        content, title = _ta(sheet), f"{sheet.title} {sheet.label}"
    else:
        raise UserError(
            "This paper has no Word form.",
            "Proposals, redlines and TA sheets can be Word files; minutes and the TA log are printed.",
            "Choose a name that ends in .pdf.",
        )
    text = tuple(content)
    moments = {(hand.party, hand.label): hand.at for hand in sheet.hands}
    known = names or {}

    def name(author: Author) -> str:
        return known.get(author.party) or sheet.masthead.short(author.party) or "Changed"

    def when(author: Author) -> datetime:
        return moments.get((author.party, author.label), sheet.made)

    legend = () if clean else tuple(_legend(sheet.masthead, text, known))
    closing = closing_line(sheet.masthead, sheet.fingerprint)
    paper = WordPaper(
        title,
        (*text, *legend, *((Line(NOTE, closing),) if closing else ())),
        (sheet.masthead.parties, sheet.masthead.agreement),
        title,
        name,
        when,
        page,
    )
    return word_file(paper, original, clean)


def closing_line(masthead: Masthead, code: str) -> str:
    """The last line of a Word file: the code of its text, and whether it is the sample."""
    return " ".join(filter(None, ("Fictional sample." if masthead.fictional else "", code and f"Text {code}")))


def original_of(book: Book) -> Original | None:
    """The contract's own Word file with its text, where the book was made from one."""
    made = book.negotiation.made
    if made is None or made.source is None or not made.source.name.lower().endswith(".docx"):
        return None
    return Original(book.attachment(made.source.digest), contract_blocks(book.negotiation))


def contract_blocks(state: Negotiation) -> tuple[Block, ...]:
    """All blocks of the contract in force, in print order."""
    articles = state.made.contract.articles if state.made is not None else ()
    return tuple(block for article in articles for block in article.blocks)


def _facts(*said: tuple[str, str]) -> Content:
    for name, words in said:
        if words:
            yield Line(FACTS, f"{name}: {words}")


def _between(masthead: Masthead) -> Content:
    yield from _facts(
        ("Between", masthead.parties), ("Unit", masthead.unit), ("For", masthead.agreement)
    )  # fmt: skip


def _proposal(sheet: ProposalSheet) -> Content:
    yield Line(TITLE, sheet.title)
    yield from _between(sheet.masthead)
    people = " to ".join(part for part in (sheet.handed_by, sheet.handed_to) if part)
    yield from _facts(
        ("Label", sheet.label),
        ("Kind", sheet.kind),
        ("Handed over", ", ".join(part for part in (sheet.date, sheet.time, sheet.session) if part)),
        ("From, to", people or sheet.masthead.short(sheet.party)),
        ("Answers", sheet.answers),
        ("Effective", sheet.effective),
        ("Condition", sheet.conditions),
        ("Open until", sheet.expiry),
        ("Reason", sheet.expiry_reason),
        ("Terms", sheet.terms),
    )
    for item in sheet.items:
        yield Line(HEADING, item.heading)
        yield from _facts(
            ("Label", item.label if item.label != sheet.label else ""),
            ("Kind", item.form if item.form != sheet.kind else ""),
            ("Answers", item.answers if item.answers != sheet.answers else ""),
            ("Effective", item.effective if item.effective != sheet.effective else ""),
            ("Condition", item.conditions if item.conditions != sheet.conditions else ""),
            ("Passes", "; ".join(line.text for line in item.passes)),
        )
        if item.prose:
            yield Line("", item.prose)
        yield from item.blocks
        if item.not_part:
            yield Line(NOTE, item.not_part)
    if sheet.reservation:
        yield Line(NOTE, sheet.reservation)


def _redline(sheet: RedlineSheet) -> Content:
    yield Line(TITLE, ", ".join(part for part in (sheet.title, sheet.heading) if part))
    yield from _between(sheet.masthead)
    yield from _facts(("Compared", sheet.compared), ("Passes", "; ".join(line.text for line in sheet.passes)))
    yield from sheet.blocks
    for words in sheet.notes:
        yield Line(NOTE, words)


def _ta(sheet: TaSheet) -> Content:
    yield Line(TITLE, f"{sheet.title} {sheet.label}")
    yield from _between(sheet.masthead)
    if sheet.notice:
        yield Line(NOTE, sheet.notice)
    yield from _facts(("Session", sheet.session), ("Effective", sheet.effective), ("Conditions", sheet.conditions))
    for text in sheet.texts:
        yield from _ta_text(text)
    for words in (sheet.leftovers, sheet.left_count, sheet.subject_to):
        if words:
            yield Line(NOTE, words)
    for side in sheet.signatures:
        yield Line(SIGNATURE, side.heading)
        for one in side.signed:
            said = (one.name, one.title, one.date, one.time, one.how)
            yield Line(SIGNED, ", ".join(part for part in said if part))
        if not side.signed:
            yield Line(SIGNED, "Signed ______________________________  Date ______________  Time ________")


def _ta_text(text: TaText) -> Content:
    yield Line(HEADING, text.heading)
    yield from _facts(("Accepted", text.accepted), ("Replaces", text.supersedes), ("Effective", text.effective))
    for edit in text.edits:
        words = f"“{edit.old}” struck, “{edit.new}” written" if edit.old else f"“{edit.new}” written"
        yield from _facts(
            (edit.name.capitalize(), ", ".join(part for part in (edit.place, words, edit.initials) if part))
        )
    yield from text.redline or tuple(map(marked, text.clean))
    if text.rest:
        yield Line(NOTE, text.rest)


def _legend(masthead: Masthead, content: tuple[Line | MarkedBlock, ...], known: Mapping[str, str]) -> Content:
    """Whose tracked changes these are, in words: Word's own colours are each reader's own."""
    parties: dict[str, None] = {}
    offered = False
    for block in (one for one in content if isinstance(one, MarkedBlock)):
        fates = [(run.writer, run.striker) for run in block.all_runs]
        fates += [(fate.writer, fate.striker) for fate in (block.start, *block.row_fates)]
        for writer, striker in fates:
            parties.update(dict.fromkeys(hand.party for hand in (writer, striker) if hand is not None))
            offered = offered or (writer is not None and striker is not None)
    if not parties:
        return
    who = ", ".join(known.get(party) or masthead.short(party) or "Changed" for party in parties)
    yield Line(NOTE, tracked_words(who, offered=offered))


def tracked_words(who: str, *, offered: bool) -> str:
    """What the end of a paper says of its tracked changes. ``offered``: one hand struck words of another."""
    both = "Words offered by the one and struck by the other are an insertion and a deletion at once. "
    return (
        f"The changes are tracked, each with its author and the date it was handed over: {who}. "
        + (both if offered else "")
        + "All accepted, this is the text as marked; all rejected, the text it was compared with."
    )
