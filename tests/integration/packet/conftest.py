"""The sample with a vote set up and a packet made, and its papers read back with another library."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from tablebook.book import Book
from tablebook.domain.codes import Ratifier, VoteMethod
from tablebook.domain.record import Draft, Quorum, Threshold, VoteSet
from tablebook.jobs.changed import record
from tablebook.jobs.make_packet import chosen_packet, make_packet
from tablebook.jobs.print_packet import packet_page
from tablebook.jobs.sample import make_sample
from tablebook.reports.packet import pdf
from tablebook.reports.packet.sheet import Edition, PacketSheet

MORNING = datetime.fromisoformat("2027-04-15T09:10:00-06:00")
QUESTION = "Shall the 2027–30 agreement be ratified?"
VOTE = VoteSet(
    "Test vote",
    Ratifier.MEMBERS,
    QUESTION,
    452,
    "2027-04-24T07:00:00-06:00",
    "2027-04-25T16:00:00-06:00",
    "2027-04-19",
    (VoteMethod.IN_PERSON,),
    "Secret ballot, three sites, by hand",
    ("Lakeview High", "Harbor Elementary", "Union Hall"),
    Threshold(),
    Quorum(part=1, whole=2, words="Half of those who may vote, 226"),
    "Bargaining team, 7 to 0",
)
BOARD = VoteSet("Test board", Ratifier.BOARD, "Shall the Board approve it?", 7, "2027-05-04T19:00:00-06:00")


@dataclass(frozen=True)
class Ready:
    """A book whose packet is made, and the packet's sheet."""

    book: Book
    sheet: PacketSheet


def ready(path: Path) -> Book:
    book = make_sample(path, until=MORNING)
    for vote in (VOTE, BOARD):
        record(book, [Draft(vote)], "The vote is set.")
    make_packet(book, by="Priya Nair")
    return book


@pytest.fixture(scope="session")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ready]:
    with ready(tmp_path_factory.mktemp("packet") / "Lakeview.tablebook") as book:
        yield Ready(book, chosen_packet(book))


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Book]:
    """The same in a book of a test's own, to change."""
    with ready(tmp_path / "Own.tablebook") as book:
        yield book


def printed(sheet: PacketSheet, edition: Edition, language: str = "en", **settings: object) -> bytes:
    buffer = BytesIO()
    pdf.write(sheet, buffer, edition, language, **settings)  # type: ignore[arg-type]
    return buffer.getvalue()


def page_texts(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def tight(text: str) -> str:
    """Letters and signs alone: how words are broken into lines does not count."""
    return re.sub(r"[\s\u00ad\ufffe]+|\x02", "", text)


def read_back(data: bytes) -> str:
    """All words of a PDF without what stands at the head and foot of most pages, so that texts go on over page ends."""
    pages = [text.split("\r\n") for text in page_texts(data)]
    count = Counter(line.strip() for lines in pages for line in set(lines))
    furniture = {line for line, often in count.items() if often > max(len(pages) * 0.3, 3)}
    number = re.compile(r"(Page|Página) [\divxl]+( (of|de) \d+)?.*")
    return tight(
        "\n".join(
            line
            for lines in pages
            for line in lines
            if line.strip() not in furniture and not number.fullmatch(line.strip())
        )
    )


class _Words(HTMLParser):
    """What a page shows: without what is only heard, and without the style."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden and tag == "span":
            self._hidden += 1
        elif (tag == "span" and dict(attrs).get("class") == "vh") or tag == "style":
            self._hidden = 1

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and tag in ("span", "style"):
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def shown_by(page: str) -> str:
    parser = _Words()
    parser.feed(page)
    return tight("".join(parser.words))


def web_page(sheet: PacketSheet, language: str = "en") -> str:
    return packet_page(sheet, Edition.MEMBERS, language)
