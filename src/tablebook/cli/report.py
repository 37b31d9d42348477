"""tablebook report: a paper as PDF or as a Word file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import code
from tablebook.cli.report_packet import Looks, report_packet
from tablebook.cli.report_vote import report_vote
from tablebook.errors import UserError

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.jobs import choose_paper


class Kind(StrEnum):
    """The papers that can be printed."""

    PROPOSAL = "proposal"
    TA_SHEET = "ta-sheet"
    TA_SUMMARY = "ta-summary"
    TOTAL_TA = "total-ta"
    MINUTES = "minutes"
    REDLINE = "redline"
    PACKET = "packet"
    TALLY_SHEET = "tally-sheet"
    VOTE_RECORD = "vote-record"


def report(
    kind: Annotated[str, typer.Argument(help=f"{', '.join(Kind)}.")],
    book: Annotated[Path, typer.Argument(help="The book.", readable=False)],
    out: Annotated[Path, typer.Option("-o", "--out", help="The .pdf, .docx or .html to write.", readable=False)],
    article: Annotated[str | None, typer.Option(help="The article, for proposal, ta-sheet and redline.")] = None,
    session: Annotated[int | None, typer.Option(help="The session, for minutes.")] = None,
    label: Annotated[str | None, typer.Option(help="The pass, TA or vote; without it the latest.")] = None,
    joint: Annotated[bool, typer.Option("--joint", help="Minutes for both sides, without notes.")] = False,
    a4: Annotated[bool, typer.Option("--a4", help="A4 instead of Letter.")] = False,
    black_and_white: Annotated[bool, typer.Option("--black-and-white", help="Without colour.")] = False,
    clean: Annotated[bool, typer.Option("--clean", help="A .docx without marks.")] = False,
    edition: Annotated[str, typer.Option(help="Of the packet: members, large-print, board or summary.")] = "members",
    language: Annotated[str, typer.Option(help="Of the packet's headings: en or es.")] = "en",
    number: Annotated[int | None, typer.Option(help="The packet's version; without it, as it is now.")] = None,
) -> int:
    """Print a paper to a PDF file, or write it as a Word file with tracked changes."""
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.print_paper import print_paper
    from tablebook.jobs.word_paper import original_of, word_bytes
    from tablebook.reports.saving import save

    paper = code(Kind, kind, "paper")
    page, colour = "a4" if a4 else "letter", not black_and_white
    if paper is Kind.PACKET:
        return report_packet(book, out, Looks(edition, language, number, page, colour))
    if paper in (Kind.TALLY_SHEET, Kind.VOTE_RECORD):
        tally = paper is Kind.TALLY_SHEET
        return report_vote(book, out, tally=tally, vote=label or "", page=page, colour=colour)
    word = _is_word(out, clean)
    with open_book(book, read_only=True) as opened:
        sheet = _sheet(opened, paper, article, label, session, joint)
        if word:
            save(word_bytes(sheet, clean=clean, original=original_of(opened), page=page), out)
    if not word:
        print_paper(sheet, out, page=page, colour=colour, progress=answer.progress("Page"))
    answer.say(str(out))
    return 0


def _sheet(
    book: Book, paper: Kind, article: str | None, label: str | None, session: int | None, joint: bool
) -> choose_paper.Sheet:
    """What the paper says."""
    from tablebook.jobs import choose_paper as choose

    match paper:
        case Kind.PROPOSAL:
            return choose.proposal(book, article, label)
        case Kind.TA_SHEET:
            return choose.ta(book, article, label)
        case Kind.TOTAL_TA:
            return choose.total_ta(book)
        case Kind.MINUTES:
            return choose.minutes(book, session, joint)
        case Kind.REDLINE:
            return choose.redline(book, article, label)
    return choose.ta_summary(book)


def _is_word(out: Path, clean: bool) -> bool:
    """Whether a Word file is asked for; a sentence where the name is that of no paper."""
    word = out.suffix.lower() == ".docx"
    if not word and out.suffix.lower() != ".pdf":
        raise UserError(
            f"“{out.name}” is no name of a paper.", "Its ending says what to make.", "End it in .pdf or .docx."
        )
    if clean and not word:
        raise UserError("--clean is for Word files.", "A PDF shows the marks.", "End the name in .docx.")
    return word
