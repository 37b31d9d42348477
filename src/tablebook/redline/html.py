"""A redline as one self-contained HTML page, for reading, mail and the clipboard.

Marks hold without colour: union one line, employer two lines, offered and then struck in square brackets. Everything
that comes from a text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Author, Fate, Mark, MarkedBlock, MarkedRun, Redline
from tablebook.redline.stats import summary

COLOURS = {"union": "#1B5AA6", "employer": "#98430F"}
"""The parties' colours on paper; anybody else writes in the colour of the text."""
_GREY = "#8C8982"
NAMES = {"union": "Union", "employer": "Employer"}

_STYLE = """
body { font: 16px/1.55 Georgia, 'Times New Roman', serif; color: #1D2126; max-width: 46em; margin: 2em auto; }
h1 { font-size: 1.4em; } p, table { margin: .5em 0; } table { border-collapse: collapse; }
td { border: 1px solid #C9C5BD; padding: .2em .5em; vertical-align: top; white-space: pre-wrap; }
p { white-space: pre-wrap; } .fresh { background: #E7E5E0; }
.note { color: #5E646B; font: 12px/1.5 sans-serif; }
.legend { border-top: 1px solid #C9C5BD; margin-top: 2em; padding-top: .5em; }
""".strip()


def page(redline: Redline, title: str, notes: Iterable[str] = ()) -> str:
    """A whole page: title, summary, the marked text, notes below it and the legend for its marks."""
    remarks = "".join(f'<p class="note">{escape(note)}</p>\n' for note in notes)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
        f'<h1>{escape(title)}</h1>\n<p class="note">{escape(summary(redline))}. {redline.words_inserted} words in, '
        f"{redline.words_deleted} words out.</p>\n{fragment(redline.blocks)}\n{remarks}{_legend(redline.blocks)}\n"
        "</body>\n</html>\n"
    )


def fragment(blocks: Iterable[MarkedBlock]) -> str:
    """The marked text alone, for the clipboard: every style stands on its own element."""
    return "\n".join(_block(block) for block in blocks)


def _block(block: MarkedBlock) -> str:
    notes = _notes(block)
    label = f"{escape(block.label)} " if block.label else ""
    if block.old_label is not None and block.old_label != block.label:
        old = f"<s>{escape(block.old_label)}</s> " if block.old_label else ""
        label = f"{old}<u>{escape(block.label)}</u> " if block.label else old
    style = _bar(block.margin_author) if block.fresh else ""
    if block.kind is BlockKind.TABLE:
        rows = "\n".join(_row(row, fates) for row, fates in zip(block.rows, block.cell_fates, strict=True))
        return f'<div style="{style}">{label}<table>\n{rows}\n</table>{notes}</div>'
    if block.kind is BlockKind.HEADING:
        style += "font-weight:600;"
    elif block.level:
        style += f"margin-left:{2 * block.level}em;"
    attribute = f' style="{style}"' if style else ""
    return f"<p{attribute}>{label}{''.join(map(_run, block.runs))}{notes}</p>"


def _bar(author: Author | None) -> str:
    """The bar in the margin of a block that the last pass changed: one line, or two for the employer."""
    employer = author is not None and author.party == "employer"
    colour = COLOURS.get(author.party, _GREY) if author is not None else _GREY
    return f"border-left:{'6px double' if employer else '4px solid'} {colour};padding-left:8px;"


def _row(row: Sequence[Sequence[MarkedRun]], fates: Sequence[Fate | None]) -> str:
    cells = (
        f"<td>{''.join(map(_run, runs))}</td>" if fate else "<td></td>" for runs, fate in zip(row, fates, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _notes(block: MarkedBlock) -> str:
    """What marks on words cannot say, in words."""
    notes = []
    has_kept = any(run.mark is not block.start.mark for run in block.runs if run.text.strip())
    if block.moved:
        notes.append("moved from here" if block.start.mark is Mark.DELETED else "moved to here")
    elif block.start.mark is Mark.INSERTED and has_kept:
        notes.append("new paragraph begins here")
    elif block.start.mark is Mark.DELETED and has_kept:
        notes.append("joined to the paragraph above")
    if block.margin_author is not None and block.margin_author.label:
        notes.append(f"{block.margin_author.label}{' restored' if block.restores else ''}")
    return f' <span class="note">[{escape(", ".join(notes))}]</span>' if notes else ""


def _run(run: MarkedRun) -> str:
    """Words with their marks. Spaces at the ends stay outside, so that lines and brackets hold the words alone."""
    words = run.text.strip()
    if not words:
        return escape(run.text)
    start = run.text.index(words)
    text = escape(words)
    if run.bold:
        text = f"<b>{text}</b>"
    if run.italic:
        text = f"<i>{text}</i>"
    marked = _marked(text, run.writer, run.striker, run.fresh)
    return f"{escape(run.text[:start])}{marked}{escape(run.text[start + len(words) :])}"


def _marked(text: str, writer: Author | None, striker: Author | None, fresh: bool = False) -> str:
    """Escaped words with their marks: struck in the striker's lines, brackets too where somebody had offered them."""
    tint = ' class="fresh"' if fresh else ""
    if striker is not None:
        words = f'<span style="color:{_colour(writer)}">{text}</span>' if writer is not None else text
        if writer is not None and writer.party != striker.party:
            words = f"[{words}]"
        return f'<del{tint} style="{_lines(striker, "line-through")}">{words}</del>'
    if writer is not None:
        return f'<ins{tint} style="{_lines(writer, "underline")}">{text}</ins>'
    return f"<span{tint}>{text}</span>" if fresh else text


def _lines(author: Author, line: str) -> str:
    return f"color:{_colour(author)};text-decoration:{line} {'double' if author.party == 'employer' else 'solid'}"


def _colour(author: Author) -> str:
    return COLOURS.get(author.party, "inherit")


def _legend(blocks: Sequence[MarkedBlock]) -> str:
    """The marks that are on this page, each shown as it is drawn."""
    shown = list(dict.fromkeys(_kinds(blocks)))
    if not shown:
        return ""
    marks = []
    for writer, striker in shown:
        author = striker or writer
        assert author is not None
        word = "new" if striker is None else "struck" if writer is None else "offered"
        who = NAMES.get(author.party, "both" if author.party == "joint" else author.party)
        then = f", then struck by {who.lower()}" if writer is not None and striker is not None else f" {who}"
        marks.append(f"{_marked(word, writer, striker)}{escape(then)}")
    if any(block.fresh for block in blocks):
        marks.append('<span class="fresh">tint</span> and bar: since the last pass')
    return f'<p class="note legend">{" &nbsp; ".join(marks)}<br>Union: one line. Employer: two lines.</p>'


def _kinds(blocks: Iterable[MarkedBlock]) -> Iterator[tuple[Author | None, Author | None]]:
    for block in blocks:
        for run in block.all_runs:
            if run.mark is not Mark.SAME and run.text.strip():
                writer = Author(run.writer.party) if run.writer else None
                yield writer, Author(run.striker.party) if run.striker else None
