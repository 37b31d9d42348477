"""Plain text as lines: bytes to characters, pages by form feeds, columns of the layout kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tablebook.documents.lines import Line, Source
from tablebook.documents.plain_layout import in_reading_order, without_line_numbers
from tablebook.domain.text import Run

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(data: bytes) -> str:
    """The text of a file whose encoding nobody told us: by its mark, else by what reads without nonsense."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    sample = data[:4000]
    if sample and sample.count(0) > len(sample) // 5:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        return data.decode("utf-16-le" if odd >= even else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(data)


def _single_byte(data: bytes) -> str:
    """Windows-1252 where its extra characters are used, else Latin-1; stray bytes in UTF-8 stay UTF-8."""
    loose = data.decode("utf-8", errors="replace")
    broken = loose.count("\ufffd")
    if broken and sum(ord(char) > 127 for char in loose) > 3 * broken:
        return loose
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


_AT_LINE_END = re.compile("\u00ad(?=[ \\t]*[\r\n])")


def clean_text(data: bytes) -> str:
    """The clean text of a file of typed lines. A soft hyphen at the end of one is printed: a word is broken there."""
    return clean(_AT_LINE_END.sub("-", decoded(data)))


def clean(text: str) -> str:
    """Text without characters that print nothing; line ends and spaces evened out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.replace("\xa0", " ").replace("\u202f", " ").replace("\uf0b7", "•").replace("\uf0a7", "▪")
    return re.sub("[\u200b\u200c\u2060\ufeff\u00ad\0-\x08\x0b\x0e-\x1f\ud800-\udfff]", "", text)


def read_plain(data: bytes) -> Source:
    """Lines of a text file. Marks like "### " that somebody put before a heading are taken off and remembered."""
    pages = clean_text(data).split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    paged = len(pages) > 1
    rows = [[row.expandtabs(8).rstrip() for row in page.split("\n")] for page in pages]
    rows = in_reading_order(without_line_numbers(rows))
    lines = [line for number, page in enumerate(rows, 1) for line in page_lines(page, number if paged else None)]
    return Source(tuple(lines), len(pages) if paged else None)


def page_lines(rows: list[str], page: int | None) -> Iterator[Line]:
    """The lines of the rows of one page with their columns; empty ones become the gap above the next."""
    width = max((len(row) for row in rows), default=0)
    gap = 1.0
    for number, row in enumerate(rows):
        words = row.strip()
        if not words:
            gap += 1
            continue
        x = float(len(row) - len(row.lstrip()))
        words, depth = _unmarked(words)
        yield Line(
            text=" ".join(words.split()),
            runs=(Run(" ".join(words.split())),),
            page=page,
            x=x,
            right=float(len(row)),
            y=float(number),
            gap=gap,
            depth=depth,
            centred=x >= 8 and abs(x - (max(width, 60) - len(row))) <= 0.2 * max(width, 60),
            cells=pieces(row),
        )
        gap = 0.0


def _unmarked(words: str) -> tuple[str, int]:
    match = re.match(r"(#{1,6})\s+(?=\S)", words)
    return (words[match.end() :], len(match.group(1))) if match else (words, 0)


def pieces(row: str) -> tuple[tuple[float, str], ...]:
    """The pieces of a line that wide gaps (three spaces and more) set apart, with their columns."""
    return tuple((float(match.start()), match.group()) for match in re.finditer(r"\S+(?: {1,2}\S+)*", row))
