"""What a paper says, read back with other libraries than made it, and what of the book's facts is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import docx
from docx.table import Table

from tablebook.domain.language import agreements_in_force, binding_text
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.successor import assemble
from tablebook.domain.text import Block, short_code
from tests.end_to_end.person import words_of
from tests.integration.packet.conftest import read_back, tight

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
A_SENTENCE = 12
"""So many words are no heading and no line of facts."""


# Papers


class _Page(HTMLParser):
    """Each paragraph, heading and cell of a page: as it is shown, and without what is struck. What is only heard by a
    screen reader is left out."""

    ENDS = frozenset(("p", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "li", "caption", "title", "br"))

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.shown, self.agreed = [""], [""]
        self._hidden: list[str] = []
        self._struck = 0
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "style" or (tag == "span" and (self._hidden or dict(attrs).get("class") == "vh")):
            self._hidden.append(tag)
        self._struck += tag == "del"
        self._end(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        self._struck -= tag == "del"
        self._end(tag)

    def handle_data(self, data: str) -> None:
        said = "" if self._hidden else data.replace("¶", "")
        self.shown[-1] += said
        self.agreed[-1] += "" if self._struck else said

    def _end(self, tag: str) -> None:
        if tag in self.ENDS:
            self.shown.append("")
            self.agreed.append("")


def words_in(paper: Path) -> str:
    """All words of a paper without the blanks between them. Heads and feet of a PDF are left out, and of a web page
    what is struck: so a text reads on."""
    if paper.suffix == ".pdf":
        return read_back(paper.read_bytes())
    if paper.suffix == ".html":
        return tight("".join(_Page(paper).agreed))
    return tight("".join(_words(one) for one in docx.Document(str(paper)).iter_inner_content()))


def with_feet(paper: Path) -> str:
    """All words of a paper, heads and feet with them."""
    return tight(words_of(paper)) if paper.suffix == ".pdf" else tight("".join(_Page(paper).shown))


def _words(part: object) -> str:
    if isinstance(part, Table):
        return "".join(cell.text for row in part.rows for cell in row.cells)
    return str(part.text)  # type: ignore[attr-defined]


def marked_texts(page: Path, texts: Iterable[str]) -> list[str]:
    """The paragraphs of a web page that are these texts once their marks are accepted, as they are shown: with what
    is struck."""
    wanted = tuple(tight(one) for one in texts if len(one.split()) > A_SENTENCE)
    read = _Page(page)
    return [shown for shown, agreed in zip(read.shown, read.agreed, strict=True) if tight(agreed).endswith(wanted)]


def missing(said: str, facts: Iterable[str]) -> list[str]:
    """The facts that are not said, however they are broken into lines."""
    return [fact for fact in facts if tight(fact) not in said]


# Facts


def pieces(blocks: Iterable[Block]) -> Iterator[str]:
    """Each paragraph's words, each cell of a table."""
    for block in blocks:
        if block.rows:
            yield from (cell for row in block.rows for cell in row)
        else:
            yield block.text


def agreed_texts(state: Negotiation) -> dict[str, list[str]]:
    """What each TA in force says, by its label."""
    return {
        one.body.label: [
            words for text in one.body.texts for part in binding_text(state, one, text) for words in pieces(part.blocks)
        ]
        for one in agreements_in_force(state)
    }


def agreed_titles(state: Negotiation) -> list[str]:
    """The titles of the articles that the TAs in force speak of."""
    keys = {text.accepted.article for one in agreements_in_force(state) for text in one.body.texts}
    return [state.items[key].article.title for key in keys if key in state.items]


def successor_words(state: Negotiation) -> list[str]:
    """The whole agreement that follows: each title, each paragraph, each cell."""
    units = [unit.article for unit in assemble(state).units if unit.article is not None]
    return [*(one.title for one in units), *(words for one in units for words in pieces(one.blocks))]


def vote_facts(state: Negotiation, vote: str, month: int = 9) -> list[str]:
    """What a vote asks, of whom, when, where and by which rule. Months have at most so many letters."""
    body = state.ratification.votes[vote].body
    days = [day(body.opens, month), day(body.closes, month)]
    rule = "majority of the ballots cast"
    return [body.question, str(body.eligible), *days, *body.places, body.method_words,
            rule, str(body.quorum.number), body.recommendation]  # fmt: skip


def packet_mark(state: Negotiation, number: int) -> list[str]:
    """What tells a packet from every other: its number and the fingerprint on record."""
    return [f"version {number}", short_code(state.ratification.packets[number][1].fingerprint)]


def day(moment: str, month: int = 9) -> str:
    """ "24 April 2027", as the papers write it, or "24 Apr 2027" with ``month`` 3."""
    when = datetime.fromisoformat(moment)
    return f"{when.day} {MONTHS[when.month - 1][:month]} {when.year}"
