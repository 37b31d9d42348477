"""Markdown as lines: front matter and HTML off, headings, bold and italics, lists and pipe tables kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tablebook.documents.lines import Line, Source, merged
from tablebook.documents.plain import clean_text, page_lines
from tablebook.domain.text import Run

_FRONT = re.compile(r"\A\s*---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_TAG = re.compile(
    r"</?(?:a|br|b|i|em|strong|u|p|div|span|sup|sub|center|img|hr|table|tr|td|th|tbody|thead|h[1-6]|font|ul|ol|li)\b[^>]*>",
    re.I,
)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_RULE = re.compile(r"^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)\s*$")
_PIPES = re.compile(r"^\s*\|?(?:\s*:?-{1,}:?\s*\|)+\s*:?-*:?\s*$")
_STYLE = re.compile(r"(\*\*\*|___|\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w))")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
# A blank to fill in is no style: four underscores and more, or fewer that touch no word ("on __ days", "__/__").
_BLANK = re.compile(r"_{4,}|(?<![^\s(/$])_{2,3}(?![^\s)/%.,;:])")


def read_markdown(data: bytes) -> Source:
    """Lines of a Markdown file; a form feed begins a page, as in text that was made from a PDF."""
    text = _FRONT.sub("", clean_text(data).lstrip("\ufeff"))
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"<(?:a|img)\b[^>]*>", lambda match: "\n" * match.group().count("\n"), text)
    pages = text.split("\f")
    paged = len(pages) > 1
    lines = [line for number, page in enumerate(pages, 1) for line in _page(page, number if paged else None)]
    return Source(tuple(lines), len(pages) if paged else None)


def _page(text: str, page: int | None) -> Iterator[Line]:
    rows = text.split("\n")
    at = 0
    plain: list[str] = []
    while at < len(rows):
        if at + 1 < len(rows) and "|" in rows[at] and _PIPES.match(rows[at + 1]):
            yield from _styled(plain, page)
            end = at + 2
            while end < len(rows) and "|" in rows[end] and rows[end].strip():
                end += 1
            yield _table(rows[at:end], page)
            plain, at = [""], end
            continue
        plain.append("" if _RULE.match(rows[at]) else _TAG.sub("", rows[at]))
        at += 1
    yield from _styled(plain, page)


def _table(rows: list[str], page: int | None) -> Line:
    cells = [_cells(row) for index, row in enumerate(rows) if index != 1]
    width = max(len(row) for row in cells)
    grid = tuple((*row, *[""] * (width - len(row))) for row in cells)
    return Line("", page, gap=1.0, whole=True, rows=grid)


def _cells(row: str) -> list[str]:
    parts = re.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|"))
    return ["".join(run.text for run in inline(part.strip())) for part in parts]


def _styled(rows: list[str], page: int | None) -> Iterator[Line]:
    for line in page_lines([row.expandtabs(8).rstrip() for row in rows], page):
        text = re.sub(r"^>\s?", "", line.text)
        bullet = re.match(r"[-*+]\s+(?=\S)", text)
        text = text[bullet.end() :] if bullet else text
        text = text.rstrip("#").rstrip() if line.depth else text
        runs = inline(text)
        plain = "".join(run.text for run in runs)
        if not plain:
            continue
        lead = len(runs[0].text) if runs[0].bold and len(runs) > 1 else 0
        weighty = [run for run in runs if run.text.strip()]
        yield replace(
            line,
            text=plain,
            runs=runs,
            label="•" if bullet else "",
            level=1 if bullet else 0,
            lead=lead,
            bold=bool(weighty) and all(run.bold for run in weighty),
            italic=bool(weighty) and all(run.italic for run in weighty),
            centred=line.centred and not line.depth,
        )


def inline(text: str) -> tuple[Run, ...]:
    """The runs of a line: links as their words, ** and * as bold and italics, escapes undone, blanks kept."""
    text = _BLANK.sub(lambda match: r"\_" * len(match[0]), _LINK.sub(r"\1", text))
    text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
    runs: list[Run] = []
    bold = italic = False
    for piece in _STYLE.split(_ESCAPE.sub(lambda match: f"\ue000{ord(match[1])};", text)):
        if piece in ("***", "___"):
            bold, italic = not bold, not italic
        elif piece in ("**", "__"):
            bold = not bold
        elif piece in ("*", "_"):
            italic = not italic
        elif piece:
            words = re.sub("\ue000(\\d+);", lambda match: chr(int(match[1])), piece)
            runs.append(Run(words.replace("`", ""), bold, italic))
    if (bold or italic) and len(runs) == 1:
        return (Run(text),)
    return merged(runs)
